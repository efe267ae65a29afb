import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/source/evaluate.ts";
import type { StaticValue } from "../../src/source/static-value.ts";
import type { TSESTree } from "@typescript-eslint/utils";
import { walk } from "../../src/source/syntax-tree.ts";
import { source } from "./support.ts";

/** The value of the argument of the file's call of `see(…)`. */
function seen(text: string): StaticValue {
  const file = source(text);
  let argument: TSESTree.Node | undefined;
  walk(file.program, (node) => {
    if (
      node.type === "CallExpression" &&
      node.callee.type === "Identifier" &&
      node.callee.name === "see"
    ) {
      argument = node.arguments[0];
    }
    return undefined;
  });
  if (!argument) {
    throw new Error(`no see(…) in ${text}`);
  }
  return evaluate(file, argument);
}

describe("plain values", () => {
  it.each([
    ["1.5", { kind: "number", value: 1.5 }],
    ["-2", { kind: "number", value: -2 }],
    ["true", { kind: "boolean", value: true }],
    ["null", { kind: "nothing" }],
    ["undefined", { kind: "nothing" }],
    ["void 0", { kind: "nothing" }],
    ["/x/", { kind: "unknown" }],
    ["10n", { kind: "unknown" }],
    ["!0", { kind: "unknown" }],
    ["a ? 'x' : 'y'", { kind: "unknown" }],
    ["a ?? 'x'", { kind: "unknown" }],
    ["String.raw`x`", { kind: "unknown" }],
    ["await x", { kind: "unknown" }],
  ])("reads %s", (code, value) => {
    expect(seen(`see(${code})`)).toMatchObject(value);
  });

  it("knows where the value stands", () => {
    expect(seen(`see( ("ab") )`)).toEqual({
      kind: "text",
      parts: [{ kind: "literal", text: "ab", range: [7, 9], quote: '"' }],
      range: [6, 10],
    });
  });

  it("looks through type assertions", () => {
    expect(seen(`see(<any>("ab" as const)! satisfies string)`)).toMatchObject({
      kind: "text",
    });
  });

  it("knows a variable called undefined from the value", () => {
    expect(seen(`function f(undefined) { see(undefined) }`)).toMatchObject({
      kind: "unknown",
    });
  });
});

describe("texts", () => {
  it("reads a template with its interpolations", () => {
    expect(seen("see(`a${1}b`)")).toMatchObject({
      kind: "text",
      parts: [
        { kind: "literal", text: "a", range: [5, 6] },
        { kind: "value", value: { kind: "number", value: 1 } },
        { kind: "literal", text: "b", range: [10, 11] },
      ],
    });
  });

  it("reads a chain as one text", () => {
    expect(seen(`see("a" + 1 + 'b')`)).toMatchObject({
      kind: "text",
      parts: [
        { text: "a" },
        { value: { kind: "number" } },
        { text: "b", quote: "'" },
      ],
    });
  });

  it("claims no text where numbers are added first", () => {
    expect(seen(`see(1 + 2 + "a")`)).toMatchObject({ kind: "unknown" });
  });

  it("reads ten thousand operands", () => {
    const chain = seen(`see(${Array(10_000).fill('"x"').join("+")})`);
    expect(chain.kind === "text" && chain.parts.length).toBe(10_000);
  });
});

describe("names", () => {
  it("keeps names of the top level as they are", () => {
    expect(seen(`const a = 1; see(a)`)).toMatchObject({
      kind: "reference",
      name: "a",
    });
  });

  it("reads a local constant where it is used", () => {
    expect(seen(`() => { const a = 1; see(a) }`)).toMatchObject({
      kind: "number",
    });
  });

  it.each([
    ["a parameter", `(a) => { see(a) }`],
    ["a local that changes", `() => { let a = 1; a = 2; see(a) }`],
    ["a local that is counted up", `() => { let a = 1; a++; see(a) }`],
    ["a local taken apart", `() => { const { a } = { a: 1 }; see(a) }`],
    ["a local without a value", `() => { let a; see(a) }`],
    ["what a loop goes through", `for (const a of [1]) { see(a) }`],
    ["what was caught", `try {} catch (a) { see(a) }`],
    ["a global", `see(a)`],
    [
      "a local enum, with one of its name outside",
      `enum a { x } () => { enum a { y } see(a) }`,
    ],
    [
      "a local class, with one of its name outside",
      `class a {} () => { class a {} see(a) }`,
    ],
    ["a namespace's", `namespace a {} see(a)`],
  ])("does not know %s", (_what, code) => {
    expect(seen(code)).toMatchObject({ kind: "unknown", name: "a" });
  });

  it("names what is imported", () => {
    expect(seen(`import { a as b } from "./m"; see(b)`)).toMatchObject({
      kind: "import",
      specifier: "./m",
      imported: "a",
      local: "b",
    });
  });

  it("ends on a local constant that refers to itself", () => {
    expect(seen(`() => { const a = () => a; see(a) }`)).toMatchObject({
      kind: "function",
      result: { kind: "unknown", name: "a" },
    });
  });

  it("reads locals that use each other twice once each", () => {
    const names = Array.from({ length: 60 }, (_, i) => i + 1);
    const text = names
      .map(
        (i) => `const a${String(i)} = [a${String(i - 1)}, a${String(i - 1)}];`,
      )
      .join("");
    const value = seen(`() => { const a0 = "x"; ${text} see(a15) }`);
    const [one, two] = value.kind === "array" ? value.elements : [];
    expect(one?.value).toBeDefined();
    expect(one?.value).toBe(two?.value);
    expect(seen(`() => { const a0 = "x"; ${text} see(a60) }`).kind).toBe(
      "array",
    );
  });
});

describe("objects and lists", () => {
  it("reads keys alike, however they are spelled", () => {
    const value = seen(`see({ a: 1, "a": 1, ["a"]: 1, [\`a\`]: 1 })`);
    expect(
      value.kind === "object" &&
        value.members.map(
          (member) =>
            member.kind === "property" &&
            member.key.kind === "text" &&
            member.key.parts[0]?.kind === "literal" &&
            member.key.parts[0].text,
        ),
    ).toEqual(["a", "a", "a", "a"]);
  });

  it("does not know what a getter gives", () => {
    expect(seen(`see({ get a() { return 1 } })`)).toMatchObject({
      members: [{ kind: "property", value: { kind: "unknown" } }],
    });
  });

  it("keeps the place of a hole", () => {
    expect(seen(`see([1, , 2])`)).toMatchObject({
      elements: [
        { value: { kind: "number" } },
        { value: { kind: "nothing" } },
        { value: { kind: "number" } },
      ],
    });
  });

  it.each([
    ["a key that is set", "t.b = 2"],
    ["a key of a key", "t.b.c += 2"],
    ["a deleted key", "delete t.b"],
    ["a list in it that grows", "t.b.push(1)"],
    ["a key assigned from elsewhere", "Object.assign(t.b, x)"],
  ])("does not know %s of a local object, but the others", (_what, change) => {
    const value = seen(
      `() => { const t = { a: 1, b: [] }; ${change}; see(t) }`,
    );
    expect(value).toMatchObject({
      members: [
        { value: { kind: "number" } },
        {},
        {
          kind: "property",
          key: { parts: [{ text: "b" }] },
          value: { kind: "unknown" },
        },
      ],
    });
  });

  it.each([
    "Object.assign(t, x)",
    "t[k] = 1",
    "Object.defineProperty(t, k, d)",
  ])("lets a local object hold anything after %s", (change) => {
    expect(
      seen(`() => { const t = { a: 1 }; ${change}; see(t) }`),
    ).toMatchObject({
      members: [{}, { kind: "spread", value: { kind: "unknown" } }],
    });
  });

  it.each(["t.push(2)", "t[1] = 2", "t.length = 0", "t.sort()"])(
    "lets a local list hold more after %s",
    (change) => {
      expect(seen(`() => { const t = [1]; ${change}; see(t) }`)).toMatchObject({
        elements: [{}, { spread: true, value: { kind: "unknown" } }],
      });
    },
  );

  it.each([
    "t.b == 2",
    "t.b === 2",
    "x = t.b",
    "t.map(push)",
    "y.t = 2",
    "x.push(t)",
    "Object.keys(t)",
  ])("knows that %s changes nothing", (code) => {
    const value = seen(`() => { const t = { a: 1 }; ${code}; see(t) }`);
    expect(value.kind === "object" && value.members.length).toBe(1);
  });
});

describe("calls and functions", () => {
  it("reads a call with its callee and arguments", () => {
    expect(seen(`see(z.object({}).describe("x"))`)).toMatchObject({
      kind: "call",
      callee: {
        kind: "member",
        name: "describe",
        object: { kind: "call", callee: { name: "object" } },
      },
      args: [{ spread: false, value: { kind: "text" } }],
    });
  });

  it("looks through what compilers write around a callee", () => {
    expect(seen(`see((0, a.b)("x"))`)).toMatchObject({
      kind: "call",
      callee: { kind: "member", name: "b" },
    });
  });

  it("looks through optional chains", () => {
    expect(seen(`see(a?.b?.("x"))`)).toMatchObject({ kind: "call" });
  });

  it("knows what an arrow function of one expression answers", () => {
    expect(seen(`see(() => "x")`)).toMatchObject({ result: { kind: "text" } });
    expect(seen(`see((p) => "x")`)).toMatchObject({ result: undefined });
    expect(seen(`see(() => { return "x" })`)).toMatchObject({
      result: undefined,
    });
  });

  it("ends on code nested ten thousand deep", () => {
    expect(seen(`see(a${".b".repeat(10_000)})`).kind).toBe("member");
  });
});
