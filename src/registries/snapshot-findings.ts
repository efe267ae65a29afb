import type { SourceEdit } from "../source/replace-text.ts";
import type { Range } from "../source/syntax-tree.ts";
import {
  readIdSnapshot,
  sharedIds,
  type SnapshotEntry,
  type SnapshotList,
  type SnapshotReading,
} from "./id-snapshot.ts";
import type { Registries } from "./registries.ts";
import { configNamed } from "./config-index.ts";
import type { ConfigId } from "./server-configs.ts";
import { type Trouble, valueOf } from "./registry.ts";
import {
  snapshotDrift,
  type Drift,
  type MissingLine,
} from "./snapshot-drift.ts";
import { addToSnapshot, renameLine, type NewLine } from "./snapshot-edits.ts";

/** What is to be said in the snapshot itself, and where. */
export type SnapshotFinding = {
  /** In the snapshot. */
  readonly range: Range;
  /** A line to add or to rename; on the first of several, all that can be added. */
  readonly edits?: readonly SourceEdit[] | undefined;
  /** Whether they need no person to look at them. */
  readonly isCertain?: boolean;
} & (
  | { readonly kind: "drift"; readonly drift: SnapshotDrift }
  /** A line whose name or id another one has. */
  | {
      readonly kind: "repeatedId" | "repeatedName";
      readonly entry: SnapshotEntry;
      readonly other: SnapshotEntry;
    }
  /** The same, where the constants give the id to the other, and this one its own. */
  | {
      readonly kind: "wrongId";
      readonly entry: SnapshotEntry;
      readonly other: SnapshotEntry;
      readonly own: ConfigId;
    }
  | { readonly kind: "broken"; readonly trouble: Trouble }
);

/** A changed id is a mistake in the configs: it is said there. */
export type SnapshotDrift = Exclude<Drift, { readonly kind: "changed" }>;

type ReadSnapshot = Extract<SnapshotReading, { readonly status: "read" }>;

/**
 * Judges the snapshot as the linted file.
 *
 * Manual servers that it lacks get their lines in one go, on the first finding,
 * so that they land in one pass. An automatic one needs a person: the host's
 * script comes first.
 */
export function snapshotFindings(
  registries: Registries,
  text: string,
): readonly SnapshotFinding[] {
  const { idSnapshot } = registries;
  const reading = readIdSnapshot(text);
  if (idSnapshot.status === "trouble") {
    const { trouble } = idSnapshot;
    const range = reading.status === "wrong-form" ? reading.range : undefined;
    return [{ kind: "broken", range: range ?? [0, 0], trouble }];
  }
  if (reading.status !== "read") {
    return [];
  }
  const drifts = snapshotDrift(registries).filter(
    (drift) => drift.kind !== "changed",
  );
  const missing = drifts.filter((drift) => drift.kind === "missing");
  const manual = missing.filter(({ list }) => list === "manual");
  const forAll = linesFor("manual", manual, reading, text);
  let isFirst = true;
  const ofDrifts = drifts.map((drift): SnapshotFinding => {
    if (drift.kind === "taken") {
      const { config, entry } = drift;
      const edits = renameLine(text, entry, config.name);
      return { kind: "drift", drift, range: entry.range, edits };
    }
    if (drift.kind !== "missing") {
      return { kind: "drift", drift, range: drift.entry.range };
    }
    const finding = { kind: "drift", drift, range: listPlace(drift, reading) };
    if (drift.list !== "manual") {
      const edits = drift.list && linesFor(drift.list, [drift], reading, text);
      return { ...finding, kind: "drift", edits };
    }
    const edits = isFirst ? forAll : undefined;
    isFirst = false;
    return { ...finding, kind: "drift", edits, isCertain: true };
  });
  return [...ofDrifts, ...repeatedLines(reading.entries, registries)];
}

function linesFor(
  list: SnapshotList,
  missing: readonly MissingLine[],
  { entries, lists }: ReadSnapshot,
  text: string,
): readonly SourceEdit[] | undefined {
  const place = lists[list];
  const lines = missing.flatMap(({ config: { id, name } }): NewLine[] =>
    id ? [{ name, id: id.value }] : [],
  );
  const own = entries.filter((entry) => entry.list === list);
  return place && lines.length > 0
    ? addToSnapshot(text, place, own, lines)
    : undefined;
}

/** The name of the list that lacks a line, else the start of the file. */
function listPlace({ list }: MissingLine, { lists }: ReadSnapshot): Range {
  return (list && lists[list]?.key) ?? [0, 0];
}

function repeatedLines(
  entries: readonly SnapshotEntry[],
  { constants }: Registries,
): readonly SnapshotFinding[] {
  const configs = valueOf(constants)?.configs;
  const idOf = ({ name }: SnapshotEntry): ConfigId | undefined =>
    configs && configNamed(configs, name)?.id;
  const firsts = new Map<string, SnapshotEntry>();
  for (const entry of entries) {
    firsts.set(entry.name, firsts.get(entry.name) ?? entry);
  }
  const shared = sharedIds(entries);
  return entries.flatMap((entry): SnapshotFinding[] => {
    const { id, name, range } = entry;
    const first = firsts.get(name);
    if (first && first !== entry) {
      return [{ kind: "repeatedName", range, entry, other: first }];
    }
    if (!shared.has(id)) {
      return [];
    }
    const sharing = entries.filter((one) => one.id === id);
    const owner = ownerOf(sharing, idOf);
    const other = owner ?? sharing[0];
    if (!other || other.name === name) {
      return [];
    }
    const own = owner && idOf(entry);
    return own
      ? [{ kind: "wrongId", range, entry, other, own }]
      : [{ kind: "repeatedId", range, entry, other }];
  });
}

/** Of several lines with one id, that of the only server with this id in the constants. */
function ownerOf(
  sharing: readonly SnapshotEntry[],
  idOf: (entry: SnapshotEntry) => ConfigId | undefined,
): SnapshotEntry | undefined {
  const owners = sharing.filter((entry) => idOf(entry)?.value === entry.id);
  const [owner] = owners;
  return owners.every(({ name }) => name === owner?.name) ? owner : undefined;
}
