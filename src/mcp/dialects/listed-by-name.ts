import type { TSESTree } from "@typescript-eslint/utils";
import { nameOffsets } from "../../source/occurrences.ts";
import { elementsOf } from "../../source/resolve.ts";
import type { Located } from "../../source/static-value.ts";
import {
  arrayAround,
  nodesAround,
  unwrap,
  type SourceFile,
} from "../../source/syntax-tree.ts";
import { absent, declaresStakes, type Tool } from "../model.ts";
import { placeOf } from "../reading.ts";
import type { Reading, ToolList } from "./dialect.ts";
import { toolValue } from "./handed-tools.ts";
import { readToolObject } from "./tool-object.ts";

/**
 * The lists that name tools which are declared one by one: `[LIST, GET]` with
 * `const LIST = { name, … }`.
 *
 * @param lists all that was found in the file
 */
export function listsByName(
  lists: readonly ToolList[],
  reading: Reading,
): ToolList[] {
  const { file } = reading;
  const declared = new Map<number, Tool>();
  for (const { tools } of lists) {
    for (const tool of tools) {
      if (tool.place.file === file.path && !declared.has(tool.place.range[0])) {
        declared.set(tool.place.range[0], tool);
      }
    }
  }
  const arrays = new Map<TSESTree.ArrayExpression, Tool>();
  for (const list of lists) {
    const [tool] = list.tools;
    if (tool && standsAlone(list)) {
      for (const array of arraysNaming(tool, file)) {
        arrays.set(array, tool);
      }
    }
  }
  return [...arrays].map(([array, one]) =>
    readNames(array, one, declared, reading),
  );
}

/** Whether a list is but a tool that is declared on its own. */
function standsAlone({ place, serverKey, tools }: ToolList): boolean {
  const [tool, ...more] = tools;
  return (
    tool !== undefined &&
    more.length === 0 &&
    serverKey === undefined &&
    tool.place.file === place.file &&
    tool.place.range[0] === place.range[0] &&
    tool.place.range[1] === place.range[1]
  );
}

/**
 * The arrays that have the name of a tool's constant as an element, whatever it
 * stands for there: what is in them is read as values.
 */
function* arraysNaming(
  { place }: Tool,
  file: SourceFile,
): Generator<TSESTree.ArrayExpression> {
  const declarator = nodesAround(file.program, place.range[0]).findLast(
    (node) => node.type === "VariableDeclarator",
  );
  const init = declarator?.init && unwrap(declarator.init);
  // `const LIST = { … }`, `const LIST = defineTool({ … })`
  const values =
    init?.type === "CallExpression" ? [init, ...init.arguments] : [init];
  if (
    declarator?.id.type !== "Identifier" ||
    !values.some((value) => value?.range[0] === place.range[0])
  ) {
    return;
  }
  const { name } = declarator.id;
  for (const offset of nameOffsets(file.text, name, [0, file.text.length])) {
    const path = nodesAround(file.program, offset);
    const array =
      path.at(-1)?.type === "Identifier"
        ? arrayAround(path, path.length - 1)
        : undefined;
    if (array) {
      yield array;
    }
  }
}

function readNames(
  node: TSESTree.ArrayExpression,
  one: Tool,
  declared: ReadonlyMap<number, Tool>,
  { evaluate, file, lookup }: Reading,
): ToolList {
  const array = evaluate(node);
  const { module, value } = array;
  const { elements, open } =
    value.kind === "array"
      ? elementsOf({ value, module }, lookup)
      : { elements: [], open: true };
  const toolOf = (element: Located): Tool | undefined => {
    const object = toolValue(element, lookup);
    if (element.module.path === file.path) {
      const [start] = element.value.range;
      return (
        declared.get(object?.value.range[0] ?? start) ?? declared.get(start)
      );
    }
    if (!object) {
      return undefined;
    }
    const tool = readToolObject(
      { dialect: one.dialect, object, registeredIn: node.range },
      lookup,
    );
    return declaresStakes(one.dialect)
      ? tool
      : { ...tool, stake: absent, displayLabels: absent };
  };
  const tools = elements.flatMap((element) => {
    const tool = toolOf(element);
    return tool?.name.kind === "known"
      ? [{ ...tool, registeredIn: node.range }]
      : [];
  });
  return {
    dialect: one.dialect,
    tools,
    open: open || tools.length < elements.length,
    place: placeOf(array),
  };
}
