import { isMassNoun, isObjectPlural } from "./object-kind.ts";
import type { Surroundings } from "./surroundings.ts";
import { verbReadings } from "./verb-form.ts";
import { GOAL, takesPreposition } from "./verb-government.ts";
import {
  isAdjective,
  isAttributeNoun,
  isConjunction,
  isDeterminer,
  isGerundNoun,
  isPlural,
  isPreposition,
} from "./word-kind.ts";
import type { FormReading } from "./wrong-form.ts";

const ADJECTIVES_ONLY = new Set(
  "conflicting corresponding existing failing incoming missing ongoing outgoing outstanding overlapping pending recurring remaining resulting trending underlying upcoming".split(
    " ",
  ),
);

/** Of verbs without an object: before a bare noun they describe it (“Rising stars of a league”). */
export const INTRANSITIVE_GERUNDS = new Set(
  "ageing aging arriving competing departing emerging ending expiring falling growing leading lasting living losing lying participating rising shrinking sleeping standing starting waiting winning working".split(
    " ",
  ),
);

/** Reads a word in -ing: “Billing a customer”, “Billing address of a customer”, “Trending topics”. */
export function readGerund(
  at: number,
  base: string,
  surroundings: Surroundings,
): FormReading {
  const { tokens, name } = surroundings;
  const word = tokens[at]?.lower ?? "";
  const next = tokens[at + 1];
  const following = next?.lower ?? "";
  if (next !== undefined && isDeterminer(following) && following !== "that")
    return "verb";
  // "Rolling back a release"
  if (
    /^(?:away|back|down|off|out|over|up)$/.test(following) &&
    isDeterminer(tokens[at + 2]?.lower ?? "")
  )
    return "verb";
  // "Cycling routes" of cycling_routes
  if (name.includes(word) && !name.includes(base)) return "noun";
  const nounish = isGerundNoun(word);
  if (following === "of") return "noun";
  if (
    ADJECTIVES_ONLY.has(word) ||
    (INTRANSITIVE_GERUNDS.has(word) &&
      next?.isWord === true &&
      !isPreposition(following)) ||
    (word === "getting" && following === "started")
  )
    return "noun";
  if (!nounish) {
    const first = next === undefined ? "" : following;
    if (next === undefined || !next.isWord || !isAttributeNoun(first))
      return "verb";
    return isPlural(first) || name[0] === base ? "verb" : "either";
  }
  if (next === undefined || (!next.isWord && following !== ","))
    return "either";
  if (isConjunction(following) || following === ",") {
    const other = tokens[at + 2]?.lower ?? "";
    const otherBase = verbReadings(other).find(
      (reading) => reading.form === "gerund",
    )?.base;
    return otherBase === undefined
      ? "noun"
      : readGerund(at + 2, otherBase, surroundings);
  }
  if (isPreposition(following))
    return takesPreposition(base, following) && name[0] === base
      ? "verb"
      : "either";
  const isNamed = following === `${name[1] ?? ""}s` || following === name[1];
  const isNamedPlural = isNamed && following.endsWith("s");
  if (
    name[0] === base &&
    (isPlural(following) || isNamedPlural) &&
    !ALWAYS_COMPOUND.has(following) &&
    (isNamed || !GERUND_COMPOUND_HEADS.has(following))
  ) {
    if (!isAttributeNoun(following)) return "verb";
    // "Saving settings to a file" of save_settings
    if (isNamed && GOAL.has(tokens[at + 2]?.lower ?? "")) return "verb";
    if (isObjectPlural(following))
      return isNamed && !COMMON_COMPOUND_GERUNDS.has(word) ? "verb" : "either";
  }
  if (ALWAYS_COMPOUND.has(following)) return "either";
  if (isAttributeNoun(following) || GERUND_COMPOUND_HEADS.has(following))
    return name[0] === base && isPlural(following) ? "either" : "noun";
  if (
    word === "running" ||
    word === "working" ||
    word === "matching" ||
    word === "opening" ||
    word === "closing"
  ) {
    return name.includes(base) ? "verb" : "noun";
  }
  return (name[0] === base && (isPlural(following) || isMassNoun(following))) ||
    (isPlural(following) && !COMMON_COMPOUND_GERUNDS.has(word)) ||
    isAdjective(following)
    ? "verb"
    : "either";
}

/** Whether “gerund + noun” is a compound more often than a verb with its object: “parking spots”, “billing address”. */
export function isGerundCompound(gerund: string, noun: string): boolean {
  return (
    COMMON_COMPOUND_GERUNDS.has(gerund) ||
    GERUND_COMPOUND_HEADS.has(noun) ||
    isAttributeNoun(noun)
  );
}

const GERUND_COMPOUND_HEADS = new Set(
  "guideline guidelines pipeline pipelines station stations suggestion suggestions technique techniques tip tips news agreement agreements announcement announcements assistant board channel company companies conditions cycle day days desk documents environment facilities fund funds guide hours instructions item items label labels lot lots machine material materials method methods opportunities order orders page pages partner partners permit permits process programme regulations room rooms schedule schedules space spaces spot spots staff system team".split(
    " ",
  ),
);

/** Plurals that no gerund has for its object, even where the name has them: “Shipping methods” of `ship_methods`. */
const ALWAYS_COMPOUND = new Set(
  "conditions guidelines instructions materials methods opportunities sessions stations suggestions techniques tips".split(
    " ",
  ),
);

const COMMON_COMPOUND_GERUNDS = new Set(
  "accounting banking billing boarding building cooking driving drinking dwelling gaming hiking housing landing living lodging marketing meeting operating parking purchasing reading shipping shopping sitting sleeping spending standing swimming training travelling traveling walking warning working writing".split(
    " ",
  ),
);
