import type { Quote } from "./static-value.ts";
import type { StaticText, TextSegment } from "./static-text.ts";
import type { Range, SourceFile } from "./syntax-tree.ts";

/** A replacement in a text: half-open offsets into it, and what goes there. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A replacement in a file. */
export interface SourceEdit {
  readonly range: Range;
  readonly text: string;
}

/**
 * Carries edits of a text back to the literals that spell it out.
 *
 * @returns edits of `file`, with the quotes and escapes that each place needs;
 *   `undefined` when an edit touches a part that isn't a literal of this file
 */
export function editSource(
  file: SourceFile,
  text: StaticText,
  edits: readonly TextEdit[],
): SourceEdit[] | undefined {
  const result: SourceEdit[] = [];
  for (const edit of edits) {
    const source = editOne(file, text, edit);
    if (!source) {
      return undefined;
    }
    result.push(...source);
  }
  return result;
}

function editOne(
  file: SourceFile,
  { segments }: StaticText,
  { end, start, text }: TextEdit,
): SourceEdit[] | undefined {
  const touched = segments.filter((segment) =>
    start === end
      ? segment.start <= start && start <= segment.end
      : segment.start < end && start < segment.end,
  );
  const first = touched[0];
  if (!first || touched.some(({ module }) => module.path !== file.path)) {
    return undefined;
  }
  let covered = start;
  const result: SourceEdit[] = [];
  for (const segment of start === end ? [first] : touched) {
    if (segment.start > covered) {
      return undefined;
    }
    const from = Math.max(start, segment.start);
    const to = Math.min(end, segment.end);
    const range = sourceRange(file, segment, from, to);
    if (!range) {
      return undefined;
    }
    // All of the new text goes where the old one began.
    const inserted = segment === first ? escapeFor(segment.quote, text) : "";
    result.push({ range, text: inserted });
    covered = to;
  }
  return covered === end ? result : undefined;
}

function sourceRange(
  file: SourceFile,
  segment: TextSegment,
  from: number,
  to: number,
): Range | undefined {
  const [start, end] = segment.range;
  const raw = file.text.slice(start, end);
  const before = segment.skipped - segment.start;
  const first = rawOffset(raw, before + from);
  const last = rawOffset(raw, before + to);
  return first === undefined || last === undefined
    ? undefined
    : [start + first, start + last];
}

/** Where in a literal's source the character at an offset of its text begins. */
function rawOffset(raw: string, offset: number): number | undefined {
  let source = 0;
  let text = 0;
  while (text < offset && source < raw.length) {
    const [rawLength, textLength] = nextCharacter(raw, source);
    source += rawLength;
    text += textLength;
  }
  // An offset inside an escape (half of a surrogate pair) has no place.
  return text === offset ? source : undefined;
}

const escape =
  /\\(?:u\{([\da-f]+)\}|u[\da-f]{4}|x[\da-f]{2}|[0-3]?[0-7]{1,2}|\r\n|[\s\S])/iy;

/** Lengths in the source and in the text of what stands at a place. */
function nextCharacter(raw: string, at: number): [number, number] {
  const character = raw[at];
  if (character === "\r" && raw[at + 1] === "\n") {
    return [2, 1];
  }
  if (character !== "\\") {
    return [1, 1];
  }
  escape.lastIndex = at;
  const match = escape.exec(raw);
  if (!match) {
    return [1, 1];
  }
  const [whole, codePoint] = match;
  if (codePoint !== undefined) {
    return [whole.length, Number.parseInt(codePoint, 16) > 0xffff ? 2 : 1];
  }
  const isContinuation = /^\\[\r\n\u2028\u2029]/.test(whole);
  return [whole.length, isContinuation ? 0 : 1];
}

/** Spells a text out for the inside of a literal with the given quotes. */
export function escapeFor(quote: Quote, text: string): string {
  const escaped = text.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`);
  return quote === "`"
    ? escaped.replaceAll("${", "\\${")
    : escaped
        .replaceAll("\n", "\\n")
        .replaceAll("\r", "\\r")
        .replaceAll("\u2028", "\\u2028")
        .replaceAll("\u2029", "\\u2029");
}
