import type { FileStore } from "../files/file-store.ts";
import type { Roots } from "../files/roots.ts";
import { readExports } from "../source/module-exports.ts";
import type { SourceFile } from "../source/syntax-tree.ts";
import { definitionsOnDisk, type NamedDefinition } from "./inventory.ts";
import { valueOf } from "./registry.ts";
import type { FactoryParameter } from "./server-definitions.ts";
import { serverUnit, unitOf } from "./server-units.ts";

/** An export that others import. */
export interface Exported {
  readonly file: string;
  readonly name: string;
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

/** Gathers what the files of a server's folder export. */
export function serverParts(
  definition: NamedDefinition & { readonly serverName: string },
  folders: readonly string[],
  store: FileStore,
  roots: Roots,
): ServerParts {
  const { file, kind, name, serverName } = definition;
  const { files } = serverUnit(unitOf(file, folders), store, roots);
  const metadata =
    kind === "metadata" && definition.exported !== undefined
      ? { file, name: definition.exported }
      : undefined;
  return {
    name: serverName,
    nameConstant:
      name.kind === "known" && name.constant !== undefined
        ? { file, name: name.constant }
        : undefined,
    metadata,
    factory: findFactory(serverName, files, store),
    handlers: findHandlers(metadata?.name, files, store),
  };
}

function findFactory(
  server: string,
  files: readonly string[],
  store: FileStore,
): ServerParts["factory"] {
  for (const file of files) {
    const definitions = valueOf(definitionsOnDisk(file, store)) ?? [];
    for (const { exported, kind, name, parameters } of definitions) {
      if (
        kind === "factory" &&
        exported === "default" &&
        name.kind === "known" &&
        name.text === server
      ) {
        return { file, name: "default", parameters };
      }
    }
  }
  return undefined;
}

/** The one map of handlers, or of several the one named like the server object. */
function findHandlers(
  metadata: string | undefined,
  files: readonly string[],
  store: FileStore,
): Exported | undefined {
  const found = files.flatMap((file) => {
    const names = valueOf(
      store.readWhere(file, /_HANDLERS\b/, exportedHandlers),
    );
    return (names ?? []).map((name) => ({ file, name }));
  });
  const stem = metadata?.replace(/_SERVER(?:_METADATA)?$/, "");
  const own = found.filter(
    ({ name }) => stem !== undefined && name === `${stem}_TOOL_HANDLERS`,
  );
  const candidates = own.length > 0 ? own : found;
  return candidates.length === 1 ? candidates[0] : undefined;
}

function exportedHandlers(file: SourceFile): readonly string[] {
  return Array.from(readExports(file).names.keys()).filter((name) =>
    name.endsWith("_HANDLERS"),
  );
}
