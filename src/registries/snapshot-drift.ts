import {
  sharedIds,
  type SnapshotEntry,
  type SnapshotList,
} from "./id-snapshot.ts";
import type { Registries } from "./registries.ts";
import { configMismatches } from "./name-mismatches.ts";
import { isGone } from "./registration.ts";
import { configNamed, configsNamed, liveConfigs } from "./config-index.ts";
import { valueOf } from "./registry.ts";
import type {
  ConfigId,
  ConfigText,
  ServerConfig,
  ServerConfigs,
} from "./server-configs.ts";
import { isWhole, shippedId } from "./server-ids.ts";

/** A config whose key can be read. */
export type NamedConfig = ServerConfig & { readonly name: string };

/** Where configs and the id snapshot say different things of one server. */
export type Drift = ConfigDrift | GoneServer;

/** A config that the snapshot does not bear out. */
export type ConfigDrift =
  | ChangedId
  | MovedServer
  | MissingLine
  /** Its id is that of a server which has no config any more. */
  | {
      readonly kind: "taken";
      readonly config: NamedConfig & { readonly id: ConfigId };
      readonly entry: SnapshotEntry;
    };

/** It was shipped with another id. */
export interface ChangedId {
  readonly kind: "changed";
  readonly config: NamedConfig & { readonly id: ConfigId };
  readonly entry: SnapshotEntry;
  /** The snapshot's id, where the server can have it back. */
  readonly shipped: number | undefined;
}

/** It is in the other list. */
export interface MovedServer {
  readonly kind: "moved";
  readonly config: NamedConfig & { readonly availability: ConfigText };
  readonly entry: SnapshotEntry;
}

/** The snapshot does not know it. */
export interface MissingLine {
  readonly kind: "missing";
  readonly config: NamedConfig;
  /** `undefined` where its availability can't be read. */
  readonly list: SnapshotList | undefined;
}

/** A line whose server has no config any more. */
export interface GoneServer {
  readonly kind: "gone";
  readonly entry: SnapshotEntry;
  /** Whether its id is retired; `undefined` where that can't be told yet. */
  readonly isRetired: boolean | undefined;
}

/**
 * Compares the configs with the id snapshot, in order of the configs, then of
 * the snapshot's lines.
 *
 * An id that is wrong in itself, or that two servers have, is
 * unique-server-id's; a config whose server is gone is registered-in-constants',
 * and one whose server is called otherwise is consistent-server-name's. They are
 * left out. So is one that is there twice, which registered-in-constants reports,
 * as long as the snapshot bears out either.
 *
 * @returns nothing where one of the two can't be read
 */
export function snapshotDrift(registries: Registries): readonly Drift[] {
  return registries.derived(compareWithSnapshot);
}

function compareWithSnapshot(registries: Registries): readonly Drift[] {
  const { constants, idSnapshot: snapshot } = registries;
  const configs = valueOf(constants)?.configs;
  return configs && snapshot.status === "read"
    ? compare(configs, snapshot.value, registries)
    : [];
}

/** What is to be said of one server; mostly a look at that one tells. */
export function driftOf(
  server: string,
  registries: Registries,
): readonly ConfigDrift[] {
  return isBorneOut(server, registries)
    ? []
    : snapshotDrift(registries).filter(
        (drift): drift is ConfigDrift =>
          drift.kind !== "gone" && drift.config.name === server,
      );
}

/** Whether the snapshot says of a server what its config says. */
function isBorneOut(
  server: string,
  { constants, idSnapshot }: Registries,
): boolean {
  const configs = valueOf(constants)?.configs;
  const config = configs && configNamed(configs, server);
  const { id } = config ?? {};
  if (!config || !id || idSnapshot.status !== "read") {
    return false;
  }
  const list = listOf(config);
  return (
    list !== undefined &&
    (linesByName(idSnapshot.value).get(server) ?? []).some(
      (line) => line.id === id.value && line.list === list,
    )
  );
}

type LinesByName = ReadonlyMap<string, readonly SnapshotEntry[]>;

const lineIndexes = new WeakMap<readonly SnapshotEntry[], LinesByName>();

function linesByName(entries: readonly SnapshotEntry[]): LinesByName {
  let index = lineIndexes.get(entries);
  if (!index) {
    index = grouped(entries, ({ name }) => name);
    lineIndexes.set(entries, index);
  }
  return index;
}

function compare(
  configs: ServerConfigs,
  entries: readonly SnapshotEntry[],
  registries: Registries,
): readonly Drift[] {
  const live = liveConfigs(configs);
  const gone = goneEntries(entries, configs, registries);
  const comparison: Comparison = {
    configs,
    entries,
    registries,
    byName: linesByName(entries),
    usedIds: grouped(live, ({ id }) => id?.value),
    shippedIds: new Set(entries.map(({ id }) => id)),
    sharedIds: sharedIds(entries),
    goneIds: new Map(gone.map((entry) => [entry.id, entry])),
    retiredIds: new Set(configs.legacyIds.map(({ value }) => value)),
  };
  const ofConfigs = live.flatMap((config) =>
    isNamed(config) ? configDrift(config, comparison) : [],
  );
  const taken = new Set(
    ofConfigs.flatMap((drift) => (drift.kind === "taken" ? drift.entry : [])),
  );
  const ofEntries = gone
    .filter((entry) => !taken.has(entry) && !isOfAnother(entry, comparison))
    .map((entry): Drift => {
      const isRetired = isRetiredId(entry.id, comparison);
      return { kind: "gone", entry, isRetired };
    });
  return [...ofConfigs, ...ofEntries];
}

interface Comparison {
  readonly configs: ServerConfigs;
  readonly entries: readonly SnapshotEntry[];
  readonly registries: Registries;
  readonly byName: ReadonlyMap<string, readonly SnapshotEntry[]>;
  readonly usedIds: ReadonlyMap<number | undefined, readonly ServerConfig[]>;
  readonly shippedIds: ReadonlySet<number>;
  /** Those of several servers: which of them was shipped with one, nobody knows. */
  readonly sharedIds: ReadonlySet<number>;
  /** The lines of servers that are gone, by id. */
  readonly goneIds: ReadonlyMap<number, SnapshotEntry>;
  readonly retiredIds: ReadonlySet<number>;
}

function grouped<Key, Value>(
  values: readonly Value[],
  keyOf: (value: Value) => Key,
): ReadonlyMap<Key, readonly Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) {
      group.push(value);
    } else {
      groups.set(key, [value]);
    }
  }
  return groups;
}

/**
 * Lines whose server has no config any more. One that is still defined has lost
 * its config by mistake, which registered-in-constants reports.
 */
function goneEntries(
  entries: readonly SnapshotEntry[],
  { configs, open }: ServerConfigs,
  registries: Registries,
): readonly SnapshotEntry[] {
  const names = new Set(configs.map(({ name }) => name));
  return open
    ? []
    : entries.filter(
        ({ name }) =>
          !names.has(name) && !registries.inventory.servers.has(name),
      );
}

/** Whether the line of a server that is gone has the id of one that is not. */
function isOfAnother(
  { id }: SnapshotEntry,
  { sharedIds, usedIds }: Comparison,
): boolean {
  return sharedIds.has(id) && usedIds.has(id);
}

function isRetiredId(
  id: number,
  { configs, retiredIds, usedIds }: Comparison,
): boolean | undefined {
  if (retiredIds.has(id)) {
    return true;
  }
  return configs.legacyOpen || usedIds.has(id) ? undefined : false;
}

function configDrift(config: NamedConfig, comparison: Comparison): Drift[] {
  const { byName, configs, entries, goneIds, registries, sharedIds } =
    comparison;
  const known = byName.get(config.name) ?? [];
  const [entry] = known;
  const { id } = config;
  const namesakes = () => configsNamed(configs, config.name);
  if (!entry) {
    const before = id && goneIds.get(id.value);
    if (before) {
      return [{ kind: "taken", config: { ...config, id }, entry: before }];
    }
    return hasSoundId(config, comparison) &&
      namesakes().every((one) => one.id?.value === id?.value) &&
      !isGone(config.name, registries) &&
      !isMisnamed(config.name, registries)
      ? [{ kind: "missing", config, list: listOf(config) }]
      : [];
  }
  const drift: Drift[] = [];
  const oneFits = (fits: (one: ServerConfig) => boolean): boolean =>
    fits(config) || namesakes().some(fits);
  const hasKnownId = (one: ServerConfig): boolean =>
    known.some((line) => line.id === one.id?.value);
  const telling = known.find((line) => !sharedIds.has(line.id));
  if (id && telling && !oneFits(hasKnownId)) {
    drift.push({
      kind: "changed",
      config: { ...config, id },
      entry: telling,
      shipped: shippedId(config, configs, entries),
    });
  }
  const { availability } = config;
  const isInItsList = (one: ServerConfig): boolean =>
    known.some((line) => line.list === listOf(one));
  if (availability && listOf(config) && !oneFits(isInItsList)) {
    const moved = { ...config, availability };
    drift.push({ kind: "moved", config: moved, entry });
  }
  return drift;
}

/**
 * Whether a config and its server disagree about the name: a line stays as it
 * is written, so there is none before it is settled.
 */
function isMisnamed(name: string, registries: Registries): boolean {
  return configMismatches(registries).some(({ key }) => key === name);
}

/** Whether the snapshot may take up an id; one that can't be read may be right. */
function hasSoundId(
  { id, textId }: NamedConfig,
  { retiredIds, shippedIds, usedIds }: Comparison,
): boolean {
  if (!id) {
    return !textId;
  }
  return (
    isWhole(id.value) &&
    usedIds.get(id.value)?.length === 1 &&
    !shippedIds.has(id.value) &&
    !retiredIds.has(id.value)
  );
}

/** The list of the snapshot that a config belongs to. */
function listOf({ availability }: ServerConfig): SnapshotList | undefined {
  switch (availability?.value) {
    case "auto":
    case "auto_hidden_builder":
      return "auto";
    case "manual":
      return "manual";
    default:
      return undefined;
  }
}

function isNamed(config: ServerConfig): config is NamedConfig {
  return config.name !== undefined;
}
