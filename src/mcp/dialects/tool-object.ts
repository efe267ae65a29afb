import type {
  ImportLookup,
  Located,
  ObjectValue,
} from "../../source/static-value.ts";
import type { Range } from "../../source/syntax-tree.ts";
import {
  absent,
  unknown,
  type DialectId,
  type DisplayLabels,
  type Field,
  type Place,
  type Tool,
} from "../model.ts";
import type { StaticText } from "../../source/static-text.ts";
import { readInputSchema } from "../parameters/input-schema.ts";
import { fieldOf, isObject, placeOf, textField } from "../reading.ts";

/** What an object that declares a tool says, whatever its dialect. */
export interface ToolObject {
  readonly dialect: DialectId;
  readonly object: Located<ObjectValue>;
  /** Given where the name isn't a member: a record's key, a call's argument. */
  readonly name?: Field<StaticText>;
  /** The whole declaration, where it is more than the object. */
  readonly place?: Place;
  readonly registeredIn: Range;
}

/** Members that hold the input schema, the most telling first. */
const schemaMembers = ["inputSchema", "schema", "parameters", "paramsSchema"];

export function readToolObject(
  { dialect, name, object, place, registeredIn }: ToolObject,
  lookup: ImportLookup,
): Tool {
  const field = (member: string): Field<Located> =>
    fieldOf(object, member, lookup);
  const text = (member: string): Field<StaticText> =>
    textField(field(member), lookup);
  const toolName = name ?? text("name");
  const inputSchema = firstPresent(schemaMembers.map(field));
  return {
    dialect,
    name: toolName,
    description: text("description"),
    parameters: readInputSchema(inputSchema, lookup),
    inputSchema,
    stake: text("stake"),
    displayLabels: readDisplayLabels(field("displayLabels"), lookup),
    outputSchema: presence(field("outputSchema")),
    place: place ?? placeOf(object),
    anchor:
      toolName.kind === "known" ? toolName.place : (place ?? placeOf(object)),
    properties: placeOf(object),
    registeredIn,
  };
}

function firstPresent(fields: readonly Field<Located>[]): Field<Located> {
  return fields.find(({ kind }) => kind !== "absent") ?? absent;
}

function presence(field: Field<unknown>): Field<true> {
  return field.kind === "known" ? { ...field, value: true } : field;
}

function readDisplayLabels(
  field: Field<Located>,
  lookup: ImportLookup,
): Field<DisplayLabels> {
  if (field.kind !== "known") {
    return field;
  }
  const labels = field.value;
  return isObject(labels)
    ? {
        kind: "known",
        place: field.place,
        value: {
          running: textField(fieldOf(labels, "running", lookup), lookup),
          done: textField(fieldOf(labels, "done", lookup), lookup),
        },
      }
    : unknown;
}
