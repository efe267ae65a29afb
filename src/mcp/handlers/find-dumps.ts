import type { TSESTree } from "@typescript-eslint/utils";
import { topLevelNames } from "../../source/bindings.ts";
import {
  nodesAround,
  isFunction,
  type FunctionNode,
  type SourceFile,
} from "../../source/syntax-tree.ts";
import type { Handler } from "../model.ts";
import {
  calledFunction,
  calledName,
  importedFunction,
  isJsonStringify,
  propertyValue,
} from "./called-function.ts";
import { dataOrigin } from "./data-origin.ts";
import type { AnswerLookup, DataOrigin, OriginOptions } from "./origin.ts";
import { returnedLeaves, type OutputRole } from "./returned-texts.ts";

/** Data that a handler turns into JSON for the model to read. */
export interface Dump {
  /** `JSON.stringify(…)`, or the call of a helper that does it. */
  readonly call: TSESTree.CallExpression;
  /** What is turned into JSON. */
  readonly data: TSESTree.Node;
  readonly kind: "raw" | "result" | "string" | "error";
  /** The helper's name, where one does it. */
  readonly helper: string | undefined;
  /** The members of the data that the helper turns into JSON; none for all. */
  readonly parts: readonly string[];
}

/** A parameter that a helper turns into JSON in what it returns. */
export interface DumpedParameter {
  readonly role: OutputRole;
  readonly index: number;
  readonly key: string | undefined;
  /** The members of it that are turned into JSON; none for all of it. */
  readonly parts: readonly string[];
}

/** What the exported helpers of a module dump, by name. */
export type HelperDumps = ReadonlyMap<string, readonly DumpedParameter[]>;

/** Looks an imported helper up; `undefined` when it can't be read. */
export type HelperLookup = (
  from: string,
  specifier: string,
  imported: string,
) => readonly DumpedParameter[] | undefined;

export interface DumpOptions {
  /** Whether an object literal that names the fields it takes is no dump. */
  readonly allowProjection: boolean;
  readonly file: SourceFile;
  readonly helpers: HelperLookup;
  readonly answers: AnswerLookup;
}

const roles: readonly OutputRole[] = ["result", "blocks", "block", "text"];

/**
 * Finds `JSON.stringify` of raw data in what a handler returns as text.
 * Helpers of the same file are followed, imported ones through `helpers`; a
 * helper that dumps what it is given is a dump where it is called.
 */
export function findDumps(handler: Handler, options: DumpOptions): Dump[] {
  const node = functionAt(handler, options.file);
  if (!node) {
    return [];
  }
  const reader = { ...options, handler: node };
  return [
    ...dumpsIn(node, "result", reader, new Set()),
    // FastMCP and others take a string for a text block.
    ...(handler.dialect === "tool-objects"
      ? dumpsIn(node, "text", reader, new Set())
      : []),
  ];
}

interface DumpReader extends DumpOptions {
  readonly handler: FunctionNode;
}

function dumpsIn(
  node: FunctionNode,
  role: OutputRole,
  reader: DumpReader,
  seen: Set<FunctionNode>,
  helper?: FunctionNode,
): Dump[] {
  if (seen.has(node)) {
    return [];
  }
  seen.add(node);
  const { file } = reader;
  const origin: OriginOptions = { ...reader, helper };
  return returnedLeaves(node, role, file).flatMap((leaf): Dump[] => {
    if (leaf.node.type !== "CallExpression") {
      return [];
    }
    const call = leaf.node;
    if (isJsonStringify(call)) {
      return leaf.role === "text" ? stringified(call, origin) : [];
    }
    const local = calledFunction(call, file);
    return [
      ...(local ? dumpsIn(local, leaf.role, reader, seen, local) : []),
      ...dumpedParameters(call, local, reader)
        .filter((dumped) => dumped.role === leaf.role)
        .flatMap((dumped) => {
          const data = argumentFor(call, dumped);
          return data ? passedOn(call, data, dumped.parts, origin) : [];
        }),
    ];
  });
}

/** What `JSON.stringify(data)` dumps. */
function stringified(
  call: TSESTree.CallExpression,
  origin: OriginOptions,
): Dump[] {
  const [data] = call.arguments;
  if (!data || hasReplacer(call)) {
    return [];
  }
  const { kind: from } = dataOrigin(data, origin);
  const kind = dumpKind(from);
  // Inside a longer text it is a way of quoting a text or what was asked for.
  const mayQuote = from === "string" || from === "input";
  return kind === undefined || (mayQuote && isInterpolated(call, origin.file))
    ? []
    : [{ call, data, kind, helper: undefined, parts: [] }];
}

/** What is dumped by a helper that turns its argument into JSON. */
function passedOn(
  call: TSESTree.CallExpression,
  data: TSESTree.Node,
  parts: readonly string[],
  origin: OriginOptions,
): Dump[] {
  const { kind: from } = dataOrigin(data, origin);
  const kind = parts.length > 0 ? partKind(from, parts) : dumpKind(from);
  // A helper may well be given a string to wrap.
  return kind === undefined || kind === "string"
    ? []
    : [{ call, data, kind, helper: calledName(call), parts }];
}

/** What members of data are: `result.value` is raw, `result.error` isn't. */
function partKind(
  origin: DataOrigin["kind"],
  parts: readonly string[],
): "raw" | undefined {
  return origin === "raw" ||
    (origin === "result" && parts.some((part) => /^value\b/.test(part)))
    ? "raw"
    : undefined;
}

function dumpKind(origin: DataOrigin["kind"]): Dump["kind"] | undefined {
  switch (origin) {
    case "input":
      return "raw";
    case "parameter":
    case "shaped":
      return undefined;
    default:
      return origin;
  }
}

/** Whether a second argument may choose what is written. */
function hasReplacer({ arguments: args }: TSESTree.CallExpression): boolean {
  const [, replacer] = args;
  return (
    replacer !== undefined &&
    !(replacer.type === "Literal" && replacer.value === null) &&
    !(replacer.type === "Identifier" && replacer.name === "undefined")
  );
}

function isInterpolated(
  call: TSESTree.CallExpression,
  { program }: SourceFile,
): boolean {
  const path = nodesAround(program, call.range[0]);
  const parent = path[path.indexOf(call) - 1];
  return (
    parent?.type === "TemplateLiteral" || parent?.type === "BinaryExpression"
  );
}

function functionAt(
  { range }: Handler,
  { program }: SourceFile,
): FunctionNode | undefined {
  return nodesAround(program, range[0]).find(
    (node): node is FunctionNode =>
      isFunction(node) &&
      node.range[0] === range[0] &&
      node.range[1] === range[1],
  );
}

function dumpedParameters(
  call: TSESTree.CallExpression,
  local: FunctionNode | undefined,
  { file, helpers }: DumpReader,
): readonly DumpedParameter[] {
  if (local) {
    return dumpsOf(local, file);
  }
  const named = importedFunction(call, file);
  return named
    ? (helpers(file.path, named.specifier, named.imported) ?? [])
    : [];
}

const dumpsOfFunction = new WeakMap<FunctionNode, readonly DumpedParameter[]>();

/** The parameters that a function turns into JSON in what it returns. */
function dumpsOf(
  helper: FunctionNode,
  file: SourceFile,
): readonly DumpedParameter[] {
  let dumps = dumpsOfFunction.get(helper);
  if (!dumps) {
    dumps = readDumps(helper, file);
    dumpsOfFunction.set(helper, dumps);
  }
  return dumps;
}

function readDumps(helper: FunctionNode, file: SourceFile): DumpedParameter[] {
  const found = roles.flatMap((role) =>
    returnedLeaves(helper, role, file).flatMap((leaf): DumpedParameter[] => {
      const [data] =
        leaf.role === "text" &&
        leaf.node.type === "CallExpression" &&
        isJsonStringify(leaf.node) &&
        !hasReplacer(leaf.node)
          ? leaf.node.arguments
          : [];
      const origin: DataOrigin | undefined =
        data && dataOrigin(data, { allowProjection: true, file, helper });
      if (origin?.kind !== "parameter") {
        return [];
      }
      const { index, key, part } = origin;
      return [{ role, index, key, parts: part === undefined ? [] : [part] }];
    }),
  );
  return mergeParts(found);
}

/** One entry for each parameter and role, with all of its parts. */
function mergeParts(found: readonly DumpedParameter[]): DumpedParameter[] {
  const merged = new Map<string, DumpedParameter>();
  for (const dumped of found) {
    const { index, key, parts, role } = dumped;
    const id = [role, index, key].join(" ");
    const earlier = merged.get(id);
    const isWhole = parts.length === 0 || earlier?.parts.length === 0;
    merged.set(id, {
      ...dumped,
      parts: isWhole ? [] : [...new Set([...(earlier?.parts ?? []), ...parts])],
    });
  }
  return [...merged.values()];
}

/** Reads what the exported helpers of a module dump: an extractor. */
export function readHelperDumps(file: SourceFile): HelperDumps {
  const dumps = new Map<string, readonly DumpedParameter[]>();
  if (!file.text.includes("JSON.stringify")) {
    return dumps;
  }
  for (const [name, binding] of topLevelNames(file)) {
    const node =
      binding.kind === "function"
        ? binding.node
        : binding.kind === "variable" && binding.declarator.init
          ? binding.declarator.init
          : undefined;
    if (node && isFunction(node)) {
      const found = dumpsOf(node, file);
      if (found.length > 0) {
        dumps.set(name, found);
      }
    }
  }
  return dumps;
}

function argumentFor(
  call: TSESTree.CallExpression,
  { index, key }: DumpedParameter,
): TSESTree.Node | undefined {
  const argument = call.arguments[index];
  if (key === undefined || !argument) {
    return argument?.type === "SpreadElement" ? undefined : argument;
  }
  return argument.type === "ObjectExpression"
    ? propertyValue(argument, key)
    : undefined;
}
