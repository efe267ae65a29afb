import path from "node:path";
import { isObject } from "../mcp/reading.ts";
import { readToolNames } from "../mcp/tool-names.ts";
import { findMember, resolve } from "../source/resolve.ts";
import type { ImportLookup } from "../source/static-value.ts";
import { isAppImport } from "./import-style.ts";
import type { Registries } from "./registries.ts";
import type { KnownDefinition } from "./registration.ts";
import { valueOf } from "./registry.ts";
import type { ServerConfig } from "./server-configs.ts";
import { isToolsFile, type ServerFolder } from "./server-folder.ts";
import { makingOf, usualMaking } from "./server-making.ts";

/** A file that a server needs and that is not there, as an absolute path. */
export interface LackingFile {
  readonly kind: "index" | "metadata" | "tools";
  readonly file: string;
}

/**
 * The files that a server surely lacks. Where several layouts are possible, and
 * nothing tells which one is meant, none is missing.
 */
export function lackingFiles(
  definition: KnownDefinition,
  registries: Registries,
  lookup: ImportLookup,
): readonly LackingFile[] {
  const folder = registries.folderOf(definition.file);
  if (folder.isSingleFile) {
    return [];
  }
  return definition.kind === "metadata"
    ? besideMetadata(definition, folder, registries, lookup)
    : lacksMetadata(definition, folder, registries, lookup);
}

function besideMetadata(
  definition: KnownDefinition,
  folder: ServerFolder,
  registries: Registries,
  lookup: ImportLookup,
): readonly LackingFile[] {
  const lacking: LackingFile[] = [];
  if (lacksTools(definition, folder, registries, lookup)) {
    lacking.push({ kind: "tools", file: toolsFileOf(definition.file) });
  }
  if (lacksFactory(definition, folder, registries)) {
    lacking.push({ kind: "index", file: indexFileOf(definition.file) });
  }
  return lacking;
}

/** `tools/index.ts` beside metadata.ts, `tools/mail.ts` beside mail_metadata.ts. */
function toolsFileOf(metadata: string): string {
  const { dir, ext, name } = path.parse(metadata);
  const stem = /^(.+)_metadata$/.exec(name)?.[1] ?? "index";
  return path.join(dir, "tools", stem + ext);
}

function indexFileOf(metadata: string): string {
  const { dir, ext, name } = path.parse(metadata);
  const stem = /^(.+)_metadata$/.exec(name)?.[1];
  return path.join(
    dir,
    (stem === undefined ? "index" : `${stem}_server`) + ext,
  );
}

function lacksTools(
  definition: KnownDefinition,
  folder: ServerFolder,
  registries: Registries,
  lookup: ImportLookup,
): boolean {
  const isThere = folder.files.some(
    ({ file, mayHandle }) => mayHandle || isToolsFile(file, folder),
  );
  const module = registries.valuesOf(definition.file);
  const object = definition.object();
  const tools =
    object && module
      ? readToolNames({ value: object, module }, lookup)
      : undefined;
  const hasNone = tools?.open === false && tools.names.length === 0;
  if (isThere || hasNone || otherFactory(definition, registries, folder)) {
    return false;
  }
  const making = makingOf(definition.serverName, registries);
  switch (making.kind) {
    case "own": {
      const target = registries.fileOf(making.from, making.specifier);
      const isOwn =
        target === undefined
          ? isAppImport(making.specifier)
          : target.startsWith(folder.root + path.sep);
      return isOwn && hasNoTools(definition, folder, registries);
    }
    case "shared": {
      const { module: from, value } = making.handlers;
      return (
        value.kind === "import" &&
        isAppImport(value.specifier) &&
        registries.fileOf(from.path, value.specifier) === undefined
      );
    }
    case "no-case":
    case "unread":
      return hasNoTools(definition, folder, registries);
    case "unknown":
      return false;
  }
}

/**
 * Whether no factory of the folder gets its tools from anywhere: it registers
 * none, or imports them from a file of the folder that is not there.
 */
function hasNoTools(
  { file }: KnownDefinition,
  { files, root }: ServerFolder,
  registries: Registries,
): boolean {
  const inFolder = `/${path.basename(root)}/tools`;
  return files
    .filter((one) => one.file !== file)
    .every((one) => {
      const importsLost = one.imports.some(
        (specifier) =>
          isAppImport(specifier) &&
          `${specifier}/`.includes(
            specifier.startsWith("@") ? `${inFolder}/` : "./tools/",
          ) &&
          registries.fileOf(one.file, specifier) === undefined,
      );
      return (
        importsLost ||
        one.factories.every(
          ({ registered }) =>
            registered.kind === "count" && registered.count === 0,
        )
      );
    });
}

/** What makes the server in another folder than its server object's. */
function otherFactory(
  { serverName }: KnownDefinition,
  { inventory }: Registries,
  { root }: ServerFolder,
): boolean {
  const definitions = inventory.servers.get(serverName) ?? [];
  return definitions.some(
    ({ file, kind }) => kind === "factory" && !file.startsWith(root + path.sep),
  );
}

function lacksFactory(
  definition: KnownDefinition,
  folder: ServerFolder,
  registries: Registries,
): boolean {
  const hasOne = folder.files.some(({ factories }) => factories.length > 0);
  if (hasOne || otherFactory(definition, registries, folder)) {
    return false;
  }
  const making = makingOf(definition.serverName, registries);
  switch (making.kind) {
    case "own": {
      const target = path.posix.basename(making.specifier);
      return (
        isAppImport(making.specifier) &&
        registries.fileOf(making.from, making.specifier) === undefined &&
        (target === path.basename(folder.root) || target.endsWith("server"))
      );
    }
    case "no-case":
      return needsFactory(definition, folder, registries);
    default:
      return false;
  }
}

/** A server without a case: what its own files, or else the others, show. */
function needsFactory(
  { serverName }: KnownDefinition,
  { files }: ServerFolder,
  registries: Registries,
): boolean {
  if (registries.registryFile.partsOf(serverName)?.handlers) {
    return false;
  }
  const usual = usualMaking(registries);
  return (
    usual === "own" ||
    (usual === "both" && files.some(({ buildsTools }) => buildsTools))
  );
}

/** A folder with tools and a factory, whose server is described nowhere. */
function lacksMetadata(
  { file, serverName }: KnownDefinition,
  folder: ServerFolder,
  registries: Registries,
  lookup: ImportLookup,
): readonly LackingFile[] {
  const { dir, ext, name } = path.parse(file);
  const configs = valueOf(registries.constants)?.configs;
  const hasTools = folder.files.some(
    (one) =>
      isToolsFile(one.file, folder) &&
      one.handlerMaps.some(({ targets }) => targets.length > 0),
  );
  const hasOne = folder.files.some((one) => /metadata\.\w+$/.test(one.file));
  if (name !== "index" || !hasTools || hasOne || !configs || configs.open) {
    return [];
  }
  const config = configs.configs.find((one) => one.name === serverName);
  return config === undefined || describesNothing(config, registries, lookup)
    ? [{ kind: "metadata", file: path.join(dir, `metadata${ext}`) }]
    : [];
}

function describesNothing(
  config: ServerConfig,
  registries: Registries,
  lookup: ImportLookup,
): boolean {
  const object = resolve(config.located, lookup);
  return (
    isObject(object) &&
    findMember(object, "serverInfo", lookup).kind === "absent" &&
    registries.targetOf(config).kind === "gone"
  );
}
