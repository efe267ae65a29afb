import { judgeSentence } from "./bare-infinitive.ts";
import { findFirstWord, type FirstWord } from "./first-word.ts";
import type {
  OpeningContext,
  OpeningJudgement,
  OpeningProblem,
  Rewrite,
} from "./opening-judgement.ts";
import { judgeOpenWord } from "./open-word.ts";
import { isOtherLanguage } from "./other-language.ts";
import type { SentenceJudgement } from "./sentence-judgement.ts";
import { sentenceTokens, type Token } from "./sentence.ts";
import type { TextEdit } from "./text-edit.ts";
import { verbReadings } from "./verb-form.ts";
import { wordsOfName } from "./verb-phrase.ts";
import { isConjunction } from "./word-kind.ts";

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
  if (trimmedStart === text.length) return wrong(text, "empty", 0, text.length);
  const first = findFirstWord(text);
  const optionalPrefix = optionalPrefixEnd(text, first.start);
  const closers = first.edits.slice(1);
  const sentence = sentenceTokens(text, optionalPrefix ?? first.start);
  const tokens =
    closers.length === 0
      ? sentence
      : sentence.flatMap((token) => withoutMark(token, closers));
  const firstToken = tokens[0];
  if (
    firstToken?.isWord !== true ||
    !tokens.some((token) => /\p{L}/u.test(token.text))
  )
    return wrong(text, "no-words", trimmedStart, text.trimEnd().length);
  if (isToolName(text, firstToken, context.toolName))
    return wrong(text, "tool-name", firstToken.start, firstToken.end);
  const name =
    context.toolName === undefined ? [] : wordsOfName(context.toolName);
  if (isOtherLanguage(tokens))
    return wrong(text, "other-language", firstToken.start, firstToken.end);
  if (optionalPrefix !== undefined) {
    const verb = verbReadings(firstToken.lower, context.verbs).find(
      (reading) => reading.form === "base",
    );
    if (verb !== undefined && first.marks.length === 0)
      return { verdict: "bare-infinitive", verb: verb.base };
  }
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

/** “(Re)generate”: where the word behind the optional prefix starts. */
function optionalPrefixEnd(text: string, start: number): number | undefined {
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

function wrong(
  text: string,
  problem: OpeningProblem,
  start: number,
  end: number,
  rewrites: readonly Rewrite[] = [],
  verb?: string,
): OpeningJudgement {
  return {
    verdict: "wrong",
    problem,
    start,
    end,
    opening: text.slice(start, end),
    rewrites: oneSafeFirst(
      rewrites.filter((rewrite) => rewrite.edits.length > 0),
    ),
    ...(verb === undefined ? {} : { verb }),
  };
}

function oneSafeFirst(rewrites: readonly Rewrite[]): readonly Rewrite[] {
  return rewrites.map((rewrite, index) =>
    index > 0 && rewrite.safe ? { ...rewrite, safe: false } : rewrite,
  );
}

function inOffsets(
  text: string,
  start: number,
  tokens: readonly Token[],
  judgement: SentenceJudgement,
): OpeningJudgement {
  if (judgement.verdict === "bare-infinitive") return judgement;
  if (judgement.verdict === "undecided") {
    const token = tokens[judgement.at] ?? tokens[0];
    return {
      verdict: "undecided",
      word: token?.text ?? "",
      start: token?.start ?? start,
      end: token?.end ?? start,
    };
  }
  return wrong(
    text,
    judgement.problem,
    start,
    tokens[judgement.last]?.end ?? start,
    judgement.rewrites,
    judgement.verb,
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
      : wrong(text, "hidden-verb", start, first.start);
  }
  if (judgement.verdict === "wrong" && judgement.rewrites.length === 0)
    return wrong(
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
  return wrong(text, "hidden-verb", start, first.start, rewrites, verb);
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

/** “Manages keys: creates and revokes them”: a sentence before the colon, and no label. */
function hasOwnVerb(judgement: SentenceJudgement): boolean {
  return (
    judgement.verdict === "wrong" &&
    /^(?:third-person|gerund|past|to-infinitive|modal|please)$/.test(
      judgement.problem,
    )
  );
}

/** Labels that say something which a rewrite must not drop. */
const TELLING_LABEL =
  /\b(?:admin|alpha|beta|caution|danger|dangerous|deprecated|destructive|experimental|important|internal|legacy|mandatory|note|only|paid|premium|preview|read-only|readonly|required|requires|safe|unsafe|warning|write)\b|^(?:not|no)\b/;

const EMPTY_LABELS = new Set(
  "action description function overview purpose summary tool usage".split(" "),
);

/** “GitLab: create a merge request”, “list_boats - Lists the boats”: a label with a colon or a dash before the verb. */
function judgeBehindLabel(
  text: string,
  tokens: readonly Token[],
  name: readonly string[],
  context: OpeningContext,
): OpeningJudgement | undefined {
  const mark = tokens.findIndex(
    (token, index) =>
      index > 0 && index < 5 && /^[:–—|]$|^-$/.test(token.lower),
  );
  if (
    mark < 0 ||
    tokens
      .slice(0, mark)
      .some((token) => !token.isWord || isConjunction(token.lower))
  )
    return undefined;
  const [first, kept] = [tokens[0], tokens[mark + 1]];
  if (first === undefined || kept?.isWord !== true) return undefined;
  const rest = judgeSentence({
    tokens: tokens.slice(mark + 1),
    name,
    verbs: context.verbs,
  });
  const strong =
    rest.verdict === "bare-infinitive" ||
    (rest.verdict === "wrong" && rest.rewrites.some((rewrite) => rewrite.safe));
  if (!strong) return undefined;
  const label = text
    .slice(first.start, tokens[mark - 1]?.end ?? first.end)
    .toLowerCase();
  const meaningless =
    EMPTY_LABELS.has(label) ||
    label === context.toolName?.toLowerCase() ||
    label === name.join(" ");
  const removal = { start: first.start, end: kept.start };
  const initial = first.text.charAt(0);
  const upper = initial !== initial.toLowerCase();
  const inner: readonly Rewrite[] =
    rest.verdict === "wrong"
      ? rest.rewrites.filter((rewrite) => rewrite.safe)
      : [{ edits: [], safe: true }];
  const rewrites = inner.map(({ edits }) => ({
    edits: afterRemoval(edits, removal, kept, upper),
    safe: meaningless,
  }));
  if (TELLING_LABEL.test(label)) rewrites.length = 0;
  return wrong(
    text,
    "hidden-verb",
    first.start,
    kept.start,
    rewrites,
    rest.verb,
  );
}

/** Removes the label and passes its capital on to the word behind it. */
function afterRemoval(
  edits: readonly TextEdit[],
  removal: { readonly start: number; readonly end: number },
  kept: Token,
  upper: boolean,
): readonly TextEdit[] {
  const raise = (word: string): string =>
    upper ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  const onKept = edits.find((edit) => edit.start === kept.start);
  const head =
    onKept === undefined
      ? { start: removal.start, end: kept.end, text: raise(kept.text) }
      : { start: removal.start, end: onKept.end, text: raise(onKept.text) };
  return [head, ...edits.filter((edit) => edit !== onKept)];
}
