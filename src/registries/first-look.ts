import { noLookup } from "../source/resolve.ts";
import type { ImportLookup, ModuleValues } from "../source/static-value.ts";
import { readBm25Corpus, type Bm25Corpus } from "./bm25-corpus.ts";
import {
  readDispatchSwitch,
  type ContentsByCase,
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
  /** For what is kept for all rules of a lint. */
  readonly late: <Part>(make: () => Part) => () => Part;
}

interface FirstLook {
  readonly names: NamesList | undefined;
  readonly configs: ServerConfigs | undefined;
}

const constantsLooks = new WeakMap<ModuleValues, FirstLook>();

/** The constants, other files unread until somebody asks for what they hold. */
export function lookAtConstants(
  module: ModuleValues,
  { late, own, whole }: SecondLook<Constants>,
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
          late(() => namesOf(readNamesArray(module, own)?.entries ?? [])),
          () => whole()?.names,
        ),
        configs: lateConfigs(
          configs,
          late(() => readServerConfigs(module, own)),
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
  contents: () => ContentsByCase | undefined,
  { late, own, whole }: SecondLook<DispatchSwitch>,
): DispatchSwitch {
  const look = cached(switchLooks, module, () =>
    readDispatchSwitch(written, module, contents, noLookup),
  );
  return lateList(
    look,
    late(() =>
      namesOf(readDispatchSwitch(written, module, contents, own).entries),
    ),
    whole,
  );
}

const corpusLooks = new WeakMap<ModuleValues, Bm25Corpus | undefined>();

/** The corpus; see {@link lookAtConstants}. */
export function lookAtCorpus(
  module: ModuleValues,
  { late, own, whole }: SecondLook<Bm25Corpus>,
): Bm25Corpus | undefined {
  const look = cached(corpusLooks, module, () =>
    readBm25Corpus(module, noLookup),
  );
  return look
    ? lateList(
        look,
        late(() => namesOf(readBm25Corpus(module, own)?.entries ?? [])),
        whole,
      )
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
  withOwn: () => ReadonlySet<string | undefined>,
  whole: () => List | undefined,
): List {
  if (!look.open) {
    // No other file has anything to add.
    return look;
  }
  const surely = namesOf(look.entries);
  return {
    ...look,
    has: (name: string) => surely.has(name) || withOwn().has(name),
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
  withOwn: () => ServerConfigs | undefined,
  whole: () => ServerConfigs | undefined,
): ServerConfigs {
  const isWhole =
    !look.idsOpen && look.configs.every(({ availability }) => availability);
  if (isWhole) {
    return look;
  }
  const named = (name: string): ServerConfig | undefined =>
    configNamed(look, name) ?? configNamed(withOwn() ?? look, name);
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
