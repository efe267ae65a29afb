import path from "node:path";
import type { Extractor, FileStore, Reading } from "../files/file-store.ts";
import { filesUnder } from "../files/find-files.ts";
import type { ImportResolver } from "../files/resolve-import.ts";
import type { Roots } from "../files/roots.ts";
import type { Settings } from "../settings.ts";
import {
  freezeModuleValues,
  outlinedValues,
  outlineModuleValues,
  type ModuleOutline,
} from "../source/module-values.ts";
import type {
  ImportLookup,
  ImportValue,
  ModuleValues,
} from "../source/static-value.ts";
import type { SourceFile } from "../source/syntax-tree.ts";
import { corpusLists, readBm25Corpus, type Bm25Corpus } from "./bm25-corpus.ts";
import {
  dispatchFunction,
  findDispatchSwitch,
  readDispatchSwitch,
  type DispatchSwitch,
  type WrittenSwitch,
} from "./dispatch-switch.ts";
import {
  lookAtConstants,
  lookAtCorpus,
  lookAtSwitch,
  type SecondLook,
} from "./first-look.ts";
import {
  iconFiles,
  readIconNames,
  readUseCases,
  useCaseFiles,
} from "./host-names.ts";
import { readIdSnapshot, type SnapshotEntry } from "./id-snapshot.ts";
import {
  definingOnes,
  definitionFiles,
  definitionsOnDisk,
  isDefinitionFile,
  readInventory,
  serverFileOnDisk,
  serverFolders,
  unitOf,
  type DefinitionReader,
  type Inventory,
  type NamedDefinition,
} from "./inventory.ts";
import { logosObject, readLogos, type Logos } from "./logos.ts";
import { namesArray, readNamesArray } from "./names-array.ts";
import type { NamedList } from "./named-entries.ts";
import { readOAuthProviders, type OAuthProviders } from "./oauth-providers.ts";
import {
  readRegistry,
  registryFile,
  type Registry,
  type RegistryName,
} from "./registry.ts";
import {
  definedName,
  definingWords,
  readServerDefinitions,
  type ServerDefinition,
} from "./server-definitions.ts";
import { configTarget, type ConfigTarget } from "./config-target.ts";
import type { RegistryFile } from "./registry-file.ts";
import {
  readServerConfigs,
  serverConfigsObject,
  type ServerConfig,
  type ServerConfigs,
} from "./server-configs.ts";
import {
  folderWords,
  noContents,
  readFolderContents,
  type ServerFolder,
} from "./server-folder.ts";
import { serverParts } from "./server-parts.ts";

/** What the constants file says. */
export interface Constants {
  /** `undefined` where the names are not spelt out in a list. */
  readonly names: NamedList | undefined;
  /** `undefined` where there is no object of configs. */
  readonly configs: ServerConfigs | undefined;
}

/** What the rest of the repository says of servers. Each part is read on first use. */
export interface Registries {
  /** Which registry the linted file is. */
  readonly role: RegistryName | undefined;
  readonly constants: Registry<Constants>;
  readonly switch: Registry<DispatchSwitch>;
  readonly bm25Corpus: Registry<Bm25Corpus>;
  /** Off where there is none and no setting names one; `file` is the usual place. */
  readonly idSnapshot: Registry<readonly SnapshotEntry[]>;
  /** Off where there is none and no setting names one. */
  readonly logos: Registry<Logos>;
  readonly oauth: OAuthProviders;
  /** Icons that the host may know; `undefined` when it lists none. */
  readonly icons: ReadonlySet<string> | undefined;
  /** What the host calls the uses of an authorization; likewise. */
  readonly useCases: ReadonlySet<string> | undefined;
  /** All servers of the app. */
  readonly inventory: Inventory;
  /** The servers that the linted file defines. */
  readonly definitions: readonly NamedDefinition[];
  /** The linted file as one that edits are written for. */
  readonly registryFile: RegistryFile;
  /**
   * The servers that a file's folder defines: what the inventory says of them,
   * without a look at any other.
   */
  definitionsBeside(file: string): readonly NamedDefinition[];
  /** The server whose object a config holds. */
  targetOf(config: ServerConfig): ConfigTarget;
  /** The folder in which a file stands, as one of a server. */
  readonly folderOf: (file: string) => ServerFolder;
  /** The file that an import means; `undefined` when it is not there. */
  readonly fileOf: (from: string, specifier: string) => string | undefined;
  /** What a file of the app says; `undefined` when it can't be read. */
  readonly valuesOf: (file: string) => ModuleValues | undefined;
}

/** The linted file, from the linter's buffer. */
export interface LiveFile {
  readonly file: SourceFile;
  readonly settings: Settings;
  readonly roots: Roots;
  readonly values: ModuleValues;
  readonly lookup: ImportLookup;
}

/** Where registries are read from: the disk, or the disk with the buffer on it. */
interface Sources {
  readonly lookup: ImportLookup;
  /** The file that the buffer stands for, saved or not. */
  readonly linted?: string;
  readonly extract: <T>(file: string, extractor: Extractor<T>) => Reading<T>;
  readonly values: (file: string) => Reading<ModuleValues>;
  readonly switchFile: (file: string) => Reading<SwitchFile>;
  readonly corpusValues: (file: string) => Reading<ModuleValues>;
  readonly snapshot: (file: string) => Reading<IdSnapshot>;
  readonly definitions: DefinitionReader;
}

/** What was made of the disk, and the files that were asked for it. */
interface View<T> {
  readonly value: T;
  readonly asked: ReadonlySet<string>;
}

/** Where the ids of an app are usually committed. */
export const idSnapshotFiles = [
  "lib/actions/mcp_internal_actions/internal_mcp_server_availability.snapshot.json",
  "mcp-server-ids.json",
] as const;

/**
 * Reads the registries of an app.
 *
 * What the disk says is made once and kept as long as a stat is trusted. A lint
 * whose own buffer was asked, and differs from the disk, gets a reading of its
 * own.
 */
export class RegistryReader {
  readonly #store: FileStore;
  readonly #resolver: ImportResolver;
  readonly #outlines = new WeakMap<ModuleOutline, ModuleValues>();
  #lastText:
    | { readonly file: string; readonly version: string; readonly text: string }
    | undefined;

  constructor(store: FileStore, resolver: ImportResolver) {
    this.#store = store;
    this.#resolver = resolver;
  }

  read(live: LiveFile): Registries {
    const known: { -readonly [Key in keyof Registries]?: Registries[Key] } = {};
    const store = this.#store;
    const { roots, settings } = live;
    const folders = serverFolders(settings, roots);
    const view = <T>(key: string, make: (sources: Sources) => T): T =>
      this.#view(key, live, make);
    const files = registryFiles(settings, roots, store);
    const role = (Object.keys(files) as RegistryName[]).find(
      (name) => files[name] === live.file.path,
    );
    const targets = new Map<ServerConfig, ConfigTarget>();
    const besideOf = new Map<string, readonly NamedDefinition[]>();
    /** A registry that is not the linted file: looked at before it is read. */
    const looks = <T>(
      name: RegistryName,
      wanted: string,
      look: (
        file: string,
        sources: Sources,
        second: SecondLook<T>,
      ) => Reading<T | undefined>,
      readWhole: () => Registry<T>,
    ): Registry<T> => {
      const file = files[name];
      return file === undefined || role === name
        ? readWhole()
        : readRegistry(
            file,
            () =>
              look(file, this.#disk(live, new Set()), {
                own: this.#ownLookup(live),
                whole: () => valueOf(readWhole()),
              }),
            wanted,
            store,
            roots,
          );
    };
    const registries: Registries = {
      role,
      registryFile: {
        file: live.file,
        folders,
        appRoot: roots.appRoot ?? roots.workspaceRoot,
        find: (specifier) =>
          this.#resolver.resolve(live.file.path, specifier, roots),
        partsOf(name) {
          const near =
            role === undefined
              ? [
                  ...registries.definitions,
                  ...registries.definitionsBeside(live.file.path),
                ].find(({ serverName }) => serverName === name)
              : undefined;
          // Elsewhere means: anywhere, so that every server has to be read.
          const [definition] = near
            ? [near]
            : (registries.inventory.servers.get(name) ?? []);
          return definition
            ? serverParts(
                { ...definition, serverName: name },
                folders,
                store,
                roots,
              )
            : undefined;
        },
      },
      targetOf: (config) => {
        let target = targets.get(config);
        if (!target) {
          const { definitionOf, lookup } = this.#asLinted(live);
          target = configTarget(config, lookup, definitionOf);
          targets.set(config, target);
        }
        return target;
      },
      fileOf: (from, specifier) =>
        this.#resolver.resolve(from, specifier, roots),
      definitionsBeside: (file) => {
        const unit = unitOf(file, folders);
        let beside = besideOf.get(unit);
        if (!beside) {
          const { lookup } = this.#asLinted(live);
          beside = definitionsOfUnit(unit, live, files, lookup, store);
          besideOf.set(unit, beside);
        }
        return beside;
      },
      folderOf: (file) => readFolder(unitOf(file, folders), live, store),
      valuesOf: (file) => {
        const reading =
          file === live.file.path
            ? undefined
            : store.read(file, freezeModuleValues);
        return reading ? valueOf(reading) : live.values;
      },
      get constants() {
        return (known.constants ??= looks(
          "constants",
          wantedConstants,
          (file, { values }, second) =>
            mapReading(values(file), (module) =>
              lookAtConstants(module, second),
            ),
          () =>
            view("constants", (sources) =>
              readConstants(files.constants, sources, store, roots),
            ),
        ));
      },
      get switch() {
        return (known.switch ??= looks(
          "switch",
          wantedSwitch,
          (file, { switchFile }, second) =>
            mapReading(
              switchFile(file),
              ({ values, written }) =>
                written && lookAtSwitch(written, values, second),
            ),
          () =>
            view("switch", (sources) =>
              readSwitch(files.switch, sources, store, roots),
            ),
        ));
      },
      get bm25Corpus() {
        return (known.bm25Corpus ??= looks(
          "bm25Corpus",
          wantedCorpus,
          (file, { corpusValues }, second) =>
            mapReading(corpusValues(file), (module) =>
              lookAtCorpus(module, second),
            ),
          () =>
            view("bm25Corpus", (sources) =>
              readCorpus(files.bm25Corpus, sources, store, roots),
            ),
        ));
      },
      get idSnapshot() {
        const file = files.idSnapshot;
        return (known.idSnapshot ??= view(
          `idSnapshot\n${String(file)}`,
          (sources) => readSnapshot(settings, file, sources, store, roots),
        ));
      },
      get logos() {
        return (known.logos ??= view("logos", (sources) =>
          readLogoRegistry(
            live,
            files.logos,
            sources,
            store,
            registries.fileOf,
          ),
        ));
      },
      get oauth() {
        return (known.oauth ??= view("oauth", () =>
          readOAuthProviders(settings, roots, store),
        ));
      },
      get icons() {
        return hostNames(iconFiles, readIconNames, roots, store);
      },
      get useCases() {
        return hostNames(useCaseFiles, readUseCases, roots, store);
      },
      get inventory() {
        return (known.inventory ??= view("inventory", (sources) =>
          readAll(live, files, sources, store),
        ));
      },
      get definitions() {
        return (known.definitions ??= definitionsIn(live, files, store));
      },
    };
    return registries;
  }

  #view<T>(key: string, live: LiveFile, make: (sources: Sources) => T): T {
    const { roots, settings } = live;
    const disk = this.#store.memo(
      settings,
      `${key}\n${String(roots.appRoot)}\n${roots.workspaceRoot}`,
      (): View<T> => {
        const asked = new Set<string>();
        return { value: make(this.#disk(live, asked)), asked };
      },
    );
    const { path: linted } = live.file;
    const concerns = disk.asked.has(linted) || !this.#store.exists(linted);
    return concerns && !this.#isSaved(live)
      ? make(this.#buffered(live))
      : disk.value;
  }

  /** Whether the buffer holds what the disk does. */
  #isSaved({ file }: LiveFile): boolean {
    const version = this.#store.version(file.path);
    if (
      this.#lastText?.file !== file.path ||
      this.#lastText.version !== version
    ) {
      // Kept for one file: an editor lints one over and over.
      const reading = this.#store.readText(file.path, wholeText);
      if (reading.status !== "read") {
        return false;
      }
      this.#lastText = { file: file.path, version, text: reading.value };
    }
    return this.#lastText.text === file.text;
  }

  #disk({ roots }: LiveFile, asked: Set<string>): Sources {
    const store = this.#store;
    const definitions = definitionsOnDisk(store);
    return {
      definitions(file) {
        asked.add(file);
        return definitions(file);
      },
      lookup: (from, specifier) => {
        const target = this.#resolver.resolve(from, specifier, roots);
        if (target === undefined) {
          return undefined;
        }
        asked.add(target);
        return this.#outlined(target);
      },
      extract(file, extractor) {
        asked.add(file);
        return store.read(file, extractor);
      },
      values(file) {
        asked.add(file);
        return store.read(file, freezeModuleValues);
      },
      switchFile(file) {
        asked.add(file);
        return store.read(file, readSwitchFile);
      },
      corpusValues: (file) => {
        asked.add(file);
        return mapReading(store.read(file, outlineCorpus), (outline) =>
          this.#valuesOf(outline),
        );
      },
      snapshot(file) {
        asked.add(file);
        return store.readText(file, readSnapshotText);
      },
    };
  }

  #buffered(live: LiveFile): Sources {
    const disk = this.#disk(live, new Set());
    const { file: linted, values } = live;
    const { lookup } = this.#asLinted(live);
    return {
      lookup,
      linted: linted.path,
      definitions: (file) =>
        file === linted.path
          ? readServerDefinitions(linted)
          : disk.definitions(file),
      extract: (file, extractor) =>
        file === linted.path
          ? { status: "read", value: extractor(linted) }
          : disk.extract(file, extractor),
      values: (file) =>
        file === linted.path
          ? { status: "read", value: values }
          : disk.values(file),
      switchFile: (file) =>
        file === linted.path
          ? {
              status: "read",
              value: { values, written: findDispatchSwitch(linted) },
            }
          : disk.switchFile(file),
      corpusValues: (file) =>
        file === linted.path
          ? { status: "read", value: values }
          : disk.corpusValues(file),
      snapshot: (file) =>
        file === linted.path
          ? { status: "read", value: readIdSnapshot(linted.text) }
          : disk.snapshot(file),
    };
  }

  /** The ways into other files, the linted one taken from its buffer. */
  #asLinted({ file: linted, roots, values }: LiveFile): {
    readonly lookup: ImportLookup;
    readonly definitionOf: (
      from: string,
      imported: ImportValue,
    ) => NamedDefinition | undefined;
  } {
    const resolve = (from: string, specifier: string): string | undefined =>
      this.#resolver.resolve(from, specifier, roots);
    const lookup: ImportLookup = (from, specifier) => {
      const target = resolve(from, specifier);
      if (target === undefined) {
        return undefined;
      }
      return target === linted.path ? values : this.#outlined(target);
    };
    const onDisk = definitionsOnDisk(this.#store);
    let own: readonly ServerDefinition[] | undefined;
    return {
      lookup,
      definitionOf(from, { imported, specifier }) {
        const target = resolve(from, specifier);
        if (target === undefined) {
          return undefined;
        }
        const definitions =
          target === linted.path
            ? (own ??= readServerDefinitions(linted))
            : onDisk(target);
        const found = definitions?.find(
          ({ exported, kind }) => kind === "metadata" && exported === imported,
        );
        return found && { ...found, serverName: definedName(found, lookup) };
      },
    };
  }

  /** Follows imports into the linted file, and looks at no other. */
  #ownLookup({ file: linted, roots, values }: LiveFile): ImportLookup {
    const linkedPath = linted.path.replaceAll("\\", "/");
    return (from, specifier) => {
      const tail = specifier
        .replace(/\.[cm]?[jt]sx?$/, "")
        .split("/")
        .slice(-2);
      // A look at the path's end spares the search for most files.
      return linkedPath.includes(tail.join("/")) &&
        this.#resolver.resolve(from, specifier, roots) === linted.path
        ? values
        : undefined;
    };
  }

  /** A file that is no registry: little is asked of it, and little kept. */
  #outlined(file: string): ModuleValues | undefined {
    const server = serverFileOnDisk(file, this.#store);
    if (server.status !== "read") {
      return undefined;
    }
    if (server.value) {
      return this.#valuesOf(server.value.outline);
    }
    const other = this.#store.read(file, outlineOther);
    return other.status === "read" ? this.#valuesOf(other.value) : undefined;
  }

  #valuesOf(outline: ModuleOutline): ModuleValues {
    let values = this.#outlines.get(outline);
    if (!values) {
      values = outlinedValues(outline, () => {
        const reading = this.#store.read(outline.path, freezeModuleValues);
        return reading.status === "read" ? reading.value : undefined;
      });
      this.#outlines.set(outline, values);
    }
    return values;
  }
}

function outlineOther(file: SourceFile): ModuleOutline {
  return outlineModuleValues(file);
}

function outlineCorpus(file: SourceFile): ModuleOutline {
  const lists: readonly string[] = corpusLists;
  return outlineModuleValues(file, (name) => lists.includes(name));
}

/** What the switch is read from. */
interface SwitchFile {
  readonly values: ModuleValues;
  readonly written: WrittenSwitch | undefined;
}

function readSwitchFile(file: SourceFile): SwitchFile {
  return {
    values: freezeModuleValues(file),
    written: findDispatchSwitch(file),
  };
}

function valueOf<T>(reading: Reading<T> | Registry<T>): T | undefined {
  return reading.status === "read" ? reading.value : undefined;
}

type IdSnapshot = ReturnType<typeof readIdSnapshot>;

function readSnapshotText(text: string): IdSnapshot {
  return readIdSnapshot(wholeText(text));
}

function wholeText(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

type RegistryFiles = Readonly<Record<RegistryName, string | undefined>>;

function registryFiles(
  settings: Settings,
  roots: Roots,
  store: FileStore,
): RegistryFiles {
  const places =
    settings.idSnapshot === undefined ? idSnapshotFiles : [settings.idSnapshot];
  const snapshots = places.flatMap((place) => registryFile(place, roots) ?? []);
  return {
    constants: registryFile(settings.constants, roots),
    switch: registryFile(settings.switch, roots),
    bm25Corpus: registryFile(settings.bm25Corpus, roots),
    idSnapshot: snapshots.find((file) => store.exists(file)) ?? snapshots[0],
    logos:
      settings.logos === false
        ? undefined
        : registryFile(settings.logos?.registry ?? logoFiles.registry, roots),
  };
}

/** Where an app's logos usually are, relative to its root. */
export const logoFiles = {
  registry: "../sparkle/src/logo/platforms/registry.ts",
  index: "../sparkle/src/logo/platforms/index.ts",
} as const;

/** The files of a server's folder, the linted one from the buffer. */
function readFolder(
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

const wantedConstants = `a list ${namesArray} or an object ${serverConfigsObject}`;
const wantedSwitch = `a function ${dispatchFunction} with a switch`;
const wantedCorpus = "a list SERVERS or SERVER_SOURCES";

function readConstants(
  file: string | undefined,
  { lookup, values }: Sources,
  store: FileStore,
  roots: Roots,
): Registry<Constants> {
  if (file === undefined) {
    return { status: "off" };
  }
  return readRegistry(
    file,
    () =>
      mapReading(values(file), (module) => {
        const names = readNamesArray(module, lookup);
        const configs = readServerConfigs(module, lookup);
        return names || configs ? { names, configs } : undefined;
      }),
    wantedConstants,
    store,
    roots,
  );
}

function readSwitch(
  file: string | undefined,
  { lookup, switchFile }: Sources,
  store: FileStore,
  roots: Roots,
): Registry<DispatchSwitch> {
  if (file === undefined) {
    return { status: "off" };
  }
  return readRegistry(
    file,
    () =>
      mapReading(
        switchFile(file),
        ({ values, written }) =>
          written && readDispatchSwitch(written, values, lookup),
      ),
    wantedSwitch,
    store,
    roots,
  );
}

function readCorpus(
  file: string | undefined,
  { corpusValues, lookup }: Sources,
  store: FileStore,
  roots: Roots,
): Registry<Bm25Corpus> {
  if (file === undefined) {
    return { status: "off" };
  }
  return readRegistry(
    file,
    () =>
      mapReading(corpusValues(file), (module) =>
        readBm25Corpus(module, lookup),
      ),
    wantedCorpus,
    store,
    roots,
  );
}

function readSnapshot(
  settings: Settings,
  file: string | undefined,
  { snapshot }: Sources,
  store: FileStore,
  roots: Roots,
): Registry<readonly SnapshotEntry[]> {
  if (file === undefined) {
    return { status: "off" };
  }
  // Required only where a setting names it.
  if (settings.idSnapshot === undefined && !store.exists(file)) {
    return { status: "off", file };
  }
  return readRegistry(
    file,
    () => {
      const json = snapshot(file);
      const reading = json.status === "read" ? json.value : json;
      return reading.status === "read"
        ? { status: "read", value: reading.entries }
        : reading;
    },
    "lists of servers",
    store,
    roots,
  );
}

function readLogoRegistry(
  { roots, settings }: LiveFile,
  file: string | undefined,
  { lookup, values }: Sources,
  store: FileStore,
  fileOf: Registries["fileOf"],
): Registry<Logos> {
  const given = settings.logos === false ? {} : (settings.logos ?? {});
  if (
    file === undefined ||
    (given.registry === undefined && !store.exists(file))
  ) {
    return { status: "off" };
  }
  const index =
    registryFile(given.index, roots) ??
    path.join(path.dirname(file), path.basename(logoFiles.index));
  return readRegistry(
    file,
    () =>
      mapReading(values(file), (module) =>
        readLogos(
          module,
          {
            file: index,
            module: store.isInside(index, roots.workspaceRoot)
              ? valueOf(values(index))
              : undefined,
          },
          lookup,
          fileOf,
        ),
      ),
    `an object ${logosObject}`,
    store,
    roots,
  );
}

/** What the first of some files of the app lists. */
function hostNames(
  places: readonly string[],
  extractor: Extractor<ReadonlySet<string> | undefined>,
  { appRoot, workspaceRoot }: Roots,
  store: FileStore,
): ReadonlySet<string> | undefined {
  if (appRoot === undefined) {
    return undefined;
  }
  for (const place of places) {
    const file = path.join(appRoot, place);
    const found = store.isInside(file, workspaceRoot)
      ? valueOf(store.read(file, extractor))
      : undefined;
    if (found) {
      return found;
    }
  }
  return undefined;
}

function mapReading<From, To>(
  reading: Reading<From>,
  map: (value: From) => To,
): Reading<To> {
  return reading.status === "read"
    ? { status: "read", value: map(reading.value) }
    : reading;
}

function filesOf(files: RegistryFiles): ReadonlySet<string> {
  return new Set(Object.values(files).flatMap((file) => file ?? []));
}

function readAll(
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

/** The servers of one folder of a server, or of a single file. */
function definitionsOfUnit(
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

function definitionsIn(
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

/**
 * Whether a file may be a registry or define a server, by a look at its path:
 * most files are neither, and should not even cost a search for the roots.
 */
export function mayConcernRegistries(
  file: string,
  settings: Settings,
): boolean {
  const tail = file.replaceAll("\\", "/");
  const { bm25Corpus, constants, idSnapshot, servers } = settings;
  const files = [
    constants,
    settings.switch,
    bm25Corpus,
    ...(idSnapshot === undefined ? idSnapshotFiles : [idSnapshot]),
    logoSetting(settings),
  ];
  return (
    servers.some((folder) => isWithin(tail, folder)) ||
    files.some((name) => name !== false && endsWith(tail, name))
  );
}

function logoSetting({ logos }: Settings): string | false {
  return logos === false ? false : (logos?.registry ?? logoFiles.registry);
}

/**
 * The app whose logo registry a file may be: it usually stands beside the app
 * and not below its root.
 *
 * @returns the app root; `undefined` when there is no such app, or several
 */
export function appOfLogos(
  file: string,
  settings: Settings,
  landmarks: readonly string[],
  { workspaceRoot }: Roots,
  store: FileStore,
): string | undefined {
  const setting = logoSetting(settings);
  const climb =
    setting === false ? undefined : /^\.\.\/(?!\.\.\/)/.exec(setting);
  if (
    setting === false ||
    !climb ||
    !endsWith(file.replaceAll("\\", "/"), setting)
  ) {
    return undefined;
  }
  const parent = file.slice(0, -(setting.length - climb[0].length) - 1);
  const listing = store.isInside(parent, workspaceRoot)
    ? store.list(parent)
    : undefined;
  const apps = (listing?.status === "read" ? listing.value.folders : [])
    .map((name) => path.join(parent, name))
    .filter((folder) =>
      landmarks.some((landmark) => store.exists(path.join(folder, landmark))),
    );
  return apps.length === 1 ? apps[0] : undefined;
}

function isWithin(file: string, folder: string): boolean {
  const inside = withoutClimb(folder);
  return inside === "" || file.includes(`/${inside}/`);
}

function endsWith(file: string, name: string): boolean {
  return file.endsWith(`/${withoutClimb(name)}`);
}

/** `../shared/x` may stand anywhere: its end says enough. */
function withoutClimb(name: string): string {
  return path.posix.normalize(name).replace(/^(?:\.\.?\/|\.\.?$)+/, "");
}
