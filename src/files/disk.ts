import fs from "node:fs";
import type { Listing, Reading } from "./reading.ts";

/** The calls of `node:fs` that are used; tests hand in their own. */
export interface FileSystem {
  /** May answer `undefined`, or throw, when there is nothing. */
  statSync(
    path: string,
    options: { throwIfNoEntry: false },
  ): FileStat | undefined;
  readFileSync(path: string, encoding: "utf8"): string;
  realpathSync(path: string): string;
  readdirSync(path: string, options: { withFileTypes: true }): FolderEntry[];
}

/** What stands in a folder; a link is neither of both until it is followed. */
export interface FolderEntry {
  readonly name: string;
  isDirectory(): boolean;
  isFile(): boolean;
}

export interface FileStat {
  readonly mtimeMs: number;
  readonly size: number;
  /** Differs where another file was moved here, its mtime with it. */
  readonly ino?: number;
  /** Changes where somebody sets the mtime back. */
  readonly ctimeMs?: number;
  isFile(): boolean;
}

export const disk: FileSystem = {
  statSync: (file, options) => fs.statSync(file, options),
  readFileSync: (file, encoding) => fs.readFileSync(file, encoding),
  // One call of the system, where the other looks at each folder on the way.
  realpathSync: (file) => fs.realpathSync.native(file),
  readdirSync: (folder, options) => fs.readdirSync(folder, options),
};

/** What stands at a path, as it was at one time. */
export interface Stamp {
  /** `other`: a directory, a pipe, a device. */
  readonly kind: "file" | "other" | "missing" | "failed";
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly size: number;
  readonly ino: number;
  /**
   * Whether a later change shows. The clock of a file system goes in steps: two
   * edits in one step have one mtime.
   */
  readonly isSettled: boolean;
  readonly reason?: string;
}

/** The longest step of the clock of any common file system, in milliseconds. */
const longestClockStep = 20;

const nothingThere: Stamp = {
  kind: "missing",
  mtimeMs: 0,
  ctimeMs: 0,
  size: 0,
  ino: 0,
  isSettled: true,
};

/** Larger files are no source code that anybody wrote. */
export const largestFile = 5_000_000;

/**
 * Looks at what stands at a path.
 *
 * @param wallClock the clock that gives files their mtime
 */
export function readStamp(
  file: string,
  fileSystem: FileSystem,
  wallClock: () => number,
): Stamp {
  try {
    // Most looks are for files that an import may mean but that aren't
    // there: an error for each would cost more than the look.
    const stat = fileSystem.statSync(file, { throwIfNoEntry: false });
    if (!stat) {
      return nothingThere;
    }
    const { ctimeMs = 0, ino = 0, mtimeMs, size } = stat;
    const kind = stat.isFile() ? "file" : "other";
    const age = wallClock() - Math.max(mtimeMs, ctimeMs);
    return {
      kind,
      mtimeMs,
      ctimeMs,
      size,
      ino,
      isSettled: age < 0 || age > longestClockStep,
    };
  } catch (error) {
    return isNothing(error)
      ? nothingThere
      : { ...nothingThere, kind: "failed", reason: String(error) };
  }
}

/** The names in a folder that was looked at. */
export function readListing(
  folder: string,
  stamp: Stamp,
  fileSystem: FileSystem,
): Reading<Listing> {
  switch (stamp.kind) {
    case "missing":
      return { status: "missing" };
    case "file":
      return { status: "not-a-file" };
    case "failed":
      return { status: "unreadable", reason: stamp.reason ?? "unknown" };
    case "other":
      break;
  }
  try {
    const entries = fileSystem.readdirSync(folder, {
      withFileTypes: true,
    });
    const namesOf = (isWanted: (entry: FolderEntry) => boolean): string[] =>
      entries
        .filter(isWanted)
        .map(({ name }) => name)
        .sort();
    const value = {
      files: namesOf((entry) => entry.isFile()),
      folders: namesOf((entry) => entry.isDirectory()),
      others: namesOf((entry) => !entry.isFile() && !entry.isDirectory()),
    };
    return { status: "read", value };
  } catch (error) {
    // Taken away, or replaced, since it was looked at.
    return isNothing(error)
      ? { status: codeOf(error) === "ENOENT" ? "missing" : "not-a-file" }
      : { status: "unreadable", reason: String(error) };
  }
}

/** The text of a file that was looked at. */
export function readText(
  file: string,
  stamp: Stamp,
  fileSystem: FileSystem,
): Reading<string> {
  switch (stamp.kind) {
    case "missing":
      return { status: "missing" };
    case "other":
      return { status: "not-a-file" };
    case "failed":
      return { status: "unreadable", reason: stamp.reason ?? "unknown" };
    case "file":
      break;
  }
  if (stamp.size > largestFile) {
    return { status: "too-large", size: stamp.size };
  }
  try {
    const value = fileSystem.readFileSync(file, "utf8");
    return { status: "read", value };
  } catch (error) {
    if (isNothing(error)) {
      // Taken away since it was looked at.
      return { status: "missing" };
    }
    return codeOf(error) === "EISDIR"
      ? { status: "not-a-file" }
      : { status: "unreadable", reason: String(error) };
  }
}

/** Whether nothing has changed from one look to the next. */
export function isSameStamp(one: Stamp, other: Stamp): boolean {
  return (
    one.kind === other.kind &&
    one.mtimeMs === other.mtimeMs &&
    one.size === other.size &&
    one.ctimeMs === other.ctimeMs &&
    one.ino === other.ino
  );
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

function isNothing(error: unknown): boolean {
  const code = codeOf(error);
  return code === "ENOENT" || code === "ENOTDIR";
}
