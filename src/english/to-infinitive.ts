import { knownVerb } from "./known-verb.ts";
import { type SentenceJudgement, wrong } from "./sentence-judgement.ts";
import type { Surroundings } from "./surroundings.ts";
import { verbReadings } from "./verb-form.ts";
import { keepFromVerb } from "./verb-rewrite.ts";
import { isPlainAdverb } from "./word-kind.ts";

export function judgeToInfinitive(
  { tokens, verbs, name }: Surroundings,
  from: number,
): SentenceJudgement {
  let at = from;
  while (isPlainAdverb(tokens[at]?.lower ?? "")) at += 1;
  const reading = verbReadings(tokens[at]?.lower ?? "", verbs).find(
    (candidate) => candidate.form === "base",
  );
  if (reading === undefined) return wrong("leading-clause", 0);
  // "To list the files, call …": the purpose of another sentence.
  const comma = tokens.findIndex((token) => token.lower === ",");
  const after = comma < 0 ? "" : (tokens[comma + 1]?.lower ?? "");
  if (
    comma > 0 &&
    (/^(?:you|use|call|first|the|this|it|please|invoke|run|i|we)$/.test(
      after,
    ) ||
      (after !== "and" &&
        after !== "or" &&
        verbReadings(after).some((candidate) => candidate.form === "base") &&
        knownVerb(after)?.leaning === "pure"))
  ) {
    return wrong("leading-clause", at, [], reading.base);
  }
  const rewrite = keepFromVerb(
    { tokens, verbs, name },
    { keepFrom: from, at, base: reading.base },
    "base",
  );
  // "To find a berth, list the berths": a purpose, unless it is a list of verbs.
  const maybePurpose =
    comma > at + 1 &&
    verbReadings(after, verbs).some(({ form }) => form === "base");
  return wrong(
    "to-infinitive",
    at,
    [maybePurpose ? { ...rewrite, safe: false } : rewrite],
    reading.base,
  );
}
