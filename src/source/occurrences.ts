import type { TSESTree } from "@typescript-eslint/utils";
import { nodesAround, type Range, type SourceFile } from "./syntax-tree.ts";

/**
 * Where certain words stand in a file's text, and from there in its tree.
 *
 * One look at the text finds them all: cheaper than a walk over the tree when
 * they are rare, and next to nothing when there are none.
 */
export class WordIndex {
  readonly #file: SourceFile;
  readonly #offsets = new Map<string, number[]>();

  /**
   * @param pattern a global regular expression
   * @param wordAt the word that a match is a piece of; `undefined` for a match
   *   that counts for nothing. Without it, each match is a word.
   */
  constructor(
    file: SourceFile,
    pattern: RegExp,
    wordAt: (
      text: string,
      offset: number,
      match: string,
    ) => string | undefined = (_text, _offset, match) => match,
  ) {
    this.#file = file;
    for (const [match, index] of matches(file.text, pattern)) {
      const word = wordAt(file.text, index, match);
      if (word === undefined) {
        continue;
      }
      const offsets = this.#offsets.get(word);
      if (offsets) {
        offsets.push(index);
      } else {
        this.#offsets.set(word, [index]);
      }
    }
  }

  get isEmpty(): boolean {
    return this.#offsets.size === 0;
  }

  has(words: readonly string[]): boolean {
    return words.some((word) => this.#offsets.has(word));
  }

  /**
   * The places of words, in the order of the text, each as the nodes around
   * it, outermost first. Comments and texts count: the caller looks at the
   * nodes.
   *
   * @param isSkipped leaves out the places at these offsets
   */
  places(
    words: readonly string[],
    isSkipped: (offset: number) => boolean = () => false,
  ): readonly (readonly TSESTree.Node[])[] {
    const offsets: number[] = [];
    for (const word of words) {
      for (const offset of this.#offsets.get(word) ?? []) {
        if (!isSkipped(offset)) {
          offsets.push(offset);
        }
      }
    }
    return offsets
      .sort((a, b) => a - b)
      .map((offset) => nodesAround(this.#file.program, offset));
  }
}

/**
 * The places in the tree where a pattern matches the text, each as the nodes
 * around it, outermost first.
 *
 * @param pattern a global regular expression; where the match begins counts
 */
export function* occurrences(
  file: SourceFile,
  pattern: RegExp,
): Generator<readonly TSESTree.Node[]> {
  for (const [, index] of matches(file.text, pattern)) {
    yield nodesAround(file.program, index);
  }
}

/**
 * The offsets in a stretch of text where a name stands as a word of its own,
 * whatever it is there.
 */
export function* nameOffsets(
  text: string,
  name: string,
  [start, end]: Range,
): Generator<number> {
  let at = text.indexOf(name, start);
  while (at !== -1 && at < end) {
    const after = at + name.length;
    if (
      !isNamePart(text.charCodeAt(at - 1)) &&
      !isNamePart(text.charCodeAt(after))
    ) {
      yield at;
    }
    at = text.indexOf(name, after);
  }
}

/** Nobody's name is longer; a look at generated text should stay short. */
const longestName = 200;

/** The name that an offset stands in, or as much of it as is near. */
export function nameAround(text: string, offset: number): string {
  let start = offset;
  const first = Math.max(0, offset - longestName);
  while (start > first && isNamePart(text.charCodeAt(start - 1))) {
    start--;
  }
  let end = offset;
  const last = Math.min(text.length, offset + longestName);
  while (end < last && isNamePart(text.charCodeAt(end))) {
    end++;
  }
  return text.slice(start, end);
}

/** Whether a character belongs to a name; all beyond ASCII are taken to. */
function isNamePart(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || // a-z
    (code >= 65 && code <= 90) || // A-Z
    (code >= 48 && code <= 57) || // 0-9
    code === 95 || // _
    code === 36 || // $
    code > 127
  );
}

/**
 * The matches of a global pattern with their offsets.
 *
 * Not `matchAll`, which clones the pattern: a clone is interpreted anew for
 * each file, where one pattern for all is compiled once.
 */
function* matches(
  text: string,
  pattern: RegExp,
): Generator<readonly [match: string, offset: number]> {
  let from = 0;
  for (;;) {
    // The state is kept here: generators of one pattern may run at once.
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    if (!match) {
      return;
    }
    from = Math.max(pattern.lastIndex, match.index + 1);
    yield [match[0], match.index];
  }
}
