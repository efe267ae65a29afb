import type { TSESTree } from "@typescript-eslint/utils";
import { findBinding } from "../../source/bindings.ts";
import {
  isFunction,
  keyName,
  nodesAround,
  unwrap,
  type FunctionNode,
  type SourceFile,
} from "../../source/syntax-tree.ts";
import { isJsonStringify, returnedExpressions } from "./returned-texts.ts";

/**
 * Where data that is turned into JSON comes from.
 *
 * - `raw`: from outside, whole or merely wrapped
 * - `result`: a Result, not the value in it
 * - `string`, `error`: has no JSON form that says more than itself
 * - `parameter`: whatever a caller passes
 * - `shaped`: fields were picked, or nothing shows where it comes from
 */
export type DataOrigin =
  | { readonly kind: "raw" | "result" | "string" | "error" | "shaped" }
  | {
      readonly kind: "parameter";
      readonly index: number;
      /** The property of the parameter, where it is destructured. */
      readonly key: string | undefined;
    };

const raw = { kind: "raw" } as const;
const shaped = { kind: "shaped" } as const;

export interface OriginOptions {
  readonly file: SourceFile;
  /** The function whose own parameters are a caller's. */
  readonly helper?: FunctionNode | undefined;
  /** Whether an object literal that names what it takes counts as shaped. */
  readonly allowProjection: boolean;
}

const deepest = 12;

/** Judges an expression that is handed to `JSON.stringify`. */
export function dataOrigin(
  node: TSESTree.Node,
  options: OriginOptions,
): DataOrigin {
  return new OriginReader(options).of(node, deepest);
}

/** Methods that answer (some of) what they were called on. */
const passingMethods = new Set([
  "concat",
  "filter",
  "flat",
  "reverse",
  "slice",
  "sort",
  "toReversed",
  "toSorted",
]);

/** Functions that answer their argument, or all that is in it. */
const passingFunctions = new Set([
  "Array.from",
  "JSON.parse",
  "Object.assign",
  "Object.entries",
  "Object.fromEntries",
  "Object.values",
  "structuredClone",
]);

/** Verbs of functions that make something to be read out of data. */
const shapingName =
  /^(?:clean|compact|describe|extract|format|normali[sz]e|omit|pick|project|prune|redact|render|select|serialize|shape|simplif|slim|strip|summar|to[A-Z]|transform|trim|truncate)/i;

/** Names that stand for a single small value. */
const scalarName =
  /^(?:id|name|title|key|slug|count|total|size|length|limit|offset|page|url|uri|link|status|state|ok|success|deleted|created|updated|version|message|type|exists|(?:is|has)[A-Z_].*|.*(?:Id|_id|ID|Count|_count|Url|_url|Name|_name|At|_at))$/;

class OriginReader {
  readonly #options: OriginOptions;

  constructor(options: OriginOptions) {
    this.#options = options;
  }

  of(wrapped: TSESTree.Node, left: number): DataOrigin {
    const node = unwrap(wrapped);
    if (left <= 0) {
      return shaped;
    }
    switch (node.type) {
      case "AwaitExpression":
        return this.#awaited(unwrap(node.argument), left);
      case "Identifier":
        return this.#name(node, left);
      case "MemberExpression":
        return this.#member(node, left);
      case "ObjectExpression":
        return this.#object(node, left);
      case "ArrayExpression":
        return firstTelling(
          node.elements.flatMap((element) =>
            element
              ? [
                  this.of(
                    element.type === "SpreadElement"
                      ? element.argument
                      : element,
                    left - 1,
                  ),
                ]
              : [],
          ),
        );
      case "CallExpression":
        return this.#call(node, left);
      case "NewExpression":
        return node.callee.type === "Identifier" &&
          node.callee.name.endsWith("Error")
          ? { kind: "error" }
          : shaped;
      case "TemplateLiteral":
        return { kind: "string" };
      case "Literal":
        return typeof node.value === "string" ? { kind: "string" } : shaped;
      case "BinaryExpression":
        return node.operator === "+" && this.#isText(node)
          ? { kind: "string" }
          : shaped;
      case "ConditionalExpression":
        return firstTelling([
          this.of(node.consequent, left - 1),
          this.of(node.alternate, left - 1),
        ]);
      case "LogicalExpression":
        return firstTelling([
          this.of(node.left, left - 1),
          this.of(node.right, left - 1),
        ]);
      default:
        return shaped;
    }
  }

  #isText(node: TSESTree.BinaryExpression): boolean {
    return [node.left, node.right].some(
      (side) =>
        side.type === "TemplateLiteral" ||
        (side.type === "Literal" && typeof side.value === "string"),
    );
  }

  #awaited(node: TSESTree.Node, left: number): DataOrigin {
    if (node.type !== "CallExpression") {
      return raw;
    }
    const name = calledName(node);
    if (name !== undefined && shapingName.test(name)) {
      return shaped;
    }
    if (name === "text") {
      return { kind: "string" };
    }
    const local = this.#localFunction(node);
    if (!local) {
      return raw;
    }
    const origins = returnedExpressions(local).map((returned) =>
      this.of(returned, left - 2),
    );
    return origins.some(({ kind }) => kind === "raw") ? raw : shaped;
  }

  #localFunction(call: TSESTree.CallExpression): FunctionNode | undefined {
    if (call.callee.type !== "Identifier") {
      return undefined;
    }
    return localFunction(call.callee, this.#options.file);
  }

  #name(node: TSESTree.Identifier, left: number): DataOrigin {
    const { file, helper } = this.#options;
    const { name, range } = node;
    const binding = findBinding(file, name, range[0]);
    switch (binding?.kind) {
      case "variable": {
        const { id, init } = binding.declarator;
        if (!init) {
          return shaped;
        }
        const origin = this.of(init, left - 1);
        if (id.type !== "Identifier") {
          // What is taken out of raw data is as raw, but for small values.
          return origin.kind === "raw" && !scalarName.test(name)
            ? raw
            : shaped;
        }
        return origin.kind === "raw" && this.#isResult(name, range[0])
          ? { kind: "result" }
          : origin;
      }
      case "element": {
        const origin = this.of(binding.list, left - 1);
        return origin.kind === "raw" ? raw : shaped;
      }
      case "caught":
        return { kind: "error" };
      case "parameter":
        return binding.node === helper
          ? parameterOrigin(binding.node, binding.index, name)
          : this.#callbackParameter(binding.node, binding.index, name, left);
      default:
        return shaped;
    }
  }

  /** Whether a variable is asked for its error somewhere close by. */
  #isResult(name: string, offset: number): boolean {
    const { text } = this.#options.file;
    const near = text.slice(Math.max(0, offset - 4000), offset);
    return [".isErr(", ".isOk("].some((call) => {
      const at = near.lastIndexOf(name + call);
      return at !== -1 && !/[\w$.]/.test(near[at - 1] ?? "");
    });
  }

  /** `items.map((item) => …)`: as raw as the items. */
  #callbackParameter(
    callback: FunctionNode,
    index: number,
    name: string,
    left: number,
  ): DataOrigin {
    const pattern = callback.params[index];
    if (index > 0 || pattern?.type !== "Identifier" || pattern.name !== name) {
      return shaped;
    }
    const call = callAround(callback, this.#options.file);
    if (
      call?.callee.type === "MemberExpression" &&
      ["filter", "flatMap", "forEach", "map"].includes(calledName(call) ?? "")
    ) {
      const origin = this.of(call.callee.object, left - 1);
      return origin.kind === "raw" ? raw : shaped;
    }
    return calledName(call) === "then" ? raw : shaped;
  }

  #member(node: TSESTree.MemberExpression, left: number): DataOrigin {
    const property = keyName(node.property, node.computed);
    const origin = this.of(node.object, left - 1);
    if (property === "value" && origin.kind === "result") {
      return raw;
    }
    if (property === "error") {
      return origin.kind === "result" ? { kind: "error" } : shaped;
    }
    if (property !== undefined && scalarName.test(property)) {
      return shaped;
    }
    return origin.kind === "raw" || origin.kind === "parameter"
      ? origin
      : shaped;
  }

  #object(node: TSESTree.ObjectExpression, left: number): DataOrigin {
    const isWrapper = isCollectionInWrapper(node);
    return firstTelling(
      node.properties.map((property) => {
        if (property.type === "SpreadElement") {
          const origin = this.of(property.argument, left - 1);
          return origin.kind === "raw" || origin.kind === "parameter"
            ? origin
            : shaped;
        }
        const name = keyName(property.key, property.computed);
        const value = unwrap(property.value);
        if (name !== undefined && scalarName.test(name)) {
          return shaped;
        }
        if (
          this.#options.allowProjection &&
          !isWrapper &&
          value.type !== "Identifier" &&
          value.type !== "AwaitExpression"
        ) {
          return shaped;
        }
        const origin = this.of(value, left - 1);
        return origin.kind === "raw" || origin.kind === "parameter"
          ? origin
          : shaped;
      }),
    );
  }

  #call(node: TSESTree.CallExpression, left: number): DataOrigin {
    if (isJsonStringify(node)) {
      return { kind: "string" };
    }
    const { callee } = node;
    const name = calledName(node);
    const [first] = node.arguments;
    if (name === "json" && node.arguments.length === 0) {
      return raw; // the body of a response
    }
    if (callee.type !== "MemberExpression") {
      return name === "String"
        ? { kind: "string" }
        : name === "structuredClone" && first
          ? this.of(first, left - 1)
          : shaped;
    }
    const path =
      callee.object.type === "Identifier"
        ? `${callee.object.name}.${name ?? ""}`
        : "";
    if (passingFunctions.has(path)) {
      return firstTelling(
        node.arguments.map((argument) => this.of(argument, left - 1)),
      );
    }
    if (name === "map" || name === "flatMap") {
      return this.#mapped(first, callee.object, left);
    }
    return name !== undefined && passingMethods.has(name)
      ? this.of(callee.object, left - 1)
      : shaped;
  }

  /** `items.map(…)` is as raw as what its callback answers. */
  #mapped(
    callback: TSESTree.Node | undefined,
    list: TSESTree.Node,
    left: number,
  ): DataOrigin {
    if (!callback || !isFunction(callback)) {
      return shaped;
    }
    const origins = returnedExpressions(callback).map((returned) =>
      this.of(returned, left - 1),
    );
    return origins.some(({ kind }) => kind === "raw")
      ? this.of(list, left - 1)
      : shaped;
  }
}

/** `{ items: response.items }`: a whole collection under its own name. */
function isCollectionInWrapper({
  properties,
}: TSESTree.ObjectExpression): boolean {
  const [property, ...more] = properties;
  return (
    property?.type === "Property" &&
    more.length === 0 &&
    property.value.type === "MemberExpression" &&
    keyName(property.key, property.computed)?.endsWith("s") === true
  );
}

/** The first origin that says something; shaped when none does. */
function firstTelling(origins: readonly DataOrigin[]): DataOrigin {
  return (
    origins.find(({ kind }) => kind === "raw" || kind === "result") ??
    origins.find(({ kind }) => kind === "parameter") ??
    shaped
  );
}

function parameterOrigin(
  helper: FunctionNode,
  index: number,
  name: string,
): DataOrigin {
  const parameter = helper.params[index];
  const pattern =
    parameter?.type === "AssignmentPattern" ? parameter.left : parameter;
  if (pattern?.type === "Identifier") {
    return { kind: "parameter", index, key: undefined };
  }
  if (pattern?.type !== "ObjectPattern") {
    return shaped;
  }
  const property = pattern.properties.find(
    (candidate) =>
      candidate.type === "Property" && bindsName(candidate.value, name),
  );
  return property?.type === "Property"
    ? {
        kind: "parameter",
        index,
        key: keyName(property.key, property.computed),
      }
    : shaped;
}

function bindsName(pattern: TSESTree.Node, name: string): boolean {
  const target =
    pattern.type === "AssignmentPattern" ? pattern.left : pattern;
  return target.type === "Identifier" && target.name === name;
}

/** The function of this file that a name calls. */
export function localFunction(
  name: TSESTree.Identifier,
  file: SourceFile,
): FunctionNode | undefined {
  const binding = findBinding(file, name.name, name.range[0]);
  if (binding?.kind === "function") {
    return binding.node;
  }
  const init =
    binding?.kind === "variable" && binding.declarator.id.type === "Identifier"
      ? binding.declarator.init
      : undefined;
  const value = init ? unwrap(init) : undefined;
  return value && isFunction(value) ? value : undefined;
}

/** The last name of what is called: `map` in `items.map(…)`. */
export function calledName(
  call: TSESTree.CallExpression | undefined,
): string | undefined {
  const callee = call && unwrap(call.callee);
  if (callee?.type === "Identifier") {
    return callee.name;
  }
  return callee?.type === "MemberExpression"
    ? keyName(callee.property, callee.computed)
    : undefined;
}

function callAround(
  callback: FunctionNode,
  file: SourceFile,
): TSESTree.CallExpression | undefined {
  const path = nodesAround(file.program, callback.range[0]);
  const parent = path[path.indexOf(callback) - 1];
  return parent?.type === "CallExpression" ? parent : undefined;
}
