import path from "node:path";
import type { FileStore } from "./file-store.ts";

/** How many folders below the workspace root an app root is looked for. */
const deepestApp = 2;

/**
 * Finds the app roots of a workspace: folders that hold a landmark, at the
 * workspace root or up to two folders below it.
 *
 * @param landmarks files whose place relative to an app root is known
 * @returns absolute paths, a folder before those in it
 */
export function findApps(
  workspaceRoot: string,
  landmarks: readonly string[],
  store: FileStore,
): readonly string[] {
  const found: string[] = [];
  const visit = (folder: string, depth: number): void => {
    if (
      landmarks.some((landmark) => store.mayExist(path.join(folder, landmark)))
    ) {
      found.push(folder);
    }
    const listing = depth < deepestApp ? store.list(folder) : undefined;
    if (listing?.status !== "read") {
      return;
    }
    const { folders, others } = listing.value;
    for (const name of [...folders, ...others]) {
      const inner = path.join(folder, name);
      if (
        name !== "node_modules" &&
        !name.startsWith(".") &&
        !store.isFile(inner) &&
        store.isInside(inner, workspaceRoot)
      ) {
        visit(inner, depth + 1);
      }
    }
  };
  visit(workspaceRoot, 0);
  return found;
}
