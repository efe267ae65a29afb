import { resolve } from "../../source/resolve.ts";
import { readText } from "../../source/static-text.ts";
import type { CallValue, Located } from "../../source/static-value.ts";
import { absent, type Parameter, type ParameterType } from "../model.ts";
import { constructorParams, describedIn } from "./zod-description.ts";
import {
  argumentAt,
  notZod,
  type ZodReading,
  type ZodSchema,
} from "./zod-schema.ts";
import { isHostFilled } from "./zod-shape.ts";
import { plainTypes } from "./zod-types.ts";
import {
  enumValues,
  keysOf,
  literalValues,
  membersOf,
  plainValue,
} from "./zod-values.ts";

function undescribed(type: ParameterType): ZodSchema {
  return { ...notZod, type, description: absent };
}

/** One schema for all values of a type: most parameters are of these. */
const plainSchemas: ReadonlyMap<string, ZodSchema> = new Map(
  [...plainTypes].map(([name, type]) => [name, undescribed(type)]),
);

const other = undescribed("other");
const array = undescribed("array");
const record = undescribed("record");
const object = undescribed("object");
const union = undescribed("union");
const enumeration = undescribed("enum");
const nothing: ZodSchema = { ...other, literal: true };
const circular: ZodSchema = { ...notZod, description: absent };

/** Reads what a constructor makes: `z.enum([…])`, `z.string({ description })`. */
export function readConstruction(
  name: string,
  call: Located<CallValue>,
  path: readonly string[],
  reading: ZodReading,
): ZodSchema {
  const schema = plainSchemas.get(name) ?? construct(name, call, path, reading);
  const params = constructorParams(name, call);
  return params && schema.type !== "unknown"
    ? { ...schema, description: describedIn(params, schema, reading.lookup) }
    : schema;
}

function construct(
  name: string,
  call: Located<CallValue>,
  path: readonly string[],
  reading: ZodReading,
): ZodSchema {
  const first = argumentAt(call, 0);
  switch (name) {
    case "object":
    case "strictObject":
    case "looseObject": {
      const shape = reading.shape(call);
      return isHostFilled(shape)
        ? { ...object, hostFilled: true }
        : { ...object, children: reading.fields(shape, path) };
    }
    case "array":
    case "set":
      return {
        ...array,
        children: inner(first, [...path, "[]"], reading).children,
      };
    case "record":
    case "partialRecord":
    case "looseRecord":
    case "map": {
      const values = argumentAt(call, 1) ?? first;
      return {
        ...record,
        children: inner(values, [...path, "*"], reading).children,
      };
    }
    case "tuple":
      return {
        ...array,
        children: membersOf(first, reading.lookup).flatMap(
          (member) => reading.schema(member, [...path, "[]"]).children,
        ),
      };
    case "union":
    case "xor":
      return unionOf(first, path, reading);
    case "discriminatedUnion":
      return { ...union, children: discriminated(call, path, reading) };
    case "intersection":
      return {
        ...object,
        children: [
          ...inner(first, path, reading).children,
          ...inner(argumentAt(call, 1), path, reading).children,
        ],
      };
    case "literal":
      return literalOf(first, reading);
    case "null":
    case "undefined":
    case "void":
    case "never":
      return nothing;
    case "enum":
    case "nativeEnum":
      return { ...enumeration, enumValues: enumValues(first, reading.lookup) };
    case "keyof":
      return {
        ...enumeration,
        enumValues: first ? keysOf(reading.shape(first)) : [],
      };
    case "lazy":
      return first?.value.kind === "function" && first.value.result
        ? reading.schema(
            { value: first.value.result, module: first.module },
            path,
          )
        : circular;
    case "preprocess":
      return inner(argumentAt(call, 1), path, reading);
    case "nullable":
    case "nullish":
    case "optional":
    case "pipe":
    case "pipeline":
    case "promise":
    case "readonly":
      return inner(first, path, reading);
    // Zod Mini's, for want of methods
    case "_default":
    case "prefault":
      return {
        ...inner(first, path, reading),
        defaultValue: plainValue(argumentAt(call, 1), reading.lookup),
      };
    case "any":
    case "custom":
    case "instanceof":
    case "unknown":
      return other;
    default:
      return notZod;
  }
}

function inner(
  located: Located | undefined,
  path: readonly string[],
  reading: ZodReading,
): ZodSchema {
  return located ? reading.schema(located, path) : notZod;
}

function unionOf(
  list: Located | undefined,
  path: readonly string[],
  reading: ZodReading,
): ZodSchema {
  const schemas = membersOf(list, reading.lookup).map((member) =>
    reading.schema(member, path),
  );
  return {
    ...union,
    // A union of literals is an enum by another name: it needs a description.
    enumValues: literalValues(schemas),
    children: schemas.flatMap(({ children }) => children),
  };
}

function discriminated(
  call: Located<CallValue>,
  path: readonly string[],
  reading: ZodReading,
): readonly Parameter[] {
  const { lookup } = reading;
  const key = argumentAt(call, 0);
  const discriminator = key && readText(key, lookup)?.text;
  return membersOf(argumentAt(call, 1), lookup).flatMap((member) =>
    reading.fields(reading.shape(member), path, discriminator),
  );
}

/** Zod 4's `z.literal(["a", "b"])` is an enum by another name. */
function literalOf(
  first: Located | undefined,
  { lookup }: ZodReading,
): ZodSchema {
  const given = first && resolve(first, lookup);
  if (given?.value.kind === "array") {
    return { ...enumeration, enumValues: enumValues(given, lookup) };
  }
  const text = given && readText(given, lookup);
  return {
    ...other,
    type: "literal",
    literal: true,
    enumValues: text?.complete === true ? [text.text] : [],
  };
}
