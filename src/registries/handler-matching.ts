import {
  readHandlerMap,
  type HandlerMap,
  type MapEntry,
} from "../mcp/handlers/handler-map.ts";
import type { HandlerMapDeclaration } from "../mcp/handlers/handler-map-declarations.ts";
import {
  readToolNames,
  type DeclaredToolName,
  type ToolNames,
} from "../mcp/tool-names.ts";
import { findMember, resolve } from "../source/resolve.ts";
import type {
  ImportLookup,
  Located,
  ModuleValues,
} from "../source/static-value.ts";
import type { NamedDefinition } from "./inventory.ts";
import type { Registries } from "./registries.ts";
import { knownDefinitions } from "./registration.ts";
import type { Exported } from "./server-parts.ts";
import { listName } from "./server-tools.ts";

/** The linted file, as far as it is needed here. */
export interface MatchingFile {
  readonly values: ModuleValues;
  readonly lookup: ImportLookup;
  readonly registries: Registries | undefined;
}

/** A map of handlers of the linted file, held against its tools. */
export interface MatchedMap {
  readonly map: HandlerMap;
  /** `undefined` where it can't be known for which tools it is. */
  readonly tools: ToolNames | undefined;
  /** The list of tools, as the module exports it; for a map without a type. */
  readonly list: Exported | undefined;
  /** Whether the host is surely given it: by `buildTools` or as a server's own. */
  readonly isRegistered: boolean;
  /** Tools that surely have no handler. */
  readonly missing: readonly DeclaredToolName[];
  /** Handlers that are surely of no tool. */
  readonly extra: readonly MapEntry[];
}

/** Holds the maps of a file against the tools that they are for. */
export function matchHandlerMaps(
  declarations: readonly HandlerMapDeclaration[],
  linted: MatchingFile,
): readonly MatchedMap[] {
  const { lookup, registries, values } = linted;
  return declarations.map((declaration) => {
    const map = readHandlerMap(declaration, values, lookup);
    const server = registries && servedBy(map, registries, lookup);
    const tools = map.named[0]?.tools ?? server?.tools;
    const isRegistered =
      server !== undefined || map.named.some(({ by }) => by === "buildTools");
    return {
      map,
      tools,
      list: server?.list,
      isRegistered,
      missing:
        tools && mustBeWhole(map, isRegistered) ? lacking(tools, [map]) : [],
      extra: tools && !tools.open ? extraIn(map, tools) : [],
    };
  });
}

/**
 * Whether nothing else can hold the handlers that a map lacks. One that says
 * itself that it is only a part may be joined with others.
 */
function mustBeWhole(map: HandlerMap, isRegistered: boolean): boolean {
  return (
    !map.isSpread &&
    (map.typing === "loose" ? isRegistered : map.typing !== "part")
  );
}

/** The tools without a handler in any of some maps. */
function lacking(
  { names }: ToolNames,
  maps: readonly HandlerMap[],
): readonly DeclaredToolName[] {
  if (maps.some((map) => map.open)) {
    return [];
  }
  const handled = new Set(
    maps.flatMap(({ handlers }) => handlers.map(({ name }) => name)),
  );
  return names.filter(
    ({ text }, index) =>
      !handled.has(text) &&
      names.findIndex((other) => other.text === text) === index,
  );
}

function extraIn(map: HandlerMap, { names }: ToolNames): readonly MapEntry[] {
  const known = new Set(names.map(({ text }) => text));
  return map.handlers.filter(
    ({ key, name }) => key !== undefined && !known.has(name),
  );
}

interface ServedTools {
  readonly tools: ToolNames;
  readonly list: Exported | undefined;
}

/** The tools of the server whose exported handlers a map is. */
function servedBy(
  map: HandlerMap,
  registries: Registries,
  lookup: ImportLookup,
): ServedTools | undefined {
  if (map.exported?.endsWith("_HANDLERS") !== true) {
    return undefined;
  }
  const beside = registries.definitionsBeside(map.file);
  for (const definition of knownDefinitions(beside)) {
    const { serverName } = definition;
    const { handlers } = registries.registryFile.partsOf(serverName) ?? {};
    if (handlers?.file === map.file && handlers.name === map.exported) {
      return toolsOf(definition, registries, lookup);
    }
  }
  return undefined;
}

/** The tools of a server that a server object defines. */
function toolsOf(
  definition: NamedDefinition,
  registries: Registries,
  lookup: ImportLookup,
): ServedTools | undefined {
  const object = definition.object();
  const module = object && registries.valuesOf(definition.file);
  const located = module && { value: object, module };
  const tools = located && readToolNames(located, lookup);
  return tools && { tools, list: exportedList(located, lookup) };
}

/** The exported constant that holds a server's tools, in the file of its object. */
function exportedList(
  object: Located,
  lookup: ImportLookup,
): Exported | undefined {
  const { module, value } = resolve(object, lookup);
  const tools =
    value.kind === "object"
      ? findMember({ value, module }, "tools", lookup)
      : undefined;
  const name =
    tools?.kind === "known" && tools.located.module === module
      ? listName(tools.located.value)
      : undefined;
  const source = name === undefined ? undefined : module.exported(name);
  return name !== undefined && source?.kind === "local" && source.name === name
    ? { file: module.path, name }
    : undefined;
}

/** A server of the linted file with tools that no handler answers. */
export interface UnhandledTools {
  readonly definition: NamedDefinition & { readonly serverName: string };
  readonly tools: readonly DeclaredToolName[];
  /** The map that should hold them. */
  readonly map: HandlerMap;
}

/** The servers of the linted file that lack handlers, by the maps beside it. */
export function unhandledTools(
  linted: MatchingFile,
): readonly UnhandledTools[] {
  const { lookup, registries, values } = linted;
  if (!registries) {
    return [];
  }
  return knownDefinitions(registries.definitions).flatMap((definition) => {
    const object = definition.object();
    const tools =
      object && readToolNames({ value: object, module: values }, lookup);
    const maps = tools ? mapsFor(definition, tools, registries, lookup) : [];
    const map = maps.find(({ isSpread }) => !isSpread);
    // A map in this file is reported where it stands.
    if (!tools || !map || map.file === values.path || isPart(maps)) {
      return [];
    }
    const missing = lacking(tools, maps);
    return missing.length > 0 ? [{ definition, map, tools: missing }] : [];
  });
}

function isPart(maps: readonly HandlerMap[]): boolean {
  return maps.some(
    (map) =>
      !map.isSpread &&
      !mustBeWhole(
        map,
        map.named.some(({ by }) => by === "buildTools"),
      ),
  );
}

/** All maps in a server's folder that are for its tools. */
function mapsFor(
  { file, serverName }: NamedDefinition & { readonly serverName: string },
  { place }: ToolNames,
  registries: Registries,
  lookup: ImportLookup,
): readonly HandlerMap[] {
  const { handlers } = registries.registryFile.partsOf(serverName) ?? {};
  return registries.folderOf(file).files.flatMap((one) => {
    const module =
      one.handlerMaps.length > 0 ? registries.valuesOf(one.file) : undefined;
    return module
      ? one.handlerMaps
          .map((declaration) => readHandlerMap(declaration, module, lookup))
          .filter(
            (map) =>
              map.named.some(
                ({ tools }) =>
                  tools.place.file === place.file &&
                  tools.place.range[0] === place.range[0],
              ) ||
              (map.named.length === 0 &&
                handlers?.file === map.file &&
                handlers.name === map.exported),
          )
      : [];
  });
}
