import type { ParameterType } from "../model.ts";

/** Zod's constructors of values without parts. Source: Zod 3 and 4. */
export const plainTypes: ReadonlyMap<string, ParameterType> = new Map([
  ...[
    "string",
    "base64",
    "base64url",
    "cidrv4",
    "cidrv6",
    "cuid",
    "cuid2",
    "date",
    "datetime",
    "duration",
    "e164",
    "email",
    "emoji",
    "guid",
    "hostname",
    "ipv4",
    "ipv6",
    "jwt",
    "nanoid",
    "stringFormat",
    "templateLiteral",
    "time",
    "ulid",
    "url",
    "httpUrl",
    "uuid",
    "uuidv4",
    "uuidv6",
    "uuidv7",
  ].map((name) => [name, "string"] as const),
  ...["number", "int", "int32", "uint32", "float32", "float64", "bigint"].map(
    (name) => [name, "number"] as const,
  ),
  ...["boolean", "stringbool"].map((name) => [name, "boolean"] as const),
  ...["file", "function", "json", "nan", "symbol"].map(
    (name) => [name, "other"] as const,
  ),
]);
