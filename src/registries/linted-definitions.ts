import type { FileStore } from "../files/file-store.ts";
import {
  definingOnes,
  definitionFiles,
  namedDefinitions,
  readInventory,
  type Inventory,
  type NamedDefinition,
} from "./inventory.ts";
import { valueOf } from "./registry.ts";
import type { LiveFile, Registries } from "./registries.ts";
import type { Sources } from "./registry-sources.ts";
import { definingWords } from "./server-definitions.ts";
import {
  folderWords,
  noContents,
  readFolderContents,
  type ServerFolder,
} from "./server-folder.ts";
import {
  folderAround,
  mayDefineIn,
  serverFolders,
  serverUnit,
} from "./server-units.ts";

/** What the questions about a linted file's servers need. */
export interface DefinitionSources {
  readonly live: LiveFile;
  readonly store: FileStore;
  /** The disk with the linted file's buffer on it. */
  readonly sources: Sources;
  /** The files of the registries, which define no server. */
  readonly registries: ReadonlySet<string>;
}

/** The files of a server's folder, the linted one from the buffer. */
export function readFolder(
  unit: string,
  { file: linted, roots }: LiveFile,
  store: FileStore,
): ServerFolder {
  const { files, ...rest } = serverUnit(unit, store, roots, linted.path);
  return {
    ...rest,
    files: files.map((file) => ({
      file,
      ...(file === linted.path
        ? readFolderContents(linted)
        : (valueOf(store.readWhere(file, folderWords, readFolderContents)) ??
          noContents)),
    })),
  };
}

/** Reads all servers of the app. */
export function readAll(
  { roots, settings }: LiveFile,
  registries: ReadonlySet<string>,
  { definitions, linted, lookup }: Sources,
  store: FileStore,
): Inventory {
  const folders = serverFolders(settings, roots);
  const found = definitionFiles(folders, registries, store, roots);
  const isNew =
    linted !== undefined &&
    !found.files.includes(linted) &&
    mayDefine(linted, folders, registries);
  const candidates = isNew
    ? { ...found, files: [...found.files, linted] }
    : found;
  return readInventory(candidates, folders, definitions, lookup);
}

/** What the files of a unit define: also what makes a server beside its object. */
export function definitionsOfUnit(
  unit: string,
  { live, registries, sources, store }: DefinitionSources,
): readonly NamedDefinition[] {
  const { definitions, lookup } = sources;
  const { files } = serverUnit(unit, store, live.roots, live.file.path);
  return files
    .filter((file) => !registries.has(file))
    .flatMap((file) => namedDefinitions(definitions(file) ?? [], lookup));
}

/** The servers that the linted file defines. */
export function definitionsIn(
  unit: string,
  from: DefinitionSources,
): readonly NamedDefinition[] {
  const { live, registries, sources } = from;
  const { path: linted, text } = live.file;
  const folders = serverFolders(live.settings, live.roots);
  if (!mayDefine(linted, folders, registries) || !definingWords.test(text)) {
    return [];
  }
  const own = namedDefinitions(
    sources.definitions(linted) ?? [],
    sources.lookup,
  );
  // Only beside a factory the other files have something to say.
  return own.some(({ kind }) => kind === "factory")
    ? definingOnes(definitionsOfUnit(unit, from)).filter(
        ({ file }) => file === linted,
      )
    : own;
}

/** The definitions of a server; the linted file's own ask for no other file. */
export function definitionsOf(
  server: string,
  registries: Registries,
): readonly NamedDefinition[] {
  const here = registries.definitions.filter(
    ({ serverName }) => serverName === server,
  );
  return here.length > 0
    ? here
    : (registries.inventory.servers.get(server) ?? []);
}

/** Whether a file's place is one where servers are defined. */
function mayDefine(
  file: string,
  folders: readonly string[],
  registries: ReadonlySet<string>,
): boolean {
  const folder = folderAround(file, folders);
  return (
    folder !== undefined && mayDefineIn(folder, file) && !registries.has(file)
  );
}
