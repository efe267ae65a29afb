import type { TSESTree } from "@typescript-eslint/utils";
import { assignedNames } from "./changes.ts";
import { readScope } from "./scopes.ts";
import {
  nodesAround,
  type FunctionNode,
  type SourceFile,
} from "./syntax-tree.ts";

/** What a name stands for where it is used. */
export type Binding =
  | {
      readonly kind: "import";
      readonly specifier: string;
      /** The name in the other module; `default`, or `*` for the namespace. */
      readonly imported: string;
    }
  | {
      readonly kind: "variable";
      readonly constant: boolean;
      readonly declarator: TSESTree.VariableDeclarator;
      readonly topLevel: boolean;
    }
  | { readonly kind: "function"; readonly node: FunctionNode }
  | {
      readonly kind: "parameter";
      readonly node: FunctionNode;
      readonly index: number;
    }
  | { readonly kind: "enum"; readonly node: TSESTree.TSEnumDeclaration }
  | { readonly kind: "class"; readonly node: TSESTree.ClassDeclaration }
  | { readonly kind: "caught" }
  | {
      /** The variable of a `for … of` loop, or a name taken out of it. */
      readonly kind: "element";
      readonly list: TSESTree.Expression;
    }
  | {
      /** A name that is declared but not read: a namespace, two `var`s. */
      readonly kind: "other";
    };

/** What a scope declares, by name. */
export type Names = ReadonlyMap<string, Binding>;

const namesOfScope = new WeakMap<TSESTree.Node, Names>();

/** The names that can be used at a place, by scope, innermost first. */
export type Scopes = readonly Names[];

/**
 * The scopes around an offset.
 *
 * Our own and not the parser's scope manager, because files other than the
 * linted one come from oxc-parser, which has none, and one piece of code must
 * read both alike.
 */
function scopesAround(file: SourceFile, offset: number): Scopes {
  return scopesOf(nodesAround(file.program, offset));
}

/** The scopes around a node of the file; those it opens itself left out. */
export function scopesAroundNode(
  file: SourceFile,
  { range: [start, end] }: TSESTree.Node,
): Scopes {
  const path = nodesAround(file.program, start);
  const own = path.findIndex(
    ({ range }, index) => index > 0 && start <= range[0] && range[1] <= end,
  );
  return scopesOf(own === -1 ? path : path.slice(0, own));
}

function scopesOf(path: readonly TSESTree.Node[]): Scopes {
  const scopes: Names[] = [];
  for (let i = path.length - 1; i >= 0; i--) {
    const node = path[i];
    const names = node && namesIn(node);
    if (names) {
      scopes.push(names);
    }
  }
  return scopes;
}

/** The scopes inside a node that may open one. */
export function scopesWithin(node: TSESTree.Node, around: Scopes): Scopes {
  const names = namesIn(node);
  return names ? [names, ...around] : around;
}

/** @returns `undefined` for a global or a misspelt name */
export function lookUp(name: string, scopes: Scopes): Binding | undefined {
  for (const names of scopes) {
    const binding = names.get(name);
    if (binding) {
      return binding;
    }
  }
  return undefined;
}

/**
 * Looks a name up from where an offset stands, innermost scope first.
 *
 * @returns `undefined` for a global or a misspelt name
 */
export function findBinding(
  file: SourceFile,
  name: string,
  offset: number,
): Binding | undefined {
  return lookUp(name, scopesAround(file, offset));
}

/** The names that a file declares at its top level. */
export function topLevelNames(file: SourceFile): Names {
  return namesIn(file.program) ?? new Map();
}

/**
 * Whether a variable keeps the value it was declared with.
 *
 * Judged by name over the whole file, so that a `let` is called changing when
 * any variable of that name is assigned.
 */
export function keepsItsValue(
  file: SourceFile,
  binding: Extract<Binding, { kind: "variable" }>,
  name: string,
): boolean {
  return binding.constant || !assignedNames(file).has(name);
}

function namesIn(scope: TSESTree.Node): Names | undefined {
  // Most nodes are no scope; only what had to be read is kept.
  const known = namesOfScope.get(scope);
  if (known) {
    return known;
  }
  const names = readScope(scope);
  if (names) {
    namesOfScope.set(scope, names);
  }
  return names;
}
