import type { TSESTree } from "@typescript-eslint/utils";
import { findBinding } from "../../source/bindings.ts";
import { elementsOf, entriesOf, resolve } from "../../source/resolve.ts";
import type {
  ImportLookup,
  Located,
  ObjectValue,
} from "../../source/static-value.ts";
import {
  nodesAround,
  unwrap,
  type Range,
  type SourceFile,
} from "../../source/syntax-tree.ts";
import { returnedExpressions } from "../handlers/returned-expressions.ts";
import { fieldOf, hasMember, isObject } from "../reading.ts";
import type { Reading } from "./dialect.ts";
import {
  findRegistrations,
  handlerFunctions,
  looksLikeServer,
} from "./registration.ts";
import { mappedList } from "./tool-list.ts";

const listWords = ["ListToolsRequestSchema"];
const addWords = ["addTool", "addTools"];
const registerWords = ["registerTool", "tool"];

/** The telling words of what hands tools to a server. */
export const handWords = [...listWords, ...addWords, ...registerWords];

/** Objects that are handed to a server as its tools, by name or in place. */
export interface HandedTools {
  readonly server: TSESTree.Expression;
  /** Each followed to its value; not all need be tools that can be read. */
  readonly elements: readonly Located[];
  /** What hands them over in one run: the list, or the block of a call. */
  readonly block: Range;
  /** Whether it is an MCP server, so that whatever has a name is a tool. */
  readonly isSure: boolean;
}

/** Finds what a file hands to its servers. */
export function handedTools(reading: Reading): HandedTools[] {
  return [...listed(reading), ...added(reading), ...registeredInLoops(reading)];
}

/** `setRequestHandler(ListToolsRequestSchema, async () => ({ tools }))`. */
function* listed({
  evaluate,
  file,
  lookup,
  words,
}: Reading): Generator<HandedTools> {
  for (const path of words.places(listWords)) {
    const call = path.findLast(
      (node): node is TSESTree.CallExpression => node.type === "CallExpression",
    );
    const [schema, handler] = call?.arguments ?? [];
    if (
      call?.callee.type !== "MemberExpression" ||
      !handler ||
      schema?.range[1] !== path.at(-1)?.range[1]
    ) {
      continue;
    }
    for (const result of handlerFunctions(handler, file).flatMap(
      returnedExpressions,
    )) {
      const object = resolve(evaluate(result), lookup);
      const tools = isObject(object)
        ? fieldOf(object, "tools", lookup)
        : undefined;
      const list =
        tools?.kind === "known" ? readElements(tools.value, lookup) : undefined;
      if (list) {
        yield { ...list, server: call.callee.object, isSure: true };
      }
    }
  }
}

/** `server.addTool(LIST_FILES)`, `server.addTools([LIST_FILES, GET_FILE])`. */
function* added(reading: Reading): Generator<HandedTools> {
  const { evaluate, lookup } = reading;
  for (const { args, block, server } of findRegistrations(reading, addWords)) {
    const [argument] = args;
    const given = argument && resolve(evaluate(argument), lookup);
    const list = !given
      ? undefined
      : toolValue(given, lookup)
        ? { elements: [given], block }
        : readElements(given, lookup);
    if (list) {
      yield { ...list, server, isSure: looksLikeServer(server) };
    }
  }
}

/** `for (const tool of tools) server.registerTool(tool.name, tool, run)`. */
function* registeredInLoops(reading: Reading): Generator<HandedTools> {
  for (const { args, server } of findRegistrations(reading, registerWords)) {
    const list = args[0] && loopedTools(args[0], reading);
    if (list) {
      yield { ...list, server, isSure: looksLikeServer(server) };
    }
  }
}

/**
 * The object that says what a tool is: a value itself, or what `defineTool({ … },
 * run)` is given. Options of some other function may have a name alone.
 */
export function toolValue(
  located: Located,
  lookup: ImportLookup,
): Located<ObjectValue> | undefined {
  const { module, value } = located;
  if (isObject(located)) {
    return located;
  }
  return value.kind === "call"
    ? value.args
        .map((one) => resolve({ value: one.value, module }, lookup))
        .filter(isObject)
        .find((object) => saysWhatItIs(object, lookup))
    : undefined;
}

function saysWhatItIs(
  object: Located<ObjectValue>,
  lookup: ImportLookup,
): boolean {
  return ["name", "description"].every((key) => hasMember(object, key, lookup));
}

interface ElementList {
  readonly elements: readonly Located[];
  readonly block: Range;
}

/**
 * The tools that a loop, or a callback, goes through.
 *
 * @param name what is given as a tool's name: `tool.name`, or `name` taken out
 *   of the tool
 * @returns `undefined` when it is no such name, or nothing of the list shows
 */
export function loopedTools(
  name: TSESTree.Expression,
  { evaluate, file, lookup }: Reading,
): ElementList | undefined {
  const node = unwrap(name);
  const owner = node.type === "MemberExpression" ? unwrap(node.object) : node;
  const list =
    owner.type === "Identifier" ? listOfElement(owner, file) : undefined;
  const found = list && readElements(evaluate(list), lookup);
  return found?.elements.some((element) => {
    const object = toolValue(element, lookup);
    return object && saysWhatItIs(object, lookup);
  }) === true
    ? found
    : undefined;
}

/** The list that a name is an element of. */
function listOfElement(
  { name, range }: TSESTree.Identifier,
  file: SourceFile,
): TSESTree.Expression | undefined {
  const binding = findBinding(file, name, range[0]);
  if (binding?.kind === "element") {
    return binding.list;
  }
  if (binding?.kind !== "parameter" || binding.index !== 0) {
    return undefined;
  }
  const { node } = binding;
  const call = nodesAround(file.program, node.range[0]).findLast(
    (around): around is TSESTree.CallExpression =>
      around.type === "CallExpression" &&
      around.arguments.some((argument) => argument === node),
  );
  return call?.callee.type === "MemberExpression" &&
    call.callee.property.type === "Identifier" &&
    ["forEach", "map"].includes(call.callee.property.name)
    ? call.callee.object
    : undefined;
}

/** The elements of an array, of a record's values, or of what maps them. */
function readElements(
  located: Located,
  lookup: ImportLookup,
  left = 8,
): ElementList | undefined {
  const list = resolve(located, lookup);
  const { module, value } = list;
  if (value.kind === "array") {
    const { elements } = elementsOf({ value, module }, lookup);
    return { elements, block: value.range };
  }
  if (isObject(list)) {
    const elements = entriesOf(list, lookup).entries.map((entry) =>
      resolve(entry.located, lookup),
    );
    return { elements, block: value.range };
  }
  const source = mappedList(value);
  return source && left > 0
    ? readElements({ value: source, module }, lookup, left - 1)
    : undefined;
}
