import { knownVerb } from "./known-verb.ts";
import {
  NOUN_PREPOSITIONS,
  VERB_PREPOSITIONS,
} from "./lexicon/double-prepositions.ts";

/** Verbs that take a that-clause: “Checks that a host is up”. */
const TAKES_CLAUSE = new Set(
  "acknowledge announce ask assert assume check confirm decide declare determine ensure explain guarantee indicate mention note notify predict prove record report request require see show state suggest tell verify".split(
    " ",
  ),
);

function takes(
  table: Readonly<Record<string, string>>,
  base: string,
  preposition: string,
): boolean {
  return (
    Object.hasOwn(table, base) &&
    table[base]?.split(" ").includes(preposition) === true
  );
}

/** Whether the verb may go with this preposition and no object (“search for”, “reply to”). */
export function takesPreposition(base: string, preposition: string): boolean {
  return takes(VERB_PREPOSITIONS, base, preposition);
}

/** Whether the noun goes with this preposition (“access to”). */
export function nounTakesPreposition(
  noun: string,
  preposition: string,
): boolean {
  return takes(NOUN_PREPOSITIONS, noun, preposition);
}

/** Whether the verb takes a that-clause. */
export function takesClause(base: string): boolean {
  return TAKES_CLAUSE.has(base) || knownVerb(base)?.leaning === "pure";
}

export const GOAL = new Set(["to", "into", "as", "onto"]);

export const DESCRIBING = new Set([
  "of",
  "for",
  "by",
  "per",
  "between",
  "behind",
  "since",
  "and",
  "with",
]);
