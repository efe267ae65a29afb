import path from "node:path";
import type { FileStore } from "./file-store.ts";

/** Deeper folders hold no server; a link that leads in a circle ends here. */
const deepest = 8;

/**
 * The files below a folder, links followed as long as they stay in the
 * workspace. Folders that hold other people's files are left out.
 *
 * @param isWanted asked with each file's name
 * @returns absolute paths, the files of a folder before those of its folders;
 *   empty for what is no folder
 */
export function filesUnder(
  folder: string,
  isWanted: (name: string) => boolean,
  store: FileStore,
  workspaceRoot: string,
): string[] {
  const found: string[] = [];
  const visit = (current: string, depth: number): void => {
    const listing = store.list(current);
    if (listing.status !== "read" || depth > deepest) {
      return;
    }
    const { files, folders, others } = listing.value;
    const links = others
      .filter((name) => isWanted(name) || !name.includes("."))
      .map((name) => path.join(current, name))
      .filter((link) => store.isInside(link, workspaceRoot));
    found.push(
      ...files.filter(isWanted).map((name) => path.join(current, name)),
      ...links.filter((link) => store.isFile(link)),
    );
    for (const name of folders) {
      if (name !== "node_modules" && !name.startsWith(".")) {
        visit(path.join(current, name), depth + 1);
      }
    }
    for (const link of links) {
      if (!store.isFile(link)) {
        visit(link, depth + 1);
      }
    }
  };
  if (store.isInside(folder, workspaceRoot)) {
    visit(folder, 0);
  }
  return found;
}
