import type { TSESTree } from "@typescript-eslint/utils";
import { findBinding, type Binding } from "../../source/bindings.ts";
import {
  isFunction,
  keyName,
  nodesAround,
  unwrap,
  type FunctionNode,
  type SourceFile,
} from "../../source/syntax-tree.ts";
import {
  calledFunction,
  calledName,
  isJsonStringify,
} from "./called-function.ts";
import {
  collectionName,
  leafName,
  pagingName,
  passingFunctions,
  passingMethods,
  scalarName,
  shapingName,
} from "./data-names.ts";
import { returnedExpressions } from "./returned-texts.ts";
import { awaitedFunction, resultFunctions, usesOf } from "./variable-uses.ts";

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
    };

const raw = { kind: "raw" } as const;
const shaped = { kind: "shaped" } as const;

export interface OriginOptions {
  readonly file: SourceFile;
  /** The function whose own parameters are a caller's. */
  readonly helper?: FunctionNode | undefined;
  /** The function whose first parameter is what the tool was called with. */
  readonly handler?: FunctionNode | undefined;
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
        return this.#promised(node.argument, left);
      case "Identifier":
        return this.#name(node, left);
      case "MemberExpression":
        return this.#member(node, left);
      case "ObjectExpression":
        return this.#object(node, left);
      case "ArrayExpression":
        return firstTelling(
          elementsOf(node).map((element) =>
            carried(this.of(element, left - 1)),
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
        return isText(node) ? { kind: "string" } : shaped;
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

  /** What a promise is fulfilled with. */
  #promised(wrapped: TSESTree.Node, left: number): DataOrigin {
    const node = unwrap(wrapped);
    if (left <= 0) {
      return shaped;
    }
    if (node.type === "ArrayExpression") {
      return firstTelling(
        elementsOf(node).map((element) => this.#promised(element, left - 1)),
      );
    }
    if (node.type === "Identifier") {
      const init = this.#initOf(node);
      return init ? this.#promised(init, left - 1) : this.of(node, left);
    }
    if (node.type === "TaggedTemplateExpression") {
      return raw; // await sql`…`
    }
    if (node.type !== "CallExpression") {
      return this.of(node, left);
    }
    const [first] = node.arguments;
    const name = calledName(node);
    if (calleePath(node).startsWith("Promise.")) {
      return first ? this.#promised(first, left - 1) : shaped;
    }
    if (name === "map" && first) {
      return isFunction(first)
        ? firstTelling(
            returnedExpressions(first).map((returned) =>
              this.#promised(returned, left - 1),
            ),
          )
        : shaped;
    }
    return this.#awaitedCall(node, name, left);
  }

  #awaitedCall(
    node: TSESTree.CallExpression,
    name: string | undefined,
    left: number,
  ): DataOrigin {
    if (name !== undefined && shapingName.test(name)) {
      return shaped;
    }
    if (name === "text") {
      return { kind: "string" };
    }
    const local = calledFunction(node, this.#options.file);
    if (!local) {
      return raw;
    }
    const origins = returnedExpressions(local).map((returned) =>
      this.#isOwnCall(returned)
        ? this.#promised(returned, left - 2)
        : this.of(returned, left - 2),
    );
    return origins.some(({ kind }) => kind === "raw") ? raw : shaped;
  }

  /** `return this.request(path)`: a promise handed on. */
  #isOwnCall(node: TSESTree.Node): boolean {
    if (node.type !== "CallExpression") {
      return false;
    }
    let callee = unwrap(node.callee);
    while (callee.type === "MemberExpression") {
      callee = unwrap(callee.object);
    }
    return (
      callee.type === "ThisExpression" ||
      calledFunction(node, this.#options.file) !== undefined
    );
  }

  #initOf(node: TSESTree.Identifier): TSESTree.Node | undefined {
    const { file } = this.#options;
    const binding = findBinding(file, node.name, node.range[0]);
    return binding?.kind === "variable" &&
      binding.constant &&
      binding.declarator.id.type === "Identifier"
      ? (binding.declarator.init ?? undefined)
      : undefined;
  }

  #name(node: TSESTree.Identifier, left: number): DataOrigin {
    const { file, handler, helper } = this.#options;
    const { name, range } = node;
    const binding = findBinding(file, name, range[0]);
    switch (binding?.kind) {
      case "variable":
        return binding.declarator.id.type === "Identifier"
          ? this.#variable(name, binding, left)
          : this.#taken(name, binding.declarator, left);
      case "element": {
        const origin = this.of(binding.list, left - 1);
        return origin.kind === "raw" ? raw : shaped;
      }
      case "caught":
        return isWholeError(name, range[0], file) ? { kind: "error" } : shaped;
      case "parameter":
        if (binding.node === helper) {
          return parameterOrigin(binding.node, binding.index, name);
        }
        return binding.node === handler &&
          binding.index === 0 &&
          binding.node.params[0]?.type === "Identifier"
          ? { kind: "input" }
          : this.#callbackParameter(binding.node, binding.index, name, left);
      default:
        return shaped;
    }
  }

  #variable(
    name: string,
    binding: Extract<Binding, { kind: "variable" }>,
    left: number,
  ): DataOrigin {
    const uses = usesOf(name, binding, this.#options.file);
    // What is cut or overwritten field by field is no longer as it came.
    if (
      uses.isPruned ||
      uses.memberAssigned.length > 0 ||
      scalarName.test(name)
    ) {
      return shaped;
    }
    const { init } = binding.declarator;
    const origins = [
      ...[...(init ? [init] : []), ...uses.assigned].filter(
        (value) => !isEmpty(value),
      ),
      ...uses.pushed.map((pushed) =>
        pushed.type === "SpreadElement" ? pushed.argument : pushed,
      ),
    ].map((value) => this.of(value, left - 1));
    const [first] = origins;
    // Of several values one may well be the projection of another.
    const origin =
      first && origins.every(({ kind }) => kind === first.kind)
        ? first
        : shaped;
    return origin.kind === "raw" && (uses.isResult || this.#isResultOf(init))
      ? { kind: "result" }
      : origin;
  }

  /** Whether what a function answers is a Result wherever else it is called. */
  #isResultOf(init: TSESTree.Node | null): boolean {
    const name = awaitedFunction(init);
    return name !== undefined && resultFunctions(this.#options.file).has(name);
  }

  /** What a pattern takes out of raw data is as raw, but for small values. */
  #taken(
    name: string,
    { id, init }: TSESTree.VariableDeclarator,
    left: number,
  ): DataOrigin {
    const origin = init ? this.of(init, left - 1) : shaped;
    if (origin.kind === "result" && id.type === "ObjectPattern") {
      return patternKey(id, name) === "value" ? raw : shaped;
    }
    return origin.kind === "raw" && !isSmall(name) ? raw : shaped;
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
    if (property !== undefined && isSmall(property)) {
      return shaped;
    }
    return origin.kind === "raw" || origin.kind === "parameter"
      ? origin
      : shaped;
  }

  #object(node: TSESTree.ObjectExpression, left: number): DataOrigin {
    return firstTelling(
      node.properties.map((property) =>
        property.type === "SpreadElement"
          ? carried(this.of(property.argument, left - 1))
          : this.#property(property, node, left),
      ),
    );
  }

  #property(
    property: TSESTree.Property,
    object: TSESTree.ObjectExpression,
    left: number,
  ): DataOrigin {
    const name = keyName(property.key, property.computed);
    const value = unwrap(property.value);
    if (name !== undefined && isSmall(name)) {
      return shaped;
    }
    return this.#options.allowProjection
      ? this.#projected(value, object, left)
      : carried(this.of(value, left - 1));
  }

  /** A property's value: a member of data is a field that was picked. */
  #projected(
    wrapped: TSESTree.Node,
    object: TSESTree.ObjectExpression,
    left: number,
  ): DataOrigin {
    const node = unwrap(wrapped);
    switch (node.type) {
      case "ConditionalExpression":
        return firstTelling(
          [node.consequent, node.alternate].map((branch) =>
            this.#projected(branch, object, left),
          ),
        );
      case "LogicalExpression":
        return firstTelling(
          [node.left, node.right].map((side) =>
            this.#projected(side, object, left),
          ),
        );
      case "Identifier":
        if (this.#isPick(node, object)) {
          return shaped;
        }
        break;
      case "MemberExpression":
        if (
          !isCollectionInWrapper(object) &&
          !this.#isResultValue(node, left)
        ) {
          return shaped;
        }
        break;
      case "CallExpression":
        // `labels: issue.labels.slice(0, 5)` picks, too.
        if (
          node.callee.type === "MemberExpression" &&
          unwrap(node.callee.object).type === "MemberExpression"
        ) {
          return shaped;
        }
        break;
      default:
        break;
    }
    return carried(this.of(node, left - 1));
  }

  /** `{ item: result.value }`: all that a Result holds. */
  #isResultValue(node: TSESTree.MemberExpression, left: number): boolean {
    return (
      keyName(node.property, node.computed) === "value" &&
      this.of(node.object, left - 1).kind === "result"
    );
  }

  /**
   * Whether a name is one of several fields that one pattern takes out of data
   * and that this object puts together again: `{ id, author, labels }`. A
   * collection beside its cursor or its total is no choice of fields.
   */
  #isPick(
    node: TSESTree.Identifier,
    { properties }: TSESTree.ObjectExpression,
  ): boolean {
    const declarator = this.#patternOf(node);
    return (
      declarator !== undefined &&
      properties.some((property) => {
        const other =
          property.type === "Property" ? unwrap(property.value) : undefined;
        return (
          other?.type === "Identifier" &&
          other.name !== node.name &&
          !collectionName.test(other.name) &&
          !pagingName.test(other.name) &&
          this.#patternOf(other) === declarator
        );
      })
    );
  }

  #patternOf({
    name,
    range,
  }: TSESTree.Identifier): TSESTree.VariableDeclarator | undefined {
    const binding = findBinding(this.#options.file, name, range[0]);
    return binding?.kind === "variable" &&
      binding.declarator.id.type === "ObjectPattern"
      ? binding.declarator
      : undefined;
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
    const path = calleePath(node);
    if (path === "JSON.parse" && first) {
      return this.#parsed(first, left);
    }
    if (passingFunctions.has(path)) {
      return firstTelling(
        node.arguments.map((argument) => this.of(argument, left - 1)),
      );
    }
    if (name === "map" || name === "flatMap") {
      return this.#mapped(first, callee.object, left);
    }
    return name !== undefined && passingMethods.has(name)
      ? this.#passed(callee.object, left)
      : shaped;
  }

  /** `JSON.parse(JSON.stringify(x))` is a copy; a text from outside is raw. */
  #parsed(text: TSESTree.Node, left: number): DataOrigin {
    const inner = unwrap(text);
    if (inner.type === "CallExpression" && isJsonStringify(inner)) {
      const [data] = inner.arguments;
      return data && inner.arguments.length === 1
        ? this.of(data, left - 1)
        : shaped;
    }
    const { kind } = this.of(inner, left - 1);
    return kind === "raw" || kind === "string" ? raw : shaped;
  }

  /** Part of a list; `Object.entries(x).filter(…)` picks fields. */
  #passed(list: TSESTree.Node, left: number): DataOrigin {
    const inner = unwrap(list);
    return inner.type === "CallExpression" &&
      calleePath(inner) === "Object.entries"
      ? shaped
      : this.of(inner, left - 1);
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
    return origins.length > 0 && origins.every(({ kind }) => kind === "raw")
      ? this.of(list, left - 1)
      : shaped;
  }
}

function elementsOf({
  elements,
}: TSESTree.ArrayExpression): readonly TSESTree.Node[] {
  return elements.flatMap((element) =>
    element?.type === "SpreadElement" ? [element.argument] : (element ?? []),
  );
}

function isText(node: TSESTree.BinaryExpression): boolean {
  return (
    node.operator === "+" &&
    [node.left, node.right].some(
      (side) =>
        side.type === "TemplateLiteral" ||
        (side.type === "Literal" && typeof side.value === "string") ||
        (side.type === "BinaryExpression" && isText(side)),
    )
  );
}

/** A value that a variable starts out with before it gets its own. */
function isEmpty(wrapped: TSESTree.Node): boolean {
  const node = unwrap(wrapped);
  switch (node.type) {
    case "ArrayExpression":
      return node.elements.length === 0;
    case "ObjectExpression":
      return node.properties.length === 0;
    case "Identifier":
      return node.name === "undefined";
    case "Literal":
      return node.value === null || node.value === "";
    default:
      return false;
  }
}

function isSmall(name: string): boolean {
  return scalarName.test(name) || leafName.test(name);
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

/** What wrapping leaves of an origin: an error or a text in an object is data. */
function carried(origin: DataOrigin): DataOrigin {
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
function firstTelling(origins: readonly DataOrigin[]): DataOrigin {
  const kind = telling.find((wanted) =>
    origins.some((origin) => origin.kind === wanted),
  );
  return origins.find((origin) => origin.kind === kind) ?? shaped;
}

/** Whether a name is what a `catch` caught, not a part of it. */
function isWholeError(name: string, offset: number, file: SourceFile): boolean {
  const clause = nodesAround(file.program, offset).findLast(
    (node): node is TSESTree.CatchClause => node.type === "CatchClause",
  );
  return clause?.param?.type === "Identifier" && clause.param.name === name;
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
  const key =
    pattern?.type === "ObjectPattern" ? patternKey(pattern, name) : undefined;
  return key === undefined ? shaped : { kind: "parameter", index, key };
}

/** The property that a pattern binds to a name. */
function patternKey(
  { properties }: TSESTree.ObjectPattern,
  name: string,
): string | undefined {
  const property = properties.find(
    (candidate) =>
      candidate.type === "Property" && bindsName(candidate.value, name),
  );
  return property?.type === "Property"
    ? keyName(property.key, property.computed)
    : undefined;
}

function bindsName(pattern: TSESTree.Node, name: string): boolean {
  const target = pattern.type === "AssignmentPattern" ? pattern.left : pattern;
  return target.type === "Identifier" && target.name === name;
}

/** `Object.entries` in `Object.entries(x)`; empty for longer paths. */
function calleePath(call: TSESTree.CallExpression): string {
  const callee = unwrap(call.callee);
  return callee.type === "MemberExpression" &&
    callee.object.type === "Identifier"
    ? `${callee.object.name}.${calledName(call) ?? ""}`
    : "";
}

function callAround(
  callback: FunctionNode,
  file: SourceFile,
): TSESTree.CallExpression | undefined {
  const path = nodesAround(file.program, callback.range[0]);
  const parent = path[path.indexOf(callback) - 1];
  return parent?.type === "CallExpression" ? parent : undefined;
}
