import type { StaticText } from "../../source/static-text.ts";
import type { Entry } from "../../source/resolve.ts";
import type {
  CallValue,
  ImportLookup,
  Located,
} from "../../source/static-value.ts";
import {
  unknown,
  type Field,
  type Parameter,
  type ParameterType,
} from "../model.ts";

/** What a Zod expression says of the values it accepts. */
export interface ZodSchema {
  readonly type: ParameterType;
  readonly description: Field<StaticText>;
  /** What an enum, or a union of literals, accepts. */
  readonly enumValues: readonly string[];
  readonly defaultValue: string | undefined;
  /** Whether Zod Mini made it, whose schemas have no `.describe()`. */
  readonly isMini: boolean;
  /** Whether it accepts only one fixed value, spelt out. */
  readonly literal: boolean;
  /** Whether the host fills it in, so that no model ever sees it. */
  readonly hostFilled: boolean;
  /** Fields at any depth that belong to the value itself, with their paths. */
  readonly children: readonly Parameter[];
}

/** The fields of an object schema: key and expression, not read further. */
export interface Shape {
  readonly entries: readonly Entry[];
  readonly open: boolean;
}

/** What isn't Zod, or can't be followed. */
export const notZod: ZodSchema = {
  type: "unknown",
  description: unknown,
  enumValues: [],
  defaultValue: undefined,
  isMini: false,
  literal: false,
  hostFilled: false,
  children: [],
};

/** A shape of which nothing is known. */
export const openShape: Shape = { entries: [], open: true };

/** What the readers of the parts of a schema ask of each other. */
export interface ZodReading {
  readonly lookup: ImportLookup;
  /** Reads the schema that an expression stands for. */
  schema(located: Located, path: readonly string[]): ZodSchema;
  /**
   * The fields of whatever stands for an object: a raw shape, `z.object(…)`, a
   * schema derived from another, `Schema.shape`.
   *
   * @returns an open shape without fields for anything else
   */
  shape(located: Located): Shape;
  /**
   * Reads fields out of a shape.
   *
   * @param path where the shape stands in the input schema
   * @param discriminator the field that tells the members of a union apart
   */
  fields(
    shape: Shape,
    path: readonly string[],
    discriminator?: string,
  ): readonly Parameter[];
  /** The name of a `z.…()` constructor; `undefined` for any other call. */
  constructorOf(call: Located<CallValue>): string | undefined;
}

/** An argument of a call; none where it is spread. */
export function argumentAt(
  { module, value }: Located<CallValue>,
  index: number,
): Located | undefined {
  const given = value.args[index];
  return given && !given.spread ? { value: given.value, module } : undefined;
}
