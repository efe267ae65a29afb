import type { SourceEdit } from "./replace-text.ts";
import type { Range } from "./syntax-tree.ts";

/**
 * Takes an element out of a list or an object literal, with the comma behind it
 * and the comment on its line.
 */
export function removeElement(text: string, [start, end]: Range): SourceEdit {
  const behind = /^\s*,?[ \t]*(?:\/\/[^\r\n]*)?/.exec(
    text.slice(end, end + 400),
  );
  const to = end + (behind?.[0].length ?? 0);
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const isOwnLine =
    text.slice(lineStart, start).trim() === "" && /^\r?\n/.test(text.slice(to));
  if (!isOwnLine) {
    // The white space that parted it from its neighbour goes as well.
    const before =
      /[ \t]*$/.exec(text.slice(lineStart, start))?.[0].length ?? 0;
    return { range: [start - before, to], text: "" };
  }
  const lineEnd = text.indexOf("\n", to) + 1;
  return { range: [lineStart, lineEnd], text: "" };
}
