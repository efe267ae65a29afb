import type { TSESTree } from "@typescript-eslint/utils";
import { innerStatements } from "../source/statements.ts";
import { keyName, unwrap, walk } from "../source/syntax-tree.ts";
import type { FunctionNode } from "../source/syntax-tree.ts";

/**
 * Whether a function may make servers that its switch has no case for: it
 * returns one before it comes there, by the name that it was given, or the
 * switch returns one for every other name.
 *
 * @param dispatch the function's switch over names
 */
export function makesWithoutCase(
  root: FunctionNode,
  dispatch: TSESTree.SwitchStatement,
): boolean {
  const others = dispatch.cases.find(({ test }) => test === null);
  return (
    returnsServer(others?.consequent ?? []) || returnsBefore(root, dispatch)
  );
}

function returnsServer(statements: readonly TSESTree.Node[]): boolean {
  return statements.some((statement) =>
    statement.type === "ReturnStatement"
      ? mayBeServer(statement.argument)
      : returnsServer(innerStatements(statement)),
  );
}

function returnsBefore(
  { body }: FunctionNode,
  dispatch: TSESTree.SwitchStatement,
): boolean {
  // The name, and what is looked up by it.
  const names = new Set<string>();
  const { discriminant } = dispatch;
  if (
    discriminant.type === "MemberExpression" &&
    discriminant.property.type === "Identifier"
  ) {
    names.add(discriminant.property.name);
  } else {
    addNames(discriminant, names);
  }
  const search = (
    statements: readonly TSESTree.Node[],
    decided: boolean,
  ): boolean =>
    statements.some((statement) => {
      if (statement.range[0] >= dispatch.range[0]) {
        return false;
      }
      switch (statement.type) {
        case "VariableDeclaration":
          for (const { id, init } of statement.declarations) {
            if (init && mentions(init, names)) {
              addNames(id, names);
            }
          }
          return false;
        case "ReturnStatement":
          return (
            mayBeServer(statement.argument) &&
            (decided || mentions(statement.argument, names))
          );
        default:
          return search(
            innerStatements(statement),
            decided || isDecidedBy(statement, names),
          );
      }
    });
  return search([body], false);
}

function isDecidedBy(
  statement: TSESTree.Node,
  names: ReadonlySet<string>,
): boolean {
  switch (statement.type) {
    case "IfStatement":
      return mentions(statement.test, names);
    case "SwitchStatement":
      return mentions(statement.discriminant, names);
    default:
      return false;
  }
}

function mentions(node: TSESTree.Node, names: ReadonlySet<string>): boolean {
  let found = false;
  walk(node, (inner) => {
    found ||= inner.type === "Identifier" && names.has(inner.name);
    return undefined;
  });
  return found;
}

function addNames(node: TSESTree.Node, names: Set<string>): void {
  walk(node, (inner) => {
    if (inner.type === "Identifier") {
      names.add(inner.name);
    }
    return undefined;
  });
}

/** Names of what is returned where there is no server. */
const refusal =
  /err(?:or)?$|never|assert|unreachable|exhaust|throw|fail|unsupported|unknown|invalid|not_?found|reject/i;

function mayBeServer(
  argument: TSESTree.Expression | null,
): argument is TSESTree.Expression {
  const value = argument && unwrap(argument);
  switch (value?.type) {
    case undefined:
    case "Literal":
    case "TemplateLiteral":
      return false;
    case "Identifier":
      return value.name !== "undefined" && !refusal.test(value.name);
    case "AwaitExpression":
      return mayBeServer(value.argument);
    case "CallExpression":
    case "NewExpression":
      return !refusal.test(calleeName(value.callee) ?? "");
    default:
      return true;
  }
}

function calleeName(callee: TSESTree.Expression): string | undefined {
  return callee.type === "MemberExpression"
    ? keyName(callee.property, callee.computed)
    : callee.type === "Identifier"
      ? callee.name
      : undefined;
}
