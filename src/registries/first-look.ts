import { noLookup } from "../source/resolve.ts";
import type { ImportLookup, ModuleValues } from "../source/static-value.ts";
import { readBm25Corpus, type Bm25Corpus } from "./bm25-corpus.ts";
import {
  readDispatchSwitch,
  type DispatchSwitch,
  type WrittenSwitch,
} from "./dispatch-switch.ts";
import { namesOf, type NamedList } from "./named-entries.ts";
import { readNamesArray, type NamesList } from "./names-array.ts";
import type { Constants } from "./registries.ts";
import { configNamed, isSoleId } from "./config-index.ts";
import {
  readServerConfigs,
  type ServerConfig,
  type ServerConfigs,
} from "./server-configs.ts";

// Most servers are registered, and most are spelt out in the registry's own
// file. So a registry is looked at with no other file first; who asks for more
// than that gets it, and pays for reading the files that its names come from.

/** How the rest is read when the first look does not tell. */
export interface SecondLook<T> {
  /** Follows imports into the linted file only. */
  readonly own: ImportLookup;
  /** Reads it whole; `undefined` when that is not possible any more. */
  readonly whole: () => T | undefined;
}

interface FirstLook {
  readonly names: NamesList | undefined;
  readonly configs: ServerConfigs | undefined;
}

const constantsLooks = new WeakMap<ModuleValues, FirstLook>();

/** The constants, other files unread until somebody asks for what they hold. */
export function lookAtConstants(
  module: ModuleValues,
  { own, whole }: SecondLook<Constants>,
): Constants | undefined {
  const look = cached(constantsLooks, module, () => ({
    names: readNamesArray(module, noLookup),
    configs: readServerConfigs(module, noLookup),
  }));
  const { configs, names } = look;
  // What is missing may be imported.
  return names && configs
    ? {
        names: lateList(
          names,
          () => readNamesArray(module, own),
          () => whole()?.names,
        ),
        configs: lateConfigs(
          configs,
          () => readServerConfigs(module, own),
          () => whole()?.configs,
        ),
      }
    : whole();
}

const switchLooks = new WeakMap<ModuleValues, DispatchSwitch>();

/** The switch; see {@link lookAtConstants}. */
export function lookAtSwitch(
  written: WrittenSwitch,
  module: ModuleValues,
  { own, whole }: SecondLook<DispatchSwitch>,
): DispatchSwitch {
  const look = cached(switchLooks, module, () =>
    readDispatchSwitch(written, module, noLookup),
  );
  return lateList(look, () => readDispatchSwitch(written, module, own), whole);
}

const corpusLooks = new WeakMap<ModuleValues, Bm25Corpus | undefined>();

/** The corpus; see {@link lookAtConstants}. */
export function lookAtCorpus(
  module: ModuleValues,
  { own, whole }: SecondLook<Bm25Corpus>,
): Bm25Corpus | undefined {
  const look = cached(corpusLooks, module, () =>
    readBm25Corpus(module, noLookup),
  );
  return look
    ? lateList(look, () => readBm25Corpus(module, own), whole)
    : whole();
}

function cached<Key extends object, T>(
  known: WeakMap<Key, T>,
  key: Key,
  make: () => T,
): T {
  if (!known.has(key)) {
    known.set(key, make());
  }
  return known.get(key) as T;
}

function lateList<List extends Omit<NamedList, "range">>(
  look: List,
  own: () => Pick<NamedList, "entries"> | undefined,
  whole: () => List | undefined,
): List {
  if (!look.open) {
    // No other file has anything to add.
    return look;
  }
  const surely = namesOf(look.entries);
  let withOwn: ReadonlySet<string | undefined> | undefined;
  return {
    ...look,
    has(name: string) {
      return (
        surely.has(name) ||
        (withOwn ??= namesOf(own()?.entries ?? [])).has(name)
      );
    },
    get entries() {
      return whole()?.entries ?? look.entries;
    },
    get open() {
      return whole()?.open ?? true;
    },
  };
}

function lateConfigs(
  look: ServerConfigs,
  own: () => ServerConfigs | undefined,
  whole: () => ServerConfigs | undefined,
): ServerConfigs {
  const isWhole =
    !look.idsOpen && look.configs.every(({ availability }) => availability);
  if (isWhole) {
    return look;
  }
  let withOwn: ServerConfigs | undefined;
  const named = (name: string): ServerConfig | undefined =>
    configNamed(look, name) ?? configNamed((withOwn ??= own() ?? look), name);
  return {
    atHand: {
      has: (name) => named(name) !== undefined,
      named(name) {
        const config = named(name);
        // Another file may hold the rest.
        return config?.id && config.availability ? config : undefined;
      },
      isSoleId: (id) => isSoleId(look, id),
    },
    get configs() {
      return whole()?.configs ?? look.configs;
    },
    get open() {
      return whole()?.open ?? true;
    },
    get legacyIds() {
      return whole()?.legacyIds ?? look.legacyIds;
    },
    get legacyOpen() {
      return whole()?.legacyOpen ?? true;
    },
    get legacyList() {
      return whole()?.legacyList;
    },
    get idsOpen() {
      return whole()?.idsOpen ?? true;
    },
    get knowsIds() {
      return whole()?.knowsIds ?? false;
    },
    get file() {
      return whole()?.file ?? look.file;
    },
    get range() {
      return whole()?.range;
    },
  };
}
