import { knownVerb, type Leaning } from "./known-verb.ts";
import { COMPOUNDS } from "./lexicon/compounds.ts";
import {
  NOUN_PREPOSITIONS,
  VERB_PREPOSITIONS,
} from "./lexicon/double-prepositions.ts";
import { VERB_OBJECTS } from "./lexicon/verb-objects.ts";
import type { Token } from "./sentence.ts";
import { thirdPersonOf, verbReadings } from "./verb-form.ts";
import {
  isAdjective,
  isAdverb,
  isAgentNoun,
  isAttributeNoun,
  isBrand,
  isConjunction,
  isDeterminer,
  isFunctionWord,
  isGerundNoun,
  isParticiple,
  isPlainAdverb,
  isPlural,
  isPreposition,
  isToolOnlyNoun,
} from "./word-kind.ts";

/** How a word that may be a verb is read where it stands; "open" when the context does not tell. */
export type Reading = "verb" | "noun" | "open";

/** The words around a verb double. */
export interface Surroundings {
  readonly tokens: readonly Token[];
  /** The words of the tool's name. */
  readonly name: readonly string[];
  /** Base verbs from the rule's option. */
  readonly verbs: ReadonlySet<string> | undefined;
}

/** Verbs that take a that-clause: “Checks that a host is up”. */
const TAKES_CLAUSE = new Set(
  "acknowledge announce ask assert assume check confirm decide declare determine ensure explain guarantee indicate mention note notify predict prove record report request require see show state suggest tell verify".split(
    " ",
  ),
);

function takes(
  table: Readonly<Record<string, string>>,
  base: string,
  preposition: string,
): boolean {
  return (
    Object.hasOwn(table, base) &&
    table[base]?.split(" ").includes(preposition) === true
  );
}

/** Whether the verb may go with this preposition and no object (“search for”, “reply to”). */
export function takesPreposition(base: string, preposition: string): boolean {
  return takes(VERB_PREPOSITIONS, base, preposition);
}

/** Whether “base + noun” is a fixed noun compound (“search results”), the noun in either number. */
export function isCompound(base: string, noun: string): boolean {
  return inBothNumbers(COMPOUNDS, base)?.has(noun) === true;
}

const spelledOut = new WeakMap<object, Map<string, ReadonlySet<string>>>();

/** The nouns of an entry, each in singular and plural; undefined where there is no entry. */
function inBothNumbers(
  table: Readonly<Record<string, string>>,
  entry: string,
): ReadonlySet<string> | undefined {
  if (!Object.hasOwn(table, entry)) return undefined;
  const known = spelledOut.get(table) ?? new Map<string, ReadonlySet<string>>();
  spelledOut.set(table, known);
  const before = known.get(entry);
  if (before !== undefined) return before;
  const nouns = table[entry]?.split(" ") ?? [];
  const both = new Set([...nouns, ...nouns.map(thirdPersonOf)]);
  known.set(entry, both);
  return both;
}

/** Whether the verb takes a that-clause. */
export function takesClause(base: string): boolean {
  return TAKES_CLAUSE.has(base) || knownVerb(base)?.leaning === "pure";
}

/** The bare noun group that starts at a token: its words and the first token after it. */
export function nounGroup(
  tokens: readonly Token[],
  from: number,
): { readonly words: readonly Token[]; readonly follower: Token | undefined } {
  const words: Token[] = [];
  let at = from;
  for (; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (
      token === undefined ||
      !token.isWord ||
      isFunctionWord(token.lower) ||
      isPlainAdverb(token.lower)
    )
      break;
    if (words.length > 0 && isParticiple(token.lower)) break;
    words.push(token);
  }
  return { words, follower: tokens[at] };
}

/** Where the next word stands that is neither a conjunction nor an adverb. */
export function behindConjunctions(
  tokens: readonly Token[],
  from: number,
): number {
  let at = from;
  while (
    at < tokens.length &&
    (isConjunction(tokens[at]?.lower ?? "") ||
      isAdverb(tokens[at]?.lower ?? ""))
  )
    at += 1;
  return at;
}

/**
 * Reads the base verb at `at` (a word that the lexicon holds) as a verb or as a noun, by what follows it and, in support only, by the tool's
 * name: “Order supplies for …” against “Order status by number”.
 */
export function readBaseVerb(
  at: number,
  surroundings: Surroundings,
  depth = 0,
): Reading {
  const { tokens, name, verbs } = surroundings;
  const token = tokens[at];
  if (token === undefined) return "open";
  const word = token.lower;
  const known = knownVerb(word);
  const leaning = known?.leaning ?? "pure";
  if (verbs?.has(word) === true) return "verb";
  const next = tokens[at + 1];
  if (next === undefined) return "verb";
  if (
    leaning === "pure" &&
    known?.adjective !== true &&
    !isCompound(word, next.lower)
  )
    return "verb";
  const nameStartsWithIt = name[0] === word;
  const nounInName = isNounInName(word, next.lower, name);
  if (!next.isWord || isConjunction(next.lower))
    return readBeforeMark(at, surroundings, leaning, depth);
  const following = next.lower;
  if (following === "of") return "noun";
  if (following === "that" || following === "which" || following === "who")
    return leaning === "verb" || takesClause(word) || following === "who"
      ? "verb"
      : readRelative(tokens[at + 2]);
  if (isDeterminer(following)) return "verb";
  if (
    /^(?:is|are|was|were|has|have|can|must|will|should|may|had|to-be)$/.test(
      following,
    )
  )
    return "noun";
  if (isPreposition(following) || following === "to") {
    if (takesPreposition(word, following))
      return nounInName && leaning === "noun" ? "open" : "verb";
    if (takes(NOUN_PREPOSITIONS, word, following))
      return nameStartsWithIt && !ALWAYS_NOUN.has(`${word} ${following}`)
        ? "open"
        : "noun";
    return leaning === "noun" && !nameStartsWithIt ? "open" : "verb";
  }
  if (isPlainAdverb(following)) return "verb";
  return readBeforeNouns(at, surroundings, leaning, {
    nameStartsWithIt,
    nounInName,
  });
}

const ALWAYS_NOUN = new Set([
  "access to",
  "approach to",
  "interface to",
  "interface for",
  "support for",
  "answer to",
  "guide to",
]);

/** “Tests that fail” (a relative clause) against “Note that the file is gone” (a clause of its own). */
function readRelative(afterThat: Token | undefined): Reading {
  if (afterThat === undefined) return "open";
  return isDeterminer(afterThat.lower) ? "open" : "noun";
}

/** A verb that opens a tool's name for certain: `get_…`, but not `ticket_…`. */
function isVerbOfName(word: string): boolean {
  const leaning = knownVerb(word)?.leaning;
  return leaning === "pure" || leaning === "verb";
}

/** `get_order_status` shows that “Order status …” is what the tool gets. */
function isNounInName(
  word: string,
  next: string,
  name: readonly string[],
): boolean {
  const position = name.findIndex(
    (part) => part === word || part === `${word}s`,
  );
  if (position <= 0) return false;
  const first = name[0] ?? "";
  if (
    first === word ||
    !isVerbOfName(first) ||
    isAdverb(first) ||
    isConjunction(name[position - 1] ?? "")
  )
    return false;
  const after = name[position + 1];
  return after === undefined
    ? false
    : after === next || `${after}s` === next || after === `${next}s`;
}

function readBeforeMark(
  at: number,
  surroundings: Surroundings,
  leaning: Leaning,
  depth: number,
): Reading {
  const { tokens } = surroundings;
  const mark = tokens[at + 1];
  if (mark === undefined) return "verb";
  if (mark.lower === "," || mark.lower === "/" || isConjunction(mark.lower)) {
    const other = behindConjunctions(tokens, at + 2);
    const word = tokens[other];
    if (!word?.isWord) return leaning === "verb" ? "verb" : "open";
    if (
      verbReadings(word.lower, surroundings.verbs).some(
        (reading) => reading.form === "base",
      )
    ) {
      return depth > 4 ? "open" : readBaseVerb(other, surroundings, depth + 1);
    }
    // "Route and distance of", "Search, the fast way": a noun beside it makes it a noun.
    if (
      leaning === "verb" ||
      isDeterminer(word.lower) ||
      mark.lower === "then" ||
      mark.lower === "otherwise"
    )
      return "verb";
    return isFunctionWord(word.lower) ? "open" : "noun";
  }
  if (mark.lower === "." || mark.lower === "!" || mark.lower === "?")
    return "verb";
  if (/^["'“‘`«<{[#$@]$/.test(mark.lower)) return "verb";
  return leaning === "verb" ? "verb" : "open";
}

/** Plurals that name an attribute, but are as good an object: “Audit permissions of users”. */
const OBJECT_PLURALS = new Set(
  "addresses attributes codes conditions coverages dates definitions dependencies descriptions dimensions entries fees fields formats identifiers ids integrations keys lines listings lists locations logs maps metrics names numbers options parameters paths permissions plans points policies prices priorities properties quantities quotas quotes rankings ratings requirements results revisions rules scores sequences settings sources specifications statements states statuses summaries tariffs titles tokens types units urls values variants versions volumes weights zones".split(
    " ",
  ),
);
/** Whether a plural attribute noun is as good an object. */
export function isObjectPlural(word: string): boolean {
  return OBJECT_PLURALS.has(word);
}

/** Doubles whose usual object is an attribute (“Track usage”, “Estimate costs”): only a listed compound makes a noun of them. */
const ACTS_ON_ATTRIBUTES = new Set(
  "access audit average benchmark budget chart control detail estimate forecast graph highlight limit log model plot profile rate record report research review sample score stream support survey trace track value".split(
    " ",
  ),
);

/** Doubles that take an activity in -ing: “Test routing without executing”. */
const TAKES_ACTIVITY = new Set(
  "benchmark control log plan report schedule support test time track".split(
    " ",
  ),
);

/** Verbs of which there is a noun for what happened, and what is measured of that: “Drive time between two places”. */
const EVENTS = new Set(
  "bounce build call click copy delay dispatch download drive drop fail fall fork hold invite join jump kick kill lift like mention move mute open pass pay pick ping play post press pull punch push read refund repair repeat replay reply repost retry return rise run save scan sell share ship show sleep slide spend spin stop swap sweep swim swing talk tap touch turn twist upload use view visit wait walk watch win zoom".split(
    " ",
  ),
);
const MEASURES = new Set(
  "count distance duration frequency rate ratio speed time times".split(" "),
);

/** Attributes that are also what tools fetch and write. */
const MASS_ATTRIBUTES = new Set(
  "analytics context documentation info information insights metadata storage".split(
    " ",
  ),
);

/** Adjectives whose verb hardly ever takes a bare noun: “Idle machines in a data centre”. */
const SELDOM_VERBS = new Set(
  "dry idle lean mature slow sound tender thin".split(" "),
);
const MOSTLY_ADJECTIVES = new Set(
  "average best equal even extra final initial live long mean near own present round secret sole tender total".split(
    " ",
  ),
);
const ADJECTIVE_GERUNDS = new Set(
  "conflicting existing failing following incoming matching missing ongoing outgoing outstanding overlapping pending recurring remaining resulting running trailing upcoming".split(
    " ",
  ),
);
const GOAL = new Set(["to", "into", "as", "onto"]);
const DESCRIBING = new Set([
  "of",
  "for",
  "by",
  "per",
  "between",
  "behind",
  "since",
  "and",
  "with",
]);

function readBeforeNouns(
  at: number,
  { tokens, name }: Surroundings,
  leaning: Leaning,
  {
    nameStartsWithIt,
    nounInName,
  }: { nameStartsWithIt: boolean; nounInName: boolean },
): Reading {
  const word = tokens[at]?.lower ?? "";
  const next = tokens[at + 1];
  if (next === undefined) return "verb";
  const { words, follower } = nounGroup(tokens, at + 1);
  const first = words[0]?.lower ?? next.lower;
  const head = words[words.length - 1]?.lower ?? first;
  const afterwards = follower?.lower ?? "";
  const hasGoal = GOAL.has(afterwards);
  const alone = words.length === 1;
  // A name that says nothing about the word leaves a doubt, and a doubt is not reported.
  const doubtful =
    nameStartsWithIt ||
    (name.length > 1 && name[name.length - 1] === word) ||
    !(name.includes(word) || name.includes(`${word}s`));
  const short = follower === undefined || follower.lower === ".";
  if (isBesideVerb(tokens, follower)) return "verb";
  if (nounInName && !hasGoal) return "noun";
  if (isCompound(word, first)) {
    if (hasGoal || mayBelongToVerb(word, afterwards, leaning)) return "open";
    return doubtful && short && alone ? "open" : "noun";
  }
  if (
    isToolOnlyNoun(head) &&
    alone &&
    !/^(?:call|invoke|run|use|test|trigger|add|list|get|find|open|set|register|rename|update)$/.test(
      word,
    )
  )
    return "noun";
  if (knownVerb(word)?.adjective === true)
    return readAdjectiveDouble(word, {
      name,
      words,
      follower,
      nameStartsWithIt,
      tokens,
    });
  if (
    leaning !== "verb" &&
    (isAgentNoun(head) || (alone && isToolOnlyNoun(head))) &&
    !hasGoal &&
    !isPlural(head)
  )
    return "noun";
  if (Object.hasOwn(VERB_OBJECTS, word) && !hasGoal)
    return readBeforeObject(word, words, follower);
  if (
    EVENTS.has(word) &&
    alone &&
    MEASURES.has(first) &&
    /^(?:of|per|between|by|for|in)$/.test(afterwards)
  )
    return "noun";
  if (leaning === "verb") return "verb";
  if (isAttributeNoun(first) && !hasGoal && ACTS_ON_ATTRIBUTES.has(word))
    return alone && !isPlural(first) && !isMassNoun(first) && !nameStartsWithIt
      ? "open"
      : "verb";
  // "Harvest metadata from a feed", but "Video metadata"
  if (MASS_ATTRIBUTES.has(first) && leaning === "either") return "verb";
  if (isAttributeNoun(first) && !hasGoal) {
    // "Cache map tiles", "Log error messages": the attribute belongs to the object.
    if (
      nameStartsWithIt &&
      words.length > 1 &&
      isPlural(head) &&
      !isAttributeNoun(head)
    )
      return "verb";
    if (doubtful && isObjectPlural(first))
      return takesPreposition(word, afterwards) ? "verb" : "open";
    // "Transfer profile" is a label of two words, and says too little.
    if (alone && short && doubtful) return "open";
    if (leaning === "noun") return "noun";
    if (alone) return doubtful && isPlural(first) ? "open" : "noun";
  }
  if (ADJECTIVE_GERUNDS.has(first) || isAdjective(first) || isBrand(first))
    return "verb";
  // "Plot dot plot of …"
  if (head === word) return "verb";
  if (first.endsWith("ing") && alone && isGerundNoun(first) && !hasGoal)
    return short || nameStartsWithIt || TAKES_ACTIVITY.has(word)
      ? "open"
      : "noun";
  if (leaning !== "noun" || nameStartsWithIt) {
    // "Comment thread of": a countable noun in the singular needs an article when it is an object.
    if (isPlural(head) || afterwards !== "of" || leaning !== "noun")
      return "verb";
    if (ACTS_ON_ATTRIBUTES.has(word)) return "open";
    return isMassNoun(head) ? "open" : "noun";
  }
  if (hasGoal) return "verb";
  if (
    isAttributeNoun(head) &&
    DESCRIBING.has(afterwards) &&
    !ACTS_ON_ATTRIBUTES.has(word)
  )
    return "noun";
  if (!isPlural(head) && afterwards === "of" && ACTS_ON_ATTRIBUTES.has(word))
    return "open";
  if (!isPlural(head) && afterwards === "of")
    return doubtful && isMassNoun(head) ? "open" : "noun";
  if (!isPlural(head) && DESCRIBING.has(afterwards)) return "open";
  return alone && afterwards === "of" ? "open" : "verb";
}

/** “Free memory and terminate a worker”: another base verb, and no noun, shares the sentence. */
function isBesideVerb(
  tokens: readonly Token[],
  follower: Token | undefined,
): boolean {
  if (!/^(?:and|or|then)$/.test(follower?.lower ?? "")) return false;
  const at = follower === undefined ? -1 : tokens.indexOf(follower);
  const other = behindConjunctions(tokens, at);
  const known = knownVerb(tokens[other]?.lower ?? "");
  return (
    known?.leaning === "pure" &&
    (!known.adjective || isDeterminer(tokens[other + 1]?.lower ?? ""))
  );
}

/** “Match results against …”: the preposition goes with the verb. */
function mayBelongToVerb(
  word: string,
  preposition: string,
  leaning: Leaning,
): boolean {
  if (
    leaning === "verb" &&
    /^(?:from|on|at)$/.test(preposition) &&
    knownVerb(word)?.adjective !== true
  )
    return true;
  return !DESCRIBING.has(preposition) && takesPreposition(word, preposition);
}

/** “Train classifiers”, but “Train delays”; too little is said by two words, or before an adjective. */
function readBeforeObject(
  word: string,
  words: readonly Token[],
  follower: Token | undefined,
): Reading {
  const objects = inBothNumbers(VERB_OBJECTS, word);
  const [first] = words;
  if (words.some(({ lower }) => objects?.has(lower) === true)) return "verb";
  if (first === undefined || isAdjective(first.lower) || isBrand(first.lower))
    return "open";
  return follower?.isWord === true ? "noun" : "open";
}

const MASS_NOUNS = new Set(
  "access behavior behaviour content control data demand evidence feedback health inventory memory money music power progress text time traffic use weather work".split(
    " ",
  ),
);

/** A noun that is an object without an article: “Transfer ownership of …”. */
function isMassNoun(word: string): boolean {
  return (
    MASS_NOUNS.has(word) ||
    /(?:ship|ance|ence|ity|ness|ion|ment|ing|age|acy)$/.test(word)
  );
}

interface AdjectiveContext {
  readonly name: readonly string[];
  readonly words: readonly Token[];
  readonly follower: Token | undefined;
  readonly nameStartsWithIt: boolean;
  readonly tokens: readonly Token[];
}

/** “Empty shelf positions, counted per aisle” against “Empty trash cans of a floor”: seldom certain. */
function readAdjectiveDouble(
  word: string,
  { name, words, follower, nameStartsWithIt, tokens }: AdjectiveContext,
): Reading {
  if (words.length === 0) return "verb";
  if (follower?.lower === ",") {
    const afterComma = tokens[tokens.indexOf(follower) + 1];
    if (
      afterComma !== undefined &&
      (isParticiple(afterComma.lower) || afterComma.lower.endsWith("est"))
    )
      return nameStartsWithIt && words.length === 1 ? "open" : "noun";
  }
  if (
    name.length > 1 &&
    name.indexOf(word) > 0 &&
    name[name.length - 1] !== word &&
    isVerbOfName(name[0] ?? "") &&
    !isAdverb(name[0] ?? "")
  )
    return "noun";
  const head = words[words.length - 1]?.lower ?? "";
  if (MOSTLY_ADJECTIVES.has(word))
    return (nameStartsWithIt || !name.includes(word)) && isPlural(head)
      ? "open"
      : "noun";
  // "Secure link to a file": one thing would need its article to be an object.
  const terse = follower === undefined || !follower.isWord;
  if (
    !terse &&
    !isPlural(head) &&
    !isMassNoun(head) &&
    !GOAL.has(follower.lower) &&
    /^(?:of|per|between|behind|since)$/.test(follower.lower) &&
    !isBrand(words[0]?.lower ?? "")
  )
    return nameStartsWithIt ? "open" : "noun";
  if (SELDOM_VERBS.has(word) && !terse && !GOAL.has(follower.lower))
    return nameStartsWithIt && !isPlural(head) ? "open" : "noun";
  if (nameStartsWithIt)
    return follower?.lower === "of" && words.length > 1 ? "open" : "verb";
  return follower?.isWord === true && DESCRIBING.has(follower.lower)
    ? "open"
    : "verb";
}
