import type { TSESTree } from "@typescript-eslint/utils";
import { evaluate } from "../source/evaluate.ts";
import { nameAround, WordIndex } from "../source/occurrences.ts";
import { readModuleValues } from "../source/module-values.ts";
import { findMember, resolve } from "../source/resolve.ts";
import { readText } from "../source/static-text.ts";
import type { ImportLookup, StaticValue } from "../source/static-value.ts";
import type { SourceFile } from "../source/syntax-tree.ts";
import { Claims } from "./dialects/claims.ts";
import type { Dialect, Reading, ToolList } from "./dialects/dialect.ts";
import { registerTool } from "./dialects/register-tool.ts";
import { serverTool } from "./dialects/server-tool.ts";
import { readToolList } from "./dialects/tool-list.ts";
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

/**
 * The words that tell of tools, servers and handlers. Each dialect asks for its
 * own.
 */
const tellingWords: ReadonlySet<string> = new Set([
  "CallToolRequestSchema",
  "McpServer",
  "ToolHandlers",
  "buildTools",
  "displayLabels",
  "inputSchema",
  "makeInternalMCPServer",
  "parameters",
  "registerTool",
  "registerToolTask",
  "schema",
  "serverInfo",
  "stake",
  "tool",
]);

/** Words that end so tell as much as these would alone: `createToolsRecord`. */
const tellingEndings = ["ToolsRecord", "ToolType", "_HANDLERS"] as const;

/**
 * A piece of each telling word, with what has to follow it. Every linted file
 * is searched for them, and what keeps that short is that few places look like
 * one of them at first.
 */
const tellingPieces =
  /[Tt]ool(?:sRecord(?=\s*[(<])|Type\b|Handlers\b|RequestSchema\b|s\b|(?:Task)?(?=\s*\())|[Ss]chema(?=\s*[:,}=(])|ameters(?=\s*[:,}=(])|stake\b|Labels\b|rInfo\b|HANDLERS\b|[Pp]Server\b/g;

function tellingWordAt(text: string, offset: number): string | undefined {
  const name = nameAround(text, offset);
  return tellingWords.has(name)
    ? name
    : tellingEndings.find((ending) => name.endsWith(ending));
}

const wordsOf = new WeakMap<TSESTree.Program, WordIndex>();

function tellingWordsIn(file: SourceFile): WordIndex {
  let words = wordsOf.get(file.program);
  if (!words) {
    words = new WordIndex(file, tellingPieces, tellingWordAt);
    wordsOf.set(file.program, words);
  }
  return words;
}

/**
 * Whether {@link findTools} may find anything in a file, by its text alone: it
 * has a telling word and is no minified bundle.
 */
export function mayDeclareTools(file: SourceFile): boolean {
  return !isMinified(file.text) && !tellingWordsIn(file).isEmpty;
}

/**
 * Reads what a file declares: tools, the servers they belong to, handlers.
 *
 * @param lookup finds the modules that the file imports; the model of a file is
 *   the same whichever parser read it
 */
export function findTools(file: SourceFile, lookup: ImportLookup): Model {
  if (!mayDeclareTools(file)) {
    return emptyModel;
  }
  const words = tellingWordsIn(file);
  const module = readModuleValues(file);
  const claims = new Claims(file.path);
  const lists = new Map<StaticValue, ToolList | undefined>();
  const reading: Reading = {
    file,
    module,
    lookup,
    words,
    evaluate: (node) => ({ value: evaluate(file, node), module }),
    toolList(located) {
      const list = resolve(located, lookup);
      if (!lists.has(list.value)) {
        // Stands for itself while it is read: `const A = A.map(…)`.
        lists.set(list.value, undefined);
        lists.set(list.value, readToolList(list, lookup, reading.toolList));
      }
      return lists.get(list.value);
    },
    isClaimed: (offset) => claims.has(offset),
  };
  const found = dialects.flatMap((dialect) => {
    const own = words.has(dialect.words) ? dialect.find(reading) : [];
    own.forEach((list) => {
      claims.add(list);
    });
    return own;
  });
  return assemble(reading, found, findServerObjects(reading));
}

const largeFile = 100_000;
const beginning = 20_000;
const longestAverage = 400;

/**
 * Whether a file is a minified bundle, by a look at its first lines: nobody
 * writes a large file whose lines are four hundred characters on average. (A
 * small one may hold an image.)
 */
export function isMinified(text: string): boolean {
  if (text.length < largeFile) {
    return false;
  }
  let lines = 1;
  let end = text.indexOf("\n");
  while (end !== -1 && end < beginning) {
    lines++;
    end = text.indexOf("\n", end + 1);
  }
  return beginning / lines > longestAverage;
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
  for (const list of mergedByServer(lists)) {
    const own = list.tools.filter((tool) => !repeats(tool, declared)).map(keep);
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

/** One list per server variable, in whichever ways its tools are registered. */
function mergedByServer(lists: readonly ToolList[]): ToolList[] {
  const merged: ToolList[] = [];
  const byServer = new Map<string, number>();
  for (const list of lists) {
    const at =
      list.serverKey === undefined ? undefined : byServer.get(list.serverKey);
    const earlier = at === undefined ? undefined : merged[at];
    if (at !== undefined && earlier) {
      merged[at] = { ...earlier, tools: [...earlier.tools, ...list.tools] };
      continue;
    }
    if (list.serverKey !== undefined) {
      byServer.set(list.serverKey, merged.length);
    }
    merged.push(list);
  }
  return merged;
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
    name === undefined ? unknown : findMember(stakes.value, name, lookup);
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
