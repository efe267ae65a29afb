import { judgeOpening } from "./description-opening.ts";
import { reformLabel } from "./display-label.ts";
import { spokenVerb } from "./gerund.ts";
import { knownVerb } from "./known-verb.ts";
import { verbsOfName } from "./name-verb.ts";
import { sentenceTokens, type Token } from "./sentence.ts";
import { applyEdits } from "./text-edit.ts";
import { baseVerbOf, verbReadings } from "./verb-form.ts";
import { isCompound } from "./verb-reading.ts";
import {
  isAdjective,
  isAdverb,
  isConjunction,
  isDeterminer,
  isParticiple,
  isPreposition,
} from "./word-kind.ts";

/** What people read while a tool runs, and when it is done. */
export interface LabelDraft {
  readonly running: string;
  readonly done: string;
}

/** More words are no label. */
const MOST_WORDS = 6;

/**
 * Drafts the labels of a tool from the verb phrase of its name (“list_items” → “Listing items”, “List items”), else from the one that opens
 * its description.
 *
 * @param words of the name, without the server's prefix, in lower case
 * @param description undefined when it is not known
 * @returns undefined when neither has a verb for certain, or only a long phrase
 */
export function draftLabels(
  words: readonly string[],
  description: string | undefined,
): LabelDraft | undefined {
  const text = description ?? "";
  const phrases = [nameAsPhrase(words, text), openingAsPhrase(text)];
  // A verb alone ("search") says less than a phrase.
  const done =
    phrases.find((phrase) => phrase?.includes(" ") === true) ?? phrases[0];
  const running = done === undefined ? undefined : reformLabel(done, "gerund");
  return done === undefined || running === undefined || running === done
    ? undefined
    : { running, done };
}

function nameAsPhrase(
  words: readonly string[],
  description: string,
): string | undefined {
  const [first, second = "", ...others] = withHyphenatedVerb(words);
  if (
    first === undefined ||
    words.length > MOST_WORDS ||
    !isVerbOfName(first, second, words, description) ||
    isJoinedVerb(second, description) ||
    // "delete_restore" names two verbs, "search_across" ends before its object.
    (verbsOfName([second])[0]?.certainty === "sure" &&
      !isPreposition(second)) ||
    isPreposition(words.at(-1) ?? "")
  )
    return undefined;
  const spelling = spellingsIn(description);
  return capitalize(
    [spokenVerb(first), second, ...others]
      .filter((word) => word !== "")
      .map((word) => spelling.get(word) ?? ACRONYMS.get(word) ?? word)
      .join(" "),
  );
}

/** “Downloads and parses a file” for “download_parse”. */
function isJoinedVerb(word: string, description: string): boolean {
  const tokens = sentenceTokens(description, 0);
  return tokens.some(
    ({ lower }, index) =>
      /^(?:,|and|or|then)$/.test(tokens[index - 1]?.lower ?? "") &&
      baseVerbOf(lower) === word,
  );
}

/** “power_cycle_port” asks to power-cycle. */
function withHyphenatedVerb(words: readonly string[]): readonly string[] {
  const [first = "", second = "", ...others] = words;
  const verb = `${first}-${second}`;
  return knownVerb(verb) === undefined ? words : [verb, ...others];
}

/** Whether a name starts with a verb: its words or the description show it. */
function isVerbOfName(
  first: string,
  second: string,
  words: readonly string[],
  description: string,
): boolean {
  const verbs = verbsOfName([first, ...words.slice(first.split("-").length)]);
  const [named] = verbs;
  if (
    named?.verb.startsWith(first) !== true ||
    verbs.some((verb, index) => index > 0 && verb.certainty === "open")
  )
    return false;
  const judgement = judgeOpening(description, {});
  if (
    judgement.verdict !== "undecided" &&
    // "Set up a shop" says what "setup_shop" means.
    judgement.verb === spokenVerb(first).split(" ")[0]
  )
    return true;
  const isNoun =
    judgement.verdict === "wrong" &&
    judgement.problem === "noun-phrase" &&
    judgement.opening.toLowerCase().startsWith(first);
  return (
    named.certainty === "sure" ||
    (named.certainty === "likely" && !isNoun && !isCompound(first, second))
  );
}

const ACRONYMS: ReadonlyMap<string, string> = new Map(
  "ACL AI API CRM CSS CSV DNS FAQ HTML HTTP ID IDs IP JSON LLM MCP PDF PR QR RSS SLA SMS SQL SSH UI URL URLs VM VPN XML"
    .split(" ")
    .map((word) => [word.toLowerCase(), word]),
);

/** Words that a description writes with capitals in the middle of a sentence: names and acronyms. */
function spellingsIn(description: string): ReadonlyMap<string, string> {
  return new Map(
    sentenceTokens(description, 0)
      .slice(1)
      .filter(({ text }) => /^\p{Lu}/u.test(text))
      .map(({ lower, text }) => [lower, text]),
  );
}

/** “List every book that stands on one shelf” → “List every book”. */
function openingAsPhrase(description: string): string | undefined {
  const judgement = judgeOpening(description, {});
  const rewrite =
    judgement.verdict === "wrong"
      ? judgement.rewrites.find(({ safe }) => safe)
      : undefined;
  if (judgement.verdict !== "bare-infinitive" && rewrite === undefined)
    return undefined;
  const text = rewrite ? applyEdits(description, rewrite.edits) : description;
  const tokens = sentenceTokens(text, 0);
  const [verb] = tokens;
  if (
    !verbReadings(verb?.lower ?? "").some(({ form }) => form === "base") ||
    verb === undefined
  )
    return undefined;
  const end = tokens.findIndex(
    (token, index) => index > 0 && endsPhrase(token),
  );
  const stop = tokens[end];
  // "Find, search and show …" and "Search for …" have no object yet.
  const object = tokens
    .slice(1, end === -1 ? undefined : end)
    .filter((token, index) => index > 1 || !/^(?:an?|the)$/.test(token.lower));
  return object.length === 0 ||
    object.length >= MOST_WORDS ||
    (stop !== undefined && isConjunction(stop.lower)) ||
    object.some(({ lower }) => CLAUSES.has(lower)) ||
    isAdverb(verb.lower) ||
    isAdjective(object.at(-1)?.lower ?? "") ||
    isDeterminer(object.at(-1)?.lower ?? "")
    ? undefined
    : capitalize([verb, ...object].map((token) => token.text).join(" "));
}

const CLAUSES = new Set("how what whether whose".split(" "));

function endsPhrase({ isWord, lower }: Token): boolean {
  return (
    !isWord ||
    isPreposition(lower) ||
    isConjunction(lower) ||
    isParticiple(lower) ||
    /^(?:that|which|who|when|where|if|so|to)$/.test(lower)
  );
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
