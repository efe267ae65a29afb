import type { TSESTree } from "@typescript-eslint/utils";
import {
  keyName,
  nodesAround,
  type Range,
  type SourceFile,
} from "./syntax-tree.ts";
import {
  indentOf,
  insertBehind,
  lineIndent,
  replaceElement,
} from "./insert-element.ts";
import type { SourceEdit } from "./replace-text.ts";

/**
 * Writes a property into an object literal, in the style of its neighbours. One
 * of that name is replaced: `stake: undefined` counts as missing, too.
 *
 * @param object where the object stands in the file
 * @param property the source of the property, `stake: "low"`; one of several
 *   lines as it stands without indent, in steps of two blanks, and is put on one line when its
 *   neighbours share a line
 * @param after keys behind which it belongs, the most wanted first; the last
 *   property when there is none of them
 * @returns `undefined` when there is no object literal at that place, and where
 *   a comment would be lost
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
  const own = findProperty(node, keyOf(property));
  if (own) {
    if (/\/[/*]/.test(file.text.slice(...own.range))) {
      return undefined;
    }
    return replaceElement(
      file.text,
      own.range,
      inStepsOf(node, own, property, file),
      onOneLine(property),
    );
  }
  const neighbour = findNeighbour(node, after);
  return neighbour
    ? insertBehind(file.text, neighbour.range, [
        indentOf(file.text, neighbour.range[0]) === undefined
          ? onOneLine(property)
          : inStepsOf(node, neighbour, property, file),
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

/** Lines in it are indented as its neighbour is in the object. */
function inStepsOf(
  object: TSESTree.Node,
  neighbour: TSESTree.Node,
  property: string,
  { text }: SourceFile,
): string {
  const outer = lineIndent(text, object.range[1]);
  const inner = lineIndent(text, neighbour.range[0]);
  const step = inner.startsWith(outer) ? inner.slice(outer.length) : "";
  return step === ""
    ? property
    : property.replaceAll(
        /\n( +)/g,
        (_, indent: string) => `\n${step.repeat(indent.length / 2)}`,
      );
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
    const found = findProperty(node, wanted);
    if (found) {
      return found;
    }
  }
  return node.properties.at(-1);
}

function findProperty(
  { properties }: TSESTree.ObjectExpression,
  name: string,
): TSESTree.Property | undefined {
  return properties.find(
    (property): property is TSESTree.Property =>
      property.type === "Property" &&
      keyName(property.key, property.computed) === name,
  );
}

/** `stake` in `stake: "low"`, `a-b` in `"a-b": "low"`. */
function keyOf(property: string): string {
  const [, quoted, plain] = /^(?:"([^"\\]*)"|([^\s:]+)):/.exec(property) ?? [];
  return quoted ?? plain ?? "";
}
