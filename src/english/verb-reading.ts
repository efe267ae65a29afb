import { knownVerb, type Leaning } from "./known-verb.ts";
import { COMPOUNDS } from "./lexicon/compounds.ts";
import type { Token } from "./sentence.ts";
import { verbReadings } from "./verb-form.ts";
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

/** Prepositions after which the verb reading of a double is as good as any. */
const VERB_PREPOSITIONS: Readonly<Record<string, string>> = {
  account: "for",
  act: "on upon as",
  block: "until",
  branch: "off from out",
  break: "into up",
  call: "into out",
  chat: "with",
  check: "for in out off against into if on",
  clean: "up",
  click: "on",
  comment: "on out",
  commit: "to",
  contract: "with",
  copy: "to from into",
  crawl: "through",
  cut: "off out",
  deal: "with",
  drill: "into down",
  drop: "off",
  escape: "from",
  export: "to from as into",
  fall: "back",
  fill: "in out",
  filter: "by on out for through",
  flag: "for as",
  focus: "on",
  force: "into",
  group: "by",
  hand: "off over",
  help: "with",
  hold: "on off",
  import: "from into to",
  index: "into",
  jump: "to into",
  link: "to",
  list: "by in",
  listen: "to for",
  log: "in into out to on",
  login: "to into with",
  look: "for up at into",
  map: "to onto",
  match: "against with by",
  move: "to into up down",
  opt: "in out",
  page: "through",
  pay: "for by with",
  place: "on",
  play: "back with",
  plug: "into in",
  poll: "for until",
  post: "to on in into as",
  push: "to into back",
  query: "for by against with",
  rank: "by",
  read: "from through about",
  reach: "out",
  reply: "to with in",
  report: "on back to",
  request: "for",
  reset: "to",
  respond: "to",
  roll: "back out",
  round: "to up down off",
  route: "to through around",
  run: "through on in against",
  save: "to as",
  scan: "for through",
  scroll: "to down up into by through",
  search: "for across in by through within with over on against using inside",
  send: "to",
  set: "up to",
  share: "with to on",
  ship: "to",
  sign: "in up out off for into",
  sort: "by",
  split: "by into",
  start: "up with",
  step: "into over out through",
  stop: "at by",
  store: "in",
  stream: "from to",
  subscribe: "to",
  switch: "to off on between",
  sync: "to with from",
  talk: "to with about",
  test: "for against",
  text: "to",
  think: "through about",
  trade: "in with at",
  transfer: "to",
  travel: "to",
  trigger: "on",
  turn: "off on into",
  vote: "for on against",
  wait: "for until on",
  walk: "through",
  watch: "for over",
  work: "on with",
  wrap: "in around up",
  write: "to into out",
  zoom: "in into out to",
};

/** Nouns with these prepositions name a thing, not an act (“Access to files”, “Support for X”). */
const NOUN_PREPOSITIONS: Readonly<Record<string, string>> = {
  access: "to for across from via by",
  address: "of for",
  answer: "to for",
  approach: "to for",
  audit: "of for",
  backup: "of for from",
  call: "for to",
  change: "to in since between",
  charge: "for",
  claim: "for",
  comment: "from by",
  contact: "for of",
  control: "over for of",
  cost: "for per of",
  count: "per for by",
  credit: "for",
  design: "for",
  display: "for",
  draft: "for of",
  estimate: "for of",
  exchange: "between",
  fax: "from",
  filter: "for",
  forecast: "for of",
  form: "for to",
  function: "for to",
  gateway: "to",
  graph: "for",
  guide: "to for on",
  help: "for on",
  index: "for over",
  insight: "into",
  interface: "to for with between",
  invoice: "for from",
  issue: "with in",
  key: "for to of",
  label: "for",
  lead: "from",
  layout: "for",
  license: "for",
  link: "between from to for",
  log: "for from",
  lookup: "by for",
  map: "for",
  measure: "for",
  message: "from to",
  model: "for",
  name: "for",
  need: "for",
  note: "for from on about",
  offer: "for from",
  order: "for from",
  output: "from for",
  permit: "for",
  plan: "for to",
  plug: "for",
  price: "for per in at",
  profile: "for",
  program: "for",
  prompt: "for",
  proxy: "to for",
  purchase: "from",
  question: "for about on",
  quote: "for from about",
  range: "for",
  rate: "for per at",
  reason: "for behind",
  record: "for from",
  reference: "to for",
  report: "for from about",
  reply: "from",
  request: "from",
  research: "into",
  response: "to from",
  result: "for from",
  review: "for from",
  risk: "for",
  route: "between from",
  rule: "for",
  schedule: "for",
  score: "for per",
  script: "for to",
  search: "of",
  seat: "on in for",
  signal: "for from",
  snapshot: "from",
  source: "for",
  stock: "in at per",
  style: "for",
  subject: "for",
  summary: "for",
  supply: "for",
  support: "for from",
  survey: "about on",
  target: "for",
  task: "for in",
  template: "for",
  test: "of",
  text: "for from in",
  ticket: "for",
  time: "in until since to at for",
  title: "for",
  token: "for",
  tool: "for to",
  tour: "through",
  trace: "for",
  traffic: "on in to from",
  type: "for",
  update: "about on from for",
  value: "for at",
  version: "for",
  view: "for on onto over into",
  vote: "per",
  wind: "at in",
  word: "for",
  yield: "per for",
};

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

/** Whether “base + noun” is a fixed noun compound (“search results”). */
export function isCompound(base: string, noun: string): boolean {
  return (
    Object.hasOwn(COMPOUNDS, base) && COMPOUNDS[base]?.includes(noun) === true
  );
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
  if (
    verbs?.has(word) === true ||
    (leaning === "pure" && known?.adjective !== true)
  )
    return "verb";
  const next = tokens[at + 1];
  if (next === undefined) return "verb";
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
      return nameStartsWithIt && word !== "access" ? "open" : "noun";
    return leaning === "noun" && !nameStartsWithIt ? "open" : "verb";
  }
  if (isPlainAdverb(following)) return "verb";
  return readBeforeNouns(at, surroundings, leaning, {
    nameStartsWithIt,
    nounInName,
  });
}

/** “Tests that fail” (a relative clause) against “Note that the file is gone” (a clause of its own). */
function readRelative(afterThat: Token | undefined): Reading {
  if (afterThat === undefined) return "open";
  return isDeterminer(afterThat.lower) ? "open" : "noun";
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
    knownVerb(first) === undefined ||
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
    let other = at + 2;
    while (
      other < tokens.length &&
      (isConjunction(tokens[other]?.lower ?? "") ||
        isAdverb(tokens[other]?.lower ?? ""))
    )
      other += 1;
    const word = tokens[other];
    if (word === undefined || !word.isWord)
      return leaning === "verb" ? "verb" : "open";
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

const MOSTLY_ADJECTIVES = new Set(
  "average best equal even extra final initial level live long mean near own present round secret sole tender total".split(
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
  if (nounInName && !hasGoal) return "noun";
  if (isCompound(word, first)) {
    if (hasGoal || (leaning === "verb" && /^(?:from|on|at)$/.test(afterwards)))
      return "open";
    const short = follower === undefined || follower.lower === ".";
    return nameStartsWithIt && short && alone ? "open" : "noun";
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
    !isPlural(head) &&
    !nameStartsWithIt
  )
    return "noun";
  if (leaning === "verb") return "verb";
  if (isAttributeNoun(first) && !hasGoal) {
    if (leaning === "noun") return "noun";
    if (alone) return nameStartsWithIt && isPlural(first) ? "open" : "noun";
  }
  if (ADJECTIVE_GERUNDS.has(first) || isAdjective(first) || isBrand(first))
    return "verb";
  if (first.endsWith("ing") && alone && isGerundNoun(first) && !hasGoal)
    return "noun";
  if (leaning !== "noun" || nameStartsWithIt === true) {
    // "Comment thread of": a countable noun in the singular needs an article when it is an object.
    return !isPlural(head) && afterwards === "of" && leaning === "noun"
      ? "noun"
      : "verb";
  }
  if (hasGoal) return "verb";
  if (isAttributeNoun(head) && DESCRIBING.has(afterwards)) return "noun";
  if (!isPlural(head) && afterwards === "of") return "noun";
  if (!isPlural(head) && DESCRIBING.has(afterwards)) return "open";
  return alone && afterwards === "of" ? "open" : "verb";
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
      (isParticiple(afterComma.lower) || /est$/.test(afterComma.lower))
    )
      return nameStartsWithIt && words.length === 1 ? "open" : "noun";
  }
  if (
    name.length > 1 &&
    name.indexOf(word) > 0 &&
    knownVerb(name[0] ?? "") !== undefined &&
    !isAdverb(name[0] ?? "")
  )
    return "noun";
  if (nameStartsWithIt && !MOSTLY_ADJECTIVES.has(word))
    return follower?.lower === "of" && words.length > 1 ? "open" : "verb";
  if (MOSTLY_ADJECTIVES.has(word)) return "noun";
  return follower?.isWord === true && DESCRIBING.has(follower.lower)
    ? "open"
    : "verb";
}
