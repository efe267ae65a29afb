import type { TSESTree } from "@typescript-eslint/utils";
import {
  keyName,
  unwrap,
  type FunctionNode,
  type SourceFile,
} from "../../source/syntax-tree.ts";
import { promisedOrigin } from "./awaited-origin.ts";
import { callOrigin } from "./call-origin.ts";
import { indexName, isSmall } from "./data-names.ts";
import { nameOrigin } from "./name-origin.ts";
import { objectOrigin } from "./object-origin.ts";
import {
  carried,
  elementsOf,
  firstTelling,
  raw,
  shaped,
  text,
  type AnswerLookup,
  type DataOrigin,
  type OriginOptions,
  type OriginReading,
} from "./origin.ts";

const deepest = 12;

/** Judges an expression that is handed to `JSON.stringify`. */
export function dataOrigin(
  node: TSESTree.Node,
  options: OriginOptions,
): DataOrigin {
  return new OriginReader(options).of(node, deepest);
}

class OriginReader implements OriginReading {
  readonly file: SourceFile;
  readonly answers: AnswerLookup | undefined;
  readonly helper: FunctionNode | undefined;
  readonly handler: FunctionNode | undefined;
  readonly allowProjection: boolean;

  constructor({
    allowProjection,
    answers,
    file,
    handler,
    helper,
  }: OriginOptions) {
    this.answers = answers;
    this.file = file;
    this.helper = helper;
    this.handler = handler;
    this.allowProjection = allowProjection;
  }

  of(wrapped: TSESTree.Node, left: number): DataOrigin {
    const node = unwrap(wrapped);
    if (left <= 0) {
      return shaped;
    }
    switch (node.type) {
      case "AwaitExpression":
        return this.promised(node.argument, left);
      case "Identifier":
        return nameOrigin(node, left, this);
      case "MemberExpression":
        return memberOrigin(node, left, this);
      case "ObjectExpression":
        return objectOrigin(node, left, this);
      case "ArrayExpression":
        return firstTelling(
          elementsOf(node).map((element) =>
            carried(this.of(element, left - 1)),
          ),
        );
      case "CallExpression":
        return callOrigin(node, left, this);
      case "NewExpression":
        return node.callee.type === "Identifier" &&
          node.callee.name.endsWith("Error")
          ? { kind: "error" }
          : shaped;
      case "TemplateLiteral":
        return text;
      case "Literal":
        return typeof node.value === "string" ? text : shaped;
      case "BinaryExpression":
        return isText(node) ? text : shaped;
      case "ConditionalExpression":
        return firstTelling([
          this.of(node.consequent, left - 1),
          this.of(node.alternate, left - 1),
        ]);
      case "LogicalExpression":
        return firstTelling([
          this.of(node.left, left - 1),
          this.of(node.right, left - 1),
        ]);
      default:
        return shaped;
    }
  }

  promised(wrapped: TSESTree.Node, left: number): DataOrigin {
    return promisedOrigin(wrapped, left, this);
  }
}

function memberOrigin(
  node: TSESTree.MemberExpression,
  left: number,
  reading: OriginReading,
): DataOrigin {
  const property = keyName(node.property, node.computed);
  const origin = reading.of(node.object, left - 1);
  if (property === "value" && origin.kind === "result") {
    return raw;
  }
  if (property === "error") {
    return origin.kind === "result" ? { kind: "error" } : shaped;
  }
  // `row[key]`: one of the values of a table, which may well be small.
  if (property === undefined ? !isIndex(node.property) : isSmall(property)) {
    return shaped;
  }
  switch (origin.kind) {
    case "raw":
      return raw;
    case "parameter": {
      const { part } = origin;
      return {
        ...origin,
        part: [part, property ?? "[]"]
          .filter((step) => step !== undefined)
          .join("."),
      };
    }
    default:
      return shaped;
  }
}

/** `rows[i]`, `rows[rows.length - 1]`: an element of a list. */
function isIndex(node: TSESTree.Node): boolean {
  return node.type === "Identifier"
    ? indexName.test(node.name)
    : node.type === "BinaryExpression";
}

function isText(node: TSESTree.BinaryExpression): boolean {
  return (
    node.operator === "+" &&
    [node.left, node.right].some(
      (side) =>
        side.type === "TemplateLiteral" ||
        (side.type === "Literal" && typeof side.value === "string") ||
        (side.type === "BinaryExpression" && isText(side)),
    )
  );
}
