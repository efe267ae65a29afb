import { createRule } from "../src/create-rule.ts";
import { fixWith } from "../src/fix.ts";
import { lintedFile, type LintedFile } from "../src/linted-file.ts";
import { jsonLocationOf, locationOf } from "../src/location.ts";
import {
  driftAtDefinitions,
  driftInConstants,
  lackOfSnapshot,
  type SnapshotProblem,
  type SnapshotSuggestion,
} from "../src/problems/snapshot-drift.ts";
import { problemsInSnapshot } from "../src/problems/snapshot-lines.ts";
import type { Registries } from "../src/registries/registries.ts";
import type { Range } from "../src/source/syntax-tree.ts";

interface Options {
  readonly requireSnapshot: boolean;
}

type MessageIds =
  SnapshotProblem["messageId"] | SnapshotSuggestion["messageId"];

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
      retiredLine:
        "No config is called {{server}} any more, and its id {{id}} is in LEGACY_INTERNAL_MCP_SERVER_IDS. Migrate the agents that still use it, then remove this line.",
      repeatedName:
        "{{server}} has a line already (line {{line}}). Remove the one that was added later.",
      repeatedId:
        "{{server}} has the id {{id}}, which {{other}} (line {{line}}) has, too. Agents store servers by id: only one of them can have been shipped with it. Find out which, and correct the other.",
      wrongId:
        "{{server}} has the id {{id}}, which {{other}} (line {{line}}) has, too. Agents store servers by id: only one of them can have been shipped with it. The constants give {{server}} {{own}} ({{config}}): correct this line.",
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
      const problems = registries
        ? problemsOf(registries, linted, options)
        : [];
      for (const problem of problems) {
        const { data, fix, messageId, range, suggestions = [] } = problem;
        context.report({
          loc: locate(range),
          messageId,
          data,
          fix: fix ? fixWith(fix) : null,
          suggest: suggestions.map(({ edits, ...suggestion }) => ({
            ...suggestion,
            fix: fixWith(edits),
          })),
        });
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

function problemsOf(
  registries: Registries,
  linted: LintedFile,
  { requireSnapshot }: Options,
): readonly SnapshotProblem[] {
  switch (registries.role) {
    case "constants":
      return [
        ...(requireSnapshot ? lackOfSnapshot(registries, linted) : []),
        ...driftInConstants(registries, linted),
      ];
    case "idSnapshot":
      return problemsInSnapshot(registries, linted);
    default:
      return driftAtDefinitions(registries, linted);
  }
}
