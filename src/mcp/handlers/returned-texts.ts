import type { TSESTree } from "@typescript-eslint/utils";
import { findBinding } from "../../source/bindings.ts";
import {
  isFunction,
  keyName,
  unwrap,
  type FunctionNode,
  type SourceFile,
} from "../../source/syntax-tree.ts";
import {
  isJsonStringify,
  localFunction,
  propertyValue,
} from "./called-function.ts";
import { returnedExpressions } from "./returned-expressions.ts";
import { usesOf } from "./variable-uses.ts";

/** What an expression is to the client: a result, its blocks, one, its text. */
export type OutputRole = "result" | "blocks" | "block" | "text";

/** A leaf that ends up in a text which a handler returns. */
export interface OutputLeaf {
  readonly node: TSESTree.Node;
  readonly role: OutputRole;
}

/**
 * Follows what a function returns down to the expressions that make up the
 * texts of its result: through `new Ok([...])`, `{ content: […] }`, variables
 * that are pushed or added to, callbacks such as those of `withAuth`, templates,
 * `+` chains, joins.
 *
 * A result that also has `structuredContent` has no leaves: the protocol asks
 * for a text copy of it.
 *
 * @returns calls and names it can't take apart any further, each once
 */
export function returnedLeaves(
  node: FunctionNode,
  role: OutputRole,
  file: SourceFile,
): OutputLeaf[] {
  const tracer = new OutputTracer(file);
  tracer.functionResult(node, role);
  return tracer.leaves;
}

/** String methods whose answer holds what the receiver holds. */
const keepingMethods = new Set([
  "concat",
  "padEnd",
  "padStart",
  "replace",
  "replaceAll",
  "slice",
  "substring",
  "toString",
  "trim",
  "trimEnd",
  "trimStart",
]);

class OutputTracer {
  readonly leaves: OutputLeaf[] = [];
  readonly #seen = new Map<TSESTree.Node, Set<OutputRole>>();
  readonly #file: SourceFile;

  constructor(file: SourceFile) {
    this.#file = file;
  }

  functionResult(node: FunctionNode, role: OutputRole): void {
    for (const returned of returnedExpressions(node)) {
      this.trace(returned, role);
    }
  }

  trace(wrapped: TSESTree.Node, role: OutputRole): void {
    const node = unwrap(wrapped);
    const roles = this.#seen.get(node) ?? new Set();
    if (roles.has(role)) {
      return;
    }
    this.#seen.set(node, roles.add(role));
    switch (node.type) {
      case "AwaitExpression":
        this.trace(node.argument, role);
        break;
      case "ConditionalExpression":
        this.trace(node.consequent, role);
        this.trace(node.alternate, role);
        break;
      case "LogicalExpression":
        this.trace(node.left, role);
        this.trace(node.right, role);
        break;
      case "Identifier":
        this.#name(node, role);
        break;
      case "ArrayExpression":
        this.#array(node, role);
        break;
      case "ObjectExpression":
        this.#object(node, role);
        break;
      case "NewExpression":
      case "CallExpression":
        this.#call(node, role);
        break;
      case "TemplateLiteral":
        for (const expression of node.expressions) {
          this.trace(expression, "text");
        }
        break;
      case "TaggedTemplateExpression":
        this.trace(node.quasi, "text");
        break;
      case "BinaryExpression":
        if (node.operator === "+") {
          this.trace(node.left, "text");
          this.trace(node.right, "text");
        }
        break;
      default:
        break;
    }
  }

  #array(node: TSESTree.ArrayExpression, role: OutputRole): void {
    if (role === "result") {
      return;
    }
    for (const element of node.elements) {
      if (element?.type === "SpreadElement") {
        this.trace(element.argument, role);
      } else if (element) {
        this.trace(element, role === "blocks" ? "block" : role);
      }
    }
  }

  #object(node: TSESTree.ObjectExpression, role: OutputRole): void {
    if (role === "result") {
      const content = propertyValue(node, "content");
      if (propertyValue(node, "structuredContent")) {
        return;
      }
      if (content) {
        this.trace(content, "blocks");
        return;
      }
      for (const property of node.properties) {
        if (property.type === "SpreadElement") {
          this.trace(property.argument, "result");
        }
      }
    } else if (role === "block" || role === "blocks") {
      const text = propertyValue(node, "text");
      if (text) {
        this.trace(text, "text");
      }
    }
  }

  #call(
    node: TSESTree.CallExpression | TSESTree.NewExpression,
    role: OutputRole,
  ): void {
    const { callee } = node;
    const name = callee.type === "Identifier" ? callee.name : undefined;
    const [first] = node.arguments;
    if (role === "result" && name === "Ok" && first) {
      this.trace(first, "blocks");
      return;
    }
    if (node.type === "NewExpression") {
      return;
    }
    this.leaves.push({ node, role });
    if (isJsonStringify(node)) {
      return;
    }
    if (callee.type === "MemberExpression") {
      this.#method(node, callee, role);
    }
    if (role === "result") {
      for (const closure of closuresIn(node.arguments, this.#file)) {
        this.functionResult(closure, "result");
      }
    }
  }

  #method(
    node: TSESTree.CallExpression,
    callee: TSESTree.MemberExpression,
    role: OutputRole,
  ): void {
    const method = keyName(callee.property, callee.computed) ?? "";
    const [first] = node.arguments;
    if (method === "map" || method === "flatMap") {
      if (first && isFunction(first)) {
        const inner = role === "blocks" && method === "map" ? "block" : role;
        this.functionResult(first, inner);
      }
    } else if (method === "join" || keepingMethods.has(method)) {
      this.trace(callee.object, role);
      if (method === "concat") {
        for (const argument of node.arguments) {
          this.trace(argument, role);
        }
      }
    } else if (method === "filter") {
      this.trace(callee.object, role);
    }
  }

  #name(node: TSESTree.Identifier, role: OutputRole): void {
    const binding = findBinding(this.#file, node.name, node.range[0]);
    if (binding?.kind !== "variable") {
      this.leaves.push({ node, role });
      return;
    }
    const uses = usesOf(node.name, binding, this.#file);
    if (
      role === "result" &&
      uses.memberAssigned.some(({ name }) => name === "structuredContent")
    ) {
      return;
    }
    const { id, init } = binding.declarator;
    if (init && id.type === "Identifier") {
      this.trace(init, role);
    }
    for (const value of uses.assigned) {
      this.trace(value, role);
    }
    this.#pushed(uses.pushed, role === "blocks" ? "block" : role);
    if (role === "result") {
      for (const { name, value } of uses.memberAssigned) {
        if (name === "content") {
          this.trace(value, "blocks");
        }
      }
      for (const { name, value } of uses.memberPushed) {
        if (name === "content") {
          this.#pushed(value, "block");
        }
      }
    }
  }

  #pushed(
    args: readonly TSESTree.CallExpressionArgument[],
    role: OutputRole,
  ): void {
    for (const argument of args) {
      if (argument.type === "SpreadElement") {
        this.trace(argument.argument, role === "block" ? "blocks" : role);
      } else {
        this.trace(argument, role);
      }
    }
  }
}

/** The functions among arguments, named ones too, and in objects among them. */
function closuresIn(
  args: readonly TSESTree.CallExpressionArgument[],
  file: SourceFile,
): FunctionNode[] {
  return args.flatMap((argument) =>
    argument.type === "ObjectExpression"
      ? argument.properties.flatMap((property) =>
          property.type === "Property" ? functionsAt(property.value, file) : [],
        )
      : functionsAt(argument, file),
  );
}

function functionsAt(node: TSESTree.Node, file: SourceFile): FunctionNode[] {
  if (isFunction(node)) {
    return [node];
  }
  const named =
    node.type === "Identifier" ? localFunction(node, file) : undefined;
  return named ? [named] : [];
}
