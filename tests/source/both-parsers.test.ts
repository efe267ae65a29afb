import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { parseForESLint } from "@typescript-eslint/parser";
import { describe, expect, it } from "vitest";
import { parseFile } from "../../src/files/parse-file.ts";
import { topLevelNames } from "../../src/source/bindings.ts";
import { freezeModuleValues } from "../../src/source/module-values.ts";
import type {
  ExportSource,
  StaticValue,
} from "../../src/source/static-value.ts";
import type { SourceFile } from "../../src/source/syntax-tree.ts";

interface Espree {
  parse(text: string, options: object): SourceFile["program"];
}

const load = createRequire(import.meta.url);
// ESLint's own, whatever stands at the top of node_modules.
const espree = createRequire(load.resolve("eslint"))("espree") as Espree;

const root = path.resolve(import.meta.dirname, "../..");

/** All that is kept of a file, as plain data. */
function snapshot(file: SourceFile): {
  values: Record<string, StaticValue | undefined>;
  exported: Record<string, ExportSource | undefined>;
  stars: readonly string[];
} {
  const module = freezeModuleValues(file);
  const names = [...topLevelNames(file).keys()].sort();
  const values = Object.fromEntries(
    names.map((name) => [name, module.binding(name)]),
  );
  const exported = Object.fromEntries(
    ["default", "a", "b", ...names].map((name) => [
      name,
      module.exported(name),
    ]),
  );
  return { values, exported, stars: module.starExports };
}

function withOxc(name: string, text: string): SourceFile {
  const parsed = parseFile(name, text);
  if (parsed.status !== "parsed") {
    throw new Error(`${name}:${String(parsed.line)}: ${parsed.reason}`);
  }
  return parsed.file;
}

function withTypeScript(name: string, given: string): SourceFile {
  const text = given.replace(/^\uFEFF/, "");
  const { ast } = parseForESLint(text, {
    filePath: name,
    range: true,
    ecmaFeatures: { jsx: name.endsWith("x") },
  });
  return { path: name, text, program: ast };
}

function withEspree(name: string, given: string): SourceFile {
  const text = given.replace(/^\uFEFF/, "");
  const program = espree.parse(text, {
    ecmaVersion: "latest",
    sourceType: "module",
    range: true,
    tokens: true,
    comment: true,
  });
  return { path: name, text, program };
}

const javaScript: Readonly<Record<string, string>> = {
  literals: `const a = "x", b = 'y', c = 1, d = -1, e = true, f = null, g = undefined, h = void 0, i = /x/, j = 10n;`,
  BOM: `\uFEFFconst a = "x"; export const b = { a };`,
  CRLF: 'const a = "x";\r\nconst b = `one\r\ntwo${a}\r\nthree`;\r\n',
  templates:
    "const x = 1; const a = `p${x}q`; const b = `${x}${x}`; const c = ``; const d = `a${ /* } */ (x) /* ${ */ }b}c`; const e = `${ {k: `n${x}`} }}`;",
  escapes: String.raw`const a = "\n\x41\u0041\u{1F600}\uD83D"; const b = ${"`\\`\\${\\u{1F600}`"};`,
  chains: `const b = "q"; const a = "x" + b + ("y" + 1) + (1 + 2); const c = 1 + "x";`,
  parentheses: `const a = ("x"); const b = ((({ k: ("v") }))); const c = (0, b.k)("y");`,
  "optional chains": `const o = {}; const a = o?.b?.["c"]; const b = o?.call?.("x"); const c = (o?.b).d;`,
  objects: `const k = "K"; const a = { a: 1, "b": 2, 3: 4, [k]: 5, ["l"]: 6, [\`m\`]: 7, get g() { return 1 }, set s(v) {}, m() {}, async *n() {}, k, ...k };`,
  arrays: `const a = [1, , "x", ...[2], ,];`,
  functions: `const a = () => "x"; const b = async () => ({ k: 1 }); const c = function n() {}; function d() {} const e = (p) => p; class F { static x = F; #p = 1; static { const y = 1; } } const g = class H {};`,
  destructuring: `const o = { a: 1 }; export const { a, b: { c }, d = 1, ...e } = o; const [f, , g] = [1, 2, 3];`,
  imports: `import x, { y as z, "a b" as q } from "./m"; import * as n from "./n"; const a = [x, z, n.p, q]; export { z as b }; export * from "./s"; export * as t from "./t"; export { u as v } from "./w"; export default { k: x };`,
  "default class": `export default class K {}`,
  "default function": `export default function () {}`,
  CommonJS: `const m = require("./m"); const { p, q: r } = require("./n"); exports.a = exports.b = void 0; exports.a = "x"; module.exports.b = m.y;`,
  reassigned: `let a = 1; a = 2; let b = 3; var c = 4; var c = 5; if (b) { var d = 6; } const e = { k: 1 }; e.k = 2; const f = []; f.push(1);`,
  locals: `const a = () => { const b = "x"; return b; }; function f(b) { for (const c of b) { const d = c; } }`,
};

const typeScript: Readonly<Record<string, string>> = {
  ...javaScript,
  assertions: `const a = "x" as const; const b = { k: "v" } satisfies object; const c = <string>"y"; const d = a!; const e = { k: [1] as const } as const satisfies object;`,
  enums: `enum A { x, y = 5, z, "w" = "v", q = x } const enum B { c = "d" } declare enum C { e } export enum D { f = A.x }`,
  decorators: `declare const dec: any; @dec({ k: "v" }) export class A { @dec("x") m(@dec p: string) {} accessor q = 1; } const a = "x";`,
  namespaces: `namespace N { export const a = "inner"; export const b = a; } const a = "outer"; import fs = require("./fs"); import P = N.b;`,
  types: `type T = { a: string }; interface I { b: number } declare const d: string; const a: T = { a: "x" }; function f(this: T, x?: number): asserts x; function f() {} abstract class Q { abstract m(): void; constructor(private z: string) {} }`,
  generics: `const a = f<string>("x"); const b = new Map<string, { k: 1 }>([["a", 1]]); const c = g<string>; declare function f<T>(x: T): T; declare function g<T>(): T;`,
  "type exports": `export type { T } from "./t"; export { type U, v } from "./u"; import { type W, w } from "./w"; export const a = w;`,
  "export assignment": `const a = { k: 1 }; export = a;`,
};

describe("TypeScript code, read by both parsers", () => {
  it.each(Object.entries(typeScript))("%s", (_name, text) => {
    expect(snapshot(withOxc("/p/file.ts", text))).toEqual(
      snapshot(withTypeScript("/p/file.ts", text)),
    );
  });
});

describe("JavaScript code, read by all three parsers", () => {
  it.each(Object.entries(javaScript))("%s", (_name, text) => {
    const oxc = snapshot(withOxc("/p/file.js", text));
    expect(oxc).toEqual(snapshot(withTypeScript("/p/file.js", text)));
    expect(oxc).toEqual(snapshot(withEspree("/p/file.js", text)));
  });
});

it("JSX, read by both parsers", () => {
  const text = `const a = <A b="\\n" {...c}>text {"x"}</A>; const b = { a: () => <></>, k: "v" };`;
  expect(snapshot(withOxc("/p/file.tsx", text))).toEqual(
    snapshot(withTypeScript("/p/file.tsx", text)),
  );
});

it("sees more than nothing in the snippets", () => {
  for (const [name, text] of Object.entries(javaScript)) {
    const { exported, values } = snapshot(withOxc("/p/file.js", text));
    expect(
      [...Object.values(values), ...Object.values(exported)].some(Boolean),
      name,
    ).toBe(true);
  }
});

describe("real files, read by both parsers", () => {
  const files = [
    ...filesBelow("examples").filter((file) => /\/front\/.*\.ts$/.test(file)),
    ...["filesystem", "github"].flatMap((name) =>
      filesBelow(
        `node_modules/@modelcontextprotocol/server-${name}/dist`,
        false,
      ).filter((file) => file.endsWith(".js")),
    ),
  ];

  it("finds them", () => {
    expect(files.length).toBeGreaterThan(50);
  });

  it.each(files)("%s", (name) => {
    const text = fs.readFileSync(path.join(root, name), "utf8");
    const oxc = snapshot(withOxc(name, text));
    expect(oxc).toEqual(snapshot(withTypeScript(name, text)));
    if (name.endsWith(".js")) {
      expect(oxc).toEqual(snapshot(withEspree(name, text)));
    }
  });
});

function filesBelow(folder: string, recursive = true): string[] {
  return fs
    .readdirSync(path.join(root, folder), { recursive, encoding: "utf8" })
    .filter((name) => !name.includes("node_modules"))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((name) => fs.statSync(path.join(root, name)).isFile())
    .sort();
}
