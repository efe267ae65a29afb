import type { Surroundings } from "./surroundings.ts";
import { verbReadings } from "./verb-form.ts";
import { isConjunction, isDeterminer } from "./word-kind.ts";

/** What a word in -s, -ing or -ed is: a verb for certain, a verb in one of two readings, or (part of) a noun phrase. */
export type FormReading = "verb" | "either" | "noun";

/** Reads a past tense: “Listed the members” against “Archived chats of a user”. */
export function readPast(at: number, surroundings: Surroundings): FormReading {
  const { tokens, verbs } = surroundings;
  const next = tokens[at + 1];
  if (next === undefined) return "noun";
  if (isDeterminer(next.lower) && next.lower !== "that") return "verb";
  if (isConjunction(next.lower) || next.lower === ",") {
    let other = at + 2;
    while (isConjunction(tokens[other]?.lower ?? "")) other += 1;
    const past = verbReadings(tokens[other]?.lower ?? "", verbs).some(
      (reading) => reading.form === "past",
    );
    return past ? readPast(other, surroundings) : "noun";
  }
  return "noun";
}
