import type { TSESTree } from "@typescript-eslint/utils";
import { findBinding, type Binding } from "../../source/bindings.ts";
import {
  isFunction,
  keyName,
  nodesAround,
  unwrap,
  walk,
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
  /** Whether a member of it is deleted. */
  readonly isPruned: boolean;
  /** Whether it is asked `isErr()` or `isOk()`. */
  readonly isResult: boolean;
}

interface Member<T> {
  readonly name: string | undefined;
  readonly value: T;
}

const usesOfBinding = new WeakMap<Variable, VariableUses>();

/** Reads what happens to a variable in the block that declares it, once. */
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
  const isIt = (node: TSESTree.Node): boolean =>
    node.type === "Identifier" &&
    node.name === name &&
    findBinding(file, name, node.range[0]) === variable;
  walk(scopeOf(variable, file), (node) => {
    if (node.type === "AssignmentExpression") {
      const target = unwrap(node.left);
      if (isIt(target)) {
        assigned.push(node.right);
      } else if (target.type === "MemberExpression" && isIt(target.object)) {
        memberAssigned.push({ name: memberName(target), value: node.right });
      }
    } else if (node.type === "UnaryExpression" && node.operator === "delete") {
      const target = unwrap(node.argument);
      isPruned ||= target.type === "MemberExpression" && isIt(target.object);
    } else if (node.type === "CallExpression") {
      const callee = unwrap(node.callee);
      const object =
        callee.type === "MemberExpression" ? unwrap(callee.object) : undefined;
      const method =
        callee.type === "MemberExpression" ? memberName(callee) : undefined;
      if (!object) {
        return undefined;
      }
      if (method === "push" || method === "unshift") {
        if (isIt(object)) {
          pushed.push(...node.arguments);
        } else if (object.type === "MemberExpression" && isIt(object.object)) {
          memberPushed.push({
            name: memberName(object),
            value: node.arguments,
          });
        }
      } else if (method === "isErr" || method === "isOk") {
        isResult ||= isIt(object);
      }
    }
    return undefined;
  });
  return {
    assigned,
    pushed,
    memberAssigned,
    memberPushed,
    isPruned,
    isResult,
  };
}

function memberName(node: TSESTree.MemberExpression): string | undefined {
  return keyName(node.property, node.computed);
}

/**
 * The part of the file that can name a variable: the block of a `const`, else
 * the function, since a `var` is not bound to its block.
 */
export function scopeOf(
  { constant, declarator }: Variable,
  { program }: SourceFile,
): TSESTree.Node {
  return (
    nodesAround(program, declarator.range[0]).findLast(
      (node) =>
        isFunction(node) || (constant && node.type === "BlockStatement"),
    ) ?? program
  );
}
