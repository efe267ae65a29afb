import type { LintedFile } from "../linted-file.ts";
import type { SnapshotEntry } from "../registries/id-snapshot.ts";
import type { Registries } from "../registries/registries.ts";
import {
  knownDefinitions,
  registeredName,
} from "../registries/registration.ts";
import { valueOf } from "../registries/registry.ts";
import {
  legacyIdsList,
  serverConfigsObject,
  type ServerConfig,
  type ServerConfigs,
} from "../registries/server-configs.ts";
import {
  driftOf,
  snapshotDrift,
  type ConfigDrift,
  type GoneServer,
} from "../registries/snapshot-drift.ts";
import { addToIds } from "../registries/snapshot-edits.ts";
import { configAt, definitionProblems, idAt } from "../registry-wording.ts";
import { declaredName } from "../source/declared-name.ts";
import type { SourceEdit } from "../source/replace-text.ts";
import type { Range } from "../source/syntax-tree.ts";
import { fileName, quoted } from "../wording.ts";

// Configs that the id snapshot does not bear out: in the constants file, and at
// the definitions of their servers.

type Data = Readonly<Record<string, number | string>>;

/** Where configs and the id snapshot differ, whoever reports it. */
export interface SnapshotProblem {
  readonly messageId:
    | "broken"
    | "changed"
    | "changedTaken"
    | "goneLine"
    | "missing"
    | "missingAuto"
    | "missingManual"
    | "moved"
    | "movedLine"
    | "noSnapshot"
    | "notRetired"
    | "repeatedId"
    | "repeatedName"
    | "retiredLine"
    | "taken"
    | "takenLine"
    | "unlisted"
    | "unlistedAuto"
    | "unlistedManual"
    | "unreadable"
    | "wrongId";
  /** In the linted file. */
  readonly range: Range;
  readonly data: Data;
  readonly fix?: readonly SourceEdit[] | undefined;
  readonly suggestions?: readonly SnapshotSuggestion[];
}

/** What may be done about one, after a look. */
export interface SnapshotSuggestion {
  readonly messageId: "addLegacyId" | "addLine" | "renameLine" | "useShippedId";
  readonly data: Data;
  readonly edits: readonly SourceEdit[];
}

/** What is said of a problem, wherever that is. */
export type Wording = Pick<SnapshotProblem, "data" | "messageId">;

/** That no file holds the ids of the servers in the linted constants. */
export function lackOfSnapshot(
  registries: Registries,
  linted: LintedFile,
): readonly SnapshotProblem[] {
  if (!configsOf(registries)) {
    return [];
  }
  const { idSnapshot } = registries;
  return idSnapshot.status === "off" && idSnapshot.file
    ? [
        {
          messageId: "noSnapshot",
          range: declaredName(linted.file, serverConfigsObject) ?? [0, 0],
          data: { file: fileName(idSnapshot.file, linted) },
        },
      ]
    : [];
}

/** What the linted constants say otherwise than the snapshot. */
export function driftInConstants(
  registries: Registries,
  linted: LintedFile,
): readonly SnapshotProblem[] {
  const configs = configsOf(registries);
  return configs
    ? snapshotDrift(registries).flatMap((drift) =>
        drift.kind === "gone"
          ? notRetired(drift, configs, linted)
          : driftProblem(drift, linted),
      )
    : [];
}

function configsOf({ constants }: Registries): ServerConfigs | undefined {
  return valueOf(constants)?.configs;
}

function driftProblem(drift: ConfigDrift, linted: LintedFile): SnapshotProblem {
  const { config } = drift;
  return {
    ...driftWording(drift, config.key !== undefined, linted),
    range: placeOf(drift) ??
      config.key ??
      declaredName(linted.file, serverConfigsObject) ?? [0, 0],
    suggestions: backToShipped(drift),
  };
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

function backToShipped(drift: ConfigDrift): readonly SnapshotSuggestion[] {
  const range = drift.config.id?.literal;
  const id = drift.kind === "changed" ? drift.shipped : undefined;
  return range && id !== undefined
    ? [
        {
          messageId: "useShippedId",
          data: { id },
          edits: [{ range, text: String(id) }],
        },
      ]
    : [];
}

/** Nothing where the id is retired, or may be. */
function notRetired(
  { entry, isRetired }: GoneServer,
  { legacyIds, legacyList }: ServerConfigs,
  linted: LintedFile,
): readonly SnapshotProblem[] {
  if (isRetired !== false) {
    return [];
  }
  const { file } = linted;
  const { id } = entry;
  const ids = legacyIds.map(({ value }) => value);
  return [
    {
      messageId: "notRetired",
      range: declaredName(file, legacyIdsList) ??
        declaredName(file, serverConfigsObject) ?? [0, 0],
      data: { ...lineData(entry, linted), id },
      suggestions: legacyList
        ? [
            {
              messageId: "addLegacyId",
              data: { id },
              edits: addToIds(file.text, legacyList, ids, id),
            },
          ]
        : [],
    },
  ];
}

/** The same at the servers that the linted file defines; or that nobody can tell. */
export function driftAtDefinitions(
  registries: Registries,
  linted: LintedFile,
): readonly SnapshotProblem[] {
  const { definitions } = registries;
  // Most files define no server, and need no look at the snapshot.
  return definitions.length === 0
    ? []
    : [
        ...unreadable(registries, linted),
        ...knownDefinitions(definitions).flatMap((definition) =>
          driftOf(registeredName(definition, registries), registries).map(
            (drift) => ({
              ...driftWording(drift, false, linted),
              range: definition.place,
            }),
          ),
        ),
      ];
}

function unreadable(
  { idSnapshot }: Registries,
  linted: LintedFile,
): readonly SnapshotProblem[] {
  return definitionProblems(
    idSnapshot,
    "idSnapshot",
    linted,
    () => undefined,
  ).map(({ data, definition }) => ({
    messageId: "unreadable",
    range: definition.place,
    data,
  }));
}

/**
 * Says in the constants file, or at a definition, how a config drifted.
 *
 * @param isHere whether the config stands in the linted file
 */
function driftWording(
  drift: ConfigDrift,
  isHere: boolean,
  linted: LintedFile,
): Wording {
  const { config } = drift;
  const server = quoted(config.name);
  const file = snapshotName(linted);
  const idPlace = config.id && !isHere ? idAt(config.id, linted) : undefined;
  const id = `${idText(config)}${inBrackets(idPlace)}`;
  switch (drift.kind) {
    case "changed": {
      const { entry, shipped } = drift;
      return {
        messageId: shipped === undefined ? "changedTaken" : "changed",
        data: { server, id, file, line: entry.line, shipped: entry.id },
      };
    }
    case "moved": {
      const { config, entry } = drift;
      const place = isHere ? undefined : configAt(config, linted);
      const availability = `${config.availability.value}${inBrackets(place)}`;
      const { line, list } = entry;
      return {
        messageId: "moved",
        data: { server, availability, file, line, list },
      };
    }
    case "taken": {
      const { line, name } = drift.entry;
      return {
        messageId: "taken",
        data: { server, id, file, line, other: quoted(name) },
      };
    }
    case "missing":
      return {
        messageId:
          drift.list === undefined || !drift.config.id
            ? "unlisted"
            : drift.list === "auto"
              ? "unlistedAuto"
              : "unlistedManual",
        data: { server, id, file },
      };
  }
}

function inBrackets(place: string | undefined): string {
  return place === undefined ? "" : ` (in ${place})`;
}

/** A line of the snapshot, as messages in other files call it. */
function lineData(
  { line, name }: SnapshotEntry,
  linted: LintedFile,
): { readonly server: string; readonly file: string; readonly line: number } {
  return { server: quoted(name), file: snapshotName(linted), line };
}

function snapshotName(linted: LintedFile): string {
  const file = linted.registries?.idSnapshot.file;
  return file === undefined ? "the id snapshot" : fileName(file, linted);
}

/** Nothing where it can't be read: then no message names it. */
export function idText({ id }: ServerConfig): string {
  return id ? String(id.value) : "";
}
