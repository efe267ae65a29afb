import type { TSESTree } from "@typescript-eslint/utils";
import { findBinding, type Binding } from "../../source/bindings.ts";
import {
  keyName,
  nodesAround,
  unwrap,
  type FunctionNode,
  type SourceFile,
} from "../../source/syntax-tree.ts";
import { calledName } from "./called-function.ts";
import { isSmall, scalarName } from "./data-names.ts";
import { raw, shaped, type DataOrigin, type OriginReading } from "./origin.ts";
import { awaitedFunction, resultFunctions, usesOf } from "./variable-uses.ts";

/** Where the value of a name comes from. */
export function nameOrigin(
  node: TSESTree.Identifier,
  left: number,
  reading: OriginReading,
): DataOrigin {
  const { file, handler, helper } = reading;
  const { name, range } = node;
  const binding = findBinding(file, name, range[0]);
  switch (binding?.kind) {
    case "variable":
      return binding.declarator.id.type === "Identifier"
        ? variableOrigin(name, binding, left, reading)
        : takenOrigin(name, binding.declarator, left, reading);
    case "element": {
      const origin = reading.of(binding.list, left - 1);
      return origin.kind === "raw" ? raw : shaped;
    }
    case "caught":
      return isWholeError(name, range[0], file) ? { kind: "error" } : shaped;
    case "parameter":
      if (binding.node === helper) {
        return parameterOrigin(binding.node, binding.index, name);
      }
      return binding.node === handler &&
        binding.index === 0 &&
        binding.node.params[0]?.type === "Identifier"
        ? { kind: "input" }
        : callbackOrigin(binding.node, binding.index, name, left, reading);
    default:
      return shaped;
  }
}

function variableOrigin(
  name: string,
  binding: Extract<Binding, { kind: "variable" }>,
  left: number,
  reading: OriginReading,
): DataOrigin {
  const uses = usesOf(name, binding, reading.file);
  // What is cut or overwritten field by field is no longer as it came.
  if (
    uses.isPruned ||
    uses.memberAssigned.length > 0 ||
    scalarName.test(name)
  ) {
    return shaped;
  }
  const { init } = binding.declarator;
  const origins = [
    ...[...(init ? [init] : []), ...uses.assigned].filter(
      (value) => !isEmpty(value),
    ),
    ...uses.pushed.map((pushed) =>
      pushed.type === "SpreadElement" ? pushed.argument : pushed,
    ),
  ].map((value) => reading.of(value, left - 1));
  const [first] = origins;
  // Of several values one may well be the projection of another.
  const origin =
    first && origins.every(({ kind }) => kind === first.kind) ? first : shaped;
  return origin.kind === "raw" && (uses.isResult || isResultOf(init, reading))
    ? { kind: "result" }
    : origin;
}

/** Whether what a function answers is a Result wherever else it is called. */
function isResultOf(
  init: TSESTree.Node | null,
  reading: OriginReading,
): boolean {
  const name = awaitedFunction(init);
  return name !== undefined && resultFunctions(reading.file).has(name);
}

/** What a pattern takes out of raw data is as raw, but for small values. */
function takenOrigin(
  name: string,
  { id, init }: TSESTree.VariableDeclarator,
  left: number,
  reading: OriginReading,
): DataOrigin {
  const origin = init ? reading.of(init, left - 1) : shaped;
  // `const { internal, ...rest } = item`: somebody chose what to leave out.
  if (id.type === "ObjectPattern" && isRest(id, name)) {
    return id.properties.length > 1 ? shaped : origin;
  }
  if (origin.kind === "result" && id.type === "ObjectPattern") {
    return patternKey(id, name) === "value" ? raw : shaped;
  }
  return origin.kind === "raw" && !isSmall(name) ? raw : shaped;
}

/** Methods that hand the elements of a list to a callback, one by one. */
const elementMethods = new Set(["filter", "flatMap", "forEach", "map"]);

/** `items.map((item) => …)`: as raw as the items. */
function callbackOrigin(
  callback: FunctionNode,
  index: number,
  name: string,
  left: number,
  reading: OriginReading,
): DataOrigin {
  const pattern = callback.params[index];
  if (index > 0 || pattern?.type !== "Identifier" || pattern.name !== name) {
    return shaped;
  }
  const call = callAround(callback, reading.file);
  if (
    call?.callee.type === "MemberExpression" &&
    elementMethods.has(calledName(call) ?? "")
  ) {
    const origin = reading.of(call.callee.object, left - 1);
    return origin.kind === "raw" ? raw : shaped;
  }
  return calledName(call) === "then" ? raw : shaped;
}

/** A value that a variable starts out with before it gets its own. */
function isEmpty(wrapped: TSESTree.Node): boolean {
  const node = unwrap(wrapped);
  switch (node.type) {
    case "ArrayExpression":
      return node.elements.length === 0;
    case "ObjectExpression":
      return node.properties.length === 0;
    case "Identifier":
      return node.name === "undefined";
    case "Literal":
      return node.value === null || node.value === "";
    default:
      return false;
  }
}

/** Whether a name is what a `catch` caught, not a part of it. */
function isWholeError(name: string, offset: number, file: SourceFile): boolean {
  const clause = nodesAround(file.program, offset).findLast(
    (node): node is TSESTree.CatchClause => node.type === "CatchClause",
  );
  return clause?.param?.type === "Identifier" && clause.param.name === name;
}

function parameterOrigin(
  helper: FunctionNode,
  index: number,
  name: string,
): DataOrigin {
  const parameter = helper.params[index];
  const pattern =
    parameter?.type === "AssignmentPattern" ? parameter.left : parameter;
  if (pattern?.type === "Identifier") {
    return { kind: "parameter", index, key: undefined };
  }
  const key =
    pattern?.type === "ObjectPattern" ? patternKey(pattern, name) : undefined;
  return key === undefined ? shaped : { kind: "parameter", index, key };
}

function isRest({ properties }: TSESTree.ObjectPattern, name: string): boolean {
  return properties.some(
    (property) =>
      property.type === "RestElement" && bindsName(property.argument, name),
  );
}

/** The property that a pattern binds to a name. */
function patternKey(
  { properties }: TSESTree.ObjectPattern,
  name: string,
): string | undefined {
  const property = properties.find(
    (candidate) =>
      candidate.type === "Property" && bindsName(candidate.value, name),
  );
  return property?.type === "Property"
    ? keyName(property.key, property.computed)
    : undefined;
}

function bindsName(pattern: TSESTree.Node, name: string): boolean {
  const target = pattern.type === "AssignmentPattern" ? pattern.left : pattern;
  return target.type === "Identifier" && target.name === name;
}

function callAround(
  callback: FunctionNode,
  file: SourceFile,
): TSESTree.CallExpression | undefined {
  const path = nodesAround(file.program, callback.range[0]);
  const parent = path[path.indexOf(callback) - 1];
  return parent?.type === "CallExpression" ? parent : undefined;
}
