import fc from "fast-check";
import type { TSESTree } from "@typescript-eslint/utils";
import { describe, expect, it } from "vitest";
import { insertProperty } from "../../src/source/insert-property.ts";
import { walk } from "../../src/source/syntax-tree.ts";
import { source } from "./support.ts";

/** Inserts `z: 0` into the first object of a file. */
function inserted(text: string, after: readonly string[] = []): string {
  const file = source(text);
  let object: TSESTree.ObjectExpression | undefined;
  walk(file.program, (node) => {
    if (node.type === "ObjectExpression") {
      object ??= node;
    }
    return undefined;
  });
  const edit = object && insertProperty(file, object.range, "z: 0", after);
  if (!edit) {
    throw new Error("nothing was inserted");
  }
  const [start, end] = edit.range;
  const result = text.slice(0, start) + edit.text + text.slice(end);
  source(result);
  return result;
}

describe("an object on one line", () => {
  it.each([
    ["f({})", "f({ z: 0 })"],
    ["f({ })", "f({ z: 0 })"],
    ["f({\n})", "f({ z: 0 })"],
    ["f({ /* c */ })", "f({ z: 0  /* c */ })"],
    ["f({ // c\n})", "f({ z: 0  // c\n})"],
    ["f({ a: 1 })", "f({ a: 1, z: 0 })"],
    ["f({ a: 1, })", "f({ a: 1, z: 0, })"],
    ["f({ a: (1) })", "f({ a: (1), z: 0 })"],
    ["f({ a: 1, // c\n})", "f({ a: 1, z: 0, // c\n})"],
    ["f({ ...a })", "f({ ...a, z: 0 })"],
    ["f({ a() {} })", "f({ a() {}, z: 0 })"],
  ])("%j", (before, after) => {
    expect(inserted(before)).toBe(after);
  });

  it("puts it behind the wanted key", () => {
    expect(inserted("f({ a: 1, b: 2 })", ["a"])).toBe(
      "f({ a: 1, z: 0, b: 2 })",
    );
    expect(inserted("f({ 'a': 1, b: 2 })", ["x", "a"])).toBe(
      "f({ 'a': 1, z: 0, b: 2 })",
    );
  });
});

describe("an object that has a property of that name", () => {
  it.each([
    ["f({ a: 1, z: undefined, b: 2 })", "f({ a: 1, z: 0, b: 2 })"],
    ["f({ 'z': null /* c */ })", "f({ z: 0 /* c */ })"],
    [
      "f({\n  z: undefined, // c\n  a: 1,\n})",
      "f({\n  z: 0, // c\n  a: 1,\n})",
    ],
    ["f({ z })", "f({ z: 0 })"],
  ])("%j", (before, after) => {
    expect(inserted(before, ["a"])).toBe(after);
  });
});

it("keeps a property with a comment in it", () => {
  expect(() => inserted("f({ z: { /* c */ } })")).toThrow(
    "nothing was inserted",
  );
});

describe("an object on several lines", () => {
  it.each([
    ["f({\n  a: 1,\n})", "f({\n  a: 1,\n  z: 0,\n})"],
    ["f({\n  a: 1\n})", "f({\n  a: 1,\n  z: 0\n})"],
    ["f({\r\n\ta: 1,\r\n})", "f({\r\n\ta: 1,\r\n\tz: 0,\r\n})"],
    ["f({\n  a: 1, // c\n})", "f({\n  a: 1, // c\n  z: 0,\n})"],
    ["f({\n  a: 1, /* c */\n})", "f({\n  a: 1, /* c */\n  z: 0,\n})"],
    ["f({\n  a: 1 // c\n})", "f({\n  a: 1, // c\n  z: 0\n})"],
    ["f({\r\n  a: 1 // c\r\n})", "f({\r\n  a: 1, // c\r\n  z: 0\r\n})"],
    ["f({\n  a: 1 // c\n  ,\n})", "f({\n  a: 1, // c\n  z: 0\n  ,\n})"],
    ["f({\n  a: 1, /* c\n  d */\n})", "f({\n  a: 1,\n  z: 0, /* c\n  d */\n})"],
    ["f({\n  a: 1, /* c */ b: 2,\n})", "f({\n  a: 1, /* c */ b: 2, z: 0,\n})"],
    [
      "f({\n  a: {\n    b: 1,\n  },\n})",
      "f({\n  a: {\n    b: 1,\n  },\n  z: 0,\n})",
    ],
    ["f({ a: 1,\n  b: 2 })", "f({ a: 1,\n  b: 2,\n  z: 0 })"],
    ["f({\n  a: 1\n  , b: 2\n})", "f({\n  a: 1\n  , b: 2, z: 0\n})"],
  ])("%j", (before, after) => {
    expect(inserted(before)).toBe(after);
  });

  it("takes the line ends of the object, not those of the file", () => {
    expect(inserted("x;\r\nf({\n  a: 1,\n})")).toBe(
      "x;\r\nf({\n  a: 1,\n  z: 0,\n})",
    );
  });
});

it("indents a property of several lines, or puts it on one", () => {
  const property = "z: {\n  b: 1,\n  c: 2,\n}";
  const insert = (text: string): string => {
    const start = text.indexOf("{");
    const end = text.lastIndexOf("}") + 1;
    const edit = insertProperty(source(text), [start, end], property, []);
    return edit
      ? text.slice(0, edit.range[0]) + edit.text + text.slice(edit.range[1])
      : "";
  };
  expect(insert("f({\n    a: 1,\n  })")).toBe(
    "f({\n    a: 1,\n    z: {\n      b: 1,\n      c: 2,\n    },\n  })",
  );
  expect(insert("f({ a: 1 })")).toBe("f({ a: 1, z: { b: 1, c: 2 } })");
  expect(insert("f({})")).toBe("f({ z: { b: 1, c: 2 } })");
});

it("finds no object where none stands", () => {
  expect(insertProperty(source("f([1])"), [2, 5], "z: 0", [])).toBeUndefined();
  expect(insertProperty(source("f({})"), [2, 3], "z: 0", [])).toBeUndefined();
});

it("adds one property and parses, whatever the object looks like", () => {
  const gap = fc.constantFrom(
    "",
    " ",
    "\n",
    "\r\n\t",
    " // c\n",
    " /* c */ ",
    "/* c\n*/\n  ",
  );
  const property = fc.constantFrom(
    "a: 1",
    "'b': (2)",
    "...c",
    "d",
    "e() {}",
    "[f]: { g: 1 }",
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(gap, property, gap), { maxLength: 3 }),
      gap,
      fc.boolean(),
      (members, end, trailing) => {
        const body = members.map((member) => member.join("")).join(",");
        const comma = trailing && members.length > 0 ? "," : "";
        const after = source(inserted(`f({${body}${comma}${end}});`));
        const [statement] = after.program.body;
        const call =
          statement?.type === "ExpressionStatement" && statement.expression;
        const object =
          call && call.type === "CallExpression" && call.arguments[0];
        expect(
          object &&
            object.type === "ObjectExpression" &&
            object.properties.length,
        ).toBe(members.length + 1);
      },
    ),
    { numRuns: 500 },
  );
});
