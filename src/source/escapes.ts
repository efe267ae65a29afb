import type { Quote } from "./static-value.ts";

/** The inside of a literal, escapes undone. */
export interface EscapedText {
  readonly text: string;
  /**
   * Where in the source each character of the text begins, and its end.
   * `undefined` inside a surrogate pair, however it is written.
   */
  readonly offsets: readonly (number | undefined)[];
  /** Where octal escapes end, `\0` too: a digit there would go on with them. */
  readonly octalEnds: ReadonlySet<number>;
}

const escape =
  /\\(?:u\{([\da-fA-F]+)\}|u([\da-fA-F]{4})|x([\da-fA-F]{2})|([0-3]?[0-7]{1,2})|\r\n|[\s\S])/y;

const named: Readonly<Record<string, string>> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  // Line continuations stand for nothing.
  "\n": "",
  "\r": "",
  "\r\n": "",
  "\u2028": "",
  "\u2029": "",
};

/**
 * Undoes the escapes of a string literal or of a template's element.
 *
 * @param raw what stands between the quotes
 */
export function readEscapes(raw: string): EscapedText {
  let text = "";
  const offsets: (number | undefined)[] = [];
  const octalEnds = new Set<number>();
  let at = 0;
  while (at < raw.length) {
    const [length, character, isOctal] = readCharacter(raw, at);
    for (let i = 0; i < character.length; i++) {
      offsets.push(i === 0 ? at : undefined);
    }
    text += character;
    at += length;
    if (isOctal) {
      octalEnds.add(at);
    }
  }
  offsets.push(at);
  return { text, offsets, octalEnds };
}

function readCharacter(
  raw: string,
  at: number,
): readonly [length: number, text: string, isOctal?: boolean] {
  const character = raw.charAt(at);
  if (character === "\r") {
    // Only a template holds a line end; it is read as \n, whatever it is.
    return [raw[at + 1] === "\n" ? 2 : 1, "\n"];
  }
  const pair = raw.codePointAt(at) ?? 0;
  if (pair > 0xffff) {
    return [2, String.fromCodePoint(pair)];
  }
  escape.lastIndex = at;
  const match = character === "\\" ? escape.exec(raw) : null;
  if (!match) {
    return [1, character];
  }
  const [whole, point, unit, byte, octal] = match;
  const hexadecimal = point ?? unit ?? byte;
  if (hexadecimal !== undefined) {
    const code = Number.parseInt(hexadecimal, 16);
    return [whole.length, code > 0x10ffff ? whole : String.fromCodePoint(code)];
  }
  if (octal !== undefined) {
    const code = Number.parseInt(octal, 8);
    return [whole.length, String.fromCharCode(code), true];
  }
  const rest = whole.slice(1);
  return [whole.length, named[rest] ?? rest];
}

/** Control characters and halves of surrogate pairs, which no editor shows. */
const invisible =
  // eslint-disable-next-line no-control-regex -- these are meant
  /[\0-\x08\x0B\x0C\x0E-\x1F\x7F\u2028\u2029]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Spells a text out for the inside of a literal with the given quotes. */
export function escapeFor(quote: Quote, text: string): string {
  const escaped = text
    .replaceAll("\\", "\\\\")
    .replaceAll(quote, `\\${quote}`)
    .replaceAll("\r", "\\r")
    .replaceAll(invisible, (character) => {
      const code = character.charCodeAt(0).toString(16);
      return code.length > 2
        ? `\\u${code.padStart(4, "0")}`
        : `\\x${code.padStart(2, "0")}`;
    });
  return quote === "`"
    ? escaped.replaceAll("${", "\\${")
    : escaped.replaceAll("\n", "\\n");
}
