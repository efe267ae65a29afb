import { readBeforeNouns } from "./before-nouns.ts";
import { isCompound } from "./compound.ts";
import { knownVerb, type Leaning } from "./known-verb.ts";
import type { Token } from "./sentence.ts";
import { behindConjunctions, type Surroundings } from "./surroundings.ts";
import { verbReadings } from "./verb-form.ts";
import {
  nounTakesPreposition,
  takesClause,
  takesPreposition,
} from "./verb-government.ts";
import { isNounInName } from "./verb-of-name.ts";
import {
  isConjunction,
  isDeterminer,
  isFunctionWord,
  isParticiple,
  isPlainAdverb,
  isPreposition,
} from "./word-kind.ts";

/** How a word that may be a verb is read where it stands; "open" when the context does not tell. */
export type Reading = "verb" | "noun" | "open";

/**
 * Reads the base verb at `at` (a word that the lexicon holds) as a verb or as a noun, by what follows it and, in support only, by the tool's
 * name: “Order supplies for …” against “Order status by number”.
 */
export function readBaseVerb(
  at: number,
  surroundings: Surroundings,
  depth = 0,
): Reading {
  const { tokens, name, verbs } = surroundings;
  const token = tokens[at];
  if (token === undefined) return "open";
  const word = token.lower;
  const known = knownVerb(word);
  const leaning = known?.leaning ?? "pure";
  if (verbs?.has(word) === true) return "verb";
  const next = tokens[at + 1];
  if (next === undefined) return "verb";
  // "Create/update-time metadata of a field"
  if (
    next.lower === "/" &&
    /-(?:based|level|only|side|time)$/.test(tokens[at + 2]?.lower ?? "")
  )
    return "noun";
  if (
    leaning === "pure" &&
    known?.adjective !== true &&
    !isCompound(word, next.lower)
  )
    return "verb";
  const nameStartsWithIt = name[0] === word;
  const nounInName = isNounInName(word, next.lower, name);
  if (!next.isWord || isConjunction(next.lower))
    return readBeforeMark(at, surroundings, leaning, depth);
  const following = next.lower;
  if (following === "of") return "noun";
  if (following === "that" || following === "which" || following === "who")
    return leaning === "verb" || takesClause(word) || following === "who"
      ? "verb"
      : readRelative(tokens[at + 2]);
  if (isDeterminer(following)) return "verb";
  if (
    /^(?:is|are|was|were|has|have|can|must|will|should|may|had|to-be)$/.test(
      following,
    )
  )
    return "noun";
  // A verb without its object does not go with "per".
  if (following === "per" && leaning === "noun") return "noun";
  if (isPreposition(following) || following === "to") {
    // "Time off of an employee"
    if (
      following !== "out" &&
      tokens[at + 2]?.lower === "of" &&
      isCompound(word, following)
    )
      return "noun";
    if (takesPreposition(word, following))
      return nounInName && leaning === "noun" ? "open" : "verb";
    if (nounTakesPreposition(word, following))
      return nameStartsWithIt &&
        name.length > 1 &&
        !ALWAYS_NOUN.has(`${word} ${following}`)
        ? "open"
        : "noun";
    return leaning === "noun" && !nameStartsWithIt ? "open" : "verb";
  }
  if (isPlainAdverb(following)) return "verb";
  if (leaning === "noun" && isDescribedByParticiple(tokens, at)) return "noun";
  return readBeforeNouns(at, surroundings, leaning, {
    nameStartsWithIt,
    nounInName,
  });
}

const ALWAYS_NOUN = new Set([
  "access to",
  "approach to",
  "interface to",
  "interface for",
  "support for",
  "answer to",
  "guide to",
  "balance by",
  "cost by",
  "demand by",
  "profit by",
  "revenue by",
  "spend by",
  "stock by",
  "supply by",
  "traffic by",
  "yield by",
  "exchange between",
  "link between",
  "time between",
  "trade between",
  "market for",
  "value at",
]);

/** “Budget left in a cost centre”: a participle with its preposition describes a noun. */
function isDescribedByParticiple(
  tokens: readonly Token[],
  at: number,
): boolean {
  return (
    isParticiple(tokens[at + 1]?.lower ?? "") &&
    /^(?:by|during|for|from|in|on|per|since|under)$/.test(
      tokens[at + 2]?.lower ?? "",
    )
  );
}

/** “Tests that fail” (a relative clause) against “Note that the file is gone” (a clause of its own). */
function readRelative(afterThat: Token | undefined): Reading {
  if (afterThat === undefined) return "open";
  return isDeterminer(afterThat.lower) ? "open" : "noun";
}

function readBeforeMark(
  at: number,
  surroundings: Surroundings,
  leaning: Leaning,
  depth: number,
): Reading {
  const { tokens } = surroundings;
  const mark = tokens[at + 1];
  if (mark === undefined) return "verb";
  if (mark.lower === "," || mark.lower === "/" || isConjunction(mark.lower)) {
    const other = behindConjunctions(tokens, at + 2);
    const word = tokens[other];
    if (!word?.isWord) return leaning === "verb" ? "verb" : "open";
    if (
      verbReadings(word.lower, surroundings.verbs).some(
        (reading) => reading.form === "base",
      )
    ) {
      return depth > 4 ? "open" : readBaseVerb(other, surroundings, depth + 1);
    }
    // "Route and distance of", "Search, the fast way": a noun beside it makes it a noun.
    if (
      leaning === "verb" ||
      isDeterminer(word.lower) ||
      mark.lower === "then" ||
      mark.lower === "otherwise"
    )
      return "verb";
    return isFunctionWord(word.lower) ? "open" : "noun";
  }
  if (mark.lower === "." || mark.lower === "!" || mark.lower === "?")
    return "verb";
  if (/^["'“‘`«<{[#$@]$/.test(mark.lower)) return "verb";
  return leaning === "verb" ? "verb" : "open";
}
