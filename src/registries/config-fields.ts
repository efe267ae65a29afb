import { absent, unknown, type Field } from "../mcp/model.ts";
import { fieldOf, isObject, textField } from "../mcp/reading.ts";
import { resolve } from "../source/resolve.ts";
import type { StaticText } from "../source/static-text.ts";
import type { ImportLookup, Located } from "../source/static-value.ts";
import type { ServerConfig } from "./server-configs.ts";

/** What a config says of who gets its server, and how. */
export interface ConfigFields {
  readonly availability: Field<StaticText>;
  readonly allowMultipleInstances: Field<boolean>;
  readonly isPreview: Field<boolean>;
  /** A function that tells who may not have it; `undefined` counts as absent. */
  readonly isRestricted: Field<Located>;
  /** The feature flag in the oldest configs. */
  readonly flag: Field<StaticText>;
  /** How users sign in; absent where they need not. Mostly of another file. */
  readonly authorization: () => Field<Located>;
}

/** @returns `undefined` for a config that can't be read */
export function configFields(
  { located }: ServerConfig,
  lookup: ImportLookup,
): ConfigFields | undefined {
  const config = resolve(located, lookup);
  if (!isObject(config)) {
    return undefined;
  }
  const field = (name: string): Field<Located> => fieldOf(config, name, lookup);
  return {
    availability: textField(field("availability"), lookup),
    allowMultipleInstances: booleanField(field("allowMultipleInstances")),
    isPreview: booleanField(field("isPreview")),
    isRestricted: field("isRestricted"),
    flag: textField(field("flag"), lookup),
    authorization: () => authorizationIn(field, lookup),
  };
}

function booleanField(field: Field<Located>): Field<boolean> {
  if (field.kind !== "known") {
    return field;
  }
  const { value } = field.value;
  return value.kind === "boolean"
    ? { kind: "known", value: value.value, place: field.place }
    : unknown;
}

/** In the server object, or in the config itself. */
function authorizationIn(
  field: (name: string) => Field<Located>,
  lookup: ImportLookup,
): Field<Located> {
  const metadata = field("metadata");
  const info =
    metadata.kind === "absent"
      ? field("serverInfo")
      : member(metadata, "serverInfo", lookup);
  const authorization = member(info, "authorization", lookup);
  return authorization.kind === "known" && !isObject(authorization.value)
    ? unknown
    : authorization;
}

function member(
  object: Field<Located>,
  name: string,
  lookup: ImportLookup,
): Field<Located> {
  if (object.kind !== "known") {
    return object.kind === "absent" ? absent : unknown;
  }
  return isObject(object.value) ? fieldOf(object.value, name, lookup) : unknown;
}

/** The provider of an authorization, for a message. */
export function providerOf(
  authorization: Located,
  lookup: ImportLookup,
): Field<StaticText> {
  return isObject(authorization)
    ? textField(fieldOf(authorization, "provider", lookup), lookup)
    : unknown;
}
