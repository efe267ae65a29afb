import type { TSESTree } from "@typescript-eslint/utils";
import {
  keyName,
  nodesAround,
  type Range,
  type SourceFile,
} from "./syntax-tree.ts";
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
    ? insertBehind(file.text, neighbour.range, property)
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

function insertBehind(
  text: string,
  [start, end]: Range,
  property: string,
): SourceEdit {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const indent = text.slice(lineStart, start);
  if (indent.trim() !== "") {
    return { range: [end, end], text: `, ${onOneLine(property)}` };
  }
  const newLine = `${text[lineStart - 2] === "\r" ? "\r\n" : "\n"}${indent}`;
  const indented = property.replaceAll("\n", newLine);
  const nextLine = text.indexOf("\n", end);
  const rest = text
    .slice(end, nextLine === -1 ? text.length : nextLine)
    .trimEnd();
  const [, comma, comment] = behindProperty.exec(rest) ?? [];
  // A comment on the neighbour's line stays with the neighbour.
  return comment === undefined
    ? { range: [end, end], text: `,${newLine}${indented}` }
    : {
        range: [end, end + rest.length],
        text: `,${comment}${newLine}${indented}${comma ?? ""}`,
      };
}

function onOneLine(property: string): string {
  return property.replaceAll(/,\n *(?=[}\]])/g, " ").replaceAll(/\n */g, " ");
}

/** A comma, or none, and one comment that ends the line. */
const behindProperty = /^(,?)(\s*(?:\/\/.*|\/\*(?:(?!\*\/).)*\*\/))$/;

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
