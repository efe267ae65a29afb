import { knownVerb } from "./known-verb.ts";
import {
  FOREIGN_FUNCTION_WORDS,
  FOREIGN_OPENERS,
} from "./lexicon/foreign-words.ts";
import { ENGLISH_WORDS } from "./lexicon/function-words.ts";
import type { Token } from "./sentence.ts";

let functionWords: Set<string> | undefined;
let openers: Set<string> | undefined;
let englishWords: Set<string> | undefined;
/** Both at once: most words are in neither, and every word is looked up. */
let tellingWords: Set<string> | undefined;

/** Also names and terms that English text is full of (“de facto”, “Las Vegas”, “la carte”): one alone does not tell. */
const WEAK = new Set([
  "com",
  "de",
  "del",
  "des",
  "dos",
  "el",
  "era",
  "la",
  "las",
  "le",
  "les",
  "los",
  "na",
  "no",
  "nach",
  "om",
  "para",
  "pour",
  "pro",
  "sur",
  "till",
  "van",
  "ten",
  "ve",
  "voor",
  "von",
  "zu",
]);
const TELLING_WEAK = new Set([
  "nach",
  "pour",
  "sur",
  "voor",
  "von",
  "zu",
  "les",
  "des",
  "del",
]);

/** English function words that another language spells alike (“asociadas a un programa”). */
const SHARED_WORDS = new Set(
  "a all an as by in is me no of on over up".split(" "),
);

/** English verbs that another language spells alike, so that they say nothing about the language. */
const SHARED_OPENER =
  /^(?:active|analyse|archive|cache|change|code|combine|compare|compile|compose|configure|consulte|copie|crop|date|deploy|download|edit|explore|export|exporte|filter|filtre|ignore|import|importe|index|installe|link|liste|login|note|observe|open|organise|pause|place|plan|post|prepare|print|propose|publish|reset|scan|serve|start|starten|stop|suspend|sync|test|transfer|update|upload|valide|vote|zip)$/;

/**
 * Whether a sentence is written in another language than English: by its script, by function words of other languages where there is no
 * English one, or by a foreign verb at its start. False when in doubt.
 */
export function isOtherLanguage(tokens: readonly Token[]): boolean {
  const first = tokens.find((token) => token.isWord);
  if (first === undefined) return false;
  if (isNonLatinSentence(first, tokens)) return true;
  functionWords ??= new Set(FOREIGN_FUNCTION_WORDS);
  openers ??= new Set(FOREIGN_OPENERS);
  englishWords ??= new Set(ENGLISH_WORDS);
  tellingWords ??= new Set([...FOREIGN_FUNCTION_WORDS, ...ENGLISH_WORDS]);
  const verb = knownVerb(first.lower) !== undefined;
  let foreign = 0;
  let weak = 0;
  let english = 0;
  let shared = 0;
  let accented = 0;
  let count = 0;
  for (const token of tokens) {
    if (!token.isWord) continue;
    if (count === 24) break;
    const mayTell =
      tellingWords.has(token.lower) ||
      (token.text !== token.lower && tellingWords.has(token.text));
    if (!mayTell) {
      // Nothing but an accent or an apostrophe can.
    } else if (count > 0 && englishWords.has(token.lower)) {
      english += 1;
      if (SHARED_WORDS.has(token.lower)) shared += 1;
      // Nothing below says otherwise of a verb and a word that is English only.
      else if (verb) return false;
    } else if (functionWords.has(token.text)) {
      if (!WEAK.has(token.text)) foreign += 1;
      else weak += TELLING_WEAK.has(token.text) ? 2 : 1;
    }
    count += 1;
    if (token.isPlain) continue;
    // "d'un", "l'utilisateur"
    if (
      token.lower.includes("'") &&
      /^(?:d|l|dell|all|un|qu|nell|sull|c)'\p{Ll}/u.test(token.lower)
    )
      foreign += 1;
    if (/[à-öø-ÿœßąćęłńśźżčďěňřšťůžğış]/.test(token.lower)) accented += 1;
  }
  const foreignOpener = openers.has(first.lower);
  if (foreignOpener)
    return !verb && (english === shared || foreign + weak > english);
  // "Stop de server"
  if (
    verb &&
    english === shared &&
    SHARED_OPENER.test(first.lower) &&
    isForeignArticle(tokens)
  )
    return true;
  const score = foreign * 2 + weak;
  if (english === 0)
    return verb && !SHARED_OPENER.test(first.lower)
      ? score >= 4 || (score >= 2 && accented > 0)
      : score >= 2 || (accented >= 2 && !verb) || (score >= 1 && accented >= 1);
  // "Überweisung an einen Lieferanten"
  if (english === shared && foreign > 0 && (accented > 0 || weak > 1) && !verb)
    return true;
  return score >= 2 * english + 4 && !verb;
}

function isForeignArticle(tokens: readonly Token[]): boolean {
  const [, article, noun] = tokens;
  return (
    /^(?:de|den|der|die|een|el|het|il|la|las|le|les|los|un|una|une)$/.test(
      article?.text ?? "",
    ) &&
    noun?.isWord === true &&
    !/^(?:facto|jure|luxe|novo)$/.test(noun.lower)
  );
}

const LATIN = /\p{Script=Latin}/u;
function isNonLatinSentence(first: Token, tokens: readonly Token[]): boolean {
  if (/^[a-z]+$/.test(first.lower)) return false;
  if (!/\p{L}/u.test(first.text)) return false;
  if (LATIN.test(first.text)) {
    // "Excelファイルを読み込む"
    return /\p{L}/u.test(
      first.text.replace(
        /[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}\p{Script=Greek}]/gu,
        "",
      ),
    );
  }
  if (/^\p{Script=Greek}$/u.test(first.text)) return false;
  return (
    tokens.filter((token) => token.isWord && LATIN.test(token.text)).length *
      2 <=
    tokens.length + 2
  );
}
