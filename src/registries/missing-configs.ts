import type { NewConfig } from "./constants-edits.ts";
import type { SnapshotEntry } from "./id-snapshot.ts";
import type { NamedEntry } from "./named-entries.ts";
import type { Registries } from "./registries.ts";
import { idProblems } from "./server-ids.ts";
import type { KnownDefinition } from "./registration.ts";
import { hasConfig } from "./config-index.ts";
import { valueOf } from "./registry.ts";
import {
  nextFreeId,
  usedIds,
  type ServerConfig,
  type ServerConfigs,
} from "./server-configs.ts";

/** A server without a config, and the config that it could have. */
export interface MissingConfig {
  readonly definition: KnownDefinition;
  /** The id in the snapshot, or the next free one; `undefined` where none is. */
  readonly id: number | undefined;
  /** Whether the id is that of the snapshot. */
  readonly isKnown: boolean;
  /** `undefined` where it has to be written by hand. */
  readonly config: NewConfig | undefined;
  /** Whether nothing has to be decided to add the config. */
  readonly isCertain: boolean;
}

/** A config as an entry of a list. */
export type ConfigEntry = ServerConfig & NamedEntry;

/** Configs as a list. */
interface ConfigList {
  readonly entries: readonly ConfigEntry[];
  readonly open: boolean;
  readonly has: (name: string) => boolean;
}

/** By the configs themselves: who asks for the entries has to ask for those. */
const entriesOf = new WeakMap<
  readonly ServerConfig[],
  readonly ConfigEntry[]
>();

/** Configs as entries of a list, which are gathered when they are asked for. */
export function configEntries(list: ServerConfigs): ConfigList {
  return {
    has: (name) => hasConfig(list, name),
    get open() {
      return list.open;
    },
    get entries() {
      const { configs } = list;
      let entries = entriesOf.get(configs);
      if (!entries) {
        entries = configs.map((config) => ({
          ...config,
          range: config.range ?? [0, 0],
          isOwn: config.range !== undefined,
        }));
        entriesOf.set(configs, entries);
      }
      return entries;
    },
  };
}

/**
 * The configs that servers lack, with ids allotted together: the one in the
 * snapshot, else the next that was never used.
 */
export function configsFor(
  missing: readonly KnownDefinition[],
  configs: ServerConfigs,
  registries: Registries,
): readonly MissingConfig[] {
  const { idSnapshot, registryFile } = registries;
  if (missing.length === 0) {
    return [];
  }
  const snapshot = valueOf(idSnapshot) ?? [];
  const used = [
    ...usedIds(configs),
    ...snapshot.map(({ id }) => id),
    // What unique-server-id offers in this file is not offered twice.
    ...idProblems(configs, idSnapshot).flatMap(({ offer }) => offer?.id ?? []),
  ];
  // A snapshot that can't be read may hold any id.
  const isOpen = configs.idsOpen || idSnapshot.status === "trouble";
  return missing.map((definition) => {
    const server = registryFile.partsOf(definition.serverName);
    const known = shippedLine(definition.serverName, snapshot);
    const id = known?.id ?? (isOpen ? undefined : nextFreeId(1, used));
    if (id !== undefined) {
      used.push(id);
    }
    return {
      definition,
      id,
      isKnown: known !== undefined,
      isCertain: known !== undefined && isCertain(known, configs),
      config:
        server?.metadata && id !== undefined
          ? {
              server,
              id,
              availability: known?.list ?? "manual",
              usesOAuth: definition.usesOAuth ?? false,
            }
          : undefined,
    };
  });
}

/** Whether nothing has to be decided to add the config that a server lacks. */
export function hasCertainConfig(
  server: string,
  configs: ServerConfigs,
  { idSnapshot }: Pick<Registries, "idSnapshot">,
): boolean {
  const known = shippedLine(server, valueOf(idSnapshot) ?? []);
  return known !== undefined && isCertain(known, configs);
}

/** The line of a server, unless another server has its id as well. */
function shippedLine(
  server: string,
  snapshot: readonly SnapshotEntry[],
): SnapshotEntry | undefined {
  const isShared = (id: number): boolean =>
    snapshot.some((one) => one.id === id && one.name !== server);
  return snapshot.find(({ id, name }) => name === server && !isShared(id));
}

/**
 * Whether the snapshot alone says how the config must look: an automatic server
 * may be hidden or not, and an id that another server has is a case for people.
 */
function isCertain(
  { id, list }: SnapshotEntry,
  { configs }: ServerConfigs,
): boolean {
  return (
    list === "manual" && !configs.some((config) => config.id?.value === id)
  );
}
