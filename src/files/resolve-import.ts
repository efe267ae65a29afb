import path from "node:path";
import type { FileStore } from "./file-store.ts";
import { TsconfigPaths } from "./tsconfig-paths.ts";

export interface ResolveOptions {
  /** Nothing outside this folder is read. */
  readonly workspaceRoot: string;
  /** Where `@app/…` points when no tsconfig says so. */
  readonly appRoot: string | undefined;
}

/**
 * Finds the file that an import means: relative, through the `paths` of the
 * nearest tsconfig.json, or `@app/…`. Packages are not followed.
 */
export class ImportResolver {
  readonly #store: FileStore;
  readonly #tsconfigs: TsconfigPaths;

  constructor(store: FileStore) {
    this.#store = store;
    this.#tsconfigs = new TsconfigPaths(store);
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
    const mapped =
      this.#tsconfigs.matcherFor(from, workspaceRoot)?.(specifier) ?? [];
    const bases =
      appRoot !== undefined && specifier.startsWith("@app/")
        ? [...mapped, path.join(appRoot, specifier.slice("@app/".length))]
        : mapped;
    for (const base of bases) {
      yield* withExtensions(base);
    }
  }
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
