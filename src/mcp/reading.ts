import { findMember, resolve, type Member } from "../source/resolve.ts";
import { readText, type StaticText } from "../source/static-text.ts";
import type {
  ImportLookup,
  Located,
  ObjectValue,
} from "../source/static-value.ts";
import { absent, unknown, type Field, type Place } from "./model.ts";

/** A value's own place. */
export function placeOf({ module, value }: Located): Place {
  return { file: module.path, range: value.range };
}

export function isObject(located: Located): located is Located<ObjectValue> {
  return located.value.kind === "object";
}

/** A member as a field whose value is followed; `undefined` counts as absent. */
export function fieldOf(
  object: Located<ObjectValue>,
  name: string,
  lookup: ImportLookup,
): Field<Located> {
  return memberField(findMember(object, name, lookup), lookup);
}

function memberField(member: Member, lookup: ImportLookup): Field<Located> {
  if (member.kind !== "known") {
    return member;
  }
  const value = resolve(member.located, lookup);
  return value.value.kind === "nothing"
    ? absent
    : { kind: "known", value, place: placeOf(member.located) };
}

/** A field as text; anything that isn't text is unknown. */
export function textField(
  field: Field<Located>,
  lookup: ImportLookup,
): Field<StaticText> {
  if (field.kind !== "known") {
    return field;
  }
  const text = readText(field.value, lookup);
  return text ? { kind: "known", value: text, place: field.place } : unknown;
}

/** Whether an object surely has a member of that name. */
export function hasMember(
  object: Located<ObjectValue>,
  name: string,
  lookup: ImportLookup,
): boolean {
  return findMember(object, name, lookup).kind === "known";
}

/** The last name of a callee: `tool` in `this.server.tool`. */
export function calleeName({ value }: Located): string | undefined {
  switch (value.kind) {
    case "member":
      return value.name;
    case "reference":
      return value.name;
    case "import":
      return value.imported === "default" || value.imported === "*"
        ? value.local
        : value.imported;
    case "unknown":
      return value.name;
    default:
      return undefined;
  }
}
