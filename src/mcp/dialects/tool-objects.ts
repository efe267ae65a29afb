import type { TSESTree } from "@typescript-eslint/utils";
import type { Located, ObjectValue } from "../../source/static-value.ts";
import { arrayAround, keyName, type Range } from "../../source/syntax-tree.ts";
import { absent, type Handler, type Tool } from "../model.ts";
import { isObject } from "../reading.ts";
import { isAgentsTool } from "./agent-libraries.ts";
import type { Dialect, Reading } from "./dialect.ts";
import { handWords } from "./handed-tools.ts";
import { listObjects, type DeclaredTool } from "./object-lists.ts";
import {
  enclosingBlock,
  handlerFunctions,
  handlerToolName,
} from "./registration.ts";
import { requestWords, sharedHandlers } from "./shared-handlers.ts";
import { classMemberName, memberValue, readClass } from "./tool-class.ts";
import {
  argumentOf,
  madeObject,
  makerCalls,
  toolMaker,
  type ToolMaker,
} from "./tool-maker.ts";
import { readToolObject } from "./tool-object.ts";

const schemaWords = ["inputSchema", "parameters", "schema"];

/**
 * Objects and classes that are a tool: `{ name, description, inputSchema }` in
 * a list for `ListToolsRequestSchema`, exported one a file, or passed to a
 * registrar or a super constructor; FastMCP's `addTool({ name, description,
 * parameters, execute })`; `{ name, description, schema, handler }`; and what a
 * function of the file makes of its parameters.
 */
export const toolObjects: Dialect = {
  id: "tool-objects",
  words: [...schemaWords, ...requestWords, ...handWords],
  find(reading) {
    const declared: DeclaredTool[] = [];
    const seen = new Set<TSESTree.Node>();
    for (const path of reading.words.places(schemaWords, reading.isClaimed)) {
      const found = declarationAround(path);
      if (!found || seen.has(found.node)) {
        continue;
      }
      seen.add(found.node);
      if (isAgentsTool(path, found.node, reading)) {
        continue;
      }
      declared.push(
        ...(isObjectDeclaration(found)
          ? readObject(found, path, reading)
          : readBody(found, reading)),
      );
    }
    const [first, ...more] = listObjects(declared, reading);
    return [
      ...(first
        ? [
            {
              ...first,
              handlers: declared.flatMap(({ handlers }) => handlers),
            },
            ...more,
          ]
        : []),
      ...sharedHandlers(reading),
    ];
  },
};

interface ObjectDeclaration {
  readonly node: TSESTree.ObjectExpression;
  readonly array: TSESTree.ArrayExpression | undefined;
}

interface ClassDeclaration {
  readonly node: TSESTree.ClassBody;
  readonly array?: undefined;
  /** The schema's expression, where it is known to be one. */
  readonly schema: TSESTree.Node | undefined;
}

type Declaration = ObjectDeclaration | ClassDeclaration;

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

function isObjectDeclaration(one: Declaration): one is ObjectDeclaration {
  return one.node.type === "ObjectExpression";
}

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
  return isTool
    ? { node: holder, array: arrayAround(path, heldAt(path)) }
    : undefined;
}

/** The object's index in the path; that of `defineTool({ … })` around it. */
function heldAt(path: readonly TSESTree.Node[]): number {
  const at = path.length - 3;
  const call = path[at - 1];
  return (call?.type === "CallExpression" || call?.type === "NewExpression") &&
    call.callee !== path[at]
    ? at - 1
    : at;
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

function readObject(
  { array, node }: ObjectDeclaration,
  path: readonly TSESTree.Node[],
  reading: Reading,
): DeclaredTool[] {
  const object = reading.evaluate(node);
  if (!isObject(object)) {
    return [];
  }
  const registeredIn = array?.range ?? enclosingBlock(path);
  const tool = asTool(object, registeredIn, reading);
  if (tool) {
    const handlers = handlersIn(node.properties, tool, reading);
    return [{ tool, node, array, handlers }];
  }
  const maker = toolMaker(node, path);
  return maker ? readCalls(maker, reading) : [];
}

function asTool(
  object: Located<ObjectValue>,
  registeredIn: Range,
  { lookup }: Reading,
): Tool | undefined {
  const tool = readToolObject(
    { dialect: "tool-objects", object, registeredIn },
    lookup,
  );
  // What copies members of something else (`name: tool.name`) declares nothing.
  return tool.name.kind === "known" || tool.description.kind === "known"
    ? { ...tool, stake: absent, displayLabels: absent }
    : undefined;
}

/** The tools that calls of a function make. */
function readCalls(maker: ToolMaker, reading: Reading): DeclaredTool[] {
  const declared: DeclaredTool[] = [];
  for (const found of makerCalls(maker, reading)) {
    const { call, path } = found;
    const value = madeObject(maker, found, reading);
    const array = arrayAround(path, path.indexOf(call));
    const made =
      value &&
      asTool(
        { value, module: reading.module },
        array?.range ?? enclosingBlock(path),
        reading,
      );
    if (made) {
      // No property can be added to what is no object.
      const tool = { ...made, properties: undefined };
      const handler = argumentOf(maker, found, (name) =>
        handlerKeys.includes(name),
      );
      const handlers = handler ? handlersOf(handler, tool, reading) : [];
      declared.push({ tool, node: call, array, handlers });
    }
  }
  return declared;
}

function readBody(
  { node, schema }: ClassDeclaration,
  reading: Reading,
): DeclaredTool[] {
  const tool = readClass(node, schema, reading);
  const handlers = tool ? handlersIn(node.body, tool, reading) : [];
  return tool ? [{ tool, node, array: undefined, handlers }] : [];
}

function handlersIn(
  members: readonly TSESTree.Node[],
  tool: Tool,
  reading: Reading,
): Handler[] {
  return members.flatMap((member) =>
    (member.type === "Property" ||
      member.type === "MethodDefinition" ||
      member.type === "PropertyDefinition") &&
    member.value &&
    handlerKeys.includes(keyName(member.key, member.computed) ?? "")
      ? handlersOf(member.value, tool, reading)
      : [],
  );
}

function handlersOf(
  node: TSESTree.Node,
  tool: Tool,
  { file }: Reading,
): Handler[] {
  return handlerFunctions(node, file).map(({ range }) => ({
    toolName: handlerToolName(tool),
    range,
    dialect: tool.dialect,
    outputSchema: tool.outputSchema,
  }));
}
