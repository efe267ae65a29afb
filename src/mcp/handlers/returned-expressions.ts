import type { TSESTree } from "@typescript-eslint/utils";
import {
  isFunction,
  skipChildren,
  walk,
  type FunctionNode,
} from "../../source/syntax-tree.ts";

/** The expressions a function returns, those of nested functions left out. */
export function returnedExpressions(node: FunctionNode): TSESTree.Expression[] {
  if (node.body.type !== "BlockStatement") {
    return [node.body];
  }
  const found: TSESTree.Expression[] = [];
  walk(node.body, (inner) => {
    if (isFunction(inner)) {
      return skipChildren;
    }
    if (inner.type === "ReturnStatement" && inner.argument) {
      found.push(inner.argument);
    }
    return undefined;
  });
  return found;
}
