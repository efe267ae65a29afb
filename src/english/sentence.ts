/** A word or a punctuation mark of a sentence; offsets into the judged text. */
export interface Token {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly isWord: boolean;
  /** Whether it is a word of ASCII letters, digits and “_” only, as most are. */
  readonly isPlain: boolean;
}

/** Longer sentences are cut: an opening is decided by its first words. */
const LONGEST_SENTENCE = 800;

const WORD = /[\p{L}\p{N}_]+(?:['’.-][\p{L}\p{N}_]+)*/uy;
const BLANK_LINE = /\n[^\S\n]*\n/y;
const CHARACTER = /[^]/uy;
const TERMINATORS = new Set([".", "!", "?", "。", "！", "？"]);
const LINE_START = /^[^\S\n]*(?:[-*•#>|]|\d+[.)]|[\p{Lu}`_[(<])/u;

/**
 * The tokens of the sentence that starts at `from`, its final full stop included. A sentence ends at “.”, “!” or “?” before white space, at a
 * blank line, and at a line break before something that starts anew; at most its first 800 characters are read.
 */
export function sentenceTokens(text: string, from: number): readonly Token[] {
  const part = text.slice(from, from + LONGEST_SENTENCE);
  const key = `${String(from)} ${part}`;
  let tokens = recentSentences.get(key);
  if (!tokens) {
    tokens = readSentence(part, from);
    if (recentSentences.size >= MOST_RECENT) recentSentences.clear();
    recentSentences.set(key, tokens);
  }
  return tokens;
}

/** Several rules ask about the descriptions of a file's tools, one rule after another. */
const recentSentences = new Map<string, readonly Token[]>();
const MOST_RECENT = 100;

/** @param from where the part starts in its text */
function readSentence(part: string, from: number): readonly Token[] {
  const tokens: Token[] = [];
  let previousEnd = 0;
  for (
    let at = tokenStart(part, 0);
    at < part.length;
    at = tokenStart(part, previousEnd)
  ) {
    const plainEnd = plainWordEnd(part, at);
    const isPlain = plainEnd > at;
    const end = isPlain ? plainEnd : tokenEnd(part, at);
    const lineBreak =
      tokens.length === 0 ? -1 : lineBreakIn(part, previousEnd, at);
    if (
      part.charCodeAt(at) === 10 ||
      (lineBreak >= 0 &&
        LINE_START.test(part.slice(previousEnd + lineBreak + 1, at + 3)))
    ) {
      if (tokens.length > 0) break;
      previousEnd = end;
      continue;
    }
    const word = part.slice(at, end);
    const isWord = isPlain || startsWord(word);
    tokens.push({
      text: word,
      lower: isPlain ? word.toLowerCase() : isWord ? lowerCased(word) : word,
      start: from + at,
      end: from + end,
      isWord,
      isPlain,
    });
    previousEnd = end;
    if (!isWord && TERMINATORS.has(word) && endsSentence(part, previousEnd))
      break;
  }
  return tokens;
}

/** Where the next token starts: the next character that is no white space, or a blank line. */
function tokenStart(part: string, from: number): number {
  let at = from;
  for (; at < part.length; at += 1) {
    const code = part.charCodeAt(at);
    if (code === 32) continue;
    if (code === 10 && endOf(BLANK_LINE, part, at) > at) return at;
    if ((code > 32 && code < 128) || !/\s/.test(part.charAt(at))) return at;
  }
  return at;
}

/** Where a word of ASCII ends that is followed by a blank, a comma or nothing, so that no pattern is needed; `at` for anything else. */
function plainWordEnd(part: string, at: number): number {
  let end = at;
  // A call for each letter would cost more than all the rest.
  while (ASCII_WORD[part.charCodeAt(end)] === 1) end += 1;
  const after = part.charCodeAt(end);
  return end === part.length || after === 32 || after === 44 ? end : at;
}

/** Where the token at `at` ends. */
function tokenEnd(part: string, at: number): number {
  const word = endOf(WORD, part, at);
  if (word > at) return word;
  const blank = endOf(BLANK_LINE, part, at);
  return blank > at ? blank : endOf(CHARACTER, part, at);
}

/** 1 for the codes of ASCII letters, digits and “_”. */
const ASCII_WORD = Uint8Array.from({ length: 128 }, (_, code) =>
  /\w/.test(String.fromCharCode(code)) ? 1 : 0,
);

/** Where a sticky pattern ends that is tried at a place; the place itself when it does not match there. */
function endOf(pattern: RegExp, part: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(part) ? pattern.lastIndex : at;
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
