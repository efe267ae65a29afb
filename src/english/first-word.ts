import type { TextEdit } from "./text-edit.ts";

/** What stands before the first word and hides it. */
export type MarkKind =
  "emoji" | "bullet" | "heading" | "emphasis" | "quote" | "label";

/** What is in front of the first word. */
export interface FirstWord {
  /** Offset of the first word; the text's length when there is none. */
  readonly start: number;
  /** The marks in front of it, from the left; empty when only white space is. */
  readonly marks: readonly MarkKind[];
  /** Removes the marks (and closes what they opened). */
  readonly edits: readonly TextEdit[];
  /** A bracketed label that means something (“[BETA]”). */
  readonly label: string | undefined;
}

/** No opening is longer than this; more of it is not read. */
const LONGEST_OPENING = 400;

// Joiners, selectors and skin tones are listed one by one on purpose.
const EMOJI =
  // eslint-disable-next-line no-misleading-character-class
  /^(?:[\p{Extended_Pictographic}\p{Regional_Indicator}\u200d\ufe0f\u{1f3fb}-\u{1f3ff}\u20e3]|[0-9#*]\ufe0f\u20e3)+/u;
const BULLET =
  /^(?:[-+*•·▪‣◦●○■□◆▶►→⇒➜✓✔»>–—|~:;,.]+|\(?\d{1,3}[.)]|\([a-z]\))\s+/u;
const HEADING = /^#{1,6}\s+/;
const EMPHASIS = /^(?:\*{1,3}|_{1,3}|~{1,2}|`{1,3})(?=\S)/;
const LABEL =
  /^(?:\[[^\][\n]{1,60}\]|\([^()\n]{2,60}\)|\{[^{}\n]{1,60}\}|<[^<>\n]{1,60}>|【[^【】\n]{1,60}】)/;
const CLOSING_QUOTE: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  "“": "”",
  "„": "“",
  "‘": "’",
  "«": "»",
  "‹": "›",
};
const SPACE = /^\s+/;

/**
 * Looks through white space, emoji, bullets, Markdown marks, quotes and bracketed labels at the start of a text. White space alone counts as
 * nothing. Never fails: a text without a word gives a start at its end (or at 400 characters of marks, beyond which nothing is read).
 */
export function findFirstWord(text: string): FirstWord {
  let at = text.length - text.trimStart().length;
  // Most texts start with a letter, and no pattern is needed.
  if (/[a-z]/i.test(text.charAt(at)))
    return { start: at, marks: [], edits: [], label: undefined };
  const from = at;
  const limit = Math.min(text.length, from + LONGEST_OPENING);
  const marks: MarkKind[] = [];
  const closers: TextEdit[] = [];
  let label: string | undefined;
  while (at < limit) {
    const rest = text.slice(at, limit);
    const space = SPACE.exec(rest)?.[0].length ?? 0;
    if (space > 0) {
      at += space;
      continue;
    }
    if (
      /^[\p{L}\p{N}_]/u.test(rest) &&
      !/^\d{1,3}[.)]\s/.test(rest) &&
      !/^_+\S/.test(rest) &&
      !/^[0-9]\ufe0f/.test(rest)
    )
      break;
    const mark = markAt(text, at, rest);
    if (mark === undefined) break;
    marks.push(mark.kind);
    if (mark.closer !== undefined) closers.push({ ...mark.closer, text: "" });
    if (mark.label !== undefined)
      label = label === undefined ? mark.label : `${label} ${mark.label}`;
    at += mark.length;
  }
  if (marks.length === 0) return { start: at, marks, edits: [], label };
  return {
    start: at,
    marks,
    edits: [
      { start: from, end: at, text: "" },
      ...closers.filter((edit) => edit.end > edit.start),
    ],
    label,
  };
}

interface Mark {
  readonly kind: MarkKind;
  readonly length: number;
  readonly closer?: { readonly start: number; readonly end: number };
  readonly label?: string;
}

function markAt(text: string, at: number, rest: string): Mark | undefined {
  const simple = (pattern: RegExp, kind: MarkKind): Mark | undefined => {
    const found = pattern.exec(rest)?.[0];
    return found === undefined ? undefined : { kind, length: found.length };
  };
  // "(Re)generate" is one word.
  if (/^\([\p{L}]{1,6}-?\)[\p{L}]/u.test(rest)) return undefined;
  const label = LABEL.exec(rest)?.[0];
  if (label !== undefined && /[\p{L}]/u.test(label)) {
    const gap =
      /^\s*[:\-–—]?\s*/.exec(rest.slice(label.length))?.[0].length ?? 0;
    return { kind: "label", length: label.length + gap, label };
  }
  return (
    simple(EMOJI, "emoji") ??
    simple(HEADING, "heading") ??
    simple(BULLET, "bullet") ??
    emphasisAt(text, at, rest) ??
    quoteAt(text, at, rest) ??
    oddCharacter(rest)
  );
}

function emphasisAt(text: string, at: number, rest: string): Mark | undefined {
  const opener = EMPHASIS.exec(rest)?.[0];
  if (opener === undefined) return undefined;
  const close = text
    .slice(0, at + LONGEST_OPENING)
    .indexOf(opener, at + opener.length);
  return {
    kind: "emphasis",
    length: opener.length,
    ...(close > 0
      ? { closer: { start: close, end: close + opener.length } }
      : {}),
  };
}

function quoteAt(text: string, at: number, rest: string): Mark | undefined {
  const opener = rest.charAt(0);
  if (!Object.hasOwn(CLOSING_QUOTE, opener)) return undefined;
  const closing = CLOSING_QUOTE[opener] ?? opener;
  const close = text.slice(0, at + LONGEST_OPENING).indexOf(closing, at + 1);
  return {
    kind: "quote",
    length: 1,
    ...(close > 0 ? { closer: { start: close, end: close + 1 } } : {}),
  };
}

/** Any other mark, so that a word behind it is still found: a stray bracket, an arrow, a symbol. */
function oddCharacter(rest: string): Mark | undefined {
  const character = /^[^\s\p{L}\p{N}_([{$]/u.exec(rest)?.[0];
  return character === undefined
    ? undefined
    : { kind: "bullet", length: character.length };
}
