import {
  beginSearch,
  exportedBy,
  findIn,
  follow,
  leadsOn,
  longestChain,
  type Member,
} from "./follow.ts";
import type {
  ArrayValue,
  ImportLookup,
  Located,
  ModuleValues,
  ObjectValue,
} from "./static-value.ts";
import {
  unfoldElements,
  unfoldEntries,
  type Elements,
  type Entries,
} from "./unfold.ts";

export type { Member } from "./follow.ts";
export type { Elements, Entries, Entry } from "./unfold.ts";

/** Follows no import: what is read with it depends on its own file alone. */
export const noLookup: ImportLookup = () => undefined;

/**
 * Follows names, imports and member accesses to the value they stand for.
 *
 * @returns the value with the module it stands in; what can't be followed comes
 *   back as it is (a `reference`, `import`, `member` or `unknown` value)
 */
export function resolve(located: Located, lookup: ImportLookup): Located {
  // Most values are what they are: no search for those.
  return leadsOn(located.value)
    ? follow(located, beginSearch(lookup), longestChain)
    : located;
}

/**
 * What a module declares by a name, or else passes on by it from another one.
 *
 * @returns the value as written there; `undefined` where there is none, or it
 *   can't be read
 */
export function findNamed(
  module: ModuleValues,
  name: string,
  lookup: ImportLookup,
): Located | undefined {
  const value = module.binding(name);
  return value
    ? { value, module }
    : exportedBy(module, name, beginSearch(lookup), longestChain);
}

/** Whether only a run could tell what a value is that was followed. */
export function isUnread({ value }: Located): boolean {
  switch (value.kind) {
    case "call":
    case "import":
    case "member":
    case "reference":
    case "unknown":
      return true;
    default:
      return false;
  }
}

/**
 * Whether a module declares a constant, or passes one on, of which only a run
 * could tell what it holds.
 */
export function declaresUnread(
  module: ModuleValues,
  name: string,
  lookup: ImportLookup,
): boolean {
  const found = findNamed(module, name, lookup);
  return found
    ? isUnread(resolve(found, lookup))
    : // A value that can't be read is not kept of other files.
      module.exported(name) !== undefined;
}

/**
 * Looks a member up, spreads included. Later members win, as at run time.
 *
 * @returns `located` as written; it is not followed
 */
export function findMember(
  object: Located<ObjectValue>,
  name: string,
  lookup: ImportLookup,
): Member {
  return findIn(object, name, beginSearch(lookup), longestChain);
}

/** All members of an object, spreads unfolded, values as written. */
export function entriesOf(
  object: Located<ObjectValue>,
  lookup: ImportLookup,
): Entries {
  return unfoldEntries(object, beginSearch(lookup), longestChain);
}

/** The elements of an array, spreads unfolded, each followed to its value. */
export function elementsOf(
  array: Located<ArrayValue>,
  lookup: ImportLookup,
): Elements {
  return unfoldElements(array, beginSearch(lookup), longestChain);
}
