import type {
  OpeningJudgement,
  OpeningProblem,
  Rewrite,
} from "./opening-judgement.ts";
import type { SentenceJudgement } from "./sentence-judgement.ts";
import type { Token } from "./sentence.ts";

export function wrongOpening(
  text: string,
  problem: OpeningProblem,
  start: number,
  end: number,
  rewrites: readonly Rewrite[] = [],
  verb?: string,
): OpeningJudgement {
  return {
    verdict: "wrong",
    problem,
    start,
    end,
    opening: text.slice(start, end),
    rewrites: oneSafeFirst(
      rewrites.filter((rewrite) => rewrite.edits.length > 0),
    ),
    ...(verb === undefined ? {} : { verb }),
  };
}

function oneSafeFirst(rewrites: readonly Rewrite[]): readonly Rewrite[] {
  return rewrites.map((rewrite, index) =>
    index > 0 && rewrite.safe ? { ...rewrite, safe: false } : rewrite,
  );
}

export function inOffsets(
  text: string,
  start: number,
  tokens: readonly Token[],
  judgement: SentenceJudgement,
): OpeningJudgement {
  if (judgement.verdict === "bare-infinitive") return judgement;
  if (judgement.verdict === "undecided") {
    const token = tokens[judgement.at] ?? tokens[0];
    return {
      verdict: "undecided",
      word: token?.text ?? "",
      start: token?.start ?? start,
      end: token?.end ?? start,
    };
  }
  return wrongOpening(
    text,
    judgement.problem,
    start,
    tokens[judgement.last]?.end ?? start,
    judgement.rewrites,
    judgement.verb,
  );
}
