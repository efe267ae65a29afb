import type { TSESTree } from "@typescript-eslint/utils";
import { findBinding } from "../../source/bindings.ts";
import { isFunction, unwrap } from "../../source/syntax-tree.ts";
import {
  calledFunction,
  calledName,
  calleePath,
  importedFunction,
} from "./called-function.ts";
import {
  firstTelling,
  raw,
  shaped,
  text,
  elementsOf,
  type DataOrigin,
  type OriginReading,
} from "./origin.ts";
import { returnedExpressions } from "./returned-expressions.ts";
import { isShapingCall } from "./shaping-call.ts";

/** Where that comes from which a promise is fulfilled with. */
export function promisedOrigin(
  wrapped: TSESTree.Node,
  left: number,
  reading: OriginReading,
): DataOrigin {
  const node = unwrap(wrapped);
  if (left <= 0) {
    return shaped;
  }
  if (node.type === "ArrayExpression") {
    return firstTelling(
      elementsOf(node).map((element) => reading.promised(element, left - 1)),
    );
  }
  if (node.type === "Identifier") {
    const init = initOf(node, reading);
    return init ? reading.promised(init, left - 1) : reading.of(node, left);
  }
  if (node.type === "TaggedTemplateExpression") {
    return raw; // await sql`…`
  }
  if (node.type !== "CallExpression") {
    return reading.of(node, left);
  }
  const [first] = node.arguments;
  const name = calledName(node);
  if (calleePath(node).startsWith("Promise.")) {
    return first ? reading.promised(first, left - 1) : shaped;
  }
  if (name === "map" && first) {
    return isFunction(first)
      ? firstTelling(
          returnedExpressions(first).map((returned) =>
            reading.promised(returned, left - 1),
          ),
        )
      : shaped;
  }
  return awaitedCallOrigin(node, name, left, reading);
}

function awaitedCallOrigin(
  node: TSESTree.CallExpression,
  name: string | undefined,
  left: number,
  reading: OriginReading,
): DataOrigin {
  if (isShapingCall(node, reading.file)) {
    return shaped;
  }
  if (name === "text") {
    return text;
  }
  const local = calledFunction(node, reading.file);
  if (!local) {
    return reading.allowProjection && answersPicked(node, reading)
      ? shaped
      : raw;
  }
  const origins = returnedExpressions(local).map((returned) =>
    isOwnCall(returned, reading)
      ? reading.promised(returned, left - 2)
      : reading.of(returned, left - 2),
  );
  return origins.some(({ kind }) => kind === "raw") ? raw : shaped;
}

/** Whether an imported function is called that picks the fields it answers. */
function answersPicked(
  call: TSESTree.CallExpression,
  { answers, file }: OriginReading,
): boolean {
  const named = importedFunction(call, file);
  return (
    named !== undefined &&
    answers?.(file.path, named.specifier, named.imported) === true
  );
}

/** `return this.request(path)`: a promise handed on. */
function isOwnCall(node: TSESTree.Node, reading: OriginReading): boolean {
  if (node.type !== "CallExpression") {
    return false;
  }
  let callee = unwrap(node.callee);
  while (callee.type === "MemberExpression") {
    callee = unwrap(callee.object);
  }
  return (
    callee.type === "ThisExpression" ||
    calledFunction(node, reading.file) !== undefined
  );
}

function initOf(
  node: TSESTree.Identifier,
  reading: OriginReading,
): TSESTree.Node | undefined {
  const { file } = reading;
  const binding = findBinding(file, node.name, node.range[0]);
  return binding?.kind === "variable" &&
    binding.constant &&
    binding.declarator.id.type === "Identifier"
    ? (binding.declarator.init ?? undefined)
    : undefined;
}
