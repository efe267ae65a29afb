import { knownVerb } from "./known-verb.ts";
import type { Token } from "./sentence.ts";
import type { TextEdit } from "./text-edit.ts";
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
import { isGerundCompound } from "./gerund-reading.ts";

/** The edits for the verbs that are coordinated with the first one, and whether they are certain to be. */
export interface CoordinatedVerbs {
  readonly edits: readonly TextEdit[];
  readonly certain: boolean;
}

const STOPS = new Set([".", "!", "?", ";", ":", "—", "–", "|", "\n"]);
const SUBORDINATORS = new Set(
  "that which who whose whom when where while whether if because until once unless whenever before after since so how what".split(
    " ",
  ),
);
/** What a tool does with an answer, and what it asks about hardly ever does. */
const ANSWERS = new Set(
  "book create delete explain fix give list log name notify print remove repair report reserve return save send show suggest tell update".split(
    " ",
  ),
);
/** States: behind a clause they are the clause's (“when a load exceeds a limit and stays above it”). */
const STATES = new Set(
  "belong exceed fall last live remain rise stay wait".split(" "),
);
const PAST = new Set(["did", "had", "was", "were"]);
const STUCK = new Set(
  "is are was were will can could should would must may might has".split(" "),
);

/**
 * Finds the verbs that share form and subject with the verb at `at` in the rest of its sentence (“Downloads X, parses it and books each line”).
 * A later verb that may belong to a subordinate clause instead is rewritten too, but then the whole is not certain.
 */
export function findCoordinatedVerbs(
  tokens: readonly Token[],
  at: number,
  form: VerbForm,
  verbs: ReadonlySet<string> | undefined,
): CoordinatedVerbs {
  const edits: TextEdit[] = [];
  let certain = true;
  let subordinate = false;
  let asked = false;
  let joined = false;
  let previous = at;
  // "Splits an order, ships what is there and …": a list of verbs is open until its "and".
  let listIsOpen = false;
  let closers = 0;
  for (let index = at + 1; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined || STOPS.has(token.lower)) break;
    // "Lists reviews (newest first) and averages the ratings"
    if (token.lower === "(") {
      const close = tokens.findIndex(
        ({ lower }, later) => later > index && lower === ")",
      );
      if (close < 0) break;
      index = close;
      continue;
    }
    if (
      isConjunction(token.lower) ||
      token.lower === "," ||
      token.lower === "/" ||
      (joined && isAdverb(token.lower) && !isVerbForm(token.lower, form))
    ) {
      joined = true;
      continue;
    }
    if (!joined) {
      // "skips what was read and returns the rest": a clause in the past does not go on in the present.
      if (form === "third" && PAST.has(token.lower)) subordinate = false;
      // A finite clause, or a gerund behind a preposition, may own what "and" joins later.
      if (
        SUBORDINATORS.has(token.lower) &&
        !isDeterminerThat(tokens, index) &&
        !isOnceADay(tokens, index)
      ) {
        subordinate = true;
        if (index === at + 1 && /^(?:whether|if)$/.test(token.lower))
          asked = true;
      }
      if (
        form === "gerund" &&
        isPreposition(tokens[index - 1]?.lower ?? "") &&
        isVerbForm(token.lower, "gerund")
      )
        subordinate = true;
      continue;
    }
    joined = false;
    if (form === "third" && STUCK.has(token.lower)) {
      certain = false;
      continue;
    }
    if (SUBORDINATORS.has(token.lower)) subordinate = true;
    const base = verbReadings(token.lower, verbs).find(
      (reading) => reading.form === form,
    )?.base;
    if (base === undefined) {
      if (form === "third" && token.lower === "doesn't")
        edits.push({
          start: token.start,
          end: token.end,
          text: recase("don't", token.text),
        });
      continue;
    }
    if (subordinate && STATES.has(base)) continue;
    // "shows what a rule blocks and allows": both verbs are the rule's.
    if (
      subordinate &&
      form === "third" &&
      tokens[index + 1]?.isWord !== true &&
      isConjunction(tokens[index - 1]?.lower ?? "") &&
      isVerbForm(tokens[index - 2]?.lower ?? "", "third")
    )
      continue;
    const beside =
      index <= previous + 3 &&
      tokens
        .slice(previous + 1, index)
        .every(
          (between) =>
            isConjunction(between.lower) ||
            between.lower === "," ||
            between.lower === "/" ||
            isAdverb(between.lower),
        );
    const verbHere = isVerbHere(tokens, index, base, {
      form,
      beside,
      subordinate,
      verbBefore: edits.length > 0,
    });
    if (verbHere === "maybe") certain = false;
    if (verbHere === false) continue;
    edits.push({
      start: token.start,
      end: token.end,
      text: recase(base, token.text),
    });
    // "Determines if a number is prime and returns its factors": what is asked about does none of these.
    const byComma = tokens[index - 1]?.lower === ",";
    if (subordinate && listIsOpen && !byComma) closers += 1;
    else if (subordinate && !(asked && ANSWERS.has(base))) certain = false;
    listIsOpen = byComma && !subordinate;
    previous = index;
    if (closers > 0 && listIsOpen) certain = false;
  }
  return { edits, certain };
}

/** “once a day” is no clause. */
function isOnceADay(tokens: readonly Token[], index: number): boolean {
  return (
    tokens[index]?.lower === "once" &&
    /^(?:a|an|per|every|each|more|again|,|and)$/.test(
      tokens[index + 1]?.lower ?? "",
    )
  );
}

function isDeterminerThat(tokens: readonly Token[], index: number): boolean {
  return tokens[index]?.lower === "before" ||
    tokens[index]?.lower === "after" ||
    tokens[index]?.lower === "since"
    ? !isFiniteAhead(tokens, index)
    : false;
}

/** Whether a finite verb follows soon: “after a job ends” is a clause, “after maintenance” is not. */
function isFiniteAhead(tokens: readonly Token[], index: number): boolean {
  return tokens
    .slice(index + 1, index + 7)
    .some(
      (token) =>
        STUCK.has(token.lower) ||
        (isVerbForm(token.lower, "third") &&
          knownVerb(token.lower.slice(0, -1))?.leaning === "pure"),
    );
}

function isVerbForm(word: string, form: VerbForm): boolean {
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
      isConjunction(token.lower)
    )
      return false;
    if (STUCK.has(token.lower)) return true;
    if (
      at > index + 2 &&
      tokens[at + 1]?.isWord !== true &&
      isVerbForm(token.lower, "third")
    )
      return true;
  }
  return false;
}

/** Particles that go with a verb: “filters out nulls”. */
const PARTICLES = new Set(["away", "back", "down", "off", "out", "up"]);

function isVerbHere(
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
    return leaning === "verb" || (leaning === "either" && "maybe");
  // "tracks opens": no plural stands before another one.
  if (form === "third" && isPlural(following)) return true;
  // "emails subscribers", "sets brightness": a noun behind a verb in -s; but "notes, tags and links of a page".
  return leaning !== "noun" || verbBefore || "maybe";
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
  if (taken && (beside || PARTICLES.has(following))) return true;
  const before = tokens
    .slice(0, index)
    .findLast((word) => word.isWord && !isConjunction(word.lower));
  const besidePlural =
    before !== undefined &&
    isPlural(before.lower) &&
    // "when a build fails and links to its log"
    !(subordinate && isVerbForm(before.lower, "third"));
  if (leaning === "verb") return taken && !besidePlural ? true : "maybe";
  return besidePlural ? false : "maybe";
}

/** A word in the capitals of the one that it replaces. */
export function recase(word: string, model: string): string {
  if (
    model.length > 1 &&
    model === model.toUpperCase() &&
    model !== model.toLowerCase()
  )
    return word.toUpperCase();
  const first = model.charAt(0);
  return first !== first.toLowerCase()
    ? word.charAt(0).toUpperCase() + word.slice(1)
    : word;
}
