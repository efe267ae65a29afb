import type { TSESTree } from "@typescript-eslint/utils";
import { innerStatements } from "../../source/statements.ts";
import type { FunctionNode } from "../../source/syntax-tree.ts";

/** The expressions a function returns, those of nested functions left out. */
export function returnedExpressions(node: FunctionNode): TSESTree.Expression[] {
  if (node.body.type !== "BlockStatement") {
    return [node.body];
  }
  const found: TSESTree.Expression[] = [];
  const open: TSESTree.Node[] = [node.body];
  for (let inner = open.pop(); inner; inner = open.pop()) {
    if (inner.type !== "ReturnStatement") {
      open.push(...innerStatements(inner).reverse());
    } else if (inner.argument) {
      found.push(inner.argument);
    }
  }
  return found;
}
