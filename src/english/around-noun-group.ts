import { knownVerb, type Leaning } from "./known-verb.ts";
import { isMassNoun } from "./object-kind.ts";
import type { Token } from "./sentence.ts";
import { behindConjunctions } from "./surroundings.ts";
import { DESCRIBING, takesPreposition } from "./verb-government.ts";
import { isDeterminer, isParticiple } from "./word-kind.ts";

/** “Bill text as passed by the house” */
export function isAsSeen(
  tokens: readonly Token[],
  follower: Token | undefined,
): boolean {
  return (
    follower?.lower === "as" &&
    isParticiple(tokens[tokens.indexOf(follower) + 1]?.lower ?? "")
  );
}

/** “Free memory and terminate a worker”: another base verb, and no noun, shares the sentence. */
export function isBesideVerb(
  tokens: readonly Token[],
  follower: Token | undefined,
): boolean {
  if (!/^(?:and|or|then)$/.test(follower?.lower ?? "")) return false;
  const at = follower === undefined ? -1 : tokens.indexOf(follower);
  const other = behindConjunctions(tokens, at);
  const known = knownVerb(tokens[other]?.lower ?? "");
  return (
    known?.leaning === "pure" &&
    (!known.adjective || isDeterminer(tokens[other + 1]?.lower ?? ""))
  );
}

/** “Care team of a patient”: who writes “a patient” would write “a team”, were it the object of a verb. */
export function lacksItsArticle(
  tokens: readonly Token[],
  words: readonly Token[],
  follower: Token | undefined,
  leaning: Leaning,
): boolean {
  const head = words[words.length - 1];
  if (head === undefined || follower === undefined || leaning === "verb")
    return false;
  if (
    !/^(?:of|for|per|by|between|behind|with|near|in|at)$/.test(follower.lower)
  )
    return false;
  if (
    head.lower.endsWith("s") ||
    isMassNoun(head.lower) ||
    head.text === head.text.toUpperCase()
  )
    return false;
  return ARTICLES.has(tokens[tokens.indexOf(follower) + 1]?.lower ?? "");
}

const ARTICLES = new Set("a an the each every one this your".split(" "));

/** “Match results against …”: the preposition goes with the verb. */
export function mayBelongToVerb(
  word: string,
  preposition: string,
  leaning: Leaning,
): boolean {
  if (
    leaning === "verb" &&
    /^(?:at|from|on)$/.test(preposition) &&
    knownVerb(word)?.adjective !== true
  )
    return true;
  return !DESCRIBING.has(preposition) && takesPreposition(word, preposition);
}
