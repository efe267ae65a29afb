import path from "node:path";
import { findFiles, type FolderContents } from "../files/find-files.ts";
import type { FileStore, Reading } from "../files/file-store.ts";
import type { Roots } from "../files/roots.ts";
import type { Settings } from "../settings.ts";
import {
  outlineModuleValues,
  type ModuleOutline,
} from "../source/module-values.ts";
import type { ImportLookup } from "../source/static-value.ts";
import type { SourceFile } from "../source/syntax-tree.ts";
import {
  definedName,
  definingWords,
  readServerDefinitions,
  type ServerDefinition,
} from "./server-definitions.ts";

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
export interface ServerFile {
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

/** Definitions as the disk has them. */
export function definitionsOnDisk(store: FileStore): DefinitionReader {
  return (file) => {
    const reading = serverFileOnDisk(file, store);
    return reading.status === "read"
      ? (reading.value?.definitions ?? []).map((definition) =>
          withObject(definition, store),
        )
      : undefined;
  };
}

/** A definition whose object is read from its file when it is asked for. */
function withObject(
  definition: ServerDefinition,
  store: FileStore,
): ServerDefinition {
  const whole = (): ServerDefinition | undefined => {
    const reading = store.read(definition.file, readServerDefinitions);
    return reading.status === "read"
      ? reading.value.find(({ place }) => place[0] === definition.place[0])
      : undefined;
  };
  return {
    ...definition,
    info: () => whole()?.info(),
    object: () => whole()?.object(),
  };
}

/** Reads all that the configured folders define. */
export function readInventory(
  candidates: FolderContents,
  folders: readonly string[],
  read: DefinitionReader,
  lookup: ImportLookup,
): Inventory {
  let { open } = candidates;
  const byUnit = new Map<string, NamedDefinition[]>();
  for (const file of candidates.files) {
    const definitions = read(file);
    open ||= definitions === undefined;
    for (const definition of definitions ?? []) {
      const unit = unitOf(file, folders);
      const named = {
        ...definition,
        serverName: definedName(definition, lookup),
      };
      const others = byUnit.get(unit);
      if (others) {
        others.push(named);
      } else {
        byUnit.set(unit, [named]);
      }
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

/**
 * What belongs together: a folder of its own below the configured one, or a
 * single file in it.
 */
export function unitOf(file: string, folders: readonly string[]): string {
  for (const folder of folders) {
    const inside = path.relative(folder, file);
    if (!inside.startsWith("..") && !path.isAbsolute(inside)) {
      const [first = ""] = inside.split(path.sep);
      return path.join(folder, first);
    }
  }
  return file;
}

/** Beside a server object, what makes the server does not define another. */
export function definingOnes<Definition extends ServerDefinition>(
  unit: readonly Definition[],
): readonly Definition[] {
  const objects = unit.filter(({ kind }) => kind === "metadata");
  return objects.length > 0 ? objects : unit;
}

/** The folders of the settings, absolute. */
export function serverFolders(
  { servers }: Settings,
  { appRoot }: Roots,
): string[] {
  return appRoot === undefined
    ? []
    : servers.map((folder) => path.join(appRoot, folder));
}

/**
 * The files that may define a server: no tests, no declarations, no registry.
 * Where none of the folders is there, nobody knows where the servers are.
 */
export function definitionFiles(
  folders: readonly string[],
  registries: ReadonlySet<string>,
  store: FileStore,
  { workspaceRoot }: Pick<Roots, "workspaceRoot">,
): FolderContents {
  const contents = folders.map((folder) =>
    findFiles(folder, isDefinitionFile, store, workspaceRoot),
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

/** Whether a file's name is that of source code. */
export function isDefinitionFile(name: string): boolean {
  return (
    /\.[cm]?[jt]sx?$/.test(name) &&
    !/\.(?:test|spec|d)\.[cm]?[jt]sx?$/.test(name)
  );
}
