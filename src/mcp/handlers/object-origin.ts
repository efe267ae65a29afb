import type { TSESTree } from "@typescript-eslint/utils";
import { findBinding } from "../../source/bindings.ts";
import { keyName, unwrap } from "../../source/syntax-tree.ts";
import { collectionName, isSmall, pagingName } from "./data-names.ts";
import {
  carried,
  firstTelling,
  shaped,
  type DataOrigin,
  type OriginReading,
} from "./origin.ts";

/** What the properties of an object come from. */
export function objectOrigin(
  node: TSESTree.ObjectExpression,
  left: number,
  reading: OriginReading,
): DataOrigin {
  return firstTelling(
    node.properties.map((property) =>
      property.type === "SpreadElement"
        ? carried(reading.of(property.argument, left - 1))
        : propertyOrigin(property, node, left, reading),
    ),
  );
}

function propertyOrigin(
  property: TSESTree.Property,
  object: TSESTree.ObjectExpression,
  left: number,
  reading: OriginReading,
): DataOrigin {
  const name = keyName(property.key, property.computed);
  const value = unwrap(property.value);
  if (name !== undefined && isSmall(name)) {
    return shaped;
  }
  return reading.allowProjection
    ? projectedOrigin(value, object, left, reading)
    : carried(reading.of(value, left - 1));
}

/** A property's value: a member of data is a field that was picked. */
function projectedOrigin(
  wrapped: TSESTree.Node,
  object: TSESTree.ObjectExpression,
  left: number,
  reading: OriginReading,
): DataOrigin {
  const node = unwrap(wrapped);
  switch (node.type) {
    case "ConditionalExpression":
      return firstTelling(
        [node.consequent, node.alternate].map((branch) =>
          projectedOrigin(branch, object, left, reading),
        ),
      );
    case "LogicalExpression":
      return firstTelling(
        [node.left, node.right].map((side) =>
          projectedOrigin(side, object, left, reading),
        ),
      );
    case "Identifier":
      if (isPick(node, object, reading)) {
        return shaped;
      }
      break;
    case "MemberExpression":
      if (
        !isCollectionInWrapper(object) &&
        !isResultValue(node, left, reading)
      ) {
        return shaped;
      }
      break;
    case "CallExpression":
      // `labels: issue.labels.slice(0, 5)` picks, too.
      if (
        node.callee.type === "MemberExpression" &&
        unwrap(node.callee.object).type === "MemberExpression"
      ) {
        return shaped;
      }
      break;
    default:
      break;
  }
  return carried(reading.of(node, left - 1));
}

/** `{ item: result.value }`: all that a Result holds. */
function isResultValue(
  node: TSESTree.MemberExpression,
  left: number,
  reading: OriginReading,
): boolean {
  return (
    keyName(node.property, node.computed) === "value" &&
    reading.of(node.object, left - 1).kind === "result"
  );
}

/**
 * Whether a name is one of several fields that one pattern takes out of data
 * and that this object puts together again: `{ id, author, labels }`. A
 * collection beside its cursor or its total is no choice of fields.
 */
function isPick(
  node: TSESTree.Identifier,
  { properties }: TSESTree.ObjectExpression,
  reading: OriginReading,
): boolean {
  const declarator = patternOf(node, reading);
  return (
    declarator !== undefined &&
    properties.some((property) => {
      const other =
        property.type === "Property" ? unwrap(property.value) : undefined;
      return (
        other?.type === "Identifier" &&
        other.name !== node.name &&
        !collectionName.test(other.name) &&
        !pagingName.test(other.name) &&
        patternOf(other, reading) === declarator
      );
    })
  );
}

function patternOf(
  { name, range }: TSESTree.Identifier,
  reading: OriginReading,
): TSESTree.VariableDeclarator | undefined {
  const binding = findBinding(reading.file, name, range[0]);
  return binding?.kind === "variable" &&
    binding.declarator.id.type === "ObjectPattern"
    ? binding.declarator
    : undefined;
}

/** `{ items: response.items }`: a whole collection under its own name. */
function isCollectionInWrapper({
  properties,
}: TSESTree.ObjectExpression): boolean {
  const [property, ...more] = properties;
  return (
    property?.type === "Property" &&
    more.length === 0 &&
    property.value.type === "MemberExpression" &&
    keyName(property.key, property.computed)?.endsWith("s") === true
  );
}
