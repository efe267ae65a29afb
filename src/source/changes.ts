import type { TSESTree } from "@typescript-eslint/utils";
import { nameValue } from "./literals.ts";
import { nameOffsets, occurrences } from "./occurrences.ts";
import { patternNames } from "./patterns.ts";
import type { ObjectMember, StaticValue } from "./static-value.ts";
import {
  keyName,
  nodesAround,
  unwrap,
  walk,
  type SourceFile,
} from "./syntax-tree.ts";

const assignmentsOf = new WeakMap<TSESTree.Program, Assignments>();
const changesOf = new WeakMap<TSESTree.Program, Changes>();

/** The keys that are changed, by name; `undefined` for any or all of them. */
type Changes = ReadonlyMap<string, ReadonlySet<string | undefined>>;

/**
 * Whether a file assigns to a name after its declaration.
 *
 * By name over the whole file, whatever scope the assignment stands in.
 */
export function isAssigned(file: SourceFile, name: string): boolean {
  let assignments = assignmentsOf.get(file.program);
  if (!assignments) {
    assignments = new Assignments(file);
    assignmentsOf.set(file.program, assignments);
  }
  return assignments.has(name);
}

/**
 * The names that a file assigns to. A few are looked for in the text; where
 * more are asked, one walk over the tree tells all of them.
 */
class Assignments {
  readonly #file: SourceFile;
  readonly #searched = new Map<string, boolean>();
  #all: ReadonlySet<string> | undefined;

  constructor(file: SourceFile) {
    this.#file = file;
  }

  has(name: string): boolean {
    const known = this.#all?.has(name) ?? this.#searched.get(name);
    if (known !== undefined) {
      return known;
    }
    if (this.#searched.size >= mostSearched) {
      this.#all = allAssigned(this.#file.program);
      return this.#all.has(name);
    }
    const found = findAssignment(this.#file, name);
    this.#searched.set(name, found);
    return found;
  }
}

/** So many searches cost about as much as a walk. */
const mostSearched = 10;

function findAssignment({ program, text }: SourceFile, name: string): boolean {
  for (const offset of nameOffsets(text, name, [0, text.length])) {
    const next = text[offset + name.length];
    // `x.y` and `x()` are reads, and most names are followed by one of these.
    const mayBeAssigned = next !== "." && next !== "(";
    if (
      mayBeAssigned &&
      nodesAround(program, offset).some((node) =>
        namesAssignedBy(node).includes(name),
      )
    ) {
      return true;
    }
  }
  return false;
}

function allAssigned(program: TSESTree.Program): ReadonlySet<string> {
  const names = new Set<string>();
  walk(program, (node) => {
    for (const name of namesAssignedBy(node)) {
      names.add(name);
    }
    return undefined;
  });
  return names;
}

const none: readonly string[] = [];

function namesAssignedBy(node: TSESTree.Node): readonly string[] {
  switch (node.type) {
    case "AssignmentExpression":
      return patternNames(node.left);
    case "UpdateExpression":
      return patternNames(node.argument);
    case "ForInStatement":
    case "ForOfStatement":
      return node.left.type === "VariableDeclaration"
        ? none
        : patternNames(node.left);
    default:
      return none;
  }
}

/**
 * `x.a =`, `x[a] +=` (but neither `==` nor `=>`), `x.push(…)`,
 * `Object.assign(x, …)`, `delete x.a`.
 */
const change =
  /\.\s*(?:(?:copyWithin|fill|pop|push|reverse|shift|sort|splice|unshift|assign|definePropert(?:y|ies)|setPrototypeOf)\s*\(|[\w$#]+\s*(?:\*\*|\?\?|\|\||&&|<<|>>>?|[-+*/%&|^])?=(?![=>]))|\]\s*(?:\*\*|\?\?|\|\||&&|<<|>>>?|[-+*/%&|^])?=(?![=>])|\bdelete\b/g;

/**
 * The names whose object or list the file changes in place: `x.key = …`,
 * `x.push(…)`, `Object.assign(x, …)`, `delete x.key`.
 *
 * By name over the whole file. What another file or a called function does to
 * the value is not seen.
 */
function changesIn(file: SourceFile): Changes {
  let changes = changesOf.get(file.program);
  if (!changes) {
    changes = findChanges(file);
    changesOf.set(file.program, changes);
  }
  return changes;
}

function findChanges(file: SourceFile): Changes {
  const changes = new Map<string, Set<string | undefined>>();
  // Text first: most files change little, and a walk costs more.
  for (const path of occurrences(file, change)) {
    for (const node of path) {
      const place = placeOf(changedBy(node));
      if (place) {
        const keys = changes.get(place.name) ?? new Set();
        changes.set(place.name, keys.add(place.key));
      }
    }
  }
  return changes;
}

/** What a node changes in place, if it does. */
function changedBy(node: TSESTree.Node): TSESTree.Node | undefined {
  switch (node.type) {
    case "AssignmentExpression":
      return unwrap(node.left).type === "MemberExpression"
        ? node.left
        : undefined;
    case "CallExpression":
      return node.callee.type === "MemberExpression"
        ? placeOf(node.callee)?.name === "Object"
          ? changedByObject(node.callee, node.arguments[0])
          : changedList(node.callee)
        : undefined;
    case "UnaryExpression":
      return node.operator === "delete" ? node.argument : undefined;
    default:
      return undefined;
  }
}

function changedList(
  callee: TSESTree.MemberExpression,
): TSESTree.Node | undefined {
  return callee.property.type === "Identifier" &&
    /^(?:copyWithin|fill|pop|push|reverse|shift|sort|splice|unshift)$/.test(
      callee.property.name,
    )
    ? callee.object
    : undefined;
}

function changedByObject(
  callee: TSESTree.MemberExpression,
  argument: TSESTree.Node | undefined,
): TSESTree.Node | undefined {
  return callee.property.type === "Identifier" &&
    /^(?:assign|definePropert(?:y|ies)|setPrototypeOf)$/.test(
      callee.property.name,
    )
    ? argument
    : undefined;
}

/** `x` and, where one is written, the key that follows it. */
function placeOf(
  node: TSESTree.Node | undefined,
): { name: string; key: string | undefined } | undefined {
  let inner = node && unwrap(node);
  let key: string | undefined;
  while (inner?.type === "MemberExpression") {
    key = keyName(inner.property, inner.computed);
    inner = unwrap(inner.object);
  }
  return inner?.type === "Identifier" ? { name: inner.name, key } : undefined;
}

/**
 * A variable's value, left open where the file changes it in place: a key that
 * is set may hold anything, a list more than is written.
 */
export function withChanges(
  file: SourceFile,
  name: string,
  value: StaticValue,
): StaticValue {
  if (value.kind !== "object" && value.kind !== "array") {
    return value;
  }
  const keys = changesIn(file).get(name);
  if (!keys) {
    return value;
  }
  const { range } = value;
  const anything: StaticValue = { kind: "unknown", range };
  return value.kind === "object"
    ? {
        ...value,
        members: [
          ...value.members,
          ...Array.from(keys, (key): ObjectMember =>
            key === undefined
              ? { kind: "spread", value: anything, range }
              : {
                  kind: "property",
                  key: nameValue(key, range),
                  computed: false,
                  value: anything,
                  range,
                },
          ),
        ],
      }
    : {
        ...value,
        elements: [...value.elements, { spread: true, value: anything }],
      };
}
