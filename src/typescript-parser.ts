import { createRequire } from "node:module";
import type { Linter } from "eslint";

const load = createRequire(import.meta.url);
let parser: Linter.ESTreeParser | undefined;

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
  try {
    return load("@typescript-eslint/parser") as Linter.ESTreeParser;
  } catch (error) {
    const isMissing =
      error instanceof Error &&
      "code" in error &&
      error.code === "MODULE_NOT_FOUND" &&
      error.message.includes("'@typescript-eslint/parser'");
    throw new Error(
      isMissing
        ? "eslint-plugin-mcp-runbook needs a parser for TypeScript files. Run: npm install --save-dev @typescript-eslint/parser typescript@6"
        : `eslint-plugin-mcp-runbook could not load @typescript-eslint/parser for TypeScript files: ${String(error)}. It needs TypeScript below 6.1: npm install --save-dev typescript@6`,
      { cause: error },
    );
  }
}
