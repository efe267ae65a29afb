import { fieldOf, isObject, placeOf, textField } from "../mcp/reading.ts";
import { completeText, unknown, type Field } from "../mcp/model.ts";
import { findMember, resolve } from "../source/resolve.ts";
import type {
  ImportLookup,
  ImportValue,
  Located,
  ObjectValue,
} from "../source/static-value.ts";
import { isAppImport } from "./import-style.ts";
import type { NamedDefinition } from "./inventory.ts";
import type { ServerConfig } from "./server-configs.ts";

/** What the `metadata` of a config leads to. */
export type ConfigTarget =
  /** A server object of that name, in that file. */
  | { readonly kind: "server"; readonly name: string; readonly file: string }
  /** Nothing: there is no `metadata`, or its file is gone. */
  | { readonly kind: "gone" }
  | { readonly kind: "unknown" };

/** The ways from a registry to the files of servers. */
export interface ServerSources {
  readonly lookup: ImportLookup;
  /** Finds the file that an import means. */
  readonly resolve: (from: string, specifier: string) => string | undefined;
  /**
   * Gives the server object that an import means, where it is known as a
   * definition: then its values, with all its tools, need not be read.
   */
  readonly definitionOf: (
    from: string,
    imported: Pick<ImportValue, "imported" | "specifier">,
  ) => NamedDefinition | undefined;
}

/** Follows a config's `metadata`; see {@link ConfigTarget}. */
export function configTarget(
  { located }: ServerConfig,
  sources: ServerSources,
): ConfigTarget {
  const { lookup } = sources;
  const config = resolve(located, lookup);
  if (!isObject(config)) {
    return { kind: "unknown" };
  }
  const member = findMember(config, "metadata", lookup);
  if (member.kind !== "known") {
    return { kind: member.kind === "absent" ? "gone" : "unknown" };
  }
  const definition = definitionAt(member.located, sources);
  if (definition) {
    const { file, serverName } = definition;
    return serverName === undefined
      ? { kind: "unknown" }
      : { kind: "server", name: serverName, file };
  }
  const metadata = resolve(member.located, lookup);
  if (!isObject(metadata)) {
    return { kind: isLost(metadata, sources) ? "gone" : "unknown" };
  }
  const name = serverObjectName(metadata, lookup);
  return name.kind === "known"
    ? { kind: "server", name: name.value.text, file: metadata.module.path }
    : { kind: "unknown" };
}

/** The name that a server's info gives it. */
export interface ServerName {
  readonly text: string;
  /** The one-based line of its place. */
  readonly line: number;
  /** The file of the tools that stand beside it. */
  readonly toolsFile: string | undefined;
}

function definitionAt(
  { module, value }: Located,
  { definitionOf }: ServerSources,
): NamedDefinition | undefined {
  return value.kind === "import" ? definitionOf(module.path, value) : undefined;
}

/**
 * The name in a config's `metadata`, or in its own `serverInfo`; absent where
 * it has neither.
 */
export function configName(
  { located }: ServerConfig,
  sources: ServerSources,
): Field<ServerName> {
  const { lookup } = sources;
  const config = resolve(located, lookup);
  if (!isObject(config)) {
    return unknown;
  }
  const member = findMember(config, "metadata", lookup);
  const definition =
    member.kind === "known" ? definitionAt(member.located, sources) : undefined;
  const written = definition && writtenName(definition);
  if (written) {
    return written;
  }
  const metadata = fieldOf(config, "metadata", lookup);
  if (metadata.kind === "known") {
    return isObject(metadata.value)
      ? serverObjectName(metadata.value, lookup)
      : unknown;
  }
  return metadata.kind === "absent"
    ? serverObjectName(config, lookup)
    : unknown;
}

/** The name that a server object spells out in its own file. */
export function writtenName({
  file,
  line,
  name,
  place,
}: NamedDefinition): Extract<Field<ServerName>, { kind: "known" }> | undefined {
  return name.kind === "known"
    ? {
        kind: "known",
        place: { file, range: place },
        value: { text: name.text, line, toolsFile: file },
      }
    : undefined;
}

/** `serverInfo.name` of an object; absent where it has no `serverInfo`. */
export function serverObjectName(
  object: Located<ObjectValue>,
  lookup: ImportLookup,
): Field<ServerName> {
  const info = fieldOf(object, "serverInfo", lookup);
  if (info.kind !== "known") {
    return info;
  }
  const member = isObject(info.value)
    ? findMember(info.value, "name", lookup)
    : unknown;
  if (member.kind !== "known" || !isObject(info.value)) {
    return unknown;
  }
  const text = completeText(
    textField(fieldOf(info.value, "name", lookup), lookup),
  );
  const tools = findMember(object, "tools", lookup);
  const { module, value } = member.located;
  return text === undefined
    ? unknown
    : {
        kind: "known",
        place: placeOf(member.located),
        value: {
          text,
          line: module.lineAt(value.range[0]),
          toolsFile:
            tools.kind === "known" ? tools.located.module.path : undefined,
        },
      };
}

/** An import of the app's own whose file is not there. */
function isLost(
  { module, value }: Located,
  { resolve: find }: ServerSources,
): boolean {
  return (
    value.kind === "import" &&
    isAppImport(value.specifier) &&
    find(module.path, value.specifier) === undefined
  );
}
