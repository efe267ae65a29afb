import path from "node:path";
import type { FileStore } from "../files/file-store.ts";
import type { Extractor } from "../files/reading.ts";
import type { Roots } from "../files/roots.ts";
import type { Settings } from "../settings.ts";
import type { Field } from "../mcp/model.ts";
import { declaresUnread } from "../source/resolve.ts";
import type { StaticValue } from "../source/static-value.ts";
import { readBm25Corpus, type Bm25Corpus } from "./bm25-corpus.ts";
import {
  dispatchFunction,
  readDispatchSwitch,
  type DispatchSwitch,
} from "./dispatch-switch.ts";
import {
  featureFlagLists,
  featureFlagsFile,
  readFeatureFlags,
  type FeatureFlags,
} from "./feature-flags.ts";
import type { HostNames } from "./host-names.ts";
import { caseServers, type CaseServer } from "./case-servers.ts";
import type { SnapshotEntry } from "./id-snapshot.ts";
import { logosObject, readLogos, type Logos } from "./logos.ts";
import { namesArray, readNamesArray } from "./names-array.ts";
import {
  mapReading,
  readRegistry,
  registryFile,
  valueOf,
  type Registry,
} from "./registry.ts";
import { configName, type ServerName } from "./config-target.ts";
import { readServerConfigs, serverConfigsObject } from "./server-configs.ts";
import { logoFiles } from "./registry-files.ts";
import type { Sources } from "./registry-sources.ts";
import type { Constants, LiveFile } from "./registries.ts";

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
        const isThere =
          names ??
          configs ??
          [namesArray, serverConfigsObject].some((name) =>
            declaresUnread(module, name, lookup),
          );
        return isThere ? { names, configs } : undefined;
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
        ({ contents, values, written }) =>
          written && readDispatchSwitch(written, values, contents, lookup),
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
  const configs = valueOf(constants)?.configs?.configs;
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
  store: FileStore,
  roots: Roots,
): CaseServers {
  const dispatch = readSwitch(file, sources, store, roots);
  const module =
    file === undefined ? undefined : valueOf(sources.switchFile(file))?.values;
  if (file === undefined || dispatch.status !== "read" || !module) {
    return new Map();
  }
  return new Map(
    dispatch.value.entries.map((entry) => [
      entry.range[0],
      caseServers(entry, { ...sources, module }),
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
  { lookup, resolve, values }: Sources,
  store: FileStore,
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
          resolve,
        ),
      ),
    `an object ${logosObject}`,
    store,
    roots,
  );
}

/** What the first of some files of the app lists; open where it can't be read. */
export function hostNames(
  places: readonly string[],
  extractor: Extractor<HostNames | undefined>,
  { appRoot, workspaceRoot }: Roots,
  store: FileStore,
): HostNames | undefined {
  if (appRoot === undefined) {
    return undefined;
  }
  for (const place of places) {
    const file = path.join(appRoot, place);
    if (!store.isInside(file, workspaceRoot)) {
      continue;
    }
    const reading = store.read(file, extractor);
    const names = reading.status === "read" ? reading.value : "open";
    if (names !== undefined) {
      return names;
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
