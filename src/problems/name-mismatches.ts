import type { LintedFile } from "../linted-file.ts";
import {
  caseMismatches,
  configMismatches,
  configOf,
  namesake,
  samePlace,
  shippedNames,
  type ConfigMismatch,
} from "../registries/name-mismatches.ts";
import type { Registries } from "../registries/registries.ts";
import {
  knownDefinitions,
  type KnownDefinition,
} from "../registries/registration.ts";
import { serverConfigsObject } from "../registries/server-configs.ts";
import { configAt, definedAt } from "../registry-wording.ts";
import { renameKey } from "../source/property-key.ts";
import { renameLiteral } from "../source/rename-literal.ts";
import type { SourceEdit } from "../source/replace-text.ts";
import type { Range } from "../source/syntax-tree.ts";
import { fileName, quoted } from "../wording.ts";

// Where the config, the case and the definition of a server call it differently.

/** A name that is not the server's, whoever reports it. */
export interface NameProblem {
  readonly messageId:
    | "taken"
    | "wrongCase"
    | "wrongDefinition"
    | "wrongFactory"
    | "wrongInfo"
    | "wrongKey"
    | "wrongKeyThere"
    | "wrongMonitoring"
    | "wrongObject"
    | "wrongObjectThere";
  /** In the linted file. */
  readonly range: Range;
  readonly data: Readonly<Record<string, string>>;
  /** What to call it instead; nothing where no renaming is sure to be right. */
  readonly renames: readonly Rename[];
}

export interface Rename {
  readonly name: string;
  /** `undefined` where the wrong name is not written in the linted file. */
  readonly edit: SourceEdit | undefined;
}

/** The configs of the linted constants whose key is not their server's name. */
export function mismatchesInConstants(
  registries: Registries,
  linted: LintedFile,
): readonly NameProblem[] {
  return configMismatches(registries).flatMap(
    (mismatch) => configProblem(mismatch, registries, linted) ?? [],
  );
}

/** @returns `undefined` where it is reported at the server's definition */
function configProblem(
  mismatch: ConfigMismatch,
  registries: Registries,
  linted: LintedFile,
): NameProblem | undefined {
  const { file } = linted;
  const { blame, config, key, name, place } = mismatch;
  if (!config.key) {
    return undefined;
  }
  const data = namesOf(mismatch, linted);
  switch (blame) {
    case "serverInfo": {
      // It stands beside its key.
      const { range } = place;
      const edit = renameLiteral(file, range, key);
      const renames = [{ name: key, edit }];
      return { messageId: "wrongInfo", range, data, renames };
    }
    case "object":
      return {
        messageId: "wrongObject",
        range: config.key,
        data,
        renames: [],
      };
    case "definition":
      return isReportedThere(mismatch, registries)
        ? undefined
        : {
            messageId: "wrongKey",
            range: config.key,
            data: { ...data, shipped: shippedAs(name, registries) },
            renames: [],
          };
    case "key":
      return {
        messageId: "wrongKey",
        range: config.key,
        data: { ...data, shipped: shippedAs(name, registries) },
        renames: [{ name, edit: renameKey(file, config.key, name) }],
      };
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

/** The cases of the linted switch that return another server than they say. */
export function mismatchesInSwitch(
  registries: Registries,
  { file }: LintedFile,
): readonly NameProblem[] {
  const mismatches = caseMismatches(registries);
  const names = new Set(
    registries.switch.status === "read"
      ? registries.switch.value.entries.map(({ name }) => name)
      : [],
  );
  return mismatches.map(({ entry: { range }, made, name }) => ({
    messageId: "wrongCase",
    range,
    data: { name: quoted(name), made: quoted(made) },
    // Two cases of one name: then it is the returned server that is wrong.
    renames: names.has(made)
      ? []
      : [{ name: made, edit: renameLiteral(file, range, made) }],
  }));
}

/** The servers of the linted file that the host knows by another name, or not at all. */
export function mismatchesAtDefinitions(
  registries: Registries,
  linted: LintedFile,
): readonly NameProblem[] {
  return knownDefinitions(registries.definitions).flatMap((definition) =>
    isHeldRightly(definition, registries)
      ? []
      : (definitionProblem(definition, registries, linted) ?? []),
  );
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

function definitionProblem(
  definition: KnownDefinition,
  registries: Registries,
  linted: LintedFile,
): NameProblem | undefined {
  const { file, place: range, serverName } = definition;
  const mismatches = configMismatches(registries);
  const own = mismatches.find(
    // Of another server's config that is no name for this one.
    ({ blame, place }) =>
      blame !== "object" && samePlace(place, { file, range }),
  );
  if (own) {
    return wrongInConfig(own, range, registries, linted);
  }
  const other = mismatches.find(
    ({ blame, key }) => blame === "object" && key === serverName,
  );
  if (other) {
    return {
      messageId: "wrongObjectThere",
      range,
      data: { ...namesOf(other, linted), where: keyAt(other, linted) },
      renames: [],
    };
  }
  const known = namesake(definition, registries);
  return known
    ? {
        messageId: "taken",
        range,
        data: { server: quoted(serverName), where: definedAt(known, linted) },
        renames: [],
      }
    : undefined;
}

/** Of a server whose config has another key than it calls itself. */
function wrongInConfig(
  mismatch: ConfigMismatch,
  range: Range,
  registries: Registries,
  linted: LintedFile,
): NameProblem {
  const { blame, key } = mismatch;
  const data = { ...namesOf(mismatch, linted), where: keyAt(mismatch, linted) };
  return blame === "definition"
    ? {
        messageId: "wrongDefinition",
        range,
        data: { ...data, shipped: shippedAs(key, registries) },
        renames: [{ name: key, edit: renameLiteral(linted.file, range, key) }],
      }
    : { messageId: "wrongKeyThere", range, data, renames: [] };
}

function namesOf(
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

function keyAt({ config }: ConfigMismatch, linted: LintedFile): string {
  return `${serverConfigsObject} in ${configAt(config, linted)}`;
}
