import path from "node:path";
import type { FileStore } from "../files/file-store.ts";
import { parseFile } from "../files/parse-file.ts";
import type { ImportResolver } from "../files/resolve-import.ts";
import { findRoots, type Roots } from "../files/roots.ts";
import type { NamedDefinition } from "../registries/inventory.ts";
import { mayConcernRegistries } from "../registries/registry-files.ts";
import { RegistryReader } from "../registries/read-registries.ts";
import type { Registries } from "../registries/registries.ts";
import {
  serverFolders,
  serverUnit,
  unitOf,
} from "../registries/server-units.ts";
import { landmarksOf, readSettings, type Settings } from "../settings.ts";
import {
  freezeModuleValues,
  readModuleValues,
} from "../source/module-values.ts";
import type { ImportLookup } from "../source/static-value.ts";
import type { Run } from "./run.ts";

/** A server, and the files that make it. */
export interface Server {
  readonly name: string;
  readonly definitions: readonly NamedDefinition[];
  /** Its folders, or the files that are all there is of it. Absolute. */
  readonly units: readonly string[];
  /** The source files in those. Absolute. */
  readonly files: readonly string[];
}

/** A repository's part that has a constants file, or a switch. */
export interface App {
  readonly settings: Settings;
  readonly registries: Registries;
  readonly lookup: ImportLookup;
  /** In order of their names. */
  readonly servers: readonly Server[];
}

/**
 * Finds the servers of the apps that linted files belong to.
 *
 * @param files absolute paths
 */
export async function findApps(
  files: readonly string[],
  run: Run,
  store: FileStore,
  resolver: ImportResolver,
): Promise<readonly App[]> {
  const reader = new RegistryReader(store, resolver);
  const apps = new Map<string, App>();
  for (const file of files) {
    const config = await run.configOf(file);
    const settings = readSettings(config?.settings ?? {});
    if (!mayConcernRegistries(file, settings)) {
      continue;
    }
    const roots = findRoots(
      file,
      { root: settings.root, landmarks: landmarksOf(settings) },
      store,
    );
    if (roots.appRoot !== undefined && !apps.has(roots.appRoot)) {
      apps.set(
        roots.appRoot,
        readApp(roots.appRoot, roots, settings, reader, store, resolver),
      );
    }
  }
  return [...apps.values()];
}

function readApp(
  appRoot: string,
  roots: Roots,
  settings: Settings,
  reader: RegistryReader,
  store: FileStore,
  resolver: ImportResolver,
): App {
  // Registries are read for a linted file; none is being linted here.
  const nowhere = path.join(appRoot, ".mcp-runbook-checklist.js");
  const parsed = parseFile(nowhere, "");
  if (parsed.status !== "parsed") {
    throw new Error(`An empty file does not parse: ${parsed.reason}`);
  }
  const lookup: ImportLookup = (from, specifier) => {
    const target = resolver.resolve(from, specifier, roots);
    const reading =
      target === undefined ? undefined : store.read(target, freezeModuleValues);
    return reading?.status === "read" ? reading.value : undefined;
  };
  const registries = reader.read({
    file: parsed.file,
    settings,
    roots,
    values: readModuleValues(parsed.file),
    lookup,
  });
  const folders = serverFolders(settings, roots);
  const servers = Array.from(
    registries.inventory.servers,
    ([name, definitions]): Server => {
      const units = [
        ...new Set(definitions.map(({ file }) => unitOf(file, folders))),
      ];
      const files = units.flatMap(
        (unit) => serverUnit(unit, store, roots).files,
      );
      return { name, definitions, units, files };
    },
  );
  servers.sort((a, b) => (a.name < b.name ? -1 : 1));
  return { settings, registries, lookup, servers };
}
