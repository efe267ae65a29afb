import { createRule, type RuleContext } from "../src/create-rule.ts";
import { fixWith, renaming } from "../src/fix.ts";
import { lintedFile, type LintedFile } from "../src/linted-file.ts";
import { locationOf } from "../src/location.ts";
import type { DispatchSwitch } from "../src/registries/dispatch-switch.ts";
import { differencesOf, lackOf } from "../src/registries/list-differences.ts";
import type { Registries } from "../src/registries/registries.ts";
import type { KnownDefinition } from "../src/registries/registration.ts";
import {
  addCases,
  hasCaseParts,
  type CaseObstacle,
} from "../src/registries/switch-edits.ts";
import {
  clashWording,
  definedAt,
  definitionProblems,
} from "../src/registry-wording.ts";
import { renameLiteral } from "../src/source/rename-literal.ts";
import { quoted } from "../src/wording.ts";

type MessageIds =
  | "duplicate"
  | "misspelt"
  | "misspeltThere"
  | "missing"
  | "orphan"
  | "rename"
  | "unreadable"
  | "unregistered";

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
    hasSuggestions: true,
    schema: {},
    messages: {
      missing:
        "{{server}} ({{definition}}) has no case here, so the host cannot make it: every call of its tools fails. Add a case that returns it.{{byHand}}",
      orphan:
        "No server called {{server}} is defined any more, so this case leads nowhere. Remove it and its import.",
      misspelt:
        "No server is called {{written}}, and {{server}} ({{definition}}) has no case, so the host cannot make it: every call of its tools fails. Did you mean {{server}}? If so, correct the name; if this is the case of a server that is gone, remove it.",
      duplicate:
        "{{server}} has a case already (line {{line}}), so this one is never reached. Remove one of them.",
      unregistered:
        "{{server}} has no case in getInternalMCPServer ({{file}}), so the host cannot make it: every call of its tools fails. {{advice}}",
      misspeltThere:
        "{{server}} has no case in getInternalMCPServer ({{file}}), so the host cannot make it: every call of its tools fails. There is one for {{written}}, as no server is called: correct that name, if it means this server.",
      rename: "Call it '{{name}}'.",
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
  const { gone, misspelt, missing, repeated } = differencesOf(
    dispatch,
    linted.settings.unregistered.switch,
    registries,
  );
  reportMissing(missing, dispatch, registries, linted, context);
  for (const { entry, meant } of misspelt) {
    context.report({
      loc: locationOf(context, entry.range),
      messageId: "misspelt",
      data: {
        written: quoted(entry.name ?? ""),
        server: quoted(meant.serverName),
        definition: definedAt(meant, linted),
      },
      suggest: renaming(
        meant.serverName,
        renameLiteral(linted.file, entry.range, meant.serverName),
      ),
    });
  }
  for (const { entry, first } of repeated) {
    context.report({
      loc: locationOf(context, entry.range),
      messageId: "duplicate",
      data: { server: quoted(entry.name ?? ""), line: first.line },
    });
  }
  for (const { name = "", range } of gone) {
    context.report({
      loc: locationOf(context, range),
      messageId: "orphan",
      data: { server: quoted(name) },
    });
  }
}

/** Why a case is left to people. */
const obstacleWordings: Readonly<Record<CaseObstacle, string>> = {
  parts:
    " `--fix` leaves it to you: the server exports no factory or handlers that are called like those of its neighbours.",
  argument:
    " `--fix` leaves it to you: the server's factory takes something that is not at hand here.",
  model:
    " `--fix` leaves it to you: no case here that passes handlers to a factory can be copied for this server.",
  switch:
    " `--fix` leaves it to you: most cases here do not simply return their server.",
};

function reportMissing(
  missing: readonly KnownDefinition[],
  dispatch: DispatchSwitch,
  { registryFile }: Registries,
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  if (missing.length === 0) {
    return;
  }
  const parts = missing.flatMap(
    ({ serverName }) => registryFile.partsOf(serverName) ?? [],
  );
  // One fix for all of them, so that it lands in one pass, where one is fixed.
  const { added, clashes, edits, obstacles } = addCases(
    parts,
    dispatch,
    registryFile,
  );
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
            obstacleWordings[obstacles.get(definition.serverName) ?? "parts"]),
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
    (dispatch, server) => lackOf(dispatch, server, leftOut, registries),
  );
  for (const { data, definition, messageId } of problems) {
    context.report({
      loc: locationOf(context, definition.place),
      messageId,
      data:
        messageId === "unregistered"
          ? { ...data, advice: adviceFor(definition, registries) }
          : data,
    });
  }
}

/** What to do in the file of the switch about a server without a case. */
function adviceFor(
  { serverName }: KnownDefinition,
  { registryFile }: Registries,
): string {
  const parts = registryFile.partsOf(serverName);
  return !parts || hasCaseParts(parts)
    ? "Run `eslint --fix` on that file, and add a case there if it leaves that to you."
    : `Add a case there.${obstacleWordings.parts}`;
}
