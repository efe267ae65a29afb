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
  ObjectMember,
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
  // Nearly all raw shapes end here, and each would be searched three times.
  if (!object.value.members.some(mayTell)) {
    return false;
  }
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

/** Whether a member is one by which JSON schemas are known, or may hold one. */
function mayTell(member: ObjectMember): boolean {
  if (member.kind === "spread" || member.computed) {
    return true;
  }
  const { key } = member;
  const [part] = key.kind === "text" ? key.parts : [];
  return (
    part?.kind !== "literal" ||
    part.text === "properties" ||
    part.text === "type" ||
    part.text === "$schema"
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
  return new JsonSchemaReader(lookup).fields(schema, path);
}

const alternatives = ["anyOf", "oneOf", "allOf"] as const;

class JsonSchemaReader {
  readonly #lookup: ImportLookup;
  /** The schemas that are being read: one that holds itself is read once. */
  readonly #open = new Set<StaticValue>();

  constructor(lookup: ImportLookup) {
    this.#lookup = lookup;
  }

  fields(schema: Located, path: readonly string[]): Parameter[] {
    const followed = resolve(schema, this.#lookup);
    if (
      !isObject(followed) ||
      path.length > deepest ||
      this.#open.has(followed.value)
    ) {
      return [];
    }
    this.#open.add(followed.value);
    const fields = this.#properties(followed, path);
    const add = (inner: Located | undefined, innerPath: readonly string[]) => {
      if (inner) {
        fields.push(...this.fields(inner, innerPath));
      }
    };
    add(this.#member(followed, "items"), [...path, "[]"]);
    add(this.#member(followed, "additionalProperties"), [...path, "*"]);
    for (const key of alternatives) {
      for (const member of membersOf(followed, key, this.#lookup)) {
        add(member, path);
      }
    }
    this.#open.delete(followed.value);
    return fields;
  }

  #member(schema: Located<ObjectValue>, key: string): Located | undefined {
    return knownValue(fieldOf(schema, key, this.#lookup));
  }

  #properties(
    schema: Located<ObjectValue>,
    path: readonly string[],
  ): Parameter[] {
    const properties = this.#member(schema, "properties");
    if (!properties || !isObject(properties)) {
      return [];
    }
    const byKey = new Map<string, Entry>();
    for (const entry of entriesOf(properties, this.#lookup).entries) {
      if (entry.key !== undefined) {
        // A later property of the same name replaces the earlier one.
        byKey.delete(entry.key);
        byKey.set(entry.key, entry);
      }
    }
    const fields: Parameter[] = [];
    for (const [name, entry] of byKey) {
      fields.push(this.#property(name, entry, [...path, name]));
    }
    return fields;
  }

  #property(
    name: string,
    { keyValue, located, range }: Entry,
    path: readonly string[],
  ): Parameter {
    const lookup = this.#lookup;
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
    const accepted = membersOf(schema, "enum", lookup);
    // `const`, and an `enum` of one value, speak for themselves.
    const isConstant =
      accepted.length === 1 || hasMember(schema, "const", lookup);
    return {
      ...common,
      description: textField(fieldOf(schema, "description", lookup), lookup),
      type: isConstant ? "literal" : typeOf(schema, lookup),
      enumValues: accepted.flatMap((element) => {
        const text = readText(element, lookup);
        return text?.complete === true ? [text.text] : [];
      }),
      defaultValue: defaultValue(schema, lookup),
      needsDescription: !isConstant,
      children: this.fields(schema, path),
    };
  }
}

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
