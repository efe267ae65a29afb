import path from "node:path";
import { FileStore } from "../../src/files/file-store.ts";
import { parseFile } from "../../src/files/parse-file.ts";
import { ImportResolver } from "../../src/files/resolve-import.ts";
import { findRoots } from "../../src/files/roots.ts";
import { configEntries } from "../../src/registries/missing-configs.ts";
import type { NamedList } from "../../src/registries/named-entries.ts";
import { RegistryReader } from "../../src/registries/read-registries.ts";
import type { Registries } from "../../src/registries/registries.ts";
import {
  isGone,
  knownDefinitions,
  lacks,
  missingServers,
} from "../../src/registries/registration.ts";
import type { Registry } from "../../src/registries/registry.ts";
import {
  landmarksOf,
  readSettings,
  settingsKey,
  type SettingsInput,
} from "../../src/settings.ts";
import {
  freezeModuleValues,
  readModuleValues,
} from "../../src/source/module-values.ts";
import { Silences } from "../../src/silent-rules.ts";
import { MemoryDisk } from "./memory-disk.ts";
import { app, repository } from "./small-repository.ts";

/** How long a stat is trusted. */
export const interval = 250;

/** What each registry means for a file: fine, trouble, or names that are wrong. */
export type Verdict = Record<string, string>;

/** A process that lints one file after another, as an editor does. */
export class Editor {
  readonly disk: MemoryDisk;
  readonly #given: SettingsInput;
  readonly #store: FileStore;
  readonly #resolver: ImportResolver;
  readonly #reader: RegistryReader;
  readonly #silences: Silences | undefined;
  readonly #said = new Map<string, Verdict>();

  /**
   * @param remembers whether a lint says what it said before, as rules without
   *   findings do, as long as nothing changed that it asked for
   */
  constructor(
    disk: MemoryDisk = diskWith(repository()),
    settings: SettingsInput = { root: "/w" },
    remembers = false,
  ) {
    this.disk = disk;
    this.#given = settings;
    this.#store = new FileStore({
      fileSystem: disk,
      now: disk.now,
      restatInterval: interval,
      // Long after the last change.
      wallClock: () => disk.time + 1_000_000,
    });
    this.#resolver = new ImportResolver(this.#store);
    this.#reader = new RegistryReader(this.#store, this.#resolver);
    this.#silences = remembers ? new Silences(this.#store) : undefined;
  }

  /** @param text the buffer, when it differs from the disk */
  read(file: string, text = this.disk.readFileSync(file)): Registries {
    const parsed = parseFile(file, text);
    if (parsed.status !== "parsed") {
      throw new Error(`${file}: ${parsed.reason}`);
    }
    const settings = readSettings({ [settingsKey]: this.#given });
    const roots = findRoots(
      file,
      { root: settings.root, landmarks: landmarksOf(settings) },
      this.#store,
    );
    const values = readModuleValues(parsed.file);
    return this.#reader.read({
      file: parsed.file,
      settings,
      roots,
      values,
      lookup: (from, specifier) => {
        const target = this.#resolver.resolve(from, specifier, roots);
        const reading =
          target === undefined || target === file
            ? undefined
            : this.#store.read(target, freezeModuleValues);
        return reading?.status === "read"
          ? reading.value
          : target === file
            ? values
            : undefined;
      },
    });
  }

  /** What a lint of a file would say. */
  lint(file: string, text?: string): Verdict {
    const linted = path.posix.join(app, file);
    const lint = (): Verdict => verdictOf(this.read(linted, text));
    const silent = this.#silences?.of(
      { path: linted, text: text ?? this.disk.readFileSync(linted) },
      { settings: this.#given, parser: undefined },
    );
    const said = silent?.has("all") ? this.#said.get(linted) : undefined;
    if (!silent || said) {
      return said ?? lint();
    }
    const verdict = silent.noting(lint);
    this.#said.set(linted, verdict);
    silent.add("all");
    return verdict;
  }

  /** The same with nothing known. */
  lintAnew(file: string, text?: string): Verdict {
    return new Editor(this.disk, this.#given).lint(file, text);
  }
}

export function diskWith(
  files: Readonly<Record<string, string>>,
  root = app,
): MemoryDisk {
  return new MemoryDisk(
    Object.fromEntries(
      Object.entries(files).map(([place, text]) => [
        path.posix.join(root, place),
        text,
      ]),
    ),
  );
}

function verdictOf(registries: Registries): Verdict {
  const judge = (list: Omit<NamedList, "range"> | undefined): string => {
    if (!list) {
      return "none";
    }
    if (registries.role === undefined) {
      const missing = knownDefinitions(registries.definitions).filter(
        ({ serverName }) => lacks(list, serverName, [], registries),
      );
      return shown(missing.map(({ serverName }) => `-${serverName}`));
    }
    return shown([
      ...missingServers(list, [], registries).map(
        ({ serverName }) => `-${serverName}`,
      ),
      ...list.entries.flatMap(({ name }) =>
        name !== undefined && isGone(name, registries) ? [`+${name}`] : [],
      ),
    ]);
  };
  const { bm25Corpus, constants, idSnapshot } = registries;
  return {
    names: said(constants, ({ names }) => judge(names)),
    configs: said(constants, ({ configs }) =>
      judge(configs && configEntries(configs)),
    ),
    switch: said(registries.switch, judge),
    bm25Corpus: said(bm25Corpus, judge),
    idSnapshot: said(idSnapshot, (entries) =>
      entries.map(({ name }) => name).join(" "),
    ),
  };
}

function said<T>(registry: Registry<T>, say: (value: T) => string): string {
  switch (registry.status) {
    case "read":
      return say(registry.value);
    case "trouble":
      return registry.trouble.kind;
    case "off":
      return "off";
  }
}

function shown(names: readonly string[]): string {
  return names.length === 0 ? "fine" : names.join(" ");
}
