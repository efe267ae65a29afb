import type { TSESTree } from "@typescript-eslint/utils";
import type { Located } from "../../source/static-value.ts";
import { keyName } from "../../source/syntax-tree.ts";
import { absent, unknown, type Field, type Tool } from "../model.ts";
import { readInputSchema } from "../parameters/input-schema.ts";
import { placeOf, textField } from "../reading.ts";
import type { Reading } from "./dialect.ts";

export function classMemberName(
  member: TSESTree.ClassElement,
): string | undefined {
  return "key" in member ? keyName(member.key, member.computed) : undefined;
}

/** What a field holds, or a getter returns at once. */
export function memberValue(member: TSESTree.Node): TSESTree.Node | undefined {
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

/**
 * Reads a class whose fields, or getters, are a tool's properties.
 *
 * @param schema the schema's expression, where it is known to be one
 */
export function readClass(
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
  const inputSchema: Field<Located> = located
    ? { kind: "known", value: located, place: placeOf(located) }
    : unknown;
  const place = { file: file.path, range: body.range };
  return {
    dialect: "tool-objects",
    name,
    // A base class may hold what the class itself lacks.
    description: description.kind === "absent" ? unknown : description,
    parameters: readInputSchema(inputSchema, lookup),
    inputSchema,
    stake: absent,
    displayLabels: absent,
    outputSchema: field("outputSchema").kind === "absent" ? absent : unknown,
    place,
    anchor: name.place,
    properties: undefined,
    registeredIn: body.range,
  };
}
