import { BRANDS } from "./lexicon/brands.ts";
import { gerundsOf, pastsOf } from "./gerund.ts";
import { knownVerb } from "./known-verb.ts";
import { IRREGULAR_VERBS } from "./lexicon/irregular-verbs.ts";

export type VerbForm = "base" | "third" | "gerund" | "past";

/** One way to read a word as a form of a verb. */
export interface VerbReading {
  readonly form: VerbForm;
  readonly base: string;
}

const IRREGULAR_THIRD: Readonly<Record<string, string>> = {
  be: "is",
  have: "has",
};
/** Verbs in -o that take a bare -s. */
const BARE_S_AFTER_O =
  /(?:[aeiou]o|(?:video|photo|demo|memo|radio|solo|disco|combo|promo|typo|zero|logo|intro))$/;

/** The third person singular of a base verb (“try” → “tries”). Any word is taken to be a base verb. */
export function thirdPersonOf(base: string): string {
  const irregular = Object.hasOwn(IRREGULAR_THIRD, base)
    ? IRREGULAR_THIRD[base]
    : undefined;
  if (irregular !== undefined) return irregular;
  if (base.endsWith("quiz")) return `${base}zes`;
  if (/(?:s|x|z|ch|sh)$/.test(base)) return `${base}es`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  if (base.endsWith("o") && !BARE_S_AFTER_O.test(base)) return `${base}es`;
  return `${base}s`;
}

let pasts: Map<string, string> | undefined;
function irregularPasts(): Map<string, string> {
  if (pasts !== undefined) return pasts;
  pasts = new Map();
  for (const [base, forms] of Object.entries(IRREGULAR_VERBS))
    for (const form of forms) if (!pasts.has(form)) pasts.set(form, base);
  return pasts;
}

const IRREGULAR_PREFIX = /^(?:re|un|over|under|mis|with|out|fore|up|pre)-?/;

/** What a word could be the third person of, by spelling alone. */
function thirdCandidates(word: string): string[] {
  if (word === "has") return ["have"];
  if (!word.endsWith("s") || word.length < 3) return [];
  const candidates = [word.slice(0, -1)];
  if (word.endsWith("es")) candidates.push(word.slice(0, -2));
  if (word.endsWith("ies")) candidates.push(`${word.slice(0, -3)}y`);
  if (word.endsWith("zzes") || word.endsWith("sses"))
    candidates.push(word.slice(0, -3));
  return candidates;
}

/** The stems that -ing or -ed may have been added to. */
function stemCandidates(stem: string): string[] {
  const candidates = [stem];
  const last = stem.charAt(stem.length - 1);
  // "Programming" is of "program" ahead of "programme".
  if (stem.length > 2 && last === stem.charAt(stem.length - 2))
    candidates.push(stem.slice(0, -1));
  candidates.push(`${stem}e`);
  if (stem.endsWith("ck")) candidates.push(stem.slice(0, -1));
  if (stem.endsWith("y")) candidates.push(`${stem.slice(0, -1)}ie`);
  return candidates;
}

function pastCandidates(word: string): string[] {
  const candidates: string[] = [];
  const irregular = irregularPasts().get(word);
  if (irregular !== undefined) candidates.push(irregular);
  const prefix = IRREGULAR_PREFIX.exec(word)?.[0];
  const inner =
    prefix === undefined
      ? undefined
      : irregularPasts().get(word.slice(prefix.length));
  if (prefix !== undefined && inner !== undefined)
    candidates.push(prefix + inner);
  if (word.endsWith("ied"))
    candidates.push(`${word.slice(0, -3)}y`, word.slice(0, -1));
  else if (word.endsWith("ed"))
    candidates.push(...stemCandidates(word.slice(0, -2)));
  return candidates;
}

const PRODUCTIVE = /^[a-z]{3,}(?:[^aeiou]i[sz]e|ify)$/;
const UNPRODUCTIVE = new Set(
  "capsize concise enterprise excise expertise franchise likewise merchandise otherwise outsize oversize paradise precise premise prize promise reprise size surmise treatise undersize clockwise anise demise cruise bruise".split(
    " ",
  ),
);

let brands: Set<string> | undefined;

/** “Shopify” is no verb. */
function isBrand(word: string): boolean {
  return (brands ??= new Set(BRANDS)).has(word);
}

function isVerb(base: string, extra: ReadonlySet<string> | undefined): boolean {
  if (extra?.has(base) === true || knownVerb(base) !== undefined) return true;
  // New verbs in -ize and -ify are coined every day, and hardly a noun ends so.
  return PRODUCTIVE.test(base) && !UNPRODUCTIVE.has(base) && !isBrand(base);
}

function findReadings(
  word: string,
  extra: ReadonlySet<string> | undefined,
): readonly VerbReading[] {
  const readings: VerbReading[] = [];
  if (isVerb(word, extra)) readings.push({ form: "base", base: word });
  const add = (
    form: VerbForm,
    candidates: readonly string[],
    spell: (base: string) => readonly string[],
  ): void => {
    const base = candidates.find(
      (candidate) =>
        candidate.length > 1 &&
        isVerb(candidate, extra) &&
        spell(candidate).includes(word),
    );
    if (base !== undefined) readings.push({ form, base });
  };
  if (word.endsWith("s"))
    add("third", thirdCandidates(word), (base) => [
      thirdPersonOf(base),
      ...(base.endsWith("s") ? [`${base}ses`] : []),
    ]);
  if (word.endsWith("ing") && word.length > 4)
    add("gerund", stemCandidates(word.slice(0, -3)), gerundsOf);
  if (/[deglkmntw]$/.test(word)) add("past", pastCandidates(word), pastsOf);
  return readings;
}

/** Readings of words met before: the same few words open most descriptions. */
const remembered = new Map<string, readonly VerbReading[]>();
const MOST_REMEMBERED = 4000;

/**
 * Every way to read a lower-case word as a form of a known verb, found by undoing its spelling and accepted only when the base spells
 * back to the word. Empty for a word that is none; `extra` holds further base verbs.
 */
export function verbReadings(
  word: string,
  extra?: ReadonlySet<string>,
): readonly VerbReading[] {
  if (word.length > 40) return [];
  if (extra !== undefined && extra.size > 0) return findReadings(word, extra);
  const before = remembered.get(word);
  if (before !== undefined) return before;
  const readings = findReadings(word, undefined);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(word, readings);
  return readings;
}

/**
 * The base verb of a word in any form and case (“Queries” → “query”, “Tagging” → “tag”, “sent” → “send”).
 * A word that is a base verb itself comes back as it is; undefined for a word that is no form of a known verb.
 */
export function baseVerbOf(word: string): string | undefined {
  return verbReadings(word.toLowerCase())[0]?.base;
}
