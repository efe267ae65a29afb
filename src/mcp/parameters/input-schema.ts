import { resolve } from "../../source/resolve.ts";
import type {
  ImportLookup,
  Located,
  StaticValue,
} from "../../source/static-value.ts";
import { unknown, type Field, type Parameter } from "../model.ts";
import { calleeName, isObject, placeOf } from "../reading.ts";
import { isJsonSchema, readJsonSchema } from "./json-schema.ts";
import { ZodReader } from "./zod-reader.ts";

/**
 * Reads the parameters of a tool, however its input schema is written: a Zod
 * raw shape, a Zod object, a JSON schema, or a conversion of one to another.
 *
 * @returns the fields that can be read; unknown when none of these shows
 */
export function readInputSchema(
  schema: Field<Located>,
  lookup: ImportLookup,
): Field<readonly Parameter[]> {
  if (schema.kind !== "known") {
    return schema;
  }
  const parameters = read(resolve(schema.value, lookup), lookup, 4);
  return parameters
    ? { kind: "known", value: parameters, place: placeOf(schema.value) }
    : unknown;
}

function read(
  located: Located,
  lookup: ImportLookup,
  left: number,
): readonly Parameter[] | undefined {
  const { module, value } = located;
  if (isObject(located)) {
    if (isJsonSchema(located, lookup)) {
      return readJsonSchema(located, lookup);
    }
    const zod = new ZodReader(lookup);
    return zod.fields(zod.shape(located), []);
  }
  if (value.kind === "member" && value.name === "shape") {
    const zod = new ZodReader(lookup);
    const shape = zod.shape(located);
    return shape.open && shape.entries.length === 0
      ? undefined
      : zod.fields(shape, []);
  }
  if (value.kind !== "call" || left <= 0) {
    return undefined;
  }
  const converted = convertedSchema(located);
  if (converted) {
    return read(
      resolve({ value: converted, module }, lookup),
      lookup,
      left - 1,
    );
  }
  const { children, type } = new ZodReader(lookup).schema(located, []);
  return type === "unknown" && children.length === 0 ? undefined : children;
}

const conversionName = /json_?schema/i;

/** The schema in `zodToJsonSchema(schema)`, `z.toJSONSchema(schema)`, `schema.toJSONSchema()`. */
export function convertedSchema({
  module,
  value,
}: Located): StaticValue | undefined {
  if (value.kind !== "call") {
    return undefined;
  }
  const name = calleeName({ value: value.callee, module });
  if (name === undefined || !conversionName.test(name)) {
    return undefined;
  }
  const [first] = value.args;
  if (first) {
    return first.spread ? undefined : first.value;
  }
  return value.callee.kind === "member" ? value.callee.object : undefined;
}
