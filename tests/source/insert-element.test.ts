import type { TSESTree } from "@typescript-eslint/utils";
import { describe, expect, it } from "vitest";
import {
  dedent,
  insertElements,
  type Insertion,
} from "../../src/source/insert-element.ts";
import { removeElement } from "../../src/source/remove-element.ts";
import { applyEdits } from "./apply-edits.ts";
import { source } from "./support.ts";

/** The list of `const it = […]`, or the object. */
function literalIn(text: string): {
  range: readonly [number, number];
  elements: (readonly [number, number])[];
} {
  const statement = source(text).program
    .body[0] as TSESTree.VariableDeclaration;
  const node = statement.declarations[0].init;
  if (node?.type === "ArrayExpression") {
    return {
      range: node.range,
      elements: node.elements.flatMap((element) =>
        element ? [element.range] : [],
      ),
    };
  }
  if (node?.type === "ObjectExpression") {
    return {
      range: node.range,
      elements: node.properties.map(({ range }) => range),
    };
  }
  throw new Error(`no literal in ${text}`);
}

function inserted(text: string, ...insertions: Insertion[]): string {
  const { elements, range } = literalIn(text);
  return applyEdits(text, insertElements(text, range, elements, insertions));
}

describe("insertElements", () => {
  it.each([
    ["behind the last", 2, `["a", "b", "x"]`],
    ["between", 1, `["a", "x", "b"]`],
    ["ahead", 0, `["x", "a", "b"]`],
  ])("on one line: %s", (_, index, expected) => {
    expect(inserted(`const it = ["a", "b"];`, { index, text: `"x"` })).toBe(
      `const it = ${expected};`,
    );
  });

  it("on lines of their own, comments stay with their neighbour", () => {
    const text = `const it = [
  // On top.
  "a", // first
  "b" /* second */
];`;
    expect(
      inserted(
        text,
        { index: 0, text: `"0"` },
        { index: 1, text: `"aa"` },
        { index: 1, text: `"ab"` },
        { index: 2, text: `"c"` },
      ),
    ).toBe(`const it = [
  // On top.
  "0",
  "a", // first
  "aa",
  "ab",
  "b", /* second */
  "c"
];`);
  });

  it("into an empty literal", () => {
    expect(inserted(`  const it = [];`, { index: 0, text: `"x"` })).toBe(
      `  const it = [\n    "x",\n  ];`,
    );
    expect(
      inserted(`const it = {\r\n};`, { index: 0, text: `a: {\n  b: 1,\n}` }),
    ).toBe(`const it = {\r\n  a: {\r\n    b: 1,\r\n  },\r\n};`);
  });

  it("keeps a comment in an otherwise empty literal", () => {
    expect(
      inserted(`const it = [\n  // Nothing yet.\n];`, {
        index: 0,
        text: `"x"`,
      }),
    ).toBe(`const it = [\n  // Nothing yet.\n  "x",\n];`);
  });

  it("indents the lines of an element", () => {
    expect(
      inserted(`const it = {\n    a: 1,\n};`, {
        index: 1,
        text: "b: {\n  c: 2,\n}",
      }),
    ).toBe(`const it = {\n    a: 1,\n    b: {\n      c: 2,\n    },\n};`);
  });
});

describe("dedent", () => {
  it("takes the indent of the element's own line off the others", () => {
    const text = `const it = [\r\n    {\r\n      a: 1,\r\n    },\r\n];`;
    const range = [text.indexOf("{"), text.indexOf("}") + 1] as const;
    expect(dedent(text.slice(...range), text, range)).toBe(`{\n  a: 1,\n}`);
  });
});

describe("removeElement", () => {
  function removed(text: string, index: number): string {
    const range = literalIn(text).elements[index] ?? [0, 0];
    return applyEdits(text, [removeElement(text, range)]);
  }

  it.each([
    ["with its comma and comment", 1, `const it = [\n  1,\n  3,\n];`],
    ["the last one", 2, `const it = [\n  1,\n  2, // two\n];`],
  ])("a line: %s", (_, index, expected) => {
    expect(removed(`const it = [\n  1,\n  2, // two\n  3,\n];`, index)).toBe(
      expected,
    );
  });

  it.each([
    [0, `const it = [2, 3];`],
    [1, `const it = [1, 3];`],
    [2, `const it = [1, 2];`],
  ])("within a line: element %i", (index, expected) => {
    expect(removed(`const it = [1, 2, 3];`, index)).toBe(expected);
  });
});
