import type { TSESTree } from "@typescript-eslint/utils";
import { findBinding } from "../../source/bindings.ts";
import { resolve } from "../../source/resolve.ts";
import { readText, type StaticText } from "../../source/static-text.ts";
import type { Located } from "../../source/static-value.ts";
import {
  isFunction,
  keyName,
  unwrap,
  type FunctionNode,
  type Range,
  type SourceFile,
} from "../../source/syntax-tree.ts";
import { unknown, type Field, type Handler, type Tool } from "../model.ts";
import {
  calleeName,
  fieldOf,
  isObject,
  placeOf,
  textField,
} from "../reading.ts";
import type { Reading, ToolList } from "./dialect.ts";

/** A call of a server's method, with what surrounds it. */
export interface Registration {
  readonly call: TSESTree.CallExpression;
  readonly server: TSESTree.Expression;
  readonly args: readonly TSESTree.Expression[];
  /** The block that runs the call; only itself where the tool is taken away. */
  readonly block: Range;
}

/**
 * Reads the tools that calls of some methods register, a list per server.
 *
 * @param readCall what a call declares; `undefined` when it registers no tool
 */
export function readRegistrations(
  reading: Reading,
  methods: readonly string[],
  readCall: (found: Registration, reading: Reading) => Tool | undefined,
): ToolList[] {
  const handlers: Handler[] = [];
  const registered: RegisteredTool[] = [];
  for (const found of findRegistrations(reading, methods)) {
    const tool = readCall(found, reading);
    if (tool) {
      registered.push({ tool, server: identifyServer(found.server, reading) });
      handlers.push(...handlersOf(found, tool, reading));
    }
  }
  return groupByServer(registered).map((list, index) =>
    index === 0 ? { ...list, handlers } : list,
  );
}

function handlersOf(
  { args }: Registration,
  tool: Tool,
  { file }: Reading,
): Handler[] {
  const handler = args.at(-1);
  return handler
    ? handlerFunctions(handler, file).map((node) => ({
        toolName: handlerToolName(tool),
        range: node.range,
        dialect: tool.dialect,
        outputSchema: tool.outputSchema,
      }))
    : [];
}

/** The name of the tool that a handler serves; unknown parts stay marked. */
export function handlerToolName({ name }: Tool): Field<string> {
  return name.kind === "known" ? { ...name, value: name.value.text } : name;
}

/** Finds `something.method(…)` for methods among the telling words. */
export function* findRegistrations(
  { file, words }: Pick<Reading, "file" | "words">,
  methods: readonly string[],
): Generator<Registration> {
  for (const path of words.places(methods)) {
    const property = path.at(-1);
    const member = path.at(-2);
    const call = path.at(-3);
    if (
      member?.type !== "MemberExpression" ||
      member.property !== property ||
      member.computed ||
      call?.type !== "CallExpression" ||
      call.callee !== member
    ) {
      continue;
    }
    const args = call.arguments.flatMap((argument) =>
      argument.type === "SpreadElement" ? [] : [argument],
    );
    if (args.length === call.arguments.length) {
      const block = isTakenAway(path, file) ? call.range : enclosingBlock(path);
      yield { call, server: member.object, args, block };
    }
  }
}

/** `const tool = server.registerTool(…)` with a `tool.remove()` somewhere. */
function isTakenAway(
  path: readonly TSESTree.Node[],
  { text }: SourceFile,
): boolean {
  const holder = path.at(-4);
  const held =
    holder?.type === "VariableDeclarator"
      ? holder.id
      : holder?.type === "AssignmentExpression"
        ? holder.left
        : undefined;
  if (!held) {
    return false;
  }
  const name = text.slice(...nameRange(held));
  return text.includes(`${name}.remove(`) || text.includes(`${name}?.remove(`);
}

/** A name without its type. */
function nameRange(node: TSESTree.Node): Range {
  return node.type === "Identifier"
    ? [node.range[0], node.range[0] + node.name.length]
    : node.range;
}

/** The innermost block around a path's end: what runs together with it. */
export function enclosingBlock(path: readonly TSESTree.Node[]): Range {
  for (let i = path.length - 1; i >= 0; i--) {
    const node = path[i];
    const parent = path[i - 1];
    if (
      node?.type === "BlockStatement" ||
      node?.type === "SwitchCase" ||
      node?.type === "Program" ||
      // `if (x) server.tool(…)` and `x && server.tool(…)`
      (parent?.type === "IfStatement" && parent.test !== node) ||
      (parent?.type === "LogicalExpression" && parent.right === node) ||
      (parent?.type === "ConditionalExpression" && parent.test !== node)
    ) {
      return node?.range ?? [0, 0];
    }
  }
  return [0, 0];
}

/** Names of other libraries' objects with a `tool` method are not ours. */
export function looksLikeServer(node: TSESTree.Expression): boolean {
  const inner = unwrap(node);
  const name =
    inner.type === "Identifier"
      ? inner.name
      : inner.type === "MemberExpression" &&
          inner.property.type === "Identifier"
        ? inner.property.name
        : "";
  return /server|mcp/i.test(name);
}

/**
 * Whether an argument can be a handler: a function, a name, or a call that
 * wraps one.
 */
export function canBeHandler(node: TSESTree.Node | undefined): boolean {
  if (!node) {
    return false;
  }
  const inner = unwrap(node);
  return (
    isFunction(inner) ||
    inner.type === "Identifier" ||
    inner.type === "MemberExpression" ||
    inner.type === "CallExpression"
  );
}

/** The functions an argument holds: itself, a named one, wrapped ones. */
export function handlerFunctions(
  node: TSESTree.Node,
  file: SourceFile,
  left = 4,
): FunctionNode[] {
  const inner = unwrap(node);
  if (isFunction(inner)) {
    return [inner];
  }
  if (left <= 0) {
    return [];
  }
  if (inner.type === "CallExpression") {
    return inner.arguments.flatMap((argument) =>
      handlerFunctions(argument, file, left - 1),
    );
  }
  if (inner.type === "MemberExpression") {
    const value = memberValue(inner, file);
    return value ? handlerFunctions(value, file, left - 1) : [];
  }
  if (inner.type !== "Identifier") {
    return [];
  }
  const binding = findBinding(file, inner.name, inner.range[0]);
  switch (binding?.kind) {
    case "function":
      return [binding.node];
    case "variable":
      return binding.declarator.id.type === "Identifier" &&
        binding.declarator.init
        ? handlerFunctions(binding.declarator.init, file, left - 1)
        : [];
    default:
      return [];
  }
}

/** `LIST_FILES.handler` of a constant that is an object. */
function memberValue(
  { computed, object, property }: TSESTree.MemberExpression,
  file: SourceFile,
): TSESTree.Node | undefined {
  const owner = unwrap(object);
  const binding =
    owner.type === "Identifier"
      ? findBinding(file, owner.name, owner.range[0])
      : undefined;
  const name = keyName(property, computed);
  const value =
    binding?.kind === "variable" && binding.declarator.init
      ? unwrap(binding.declarator.init)
      : undefined;
  if (value?.type !== "ObjectExpression" || name === undefined) {
    return undefined;
  }
  const member = value.properties.findLast(
    (one) => one.type === "Property" && keyName(one.key, one.computed) === name,
  );
  return member?.type === "Property" ? member.value : undefined;
}

interface ServerIdentity {
  readonly key: string;
  readonly name: Field<StaticText>;
}

const serverFactories = new Set(["FastMCP", "McpServer", "Server"]);

/** Which server a call registers on, and its name where that is written. */
export function identifyServer(
  server: TSESTree.Expression,
  { evaluate, file, lookup }: Reading,
): ServerIdentity {
  const node = unwrap(server);
  if (node.type !== "Identifier") {
    return { key: file.text.slice(...node.range), name: unknown };
  }
  const binding = findBinding(file, node.name, node.range[0]);
  if (binding?.kind !== "variable" || !binding.declarator.init) {
    const at = binding?.kind === "parameter" ? binding.node.range[0] : -1;
    return { key: `${node.name} ${String(at)}`, name: unknown };
  }
  return {
    key: `${node.name} ${String(binding.declarator.range[0])}`,
    name: serverName(evaluate(binding.declarator.init), lookup),
  };
}

/** The name in `makeInternalMCPServer("x")` or `new McpServer({ name: "x" })`. */
export function serverName(
  created: Located,
  lookup: Reading["lookup"],
): Field<StaticText> {
  const { module, value } = created;
  const name =
    value.kind === "call"
      ? calleeName({ value: value.callee, module })
      : undefined;
  const first = value.kind === "call" ? value.args[0] : undefined;
  if (name === undefined || !first || first.spread) {
    return unknown;
  }
  const argument = { value: first.value, module };
  if (name === "makeInternalMCPServer") {
    const text = readText(argument, lookup);
    return text
      ? { kind: "known", value: text, place: placeOf(argument) }
      : unknown;
  }
  const info = resolve(argument, lookup);
  return serverFactories.has(name) && isObject(info)
    ? textField(fieldOf(info, "name", lookup), lookup)
    : unknown;
}

interface RegisteredTool {
  readonly tool: Tool;
  readonly server: ServerIdentity;
}

/** One list per server, of tools that calls register on it. */
export function groupByServer(
  registered: readonly RegisteredTool[],
): ToolList[] {
  const groups = new Map<string, (typeof registered)[number][]>();
  for (const entry of registered) {
    const group = groups.get(entry.server.key);
    if (group) {
      group.push(entry);
    } else {
      groups.set(entry.server.key, [entry]);
    }
  }
  return [...groups].flatMap(([serverKey, entries]): ToolList[] => {
    const [first] = entries;
    return first
      ? [
          {
            dialect: first.tool.dialect,
            tools: entries.map(({ tool }) => tool),
            open: true,
            place: first.tool.place,
            serverKey,
            serverName: first.server.name,
          },
        ]
      : [];
  });
}
