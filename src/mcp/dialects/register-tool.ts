import { resolve } from "../../source/resolve.ts";
import { readText } from "../../source/static-text.ts";
import { unknown, type Tool } from "../model.ts";
import { isObject, placeOf } from "../reading.ts";
import type { Dialect, Reading } from "./dialect.ts";
import { loopedTools } from "./handed-tools.ts";
import { readRegistrations, type Registration } from "./registration.ts";
import { readToolObject } from "./tool-object.ts";

/**
 * The MCP SDK's `server.registerTool(name, { title, description, inputSchema,
 * annotations }, handler)`, and `registerToolTask` alike.
 */
export const registerTool: Dialect = {
  id: "register-tool",
  words: ["registerTool", "registerToolTask"],
  find(reading) {
    return readRegistrations(reading, this.words, readCall);
  },
};

function readCall(
  { args, block, call }: Registration,
  reading: Reading,
): Tool | undefined {
  const { evaluate, file, lookup } = reading;
  const [nameNode, configNode] = args;
  // The tools of a list are where they are declared.
  if (!nameNode || !configNode || loopedTools(nameNode, reading)) {
    return undefined;
  }
  const nameValue = evaluate(nameNode);
  const name = readText(nameValue, lookup);
  const config = resolve(evaluate(configNode), lookup);
  const place = { file: file.path, range: call.range };
  const nameField = name
    ? ({ kind: "known", value: name, place: placeOf(nameValue) } as const)
    : unknown;
  if (!isObject(config)) {
    return name
      ? {
          dialect: "register-tool",
          name: nameField,
          description: unknown,
          parameters: unknown,
          inputSchema: unknown,
          stake: { kind: "absent" },
          displayLabels: { kind: "absent" },
          outputSchema: unknown,
          place,
          anchor: { file: file.path, range: nameNode.range },
          properties: undefined,
          registeredIn: block,
        }
      : undefined;
  }
  const tool = readToolObject(
    {
      dialect: "register-tool",
      object: config,
      name: nameField,
      place,
      registeredIn: block,
    },
    lookup,
  );
  return { ...tool, anchor: { file: file.path, range: nameNode.range } };
}
