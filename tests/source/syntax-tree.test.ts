import type { TSESTree } from "@typescript-eslint/utils";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import {
  isFunction,
  keyName,
  nodesAround,
  skipChildren,
  unwrap,
  walk,
  type SourceFile,
} from "../../src/source/syntax-tree.ts";
import { source } from "./support.ts";

const load = createRequire(import.meta.url);
const espree = createRequire(load.resolve("eslint"))("espree") as {
  parse(text: string, options: object): SourceFile["program"];
};

function typesAt(text: string, mark: string, path?: string): string[] {
  const file = source(text, path);
  return nodesAround(file.program, text.indexOf(mark)).map(({ type }) => type);
}

describe("the nodes around an offset", () => {
  it("come outermost first", () => {
    expect(typesAt("f(a, [b])", "b")).toEqual([
      "Program",
      "ExpressionStatement",
      "CallExpression",
      "ArrayExpression",
      "Identifier",
    ]);
  });

  it("don't depend on what was asked before", () => {
    const text =
      "function f() { if (a) { b(c => { d; }); } e; } { g; } function h() { { i; } ({ j = () => { k; } } = l); }";
    const offsets = Array.from(text, (_character, offset) => offset);
    const fresh = offsets.map((offset) =>
      nodesAround(source(text).program, offset).map(({ range }) => range),
    );
    const { program } = source(text);
    for (const step of [1, 11, 19, 31]) {
      // Through all 105 offsets in some order.
      for (let i = 0, offset = 0; i < text.length; i++) {
        const ranges = nodesAround(program, offset).map(({ range }) => range);
        expect(ranges).toEqual(fresh[offset]);
        offset = (offset + step) % text.length;
      }
    }
  });

  it("are just the program between statements", () => {
    expect(typesAt("a;\n\nb;", "\n\nb")).toEqual(["Program"]);
  });

  it.each(["[, , b, , ]", "[b, , , ]", "[, , , b]", "[a, , , b]"])(
    "are found in %s",
    (text) => {
      expect(typesAt(text, "b").at(-1)).toBe("Identifier");
    },
  );

  it("are found in JSX", () => {
    expect(typesAt("<A b={c}>d {e}</A>", "e}", "/p/f.tsx").at(-1)).toBe(
      "Identifier",
    );
  });

  it("are found in TypeScript", () => {
    expect(typesAt("f<T>(a as B<C>)", "C")).toContain("TSTypeReference");
  });

  it("are found in a decorator", () => {
    expect(typesAt("@d({ k: v }) class A {}", "v").at(-1)).toBe("Identifier");
  });

  it("hold no comment or token, though ESLint's programs have them", () => {
    const text = "a; /* b */ c;";
    const program = espree.parse(text, {
      range: true,
      comment: true,
      tokens: true,
      ecmaVersion: 2024,
    });
    expect(
      nodesAround(program, text.indexOf("b")).map(({ type }) => type),
    ).toEqual(["Program"]);
  });

  it("take few looks in a list of a hundred thousand", () => {
    const text = `[${Array(100_000).fill("1").join(",")}]`;
    const { program } = source(text);
    const [statement] = program.body;
    const list =
      statement?.type === "ExpressionStatement" &&
      statement.expression.type === "ArrayExpression"
        ? statement.expression
        : undefined;
    let looks = 0;
    const elements = list?.elements ?? [];
    const counted = new Proxy(elements, {
      get(target, key, receiver) {
        looks += typeof key === "string" && /^\d+$/.test(key) ? 1 : 0;
        return Reflect.get(target, key, receiver) as unknown;
      },
    });
    Object.assign(list ?? {}, { elements: counted });
    for (const offset of [1, 50_001, 150_001, 199_999]) {
      expect(nodesAround(program, offset).at(-1)?.type).toBe("Literal");
    }
    expect(looks).toBeGreaterThan(0);
    expect(looks).toBeLessThan(4 * 3 * 17);
  });
});

describe("a walk", () => {
  function names(text: string, skip?: string): string {
    const seen: string[] = [];
    walk(source(text).program, (node) => {
      if (node.type === "Identifier") {
        seen.push(node.name);
      }
      return node.type === skip ? skipChildren : undefined;
    });
    return seen.join(" ");
  }

  it("goes in source order", () => {
    expect(names("a(b, [c, , d], { e: f }); g")).toBe("a b c d e f g");
  });

  it("leaves out what it is told to skip", () => {
    expect(names("a(() => b, c)", "ArrowFunctionExpression")).toBe("a c");
  });

  it("does not visit comments and tokens", () => {
    const program = espree.parse("a /* b */ + c", {
      range: true,
      comment: true,
      tokens: true,
      ecmaVersion: 2024,
    });
    const types: string[] = [];
    walk(program, ({ type }) => {
      types.push(type);
      return undefined;
    });
    expect(types).toEqual([
      "Program",
      "ExpressionStatement",
      "BinaryExpression",
      "Identifier",
      "Identifier",
    ]);
  });

  it("goes ten thousand nodes deep", () => {
    expect(names(`${"!".repeat(10_000)}a`)).toBe("a");
    expect(names(Array(10_000).fill("a").join("+")).length).toBe(19_999);
  });
});

describe("what stands in an expression", () => {
  function expression(text: string): TSESTree.Node {
    const [statement] = source(text).program.body;
    if (statement?.type !== "ExpressionStatement") {
      throw new Error("no expression");
    }
    return statement.expression;
  }

  it.each([
    "(a)",
    "a as B",
    "a!",
    "<B>a",
    "a satisfies B",
    "((a as B)!) satisfies C",
  ])("looks through %s", (text) => {
    expect(unwrap(expression(text)).type).toBe("Identifier");
  });

  it("looks through an optional chain", () => {
    expect(unwrap(expression("a?.b")).type).toBe("MemberExpression");
  });

  it.each([
    ["x.a", "a"],
    ["x['a']", "a"],
    ["x[1]", "1"],
    ["x[1n]", "1"],
    ["x[a]", undefined],
    ["x[/a/]", undefined],
    ["x[null]", undefined],
    ["x[`a`]", undefined],
  ])("names the key of %s", (text, name) => {
    const member = expression(text);
    expect(
      member.type === "MemberExpression"
        ? keyName(member.property, member.computed)
        : "none",
    ).toBe(name);
  });

  it("names a private key", () => {
    const text = "class A { #a = this.#a; }";
    const path = nodesAround(source(text).program, text.lastIndexOf("#"));
    const key = path.at(-1);
    expect(key?.type).toBe("PrivateIdentifier");
    expect(key && keyName(key, false)).toBe("#a");
  });

  it("tells functions from other nodes", () => {
    expect(isFunction(expression("() => 1"))).toBe(true);
    expect(isFunction(expression("(function () {})"))).toBe(true);
    expect(isFunction(expression("(class {})"))).toBe(false);
  });
});
