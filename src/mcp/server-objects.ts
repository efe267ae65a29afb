import type { StaticText } from "../source/static-text.ts";
import type { Located, ObjectValue } from "../source/static-value.ts";
import type { Reading, ToolList } from "./dialects/dialect.ts";
import { absent, unknown, type Field, type Place } from "./model.ts";
import { fieldOf, hasMember, isObject, placeOf, textField } from "./reading.ts";

/** `{ serverInfo: { name, … }, tools, tools_stakes }`, Dust's server object. */
export interface ServerObject {
  readonly name: Field<StaticText>;
  readonly tools: Field<ToolList>;
  /** `tools_stakes`, where it is spelt out and not computed from the tools. */
  readonly stakes: Field<Located<ObjectValue>>;
  readonly place: Place;
}

/** Finds the server objects of a file; configs without `tools` are none. */
export function findServerObjects(reading: Reading): ServerObject[] {
  const { lookup, words } = reading;
  const found = new Map<number, ServerObject>();
  for (const path of words.places(["serverInfo"])) {
    const at = path.findLastIndex(({ type }) => type === "ObjectExpression");
    const node = path[at];
    const property = path[at + 1];
    if (
      node?.type !== "ObjectExpression" ||
      property?.type !== "Property" ||
      property.key !== path[at + 2]
    ) {
      continue;
    }
    const object = reading.evaluate(node);
    if (isObject(object) && hasMember(object, "tools", lookup)) {
      found.set(node.range[0], readServerObject(object, reading));
    }
  }
  return [...found.values()];
}

function readServerObject(
  object: Located<ObjectValue>,
  { lookup, toolList }: Reading,
): ServerObject {
  const info = fieldOf(object, "serverInfo", lookup);
  const tools = fieldOf(object, "tools", lookup);
  const list = tools.kind === "known" ? toolList(tools.value) : undefined;
  return {
    name:
      info.kind === "known" && isObject(info.value)
        ? textField(fieldOf(info.value, "name", lookup), lookup)
        : unknown,
    tools:
      tools.kind === "known" && list
        ? { kind: "known", value: list, place: tools.place }
        : unknown,
    stakes: readStakes(fieldOf(object, "tools_stakes", lookup)),
    place: placeOf(object),
  };
}

function readStakes(field: Field<Located>): Field<Located<ObjectValue>> {
  if (field.kind !== "known") {
    return field;
  }
  const { place, value } = field;
  if (isObject(value)) {
    return { kind: "known", value, place };
  }
  // `Object.fromEntries(tools.map(…))` only repeats what the tools say.
  return value.value.kind === "call" ? absent : unknown;
}
