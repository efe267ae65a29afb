import type { TSESTree } from "@typescript-eslint/utils";
import { readText } from "../../source/static-text.ts";
import type { Located } from "../../source/static-value.ts";
import { isFunction, keyName, unwrap } from "../../source/syntax-tree.ts";
import {
  absent,
  unknown,
  type Field,
  type Handler,
  type Tool,
} from "../model.ts";
import { readInputSchema } from "../parameters/input-schema.ts";
import { isObject, placeOf, textField } from "../reading.ts";
import type { Dialect, Reading, ToolList } from "./dialect.ts";
import {
  enclosingBlock,
  groupByServer,
  handlerFunctions,
  handlerToolName,
  identifyServer,
} from "./registration.ts";
import { readToolObject } from "./tool-object.ts";

const schemaWords = ["inputSchema", "parameters", "schema"];
const requestWords = ["CallToolRequestSchema"];

/**
 * Objects and classes that are a tool: `{ name, description, inputSchema }` in
 * a list for `ListToolsRequestSchema`, exported one a file, or passed to a
 * registrar or a super constructor; FastMCP's `addTool({ name, description,
 * parameters, execute })`; `{ name, description, schema, handler }`.
 */
export const toolObjects: Dialect = {
  id: "tool-objects",
  words: [...schemaWords, ...requestWords],
  find(reading) {
    const lists = new ListsByPlace();
    const seen = new Set<TSESTree.Node>();
    for (const path of reading.words.places(schemaWords, reading.isClaimed)) {
      const found = declarationAround(path);
      if (!found || seen.has(found.node)) {
        continue;
      }
      seen.add(found.node);
      const tool =
        found.node.type === "ObjectExpression"
          ? readObject(found.node, path, reading)
          : readClass(found.node, found.schema, reading);
      if (tool) {
        lists.add(tool, found, path, reading);
      }
    }
    return [...lists.all(), ...sharedHandlers(reading)];
  },
};

type Declaration =
  | {
      readonly node: TSESTree.ObjectExpression;
      readonly array: TSESTree.ArrayExpression | undefined;
      readonly schema?: undefined;
    }
  | {
      readonly node: TSESTree.ClassBody;
      readonly array?: undefined;
      /** The schema's expression, where it is known to be one. */
      readonly schema: TSESTree.Node | undefined;
    };

const handlerKeys = [
  "execute",
  "handler",
  "handle",
  "process",
  "run",
  "callback",
  "cb",
  "call",
  "toolCallback",
];

/** The object or class that a schema member makes a tool. */
function declarationAround(
  path: readonly TSESTree.Node[],
): Declaration | undefined {
  const key = path.at(-1);
  const member = path.at(-2);
  const holder = path.at(-3);
  if (!key || !member || !holder || !("key" in member) || member.key !== key) {
    return undefined;
  }
  const schemaKey = keyName(key, false);
  if (holder.type === "ClassBody") {
    return schemaKey === "inputSchema"
      ? { node: holder, schema: memberValue(member) }
      : undefined;
  }
  if (holder.type !== "ObjectExpression" || member.type !== "Property") {
    return undefined;
  }
  const keys = new Set(
    holder.properties.map((property) =>
      property.type === "Property"
        ? keyName(property.key, property.computed)
        : undefined,
    ),
  );
  if (!keys.has("name")) {
    return schemaKey === "inputSchema"
      ? superArgument(path, member.value)
      : undefined;
  }
  const isTool =
    schemaKey === "inputSchema" ||
    (keys.has("description") && handlerKeys.some((name) => keys.has(name)));
  return isTool ? { node: holder, array: arrayAround(path) } : undefined;
}

/** `super({ inputSchema })` in a class with a field `name`. */
function superArgument(
  path: readonly TSESTree.Node[],
  schema: TSESTree.Node,
): Declaration | undefined {
  const call = path.at(-4);
  const body = path.findLast(
    (node): node is TSESTree.ClassBody => node.type === "ClassBody",
  );
  return body &&
    call?.type === "CallExpression" &&
    call.callee.type === "Super" &&
    body.body.some((member) => classMemberName(member) === "name")
    ? { node: body, schema }
    : undefined;
}

function arrayAround(
  path: readonly TSESTree.Node[],
): TSESTree.ArrayExpression | undefined {
  let at = path.length - 4;
  for (; at >= 0; at--) {
    const node = path[at];
    if (!node || node.type === "ArrayExpression" || unwrap(node) === node) {
      break;
    }
  }
  const node = path[at];
  return node?.type === "ArrayExpression" ? node : undefined;
}

function readObject(
  node: TSESTree.ObjectExpression,
  path: readonly TSESTree.Node[],
  { evaluate, lookup }: Reading,
): Tool | undefined {
  const object = evaluate(node);
  if (!isObject(object)) {
    return undefined;
  }
  const tool = readToolObject(
    {
      dialect: "tool-objects",
      object,
      registeredIn: arrayAround(path)?.range ?? enclosingBlock(path),
    },
    lookup,
  );
  // What copies members of something else (`name: tool.name`) declares nothing.
  return tool.name.kind === "known" || tool.description.kind === "known"
    ? { ...tool, stake: absent, displayLabels: absent }
    : undefined;
}

function classMemberName(member: TSESTree.ClassElement): string | undefined {
  return "key" in member ? keyName(member.key, member.computed) : undefined;
}

/** What a field holds, or a getter returns at once. */
function memberValue(member: TSESTree.Node): TSESTree.Node | undefined {
  if (member.type === "PropertyDefinition") {
    return member.value ?? undefined;
  }
  if (member.type !== "MethodDefinition" || member.kind !== "get") {
    return undefined;
  }
  const [statement, ...more] = member.value.body?.body ?? [];
  return statement?.type === "ReturnStatement" && more.length === 0
    ? (statement.argument ?? undefined)
    : undefined;
}

function readClass(
  body: TSESTree.ClassBody,
  schema: TSESTree.Node | undefined,
  { evaluate, file, lookup }: Reading,
): Tool | undefined {
  const field = (name: string): Field<Located> => {
    const member = body.body.find((one) => classMemberName(one) === name);
    const value = member && memberValue(member);
    if (!member) {
      return absent;
    }
    const located = value && evaluate(value);
    return located
      ? { kind: "known", value: located, place: placeOf(located) }
      : unknown;
  };
  const name = textField(field("name"), lookup);
  const description = textField(field("description"), lookup);
  if (name.kind !== "known") {
    return undefined;
  }
  const located = schema && evaluate(schema);
  const place = { file: file.path, range: body.range };
  return {
    dialect: "tool-objects",
    name,
    // A base class may hold what the class itself lacks.
    description: description.kind === "absent" ? unknown : description,
    parameters: readInputSchema(
      located
        ? { kind: "known", value: located, place: placeOf(located) }
        : unknown,
      lookup,
    ),
    stake: absent,
    displayLabels: absent,
    outputSchema: field("outputSchema").kind === "absent" ? absent : unknown,
    place,
    anchor: name.place,
    properties: undefined,
    registeredIn: body.range,
  };
}

/** Collects tools into the array, or the server, they are declared for. */
class ListsByPlace {
  readonly #arrays = new Map<TSESTree.Node, Tool[]>();
  readonly #alone: ToolList[] = [];
  readonly #added: Parameters<typeof groupByServer>[0][number][] = [];
  readonly #handlers: Handler[] = [];

  add(
    tool: Tool,
    { array, node }: Declaration,
    path: readonly TSESTree.Node[],
    reading: Reading,
  ): void {
    this.#handlers.push(...handlersIn(node, tool, reading));
    const call = path[path.indexOf(node) - 1];
    if (array) {
      const tools = this.#arrays.get(array);
      if (tools) {
        tools.push(tool);
      } else {
        this.#arrays.set(array, [tool]);
      }
    } else if (
      call?.type === "CallExpression" &&
      call.callee.type === "MemberExpression" &&
      keyName(call.callee.property, call.callee.computed) === "addTool"
    ) {
      const server = identifyServer(call.callee.object, reading);
      this.#added.push({ tool, server });
    } else {
      this.#alone.push({
        dialect: "tool-objects",
        tools: [tool],
        open: true,
        place: tool.place,
      });
    }
  }

  all(): ToolList[] {
    const lists: ToolList[] = [
      ...[...this.#arrays.values()].flatMap((tools): ToolList[] => {
        const [first] = tools;
        return first
          ? [{ dialect: "tool-objects", tools, open: true, place: first.place }]
          : [];
      }),
      ...groupByServer(this.#added),
      ...this.#alone,
    ];
    const [first, ...rest] = lists;
    return first ? [{ ...first, handlers: this.#handlers }, ...rest] : [];
  }
}

function handlersIn(
  node: TSESTree.Node,
  tool: Tool,
  { file }: Reading,
): Handler[] {
  const members: readonly TSESTree.Node[] =
    node.type === "ObjectExpression"
      ? node.properties
      : node.type === "ClassBody"
        ? node.body
        : [];
  return members.flatMap((member) => {
    if (
      (member.type !== "Property" &&
        member.type !== "MethodDefinition" &&
        member.type !== "PropertyDefinition") ||
      !member.value ||
      !handlerKeys.includes(keyName(member.key, member.computed) ?? "")
    ) {
      return [];
    }
    return handlerFunctions(member.value, file).map((handler) => ({
      toolName: handlerToolName(tool),
      range: handler.range,
      dialect: tool.dialect,
      outputSchema: tool.outputSchema,
    }));
  });
}

/** `setRequestHandler(CallToolRequestSchema, handler)`: one for every tool. */
function sharedHandlers({
  evaluate,
  file,
  lookup,
  words,
}: Reading): ToolList[] {
  const handlers: Handler[] = [];
  for (const path of words.places(requestWords)) {
    const call = path.findLast(
      (node): node is TSESTree.CallExpression => node.type === "CallExpression",
    );
    const [schema, handler] = call?.arguments ?? [];
    if (
      !schema ||
      !handler ||
      handler.type === "SpreadElement" ||
      schema.range[1] !== path.at(-1)?.range[1] ||
      readText(evaluate(schema), lookup)
    ) {
      continue;
    }
    for (const node of handlerFunctions(handler, file)) {
      if (isFunction(node)) {
        handlers.push({
          toolName: absent,
          range: node.range,
          dialect: "tool-objects",
          outputSchema: unknown,
        });
      }
    }
  }
  return handlers.length > 0
    ? [
        {
          dialect: "tool-objects",
          tools: [],
          open: true,
          place: { file: file.path, range: handlers[0]?.range ?? [0, 0] },
          handlers,
        },
      ]
    : [];
}
