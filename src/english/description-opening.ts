import { judgeSentence } from "./bare-infinitive.ts";
import { findFirstWord, type FirstWord } from "./first-word.ts";
import { hasOwnVerb, judgeBehindLabel } from "./label-judgement.ts";
import { judgeOpenWord } from "./open-word.ts";
import { inOffsets, wrongOpening } from "./opening-in-text.ts";
import type {
  OpeningContext,
  OpeningJudgement,
  Rewrite,
} from "./opening-judgement.ts";
import { isOtherLanguage } from "./other-language.ts";
import type { SentenceJudgement } from "./sentence-judgement.ts";
import { sentenceTokens, type Token } from "./sentence.ts";
import type { TextEdit } from "./text-edit.ts";
import { verbReadings } from "./verb-form.ts";
import { wordsOfName } from "./verb-phrase.ts";

export type {
  OpeningContext,
  OpeningJudgement,
  OpeningProblem,
  Rewrite,
} from "./opening-judgement.ts";
export { applyEdits, type TextEdit } from "./text-edit.ts";

/**
 * Judges how a tool's description opens: with a bare infinitive, wrongly (with what is wrong, where, and how to rewrite it), or undecided when
 * neither lexicon nor context tells. Only the first sentence is read, and a bounded part of it; never throws, whatever the text.
 */
export function judgeOpening(
  text: string,
  context: OpeningContext,
): OpeningJudgement {
  const trimmedStart = text.length - text.trimStart().length;
  if (trimmedStart === text.length)
    return wrongOpening(text, "empty", 0, text.length);
  const first = findFirstWord(text);
  const optionalPrefix = optionalPrefixEnd(text, first.start);
  const closers = first.edits.slice(1);
  const sentence = sentenceTokens(text, optionalPrefix ?? first.start);
  const tokens =
    closers.length === 0
      ? sentence
      : sentence.flatMap((token) => withoutMark(token, closers));
  const firstToken = tokens[0];
  if (firstToken?.isWord !== true || !tokens.some(hasLetter))
    return wrongOpening(text, "no-words", trimmedStart, text.trimEnd().length);
  if (isToolName(text, firstToken, context.toolName))
    return wrongOpening(text, "tool-name", firstToken.start, firstToken.end);
  if (isOtherLanguage(tokens))
    return wrongOpening(
      text,
      "other-language",
      firstToken.start,
      firstToken.end,
    );
  if (optionalPrefix !== undefined) {
    const verb = verbReadings(firstToken.lower, context.verbs).find(
      (reading) => reading.form === "base",
    );
    if (verb !== undefined && first.marks.length === 0)
      return { verdict: "bare-infinitive", verb: verb.base };
  }
  const name =
    context.toolName === undefined ? [] : wordsOfName(context.toolName);
  const surroundings = { tokens, name, verbs: context.verbs };
  const judgement = judgeSentence(surroundings);
  if (first.marks.length > 0)
    return judgeBehindMarks(text, trimmedStart, first, tokens, judgement);
  if (judgement.verdict !== "bare-infinitive" && !hasOwnVerb(judgement)) {
    const labelled = judgeBehindLabel(text, tokens, name, context);
    if (labelled !== undefined) return labelled;
  }
  const settled =
    judgement.verdict === "undecided" && context.models !== undefined
      ? judgeOpenWord(surroundings, judgement, context.models)
      : judgement;
  return inOffsets(text, firstToken.start, tokens, settled);
}

/** A token without the mark that closes what stands before the first word: none, or “Export” of “Export__”. */
function withoutMark(token: Token, closers: readonly TextEdit[]): Token[] {
  for (const { end, start } of closers) {
    if (token.start >= start && token.end <= end) return [];
    if (token.start < start && token.end === end) {
      const length = start - token.start;
      return [
        {
          ...token,
          text: token.text.slice(0, length),
          lower: token.lower.slice(0, length),
          end: start,
        },
      ];
    }
  }
  return [token];
}

function hasLetter({ text }: Token): boolean {
  // The letters of most words, ahead of a look into Unicode's tables.
  return /^[a-z]/i.test(text) || /\p{L}/u.test(text);
}

/** “(Re)generate”: where the word behind the optional prefix starts. */
function optionalPrefixEnd(text: string, start: number): number | undefined {
  if (!text.startsWith("(", start)) return undefined;
  const prefix = /^\(\p{L}{1,6}-?\)(?=\p{L})/u.exec(
    text.slice(start, start + 12),
  )?.[0];
  return prefix === undefined ? undefined : start + prefix.length;
}

/** A description that only repeats the tool's name as it is spelled in code. */
function isToolName(
  text: string,
  first: Token,
  toolName: string | undefined,
): boolean {
  // A name is short; a longer text says more than the name.
  if (
    toolName === undefined ||
    text.length > Math.min(toolName.length + 40, 240)
  )
    return false;
  if (!toolName.includes(" ") && text.trim().includes(" ")) return false;
  const bare = text.replace(/^[\s`"'*]+|[\s`"'*.!:]+$/g, "");
  if (
    bare === first.text &&
    /[a-z\d]_[a-z\d]/i.test(bare) &&
    !text.includes(" ")
  )
    return true;
  return (
    bare.toLowerCase() === toolName.toLowerCase() &&
    (/[_\-.]/.test(bare) || /\p{Ll}\p{Lu}/u.test(bare))
  );
}

/** An opening behind emoji, bullets, quotes or a bracketed label: the marks hide the verb, whatever else is wrong. */
function judgeBehindMarks(
  text: string,
  start: number,
  first: FirstWord,
  tokens: readonly Token[],
  judgement: SentenceJudgement,
): OpeningJudgement {
  const onlyQuotes = first.marks.every(
    (mark) => mark === "quote" || mark === "label",
  );
  if (judgement.verdict === "undecided") {
    return onlyQuotes || first.marks.includes("emphasis")
      ? inOffsets(text, first.start, tokens, judgement)
      : wrongOpening(text, "hidden-verb", start, first.start);
  }
  if (judgement.verdict === "wrong" && judgement.rewrites.length === 0)
    return wrongOpening(
      text,
      judgement.problem,
      start,
      tokens[judgement.last]?.end ?? first.start,
    );
  const inner: readonly Rewrite[] =
    judgement.verdict === "wrong"
      ? judgement.rewrites
      : [{ edits: [], safe: true }];
  const listed =
    first.marks.includes("bullet") &&
    /\n\s*(?:[-*+•]|\d+[.)])\s/.test(
      text.slice(first.start, first.start + 800),
    );
  // A headline above a text is not the start of a sentence.
  const isHeadline =
    first.marks.includes("heading") &&
    /\n\s*\S/.test(text.slice(first.start, first.start + 800));
  const rewrites = inner.map((rewrite) => ({
    edits: [
      ...first.edits.filter(
        (mark) =>
          !rewrite.edits.some(
            ({ end, start }) => mark.start >= start && mark.end <= end,
          ),
      ),
      ...(first.label === undefined ? [] : labelAtEnd(tokens, first.label)),
      ...rewrite.edits,
    ],
    safe: rewrite.safe && first.label === undefined && !listed && !isHeadline,
  }));
  const verb = judgement.verb;
  return wrongOpening(
    text,
    "hidden-verb",
    start,
    first.start,
    opensElement(text, first) ? [] : rewrites,
    verb,
  );
}

/** “<usage>” with its “</usage>” further down: what is between them can't stay there while one of the two is moved. */
function opensElement(text: string, { label, start }: FirstWord): boolean {
  const name = /^<([a-z][\w.-]*)/i.exec(label ?? "")?.[1];
  return name !== undefined && text.includes(`</${name}>`, start);
}

/** A label such as “[BETA]” keeps its meaning at the end of the sentence. */
function labelAtEnd(
  tokens: readonly Token[],
  label: string,
): readonly TextEdit[] {
  const last = tokens.findLast((token) => token.isWord);
  return last === undefined
    ? []
    : [{ start: last.end, end: last.end, text: ` ${label}` }];
}
