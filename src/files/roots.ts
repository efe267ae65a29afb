import path from "node:path";
import type { FileStore } from "./file-store.ts";

export interface Roots {
  /**
   * The folder that holds the constants file, else the one that holds the
   * switch; `undefined` outside any. What other settings are relative to.
   */
  readonly appRoot: string | undefined;
  /** Nothing outside this folder is read. */
  readonly workspaceRoot: string;
}

/**
 * Finds both roots of a file.
 *
 * @param file absolute path of the linted file
 * @param landmarks files whose place relative to an app root is known: the
 *   constants file, and the next one for a repository that lost it
 * @param root the workspace root, where a setting gives it; else it is the
 *   nearest folder above with `.git` or npm workspaces, else the app root, else
 *   the nearest folder with a package.json, else the file's own
 */
export function findRoots(
  file: string,
  {
    landmarks,
    root,
  }: { landmarks: readonly string[]; root?: string | undefined },
  store: FileStore,
): Roots {
  /** The nearest folder for each landmark. */
  const appRoots: (string | undefined)[] = landmarks.map(() => undefined);
  let workspaceRoot = root;
  let packageRoot: string | undefined;
  const isRoot = root === undefined ? undefined : sameFolder(file, root, store);
  /** Where a landmark may be, but the system does not let it be seen. */
  let hidden: string | undefined;
  const marks = landmarks.map((name) => ({
    name,
    start: firstFolder(name),
    isNamedLike: path.basename(name) === path.basename(file),
  }));
  let folder = path.dirname(file);
  for (;;) {
    const isThere = inFolder(folder, store);
    for (const [index, { isNamedLike, name, start }] of marks.entries()) {
      if (appRoots[index] !== undefined || !(isNamedLike || isThere(start))) {
        continue;
      }
      const place = path.join(folder, name);
      // The linted file is there, saved or not.
      if (place === file || store.exists(place)) {
        appRoots[index] = folder;
      } else if (store.mayExist(place)) {
        hidden ??= folder;
      }
    }
    if (isRoot) {
      workspaceRoot = isRoot(folder) ? folder : workspaceRoot;
    } else {
      const manifest = path.join(folder, "package.json");
      if (packageRoot === undefined && store.isFile(manifest)) {
        packageRoot = folder;
      }
      if (
        store.exists(path.join(folder, ".git")) ||
        hasWorkspaces(manifest, store)
      ) {
        workspaceRoot = folder;
      }
    }
    const parent = path.dirname(folder);
    if (folder === workspaceRoot || parent === folder) {
      break;
    }
    folder = parent;
  }
  const appRoot = appRoots.find((found) => found !== undefined) ?? hidden;
  const isOutside = root !== undefined && folder !== workspaceRoot;
  return {
    // An app root above the setting's folder may not be read.
    appRoot: isOutside ? undefined : appRoot,
    workspaceRoot:
      workspaceRoot ?? appRoot ?? packageRoot ?? path.dirname(file),
  };
}

/** The first folder on the way to a landmark, or the landmark itself. */
function firstFolder(landmark: string): string {
  return /^[^/\\]*/.exec(landmark)?.[0] ?? landmark;
}

/**
 * Tells whether something may be in a folder. Landmarks stand deep and begin
 * alike: in most folders one look says that none of them is there.
 */
function inFolder(folder: string, store: FileStore): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    const found = known.get(name) ?? store.mayExist(path.join(folder, name));
    known.set(name, found);
    return found;
  };
}

/**
 * Tells whether a folder above the file is the root of the settings. A file may
 * be linted by another path than that one, as below macOS's /tmp: then links are
 * followed, and the root goes by the name that the linted file has it.
 */
function sameFolder(
  file: string,
  root: string,
  store: FileStore,
): (folder: string) => boolean {
  const prefix = root.endsWith(path.sep) ? root : root + path.sep;
  return file.startsWith(prefix)
    ? (folder) => folder === root
    : (folder) => {
        const real = store.realPath(root);
        return real !== undefined && store.realPath(folder) === real;
      };
}

function hasWorkspaces(manifest: string, store: FileStore): boolean {
  const reading = store.readText(manifest, namesWorkspaces);
  return reading.status === "read" && reading.value;
}

function namesWorkspaces(text: string): boolean {
  try {
    const parsed: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return (
      typeof parsed === "object" && parsed !== null && "workspaces" in parsed
    );
  } catch {
    // A broken package.json names no workspaces; npm is the one to report it.
    return false;
  }
}
