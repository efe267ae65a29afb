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
import { unknown, type Tool } from "../model.ts";
import { calleeName, hasMember, isObject, placeOf } from "../reading.ts";
import type { ToolList } from "./dialect.ts";
import { readToolObject } from "./tool-object.ts";

/**
 * Reads an expression that stands for a list of tools: an array, a record, or
 * what `Object.values(record).map(…)` makes of one.
 *
 * @param list the expression, followed to its value
 * @param inner reads the list that another is made of
 * @returns `undefined` when it can't be followed to a list
 */
export function readToolList(
  list: Located,
  lookup: ImportLookup,
  inner: (located: Located) => ToolList | undefined,
): ToolList | undefined {
  const { module, value } = list;
  if (value.kind === "array") {
    return readArray({ value, module }, lookup);
  }
  if (value.kind !== "call") {
    return undefined;
  }
  const name = calleeName({ value: value.callee, module });
  if (name !== undefined && isRecordConstructor(name)) {
    return readRecord(list, lookup);
  }
  const source = mappedList(value);
  return source && inner({ value: source, module });
}

export function isRecordConstructor(name: string): boolean {
  return name.startsWith("create") && name.endsWith("ToolsRecord");
}

/** The list behind `.map(…)` and `Object.values(…)`. */
export function mappedList(value: StaticValue): StaticValue | undefined {
  if (value.kind !== "call" || value.callee.kind !== "member") {
    return undefined;
  }
  const { name, object } = value.callee;
  if (name === "values" && object.kind === "unknown") {
    return object.name === "Object" ? value.args[0]?.value : undefined;
  }
  return name === "map" ? object : undefined;
}

function readArray(
  array: Located<Extract<StaticValue, { kind: "array" }>>,
  lookup: ImportLookup,
): ToolList {
  const { elements, open } = elementsOf(array, lookup);
  const tools: Tool[] = [];
  let dialect: ToolList["dialect"] = "tools-array";
  let unread = open;
  for (const element of elements) {
    if (isObject(element)) {
      const own = hasMember(element, "inputSchema", lookup)
        ? "tools-record"
        : "tools-array";
      dialect = own;
      tools.push(
        readToolObject(
          { dialect: own, object: element, registeredIn: array.value.range },
          lookup,
        ),
      );
    } else {
      unread = true;
    }
  }
  return { dialect, tools, open: unread, place: placeOf(array) };
}

/** Reads `createToolsRecord({ … })`. */
function readRecord(call: Located, lookup: ImportLookup): ToolList | undefined {
  const { module, value } = call;
  const argument = value.kind === "call" ? value.args[0] : undefined;
  if (!argument || argument.spread) {
    return undefined;
  }
  const record = resolve({ value: argument.value, module }, lookup);
  if (!isObject(record)) {
    return undefined;
  }
  const { entries, open } = entriesOf(record, lookup);
  return {
    dialect: "tools-record",
    open,
    place: placeOf(call),
    tools: entries.flatMap((entry) => {
      const object = resolve(entry.located, lookup);
      return isObject(object) ? [recordEntry(entry, object, call, lookup)] : [];
    }),
  };
}

function recordEntry(
  { keyValue, located, range }: Entry,
  object: Located<ObjectValue>,
  call: Located,
  lookup: ImportLookup,
): Tool {
  const name = readText(keyValue, lookup);
  return readToolObject(
    {
      dialect: "tools-record",
      object,
      name: name
        ? { kind: "known", value: name, place: placeOf(keyValue) }
        : unknown,
      place: { file: located.module.path, range },
      registeredIn: call.value.range,
    },
    lookup,
  );
}
