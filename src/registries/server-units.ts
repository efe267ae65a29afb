import path from "node:path";
import { filesUnder, type Wanted } from "../files/find-files.ts";
import type { FileStore } from "../files/file-store.ts";
import type { Roots } from "../files/roots.ts";
import type { Settings } from "../settings.ts";

/** The folders of the settings, absolute. */
export function serverFolders(
  { servers }: Settings,
  { appRoot }: Roots,
): string[] {
  return appRoot === undefined
    ? []
    : servers.map((folder) => path.join(appRoot, folder));
}

/**
 * What belongs together: a folder of its own below the configured one, or a
 * single file in it.
 */
export function unitOf(file: string, folders: readonly string[]): string {
  const folder = folderAround(file, folders);
  if (folder === undefined) {
    return file;
  }
  const end = file.indexOf(path.sep, folder.length + 1);
  return end === -1 ? file : file.slice(0, end);
}

/** Which of the configured folders a file is in; the inner one of two. */
export function folderAround(
  file: string,
  folders: readonly string[],
): string | undefined {
  let found: string | undefined;
  for (const folder of folders) {
    if (
      file.startsWith(folder + path.sep) &&
      folder.length > (found?.length ?? 0)
    ) {
      found = folder;
    }
  }
  return found;
}

/** A server's folder, or the one file of a server, with its source files. */
export interface ServerUnit {
  /** Absolute. */
  readonly root: string;
  readonly isSingleFile: boolean;
  /** Absolute paths; no tests, no declarations. */
  readonly files: readonly string[];
}

/**
 * Finds the files of a unit.
 *
 * @param linted a file that is there, saved or not
 */
export function serverUnit(
  root: string,
  store: FileStore,
  { workspaceRoot }: Pick<Roots, "workspaceRoot">,
  linted?: string,
): ServerUnit {
  if (root === linted || store.isFile(root)) {
    return { root, isSingleFile: true, files: [root] };
  }
  const files = filesUnder(root, definitionFilesWanted, store, workspaceRoot);
  const isUnsaved =
    linted?.startsWith(root + path.sep) === true &&
    mayDefineIn(root, linted) &&
    !files.includes(linted);
  return {
    root,
    isSingleFile: false,
    files: isUnsaved ? [...files, linted] : files,
  };
}

/** Folders of tests. */
export const testFolders: readonly string[] = ["test", "tests", "__tests__"];

/** Folders of what tests use. */
export const fakesFolders: readonly string[] = ["__fixtures__", "__mocks__"];

/**
 * The presets leave them out, too: a server in one of them is a fake, which
 * nobody registers.
 */
const foldersOfTests: ReadonlySet<string> = new Set([
  ...testFolders,
  ...fakesFolders,
]);

/** The files that may define a server, by their names and their folders'. */
export const definitionFilesWanted: Wanted = {
  file: (name) =>
    /\.[cm]?[jt]sx?$/.test(name) &&
    !/\.(?:test|spec|d)\.[cm]?[jt]sx?$/.test(name),
  folder: (name) => !foldersOfTests.has(name),
};

/**
 * Whether a file below a folder may define a server there.
 *
 * @param folder one of the settings, or that of a server
 */
export function mayDefineIn(folder: string, file: string): boolean {
  const names = path.relative(folder, path.dirname(file)).split(path.sep);
  return (
    definitionFilesWanted.file(path.basename(file)) &&
    !names.some((name) => foldersOfTests.has(name))
  );
}
