import { RuleTester as RuleTester10, type Linter, type Rule } from "eslint";
import { RuleTester as RuleTester9 } from "eslint-v9";
import json from "@eslint/json";
import typescriptParser from "@typescript-eslint/parser";
import { afterAll, describe, it } from "vitest";
import type { RuleModule } from "../src/create-rule.ts";

/** Which ESLint the tests run on: vitest.config.ts runs them on both. */
export const eslintMajor = process.env["ESLINT_MAJOR"] ?? "10";

const RuleTester =
  eslintMajor === "9"
    ? (RuleTester9 as unknown as typeof RuleTester10)
    : RuleTester10;

Object.assign(RuleTester, { afterAll, describe, it, itOnly: it.only });

export interface ValidCase {
  readonly name?: string;
  readonly code: string;
  readonly filename?: string;
  readonly options?: readonly [object];
  readonly settings?: Readonly<Record<string, unknown>>;
  /** `js` uses ESLint's own parser, `json` the language of @eslint/json. */
  readonly language?: "ts" | "js" | "json";
}

export interface Suggestion {
  readonly messageId: string;
  readonly data?: Readonly<Record<string, string | number>>;
  readonly output: string;
}

export interface InvalidCase extends ValidCase {
  /** The code after one pass of `--fix`; `null` when nothing is fixed. */
  readonly output: string | null;
  readonly errors: readonly {
    readonly messageId: string;
    readonly data: Readonly<Record<string, string | number>>;
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
    readonly suggestions?: readonly Suggestion[];
  }[];
}

/** Runs a rule's cases with TypeScript's parser, or ESLint's for `js`. */
export function testRule(
  name: string,
  rule: RuleModule,
  cases: {
    readonly valid: readonly (string | ValidCase)[];
    readonly invalid: readonly InvalidCase[];
  },
): void {
  const tester = new RuleTester();
  tester.run(
    name,
    rule as unknown as Rule.RuleModule,
    {
      ...(eslintMajor === "10"
        ? {
            assertionOptions: {
              requireMessage: "messageId",
              requireLocation: true,
              requireData: true,
            },
          }
        : {}),
      valid: cases.valid.map((valid) =>
        prepare(typeof valid === "string" ? { code: valid } : valid),
      ),
      invalid: cases.invalid.map(prepare),
    } as Parameters<RuleTester10["run"]>[2],
  );
}

function prepare({ language = "ts", ...test }: ValidCase): object {
  if (language === "json") {
    return { ...test, plugins: { json }, language: "json/json" };
  }
  const languageOptions: Linter.LanguageOptions =
    language === "ts" ? { parser: typescriptParser } : {};
  return {
    filename: language === "ts" ? "file.ts" : "file.js",
    ...test,
    languageOptions,
  };
}
