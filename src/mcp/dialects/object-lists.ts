import type { TSESTree } from "@typescript-eslint/utils";
import type { Located } from "../../source/static-value.ts";
import type { Range } from "../../source/syntax-tree.ts";
import { absent, type Handler, type Tool } from "../model.ts";
import type { Reading, ToolList } from "./dialect.ts";
import { handedTools, toolValue, type HandedTools } from "./handed-tools.ts";
import { groupByServer, identifyServer } from "./registration.ts";
import { readToolObject } from "./tool-object.ts";

/** A tool that an object, a class, or the call of a function declares. */
export interface DeclaredTool {
  readonly tool: Tool;
  readonly node: TSESTree.Node;
  /** The array it stands in. */
  readonly array: TSESTree.ArrayExpression | undefined;
  readonly handlers: readonly Handler[];
}

/**
 * The lists that declared tools form: by the server they are handed to, by the
 * array they stand in, and each on its own. A tool may be in more than one.
 */
export function listObjects(
  declared: readonly DeclaredTool[],
  reading: Reading,
): ToolList[] {
  const byStart = new Map(
    declared.map(({ node, tool }) => [node.range[0], tool]),
  );
  const handed = handedTools(reading).flatMap((given) => {
    const server = identifyServer(given.server, reading);
    return given.elements.flatMap((element) => {
      const tool = handedTool(element, given, byStart, reading);
      return tool ? [{ tool, server }] : [];
    });
  });
  return [...groupByServer(handed), ...byArray(declared, reading)];
}

function handedTool(
  element: Located,
  { block, isSure }: HandedTools,
  byStart: ReadonlyMap<number, Tool>,
  { file, isClaimed, lookup }: Reading,
): Tool | undefined {
  const object = toolValue(element, lookup);
  const isHere = element.module.path === file.path;
  const own = isHere
    ? [element, object].map((one) => one && byStart.get(one.value.range[0]))
    : [];
  const declared = own.find((tool) => tool !== undefined);
  if (declared) {
    return { ...declared, registeredIn: block };
  }
  if (!object || !isSure || (isHere && isClaimed(object.value.range[0]))) {
    return undefined;
  }
  const tool = readToolObject(
    { dialect: "tool-objects", object, registeredIn: block },
    lookup,
  );
  // `{ name, config: { description } }` says elsewhere what a tool is.
  return tool.name.kind === "known" && tool.description.kind === "known"
    ? { ...tool, stake: absent, displayLabels: absent }
    : undefined;
}

function byArray(
  declared: readonly DeclaredTool[],
  { file: { path } }: Reading,
): ToolList[] {
  const arrays = new Map<TSESTree.Node, Tool[]>();
  const lists: ToolList[] = [];
  const add = (tools: readonly Tool[], range: Range): void => {
    lists.push({
      dialect: "tool-objects",
      tools,
      open: true,
      place: { file: path, range },
    });
  };
  for (const { array, tool } of declared) {
    const tools = array && arrays.get(array);
    if (tools) {
      tools.push(tool);
    } else if (array) {
      const own = [tool];
      arrays.set(array, own);
      add(own, array.range);
    } else {
      add([tool], tool.place.range);
    }
  }
  return lists;
}
