import type { TSESTree } from "@typescript-eslint/utils";
import { findBinding, lookUpIn, type Binding } from "../../source/bindings.ts";
import { nameOffsets } from "../../source/occurrences.ts";
import {
  isFunction,
  keyName,
  nodesAround,
  unwrap,
  type SourceFile,
} from "../../source/syntax-tree.ts";

type Variable = Extract<Binding, { kind: "variable" }>;
type Argument = TSESTree.CallExpressionArgument;

/** What happens to a variable after its declaration. */
export interface VariableUses {
  /** What is assigned to it or added to it: `x = …`, `x += …`. */
  readonly assigned: readonly TSESTree.Expression[];
  /** What is pushed into it. */
  readonly pushed: readonly Argument[];
  /** What is assigned to a member of it: `x.content = …`. */
  readonly memberAssigned: readonly Member<TSESTree.Expression>[];
  /** What is pushed into a member of it: `x.content.push(…)`. */
  readonly memberPushed: readonly Member<readonly Argument[]>[];
  /** Whether a member of it is deleted, or one of its elements in a loop. */
  readonly isPruned: boolean;
  /** Whether it is asked `isErr()` or `isOk()`. */
  readonly isResult: boolean;
}

interface Member<T> {
  readonly name: string | undefined;
  readonly value: T;
}

const usesOfBinding = new WeakMap<Variable, VariableUses>();

/** Reads what happens to a variable in the block that declares it. */
export function usesOf(
  name: string,
  variable: Variable,
  file: SourceFile,
): VariableUses {
  let uses = usesOfBinding.get(variable);
  if (!uses) {
    uses = readUses(name, variable, file);
    usesOfBinding.set(variable, uses);
  }
  return uses;
}

function readUses(
  name: string,
  variable: Variable,
  file: SourceFile,
): VariableUses {
  const assigned: TSESTree.Expression[] = [];
  const pushed: Argument[] = [];
  const memberAssigned: Member<TSESTree.Expression>[] = [];
  const memberPushed: Member<readonly Argument[]>[] = [];
  let isPruned = false;
  let isResult = false;
  for (const mention of mentionsOf(name, variable, file)) {
    const { members, node } = mention;
    const [member] = members;
    if (node.type === "AssignmentExpression") {
      if (members.length === 0) {
        assigned.push(node.right);
      } else if (members.length === 1) {
        memberAssigned.push({ name: member, value: node.right });
      }
    } else if (node.type === "UnaryExpression") {
      isPruned = true;
    } else if (node.type === "ForOfStatement") {
      isPruned ||= deletes(node.body, file);
    } else if (node.type === "CallExpression") {
      const method = members.at(-1);
      isPruned ||=
        method === "forEach" &&
        node.arguments.some((callback) => deletes(callback, file));
      if (method === "push" || method === "unshift") {
        if (members.length === 1) {
          pushed.push(...node.arguments);
        } else if (members.length === 2) {
          memberPushed.push({ name: member, value: node.arguments });
        }
      }
      isResult ||=
        members.length === 1 && (method === "isErr" || method === "isOk");
    }
  }
  return { assigned, pushed, memberAssigned, memberPushed, isPruned, isResult };
}

/** Whether something is deleted in a piece of code, by its text. */
function deletes({ range }: TSESTree.Node, { text }: SourceFile): boolean {
  return /\bdelete\s+[\w$]/.test(text.slice(...range));
}

/** The fields of a variable that the code around it reads by name. */
export function fieldsReadOf(
  name: string,
  variable: Variable,
  file: SourceFile,
): readonly string[] {
  const fields = new Set<string>();
  const methods = new Set<string>();
  for (const { members, node } of mentionsOf(name, variable, file)) {
    const [field] = members;
    if (field !== undefined && members.length === 1) {
      if (node.type === "CallExpression") {
        methods.add(field);
      } else if (node.type === "MemberExpression") {
        fields.add(field);
      }
    }
  }
  return [...fields].filter((field) => !methods.has(field));
}

/** An assignment, a deletion, a call, a loop or a read that starts from a variable. */
interface Mention {
  readonly node:
    | TSESTree.AssignmentExpression
    | TSESTree.CallExpression
    | TSESTree.ForOfStatement
    | TSESTree.MemberExpression
    | TSESTree.UnaryExpression;
  /** `["content", "push"]` in `x.content.push()`. */
  readonly members: readonly (string | undefined)[];
}

/** Looks where the name stands in the text: a walk over the tree costs more. */
function mentionsOf(
  name: string,
  binding: Variable,
  { program, text }: SourceFile,
): readonly Mention[] {
  const mentions: Mention[] = [];
  const { range } = scopeOf(binding, program);
  for (const offset of nameOffsets(text, name, range)) {
    const path = nodesAround(program, offset);
    if (
      path.at(-1)?.type === "Identifier" &&
      lookUpIn(path, name) === binding
    ) {
      mentions.push(...mentionsAround(path));
    }
  }
  return mentions;
}

/** What is done with the variable at the end of a path, from the inside out. */
function* mentionsAround(path: readonly TSESTree.Node[]): Generator<Mention> {
  let members: readonly (string | undefined)[] = [];
  for (let i = path.length - 1; i > 0; i--) {
    const subject = path[i];
    const node = path[i - 1];
    if (node?.type === "MemberExpression" && node.object === subject) {
      members = [...members, keyName(node.property, node.computed)];
      yield { node, members };
    } else if (
      (node?.type === "AssignmentExpression" && node.left === subject) ||
      (node?.type === "CallExpression" && node.callee === subject) ||
      (node?.type === "ForOfStatement" && node.right === subject) ||
      (node?.type === "UnaryExpression" && node.operator === "delete")
    ) {
      yield { node, members };
      return;
    } else if (!node || unwrap(node) === node) {
      return;
    }
  }
}

/** The part of the file that can name a variable: its block or its function. */
function scopeOf(
  { declarator }: Variable,
  program: TSESTree.Program,
): TSESTree.Node {
  const path = nodesAround(program, declarator.range[0]);
  const declaration = path.findLast(
    (node): node is TSESTree.VariableDeclaration =>
      node.type === "VariableDeclaration",
  );
  const inBlock = declaration?.kind !== "var";
  return (
    path.findLast(
      (node) => isFunction(node) || (inBlock && node.type === "BlockStatement"),
    ) ?? program
  );
}

const resultFunctionsIn = new WeakMap<TSESTree.Program, ReadonlySet<string>>();

/**
 * The functions whose answers are asked `isErr()` or `isOk()` somewhere in a
 * file: all that they answer is a Result, also where nobody asks.
 */
export function resultFunctions(file: SourceFile): ReadonlySet<string> {
  let names = resultFunctionsIn.get(file.program);
  if (!names) {
    names = readResultFunctions(file);
    resultFunctionsIn.set(file.program, names);
  }
  return names;
}

function readResultFunctions(file: SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { index } of file.text.matchAll(/\bis(?:Err|Ok)\b/g)) {
    const member = nodesAround(file.program, index).at(-2);
    const asked =
      member?.type === "MemberExpression" ? unwrap(member.object) : undefined;
    const binding =
      asked?.type === "Identifier"
        ? findBinding(file, asked.name, asked.range[0])
        : undefined;
    const name =
      binding?.kind === "variable"
        ? awaitedFunction(binding.declarator.init)
        : undefined;
    if (name !== undefined) {
      names.add(name);
    }
  }
  return names;
}

/** `load` in `await load(id)`. */
export function awaitedFunction(
  node: TSESTree.Node | null,
): string | undefined {
  const awaited = node ? unwrap(node) : undefined;
  const call =
    awaited?.type === "AwaitExpression" ? unwrap(awaited.argument) : undefined;
  return call?.type === "CallExpression" && call.callee.type === "Identifier"
    ? call.callee.name
    : undefined;
}
