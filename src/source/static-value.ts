import type { Range } from "./syntax-tree.ts";

/**
 * What can be read off an expression without running it: plain data, no syntax
 * tree, so that what other files say can be kept without keeping their trees.
 *
 * Names of the module's top level and imports stay symbolic and are followed on
 * use (see `resolve.ts`): what is read off a file depends on that file alone.
 * Every value knows where its expression stands.
 */
export type StaticValue =
  | TextValue
  | NumberValue
  | BooleanValue
  | NothingValue
  | ArrayValue
  | ObjectValue
  | CallValue
  | MemberValue
  | ReferenceValue
  | ImportValue
  | FunctionValue
  | ClassValue
  | UnknownValue;

interface Placed {
  readonly range: Range;
}

/** A string: a literal, a template, or a chain of both. */
export interface TextValue extends Placed {
  readonly kind: "text";
  readonly parts: readonly TextPart[];
}

export type Quote = '"' | "'" | "`";

export type TextPart =
  | {
      readonly kind: "literal";
      /** The text it stands for, escapes undone. */
      readonly text: string;
      /** Where its characters stand, without the quotes. */
      readonly range: Range;
      readonly quote: Quote;
    }
  | { readonly kind: "value"; readonly value: StaticValue };

export interface NumberValue extends Placed {
  readonly kind: "number";
  readonly value: number;
}

export interface BooleanValue extends Placed {
  readonly kind: "boolean";
  readonly value: boolean;
}

/** `null` or `undefined`. */
export interface NothingValue extends Placed {
  readonly kind: "nothing";
}

export interface ArrayValue extends Placed {
  readonly kind: "array";
  readonly elements: readonly ArrayElement[];
}

export interface ArrayElement {
  readonly spread: boolean;
  readonly value: StaticValue;
}

export interface ObjectValue extends Placed {
  readonly kind: "object";
  readonly members: readonly ObjectMember[];
}

export type ObjectMember =
  | {
      readonly kind: "property";
      /** A text value, also for `name:`; anything else for a computed key. */
      readonly key: StaticValue;
      readonly computed: boolean;
      readonly value: StaticValue;
      /** The whole property. */
      readonly range: Range;
    }
  | {
      readonly kind: "spread";
      readonly value: StaticValue;
      readonly range: Range;
    };

export interface CallValue extends Placed {
  readonly kind: "call";
  readonly isNew: boolean;
  readonly callee: StaticValue;
  readonly args: readonly ArrayElement[];
}

export interface MemberValue extends Placed {
  readonly kind: "member";
  readonly object: StaticValue;
  /** The property's name; absent when it is computed from something. */
  readonly name: string | undefined;
  readonly property: StaticValue | undefined;
}

/** A name of the module's own top level. */
export interface ReferenceValue extends Placed {
  readonly kind: "reference";
  readonly name: string;
}

/** A name that the module imports. */
export interface ImportValue extends Placed {
  readonly kind: "import";
  readonly specifier: string;
  readonly imported: string;
  /** The name it has here. */
  readonly local: string;
}

export interface FunctionValue extends Placed {
  readonly kind: "function";
  /** What an arrow function with an expression body answers. */
  readonly result: StaticValue | undefined;
}

export interface ClassValue extends Placed {
  readonly kind: "class";
  readonly name: string | undefined;
}

/** An expression whose value depends on a run, or that we don't read. */
export interface UnknownValue extends Placed {
  readonly kind: "unknown";
  /** The name, where the expression is just one that could not be followed. */
  readonly name?: string;
}

/** What a module offers to others and to itself, by name. */
export interface ModuleValues {
  /** Absolute path. */
  readonly path: string;
  /** The value of a name of the top level. */
  binding(name: string): StaticValue | undefined;
  /** Where an export comes from. */
  exported(name: string): ExportSource | undefined;
  /** The one-based line of an offset. */
  lineAt(offset: number): number;
  /** Specifiers of `export * from "…"`. */
  readonly starExports: readonly string[];
}

export type ExportSource =
  | { readonly kind: "local"; readonly name: string }
  | { readonly kind: "value"; readonly value: StaticValue }
  | {
      readonly kind: "import";
      readonly specifier: string;
      readonly imported: string;
    };

/** Finds the module an import points to; `undefined` when it can't be read. */
export type ImportLookup = (
  from: string,
  specifier: string,
) => ModuleValues | undefined;

/** A value and the module it stands in. */
export interface Located<V extends StaticValue = StaticValue> {
  readonly value: V;
  readonly module: ModuleValues;
}
