import { isObject } from "../mcp/reading.ts";
import {
  elementsOf,
  entriesOf,
  findMember,
  resolve,
  type Entries,
} from "../source/resolve.ts";
import type {
  ImportLookup,
  Located,
  ModuleValues,
} from "../source/static-value.ts";
import type { Range } from "../source/syntax-tree.ts";

/** An entry of `INTERNAL_MCP_SERVERS`. */
export interface ServerConfig {
  /** `undefined` for a computed key that can't be read. */
  readonly name: string | undefined;
  /** In the constants file; `undefined` for an entry spread from another. */
  readonly key: Range | undefined;
  /** The whole entry, where it is written in the constants file. */
  readonly range: Range | undefined;
  /** The one-based line of the key, in the file where it stands. */
  readonly line: number;
  readonly id: ConfigId | undefined;
  /** The config as written. */
  readonly located: Located;
}

/** A number in the file, or one that a constant elsewhere holds. */
export interface ConfigId {
  readonly value: number;
  /** Where it is written as a literal in this file. */
  readonly literal: Range | undefined;
  /** The expression in this file that stands for it. */
  readonly range: Range | undefined;
}

/** What a constants file says of servers and their ids. */
export interface ServerConfigs {
  readonly configs: readonly ServerConfig[];
  /** Whether there may be configs that could not be read. */
  readonly open: boolean;
  readonly legacyIds: readonly ConfigId[];
  /** Whether there may be ids, of configs or retired, that could not be read. */
  readonly idsOpen: boolean;
  /** The object literal, where the constants file holds it. */
  readonly range: Range | undefined;
  /** Whether there surely is a config of that name; a cheap first look. */
  readonly has?: (name: string) => boolean;
}

/**
 * Reads `INTERNAL_MCP_SERVERS` and `LEGACY_INTERNAL_MCP_SERVER_IDS`.
 *
 * @returns `undefined` when the module declares no configs
 */
export function readServerConfigs(
  module: ModuleValues,
  lookup: ImportLookup,
): ServerConfigs | undefined {
  const found = serverConfigEntries(module, lookup);
  if (!found) {
    return undefined;
  }
  const legacy = readLegacyIds(module, lookup);
  const { entries, object, open } = found;
  return {
    open,
    idsOpen: open || legacy.open,
    legacyIds: legacy.ids,
    range: object.module === module ? object.value.range : undefined,
    configs: entries.map(({ key, keyValue, located, range }) => ({
      name: key,
      key: keyValue.module === module ? keyValue.value.range : undefined,
      range: keyValue.module === module ? range : undefined,
      line: keyValue.module.lineAt(keyValue.value.range[0]),
      id: idOf(located, module, lookup),
      located,
    })),
  };
}

/** The object of configs and its entries. */
interface WrittenConfigs extends Entries {
  readonly object: Located;
}

/**
 * The entries of `INTERNAL_MCP_SERVERS` as they are written.
 *
 * @returns `undefined` when the module declares no configs
 */
export function serverConfigEntries(
  module: ModuleValues,
  lookup: ImportLookup,
): WrittenConfigs | undefined {
  const value = module.binding(serverConfigsObject);
  const object = value && objectIn({ value, module }, lookup);
  return object && isObject(object)
    ? { ...entriesOf(object, lookup), object }
    : undefined;
}

/** The constant that holds the configs. */
export const serverConfigsObject = "INTERNAL_MCP_SERVERS";

/** The object itself, or the one that a checking function is called with. */
function objectIn(located: Located, lookup: ImportLookup): Located {
  const followed = resolve(located, lookup);
  const { module, value } = followed;
  const argument = value.kind === "call" ? value.args[0] : undefined;
  return argument && !argument.spread
    ? resolve({ value: argument.value, module }, lookup)
    : followed;
}

function idOf(
  config: Located,
  module: ModuleValues,
  lookup: ImportLookup,
): ConfigId | undefined {
  const object = resolve(config, lookup);
  const id = isObject(object) ? findMember(object, "id", lookup) : undefined;
  return id?.kind === "known"
    ? numberOf(id.located, module, lookup)
    : undefined;
}

function numberOf(
  located: Located,
  module: ModuleValues,
  lookup: ImportLookup,
): ConfigId | undefined {
  const { value } = resolve(located, lookup);
  const range = located.module === module ? located.value.range : undefined;
  return value.kind === "number"
    ? {
        value: value.value,
        literal: located.value.kind === "number" ? range : undefined,
        range,
      }
    : undefined;
}

function readLegacyIds(
  module: ModuleValues,
  lookup: ImportLookup,
): { readonly ids: readonly ConfigId[]; readonly open: boolean } {
  const value = module.binding("LEGACY_INTERNAL_MCP_SERVER_IDS");
  if (!value) {
    return { ids: [], open: false };
  }
  const list = resolve({ value, module }, lookup);
  if (list.value.kind !== "array") {
    return { ids: [], open: true };
  }
  const { elements, open } = elementsOf(
    { value: list.value, module: list.module },
    lookup,
  );
  return {
    ids: elements.flatMap((element) => numberOf(element, module, lookup) ?? []),
    open,
  };
}

/** Ids from here on are for development. Source: the host's constants file. */
export const firstDevelopmentId = 1000;

/** Every id that is or was in use. */
export type UsedIds = Iterable<number>;

/** The ids of configs, and those that were retired. */
export function usedIds({ configs, legacyIds }: ServerConfigs): number[] {
  return [...configs.map(({ id }) => id), ...legacyIds].flatMap(
    (id) => id?.value ?? [],
  );
}

/**
 * The next id of the kind of a given one (production or development): above
 * every id of that kind that is or was in use.
 *
 * @returns `undefined` when the range of production ids is used up
 */
export function nextFreeId(id: number, used: UsedIds): number | undefined {
  const isDevelopment = id >= firstDevelopmentId;
  let highest = isDevelopment ? firstDevelopmentId - 1 : 0;
  for (const value of used) {
    if (value >= firstDevelopmentId === isDevelopment) {
      highest = Math.max(highest, value);
    }
  }
  const next = Math.floor(highest) + 1;
  return isDevelopment || next < firstDevelopmentId ? next : undefined;
}
