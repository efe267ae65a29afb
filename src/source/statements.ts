import type { TSESTree } from "@typescript-eslint/utils";

/**
 * The statements that stand directly in another one, in its function: those of
 * blocks, branches and loops. What they have in common: `var`s and `return`s.
 */
export function innerStatements(node: TSESTree.Node): TSESTree.Node[] {
  switch (node.type) {
    case "BlockStatement":
      return [...node.body];
    case "IfStatement":
      return node.alternate
        ? [node.consequent, node.alternate]
        : [node.consequent];
    case "ForStatement":
      return node.init ? [node.init, node.body] : [node.body];
    case "ForInStatement":
    case "ForOfStatement":
      return [node.left, node.body];
    case "DoWhileStatement":
    case "LabeledStatement":
    case "WhileStatement":
    case "WithStatement":
      return [node.body];
    case "SwitchStatement":
      return node.cases.flatMap(({ consequent }) => consequent);
    case "TryStatement":
      return [node.block, node.handler?.body, node.finalizer].filter(
        (block) => !!block,
      );
    case "ExportNamedDeclaration":
      return node.declaration ? [node.declaration] : [];
    default:
      return [];
  }
}

/** What stands at the top level of a file, exported or not. */
export function topLevelStatements({
  body,
}: TSESTree.Program): TSESTree.Node[] {
  return body.map((statement) =>
    statement.type === "ExportNamedDeclaration" && statement.declaration
      ? statement.declaration
      : statement,
  );
}

/** The imports of a file. */
export function importDeclarations({
  body,
}: TSESTree.Program): TSESTree.ImportDeclaration[] {
  return body.filter((statement) => statement.type === "ImportDeclaration");
}
