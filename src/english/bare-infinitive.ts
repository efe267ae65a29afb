import { recase } from "./coordinated-verb.ts";
import { knownVerb } from "./known-verb.ts";
import { findLeadIn, type LeadIn } from "./lead-in.ts";
import { CLAUSE_OPENERS } from "./lexicon/function-words.ts";
import { rewriteActionNoun, rewriteGerundOf } from "./noun-phrase.ts";
import {
  bare,
  nounPhrase,
  PROBLEM,
  wrong,
  type SentenceJudgement,
} from "./sentence-judgement.ts";
import type { Token } from "./sentence.ts";
import { judgeUnknown } from "./unknown-word.ts";
import { verbReadings, type VerbReading } from "./verb-form.ts";
import { isCompound, readBaseVerb, type Surroundings } from "./verb-reading.ts";
import { capital, keepFromVerb, withPrefix } from "./verb-rewrite.ts";
import {
  isAdverb,
  isDeterminer,
  isGerundNoun,
  isPlainAdverb,
  isToolNoun,
} from "./word-kind.ts";
import {
  readGerund,
  readPast,
  readThirdPerson,
  type FormReading,
} from "./wrong-form.ts";

const clauseOpeners = new Set(CLAUSE_OPENERS);
const QUESTIONS = new Set(
  "how what when where whether which who whose why".split(" "),
);

/** Whether a sentence starts with a bare infinitive, what is wrong when it does not, and how to repair it. The first token is a word. */
export function judgeSentence(surroundings: Surroundings): SentenceJudgement {
  const { tokens, name, verbs } = surroundings;
  const first = tokens[0];
  if (first === undefined) return { verdict: "undecided", at: 0 };
  const word = first.lower;
  if (word === "please" || word === "kindly") return judgePlease(surroundings);
  if (isNegative(tokens)) return wrong("negative", word === "do" ? 1 : 0);
  const leadIn = isPlainVerb(word)
    ? undefined
    : findLeadIn(tokens, name, verbs);
  if (leadIn === undefined && /^(?:always|only|first)$/.test(word)) {
    const behind = findLeadIn(tokens.slice(1), name, verbs);
    if (
      behind?.problem === "lead-in" &&
      /^(?:use|call|invoke|run)$/.test(tokens[1]?.lower ?? "")
    )
      return judgeAdvice(surroundings, behind);
  }
  if (leadIn !== undefined) {
    const { verb } = leadIn;
    if (verb === undefined) return wrong(leadIn.problem, leadIn.last);
    const rewrite = keepFromVerb(surroundings, verb, leadIn.coordinated);
    const dangles =
      leadIn.unsure ||
      endsInPronoun(tokens, verb.at) ||
      refersToDroppedPeople(tokens, verb.at);
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
  if (clauseOpeners.has(word) && !isMainUsing(tokens))
    return wrong("leading-clause", 0);
  if (isDeterminer(word)) return judgeDeterminer(surroundings);
  return judgeFirstVerb(surroundings);
}

/** “Use this tool to run it”: nothing is left that “it” could mean. */
function endsInPronoun(tokens: readonly Token[], at: number): boolean {
  const behind = tokens.slice(at + 1).filter(({ isWord }) => isWord);
  const last = behind.at(-1)?.lower;
  return last === "this" || (last === "it" && behind.length < 3);
}

/** “Use this when a user wants to check their app”: nobody is left for “their”. */
function refersToDroppedPeople(tokens: readonly Token[], at: number): boolean {
  return (
    tokens.slice(0, at).some(({ lower }) => /^users?$/.test(lower)) &&
    tokens.slice(at).some(({ lower }) => /^(?:their|they|them)$/.test(lower))
  );
}

/** “Always use this tool to read files”: the advice has a meaning of its own, so that dropping it is a suggestion. */
function judgeAdvice(
  { tokens, ...rest }: Surroundings,
  { coordinated, last, problem, verb }: LeadIn,
): SentenceJudgement {
  if (verb === undefined) return wrong(problem, last + 1);
  const shifted = {
    keepFrom: verb.keepFrom + 1,
    at: verb.at + 1,
    base: verb.base,
  };
  const rewrite = keepFromVerb({ tokens, ...rest }, shifted, coordinated);
  return wrong(problem, last + 1, [{ ...rewrite, safe: false }], verb.base);
}

/** A base verb that no lead-in starts with. */
function isPlainVerb(word: string): boolean {
  return (
    knownVerb(word)?.leaning === "pure" &&
    !isToolNoun(word) &&
    !/^(?:execute|invoke|use|run|try|clean|smart|enable|allow)$/.test(word)
  );
}

/** “Using a coupon at checkout”: no other verb follows, so this is the tool's own. */
function isMainUsing(tokens: readonly Token[]): boolean {
  return (
    tokens[0]?.lower === "using" &&
    isDeterminer(tokens[1]?.lower ?? "") &&
    !tokens.slice(1).some(({ lower }) => /^[,:;–—]$/.test(lower))
  );
}

function isNegative(tokens: readonly Token[]): boolean {
  const word = tokens[0]?.lower ?? "";
  if (
    /^(?:don't|dont|never|not|cannot|can't|won't|doesn't|isn't|shouldn't|mustn't)$/.test(
      word,
    )
  )
    return true;
  // "Avoid. Use x instead", "Avoid calling it twice", but "Avoid toll roads"
  if (word === "avoid")
    return (
      tokens[1]?.isWord !== true ||
      /^(?:calling|using|this|it)$/.test(tokens[1].lower)
    );
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
  if (first === undefined || !kept?.isWord) return wrong("please", 0);
  const rest = judgeSentence({ ...surroundings, tokens: tokens.slice(start) });
  if (rest.verdict === "wrong") {
    const rewrites = rest.rewrites.map(({ edits, safe }) => ({
      edits: edits.map((edit) =>
        edit.start === kept.start
          ? {
              start: first.start,
              end: edit.end,
              text: recase(edit.text, capital(first)),
            }
          : edit,
      ),
      safe,
    }));
    return wrong(
      "please",
      0,
      rewrites.filter(({ edits }) =>
        edits.some((edit) => edit.start === first.start),
      ),
      rest.verb,
    );
  }
  if (rest.verdict === "undecided") return wrong("please", 0);
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
  const rewrite = keepFromVerb(
    { tokens, verbs, name },
    { keepFrom: from, at, base: reading.base },
    "base",
  );
  // "To find a berth, list the berths": a purpose, unless it is a list of verbs.
  const maybePurpose =
    comma > at + 1 &&
    verbReadings(after, verbs).some(({ form }) => form === "base");
  return wrong(
    "to-infinitive",
    at,
    [maybePurpose ? { ...rewrite, safe: false } : rewrite],
    reading.base,
  );
}

/** “The weather at a beach”, “A list of rooms”, “Whether a shop is open” */
function judgeDeterminer(surroundings: Surroundings): SentenceJudgement {
  const { tokens } = surroundings;
  const word = tokens[0]?.lower ?? "";
  if (QUESTIONS.has(word) || /^\d/.test(word)) return wrong("noun-phrase", 0);
  const second = tokens[1]?.lower ?? "";
  // "Either approve or reject a request"
  if (
    (word === "either" || word === "both") &&
    verbReadings(second, surroundings.verbs).some(
      (reading) => reading.form === "base",
    )
  ) {
    return judgeSentence({ ...surroundings, tokens: tokens.slice(1) });
  }
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

function judgeFirstVerb(surroundings: Surroundings): SentenceJudgement {
  const { tokens, verbs } = surroundings;
  // "Live chat with a vet"
  const [first, second, third] = tokens;
  if (
    isCompound(first?.lower ?? "", second?.lower ?? "") &&
    !isDeterminer(third?.lower ?? "")
  )
    return judgeWordAt(surroundings, 0);
  // Adverbs first: "Permanently delete", "Bulk closing"; "First," with its comma.
  let at = 0;
  while (
    at < 4 &&
    isAdverb(tokens[at]?.lower ?? "") &&
    tokens[at + 1] !== undefined
  )
    at += isJoinedAdverb(tokens, at) ? 2 : 1;
  if (at > 0) {
    const behind = judgeWordAt(surroundings, at);
    const own = verbReadings(tokens[0]?.lower ?? "", verbs).find(
      (reading) => reading.form === "base",
    );
    // "Force a deploy", "Batch requests": the adverb may be the verb.
    const usable =
      behind.verdict === "bare-infinitive" ||
      (behind.verdict === "wrong" && behind.problem !== "noun-phrase");
    if (own !== undefined && !usable) return judgeWordAt(surroundings, 0);
    return behind;
  }
  return judgeWordAt(surroundings, 0);
}

/** “First, validate”, “Immediately and permanently delete” */
function isJoinedAdverb(tokens: readonly Token[], at: number): boolean {
  const joint = tokens[at + 1]?.lower;
  return (
    (joint === "," && at === 0) ||
    (joint === "and" && isPlainAdverb(tokens[at + 2]?.lower ?? ""))
  );
}

function judgeWordAt(
  surroundings: Surroundings,
  at: number,
): SentenceJudgement {
  const { tokens, verbs } = surroundings;
  const token = tokens[at];
  if (!token?.isWord) return { verdict: "undecided", at: Math.max(0, at - 1) };
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
  // "Bulk tag photos of an event": an adverb stands before a verb.
  if (reading === "open")
    return at > 0 ? bare(base) : { verdict: "undecided", at };
  const action = rewriteActionNoun(tokens, at, at);
  if (action !== undefined && at === 0)
    return wrong("noun-phrase", action.last, [action.rewrite], action.verb);
  return nounPhrase(surroundings, at);
}

/** “Processing a checkout will charge the card”: the gerund is what the sentence is about. */
function isSubjectOfVerb(tokens: readonly Token[], at: number): boolean {
  for (const { lower } of tokens.slice(at + 1)) {
    if (
      /^(?:that|which|who|whose|what|when|where|how|whether|if|while|because|before|after|until|once|since|as|so|unless|whenever|[.,;:(–—])$/.test(
        lower,
      )
    )
      return false;
    if (
      /^(?:is|are|was|were|will|can|may|must|should|would|has|have|does|do|requires|returns|means|needs|takes)$/.test(
        lower,
      )
    )
      return true;
  }
  return false;
}

function judgeWrongForm(
  surroundings: Surroundings,
  at: number,
  { form, base }: VerbReading,
): SentenceJudgement {
  const { tokens } = surroundings;
  if (form === "base") return bare(base);
  if (
    form === "gerund" &&
    tokens[at]?.lower === "using" &&
    tokens.some(({ lower }) => lower === ",")
  )
    return wrong("leading-clause", at, []);
  if (form !== "past" && at === 0 && tokens[1]?.lower === "of") {
    const action =
      rewriteActionNoun(tokens, at, at) ??
      (form === "gerund" ? rewriteGerundOf(tokens, base) : undefined);
    if (action !== undefined)
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
    (isPlainAdverb(tokens[at - 1]?.lower ?? "") ||
      isGerundNoun(tokens[at]?.lower ?? "")) &&
    !surroundings.name.includes(base) &&
    !surroundings.name.includes(tokens[at]?.lower ?? "") &&
    !isDeterminer(tokens[at + 1]?.lower ?? "")
  )
    reading = "either";
  // "Clicks at the given point" of click_at: the name speaks for the verb, so
  // that its base form is offered, but does not decide alone.
  if (
    reading === "noun" &&
    form === "third" &&
    surroundings.name[0] === base &&
    !/^(?:of|is|are|was|were|have|has|can|must|who|which)$/.test(
      tokens[at + 1]?.lower ?? "",
    )
  )
    reading = "either";
  let rewrite = keepFromVerb(surroundings, { keepFrom: 0, at, base }, form);
  if (form === "gerund" && isSubjectOfVerb(tokens, at))
    rewrite = { ...rewrite, safe: false };
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
