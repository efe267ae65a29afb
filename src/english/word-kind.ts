import { knownVerb } from "./known-verb.ts";
import { ADJECTIVES } from "./lexicon/adjectives.ts";
import { ATTRIBUTE_NOUNS } from "./lexicon/attribute-nouns.ts";
import { BRANDS } from "./lexicon/brands.ts";
import {
  DETERMINERS,
  PREPOSITIONS,
  PRONOUNS,
} from "./lexicon/function-words.ts";
import { GERUND_NOUNS } from "./lexicon/gerund-nouns.ts";
import { NOUNS } from "./lexicon/nouns.ts";
import { verbReadings } from "./verb-form.ts";

/** Where the data files are turned into sets, once and on first need. */
function lazySet(words: readonly string[]): (word: string) => boolean {
  let set: Set<string> | undefined;
  return (word) => (set ??= new Set(words)).has(word);
}

export const isAttributeNoun = lazySet(ATTRIBUTE_NOUNS);
export const isBrand = lazySet(BRANDS);
export const isPreposition = lazySet(PREPOSITIONS);
export const isListedNoun = lazySet(NOUNS);
export const isGerundNoun = lazySet(GERUND_NOUNS);
const isListedAdjective = lazySet(ADJECTIVES);
const isDeterminerWord = lazySet(DETERMINERS);
const isPronoun = lazySet(PRONOUNS);

/** Words for a tool itself. A description that is about one of these is about the tool, not about its object. */
export const isToolNoun = lazySet(
  "action api call capability capabilities command connector endpoint facility feature function functionality handler helper integration interface mcp method module operation plugin procedure resource routine script server service skill tool tools utility wrapper".split(
    " ",
  ),
);
/** Of these a description never asks to do something to one. */
export const isToolOnlyNoun = lazySet(
  "assistant functionality helper tool utility widget wizard wrapper".split(
    " ",
  ),
);

export const isConjunction = lazySet(
  "and & or / then and/or plus but otherwise".split(" "),
);
const isClauseWord = lazySet(
  "am are be been being can cannot could did do does had has have i if is may might must shall should that was were which while who whom whose will would because so to".split(
    " ",
  ),
);
const isAdverbWord = lazySet(
  "also always automatically auto async batch bulk deep directly dry either fast first force hard instantly instead just later lazily live mass merely now once only optionally quickly safely simply soft still then together".split(
    " ",
  ),
);
const notAdverbs = lazySet(
  "anomaly apply assembly comply daily early family fly friendly hourly imply monthly multiply only quarterly rely reply supply ally weekly yearly nightly fortnightly biweekly likely lonely italy july july- bully butterfly jelly rally tally homily lily".split(
    " ",
  ),
);

/** An adverb that may stand before the verb (“permanently delete”, “bulk import”). */
export function isAdverb(word: string): boolean {
  return isAdverbWord(word) || isPlainAdverb(word);
}

/** An adverb in -ly. */
export function isPlainAdverb(word: string): boolean {
  return (
    word.length > 4 &&
    word.endsWith("ly") &&
    !notAdverbs(word) &&
    knownVerb(word) === undefined
  );
}

/** Starts an object: determiner, number, possessive or pronoun. */
export function isDeterminer(word: string): boolean {
  return isDeterminerWord(word) || isPronoun(word) || /^\d/.test(word);
}

/** Any word that cannot be part of a bare noun group. */
export function isFunctionWord(word: string): boolean {
  return (
    isDeterminer(word) ||
    isPreposition(word) ||
    isConjunction(word) ||
    isClauseWord(word)
  );
}

/** A listed adjective, one with a telling ending, or a participle (“staged changes”, “unbilled hours”). */
export function isAdjective(word: string): boolean {
  if (isListedAdjective(word)) return true;
  if (
    word.length > 5 &&
    /(?:able|ible|ous|ful|less|ical|ive)$/.test(word) &&
    knownVerb(word) === undefined &&
    !isListedNoun(word)
  )
    return true;
  return (
    isParticiple(word) ||
    /^(?:un|pre|non|multi|self|semi|auto)-?[a-z]+ed$/.test(word)
  );
}

/** A past participle (and no base verb: “read” is none here). */
export function isParticiple(word: string): boolean {
  const readings = verbReadings(word);
  return (
    readings.some((reading) => reading.form === "past") &&
    !readings.some((reading) => reading.form === "base")
  );
}

/** A plural by its ending; some nouns in -s are missed, none in -ss, -us or -is is taken for one. */
export function isPlural(word: string): boolean {
  return (
    (word.length > 3 && word.endsWith("s") && !/(?:ss|us|is|'s)$/.test(word)) ||
    word === "people" ||
    word === "children" ||
    word === "data"
  );
}

const notAgents = lazySet(
  "user customer number member header server computer printer speaker driver follower subscriber seller buyer owner worker manager container player user folder reader carrier cover".split(
    " ",
  ),
);

/** A noun made from a verb for what does it (“generator”, “executor”, “viewer”). */
export function isAgentNoun(word: string): boolean {
  if (
    word.length < 6 ||
    !/(?:er|or)$/.test(word) ||
    notAgents(word) ||
    knownVerb(word) !== undefined
  )
    return false;
  const stem = word.slice(0, -2);
  return (
    knownVerb(stem) !== undefined ||
    knownVerb(`${stem}e`) !== undefined ||
    knownVerb(stem.slice(0, -1)) !== undefined
  );
}

/** “savings”, “drawings”: a gerund with a plural is a noun for good. */
function isPluralGerund(word: string): boolean {
  return (
    word.endsWith("ings") &&
    verbReadings(word.slice(0, -1)).some(({ form }) => form === "gerund")
  );
}

/** A word that opens a noun phrase and is no verb: listed, a product name, or with a noun's ending. */
export function isNoun(word: string): boolean {
  if (isListedNoun(word) || isBrand(word)) return true;
  if (
    word.length > 4 &&
    isPlural(word) &&
    (isListedNoun(word.slice(0, -1)) ||
      (word.endsWith("es") && isListedNoun(word.slice(0, -2))))
  )
    return true;
  if (knownVerb(word) !== undefined || word.length < 6) return false;
  if (isPluralGerund(word)) return true;
  return (
    /(?:[ts]ions?|ments?|ness(?:es)?|it(?:y|ies)|ances?|ences?|isms?|ships?|olog(?:y|ies)|ograph(?:y|ies)|ancy|ency|ities|hood|ware)$/.test(
      word,
    ) ||
    isAgentNoun(word) ||
    (word.endsWith("s") && isAgentNoun(word.slice(0, -1)))
  );
}
