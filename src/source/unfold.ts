import { follow, isObject, keyText, takeStep, type Search } from "./follow.ts";
import type { ArrayValue, Located, ObjectValue } from "./static-value.ts";
import type { Range } from "./syntax-tree.ts";

/** A key of an object with its value, both where they stand. */
export interface Entry {
  /** `undefined` for a computed key that can't be read. */
  readonly key: string | undefined;
  /** The key as written; where it is a name, not followed. */
  readonly keyValue: Located;
  readonly located: Located;
  readonly range: Range;
}

/** All members of an object, spreads unfolded. */
export interface Entries {
  /**
   * In the order they have at run time: a key that is set again, by a spread
   * or behind one, keeps its place and takes the later value. A key that one
   * literal spells twice is here twice.
   */
  readonly entries: readonly Entry[];
  /** Whether it may hold more than was found. */
  readonly open: boolean;
}

/** Unfolds an object; see `entriesOf`. */
export function unfoldEntries(
  object: Located<ObjectValue>,
  search: Search,
  left: number,
): Entries {
  const entries: Entry[] = [];
  const places = new Map<string, { index: number; depth: number }>();
  const unfolding: Unfolding = { search, open: false };
  for (const { depth, entry } of membersOf(object, unfolding, left, 0)) {
    const { key } = entry;
    const place = key === undefined ? undefined : places.get(key);
    if (place && (place.depth > 0 || depth > 0)) {
      entries[place.index] = entry;
      place.depth = depth;
      continue;
    }
    if (key !== undefined) {
      places.set(key, { index: entries.length, depth });
    }
    entries.push(entry);
  }
  return { entries, open: unfolding.open };
}

interface Unfolding {
  readonly search: Search;
  open: boolean;
}

/** The members in source order, each with how many spreads it came through. */
function* membersOf(
  { module, value }: Located<ObjectValue>,
  unfolding: Unfolding,
  left: number,
  depth: number,
): Generator<{ readonly depth: number; readonly entry: Entry }> {
  const { search } = unfolding;
  if (!takeStep(search, left)) {
    unfolding.open = true;
    return;
  }
  for (const member of value.members) {
    if (member.kind === "property") {
      const keyValue = { value: member.key, module };
      const key = keyText(keyValue, search, left);
      unfolding.open ||= key === undefined;
      const located = { value: member.value, module };
      yield { depth, entry: { key, keyValue, located, range: member.range } };
      continue;
    }
    const inner = follow({ value: member.value, module }, search, left - 1);
    if (isObject(inner)) {
      yield* membersOf(inner, unfolding, left - 1, depth + 1);
    } else {
      unfolding.open = true;
    }
  }
}

/** The elements of an array, spreads unfolded, each followed to its value. */
export interface Elements {
  readonly elements: readonly Located[];
  /** Whether it may hold more than was found. */
  readonly open: boolean;
}

/** Unfolds an array; see `elementsOf`. */
export function unfoldElements(
  { module, value }: Located<ArrayValue>,
  search: Search,
  left: number,
): Elements {
  const elements: Located[] = [];
  if (!takeStep(search, left)) {
    return { elements, open: true };
  }
  let open = false;
  for (const element of value.elements) {
    const located = follow({ value: element.value, module }, search, left - 1);
    if (!element.spread) {
      elements.push(located);
    } else if (isArray(located)) {
      const inner = unfoldElements(located, search, left - 1);
      for (const unfolded of inner.elements) {
        elements.push(unfolded);
      }
      open ||= inner.open;
    } else {
      open = true;
    }
  }
  return { elements, open };
}

function isArray(located: Located): located is Located<ArrayValue> {
  return located.value.kind === "array";
}
