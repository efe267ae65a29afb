import type { ImportLookup, ModuleValues } from "../source/static-value.ts";
import { nameIn, writtenElements, type NamedList } from "./named-entries.ts";

/** The constant that lists the servers' names. */
export const namesArray = "AVAILABLE_INTERNAL_MCP_SERVER_NAMES";

/**
 * Reads `AVAILABLE_INTERNAL_MCP_SERVER_NAMES` of a constants file.
 *
 * @returns `undefined` when there is no such list, or it is computed
 */
export function readNamesArray(
  module: ModuleValues,
  lookup: ImportLookup,
): NamedList | undefined {
  const value = module.binding(namesArray);
  const list = value && writtenElements({ value, module }, lookup);
  if (!list) {
    return undefined;
  }
  const entries = list.elements.map(({ isOwn, located, range }) => ({
    name: nameIn(located, lookup),
    range,
    line: module.lineAt(range[0]),
    isOwn,
  }));
  return {
    entries,
    open: list.open || entries.some(({ name }) => name === undefined),
    range: list.range,
  };
}
