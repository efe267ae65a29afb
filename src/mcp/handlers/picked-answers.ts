import type { TSESTree } from "@typescript-eslint/utils";
import { findBinding, topLevelNames } from "../../source/bindings.ts";
import {
  isFunction,
  unwrap,
  type FunctionNode,
  type SourceFile,
} from "../../source/syntax-tree.ts";
import { calledName } from "./called-function.ts";
import { dataOrigin } from "./data-origin.ts";
import { elementsOf } from "./origin.ts";
import { returnedExpressions } from "./returned-expressions.ts";

/** The functions at a module's top level that surely answer fields somebody picked, by name. */
export type PickedAnswers = ReadonlySet<string>;

const deepest = 4;
const none: PickedAnswers = new Set();

/**
 * Reads which functions of a module answer nothing but object literals, or
 * lists of them, that name what they take: an extractor. What such a function
 * asked another one for is not looked into, so that the answer is a sure one
 * only where the literals stand in the function itself.
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
        isLiteral(answer, file, deepest) &&
        dataOrigin(answer, { allowProjection: true, file }).kind === "shaped",
    )
  );
}

/** An object literal, a list of them, a name for one, or no answer at all. */
function isLiteral(
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
        isLiteral(element, file, left - 1),
      );
    case "ConditionalExpression":
      return [node.consequent, node.alternate].every((branch) =>
        isLiteral(branch, file, left - 1),
      );
    case "CallExpression": {
      const [callback] = node.arguments;
      return (
        calledName(node) === "map" &&
        callback !== undefined &&
        isFunction(callback) &&
        returnedExpressions(callback).every((answer) =>
          isLiteral(answer, file, left - 1),
        )
      );
    }
    case "Identifier": {
      const binding = findBinding(file, node.name, node.range[0]);
      return (
        node.name === "undefined" ||
        (binding?.kind === "variable" &&
          binding.declarator.id.type === "Identifier" &&
          binding.declarator.init !== null &&
          isLiteral(binding.declarator.init, file, left - 1))
      );
    }
    default:
      return false;
  }
}
