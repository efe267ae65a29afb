import type { TSESTree } from "@typescript-eslint/utils";
import { evaluate } from "../source/evaluate.ts";
import { readExports } from "../source/module-exports.ts";
import { occurrences } from "../source/occurrences.ts";
import type { StaticValue } from "../source/static-value.ts";
import {
  isFunction,
  nodesAround,
  unwrap,
  type FunctionNode,
  type Range,
  type SourceFile,
} from "../source/syntax-tree.ts";

/**
 * How many tools a factory registers: so many at most, all of some list (a
 * loop), or nobody can tell.
 */
export type Registered =
  | {
      readonly kind: "count";
      readonly count: number;
      /** The first call that registers one. */
      readonly first: Range | undefined;
    }
  | { readonly kind: "loop" }
  | { readonly kind: "unknown" };

/** A function that makes a server: it calls `makeInternalMCPServer("x")`. */
export interface ServerFactory {
  /** The argument of that call. */
  readonly name: StaticValue;
  /** The function's name, or the call where it has none. */
  readonly place: Range;
  /** The name under which others import it; `undefined` when none is known. */
  readonly exported: string | undefined;
  /** Whether the file has a default export, this function or another. */
  readonly hasDefault: boolean;
  /** Whether the file names it anywhere else, other than to export it. */
  readonly isCalled: boolean;
  readonly registered: Registered;
}

/** Reads the factories of a file. */
export function findServerFactories(
  file: SourceFile,
): readonly ServerFactory[] {
  const factories: ServerFactory[] = [];
  for (const path of occurrences(file, /\bmakeInternalMCPServer(?=\s*\()/g)) {
    const call = path.at(-2);
    const [name] = call?.type === "CallExpression" ? call.arguments : [];
    const around = path.find(isFunction);
    if (
      call?.type !== "CallExpression" ||
      call.callee !== path.at(-1) ||
      !name ||
      !around
    ) {
      continue;
    }
    const local = localName(around, path);
    factories.push({
      name: evaluate(file, name),
      place: local?.range ?? call.range,
      exported: exportedAs(around, local?.name, file),
      hasDefault: readExports(file).names.has("default"),
      isCalled: local !== undefined && isCalled(local.name, file),
      registered: registrations(call, around, file),
    });
  }
  return factories;
}

interface LocalName {
  readonly name: string;
  readonly range: Range;
}

/** `createServer` of a declaration, or of a constant that holds it. */
function localName(
  around: FunctionNode,
  path: readonly TSESTree.Node[],
): LocalName | undefined {
  const holder = path[path.indexOf(around) - 1];
  const id =
    around.id ??
    (holder?.type === "VariableDeclarator" && holder.id.type === "Identifier"
      ? holder.id
      : undefined);
  return (
    id && {
      name: id.name,
      range: [id.range[0], id.range[0] + id.name.length],
    }
  );
}

function exportedAs(
  around: FunctionNode,
  local: string | undefined,
  file: SourceFile,
): string | undefined {
  const { names } = readExports(file);
  const found = Array.from(names).flatMap(([exported, source]) => {
    switch (source.kind) {
      case "local":
        return source.name === local ? exported : [];
      case "value": {
        const [start, end] = source.value.range;
        return start <= around.range[0] && around.range[1] <= end
          ? exported
          : [];
      }
      default:
        return [];
    }
  });
  return found.includes("default") ? "default" : found[0];
}

function isCalled(name: string, file: SourceFile): boolean {
  for (const path of occurrences(file, wordPattern(name))) {
    const call = path.at(-2);
    if (call?.type === "CallExpression" && call.callee === path.at(-1)) {
      return true;
    }
  }
  return false;
}

function wordPattern(name: string): RegExp {
  return new RegExp(`(?<![\\w$])${name.replaceAll("$", "\\$")}(?![\\w$])`, "g");
}

/** What becomes of the server in the function that makes it. */
function registrations(
  call: TSESTree.CallExpression,
  around: FunctionNode,
  file: SourceFile,
): Registered {
  const path = nodesAround(file.program, call.range[0]);
  const at = path.indexOf(call);
  const holder = path
    .slice(0, at)
    .findLast(
      ({ type }) => !type.startsWith("TS") && type !== "AwaitExpression",
    );
  if (holder?.type === "ReturnStatement" || holder === around) {
    return { kind: "count", count: 0, first: undefined };
  }
  if (
    holder?.type !== "VariableDeclarator" ||
    holder.id.type !== "Identifier" ||
    !holder.init ||
    unwrap(holder.init) !== call
  ) {
    return { kind: "unknown" };
  }
  return countUses(holder.id, around, file);
}

function countUses(
  variable: TSESTree.Identifier,
  around: FunctionNode,
  file: SourceFile,
): Registered {
  let count = 0;
  let first: Range | undefined;
  for (const path of occurrences(file, wordPattern(variable.name))) {
    const node = path.at(-1);
    const isUse =
      node?.type === "Identifier" &&
      node.name === variable.name &&
      node !== variable &&
      path.includes(around) &&
      isReference(node, path.at(-2));
    const use = isUse ? useOf(path, around) : "none";
    if (use === "loop" || use === "unknown") {
      return { kind: use };
    }
    if (use === "one") {
      count++;
      first ??= path.findLast(({ type }) => type === "CallExpression")?.range;
    }
  }
  return { kind: "count", count, first };
}

/** Not the `server` of `{ server: x }` or `x.server`. */
function isReference(
  node: TSESTree.Identifier,
  parent: TSESTree.Node | undefined,
): boolean {
  switch (parent?.type) {
    case "Property":
      return parent.value === node || parent.computed;
    case "MemberExpression":
      return parent.object === node || parent.computed;
    default:
      return true;
  }
}

/** What a place does with the server: registers tools, or hands it on. */
function useOf(
  path: readonly TSESTree.Node[],
  around: FunctionNode,
): "loop" | "none" | "one" | "unknown" {
  const node = path.at(-1);
  const parent = path.at(-2);
  if (parent?.type === "ReturnStatement") {
    return "none";
  }
  const call = parent?.type === "MemberExpression" ? path.at(-3) : parent;
  if (call?.type !== "CallExpression") {
    return "unknown";
  }
  const { callee } = call;
  const name =
    callee.type === "Identifier"
      ? callee.name
      : callee.type === "MemberExpression" &&
          callee.object === node &&
          callee.property.type === "Identifier"
        ? callee.property.name
        : undefined;
  if (name !== "registerTool" && name !== "tool") {
    return "unknown";
  }
  const between = path.slice(path.indexOf(around) + 1);
  return between.some((one) => isFunction(one) || isLoop(one)) ? "loop" : "one";
}

function isLoop({ type }: TSESTree.Node): boolean {
  return /^(?:For|ForIn|ForOf|While|DoWhile)Statement$/.test(type);
}
