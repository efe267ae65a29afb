import type { TSESTree } from "@typescript-eslint/utils";
import { nameOffsets } from "../../source/occurrences.ts";
import type { ObjectValue, StaticValue } from "../../source/static-value.ts";
import {
  isFunction,
  keyName,
  nodesAround,
  unwrap,
  type FunctionNode,
} from "../../source/syntax-tree.ts";
import { returnedExpressions } from "../handlers/returned-expressions.ts";
import { isObject } from "../reading.ts";
import type { Reading } from "./dialect.ts";

/**
 * A function of the file that returns an object made of its parameters:
 * `const tool = (name, description, schema) => ({ name, description,
 * inputSchema: schema })`.
 */
export interface ToolMaker {
  readonly object: TSESTree.ObjectExpression;
  readonly name: string;
  /** The parameters' names; `undefined` for one that is taken apart. */
  readonly parameters: readonly (string | undefined)[];
}

/** A call of such a function. */
export interface MakerCall {
  readonly path: readonly TSESTree.Node[];
  readonly call: TSESTree.CallExpression;
  /** What the parameters stand for, by their names. */
  readonly given: ReadonlyMap<string, TSESTree.Expression>;
}

/**
 * The function that an object is the result of.
 *
 * @param path the nodes around the object and what is in it
 */
export function toolMaker(
  object: TSESTree.ObjectExpression,
  path: readonly TSESTree.Node[],
): ToolMaker | undefined {
  const at = path.slice(0, path.indexOf(object)).findLastIndex(isFunction);
  const maker = path[at];
  if (!maker || !isFunction(maker)) {
    return undefined;
  }
  const [result, ...others] = returnedExpressions(maker);
  const name = nameOf(maker, path[at - 1]);
  return result && others.length === 0 && unwrap(result) === object && name
    ? { object, name, parameters: maker.params.map(parameterName) }
    : undefined;
}

function nameOf(
  maker: FunctionNode,
  parent: TSESTree.Node | undefined,
): string | undefined {
  return parent?.type === "VariableDeclarator"
    ? parent.id.type === "Identifier"
      ? parent.id.name
      : undefined
    : maker.id?.name;
}

function parameterName(parameter: TSESTree.Parameter): string | undefined {
  const named =
    parameter.type === "AssignmentPattern" ? parameter.left : parameter;
  return named.type === "Identifier" ? named.name : undefined;
}

/** The calls of a maker in its file. */
export function* makerCalls(
  { name, parameters }: ToolMaker,
  { file }: Reading,
): Generator<MakerCall> {
  for (const offset of nameOffsets(file.text, name, [0, file.text.length])) {
    const path = nodesAround(file.program, offset);
    const callee = path.at(-1);
    const call = path.at(-2);
    if (call?.type !== "CallExpression" || call.callee !== callee) {
      continue;
    }
    const given = new Map<string, TSESTree.Expression>();
    for (const [index, argument] of call.arguments.entries()) {
      const parameter = parameters[index];
      if (argument.type === "SpreadElement") {
        break;
      }
      if (parameter !== undefined) {
        given.set(parameter, argument);
      }
    }
    yield { call, given, path: [...path] };
  }
}

/**
 * The object that a call makes, as if it were written out in place of the call.
 */
export function madeObject(
  { object }: ToolMaker,
  { call, given }: MakerCall,
  { evaluate }: Reading,
): ObjectValue | undefined {
  const made = evaluate(object);
  return isObject(made)
    ? {
        ...made.value,
        range: call.range,
        members: made.value.members.map((member) => ({
          ...member,
          value: withArguments(member.value, (name) => {
            const argument = given.get(name);
            return argument && evaluate(argument).value;
          }),
        })),
      }
    : undefined;
}

/** A value with arguments for parameters, also where a call takes one. */
function withArguments(
  value: StaticValue,
  argument: (name: string) => StaticValue | undefined,
): StaticValue {
  if (value.kind === "unknown") {
    return (
      (value.name === undefined ? undefined : argument(value.name)) ?? value
    );
  }
  return value.kind === "call"
    ? {
        ...value,
        args: value.args.map((one) => ({
          ...one,
          value: withArguments(one.value, argument),
        })),
      }
    : value;
}

/** The argument that becomes a member of what a call makes. */
export function argumentOf(
  { object }: ToolMaker,
  { given }: MakerCall,
  isMember: (name: string) => boolean,
): TSESTree.Expression | undefined {
  for (const property of object.properties) {
    if (
      property.type === "Property" &&
      property.value.type === "Identifier" &&
      isMember(keyName(property.key, property.computed) ?? "")
    ) {
      return given.get(property.value.name);
    }
  }
  return undefined;
}
