import { isCompound } from "./compound.ts";
import { recase } from "./coordinated-verb.ts";
import { judgeLeadIn } from "./lead-in-judgement.ts";
import { CLAUSE_OPENERS } from "./lexicon/function-words.ts";
import { rewriteActionNoun } from "./noun-phrase.ts";
import {
  bare,
  nounPhrase,
  type SentenceJudgement,
  wrong,
} from "./sentence-judgement.ts";
import type { Token } from "./sentence.ts";
import type { Surroundings } from "./surroundings.ts";
import { judgeToInfinitive } from "./to-infinitive.ts";
import { judgeUnknown } from "./unknown-word.ts";
import { type VerbReading, verbReadings } from "./verb-form.ts";
import { readBaseVerb } from "./verb-reading.ts";
import { capital } from "./verb-rewrite.ts";
import { isAdverb, isDeterminer, isPlainAdverb } from "./word-kind.ts";
import { judgeWrongForm } from "./wrong-form-judgement.ts";

const clauseOpeners = new Set(CLAUSE_OPENERS);

const QUESTIONS = new Set(
  "how what when where whether which who whose why".split(" "),
);

/** Whether a sentence starts with a bare infinitive, what is wrong when it does not, and how to repair it. The first token is a word. */
export function judgeSentence(surroundings: Surroundings): SentenceJudgement {
  const { tokens } = surroundings;
  const first = tokens[0];
  if (first === undefined) return { verdict: "undecided", at: 0 };
  const word = first.lower;
  if (word === "please" || word === "kindly") return judgePlease(surroundings);
  if (isNegative(tokens)) return wrong("negative", word === "do" ? 1 : 0);
  const behindLeadIn = judgeLeadIn(surroundings);
  if (behindLeadIn !== undefined) return behindLeadIn;
  if (
    word === "to" ||
    (word === "in" && tokens[1]?.lower === "order" && tokens[2]?.lower === "to")
  )
    return judgeToInfinitive(surroundings, word === "to" ? 1 : 3);
  if (clauseOpeners.has(word) && !isMainUsing(tokens))
    return wrong("leading-clause", 0);
  // "Zero a counter"
  const isNumber = word === "zero" && isDeterminer(tokens[1]?.lower ?? "");
  if (isDeterminer(word) && !isNumber) return judgeDeterminer(surroundings);
  return judgeFirstVerb(surroundings);
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
