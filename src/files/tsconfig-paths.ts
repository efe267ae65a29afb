import path from "node:path";
import { createPathsMatcher, parseTsconfig, type Cache } from "get-tsconfig";
import type { FileStore } from "./file-store.ts";

/** Gives the paths that a specifier may mean, best first. */
export type PathsMatcher = (specifier: string) => string[];

/** The `paths` of a tsconfig.json, for as long as its files stay the same. */
interface Mapping {
  readonly matcher: PathsMatcher | undefined;
  /** The file itself and all that it may mean by `extends`, there or not. */
  readonly files: readonly FileVersion[];
}

interface FileVersion {
  readonly file: string;
  readonly isInside: boolean;
  readonly version: object;
}

/** The `paths` of tsconfig.json files, read from under the workspace root alone. */
export class TsconfigPaths {
  readonly #store: FileStore;
  readonly #mappings = new Map<string, Mapping>();
  /** By folder: many imports are resolved from each. */
  readonly #places = new Map<string, readonly string[]>();

  constructor(store: FileStore) {
    this.#store = store;
  }

  /**
   * @param from absolute path of the importing file
   * @returns what the nearest tsconfig.json makes of a specifier, `undefined`
   *   where there is none, or where it says nothing of paths
   */
  matcherFor(from: string, workspaceRoot: string): PathsMatcher | undefined {
    for (const file of this.#placesFor(path.dirname(from), workspaceRoot)) {
      if (
        this.#store.isFile(file) &&
        this.#store.isInside(file, workspaceRoot)
      ) {
        return this.#mapping(file, workspaceRoot).matcher;
      }
    }
    return undefined;
  }

  /** Where a tsconfig.json may be for the files of a folder, nearest first. */
  #placesFor(folder: string, root: string): readonly string[] {
    const key = `${root}\n${folder}`;
    let files = this.#places.get(key);
    if (!files) {
      files = foldersUpTo(folder, root).map((one) =>
        path.join(one, "tsconfig.json"),
      );
      this.#places.set(key, files);
    }
    return files;
  }

  #mapping(file: string, root: string): Mapping {
    const key = `${root}\n${file}`;
    const known = this.#mappings.get(key);
    if (known?.files.every((one) => this.#isCurrent(one, root)) === true) {
      return known;
    }
    const { asked, matcher } = readMatcher(file, root, this.#store);
    const files = Array.from(asked, (one) => ({
      file: one,
      isInside: this.#store.isInside(one, root),
      version: this.#store.version(one),
    }));
    const fresh = { matcher, files };
    this.#mappings.set(key, fresh);
    return fresh;
  }

  #isCurrent({ file, isInside, version }: FileVersion, root: string): boolean {
    return (
      this.#store.version(file) === version &&
      this.#store.isInside(file, root) === isInside
    );
  }
}

/** The folders from one up to the root, both included. */
function foldersUpTo(start: string, root: string): string[] {
  const folders: string[] = [];
  let folder = start;
  for (;;) {
    folders.push(folder);
    const parent = path.dirname(folder);
    if (folder === root || parent === folder) {
      return folders;
    }
    folder = parent;
  }
}

/**
 * What a tsconfig.json extends and cannot be had is as if it were not named, as
 * it is for the compiler. The parser gives up at the first such name: then the
 * last file it came to is read without its `extends`, until it gets through.
 */
function readMatcher(
  file: string,
  root: string,
  store: FileStore,
): { matcher: PathsMatcher | undefined; asked: ReadonlySet<string> } {
  const asked = new Set([file]);
  const alone = new Set<string>();
  for (;;) {
    const answers = new Answers(store, root, alone);
    try {
      // Its type knows only texts, and it keeps all that it asks of the disk.
      const config = parseTsconfig(file, answers as Cache<string>);
      const matcher = createPathsMatcher({ path: file, config }) ?? undefined;
      return { matcher, asked: new Set([...asked, ...answers.asked]) };
    } catch {
      // A broken tsconfig is the compiler's to report.
      answers.asked.forEach((one) => asked.add(one));
    }
    const lost = answers.configs.findLast((one) => !alone.has(one));
    if (lost === undefined) {
      return { matcher: undefined, asked };
    }
    alone.add(lost);
  }
}

/**
 * The parser looks for each call of `node:fs` in a cache, under its name and
 * arguments, before it makes the call: `readFileSync:/w/tsconfig.json:utf8`. So
 * this answers all of them from the store. What is not under the root is not there.
 */
class Answers extends Map<string, unknown> {
  /** All that was asked for. */
  readonly asked = new Set<string>();
  /** The tsconfig files that were read, in their order. */
  readonly configs: string[] = [];
  readonly #store: FileStore;
  readonly #root: string;
  /** Files of which `extends` is not read. */
  readonly #alone: ReadonlySet<string>;

  constructor(store: FileStore, root: string, alone: ReadonlySet<string>) {
    super();
    this.#store = store;
    this.#root = root;
    this.#alone = alone;
  }

  override get(key: string): unknown {
    if (key.startsWith("resolveFromPackageJsonPath:")) {
      // What it concluded itself from the answers.
      return super.get(key);
    }
    const { call, file } =
      /^(?<call>\w+):(?<file>.*?)(?::utf8)?$/s.exec(key)?.groups ?? {};
    if (call === undefined || file === undefined) {
      throw new Error(`No call of the disk: ${key}`);
    }
    this.asked.add(file);
    const isThere =
      this.#store.isInside(file, this.#root) && this.#store.exists(file);
    if (call === "existsSync") {
      return isThere;
    }
    if (!isThere) {
      throw new Error(`Not in the workspace: ${file}`);
    }
    switch (call) {
      case "statSync":
        return {
          isFile: () => this.#store.isFile(file),
          isDirectory: () => !this.#store.isFile(file),
        };
      case "realpathSync":
        return this.#store.realPath(file);
      case "readFileSync":
        return this.#text(file);
    }
    // Without an answer it would ask the disk.
    throw new Error(`Another call of the disk: ${key}`);
  }

  #text(file: string): string {
    const reading = this.#store.readText(file, asItIs);
    if (reading.status !== "read") {
      throw new Error(`${reading.status}: ${file}`);
    }
    if (path.basename(file) !== "package.json") {
      this.configs.push(file);
    }
    return this.#alone.has(file)
      ? reading.value.replaceAll('"extends"', '"not extended"')
      : reading.value;
  }
}

function asItIs(text: string): string {
  return text;
}
