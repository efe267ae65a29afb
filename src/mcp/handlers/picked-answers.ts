import type { TSESTree } from "@typescript-eslint/utils";
import { findBinding, topLevelNames } from "../../source/bindings.ts";
import {
  isFunction,
  unwrap,
  type FunctionNode,
  type SourceFile,
} from "../../source/syntax-tree.ts";
import { calledFunction, calledName } from "./called-function.ts";
import { dataOrigin } from "./data-origin.ts";
import { elementsOf } from "./origin.ts";
import { returnedExpressions } from "./returned-expressions.ts";
import { isShapingCall } from "./shaping-call.ts";

/** The functions at a module's top level that surely answer fields somebody picked, by name. */
export type PickedAnswers = ReadonlySet<string>;

const deepest = 4;
const none: PickedAnswers = new Set();

/**
 * Reads which functions of a module answer nothing but object literals, or
 * lists of them, that name what they take: an extractor. Where they call other
 * functions for it, these have to stand in the same module, or to say by their
 * name that they shape.
 */
export function readPickedAnswers(file: SourceFile): PickedAnswers {
  const names: string[] = [];
  for (const [name, binding] of topLevelNames(file)) {
    const node =
      binding.kind === "function"
        ? binding.node
        : binding.kind === "variable" && binding.declarator.init
          ? unwrap(binding.declarator.init)
          : undefined;
    if (node && isFunction(node) && answersPicked(node, file)) {
      names.push(name);
    }
  }
  return names.length === 0 ? none : new Set(names);
}

function answersPicked(node: FunctionNode, file: SourceFile): boolean {
  const answers = returnedExpressions(node);
  return (
    answers.length > 0 &&
    answers.every(
      (answer) =>
        isMade(answer, file, deepest) &&
        dataOrigin(answer, { allowProjection: true, file }).kind === "shaped",
    )
  );
}

/** Whether it is made here: an object literal, a list of them, a name for one, what a call makes of data, or no answer at all. */
function isMade(
  wrapped: TSESTree.Node,
  file: SourceFile,
  left: number,
): boolean {
  const node = unwrap(wrapped);
  if (left <= 0) {
    return false;
  }
  switch (node.type) {
    case "ObjectExpression":
      return true;
    case "Literal":
      return node.value === null;
    case "ArrayExpression":
      return elementsOf(node).every((element) =>
        isMade(element, file, left - 1),
      );
    case "ConditionalExpression":
      return [node.consequent, node.alternate].every((branch) =>
        isMade(branch, file, left - 1),
      );
    case "AwaitExpression":
      return isMade(node.argument, file, left - 1);
    case "CallExpression":
      return (
        // `schema.parse(data)` checks data, and hands most of it on.
        (isShapingCall(node, file) &&
          calledName(node)?.startsWith("parse") !== true) ||
        answersOf(node, file).some((answers) =>
          answers.every((answer) => isMade(answer, file, left - 1)),
        )
      );
    case "Identifier": {
      const binding = findBinding(file, node.name, node.range[0]);
      return (
        node.name === "undefined" ||
        (binding?.kind === "variable" &&
          binding.declarator.id.type === "Identifier" &&
          binding.declarator.init !== null &&
          isMade(binding.declarator.init, file, left - 1))
      );
    }
    default:
      return false;
  }
}

/** What is answered by the function that a call runs, or that it maps with; one list, or none where neither is known. */
function answersOf(
  call: TSESTree.CallExpression,
  file: SourceFile,
): TSESTree.Expression[][] {
  const [callback] = call.arguments;
  const run =
    calledName(call) === "map" && callback && isFunction(callback)
      ? callback
      : calledFunction(call, file);
  return run ? [returnedExpressions(run)] : [];
}
