import { elementsOf, entriesOf, resolve } from "../../source/resolve.ts";
import { readText } from "../../source/static-text.ts";
import type {
  ImportLookup,
  Located,
  ObjectValue,
} from "../../source/static-value.ts";
import { knownValue, type Parameter, type ParameterType } from "../model.ts";
import {
  fieldOf,
  hasMember,
  isObject,
  placeOf,
  textField,
} from "../reading.ts";

/** Deeper than any schema a model could fill in; ends recursive ones. */
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
  const followed = resolve(schema, lookup);
  if (!isObject(followed) || path.length > deepest) {
    return [];
  }
  const inner = (key: string, step: readonly string[]): Parameter[] => {
    const value = knownValue(fieldOf(followed, key, lookup));
    return value ? readJsonSchema(value, lookup, [...path, ...step]) : [];
  };
  const properties = knownValue(fieldOf(followed, "properties", lookup));
  return [
    ...(properties && isObject(properties)
      ? readProperties(properties, lookup, path)
      : []),
    ...inner("items", ["[]"]),
    ...inner("additionalProperties", ["*"]),
    ...["anyOf", "oneOf", "allOf"].flatMap((key) => {
      const list = knownValue(fieldOf(followed, key, lookup));
      return list?.value.kind === "array"
        ? elementsOf(
            { value: list.value, module: list.module },
            lookup,
          ).elements.flatMap((member) => readJsonSchema(member, lookup, path))
        : [];
    }),
  ];
}

function readProperties(
  properties: Located<ObjectValue>,
  lookup: ImportLookup,
  parentPath: readonly string[],
): Parameter[] {
  return entriesOf(properties, lookup).entries.flatMap((entry): Parameter[] => {
    const { key, keyValue, located, range } = entry;
    if (key === undefined) {
      return [];
    }
    const path = [...parentPath, key];
    const schema = resolve(located, lookup);
    const common = {
      name: key,
      path,
      language: "json-schema" as const,
      place: { file: located.module.path, range },
      key: placeOf(keyValue),
      line: keyValue.module.lineAt(keyValue.value.range[0]),
      schema: placeOf(schema),
    };
    if (!isObject(schema) || hasMember(schema, "$ref", lookup)) {
      return [
        {
          ...common,
          description: { kind: "unknown" },
          type: "unknown",
          enumValues: [],
          defaultValue: undefined,
          needsDescription: false,
          children: [],
        },
      ];
    }
    const constant = hasMember(schema, "const", lookup);
    return [
      {
        ...common,
        description: textField(
          fieldOf(schema, "description", lookup),
          lookup,
        ),
        type: constant ? "literal" : typeOf(schema, lookup),
        enumValues: enumValues(schema, lookup),
        defaultValue: defaultValue(schema, lookup),
        needsDescription: !constant,
        children: readJsonSchema(schema, lookup, path),
      },
    ];
  });
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
  if (hasMember(schema, "enum", lookup)) {
    return "enum";
  }
  if (hasMember(schema, "anyOf", lookup) || hasMember(schema, "oneOf", lookup)) {
    return "union";
  }
  const type = knownValue(fieldOf(schema, "type", lookup));
  const text = type && readText(type, lookup)?.text;
  return (text === undefined ? undefined : types.get(text)) ?? "other";
}

function enumValues(
  schema: Located<ObjectValue>,
  lookup: ImportLookup,
): readonly string[] {
  const list = knownValue(fieldOf(schema, "enum", lookup));
  return list?.value.kind === "array"
    ? elementsOf(
        { value: list.value, module: list.module },
        lookup,
      ).elements.flatMap((element) => {
        const text = readText(element, lookup);
        return text?.complete === true ? [text.text] : [];
      })
    : [];
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
