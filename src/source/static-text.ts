import { elementsOf, resolve } from "./resolve.ts";
import type {
  ImportLookup,
  Located,
  ModuleValues,
  Quote,
  StaticValue,
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
  const followed = resolve(located, lookup);
  const { module, value } = followed;
  const trimmed = trimmedText(value);
  if (trimmed) {
    const inner = readText({ value: trimmed, module }, lookup);
    return inner && trim(inner);
  }
  if (value.kind !== "text" && !joinedList(value)) {
    return undefined;
  }
  const reader = new TextReader(lookup);
  reader.append(followed);
  return reader.result(followed);
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

class TextReader {
  #text = "";
  #complete = true;
  readonly #segments: TextSegment[] = [];
  readonly #lookup: ImportLookup;
  /** A chain of constants that refer to each other must end somewhere. */
  #left = 2000;

  constructor(lookup: ImportLookup) {
    this.#lookup = lookup;
  }

  append(located: Located): void {
    const { module, value } = resolve(located, this.#lookup);
    if (this.#left-- <= 0) {
      this.#unknown();
      return;
    }
    switch (value.kind) {
      case "text":
        for (const part of value.parts) {
          if (part.kind === "literal") {
            const start = this.#text.length;
            this.#text += part.text;
            this.#segments.push({
              start,
              end: this.#text.length,
              skipped: 0,
              range: part.range,
              quote: part.quote,
              module,
            });
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
    const list = joined && resolve({ value: joined.list, module }, this.#lookup);
    if (!joined || list?.value.kind !== "array") {
      this.#unknown();
      return;
    }
    const { elements, open } = elementsOf(
      { value: list.value, module: list.module },
      this.#lookup,
    );
    if (open) {
      this.#unknown();
      return;
    }
    elements.forEach((element, index) => {
      this.#text += index > 0 ? joined.separator : "";
      this.append(element);
    });
  }

  #unknown(): void {
    this.#text += unknownPart;
    this.#complete = false;
  }
}

/** `list.join("separator")` */
function joinedList(
  value: StaticValue,
): { list: StaticValue; separator: string } | undefined {
  if (
    value.kind !== "call" ||
    value.callee.kind !== "member" ||
    value.callee.name !== "join"
  ) {
    return undefined;
  }
  const separator = value.args[0]?.value;
  const part = separator?.kind === "text" ? separator.parts[0] : undefined;
  if (separator?.kind === "text" && part === undefined) {
    return { list: value.callee.object, separator: "" };
  }
  return part?.kind === "literal"
    ? { list: value.callee.object, separator: part.text }
    : undefined;
}

/** How much of a text, from its start, is known. */
export function knownPrefix({ complete, text }: StaticText): string {
  return complete ? text : text.slice(0, text.indexOf(unknownPart));
}
