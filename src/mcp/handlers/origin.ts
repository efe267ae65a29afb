import type { TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode, SourceFile } from "../../source/syntax-tree.ts";

/**
 * Where data that is turned into JSON comes from.
 *
 * - `raw`: from outside, whole or merely wrapped
 * - `input`: the arguments that the tool was called with, whole
 * - `result`: a Result, not the value in it
 * - `string`, `error`: has no JSON form that says more than itself
 * - `parameter`: whatever a caller passes
 * - `shaped`: fields were picked, or nothing shows where it comes from
 */
export type DataOrigin =
  | {
      readonly kind: "raw" | "input" | "result" | "string" | "error" | "shaped";
    }
  | {
      readonly kind: "parameter";
      readonly index: number;
      /** The property of the parameter, where it is destructured. */
      readonly key: string | undefined;
      /** Which member of that it is, as `"page.items"`; none for all of it. */
      readonly part?: string;
    };

export const raw = { kind: "raw" } as const;
export const shaped = { kind: "shaped" } as const;
export const text = { kind: "string" } as const;

/**
 * Whether an imported function surely answers fields that somebody picked;
 * `undefined` when it can't be read.
 */
export type AnswerLookup = (
  from: string,
  specifier: string,
  imported: string,
) => boolean | undefined;

export interface OriginOptions {
  readonly file: SourceFile;
  /** The way into functions of other files; none while one is read itself. */
  readonly answers?: AnswerLookup | undefined;
  /** The function whose own parameters are a caller's. */
  readonly helper?: FunctionNode | undefined;
  /** The function whose first parameter is what the tool was called with. */
  readonly handler?: FunctionNode | undefined;
  /** Whether an object literal that names what it takes counts as shaped. */
  readonly allowProjection: boolean;
}

/** What the readers of the parts of an expression ask of each other. */
export interface OriginReading extends OriginOptions {
  /** Where the value of an expression comes from. */
  of(node: TSESTree.Node, left: number): DataOrigin;
  /** Where that comes from which a promise is fulfilled with. */
  promised(node: TSESTree.Node, left: number): DataOrigin;
}

/** What wrapping leaves of an origin: an error or a text in an object is data. */
export function carried(origin: DataOrigin): DataOrigin {
  return origin.kind === "raw" ||
    origin.kind === "input" ||
    origin.kind === "parameter"
    ? origin
    : shaped;
}

const telling: readonly DataOrigin["kind"][] = [
  "raw",
  "result",
  "input",
  "parameter",
];

/** The origin that says most; shaped when none does. */
export function firstTelling(origins: readonly DataOrigin[]): DataOrigin {
  const kind = telling.find((wanted) =>
    origins.some((origin) => origin.kind === wanted),
  );
  return origins.find((origin) => origin.kind === kind) ?? shaped;
}

/** The elements of a list, those that are spread without their dots. */
export function elementsOf({
  elements,
}: TSESTree.ArrayExpression): readonly TSESTree.Node[] {
  return elements.flatMap((element) =>
    element?.type === "SpreadElement" ? [element.argument] : (element ?? []),
  );
}
