import { expect, it } from "vitest";
import {
  endsInComma,
  endsInSemicolon,
  indentStep,
  usualQuote,
} from "../../src/source/file-style.ts";

it.each([
  { text: "f({\n\ta: 1,\n\t\tb\n});", step: "\t" },
  { text: "f({\n    a: 1,\n});", step: "    " },
  { text: "/*\n * About.\n */\nf({\n  a: 1,\n});", step: "  " },
  { text: "f({\r\n    a: 1,\r\n});", step: "    " },
  { text: "f();\n\n   \ng();", step: "  " },
])("a step of indentation in $text", ({ text, step }) => {
  expect(indentStep(text)).toBe(step);
});

it.each([
  { text: `import a from 'a';\nconst b = "b";`, quote: "'" },
  { text: `import {\n  a,\n} from "a";\nconst b = 'b';`, quote: '"' },
  { text: "const b = 'b';", quote: '"' },
])("the quotes of $text", ({ text, quote }) => {
  expect(usualQuote(text)).toBe(quote);
});

it.each([
  { literal: "{\n  a: 1,\n}", comma: true },
  { literal: "{\r\n  a: 1\r\n}", comma: false },
  { literal: "{ a: 1 }", comma: undefined },
])("the end of $literal", ({ literal, comma }) => {
  expect(endsInComma(literal)).toBe(comma);
});

it.each([
  { text: "f();\ng();\n", semicolon: true },
  { text: "f();\r\n", semicolon: true },
  { text: "for (let i = 0; i < 2; i++) {\n  f()\n}\n", semicolon: false },
])("statements in $text", ({ text, semicolon }) => {
  expect(endsInSemicolon(text)).toBe(semicolon);
});
