import type { TSESTree } from "@typescript-eslint/utils";

/** Half-open offsets into a file's text, without a BOM (as ESLint counts). */
export type Range = readonly [start: number, end: number];

/**
 * A parsed file. The tree may come from any ESTree parser: rooms above read
 * only what typescript-estree, espree and oxc-parser agree on, which leaves
 * out `parent`, `loc` and tokens.
 */
export interface SourceFile {
  /** Absolute path, with the platform's separators. */
  readonly path: string;
  /** The text without a BOM. */
  readonly text: string;
  readonly program: TSESTree.Program;
}

/**
 * A stretch of a file's text to be kept: a plain slice keeps all of the text in
 * memory as long as it lives, and this is a string of its own.
 */
export function ownText({ text }: SourceFile, [start, end]: Range): string {
  return ` ${text.slice(start, end)}`.slice(1);
}

/**
 * Whether there is a comment within a range of the linted file; other files are
 * parsed without.
 */
export function holdsComment(
  { program }: SourceFile,
  [start, end]: Range,
): boolean {
  return (program.comments ?? []).some(
    ({ range }) => start <= range[0] && range[1] <= end,
  );
}

type Child = TSESTree.Node | null | undefined;

/**
 * What hangs on a node but is no part of the tree below it. ESLint's programs
 * carry their tokens and comments, which look like nodes and are as many again.
 */
const notChildren: ReadonlySet<string> = new Set([
  "comments",
  "loc",
  "parent",
  "range",
  "tokens",
]);

function isNode(value: unknown): value is TSESTree.Node {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof (value as { type?: unknown }).type === "string" &&
    Array.isArray((value as { range?: unknown }).range)
  );
}

/**
 * The child that holds the offset, if one does.
 *
 * Children in a list stand in source order, so a list of ten thousand elements
 * costs a binary search. Keys are read off the node itself because the three
 * parsers do not share a table of visitor keys.
 */
function childAt(node: TSESTree.Node, offset: number): Child {
  for (const key in node) {
    const value: unknown = node[key as keyof TSESTree.Node];
    // Most members are plain values: the cheapest test comes first.
    if (typeof value !== "object" || value === null || notChildren.has(key)) {
      continue;
    }
    if (Array.isArray(value)) {
      const found = elementAt(value, offset);
      if (found) {
        return found;
      }
    } else if (isNode(value) && holds(value, offset)) {
      return value;
    }
  }
  return undefined;
}

function holds(node: TSESTree.Node, offset: number): boolean {
  return node.range[0] <= offset && offset < node.range[1];
}

function elementAt(list: readonly unknown[], offset: number): Child {
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    let middle = (low + high) >> 1;
    // Holes of sparse arrays are null: step to the next real element.
    while (middle < high && !isNode(list[middle])) {
      middle++;
    }
    const element = list[middle];
    if (!isNode(element) || element.range[0] > offset) {
      high = ((low + high) >> 1) - 1;
    } else if (element.range[1] <= offset) {
      low = middle + 1;
    } else {
      return element;
    }
  }
  return undefined;
}

/** The path that was asked last, by program. */
const lastPaths = new WeakMap<TSESTree.Program, readonly TSESTree.Node[]>();

/**
 * The nodes around an offset, outermost (the program) first.
 *
 * Stands in for `parent`, which trees of other files do not have.
 */
export function nodesAround(
  program: TSESTree.Program,
  offset: number,
): readonly TSESTree.Node[] {
  const path = sharedPart(lastPaths.get(program), offset) ?? [program];
  let node: Child = path.at(-1);
  while (node && (node = childAt(node, offset))) {
    path.push(node);
  }
  lastPaths.set(program, path);
  return path;
}

/** Nothing beside one of these overlaps it, so there is but one way to it. */
const sharedTypes: ReadonlySet<string> = new Set([
  "ArrayExpression",
  "BlockStatement",
  "CallExpression",
  "ObjectExpression",
]);

/**
 * What an offset has in common with the last one, down to the innermost block,
 * literal or call: most questions in a row are about one function or one list.
 */
function sharedPart(
  path: readonly TSESTree.Node[] | undefined,
  offset: number,
): TSESTree.Node[] | undefined {
  const last =
    path?.findLastIndex(
      (node) => sharedTypes.has(node.type) && holds(node, offset),
    ) ?? -1;
  return last === -1 ? undefined : path?.slice(0, last + 1);
}

/** What a visitor answers to keep {@link walk} out of a node's children. */
export const skipChildren = Symbol("skip children");

/**
 * Visits a node and all below it, in source order, parents first.
 *
 * Without recursion: a generated `+` chain is nested as deep as it is long.
 */
export function walk(
  root: TSESTree.Node,
  visit: (node: TSESTree.Node) => typeof skipChildren | undefined,
): void {
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (visit(node) !== skipChildren) {
      pushChildren(node, open);
    }
  }
}

/** Pushes the children of a node so that the first of them is popped first. */
function pushChildren(node: TSESTree.Node, open: TSESTree.Node[]): void {
  // Half of all nodes are these, and nothing stands below them.
  if (node.type === "Literal" || isPlainIdentifier(node)) {
    return;
  }
  const before = open.length;
  for (const key in node) {
    const value: unknown = node[key as keyof TSESTree.Node];
    // Most members are plain values: the cheapest test comes first.
    if (typeof value !== "object" || value === null || notChildren.has(key)) {
      continue;
    }
    if (Array.isArray(value)) {
      for (const element of value) {
        if (isNode(element)) {
          open.push(element);
        }
      }
    } else if (isNode(value)) {
      open.push(value);
    }
  }
  reverseFrom(open, before);
}

function isPlainIdentifier(node: TSESTree.Node): boolean {
  // Parsers of JavaScript leave both out.
  return (
    node.type === "Identifier" &&
    !(node.typeAnnotation as unknown) &&
    !((node.decorators as unknown[] | undefined)?.length ?? 0)
  );
}

function reverseFrom(nodes: TSESTree.Node[], start: number): void {
  let low = start;
  let high = nodes.length - 1;
  while (low < high) {
    const first = nodes[low];
    const last = nodes[high];
    if (first && last) {
      nodes[low] = last;
      nodes[high] = first;
    }
    low++;
    high--;
  }
}

export type FunctionNode =
  | TSESTree.ArrowFunctionExpression
  | TSESTree.FunctionDeclaration
  | TSESTree.FunctionExpression;

export function isFunction(node: TSESTree.Node): node is FunctionNode {
  return (
    node.type === "ArrowFunctionExpression" ||
    node.type === "FunctionDeclaration" ||
    node.type === "FunctionExpression"
  );
}

/** The expression inside type assertions, `satisfies`, `!` and `?.` chains. */
export function unwrap(node: TSESTree.Node): TSESTree.Node {
  let inner = node;
  while (
    inner.type === "TSAsExpression" ||
    inner.type === "TSSatisfiesExpression" ||
    inner.type === "TSNonNullExpression" ||
    inner.type === "TSTypeAssertion" ||
    inner.type === "ChainExpression"
  ) {
    inner = inner.expression;
  }
  return inner;
}

/**
 * The array that a path's node is an element of, type assertions looked
 * through.
 *
 * @param at the node's index in the path
 */
export function arrayAround(
  path: readonly TSESTree.Node[],
  at: number,
): TSESTree.ArrayExpression | undefined {
  const around = path.slice(0, at).findLast((node) => unwrap(node) === node);
  return around?.type === "ArrayExpression" ? around : undefined;
}

/** The name a member access or a property key spells out, if it does. */
export function keyName(
  key: TSESTree.Node,
  computed: boolean,
): string | undefined {
  if (!computed && key.type === "Identifier") {
    return key.name;
  }
  if (key.type === "PrivateIdentifier") {
    return `#${key.name}`;
  }
  if (key.type === "Literal" && typeof key.value !== "object") {
    return String(key.value);
  }
  return undefined;
}
