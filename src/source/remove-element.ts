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
    return removeWithin(text, [start, end]);
  }
  const lineEnd = text.indexOf("\n", to) + 1;
  return { range: [lineStart, lineEnd], text: "" };
}

/** An element beside others on its line goes with one of the commas around it. */
function removeWithin(text: string, [start, end]: Range): SourceEdit {
  const [comma = ""] = /^\s*,[ \t]*/.exec(text.slice(end, end + 400)) ?? [];
  const isLineEnd = /^\r?\n/.test(text.slice(end + comma.length));
  const before = text.slice(Math.max(0, start - 400), start);
  const [gap = ""] = (comma === "" ? /,\s*$/ : /[ \t]*$/).exec(before) ?? [];
  return comma === "" || isLineEnd
    ? { range: [start - gap.length, end + comma.length], text: "" }
    : { range: [start, end + comma.length], text: "" };
}
