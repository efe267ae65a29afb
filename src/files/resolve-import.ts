import path from "node:path";
import { createPathsMatcher, parseTsconfig } from "get-tsconfig";
import type { FileStore } from "./file-store.ts";

export interface ResolveOptions {
  /** Nothing outside this folder is read. */
  readonly workspaceRoot: string;
  /** Where `@app/…` points when no tsconfig says so. */
  readonly appRoot: string | undefined;
}

type PathsMatcher = (specifier: string) => string[];

/** The `paths` of a tsconfig.json, for as long as its files stay the same. */
interface Mapping {
  readonly matcher: PathsMatcher | undefined;
  /** The file itself and all that it extends, there or not. */
  readonly files: readonly string[];
  readonly versions: readonly object[];
}

/**
 * Finds the file that an import means: relative, through the `paths` of the
 * nearest tsconfig.json, or `@app/…`. Packages are not followed.
 */
export class ImportResolver {
  readonly #store: FileStore;
  readonly #mappings = new Map<string, Mapping>();
  /** By folder: many imports are resolved from each. */
  readonly #configs = new Map<string, readonly string[]>();

  constructor(store: FileStore) {
    this.#store = store;
  }

  /**
   * @param from absolute path of the importing file
   * @returns absolute path of a file under the workspace root, or `undefined`
   */
  resolve(
    from: string,
    specifier: string,
    options: ResolveOptions,
  ): string | undefined {
    for (const candidate of this.#candidates(from, specifier, options)) {
      if (this.#store.isFile(candidate)) {
        return this.#store.isInside(candidate, options.workspaceRoot)
          ? candidate
          : undefined;
      }
    }
    return undefined;
  }

  /** One by one: mostly the first or the second is there. */
  *#candidates(
    from: string,
    specifier: string,
    { appRoot, workspaceRoot }: ResolveOptions,
  ): Generator<string> {
    if (/^\.{1,2}(?:\/|$)/.test(specifier)) {
      const base = path.resolve(path.dirname(from), specifier);
      // `.`, `..` and `./x/` mean a folder, never `x.ts` beside it.
      yield* /(?:^|\/)(?:\.{1,2})?$/.test(specifier)
        ? indexFiles(base)
        : withExtensions(base);
      return;
    }
    const mapped = this.#matcherFor(from, workspaceRoot)?.(specifier) ?? [];
    const bases =
      appRoot !== undefined && specifier.startsWith("@app/")
        ? [...mapped, path.join(appRoot, specifier.slice("@app/".length))]
        : mapped;
    for (const base of bases) {
      yield* withExtensions(base);
    }
  }

  #matcherFor(from: string, root: string): PathsMatcher | undefined {
    for (const file of this.#configsFor(path.dirname(from), root)) {
      if (!this.#store.isFile(file)) {
        continue;
      }
      const known = this.#mappings.get(file);
      if (known && this.#isCurrent(known)) {
        return known.matcher;
      }
      const { files, matcher } = readMatcher(file);
      const versions = files.map((one) => this.#store.version(one));
      this.#mappings.set(file, { files, matcher, versions });
      return matcher;
    }
    return undefined;
  }

  /** Where a tsconfig.json may be for the files of a folder, nearest first. */
  #configsFor(folder: string, root: string): readonly string[] {
    const key = `${root}\n${folder}`;
    let files = this.#configs.get(key);
    if (!files) {
      files = foldersUpTo(folder, root).map((one) =>
        path.join(one, "tsconfig.json"),
      );
      this.#configs.set(key, files);
    }
    return files;
  }

  #isCurrent({ files, versions }: Mapping): boolean {
    return files.every(
      (file, index) => this.#store.version(file) === versions[index],
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

function readMatcher(file: string): {
  matcher: PathsMatcher | undefined;
  files: readonly string[];
} {
  // Filled with what the parser asks of the disk: `readFileSync:path:utf8`.
  const asked = new Map<string, string>();
  let matcher: PathsMatcher | undefined;
  try {
    const config = parseTsconfig(file, asked);
    matcher = createPathsMatcher({ path: file, config }) ?? undefined;
  } catch {
    // A broken tsconfig is the compiler's to report; imports stay unresolved.
  }
  const paths = Array.from(asked.keys(), (key) =>
    key.replace(/^\w+:/, "").replace(/:utf8$/, ""),
  );
  return { matcher, files: [...new Set([file, ...paths])] };
}

const sourceExtensions = [
  ".ts",
  ".tsx",
  ".mts",
  ".cts",
  ".js",
  ".mjs",
  ".cjs",
  ".jsx",
];

/** TypeScript's way from `./x` or `./x.js` to the file that is there. */
function* withExtensions(base: string): Generator<string> {
  yield* typeScriptSources(base);
  if (path.extname(base) !== "") {
    yield base;
  }
  for (const extension of sourceExtensions) {
    yield base + extension;
  }
  yield* indexFiles(base);
}

/** What `x.js` was compiled from: written before it, and wanted before it. */
function typeScriptSources(base: string): string[] {
  const compiled = /\.([cm]?)jsx?$/.exec(base);
  if (!compiled) {
    return [];
  }
  const stem = base.slice(0, compiled.index);
  const kind = compiled[1] ?? "";
  return kind === "" ? [`${stem}.ts`, `${stem}.tsx`] : [`${stem}.${kind}ts`];
}

function* indexFiles(folder: string): Generator<string> {
  for (const extension of sourceExtensions) {
    yield path.join(folder, `index${extension}`);
  }
}
