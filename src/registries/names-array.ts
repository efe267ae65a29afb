import { findNamed, resolve } from "../source/resolve.ts";
import type { ImportLookup, ModuleValues } from "../source/static-value.ts";
import type { Range } from "../source/syntax-tree.ts";
import { nameIn, writtenElements, type NamedList } from "./named-entries.ts";

/** The constant that lists the servers' names. */
export const namesArray = "AVAILABLE_INTERNAL_MCP_SERVER_NAMES";

/** The list of names, which the constants file may only pass on. */
export interface NamesList extends Omit<NamedList, "range"> {
  /** The file in which the list stands. */
  readonly file: string;
  /** The literal; `undefined` where another file holds it. */
  readonly range: Range | undefined;
}

/**
 * Reads `AVAILABLE_INTERNAL_MCP_SERVER_NAMES` of a constants file.
 *
 * @returns `undefined` when there is no such list, or it is computed
 */
export function readNamesArray(
  module: ModuleValues,
  lookup: ImportLookup,
): NamesList | undefined {
  const found = findNamed(module, namesArray, lookup);
  const value = found && resolve(found, lookup);
  const list = value && writtenElements(value, lookup);
  if (!list) {
    return undefined;
  }
  const { module: home } = value;
  const isHere = home === module;
  const entries = list.elements.map(({ isOwn, located, range }) => ({
    name: nameIn(located, lookup),
    range,
    line: home.lineAt(range[0]),
    isOwn: isOwn && isHere,
  }));
  return {
    entries,
    open: list.open || entries.some(({ name }) => name === undefined),
    file: home.path,
    range: isHere ? list.range : undefined,
  };
}
