import path from "node:path";
import { FileStore } from "../../src/files/file-store.ts";
import { parseFile } from "../../src/files/parse-file.ts";
import { ImportResolver } from "../../src/files/resolve-import.ts";
import { findRoots } from "../../src/files/roots.ts";
import { configMismatches } from "../../src/registries/name-mismatches.ts";
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
import { snapshotDrift } from "../../src/registries/snapshot-drift.ts";
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
  /** What is asked by a lint, each by itself, as by rules. */
  judges: Judges = registryJudges;
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
    const silent = this.#silences?.of(
      { path: linted, text: text ?? this.disk.readFileSync(linted) },
      { settings: this.#given, parser: undefined },
    );
    // As for rules: those that come later make use of what was read for others.
    const registries = this.#store.late(() => this.read(linted, text));
    const before = this.#said.get(linted);
    const verdict = Object.fromEntries(
      Object.entries(this.judges).map(([part, judge]) => {
        const said = silent?.has(part) === true ? before?.[part] : undefined;
        if (said !== undefined || !silent) {
          return [part, said ?? judge(registries())];
        }
        const running = silent.begin();
        const fresh = running.noting(() => judge(registries()));
        running.wasSilent(part);
        return [part, fresh];
      }),
    );
    this.#said.set(linted, verdict);
    return verdict;
  }

  /** The same with nothing known. */
  lintAnew(file: string, text?: string): Verdict {
    const editor = new Editor(this.disk, this.#given);
    editor.judges = this.judges;
    return editor.lint(file, text);
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

type Judges = Readonly<Record<string, (registries: Registries) => string>>;

/** What is said of each registry. */
const registryJudges: Judges = {
  names: (registries) =>
    said(registries.constants, ({ names }) => judge(names, registries)),
  configs: (registries) =>
    said(registries.constants, ({ configs }) =>
      judge(configs && configEntries(configs), registries),
    ),
  switch: (registries) =>
    said(registries.switch, (list) => judge(list, registries)),
  bm25Corpus: (registries) =>
    said(registries.bm25Corpus, (list) => judge(list, registries)),
  idSnapshot: ({ idSnapshot }) =>
    said(idSnapshot, (entries) => entries.map(({ name }) => name).join(" ")),
};

/** The same, and what is made of several of them together. */
const moreJudges: Judges = {
  ...registryJudges,
  mismatches: (registries) =>
    configMismatches(registries)
      .map(({ blame, key, name }) => `${key} ${name} ${blame}`)
      .join(),
  drift: (registries) =>
    snapshotDrift(registries)
      .map((drift) =>
        drift.kind === "gone"
          ? `${drift.entry.name} gone`
          : `${drift.config.name} ${drift.kind}`,
      )
      .join(),
  cases: (registries) =>
    said(registries.switch, ({ entries }) =>
      entries
        .flatMap((entry) => registries.caseServers(entry) ?? [])
        .map(({ name }) => name)
        .join(),
    ),
  "servers in the corpus": (registries) =>
    said(registries.bm25Corpus, ({ entries }) =>
      entries.map((entry) => registries.corpusServer(entry)).join(),
    ),
  "names in configs": (registries) =>
    said(registries.constants, ({ configs }) =>
      (configs?.configs ?? [])
        .map((config) => registries.nameIn(config))
        .map((name) => (name.kind === "known" ? name.value.text : name.kind))
        .join(),
    ),
  targets: (registries) =>
    said(registries.constants, ({ configs }) =>
      (configs?.configs ?? [])
        .map((config) => registries.targetOf(config))
        .map((target) => (target.kind === "server" ? target.name : target.kind))
        .join(),
    ),
  definitions: ({ definitions, unit }) =>
    [...definitions, ...unit].map(({ serverName }) => serverName).join(),
};

/** Each comes twice: the second one gets what was kept for the first. */
export const allJudges: Judges = {
  ...moreJudges,
  ...Object.fromEntries(
    Object.entries(moreJudges).map(([part, judge]) => [`${part} again`, judge]),
  ),
};

function judge(
  list: Omit<NamedList, "range"> | undefined,
  registries: Registries,
): string {
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
