import type { TSESTree } from "@typescript-eslint/utils";
import { arrayAround, keyName } from "../../source/syntax-tree.ts";
import { absent, type Handler, type Tool } from "../model.ts";
import { isObject } from "../reading.ts";
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
import { readToolObject } from "./tool-object.ts";

const schemaWords = ["inputSchema", "parameters", "schema"];

/**
 * Objects and classes that are a tool: `{ name, description, inputSchema }` in
 * a list for `ListToolsRequestSchema`, exported one a file, or passed to a
 * registrar or a super constructor; FastMCP's `addTool({ name, description,
 * parameters, execute })`; `{ name, description, schema, handler }`.
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
      const tool = isObjectDeclaration(found)
        ? readObject(found, path, reading)
        : readClass(found.node, found.schema, reading);
      if (tool) {
        declared.push({ tool, node: found.node, array: found.array });
      }
    }
    const [first, ...more] = listObjects(declared, reading);
    return [
      ...(first
        ? [
            {
              ...first,
              handlers: declared.flatMap((one) => handlersIn(one, reading)),
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
    ? { node: holder, array: arrayAround(path, path.length - 3) }
    : undefined;
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
      registeredIn: array?.range ?? enclosingBlock(path),
    },
    lookup,
  );
  // What copies members of something else (`name: tool.name`) declares nothing.
  return tool.name.kind === "known" || tool.description.kind === "known"
    ? { ...tool, stake: absent, displayLabels: absent }
    : undefined;
}

function handlersIn(
  { node, tool }: DeclaredTool,
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
