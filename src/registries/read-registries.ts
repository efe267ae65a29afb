import type { FileStore } from "../files/file-store.ts";
import type { Reading } from "../files/reading.ts";
import type { ImportResolver } from "../files/resolve-import.ts";
import { freezeModuleValues } from "../source/module-values.ts";
import type { CorpusEntry } from "./bm25-corpus.ts";
import { configName, configTarget } from "./config-target.ts";
import { corpusServer } from "./corpus-server.ts";
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
import { definingOnes, type NamedDefinition } from "./inventory.ts";
import {
  definitionsIn,
  definitionsOf,
  definitionsOfUnit,
  readAll,
  readFolder,
  type DefinitionSources,
} from "./linted-definitions.ts";
import { LintedTexts } from "./linted-texts.ts";
import { readOAuthProviders } from "./oauth-providers.ts";
import type { LiveFile, Registries } from "./registries.ts";
import {
  mapReading,
  readRegistry,
  valueOf,
  type Registry,
  type RegistryName,
} from "./registry.ts";
import {
  filesOf,
  registryFiles,
  type RegistryFiles,
} from "./registry-files.ts";
import {
  hostNames,
  readCases,
  readConfigNames,
  readConstants,
  readCorpus,
  readFlags,
  readLogoRegistry,
  readSnapshot,
  readSwitch,
  wantedConstants,
  wantedCorpus,
  wantedSwitch,
} from "./registry-readings.ts";
import { SourceReader, type Sources } from "./registry-sources.ts";
import { RegistryViews } from "./registry-views.ts";
import type { ServerConfig } from "./server-configs.ts";
import {
  exportedHandlers,
  handlerWords,
  serverParts,
  type ServerParts,
} from "./server-parts.ts";
import {
  toolsOfConfig,
  toolsOfDefinitions,
  writtenServersOnDisk,
  type ToolSources,
} from "./server-tools.ts";
import { serverFolders, serverUnit, unitOf } from "./server-units.ts";
import { readWrittenServers } from "./written-registrations.ts";

/** Where an app has what is read here; all absolute. */
interface Places {
  readonly files: RegistryFiles;
  /** Of the files, those that there are. */
  readonly paths: ReadonlySet<string>;
  /** The folders of servers. */
  readonly folders: readonly string[];
}

/** One lint: its file and app, and the ways to what is read of both. */
interface Lint extends Places {
  readonly live: LiveFile;
  /** Which registry the linted file is. */
  readonly role: RegistryName | undefined;
  /** The unit of servers to which the linted file belongs. */
  readonly unit: string;
  /** The disk with the linted file's buffer on it. */
  readonly buffered: Sources;
  /** What is made of many files; see {@link RegistryViews.view}. */
  readonly view: <T>(key: string, make: (sources: Sources) => T) => T;
}

/** What is asked of the repository as a whole. */
type RegistryParts = Pick<
  Registries,
  | "bm25Corpus"
  | "constants"
  | "featureFlags"
  | "icons"
  | "idSnapshot"
  | "logos"
  | "oauth"
  | "switch"
  | "useCases"
>;

/** The servers that are defined: in the app, in the linted file, beside it. */
type DefinitionParts = Pick<Registries, "definitions" | "inventory" | "unit">;

/** Questions about one server, config or entry. */
type Questions = Omit<Registries, keyof DefinitionParts | keyof RegistryParts>;

/** Reads the registries of an app; see {@link RegistryViews} for what is kept. */
export class RegistryReader {
  readonly #store: FileStore;
  readonly #texts = new LintedTexts();
  readonly #sources: SourceReader;
  readonly #views: RegistryViews;

  constructor(store: FileStore, resolver: ImportResolver) {
    this.#store = store;
    this.#sources = new SourceReader(store, resolver, this.#texts);
    this.#views = new RegistryViews(store, this.#sources);
  }

  read(live: LiveFile): Registries {
    const lint = this.#lintOf(live);
    const definedIn = this.#each((root: string) =>
      definitionsOfUnit(root, definitionSources(lint, this.#store)),
    );
    // Questions lead to parts, and parts to questions: both are one object.
    const registries: Registries = withGetters(
      this.#questions(lint, definedIn, () => registries),
      {
        ...this.#registryParts(lint),
        ...this.#definitionParts(lint, definedIn),
      },
    );
    return registries;
  }

  #lintOf(live: LiveFile): Lint {
    const places = this.#placesOf(live);
    const { files, folders } = places;
    const { path: linted } = live.file;
    const buffered = this.#sources.buffered(live);
    return {
      ...places,
      live,
      buffered,
      role: (Object.keys(files) as RegistryName[]).find(
        (name) => files[name] === linted,
      ),
      unit: unitOf(linted, folders),
      view: (key, make) => this.#views.view(key, live, buffered, make),
    };
  }

  #registryParts(lint: Lint): Makers<RegistryParts> {
    const store = this.#store;
    const { files, live, view } = lint;
    const { roots, settings } = live;
    return this.#late<RegistryParts>({
      constants: () =>
        this.#looked(
          lint,
          "constants",
          wantedConstants,
          (file, { values }, second) =>
            mapReading(values(file), (module) =>
              lookAtConstants(module, second),
            ),
          (sources) => readConstants(files.constants, sources, store, roots),
        ),
      switch: () =>
        this.#looked(
          lint,
          "switch",
          wantedSwitch,
          (file, { switchFile }, second) =>
            mapReading(
              switchFile(file),
              ({ contents, values, written }) =>
                written && lookAtSwitch(written, values, contents, second),
            ),
          (sources) => readSwitch(files.switch, sources, store, roots),
        ),
      bm25Corpus: () =>
        this.#looked(
          lint,
          "bm25Corpus",
          wantedCorpus,
          (file, { corpusValues }, second) =>
            mapReading(corpusValues(file), (module) =>
              lookAtCorpus(module, second),
            ),
          (sources) => readCorpus(files.bm25Corpus, sources, store, roots),
        ),
      idSnapshot: () =>
        view(`idSnapshot\n${String(files.idSnapshot)}`, (sources) =>
          readSnapshot(settings, files.idSnapshot, sources, store, roots),
        ),
      logos: () =>
        view("logos", (sources) =>
          readLogoRegistry(live, files.logos, sources, store),
        ),
      oauth: () =>
        view("oauth", () => readOAuthProviders(settings, roots, store)),
      icons: () => hostNames(iconFiles, readIconNames, roots, store),
      useCases: () => hostNames(useCaseFiles, readUseCases, roots, store),
      featureFlags: () =>
        view("featureFlags", (sources) =>
          readFlags(settings, sources, store, roots),
        ),
    });
  }

  /** A registry: whole where it is the linted file, else looked at first. */
  #looked<T>(
    { files, live, role, view }: Lint,
    name: RegistryName,
    wanted: string,
    look: (
      file: string,
      sources: Sources,
      second: SecondLook<T>,
    ) => Reading<T | undefined>,
    read: (sources: Sources) => Registry<T>,
  ): Registry<T> {
    const store = this.#store;
    const file = files[name];
    const whole = (): Registry<T> => view(name, read);
    if (file === undefined || role === name) {
      return whole();
    }
    const second: SecondLook<T> = {
      own: this.#sources.ownLookup(live),
      whole: store.late(() => valueOf(whole())),
      late: (make) => store.late(make),
    };
    return readRegistry(
      file,
      () => look(file, this.#sources.disk(live.roots), second),
      wanted,
      store,
      live.roots,
    );
  }

  #definitionParts(
    lint: Lint,
    definedIn: (unit: string) => readonly NamedDefinition[],
  ): Makers<DefinitionParts> {
    const { live, paths, unit, view } = lint;
    return this.#late<DefinitionParts>({
      inventory: () =>
        view("inventory", (sources) =>
          readAll(live, paths, sources, this.#store),
        ),
      definitions: () =>
        definitionsIn(unit, definitionSources(lint, this.#store)),
      unit: () => definedIn(unit),
    });
  }

  #questions(
    lint: Lint,
    definedIn: (unit: string) => readonly NamedDefinition[],
    all: () => Registries,
  ): Questions {
    const store = this.#store;
    const { buffered, files, folders, live, role, view } = lint;
    const { file: linted, roots } = live;
    const configNames = store.late(() =>
      view("configNames", (sources) =>
        readConfigNames(files.constants, sources, store, roots),
      ),
    );
    const cases = store.late(() =>
      view("cases", (sources) =>
        readCases(files.switch, sources, store, roots),
      ),
    );
    const derived = this.#each((make: (from: Registries) => unknown) =>
      make(all()),
    );
    const tools = this.#toolSources(live);
    return {
      role,
      registryFile: {
        file: linted,
        folders,
        appRoot: roots.appRoot ?? roots.workspaceRoot,
        find: (specifier) => buffered.resolve(linted.path, specifier),
        partsOf: (name) => this.#partsOf(name, lint, all()),
      },
      read: (extractor) => this.#texts.read(linted, extractor),
      // What is made by a function is what it returned itself.
      derived: <T>(make: (from: Registries) => T) => derived(make) as T,
      targetOf: this.#each((config: ServerConfig) =>
        configTarget(config, buffered),
      ),
      fileOf: buffered.resolve,
      definitionsBeside: (file) =>
        definingOnes(definedIn(unitOf(file, folders))),
      folderOf: (file) => readFolder(unitOf(file, folders), live, store),
      valuesOf: (file) => tools.values(file),
      unitOf: (file) => unitOf(file, folders),
      nameIn: (config) =>
        configNames().get(config.located.value) ?? configName(config, buffered),
      caseServers: (entry) => cases().get(entry.range[0]),
      corpusServer: this.#each((entry: CorpusEntry) =>
        corpusServer(entry, buffered),
      ),
      configTools: (config) =>
        toolsOfConfig(config, definitionsOf(config.name ?? "", all()), tools),
      toolsOf: (server) =>
        toolsOfDefinitions(server, definitionsOf(server, all()), tools),
    };
  }

  /** What the folder of a server exports. */
  #partsOf(
    name: string,
    { buffered, folders, live, role }: Lint,
    registries: Registries,
  ): ServerParts | undefined {
    const { file: linted, roots } = live;
    const near =
      role === undefined
        ? [
            ...registries.definitions,
            ...registries.definitionsBeside(linted.path),
          ].find(({ serverName }) => serverName === name)
        : undefined;
    // Elsewhere means: anywhere, so that every server has to be read.
    const definition = near ?? registries.inventory.servers.get(name)?.[0];
    if (!definition) {
      return undefined;
    }
    const store = this.#store;
    const unit = unitOf(definition.file, folders);
    return serverParts(
      { ...definition, serverName: name },
      {
        files: serverUnit(unit, store, roots, linted.path).files,
        definitions: buffered.definitions,
        handlersIn: (file) =>
          (file === linted.path
            ? this.#texts.read(linted, exportedHandlers)
            : valueOf(store.readWhere(file, handlerWords, exportedHandlers))) ??
          [],
      },
    );
  }

  /** Each part made once, and noted anew for each rule that asks for it. */
  #late<Parts>(makers: Makers<Parts>): Makers<Parts> {
    const late = Object.entries<() => unknown>(makers).map(
      ([name, make]) => [name, this.#store.late(make)] as const,
    );
    return Object.fromEntries(late) as Makers<Parts>;
  }

  /** The same function, run once for each thing that it is given. */
  #each<Key, T>(make: (key: Key) => T): (key: Key) => T {
    const made = new Map<Key, () => T>();
    return (key) => {
      let one = made.get(key);
      if (!one) {
        one = this.#store.late(() => make(key));
        made.set(key, one);
      }
      return one();
    };
  }

  /** Where an app has its registries and servers, looked up once for all lints. */
  #placesOf({ roots, settings }: LiveFile): Places {
    const { appRoot, workspaceRoot } = roots;
    return this.#store.memo(
      settings,
      `places\n${String(appRoot)}\n${workspaceRoot}`,
      () => {
        const files = registryFiles(settings, roots, this.#store);
        const folders = serverFolders(settings, roots);
        return { files, folders, paths: filesOf(files) };
      },
    );
  }

  /** Files as they are, the linted one from its buffer. */
  #toolSources({ file: linted, lookup, values }: LiveFile): ToolSources {
    const store = this.#store;
    return {
      lookup,
      values: (file) =>
        file === linted.path
          ? values
          : valueOf(store.readForNow(file, freezeModuleValues)),
      writtenServers: (file) =>
        file === linted.path
          ? this.#texts.read(linted, readWrittenServers)
          : writtenServersOnDisk(store, file),
    };
  }
}

/** Each part of an object by the function that gives it. */
type Makers<Parts> = { readonly [Name in keyof Parts]: () => Parts[Name] };

/** Adds parts to an object, each of which is read when it is asked for. */
function withGetters<Plain extends object, Parts>(
  plain: Plain,
  makers: Makers<Parts>,
): Parts & Plain {
  for (const [name, get] of Object.entries<() => unknown>(makers)) {
    Object.defineProperty(plain, name, { get, enumerable: true });
  }
  return plain as Parts & Plain;
}

function definitionSources(
  { buffered, live, paths }: Lint,
  store: FileStore,
): DefinitionSources {
  return { live, store, sources: buffered, registries: paths };
}
