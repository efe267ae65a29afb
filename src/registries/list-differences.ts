import { closestName } from "../closest-name.ts";
import type { CorpusEntry } from "./bm25-corpus.ts";
import type { SwitchCase } from "./dispatch-switch.ts";
import { shippedNames } from "./name-mismatches.ts";
import type { NamedEntry, NamedList } from "./named-entries.ts";
import {
  isGone,
  lacks,
  missingServers,
  repeatedEntries,
  type KnownDefinition,
} from "./registration.ts";
import type { Registries } from "./registries.ts";

/** In what the list of a registry differs from the servers that are defined. */
export interface ListDifferences<Entry extends NamedEntry> {
  /** Entries of a name that an earlier entry has, each with that one. */
  readonly repeated: readonly {
    readonly entry: Entry;
    readonly first: Entry;
  }[];
  /** Servers that have no entry, and none that is meant for them. */
  readonly missing: readonly KnownDefinition[];
  readonly misspelt: readonly MisspeltEntry<Entry>[];
  /** Entries of servers that are gone. */
  readonly gone: readonly Entry[];
}

/** An entry that no server is called like, and the one that it is surely for. */
export interface MisspeltEntry<Entry extends NamedEntry> {
  readonly entry: Entry;
  readonly meant: KnownDefinition;
}

/** Compares the list of a registry with the servers that are defined. */
export function differencesOf<Entry extends NamedEntry>(
  list: Pick<NamedList<Entry>, "entries" | "open">,
  leftOut: readonly string[],
  registries: Registries,
): ListDifferences<Entry> {
  const repeated = repeatedEntries(list.entries);
  const lacking = missingServers(list, leftOut, registries);
  const unknown = unknownEntries(list.entries, registries);
  const misspelt = misspeltEntries(unknown, lacking, registries);
  return {
    repeated,
    missing: lacking.filter((one) =>
      misspelt.every(({ meant }) => meant !== one),
    ),
    misspelt,
    gone: unknown.filter((one) => misspelt.every(({ entry }) => entry !== one)),
  };
}

/** What a registry has instead of a server. */
export interface Lack {
  /** The entry that is surely meant for it. */
  readonly misspelt: NamedEntry | undefined;
}

/** What a registry surely lacks of a server; `undefined` where it has it. */
export function lackOf(
  list: Pick<NamedList, "entries" | "has" | "open">,
  server: string,
  leftOut: readonly string[],
  registries: Registries,
): Lack | undefined {
  if (!lacks(list, server, leftOut, registries)) {
    return undefined;
  }
  const unknown = unknownEntries(list.entries, registries);
  const found =
    unknown.length === 0
      ? undefined
      : misspeltEntries(
          unknown,
          missingServers(list, leftOut, registries),
          registries,
        ).find(({ meant }) => meant.serverName === server);
  return { misspelt: found?.entry };
}

/** The entries that surely name no server, each name once. */
function unknownEntries<Entry extends NamedEntry>(
  entries: readonly Entry[],
  registries: Registries,
): readonly Entry[] {
  const seen = new Set<string | undefined>();
  return entries.filter(({ name }) => {
    const isFirst = !seen.has(name);
    seen.add(name);
    return isFirst && name !== undefined && isGone(name, registries);
  });
}

/**
 * The entries whose names are wrong: they make or hold a server that has no
 * entry, or it is called almost so. No second entry may be meant for that one.
 *
 * What an entry leads to says more than its name. A name that was shipped was
 * right once: the server that the entry leads to was called so, but one that is
 * merely called almost so is another, and the name's own is gone.
 */
function misspeltEntries<Entry extends NamedEntry>(
  unknown: readonly Entry[],
  lacking: readonly KnownDefinition[],
  registries: Registries,
): readonly MisspeltEntry<Entry>[] {
  if (unknown.length === 0 || lacking.length === 0) {
    return [];
  }
  const leading = soleOf(
    unknown.flatMap((entry) => {
      const [server, ...others] = serversOf(entry, registries) ?? [];
      const meant = lacking.find(({ serverName }) => serverName === server);
      return meant && others.length === 0 ? [{ entry, meant }] : [];
    }),
  );
  const shipped = shippedNames(registries);
  const left = lacking.filter((one) =>
    leading.every(({ meant }) => meant !== one),
  );
  const names = left.map(({ serverName }) => serverName);
  const similar = unknown.flatMap((entry) => {
    const { name = "" } = entry;
    const isOpen =
      !shipped.has(name) && leading.every((one) => one.entry !== entry);
    const closest = isOpen ? closestName(name, names) : undefined;
    const meant = left.find(({ serverName }) => serverName === closest);
    return meant && !leadsElsewhere(entry, meant, registries)
      ? [{ entry, meant }]
      : [];
  });
  return [...leading, ...soleOf(similar)];
}

/** Those that no other is meant for the same server as. */
function soleOf<Entry extends NamedEntry>(
  found: readonly MisspeltEntry<Entry>[],
): readonly MisspeltEntry<Entry>[] {
  return found.filter(
    ({ meant }) => found.filter((one) => one.meant === meant).length === 1,
  );
}

/** An entry that makes or holds another server, as far as is known, is not this one's. */
function leadsElsewhere(
  entry: NamedEntry,
  { serverName }: KnownDefinition,
  registries: Registries,
): boolean {
  return (
    serversOf(entry, registries)?.every((name) => name !== serverName) === true
  );
}

/**
 * The servers that a case makes, or whose tools an entry of the corpus holds;
 * `undefined` where that can't be known.
 */
function serversOf(
  entry: NamedEntry,
  registries: Registries,
): readonly string[] | undefined {
  if (isCase(entry)) {
    return registries.caseServers(entry)?.map(({ name }) => name);
  }
  const name = isCorpusEntry(entry)
    ? registries.corpusServer(entry)
    : undefined;
  return name === undefined ? undefined : [name];
}

function isCase(entry: NamedEntry): entry is SwitchCase {
  return "uses" in entry;
}

function isCorpusEntry(entry: NamedEntry): entry is CorpusEntry {
  return "tools" in entry;
}
