import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { Range } from "./source/syntax-tree.ts";

/** A range as ESLint reports it: lines and columns. */
export function locationOf(
  { sourceCode }: Pick<TSESLint.RuleContext<string, unknown[]>, "sourceCode">,
  [start, end]: Range,
): TSESTree.SourceLocation {
  return {
    start: sourceCode.getLocFromIndex(start),
    end: sourceCode.getLocFromIndex(end),
  };
}

/** The same in a JSON file, whose columns ESLint counts from 1. */
export function jsonLocationOf(
  text: string,
  [start, end]: Range,
): TSESTree.SourceLocation {
  return { start: positionAt(text, start), end: positionAt(text, end) };
}

function positionAt(text: string, offset: number): TSESTree.Position {
  const before = text.slice(0, offset);
  return {
    line: before.split("\n").length,
    column: offset - before.lastIndexOf("\n"),
  };
}
