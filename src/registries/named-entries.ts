import { resolve } from "../source/resolve.ts";
import { readText } from "../source/static-text.ts";
import type {
  ImportLookup,
  Located,
  ModuleValues,
  StaticValue,
} from "../source/static-value.ts";
import type { Range } from "../source/syntax-tree.ts";

/** A server's line in a registry. */
export interface NamedEntry {
  /** `undefined` for what can't be read. */
  readonly name: string | undefined;
  /** In the registry's own file; where a spread stands, the spread. */
  readonly range: Range;
  /** The one-based line of that. */
  readonly line: number;
  /** Whether it is written there itself, not spread from elsewhere. */
  readonly isOwn: boolean;
}

/** The list that holds a server in a registry. */
export interface NamedList<Entry extends NamedEntry = NamedEntry> {
  readonly entries: readonly Entry[];
  /** Whether it may hold more than was found. */
  readonly open: boolean;
  /** The literal in the registry's file, where lines are added. */
  readonly range: Range;
  /** Whether it surely holds a name; a cheap first look. */
  readonly has?: (name: string) => boolean;
}

const namesOfEntries = new WeakMap<
  readonly NamedEntry[],
  ReadonlySet<string | undefined>
>();

/** Whether a list holds a name, as far as it can be read. */
export function holdsName(
  list: Pick<NamedList, "entries" | "has">,
  name: string,
): boolean {
  return list.has?.(name) === true || namesOf(list.entries).has(name);
}

/** The names of entries; of one list they are gathered once. */
export function namesOf(
  entries: readonly NamedEntry[],
): ReadonlySet<string | undefined> {
  let names = namesOfEntries.get(entries);
  if (!names) {
    names = new Set(entries.map(({ name }) => name));
    namesOfEntries.set(entries, names);
  }
  return names;
}

/** An element of a list as it is written, and what it stands for. */
export interface WrittenElement {
  readonly located: Located;
  readonly range: Range;
  readonly isOwn: boolean;
}

/**
 * The elements of a list as written, spreads unfolded.
 *
 * @returns `undefined` where the value is no list literal of this module
 */
export function writtenElements(
  list: Located,
  lookup: ImportLookup,
  home: ModuleValues = list.module,
  around: readonly StaticValue[] = [],
):
  | { elements: readonly WrittenElement[]; open: boolean; range: Range }
  | undefined {
  const { module, value } = resolve(list, lookup);
  if (value.kind !== "array" || module !== home || around.includes(value)) {
    return undefined;
  }
  const elements: WrittenElement[] = [];
  let open = false;
  for (const { spread, value: element } of value.elements) {
    const { range } = element;
    if (!spread) {
      elements.push({
        located: { value: element, module },
        range,
        isOwn: true,
      });
      continue;
    }
    const inner = resolve({ value: element, module }, lookup);
    const unfolded = writtenElements(inner, lookup, inner.module, [
      ...around,
      value,
    ]);
    open ||= unfolded?.open ?? true;
    for (const { located } of unfolded?.elements ?? []) {
      elements.push({ located, range, isOwn: false });
    }
  }
  return { elements, open, range: value.range };
}

/** A name: a text, or a constant that holds one. */
export function nameIn(
  located: Located,
  lookup: ImportLookup,
): string | undefined {
  const text = readText(located, lookup);
  return text?.complete === true ? text.text : undefined;
}
