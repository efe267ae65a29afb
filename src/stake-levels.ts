import leven from "leven";
import { verbsOfName } from "./english/name-verb.ts";
import type { VerbClass } from "./english/known-verb.ts";
import { wordsOfName } from "./english/verb-phrase.ts";

/**
 * The stake levels, those that fit what a tool's verbs do first.
 *
 * @param levels from the least to the most protected
 */
export function byLikelihood(
  levels: readonly string[],
  toolName: string | undefined,
): readonly string[] {
  return byEffect(levels, effectOf(toolName ?? ""));
}

/**
 * The stake levels, those that fit an effect first; of two that fit equally
 * well, the one that protects more.
 *
 * @param levels from the least to the most protected
 */
export function byEffect(
  levels: readonly string[],
  effect: VerbClass,
): readonly string[] {
  const likely = likelyLevel(effect, levels.length - 1);
  return levels
    .map((level, index) => ({ level, index }))
    .sort(
      (a, b) =>
        Math.abs(a.index - likely) - Math.abs(b.index - likely) ||
        b.index - a.index,
    )
    .map(({ level }) => level);
}

/** The strongest effect that one of the name's verbs has. */
function effectOf(toolName: string): VerbClass {
  const classes = verbsOfName(wordsOfName(toolName)).map(
    ({ verbClass }) => verbClass,
  );
  const strength = ["destroy", "send", "write", "open", "read"] as const;
  return strength.find((effect) => classes.includes(effect)) ?? "open";
}

function likelyLevel(effect: VerbClass, last: number): number {
  switch (effect) {
    case "read":
      return 0;
    case "destroy":
    case "send":
      return last;
    case "open":
    case "write":
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
