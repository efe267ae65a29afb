import type { TSESTree } from "@typescript-eslint/utils";
import { evaluate } from "../source/evaluate.ts";
import { readModuleValues } from "../source/module-values.ts";
import { findMember, resolve } from "../source/resolve.ts";
import { readText } from "../source/static-text.ts";
import type { ImportLookup } from "../source/static-value.ts";
import type { SourceFile } from "../source/syntax-tree.ts";
import type { Dialect, Reading, ToolList } from "./dialects/dialect.ts";
import { registerTool } from "./dialects/register-tool.ts";
import { serverTool } from "./dialects/server-tool.ts";
import { toolObjects } from "./dialects/tool-objects.ts";
import { toolsArray } from "./dialects/tools-array.ts";
import { toolsRecord } from "./dialects/tools-record.ts";
import { findHandlerMaps } from "./handlers/handler-maps.ts";
import {
  completeText,
  declaresStakes,
  emptyModel,
  unknown,
  type Field,
  type Model,
  type Place,
  type Server,
  type Tool,
} from "./model.ts";
import { placeOf } from "./reading.ts";
import { findServerObjects, type ServerObject } from "./server-objects.ts";

/** In order: what an earlier one takes, a later one leaves alone. */
const dialects: readonly Dialect[] = [
  toolsRecord,
  toolsArray,
  serverTool,
  registerTool,
  toolObjects,
];

/** A word that every file with a tool or a handler contains. */
const anyMarker =
  /ToolsRecord|serverInfo|stake|displayLabels|ToolType|inputSchema|parameters|schema|registerTool|\.\s?tool\b|addTool|ToolHandlers|_HANDLERS|buildTools|CallToolRequestSchema/;

/**
 * Reads what a file declares: tools, the servers they belong to, handlers.
 *
 * @param lookup finds the modules that the file imports; the model of a file is
 *   the same whichever parser read it
 */
export function findTools(file: SourceFile, lookup: ImportLookup): Model {
  if (!anyMarker.test(file.text) || isMinified(file.text)) {
    return emptyModel;
  }
  const module = readModuleValues(file);
  const reading: Reading = {
    file,
    module,
    lookup,
    evaluate: (node) => ({ value: evaluate(file, node), module }),
  };
  return assemble(reading, findLists(reading), findServerObjects(reading));
}

const firstLines = 5;
const longestLine = 5000;
const largeFile = 100_000;

/**
 * Whether a file is a minified bundle, by a look at its first lines: a large
 * file that begins with a line of five thousand characters was not written by
 * hand. (A small one may hold an image.)
 */
export function isMinified(text: string): boolean {
  if (text.length < largeFile) {
    return false;
  }
  let start = 0;
  for (let line = 0; line < firstLines; line++) {
    const end = text.indexOf("\n", start);
    const length = (end === -1 ? text.length : end) - start;
    if (length > longestLine) {
      return true;
    }
    if (end === -1) {
      return false;
    }
    start = end + 1;
  }
  return false;
}

function findLists(reading: Reading): ToolList[] {
  const lists: ToolList[] = [];
  const claimed = new Claims(reading.file.path);
  for (const dialect of dialects) {
    const found = dialect.find(reading, (node) => claimed.has(node));
    for (const list of found) {
      lists.push(list);
      claimed.add(list);
    }
  }
  return lists;
}

/** Stretches of the file that a dialect has already read. */
class Claims {
  readonly #path: string;
  readonly #starts = new Set<number>();

  constructor(path: string) {
    this.#path = path;
  }

  add({ tools }: ToolList): void {
    for (const { place, properties } of tools) {
      for (const part of [place, properties]) {
        if (part?.file === this.#path) {
          this.#starts.add(part.range[0]);
        }
      }
    }
  }

  has(node: TSESTree.Node): boolean {
    return this.#starts.has(node.range[0]);
  }
}

function assemble(
  reading: Reading,
  lists: readonly ToolList[],
  objects: readonly ServerObject[],
): Model {
  const { path } = reading.file;
  const tools = new Map<string, Tool>();
  const declared = new Set<string>();
  const servers: Server[] = [];
  const keep = (tool: Tool): Tool => {
    const key = keyOf(tool.place);
    const known = tools.get(key);
    if (!known) {
      tools.set(key, tool);
    }
    return known ?? tool;
  };
  const inServers = new Set<string>();

  for (const object of objects) {
    const list = object.tools.kind === "known" ? object.tools.value : undefined;
    const own = (list?.tools ?? []).map((tool) =>
      keep(withCentralStake(tool, object, reading)),
    );
    for (const tool of own) {
      inServers.add(keyOf(tool.place));
    }
    servers.push({
      name: object.name,
      tools: own,
      open: list?.open ?? true,
      place: object.place,
    });
  }
  for (const list of lists) {
    const own = list.tools
      .filter((tool) => !repeats(tool, declared))
      .map(keep);
    if (own.some((tool) => !inServers.has(keyOf(tool.place)))) {
      servers.push({
        name: list.serverName ?? unknown,
        tools: own,
        open: list.open,
        place: list.place,
      });
    }
  }
  return {
    tools: [...tools.values()].filter(({ place }) => place.file === path),
    servers,
    handlers: [
      ...lists.flatMap(({ handlers }) => handlers ?? []),
      ...findHandlerMaps(reading),
    ],
  };
}

function keyOf({ file, range }: Place): string {
  return `${String(range[0])} ${String(range[1])} ${file}`;
}

/** Whether a tool only says again what another says, from the same constants. */
function repeats(tool: Tool, declared: Set<string>): boolean {
  const { description, name, place } = tool;
  if (name.kind !== "known" || description.kind !== "known") {
    return false;
  }
  const key = [name.value, description.value]
    .map(({ module, range }) => keyOf({ file: module.path, range }))
    .join(" ");
  if (declared.has(key)) {
    return true;
  }
  const isConstant = description.value.range[0] !== description.place.range[0];
  if (isConstant && place.file === description.value.module.path) {
    declared.add(key);
  }
  return false;
}

/** A stake that stands in the server object's `tools_stakes` counts. */
function withCentralStake(
  tool: Tool,
  { stakes }: ServerObject,
  { lookup }: Reading,
): Tool {
  if (tool.stake.kind !== "absent" || !declaresStakes(tool.dialect)) {
    return tool;
  }
  if (stakes.kind !== "known") {
    return stakes.kind === "absent" ? tool : { ...tool, stake: unknown };
  }
  const name = completeText(tool.name);
  const member =
    name === undefined
      ? unknown
      : findMember(stakes.value, name, lookup);
  if (member.kind !== "known") {
    return { ...tool, stake: member };
  }
  const located = resolve(member.located, lookup);
  const text = readText(located, lookup);
  const stake: Field<typeof text & object> = text
    ? { kind: "known", value: text, place: placeOf(member.located) }
    : unknown;
  return { ...tool, stake };
}
