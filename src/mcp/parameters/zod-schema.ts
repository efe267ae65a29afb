import {
  elementsOf,
  entriesOf,
  resolve,
  type Entry,
} from "../../source/resolve.ts";
import { readText, type StaticText } from "../../source/static-text.ts";
import type {
  CallValue,
  ImportLookup,
  Located,
  StaticValue,
} from "../../source/static-value.ts";
import {
  absent,
  unknown,
  type Field,
  type Parameter,
  type ParameterType,
} from "../model.ts";
import { fieldOf, isObject, placeOf } from "../reading.ts";

/** What a Zod expression says of the values it accepts. */
export interface ZodSchema {
  readonly type: ParameterType;
  readonly description: Field<StaticText>;
  readonly enumValues: readonly string[];
  readonly defaultValue: string | undefined;
  /** Whether it accepts only fixed values, each spelt out. */
  readonly literal: boolean;
  /** Fields at any depth that belong to the value itself, with their paths. */
  readonly children: readonly Parameter[];
}

/** The fields of an object schema: key and expression, not read further. */
interface Shape {
  readonly entries: readonly Entry[];
  readonly open: boolean;
}

const notZod: ZodSchema = {
  type: "unknown",
  description: unknown,
  enumValues: [],
  defaultValue: undefined,
  literal: false,
  children: [],
};

/** Deeper than any schema a model could fill in; ends recursive ones. */
const deepest = 12;

/**
 * Reads fields out of a raw shape: `{ name: z.string().describe("…") }`.
 *
 * @param path where the shape stands in the input schema
 */
export function readShape(
  shape: Shape,
  lookup: ImportLookup,
  path: readonly string[] = [],
  discriminator?: string,
): Parameter[] {
  const byKey = new Map<string, Entry>();
  for (const entry of shape.entries) {
    if (entry.key !== undefined) {
      // A later field of the same name replaces the earlier one.
      byKey.delete(entry.key);
      byKey.set(entry.key, entry);
    }
  }
  return [...byKey].map(([name, entry]) =>
    readField(name, entry, lookup, path, discriminator),
  );
}

function readField(
  name: string,
  entry: Entry,
  lookup: ImportLookup,
  parentPath: readonly string[],
  discriminator: string | undefined,
): Parameter {
  const path = [...parentPath, name];
  const schema = readZodSchema(entry.located, lookup, path);
  return {
    name,
    path,
    description: schema.description,
    type: schema.type,
    enumValues: schema.enumValues,
    defaultValue: schema.defaultValue,
    language: "zod",
    needsDescription: !schema.literal && name !== discriminator,
    children: schema.children,
    place: { file: entry.located.module.path, range: entry.range },
    key: placeOf(entry.keyValue),
    line: entry.keyValue.module.lineAt(entry.keyValue.value.range[0]),
    schema: placeOf(entry.located),
  };
}

/**
 * Reads a Zod schema: constructors, chains of methods, constants, imports.
 *
 * @returns a schema of type `unknown`, with an unknown description, for what
 *   isn't Zod or can't be followed
 */
export function readZodSchema(
  located: Located,
  lookup: ImportLookup,
  path: readonly string[],
): ZodSchema {
  if (path.length > deepest) {
    return notZod;
  }
  const followed = resolve(located, lookup);
  const { module, value } = followed;
  if (value.kind === "member") {
    return readShapeMember(followed, lookup, path);
  }
  if (value.kind !== "call") {
    return notZod;
  }
  const constructor = zodConstructor(value, followed, lookup);
  if (constructor !== undefined) {
    return construct(constructor, { value, module }, lookup, path);
  }
  return value.callee.kind === "member" && value.callee.name !== undefined
    ? applyMethod(
        value.callee.name,
        { value: value.callee.object, module },
        { value, module },
        lookup,
        path,
      )
    : notZod;
}

/** `Schema.shape.field` and `Schema.element`. */
function readShapeMember(
  { module, value }: Located,
  lookup: ImportLookup,
  path: readonly string[],
): ZodSchema {
  if (value.kind !== "member" || value.name === undefined) {
    return notZod;
  }
  if (value.object.kind === "member" && value.object.name === "shape") {
    const shape = shapeOf({ value: value.object.object, module }, lookup);
    const entry = shape.entries.findLast(({ key }) => key === value.name);
    return entry ? readZodSchema(entry.located, lookup, path) : notZod;
  }
  return notZod;
}

/** The name of a `z.…()` constructor; `undefined` for any other call. */
function zodConstructor(
  call: CallValue,
  { module }: Located,
  lookup: ImportLookup,
): string | undefined {
  const { callee } = call;
  if (callee.kind !== "member" || callee.name === undefined) {
    return undefined;
  }
  if (isZod({ value: callee.object, module }, lookup)) {
    return callee.name;
  }
  // z.coerce.number(), z.iso.date(), z.string in a namespace of its own.
  return callee.object.kind === "member" &&
    ["coerce", "iso"].includes(callee.object.name ?? "") &&
    isZod({ value: callee.object.object, module }, lookup)
    ? callee.name
    : undefined;
}

function isZod({ module, value }: Located, lookup: ImportLookup): boolean {
  switch (value.kind) {
    case "import":
      return /^zod(?:[/-]|$)/.test(value.specifier) || isZodName(value.local);
    case "reference": {
      const target = resolve({ value, module }, lookup);
      return target.value === value
        ? isZodName(value.name)
        : target.value.kind !== "reference" && isZod(target, lookup);
    }
    // A compiler writes `zod_1.z.string()`.
    case "member":
      return (
        ["z", "default", "zod"].includes(value.name ?? "") &&
        isZod({ value: value.object, module }, lookup)
      );
    case "unknown":
      return value.name !== undefined && isZodName(value.name);
    default:
      return false;
  }
}

function isZodName(name: string): boolean {
  return name === "z" || name === "zod";
}

function construct(
  name: string,
  call: Located<CallValue>,
  lookup: ImportLookup,
  path: readonly string[],
): ZodSchema {
  const first = argument(call, 0);
  const plain: ZodSchema = {
    ...notZod,
    type: plainTypes.get(name) ?? "other",
    description: absent,
  };
  const inner = (
    located: Located | undefined,
    innerPath: readonly string[] = path,
  ): ZodSchema =>
    located ? readZodSchema(located, lookup, innerPath) : notZod;
  switch (name) {
    case "object":
    case "strictObject":
    case "looseObject":
      return {
        ...plain,
        type: "object",
        children: readShape(shapeOf(call, lookup), lookup, path),
      };
    case "array":
    case "set":
      return {
        ...plain,
        type: "array",
        children: inner(first, [...path, "[]"]).children,
      };
    case "record":
    case "map":
      return {
        ...plain,
        type: "record",
        children: inner(argument(call, 1) ?? first, [...path, "*"]).children,
      };
    case "tuple":
      return {
        ...plain,
        type: "array",
        children: membersOf(first, lookup).flatMap(
          (member) => inner(member, [...path, "[]"]).children,
        ),
      };
    case "union":
    case "xor":
      return union(membersOf(first, lookup), plain, lookup, path);
    case "discriminatedUnion":
      return {
        ...plain,
        type: "union",
        children: discriminated(call, lookup, path),
      };
    case "intersection":
      return {
        ...plain,
        type: "object",
        children: [...inner(first).children, ...inner(argument(call, 1)).children],
      };
    case "literal":
      return { ...plain, type: "literal", literal: true };
    case "null":
    case "undefined":
    case "void":
    case "never":
      return { ...plain, type: "other", literal: true };
    case "enum":
    case "nativeEnum":
      return { ...plain, type: "enum", enumValues: enumValues(first, lookup) };
    case "optional":
    case "nullable":
    case "nullish":
    case "readonly":
    case "promise":
      return inner(first);
    case "lazy":
      return first?.value.kind === "function" && first.value.result
        ? inner({ value: first.value.result, module: first.module })
        : { ...plain, type: "unknown" };
    case "preprocess":
      return inner(argument(call, 1));
    case "pipeline":
      return inner(first);
    case "custom":
    case "instanceof":
    case "any":
    case "unknown":
      return { ...plain, type: "other" };
    default:
      return plainTypes.has(name) ? plain : notZod;
  }
}

const plainTypes: ReadonlyMap<string, ParameterType> = new Map([
  ...[
    "string",
    "base64",
    "base64url",
    "cidrv4",
    "cidrv6",
    "cuid",
    "cuid2",
    "date",
    "datetime",
    "duration",
    "e164",
    "email",
    "emoji",
    "guid",
    "hostname",
    "ipv4",
    "ipv6",
    "jwt",
    "nanoid",
    "stringFormat",
    "templateLiteral",
    "time",
    "ulid",
    "url",
    "httpUrl",
    "uuid",
    "uuidv4",
    "uuidv6",
    "uuidv7",
  ].map((name) => [name, "string"] as const),
  ...["number", "int", "int32", "uint32", "float32", "float64", "bigint"].map(
    (name) => [name, "number"] as const,
  ),
  ...["boolean", "stringbool"].map((name) => [name, "boolean"] as const),
  ...["file", "function", "json", "nan", "symbol"].map(
    (name) => [name, "other"] as const,
  ),
]);

/** Methods after which an earlier description is about a part of the value. */
const wrapping = new Set(["and", "array", "or"]);

/** Methods that answer a JSON schema or a value, not a Zod schema. */
const leaving = new Set(["parse", "safeParse", "parseAsync", "toJSONSchema"]);

function applyMethod(
  name: string,
  receiver: Located,
  call: Located<CallValue>,
  lookup: ImportLookup,
  path: readonly string[],
): ZodSchema {
  if (leaving.has(name)) {
    return notZod;
  }
  const elementPath = name === "array" ? [...path, "[]"] : path;
  const schema = readZodSchema(receiver, lookup, elementPath);
  const first = argument(call, 0);
  switch (name) {
    case "describe":
      return { ...schema, description: description(first, lookup) };
    case "meta":
      return first
        ? { ...schema, description: metaDescription(first, schema, lookup) }
        : notZod;
    case "default":
    case "prefault":
      return { ...schema, defaultValue: plainValue(first, lookup) };
    case "unwrap":
    case "removeDefault":
      return schema;
    case "pipe":
      return schema;
    default:
      break;
  }
  if (schema.type === "unknown") {
    return wrapping.has(name) ? notZod : schema;
  }
  if (wrapping.has(name)) {
    const other =
      first && name !== "array" ? readZodSchema(first, lookup, path) : undefined;
    return {
      ...schema,
      type: name === "array" ? "array" : name === "or" ? "union" : "object",
      literal: false,
      description: absent,
      enumValues: [],
      children: [...schema.children, ...(other?.children ?? [])],
    };
  }
  return deriving.has(name)
    ? { ...schema, children: readShape(shapeOf(call, lookup), lookup, path) }
    : schema;
}

/** Methods that make an object schema out of another. */
const deriving = new Set([
  "augment",
  "extend",
  "merge",
  "omit",
  "pick",
  "safeExtend",
  "setKey",
]);

function description(
  argumentValue: Located | undefined,
  lookup: ImportLookup,
): Field<StaticText> {
  const text = argumentValue && readText(argumentValue, lookup);
  return text
    ? {
        kind: "known",
        value: text,
        // readText follows names; the argument is where an edit is looked for.
        place: placeOf(argumentValue),
      }
    : unknown;
}

function metaDescription(
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
      : description(field.value, lookup);
}

function plainValue(
  located: Located | undefined,
  lookup: ImportLookup,
): string | undefined {
  const value = located && resolve(located, lookup).value;
  switch (value?.kind) {
    case "number":
    case "boolean":
      return String(value.value);
    case "text": {
      const text = readText(located as Located, lookup);
      return text?.complete === true ? JSON.stringify(text.text) : undefined;
    }
    default:
      return undefined;
  }
}

function argument(
  { module, value }: Located<CallValue>,
  index: number,
): Located | undefined {
  const given = value.args[index];
  return given && !given.spread ? { value: given.value, module } : undefined;
}

function membersOf(
  located: Located | undefined,
  lookup: ImportLookup,
): readonly Located[] {
  const list = located && resolve(located, lookup);
  return list?.value.kind === "array"
    ? elementsOf({ value: list.value, module: list.module }, lookup).elements
    : [];
}

function union(
  members: readonly Located[],
  plain: ZodSchema,
  lookup: ImportLookup,
  path: readonly string[],
): ZodSchema {
  const schemas = members.map((member) => readZodSchema(member, lookup, path));
  return {
    ...plain,
    type: "union",
    // A union of literals is an enum by another name: it needs a description.
    enumValues: [],
    children: schemas.flatMap(({ children }) => children),
  };
}

function discriminated(
  call: Located<CallValue>,
  lookup: ImportLookup,
  path: readonly string[],
): Parameter[] {
  const key = argument(call, 0);
  const discriminator = key && readText(key, lookup)?.text;
  return membersOf(argument(call, 1), lookup).flatMap((member) =>
    readShape(shapeOf(member, lookup), lookup, path, discriminator),
  );
}

function enumValues(
  located: Located | undefined,
  lookup: ImportLookup,
): readonly string[] {
  const list = located && resolve(located, lookup);
  const values: readonly Located[] =
    list && isObject(list)
      ? entriesOf(list, lookup).entries.map((entry) => entry.located)
      : membersOf(list, lookup);
  return values.flatMap((value) => {
    const text = readText(value, lookup);
    return text?.complete === true ? [text.text] : [];
  });
}

const openShape: Shape = { entries: [], open: true };

/**
 * The fields of whatever stands for an object: a raw shape, `z.object(…)`, a
 * schema derived from another, `Schema.shape`.
 *
 * @returns an open shape without fields for anything else
 */
export function shapeOf(
  located: Located,
  lookup: ImportLookup,
  left = deepest * 2,
): Shape {
  const followed = resolve(located, lookup);
  const { module, value } = followed;
  if (left <= 0) {
    return openShape;
  }
  if (isObject(followed)) {
    return entriesOf(followed, lookup);
  }
  const of = (inner: StaticValue | undefined): Shape =>
    inner ? shapeOf({ value: inner, module }, lookup, left - 1) : openShape;
  if (value.kind === "member") {
    return value.name === "shape" ? of(value.object) : openShape;
  }
  if (value.kind !== "call") {
    return openShape;
  }
  const first = value.args[0]?.value;
  const constructor = zodConstructor(value, followed, lookup);
  if (constructor !== undefined) {
    return ["object", "strictObject", "looseObject", "optional"].includes(
      constructor,
    )
      ? of(first)
      : openShape;
  }
  if (value.callee.kind !== "member") {
    return openShape;
  }
  if (isObject(resolve({ value: value.callee.object, module }, lookup))) {
    return openShape; // a method of some object, not of a schema
  }
  const base = of(value.callee.object);
  switch (value.callee.name) {
    case "augment":
    case "extend":
    case "merge":
    case "safeExtend": {
      const added = of(first);
      return {
        entries: [...base.entries, ...added.entries],
        open: base.open || added.open,
      };
    }
    case "pick":
    case "omit": {
      const mask = new Set(of(first).entries.map(({ key }) => key));
      const keeps = value.callee.name === "pick";
      return {
        entries: base.entries.filter(({ key }) => mask.has(key) === keeps),
        open: base.open,
      };
    }
    case "setKey":
      return { entries: base.entries, open: true };
    default:
      return base;
  }
}

/** Whether an expression is a Zod schema as far as its outermost call shows. */
export function isZodSchema(located: Located, lookup: ImportLookup): boolean {
  const { type } = readZodSchema(located, lookup, []);
  return type !== "unknown";
}
