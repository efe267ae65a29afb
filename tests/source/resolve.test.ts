import { describe, expect, it } from "vitest";
import {
  elementsOf,
  entriesOf,
  findMember,
  resolve,
} from "../../src/source/resolve.ts";
import type {
  ArrayValue,
  Located,
  ObjectValue,
  StaticValue,
} from "../../src/source/static-value.ts";
import { located, project } from "./support.ts";

type Files = Readonly<Record<string, string>>;

/** What `it` of `main` stands for. */
function value(files: Files | string): StaticValue {
  return asked(files).found.value;
}

function asked(files: Files | string) {
  const all = typeof files === "string" ? { main: files } : files;
  const made = project(all);
  return { ...made, found: resolve(located(made.module("main")), made.lookup) };
}

function object(files: Files | string): {
  found: Located<ObjectValue>;
  lookup: ReturnType<typeof asked>["lookup"];
} {
  const { found, lookup } = asked(files);
  expect(found.value.kind).toBe("object");
  return { found: found as Located<ObjectValue>, lookup };
}

function number(files: Files | string): number | string {
  const found = value(files);
  return found.kind === "number" ? found.value : found.kind;
}

/** `a` of `it`: its number, or `absent` or `unknown`. */
function a(files: Files | string): number | string {
  const { found, lookup } = object(files);
  const member = findMember(found, "a", lookup);
  if (member.kind !== "known") {
    return member.kind;
  }
  const { value } = resolve(member.located, lookup);
  return value.kind === "number" ? value.value : `known ${value.kind}`;
}

function entries(files: Files | string): string {
  const { found, lookup } = object(files);
  const all = entriesOf(found, lookup);
  const listed = all.entries.map(({ key, located: entry }) => {
    const { value } = resolve(entry, lookup);
    return `${key ?? "?"}=${value.kind === "number" ? String(value.value) : value.kind}`;
  });
  return [...listed, ...(all.open ? ["…"] : [])].join(" ");
}

function elements(files: Files | string): string {
  const { found, lookup } = asked(files);
  expect(found.value.kind).toBe("array");
  const all = elementsOf(found as Located<ArrayValue>, lookup);
  const listed = all.elements.map(({ value }) =>
    value.kind === "number" ? String(value.value) : value.kind,
  );
  return [...listed, ...(all.open ? ["…"] : [])].join(" ");
}

describe("following names", () => {
  it.each([
    [`const b = 1; const it = b;`, 1],
    [`const b = { c: { d: 1 } }; const it = b.c.d;`, 1],
    [`const b = { c: 1 }; const { c: it } = b;`, 1],
    [`const k = "c"; const b = { [k]: 1 }; const it = b["c"];`, 1],
    ["const k = 'c'; const b = { cd: 1 }; const it = b[`${k}d`];", 1],
    [`const b = Object.freeze({ c: 1 }); const it = b.c;`, 1],
    [`enum E { A, B = 5, C } const it = E.C;`, 6],
    [`enum E { A, B } const it = E.B;`, 1],
    [`enum E { A = x(), B } const it = E.B;`, "unknown"],
    [`const b = { c: 1 }; b.c = 2; const it = b.c;`, "unknown"],
    [`const b = { c: 1 }; const it = b.d;`, "member"],
    [`const b = { ...x, c: 1 }; const it = b.c;`, 1],
    [`const b = { c: 1, ...x }; const it = b.c;`, "member"],
    [`const it = x.y;`, "member"],
    [`function b() {} const it = b;`, "function"],
    [`class B {} const it = B;`, "class"],
  ])("%s", (code, expected) => {
    expect(number(code)).toBe(expected);
  });

  const importers: readonly (readonly [string, Files])[] = [
    ["an export", { b: "export const c = 1;" }],
    ["an export under another name", { b: "const d = 1; export { d as c };" }],
    [
      "a re-export",
      { b: `export { d as c } from "./e";`, e: "export const d = 1;" },
    ],
    [
      "an import that is exported",
      {
        b: `import { d } from "./e"; export { d as c };`,
        e: "export const d = 1;",
      },
    ],
    [
      "export *",
      {
        b: `export * from "./x"; export * from "./e";`,
        e: "export const c = 1;",
      },
    ],
    [
      "an export before export *",
      {
        b: `export * from "./e"; export const c = 1;`,
        e: "export const c = 2;",
      },
    ],
    ["CommonJS", { b: "exports.c = void 0; exports.c = 1;" }],
    ["module.exports.c", { b: "module.exports.c = 1;" }],
    ["module.exports", { b: "const c = 1; module.exports = { c };" }],
    [
      "exports that read each other",
      { b: "exports.d = 1; exports.c = exports.d;" },
    ],
  ];
  it.each(importers)("follows %s", (_what, files) => {
    expect(
      number({ main: `import { c } from "./b"; const it = c;`, ...files }),
    ).toBe(1);
  });

  it.each([
    [`import * as b from "./b"; const it = b.c;`],
    [`const b = require("./b"); const it = b.c;`],
    [`const { c: it } = require("./b");`],
    [`const b = __importStar(require("./b")); const it = b.c;`],
    [`const b = tslib_1.__importStar(require("./b")); const it = b.c;`],
    [`import b = require("./b"); const it = b.c;`],
    [`import { n } from "./n"; const it = n.c;`],
  ])("%s", (main) => {
    expect(
      number({
        main,
        b: "export const c = 1;",
        n: `export * as n from "./b";`,
      }),
    ).toBe(1);
  });

  it.each([
    ["export default 1;", 1],
    ["const c = 1; export default c;", 1],
    ["const c = 1; export { c as default };", 1],
    ["export default { c: 1 } satisfies object;", "object"],
    ["export default function c() {}", "function"],
    ["exports.default = 1;", 1],
    ["module.exports = 1;", 1],
    [`export * from "./e";`, "import"],
  ])("follows the default of %s", (b, expected) => {
    expect(
      number({
        main: `import c from "./b"; const it = c;`,
        b,
        e: "export default 1;",
      }),
    ).toBe(expected);
  });

  it("says in which module the value stands", () => {
    const { found } = asked({
      main: `import { c } from "./b"; const it = c;`,
      b: "export const c = 1;",
    });
    expect(found.module.path).toBe("/project/b.ts");
  });

  it("forgets the names that module.exports replaces or a spread may", () => {
    const main = `import { c } from "./b"; const it = c;`;
    expect(number({ main, b: "exports.c = 1; module.exports = {};" })).toBe(
      "import",
    );
    expect(number({ main, b: "module.exports = { c: 1, ...x };" })).toBe(
      "import",
    );
  });
});

describe("a member", () => {
  it.each([
    [`const it = { a: 1 }`, 1],
    [`const it = { a: 1, a: 2 }`, 2],
    [`const it = { b: 1 }`, "absent"],
    [`const b = { a: 1 }; const it = { ...b, a: 2 }`, 2],
    [`const b = { a: 1 }; const it = { a: 2, ...b }`, 1],
    [`const b = { c: 1 }; const it = { a: 2, ...b }`, 2],
    [`const it = { a: 2, ...x }`, "unknown"],
    [`const it = { ...x, a: 2 }`, 2],
    [`const it = { a: 2, [x]: 1 }`, "unknown"],
    [`const it = { [x]: 1, a: 2 }`, 2],
    [`const k = "a"; const it = { b: 2, [k]: 1 }`, 1],
    [`const k = "b"; const it = { a: 2, [k]: 1 }`, 2],
    [`const it = { get a() { return 1 } }`, "known unknown"],
    [`const it = { b: 1 }; it.a = 1;`, "known unknown"],
    [`const it = { a: 1 }; Object.assign(it, x);`, "unknown"],
    [`enum it { a, b }`, 0],
    [`enum it { b }`, "absent"],
  ])("%s", (code, expected) => {
    expect(a(code)).toBe(expected);
  });

  it("is looked up through an imported spread", () => {
    expect(
      a({
        main: `import { b } from "./b"; const it = { ...b };`,
        b: "const c = 1; export const b = { a: c };",
      }),
    ).toBe(1);
  });
});

describe("all entries", () => {
  it.each([
    [`const it = { a: 1, b: 2 }`, "a=1 b=2"],
    [`const b = { a: 1, b: 2 }; const it = { ...b, a: 3 }`, "a=3 b=2"],
    [`const b = { a: 1 }; const it = { a: 3, c: 4, ...b }`, "a=1 c=4"],
    [`const it = { a: 1, a: 2 }`, "a=1 a=2"],
    [`const it = { a: 1, ...x }`, "a=1 …"],
    [`const it = { a: 1, [x]: 2 }`, "a=1 ?=2 …"],
    [`enum it { a, b = 5, c }`, "a=0 b=5 c=6"],
    [`const it = {}; it.a = 1;`, "a=unknown"],
  ])("%s", (code, expected) => {
    expect(entries(code)).toBe(expected);
  });
});

describe("all elements", () => {
  it.each([
    [`const b = 2; const it = [1, b]`, "1 2"],
    [`const b = [2, 3]; const it = [1, ...b]`, "1 2 3"],
    [`const it = [1, ...x]`, "1 …"],
    [`const it = [1]; it.push(2);`, "1 …"],
    [`const it = [1, , 2]`, "1 nothing 2"],
  ])("%s", (code, expected) => {
    expect(elements(code)).toBe(expected);
  });
});

describe("questions without end", () => {
  it.each([
    "const it = it;",
    "const b = it; const it = b;",
    "const it = it.a;",
    "const it = Object.freeze(it);",
    `import { it as b } from "./main"; export const it = b;`,
    `export { it } from "./main"; import { it as b } from "./main"; const it = b.c;`,
  ])("ends on %s", (code) => {
    expect(["reference", "import", "member", "call"]).toContain(
      value(code).kind,
    );
  });

  const depth = 60;
  const doubled = (open: string, close: string): string =>
    Array.from({ length: depth }, (_, i) => {
      const spread = `...b${String(i)}`;
      return `const b${String(i + 1)} = ${open}${spread}, ${spread}${close};`;
    }).join("");

  it("ends on objects that spread each other twice", () => {
    const code = `const b0 = {}; ${doubled("{", "}")} const it = { ...b30 };`;
    expect(a(code)).toBe("unknown");
    expect(entries(code)).toBe("…");
  });

  it("ends on lists that spread each other twice", () => {
    expect(
      elements(`const b0 = []; ${doubled("[", "]")} const it = [...b30];`),
    ).toBe("…");
  });

  it("ends on values that spread themselves twice", () => {
    expect(a("const it = { ...it, ...it };")).toBe("unknown");
    expect(entries("const it = { ...it, ...it };")).toBe("…");
    expect(elements("const it = [...it, ...it];")).toBe("…");
  });

  it("ends on keys that are made of each other", () => {
    expect(a("const k = `${k}${k}`; const it = { [k]: 1 };")).toBe("unknown");
  });

  it("ends on barrels that export each other", () => {
    const barrel = ["main", "b", "c", "d"]
      .map((name) => `export * from "./${name}";`)
      .join("");
    const { found, lookups } = asked({
      main: `${barrel} import { nowhere } from "./b"; const it = nowhere;`,
      b: barrel,
      c: barrel,
      d: barrel,
    });
    expect(found.value.kind).toBe("import");
    expect(lookups()).toBeLessThan(100);
  });
});
