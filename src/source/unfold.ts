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
  const unfolding = new Unfolding(search);
  unfolding.add(object, left, 0);
  return unfolding;
}

class Unfolding implements Entries {
  readonly entries: Entry[] = [];
  open = false;
  readonly #search: Search;
  /** Of each key, where it is and how many spreads it came through. */
  readonly #places = new Map<string, { index: number; depth: number }>();

  constructor(search: Search) {
    this.#search = search;
  }

  /** Adds the members of an object that `depth` spreads lead to. */
  add(
    { module, value }: Located<ObjectValue>,
    left: number,
    depth: number,
  ): void {
    if (!takeStep(this.#search, left)) {
      this.open = true;
      return;
    }
    for (const member of value.members) {
      const located = { value: member.value, module };
      if (member.kind === "property") {
        const key = keyText(member.key, module, this.#search, left);
        const keyValue = { value: member.key, module };
        this.#set({ key, keyValue, located, range: member.range }, depth);
        continue;
      }
      const inner = follow(located, this.#search, left - 1);
      if (isObject(inner)) {
        this.add(inner, left - 1, depth + 1);
      } else {
        this.open = true;
      }
    }
  }

  #set(entry: Entry, depth: number): void {
    const { key } = entry;
    if (key === undefined) {
      this.open = true;
      this.entries.push(entry);
      return;
    }
    const place = this.#places.get(key);
    if (place && (place.depth > 0 || depth > 0)) {
      this.entries[place.index] = entry;
      place.depth = depth;
    } else {
      this.#places.set(key, { index: this.entries.length, depth });
      this.entries.push(entry);
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
