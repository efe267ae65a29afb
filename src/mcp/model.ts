import type { StaticText } from "../source/static-text.ts";
import type { Located } from "../source/static-value.ts";
import type { Range } from "../source/syntax-tree.ts";

/** Where something stands. */
export interface Place {
  /** Absolute path. */
  readonly file: string;
  readonly range: Range;
}

/**
 * What is known of a property: its value, that it isn't there, or nothing.
 * Rules are silent about `unknown`.
 */
export type Field<T> =
  | {
      readonly kind: "known";
      readonly value: T;
      /** The value's expression. */
      readonly place: Place;
    }
  | { readonly kind: "absent" }
  | { readonly kind: "unknown" };

export const absent = { kind: "absent" } as const;
export const unknown = { kind: "unknown" } as const;

/** The value of a known field; `undefined` for both others. */
export function knownValue<T>(field: Field<T>): T | undefined {
  return field.kind === "known" ? field.value : undefined;
}

/** A known text without unknown parts; `undefined` for everything else. */
export function completeText(field: Field<StaticText>): string | undefined {
  return field.kind === "known" && field.value.complete
    ? field.value.text
    : undefined;
}

/** The ways of declaring tools, see docs/architecture.md. */
export type DialectId =
  | "server-tool"
  | "tools-record"
  | "tools-array"
  | "register-tool"
  | "tool-objects";

export interface DisplayLabels {
  readonly running: Field<StaticText>;
  readonly done: Field<StaticText>;
}

/** One tool as its declaration shows it. */
export interface Tool {
  readonly dialect: DialectId;
  readonly name: Field<StaticText>;
  readonly description: Field<StaticText>;
  readonly parameters: Field<readonly Parameter[]>;
  /** The input schema as it is written; see `parameterNames`. */
  readonly inputSchema: Field<Located>;
  /** Absent where the dialect has none (see {@link declaresStakes}). */
  readonly stake: Field<StaticText>;
  /** `tools_stakes` of its server object, where that lacks its stake. */
  readonly stakesBeside?: Place;
  readonly displayLabels: Field<DisplayLabels>;
  /** Whether results follow a schema, so that their text is only a copy. */
  readonly outputSchema: Field<true>;
  /** The whole declaration: an object, a record's entry, a call, a class. */
  readonly place: Place;
  /** What a report about the tool as a whole points at. */
  readonly anchor: Place;
  /** The object its properties stand in, where one could be added. */
  readonly properties: Place | undefined;
  /**
   * The block whose run registers it: of two tools of one name, only those
   * clash of which one's block holds the other's.
   */
  readonly registeredIn: Range;
}

/** Whether tools of a dialect carry their own stake and display labels. */
export function declaresStakes(dialect: DialectId): boolean {
  return dialect === "tools-record" || dialect === "tools-array";
}

export type ParameterType =
  | "string"
  | "number"
  | "boolean"
  | "enum"
  | "array"
  | "object"
  | "union"
  | "record"
  | "literal"
  | "other"
  | "unknown";

/** A field of an input schema. */
export interface Parameter {
  readonly name: string;
  /** From the schema's root; `[]` for an array's elements. */
  readonly path: readonly string[];
  readonly description: Field<StaticText>;
  readonly type: ParameterType;
  /** Values of an enum, where they can be read. */
  readonly enumValues: readonly string[];
  /** A default as it is written, where there is a plain one. */
  readonly defaultValue: string | undefined;
  readonly language: "zod" | "zod-mini" | "json-schema";
  /**
   * Where Zod Mini keeps descriptions, as the file calls it. Absent for a schema
   * that is but named: registering changes it for all that name it.
   */
  readonly registry?: string | undefined;
  /** False for literals and discriminators, which speak for themselves. */
  readonly needsDescription: boolean;
  readonly children: readonly Parameter[];
  /** The field: key and schema. */
  readonly place: Place;
  /** The key alone. */
  readonly key: Place;
  /** The one-based line of the key. */
  readonly line: number;
  /** The schema's expression: `z.string()`, `{ type: "string" }`. */
  readonly schema: Place;
}

/** A group of tools that one client sees together. */
export interface Server {
  readonly name: Field<StaticText>;
  /** In the order of their declarations; some may stand in other files. */
  readonly tools: readonly Tool[];
  /** Whether it may have tools that are not among them. */
  readonly open: boolean;
  /** The server object, the list, or the first registration. */
  readonly place: Place;
}

/** A function that answers calls of a tool. */
export interface Handler {
  /** Absent where one function serves every tool. */
  readonly toolName: Field<string>;
  /** The function's expression, in the file that is read. */
  readonly range: Range;
  readonly dialect: DialectId;
  /** Whether its tool declares an output schema; unknown across files. */
  readonly outputSchema: Field<true>;
}

/** What a file declares. */
export interface Model {
  /** Tools whose declaration stands in this file. */
  readonly tools: readonly Tool[];
  readonly servers: readonly Server[];
  readonly handlers: readonly Handler[];
}

export const emptyModel: Model = Object.freeze({
  tools: [],
  servers: [],
  handlers: [],
});
