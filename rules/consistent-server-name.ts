import { createRule } from "../src/create-rule.ts";
import { renaming } from "../src/fix.ts";
import { lintedFile, type LintedFile } from "../src/linted-file.ts";
import { locationOf } from "../src/location.ts";
import {
  mismatchesAtDefinitions,
  mismatchesInConstants,
  mismatchesInSwitch,
  type NameProblem,
} from "../src/problems/name-mismatches.ts";
import { nameProblems } from "../src/problems/server-names.ts";
import type { Registries } from "../src/registries/registries.ts";

type MessageIds = NameProblem["messageId"] | "rename";

export const consistentServerName = createRule<MessageIds, object>({
  name: "consistent-server-name",
  meta: {
    type: "problem",
    docs: {
      description: "require a server to have one name everywhere",
      presets: { recommended: true, strict: true },
      registries: ["constants", "switch"],
    },
    hasSuggestions: true,
    schema: {},
    messages: {
      wrongKey:
        "The key of this config is {{key}}, but the server calls itself {{name}} ({{where}}){{shipped}}. The host looks it up by the key, so the two must agree. Rename the one that is wrong.",
      wrongInfo:
        "The `serverInfo` of {{key}} calls it {{name}}. The host looks the server up by its key and shows this name, so the two must agree. Call it {{key}} here.",
      wrongObject:
        "The config of {{key}} holds the server object of {{name}} ({{where}}), which is another server. Give {{key}} its own server object.",
      wrongDefinition:
        "The server calls itself {{name}}, but its config ({{where}}) calls it {{key}}{{shipped}}. The host looks it up by that key, so the two must agree. Call it {{key}} here.",
      wrongKeyThere:
        "The server calls itself {{name}}, but its config ({{where}}) calls it {{key}}. The host looks it up by that key, so the two must agree. Rename the one that is wrong.",
      wrongObjectThere:
        "The config of {{key}} ({{where}}) does not hold this server but {{name}}. Give it this server's object there.",
      taken:
        "{{server}} is the name of the server in {{where}}, and that is the one the host knows by it, so this one is registered nowhere. Give it a name of its own.",
      wrongCase:
        "This case is for {{name}} but returns the server {{made}}, so calls of the one reach the other. Return the server {{name}} here, or correct the case.",
      wrongFactory:
        "This makes a server called {{written}}, but the server of this folder is called {{expected}}, so the host finds no config for it, or another server's. Call it {{expected}} here.",
      wrongMonitoring:
        "The tools are monitored as those of {{written}}, but the server is called {{expected}}, so its metrics are filed under another name. Call it {{expected}} here, too.",
      rename: "Call it '{{name}}'.",
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
        for (const { data, messageId, range, renames } of problems) {
          context.report({
            loc: locationOf(context, range),
            messageId,
            data,
            suggest: renames.flatMap(({ edit, name }) => renaming(name, edit)),
          });
        }
      },
    };
  },
});

function problemsOf(
  registries: Registries,
  linted: LintedFile,
): readonly NameProblem[] {
  switch (registries.role) {
    case "constants":
      return mismatchesInConstants(registries, linted);
    case "switch":
      return mismatchesInSwitch(registries, linted);
    case undefined:
      return [
        ...mismatchesAtDefinitions(registries, linted),
        ...nameProblems(registries, linted),
      ];
    default:
      return [];
  }
}
