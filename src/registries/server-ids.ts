import type { SnapshotEntry } from "./id-snapshot.ts";
import type { Registry } from "./registry.ts";
import { configNamed, isSoleId, liveConfigs } from "./config-index.ts";
import {
  nextFreeId,
  usedIds,
  type ConfigId,
  type ServerConfig,
  type ServerConfigs,
  type TextId,
} from "./server-configs.ts";

/** What is wrong with a server's id, whatever the snapshot says. */
export type IdProblem = {
  readonly config: ServerConfig;
  /** As it is written. */
  readonly id: ConfigId | TextId;
  /** The id to offer instead; `undefined` where none is surely free. */
  readonly offer: IdOffer | undefined;
} & (
  | { readonly kind: "notInteger" | "notNumber" }
  /** Another server has it. */
  | { readonly kind: "duplicate"; readonly owner: ServerConfig }
  /** A removed server had it; or so it seems, and this one was shipped with it. */
  | { readonly kind: "legacy" | "shippedLegacy"; readonly retired: ConfigId }
);

export interface IdOffer {
  readonly id: number;
  /**
   * The one that the server was shipped with, the one that it has already, but
   * in a text, or one that nobody ever had.
   */
  readonly kind: "free" | "own" | "written";
}

/** The snapshot, as far as ids go: nothing is known of one that can't be read. */
export type KnownIds = Registry<readonly SnapshotEntry[]>;

/** The lines of a snapshot; none where it can't be read. */
function snapshotEntries(snapshot: KnownIds): readonly SnapshotEntry[] {
  return snapshot.status === "read" ? snapshot.value : [];
}

/** Whether the snapshot gives a server the id that its config has. */
export function isShipped(
  { id, name }: ServerConfig,
  snapshot: KnownIds,
): boolean {
  return snapshotEntries(snapshot).some(
    (entry) => entry.name === name && entry.id === id?.value,
  );
}

interface Judged {
  readonly snapshot: KnownIds;
  readonly problems: readonly IdProblem[];
}

/** Each definition asks the same again. */
const judged = new WeakMap<readonly ServerConfig[], Judged>();

/**
 * Judges the ids of all configs together, in source order. Of several servers
 * with one id, that which was shipped with it keeps it.
 *
 * Free ids are allotted in one go, so that no two problems offer the same.
 */
export function idProblems(
  registry: ServerConfigs,
  snapshot: KnownIds,
): readonly IdProblem[] {
  const known = judged.get(registry.configs);
  if (known?.snapshot === snapshot) {
    return known.problems;
  }
  const problems = judge(registry, snapshot);
  judged.set(registry.configs, { snapshot, problems });
  return problems;
}

/** What is wrong with the id of one server; mostly a look at that one tells. */
export function idProblemOf(
  server: string,
  registry: ServerConfigs,
  snapshot: KnownIds,
): IdProblem | undefined {
  const id = configNamed(registry, server)?.id?.value;
  return id !== undefined && isWhole(id) && isSoleId(registry, id)
    ? undefined
    : idProblems(registry, snapshot).find(
        ({ config }) => config.name === server,
      );
}

function judge(
  registry: ServerConfigs,
  snapshot: KnownIds,
): readonly IdProblem[] {
  const entries = snapshotEntries(snapshot);
  const live = liveConfigs(registry);
  const shipped = new Set(entries.map(({ id, name }) => pair(id, name)));
  const hasShippedId = ({ id, name }: ServerConfig): boolean =>
    id !== undefined && name !== undefined && shipped.has(pair(id.value, name));
  const owners = ownersOf(live, hasShippedId);
  const retired = new Map(registry.legacyIds.map((id) => [id.value, id]));
  const used = [...usedIds(registry), ...entries.map(({ id }) => id)];
  // A list that may hold more, or a snapshot that can't be read: any id.
  const isOpen = registry.idsOpen || snapshot.status === "trouble";
  const taken = new Set([
    ...owners.keys(),
    ...retired.keys(),
    ...entries.map(({ id }) => id),
  ]);
  const offerFor = (config: ServerConfig): IdOffer | undefined => {
    const own = shippedId(config, registry, entries);
    if (own !== undefined) {
      return { id: own, kind: "own" };
    }
    const written = config.textId?.number;
    if (written !== undefined && !taken.has(written)) {
      taken.add(written);
      return { id: written, kind: "written" };
    }
    const current = config.id?.value ?? written ?? 1;
    const id = isOpen ? undefined : nextFreeId(current, used);
    if (id === undefined) {
      return undefined;
    }
    used.push(id);
    return { id, kind: "free" };
  };
  return live.flatMap((config): IdProblem[] => {
    const { id, textId } = config;
    if (textId) {
      const offer = offerFor(config);
      return [{ kind: "notNumber", config, id: textId, offer }];
    }
    if (!id) {
      return [];
    }
    const { value } = id;
    if (!isWhole(value)) {
      return [{ kind: "notInteger", config, id, offer: offerFor(config) }];
    }
    const owner = owners.get(value);
    if (owner && owner !== config) {
      const offer = offerFor(config);
      return [{ kind: "duplicate", config, id, owner, offer }];
    }
    const legacy = retired.get(value);
    if (!legacy) {
      return [];
    }
    const found = { config, id, retired: legacy };
    return hasShippedId(config)
      ? [{ kind: "shippedLegacy", ...found, offer: undefined }]
      : [{ kind: "legacy", ...found, offer: offerFor(config) }];
  });
}

/** Whether an id may be one: a whole number from 1 up. */
export function isWhole(id: number): boolean {
  return Number.isInteger(id) && id >= 1;
}

function pair(id: number, name: string): string {
  return `${String(id)} ${name}`;
}

/** Who keeps an id: the server shipped with it, else one written elsewhere, else the first. */
function ownersOf(
  live: readonly ServerConfig[],
  hasShippedId: (config: ServerConfig) => boolean,
): ReadonlyMap<number, ServerConfig> {
  // Of two, the one in the constants file is reported.
  const elsewhere = live.filter(({ key }) => key === undefined);
  const owners = new Map<number, ServerConfig>();
  for (const config of [...live.filter(hasShippedId), ...elsewhere, ...live]) {
    if (config.id && !owners.has(config.id.value)) {
      owners.set(config.id.value, config);
    }
  }
  return owners;
}

/**
 * The id that a server was shipped with, where it can have it back: nobody else
 * took it, and it was not retired.
 */
export function shippedId(
  { id, name }: ServerConfig,
  { configs, legacyIds }: Pick<ServerConfigs, "configs" | "legacyIds">,
  entries: readonly SnapshotEntry[],
): number | undefined {
  const [own, ...more] = entries.filter((entry) => entry.name === name);
  return own &&
    more.length === 0 &&
    own.id !== id?.value &&
    isWhole(own.id) &&
    !entries.some((entry) => entry !== own && entry.id === own.id) &&
    !liveConfigs({ configs }).some((other) => other.id?.value === own.id) &&
    !legacyIds.some(({ value }) => value === own.id)
    ? own.id
    : undefined;
}
