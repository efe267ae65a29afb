import {
  isVerbForm,
  isVerbHere,
  STUCK,
  SUBORDINATORS,
} from "./coordinated-reading.ts";
import { knownVerb } from "./known-verb.ts";
import type { Token } from "./sentence.ts";
import type { TextEdit } from "./text-edit.ts";
import { verbReadings, type VerbForm } from "./verb-form.ts";
import {
  isAdverb,
  isConjunction,
  isDeterminer,
  isPreposition,
} from "./word-kind.ts";

/** The edits for the verbs that are coordinated with the first one, and whether they are certain to be. */
export interface CoordinatedVerbs {
  readonly edits: readonly TextEdit[];
  readonly certain: boolean;
}

const STOPS = new Set([".", "!", "?", ";", ":", "—", "–", "|", "\n"]);
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
      const aside = verbAside(tokens, index, form, verbs);
      if (aside !== undefined) {
        edits.push(aside.edit);
        if (!aside.certain) certain = false;
      }
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
    if (verbHere === false) {
      // "reading and writing of files": both or none of them is a noun.
      if (form === "gerund" && beside && tokens[index + 1]?.lower === "of")
        certain = false;
      continue;
    }
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

/** “Gets (or creates) a label”, “Finds a label (and creates it if it is missing)”: the verb at the start of an aside shares the subject, too. */
function verbAside(
  tokens: readonly Token[],
  open: number,
  form: VerbForm,
  verbs: ReadonlySet<string> | undefined,
): { readonly edit: TextEdit; readonly certain: boolean } | undefined {
  let at = open + 1;
  while (
    isConjunction(tokens[at]?.lower ?? "") ||
    (at > open + 1 && isAdverb(tokens[at]?.lower ?? ""))
  )
    at += 1;
  const token = tokens[at];
  const base = verbReadings(token?.lower ?? "", verbs).find(
    (reading) => reading.form === form,
  )?.base;
  // "(posts and replies)" explains a noun.
  if (token === undefined || base === undefined || at === open + 1)
    return undefined;
  const following = tokens[at + 1]?.lower ?? "";
  const certain = knownVerb(base)?.leaning === "pure";
  // "(and comments)" is no verb, "(and comments on it)" may be one.
  if (!certain && !isDeterminer(following) && !isPreposition(following))
    return undefined;
  return {
    edit: {
      start: token.start,
      end: token.end,
      text: recase(base, token.text),
    },
    certain,
  };
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
