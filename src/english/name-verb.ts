import { spokenVerb } from "./gerund.ts";
import { knownVerb, type VerbClass } from "./known-verb.ts";
import {
  HARMLESS_ALONE,
  HARMLESS_OBJECTS,
  REHEARSALS,
  RESULT_OBJECTS,
} from "./lexicon/harmless-objects.ts";
import { sentenceTokens } from "./sentence.ts";
import { verbReadings } from "./verb-form.ts";
import {
  isAdjective,
  isAdverb,
  isConjunction,
  isDeterminer,
  isNoun,
} from "./word-kind.ts";

/** A verb that a tool's name asks for. */
export interface NamedVerb {
  /** The base verb with its particle: “check out”. */
  readonly verb: string;
  readonly verbClass: VerbClass;
  readonly certainty: Certainty;
}

/** Whether a name's word is a verb: it is nothing else (“delete”), hardly anything else (“search”), or a noun as often (“order”). */
export type Certainty = "sure" | "likely" | "open";

/** Verbs with a particle that mean one thing; with any other particle a verb is open. */
const WITH_PARTICLE: ReadonlyMap<string, VerbClass> = new Map([
  ["look up", "read"],
  ["roll back", "write"],
  ["shut down", "write"],
  ["write down", "write"],
]);
const PARTICLES = new Set(["away", "back", "down", "off", "out", "up"]);
/** Behind these verbs “in”, “on” and “over” are particles as well. */
const TAKES_IN = new Set(
  "check clock hand kick log opt sign switch take turn".split(" "),
);
const rehearsals = new Set(REHEARSALS);
const resultObjects = new Set(RESULT_OBJECTS);
const harmlessAlone = new Set(HARMLESS_ALONE);

/**
 * The verbs of a tool's name, the first one first: those that “and”, “or” or “then” joins to it too, but none that stands among the objects
 * (“list_delete_requests”).
 *
 * @param words of the name, without the server's prefix, in lower case
 * @returns empty when the name does not start with a known base verb
 */
export function verbsOfName(words: readonly string[]): readonly NamedVerb[] {
  if (words[0] === "dry" && words[1] === "run")
    return [{ verb: "dry-run", verbClass: "read", certainty: "sure" }];
  const start = startsWithAdverb(words) ? 1 : 0;
  const first = verbAt(words, start);
  if (first === undefined) return [];
  const verbs = [first];
  for (let at = start + 1; at < words.length - 1; at += 1) {
    if (!isConjunction(words[at] ?? "")) continue;
    const joined = verbAt(words, at + 1);
    // "create_issue_and_comment" joins a noun, or a verb.
    if (joined !== undefined)
      verbs.push(
        joined.certainty !== "open" || at === start + 1
          ? joined
          : { ...joined, verbClass: "open" },
      );
  }
  return verbs;
}

/** “bulk_delete_items”, “permanently_delete”. */
function startsWithAdverb(words: readonly string[]): boolean {
  const [first = "", second = ""] = words;
  return isAdverb(first) && certaintyOf(second) !== "open";
}

function certaintyOf(word: string): Certainty {
  const known = knownVerb(word);
  // "backup_status": as one word it is a noun as well.
  if (known === undefined || known.adjective || spokenVerb(word) !== word)
    return "open";
  switch (known.leaning) {
    case "pure":
      return "sure";
    case "verb":
      return "likely";
    case "either":
    case "noun":
      return "open";
  }
}

function verbAt(words: readonly string[], at: number): NamedVerb | undefined {
  const word = words[at] ?? "";
  const known = knownVerb(word);
  if (known === undefined) return undefined;
  const certainty = certaintyOf(word);
  const next = words[at + 1] ?? "";
  if (
    PARTICLES.has(next) ||
    (TAKES_IN.has(word) && /^(?:in|on|over)$/.test(next))
  ) {
    const verb = `${word} ${next}`;
    return { verb, verbClass: WITH_PARTICLE.get(verb) ?? "open", certainty };
  }
  return {
    verb: word,
    verbClass: isHarmless(word, words, at) ? "open" : known.verbClass,
    certainty,
  };
}

/** Whether what the verb is done to, or how, takes its class away. */
function isHarmless(
  verb: string,
  words: readonly string[],
  at: number,
): boolean {
  const verbClass = knownVerb(verb)?.verbClass;
  if (verbClass === "read") return false;
  if (words.some((word) => rehearsals.has(word))) return true;
  const objects = words.slice(at + 1);
  if (objects.length === 0) return harmlessAlone.has(verb);
  const harmless = Object.hasOwn(HARMLESS_OBJECTS, verb)
    ? HARMLESS_OBJECTS[verb]?.split(" ")
    : undefined;
  return objects.some(
    (word) =>
      harmless?.includes(word) === true ||
      (verbClass === "write" && resultObjects.has(word)),
  );
}

/**
 * Whether a tool's name surely starts with something else than a verb. A word that nobody listed may be one, and so may one that follows an
 * adjective (“semantic_search_messages”).
 *
 * @param words of the name, without the server's prefix, in lower case
 * @param description shows what a word is that nobody listed; undefined when it is not known
 */
export function startsWithoutVerb(
  words: readonly string[],
  description: string | undefined,
): boolean {
  const [first, second] = words;
  if (first === undefined || isAdverb(first)) return false;
  // "billing_get_invoice": what groups the tools may stand in front.
  if (words.length > 2 && isLikelyVerb(words.slice(1))) return false;
  if (verbReadings(first).length > 0) return isObjectOfLater(first, words);
  // "fine_tune" is one verb.
  if (knownVerb(`${first}-${second ?? ""}`) || knownVerb(words.join("")))
    return false;
  if (isAdjective(first))
    return words.length === 2
      ? certaintyOf(second ?? "") !== "sure"
      : knownVerb(second ?? "") === undefined;
  return isNoun(first) || isUsedAsNoun(first, description ?? "");
}

function isLikelyVerb(words: readonly string[]): boolean {
  const [verb] = verbsOfName(words);
  return verb !== undefined && verb.certainty !== "open";
}

/** Whether a description has the word, which nobody listed, behind an article or the like: “… on one shelf”. */
function isUsedAsNoun(word: string, description: string): boolean {
  const tokens = sentenceTokens(description, 0);
  return tokens.some(
    ({ lower }, index) =>
      (lower === word || lower === `${word}s`) &&
      index > 1 &&
      isDeterminer(tokens[index - 1]?.lower ?? ""),
  );
}

/** A verb that a name ends in, and that can be nothing else (“page_delete”). */
export function laterVerb(words: readonly string[]): string | undefined {
  const last = words.at(-1) ?? "";
  return words.length > 1 && certaintyOf(last) === "sure" ? last : undefined;
}

/** “pages_delete”, “order_cancel”: a noun first, though the word may be a verb too. */
function isObjectOfLater(first: string, words: readonly string[]): boolean {
  return (
    words.length === 2 &&
    laterVerb(words) !== undefined &&
    (knownVerb(first)?.leaning === "noun" ||
      (first.endsWith("s") && knownVerb(first) === undefined))
  );
}
