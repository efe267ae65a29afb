import { isMassNoun } from "./object-kind.ts";
import type { Token } from "./sentence.ts";
import { DESCRIBING, GOAL } from "./verb-government.ts";
import { isVerbOfName } from "./verb-of-name.ts";
import type { Reading } from "./verb-reading.ts";
import { isAdverb, isBrand, isParticiple, isPlural } from "./word-kind.ts";

/** Adjectives whose verb hardly ever takes a bare noun: “Idle machines in a data centre”. */
const SELDOM_VERBS = new Set(
  "dry idle lean mature slow sound tender thin".split(" "),
);

const MOSTLY_ADJECTIVES = new Set(
  "average best equal even extra final initial live long mean near own present round secret sole tender total".split(
    " ",
  ),
);

interface AdjectiveContext {
  readonly name: readonly string[];
  readonly words: readonly Token[];
  readonly follower: Token | undefined;
  readonly nameStartsWithIt: boolean;
  readonly tokens: readonly Token[];
}

/** “Empty shelf positions, counted per aisle” against “Empty trash cans of a floor”: seldom certain. */
export function readAdjectiveDouble(
  word: string,
  { name, words, follower, nameStartsWithIt, tokens }: AdjectiveContext,
): Reading {
  if (words.length === 0) return "verb";
  if (follower?.lower === ",") {
    const afterComma = tokens[tokens.indexOf(follower) + 1];
    if (
      afterComma !== undefined &&
      (isParticiple(afterComma.lower) || afterComma.lower.endsWith("est"))
    )
      return nameStartsWithIt && words.length === 1 ? "open" : "noun";
  }
  if (
    name.length > 1 &&
    name.indexOf(word) > 0 &&
    name[name.length - 1] !== word &&
    isVerbOfName(name[0] ?? "") &&
    !isAdverb(name[0] ?? "")
  )
    return "noun";
  const head = words[words.length - 1]?.lower ?? "";
  if (MOSTLY_ADJECTIVES.has(word))
    return (nameStartsWithIt || !name.includes(word)) && isPlural(head)
      ? "open"
      : "noun";
  // "Secure link to a file": one thing would need its article to be an object.
  const terse = !follower?.isWord;
  if (
    !terse &&
    !isPlural(head) &&
    !isMassNoun(head) &&
    !GOAL.has(follower.lower) &&
    /^(?:of|per|between|behind|since)$/.test(follower.lower) &&
    !isBrand(words[0]?.lower ?? "")
  )
    return nameStartsWithIt ? "open" : "noun";
  if (SELDOM_VERBS.has(word) && !terse && !GOAL.has(follower.lower))
    return nameStartsWithIt && !isPlural(head) ? "open" : "noun";
  if (nameStartsWithIt)
    return follower?.lower === "of" && words.length > 1 ? "open" : "verb";
  return follower?.isWord === true && DESCRIBING.has(follower.lower)
    ? "open"
    : "verb";
}
