import type { TSESTree } from "@typescript-eslint/utils";
import { entriesOf, resolve } from "../../source/resolve.ts";
import { readText } from "../../source/static-text.ts";
import type {
  ImportLookup,
  Located,
  ModuleValues,
  StaticValue,
} from "../../source/static-value.ts";
import { isFunction, unwrap, type Range } from "../../source/syntax-tree.ts";
import { absent, unknown, type Field, type Tool } from "../model.ts";
import { readInputSchema } from "../parameters/input-schema.ts";
import { isObject, placeOf } from "../reading.ts";
import type { Dialect, Reading } from "./dialect.ts";
import { loopedTools } from "./handed-tools.ts";
import {
  canBeHandler,
  looksLikeServer,
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

function readCall(found: Registration, reading: Reading): Tool | undefined {
  const { evaluate, file, lookup, module } = reading;
  // The tools of a list are where they are declared.
  if (found.args[0] && loopedTools(found.args[0], reading)) {
    return undefined;
  }
  const written = writeDown(found, (node) => evaluate(node).value);
  return written && readWritten(written, file.path, module, lookup);
}

/** A call that registers a tool, names not followed. Plain data. */
export interface WrittenTool {
  readonly name: StaticValue;
  /** What stands between name and handler. */
  readonly middle: readonly StaticValue[];
  /** Whether it registers a tool even if nobody can read its name. */
  readonly isSure: boolean;
  /** The whole call. */
  readonly range: Range;
  readonly block: Range;
}

/** @returns `undefined` for a call without a handler */
export function writeDown(
  { args, block, call, server }: Registration,
  evaluate: (node: TSESTree.Node) => StaticValue,
): WrittenTool | undefined {
  const [name, ...rest] = args;
  const handler = rest.at(-1);
  return name && handler && canBeHandler(handler)
    ? {
        name: evaluate(name),
        middle: rest.slice(0, -1).map(evaluate),
        isSure: looksLikeServer(server) && isFunction(unwrap(handler)),
        range: call.range,
        block,
      }
    : undefined;
}

/** The tool that a call registers; `undefined` when it may be something else. */
export function readWritten(
  { block, isSure, middle, name: nameValue, range }: WrittenTool,
  file: string,
  module: ModuleValues,
  lookup: ImportLookup,
): Tool | undefined {
  const located = { value: nameValue, module };
  const name = readText(located, lookup);
  if (!name && !isSure) {
    return undefined;
  }
  const { description, schema } = readMiddle(
    middle.map((value) => ({ value, module })),
    lookup,
  );
  return {
    dialect: "server-tool",
    name: name
      ? { kind: "known", value: name, place: placeOf(located) }
      : unknown,
    description,
    parameters: readInputSchema(schema, lookup),
    inputSchema: schema,
    // Its server's config may hold one; see registries/central-stakes.ts.
    stake: unknown,
    displayLabels: absent,
    outputSchema: absent,
    place: { file, range },
    anchor: { file, range: nameValue.range },
    properties: undefined,
    registeredIn: block,
  };
}

interface Middle {
  readonly description: Tool["description"];
  readonly schema: Field<Located>;
}

/** What stands between name and handler: description, shape, annotations. */
function readMiddle(values: readonly Located[], lookup: ImportLookup): Middle {
  const [first] = values;
  const text = first && readText(first, lookup);
  if (first && text) {
    return {
      description: { kind: "known", value: text, place: placeOf(first) },
      schema: shapeField(values.slice(1), lookup),
    };
  }
  const shown = first && resolve(first, lookup);
  // With more than one value between them the first is the description.
  const hasDescription =
    shown !== undefined && !isObject(shown) && values.length > 1;
  return {
    description:
      first && (hasDescription || !isObject(shown ?? first)) ? unknown : absent,
    schema: shapeField(hasDescription ? values.slice(1) : values, lookup),
  };
}

function shapeField(
  values: readonly Located[],
  lookup: ImportLookup,
): Field<Located> {
  const shape = values.find((value) => !areAnnotations(value, lookup));
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
function areAnnotations(located: Located, lookup: ImportLookup): boolean {
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
