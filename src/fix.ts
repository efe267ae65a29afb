import type { TSESLint } from "@typescript-eslint/utils";
import type { SourceEdit } from "./source/replace-text.ts";

/** Edits as the function that ESLint calls for a fix or a suggestion. */
export function fixWith(
  edits: readonly SourceEdit[],
): (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[] {
  return (fixer) =>
    edits.map(({ range, text }) => fixer.replaceTextRange(range, text));
}

/**
 * The suggestion `rename`: to call something otherwise.
 *
 * @param edit `undefined` where the name is not written in the linted file
 */
export function renaming(
  name: string,
  edit: SourceEdit | undefined,
): TSESLint.SuggestionReportDescriptor<"rename">[] {
  return edit
    ? [{ messageId: "rename", data: { name }, fix: fixWith([edit]) }]
    : [];
}
