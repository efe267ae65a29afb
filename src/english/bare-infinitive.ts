import { findCoordinatedVerbs, recase } from "./coordinated-verb.ts";
import { knownVerb } from "./known-verb.ts";
import { findLeadIn } from "./lead-in.ts";
import { CLAUSE_OPENERS } from "./lexicon/function-words.ts";
import { rewriteActionNoun, suggestVerbFromName } from "./noun-phrase.ts";
import type { OpeningProblem, Rewrite } from "./opening-judgement.ts";
import type { Token } from "./sentence.ts";
import type { TextEdit } from "./text-edit.ts";
import { verbReadings, type VerbForm, type VerbReading } from "./verb-form.ts";
import { nounGroup, readBaseVerb, type Surroundings } from "./verb-reading.ts";
import {
  isAdjective,
  isAdverb,
  isBrand,
  isDeterminer,
  isNoun,
  isPlainAdverb,
  isPreposition,
  isToolNoun,
} from "./word-kind.ts";
import {
  readGerund,
  readPast,
  readThirdPerson,
  type FormReading,
} from "./wrong-form.ts";

/** How a sentence opens, in tokens: the last one of the offending opening instead of an offset. */
export type SentenceJudgement =
  | { readonly verdict: "bare-infinitive"; readonly verb: string }
  | {
      readonly verdict: "wrong";
      readonly problem: OpeningProblem;
      readonly last: number;
      readonly rewrites: readonly Rewrite[];
      readonly verb?: string | undefined;
    }
  | { readonly verdict: "undecided"; readonly at: number };

const clauseOpeners = new Set(CLAUSE_OPENERS);
const QUESTIONS = new Set(
  "how what when where whether which who whose why".split(" "),
);

const bare = (verb: string): SentenceJudgement => ({
  verdict: "bare-infinitive",
  verb,
});
const wrong = (
  problem: OpeningProblem,
  last: number,
  rewrites: readonly Rewrite[] = [],
  verb?: string,
): SentenceJudgement => ({
  verdict: "wrong",
  problem,
  last,
  rewrites,
  ...(verb === undefined ? {} : { verb }),
});

/** Whether a sentence starts with a bare infinitive, what is wrong when it does not, and how to repair it. The first token is a word. */
export function judgeSentence(surroundings: Surroundings): SentenceJudgement {
  const { tokens, name, verbs } = surroundings;
  const first = tokens[0];
  if (first === undefined) return { verdict: "undecided", at: 0 };
  const word = first.lower;
  if (word === "please" || word === "kindly") return judgePlease(surroundings);
  if (isNegative(tokens)) return wrong("negative", word === "do" ? 1 : 0);
  const leadIn = findLeadIn(tokens, name, verbs);
  if (leadIn !== undefined) {
    const { verb } = leadIn;
    if (verb === undefined) return wrong(leadIn.problem, leadIn.last);
    const rewrite = keepFromVerb(surroundings, verb, leadIn.coordinated);
    const dangles = /^(?:this|it)$/.test(
      tokens.findLast((token) => token.isWord)?.lower ?? "",
    );
    return wrong(
      leadIn.problem,
      leadIn.last,
      [dangles ? { ...rewrite, safe: false } : rewrite],
      verb.base,
    );
  }
  if (
    word === "to" ||
    (word === "in" && tokens[1]?.lower === "order" && tokens[2]?.lower === "to")
  )
    return judgeToInfinitive(surroundings, word === "to" ? 1 : 3);
  if (clauseOpeners.has(word)) return wrong("leading-clause", 0);
  if (isDeterminer(word)) return judgeDeterminer(surroundings);
  return judgeFirstVerb(surroundings);
}

function isNegative(tokens: readonly Token[]): boolean {
  const word = tokens[0]?.lower ?? "";
  if (
    /^(?:don't|dont|never|not|cannot|can't|won't|doesn't|isn't|shouldn't|mustn't)$/.test(
      word,
    )
  )
    return true;
  return (
    /^(?:do|does|must|should|may|can|will|is)$/.test(word) &&
    tokens[1]?.lower === "not"
  );
}

/** “Please list the rooms”: what follows is judged by itself. */
function judgePlease(surroundings: Surroundings): SentenceJudgement {
  const { tokens } = surroundings;
  const start = tokens[1]?.lower === "," ? 2 : 1;
  const [first, kept] = [tokens[0], tokens[start]];
  if (first === undefined || kept === undefined || !kept.isWord)
    return wrong("please", 0);
  const rest = judgeSentence({ ...surroundings, tokens: tokens.slice(start) });
  if (rest.verdict !== "bare-infinitive") return wrong("please", 0);
  return wrong(
    "please",
    0,
    [
      {
        edits: [
          {
            start: first.start,
            end: kept.end,
            text: recase(kept.text, capital(first)),
          },
        ],
        safe: true,
      },
    ],
    rest.verb,
  );
}

/** The model for a word that takes over a place: only the first letter's case counts. */
function capital(token: Token): string {
  return token.text.charAt(0);
}

function judgeToInfinitive(
  { tokens, verbs, name }: Surroundings,
  from: number,
): SentenceJudgement {
  let at = from;
  while (isPlainAdverb(tokens[at]?.lower ?? "")) at += 1;
  const reading = verbReadings(tokens[at]?.lower ?? "", verbs).find(
    (candidate) => candidate.form === "base",
  );
  if (reading === undefined) return wrong("leading-clause", 0);
  // "To list the files, call …": the purpose of another sentence.
  const comma = tokens.findIndex((token) => token.lower === ",");
  const after = comma < 0 ? "" : (tokens[comma + 1]?.lower ?? "");
  if (
    comma > 0 &&
    (/^(?:you|use|call|first|the|this|it|please|invoke|run|i|we)$/.test(
      after,
    ) ||
      (after !== "and" &&
        after !== "or" &&
        verbReadings(after).some((candidate) => candidate.form === "base") &&
        knownVerb(after)?.leaning === "pure"))
  ) {
    return wrong("leading-clause", at, [], reading.base);
  }
  return wrong(
    "to-infinitive",
    at,
    [
      keepFromVerb(
        { tokens, verbs, name },
        { keepFrom: from, at, form: "base", base: reading.base },
        "base",
      ),
    ],
    reading.base,
  );
}

/** Drops everything before the verb (or the adverb before it), and puts it and the verbs coordinated with it into the base form. */
function keepFromVerb(
  { tokens, verbs }: Surroundings,
  verb: {
    readonly keepFrom: number;
    readonly at: number;
    readonly base: string;
  },
  coordinated: VerbForm,
): Rewrite {
  const first = tokens[0];
  const kept = tokens[verb.keepFrom];
  const head = tokens[verb.at];
  if (first === undefined || kept === undefined || head === undefined)
    return { edits: [], safe: false };
  const others =
    coordinated === "base"
      ? { edits: [], certain: true }
      : findCoordinatedVerbs(tokens, verb.at, coordinated, verbs);
  const baseText = withPrefix(head, verb.base);
  const edits: TextEdit[] = [];
  if (kept === head) {
    edits.push({
      start: first.start,
      end: head.end,
      text: headCase(baseText, head, first),
    });
  } else {
    edits.push({
      start: first.start,
      end: kept.end,
      text: recase(kept.text, capital(first)),
    });
    edits.push({
      start: head.start,
      end: head.end,
      text: recase(baseText, head.text),
    });
  }
  return { edits: [...edits, ...others.edits], safe: others.certain };
}

/** ALL CAPS stay; otherwise the verb takes the capital of what stood first. */
function headCase(base: string, head: Token, first: Token): string {
  const caps = recase(base, head.text);
  return caps === base.toUpperCase() && head.text.length > 1
    ? caps
    : recase(base, capital(first));
}

/** A hyphenated verb keeps its own spelling of the first half. */
function withPrefix(head: Token, base: string): string {
  return head.text === head.text.toUpperCase()
    ? base
    : base.includes("-")
      ? head.text.slice(0, base.lastIndexOf("-") + 1) +
        base.slice(base.lastIndexOf("-") + 1)
      : base;
}

/** “The weather at a beach”, “A list of rooms”, “Whether a shop is open” */
function judgeDeterminer(surroundings: Surroundings): SentenceJudgement {
  const { tokens } = surroundings;
  const word = tokens[0]?.lower ?? "";
  if (QUESTIONS.has(word) || /^\d/.test(word)) return wrong("noun-phrase", 0);
  if (word === "a" || word === "an" || word === "the") {
    let at = 1;
    while (
      /^(?:complete|full|detailed|short|simple|quick)$/.test(
        tokens[at]?.lower ?? "",
      )
    )
      at += 1;
    const action = rewriteActionNoun(tokens, 0, at);
    if (action !== undefined)
      return wrong(
        "noun-phrase",
        action.last,
        [
          {
            ...action.rewrite,
            safe: action.rewrite.safe && word !== "the" && at === 1,
          },
        ],
        action.verb,
      );
  }
  return nounPhrase(surroundings, 0);
}

function nounPhrase(
  { tokens, name }: Surroundings,
  last: number,
  reading?: Rewrite,
): SentenceJudgement {
  const suggestion = suggestVerbFromName(tokens, name);
  const rewrites = [
    ...(suggestion?.rewrites ?? []),
    ...(reading === undefined ? [] : [{ ...reading, safe: false }]),
  ];
  return wrong("noun-phrase", last, rewrites, suggestion?.verb);
}

function judgeFirstVerb(surroundings: Surroundings): SentenceJudgement {
  const { tokens, verbs } = surroundings;
  // Adverbs first: "Permanently delete", "Bulk closing"; "First," with its comma.
  let at = 0;
  while (
    at < 4 &&
    isAdverb(tokens[at]?.lower ?? "") &&
    tokens[at + 1] !== undefined
  )
    at += tokens[at + 1]?.lower === "," && at === 0 ? 2 : 1;
  if (at > 0) {
    const behind = judgeWordAt(surroundings, at);
    const own = verbReadings(tokens[0]?.lower ?? "", verbs).find(
      (reading) => reading.form === "base",
    );
    // "Force a deploy", "Batch requests": the adverb may be the verb.
    if (own !== undefined && behind.verdict !== "bare-infinitive")
      return judgeWordAt(surroundings, 0);
    return behind;
  }
  return judgeWordAt(surroundings, 0);
}

function judgeWordAt(
  surroundings: Surroundings,
  at: number,
): SentenceJudgement {
  const { tokens, verbs } = surroundings;
  const token = tokens[at];
  if (token === undefined || !token.isWord)
    return { verdict: "undecided", at: Math.max(0, at - 1) };
  const word = token.lower;
  if (at > 0 && isDeterminer(word)) return { verdict: "undecided", at: 0 };
  const readings = verbReadings(word, verbs);
  const base = readings.find((reading) => reading.form === "base");
  if (base !== undefined) return judgeBase(surroundings, at, base);
  for (const form of ["third", "gerund", "past"] as const) {
    const reading = readings.find((candidate) => candidate.form === form);
    if (reading !== undefined) return judgeWrongForm(surroundings, at, reading);
  }
  return judgeUnknown(surroundings, at);
}

function judgeBase(
  surroundings: Surroundings,
  at: number,
  { base }: VerbReading,
): SentenceJudgement {
  const { tokens } = surroundings;
  const reading = readBaseVerb(at, surroundings);
  if (reading === "verb") return bare(base);
  if (reading === "open") return { verdict: "undecided", at };
  const action = rewriteActionNoun(tokens, at, at);
  if (action !== undefined && at === 0)
    return wrong("noun-phrase", action.last, [action.rewrite], action.verb);
  return nounPhrase(surroundings, at);
}

const PROBLEM: Readonly<Record<Exclude<VerbForm, "base">, OpeningProblem>> = {
  third: "third-person",
  gerund: "gerund",
  past: "past",
};

function judgeWrongForm(
  surroundings: Surroundings,
  at: number,
  { form, base }: VerbReading,
): SentenceJudgement {
  const { tokens } = surroundings;
  if (form === "base") return bare(base);
  if (form === "gerund" && tokens[at]?.lower === "using")
    return wrong("leading-clause", at, []);
  if (form !== "past" && tokens[at + 1]?.lower === "of") {
    const action = rewriteActionNoun(tokens, at, at);
    if (action !== undefined && at === 0)
      return wrong("noun-phrase", at, [action.rewrite], action.verb);
  }
  let reading: FormReading =
    form === "third"
      ? readThirdPerson(at, base, surroundings)
      : form === "gerund"
        ? readGerund(at, base, surroundings)
        : readPast(at, surroundings);
  if (
    at > 0 &&
    form === "gerund" &&
    reading === "verb" &&
    isPlainAdverb(tokens[at - 1]?.lower ?? "") &&
    !isDeterminer(tokens[at + 1]?.lower ?? "")
  )
    reading = "either";
  const rewrite = keepFromVerb(surroundings, { keepFrom: 0, at, base }, form);
  if (at === 0) {
    if (reading === "verb") return wrong(PROBLEM[form], at, [rewrite], base);
    if (reading === "either")
      return wrong(PROBLEM[form], at, [{ ...rewrite, safe: false }], base);
    return nounPhrase(surroundings, at);
  }
  const token = tokens[at];
  if (token === undefined || reading === "noun")
    return wrong("noun-phrase", at);
  const edits = [
    {
      start: token.start,
      end: token.end,
      text: recase(withPrefix(token, base), token.text),
    },
    ...rewrite.edits.slice(2),
  ];
  return wrong(
    PROBLEM[form],
    at,
    [{ edits, safe: rewrite.safe && reading === "verb" }],
    base,
  );
}

const AFTER_NOUN = new Set(
  "of for about to between by from in with on behind across per that which".split(
    " ",
  ),
);

/** A word that is no known verb in any form: a noun phrase where that is certain, a wrong form where its ending and its object tell. */
function judgeUnknown(
  surroundings: Surroundings,
  at: number,
): SentenceJudgement {
  const { tokens, name } = surroundings;
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token === undefined) return { verdict: "undecided", at };
  const word = token.lower;
  const following = next?.lower ?? "";
  if (word.endsWith("'s") || word.endsWith("s'"))
    return nounPhrase(surroundings, at);
  const action = at === 0 ? rewriteActionNoun(tokens, at, at) : undefined;
  if (action !== undefined)
    return wrong("noun-phrase", action.last, [action.rewrite], action.verb);
  const hasObject =
    next !== undefined &&
    isDeterminer(following) &&
    !/^(?:that|no|half|which|who|whose|when|where|how|\d.*)$/.test(following);
  if (hasObject) return judgeUnknownWithObject(surroundings, at, word);
  if (isNoun(word) || isAdjective(word) || isHyphenatedAdjective(word))
    return nounPhrase(surroundings, at);
  if (isPreposition(word) && word !== "like")
    return wrong("leading-clause", at);
  const half = hyphenatedVerb(word, next);
  if (half !== undefined)
    return half === "open" ? { verdict: "undecided", at } : bare(half);
  // "SQL executor", "VAT number of": an acronym or an unknown noun before a noun.
  const { words, follower } = nounGroup(tokens, at + 1);
  const head = words[words.length - 1];
  if (
    head !== undefined &&
    words.length <= 4 &&
    (follower === undefined ||
      !follower.isWord ||
      AFTER_NOUN.has(follower.lower))
  ) {
    const nounHead = isNoun(head.lower) || isToolNoun(head.lower);
    const acronym =
      token.text.length > 1 &&
      token.text === token.text.toUpperCase() &&
      /\p{L}/u.test(token.text);
    if (
      nounHead &&
      (acronym || /^\p{Lu}.*[\p{Lu}\d.]/u.test(token.text)) &&
      name[0] !== word
    )
      return nounPhrase(surroundings, at);
  }
  if (following === "of" && token.text.length > 3)
    return nounPhrase(surroundings, at);
  return { verdict: "undecided", at };
}

/** “Frobs the cache”: a plural does not stand before an article, so this is a verb that nobody listed. A suggestion, never a fix. */
function judgeUnknownWithObject(
  surroundings: Surroundings,
  at: number,
  word: string,
): SentenceJudgement {
  const { tokens } = surroundings;
  const guess = (form: "third" | "gerund", base: string): SentenceJudgement => {
    const rewrite = keepFromVerb(
      surroundings,
      { keepFrom: at, at, base },
      form,
    );
    return wrong(
      PROBLEM[form],
      at,
      at === 0 ? [{ ...rewrite, safe: false }] : [],
      base,
    );
  };
  if (
    !/^(?:the|a|an|all|each|every|its|your)$/.test(
      tokens[at + 1]?.lower ?? "",
    ) ||
    isBrand(word)
  )
    return { verdict: "undecided", at };
  if (word.length > 4 && /[^siuao]s$/.test(word) && !isNoun(word))
    return guess("third", word.slice(0, -1));
  if (word.length > 6 && word.endsWith("ing") && !isNoun(word))
    return guess("gerund", word.slice(0, -3));
  return { verdict: "undecided", at };
}

function isHyphenatedAdjective(word: string): boolean {
  const last = word.slice(word.lastIndexOf("-") + 1);
  return (
    word.includes("-") &&
    /^(?:only|time|based|level|specific|wide|ready|aware|powered|friendly|side|text|free|term|day|hour|minute|scale|grade|style|in|ended|generated|driven|defined|like)$/.test(
      last,
    )
  );
}

/** “Create-or-update a page”, “Web-search the docs”: a verb when it has an object. */
function hyphenatedVerb(
  word: string,
  next: Token | undefined,
): string | undefined {
  const parts = word.split("-");
  if (parts.length < 2 || parts.length > 4) return undefined;
  const [first, last] = [parts[0] ?? "", parts[parts.length - 1] ?? ""];
  if (knownVerb(last) === undefined && knownVerb(first) === undefined)
    return undefined;
  return next !== undefined && isDeterminer(next.lower)
    ? knownVerb(last) === undefined
      ? word
      : last
    : "open";
}
