import type { TSESTree } from "@typescript-eslint/utils";
import { topLevelNames } from "../../source/bindings.ts";
import {
  arrayAround,
  keyName,
  unwrap,
  type SourceFile,
} from "../../source/syntax-tree.ts";
import type { Tool } from "../model.ts";
import { hasMember, isObject, placeOf } from "../reading.ts";
import type { Dialect, Reading, ToolList } from "./dialect.ts";
import { readToolObject } from "./tool-object.ts";

/** Members that only Dust's tools have. */
const memberWords = ["stake", "displayLabels"];
const typeWords = ["ToolType"];

/**
 * `[{ name, description, schema, stake, displayLabels }] as const satisfies
 * readonly …ToolType[]`: what the newest real code does. Told from other arrays
 * by members that only Dust's tools have, or by its type.
 */
export const toolsArray: Dialect = {
  id: "tools-array",
  words: [...memberWords, ...typeWords],
  find(reading) {
    const lists: ToolList[] = [];
    const seen = new Set<TSESTree.Node>();
    for (const node of candidates(reading)) {
      if (seen.has(node)) {
        continue;
      }
      seen.add(node);
      const list =
        node.type === "ArrayExpression"
          ? reading.toolList(reading.evaluate(node))
          : loneTool(node, reading);
      // What copies members of something else (`name: t.name`) declares nothing.
      if (list?.tools.some(isDeclaration)) {
        lists.push(list);
      }
    }
    return lists;
  },
};

function isDeclaration({ description, name }: Tool): boolean {
  return name.kind === "known" || description.kind === "known";
}

/** Arrays of tools, and objects that are a tool on their own. */
function* candidates({
  file,
  isClaimed,
  words,
}: Reading): Generator<TSESTree.Node> {
  for (const path of words.places(memberWords, isClaimed)) {
    const at = path.findLastIndex(({ type }) => type === "ObjectExpression");
    const object = path[at];
    const property = path[at + 1];
    if (
      object?.type !== "ObjectExpression" ||
      property?.type !== "Property" ||
      property.key !== path[at + 2] ||
      !hasKeys(object, ["name", "description"]) ||
      copiesName(object, file)
    ) {
      continue;
    }
    yield arrayAround(path, at) ?? object;
  }
  for (const path of words.places(typeWords, isClaimed)) {
    const typed = path.findLast(
      ({ type }) =>
        type === "TSSatisfiesExpression" || type === "VariableDeclarator",
    );
    const value =
      typed?.type === "TSSatisfiesExpression"
        ? unwrap(typed)
        : typed?.type === "VariableDeclarator" && typed.init
          ? unwrap(typed.init)
          : undefined;
    if (value?.type === "ArrayExpression") {
      yield value;
    } else if (
      value?.type === "ObjectExpression" &&
      hasKeys(value, ["name", "description"])
    ) {
      yield value;
    }
  }
}

/** `{ name: t.name, … }` in a callback: what it says stands elsewhere. */
function copiesName(
  object: TSESTree.ObjectExpression,
  file: SourceFile,
): boolean {
  return object.properties.some(
    (property) =>
      property.type === "Property" &&
      keyName(property.key, property.computed) === "name" &&
      property.value.type === "MemberExpression" &&
      property.value.object.type === "Identifier" &&
      !topLevelNames(file).has(property.value.object.name),
  );
}

function hasKeys(
  object: TSESTree.ObjectExpression,
  names: readonly string[],
): boolean {
  const keys = new Set(
    object.properties.map((property) =>
      property.type === "Property"
        ? keyName(property.key, property.computed)
        : undefined,
    ),
  );
  return names.every((name) => keys.has(name));
}

function loneTool(node: TSESTree.Node, reading: Reading): ToolList | undefined {
  const object = reading.evaluate(node);
  if (!isObject(object)) {
    return undefined;
  }
  const dialect = hasMember(object, "inputSchema", reading.lookup)
    ? "tools-record"
    : "tools-array";
  return {
    dialect,
    open: true,
    place: placeOf(object),
    tools: [
      readToolObject(
        { dialect, object, registeredIn: object.value.range },
        reading.lookup,
      ),
    ],
  };
}
