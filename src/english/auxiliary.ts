import type { Token } from "./sentence.ts";
import { verbReadings, type VerbReading } from "./verb-form.ts";
import { isAdverb } from "./word-kind.ts";

/** A form of “have” or “be” with the verb that it helps. */
export interface HelpedVerb {
  /** The verb's index among the tokens. */
  readonly at: number;
  /** The participle: “got” in “Has got”, “listing” in “Is listing”. */
  readonly reading: VerbReading;
  /** Whether the word can be nothing but a participle. */
  readonly sure: boolean;
  /** Of “been sent” nobody says who sent it. */
  readonly passive: boolean;
}

const HAVE = new Set("had has have having".split(" "));
const BE = new Set("am are be been being is was were".split(" "));

/**
 * The verb that the auxiliary at an index helps, adverbs looked through: “Has got files”, “Is now listing files”, “Have been sent”.
 *
 * @returns undefined for another word, and where no participle follows: “Have a look”
 */
export function helpedVerb(
  tokens: readonly Token[],
  at: number,
): HelpedVerb | undefined {
  let helper = tokens[at]?.lower ?? "";
  if (!HAVE.has(helper) && !BE.has(helper)) return undefined;
  let next = at + 1;
  for (; isBetween(tokens[next]); next++) {
    if (BE.has(tokens[next]?.lower ?? "")) helper = "be";
  }
  const readings = verbReadings(tokens[next]?.lower ?? "");
  const reading = readings.find(
    ({ form }) => form === "past" || (form === "gerund" && BE.has(helper)),
  );
  return (
    reading && {
      at: next,
      reading,
      sure: !readings.some(({ form }) => form === "base"),
      passive: reading.form === "past" && BE.has(helper),
    }
  );
}

function isBetween(token: Token | undefined): boolean {
  return token !== undefined && (isAdverb(token.lower) || BE.has(token.lower));
}
