import type { TSESTree } from "@typescript-eslint/utils";
import { entriesOf, resolve } from "../../source/resolve.ts";
import { readText } from "../../source/static-text.ts";
import type { Located } from "../../source/static-value.ts";
import { isFunction, unwrap } from "../../source/syntax-tree.ts";
import { absent, unknown, type Field, type Tool } from "../model.ts";
import { readInputSchema } from "../parameters/input-schema.ts";
import { isObject, placeOf } from "../reading.ts";
import type { Dialect, Reading } from "./dialect.ts";
import {
  canBeHandler,
  readRegistrations,
  type Registration,
} from "./registration.ts";

/**
 * `server.tool(name, description?, shape?, annotations?, handler)`: the first
 * seed's way, and the MCP SDK's before `registerTool`.
 */
export const serverTool: Dialect = {
  id: "server-tool",
  words: ["tool"],
  find(reading) {
    return readRegistrations(reading, this.words, readCall);
  },
};

function readCall(
  { args, block, call, server }: Registration,
  reading: Reading,
): Tool | undefined {
  const [nameNode, ...rest] = args;
  const handler = rest.at(-1);
  if (!nameNode || !handler || !canBeHandler(handler)) {
    return undefined;
  }
  const nameValue = reading.evaluate(nameNode);
  const name = readText(nameValue, reading.lookup);
  if (!name && !(looksLikeServer(server) && isFunction(unwrap(handler)))) {
    return undefined;
  }
  const { description, schema } = readMiddle(rest.slice(0, -1), reading);
  const place = { file: reading.file.path, range: call.range };
  return {
    dialect: "server-tool",
    name: name
      ? { kind: "known", value: name, place: placeOf(nameValue) }
      : unknown,
    description,
    parameters: readInputSchema(schema, reading.lookup),
    stake: absent,
    displayLabels: absent,
    outputSchema: absent,
    place,
    anchor: { file: reading.file.path, range: nameNode.range },
    properties: undefined,
    registeredIn: block,
  };
}

/** Names of other libraries' objects with a `tool` method are not ours. */
function looksLikeServer(node: TSESTree.Expression): boolean {
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

interface Middle {
  readonly description: Tool["description"];
  readonly schema: Field<Located>;
}

/** What stands between name and handler: description, shape, annotations. */
function readMiddle(
  nodes: readonly TSESTree.Expression[],
  reading: Reading,
): Middle {
  const values = nodes.map((node) => reading.evaluate(node));
  const [first] = values;
  const text = first && readText(first, reading.lookup);
  if (first && text) {
    return {
      description: { kind: "known", value: text, place: placeOf(first) },
      schema: shapeField(values.slice(1), reading),
    };
  }
  const shown = first && resolve(first, reading.lookup);
  // With more than one value between them the first is the description.
  const hasDescription =
    shown !== undefined && !isObject(shown) && values.length > 1;
  return {
    description:
      first && (hasDescription || !isObject(shown ?? first)) ? unknown : absent,
    schema: shapeField(hasDescription ? values.slice(1) : values, reading),
  };
}

function shapeField(
  values: readonly Located[],
  reading: Reading,
): Field<Located> {
  const shape = values.find((value) => !areAnnotations(value, reading));
  return shape
    ? { kind: "known", value: shape, place: placeOf(shape) }
    : absent;
}

const annotationKeys = new Set([
  "destructiveHint",
  "idempotentHint",
  "openWorldHint",
  "readOnlyHint",
  "title",
]);

/** The SDK tells annotations from a shape in the same way: by what is in it. */
function areAnnotations(located: Located, { lookup }: Reading): boolean {
  const value = resolve(located, lookup);
  if (!isObject(value)) {
    return false;
  }
  const { entries } = entriesOf(value, lookup);
  return (
    entries.length > 0 &&
    entries.every(
      ({ key, located: member }) =>
        key !== undefined &&
        annotationKeys.has(key) &&
        ["boolean", "text"].includes(resolve(member, lookup).value.kind),
    )
  );
}
