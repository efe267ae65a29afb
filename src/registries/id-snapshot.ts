import { parseFile } from "../files/parse-file.ts";
import { isObject } from "../mcp/reading.ts";
import { findMember } from "../source/resolve.ts";
import { readModuleValues } from "../source/module-values.ts";
import { readText } from "../source/static-text.ts";
import type {
  ImportLookup,
  Located,
  ObjectValue,
} from "../source/static-value.ts";

/** The lists of the snapshot: hidden servers are among the automatic ones. */
export type SnapshotList = "auto" | "manual";

export interface SnapshotEntry {
  readonly name: string;
  readonly id: number;
  readonly list: SnapshotList;
  /** One-based. */
  readonly line: number;
}

export type SnapshotReading =
  | { readonly status: "read"; readonly entries: readonly SnapshotEntry[] }
  | {
      readonly status: "not-parsed";
      readonly reason: string;
      readonly line: number;
      readonly conflict: boolean;
    };

const noLookup: ImportLookup = () => undefined;

/**
 * Reads `{ "auto": [{ "name": "x", "id": 1 }], "manual": […] }`.
 *
 * JSON is read as the expression that it also is, so that each line has its
 * place. What is no entry is left out: the linter of the file reports it.
 */
export function readIdSnapshot(text: string): SnapshotReading {
  const json = text.replace(/^\uFEFF/, "");
  // No line break in front: lines stay what they are.
  const parsed = parseFile("snapshot.ts", `export default (${json}\n);`);
  if (parsed.status !== "parsed") {
    return parsed;
  }
  const module = readModuleValues(parsed.file);
  const exported = module.exported("default");
  const root = exported?.kind === "value" ? exported.value : undefined;
  const located = root && { value: root, module };
  if (!located || !isObject(located)) {
    return {
      status: "not-parsed",
      reason: 'it must be an object with the lists "auto" and "manual"',
      line: 1,
      conflict: false,
    };
  }
  const lists: readonly SnapshotList[] = ["auto", "manual"];
  return {
    status: "read",
    entries: lists.flatMap((list) => listEntries(located, list)),
  };
}

function listEntries(
  root: Located<ObjectValue>,
  list: SnapshotList,
): SnapshotEntry[] {
  const member = findMember(root, list, noLookup);
  const { module } = root;
  const value = member.kind === "known" ? member.located.value : undefined;
  return value?.kind === "array"
    ? value.elements.flatMap(
        (element) => readEntry({ value: element.value, module }, list) ?? [],
      )
    : [];
}

function readEntry(
  located: Located,
  list: SnapshotList,
): SnapshotEntry | undefined {
  if (!isObject(located)) {
    return undefined;
  }
  const name = findMember(located, "name", noLookup);
  const id = findMember(located, "id", noLookup);
  const text =
    name.kind === "known" ? readText(name.located, noLookup) : undefined;
  return text?.complete === true &&
    id.kind === "known" &&
    id.located.value.kind === "number"
    ? {
        name: text.text,
        id: id.located.value.value,
        list,
        line: located.module.lineAt(located.value.range[0]),
      }
    : undefined;
}
