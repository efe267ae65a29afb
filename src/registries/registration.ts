import type { NamedDefinition } from "./inventory.ts";
import {
  configMismatches,
  configOf,
  configsOf,
  isMadeByName,
} from "./name-mismatches.ts";
import {
  holdsName,
  namesOf,
  type NamedEntry,
  type NamedList,
} from "./named-entries.ts";
import type { Registries } from "./registries.ts";
import { hasConfig } from "./config-index.ts";
import { valueOf } from "./registry.ts";
import { compareNames } from "./sorted-names.ts";

/** A server that is defined, with its name. */
export type KnownDefinition = NamedDefinition & { readonly serverName: string };

/** The definitions of a file whose names can be read. */
export function knownDefinitions(
  definitions: readonly NamedDefinition[],
): readonly KnownDefinition[] {
  const seen = new Set<string>();
  return definitions.filter((definition): definition is KnownDefinition => {
    const { serverName } = definition;
    const isFirst = serverName !== undefined && !seen.has(serverName);
    if (isFirst) {
      seen.add(serverName);
    }
    return isFirst;
  });
}

/** Whether a registry surely lacks a server. */
export function lacks(
  list: Pick<NamedList, "entries" | "has" | "open">,
  server: string,
  leftOut: readonly string[],
  registries: Registries,
): boolean {
  // In the order of what each question costs.
  return (
    !leftOut.includes(server) &&
    !holdsName(list, server) &&
    !list.open &&
    misnameOf(server, registries) === undefined
  );
}

/** The defined servers that a registry surely lacks, in order of their names. */
export function missingServers(
  list: Pick<NamedList, "entries" | "open">,
  leftOut: readonly string[],
  registries: Registries,
): readonly KnownDefinition[] {
  if (list.open) {
    return [];
  }
  const { servers } = registries.inventory;
  const misnamed = registries.derived(misnamedServers);
  const listed = namesOf(list.entries);
  const missing: KnownDefinition[] = [];
  for (const [serverName, [definition]] of servers) {
    if (
      definition &&
      !listed.has(serverName) &&
      !leftOut.includes(serverName) &&
      !misnamed.has(serverName)
    ) {
      missing.push({ ...definition, serverName });
    }
  }
  return missing.sort((a, b) => compareNames(a.serverName, b.serverName));
}

/** Whether a registry holds a name under which no server is defined any more. */
export function isGone(name: string, registries: Registries): boolean {
  const { inventory } = registries;
  if (
    inventory.open ||
    inventory.servers.has(name) ||
    configMismatches(registries).some(({ key }) => key === name)
  ) {
    return false;
  }
  const config = configOf(name, registries);
  const target = config && registries.targetOf(config);
  switch (target?.kind) {
    case "unknown":
      return false;
    case "server":
      // A server object outside the configured folders speaks for its server.
      return target.name !== name;
    default:
      // So does a factory outside of them.
      return !isMadeByName(name, registries);
  }
}

/** The name under which a server is registered: its own, but for a mistake. */
export function registeredName(
  { serverName }: KnownDefinition,
  registries: Registries,
): string {
  return misnameOf(serverName, registries) ?? serverName;
}

/** The wrong name of a server; one with a config of its own name has none. */
function misnameOf(server: string, registries: Registries): string | undefined {
  // Asked first: the rest takes a look at every server.
  const configs = valueOf(registries.constants)?.configs;
  return configs && hasConfig(configs, server)
    ? undefined
    : registries.derived(misnamedServers).get(server);
}

/**
 * Servers that are registered under a name that nothing is defined by: one
 * mistake, which consistent-server-name reports, and not one in each registry.
 *
 * @returns the name in the config by the name in the definition
 */
function misnamedServers(registries: Registries): ReadonlyMap<string, string> {
  const { servers } = registries.inventory;
  const names = new Set(configsOf(registries).map(({ name }) => name));
  const found = new Map<string, string>();
  for (const { key, name } of configMismatches(registries)) {
    if (!servers.has(key) && servers.has(name) && !names.has(name)) {
      found.set(name, key);
    }
  }
  return found;
}

/** Entries of a name that an earlier entry has, each with that one. */
export function repeatedEntries<Entry extends NamedEntry>(
  entries: readonly Entry[],
): readonly { readonly entry: Entry; readonly first: Entry }[] {
  const firsts = new Map<string, Entry>();
  return entries.flatMap((entry) => {
    const first = entry.name === undefined ? undefined : firsts.get(entry.name);
    if (entry.name !== undefined && !first) {
      firsts.set(entry.name, entry);
    }
    return first && entry.isOwn ? [{ entry, first }] : [];
  });
}
