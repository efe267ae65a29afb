import type { TSESTree } from "@typescript-eslint/utils";
import { evaluate } from "../source/evaluate.ts";
import { nameAround, WordIndex } from "../source/occurrences.ts";
import { readModuleValues } from "../source/module-values.ts";
import { resolve } from "../source/resolve.ts";
import type { ImportLookup, StaticValue } from "../source/static-value.ts";
import type { SourceFile } from "../source/syntax-tree.ts";
import { assemble } from "./assemble-model.ts";
import { Claims } from "./dialects/claims.ts";
import type { Dialect, Reading, ToolList } from "./dialects/dialect.ts";
import { listsByName } from "./dialects/listed-by-name.ts";
import { registerTool } from "./dialects/register-tool.ts";
import { serverTool } from "./dialects/server-tool.ts";
import { readToolList } from "./dialects/tool-list.ts";
import { toolObjects } from "./dialects/tool-objects.ts";
import { toolsArray } from "./dialects/tools-array.ts";
import { toolsRecord } from "./dialects/tools-record.ts";
import { emptyModel, type Model } from "./model.ts";
import { findServerObjects } from "./server-objects.ts";

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
  "ListToolsRequestSchema",
  "McpServer",
  "ToolHandlers",
  "addTool",
  "addTools",
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
  return assemble(
    reading,
    [...listsByName(found, reading), ...found],
    findServerObjects(reading),
  );
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
