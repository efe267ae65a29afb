import { createRequire } from "node:module";
import type * as oxcParser from "oxc-parser";
import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceFile } from "../source/syntax-tree.ts";

type Oxc = typeof oxcParser;

export type Parsed =
  | { readonly status: "parsed"; readonly file: SourceFile }
  | {
      readonly status: "not-parsed";
      readonly reason: string;
      /** One-based. */
      readonly line: number;
      /** Whether what stands in the way is a merge conflict. */
      readonly conflict: boolean;
    };

const load = createRequire(import.meta.url);
let oxc: Oxc | undefined;

/**
 * Parses a file that isn't the linted one.
 *
 * With oxc-parser, which takes a fifth of the time of the TypeScript parsers
 * and gives the same tree; loaded when the first file is read, because most
 * runs over a file need no other.
 *
 * @param text the file's text; a BOM is cut off, as ESLint does
 */
export function parseFile(path: string, text: string): Parsed {
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const tooDeep = offsetTooDeep(source);
  if (tooDeep !== undefined) {
    return {
      status: "not-parsed",
      reason: "it is nested too deeply",
      line: lineOf(source, tooDeep),
      conflict: false,
    };
  }
  let result = parse(path, source, "module");
  if (result.errors.length > 0 && /\.c?jsx?$/.test(path)) {
    // `return` and `with` at the top level are right in a CommonJS file.
    const script = parse(path, source, "commonjs");
    result = script.errors.length > 0 ? result : script;
  }
  const [error] = result.errors;
  if (error) {
    const offset = error.labels[0]?.start ?? 0;
    return {
      status: "not-parsed",
      reason: error.message,
      line: lineOf(source, offset),
      conflict: holdsConflict(source),
    };
  }
  return {
    status: "parsed",
    file: {
      path,
      text: source,
      // The same ESTree dialect, declared once more by oxc; tests compare them.
      program: result.program as unknown as TSESTree.Program,
    },
  };
}

/** Whether a text holds the marks of a merge that was not resolved. */
export function holdsConflict(text: string): boolean {
  return /^<{7} /m.test(text);
}

/** One-based. */
function lineOf(source: string, offset: number): number {
  return source.slice(0, offset).split("\n").length;
}

/** Shorter files have no room for nesting that would be too deep. */
const roomy = 10_000;
/**
 * Brackets within brackets. From some 2,500 functions within each other on (in
 * a worker of ESLint's `--concurrency`; 5,000 outside), the parser overflows
 * its stack, which ends the whole process. No code that anybody reads comes
 * near.
 */
const deepest = 1000;

/**
 * Where brackets are nested so deeply that the file can't be parsed safely.
 *
 * By the text alone, where those in texts and comments count as well: what
 * parses may be refused, but only when a thousand of them are never closed.
 */
function offsetTooDeep(source: string): number | undefined {
  if (source.length < roomy) {
    return undefined;
  }
  let depth = 0;
  for (let offset = 0; offset < source.length; offset++) {
    switch (source.charCodeAt(offset)) {
      case 40: // (
      case 91: // [
      case 123: // {
        if (++depth > deepest) {
          return offset;
        }
        break;
      case 41: // )
      case 93: // ]
      case 125: // }
        depth = Math.max(0, depth - 1);
        break;
      default:
        break;
    }
  }
  return undefined;
}

function parse(
  path: string,
  source: string,
  sourceType: "commonjs" | "module",
): ReturnType<Oxc["parseSync"]> {
  oxc ??= load("oxc-parser") as Oxc;
  return oxc.parseSync(path, source, {
    astType: "ts",
    lang: languageOf(path),
    preserveParens: false,
    range: true,
    sourceType,
  });
}

/** JSX is read in any JavaScript, as it makes no other code ambiguous. */
function languageOf(path: string): "jsx" | "ts" | "tsx" {
  if (/\.[cm]?ts$/.test(path)) {
    return "ts";
  }
  return path.endsWith(".tsx") ? "tsx" : "jsx";
}
