import { indentStep } from "../source/file-style.ts";
import {
  dedent,
  insertElements,
  lineBreak,
  lineIndent,
} from "../source/insert-element.ts";
import type { SourceEdit } from "../source/replace-text.ts";
import type { Range } from "../source/syntax-tree.ts";
import type { SnapshotEntry, SnapshotListPlace } from "./id-snapshot.ts";
import type { WrittenList } from "./server-configs.ts";

/** A line to write. */
export interface NewLine {
  readonly name: string;
  readonly id: number;
}

/**
 * Writes lines into a list of the snapshot, in order of their ids and in the
 * layout of the lines that stand, which are left as they are.
 *
 * @param text the whole file
 * @param entries those of the list, in source order
 */
export function addToSnapshot(
  text: string,
  { range }: SnapshotListPlace,
  entries: readonly SnapshotEntry[],
  lines: readonly NewLine[],
): readonly SourceEdit[] {
  const sorted = [...lines].sort((a, b) => a.id - b.id);
  if (entries.length === 0) {
    return lines.length === 0 ? [] : [fillEmpty(text, range, sorted)];
  }
  const ids = entries.map(({ id }) => id);
  return insertElements(
    text,
    range,
    entries.map((entry) => entry.range),
    sorted.map((line) => {
      const index = placeFor(line.id, ids);
      const neighbour = entries[index - 1] ?? entries[index];
      return { index, text: lineLike(neighbour, line, text) };
    }),
  );
}

/** Gives a line another name; `undefined` where it holds more than a line does. */
export function renameLine(
  text: string,
  { id, range }: SnapshotEntry,
  name: string,
): readonly SourceEdit[] | undefined {
  const line = refilled(text.slice(...range), { id, name });
  return line === undefined ? undefined : [{ range, text: line }];
}

/**
 * Adds an id to a list of numbers: on one line in order, where the list has
 * one; else at its end, since a comment may be about all that a line holds.
 */
export function addToIds(
  text: string,
  { elements, range }: WrittenList,
  ids: readonly number[],
  id: number,
): readonly SourceEdit[] {
  const literal = text.slice(...range);
  if (/^\[\s*\]$/.test(literal)) {
    return [{ range, text: `[${String(id)}]` }];
  }
  const index = literal.includes("\n") ? elements.length : placeFor(id, ids);
  return insertElements(text, range, elements, [{ index, text: String(id) }]);
}

/** Behind how many ids a new one goes. */
function placeFor(id: number, ids: readonly number[]): number {
  const isSorted = ids.every(
    (other, index) => index === 0 || (ids[index - 1] ?? 0) <= other,
  );
  const next = isSorted ? ids.findIndex((other) => other > id) : -1;
  return next === -1 ? ids.length : next;
}

/** A line as its neighbour is written, where that holds just the same fields. */
function lineLike(
  neighbour: SnapshotEntry | undefined,
  line: NewLine,
  text: string,
): string {
  const form =
    neighbour && dedent(text.slice(...neighbour.range), text, neighbour.range);
  return (
    (form === undefined ? undefined : refilled(form, line)) ??
    `{ "name": ${JSON.stringify(line.name)}, "id": ${String(line.id)} }`
  );
}

const lineForm =
  /^(\{\s*"name"\s*:\s*)"(?:[^"\\]|\\.)*"(\s*,\s*"id"\s*:\s*)\d+(\s*\})$/;

function refilled(form: string, { id, name }: NewLine): string | undefined {
  const [, start, middle, end] = lineForm.exec(form) ?? [];
  return start === undefined || middle === undefined || end === undefined
    ? undefined
    : start + JSON.stringify(name) + middle + String(id) + end;
}

/** JSON takes no comma behind the last line. */
function fillEmpty(
  text: string,
  range: Range,
  lines: readonly NewLine[],
): SourceEdit {
  const indent = lineIndent(text, range[0]);
  const outer = lineBreak(text, range[1]) + indent;
  const inner = outer + indentStep(text);
  const written = lines.map(
    (line) => `${inner}${lineLike(undefined, line, text)}`,
  );
  return { range, text: `[${written.join(",")}${outer}]` };
}
