import { knownVerb } from "./known-verb.ts";
import { IRREGULAR_VERBS } from "./lexicon/irregular-verbs.ts";

/** A final l doubles in British spelling only (labelling, labeling). */
const BRITISH_DOUBLING = /[^aeiou][aeiou]l$/;

/** Verbs of more than one syllable that are stressed on the last one (or treated so) and double their final consonant. */
const DOUBLING = new Set(
  "abet abhor acquit admit airdrop allot annul backlog befit begin bootstrap checksum combat commit compel concur confer control debug defer defrag demur deter dispel embed emit enrol equip excel expel extol forbid forget format fulfil geotag handicap hashtag hot-swap hotswap impel incur infer instil kidnap leapfrog liveblog occur omit overlap patrol permit photostat podcast-log prefer program propel rebel recur refer regret rejig remit repel retrofit screenshot snapshot submit subnet transfer transmit transmogrif typeset vlog wiretap worship".split(
    " ",
  ),
);

/** Either spelling is current: focused, focussed. */
const EITHER = new Set(
  "benefit bias bus focus gas target worship kidnap handicap".split(" "),
);

const PREFIX =
  /^(?:re|un|de|dis|mis|pre|over|under|auto|co|out|up|down|in|off|cross|hot|back|cut|sub)-?/;
const ONE_SYLLABLE = /^[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]$/;
/** Abbreviations that are read letter by letter, or in two syllables. */
const NOT_ONE_SYLLABLE = new Set(["mkdir", "xor"]);

function endsInDoublingSyllable(base: string): boolean {
  const last = base.slice(base.lastIndexOf("-") + 1);
  if (isOneSyllable(last) || DOUBLING.has(base) || DOUBLING.has(last))
    return true;
  // "unpin" doubles as "pin" does and "resubmit" as "submit"; "render" and "debit" have no such rest.
  const rest = last.replace(PREFIX, "");
  return (
    rest !== last &&
    rest.length >= 3 &&
    (DOUBLING.has(rest) || isOneSyllable(rest)) &&
    knownVerb(rest) !== undefined
  );
}

function isOneSyllable(word: string): boolean {
  return ONE_SYLLABLE.test(word) && !NOT_ONE_SYLLABLE.has(word);
}

/** How the stem of a base verb is spelled before -ing and -ed, the usual (American) spelling first. */
function stemsBeforeVowel(base: string): readonly string[] {
  if (EITHER.has(base))
    return base === "worship" || base === "kidnap" || base === "handicap"
      ? [double(base), base]
      : [base, double(base)];
  if (base.endsWith("quiz")) return [`${base}z`];
  if (/[aeiou]c$/.test(base)) return [`${base}k`];
  if (endsInDoublingSyllable(base))
    return base.endsWith("l") || base === "format"
      ? [double(base), base]
      : [double(base)];
  if (BRITISH_DOUBLING.test(base)) return [base, double(base)];
  return [base];
}

function double(base: string): string {
  return base + base.charAt(base.length - 1);
}

/** Every accepted gerund of a base verb, the usual (American) one first. */
export function gerundsOf(base: string): readonly string[] {
  if (base.endsWith("ie") && base.length > 2)
    return [`${base.slice(0, -2)}ying`];
  if (
    /(?:[eoy]e|inge)$/.test(base) &&
    base !== "owe" &&
    !/(?:mp|rr|ch|r|pl|h|f|cr|br)inge$/.test(base)
  )
    return [`${base}ing`];
  if (base.endsWith("ueue")) return [`${base.slice(0, -1)}ing`, `${base}ing`];
  if (base.endsWith("e") && base.length > 2) return [`${base.slice(0, -1)}ing`];
  return stemsBeforeVowel(base).map((stem) => `${stem}ing`);
}

/** Verbs that code writes as one word, and people as two. */
const TWO_WORDS: Readonly<Record<string, readonly [string, string]>> = {
  backup: ["back", "up"],
  checkout: ["check", "out"],
  cleanup: ["clean", "up"],
  login: ["log", "in"],
  logout: ["log", "out"],
  lookup: ["look", "up"],
  "roll-back": ["roll", "back"],
  rollback: ["roll", "back"],
  setup: ["set", "up"],
  shutdown: ["shut", "down"],
  signup: ["sign", "up"],
};

/** A base verb as people write it: “setup” → “set up”; any other word as it is. */
export function spokenVerb(base: string): string {
  return Object.hasOwn(TWO_WORDS, base)
    ? (TWO_WORDS[base]?.join(" ") ?? base)
    : base;
}

/** The gerund of a base verb (“make” → “making”, “setup” → “setting up”), in American spelling. Any word is taken to be a base verb. */
export function gerundOf(base: string): string {
  const [verb = base, ...particle] = spokenVerb(base).split(" ");
  return [gerundsOf(verb)[0] ?? `${verb}ing`, ...particle].join(" ");
}

/** Every accepted past tense and participle of a base verb, the usual one first. */
export function pastsOf(base: string): readonly string[] {
  const irregular = irregularOf(base);
  if (irregular !== undefined) return irregular;
  if (base.endsWith("e")) return [`${base}d`];
  if (/[^aeiou]y$/.test(base)) return [`${base.slice(0, -1)}ied`];
  return stemsBeforeVowel(base).map((stem) => `${stem}ed`);
}

function irregularOf(base: string): readonly string[] | undefined {
  if (Object.hasOwn(IRREGULAR_VERBS, base)) return IRREGULAR_VERBS[base];
  const prefix = /^(?:re|un|over|under|mis|with|out|fore|up|pre)-?/.exec(
    base,
  )?.[0];
  if (prefix === undefined) return undefined;
  const rest = base.slice(prefix.length);
  // "rebuild" goes with "build"; "regret" and "reset" are found by their own entries or as regular verbs.
  if (
    !Object.hasOwn(IRREGULAR_VERBS, rest) ||
    (rest.length < 3 && rest !== "do")
  )
    return undefined;
  return IRREGULAR_VERBS[rest]?.map((form) => prefix + form);
}
