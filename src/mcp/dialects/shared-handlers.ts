import type { TSESTree } from "@typescript-eslint/utils";
import { readText } from "../../source/static-text.ts";
import { isFunction } from "../../source/syntax-tree.ts";
import { absent, unknown, type Handler } from "../model.ts";
import type { Reading, ToolList } from "./dialect.ts";
import { handlerFunctions } from "./registration.ts";

/** The telling word of such handlers. */
export const requestWords = ["CallToolRequestSchema"];

/** `setRequestHandler(CallToolRequestSchema, handler)`: one for every tool. */
export function sharedHandlers({
  evaluate,
  file,
  lookup,
  words,
}: Reading): ToolList[] {
  const handlers: Handler[] = [];
  for (const path of words.places(requestWords)) {
    const call = path.findLast(
      (node): node is TSESTree.CallExpression => node.type === "CallExpression",
    );
    const [schema, handler] = call?.arguments ?? [];
    if (
      !schema ||
      !handler ||
      handler.type === "SpreadElement" ||
      schema.range[1] !== path.at(-1)?.range[1] ||
      readText(evaluate(schema), lookup)
    ) {
      continue;
    }
    for (const node of handlerFunctions(handler, file)) {
      if (isFunction(node)) {
        handlers.push({
          toolName: absent,
          range: node.range,
          dialect: "tool-objects",
          outputSchema: unknown,
        });
      }
    }
  }
  return handlers.length > 0
    ? [
        {
          dialect: "tool-objects",
          tools: [],
          open: true,
          place: { file: file.path, range: handlers[0]?.range ?? [0, 0] },
          handlers,
        },
      ]
    : [];
}
