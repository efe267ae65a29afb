import path from "node:path";
import {
  createPathsMatcher,
  parseTsconfig,
  type TsConfigResult,
} from "get-tsconfig";
import type { FileStore } from "./file-store.ts";

export interface ResolveOptions {
  /** Nothing outside this folder is read. */
  readonly workspaceRoot: string;
  /** Where `@app/…` points when no tsconfig says so. */
  readonly appRoot: string | undefined;
}

type PathsMatcher = (specifier: string) => string[];

/**
 * Finds the file that an import means: relative, through the `paths` of the
 * nearest tsconfig.json, or `@app/…`. Packages are not followed.
 */
export class ImportResolver {
  readonly #store: FileStore;
  readonly #matchers = new Map<
    string,
    { version: string; matcher: PathsMatcher | undefined }
  >();

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
    const found = this.#candidates(from, specifier, options)
      .flatMap(withExtensions)
      .find((candidate) => this.#store.isFile(candidate));
    return found !== undefined &&
      this.#store.isInside(found, options.workspaceRoot)
      ? found
      : undefined;
  }

  #candidates(
    from: string,
    specifier: string,
    { appRoot, workspaceRoot }: ResolveOptions,
  ): string[] {
    if (/^\.{1,2}(?:\/|$)/.test(specifier)) {
      return [path.resolve(path.dirname(from), specifier)];
    }
    const mapped = this.#matcherFor(from, workspaceRoot)?.(specifier) ?? [];
    return appRoot !== undefined && specifier.startsWith("@app/")
      ? [...mapped, path.join(appRoot, specifier.slice("@app/".length))]
      : mapped;
  }

  #matcherFor(from: string, root: string): PathsMatcher | undefined {
    for (const folder of foldersUpTo(from, root)) {
      const file = path.join(folder, "tsconfig.json");
      if (!this.#store.isFile(file)) {
        continue;
      }
      const version = this.#store.version(file);
      const known = this.#matchers.get(file);
      if (known?.version === version) {
        return known.matcher;
      }
      const matcher = readMatcher(file);
      this.#matchers.set(file, { version, matcher });
      return matcher;
    }
    return undefined;
  }
}

/** The folders from a file's own up to the root, both included. */
export function foldersUpTo(file: string, root: string): string[] {
  const folders: string[] = [];
  let folder = path.dirname(file);
  for (;;) {
    folders.push(folder);
    const parent = path.dirname(folder);
    if (folder === root || parent === folder) {
      return folders;
    }
    folder = parent;
  }
}

function readMatcher(file: string): PathsMatcher | undefined {
  try {
    const result: TsConfigResult = { path: file, config: parseTsconfig(file) };
    return createPathsMatcher(result) ?? undefined;
  } catch {
    // A broken tsconfig is the compiler's to report; imports stay unresolved.
    return undefined;
  }
}

const sourceExtensions = [".ts", ".tsx", ".mts", ".js", ".mjs", ".cjs", ".jsx"];

/** TypeScript's way from `./x` or `./x.js` to the file that is there. */
function withExtensions(base: string): string[] {
  const compiled = /\.([cm]?)jsx?$/.exec(base);
  const asTypeScript = compiled
    ? [
        `${base.slice(0, compiled.index)}.${compiled[1] ?? ""}ts`,
        `${base.slice(0, compiled.index)}.tsx`,
      ]
    : [];
  return [
    ...(path.extname(base) === "" ? [] : [base]),
    ...asTypeScript,
    ...sourceExtensions.map((extension) => base + extension),
    ...sourceExtensions.map((extension) =>
      path.join(base, `index${extension}`),
    ),
  ];
}
