import path from "node:path";
import type { FileStore } from "./file-store.ts";

/** Deeper folders hold no server; a link that leads in a circle ends here. */
const deepest = 8;

/** The files below a folder. */
export interface FolderContents {
  /** Absolute paths, the files of a folder before those of its folders. */
  readonly files: readonly string[];
  /** Whether there may be more: a folder can't be read, a link leads out. */
  readonly open: boolean;
}

/** What is looked for, by the names of files and of the folders on the way. */
export interface Wanted {
  readonly file: (name: string) => boolean;
  /** All folders where it is not given. */
  readonly folder?: (name: string) => boolean;
}

/**
 * Finds the files below a folder, links followed as long as they stay in the
 * workspace. Folders that hold other people's files are left out.
 *
 * @returns none where there is no such folder
 */
export function findFiles(
  folder: string,
  wanted: Wanted,
  store: FileStore,
  workspaceRoot: string,
): FolderContents {
  const entersFolder = (name: string): boolean =>
    name !== "node_modules" &&
    !name.startsWith(".") &&
    wanted.folder?.(name) !== false;
  const found: string[] = [];
  let open = false;
  const visit = (current: string, depth: number): void => {
    const listing = store.list(current);
    if (listing.status !== "read" || depth > deepest) {
      open ||= listing.status !== "missing";
      return;
    }
    const { files, folders, others } = listing.value;
    // Names of entries need no more than to be put behind the folder's.
    const inside = path.join(current, path.sep);
    for (const name of files) {
      if (wanted.file(name)) {
        found.push(inside + name);
      }
    }
    const links = others
      .filter(
        (name) =>
          wanted.file(name) || (!name.includes(".") && entersFolder(name)),
      )
      .map((name) => inside + name)
      .filter((link) => store.exists(link));
    const kept = links.filter((link) => store.isInside(link, workspaceRoot));
    open ||= kept.length < links.length;
    found.push(...kept.filter((link) => store.isFile(link)));
    for (const name of folders) {
      if (entersFolder(name)) {
        visit(inside + name, depth + 1);
      }
    }
    for (const link of kept) {
      if (!store.isFile(link)) {
        visit(link, depth + 1);
      }
    }
  };
  if (store.isInside(folder, workspaceRoot)) {
    visit(folder, 0);
  } else {
    open = store.mayExist(folder);
  }
  return { files: found, open };
}

/** The files that {@link findFiles} finds, where it does not matter what else. */
export function filesUnder(
  ...args: Parameters<typeof findFiles>
): readonly string[] {
  return findFiles(...args).files;
}
