import { resolve } from "../../source/resolve.ts";
import { readText, type StaticText } from "../../source/static-text.ts";
import type {
  CallValue,
  ImportLookup,
  Located,
} from "../../source/static-value.ts";
import { unknown, type Field } from "../model.ts";
import { fieldOf, isObject, placeOf } from "../reading.ts";
import { argumentAt, type ZodSchema } from "./zod-schema.ts";

/** The text in `.describe("…")`. */
export function givenText(
  given: Located | undefined,
  lookup: ImportLookup,
): Field<StaticText> {
  const text = given && readText(given, lookup);
  return text
    ? // readText follows names; the argument is where an edit is looked for.
      { kind: "known", value: text, place: placeOf(given) }
    : unknown;
}

/** The `description` in `{ description: "…" }`; the schema's own without. */
export function describedIn(
  meta: Located,
  schema: ZodSchema,
  lookup: ImportLookup,
): Field<StaticText> {
  const object = resolve(meta, lookup);
  if (!isObject(object)) {
    return unknown;
  }
  const field = fieldOf(object, "description", lookup);
  return field.kind === "absent"
    ? schema.description
    : field.kind === "unknown"
      ? unknown
      : givenText(field.value, lookup);
}

/** Constructors whose first argument is an object of its own. */
const takesObject = new Set([
  "enum",
  "looseObject",
  "nativeEnum",
  "object",
  "strictObject",
]);

/** Zod 3's `z.string({ description: "…" })`, `z.object(shape, { … })`. */
export function constructorParams(
  constructor: string,
  call: Located<CallValue>,
): Located | undefined {
  const last = call.value.args.length - 1;
  if (
    call.value.args[last]?.value.kind !== "object" ||
    (last === 0 && takesObject.has(constructor))
  ) {
    return undefined;
  }
  return argumentAt(call, last);
}
