import { expect, it } from "vitest";
import { parseFile } from "../../src/files/parse-file.ts";

it.each([
  ["a.ts", "const a: string = <any>b;"],
  ["a.mts", "const a: string = b;"],
  ["a.cts", "import a = require('a');"],
  ["a.tsx", "const a: JSX = <A />;"],
  ["a.jsx", "const a = <A />;"],
  ["a.js", "const a = <A />;"],
  ["a.mjs", "export const a = await b;"],
  ["a.cjs", "if (a) return; with (b) {}"],
  ["a.js", "return '\\01';"],
])("reads %s: %s", (name, text) => {
  expect(parseFile(name, text).status).toBe("parsed");
});

it.each([
  ["a.ts", "const a = <A />;"],
  ["a.mjs", "return;"],
  ["a.js", "const a: string = b;"],
])("does not read %s: %s", (name, text) => {
  expect(parseFile(name, text).status).toBe("not-parsed");
});
