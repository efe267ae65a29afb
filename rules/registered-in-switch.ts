import { createRule, type RuleContext } from "../src/create-rule.ts";
import { fixWith } from "../src/fix.ts";
import { lintedFile, type LintedFile } from "../src/linted-file.ts";
import { locationOf } from "../src/location.ts";
import type { DispatchSwitch } from "../src/registries/dispatch-switch.ts";
import type { Registries } from "../src/registries/registries.ts";
import {
  isGone,
  lacks,
  missingServers,
  repeatedEntries,
} from "../src/registries/registration.ts";
import { addCases } from "../src/registries/switch-edits.ts";
import {
  clashWording,
  definedAt,
  definitionProblems,
} from "../src/registry-wording.ts";
import { quoted } from "../src/wording.ts";

type MessageIds =
  "duplicate" | "missing" | "orphan" | "unreadable" | "unregistered";

export const registeredInSwitch = createRule<MessageIds, object>({
  name: "registered-in-switch",
  meta: {
    type: "problem",
    docs: {
      description:
        "require every server to have a case in the switch that makes servers",
      presets: { recommended: true, strict: true },
      registries: ["switch"],
    },
    fixable: "code",
    schema: {},
    messages: {
      missing:
        "{{server}} ({{definition}}) has no case here, so the host cannot make it: every call of its tools fails. Add a case that returns it.{{byHand}}",
      orphan:
        "No server called {{server}} is defined any more, so this case leads nowhere. Remove it and its import.",
      duplicate:
        "{{server}} has a case already (line {{line}}), so this one is never reached. Remove one of them.",
      unregistered:
        "{{server}} has no case in getInternalMCPServer ({{file}}), so the host cannot make it: every call of its tools fails. Run `eslint --fix` on that file, or add a case there.",
      unreadable:
        "Nobody can tell whether {{server}} is registered: {{file}}, whose switch makes the servers, {{trouble}}. {{advice}}",
    },
  },
  defaults: {},
  looksAt: ["registries"],
  create(context) {
    return {
      Program() {
        const linted = lintedFile(context);
        const { registries } = linted;
        if (!registries) {
          return;
        }
        if (registries.role === "switch") {
          checkSwitch(registries, linted, context);
        } else {
          checkDefinitions(registries, linted, context);
        }
      },
    };
  },
});

function checkSwitch(
  registries: Registries,
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  if (registries.switch.status !== "read") {
    return;
  }
  const { value: dispatch } = registries.switch;
  reportMissing(dispatch, registries, linted, context);
  const repeated = repeatedEntries(dispatch.entries);
  for (const { entry, first } of repeated) {
    context.report({
      loc: locationOf(context, entry.range),
      messageId: "duplicate",
      data: { server: quoted(entry.name ?? ""), line: first.line },
    });
  }
  for (const entry of dispatch.entries) {
    const isRepeated = repeated.some((one) => one.entry === entry);
    if (
      entry.name !== undefined &&
      !isRepeated &&
      isGone(entry.name, registries)
    ) {
      context.report({
        loc: locationOf(context, entry.range),
        messageId: "orphan",
        data: { server: quoted(entry.name) },
      });
    }
  }
}

function reportMissing(
  dispatch: DispatchSwitch,
  registries: Registries,
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  const { registryFile } = registries;
  const missing = missingServers(
    dispatch,
    linted.settings.unregistered.switch,
    registries,
  );
  if (missing.length === 0) {
    return;
  }
  const parts = missing.flatMap(
    ({ serverName }) => registryFile.partsOf(serverName) ?? [],
  );
  // One fix for all of them, so that it lands in one pass, where one is fixed.
  const { added, clashes, edits } = addCases(parts, dispatch, registryFile);
  const bearer = missing.find(({ serverName }) => added.includes(serverName));
  for (const definition of missing) {
    context.report({
      loc: locationOf(context, dispatch.head),
      messageId: "missing",
      data: {
        server: quoted(definition.serverName),
        definition: definedAt(definition, linted),
        byHand: added.includes(definition.serverName)
          ? ""
          : (clashWording(clashes.get(definition.serverName)) ??
            " `--fix` leaves it to you: the server exports no factory or handlers that are called like those of its neighbours."),
      },
      fix: definition === bearer ? fixWith(edits) : null,
    });
  }
}

function checkDefinitions(
  registries: Registries,
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  const leftOut = linted.settings.unregistered.switch;
  const problems = definitionProblems(
    registries.switch,
    "switch",
    linted,
    (dispatch, server) => lacks(dispatch, server, leftOut, registries),
  );
  for (const { data, definition, messageId } of problems) {
    context.report({
      loc: locationOf(context, definition.place),
      messageId,
      data,
    });
  }
}
