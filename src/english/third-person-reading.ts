import { isCompound } from "./compound.ts";
import { INTRANSITIVE_GERUNDS } from "./gerund-reading.ts";
import { knownVerb } from "./known-verb.ts";
import type { Token } from "./sentence.ts";
import {
  behindConjunctions,
  nounGroup,
  type Surroundings,
} from "./surroundings.ts";
import { verbReadings } from "./verb-form.ts";
import { takesClause, takesPreposition } from "./verb-government.ts";
import {
  isAdjective,
  isAttributeNoun,
  isConjunction,
  isDeterminer,
  isGerundNoun,
  isListedNoun,
  isParticiple,
  isPlainAdverb,
  isPlural,
  isPreposition,
} from "./word-kind.ts";
import type { FormReading } from "./wrong-form.ts";

/** Of these the plural is as common before a preposition: “Replies to a review”. */
const PLURAL_BEFORE_PREPOSITION = new Set(
  "call change click comment copy download export import invite list play post reply report share update upload view visit".split(
    " ",
  ),
);

/** Reads a word that spells a third person: “Logs a symptom”, “Tags of an image”, “Reports for the quarter”. */
export function readThirdPerson(
  at: number,
  base: string,
  surroundings: Surroundings,
  depth = 0,
): FormReading {
  const { tokens, name } = surroundings;
  const word = tokens[at];
  const next = tokens[at + 1];
  const leaning = knownVerb(base)?.leaning ?? "pure";
  if (
    isListedNoun(word?.lower ?? "") &&
    (next === undefined || !(isDeterminer(next.lower) || isPlural(next.lower)))
  )
    return "noun";
  if (leaning === "pure")
    return next === undefined || next.lower === "of" ? "either" : "verb";
  // The tool's name ends in this plural, or holds it behind another verb: `image_tags`, `list_notes`.
  const inName = name.indexOf(word?.lower ?? "");
  // A name that repeats the description (`cuts_silence`) tells nothing.
  const repeated =
    inName === 0 && name[1] !== undefined && name[1] === next?.lower;
  const namedPlural =
    inName > 0 || (inName === 0 && name.length > 1 && !repeated);
  if (
    next === undefined ||
    (!next.isWord && next.lower !== "," && next.lower !== "/")
  ) {
    if (next !== undefined && /^["'“‘`$#]$/.test(next.lower)) return "verb";
    // "Lists" of a tool that lists: no noun says so little.
    const standsAlone = next === undefined || next.lower === ".";
    return name[0] === base && (leaning === "verb" || !standsAlone)
      ? "either"
      : "noun";
  }
  const following = next.lower;
  if (following === "," || following === "/" || isConjunction(following))
    return readThirdBeforeConjunction(
      at,
      surroundings,
      leaning === "verb",
      depth,
    );
  if (
    following === "of" ||
    /^(?:is|are|were|was|have|has|can|must|who|which)$/.test(following)
  )
    return "noun";
  if (following === "that") {
    const after = tokens[at + 2];
    // "Checks that a build has to pass" of checks
    return takesClause(base) &&
      !name.includes(word?.lower ?? "") &&
      after !== undefined &&
      (isDeterminer(after.lower) || !isVerbLike(after.lower))
      ? "verb"
      : "noun";
  }
  if (isDeterminer(following))
    return !takesClause(base) && hasClauseAhead(tokens, at + 2)
      ? "noun"
      : "verb";
  // "Tries to connect", "Attempts to log in"
  if (following === "to" && /^(?:try|attempt)$/.test(base))
    return base === "try" ? "verb" : "either";
  if (isPreposition(following) || following === "to") {
    if (!takesPreposition(base, following)) return "noun";
    // "Logs in, fills in a form": a preposition without its noun is a particle.
    if (tokens[at + 2]?.isWord !== true) return "verb";
    if (namedPlural) return "noun";
    return (leaning === "verb" && !PLURAL_BEFORE_PREPOSITION.has(base)) ||
      name[0] === base
      ? "verb"
      : "either";
  }
  if (isPlainAdverb(following)) return "verb";
  // "Plans available to a customer"
  if (
    isAdjective(following) &&
    !isParticiple(following) &&
    isPreposition(tokens[at + 2]?.lower ?? "")
  )
    return "noun";
  if (isParticiple(following)) {
    // "Invoices issued last month" against "Tags staged files": a noun has to follow.
    const after = tokens[at + 2];
    if (
      leaning === "verb"
        ? isPreposition(after?.lower ?? "") || NO_OBJECT.has(after?.lower ?? "")
        : !after?.isWord ||
          NO_OBJECT.has(after.lower) ||
          isPreposition(after.lower) ||
          isDeterminer(after.lower)
    )
      return "noun";
  }
  const { words } = nounGroup(tokens, at + 1);
  const first = words[0]?.lower ?? following;
  const head = words[words.length - 1]?.lower ?? first;
  if (
    namedPlural &&
    name[0] !== base &&
    !(leaning === "verb" && isPlural(following) && !isAttributeNoun(following))
  )
    return "noun";
  if (
    leaning !== "verb" &&
    !isPlural(following) &&
    (isAttributeNoun(first) || isCompound(base, first)) &&
    !(name[0] === base && isPlural(head) && !isAttributeNoun(head))
  )
    return "either";
  if (INTRANSITIVE_GERUNDS.has(following) && leaning !== "verb") return "noun";
  if (
    following.endsWith("ing") &&
    (!isGerundNoun(following) || INTRANSITIVE_GERUNDS.has(following))
  )
    return readThirdBeforeGerund(base, tokens[at + 2]);
  if (
    isAdjective(following) ||
    isPlural(following) ||
    leaning === "verb" ||
    name[0] === base
  )
    return "verb";
  return "either";
}

/** “Lists a contact is on”, “Lists a member belongs to”: a clause about the noun, without its “that”. */
function hasClauseAhead(tokens: readonly Token[], from: number): boolean {
  for (const [index, { isWord, lower }] of tokens
    .slice(from, from + 4)
    .entries()) {
    const at = from + index;
    if (
      index > 0 &&
      isPreposition(tokens[at + 1]?.lower ?? "") &&
      tokens[at + 2]?.isWord !== true &&
      verbReadings(lower).some(
        ({ base, form }) =>
          form === "third" && knownVerb(base)?.leaning === "pure",
      )
    )
      return true;
    if (!isWord || isPreposition(lower) || isConjunction(lower)) return false;
    if (/^(?:is|are|was|were|has|have|had|can|may|must|will)$/.test(lower))
      return true;
    if (isDeterminer(lower)) return false;
  }
  return false;
}

/** Verbs that take a gerund (“Stops running jobs”); behind another word in -s it describes a noun (“Calls waiting in a queue”). */
const TAKES_GERUND = new Set(
  "allow avoid begin block cancel continue delay enable finish handle halt keep list pause permit prevent resume simulate start stop test track try".split(
    " ",
  ),
);

function readThirdBeforeGerund(
  base: string,
  after: Token | undefined,
): FormReading {
  if (TAKES_GERUND.has(base)) return "verb";
  return after === undefined ||
    !after.isWord ||
    isPreposition(after.lower) ||
    isDeterminer(after.lower)
    ? "noun"
    : "either";
}

/** Behind a participle these end what describes a noun: “Orders placed today”. */
const NO_OBJECT = new Set(
  "already here lately now online recently so there today tonight twice yesterday yet".split(
    " ",
  ),
);

function isVerbLike(word: string): boolean {
  return (
    verbReadings(word).length > 0 ||
    /^(?:is|are|was|were|have|has|had|can|will|must|may|should|do|did|match)$/.test(
      word,
    )
  );
}

function readThirdBeforeConjunction(
  at: number,
  surroundings: Surroundings,
  verbish: boolean,
  depth: number,
): FormReading {
  const { tokens, verbs } = surroundings;
  const other = behindConjunctions(tokens, at + 2);
  const word = tokens[other];
  const base =
    word === undefined
      ? undefined
      : verbReadings(word.lower, verbs).find(
          (reading) => reading.form === "third",
        )?.base;
  if (base === undefined || depth > 4)
    return verbish && word !== undefined && isDeterminer(word.lower)
      ? "verb"
      : "noun";
  return readThirdPerson(other, base, surroundings, depth + 1);
}
