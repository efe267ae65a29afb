import { entriesOf, resolve, type Entry } from "../../source/resolve.ts";
import type {
  CallValue,
  Located,
  ObjectMember,
  ObjectValue,
  StaticValue,
} from "../../source/static-value.ts";
import { isObject } from "../reading.ts";
import { openShape, type Shape, type ZodReading } from "./zod-schema.ts";

/** Constructors whose first argument has the fields of what they answer. */
const transparent = new Set([
  "looseObject",
  "nullable",
  "nullish",
  "object",
  "optional",
  "readonly",
  "strictObject",
]);

/** Reads the fields of what stands for an object, names followed. */
export function readShape(followed: Located, reading: ZodReading): Shape {
  const { module, value } = followed;
  if (isObject(followed)) {
    return rawShape(followed, reading);
  }
  if (value.kind === "member") {
    return value.name === "shape"
      ? reading.shape({ value: value.object, module })
      : openShape;
  }
  return value.kind === "call"
    ? shapeOfCall({ value, module }, reading)
    : openShape;
}

function shapeOfCall(call: Located<CallValue>, reading: ZodReading): Shape {
  const { module, value } = call;
  const constructor = reading.constructorOf(call);
  if (constructor !== undefined) {
    return transparent.has(constructor) ? firstShape(call, reading) : openShape;
  }
  if (value.callee.kind !== "member") {
    return openShape;
  }
  const receiver = { value: value.callee.object, module };
  // a method of some object, not of a schema
  if (isObject(resolve(receiver, reading.lookup))) {
    return openShape;
  }
  const base = reading.shape(receiver);
  switch (value.callee.name) {
    case "augment":
    case "extend":
    case "merge":
    case "safeExtend": {
      const added = firstShape(call, reading);
      return {
        entries: [...base.entries, ...added.entries],
        open: base.open || added.open,
      };
    }
    case "pick":
    case "omit": {
      const mask = firstShape(call, reading);
      const keys = new Set(mask.entries.map(({ key }) => key));
      const keeps = value.callee.name === "pick";
      return mask.open && !keeps
        ? openShape // any of the fields may be left out
        : {
            entries: base.entries.filter(({ key }) => keys.has(key) === keeps),
            open: base.open || mask.open,
          };
    }
    case "setKey":
      return { entries: base.entries, open: true };
    default:
      return base;
  }
}

function firstShape(
  { module, value }: Located<CallValue>,
  reading: ZodReading,
): Shape {
  const [first] = value.args;
  return first ? reading.shape({ value: first.value, module }) : openShape;
}

/** An object's own fields, and those of the schemas whose shape it spreads. */
function rawShape(object: Located<ObjectValue>, reading: ZodReading): Shape {
  const { module, value } = object;
  const { members } = value;
  if (!members.some(isSpread)) {
    return entriesOf(object, reading.lookup);
  }
  const entries: Entry[] = [];
  let open = false;
  const add = (shape: Shape): void => {
    for (const entry of shape.entries) {
      entries.push(entry);
    }
    open ||= shape.open;
  };
  let read = 0;
  const addBefore = (end: number): void => {
    if (read < end) {
      const part = { ...value, members: members.slice(read, end) };
      add(entriesOf({ value: part, module }, reading.lookup));
    }
    read = end + 1;
  };
  members.forEach((member, index) => {
    if (isSpread(member)) {
      addBefore(index);
      add(reading.shape({ value: member.value, module }));
    }
  });
  addBefore(members.length);
  return { entries, open };
}

function isSpread({ kind }: ObjectMember): boolean {
  return kind === "spread";
}

/**
 * Whether an object is one that the host fills in and no model ever sees:
 * `{ value, mimeType: z.literal(INTERNAL_MIME_TYPES.TOOL_INPUT.STRING) }`, or
 * one whose every field is the host's, `Schemas[….TOOL_INPUT.STRING]`.
 */
export function isHostFilled({ entries }: Shape): boolean {
  const mimeType = entries.findLast(({ key }) => key === "mimeType");
  const value = mimeType?.located.value;
  return value?.kind === "call"
    ? value.args.some((argument) => namesToolInput(argument.value))
    : entries.length > 0 &&
        entries.every(({ located }) => isHostSchema(located.value));
}

function isHostSchema(value: StaticValue): boolean {
  return (
    value.kind === "member" &&
    value.property !== undefined &&
    namesToolInput(value.property)
  );
}

function namesToolInput(value: StaticValue): boolean {
  return (
    value.kind === "member" &&
    (value.name === "TOOL_INPUT" || namesToolInput(value.object))
  );
}
