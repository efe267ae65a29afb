import type { CallValue, Located } from "../../source/static-value.ts";
import { resolve } from "../../source/resolve.ts";
import { absent, unknown } from "../model.ts";
import { calleeName } from "../reading.ts";
import { describedIn, givenText } from "./zod-description.ts";
import {
  argumentAt,
  notZod,
  type ZodReading,
  type ZodSchema,
} from "./zod-schema.ts";
import { keysOf, literalValues, plainValue } from "./zod-values.ts";

/**
 * Reads a link of a chain: what a method makes of the schema it is called on.
 *
 * Most methods only check values (`.min(1)`, `.optional()`) and leave the
 * schema as it is.
 */
export function readChain(
  method: string,
  receiver: Located,
  call: Located<CallValue>,
  path: readonly string[],
  reading: ZodReading,
): ZodSchema {
  switch (method) {
    // These answer a value, a JSON schema or a type, not a Zod schema.
    case "parse":
    case "parseAsync":
    case "safeParse":
    case "safeParseAsync":
    case "toJSONSchema":
      return notZod;
    case "array":
      return wrapped(
        method,
        reading.schema(receiver, [...path, "[]"]),
        undefined,
      );
    case "and":
    case "or":
      return combined(
        method,
        reading.schema(receiver, path),
        call,
        path,
        reading,
      );
    default:
      return changed(
        method,
        reading.schema(receiver, path),
        receiver,
        call,
        path,
        reading,
      );
  }
}

function changed(
  method: string,
  schema: ZodSchema,
  receiver: Located,
  call: Located<CallValue>,
  path: readonly string[],
  reading: ZodReading,
): ZodSchema {
  const { lookup } = reading;
  switch (method) {
    case "describe":
      return {
        ...schema,
        description: givenText(argumentAt(call, 0), lookup),
      };
    case "meta": {
      const meta = argumentAt(call, 0);
      return meta
        ? { ...schema, description: describedIn(meta, schema, lookup) }
        : notZod;
    }
    // Zod 4: `schema.register(z.globalRegistry, { description })`.
    case "register": {
      const meta = argumentAt(call, 1);
      return {
        ...schema,
        description: meta ? describedIn(meta, schema, lookup) : unknown,
      };
    }
    case "check":
      return checked(schema, call, reading);
    case "default":
    case "prefault":
      return {
        ...schema,
        defaultValue: plainValue(argumentAt(call, 0), lookup),
      };
    case "keyof":
      return schema.type === "unknown"
        ? schema
        : {
            ...schema,
            type: "enum",
            description: absent,
            enumValues: keysOf(reading.shape(receiver)),
            children: [],
          };
    // These make an object schema out of another.
    case "augment":
    case "extend":
    case "merge":
    case "omit":
    case "pick":
    case "safeExtend":
    case "setKey":
      return schema.type === "unknown"
        ? schema
        : { ...schema, children: reading.fields(reading.shape(call), path) };
    default:
      return schema;
  }
}

/** Zod Mini: `schema.check(z.describe("…"), z.meta({ description }))`. */
function checked(
  schema: ZodSchema,
  call: Located<CallValue>,
  { lookup }: ZodReading,
): ZodSchema {
  let described = schema;
  for (let index = 0; index < call.value.args.length; index++) {
    const check = argumentAt(call, index);
    const made = check && resolve(check, lookup);
    if (made?.value.kind !== "call") {
      // Whatever it is, it may describe.
      described = { ...described, description: unknown };
      continue;
    }
    const { module, value } = made;
    const given = argumentAt({ module, value }, 0);
    const name = calleeName({ module, value: value.callee });
    if (name === "describe") {
      described = { ...described, description: givenText(given, lookup) };
    } else if (name === "meta" && given) {
      const description = describedIn(given, described, lookup);
      described = { ...described, description };
    }
  }
  return described;
}

function combined(
  method: "and" | "or",
  schema: ZodSchema,
  call: Located<CallValue>,
  path: readonly string[],
  reading: ZodReading,
): ZodSchema {
  const other = argumentAt(call, 0);
  return wrapped(
    method,
    schema,
    other && schema.type !== "unknown"
      ? reading.schema(other, path)
      : undefined,
  );
}

/** An earlier description is about a part of what is described now. */
function wrapped(
  method: "and" | "array" | "or",
  schema: ZodSchema,
  other: ZodSchema | undefined,
): ZodSchema {
  return schema.type === "unknown"
    ? notZod
    : {
        ...schema,
        type:
          method === "array" ? "array" : method === "or" ? "union" : "object",
        literal: false,
        description: absent,
        enumValues:
          method === "or"
            ? literalValues(other ? [schema, other] : [schema])
            : [],
        defaultValue: undefined,
        children: other
          ? [...schema.children, ...other.children]
          : schema.children,
      };
}
