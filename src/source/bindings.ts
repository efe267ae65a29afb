import type { TSESTree } from "@typescript-eslint/utils";
import { isAssigned } from "./changes.ts";
import { mayOpenScope, readScope } from "./scopes.ts";
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

/**
 * The names that can be used at a place. The scopes around it are looked for
 * when the first name is.
 *
 * Our own and not the parser's scope manager, because files other than the
 * linted one come from oxc-parser, which has none, and one piece of code must
 * read both alike.
 */
export interface Scopes {
  /** @returns `undefined` for a global or a misspelt name */
  lookUp(name: string): Binding | undefined;
}

/** The scopes around a node of the file; those it opens itself left out. */
export function scopesAroundNode(
  file: SourceFile,
  node: TSESTree.Node,
): Scopes {
  let scopes: readonly Names[] | undefined;
  return {
    lookUp: (name) =>
      innermost((scopes ??= namesAround(nodesOutside(file, node))), name),
  };
}

/** The nodes around a node, itself left out, outermost first. */
function nodesOutside(
  file: SourceFile,
  { range: [start, end] }: TSESTree.Node,
): readonly TSESTree.Node[] {
  const path = nodesAround(file.program, start);
  const own = path.findIndex(
    ({ range }, index) => index > 0 && start <= range[0] && range[1] <= end,
  );
  return own === -1 ? path : path.slice(0, own);
}

/** The scopes inside a node that may open one. */
export function scopesWithin(node: TSESTree.Node, around: Scopes): Scopes {
  return {
    lookUp: (name) => namesIn(node)?.get(name) ?? around.lookUp(name),
  };
}

/**
 * Looks a name up in the scopes of the nodes around a place, innermost (the
 * last) first.
 *
 * @returns `undefined` for a global or a misspelt name
 */
export function lookUpIn(
  path: readonly TSESTree.Node[],
  name: string,
): Binding | undefined {
  return innermost(namesAround(path), name);
}

/** What the scopes of a path declare, outermost first. */
function namesAround(path: readonly TSESTree.Node[]): Names[] {
  const scopes: Names[] = [];
  for (const node of path) {
    const names = namesIn(node);
    if (names) {
      scopes.push(names);
    }
  }
  return scopes;
}

function innermost(
  scopes: readonly Names[],
  name: string,
): Binding | undefined {
  for (let i = scopes.length - 1; i >= 0; i--) {
    const binding = scopes[i]?.get(name);
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
  return lookUpIn(nodesAround(file.program, offset), name);
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
  return binding.constant || !isAssigned(file, name);
}

function namesIn(node: TSESTree.Node): Names | undefined {
  if (!mayOpenScope(node)) {
    return undefined;
  }
  const known = namesOfScope.get(node);
  if (known) {
    return known;
  }
  const names = readScope(node);
  if (names) {
    namesOfScope.set(node, names);
  }
  return names;
}
