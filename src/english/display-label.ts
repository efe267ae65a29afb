import { helpedVerb, type HelpedVerb } from "./auxiliary.ts";
import { findCoordinatedVerbs, recase } from "./coordinated-verb.ts";
import { judgeOpening } from "./description-opening.ts";
import { findFirstWord } from "./first-word.ts";
import { gerundOf, spokenVerb } from "./gerund.ts";
import { knownVerb } from "./known-verb.ts";
import { verbsOfName } from "./name-verb.ts";
import { sentenceTokens, type Token } from "./sentence.ts";
import { applyEdits, type TextEdit } from "./text-edit.ts";
import { verbReadings, type VerbForm, type VerbReading } from "./verb-form.ts";
import {
  isAdjective,
  isAdverb,
  isBrand,
  isDeterminer,
  isGerundNoun,
  isNoun,
  isPreposition,
} from "./word-kind.ts";

/** The form of a label's verb: a gerund while a tool runs, a base verb when it is done. */
export type LabelForm = "gerund" | "base";

/** What a label for people says of a tool. Offsets are half-open and count UTF-16 units of the label. */
export type LabelJudgement =
  | { readonly verdict: "right" | "undecided" }
  | {
      readonly verdict: "wrong";
      /** The form that its verb has instead; "none" when it opens with no verb. */
      readonly found: VerbForm | "none";
      /** Puts its verbs into the right form; undefined where a noun may be meant. */
      readonly edits: readonly TextEdit[] | undefined;
    };

/**
 * Judges whether a label opens with its verb in the wanted form.
 *
 * @param verbs base verbs that tool name, description and the tool's other label use: that a word is one of them shows that it is no noun here
 */
export function judgeLabel(
  label: string,
  wanted: LabelForm,
  verbs: ReadonlySet<string>,
): LabelJudgement {
  const tokens = sentenceTokens(label, findFirstWord(label).start);
  const at = startsWithAdverb(tokens, wanted) ? 1 : 0;
  const first = tokens[at];
  if (first?.isWord !== true) return { verdict: "undecided" };
  const helped = helpedVerb(tokens, at);
  // "Being sent" starts with a gerund.
  if (helped && !(wanted === "gerund" && first.lower.endsWith("ing")))
    return judgeHelped(tokens, at, helped, wanted, verbs);
  const readings = verbReadings(first.lower);
  const right = readings.some(({ form }) => form === wanted);
  // "Pinging" and other gerunds that nobody listed.
  if (right || (wanted === "gerund" && isUnlistedGerund(first, readings)))
    return isNounInstead(label, first, wanted, verbs)
      ? { verdict: "undecided" }
      : { verdict: "right" };
  const [reading] = readings;
  if (reading === undefined)
    return isSurelyNoVerb(first) && !isBeforeVerb(tokens, at, wanted)
      ? { verdict: "wrong", found: "none", edits: undefined }
      : { verdict: "undecided" };
  if (
    isSureVerb(label, first, reading, verbs) &&
    !(wanted === "gerund" && isBeforeGerund(tokens, at, reading))
  )
    return {
      verdict: "wrong",
      found: reading.form,
      edits: editsOf(tokens, at, reading, wanted),
    };
  return wanted === "base" && reading.form === "third"
    ? judgePlural(label)
    : { verdict: "wrong", found: reading.form, edits: undefined };
}

/** “Currently listing items”: the verb comes second. */
function startsWithAdverb(
  [first, second]: readonly Token[],
  wanted: LabelForm,
): boolean {
  return (
    isAdverb(first?.lower ?? "") &&
    verbReadings(second?.lower ?? "").some(({ form }) => form === wanted)
  );
}

function isUnlistedGerund(
  { lower }: Token,
  readings: readonly VerbReading[],
): boolean {
  return (
    lower.length > 5 &&
    lower.endsWith("ing") &&
    !readings.some(({ form }) => form === "base")
  );
}

/** “Order status” as a label: perhaps no verb at all. */
function isNounInstead(
  label: string,
  { lower }: Token,
  wanted: LabelForm,
  verbs: ReadonlySet<string>,
): boolean {
  return (
    wanted === "base" &&
    !verbs.has(lower) &&
    knownVerb(lower)?.leaning !== "pure" &&
    judgeOpening(label, {}).verdict === "wrong"
  );
}

/** “Semantic searching of messages”: a word of the kind in front of the verb. */
function isBeforeVerb(
  tokens: readonly Token[],
  at: number,
  wanted: LabelForm,
): boolean {
  return (
    tokens[at + 2]?.isWord === true &&
    verbReadings(tokens[at + 1]?.lower ?? "").some(
      ({ form }) => form === wanted,
    )
  );
}

/** “Has got files”, “Is listing files”: neither form, and the verb is the other word. */
function judgeHelped(
  tokens: readonly Token[],
  at: number,
  helped: HelpedVerb,
  wanted: LabelForm,
  verbs: ReadonlySet<string>,
): LabelJudgement {
  const { base, form } = helped.reading;
  const isMeant = verbs.has(base);
  // "Have read access" may open with a base verb after all.
  if (tokens[at]?.lower === "have" && wanted === "base" && !isMeant)
    return { verdict: "undecided" };
  const isRewritten =
    (helped.sure || isMeant) && !helped.passive && !EMPTY_VERBS.has(base);
  const [head, ...others] =
    (isRewritten ? editsOf(tokens, helped.at, helped.reading, wanted) : []) ??
    [];
  const helper = tokens[at];
  return {
    verdict: "wrong",
    found: form,
    edits:
      head && helper
        ? [
            {
              ...head,
              start: helper.start,
              text: recase(head.text.toLowerCase(), helper.text),
            },
            ...others,
          ]
        : undefined,
  };
}

/** “Query running”: a gerund that ends a label may be its verb, and the words ahead of it the object. */
function isBeforeGerund(
  tokens: readonly Token[],
  at: number,
  { base }: VerbReading,
): boolean {
  const last = tokens.findLastIndex(({ isWord }) => isWord);
  return (
    last > at &&
    knownVerb(base)?.leaning !== "pure" &&
    verbReadings(tokens[last]?.lower ?? "").some(
      ({ form }) => form === "gerund",
    ) &&
    // "Search for training"
    !tokens
      .slice(at + 1, last)
      .some(({ lower }) => isPreposition(lower) || isDeterminer(lower))
  );
}

function isSurelyNoVerb({ lower }: Token): boolean {
  return (
    isNoun(lower) || isDeterminer(lower) || isAdjective(lower) || isBrand(lower)
  );
}

/** Whether the first word is meant as a verb, so that another form of it can stand there. */
function isSureVerb(
  label: string,
  { lower }: Token,
  { base, form }: VerbReading,
  verbs: ReadonlySet<string>,
): boolean {
  if (EMPTY_VERBS.has(base)) return false;
  if (verbs.has(base)) return true;
  const judgement = judgeOpening(label, {});
  switch (form) {
    case "base":
      // "Report generation", "Email sent": a word that is a noun as often may be one here.
      return (
        judgement.verdict === "bare-infinitive" &&
        isMostlyVerb(base) &&
        !/\bin progress\b/i.test(label)
      );
    case "third":
      return (
        judgement.verdict === "wrong" &&
        judgement.problem === "third-person" &&
        judgement.rewrites.some(({ safe }) => safe)
      );
    case "gerund":
      return !isGerundNoun(lower);
    case "past":
      return false;
  }
}

/** “Done”, “Finished”: nothing is left when their form is changed. */
const EMPTY_VERBS = new Set(["complete", "do", "finish"]);

/** A word in -s that may be a plural: “Notes of a page” has no verb. */
function judgePlural(label: string): LabelJudgement {
  const judgement = judgeOpening(label, {});
  return judgement.verdict === "wrong" && judgement.problem === "noun-phrase"
    ? { verdict: "wrong", found: "none", edits: undefined }
    : { verdict: "undecided" };
}

function editsOf(
  tokens: readonly Token[],
  at: number,
  { base, form }: VerbReading,
  wanted: LabelForm,
): readonly TextEdit[] | undefined {
  const first = tokens[at];
  const others = findCoordinatedVerbs(tokens, at, form, undefined);
  if (first === undefined || !others.certain) return undefined;
  const spell = (verb: string): string =>
    wanted === "gerund" ? gerundOf(verb) : spokenVerb(verb);
  return [
    {
      start: first.start,
      end: first.end,
      text: recase(spell(base), first.text),
    },
    ...others.edits.map((edit) => ({
      ...edit,
      text: recase(spell(edit.text.toLowerCase()), edit.text),
    })),
  ];
}

/**
 * Puts the verbs of a label into another form: “Listing items” → “List items”.
 *
 * @returns undefined when its first word is no verb for certain
 */
export function reformLabel(
  label: string,
  wanted: LabelForm,
): string | undefined {
  const verb = labelVerb(label);
  if (verb === undefined) return undefined;
  const judgement = judgeLabel(label, wanted, new Set([verb.base]));
  if (judgement.verdict === "right") return label;
  return judgement.verdict === "wrong" && judgement.edits
    ? applyEdits(label, judgement.edits)
    : undefined;
}

/** Base verb of a label's first word, in whatever form; undefined when it has none. */
function labelVerb(label: string): VerbReading | undefined {
  const [first] = sentenceTokens(label, findFirstWord(label).start);
  return verbReadings(first?.lower ?? "")[0];
}

function isMostlyVerb(base: string): boolean {
  const leaning = knownVerb(base)?.leaning;
  return leaning === "pure" || leaning === "verb";
}

/** What is known of a tool besides the label that is judged; undefined where it is not. */
export interface LabelContext {
  /** Of the tool's name, without the server's prefix, in lower case. */
  readonly words: readonly string[];
  readonly description: string | undefined;
  readonly running: string | undefined;
  readonly done: string | undefined;
}

/** The base verbs that a tool's name, description and labels surely use as verbs. */
export function verbsOfTool({
  description,
  done,
  running,
  words,
}: LabelContext): ReadonlySet<string> {
  const verbs = new Set<string>();
  const [named] = verbsOfName(words);
  if (named !== undefined && named.certainty !== "open")
    verbs.add(named.verb.split(" ")[0] ?? named.verb);
  const opening = judgeOpening(description ?? "", {});
  if (opening.verdict !== "undecided" && opening.verb !== undefined)
    verbs.add(opening.verb);
  const runningVerb = labelVerb(running ?? "");
  if (runningVerb?.form === "gerund") verbs.add(runningVerb.base);
  const doneVerb = labelVerb(done ?? "");
  if (doneVerb?.form === "base" && isMostlyVerb(doneVerb.base))
    verbs.add(doneVerb.base);
  return verbs;
}
