import type { TSESLint } from "@typescript-eslint/utils";
import type { SourceEdit } from "./source/replace-text.ts";

/** Edits as the function that ESLint calls for a fix or a suggestion. */
export function fixWith(
  edits: readonly SourceEdit[],
): (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[] {
  return (fixer) =>
    edits.map(({ range, text }) => fixer.replaceTextRange(range, text));
}
