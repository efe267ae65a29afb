import { suggestVerbFromName } from "./noun-phrase.ts";
import type { OpeningProblem, Rewrite } from "./opening-judgement.ts";
import type { VerbForm } from "./verb-form.ts";
import type { Surroundings } from "./surroundings.ts";

/** How a sentence opens, in tokens: the last one of the offending opening instead of an offset. */
export type SentenceJudgement =
  | { readonly verdict: "bare-infinitive"; readonly verb: string }
  | {
      readonly verdict: "wrong";
      readonly problem: OpeningProblem;
      readonly last: number;
      readonly rewrites: readonly Rewrite[];
      readonly verb?: string | undefined;
    }
  | { readonly verdict: "undecided"; readonly at: number };

/** The judgement on an opening that is right. */
export const bare = (verb: string): SentenceJudgement => ({
  verdict: "bare-infinitive",
  verb,
});
/** The judgement on an opening that is wrong up to the token `last`; rewrites best first. */
export const wrong = (
  problem: OpeningProblem,
  last: number,
  rewrites: readonly Rewrite[] = [],
  verb?: string,
): SentenceJudgement => ({
  verdict: "wrong",
  problem,
  last,
  rewrites,
  ...(verb === undefined ? {} : { verb }),
});

/** The problem that a verb form makes when it opens a description. */
export const PROBLEM: Readonly<
  Record<Exclude<VerbForm, "base">, OpeningProblem>
> = {
  third: "third-person",
  gerund: "gerund",
  past: "past",
};

/** The judgement on a noun phrase; suggests the verb of the tool's name, then the reading that takes a verb for granted. */
export function nounPhrase(
  { tokens, name }: Surroundings,
  last: number,
  reading?: Rewrite,
): SentenceJudgement {
  const suggestion = suggestVerbFromName(tokens, name);
  const rewrites = [
    ...(suggestion?.rewrites ?? []),
    ...(reading === undefined ? [] : [{ ...reading, safe: false }]),
  ];
  return wrong("noun-phrase", last, rewrites, suggestion?.verb);
}
