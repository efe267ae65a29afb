import { escapeFor } from "./escapes.ts";
import type { SourceEdit } from "./replace-text.ts";
import type { Range, SourceFile } from "./syntax-tree.ts";

/**
 * Puts another text into a literal, in the quotes that it has.
 *
 * @returns `undefined` where no plain text literal stands
 */
export function renameLiteral(
  { text: source }: SourceFile,
  [start, end]: Range,
  text: string,
): SourceEdit | undefined {
  const quote = source[start];
  const isLiteral =
    (quote === '"' || quote === "'" || quote === "`") &&
    source[end - 1] === quote &&
    !source.slice(start + 1, end - 1).includes(quote) &&
    !source.slice(start, end).includes("${");
  return isLiteral
    ? { range: [start + 1, end - 1], text: escapeFor(quote, text) }
    : undefined;
}
