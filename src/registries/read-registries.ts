import type { FileStore, Reading } from "../files/file-store.ts";
import type { ImportResolver } from "../files/resolve-import.ts";
import {
  freezeModuleValues,
  outlinedValues,
  type ModuleOutline,
} from "../source/module-values.ts";
import type { ImportLookup, ModuleValues } from "../source/static-value.ts";
import { findDispatchSwitch } from "./dispatch-switch.ts";
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
import { readIdSnapshot } from "./id-snapshot.ts";
import {
  definitionsOnDisk,
  serverFileOnDisk,
  serverFolders,
  unitOf,
  type DefinitionReader,
  type NamedDefinition,
} from "./inventory.ts";
import { readOAuthProviders } from "./oauth-providers.ts";
import { readRegistry, type Registry, type RegistryName } from "./registry.ts";
import {
  definedName,
  readServerDefinitions,
  type ServerDefinition,
} from "./server-definitions.ts";
import {
  configName,
  configTarget,
  type ConfigTarget,
  type ServerSources,
} from "./config-target.ts";
import type { ServerConfig } from "./server-configs.ts";
import { serverParts } from "./server-parts.ts";
import { toolsOfConfig, toolsOfDefinitions } from "./server-tools.ts";
import { registryFiles } from "./registry-files.ts";
import {
  type Sources,
  outlineOther,
  outlineCorpus,
  readSwitchFile,
  valueOf,
  readSnapshotText,
  wholeText,
  wantedConstants,
  wantedSwitch,
  wantedCorpus,
  readConstants,
  readSwitch,
  type ConfigNames,
  readConfigNames,
  type CaseServers,
  readCases,
  readCorpus,
  readSnapshot,
  readLogoRegistry,
  hostNames,
  readFlags,
  mapReading,
} from "./registry-readings.ts";
import {
  readFolder,
  toolSources,
  readAll,
  unitAround,
  definitionsOfUnit,
  definitionsOf,
  definitionsIn,
} from "./linted-definitions.ts";
import type { Registries, LiveFile } from "./registries.ts";

/** What was made of the disk, and the files that were asked for it. */
interface View<T> {
  readonly value: T;
  readonly asked: ReadonlySet<string>;
}

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
    | { readonly file: string; readonly version: object; readonly text: string }
    | undefined;

  constructor(store: FileStore, resolver: ImportResolver) {
    this.#store = store;
    this.#resolver = resolver;
  }

  read(live: LiveFile): Registries {
    const known: { -readonly [Key in keyof Registries]?: Registries[Key] } = {};
    const store = this.#store;
    const resolver = this.#resolver;
    const { roots, settings } = live;
    const folders = serverFolders(settings, roots);
    let cases: CaseServers | undefined;
    let names: ConfigNames | undefined;
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
        find: (specifier) => resolver.resolve(live.file.path, specifier, roots),
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
          target = configTarget(config, this.#asLinted(live));
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
      unitOf: (file) => unitOf(file, folders),
      nameIn: (config) => {
        names ??= view("configNames", (sources) =>
          readConfigNames(files.constants, sources, store, roots),
        );
        return (
          names.get(config.located.value) ??
          configName(config, this.#asLinted(live))
        );
      },
      caseServers(entry) {
        cases ??= view("cases", (sources) =>
          readCases(files.switch, sources, resolver, store, roots),
        );
        return cases.get(entry.range[0]);
      },
      get unit() {
        return (known.unit ??= unitAround(live, files, store));
      },
      configTools(config) {
        return toolsOfConfig(
          config,
          definitionsOf(config.name ?? "", registries),
          toolSources(live, store),
        );
      },
      toolsOf(server) {
        return toolsOfDefinitions(
          server,
          definitionsOf(server, registries),
          toolSources(live, store),
        );
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
      get featureFlags() {
        return (known.featureFlags ??= view("featureFlags", (sources) =>
          readFlags(settings, sources, store, roots),
        ));
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
    const onDisk = definitionsOnDisk(store);
    const resolve = (from: string, specifier: string): string | undefined =>
      this.#resolver.resolve(from, specifier, roots);
    const definitions: DefinitionReader = (file) => {
      asked.add(file);
      return onDisk(file);
    };
    const lookup: ImportLookup = (from, specifier) => {
      const target = resolve(from, specifier);
      if (target === undefined) {
        return undefined;
      }
      asked.add(target);
      return this.#outlined(target);
    };
    return {
      definitions,
      definitionOf: definitionFinder(resolve, definitions, lookup),
      lookup,
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
    const { definitionOf, lookup } = this.#asLinted(live);
    return {
      definitionOf,
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
  #asLinted({ file: linted, roots, values }: LiveFile): ServerSources {
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
      definitionOf: definitionFinder(
        resolve,
        (file) =>
          file === linted.path
            ? (own ??= readServerDefinitions(linted))
            : onDisk(file),
        lookup,
      ),
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

/** Finds the server object that an import leads straight to. */
function definitionFinder(
  resolve: (from: string, specifier: string) => string | undefined,
  definitions: DefinitionReader,
  lookup: ImportLookup,
): ServerSources["definitionOf"] {
  return (from, { imported, specifier }) => {
    const target = resolve(from, specifier);
    const found =
      target === undefined
        ? undefined
        : definitions(target)?.find(
            ({ exported, kind }) =>
              kind === "metadata" && exported === imported,
          );
    return found && { ...found, serverName: definedName(found, lookup) };
  };
}
