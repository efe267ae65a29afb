import { createRule, type RuleContext } from "../src/create-rule.ts";
import { fixWith } from "../src/fix.ts";
import { lintedFile, type LintedFile } from "../src/linted-file.ts";
import { jsonLocationOf, locationOf } from "../src/location.ts";
import {
  legacyIdsList,
  serverConfigsObject,
  type ServerConfigs,
} from "../src/registries/server-configs.ts";
import type { Registries } from "../src/registries/registries.ts";
import {
  knownDefinitions,
  registeredName,
} from "../src/registries/registration.ts";
import {
  driftOf,
  snapshotDrift,
  type ConfigDrift,
  type GoneServer,
} from "../src/registries/snapshot-drift.ts";
import { addToIds } from "../src/registries/snapshot-edits.ts";
import { snapshotFindings } from "../src/registries/snapshot-findings.ts";
import { configAt, definitionProblems } from "../src/registry-wording.ts";
import {
  driftProblem,
  findingProblem,
  lineData,
  type DriftMessage,
  type FindingMessage,
} from "../src/snapshot-wording.ts";
import { declaredName } from "../src/source/declared-name.ts";
import type { Range } from "../src/source/syntax-tree.ts";
import { fileName } from "../src/wording.ts";

interface Options {
  readonly requireSnapshot: boolean;
}

type MessageIds =
  | DriftMessage
  | FindingMessage
  | "addLegacyId"
  | "addLine"
  | "noSnapshot"
  | "notRetired"
  | "renameLine"
  | "unreadable"
  | "useShippedId";

type Locate = (range: Range) => ReturnType<typeof locationOf>;

export const stableServerId = createRule<MessageIds, Options>({
  name: "stable-server-id",
  meta: {
    type: "problem",
    docs: {
      description:
        "require every server to keep the id that it has in the id snapshot",
      presets: { recommended: true, strict: { requireSnapshot: true } },
      registries: ["constants", "idSnapshot"],
    },
    fixable: "code",
    hasSuggestions: true,
    schema: {
      requireSnapshot: {
        type: "boolean",
        description:
          "Whether to report that a repository with servers has no id snapshot.",
      },
    },
    messages: {
      changed:
        "{{server}} has the id {{id}}, but it was shipped with {{shipped}} ({{file}}, line {{line}}). Agents store servers by id, so those that use it would lose it. Set the id back to {{shipped}}.",
      changedTaken:
        "{{server}} has the id {{id}}, but it was shipped with {{shipped}} ({{file}}, line {{line}}), which is taken now. Agents store servers by id, so those that use it would lose it. Find out which server agents know as {{shipped}}, and let that one have it.",
      moved:
        "{{server}} is {{availability}}, but {{file}} has it among the {{list}} servers (line {{line}}). Such a move needs a migration of the agents that use it: write and run that first, then move its line there.",
      taken:
        "{{server}} has the id {{id}}, but {{file}} (line {{line}}) gives that to {{other}}, which has no config any more. If they are one server, correct the name there; else agents that still hold the id would reach the wrong tools: take one that was never used.",
      unlistedManual:
        "{{server}}, with the id {{id}}, has no line in {{file}}, so nothing keeps that id from being changed or taken. Run `eslint --fix` on that file, or add the line there.",
      unlistedAuto:
        "{{server}}, with the id {{id}}, has no line in {{file}}, so nothing keeps that id from being changed or taken. It is automatic: run the host's script that creates its views in every workspace first, then add the line there.",
      unlisted:
        "{{server}} has no line in {{file}}, so nothing keeps its id from being changed or taken. Add one to the list of its availability.",
      notRetired:
        "{{server}} ({{file}}, line {{line}}) has no config any more, but its id {{id}} is not in LEGACY_INTERNAL_MCP_SERVER_IDS. Old agents and conversations still hold it, so no other server may ever get it. Add it to that list.",
      noSnapshot: `No file holds the ids that servers were shipped with, so a changed id goes unnoticed. To start one, create {{file}} with { "auto": [], "manual": [] }, lint it with this rule, and run \`eslint --fix\` on it. If it shall be elsewhere, say where in settings["mcp-runbook"].idSnapshot; false is for a repository without one.`,
      unreadable:
        "Nobody can tell whether {{server}} keeps its id: {{file}}, which holds the ids that servers were shipped with, {{trouble}}. {{advice}}",
      missingManual:
        "{{server}} ({{config}}) has no line here, so nothing keeps its id {{id}} from being changed or taken. Add one.",
      missingAuto:
        "{{server}} ({{config}}) has no line here, so nothing keeps its id {{id}} from being changed or taken. It is automatic: run the host's script that creates its views in every workspace first, then add the line.",
      missing:
        "{{server}} ({{config}}) has no line here, so nothing keeps its id from being changed or taken. Add one to the list of its availability.",
      movedLine:
        "{{server}} is {{availability}} in {{config}}, but this line is among the {{list}} servers. Such a move needs a migration of the agents that use it: write and run that first, then move the line.",
      takenLine:
        "No config is called {{server}} any more, but {{other}} ({{config}}) has its id {{id}}. If they are one server, correct the name here; else {{other}} needs an id that was never used.",
      goneLine:
        "No config is called {{server}} any more. See that its id {{id}} is in LEGACY_INTERNAL_MCP_SERVER_IDS ({{constants}}), migrate the agents that still use it, then remove this line.",
      repeatedName:
        "{{server}} has a line already (line {{line}}). Remove the one that was added later.",
      repeatedId:
        "{{server}} has the id {{id}}, which {{other}} (line {{line}}) already has. Agents store servers by id: only one of them can have been shipped with it. Correct the other line.",
      broken: "This is no snapshot of ids: it {{trouble}}. {{advice}}",
      addLegacyId: "Add {{id}} to LEGACY_INTERNAL_MCP_SERVER_IDS.",
      addLine: "The script has been run: add the line for {{server}}.",
      renameLine: "It is one server: call this line {{other}}.",
      useShippedId: "Use the id that it was shipped with, {{id}}.",
    },
  },
  defaults: { requireSnapshot: false },
  looksAt: ["registries"],
  create(context, options) {
    const check = (locate: Locate) => {
      const linted = lintedFile(context);
      const { registries } = linted;
      switch (registries?.role) {
        case "constants":
          checkConstants(registries, linted, options, context);
          break;
        case "idSnapshot":
          checkSnapshot(registries, linted, locate, context);
          break;
        default:
          if (registries && registries.definitions.length > 0) {
            checkDefinitions(registries, linted, context);
          }
      }
    };
    return {
      Program: () => {
        check((range) => locationOf(context, range));
      },
      /** The root of JSON. */
      Document: () => {
        const { text } = context.sourceCode;
        check((range) => jsonLocationOf(text, range));
      },
    };
  },
});

function checkConstants(
  registries: Registries,
  linted: LintedFile,
  { requireSnapshot }: Options,
  context: RuleContext<MessageIds>,
): void {
  const { constants, idSnapshot } = registries;
  const configs =
    constants.status === "read" ? constants.value.configs : undefined;
  if (!configs) {
    return;
  }
  const anchor = declaredName(linted.file, serverConfigsObject) ?? [0, 0];
  if (requireSnapshot && idSnapshot.status === "off" && idSnapshot.file) {
    context.report({
      loc: locationOf(context, anchor),
      messageId: "noSnapshot",
      data: { file: fileName(idSnapshot.file, linted) },
    });
  }
  for (const drift of snapshotDrift(registries)) {
    if (drift.kind === "gone") {
      reportNotRetired(drift, configs, linted, context);
    } else {
      const { config } = drift;
      const where = config.key ? undefined : configAt(config, linted);
      context.report({
        loc: locationOf(context, placeOf(drift) ?? config.key ?? anchor),
        ...driftProblem(drift, where, linted),
        suggest: backToShipped(drift),
      });
    }
  }
}

/** Where the drift shows in the constants file. */
function placeOf({ config, kind }: ConfigDrift): Range | undefined {
  switch (kind) {
    case "missing":
      return config.key;
    case "moved":
      return config.availability.range;
    case "changed":
    case "taken":
      return config.id.range;
  }
}

function backToShipped(drift: ConfigDrift) {
  const literal = drift.config.id?.literal;
  const id = drift.kind === "changed" ? drift.shipped : undefined;
  return literal && id !== undefined
    ? [
        {
          messageId: "useShippedId" as const,
          data: { id },
          fix: fixWith([{ range: literal, text: String(id) }]),
        },
      ]
    : [];
}

function reportNotRetired(
  { entry, isRetired }: GoneServer,
  { legacyIds, legacyList }: ServerConfigs,
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  if (isRetired !== false) {
    return;
  }
  const { id } = entry;
  const ids = legacyIds.map(({ value }) => value);
  context.report({
    loc: locationOf(
      context,
      declaredName(linted.file, legacyIdsList) ??
        declaredName(linted.file, serverConfigsObject) ?? [0, 0],
    ),
    messageId: "notRetired",
    data: { ...lineData(entry, linted), id },
    suggest: legacyList
      ? [
          {
            messageId: "addLegacyId",
            data: { id },
            fix: fixWith(addToIds(linted.file.text, legacyList, ids, id)),
          },
        ]
      : [],
  });
}

function checkDefinitions(
  registries: Registries,
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  const { definitions, idSnapshot } = registries;
  for (const { data, definition } of definitionProblems(
    idSnapshot,
    "idSnapshot",
    linted,
    () => undefined,
  )) {
    const loc = locationOf(context, definition.place);
    context.report({ loc, messageId: "unreadable", data });
  }
  for (const definition of knownDefinitions(definitions)) {
    const server = registeredName(definition, registries);
    for (const drift of driftOf(server, registries)) {
      const where = configAt(drift.config, linted);
      context.report({
        loc: locationOf(context, definition.place),
        ...driftProblem(drift, where, linted),
      });
    }
  }
}

function checkSnapshot(
  registries: Registries,
  linted: LintedFile,
  locate: Locate,
  context: RuleContext<MessageIds>,
): void {
  for (const finding of snapshotFindings(registries, linted.file.text)) {
    const { edits, isCertain, range } = finding;
    const problem = findingProblem(finding, linted);
    context.report({
      loc: locate(range),
      ...problem,
      fix: edits && isCertain ? fixWith(edits) : null,
      suggest:
        edits && !isCertain
          ? [
              {
                messageId:
                  problem.messageId === "takenLine" ? "renameLine" : "addLine",
                data: problem.data,
                fix: fixWith(edits),
              },
            ]
          : [],
    });
  }
}
