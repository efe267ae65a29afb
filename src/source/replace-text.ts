import { escapeFor, readEscapes, type EscapedText } from "./escapes.ts";
import {
  unknownPart,
  type StaticText,
  type TextSegment,
} from "./static-text.ts";
import type { Quote } from "./static-value.ts";
import type { Range, SourceFile } from "./syntax-tree.ts";

export { escapeFor } from "./escapes.ts";

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
 * @param edits they may touch but not overlap; of two at one place the first
 *   comes first
 * @returns edits of `file`, in order, with the quotes and escapes that each
 *   place needs; `undefined` when an edit touches a part that isn't a literal
 *   of this file, or when the file no longer says what the text was read from
 */
export function editSource(
  file: SourceFile,
  text: StaticText,
  edits: readonly TextEdit[],
): SourceEdit[] | undefined {
  const inSegments = new Map<TextSegment, TextEdit[]>();
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  let covered = 0;
  for (const edit of sorted) {
    const pieces = edit.start < covered ? undefined : splitEdit(text, edit);
    // What stands for an unknown part must not get into a file.
    const inventsText = !text.complete && edit.text.includes(unknownPart);
    if (!pieces || inventsText) {
      return undefined;
    }
    covered = edit.end;
    for (const { piece, segment } of pieces) {
      const earlier = inSegments.get(segment) ?? [];
      earlier.push(piece);
      inSegments.set(segment, earlier);
    }
  }
  const result: SourceEdit[] = [];
  for (const [segment, pieces] of inSegments) {
    const edited = editSegment(file, text.text, segment, mergeTouching(pieces));
    if (!edited) {
      return undefined;
    }
    result.push(...edited);
  }
  return result;
}

/** The share of each literal in an edit; all of the new text goes first. */
function splitEdit(
  { segments }: StaticText,
  { end, start, text }: TextEdit,
): { segment: TextSegment; piece: TextEdit }[] | undefined {
  if (start === end) {
    const segment = segments.find(
      (candidate) => candidate.start <= start && start <= candidate.end,
    );
    return segment && [{ segment, piece: { start, end, text } }];
  }
  let covered = start;
  const pieces: { segment: TextSegment; piece: TextEdit }[] = [];
  for (const segment of segments) {
    if (segment.start >= end || segment.end <= start) {
      continue;
    }
    if (segment.start > covered) {
      return undefined;
    }
    const to = Math.min(end, segment.end);
    pieces.push({
      segment,
      piece: { start: covered, end: to, text: covered === start ? text : "" },
    });
    covered = to;
  }
  return covered === end ? pieces : undefined;
}

/** So that two edits never have to look at each other's escapes. */
function mergeTouching(edits: readonly TextEdit[]): TextEdit[] {
  const merged: TextEdit[] = [];
  for (const edit of edits) {
    const last = merged.at(-1);
    if (last?.end === edit.start) {
      merged[merged.length - 1] = {
        start: last.start,
        end: edit.end,
        text: last.text + edit.text,
      };
    } else {
      merged.push(edit);
    }
  }
  return merged;
}

function editSegment(
  file: SourceFile,
  text: string,
  segment: TextSegment,
  edits: readonly TextEdit[],
): SourceEdit[] | undefined {
  const { end, module, quote, range, skipped, start } = segment;
  const raw = file.text.slice(range[0], range[1]);
  const escaped = readEscapes(raw);
  // A stale reading, of a file that was edited since, says something else.
  if (
    module.path !== file.path ||
    escaped.text.slice(skipped, skipped + end - start) !==
      text.slice(start, end)
  ) {
    return undefined;
  }
  const result: SourceEdit[] = [];
  for (const edit of edits) {
    const from = escaped.offsets[skipped + edit.start - start];
    const to = escaped.offsets[skipped + edit.end - start];
    if (from === undefined || to === undefined) {
      return undefined;
    }
    const place = { raw, from, to, escaped };
    const { inserted, until } = spell(place, quote, edit.text);
    result.push({ range: [range[0] + from, range[0] + until], text: inserted });
  }
  return result;
}

interface Place {
  /** What stands between the quotes. */
  readonly raw: string;
  readonly from: number;
  readonly to: number;
  readonly escaped: EscapedText;
}

/**
 * Spells a text out for its place: with the line ends of its neighbours, and so
 * that it makes no escape or interpolation with what stands around it.
 */
function spell(
  { raw, from, to, escaped }: Place,
  quote: Quote,
  text: string,
): { inserted: string; until: number } {
  const before = raw.slice(0, from);
  const inserted =
    quote === "`" && raw.includes("\r\n")
      ? escapeFor(quote, text).replaceAll("\n", "\r\n")
      : escapeFor(quote, text);
  const next = inserted === "" ? (raw[to] ?? "") : (inserted[0] ?? "");
  if (escaped.octalEnds.has(from) && /\d/.test(next)) {
    const digit = `\\x3${next}`;
    return inserted === ""
      ? { inserted: digit, until: to + 1 }
      : { inserted: digit + inserted.slice(1), until: to };
  }
  if (quote !== "`") {
    return { inserted, until: to };
  }
  const opened = before.endsWith("$") && inserted.startsWith("{");
  const whole = opened ? `\\${inserted}` : inserted;
  const opens = (before + whole).endsWith("$") && raw[to] === "{";
  return { inserted: opens ? `${whole}\\` : whole, until: to };
}
