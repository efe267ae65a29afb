import { describe, expect, it } from "vitest";
import {
  findBinding,
  keepsItsValue,
  type Binding,
} from "../../src/source/bindings.ts";
import { source } from "./support.ts";

/** What `x` stands for at the last `x` of a file. */
function lastX(text: string): Binding | undefined {
  const file = source(text);
  return findBinding(file, "x", text.lastIndexOf("x"));
}

describe("what a name stands for", () => {
  it.each([
    [
      "a constant",
      "const x = 1; x",
      { kind: "variable", constant: true, topLevel: true },
    ],
    [
      "an exported constant",
      "export const x = 1; x",
      { kind: "variable", topLevel: true },
    ],
    ["a variable", "let x = 1; x", { kind: "variable", constant: false }],
    ["a constant further down", "const f = () => x", undefined],
    ["a local", "{ const x = 1; x }", { kind: "variable", topLevel: false }],
    [
      "a local over a constant",
      "const x = 1; { let x = 2; x }",
      { kind: "variable", constant: false },
    ],
    [
      "a constant behind a block",
      "const x = 1; { let x = 2; } x",
      { kind: "variable", constant: true },
    ],
    [
      "a var hoisted out of a block",
      "function f() { if (y) { var x = 1; } x }",
      { kind: "variable", topLevel: false },
    ],
    [
      "a var hoisted to the top",
      "if (y) { for (;;) { var x = 1; } } x",
      { kind: "variable", topLevel: true },
    ],
    [
      "a var hoisted over a constant",
      "const x = 1; () => { try {} finally { var x; } x }",
      { kind: "variable", constant: false },
    ],
    [
      "no var of an inner function",
      "function f() { function g() { var x = 1; } x }",
      undefined,
    ],
    [
      "a var that is declared twice",
      "var x = 1; var x = 2; x",
      { kind: "other" },
    ],
    ["a function", "function x() {} x", { kind: "function" }],
    [
      "a function expression's own name",
      "const x = 1; (function x() { x })",
      { kind: "function" },
    ],
    ["a class", "class x {} x", { kind: "class" }],
    [
      "a class expression's own name",
      "const x = 1; (class x { static y = x })",
      { kind: "other" },
    ],
    [
      "a parameter",
      "const x = 1; (y, x) => x",
      { kind: "parameter", index: 1 },
    ],
    [
      "a parameter taken apart",
      "const x = 1; ({ a: [, x = 2] }) => x",
      { kind: "parameter", index: 0 },
    ],
    [
      "the rest of the parameters",
      "(y, ...x) => x",
      { kind: "parameter", index: 1 },
    ],
    [
      "a constructor's property",
      "class C { constructor(private x: string) { x } }",
      { kind: "parameter" },
    ],
    [
      "a constant taken apart",
      "const { a: { x } } = y; x",
      { kind: "variable" },
    ],
    ["the rest of an object", "const { a, ...x } = y; x", { kind: "variable" }],
    [
      "an element of a loop",
      "for (const x of list) { x }",
      { kind: "element", list: { name: "list" } },
    ],
    [
      "a part of an element",
      "for (const { x } of list) { x }",
      { kind: "element" },
    ],
    ["a key of a loop", "for (const x in list) { x }", { kind: "other" }],
    ["a counter", "for (let x = 1; ; ) { x }", { kind: "variable" }],
    ["what was caught", "try {} catch ({ x }) { x }", { kind: "caught" }],
    [
      "a local of a switch",
      "switch (y) { case 1: const x = 1; default: x }",
      { kind: "variable", topLevel: false },
    ],
    [
      "a local of a static block",
      "class C { static { const x = 1; x } }",
      { kind: "variable", topLevel: false },
    ],
    [
      "a local of a namespace",
      "const x = 1; namespace N { const x = 2; x }",
      { kind: "variable", topLevel: false },
    ],
    ["a namespace", "namespace x {} x", { kind: "other" }],
    [
      "a function with a namespace",
      "function x() {} namespace x {} x",
      { kind: "function" },
    ],
    ["an enum", "enum x { a } x", { kind: "enum" }],
    [
      "an enum in two parts",
      "enum x { a } enum x { b = 1 } x",
      { kind: "other" },
    ],
    [
      "a member in an enum",
      "const x = 1; enum E { x, y = x }",
      { kind: "other" },
    ],
    [
      "an import",
      `import { y as x } from "m"; x`,
      { kind: "import", specifier: "m", imported: "y" },
    ],
    [
      "an import by a string",
      `import { "a b" as x } from "m"; x`,
      { imported: "a b" },
    ],
    ["a default import", `import x from "m"; x`, { imported: "default" }],
    ["a namespace import", `import * as x from "m"; x`, { imported: "*" }],
    [
      "an import of CommonJS",
      `import x = require("m"); x`,
      { kind: "import", specifier: "m", imported: "*" },
    ],
    ["an alias", `import x = N.y; x`, { kind: "other" }],
    ["a global", "x", undefined],
  ])("finds %s", (_what, text, expected) => {
    const found = lastX(text);
    if (expected) {
      expect(found).toMatchObject(expected);
    } else {
      expect(found).toBeUndefined();
    }
  });

  it("finds a constant that is declared behind its use", () => {
    const file = source("const f = () => x; const x = 1;");
    expect(findBinding(file, "x", 16)).toMatchObject({ kind: "variable" });
  });
});

describe("whether a variable keeps its value", () => {
  it.each([
    ["const x = 1;", true],
    ["let x = 1;", true],
    ["let x = 1; x.y = 2;", true],
    ["let x = 1; y = x;", true],
    ["let x = 1; x = 2;", false],
    ["let x = 1; x += 2;", false],
    ["let x = 1; x--;", false],
    ["let x = 1; [x] = y;", false],
    ["let x = 1; ({ y: x = 2 } = z);", false],
    ["let x = 1; ({ ...x } = z);", false],
    ["let x = 1; for (x of y) {}", false],
    ["let x = 1; for (x in y) {}", false],
    ["let x = 1; () => { x = 2; };", false],
    ["let x = 1; (x as any) = 2;", false],
    ["let x = 1; ++x;", false],
    ["let x = 1; x /* now */ = 2;", false],
    ["let x = 1; x.y(); x(); z = { x: 2 }; x = 2;", false],
    ["let x = 1; xy = 2; y$x = 2; éx = 2;", true],
    ["let x = 1; a.x = 2; ({ x: y } = z); // x = 2", true],
    ["let x = 1; x.y = 'x = 2'; y[x] = 2;", true],
  ])("%s %s", (text, expected) => {
    const file = source(text);
    const binding = findBinding(file, "x", 0);
    expect(
      binding?.kind === "variable" && keepsItsValue(file, binding, "x"),
    ).toBe(expected);
  });

  it("is the same for each of many", () => {
    const names = Array.from(
      { length: 40 },
      (_name, index) => `x${String(index)}`,
    );
    const file = source(
      names
        .map((name, index) => `let ${name}; ${index % 3 ? name : "y"} = 1;`)
        .join("\n"),
    );
    const kept = names.filter((name) => {
      const binding = findBinding(file, name, 0);
      return binding?.kind === "variable" && keepsItsValue(file, binding, name);
    });
    expect(kept).toEqual(names.filter((_name, index) => index % 3 === 0));
  });
});
