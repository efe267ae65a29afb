import { recase } from "./coordinated-verb.ts";
import { readGerund } from "./gerund-reading.ts";
import { knownVerb } from "./known-verb.ts";
import { rewriteActionNoun, rewriteGerundOf } from "./noun-phrase.ts";
import {
  bare,
  nounPhrase,
  PROBLEM,
  type SentenceJudgement,
  wrong,
} from "./sentence-judgement.ts";
import type { Token } from "./sentence.ts";
import type { Surroundings } from "./surroundings.ts";
import { readThirdPerson } from "./third-person-reading.ts";
import { type VerbReading, verbReadings } from "./verb-form.ts";
import { keepFromVerb, withPrefix } from "./verb-rewrite.ts";
import {
  isConjunction,
  isDeterminer,
  isGerundNoun,
  isPlainAdverb,
  isPreposition,
} from "./word-kind.ts";
import { type FormReading, readPast } from "./wrong-form.ts";

export function judgeWrongForm(
  surroundings: Surroundings,
  at: number,
  { form, base }: VerbReading,
): SentenceJudgement {
  const { tokens } = surroundings;
  if (form === "base") return bare(base);
  // "Has been replaced by …" says what became of the tool.
  if (
    tokens[at]?.lower === "has" &&
    /^(?:been|no|not|to)$/.test(tokens[at + 1]?.lower ?? "")
  )
    return wrong(PROBLEM[form], at);
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
  // "Slowly fades out a song"
  if (
    at > 0 &&
    form === "third" &&
    isPlainAdverb(tokens[at - 1]?.lower ?? "") &&
    tokens[at + 1]?.lower !== "of"
  )
    reading = "verb";
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
  // "Gives you a list": to whom else "Give you a list" would speak, nobody knows.
  if (
    (form === "gerund" && isSubjectOfVerb(tokens, at)) ||
    (form === "third" && /^(?:us|you)$/.test(tokens[at + 1]?.lower ?? "")) ||
    (form === "past" && isClauseAhead(tokens, at))
  )
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

/** “Shown a map, names the country”: what the tool does comes behind the comma. */
function isClauseAhead(tokens: readonly Token[], at: number): boolean {
  return tokens.some(
    ({ lower }, index) =>
      index > at &&
      lower === "," &&
      verbReadings(tokens[index + 1]?.lower ?? "").some(
        ({ form }) => form === "third" || form === "base",
      ),
  );
}

/** “Listing the models a key may use”: two nouns in a row, and the second one has the verb. */
function isOfAnotherSubject(
  tokens: readonly Token[],
  from: number,
  verb: number,
): boolean {
  for (let index = verb - 1; index > from; index -= 1) {
    const word = tokens[index]?.lower ?? "";
    const before = tokens[index - 1];
    if (isPreposition(word) || isConjunction(word)) return false;
    if (isDeterminer(word) || /^(?:he|i|one|she|they|we|you)$/.test(word))
      return (
        before?.isWord === true &&
        !isPreposition(before.lower) &&
        !isConjunction(before.lower) &&
        !isDeterminer(before.lower)
      );
  }
  return false;
}

/** “Processing a checkout will charge the card”: the gerund is what the sentence is about. */
function isSubjectOfVerb(tokens: readonly Token[], at: number): boolean {
  for (const [index, { lower }] of tokens.entries()) {
    if (index <= at) continue;
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
      return !isOfAnotherSubject(tokens, at + 1, index);
    // "Creating a user sends an email"
    if (
      index > at + 1 &&
      isDeterminer(tokens[index + 1]?.lower ?? "") &&
      !isConjunction(tokens[index - 1]?.lower ?? "") &&
      verbReadings(lower).some(
        ({ base, form }) =>
          form === "third" && knownVerb(base)?.leaning !== "noun",
      )
    )
      return true;
  }
  return false;
}
