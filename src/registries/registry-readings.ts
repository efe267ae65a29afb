import path from "node:path";
import type { Extractor, FileStore, Reading } from "../files/file-store.ts";
import type { ImportResolver } from "../files/resolve-import.ts";
import type { Roots } from "../files/roots.ts";
import type { Settings } from "../settings.ts";
import type { Field } from "../mcp/model.ts";
import {
  freezeModuleValues,
  outlineModuleValues,
  type ModuleOutline,
} from "../source/module-values.ts";
import type { ModuleValues, StaticValue } from "../source/static-value.ts";
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
  featureFlagLists,
  featureFlagsFile,
  readFeatureFlags,
  type FeatureFlags,
} from "./feature-flags.ts";
import { caseServers, type CaseServer } from "./case-servers.ts";
import { readIdSnapshot, type SnapshotEntry } from "./id-snapshot.ts";
import type { DefinitionReader } from "./inventory.ts";
import { logosObject, readLogos, type Logos } from "./logos.ts";
import { namesArray, readNamesArray } from "./names-array.ts";
import { readRegistry, registryFile, type Registry } from "./registry.ts";
import {
  configName,
  type ServerName,
  type ServerSources,
} from "./config-target.ts";
import { readServerConfigs, serverConfigsObject } from "./server-configs.ts";
import { logoFiles } from "./registry-files.ts";
import type { Constants, Registries, LiveFile } from "./registries.ts";

/** Where registries are read from: the disk, or the disk with the buffer on it. */
export interface Sources extends ServerSources {
  /** The file that the buffer stands for, saved or not. */
  readonly linted?: string;
  readonly extract: <T>(file: string, extractor: Extractor<T>) => Reading<T>;
  readonly values: (file: string) => Reading<ModuleValues>;
  readonly switchFile: (file: string) => Reading<SwitchFile>;
  readonly corpusValues: (file: string) => Reading<ModuleValues>;
  readonly snapshot: (file: string) => Reading<IdSnapshot>;
  readonly definitions: DefinitionReader;
}

export function outlineOther(file: SourceFile): ModuleOutline {
  return outlineModuleValues(file);
}

export function outlineCorpus(file: SourceFile): ModuleOutline {
  const lists: readonly string[] = corpusLists;
  return outlineModuleValues(file, (name) => lists.includes(name));
}

/** What the switch is read from. */
interface SwitchFile {
  readonly values: ModuleValues;
  readonly written: WrittenSwitch | undefined;
}

export function readSwitchFile(file: SourceFile): SwitchFile {
  return {
    values: freezeModuleValues(file),
    written: findDispatchSwitch(file),
  };
}

export function valueOf<T>(reading: Reading<T> | Registry<T>): T | undefined {
  return reading.status === "read" ? reading.value : undefined;
}

type IdSnapshot = ReturnType<typeof readIdSnapshot>;

export function readSnapshotText(text: string): IdSnapshot {
  return readIdSnapshot(wholeText(text));
}

export function wholeText(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

export const wantedConstants = `a list ${namesArray} or an object ${serverConfigsObject}`;

export const wantedSwitch = `a function ${dispatchFunction} with a switch`;

export const wantedCorpus = "a list SERVERS or SERVER_SOURCES";

export function readConstants(
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

export function readSwitch(
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

/** The names that configs give their servers, by the config's value. */
export type ConfigNames = ReadonlyMap<StaticValue, Field<ServerName>>;

export function readConfigNames(
  file: string | undefined,
  sources: Sources,
  store: FileStore,
  roots: Roots,
): ConfigNames {
  const constants = readConstants(file, sources, store, roots);
  const configs =
    constants.status === "read" ? constants.value.configs?.configs : undefined;
  return new Map(
    configs?.map((config) => [
      config.located.value,
      configName(config, sources),
    ]),
  );
}

/** The servers that each case makes, by where the case stands. */
export type CaseServers = ReadonlyMap<
  number,
  readonly CaseServer[] | undefined
>;

export function readCases(
  file: string | undefined,
  sources: Sources,
  resolver: ImportResolver,
  store: FileStore,
  roots: Roots,
): CaseServers {
  const dispatch = readSwitch(file, sources, store, roots);
  const module = file === undefined ? undefined : sources.values(file);
  if (
    file === undefined ||
    dispatch.status !== "read" ||
    module?.status !== "read"
  ) {
    return new Map();
  }
  const { definitionOf, definitions, lookup } = sources;
  return new Map(
    dispatch.value.entries.map((entry) => [
      entry.range[0],
      caseServers(entry, {
        module: module.value,
        definitionOf,
        definitions,
        lookup,
        find: (specifier) => resolver.resolve(file, specifier, roots),
      }),
    ]),
  );
}

export function readCorpus(
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

export function readSnapshot(
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

export function readLogoRegistry(
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
export function hostNames(
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

export function readFlags(
  settings: Settings,
  { lookup, values }: Sources,
  store: FileStore,
  roots: Roots,
): Registry<FeatureFlags> {
  const isNamed = settings.featureFlags !== undefined;
  const file = registryFile(
    isNamed ? settings.featureFlags : featureFlagsFile,
    roots,
  );
  if (file === undefined) {
    return { status: "off" };
  }
  const registry = readRegistry(
    file,
    () =>
      mapReading(values(file), (module) => readFeatureFlags(module, lookup)),
    featureFlagLists,
    store,
    roots,
  );
  // Required only where a setting names it.
  return registry.status === "trouble" && !isNamed
    ? { status: "off", file }
    : registry;
}

export function mapReading<From, To>(
  reading: Reading<From>,
  map: (value: From) => To,
): Reading<To> {
  return reading.status === "read"
    ? { status: "read", value: map(reading.value) }
    : reading;
}
