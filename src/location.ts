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
