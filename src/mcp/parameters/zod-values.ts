import { elementsOf, entriesOf, resolve } from "../../source/resolve.ts";
import { readText } from "../../source/static-text.ts";
import type { ImportLookup, Located } from "../../source/static-value.ts";
import { isObject } from "../reading.ts";
import type { Shape, ZodSchema } from "./zod-schema.ts";

/** The elements of a list; none for what is no list. */
export function membersOf(
  located: Located | undefined,
  lookup: ImportLookup,
): readonly Located[] {
  const list = located && resolve(located, lookup);
  return list?.value.kind === "array"
    ? elementsOf({ value: list.value, module: list.module }, lookup).elements
    : [];
}

/** The texts in a list, or those that an object holds: what an enum accepts. */
export function enumValues(
  located: Located | undefined,
  lookup: ImportLookup,
): readonly string[] {
  const list = located && resolve(located, lookup);
  const values: string[] = [];
  const add = (value: Located): void => {
    const text = readText(value, lookup);
    if (text?.complete === true) {
      values.push(text.text);
    }
  };
  if (list && isObject(list)) {
    for (const entry of entriesOf(list, lookup).entries) {
      add(entry.located);
    }
  } else {
    for (const member of membersOf(list, lookup)) {
      add(member);
    }
  }
  return values;
}

/** The values that a union of literals accepts; none for other unions. */
export function literalValues(
  members: readonly ZodSchema[],
): readonly string[] {
  return members.every(({ literal }) => literal)
    ? members.flatMap((member) => member.enumValues)
    : [];
}

/** What `.keyof()` accepts. */
export function keysOf({ entries }: Shape): readonly string[] {
  return entries.flatMap(({ key }) => key ?? []);
}

/** A default as it is written: a number, a boolean, a quoted text. */
export function plainValue(
  located: Located | undefined,
  lookup: ImportLookup,
): string | undefined {
  const followed = located && resolve(located, lookup);
  switch (followed?.value.kind) {
    case "number":
    case "boolean":
      return String(followed.value.value);
    case "text": {
      const text = readText(followed, lookup);
      return text?.complete === true ? JSON.stringify(text.text) : undefined;
    }
    default:
      return undefined;
  }
}
