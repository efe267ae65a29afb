import type { TSESTree } from "@typescript-eslint/utils";
import { isObject } from "../mcp/reading.ts";
import { evaluate } from "../source/evaluate.ts";
import { elementsOf, entriesOf, resolve } from "../source/resolve.ts";
import { readText, type StaticText } from "../source/static-text.ts";
import type {
  ImportLookup,
  Located,
  ModuleValues,
} from "../source/static-value.ts";
import {
  isFunction,
  keyName,
  nodesAround,
  unwrap,
  walk,
  type Range,
  type SourceFile,
} from "../source/syntax-tree.ts";
import { nameIn } from "./named-entries.ts";

/** Where a host usually lists its feature flags, from the app root. */
export const featureFlagsFile = "types/shared/feature_flags.ts";

/** What such a file should hold, for a message. */
export const featureFlagLists =
  "a list WHITELISTABLE_FEATURES or an object WHITELISTABLE_FEATURES_CONFIG";

export interface FeatureFlags {
  readonly names: ReadonlySet<string>;
  /** Whether there may be others. */
  readonly open: boolean;
}

/**
 * Reads the feature flags that a host knows.
 *
 * @returns `undefined` where there is no such list
 */
export function readFeatureFlags(
  module: ModuleValues,
  lookup: ImportLookup,
): FeatureFlags | undefined {
  const list = valueOf("WHITELISTABLE_FEATURES", module, lookup);
  const config = valueOf("WHITELISTABLE_FEATURES_CONFIG", module, lookup);
  if (list?.value.kind === "array") {
    const { elements, open } = elementsOf(
      { value: list.value, module: list.module },
      lookup,
    );
    return flagsOf(
      elements.map((element) => nameIn(element, lookup)),
      open,
    );
  }
  if (config && isObject(config)) {
    const { entries, open } = entriesOf(config, lookup);
    return flagsOf(
      entries.map(({ key }) => key),
      open,
    );
  }
  // It is there, but nobody can tell what is in it.
  return list || config ? { names: new Set(), open: true } : undefined;
}

function flagsOf(
  names: readonly (string | undefined)[],
  open: boolean,
): FeatureFlags {
  const known = names.filter((name) => name !== undefined);
  return { names: new Set(known), open: open || known.length < names.length };
}

function valueOf(
  name: string,
  module: ModuleValues,
  lookup: ImportLookup,
): Located | undefined {
  const value = module.binding(name);
  return value && resolve({ value, module }, lookup);
}

/**
 * The flags that a function asks for: `featureFlags.includes("x")`. What it asks
 * through a helper is not seen.
 *
 * @param range where the function stands in the file
 */
export function flagsAskedFor(
  file: SourceFile,
  values: ModuleValues,
  range: Range,
  lookup: ImportLookup,
): readonly StaticText[] {
  const node = nodesAround(file.program, range[0]).find(
    (candidate) =>
      candidate.range[0] === range[0] &&
      candidate.range[1] === range[1] &&
      isFunction(candidate),
  );
  const found: StaticText[] = [];
  if (node) {
    walk(node, (inner) => {
      const argument = flagArgument(inner);
      const text =
        argument &&
        readText({ value: evaluate(file, argument), module: values }, lookup);
      if (text?.complete === true) {
        found.push(text);
      }
      return undefined;
    });
  }
  return found;
}

function flagArgument(node: TSESTree.Node): TSESTree.Node | undefined {
  if (
    node.type !== "CallExpression" ||
    node.callee.type !== "MemberExpression" ||
    keyName(node.callee.property, node.callee.computed) !== "includes"
  ) {
    return undefined;
  }
  const list = unwrap(node.callee.object);
  const name =
    list.type === "Identifier"
      ? list.name
      : list.type === "MemberExpression"
        ? keyName(list.property, list.computed)
        : undefined;
  return name === "featureFlags" ? node.arguments[0] : undefined;
}
