import { judgeOpening } from "./english/description-opening.ts";
import { languageModels } from "./english/language-models.ts";
import type { OpeningJudgement } from "./english/opening-judgement.ts";
import { knownPrefix, type StaticText } from "./source/static-text.ts";

/** What a user lets pass: their own verbs, and whole openings. */
export interface AcceptedOpenings {
  /** Lower case. */
  readonly verbs: ReadonlySet<string>;
  /** Lower case. */
  readonly allow: readonly string[];
}

const accepted = { verdict: "bare-infinitive", verb: "" } as const;

/**
 * Judges how a tool's description opens, of which only the start may be known.
 *
 * @returns accepted when too little is known; no rewrite is safe while the
 *   first sentence may go on with another verb
 */
export function judgeDescription(
  description: StaticText,
  toolName: string | undefined,
  { allow, verbs }: AcceptedOpenings,
): OpeningJudgement {
  const text = knownPrefix(description);
  if (isAllowed(text, allow)) {
    return accepted;
  }
  const judgement = judgeOpening(text, {
    toolName,
    verbs,
    models: languageModels,
  });
  if (description.complete || judgement.verdict === "bare-infinitive") {
    return judgement;
  }
  const rest = text.slice(judgement.end);
  const sentenceEnds = /[.!?]\s/.test(rest);
  if (!sentenceEnds && (rest.match(/\p{L}+/gu)?.length ?? 0) < 3) {
    return accepted;
  }
  return judgement.verdict === "undecided" || sentenceEnds
    ? judgement
    : {
        ...judgement,
        rewrites: judgement.rewrites.map((rewrite) => ({
          ...rewrite,
          safe: false,
        })),
      };
}

function isAllowed(text: string, allow: readonly string[]): boolean {
  const start = text.trimStart().toLowerCase();
  return allow.some(
    (opening) =>
      start.startsWith(opening) &&
      !/[\p{L}\p{N}]/u.test(start.charAt(opening.length)),
  );
}
