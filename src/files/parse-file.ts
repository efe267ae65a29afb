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
      line: source.slice(0, offset).split("\n").length,
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
