import { holdsConflict, parseFile } from "../files/parse-file.ts";
import { isObject } from "../mcp/reading.ts";
import { readModuleValues } from "../source/module-values.ts";
import { findMember, noLookup } from "../source/resolve.ts";
import { readText } from "../source/static-text.ts";
import type { Located, ObjectValue } from "../source/static-value.ts";
import type { Range } from "../source/syntax-tree.ts";
import type { WrongForm } from "./registry.ts";

/** The lists of the snapshot: hidden servers are among the automatic ones. */
export type SnapshotList = "auto" | "manual";

export interface SnapshotEntry {
  readonly name: string;
  readonly id: number;
  readonly list: SnapshotList;
  /** One-based. */
  readonly line: number;
  /** In the snapshot, without a BOM. */
  readonly range: Range;
}

/** The ids that a snapshot gives to several servers: it can't say whose they are. */
export function sharedIds(
  entries: readonly SnapshotEntry[],
): ReadonlySet<number> {
  const owners = new Map<number, string>();
  const shared = new Set<number>();
  for (const { id, name } of entries) {
    const owner = owners.get(id) ?? name;
    owners.set(id, owner);
    if (owner !== name) {
      shared.add(id);
    }
  }
  return shared;
}

/** A list of the snapshot as it is written. */
export interface SnapshotListPlace {
  /** Its name in the file, quotes included. */
  readonly key: Range;
  /** The list, brackets included. */
  readonly range: Range;
}

export type SnapshotReading =
  | {
      readonly status: "read";
      readonly entries: readonly SnapshotEntry[];
      readonly lists: Readonly<
        Partial<Record<SnapshotList, SnapshotListPlace>>
      >;
    }
  | {
      readonly status: "not-parsed";
      readonly reason: string;
      readonly line: number;
      readonly conflict: boolean;
    }
  | MisshapenSnapshot;

/** JSON, but no snapshot. */
interface MisshapenSnapshot extends WrongForm {
  /** What is wrong, in the snapshot without a BOM. */
  readonly range: Range;
}

/** No line break in it: lines stay what they are. */
const prefix = "export default (";

/**
 * Reads `{ "auto": [{ "name": "x", "id": 1 }], "manual": […] }`.
 *
 * JSON is read as the expression that it also is, so that each line has its
 * place. A list with anything else in it is not read at all: a server would
 * seem to be missing that only has a broken line.
 */
export function readIdSnapshot(text: string): SnapshotReading {
  const json = text.replace(/^\uFEFF/, "");
  const parsed = parseFile("snapshot.ts", `${prefix}${json}\n);`);
  if (parsed.status !== "parsed") {
    // What stands before the text would hide a mark in its first line.
    return { ...parsed, conflict: holdsConflict(json) };
  }
  const module = readModuleValues(parsed.file);
  const exported = module.exported("default");
  const root = exported?.kind === "value" ? exported.value : undefined;
  const located = root && { value: root, module };
  if (!located || !isObject(located)) {
    const reason = 'it must be an object with the lists "auto" and "manual"';
    return located
      ? unlike(reason, located)
      : { status: "wrong-form", reason, line: 1, range: [0, 0] };
  }
  const auto = readList(located, "auto");
  const manual = readList(located, "manual");
  if ("status" in auto) {
    return auto;
  }
  if ("status" in manual) {
    return manual;
  }
  return {
    status: "read",
    entries: [...auto.entries, ...manual.entries],
    lists: {
      ...(auto.place ? { auto: auto.place } : {}),
      ...(manual.place ? { manual: manual.place } : {}),
    },
  };
}

function unlike(reason: string, { module, value }: Located): MisshapenSnapshot {
  return {
    status: "wrong-form",
    reason,
    line: module.lineAt(value.range[0]),
    range: inText(value.range),
  };
}

interface ReadList {
  readonly entries: readonly SnapshotEntry[];
  readonly place?: SnapshotListPlace;
}

function readList(
  root: Located<ObjectValue>,
  list: SnapshotList,
): MisshapenSnapshot | ReadList {
  const { module } = root;
  const member = findMember(root, list, noLookup);
  if (member.kind !== "known") {
    return { entries: [] };
  }
  const { value } = member.located;
  if (value.kind !== "array") {
    return unlike(`"${list}" must be a list`, member.located);
  }
  const entries: SnapshotEntry[] = [];
  for (const { value: element } of value.elements) {
    const entry = readEntry({ value: element, module }, list);
    if ("status" in entry) {
      return entry;
    }
    entries.push(entry);
  }
  const key = root.value.members.findLast(
    (one) => one.kind === "property" && one.value === value,
  );
  return {
    entries,
    place: {
      key: inText(key?.kind === "property" ? key.key.range : value.range),
      range: inText(value.range),
    },
  };
}

function readEntry(
  located: Located,
  list: SnapshotList,
): MisshapenSnapshot | SnapshotEntry {
  const reason = 'an entry must be like { "name": "x", "id": 1 }';
  if (!isObject(located)) {
    return unlike(reason, located);
  }
  const name = findMember(located, "name", noLookup);
  const id = findMember(located, "id", noLookup);
  const text =
    name.kind === "known" ? readText(name.located, noLookup) : undefined;
  if (text?.complete !== true || id.kind !== "known") {
    return unlike(reason, located);
  }
  const { value } = id.located;
  return value.kind === "number"
    ? {
        name: text.text,
        id: value.value,
        list,
        line: located.module.lineAt(located.value.range[0]),
        range: inText(located.value.range),
      }
    : unlike('an "id" must be a number', id.located);
}

function inText([start, end]: Range): Range {
  return [start - prefix.length, end - prefix.length];
}
