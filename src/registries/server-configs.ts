import {
  elementsOf,
  entriesOf,
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
  readonly key: Range;
  readonly id: ConfigId | undefined;
}

/** A number in the file, or one that a constant elsewhere holds. */
export interface ConfigId {
  readonly value: number;
  /** Where it is written as a literal in this file. */
  readonly literal: Range | undefined;
  /** Where a report about it points. */
  readonly range: Range;
}

/** What a constants file says of servers and their ids. */
export interface ServerConfigs {
  readonly configs: readonly ServerConfig[];
  /** Whether there may be configs that could not be read. */
  readonly open: boolean;
  readonly legacyIds: readonly ConfigId[];
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
  const { entries, open } = found;
  return {
    open,
    legacyIds: readLegacyIds(module, lookup),
    configs: entries.map(({ key, keyValue, located }) => ({
      name: key,
      key: keyValue.value.range,
      id: idOf(located, module, lookup),
    })),
  };
}

/**
 * The entries of `INTERNAL_MCP_SERVERS` as they are written.
 *
 * @returns `undefined` when the module declares no configs
 */
export function serverConfigEntries(
  module: ModuleValues,
  lookup: ImportLookup,
): Entries | undefined {
  const value = module.binding("INTERNAL_MCP_SERVERS");
  const servers = value && objectIn({ value, module }, lookup);
  return servers?.value.kind === "object"
    ? entriesOf({ value: servers.value, module: servers.module }, lookup)
    : undefined;
}

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
  if (object.value.kind !== "object") {
    return undefined;
  }
  const { entries } = entriesOf(
    { value: object.value, module: object.module },
    lookup,
  );
  const id = entries.findLast(({ key }) => key === "id");
  return id && numberOf(id.located, module, lookup);
}

function numberOf(
  located: Located,
  module: ModuleValues,
  lookup: ImportLookup,
): ConfigId | undefined {
  const { value } = resolve(located, lookup);
  return value.kind === "number"
    ? {
        value: value.value,
        literal:
          located.module === module && located.value.kind === "number"
            ? value.range
            : undefined,
        range: located.module === module ? located.value.range : [0, 0],
      }
    : undefined;
}

function readLegacyIds(
  module: ModuleValues,
  lookup: ImportLookup,
): readonly ConfigId[] {
  const value = module.binding("LEGACY_INTERNAL_MCP_SERVER_IDS");
  const list = value && resolve({ value, module }, lookup);
  return list?.value.kind === "array"
    ? elementsOf(
        { value: list.value, module: list.module },
        lookup,
      ).elements.flatMap((element) => numberOf(element, module, lookup) ?? [])
    : [];
}

/** Ids from here on are for development. Source: the host's constants file. */
export const firstDevelopmentId = 1000;

/**
 * The next id of the kind of a given one: above every id of that kind that is
 * or was in use.
 *
 * @returns `undefined` when the range of production ids is used up
 */
export function nextFreeId(
  id: number,
  { configs, legacyIds }: ServerConfigs,
): number | undefined {
  const isDevelopment = id >= firstDevelopmentId;
  const used = [...configs.flatMap((config) => config.id ?? []), ...legacyIds]
    .map(({ value }) => value)
    .filter((value) => value >= firstDevelopmentId === isDevelopment);
  const next =
    Math.floor(
      Math.max(isDevelopment ? firstDevelopmentId - 1 : 0, ...used),
    ) + 1;
  return isDevelopment || next < firstDevelopmentId ? next : undefined;
}
