import { createRule, type RuleContext } from "../src/create-rule.ts";
import { fixWith, renaming } from "../src/fix.ts";
import { lintedFile, type LintedFile } from "../src/linted-file.ts";
import { locationOf } from "../src/location.ts";
import {
  addToConstants,
  importableConfigs,
} from "../src/registries/constants-edits.ts";
import {
  differencesOf,
  lackOf,
  type Lack,
  type ListDifferences,
} from "../src/registries/list-differences.ts";
import {
  configEntries,
  configsFor,
  type ConfigEntry,
  type MissingConfig,
} from "../src/registries/missing-configs.ts";
import type { NamedEntry } from "../src/registries/named-entries.ts";
import { namesArray } from "../src/registries/names-array.ts";
import type { Constants, Registries } from "../src/registries/registries.ts";
import type { KnownDefinition } from "../src/registries/registration.ts";
import { serverConfigsObject } from "../src/registries/server-configs.ts";
import {
  clashWording,
  definedAt,
  definitionProblems,
  entryWording,
} from "../src/registry-wording.ts";
import { declaredName } from "../src/source/declared-name.ts";
import { renameKey } from "../src/source/property-key.ts";
import { removeElement } from "../src/source/remove-element.ts";
import { renameLiteral } from "../src/source/rename-literal.ts";
import type { SourceEdit } from "../src/source/replace-text.ts";
import { fileName, quoted } from "../src/wording.ts";

type MessageIds =
  | "addConfig"
  | "configClash"
  | "duplicateName"
  | "misspeltConfig"
  | "misspeltName"
  | "misspeltThere"
  | "missingConfig"
  | "missingName"
  | "orphanConfig"
  | "orphanName"
  | "remove"
  | "rename"
  | "unreadable"
  | "unregistered"
  | "unregisteredElsewhere";

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
      orphanConfig:
        "No server called {{server}} is defined any more. Remove its config and add its id{{id}} to LEGACY_INTERNAL_MCP_SERVER_IDS, because agents may still hold it.",
      duplicateName:
        "{{server}} is in this list already (line {{line}}). Remove one of them.",
      remove: "Remove this name.",
      rename: "Call it '{{name}}'.",
      unregistered:
        "{{server}} is not fully registered in {{file}}: {{missing}}. Until then the host does not know it. Run `eslint --fix` on that file, or add what is missing there.",
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
        if (registries?.role === "constants") {
          if (registries.constants.status === "read") {
            checkConstants(
              registries.constants.value,
              registries,
              linted,
              context,
            );
          }
        } else if (registries) {
          checkDefinitions(registries, linted, context);
        }
      },
    };
  },
});

function checkConstants(
  constants: Constants,
  registries: Registries,
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  const leftOut = linted.settings.unregistered.constants;
  const names = constants.names
    ? differencesOf(constants.names, leftOut, registries)
    : undefined;
  const configs = constants.configs
    ? differencesOf(configEntries(constants.configs), leftOut, registries)
    : undefined;
  const missing = {
    names: names?.missing ?? [],
    configs:
      configs && constants.configs
        ? configsFor(configs.missing, constants.configs, registries)
        : [],
  };
  reportMissing(missing, constants, registries, linted, context);
  if (names) {
    checkNames(constants, names, linted, context);
  }
  if (configs) {
    checkConfigs(constants, configs, linted, context);
  }
}

interface Missing {
  readonly names: readonly KnownDefinition[];
  readonly configs: readonly MissingConfig[];
}

function reportMissing(
  { configs, names }: Missing,
  constants: Constants,
  { registryFile }: Registries,
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  const certain = configs.filter(({ isCertain }) => isCertain);
  // One fix for all of them, so that it lands in one pass.
  const edits = addToConstants(
    {
      names: names.flatMap(
        ({ serverName }) => registryFile.partsOf(serverName) ?? [],
      ),
      configs: certain.flatMap(({ config }) => config ?? []),
    },
    constants,
    registryFile,
  );
  const { clashes } = importableConfigs(
    configs.flatMap(({ config }) => config ?? []),
    registryFile,
  );
  let fix: readonly SourceEdit[] | undefined = edits;
  const takeFix = () => {
    const taken = fix;
    fix = undefined;
    return taken ? fixWith(taken) : null;
  };
  for (const definition of names) {
    context.report({
      loc: locationOf(context, anchorOf(namesArray, linted)),
      messageId: "missingName",
      data: {
        server: quoted(definition.serverName),
        definition: definedAt(definition, linted),
        where: elsewhere(constants.names, linted),
      },
      fix: takeFix(),
    });
  }
  for (const missing of configs) {
    const { config, definition, isCertain } = missing;
    const own =
      config &&
      addToConstants({ names: [], configs: [config] }, constants, registryFile);
    const byHand = clashWording(clashes.get(definition.serverName));
    context.report({
      loc: locationOf(context, anchorOf(serverConfigsObject, linted)),
      messageId: byHand === undefined ? "missingConfig" : "configClash",
      data: {
        server: quoted(definition.serverName),
        definition: definedAt(definition, linted),
        where: elsewhere(constants.configs, linted),
        id: idWording(missing),
        ...(byHand === undefined ? {} : { byHand }),
      },
      fix: isCertain && byHand === undefined ? takeFix() : null,
      suggest:
        own && !isCertain
          ? [
              {
                messageId: "addConfig",
                data: {
                  server: quoted(definition.serverName),
                  id: config.id,
                  why: missing.isKnown
                    ? ", which it has in the snapshot"
                    : ", the next one that is free",
                },
                fix: fixWith(own),
              },
            ]
          : [],
    });
  }
}

function idWording({ id, isKnown }: MissingConfig): string {
  if (id === undefined) {
    return "an id that no server ever had";
  }
  return isKnown
    ? `the id ${String(id)}, which it has in the snapshot`
    : `an id that no server ever had, such as ${String(id)}`;
}

function anchorOf(
  name: string,
  { file }: LintedFile,
): readonly [number, number] {
  return declaredName(file, name) ?? [0, 0];
}

function checkNames(
  { names }: Constants,
  { gone, misspelt, repeated }: ListDifferences<NamedEntry>,
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  const where = elsewhere(names, linted);
  const locate = ({ range }: NamedEntry) =>
    locationOf(context, names?.range ? range : anchorOf(namesArray, linted));
  for (const { entry, meant } of misspelt) {
    const { isOwn, range } = entry;
    context.report({
      loc: locate(entry),
      messageId: "misspeltName",
      data: { ...misspeltData(entry, meant, linted), where },
      suggest: isOwn
        ? renaming(
            meant.serverName,
            renameLiteral(linted.file, range, meant.serverName),
          )
        : [],
    });
  }
  for (const { entry, first } of repeated) {
    context.report({
      loc: locationOf(context, entry.range),
      messageId: "duplicateName",
      data: { server: quoted(entry.name ?? ""), line: first.line },
      suggest: [removal(entry, context)],
    });
  }
  for (const entry of gone) {
    context.report({
      loc: locate(entry),
      messageId: "orphanName",
      data: { server: quoted(entry.name ?? ""), where },
      suggest: entry.isOwn ? [removal(entry, context)] : [],
    });
  }
}

function misspeltData(
  { name = "" }: NamedEntry,
  meant: KnownDefinition,
  linted: LintedFile,
) {
  return {
    written: quoted(name),
    server: quoted(meant.serverName),
    definition: definedAt(meant, linted),
  };
}

function removal(
  { range }: NamedEntry,
  { sourceCode }: RuleContext<MessageIds>,
) {
  return {
    messageId: "remove" as const,
    fix: fixWith([removeElement(sourceCode.text, range)]),
  };
}

function checkConfigs(
  { configs }: Constants,
  { gone, misspelt }: ListDifferences<ConfigEntry>,
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  for (const { entry, meant } of misspelt) {
    const { key } = entry;
    context.report({
      loc: locationOf(context, key ?? anchorOf(serverConfigsObject, linted)),
      messageId: "misspeltConfig",
      data: {
        ...misspeltData(entry, meant, linted),
        where: elsewhere(configs, linted),
        id: bracketedId(entry),
      },
      suggest: renaming(
        meant.serverName,
        key && renameKey(linted.file, key, meant.serverName),
      ),
    });
  }
  for (const entry of gone) {
    if (entry.key) {
      context.report({
        loc: locationOf(context, entry.key),
        messageId: "orphanConfig",
        data: { server: quoted(entry.name ?? ""), id: bracketedId(entry) },
      });
    }
  }
}

function bracketedId({ id }: ConfigEntry): string {
  return id ? ` (${String(id.value)})` : "";
}

function checkDefinitions(
  registries: Registries,
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  const leftOut = linted.settings.unregistered.constants;
  const lacksIn = ({ configs, names }: Constants, server: string) => ({
    name: names && lackOf(names, server, leftOut, registries),
    config:
      configs && lackOf(configEntries(configs), server, leftOut, registries),
  });
  const { constants } = registries;
  const problems = definitionProblems(
    constants,
    "constants",
    linted,
    (value, server) => {
      const { config, name } = lacksIn(value, server);
      return name?.misspelt ? name : (config ?? name);
    },
  );
  for (const { data, definition, messageId } of problems) {
    const value = constants.status === "read" ? constants.value : undefined;
    const { config, name } = value ? lacksIn(value, definition.serverName) : {};
    const missing = [
      ...(name ? [nameLackWording(name, value?.names, linted)] : []),
      ...(config ? [configLackWording(config, value?.configs, linted)] : []),
    ];
    const isElsewhere =
      !(name && value?.names?.range) && !(config && value?.configs?.range);
    context.report({
      loc: locationOf(context, definition.place),
      messageId:
        messageId === "unregistered" && isElsewhere
          ? "unregisteredElsewhere"
          : messageId,
      data: { ...data, missing: missing.join(", and ") },
    });
  }
}

function nameLackWording(
  { misspelt }: Lack,
  names: Constants["names"],
  linted: LintedFile,
): string {
  const list = namesArray + elsewhere(names, linted);
  return misspelt
    ? `${list} has ${entryWording(misspelt)} in its place, as no server is called`
    : `${list} does not list it`;
}

function configLackWording(
  { misspelt }: Lack,
  configs: Constants["configs"],
  linted: LintedFile,
): string {
  const object = serverConfigsObject + elsewhere(configs, linted);
  return misspelt
    ? `${object} has a config for ${entryWording(misspelt)} in its place, as no server is called`
    : `${object} has no config for it`;
}

/** Names the file of a list that the constants file only passes on. */
function elsewhere(
  list: Constants["configs"] | Constants["names"],
  linted: LintedFile,
): string {
  return list && !list.range ? ` (in ${fileName(list.file, linted)})` : "";
}
