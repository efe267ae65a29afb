/** A word or a punctuation mark of a sentence; offsets into the judged text. */
export interface Token {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly isWord: boolean;
}

/** Longer sentences are cut: an opening is decided by its first words. */
const LONGEST_SENTENCE = 800;

const TOKEN = /[\p{L}\p{N}_]+(?:['’.-][\p{L}\p{N}_]+)*|\n[^\S\n]*\n|[^\s]/gu;
const TERMINATORS = new Set([".", "!", "?", "。", "！", "？"]);
const LINE_START = /^[^\S\n]*(?:[-*•#>|]|\d+[.)]|[\p{Lu}`_[(<])/u;

/**
 * The tokens of the sentence that starts at `from`, its final full stop included. A sentence ends at “.”, “!” or “?” before white space, at a
 * blank line, and at a line break before something that starts anew; at most its first 800 characters are read.
 */
export function sentenceTokens(text: string, from: number): Token[] {
  const part = text.slice(from, from + LONGEST_SENTENCE);
  const tokens: Token[] = [];
  let previousEnd = 0;
  for (const match of part.matchAll(TOKEN)) {
    const lineBreak =
      tokens.length === 0 ? -1 : lineBreakIn(part, previousEnd, match.index);
    if (
      match[0].startsWith("\n") ||
      (lineBreak >= 0 &&
        LINE_START.test(
          part.slice(previousEnd + lineBreak + 1, match.index + 3),
        ))
    ) {
      if (tokens.length > 0) break;
      continue;
    }
    const start = from + match.index;
    const end = start + match[0].length;
    const isWord = startsWord(match[0]);
    tokens.push({
      text: match[0],
      lower: isWord ? lowerCased(match[0]) : match[0],
      start,
      end,
      isWord,
    });
    previousEnd = match.index + match[0].length;
    if (TERMINATORS.has(match[0]) && endsSentence(part, previousEnd)) break;
  }
  return tokens;
}

/** Offset of the first line break in a gap between two tokens, from the gap's start; -1 without one. Most gaps are one space. */
function lineBreakIn(part: string, from: number, to: number): number {
  for (let at = from; at < to; at += 1)
    if (part.charCodeAt(at) === 10) return at - from;
  return -1;
}

function startsWord(token: string): boolean {
  const code = token.charCodeAt(0);
  // The letters of most words, ahead of a look into Unicode's tables.
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    /^[\p{L}\p{N}_]/u.test(token)
  );
}

function lowerCased(word: string): string {
  const lower = word.toLowerCase();
  return lower.includes("’") ? lower.replaceAll("’", "'") : lower;
}

/** “e.g. a list” goes on in lower case; a sentence starts otherwise. */
function endsSentence(part: string, at: number): boolean {
  const rest = part.slice(at, at + 3);
  return (
    rest === "" ||
    (/^["'”’)\]*_]?\s/u.test(rest) && !/^\s\p{Ll}/u.test(rest)) ||
    !/^[\s\p{L}\p{N}_]/u.test(rest)
  );
}
