import { createRule } from "../src/create-rule.ts";
import { fixWith } from "../src/fix.ts";
import { lintedFile, type LintedFile } from "../src/linted-file.ts";
import { locationOf } from "../src/location.ts";
import {
  constantsProblems,
  unregisteredInConstants,
  type RegistrationProblem,
  type RegistrationSuggestion,
} from "../src/problems/constants-registrations.ts";
import { namesArray } from "../src/registries/names-array.ts";
import type { Registries } from "../src/registries/registries.ts";
import { serverConfigsObject } from "../src/registries/server-configs.ts";

type MessageIds =
  RegistrationProblem["messageId"] | RegistrationSuggestion["messageId"];

export const registeredInConstants = createRule<MessageIds, object>({
  name: "registered-in-constants",
  meta: {
    type: "problem",
    docs: {
      description:
        "require every server to have a name and a config in the constants file",
      presets: { recommended: true, strict: true },
      registries: ["constants"],
    },
    fixable: "code",
    hasSuggestions: true,
    schema: {},
    messages: {
      missingName: `{{server}} ({{definition}}) is not in ${namesArray}{{where}}, so the host does not know it. Add it to this list.`,
      missingConfig: `{{server}} ({{definition}}) has no entry in ${serverConfigsObject}{{where}}, so it has no id and nobody can use it. Add one with {{id}}.`,
      configClash: `{{server}} ({{definition}}) has no entry in ${serverConfigsObject}{{where}}, so it has no id and nobody can use it. Add one with {{id}}.{{byHand}}`,
      addConfig: "Add a config for {{server}} with the id {{id}}{{why}}.",
      misspeltName:
        "No server is called {{written}}, and {{server}} ({{definition}}) is not in this list{{where}}, so the host does not know it. Did you mean {{server}}? If so, correct the name; if this is the name of a server that is gone, remove it and keep its id in LEGACY_INTERNAL_MCP_SERVER_IDS.",
      misspeltConfig:
        "No server is called {{written}}, and {{server}} ({{definition}}) has no config{{where}}, so nobody can use it. Did you mean {{server}}? If so, correct the key; if this is the config of a server that is gone, remove it and add its id{{id}} to LEGACY_INTERNAL_MCP_SERVER_IDS.",
      orphanName:
        "No server called {{server}} is defined any more. Remove the name{{where}}; keep its id in LEGACY_INTERNAL_MCP_SERVER_IDS, because agents may still hold it.",
      orphanNameAlone:
        "No server called {{server}} is defined any more, and no config has this name. Remove it{{where}}.",
      orphanConfig:
        "No server called {{server}} is defined any more. Remove its config and add its id{{id}} to LEGACY_INTERNAL_MCP_SERVER_IDS, because agents may still hold it.",
      duplicateName:
        "{{server}} is in this list already (line {{line}}). Remove one of them.",
      duplicateConfig:
        "{{server}} has a config already (line {{line}}), and the later one wins. Remove one of them.",
      remove: "Remove this name.",
      removeConfig: "Remove the config in line {{line}}.",
      rename: "Call it '{{name}}'.",
      unregistered:
        "{{server}} is not fully registered in {{file}}: {{missing}}. Until then the host does not know it. {{advice}}",
      unregisteredElsewhere:
        "{{server}} is not fully registered: {{missing}}. Until then the host does not know it. Add what is missing there.",
      misspeltThere:
        "{{server}} is not fully registered in {{file}}: {{missing}}. Until then the host does not know it. Correct the name there, if it means this server.",
      unreadable:
        "Nobody can tell whether {{server}} is registered: {{file}}, which holds the names and configs of all servers, {{trouble}}. {{advice}}",
    },
  },
  defaults: {},
  looksAt: ["registries"],
  create(context) {
    return {
      Program() {
        const linted = lintedFile(context);
        const { registries } = linted;
        const problems = registries ? problemsOf(registries, linted) : [];
        for (const problem of problems) {
          const { data, fix, messageId, range, suggestions = [] } = problem;
          context.report({
            loc: locationOf(context, range),
            messageId,
            data,
            fix: fix ? fixWith(fix) : null,
            suggest: suggestions.map(({ edits, ...suggestion }) => ({
              ...suggestion,
              fix: fixWith(edits),
            })),
          });
        }
      },
    };
  },
});

function problemsOf(
  registries: Registries,
  linted: LintedFile,
): readonly RegistrationProblem[] {
  const { constants, role } = registries;
  if (role !== "constants") {
    return unregisteredInConstants(registries, linted);
  }
  return constants.status === "read"
    ? constantsProblems(constants.value, registries, linted)
    : [];
}
