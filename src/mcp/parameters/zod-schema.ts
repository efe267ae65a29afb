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
  ObjectValue,
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
import { zodConstructor } from "./zod-constructor.ts";
import { plainTypes } from "./zod-types.ts";

/** What a Zod expression says of the values it accepts. */
export interface ZodSchema {
  readonly type: ParameterType;
  readonly description: Field<StaticText>;
  /** What an enum, or a union of literals, accepts. */
  readonly enumValues: readonly string[];
  readonly defaultValue: string | undefined;
  /** Whether it accepts only one fixed value, spelt out. */
  readonly literal: boolean;
  /** Whether the host fills it in, so that no model ever sees it. */
  readonly hostFilled: boolean;
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
  hostFilled: false,
  children: [],
};

/** Deeper than any schema a model could fill in. */
const deepest = 12;

/**
 * Reads fields out of a raw shape: `{ name: z.string().describe("…") }`.
 *
 * @param path where the shape stands in the input schema
 * @param discriminator the field that tells the members of a union apart
 */
export function readShape(
  shape: Shape,
  lookup: ImportLookup,
  path: readonly string[] = [],
  discriminator?: string,
): Parameter[] {
  return new ZodReader(lookup).fields(shape, path, discriminator);
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
  return new ZodReader(lookup).schema(located, path);
}

/**
 * The fields of whatever stands for an object: a raw shape, `z.object(…)`, a
 * schema derived from another, `Schema.shape`.
 *
 * @returns an open shape without fields for anything else
 */
export function shapeOf(located: Located, lookup: ImportLookup): Shape {
  return new ZodReader(lookup).shape(located);
}

/** Methods after which an earlier description is about a part of the value. */
const wrapping = new Set(["and", "array", "or"]);

/** Methods that answer a value, a JSON schema or a type, not a Zod schema. */
const leaving = new Set([
  "parse",
  "parseAsync",
  "safeParse",
  "safeParseAsync",
  "toJSONSchema",
]);

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

const openShape: Shape = { entries: [], open: true };

/**
 * Whether an object is one that the host fills in and no model ever sees:
 * `{ value, mimeType: z.literal(INTERNAL_MIME_TYPES.TOOL_INPUT.STRING) }`.
 */
function isHostFilled({ entries }: Shape): boolean {
  const mimeType = entries.findLast(({ key }) => key === "mimeType");
  const value = mimeType?.located.value;
  return (
    value?.kind === "call" &&
    value.args.some(({ value: argumentValue }) => namesToolInput(argumentValue))
  );
}

function namesToolInput(value: StaticValue): boolean {
  return (
    value.kind === "member" &&
    (value.name === "TOOL_INPUT" || namesToolInput(value.object))
  );
}

class ZodReader {
  readonly #lookup: ImportLookup;
  /**
   * The expressions that are being read, outermost first. A schema that holds
   * itself (`z.lazy(() => Node)`) is read once, not once per level and branch.
   */
  readonly #openSchemas = new Set<StaticValue>();
  readonly #openShapes = new Set<StaticValue>();

  constructor(lookup: ImportLookup) {
    this.#lookup = lookup;
  }

  fields(
    { entries }: Shape,
    path: readonly string[],
    discriminator?: string,
  ): Parameter[] {
    const byKey = new Map<string, Entry>();
    for (const entry of entries) {
      if (entry.key !== undefined) {
        // A later field of the same name replaces the earlier one.
        byKey.delete(entry.key);
        byKey.set(entry.key, entry);
      }
    }
    return [...byKey].map(([name, entry]) =>
      this.#field(name, entry, [...path, name], discriminator),
    );
  }

  schema(located: Located, path: readonly string[]): ZodSchema {
    const followed = resolve(located, this.#lookup);
    return path.length > deepest
      ? notZod
      : this.#once(
          this.#openSchemas,
          followed,
          () => this.#followed(followed, path),
          notZod,
        );
  }

  shape(located: Located): Shape {
    const followed = resolve(located, this.#lookup);
    return this.#once(
      this.#openShapes,
      followed,
      () => this.#shapeOf(followed),
      openShape,
    );
  }

  #once<T>(
    open: Set<StaticValue>,
    { value }: Located,
    read: () => T,
    repeated: T,
  ): T {
    if (open.has(value)) {
      return repeated;
    }
    open.add(value);
    const result = read();
    open.delete(value);
    return result;
  }

  #field(
    name: string,
    { keyValue, located, range }: Entry,
    path: readonly string[],
    discriminator: string | undefined,
  ): Parameter {
    const schema = this.schema(located, path);
    return {
      name,
      path,
      description: schema.description,
      type: schema.type,
      enumValues: schema.enumValues,
      defaultValue: schema.defaultValue,
      language: "zod",
      needsDescription:
        !schema.literal && !schema.hostFilled && name !== discriminator,
      children: schema.children,
      place: { file: located.module.path, range },
      key: placeOf(keyValue),
      get line() {
        return keyValue.module.lineAt(keyValue.value.range[0]);
      },
      schema: placeOf(located),
    };
  }

  #followed(followed: Located, path: readonly string[]): ZodSchema {
    const { module, value } = followed;
    if (value.kind === "member") {
      return this.#shapeMember(followed, path);
    }
    if (value.kind !== "call") {
      return notZod;
    }
    const call = { value, module };
    const constructor = zodConstructor(call, this.#lookup);
    if (constructor !== undefined) {
      const constructed = this.#construct(constructor, call, path);
      const given = paramsOf(constructor, call);
      return given && constructed.type !== "unknown"
        ? { ...constructed, description: this.#described(given, constructed) }
        : constructed;
    }
    return value.callee.kind === "member" && value.callee.name !== undefined
      ? this.#applied(
          value.callee.name,
          { value: value.callee.object, module },
          call,
          path,
        )
      : notZod;
  }

  /** `Schema.shape.field` and `Schema.element`. */
  #shapeMember({ module, value }: Located, path: readonly string[]): ZodSchema {
    if (
      value.kind !== "member" ||
      value.object.kind !== "member" ||
      value.object.name !== "shape"
    ) {
      return notZod;
    }
    const { entries } = this.shape({ value: value.object.object, module });
    const entry = entries.findLast(({ key }) => key === value.name);
    return entry ? this.schema(entry.located, path) : notZod;
  }

  #construct(
    name: string,
    call: Located<CallValue>,
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
    ): ZodSchema => (located ? this.schema(located, innerPath) : notZod);
    switch (name) {
      case "object":
      case "strictObject":
      case "looseObject": {
        const shape = this.shape(call);
        const hostFilled = isHostFilled(shape);
        return {
          ...plain,
          type: "object",
          hostFilled,
          children: hostFilled ? [] : this.fields(shape, path),
        };
      }
      case "array":
      case "set":
        return {
          ...plain,
          type: "array",
          children: inner(first, [...path, "[]"]).children,
        };
      case "record":
      case "partialRecord":
      case "looseRecord":
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
          children: this.#members(first).flatMap(
            (member) => inner(member, [...path, "[]"]).children,
          ),
        };
      case "union":
      case "xor":
        return this.#union(this.#members(first), plain, path);
      case "discriminatedUnion":
        return {
          ...plain,
          type: "union",
          children: this.#discriminated(call, path),
        };
      case "intersection":
        return {
          ...plain,
          type: "object",
          children: [
            ...inner(first).children,
            ...inner(argument(call, 1)).children,
          ],
        };
      case "literal":
        return this.#literal(first, plain);
      case "null":
      case "undefined":
      case "void":
      case "never":
        return { ...plain, type: "other", literal: true };
      case "enum":
      case "nativeEnum":
        return { ...plain, type: "enum", enumValues: this.#values(first) };
      case "keyof":
        return {
          ...plain,
          type: "enum",
          enumValues: first ? keysOf(this.shape(first)) : [],
        };
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
      case "pipe":
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

  #applied(
    name: string,
    receiver: Located,
    call: Located<CallValue>,
    path: readonly string[],
  ): ZodSchema {
    if (leaving.has(name)) {
      return notZod;
    }
    const elementPath = name === "array" ? [...path, "[]"] : path;
    const schema = this.schema(receiver, elementPath);
    const first = argument(call, 0);
    switch (name) {
      case "describe":
        return { ...schema, description: this.#text(first) };
      case "meta":
        return first
          ? { ...schema, description: this.#described(first, schema) }
          : notZod;
      // Zod 4: `schema.register(z.globalRegistry, { description })`.
      case "register": {
        const meta = argument(call, 1);
        return {
          ...schema,
          description: meta ? this.#described(meta, schema) : unknown,
        };
      }
      case "default":
      case "prefault":
        return { ...schema, defaultValue: this.#plainValue(first) };
      default:
        break;
    }
    if (schema.type === "unknown") {
      return wrapping.has(name) ? notZod : schema;
    }
    if (wrapping.has(name)) {
      return this.#wrapped(name, schema, first, path);
    }
    if (name === "keyof") {
      return {
        ...schema,
        type: "enum",
        description: absent,
        enumValues: keysOf(this.shape(receiver)),
        children: [],
      };
    }
    return deriving.has(name)
      ? { ...schema, children: this.fields(this.shape(call), path) }
      : schema;
  }

  #wrapped(
    name: string,
    schema: ZodSchema,
    argumentValue: Located | undefined,
    path: readonly string[],
  ): ZodSchema {
    const other =
      argumentValue && name !== "array"
        ? this.schema(argumentValue, path)
        : undefined;
    return {
      ...schema,
      type: name === "array" ? "array" : name === "or" ? "union" : "object",
      literal: false,
      description: absent,
      enumValues:
        name === "or" ? literalValues([schema, ...(other ? [other] : [])]) : [],
      defaultValue: undefined,
      children: [...schema.children, ...(other?.children ?? [])],
    };
  }

  #text(given: Located | undefined): Field<StaticText> {
    const text = given && readText(given, this.#lookup);
    return text
      ? // readText follows names; the argument is where an edit is looked for.
        { kind: "known", value: text, place: placeOf(given) }
      : unknown;
  }

  /** The `description` in `{ description: "…" }`; the schema's own without. */
  #described(meta: Located, schema: ZodSchema): Field<StaticText> {
    const object = resolve(meta, this.#lookup);
    if (!isObject(object)) {
      return unknown;
    }
    const field = fieldOf(object, "description", this.#lookup);
    return field.kind === "absent"
      ? schema.description
      : field.kind === "unknown"
        ? unknown
        : this.#text(field.value);
  }

  #plainValue(located: Located | undefined): string | undefined {
    const followed = located && resolve(located, this.#lookup);
    switch (followed?.value.kind) {
      case "number":
      case "boolean":
        return String(followed.value.value);
      case "text": {
        const text = readText(followed, this.#lookup);
        return text?.complete === true ? JSON.stringify(text.text) : undefined;
      }
      default:
        return undefined;
    }
  }

  #members(located: Located | undefined): readonly Located[] {
    const list = located && resolve(located, this.#lookup);
    return list?.value.kind === "array"
      ? elementsOf({ value: list.value, module: list.module }, this.#lookup)
          .elements
      : [];
  }

  #union(
    members: readonly Located[],
    plain: ZodSchema,
    path: readonly string[],
  ): ZodSchema {
    const schemas = members.map((member) => this.schema(member, path));
    return {
      ...plain,
      type: "union",
      // A union of literals is an enum by another name: it needs a description.
      enumValues: literalValues(schemas),
      children: schemas.flatMap(({ children }) => children),
    };
  }

  #discriminated(
    call: Located<CallValue>,
    path: readonly string[],
  ): Parameter[] {
    const key = argument(call, 0);
    const discriminator = key && readText(key, this.#lookup)?.text;
    return this.#members(argument(call, 1)).flatMap((member) =>
      this.fields(this.shape(member), path, discriminator),
    );
  }

  /** Zod 4's `z.literal(["a", "b"])` is an enum by another name. */
  #literal(first: Located | undefined, plain: ZodSchema): ZodSchema {
    const list = first && resolve(first, this.#lookup);
    if (list?.value.kind === "array") {
      return { ...plain, type: "enum", enumValues: this.#values(first) };
    }
    const text = first && readText(first, this.#lookup);
    return {
      ...plain,
      type: "literal",
      literal: true,
      enumValues: text?.complete === true ? [text.text] : [],
    };
  }

  #values(located: Located | undefined): readonly string[] {
    const list = located && resolve(located, this.#lookup);
    const values: readonly Located[] =
      list && isObject(list)
        ? entriesOf(list, this.#lookup).entries.map((entry) => entry.located)
        : this.#members(list);
    return values.flatMap((value) => {
      const text = readText(value, this.#lookup);
      return text?.complete === true ? [text.text] : [];
    });
  }

  #shapeOf(followed: Located): Shape {
    const { module, value } = followed;
    if (isObject(followed)) {
      return this.#rawShape(followed);
    }
    const of = (inner: StaticValue | undefined): Shape =>
      inner ? this.shape({ value: inner, module }) : openShape;
    if (value.kind === "member") {
      return value.name === "shape" ? of(value.object) : openShape;
    }
    if (value.kind !== "call") {
      return openShape;
    }
    const first = value.args[0]?.value;
    const constructor = zodConstructor({ value, module }, this.#lookup);
    if (constructor !== undefined) {
      return transparent.has(constructor) ? of(first) : openShape;
    }
    if (
      value.callee.kind !== "member" ||
      // a method of some object, not of a schema
      isObject(resolve({ value: value.callee.object, module }, this.#lookup))
    ) {
      return openShape;
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
        const mask = of(first);
        const keys = new Set(mask.entries.map(({ key }) => key));
        const keeps = value.callee.name === "pick";
        return mask.open && !keeps
          ? openShape // any of the fields may be left out
          : {
              entries: base.entries.filter(
                ({ key }) => keys.has(key) === keeps,
              ),
              open: base.open || mask.open,
            };
      }
      case "setKey":
        return { entries: base.entries, open: true };
      default:
        return base;
    }
  }

  /** An object's own fields, and those of the schemas whose shape it spreads. */
  #rawShape({ module, value }: Located<ObjectValue>): Shape {
    const shapes = value.members.map((member): Shape => {
      if (member.kind === "spread") {
        return this.shape({ value: member.value, module });
      }
      const only: ObjectValue = { ...value, members: [member] };
      return entriesOf({ value: only, module }, this.#lookup);
    });
    return {
      entries: shapes.flatMap(({ entries }) => entries),
      open: shapes.some(({ open }) => open),
    };
  }
}

/** Constructors whose first argument has the fields of what they answer. */
const transparent = new Set([
  "looseObject",
  "nullable",
  "nullish",
  "object",
  "optional",
  "readonly",
  "strictObject",
]);

function keysOf({ entries }: Shape): readonly string[] {
  return entries.flatMap(({ key }) => key ?? []);
}

/** The values that a union of literals accepts; none for other unions. */
function literalValues(members: readonly ZodSchema[]): readonly string[] {
  return members.every(({ literal }) => literal)
    ? members.flatMap(({ enumValues }) => enumValues)
    : [];
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
function paramsOf(
  constructor: string,
  call: Located<CallValue>,
): Located | undefined {
  const last = call.value.args.length - 1;
  const params =
    last === 0 && takesObject.has(constructor)
      ? undefined
      : argument(call, last);
  return params?.value.kind === "object" ? params : undefined;
}

function argument(
  { module, value }: Located<CallValue>,
  index: number,
): Located | undefined {
  const given = value.args[index];
  return given && !given.spread ? { value: given.value, module } : undefined;
}
