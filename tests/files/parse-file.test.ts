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

it("does not read what is nested so deeply that the parser would crash", () => {
  const nested = (depth: number): string =>
    `// a line\n${"function f() {\n".repeat(depth)}${"}".repeat(depth)}`;
  expect(parseFile("a.ts", nested(900)).status).toBe("parsed");
  expect(parseFile("a.ts", nested(100_000))).toEqual({
    status: "not-parsed",
    reason: "it is nested too deeply",
    line: 1002,
    conflict: false,
  });
});

it("reads many brackets that are not nested, however long the file", () => {
  const text = "f({ a: [1, 2] }); // :) :)\n".repeat(5000);
  expect(parseFile("a.ts", text).status).toBe("parsed");
});
