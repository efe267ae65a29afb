import type { Token } from "./sentence.ts";
import {
  isAdverb,
  isConjunction,
  isFunctionWord,
  isParticiple,
  isPlainAdverb,
} from "./word-kind.ts";

/** The words around a verb double. */
export interface Surroundings {
  readonly tokens: readonly Token[];
  /** The words of the tool's name. */
  readonly name: readonly string[];
  /** Base verbs from the rule's option. */
  readonly verbs: ReadonlySet<string> | undefined;
}

/** The bare noun group that starts at a token: its words and the first token after it. */
export function nounGroup(
  tokens: readonly Token[],
  from: number,
): { readonly words: readonly Token[]; readonly follower: Token | undefined } {
  const words: Token[] = [];
  let at = from;
  for (; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (
      token === undefined ||
      !token.isWord ||
      isFunctionWord(token.lower) ||
      isPlainAdverb(token.lower)
    )
      break;
    if (words.length > 0 && isParticiple(token.lower)) break;
    words.push(token);
  }
  return { words, follower: tokens[at] };
}

/** Where the next word stands that is neither a conjunction nor an adverb. */
export function behindConjunctions(
  tokens: readonly Token[],
  from: number,
): number {
  let at = from;
  while (
    at < tokens.length &&
    (isConjunction(tokens[at]?.lower ?? "") ||
      isAdverb(tokens[at]?.lower ?? ""))
  )
    at += 1;
  return at;
}
