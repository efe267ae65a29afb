import type { SourceEdit } from "./replace-text.ts";
import type { Range } from "./syntax-tree.ts";

/** How a list is put into another order. */
export interface Reordering {
  readonly edits: readonly SourceEdit[];
  /**
   * Whether every comment surely goes where it belongs. What stands right above
   * the first element may be about the element, which it follows here, or about
   * the whole list.
   */
  readonly isCertain: boolean;
}

/**
 * Puts the elements of a list literal into another order. A comment moves with
 * the element that it stands right above, or behind on its line.
 *
 * @param literal the whole literal, brackets included
 * @param elements in source order
 * @param order for each place the index of the element that goes there
 * @returns `undefined` where it is not clear what belongs to what: blank lines
 *   between elements, comments at the end, comments where a line holds several
 *   elements
 */
export function reorderElements(
  text: string,
  literal: Range,
  elements: readonly Range[],
  order: readonly number[],
): Reordering | undefined {
  const gaps = gapsOf(text, literal, elements);
  if (!gaps) {
    return undefined;
  }
  if (!gaps.some((gap) => gap.some(isComment))) {
    return gaps.slice(1, -1).some((gap) => gap.some(isBlankLine))
      ? undefined
      : { edits: placeElements(text, elements, order), isCertain: true };
  }
  const chunks = chunksOf(gaps, elements);
  if (!chunks) {
    return undefined;
  }
  const [first] = chunks;
  return {
    edits: placeChunks(text, chunks, order),
    isCertain: order[0] === 0 || first?.lead[0] === first?.element[0],
  };
}

interface Token {
  readonly kind: "comma" | "line" | "block" | "space";
  readonly range: Range;
  readonly text: string;
}

/** What stands before, between and behind the elements. */
function gapsOf(
  text: string,
  [start, end]: Range,
  elements: readonly Range[],
): readonly (readonly Token[])[] | undefined {
  const gaps: Token[][] = [];
  let from = start + 1;
  for (const [next, after] of [...elements, [end - 1, end] as const]) {
    const tokens = tokensIn(text, from, next);
    if (!tokens) {
      return undefined;
    }
    gaps.push(tokens);
    from = after;
  }
  return gaps;
}

const tokenPattern = /(,)|(\/\/[^\r\n]*)|(\/\*(?:[^*]|\*(?!\/))*\*\/)|\s+/y;

/** Anything but commas, comments and white space is none of the list's own. */
function tokensIn(text: string, from: number, to: number): Token[] | undefined {
  const tokens: Token[] = [];
  for (let at = from; at < to;) {
    tokenPattern.lastIndex = at;
    const [found, comma, line, block] = tokenPattern.exec(text) ?? [];
    if (found === undefined || at + found.length > to) {
      return undefined;
    }
    const kind = comma ? "comma" : line ? "line" : block ? "block" : "space";
    tokens.push({ kind, range: [at, at + found.length], text: found });
    at += found.length;
  }
  return tokens;
}

function isComment({ kind }: Token): boolean {
  return kind === "line" || kind === "block";
}

function isBlankLine({ kind, text }: Token): boolean {
  return kind === "space" && lineBreaks(text) > 1;
}

function lineBreaks(text: string): number {
  return text.split("\n").length - 1;
}

/** An element with its comments. */
interface Chunk {
  /** From its first comment to its end. */
  readonly lead: Range;
  readonly element: Range;
  /** From its end over the comma to the end of the comment behind it. */
  readonly tail: Range;
  readonly hasComma: boolean;
  /** The comment behind it, with the space before. */
  readonly comment: Range | undefined;
}

/** Each element on lines of its own; `undefined` for any other layout. */
function chunksOf(
  gaps: readonly (readonly Token[])[],
  elements: readonly Range[],
): readonly Chunk[] | undefined {
  const chunks: Chunk[] = [];
  for (const [index, element] of elements.entries()) {
    const above = commentsAbove(gaps[index] ?? [], index === 0);
    const behind = commentBehind(gaps[index + 1] ?? [], element[1]);
    if (!above || !behind) {
      return undefined;
    }
    const lead = [above[0] ?? element[0], element[1]] as const;
    chunks.push({ lead, element, ...behind });
  }
  const last = gaps.at(-1) ?? [];
  const rest = afterLine(last);
  return rest?.every(({ kind }) => kind === "space") ? chunks : undefined;
}

/** The tokens of the lines below; `undefined` where there is none below. */
function afterLine(gap: readonly Token[]): readonly Token[] | undefined {
  const index = gap.findIndex(
    ({ kind, text }) => kind === "space" && text.includes("\n"),
  );
  return index === -1 ? undefined : gap.slice(index);
}

/**
 * @returns where the comments right above an element start, if there are any;
 *   `undefined` where blank lines leave open whose they are. Above the first, a
 *   blank line sets off what is about the list.
 */
function commentsAbove(
  gap: readonly Token[],
  isFirst: boolean,
): readonly [number | undefined] | undefined {
  const lines = afterLine(gap);
  if (!lines) {
    return undefined;
  }
  const blank = lines.findLastIndex(isBlankLine);
  if (blank !== -1 && !isFirst) {
    return undefined;
  }
  const own = lines.slice(blank + 1);
  return own.some(({ kind }) => kind === "comma")
    ? undefined
    : [own.find(isComment)?.range[0]];
}

function commentBehind(
  gap: readonly Token[],
  end: number,
): Pick<Chunk, "comment" | "hasComma" | "tail"> | undefined {
  const lines = afterLine(gap);
  const onLine = gap.slice(0, lines && gap.length - lines.length);
  const commas = onLine.filter(({ kind }) => kind === "comma");
  const comments = onLine.filter(isComment);
  const [comment] = comments;
  const commaFirst = onLine[0]?.kind === "comma" || commas.length === 0;
  if (!lines || comments.length > 1 || !commaFirst) {
    return undefined;
  }
  const space = comment && onLine[onLine.indexOf(comment) - 1];
  const from = space?.kind === "space" ? space.range[0] : comment?.range[0];
  return {
    hasComma: commas.length > 0,
    comment:
      comment && from !== undefined ? [from, comment.range[1]] : undefined,
    tail: [end, comment?.range[1] ?? commas[0]?.range[1] ?? end],
  };
}

function placeChunks(
  text: string,
  chunks: readonly Chunk[],
  order: readonly number[],
): SourceEdit[] {
  return chunks.flatMap((slot, index): SourceEdit[] => {
    const chunk = chunks[order[index] ?? index];
    if (!chunk || chunk === slot) {
      return [];
    }
    const comment = chunk.comment ? text.slice(...chunk.comment) : "";
    const comma = slot.hasComma ? "," : "";
    return [
      {
        range: [slot.lead[0], slot.tail[1]],
        text: text.slice(...chunk.lead) + comma + comment,
      },
    ];
  });
}

function placeElements(
  text: string,
  elements: readonly Range[],
  order: readonly number[],
): SourceEdit[] {
  return elements.flatMap((range, index): SourceEdit[] => {
    const moved = elements[order[index] ?? index];
    return moved && moved !== range
      ? [{ range, text: text.slice(...moved) }]
      : [];
  });
}
