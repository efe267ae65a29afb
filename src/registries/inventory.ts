import { findFiles, type FolderContents } from "../files/find-files.ts";
import type { FileStore } from "../files/file-store.ts";
import type { Reading } from "../files/reading.ts";
import type { Roots } from "../files/roots.ts";
import {
  outlineModuleValues,
  type ModuleOutline,
} from "../source/module-values.ts";
import type { ImportLookup } from "../source/static-value.ts";
import type { SourceFile } from "../source/syntax-tree.ts";
import { mapReading, valueOf } from "./registry.ts";
import { definedName } from "./definition-names.ts";
import {
  definingWords,
  readServerDefinitions,
  type ServerDefinition,
} from "./server-definitions.ts";
import { definitionFilesWanted, unitOf } from "./server-units.ts";

/** A definition whose name was looked up in other files, too. */
export interface NamedDefinition extends ServerDefinition {
  /** `undefined` when it can't be known. */
  readonly serverName: string | undefined;
}

/** The servers that the configured folders define. */
export interface Inventory {
  /** By name; a server object comes before what makes the server. */
  readonly servers: ReadonlyMap<string, readonly NamedDefinition[]>;
  /** Whether there may be servers that were not found. */
  readonly open: boolean;
}

/** Gives the definitions of one file; `undefined` when it can't be read. */
export type DefinitionReader = (
  file: string,
) => readonly ServerDefinition[] | undefined;

/** What is kept of a file that defines servers: read at once, parsed once. */
interface ServerFile {
  readonly definitions: readonly ServerDefinition[];
  readonly outline: ModuleOutline;
}

function readServerFile(file: SourceFile): ServerFile {
  return {
    // Of thousands of servers hardly one is asked for its object.
    definitions: readServerDefinitions(file).map((definition) => ({
      ...definition,
      info: nothing,
      object: nothing,
    })),
    outline: outlineModuleValues(file),
  };
}

function nothing(): undefined {
  return undefined;
}

/** A file as the disk has it; `undefined` as the value where it defines none. */
export function serverFileOnDisk(
  file: string,
  store: FileStore,
): Reading<ServerFile | undefined> {
  return store.readWhere(file, definingWords, readServerFile);
}

const completed = new WeakMap<ServerFile, readonly ServerDefinition[]>();

/** Definitions as the disk has them. */
export function definitionsOnDisk(
  file: string,
  store: FileStore,
): Reading<readonly ServerDefinition[]> {
  return mapReading(serverFileOnDisk(file, store), (found) => {
    let definitions = found && completed.get(found);
    if (found && !definitions) {
      definitions = found.definitions.map((one) => withObject(one, store));
      completed.set(found, definitions);
    }
    return definitions ?? [];
  });
}

/** A definition whose object is read from its file when it is asked for. */
function withObject(
  definition: ServerDefinition,
  store: FileStore,
): ServerDefinition {
  const whole = (): ServerDefinition | undefined =>
    valueOf(store.read(definition.file, readServerDefinitions))?.find(
      ({ place }) => place[0] === definition.place[0],
    );
  return {
    ...definition,
    info: () => whole()?.info(),
    object: () => whole()?.object(),
  };
}

/** Definitions with their names, other modules asked. */
export function namedDefinitions(
  definitions: readonly ServerDefinition[],
  lookup: ImportLookup,
): readonly NamedDefinition[] {
  return definitions.map((definition) => ({
    ...definition,
    serverName: definedName(definition, lookup),
  }));
}

/** Reads all that the configured folders define. */
export function readInventory(
  candidates: FolderContents,
  folders: readonly string[],
  read: DefinitionReader,
  lookup: ImportLookup,
): Inventory {
  let { open } = candidates;
  const byUnit = new Map<string, readonly NamedDefinition[]>();
  for (const file of candidates.files) {
    const definitions = read(file);
    open ||= definitions === undefined;
    if (definitions && definitions.length > 0) {
      const unit = unitOf(file, folders);
      const named = namedDefinitions(definitions, lookup);
      byUnit.set(unit, [...(byUnit.get(unit) ?? []), ...named]);
    }
  }
  const servers = new Map<string, NamedDefinition[]>();
  for (const definition of [...byUnit.values()].flatMap(definingOnes)) {
    const { serverName } = definition;
    if (serverName === undefined) {
      open = true;
      continue;
    }
    const known = servers.get(serverName);
    if (known) {
      known.push(definition);
    } else {
      servers.set(serverName, [definition]);
    }
  }
  // Folders without a single server are not those that were meant.
  return { servers, open: open || servers.size === 0 };
}

/** Beside a server object, what makes the server does not define another. */
export function definingOnes<Definition extends ServerDefinition>(
  unit: readonly Definition[],
): readonly Definition[] {
  const objects = unit.filter(({ kind }) => kind === "metadata");
  return objects.length > 0 ? objects : unit;
}

/**
 * The files that may define a server: no tests and nothing that is there for
 * them, no declarations, no registry.
 * Where none of the folders is there, nobody knows where the servers are.
 */
export function definitionFiles(
  folders: readonly string[],
  registries: ReadonlySet<string>,
  store: FileStore,
  { workspaceRoot }: Pick<Roots, "workspaceRoot">,
): FolderContents {
  const contents = folders.map((folder) =>
    findFiles(folder, definitionFilesWanted, store, workspaceRoot),
  );
  return {
    files: [...new Set(contents.flatMap(({ files }) => files))].filter(
      (file) => !registries.has(file),
    ),
    open:
      contents.some(({ open }) => open) ||
      !folders.some((folder) => store.exists(folder)),
  };
}
