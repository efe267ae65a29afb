import { readAdjectiveDouble } from "./adjective-double.ts";
import {
  isAsSeen,
  isBesideVerb,
  lacksItsArticle,
  mayBelongToVerb,
} from "./around-noun-group.ts";
import { bareObjectsOf, isCompound, isObjectOrCompound } from "./compound.ts";
import { knownVerb, type Leaning } from "./known-verb.ts";
import { ACTION_NOUNS } from "./lexicon/action-nouns.ts";
import { isMassNoun, isObjectPlural } from "./object-kind.ts";
import type { Token } from "./sentence.ts";
import { nounGroup, type Surroundings } from "./surroundings.ts";
import { DESCRIBING, GOAL, takesPreposition } from "./verb-government.ts";
import { hasVerbalAdjunct } from "./verbal-adjunct.ts";
import { isInName, isObjectInName, namesSameObject } from "./verb-of-name.ts";
import type { Reading } from "./verb-reading.ts";
import {
  isAdjective,
  isAgentNoun,
  isAttributeNoun,
  isBrand,
  isConjunction,
  isGerundNoun,
  isPlural,
  isToolOnlyNoun,
} from "./word-kind.ts";

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
  "bounce build call click copy delay dispatch download drive drop fail fall fork hold invite join jump kick kill lift like mention move mute open pass pay pick ping play post press pull punch push read refund repair repeat replay reply repost retry return rise run scan sell share ship show sleep slide spend spin stop swap sweep swim swing talk tap touch turn twist upload use view visit wait walk watch win zoom".split(
    " ",
  ),
);

const MEASURES = new Set(
  "count distance duration frequency rate ratio speed time times".split(" "),
);

/** What is kept of an event (“Refund history of a shop”), unless the verb is one of handling records (“View history of a page”). */
const RECORDS = new Set(
  "date dates history id limit limits log logs number progress queue score settings statistics stats status summary".split(
    " ",
  ),
);
const HANDLING = new Set(
  "build call copy download hold kill move open play post press pull punch push read repair replay return run save scan share show stop swap upload use view watch".split(
    " ",
  ),
);

/** What a thing has, and few verbs take without an article. */
const OF_THINGS = new Set(["settings", "statistics", "stats", "time"]);
const KEEPS_SETTINGS = new Set(
  "archive backup bill block book bookmark broadcast bundle cache charge clock clone commit document email file host label link load lock log mail mark mask match message mirror note outline output pack package parse patch pin print process queue rank reserve schedule snapshot stage store structure sum summarize tag top total track".split(
    " ",
  ),
);

/** Attributes that are also what tools fetch and write. */
const MASS_ATTRIBUTES = new Set(
  "analytics context documentation info information insights metadata storage".split(
    " ",
  ),
);

const ADJECTIVE_GERUNDS = new Set(
  "conflicting existing failing following incoming matching missing ongoing outgoing outstanding overlapping pending recurring remaining resulting running trailing upcoming".split(
    " ",
  ),
);

interface NameEvidence {
  readonly nameStartsWithIt: boolean;
  readonly nounInName: boolean;
}

/** Reads a verb double before bare nouns: “Order supplies for …” against “Order status by number”. */
export function readBeforeNouns(
  at: number,
  surroundings: Surroundings,
  leaning: Leaning,
  evidence: NameEvidence,
): Reading {
  const { tokens, name } = surroundings;
  const reading = readNounGroup(at, surroundings, leaning, evidence);
  if (reading !== "noun" || evidence.nounInName) return reading;
  const { words } = nounGroup(tokens, at + 1);
  const word = tokens[at]?.lower ?? "";
  if (words.length === 1 && isArranged(word, words[0]?.lower ?? ""))
    return word === "schedule" ? "verb" : "open";
  // "Transfer budget amount between categories" of budgets_transfer
  if (
    name.length > 1 &&
    name[name.length - 1] === word &&
    knownVerb(word)?.adjective !== true &&
    words.some(({ lower }) => isInName(lower, name))
  )
    return "open";
  // "Wait time until a table is free": a time goes with a clause of time.
  return !MEASURES.has(words[words.length - 1]?.lower ?? "") &&
    hasVerbalAdjunct(word, tokens, at + 1 + Math.max(1, words.length))
    ? "open"
    : reading;
}

function readNounGroup(
  at: number,
  { tokens, name }: Surroundings,
  leaning: Leaning,
  { nameStartsWithIt, nounInName }: NameEvidence,
): Reading {
  const word = tokens[at]?.lower ?? "";
  const next = tokens[at + 1];
  if (next === undefined) return "verb";
  const { words, follower } = nounGroup(tokens, at + 1);
  const first = words[0]?.lower ?? next.lower;
  const head = words[words.length - 1]?.lower ?? first;
  const afterwards = follower?.lower ?? "";
  const hasGoal = GOAL.has(afterwards) && !isAsSeen(tokens, follower);
  const alone = words.length === 1;
  // A name that says nothing about the word leaves a doubt, and a doubt is not reported.
  const doubtful =
    nameStartsWithIt ||
    (name.length > 1 && name[name.length - 1] === word) ||
    !(name.includes(word) || name.includes(`${word}s`));
  const short = follower === undefined || follower.lower === ".";
  if (isBesideVerb(tokens, follower)) return "verb";
  if (namesSameObject(word, head, name)) return "open";
  if (nounInName && !hasGoal) return "noun";
  const objects = bareObjectsOf(word);
  if (isCompound(word, first)) {
    // "Travel time to a meeting": there is no verb that "to" could belong to.
    if (objects?.size === 0) return "noun";
    // "Title pages by topic"
    if (
      objects?.has(first) === true &&
      nameStartsWithIt &&
      isPlural(first) &&
      /^(?:at|by|for|from|in|on|to|with)$/.test(afterwards)
    )
      return "open";
    if (hasGoal && nameStartsWithIt && isPlural(head)) return "verb";
    if (hasGoal || mayBelongToVerb(word, afterwards, leaning)) return "open";
    if (isPlural(first) && isObjectOrCompound(word, first)) return "open";
    // "Share links and files with a guest"
    if (leaning === "verb" && isPlural(first) && isConjunction(afterwards))
      return "open";
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
  if (objects !== undefined && !hasGoal)
    return readBeforeObject(
      objects,
      words,
      follower,
      nameStartsWithIt && words.some(({ lower }) => isInName(lower, name)),
    );
  if (
    EVENTS.has(word) &&
    alone &&
    (MEASURES.has(first) || (RECORDS.has(first) && !HANDLING.has(word))) &&
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
  // "Output information on each ref" of for-each-ref
  if (MASS_ATTRIBUTES.has(first) && doubtful) return "open";
  // "Ticket settings of a shop", "Launch time of a rocket"
  if (
    alone &&
    afterwards === "of" &&
    OF_THINGS.has(first) &&
    !KEEPS_SETTINGS.has(word)
  )
    return "noun";
  if (isAttributeNoun(first) && !hasGoal) {
    // "Cache map tiles", "Log error messages": the attribute belongs to the object.
    if (
      nameStartsWithIt &&
      words.length > 1 &&
      isPlural(head) &&
      !isAttributeNoun(head)
    )
      return "verb";
    // "Hedge currency risk" of hedge_risk
    if (nameStartsWithIt && words.length > 1 && isInName(head, name))
      return "open";
    if (doubtful && isObjectPlural(first))
      return takesPreposition(word, afterwards) ? "verb" : "open";
    // "Request review from a teammate"
    if (nameStartsWithIt && afterwards === "from" && !isPlural(first))
      return "open";
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
  const seemsCut =
    !hasGoal && lacksItsArticle(tokens, words, follower, leaning);
  if (seemsCut && isObjectInName(word, name)) return "noun";
  if (seemsCut && leaning === "noun" && doubtful && afterwards !== "of")
    return "open";
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

/** “Request removal of a page”, “Schedule purge of a cache”: an act is asked for. */
function isArranged(word: string, act: string): boolean {
  if (Object.hasOwn(ACTION_NOUNS, act))
    return /^(?:queue|request|schedule)$/.test(word);
  // Of the three only this one is hardly ever a noun ahead of an act.
  return (
    word === "schedule" &&
    knownVerb(act) !== undefined &&
    !isAttributeNoun(act) &&
    !isCompound(word, act)
  );
}

/** “Train classifiers”, but “Train delays”; too little is said by two words, or before an adjective. */
function readBeforeObject(
  objects: ReadonlySet<string>,
  words: readonly Token[],
  follower: Token | undefined,
  namedAsObject: boolean,
): Reading {
  const [first] = words;
  if (words.some(({ lower }) => objects.has(lower))) return "verb";
  if (first === undefined || isAdjective(first.lower) || isBrand(first.lower))
    return "open";
  if (!follower?.isWord) return "open";
  const head = words[words.length - 1]?.lower ?? "";
  // "Voice options for speech output"
  if (isAttributeNoun(head) && DESCRIBING.has(follower.lower)) return "noun";
  // "Trade skins with other players" of trade_skins: any plural may be an object.
  return namedAsObject &&
    objects.size > 0 &&
    (isPlural(head) || isMassNoun(head)) &&
    !NOUN_ATTACHED.has(follower.lower)
    ? "open"
    : "noun";
}

const NOUN_ATTACHED = new Set(
  "and behind between by near of per since".split(" "),
);
