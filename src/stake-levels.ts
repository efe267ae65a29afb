import leven from "leven";
import { verbClass } from "./english/known-verb.ts";
import { wordsOfName } from "./english/verb-phrase.ts";

/**
 * The stake levels, those that fit what a tool's verb does first; of two that
 * fit equally well, the one that protects more.
 *
 * @param levels from the least to the most protected
 */
export function byLikelihood(
  levels: readonly string[],
  toolName: string | undefined,
): readonly string[] {
  const likely = likelyLevel(toolName ?? "", levels.length - 1);
  return levels
    .map((level, index) => ({ level, index }))
    .sort(
      (a, b) =>
        Math.abs(a.index - likely) - Math.abs(b.index - likely) ||
        b.index - a.index,
    )
    .map(({ level }) => level);
}

function likelyLevel(toolName: string, last: number): number {
  switch (verbClass(wordsOfName(toolName)[0] ?? "")) {
    case "read":
      return 0;
    case "destroy":
    case "send":
      return last;
    default:
      return Math.min(1, last);
  }
}

/** The level that a misspelling surely means; two candidates are none. */
export function closestLevel(
  stake: string,
  levels: readonly string[],
): string | undefined {
  const spelling = plain(stake);
  const same = levels.filter((level) => plain(level) === spelling);
  const close =
    same.length > 0
      ? same
      : levels.filter((level) => {
          const meant = plain(level);
          return (
            leven(meant, spelling) <= mistakesIn(level) ||
            (mistakesIn(level) > 0 && letters(meant) === letters(spelling))
          );
        });
  return close.length === 1 ? close[0] : undefined;
}

/** How many letters of a level may be wrong before it could be another word. */
function mistakesIn({ length }: string): number {
  if (length > 4) {
    return 2;
  }
  return length > 2 ? 1 : 0;
}

/** Its letters in order, so that “hihg” and “high” are alike. */
function letters(word: string): string {
  return Array.from(word).sort().join("");
}

function plain(level: string): string {
  return level.toLowerCase().replaceAll(/[\s_-]/g, "");
}
