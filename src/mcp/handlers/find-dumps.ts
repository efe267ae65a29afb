import type { TSESTree } from "@typescript-eslint/utils";
import { findBinding, topLevelNames } from "../../source/bindings.ts";
import {
  keyName,
  nodesAround,
  isFunction,
  type FunctionNode,
  type SourceFile,
} from "../../source/syntax-tree.ts";
import type { Handler } from "../model.ts";
import {
  dataOrigin,
  localFunction,
  type DataOrigin,
  type OriginOptions,
} from "./data-origin.ts";
import {
  isJsonStringify,
  propertyValue,
  returnedLeaves,
  type OutputRole,
} from "./returned-texts.ts";

/** Data that a handler turns into JSON for the model to read. */
export interface Dump {
  /** `JSON.stringify(…)`, or the call of a helper that does it. */
  readonly call: TSESTree.CallExpression;
  /** What is turned into JSON. */
  readonly data: TSESTree.Node;
  readonly kind: "raw" | "result" | "string" | "error";
  /** The helper's name, where one does it. */
  readonly helper: string | undefined;
}

/** A parameter that a helper turns into JSON in what it returns. */
export interface DumpedParameter {
  readonly role: OutputRole;
  readonly index: number;
  readonly key: string | undefined;
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
}

const roles: readonly OutputRole[] = ["result", "blocks", "block", "text"];

/**
 * Finds `JSON.stringify` of raw data in what a handler returns as text.
 * Helpers of the same file are followed, imported ones through `helpers`; a
 * helper that dumps what it is given is a dump where it is called.
 */
export function findDumps(
  handler: Handler,
  options: DumpOptions,
): Dump[] {
  const node = functionAt(handler, options.file);
  return node ? dumpsIn(node, "result", options, new Set()) : [];
}

function dumpsIn(
  node: FunctionNode,
  role: OutputRole,
  options: DumpOptions,
  seen: Set<FunctionNode>,
  helper?: FunctionNode,
): Dump[] {
  const { allowProjection, file, helpers } = options;
  if (seen.has(node)) {
    return [];
  }
  seen.add(node);
  const origin: OriginOptions = { allowProjection, file, helper };
  return returnedLeaves(node, role, file).flatMap((leaf): Dump[] => {
    if (leaf.node.type !== "CallExpression") {
      return [];
    }
    const call = leaf.node;
    const [first] = call.arguments;
    if (isJsonStringify(call)) {
      return first && leaf.role === "text"
        ? dumpOf(call, first, undefined, origin)
        : [];
    }
    const local =
      call.callee.type === "Identifier"
        ? localFunction(call.callee, file)
        : undefined;
    return [
      ...(local ? dumpsIn(local, leaf.role, options, seen, local) : []),
      ...dumpedParameters(call, file, helpers)
        .filter((dumped) => dumped.role === leaf.role)
        .flatMap((dumped) => {
          const data = argumentFor(call, dumped);
          return data ? dumpOf(call, data, calleeText(call), origin) : [];
        }),
    ];
  });
}

function dumpOf(
  call: TSESTree.CallExpression,
  data: TSESTree.Node,
  helper: string | undefined,
  options: OriginOptions,
): Dump[] {
  const { kind } = dataOrigin(data, options);
  return kind === "shaped" ||
    kind === "parameter" ||
    // A helper may well be given a string to wrap.
    (helper !== undefined && kind === "string")
    ? []
    : [{ call, data, kind, helper }];
}

function functionAt(
  { range }: Handler,
  { program }: SourceFile,
): FunctionNode | undefined {
  return nodesAround(program, range[0]).find(
    (node): node is FunctionNode =>
      isFunction(node) && node.range[0] === range[0] && node.range[1] === range[1],
  );
}

function dumpedParameters(
  call: TSESTree.CallExpression,
  file: SourceFile,
  helpers: HelperLookup,
): readonly DumpedParameter[] {
  const { callee } = call;
  if (callee.type !== "Identifier") {
    return [];
  }
  const local = localFunction(callee, file);
  if (local) {
    return dumpsOf(local, file);
  }
  const binding = findBinding(file, callee.name, callee.range[0]);
  return binding?.kind === "import"
    ? (helpers(file.path, binding.specifier, binding.imported) ?? [])
    : [];
}

/** The parameters that a function turns into JSON in what it returns. */
function dumpsOf(helper: FunctionNode, file: SourceFile): DumpedParameter[] {
  return roles.flatMap((role) =>
    returnedLeaves(helper, role, file).flatMap((leaf): DumpedParameter[] => {
      if (
        leaf.role !== "text" ||
        leaf.node.type !== "CallExpression" ||
        !isJsonStringify(leaf.node)
      ) {
        return [];
      }
      const [data] = leaf.node.arguments;
      const origin: DataOrigin | undefined =
        data && dataOrigin(data, { allowProjection: true, file, helper });
      return origin?.kind === "parameter"
        ? [{ role, index: origin.index, key: origin.key }]
        : [];
    }),
  );
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

function calleeText({ callee }: TSESTree.CallExpression): string | undefined {
  if (callee.type === "Identifier") {
    return callee.name;
  }
  return callee.type === "MemberExpression"
    ? keyName(callee.property, callee.computed)
    : undefined;
}
