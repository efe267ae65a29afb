import { ADJECTIVE_DOUBLES } from "./lexicon/adjective-doubles.ts";
import { FALSE_PREFIXES } from "./lexicon/false-prefixes.ts";
import { NOUN_DOUBLES } from "./lexicon/noun-doubles.ts";
import { VERBS_BY_CLASS } from "./lexicon/verbs.ts";

/** What a verb does to the world outside; "open" when that depends on what it is done to. */
export type VerbClass = keyof typeof VERBS_BY_CLASS;

/** Which reading of a word is likelier before a bare noun; "pure" verbs are no nouns at all. */
export type Leaning = "pure" | "verb" | "either" | "noun";

interface KnownVerb {
  readonly verbClass: VerbClass;
  readonly leaning: Leaning;
  readonly adjective: boolean;
}

const PREFIXES = [
  "auto",
  "over",
  "under",
  "pre",
  "dis",
  "mis",
  "re",
  "un",
  "de",
  "co",
];
/** First halves of hyphenated verbs (“soft-delete”). */
const FIRST_HALVES = new Set(
  "auto back batch bulk cherry co code cold cross custom de deep dis double down dry fast fine force full hard hot lazy live long mass mis multi out over pre quick re reverse self semi soft speed spot stress sub test two un under up".split(
    " ",
  ),
);

const CLASSES = ["read", "write", "send", "destroy", "open"] as const;
/** Prefixes that turn a verb around: what "unshare" does is not what "share" does. */
const REVERSING = new Set(["de", "dis", "un"]);

let known: Map<string, KnownVerb> | undefined;
let falsePrefixes: Set<string> | undefined;

function knownVerbs(): Map<string, KnownVerb> {
  if (known !== undefined) return known;
  const leanings = new Map<string, Leaning>();
  for (const leaning of ["noun", "either", "verb"] as const)
    for (const verb of NOUN_DOUBLES[leaning]) leanings.set(verb, leaning);
  const adjectives = new Set(ADJECTIVE_DOUBLES);
  const verbs = new Map<string, KnownVerb>();
  for (const verbClass of CLASSES) {
    for (const verb of VERBS_BY_CLASS[verbClass]) {
      verbs.set(verb, {
        verbClass,
        leaning: leanings.get(verb) ?? "pure",
        adjective: adjectives.has(verb),
      });
    }
  }
  known = verbs;
  return verbs;
}

/** A lexicon verb under a productive prefix (“un” + “stage”, “soft-” + “delete”), or undefined. */
function prefixed(word: string): KnownVerb | undefined {
  const hyphen = word.lastIndexOf("-");
  if (hyphen > 0) {
    const rest = knownVerbs().get(word.slice(hyphen + 1));
    if (rest === undefined || !FIRST_HALVES.has(word.slice(0, hyphen)))
      return undefined;
    return {
      ...rest,
      leaning: rest.leaning === "pure" ? "pure" : "verb",
      adjective: false,
    };
  }
  falsePrefixes ??= new Set(FALSE_PREFIXES);
  if (falsePrefixes.has(word)) return undefined;
  for (const prefix of PREFIXES) {
    if (!word.startsWith(prefix) || word.length < prefix.length + 3) continue;
    const rest = knownVerbs().get(word.slice(prefix.length));
    if (rest !== undefined)
      return {
        ...rest,
        verbClass:
          REVERSING.has(prefix) && rest.verbClass !== "write"
            ? "open"
            : rest.verbClass,
        leaning: rest.leaning === "pure" ? "pure" : "verb",
        adjective: false,
      };
  }
  return undefined;
}

/** What is known of a lower-case base verb; undefined for a word that is none. */
export function knownVerb(word: string): KnownVerb | undefined {
  return knownVerbs().get(word) ?? prefixed(word);
}

/**
 * What a base verb (lower case) does to the world outside: read, write, send, destroy, or "open" when the verb alone does not tell.
 * Undefined for a word that the lexicon does not hold.
 */
export function verbClass(baseVerb: string): VerbClass | undefined {
  return knownVerb(baseVerb)?.verbClass;
}
