import {
  elementsOf,
  entriesOf,
  resolve,
  type Entry,
} from "../../source/resolve.ts";
import { readText } from "../../source/static-text.ts";
import type {
  ImportLookup,
  Located,
  ObjectValue,
  StaticValue,
} from "../../source/static-value.ts";
import {
  knownValue,
  unknown,
  type Parameter,
  type ParameterType,
} from "../model.ts";
import {
  fieldOf,
  hasMember,
  isObject,
  placeOf,
  textField,
} from "../reading.ts";

/** Deeper than any schema a model could fill in. */
const deepest = 12;

/** Whether an object is a JSON schema of an object, not a Zod raw shape. */
export function isJsonSchema(
  object: Located<ObjectValue>,
  lookup: ImportLookup,
): boolean {
  const properties = knownValue(fieldOf(object, "properties", lookup));
  if (properties && isObject(properties)) {
    return true;
  }
  const type = knownValue(fieldOf(object, "type", lookup));
  return (
    (type !== undefined && readText(type, lookup)?.text === "object") ||
    hasMember(object, "$schema", lookup)
  );
}

/**
 * Reads the properties of a JSON schema, those of nested objects, of array
 * items and of alternatives included. `$ref` is not followed.
 */
export function readJsonSchema(
  schema: Located,
  lookup: ImportLookup,
  path: readonly string[] = [],
): Parameter[] {
  return fieldsOf(schema, { lookup, path, within: new Set() });
}

interface Reading {
  readonly lookup: ImportLookup;
  readonly path: readonly string[];
  /** The schemas that are being read: one that holds itself is read once. */
  readonly within: ReadonlySet<StaticValue>;
}

function fieldsOf(schema: Located, reading: Reading): Parameter[] {
  const { lookup, path, within } = reading;
  const followed = resolve(schema, lookup);
  if (
    !isObject(followed) ||
    path.length > deepest ||
    within.has(followed.value)
  ) {
    return [];
  }
  const inside = (...steps: readonly string[]): Reading => ({
    lookup,
    path: [...path, ...steps],
    within: new Set([...within, followed.value]),
  });
  const inner = (key: string, step: string): Parameter[] => {
    const value = knownValue(fieldOf(followed, key, lookup));
    return value ? fieldsOf(value, inside(step)) : [];
  };
  const properties = knownValue(fieldOf(followed, "properties", lookup));
  return [
    ...(properties && isObject(properties)
      ? readProperties(properties, inside())
      : []),
    ...inner("items", "[]"),
    ...inner("additionalProperties", "*"),
    ...alternatives.flatMap((key) =>
      membersOf(followed, key, lookup).flatMap((member) =>
        fieldsOf(member, inside()),
      ),
    ),
  ];
}

const alternatives = ["anyOf", "oneOf", "allOf"] as const;

/** The elements of a list that a schema holds; none where it holds no list. */
function membersOf(
  schema: Located<ObjectValue>,
  key: string,
  lookup: ImportLookup,
): readonly Located[] {
  const list = knownValue(fieldOf(schema, key, lookup));
  return list?.value.kind === "array"
    ? elementsOf({ value: list.value, module: list.module }, lookup).elements
    : [];
}

function readProperties(
  properties: Located<ObjectValue>,
  reading: Reading,
): Parameter[] {
  const { lookup } = reading;
  const byKey = new Map<string, Entry>();
  for (const entry of entriesOf(properties, lookup).entries) {
    if (entry.key !== undefined) {
      // A later property of the same name replaces the earlier one.
      byKey.delete(entry.key);
      byKey.set(entry.key, entry);
    }
  }
  return [...byKey].map(([name, entry]) =>
    readProperty(name, entry, {
      ...reading,
      path: [...reading.path, name],
    }),
  );
}

function readProperty(
  name: string,
  { keyValue, located, range }: Entry,
  reading: Reading,
): Parameter {
  const { lookup, path } = reading;
  const schema = resolve(located, lookup);
  const common = {
    name,
    path,
    language: "json-schema" as const,
    place: { file: located.module.path, range },
    key: placeOf(keyValue),
    line: keyValue.module.lineAt(keyValue.value.range[0]),
    schema: placeOf(schema),
  };
  if (!isObject(schema) || refersElsewhere(schema, lookup)) {
    return {
      ...common,
      description: unknown,
      type: "unknown",
      enumValues: [],
      defaultValue: undefined,
      needsDescription: false,
      children: [],
    };
  }
  return {
    ...common,
    description: textField(fieldOf(schema, "description", lookup), lookup),
    type: typeOf(schema, lookup),
    enumValues: enumValues(schema, lookup),
    defaultValue: defaultValue(schema, lookup),
    needsDescription: !isConstant(schema, lookup),
    children: fieldsOf(schema, reading),
  };
}

/** Whether what a schema refers to may hold its description. */
function refersElsewhere(
  schema: Located<ObjectValue>,
  lookup: ImportLookup,
): boolean {
  return (
    hasMember(schema, "$ref", lookup) ||
    (hasMember(schema, "allOf", lookup) &&
      !hasMember(schema, "description", lookup) &&
      membersOf(schema, "allOf", lookup).some(
        (member) => !isObject(member) || hasMember(member, "$ref", lookup),
      ))
  );
}

/** `const`, and an `enum` of one value, speak for themselves. */
function isConstant(
  schema: Located<ObjectValue>,
  lookup: ImportLookup,
): boolean {
  return (
    hasMember(schema, "const", lookup) ||
    membersOf(schema, "enum", lookup).length === 1
  );
}

const types: ReadonlyMap<string, ParameterType> = new Map([
  ["string", "string"],
  ["number", "number"],
  ["integer", "number"],
  ["boolean", "boolean"],
  ["array", "array"],
  ["object", "object"],
]);

function typeOf(
  schema: Located<ObjectValue>,
  lookup: ImportLookup,
): ParameterType {
  if (isConstant(schema, lookup)) {
    return "literal";
  }
  if (hasMember(schema, "enum", lookup)) {
    return "enum";
  }
  if (
    hasMember(schema, "anyOf", lookup) ||
    hasMember(schema, "oneOf", lookup)
  ) {
    return "union";
  }
  const type = knownValue(fieldOf(schema, "type", lookup));
  // `type: ["string", "null"]` is an optional string.
  const names = (type ? [type, ...membersOf(schema, "type", lookup)] : [])
    .map((name) => readText(name, lookup)?.text ?? "")
    .flatMap((name) => types.get(name) ?? []);
  return names[0] ?? "other";
}

function enumValues(
  schema: Located<ObjectValue>,
  lookup: ImportLookup,
): readonly string[] {
  return membersOf(schema, "enum", lookup).flatMap((element) => {
    const text = readText(element, lookup);
    return text?.complete === true ? [text.text] : [];
  });
}

function defaultValue(
  schema: Located<ObjectValue>,
  lookup: ImportLookup,
): string | undefined {
  const located = knownValue(fieldOf(schema, "default", lookup));
  if (!located) {
    return undefined;
  }
  const { value } = located;
  if (value.kind === "number" || value.kind === "boolean") {
    return String(value.value);
  }
  const text = readText(located, lookup);
  return text?.complete === true ? JSON.stringify(text.text) : undefined;
}
