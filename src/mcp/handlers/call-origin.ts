import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, unwrap } from "../../source/syntax-tree.ts";
import { calledName, calleePath, isJsonStringify } from "./called-function.ts";
import { passingFunctions, passingMethods } from "./data-names.ts";
import {
  firstTelling,
  raw,
  shaped,
  text,
  type DataOrigin,
  type OriginReading,
} from "./origin.ts";
import { returnedExpressions } from "./returned-expressions.ts";

/** Where that comes from which a call answers at once. */
export function callOrigin(
  node: TSESTree.CallExpression,
  left: number,
  reading: OriginReading,
): DataOrigin {
  if (isJsonStringify(node)) {
    return text;
  }
  const { callee } = node;
  const name = calledName(node);
  const [first] = node.arguments;
  if (name === "json" && node.arguments.length === 0) {
    return raw; // the body of a response
  }
  if (callee.type !== "MemberExpression") {
    return name === "String"
      ? text
      : name === "structuredClone" && first
        ? reading.of(first, left - 1)
        : shaped;
  }
  const path = calleePath(node);
  if (path === "JSON.parse" && first) {
    return parsedOrigin(first, left, reading);
  }
  if (passingFunctions.has(path)) {
    return firstTelling(
      node.arguments.map((argument) => reading.of(argument, left - 1)),
    );
  }
  if (name === "map" || name === "flatMap") {
    return mappedOrigin(first, callee.object, left, reading);
  }
  return name !== undefined && passingMethods.has(name)
    ? passedOrigin(callee.object, left, reading)
    : shaped;
}

/** `JSON.parse(JSON.stringify(x))` is a copy; a text from outside is raw. */
function parsedOrigin(
  source: TSESTree.Node,
  left: number,
  reading: OriginReading,
): DataOrigin {
  const inner = unwrap(source);
  if (inner.type === "CallExpression" && isJsonStringify(inner)) {
    const [data] = inner.arguments;
    return data && inner.arguments.length === 1
      ? reading.of(data, left - 1)
      : shaped;
  }
  const { kind } = reading.of(inner, left - 1);
  return kind === "raw" || kind === "string" ? raw : shaped;
}

/** Part of a list; `Object.entries(x).filter(…)` picks fields. */
function passedOrigin(
  list: TSESTree.Node,
  left: number,
  reading: OriginReading,
): DataOrigin {
  const inner = unwrap(list);
  return inner.type === "CallExpression" &&
    calleePath(inner) === "Object.entries"
    ? shaped
    : reading.of(inner, left - 1);
}

/** `items.map(…)` is as raw as what its callback answers. */
function mappedOrigin(
  callback: TSESTree.Node | undefined,
  list: TSESTree.Node,
  left: number,
  reading: OriginReading,
): DataOrigin {
  if (!callback || !isFunction(callback)) {
    return shaped;
  }
  const origins = returnedExpressions(callback).map((returned) =>
    reading.of(returned, left - 1),
  );
  return origins.length > 0 && origins.every(({ kind }) => kind === "raw")
    ? reading.of(list, left - 1)
    : shaped;
}
