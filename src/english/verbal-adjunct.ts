import type { Token } from "./sentence.ts";
import { verbReadings } from "./verb-form.ts";
import { isDeterminer, isGerundNoun, isPlainAdverb } from "./word-kind.ts";

const ENDS = new Set([".", ":", ";", "(", "—", "–"]);
const RELATIVE = new Set(["that", "which", "who", "whose", "where"]);
const TIME = new Set(
  "after before if once unless until when whenever while".split(" "),
);
const SUBJECTS = new Set("he it one she somebody someone they you".split(" "));
const FINITE = new Set(
  "are can does has have is may must should was were will".split(" "),
);
/** Verbs with what is looked for behind “for”: “Search results of a scan for a signature”. */
const LOOKING = new Set("check mine query scan screen search".split(" "));
/** What somebody does in a manner; no thing is “in bulk” or “one by one”. */
const MANNERS =
  /^(?:at once|by hand|for good|in (?:advance|bulk|parallel|place|sequence|turn)|one (?:after|at|by)|side by|step by)$/;

/**
 * Whether the rest of a sentence holds what goes with a verb only: “before it is published”, “by what they show”, “using a key”, “in bulk”.
 * Words of a relative clause do not count.
 */
export function hasVerbalAdjunct(
  verb: string,
  tokens: readonly Token[],
  from: number,
): boolean {
  for (let index = from; index < tokens.length; index += 1) {
    const word = tokens[index]?.lower ?? "";
    if (ENDS.has(word) || RELATIVE.has(word)) return false;
    const next = tokens[index + 1]?.lower ?? "";
    if (
      /^(?:against|into|onto|using)$/.test(word) ||
      (word === "so" && /^(?:as|that|they)$/.test(next)) ||
      MANNERS.test(`${word} ${next}`) ||
      (TIME.has(word) && isClause(tokens, index + 1)) ||
      (/^(?:by|without)$/.test(word) && isActivity(next)) ||
      (word === "for" &&
        index > from &&
        LOOKING.has(verb) &&
        !isPeriod(tokens, index + 1)) ||
      (isPlainAdverb(word) && tokens[index + 1]?.isWord !== true)
    )
      return true;
  }
  return false;
}

/** “for one day” */
function isPeriod(tokens: readonly Token[], from: number): boolean {
  return tokens
    .slice(from, from + 3)
    .some(({ lower }) =>
      /^(?:second|minute|hour|day|week|month|quarter|season|year)s?$/.test(
        lower,
      ),
    );
}

/** “it is published”, “a build has failed” */
function isClause(tokens: readonly Token[], from: number): boolean {
  const first = tokens[from]?.lower ?? "";
  if (SUBJECTS.has(first)) return true;
  return (
    isDeterminer(first) &&
    tokens
      .slice(from + 1, from + 6)
      .some(
        ({ lower }) =>
          FINITE.has(lower) ||
          verbReadings(lower).some(({ form }) => form === "third"),
      )
  );
}

/** “by comparing them”, “by what they show” */
function isActivity(word: string): boolean {
  return (
    /^(?:how|what|where|which|whether|who)$/.test(word) ||
    (!isGerundNoun(word) &&
      verbReadings(word).some(({ form }) => form === "gerund"))
  );
}
