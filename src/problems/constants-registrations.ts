import type { LintedFile } from "../linted-file.ts";
import {
  addToConstants,
  importableConfigs,
} from "../registries/constants-edits.ts";
import {
  differencesOf,
  lackOf,
  type Lack,
  type ListDifferences,
} from "../registries/list-differences.ts";
import {
  configEntries,
  configsFor,
  hasCertainConfig,
  type ConfigEntry,
  type MissingConfig,
} from "../registries/missing-configs.ts";
import type { NamedEntry } from "../registries/named-entries.ts";
import { configOf } from "../registries/name-mismatches.ts";
import { namesArray } from "../registries/names-array.ts";
import type { Constants, Registries } from "../registries/registries.ts";
import type { KnownDefinition } from "../registries/registration.ts";
import { valueOf } from "../registries/registry.ts";
import { serverConfigsObject } from "../registries/server-configs.ts";
import { isShipped } from "../registries/server-ids.ts";
import {
  clashWording,
  definedAt,
  definitionProblems,
  entryWording,
  type DefinitionProblem,
} from "../registry-wording.ts";
import { declaredName } from "../source/declared-name.ts";
import { renameKey } from "../source/property-key.ts";
import { removeElement } from "../source/remove-element.ts";
import { renameLiteral } from "../source/rename-literal.ts";
import type { SourceEdit } from "../source/replace-text.ts";
import type { Range } from "../source/syntax-tree.ts";
import { fileName, quoted } from "../wording.ts";

// What the constants file and the definitions of servers say of each other.

/** A difference, as it is reported. */
export interface RegistrationProblem {
  readonly messageId:
    | DefinitionProblem["messageId"]
    | "configClash"
    | "duplicateConfig"
    | "duplicateName"
    | "misspeltConfig"
    | "misspeltName"
    | "missingConfig"
    | "missingName"
    | "orphanConfig"
    | "orphanName"
    | "orphanNameAlone"
    | "unregisteredElsewhere";
  readonly range: Range;
  readonly data: Readonly<Record<string, number | string>>;
  readonly fix?: readonly SourceEdit[] | undefined;
  readonly suggestions?: readonly RegistrationSuggestion[];
}

/** What may be done about one, after a look. */
export interface RegistrationSuggestion {
  readonly messageId: "addConfig" | "remove" | "removeConfig" | "rename";
  readonly data?: Readonly<Record<string, number | string>>;
  readonly edits: readonly SourceEdit[];
}

/** What is wrong in the constants file, which is the linted one. */
export function constantsProblems(
  constants: Constants,
  registries: Registries,
  linted: LintedFile,
): readonly RegistrationProblem[] {
  const leftOut = linted.settings.unregistered.constants;
  const names =
    constants.names && differencesOf(constants.names, leftOut, registries);
  const configs =
    constants.configs &&
    differencesOf(configEntries(constants.configs), leftOut, registries);
  const missing = {
    names: names?.missing ?? [],
    configs: constants.configs
      ? configsFor(configs?.missing ?? [], constants.configs, registries)
      : [],
  };
  return [
    ...missingProblems(missing, constants, registries, linted),
    ...(names ? nameProblems(constants, names, registries, linted) : []),
    ...(configs ? configProblems(constants, configs, registries, linted) : []),
  ];
}

interface Missing {
  readonly names: readonly KnownDefinition[];
  readonly configs: readonly MissingConfig[];
}

function missingProblems(
  { configs, names }: Missing,
  constants: Constants,
  { registryFile }: Registries,
  linted: LintedFile,
): readonly RegistrationProblem[] {
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
  const lacking = names.map((definition) => ({
    messageId: "missingName" as const,
    range: anchorOf(namesArray, linted),
    data: {
      ...serverData(definition, linted),
      where: elsewhere(constants.names, linted),
    },
    isFixed: true,
  }));
  const unconfigured = configs.map((missing) => {
    const { config, definition, isCertain } = missing;
    const own =
      config &&
      addToConstants({ names: [], configs: [config] }, constants, registryFile);
    const byHand = clashWording(clashes.get(definition.serverName));
    return {
      messageId:
        byHand === undefined
          ? ("missingConfig" as const)
          : ("configClash" as const),
      range: anchorOf(serverConfigsObject, linted),
      data: {
        ...serverData(definition, linted),
        where: elsewhere(constants.configs, linted),
        id: idWording(missing),
        ...(byHand === undefined ? {} : { byHand }),
      },
      isFixed: isCertain && byHand === undefined,
      suggestions: own && !isCertain ? [addition(missing, config.id, own)] : [],
    };
  });
  const all = [...lacking, ...unconfigured];
  const bearer = all.findIndex(({ isFixed }) => isFixed);
  return all.map((problem, index) =>
    index === bearer ? { ...problem, fix: edits } : problem,
  );
}

function addition(
  { definition, isKnown }: MissingConfig,
  id: number,
  edits: readonly SourceEdit[],
): RegistrationSuggestion {
  return {
    messageId: "addConfig",
    data: {
      server: quoted(definition.serverName),
      id,
      why: isKnown
        ? ", which it has in the snapshot"
        : ", the next one that is free",
    },
    edits,
  };
}

function idWording({ id, isKnown }: MissingConfig): string {
  if (id === undefined) {
    return "an id that no server ever had";
  }
  return isKnown
    ? `the id ${String(id)}, which it has in the snapshot`
    : `an id that no server ever had, such as ${String(id)}`;
}

function anchorOf(name: string, { file }: LintedFile): Range {
  return declaredName(file, name) ?? [0, 0];
}

function nameProblems(
  { names }: Constants,
  { gone, misspelt, repeated }: ListDifferences<NamedEntry>,
  registries: Registries,
  linted: LintedFile,
): readonly RegistrationProblem[] {
  const where = elsewhere(names, linted);
  const placeOf = ({ range }: NamedEntry): Range =>
    names?.range ? range : anchorOf(namesArray, linted);
  return [
    ...misspelt.map(({ entry, meant }) => ({
      messageId: "misspeltName" as const,
      range: placeOf(entry),
      data: { ...serverData(meant, linted), ...writtenData(entry), where },
      suggestions: entry.isOwn
        ? renaming(meant, (name) =>
            renameLiteral(linted.file, entry.range, name),
          )
        : [],
    })),
    ...repeated.map(({ entry, first }) => ({
      messageId: "duplicateName" as const,
      range: entry.range,
      data: { server: quoted(entry.name ?? ""), line: first.line },
      suggestions: [removal(entry, linted)],
    })),
    ...gone.map((entry) => ({
      // Without a config nothing is known of its id: a server that was renamed
      // still has it.
      messageId: configOf(entry.name ?? "", registries)
        ? ("orphanName" as const)
        : ("orphanNameAlone" as const),
      range: placeOf(entry),
      data: { server: quoted(entry.name ?? ""), where },
      suggestions: entry.isOwn ? [removal(entry, linted)] : [],
    })),
  ];
}

function configProblems(
  { configs }: Constants,
  { gone, misspelt, repeated }: ListDifferences<ConfigEntry>,
  { idSnapshot }: Registries,
  linted: LintedFile,
): readonly RegistrationProblem[] {
  return [
    ...misspelt.map(({ entry, meant }) => ({
      messageId: "misspeltConfig" as const,
      range: entry.key ?? anchorOf(serverConfigsObject, linted),
      data: {
        ...serverData(meant, linted),
        ...writtenData(entry),
        where: elsewhere(configs, linted),
        id: bracketedId(entry),
      },
      suggestions: renaming(
        meant,
        (name) => entry.key && renameKey(linted.file, entry.key, name),
      ),
    })),
    ...repeated.map(({ entry, first }) => {
      // What counts for nothing can go, unless it alone has the shipped id.
      const left =
        isShipped(first, idSnapshot) && !isShipped(entry, idSnapshot)
          ? entry
          : first;
      return {
        messageId: "duplicateConfig" as const,
        range: entry.key ?? entry.range,
        data: { server: quoted(entry.name ?? ""), line: first.line },
        suggestions: [
          {
            messageId: "removeConfig" as const,
            data: { line: left.line },
            edits: [removeElement(linted.file.text, left.range)],
          },
        ],
      };
    }),
    ...gone.flatMap((entry) =>
      entry.key
        ? [
            {
              messageId: "orphanConfig" as const,
              range: entry.key,
              data: {
                server: quoted(entry.name ?? ""),
                id: bracketedId(entry),
              },
            },
          ]
        : [],
    ),
  ];
}

function bracketedId({ id }: ConfigEntry): string {
  return id ? ` (${String(id.value)})` : "";
}

function serverData(definition: KnownDefinition, linted: LintedFile) {
  return {
    server: quoted(definition.serverName),
    definition: definedAt(definition, linted),
  };
}

function writtenData({ name = "" }: NamedEntry) {
  return { written: quoted(name) };
}

function renaming(
  { serverName }: KnownDefinition,
  rename: (name: string) => SourceEdit | undefined,
): readonly RegistrationSuggestion[] {
  const edit = rename(serverName);
  return edit
    ? [{ messageId: "rename", data: { name: serverName }, edits: [edit] }]
    : [];
}

function removal(
  { range }: NamedEntry,
  { file }: LintedFile,
): RegistrationSuggestion {
  return { messageId: "remove", edits: [removeElement(file.text, range)] };
}

/** What the constants file lacks of the servers that the linted file defines. */
export function unregisteredInConstants(
  registries: Registries,
  linted: LintedFile,
): readonly RegistrationProblem[] {
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
  return problems.map(({ data, definition, messageId }) => {
    const value = valueOf(constants);
    const { config, name } = value ? lacksIn(value, definition.serverName) : {};
    const missing = [
      ...(name ? [nameLackWording(name, value?.names, linted)] : []),
      ...(config ? [configLackWording(config, value?.configs, linted)] : []),
    ];
    const isElsewhere =
      !(name && value?.names?.range) && !(config && value?.configs?.range);
    return {
      messageId:
        messageId === "unregistered" && isElsewhere
          ? "unregisteredElsewhere"
          : messageId,
      range: definition.place,
      data: {
        ...data,
        missing: missing.join(", and "),
        ...(messageId === "unregistered"
          ? {
              advice: adviceFor(
                definition.serverName,
                { config, name },
                registries,
              ),
            }
          : {}),
      },
    };
  });
}

/** What to do in the constants file about a server that it lacks. */
function adviceFor(
  server: string,
  { config, name }: { config: Lack | undefined; name: Lack | undefined },
  registries: Registries,
): string {
  const { constants } = registries;
  const value = valueOf(constants);
  const isSuggested =
    config &&
    value?.configs &&
    !hasCertainConfig(server, value.configs, registries);
  if (!isSuggested) {
    return "Run `eslint --fix` on that file, and add there what it leaves to you.";
  }
  const before =
    name && value.names?.range
      ? "Run `eslint --fix` on that file for the name. "
      : "";
  return `${before}No fix adds the config, because it publishes the server: an editor may suggest it there, else write it by hand.`;
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
