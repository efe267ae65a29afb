import { resolve, type Entry } from "../../source/resolve.ts";
import type {
  CallValue,
  ImportLookup,
  Located,
  StaticValue,
} from "../../source/static-value.ts";
import type { Parameter, Place } from "../model.ts";
import { placeOf } from "../reading.ts";
import { readChain } from "./zod-chain.ts";
import { readConstruction } from "./zod-construction.ts";
import { ZodConstructors } from "./zod-constructor.ts";
import {
  notZod,
  openShape,
  type Shape,
  type ZodReading,
  type ZodSchema,
} from "./zod-schema.ts";
import { readShape } from "./zod-shape.ts";

/** Deeper than any schema a model could fill in. */
const deepest = 12;

/**
 * Reads Zod schemas: constructors, chains of methods, constants, imports.
 *
 * One reader is for one input schema: it keeps what it learns of names.
 */
export class ZodReader implements ZodReading {
  readonly lookup: ImportLookup;
  readonly #constructors: ZodConstructors;
  /**
   * The expressions that are being read, outermost first. A schema that holds
   * itself (`z.lazy(() => Node)`) is read once, not once per level and branch.
   */
  readonly #openSchemas = new Set<StaticValue>();
  readonly #openShapes = new Set<StaticValue>();

  constructor(lookup: ImportLookup) {
    this.lookup = lookup;
    this.#constructors = new ZodConstructors(lookup);
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
    const fields: Parameter[] = [];
    for (const [name, entry] of byKey) {
      const ownPath = [...path, name];
      const schema = this.schema(entry.located, ownPath);
      const registry = schema.isMini
        ? this.#registry(entry.located)
        : undefined;
      fields.push(
        new ZodField(entry, ownPath, schema, name, registry, discriminator),
      );
    }
    return fields;
  }

  schema(located: Located, path: readonly string[]): ZodSchema {
    if (path.length > deepest) {
      return notZod;
    }
    const followed = resolve(located, this.lookup);
    const open = this.#openSchemas;
    if (open.has(followed.value)) {
      return notZod;
    }
    open.add(followed.value);
    const schema = this.#followed(followed, path);
    open.delete(followed.value);
    return schema;
  }

  shape(located: Located): Shape {
    const followed = resolve(located, this.lookup);
    const open = this.#openShapes;
    if (open.has(followed.value)) {
      return openShape;
    }
    open.add(followed.value);
    const shape = readShape(followed, this);
    open.delete(followed.value);
    return shape;
  }

  constructorOf(call: Located<CallValue>): string | undefined {
    return this.#constructors.nameOf(call);
  }

  #registry({ module, value }: Located): string | undefined {
    const zod =
      value.kind === "call"
        ? this.#constructors.miniName({ value, module })
        : undefined;
    return zod === undefined ? undefined : `${zod}.globalRegistry`;
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
    const constructor = this.#constructors.nameOf(call);
    if (constructor !== undefined) {
      const schema = readConstruction(constructor, call, path, this);
      return this.#constructors.miniName(call) === undefined
        ? schema
        : { ...schema, isMini: true };
    }
    const { callee } = value;
    return callee.kind === "member" && callee.name !== undefined
      ? readChain(
          callee.name,
          { value: callee.object, module },
          call,
          path,
          this,
        )
      : notZod;
  }

  /** `Schema.shape.field`. */
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
}

/** A field of an object schema. Places are made when a rule asks for them. */
class ZodField implements Parameter {
  readonly name: string;
  readonly path: readonly string[];
  readonly description: Parameter["description"];
  readonly type: Parameter["type"];
  readonly enumValues: readonly string[];
  readonly defaultValue: string | undefined;
  readonly language: Parameter["language"];
  readonly registry: string | undefined;
  readonly needsDescription: boolean;
  readonly children: readonly Parameter[];
  readonly #entry: Entry;

  constructor(
    entry: Entry,
    path: readonly string[],
    schema: ZodSchema,
    name: string,
    registry: string | undefined,
    discriminator: string | undefined,
  ) {
    this.name = name;
    this.registry = registry;
    this.path = path;
    this.description = schema.description;
    this.language = schema.isMini ? "zod-mini" : "zod";
    this.type = schema.type;
    this.enumValues = schema.enumValues;
    this.defaultValue = schema.defaultValue;
    this.needsDescription =
      !schema.literal && !schema.hostFilled && name !== discriminator;
    this.children = schema.children;
    this.#entry = entry;
  }

  get place(): Place {
    const { located, range } = this.#entry;
    return { file: located.module.path, range };
  }

  get key(): Place {
    return placeOf(this.#entry.keyValue);
  }

  get line(): number {
    const { module, value } = this.#entry.keyValue;
    return module.lineAt(value.range[0]);
  }

  get schema(): Place {
    return placeOf(this.#entry.located);
  }
}
