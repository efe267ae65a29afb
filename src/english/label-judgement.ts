import { judgeSentence } from "./bare-infinitive.ts";
import { wrongOpening } from "./opening-in-text.ts";
import type {
  OpeningContext,
  OpeningJudgement,
  Rewrite,
} from "./opening-judgement.ts";
import type { SentenceJudgement } from "./sentence-judgement.ts";
import type { Token } from "./sentence.ts";
import type { TextEdit } from "./text-edit.ts";
import { isConjunction } from "./word-kind.ts";

/** “Manages keys: creates and revokes them”: a sentence before the colon, and no label. */
export function hasOwnVerb(judgement: SentenceJudgement): boolean {
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
export function judgeBehindLabel(
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
  return wrongOpening(
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
