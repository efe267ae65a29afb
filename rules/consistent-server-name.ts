import { createRule, type RuleContext } from "../src/create-rule.ts";
import { renaming } from "../src/fix.ts";
import { lintedFile, type LintedFile } from "../src/linted-file.ts";
import { locationOf } from "../src/location.ts";
import {
  caseMismatches,
  configMismatches,
  configOf,
  namesake,
  samePlace,
  shippedNames,
  type ConfigMismatch,
} from "../src/registries/name-mismatches.ts";
import type { Registries } from "../src/registries/registries.ts";
import {
  knownDefinitions,
  type KnownDefinition,
} from "../src/registries/registration.ts";
import { definedAt } from "../src/registry-wording.ts";
import { serverConfigsObject } from "../src/registries/server-configs.ts";
import { nameProblems } from "../src/problems/server-names.ts";
import { renameKey } from "../src/source/property-key.ts";
import { renameLiteral } from "../src/source/rename-literal.ts";
import { alternatives, fileName, quoted } from "../src/wording.ts";

type MessageIds =
  | "taken"
  | "wrongCase"
  | "wrongDefinition"
  | "wrongFactory"
  | "wrongInfo"
  | "wrongKey"
  | "wrongKeyThere"
  | "wrongMonitoring"
  | "wrongObject"
  | "wrongObjectThere"
  | "rename";

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
        switch (registries?.role) {
          case "constants":
            checkConfigs(registries, linted, context);
            return;
          case "switch":
            checkCases(registries, linted, context);
            return;
          case undefined:
            if (registries) {
              checkDefinitions(registries, linted, context);
              checkNames(registries, linted, context);
            }
            return;
          default:
        }
      },
    };
  },
});

function checkConfigs(
  registries: Registries,
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  const { file } = linted;
  for (const mismatch of configMismatches(registries)) {
    const { blame, config, key, name, place } = mismatch;
    if (!config.key) {
      continue;
    }
    const data = dataOf(mismatch, linted);
    if (blame === "serverInfo") {
      const range = place.file === file.path ? place.range : config.key;
      context.report({
        loc: locationOf(context, range),
        messageId: "wrongInfo",
        data,
        suggest: renaming(key, renameLiteral(file, range, key)),
      });
    } else if (blame === "object") {
      context.report({
        loc: locationOf(context, config.key),
        messageId: "wrongObject",
        data,
      });
    } else if (blame === "key" || !isReportedThere(mismatch, registries)) {
      context.report({
        loc: locationOf(context, config.key),
        messageId: "wrongKey",
        data: { ...data, shipped: shippedAs(name, registries) },
        suggest:
          blame === "key"
            ? renaming(name, renameKey(file, config.key, name))
            : [],
      });
    }
  }
}

/** Whether the definition is in a folder whose files are looked at. */
function isReportedThere(
  { name, place }: ConfigMismatch,
  { inventory }: Registries,
): boolean {
  return (inventory.servers.get(name) ?? []).some((definition) =>
    samePlace(place, { file: definition.file, range: definition.place }),
  );
}

function checkCases(
  registries: Registries,
  { file }: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  const mismatches = caseMismatches(registries);
  const names = new Set(
    registries.switch.status === "read"
      ? registries.switch.value.entries.map(({ name }) => name)
      : [],
  );
  for (const { entry, made, name } of mismatches) {
    context.report({
      loc: locationOf(context, entry.range),
      messageId: "wrongCase",
      data: { name: quoted(name), made: quoted(made) },
      // Two cases of one name: then it is the returned server that is wrong.
      suggest: names.has(made)
        ? []
        : renaming(made, renameLiteral(file, entry.range, made)),
    });
  }
}

function checkDefinitions(
  registries: Registries,
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  for (const definition of knownDefinitions(registries.definitions)) {
    if (isHeldRightly(definition, registries)) {
      continue;
    }
    const { place, serverName } = definition;
    const here = { file: definition.file, range: place };
    const loc = locationOf(context, place);
    const mismatches = configMismatches(registries);
    const own = mismatches.find((mismatch) => samePlace(mismatch.place, here));
    const other = mismatches.find(
      ({ blame, key }) => blame === "object" && key === serverName,
    );
    if (own) {
      const isWrongHere = own.blame === "definition";
      context.report({
        loc,
        messageId: isWrongHere ? "wrongDefinition" : "wrongKeyThere",
        data: {
          ...dataOf(own, linted),
          where: configAt(own, linted),
          shipped: shippedAs(own.key, registries),
        },
        suggest: isWrongHere
          ? renaming(own.key, renameLiteral(linted.file, place, own.key))
          : [],
      });
    } else if (other) {
      context.report({
        loc,
        messageId: "wrongObjectThere",
        data: { ...dataOf(other, linted), where: configAt(other, linted) },
      });
    } else {
      const known = namesake(definition, registries);
      if (known) {
        context.report({
          loc,
          messageId: "taken",
          data: { server: quoted(serverName), where: definedAt(known, linted) },
        });
      }
    }
  }
}

/**
 * Whether the config of a definition's name holds its server object. Asks for
 * no other server, and so for no other file.
 */
function isHeldRightly(
  { file, serverName }: KnownDefinition,
  registries: Registries,
): boolean {
  const config = configOf(serverName, registries);
  const target = config && registries.targetOf(config);
  return (
    target?.kind === "server" &&
    target.name === serverName &&
    target.file === file
  );
}

function checkNames(
  registries: Registries,
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  for (const problem of nameProblems(registries, linted)) {
    const { expected, kind, range, written } = problem;
    context.report({
      loc: locationOf(context, range),
      messageId: kind === "factory" ? "wrongFactory" : "wrongMonitoring",
      data: {
        written: quoted(written),
        expected: alternatives(expected.map(quoted)),
      },
      suggest: expected.flatMap((name) =>
        renaming(name, renameLiteral(linted.file, range, name)),
      ),
    });
  }
}

function dataOf(
  { key, line, name, place }: ConfigMismatch,
  linted: LintedFile,
): Record<"key" | "name" | "where", string> {
  return {
    key: quoted(key),
    name: quoted(name),
    where: `${fileName(place.file, linted)}, line ${String(line)}`,
  };
}

/** Said of the name that the id snapshot holds: it is the one that stays. */
function shippedAs(name: string, registries: Registries): string {
  return shippedNames(registries).has(name)
    ? ", the name under which it is shipped"
    : "";
}

function configAt({ config }: ConfigMismatch, linted: LintedFile): string {
  const { line, located } = config;
  return `${serverConfigsObject} in ${fileName(located.module.path, linted)}, line ${String(line)}`;
}
