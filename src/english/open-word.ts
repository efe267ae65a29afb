import { knownVerb } from "./known-verb.ts";
import type { LanguageModels, ModelReading } from "./model-reading.ts";
import {
  nounPhrase,
  PROBLEM,
  wrong,
  type SentenceJudgement,
} from "./sentence-judgement.ts";
import type { Token } from "./sentence.ts";
import { verbReadings } from "./verb-form.ts";
import { nounGroup, type Surroundings } from "./surroundings.ts";
import { keepFromVerb } from "./verb-rewrite.ts";
import {
  isAdjective,
  isAttributeNoun,
  isDeterminer,
  isFunctionWord,
  isNoun,
} from "./word-kind.ts";

/** As many words as a model needs to see around the first one. */
const MOST_WORDS = 12;
const LONGEST_WORD = 40;
const DESCRIBING =
  /^(?:of|for|per|by|between|behind|since|with|in|to|from|on)$/;

/**
 * Asks the language models about the first word of a sentence that lexicon and context left open. They are asked only for a word that the
 * lexicon does not hold at all: about a noun that is also a verb they are wrong as often as right. What both say strongly is decided; no
 * rewrite of theirs is safe. Undecided stays what it was when they differ or cannot be loaded.
 */
export function judgeOpenWord(
  surroundings: Surroundings,
  undecided: Extract<SentenceJudgement, { verdict: "undecided" }>,
  load: () => LanguageModels | undefined,
): SentenceJudgement {
  const { tokens, verbs } = surroundings;
  const { at } = undecided;
  const token = tokens[at];
  if (token === undefined || !isPlainWord(token)) return undecided;
  if (verbReadings(token.lower, verbs).length > 0) return undecided;
  const models = load();
  if (models === undefined) return undecided;
  const sentence = lowerCased(tokens.slice(at, at + MOST_WORDS));
  const first = models.first.read(token.lower, sentence);
  const second = models.second.read(token.lower, sentence);
  if (isVerb(first) && isVerb(second))
    return { verdict: "bare-infinitive", verb: token.lower };
  for (const form of ["third", "gerund"] as const) {
    const base = first.form === form ? first.base : undefined;
    if (base === undefined || second.alone !== "verb") continue;
    const verb = { keepFrom: at, at, base };
    const rewrite = keepFromVerb(surroundings, verb, form);
    return wrong(
      PROBLEM[form],
      at,
      at === 0 ? [{ ...rewrite, safe: false }] : [],
      base,
    );
  }
  return isNominal(first) &&
    isNominal(second) &&
    opensNounPhrase(surroundings, at, first, second)
    ? nounPhrase(surroundings, at)
    : undecided;
}

/** Letters only, in Latin script: the models know no other. */
function isPlainWord({ lower, text }: Token): boolean {
  return (
    /^[a-z][a-z'-]+$/.test(lower) &&
    lower.length <= LONGEST_WORD &&
    text !== text.toUpperCase()
  );
}

function lowerCased(tokens: readonly Token[]): string {
  return tokens
    .map(({ lower, text }, index) =>
      (index === 0 ? lower : text).slice(0, LONGEST_WORD),
    )
    .join(" ");
}

/** A verb behind “to”, and nothing else alone. */
function isVerb({ alone, behindTo, form }: ModelReading): boolean {
  return (
    behindTo === "verb" &&
    alone !== "adjective" &&
    (form === undefined || form === "base")
  );
}

function isNominal({ alone }: ModelReading): boolean {
  return alone === "noun" || alone === "adjective";
}

/** A verb that nobody listed looks like a noun to the models, so its sentence has to look like a noun phrase as well. */
function opensNounPhrase(
  { tokens, name }: Surroundings,
  at: number,
  first: ModelReading,
  second: ModelReading,
): boolean {
  const word = tokens[at]?.lower;
  const next = tokens[at + 1];
  if (next === undefined || isDeterminer(next.lower)) return false;
  if (!next.isWord) return false;
  // "Jitter overlapping points": an adjective follows a verb, hardly a noun,
  // unless both are part of a name ("Brave Local Search").
  if (
    next.text === next.lower &&
    (isAdjective(next.lower) || next.lower.endsWith("ing")) &&
    tokens[at + 2]?.isWord === true &&
    !isFunctionWord(tokens[at + 2]?.lower ?? "")
  )
    return false;
  if (first.alone === "adjective" && second.alone === "adjective")
    // "Long press at a point" of long_press
    return knownVerb(next.lower) === undefined || name[0] !== word;
  const { words, follower } = nounGroup(tokens, at + 1);
  const head = words[words.length - 1];
  if (head === undefined) return DESCRIBING.test(next.lower) && first.listed;
  const described = follower === undefined || DESCRIBING.test(follower.lower);
  if (described && isAttributeNoun(head.lower)) return true;
  // "Vaccine stock of a clinic"
  if (
    follower !== undefined &&
    /^(?:of|per|between)$/.test(follower.lower) &&
    knownVerb(head.lower)?.leaning === "noun"
  )
    return true;
  return (
    first.listed &&
    described &&
    first.behindTo !== "verb" &&
    second.behindTo !== "verb" &&
    isNoun(head.lower)
  );
}
