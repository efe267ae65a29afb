import type { TSESTree } from "@typescript-eslint/utils";
import { readText } from "../../source/static-text.ts";
import { keyName } from "../../source/syntax-tree.ts";
import type { Reading } from "../dialects/dialect.ts";
import { handlerFunctions } from "../dialects/registration.ts";
import { unknown, type Field, type Handler } from "../model.ts";
import { placeOf } from "../reading.ts";
import { objectBehind } from "./handler-map-declarations.ts";

/**
 * Finds maps from tool name to handler: `const handlers: ToolHandlers<typeof
 * X> = {…}`, `{…} satisfies ToolHandlers<…>`, `buildTools(X, handlers)`,
 * `const X_TOOL_HANDLERS = {…}`.
 */
export function findHandlerMaps(reading: Reading): Handler[] {
  const maps = new Set<TSESTree.ObjectExpression>();
  const words = ["ToolHandlers", "buildTools", "_HANDLERS"];
  for (const path of reading.words.places(words)) {
    const map = mapAround(path, reading);
    if (map) {
      maps.add(map);
    }
  }
  return [...maps].flatMap((map) => readMap(map, reading));
}

function mapAround(
  path: readonly TSESTree.Node[],
  reading: Reading,
): TSESTree.ObjectExpression | undefined {
  const holder = path.findLast(
    ({ type }) =>
      type === "CallExpression" ||
      type === "TSSatisfiesExpression" ||
      type === "VariableDeclarator",
  );
  switch (holder?.type) {
    case "CallExpression":
      return holder.callee === path.at(-1) && holder.arguments[1]
        ? objectBehind(holder.arguments[1], reading.file)
        : undefined;
    case "TSSatisfiesExpression":
      return objectBehind(holder.expression, reading.file);
    case "VariableDeclarator":
      return holder.init &&
        (holder.id === path.at(-1) ||
          path.some(({ type }) => type === "TSTypeAnnotation"))
        ? objectBehind(holder.init, reading.file)
        : undefined;
    default:
      return undefined;
  }
}

function readMap(map: TSESTree.ObjectExpression, reading: Reading): Handler[] {
  return map.properties.flatMap((property) =>
    property.type === "Property"
      ? handlerFunctions(property.value, reading.file).map((handler) => ({
          toolName: keyOf(property, reading),
          range: handler.range,
          dialect: "tools-record" as const,
          outputSchema: unknown,
        }))
      : [],
  );
}

function keyOf(property: TSESTree.Property, reading: Reading): Field<string> {
  const place = { file: reading.file.path, range: property.key.range };
  const name = keyName(property.key, property.computed);
  if (name !== undefined) {
    return { kind: "known", value: name, place };
  }
  const located = reading.evaluate(property.key);
  const text = readText(located, reading.lookup);
  return text?.complete === true
    ? { kind: "known", value: text.text, place: placeOf(located) }
    : unknown;
}
