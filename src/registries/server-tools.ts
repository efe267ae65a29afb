import type { FileStore } from "../files/file-store.ts";
import type { Extractor } from "../files/reading.ts";
import { mappedList, readToolList } from "../mcp/dialects/tool-list.ts";
import type { ToolList } from "../mcp/dialects/dialect.ts";
import { completeText, type Tool } from "../mcp/model.ts";
import { fieldOf, isObject } from "../mcp/reading.ts";
import { findMember, noLookup, resolve } from "../source/resolve.ts";
import type {
  ImportLookup,
  Located,
  ModuleValues,
  StaticValue,
} from "../source/static-value.ts";
import type { NamedDefinition } from "./inventory.ts";
import type { ServerConfig } from "./server-configs.ts";
import {
  readWrittenServers,
  registeringWords,
  toolsRegistered,
  type WrittenServer,
} from "./written-registrations.ts";

/** The tools of a server, as far as they can be read. */
export interface ServerTools {
  readonly tools: readonly Tool[];
  /** Whether it may have others. */
  readonly open: boolean;
  /** Whether their stakes stand in the server's config, not beside them. */
  readonly isCentral: boolean;
}

/** The ways to what other files say of tools. */
export interface ToolSources {
  readonly lookup: ImportLookup;
  /** The top level of a file; the linted one's from its buffer. */
  values(file: string): ModuleValues | undefined;
  /** The servers that a file makes, with the tools that it registers. */
  writtenServers(file: string): readonly WrittenServer[];
}

/** A server's tools, of which nothing is known. */
const unreadable: ServerTools = { tools: [], open: true, isCentral: false };

/**
 * The tools of the server that a config registers: those of the server object
 * in its `metadata`, or those of the server's definitions.
 */
export function toolsOfConfig(
  { located, name }: ServerConfig,
  definitions: readonly NamedDefinition[],
  sources: ToolSources,
): ServerTools {
  const { lookup } = sources;
  const config = resolve(located, lookup);
  if (!isObject(config)) {
    return unreadable;
  }
  const metadata = fieldOf(config, "metadata", lookup);
  if (metadata.kind === "known") {
    return toolsOfObject(metadata.value, lookup);
  }
  return metadata.kind === "absent" && name !== undefined
    ? toolsOfDefinitions(name, definitions, sources)
    : unreadable;
}

/**
 * Whether a config may hold the stakes of its server's tools. Where it names a
 * server object those stand beside the tools, and that object need not be read.
 */
export function mayHoldStakes(
  { located }: ServerConfig,
  lookup: ImportLookup,
): boolean {
  const config = resolve(located, lookup);
  if (!isObject(config)) {
    return false;
  }
  const metadata = findMember(config, "metadata", lookup);
  return metadata.kind === "known"
    ? resolve(metadata.located, noLookup).value.kind === "nothing"
    : metadata.kind === "absent";
}

/** The tools of a server by what defines it. */
export function toolsOfDefinitions(
  name: string,
  definitions: readonly NamedDefinition[],
  sources: ToolSources,
): ServerTools {
  // Of two definitions nobody knows which one is meant.
  const [definition, ...others] = definitions;
  if (!definition || others.length > 0) {
    return unreadable;
  }
  const { exported, file, kind } = definition;
  const module = sources.values(file);
  if (!module) {
    return unreadable;
  }
  if (kind === "factory") {
    const servers = sources.writtenServers(file);
    return toolsRegistered(servers, name, module, sources.lookup) ?? unreadable;
  }
  const object = exported === undefined ? undefined : namedIn(module, exported);
  return object
    ? toolsOfObject({ value: object, module }, sources.lookup)
    : unreadable;
}

function namedIn(
  module: ModuleValues,
  exported: string,
): StaticValue | undefined {
  const source = module.exported(exported);
  switch (source?.kind) {
    case "local":
      return module.binding(source.name);
    case "value":
      return source.value;
    default:
      return undefined;
  }
}

function toolsOfObject(located: Located, lookup: ImportLookup): ServerTools {
  const object = resolve(located, lookup);
  const tools = isObject(object)
    ? fieldOf(object, "tools", lookup)
    : { kind: "unknown" as const };
  const list =
    tools.kind === "known" ? listIn(tools.value, lookup, 8) : undefined;
  return list
    ? {
        tools: list.tools,
        open:
          list.open ||
          list.tools.some(({ name }) => completeText(name) === undefined),
        isCentral: false,
      }
    : unreadable;
}

function listIn(
  located: Located,
  lookup: ImportLookup,
  left: number,
): ToolList | undefined {
  const list = resolve(located, lookup);
  return left > 0
    ? readToolList(list, lookup, (inner) => listIn(inner, lookup, left - 1))
    : undefined;
}

/** `X` in `X`, `Object.values(X)` and `Object.values(X).map(…)`. */
export function listName(value: StaticValue): string | undefined {
  switch (value.kind) {
    case "reference":
      return value.name;
    case "call": {
      const inner = mappedList(value);
      return inner && listName(inner);
    }
    default:
      return undefined;
  }
}

/** What the files on disk register; files without a call are not parsed. */
export function writtenServersOnDisk(
  store: FileStore,
  file: string,
): readonly WrittenServer[] {
  const extractor: Extractor<readonly WrittenServer[]> = readWrittenServers;
  const reading = store.readWhere(file, registeringWords, extractor);
  return reading.status === "read" ? (reading.value ?? []) : [];
}

/** A server's tools by name; those whose name can't be read are left out. */
export function toolsByName({
  tools,
}: ServerTools): ReadonlyMap<string, readonly Tool[]> {
  const byName = new Map<string, Tool[]>();
  for (const tool of tools) {
    const name = completeText(tool.name);
    if (name !== undefined) {
      byName.set(name, [...(byName.get(name) ?? []), tool]);
    }
  }
  return byName;
}
