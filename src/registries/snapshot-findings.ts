import type { SourceEdit } from "../source/replace-text.ts";
import type { Range } from "../source/syntax-tree.ts";
import {
  readIdSnapshot,
  type SnapshotEntry,
  type SnapshotList,
  type SnapshotReading,
} from "./id-snapshot.ts";
import type { Registries } from "./registries.ts";
import type { Trouble } from "./registry.ts";
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
  /** A line whose name or id an earlier one has. */
  | {
      readonly kind: "repeatedId" | "repeatedName";
      readonly entry: SnapshotEntry;
      readonly first: SnapshotEntry;
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
  if (idSnapshot.status === "trouble") {
    const { trouble } = idSnapshot;
    return [{ kind: "broken", range: [0, 0], trouble }];
  }
  const reading = readIdSnapshot(text);
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
  return [...ofDrifts, ...repeatedLines(reading.entries)];
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

function repeatedLines(entries: readonly SnapshotEntry[]): SnapshotFinding[] {
  const byName = new Map<string, SnapshotEntry>();
  const byId = new Map<number, SnapshotEntry>();
  return entries.flatMap((entry): SnapshotFinding[] => {
    const { id, name, range } = entry;
    const sameName = byName.get(name);
    const sameId = byId.get(id);
    byName.set(name, sameName ?? entry);
    byId.set(id, sameId ?? entry);
    if (sameName) {
      return [{ kind: "repeatedName", range, entry, first: sameName }];
    }
    return sameId ? [{ kind: "repeatedId", range, entry, first: sameId }] : [];
  });
}
