import path from "node:path";
import type { FileStore } from "../files/file-store.ts";
import { filesUnder } from "../files/find-files.ts";
import { freezeModuleValues } from "../source/module-values.ts";
import type { ImportLookup } from "../source/static-value.ts";
import {
  definingOnes,
  definitionFiles,
  definitionsOnDisk,
  isDefinitionFile,
  readInventory,
  serverFolders,
  unitOf,
  type DefinitionReader,
  type Inventory,
  type NamedDefinition,
} from "./inventory.ts";
import {
  definedName,
  definingWords,
  readServerDefinitions,
} from "./server-definitions.ts";
import {
  folderWords,
  noContents,
  readFolderContents,
  type ServerFolder,
} from "./server-folder.ts";
import { writtenServersOnDisk, type ToolSources } from "./server-tools.ts";
import { readWrittenServers } from "./written-registrations.ts";
import { type RegistryFiles, filesOf } from "./registry-files.ts";
import { type Sources, valueOf } from "./registry-readings.ts";
import type { Registries, LiveFile } from "./registries.ts";

/** The files of a server's folder, the linted one from the buffer. */
export function readFolder(
  unit: string,
  { file: linted, roots }: LiveFile,
  store: FileStore,
): ServerFolder {
  const isSingleFile = isDefinitionFile(path.basename(unit));
  const files = isSingleFile
    ? [unit]
    : filesUnder(unit, isDefinitionFile, store, roots.workspaceRoot);
  const isOwn = linted.path.startsWith(unit + path.sep);
  const all =
    isOwn && !files.includes(linted.path) ? [...files, linted.path] : files;
  return {
    root: unit,
    isSingleFile,
    files: all.map((file) => ({
      file,
      ...(file === linted.path
        ? readFolderContents(linted)
        : (valueOf(store.readWhere(file, folderWords, readFolderContents)) ??
          noContents)),
    })),
  };
}

export function toolSources(
  { file: linted, lookup, values }: LiveFile,
  store: FileStore,
): ToolSources {
  return {
    lookup,
    values(file) {
      if (file === linted.path) {
        return values;
      }
      const reading = store.read(file, freezeModuleValues);
      return reading.status === "read" ? reading.value : undefined;
    },
    writtenServers: (file) =>
      file === linted.path
        ? readWrittenServers(linted)
        : writtenServersOnDisk(store, file),
  };
}

export function readAll(
  { roots, settings }: LiveFile,
  files: RegistryFiles,
  { definitions, linted, lookup }: Sources,
  store: FileStore,
): Inventory {
  const folders = serverFolders(settings, roots);
  const found = definitionFiles(folders, filesOf(files), store, roots);
  const isNew =
    linted !== undefined &&
    !found.files.includes(linted) &&
    mayDefine(linted, folders, files);
  const candidates = isNew
    ? { ...found, files: [...found.files, linted] }
    : found;
  return readInventory(candidates, folders, definitions, lookup);
}

/** Definitions as the disk has them, and the linted file's from its buffer. */
function definitionsWith(
  { file: linted }: LiveFile,
  store: FileStore,
): DefinitionReader {
  const onDisk = definitionsOnDisk(store);
  return (file) =>
    file === linted.path ? readServerDefinitions(linted) : onDisk(file);
}

export function unitAround(
  live: LiveFile,
  files: RegistryFiles,
  store: FileStore,
): readonly NamedDefinition[] {
  const { file, lookup, roots, settings } = live;
  const unit = unitOf(file.path, serverFolders(settings, roots));
  const registries = filesOf(files);
  const read = definitionsWith(live, store);
  const inside =
    unit === file.path
      ? [unit]
      : filesUnder(unit, isDefinitionFile, store, roots.workspaceRoot);
  return inside
    .filter((one) => !registries.has(one))
    .flatMap((one) => read(one) ?? [])
    .map((definition) => ({
      ...definition,
      serverName: definedName(definition, lookup),
    }));
}

/** The servers of one folder of a server, or of a single file. */
export function definitionsOfUnit(
  unit: string,
  { file: linted, roots }: LiveFile,
  files: RegistryFiles,
  lookup: ImportLookup,
  store: FileStore,
): readonly NamedDefinition[] {
  const onDisk = definitionsOnDisk(store);
  const registries = filesOf(files);
  const found = isDefinitionFile(path.basename(unit))
    ? [unit]
    : filesUnder(unit, isDefinitionFile, store, roots.workspaceRoot);
  const named = found
    .filter((file) => !registries.has(file))
    .flatMap((file) =>
      file === linted.path
        ? readServerDefinitions(linted)
        : (onDisk(file) ?? []),
    )
    .map((definition) => ({
      ...definition,
      serverName: definedName(definition, lookup),
    }));
  return definingOnes(named);
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
  files: RegistryFiles,
): boolean {
  return (
    (unitOf(file, folders) !== file || folders.includes(path.dirname(file))) &&
    isDefinitionFile(path.basename(file)) &&
    !filesOf(files).has(file)
  );
}

export function definitionsIn(
  { file, lookup, roots, settings }: LiveFile,
  files: RegistryFiles,
  store: FileStore,
): readonly NamedDefinition[] {
  const folders = serverFolders(settings, roots);
  const unit = unitOf(file.path, folders);
  if (!mayDefine(file.path, folders, files) || !definingWords.test(file.text)) {
    return [];
  }
  const own = readServerDefinitions(file).map((definition) => ({
    ...definition,
    serverName: definedName(definition, lookup),
  }));
  const isFactory = own.some(({ kind }) => kind === "factory");
  if (!isFactory || unit === file.path) {
    return definingOnes(own);
  }
  const onDisk = definitionsOnDisk(store);
  const others = filesUnder(
    unit,
    isDefinitionFile,
    store,
    roots.workspaceRoot,
  ).filter((other) => other !== file.path);
  const hasObject = others.some((other) =>
    onDisk(other)?.some(({ kind }) => kind === "metadata"),
  );
  return hasObject
    ? own.filter(({ kind }) => kind === "metadata")
    : definingOnes(own);
}
