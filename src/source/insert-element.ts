import { indentStep } from "./file-style.ts";
import type { SourceEdit } from "./replace-text.ts";
import type { Range } from "./syntax-tree.ts";

/** What is added to a list or an object literal, and behind what. */
export interface Insertion {
  readonly text: string;
  /** How many of the elements come before it. */
  readonly index: number;
}

/**
 * Writes elements into a list or an object literal, in the style of their
 * neighbours; those of one place in the order in which they are given.
 *
 * @param literal the whole literal, brackets included
 * @param elements the elements in source order
 * @returns edits that do not touch each other
 */
export function insertElements(
  text: string,
  literal: Range,
  elements: readonly Range[],
  insertions: readonly Insertion[],
): SourceEdit[] {
  const byIndex = new Map<number, string[]>();
  for (const { index, text: item } of insertions) {
    byIndex.set(index, [...(byIndex.get(index) ?? []), item]);
  }
  return Array.from(byIndex, ([index, items]) => {
    const before = elements[index - 1];
    if (before) {
      return insertBehind(text, before, items);
    }
    const [first] = elements;
    return first
      ? insertAhead(text, first, items)
      : insertOnly(text, literal, items);
  });
}

/** Behind an element, each item on a line of its own where that one is. */
export function insertBehind(
  text: string,
  [start, end]: Range,
  items: readonly string[],
): SourceEdit {
  const indent = indentOf(text, start);
  if (indent === undefined) {
    return { range: [end, end], text: `, ${items.join(", ")}` };
  }
  const newLine = lineBreak(text, start) + indent;
  const nextLine = text.indexOf("\n", end);
  const rest = text
    .slice(end, nextLine === -1 ? text.length : nextLine)
    .trimEnd();
  const [, comma, comment] = behindElement.exec(rest) ?? [];
  const added = items.map((item) => reindent(item, newLine));
  const lines = added.join(`,${newLine}`);
  // A comment on the neighbour's line stays with the neighbour.
  return comment === undefined
    ? { range: [end, end], text: `,${newLine}${lines}` }
    : {
        range: [end, end + rest.length],
        text: `,${comment}${newLine}${lines}${comma ?? ""}`,
      };
}

/** In place of an element; `short` where others share its line. */
export function replaceElement(
  text: string,
  range: Range,
  item: string,
  short: string,
): SourceEdit {
  const indent = indentOf(text, range[0]);
  return {
    range,
    text:
      indent === undefined
        ? short
        : reindent(item, lineBreak(text, range[0]) + indent),
  };
}

/** A comma, or none, and one comment that ends the line. */
const behindElement = /^(,?)(\s*(?:\/\/.*|\/\*(?:(?!\*\/).)*\*\/))$/;

function insertAhead(
  text: string,
  [start]: Range,
  items: readonly string[],
): SourceEdit {
  const indent = indentOf(text, start);
  const newLine = indent === undefined ? " " : lineBreak(text, start) + indent;
  const added = items.map((item) => `${reindent(item, newLine)},${newLine}`);
  return { range: [start, start], text: added.join("") };
}

function insertOnly(
  text: string,
  [start, end]: Range,
  items: readonly string[],
): SourceEdit {
  const inside = text.slice(start + 1, end - 1);
  const outer = lineBreak(text, end) + lineIndent(text, start);
  const newLine = outer + indentStep(text);
  const added = items.map((item) => `${newLine}${reindent(item, newLine)},`);
  return {
    range: [start + 1 + inside.trimEnd().length, end - 1],
    text: added.join("") + outer,
  };
}

/** The white space before an offset; `undefined` when other things are there. */
export function indentOf(text: string, offset: number): string | undefined {
  const indent = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  return indent.trim() === "" ? indent : undefined;
}

function lineAround(text: string, offset: number): string {
  return text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
}

/** Lines of an item are written with `\n` and without the list's own indent. */
function reindent(item: string, newLine: string): string {
  return newLine === " " ? item : item.replaceAll("\n", newLine);
}

/** Takes an element's own indent off its lines, so that it can be put elsewhere. */
export function dedent(item: string, text: string, [start]: Range): string {
  const indent = lineIndent(text, start);
  return item
    .replaceAll("\r\n", "\n")
    .split("\n")
    .map((line, index) =>
      index > 0 && line.startsWith(indent) ? line.slice(indent.length) : line,
    )
    .join("\n");
}

/** The white space at the start of the line of an offset. */
export function lineIndent(text: string, offset: number): string {
  return /^[ \t]*/.exec(lineAround(text, offset))?.[0] ?? "";
}

/** The line break before an offset; in the first line, the one that ends it. */
export function lineBreak(text: string, offset = 0): string {
  const before = text.lastIndexOf("\n", offset - 1);
  const at = before === -1 ? text.indexOf("\n") : before;
  return text[at - 1] === "\r" ? "\r\n" : "\n";
}
