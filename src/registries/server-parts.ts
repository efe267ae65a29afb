import { readExports } from "../source/module-exports.ts";
import type { SourceFile } from "../source/syntax-tree.ts";
import { isDefaultFactory } from "./case-servers.ts";
import {
  definingOnes,
  type DefinitionReader,
  type NamedDefinition,
} from "./inventory.ts";
import type { FactoryParameter } from "./server-definitions.ts";

/** An export that others import. */
export interface Exported {
  readonly file: string;
  readonly name: string;
  /** What a default export is called where it is imported. */
  readonly importedAs?: string;
}

/** What an export is called where it is imported for the first time. */
export function nameForImport({ importedAs, name }: Exported): string {
  return importedAs ?? name;
}

/** What a registry needs of a server, as far as it is there. */
export interface ServerParts {
  readonly name: string;
  /** The exported constant that holds the server's name. */
  readonly nameConstant: Exported | undefined;
  /** The exported server object. */
  readonly metadata: Exported | undefined;
  /** The default-exported function that makes the server. */
  readonly factory:
    | (Exported & { readonly parameters: readonly FactoryParameter[] })
    | undefined;
  /** The exported map of handlers, for hosts with one factory for all. */
  readonly handlers: Exported | undefined;
}

/** The files of a server's folder, and what they hold. */
export interface ServerContents {
  readonly files: readonly string[];
  readonly definitions: DefinitionReader;
  /** The names of a file's exported maps of handlers. */
  readonly handlersIn: (file: string) => readonly string[];
}

/** Gathers what the files of a server's folder export. */
export function serverParts(
  definition: NamedDefinition & { readonly serverName: string },
  contents: ServerContents,
): ServerParts {
  const { file, kind, name, serverName } = definition;
  const metadata =
    kind === "metadata" && definition.exported !== undefined
      ? {
          file,
          name: definition.exported,
          ...(definition.exported === "default"
            ? { importedAs: objectName(serverName, definition.local) }
            : {}),
        }
      : undefined;
  return {
    name: serverName,
    nameConstant:
      name.kind === "known" && name.constant !== undefined
        ? { file, name: name.constant }
        : undefined,
    metadata,
    factory: findFactory(serverName, contents),
    handlers: findHandlers(metadata && nameForImport(metadata), contents),
  };
}

/** A name that says little away from its module is made of the server's. */
function objectName(server: string, local: string | undefined): string {
  if (local !== undefined && /^[A-Z][A-Z\d]*_[A-Z\d_]+$/.test(local)) {
    return local;
  }
  return `${asIdentifier(wordsOf(server).join("_").toUpperCase())}_SERVER`;
}

/** `weather_station` → `weatherStationServer`. */
function factoryName(server: string): string {
  const [first = "", ...others] = wordsOf(server);
  const stem =
    first.charAt(0).toLowerCase() +
    first.slice(1) +
    others.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return `${asIdentifier(stem)}Server`;
}

/** The words of a server's name; one for a name of signs alone. */
function wordsOf(server: string): readonly string[] {
  const words = server.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  return words.length > 0 ? words : ["internal"];
}

function asIdentifier(stem: string): string {
  return /^\d/.test(stem) ? `_${stem}` : stem;
}

function findFactory(
  server: string,
  { definitions, files }: ServerContents,
): ServerParts["factory"] {
  for (const file of files) {
    for (const one of definitions(file) ?? []) {
      const { name, parameters } = one;
      if (
        isDefaultFactory(one) &&
        name.kind === "known" &&
        name.text === server
      ) {
        return {
          file,
          name: "default",
          importedAs: factoryName(server),
          parameters,
        };
      }
    }
  }
  return undefined;
}

/**
 * The map of handlers that is named like the server object; where the folder
 * has one server and one map, that one, whatever it is called.
 */
function findHandlers(
  metadata: string | undefined,
  contents: ServerContents,
): Exported | undefined {
  const found = contents.files.flatMap((file) =>
    contents.handlersIn(file).map((name) => ({ file, name })),
  );
  const stem = metadata?.replace(/_SERVER(?:_METADATA)?$/, "");
  const own = found.filter(
    ({ name }) => stem !== undefined && name === `${stem}_TOOL_HANDLERS`,
  );
  if (own.length > 0) {
    return own.length === 1 ? own[0] : undefined;
  }
  const [only, ...more] = found;
  return only &&
    more.length === 0 &&
    (only.name === `${stem ?? ""}_HANDLERS` || !hasSeveralServers(contents))
    ? only
    : undefined;
}

/** A second definition of one name is a variant, and no other server. */
function hasSeveralServers({ definitions, files }: ServerContents): boolean {
  const found = definingOnes(files.flatMap((file) => definitions(file) ?? []));
  const names = new Set(
    found.map(({ file, name, place }) =>
      name.kind === "known" ? name.text : `${file}:${String(place[0])}`,
    ),
  );
  return names.size > 1;
}

/** What holds such a map. */
export const handlerWords = /_HANDLERS\b/;

/** The names of the maps of handlers that a file exports. */
export function exportedHandlers(file: SourceFile): readonly string[] {
  return Array.from(readExports(file).names.keys()).filter((name) =>
    name.endsWith("_HANDLERS"),
  );
}
