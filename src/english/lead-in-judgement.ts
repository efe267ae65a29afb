import { knownVerb } from "./known-verb.ts";
import { findLeadIn, type LeadIn } from "./lead-in.ts";
import { type SentenceJudgement, wrong } from "./sentence-judgement.ts";
import type { Token } from "./sentence.ts";
import type { Surroundings } from "./surroundings.ts";
import { keepFromVerb } from "./verb-rewrite.ts";
import { isConjunction, isToolNoun } from "./word-kind.ts";

/** The judgement on an opening that only leads to its verb (“This tool lists”, “Always use this to list”); undefined for any other opening. */
export function judgeLeadIn(
  surroundings: Surroundings,
): SentenceJudgement | undefined {
  const { tokens, name, verbs } = surroundings;
  const word = tokens[0]?.lower ?? "";
  const leadIn = isPlainVerb(word)
    ? undefined
    : findLeadIn(tokens, name, verbs);
  if (leadIn === undefined && /^(?:always|only|first)$/.test(word)) {
    const behind = findLeadIn(tokens.slice(1), name, verbs);
    if (
      behind?.problem === "lead-in" &&
      /^(?:use|call|invoke|run)$/.test(tokens[1]?.lower ?? "")
    )
      return judgeAdvice(surroundings, behind);
  }
  if (leadIn !== undefined) {
    const { verb } = leadIn;
    if (verb === undefined) return wrong(leadIn.problem, leadIn.last);
    const rewrite = keepFromVerb(surroundings, verb, leadIn.coordinated);
    const dangles =
      leadIn.unsure ||
      endsInPronoun(tokens, verb.at) ||
      refersToDroppedPeople(tokens, verb.at) ||
      repeatsTo(tokens, verb.at);
    return wrong(
      leadIn.problem,
      leadIn.last,
      [dangles ? { ...rewrite, safe: false } : rewrite],
      verb.base,
    );
  }
  return undefined;
}

/** “Use this tool to run it”: nothing is left that “it” could mean. */
function endsInPronoun(tokens: readonly Token[], at: number): boolean {
  const behind = tokens.slice(at + 1).filter(({ isWord }) => isWord);
  const last = behind.at(-1)?.lower;
  return last === "this" || (last === "it" && behind.length < 3);
}

/** “Use this tool to list files and to delete them”: the second “to” would stay. */
function repeatsTo(tokens: readonly Token[], at: number): boolean {
  return tokens.some(
    ({ lower }, index) =>
      index > at &&
      lower === "to" &&
      isConjunction(tokens[index - 1]?.lower ?? ""),
  );
}

/** “Use this when a user wants to check their app”: nobody is left for “their”. */
function refersToDroppedPeople(tokens: readonly Token[], at: number): boolean {
  // "Helps an agent understand its tools"
  if (
    /^(?:its|their)$/.test(tokens[at + 1]?.lower ?? "") &&
    tokens.slice(0, at).some(({ lower }) => DROPPED_PEOPLE.has(lower))
  )
    return true;
  return (
    tokens.slice(0, at).some(({ lower }) => /^users?$/.test(lower)) &&
    tokens.slice(at).some(({ lower }) => /^(?:their|they|them)$/.test(lower))
  );
}

const DROPPED_PEOPLE = new Set(
  "admin admins agent agents assistant assistants client clients customer customers developer developers llm llms member members model models people team teams".split(
    " ",
  ),
);

/** “Always use this tool to read files”: the advice has a meaning of its own, so that dropping it is a suggestion. */
function judgeAdvice(
  { tokens, ...rest }: Surroundings,
  { coordinated, last, problem, verb }: LeadIn,
): SentenceJudgement {
  if (verb === undefined) return wrong(problem, last + 1);
  const shifted = {
    keepFrom: verb.keepFrom + 1,
    at: verb.at + 1,
    base: verb.base,
  };
  const rewrite = keepFromVerb({ tokens, ...rest }, shifted, coordinated);
  return wrong(problem, last + 1, [{ ...rewrite, safe: false }], verb.base);
}

/** A base verb that no lead-in starts with. */
function isPlainVerb(word: string): boolean {
  return (
    knownVerb(word)?.leaning === "pure" &&
    !isToolNoun(word) &&
    !/^(?:execute|invoke|use|run|try|clean|smart|enable|allow)$/.test(word)
  );
}
