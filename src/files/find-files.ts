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

/**
 * Finds the files below a folder, links followed as long as they stay in the
 * workspace. Folders that hold other people's files are left out.
 *
 * @param isWanted asked with each file's name
 * @returns none where there is no such folder
 */
export function findFiles(
  folder: string,
  isWanted: (name: string) => boolean,
  store: FileStore,
  workspaceRoot: string,
): FolderContents {
  const found: string[] = [];
  let open = false;
  const visit = (current: string, depth: number): void => {
    const listing = store.list(current);
    if (listing.status !== "read" || depth > deepest) {
      open ||= listing.status !== "missing";
      return;
    }
    const { files, folders, others } = listing.value;
    for (const name of files) {
      if (isWanted(name)) {
        found.push(path.join(current, name));
      }
    }
    const links = others
      .filter((name) => isWanted(name) || !name.includes("."))
      .map((name) => path.join(current, name))
      .filter((link) => store.exists(link));
    const inside = links.filter((link) => store.isInside(link, workspaceRoot));
    open ||= inside.length < links.length;
    found.push(...inside.filter((link) => store.isFile(link)));
    for (const name of folders) {
      if (name !== "node_modules" && !name.startsWith(".")) {
        visit(path.join(current, name), depth + 1);
      }
    }
    for (const link of inside) {
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
