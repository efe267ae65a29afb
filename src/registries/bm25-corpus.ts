import { findMember, isUnread, resolve } from "../source/resolve.ts";
import type {
  ImportLookup,
  Located,
  ModuleValues,
} from "../source/static-value.ts";
import { isObject } from "../mcp/reading.ts";
import type { Range } from "../source/syntax-tree.ts";
import {
  nameIn,
  writtenElements,
  type NamedEntry,
  type NamedList,
} from "./named-entries.ts";

/** Names of the list, the one that is written by hand first. */
export const corpusLists = ["SERVER_SOURCES", "SERVERS"] as const;

export interface CorpusEntry extends NamedEntry {
  /** The expression of the name; `undefined` where another file holds it. */
  readonly written: Range | undefined;
  /** The expression of the tools; `undefined` where none can be found. */
  readonly tools: Located | undefined;
}

export interface Bm25Corpus extends NamedList<CorpusEntry> {
  /** The list's name. */
  readonly list: string;
}

/**
 * Reads the servers of the BM25 corpus.
 *
 * @returns `undefined` when the file has no such list; an open one without
 *   entries when the list is computed
 */
export function readBm25Corpus(
  module: ModuleValues,
  lookup: ImportLookup,
): Bm25Corpus | undefined {
  return (
    writtenCorpus(module, lookup) ??
    corpusLists
      .map((list) => computedCorpus(list, module, lookup))
      .find((corpus) => corpus !== undefined)
  );
}

function writtenCorpus(
  module: ModuleValues,
  lookup: ImportLookup,
): Bm25Corpus | undefined {
  for (const list of corpusLists) {
    const value = module.binding(list);
    const written = value && writtenElements({ value, module }, lookup);
    if (!written) {
      continue;
    }
    const entries = written.elements.map(
      ({ isOwn, located, range }): CorpusEntry => {
        const name = memberOf(located, "name", lookup);
        return {
          name: name && nameIn(name, lookup),
          written: name?.module === module ? name.value.range : undefined,
          tools: memberOf(located, "tools", lookup),
          range,
          line: module.lineAt(range[0]),
          isOwn,
        };
      },
    );
    return {
      list,
      entries,
      open: written.open || entries.some(({ name }) => name === undefined),
      range: written.range,
    };
  }
  return undefined;
}

/** A list that only a run could tell: it may hold any server. */
function computedCorpus(
  list: string,
  module: ModuleValues,
  lookup: ImportLookup,
): Bm25Corpus | undefined {
  const value = module.binding(list);
  const isImported = value?.kind === "import" && value.local === list;
  // A list that is only imported stands elsewhere.
  return value && !isImported && mayBeList(resolve({ value, module }, lookup))
    ? { list, entries: [], open: true, range: value.range }
    : undefined;
}

function mayBeList(located: Located): boolean {
  return located.value.kind === "array" || isUnread(located);
}

function memberOf(
  entry: Located,
  key: string,
  lookup: ImportLookup,
): Located | undefined {
  const object = resolve(entry, lookup);
  const member = isObject(object) ? findMember(object, key, lookup) : undefined;
  return member?.kind === "known" ? member.located : undefined;
}
