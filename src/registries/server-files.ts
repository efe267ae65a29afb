import path from "node:path";
import type { Range } from "../source/syntax-tree.ts";
import { isObject } from "../mcp/reading.ts";
import { readToolNames } from "../mcp/tool-names.ts";
import { findMember, resolve } from "../source/resolve.ts";
import { readText } from "../source/static-text.ts";
import type { ImportLookup } from "../source/static-value.ts";
import type { Registries } from "./registries.ts";
import { knownDefinitions, type KnownDefinition } from "./registration.ts";
import type { ServerConfig } from "./server-configs.ts";
import type { ServerFactory } from "./server-factories.ts";
import {
  isToolsFile,
  type FolderFile,
  type ServerFolder,
} from "./server-folder.ts";
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

/** An import whose file must be there, since nothing but the app provides it. */
function isAppImport(specifier: string): boolean {
  return /^(?:\.{1,2}\/|@app\/)/.test(specifier);
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
  const { constants } = registries;
  const { dir, ext, name } = path.parse(file);
  const configs =
    constants.status === "read" ? constants.value.configs : undefined;
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

/** A factory of the linted file with what is wrong with it. */
export interface FactoryProblem {
  readonly kind: "few" | "hidden" | "none";
  readonly factory: ServerFactory;
  readonly definition: KnownDefinition;
  /** Where it goes wrong. */
  readonly place: Range;
  /** How many tools it registers, and how many there are. */
  readonly registered: number;
  readonly tools: number;
}

/** What is wrong with the factories of a file, for servers with a server object. */
export function factoryProblems(
  file: string,
  registries: Registries,
  lookup: ImportLookup,
): readonly FactoryProblem[] {
  const folder = registries.folderOf(file);
  const own = folder.files.find((one) => one.file === file);
  return (own?.factories ?? []).flatMap((factory) => {
    if (isHelper(factory, file, folder, registries)) {
      return [];
    }
    const definition = definitionFor(factory, file, folder, registries, lookup);
    return definition
      ? problemsOf(factory, definition, file, registries, lookup)
      : [];
  });
}

/** Whether something else may call it and go on with the server. */
function isHelper(
  { exported, hasDefault, isCalled }: ServerFactory,
  file: string,
  { files }: ServerFolder,
  { fileOf }: Registries,
): boolean {
  return (
    exported !== "default" &&
    (hasDefault ||
      isCalled ||
      files.some((other) =>
        other.imports.some(
          (specifier) => fileOf(other.file, specifier) === file,
        ),
      ))
  );
}

/** The server object beside a factory: by its name, or the only one there is. */
function definitionFor(
  { name }: ServerFactory,
  file: string,
  { files, root }: ServerFolder,
  registries: Registries,
  lookup: ImportLookup,
): KnownDefinition | undefined {
  const module = registries.valuesOf(file);
  const text = module && readText({ value: name, module }, lookup);
  const beside = knownDefinitions(registries.definitionsBeside(root)).filter(
    ({ kind }) => kind === "metadata",
  );
  const factories = files.flatMap((one: FolderFile) => one.factories);
  return (
    beside.find(({ serverName }) => serverName === text?.text) ??
    (beside.length === 1 && factories.length === 1 ? beside[0] : undefined)
  );
}

function problemsOf(
  factory: ServerFactory,
  definition: KnownDefinition,
  file: string,
  registries: Registries,
  lookup: ImportLookup,
): readonly FactoryProblem[] {
  const module = registries.valuesOf(definition.file);
  const object = definition.object();
  const names =
    object && module
      ? readToolNames({ value: object, module }, lookup)
      : undefined;
  const tools = new Set(names?.names.map(({ text }) => text)).size;
  const registered =
    factory.registered.kind === "count" ? factory.registered.count : Infinity;
  const { place } = factory;
  const rest = { factory, definition, place, registered, tools };
  const problems: FactoryProblem[] = [];
  if (
    factory.exported !== "default" &&
    !isMadeBy(factory, definition, file, registries)
  ) {
    problems.push({ ...rest, kind: "hidden" });
  }
  // Tools that could not be read only add to those that are.
  if (registered === 0 && (tools > 0 || names === undefined)) {
    problems.push({ ...rest, kind: "none" });
  } else if (registered < tools) {
    const { first } =
      factory.registered.kind === "count" ? factory.registered : {};
    problems.push({ ...rest, kind: "few", place: first ?? place });
  }
  return problems;
}

/** Whether the switch gets along with the name under which it is exported. */
function isMadeBy(
  { exported }: ServerFactory,
  { serverName }: KnownDefinition,
  file: string,
  registries: Registries,
): boolean {
  const making = makingOf(serverName, registries);
  return (
    making.kind === "own" &&
    making.imported === exported &&
    registries.fileOf(making.from, making.specifier) === file
  );
}
