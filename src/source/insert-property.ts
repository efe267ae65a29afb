import type { TSESTree } from "@typescript-eslint/utils";
import {
  keyName,
  nodesAround,
  type Range,
  type SourceFile,
} from "./syntax-tree.ts";
import { indentOf, insertBehind } from "./insert-element.ts";
import type { SourceEdit } from "./replace-text.ts";

/**
 * Writes a property into an object literal, in the style of its neighbours.
 *
 * @param object where the object stands in the file
 * @param property the source of the property, `stake: "low"`; one of several
 *   lines as it stands without indent, and is put on one line when its
 *   neighbours share a line
 * @param after keys behind which it belongs, the most wanted first; the last
 *   property when there is none of them
 * @returns `undefined` when there is no object literal at that place
 */
export function insertProperty(
  file: SourceFile,
  object: Range,
  property: string,
  after: readonly string[],
): SourceEdit | undefined {
  const node = nodesAround(file.program, object[0]).find(
    (candidate): candidate is TSESTree.ObjectExpression =>
      candidate.type === "ObjectExpression" &&
      candidate.range[0] === object[0] &&
      candidate.range[1] === object[1],
  );
  if (!node) {
    return undefined;
  }
  const neighbour = findNeighbour(node, after);
  return neighbour
    ? insertBehind(file.text, neighbour.range, [
        indentOf(file.text, neighbour.range[0]) === undefined
          ? onOneLine(property)
          : property,
      ])
    : insertFirst(file.text, node.range, property);
}

function insertFirst(
  text: string,
  [start, end]: Range,
  property: string,
): SourceEdit {
  const isBlank = text.slice(start + 1, end - 1).trim() === "";
  return {
    range: [start + 1, isBlank ? end - 1 : start + 1],
    text: ` ${onOneLine(property)} `,
  };
}

function onOneLine(property: string): string {
  return property
    .replaceAll(/,\n[ \t]*(?=[}\]])/g, " ")
    .replaceAll(/\n[ \t]*/g, " ");
}

function findNeighbour(
  node: TSESTree.ObjectExpression,
  after: readonly string[],
): TSESTree.ObjectExpression["properties"][number] | undefined {
  for (const wanted of after) {
    const found = node.properties.find(
      (property) =>
        property.type === "Property" &&
        keyName(property.key, property.computed) === wanted,
    );
    if (found) {
      return found;
    }
  }
  return node.properties.at(-1);
}
