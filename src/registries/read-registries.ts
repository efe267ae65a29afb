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
import { definingOnes } from "./inventory.ts";
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
import { serverParts } from "./server-parts.ts";
import {
  toolsOfConfig,
  toolsOfDefinitions,
  writtenServersOnDisk,
  type ToolSources,
} from "./server-tools.ts";
import { serverFolders, unitOf } from "./server-units.ts";
import { readWrittenServers } from "./written-registrations.ts";

/** Where an app has what is read here; all absolute. */
interface Places {
  readonly files: RegistryFiles;
  /** Of the files, those that there are. */
  readonly paths: ReadonlySet<string>;
  /** The folders of servers. */
  readonly folders: readonly string[];
}

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
    const store = this.#store;
    // As a function of its own, since it is handed on.
    const late: FileStore["late"] = (make) => store.late(make);
    const { file: linted, roots, settings } = live;
    const { files, folders, paths } = this.#placesOf(live);
    const role = (Object.keys(files) as RegistryName[]).find(
      (name) => files[name] === linted.path,
    );
    const unit = unitOf(linted.path, folders);
    const buffered = this.#sources.buffered(live);
    const from: DefinitionSources = {
      live,
      store,
      sources: buffered,
      registries: paths,
    };
    // All rules of a lint ask this one: what is kept for them is made late, so
    // that what each of them rests on is known.
    const targetOf = this.#each((config: ServerConfig) =>
      configTarget(config, buffered),
    );
    const serverOfEntry = this.#each((entry: CorpusEntry) =>
      corpusServer(entry, buffered),
    );
    const definedIn = this.#each((root: string) =>
      definitionsOfUnit(root, from),
    );
    const derived = this.#each((make: (from: Registries) => unknown) =>
      make(registries),
    );
    const view = <T>(key: string, make: (sources: Sources) => T): T =>
      this.#views.view(key, live, buffered, make);
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
              look(file, this.#sources.disk(roots), {
                own: this.#sources.ownLookup(live),
                whole: late(() => valueOf(readWhole())),
                late,
              }),
            wanted,
            store,
            roots,
          );
    };
    const constants = late(() =>
      looks(
        "constants",
        wantedConstants,
        (file, { values }, second) =>
          mapReading(values(file), (module) => lookAtConstants(module, second)),
        () =>
          view("constants", (sources) =>
            readConstants(files.constants, sources, store, roots),
          ),
      ),
    );
    const dispatch = late(() =>
      looks(
        "switch",
        wantedSwitch,
        (file, { switchFile }, second) =>
          mapReading(
            switchFile(file),
            ({ contents, values, written }) =>
              written && lookAtSwitch(written, values, contents, second),
          ),
        () =>
          view("switch", (sources) =>
            readSwitch(files.switch, sources, store, roots),
          ),
      ),
    );
    const bm25Corpus = late(() =>
      looks(
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
      ),
    );
    const idSnapshot = late(() =>
      view(`idSnapshot\n${String(files.idSnapshot)}`, (sources) =>
        readSnapshot(settings, files.idSnapshot, sources, store, roots),
      ),
    );
    const logos = late(() =>
      view("logos", (sources) =>
        readLogoRegistry(live, files.logos, sources, store),
      ),
    );
    const oauth = late(() =>
      view("oauth", () => readOAuthProviders(settings, roots, store)),
    );
    const featureFlags = late(() =>
      view("featureFlags", (sources) =>
        readFlags(settings, sources, store, roots),
      ),
    );
    const inventory = late(() =>
      view("inventory", (sources) =>
        readAll(live, from.registries, sources, store),
      ),
    );
    const definitions = late(() => definitionsIn(unit, from));
    const configNames = late(() =>
      view("configNames", (sources) =>
        readConfigNames(files.constants, sources, store, roots),
      ),
    );
    const cases = late(() =>
      view("cases", (sources) =>
        readCases(files.switch, sources, store, roots),
      ),
    );
    const toolSources = this.#toolSources(live);
    const registries: Registries = {
      role,
      registryFile: {
        file: linted,
        folders,
        appRoot: roots.appRoot ?? roots.workspaceRoot,
        find: (specifier) => buffered.resolve(linted.path, specifier),
        partsOf(name) {
          const near =
            role === undefined
              ? [
                  ...registries.definitions,
                  ...registries.definitionsBeside(linted.path),
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
      read: (extractor) => this.#texts.read(linted, extractor),
      // What is made by a function is what it returned itself.
      derived: <T>(make: (from: Registries) => T) => derived(make) as T,
      targetOf,
      fileOf: buffered.resolve,
      definitionsBeside: (file) =>
        definingOnes(definedIn(unitOf(file, folders))),
      folderOf: (file) => readFolder(unitOf(file, folders), live, store),
      valuesOf: (file) => toolSources.values(file),
      unitOf: (file) => unitOf(file, folders),
      nameIn: (config) =>
        configNames().get(config.located.value) ?? configName(config, buffered),
      caseServers: (entry) => cases().get(entry.range[0]),
      corpusServer: serverOfEntry,
      get unit() {
        return definedIn(unit);
      },
      configTools: (config) =>
        toolsOfConfig(
          config,
          definitionsOf(config.name ?? "", registries),
          toolSources,
        ),
      toolsOf: (server) =>
        toolsOfDefinitions(
          server,
          definitionsOf(server, registries),
          toolSources,
        ),
      get constants() {
        return constants();
      },
      get switch() {
        return dispatch();
      },
      get bm25Corpus() {
        return bm25Corpus();
      },
      get idSnapshot() {
        return idSnapshot();
      },
      get logos() {
        return logos();
      },
      get oauth() {
        return oauth();
      },
      get icons() {
        return hostNames(iconFiles, readIconNames, roots, store);
      },
      get useCases() {
        return hostNames(useCaseFiles, readUseCases, roots, store);
      },
      get featureFlags() {
        return featureFlags();
      },
      get inventory() {
        return inventory();
      },
      get definitions() {
        return definitions();
      },
    };
    return registries;
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
