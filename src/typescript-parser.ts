import { createRequire } from "node:module";
import type { Linter } from "eslint";

const load = createRequire(import.meta.url);
let parser: Linter.ESTreeParser | undefined;
/** A parser that can't be loaded once can't be for any file, and says so each time. */
let failure: Error | undefined;

/**
 * The parser that presets give to TypeScript files: @typescript-eslint/parser,
 * loaded when the first such file is parsed. It is an optional peer, so that
 * JavaScript projects and those on a TypeScript it doesn't know need not
 * install it.
 *
 * @throws at the first TypeScript file, a line that says what to install, when
 *   it can't be loaded
 */
export const typescriptParser: Linter.ESTreeParser = {
  // ESLint's cache can't name a parser without these.
  meta: { name: "mcp-runbook/typescript-parser", version: "1" },
  parseForESLint(text, options) {
    parser ??= loadParser();
    if (!("parseForESLint" in parser)) {
      throw new Error("@typescript-eslint/parser has no parseForESLint.");
    }
    return parser.parseForESLint(text, options);
  },
};

function loadParser(): Linter.ESTreeParser {
  if (failure) {
    throw failure;
  }
  try {
    return load("@typescript-eslint/parser") as Linter.ESTreeParser;
  } catch (error) {
    if (isMissing(error)) {
      // Not kept: it may be installed while an editor is open.
      throw new Error(
        "eslint-plugin-mcp-runbook needs a parser for TypeScript files. Run: npm install --save-dev @typescript-eslint/parser typescript@6",
        { cause: error },
      );
    }
    failure = new Error(
      `eslint-plugin-mcp-runbook could not load @typescript-eslint/parser for TypeScript files: ${reasonOf(error)}. Install it with a TypeScript below 6.1: npm install --save-dev @typescript-eslint/parser typescript@6`,
      { cause: error },
    );
    throw failure;
  }
}

function isMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    error.code === "MODULE_NOT_FOUND" &&
    error.message.includes("'@typescript-eslint/parser'")
  );
}

/** Its first line: Node adds the files that required what is missing. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [line = ""] = message.split("\n");
  return line.replace(/\.$/, "");
}
