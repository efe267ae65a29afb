import { entriesOf } from "../../source/resolve.ts";
import type { ImportLookup, ModuleValues } from "../../source/static-value.ts";
import type { Range } from "../../source/syntax-tree.ts";
import { isObject } from "../reading.ts";
import { readToolNames, type ToolNames } from "../tool-names.ts";
import type {
  HandlerMapDeclaration,
  HandlerMapTarget,
} from "./handler-map-declarations.ts";

/** A map of handlers with what its names lead to. */
export interface HandlerMap extends HandlerMapDeclaration {
  /** Absolute path. */
  readonly file: string;
  readonly handlers: readonly MapEntry[];
  /** Whether it may hold handlers that were not found. */
  readonly open: boolean;
  /** What its types and calls name; those that lead to tools. */
  readonly named: readonly (HandlerMapTarget & { readonly tools: ToolNames })[];
}

export interface MapEntry {
  readonly name: string;
  /** The key, where it stands in the map's own file. */
  readonly key: Range | undefined;
}

/**
 * Follows the names in a map's declaration: keys, spreads, and the tools that
 * it is for.
 *
 * @param module the file that declares it
 */
export function readHandlerMap(
  declaration: HandlerMapDeclaration,
  module: ModuleValues,
  lookup: ImportLookup,
): HandlerMap {
  const object = { value: declaration.value, module };
  const { entries, open } = isObject(object)
    ? entriesOf(object, lookup)
    : { entries: [], open: true };
  return {
    ...declaration,
    file: module.path,
    open,
    handlers: entries.flatMap(({ key, keyValue }) =>
      key === undefined
        ? []
        : {
            name: key,
            key: keyValue.module === module ? keyValue.value.range : undefined,
          },
    ),
    named: declaration.targets.flatMap((target) => {
      const tools = readToolNames({ value: target.value, module }, lookup);
      return tools ? [{ ...target, tools }] : [];
    }),
  };
}
