import { entriesOf, resolve, type Entry } from "../../source/resolve.ts";
import type {
  ImportLookup,
  Located,
  StaticValue,
} from "../../source/static-value.ts";
import { knownValue, type Field } from "../model.ts";
import { fieldOf, hasMember, isObject } from "../reading.ts";
import { convertedSchema } from "./input-schema.ts";
import { isJsonSchema } from "./json-schema.ts";
import { ZodReader } from "./zod-reader.ts";

/**
 * The names of all parameters of an input schema.
 *
 * @returns `undefined` where there may be others than can be read
 */
export function parameterNames(
  schema: Field<Located>,
  lookup: ImportLookup,
): readonly string[] | undefined {
  switch (schema.kind) {
    case "known":
      return namesIn(resolve(schema.value, lookup), lookup, 4);
    case "absent":
      return [];
    case "unknown":
      return undefined;
  }
}

function namesIn(
  located: Located,
  lookup: ImportLookup,
  left: number,
): readonly string[] | undefined {
  const { module, value } = located;
  if (isObject(located) && isJsonSchema(located, lookup)) {
    return namesInJson(located, lookup);
  }
  const converted = convertedSchema(located);
  if (converted) {
    return left > 0
      ? namesIn(resolve({ value: converted, module }, lookup), lookup, left - 1)
      : undefined;
  }
  return isPlain(value)
    ? closed(new ZodReader(lookup).shape(located))
    : undefined;
}

/** Keywords that bring in properties from elsewhere, or allow any. */
const openKeywords = [
  "$ref",
  "additionalProperties",
  "allOf",
  "anyOf",
  "oneOf",
  "patternProperties",
];

function namesInJson(
  schema: Parameters<typeof fieldOf>[0],
  lookup: ImportLookup,
): readonly string[] | undefined {
  const properties = knownValue(fieldOf(schema, "properties", lookup));
  return properties &&
    isObject(properties) &&
    !openKeywords.some((key) => allowsMore(schema, key, lookup))
    ? closed(entriesOf(properties, lookup))
    : undefined;
}

function allowsMore(
  schema: Parameters<typeof fieldOf>[0],
  key: string,
  lookup: ImportLookup,
): boolean {
  const value = knownValue(fieldOf(schema, key, lookup))?.value;
  return (
    hasMember(schema, key, lookup) &&
    !(value?.kind === "boolean" && !value.value)
  );
}

/** Methods of an object schema that leave its fields to be read. */
const plainMethods = new Set([
  "array",
  "augment",
  "default",
  "describe",
  "extend",
  "merge",
  "meta",
  "nullable",
  "nullish",
  "object",
  "omit",
  "optional",
  "partial",
  "pick",
  "readonly",
  "refine",
  "required",
  "safeExtend",
  "strict",
  "strictObject",
  "strip",
  "superRefine",
]);

function isPlain(value: StaticValue): boolean {
  let link = value;
  while (link.kind === "call" && link.callee.kind === "member") {
    if (link.callee.name === undefined || !plainMethods.has(link.callee.name)) {
      return false;
    }
    link = link.callee.object;
  }
  return true;
}

function closed({
  entries,
  open,
}: {
  readonly entries: readonly Entry[];
  readonly open: boolean;
}): readonly string[] | undefined {
  const names = entries.flatMap(({ key }) => key ?? []);
  return open || names.length < entries.length ? undefined : names;
}
