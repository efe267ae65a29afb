import { describe, expect, it } from "vitest";
import { knownPrefix, readText } from "../../src/source/static-text.ts";
import { located, noImports, project, source, textIn } from "./support.ts";

function text(code: string): string {
  return textIn(source(code)).text.replaceAll("\uFFFC", "?");
}

/** Reads `it` of `main`, which may import from the others. */
function textOf(files: Readonly<Record<string, string>>): string | undefined {
  const { lookup, module } = project(files);
  return readText(located(module("main")), lookup)?.text.replaceAll(
    "\uFFFC",
    "?",
  );
}

describe("texts", () => {
  it.each([
    [`const it = "a"`, "a"],
    ["const it = `a`", "a"],
    ["const it = ``", ""],
    ["const it = `a\r\nb`", "a\nb"],
    [`const it = "a" + 'b' + \`c\``, "abc"],
    ["const it = `a${1}${true}${'b'}`", "a1trueb"],
    ["const it = `a${x}b`", "a?b"],
    [`const it = "a" + x()`, "a?"],
    [`const it = "a" + null`, "a?"],
    [`const a = "x"; const it = a;`, "x"],
    [`const a = "x"; const it = a + "y" + a;`, "xyx"],
    [`const A = { b: { c: "x" } } as const; const it = A.b["c"];`, "x"],
    [`enum E { A = "x" } const it = \`\${E.A}!\`;`, "x!"],
    [`let a = "x"; a = "y"; const it = "-" + a;`, "-?"],
    ["const it = `\n a\n `.trim()", "a"],
    [`const a = " x "; const it = a.trim().trim();`, "x"],
    [`const it = ["a", 'b'].join(" ")`, "a b"],
    [`const it = ["a", "b"].join()`, "a,b"],
    [`const it = ["a", "b"].join("")`, "ab"],
    [`const it = ["a", "b"].join("-" + "-")`, "a--b"],
    [`const s = "/"; const it = ["a", "b"].join(s)`, "a/b"],
    [`const it = ["a", null, , "b"].join("-")`, "a---b"],
    [`const a = ["b"]; const it = ["a", ...a, x].join(" ")`, "a b ?"],
    [`const it = ["a", ...x].join(" ")`, "?"],
    [`const it = ["a", "b"].join("-" + x)`, "?"],
    [`const a = ["b"]; a.push("c"); const it = a.join(" ")`, "?"],
    [`const it = "a" + ["b"].join(" ") + "c"`, "abc"],
  ])("%s", (code, expected) => {
    expect(text(code)).toBe(expected);
  });

  it.each([
    "1",
    "x",
    "x()",
    "[]",
    "{}",
    "null",
    "1 + 2",
    "x.trim()",
    "() => 'a'",
  ])("claims no text of %s", (code) => {
    const { module } = project({ main: `const it = (${code});` });
    const value = module("main").binding("it");
    expect(
      value && readText({ value, module: module("main") }, noImports),
    ).toBeUndefined();
  });

  it("says whether all of it is known", () => {
    expect(textIn(source("const it = `a${1}`")).complete).toBe(true);
    expect(textIn(source("const it = `a${x}`")).complete).toBe(false);
    expect(textIn(source(`const it = "\uFFFC"`)).complete).toBe(true);
  });

  it("knows the start of a text up to what is unknown", () => {
    expect(knownPrefix(textIn(source("const it = `ab${x}c`")))).toBe("ab");
    expect(knownPrefix(textIn(source(`const it = "ab"`)))).toBe("ab");
    expect(knownPrefix(textIn(source(`const it = "a\uFFFCb"`)))).toBe(
      "a\uFFFCb",
    );
  });

  it("knows where each part stands", () => {
    const { segments } = textIn(source("const it = 'ab' + `c${1}d`;"));
    expect(
      segments.map(({ end, quote, range, start }) => [
        start,
        end,
        ...range,
        quote,
      ]),
    ).toEqual([
      [0, 2, 12, 14, "'"],
      [2, 3, 19, 20, "`"],
      [4, 5, 24, 25, "`"],
    ]);
  });
});

describe("texts of other modules", () => {
  it("follows an imported constant", () => {
    expect(
      textOf({
        main: `import { noun } from "./b"; const it = "a " + noun;`,
        b: `const n = "list"; export { n as noun };`,
      }),
    ).toBe("a list");
  });

  it("leaves what can't be looked up unknown", () => {
    expect(
      textOf({ main: `import { noun } from "b"; const it = "a " + noun;` }),
    ).toBe("a ?");
  });

  it("joins a list of names where they stand", () => {
    expect(
      textOf({
        main: `import { words } from "./b"; const it = words.join(" ");`,
        b: `const x = "b"; export const words = ["a", x];`,
      }),
    ).toBe("a b");
  });
});

describe("texts that never end", () => {
  it.each([
    [`const it = "a" + it;`, "a?"],
    ["const it = `a${it}${it}`;", "a??"],
    [`const it = ["a", it].join(" ") + "b";`, "a ?b"],
    [`const it = [it.trim(), ...it].join(it) + "b"`, "?b"],
  ])("%s", (code, expected) => {
    expect(text(code)).toBe(expected);
  });

  it("ends on a text that trims itself", () => {
    const { module } = project({ main: "const it = it.trim();" });
    expect(readText(located(module("main")), noImports)).toBeUndefined();
  });

  it("ends on modules that import from each other", () => {
    expect(
      textOf({
        main: `import { a } from "./b"; export const it = "x" + a;`,
        b: `import { it } from "./main"; export const a = "y" + it;`,
      }),
    ).toBe("xy?");
  });

  it("gives up on a text of more parts than anybody writes", () => {
    const names = Array.from({ length: 30 }, (_, i) => i + 1);
    const doubled = names.map(
      (i) =>
        `const a${String(i)} = a${String(i - 1)} + "" + a${String(i - 1)};`,
    );
    const result = textIn(
      source(`const a0 = "x"; ${doubled.join("")} const it = a30;`),
    );
    expect(result.complete).toBe(false);
    expect(result.text.length).toBeLessThan(100_000);
  });

  it("gives up on ten thousand constants made of one another", () => {
    const names = Array.from({ length: 10_000 }, (_, i) => i + 1);
    const chain = names.map(
      (i) => `const a${String(i)} = "x" + a${String(i - 1)};`,
    );
    const file = source(`const a0 = "x"; ${chain.join("")} const it = a10000;`);
    expect(textIn(file).complete).toBe(false);
  });

  it("reads ten thousand operands", () => {
    const chain = Array(10_000).fill('"x"').join("+");
    expect(textIn(source(`const it = ${chain};`))).toMatchObject({
      complete: true,
      text: "x".repeat(10_000),
    });
  });
});
