import { elementsOf, resolve } from "./resolve.ts";
import type {
  ImportLookup,
  Located,
  ModuleValues,
  Quote,
  StaticValue,
  TextPart,
} from "./static-value.ts";
import type { Range } from "./syntax-tree.ts";

/** Stands in the text for each part that only a run could tell. */
export const unknownPart = "\uFFFC";

/** A stretch of a text that one literal in some module spells out. */
export interface TextSegment {
  /** Offsets into the text. */
  readonly start: number;
  readonly end: number;
  /** How much of the literal's own text comes before it (cut off by a trim). */
  readonly skipped: number;
  /** Where its characters stand in the module, quotes left out. */
  readonly range: Range;
  readonly quote: Quote;
  readonly module: ModuleValues;
}

/** A string with the way back from each of its characters to the source. */
export interface StaticText {
  /** Unknown parts stand as {@link unknownPart}. */
  readonly text: string;
  /** Whether there is no unknown part. */
  readonly complete: boolean;
  /** In order; what interpolated numbers contribute belongs to no segment. */
  readonly segments: readonly TextSegment[];
  /** The expression it was read from, names followed. */
  readonly range: Range;
  readonly module: ModuleValues;
}

/**
 * Reads a string: a literal, a template, a `+` chain, a constant, a list that
 * is joined.
 *
 * @returns `undefined` when nothing shows that the value is a string
 */
export function readText(
  located: Located,
  lookup: ImportLookup,
): StaticText | undefined {
  return readTrimmed(located, lookup, mostTrims);
}

/** `const a = a.trim()` must end somewhere. */
const mostTrims = 20;

function readTrimmed(
  located: Located,
  lookup: ImportLookup,
  left: number,
): StaticText | undefined {
  const followed = resolve(located, lookup);
  const { module, value } = followed;
  if (value.kind === "text" && value.parts.length === 1) {
    const [part] = value.parts;
    if (part?.kind === "literal") {
      return literalText(part, followed);
    }
  }
  const trimmed = trimmedText(value);
  if (trimmed) {
    const inner =
      left > 0
        ? readTrimmed({ value: trimmed, module }, lookup, left - 1)
        : undefined;
    return inner && trim(inner);
  }
  if (value.kind !== "text" && !joinedList(value)) {
    return undefined;
  }
  const reader = new TextReader(lookup);
  reader.append(followed);
  return reader.result(followed);
}

/** Nearly all texts are one literal, and need no {@link TextReader}. */
function literalText(
  { quote, range, text }: Extract<TextPart, { kind: "literal" }>,
  { module, value }: Located,
): StaticText {
  const end = text.length;
  return {
    text,
    complete: true,
    segments: [{ start: 0, end, skipped: 0, range, quote, module }],
    range: value.range,
    module,
  };
}

/** The `text` in `text.trim()`. */
function trimmedText(value: StaticValue): StaticValue | undefined {
  return value.kind === "call" &&
    value.callee.kind === "member" &&
    value.callee.name === "trim" &&
    value.args.length === 0
    ? value.callee.object
    : undefined;
}

function trim(inner: StaticText): StaticText {
  const text = inner.text.trim();
  const cut = inner.text.length - inner.text.trimStart().length;
  return {
    ...inner,
    text,
    segments: inner.segments.flatMap((segment): TextSegment[] => {
      const start = Math.max(segment.start - cut, 0);
      const end = Math.min(segment.end - cut, text.length);
      const skipped = segment.skipped + start + cut - segment.start;
      return start < end ? [{ ...segment, start, end, skipped }] : [];
    }),
  };
}

/** More parts than any text has that somebody wrote. */
const mostParts = 20_000;

/** As deep as constants are made of constants. */
const deepestText = 200;

class TextReader {
  #text = "";
  #complete = true;
  #partsLeft = mostParts;
  readonly #segments: TextSegment[] = [];
  readonly #lookup: ImportLookup;
  /** What is being read: a constant may refer to itself. */
  readonly #open: Set<StaticValue>;

  constructor(lookup: ImportLookup, open = new Set<StaticValue>()) {
    this.#lookup = lookup;
    this.#open = open;
  }

  append(located: Located): void {
    if (this.#partsLeft-- <= 0) {
      this.#unknown();
      return;
    }
    const followed = resolve(located, this.#lookup);
    const { value } = followed;
    if (this.#open.has(value) || this.#open.size > deepestText) {
      this.#unknown();
      return;
    }
    this.#open.add(value);
    this.#appendFollowed(followed);
    this.#open.delete(value);
  }

  #appendFollowed({ module, value }: Located): void {
    switch (value.kind) {
      case "text":
        for (const part of value.parts) {
          if (part.kind === "literal") {
            this.#appendLiteral(part, module);
          } else {
            this.append({ value: part.value, module });
          }
        }
        break;
      case "number":
      case "boolean":
        this.#text += String(value.value);
        break;
      default:
        this.#appendJoined({ value, module });
    }
  }

  #appendLiteral(
    { quote, range, text }: Extract<TextPart, { kind: "literal" }>,
    module: ModuleValues,
  ): void {
    const start = this.#text.length;
    this.#text += text;
    this.#segments.push({
      start,
      end: this.#text.length,
      skipped: 0,
      range,
      quote,
      module,
    });
  }

  result({ module, value }: Located): StaticText {
    return {
      text: this.#text,
      complete: this.#complete,
      segments: this.#segments,
      range: value.range,
      module,
    };
  }

  #appendJoined({ module, value }: Located): void {
    const joined = joinedList(value);
    const list =
      joined && resolve({ value: joined.list, module }, this.#lookup);
    if (!joined || list?.value.kind !== "array") {
      this.#unknown();
      return;
    }
    const separator = this.#separator(joined.separator, module);
    const { elements, open } = elementsOf(
      { value: list.value, module: list.module },
      this.#lookup,
    );
    if (open || separator === undefined) {
      this.#unknown();
      return;
    }
    elements.forEach((element, index) => {
      this.#text += index > 0 ? separator : "";
      // `null`, `undefined` and holes are joined as nothing.
      if (element.value.kind !== "nothing") {
        this.append(element);
      }
    });
  }

  #separator(
    value: StaticValue | undefined,
    module: ModuleValues,
  ): string | undefined {
    if (!value) {
      return ",";
    }
    const reader = new TextReader(this.#lookup, this.#open);
    const followed = resolve({ value, module }, this.#lookup);
    if (followed.value.kind !== "text") {
      return undefined;
    }
    reader.append(followed);
    const { complete, text } = reader.result(followed);
    return complete ? text : undefined;
  }

  #unknown(): void {
    this.#text += unknownPart;
    this.#complete = false;
  }
}

/** The parts of `list.join(separator)`. */
function joinedList(
  value: StaticValue,
): { list: StaticValue; separator: StaticValue | undefined } | undefined {
  if (
    value.kind !== "call" ||
    value.callee.kind !== "member" ||
    value.callee.name !== "join" ||
    value.args.some(({ spread }) => spread)
  ) {
    return undefined;
  }
  return { list: value.callee.object, separator: value.args[0]?.value };
}

/** How much of a text, from its start, is known. */
export function knownPrefix({ complete, text }: StaticText): string {
  return complete ? text : text.slice(0, text.indexOf(unknownPart));
}
