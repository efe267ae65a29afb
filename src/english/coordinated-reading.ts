import { isGerundCompound } from "./gerund-reading.ts";
import { knownVerb } from "./known-verb.ts";
import type { Token } from "./sentence.ts";
import { verbReadings, type VerbForm } from "./verb-form.ts";
import { takesPreposition } from "./verb-government.ts";
import {
  isAdverb,
  isConjunction,
  isDeterminer,
  isGerundNoun,
  isParticiple,
  isPlural,
  isPreposition,
} from "./word-kind.ts";

/** Finite verbs that are spelled alike whatever their subject does. */
export const STUCK = new Set(
  "is are was were will can could should would must may might has".split(" "),
);

/** Words that open a clause of their own. */
export const SUBORDINATORS = new Set(
  "that which who whose whom when where while whether if because until once unless whenever before after since so how what".split(
    " ",
  ),
);

/** Whether a word can be this form of a known verb. */
export function isVerbForm(word: string, form: VerbForm): boolean {
  return verbReadings(word).some((reading) => reading.form === form);
}

interface Neighbours {
  readonly form: VerbForm;
  /** Only a conjunction stands between it and the verb before. */
  readonly beside: boolean;
  /** A finite clause, or a gerund behind a preposition, came before. */
  readonly subordinate: boolean;
  /** Another coordinated verb came before. */
  readonly verbBefore: boolean;
}

/** “links a note contains”: a subject and its verb, and nothing behind it. */
function hasOwnClause(tokens: readonly Token[], index: number): boolean {
  for (let at = index + 2; at < index + 7; at += 1) {
    const token = tokens[at];
    if (
      token?.isWord !== true ||
      isPreposition(token.lower) ||
      isConjunction(token.lower) ||
      // "alerts the team when it is down"
      SUBORDINATORS.has(token.lower)
    )
      return false;
    if (STUCK.has(token.lower)) return true;
    // "a note contains", "a member belongs to"
    const last = isPreposition(tokens[at + 1]?.lower ?? "") ? at + 1 : at;
    if (
      at > index + 2 &&
      tokens[last + 1]?.isWord !== true &&
      isVerbForm(token.lower, "third")
    )
      return true;
  }
  return false;
}

/** Particles that go with a verb: “filters out nulls”. */
const PARTICLES = new Set(["away", "back", "down", "off", "out", "up"]);

/** Whether the word behind a conjunction, which spells this form of `base`, is a verb that shares the subject of the one before. */
export function isVerbHere(
  tokens: readonly Token[],
  index: number,
  base: string,
  { form, beside, subordinate, verbBefore }: Neighbours,
): boolean | "maybe" {
  const token = tokens[index];
  const next = tokens[index + 1];
  const following = next?.lower ?? "";
  if (token === undefined || following === "of") return false;
  const leaning = knownVerb(base)?.leaning ?? "pure";
  if (form === "third" && leaning === "pure") return true;
  if (following !== "" && (isDeterminer(following) || following === "you"))
    // "Returns the tags and links a note contains"
    return form === "third" &&
      leaning !== "verb" &&
      /^(?:a|an|each|every|its|the|their|this|your)$/.test(following) &&
      hasOwnClause(tokens, index)
      ? "maybe"
      : true;
  if (
    beside &&
    (isConjunction(following) || following === "," || following === "/")
  ) {
    let other = index + 2;
    while (isConjunction(tokens[other]?.lower ?? "")) other += 1;
    // No object yet: "Creates, reads, updates and deletes notes".
    return isVerbForm(tokens[other]?.lower ?? "", form);
  }
  if (next?.isWord !== true) {
    if (form === "third" && isInNounList(tokens, index)) return false;
    if (form === "gerund") return beside && !isGerundNoun(token.lower);
    // "prints the page and exits", but "gets posts and comments"
    const before = tokens
      .slice(0, index)
      .findLast((word) => word.isWord && !isConjunction(word.lower));
    return form === "third" &&
      leaning !== "noun" &&
      before !== undefined &&
      !isPlural(before.lower)
      ? "maybe"
      : false;
  }
  if (form === "past") return beside ? true : "maybe";
  if (isPreposition(following))
    return isVerbBeforePreposition(tokens, index, base, {
      beside,
      subordinate,
    });
  if (isConjunction(following)) return false;
  if (form === "gerund")
    return !isGerundNoun(token.lower) ||
      (isPlural(following) &&
        (beside || !isGerundCompound(token.lower, following)))
      ? true
      : "maybe";
  if (beside) return true;
  // "and returns matching nodes", but "reports and issues pending review".
  if (
    isParticiple(following) ||
    following.endsWith("ing") ||
    isAdverb(following)
  )
    return (
      leaning === "verb" ||
      // "scans a shelf and reports missing books": behind a singular it may be either.
      ((leaning === "either" || !isBehindPlural(tokens, index)) && "maybe")
    );
  // "tracks opens": no plural stands before another one.
  if (form === "third" && isPlural(following)) return true;
  // "emails subscribers", "sets brightness": a noun behind a verb in -s; but "notes, tags and links of a page".
  return leaning !== "noun" || verbBefore || "maybe";
}

/** Whether the last word ahead of a conjunction is a plural: “reports and issues”. */
function isBehindPlural(tokens: readonly Token[], index: number): boolean {
  const before = tokens
    .slice(0, index)
    .findLast((word) => word.isWord && !isConjunction(word.lower));
  return before !== undefined && isPlural(before.lower);
}

/** “in structure, layers, and margins”: what the list ends with is no verb of this form, so nothing in it is. */
function isInNounList(tokens: readonly Token[], index: number): boolean {
  if (tokens[index - 1]?.lower !== ",") return false;
  let at = index;
  while (tokens[at + 1]?.lower === ",") {
    at += 2;
    while (isConjunction(tokens[at]?.lower ?? "")) at += 1;
    if (!isVerbForm(tokens[at]?.lower ?? "", "third")) return true;
  }
  return false;
}

/** “and links to its log”, but “posts and replies to a thread”. */
function isVerbBeforePreposition(
  tokens: readonly Token[],
  index: number,
  base: string,
  { beside, subordinate }: Pick<Neighbours, "beside" | "subordinate">,
): boolean | "maybe" {
  const following = tokens[index + 1]?.lower ?? "";
  const leaning = knownVerb(base)?.leaning ?? "pure";
  const taken = takesPreposition(base, following);
  // "and comments on it"
  if (taken && /^(?:it|them|him|her)$/.test(tokens[index + 2]?.lower ?? ""))
    return true;
  // "submitting a form and waiting for the answer"
  if (taken && (beside || PARTICLES.has(following) || leaning === "pure"))
    return true;
  const before = tokens
    .slice(0, index)
    .findLast((word) => word.isWord && !isConjunction(word.lower));
  const besidePlural =
    before !== undefined &&
    isPlural(before.lower) &&
    // "when a build fails and links to its log"
    !(subordinate && isVerbForm(before.lower, "third"));
  if (leaning === "verb") return taken && !besidePlural ? true : "maybe";
  // "flags near duplicates"
  if (following === "near" && isPlural(tokens[index + 2]?.lower ?? ""))
    return "maybe";
  return besidePlural ? false : "maybe";
}
