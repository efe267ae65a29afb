import fs from "node:fs";
import path from "node:path";
import { parseFile } from "./parse-file.ts";
import type { SourceFile } from "../source/syntax-tree.ts";

/** The calls of `node:fs` that are used; tests hand in their own. */
export interface FileSystem {
  statSync(path: string): FileStat;
  readFileSync(path: string, encoding: "utf8"): string;
  realpathSync(path: string): string;
}

export interface FileStat {
  readonly mtimeMs: number;
  readonly size: number;
  isFile(): boolean;
  isDirectory(): boolean;
}

export interface FileStoreOptions {
  readonly fileSystem?: FileSystem;
  /** Milliseconds that a stat is trusted before the file is looked at again. */
  readonly restatInterval?: number;
  /** A monotonic clock, in milliseconds. */
  readonly now?: () => number;
}

/** What could be made of a file. Everything but `read` is a miss. */
export type Reading<T> =
  | { readonly status: "read"; readonly value: T }
  | { readonly status: "missing" }
  | { readonly status: "not-a-file" }
  | { readonly status: "too-large"; readonly size: number }
  | { readonly status: "unreadable"; readonly reason: string }
  | {
      readonly status: "not-parsed";
      readonly reason: string;
      readonly line: number;
      readonly conflict: boolean;
    };

/**
 * What is taken from a parsed file: plain data that does not hold on to the
 * tree. An extractor's identity is its cache key, so declare it once.
 */
export type Extractor<T> = (file: SourceFile) => T;

/** The same for a file that is no program, such as JSON. */
export type TextExtractor<T> = (text: string) => T;

interface Stamp {
  readonly kind: "file" | "directory" | "missing" | "failed";
  readonly mtimeMs: number;
  readonly size: number;
  readonly reason?: string;
}

interface Known {
  readonly stamp: Stamp;
  checkedAt: number;
  readonly readings: Map<
    Extractor<unknown> | TextExtractor<unknown>,
    Reading<unknown>
  >;
}

/** Larger files are no source code that anybody wrote. */
export const largestFile = 5_000_000;

/**
 * Other files than the linted one, read on demand.
 *
 * Keeps what an extractor made of a file for as long as its mtime and size
 * stand; misses are kept and re-checked in the same way. Nothing is collected
 * over a run, so that it stays right in an editor and under `--concurrency`.
 */
export class FileStore {
  readonly #fileSystem: FileSystem;
  readonly #restatInterval: number;
  readonly #now: () => number;
  readonly #known = new Map<string, Known>();

  constructor({
    fileSystem = fs,
    restatInterval = 250,
    now = () => performance.now(),
  }: FileStoreOptions = {}) {
    this.#fileSystem = fileSystem;
    this.#restatInterval = restatInterval;
    this.#now = now;
  }

  /** Parses a file and extracts from it, or says why that can't be done. */
  read<T>(path: string, extractor: Extractor<T>): Reading<T> {
    return this.#cached(path, extractor, (text): Reading<T> => {
      const parsed = parseFile(path, text);
      return parsed.status === "parsed"
        ? { status: "read", value: extractor(parsed.file) }
        : parsed;
    });
  }

  /** Extracts from a file's text as it stands. */
  readText<T>(path: string, extractor: TextExtractor<T>): Reading<T> {
    return this.#cached(path, extractor, (text) => ({
      status: "read",
      value: extractor(text),
    }));
  }

  isFile(path: string): boolean {
    return this.#validated(path).stamp.kind === "file";
  }

  exists(path: string): boolean {
    const { kind } = this.#validated(path).stamp;
    return kind === "file" || kind === "directory";
  }

  /** Changes whenever the file does; for caches of what others read from it. */
  version(path: string): string {
    const { kind, mtimeMs, size } = this.#validated(path).stamp;
    return `${kind} ${String(mtimeMs)} ${String(size)}`;
  }

  /** Whether a path, links followed, lies in a folder. */
  isInside(file: string, folder: string): boolean {
    try {
      const real = this.#fileSystem.realpathSync(file);
      const root = this.#fileSystem.realpathSync(folder);
      return real === root || real.startsWith(root.endsWith(path.sep) ? root : root + path.sep);
    } catch {
      return false;
    }
  }

  #validated(path: string): Known {
    const now = this.#now();
    const known = this.#known.get(path);
    if (known && now - known.checkedAt < this.#restatInterval) {
      return known;
    }
    const stamp = this.#stamp(path);
    if (
      known?.stamp.kind === stamp.kind &&
      known.stamp.mtimeMs === stamp.mtimeMs &&
      known.stamp.size === stamp.size
    ) {
      known.checkedAt = now;
      return known;
    }
    const fresh: Known = { stamp, checkedAt: now, readings: new Map() };
    this.#known.set(path, fresh);
    return fresh;
  }

  #stamp(path: string): Stamp {
    try {
      const stat = this.#fileSystem.statSync(path);
      return {
        kind: stat.isFile() ? "file" : "directory",
        mtimeMs: stat.mtimeMs,
        size: stat.size,
      };
    } catch (error) {
      const isMissing =
        error instanceof Error &&
        "code" in error &&
        (error.code === "ENOENT" || error.code === "ENOTDIR");
      return {
        kind: isMissing ? "missing" : "failed",
        mtimeMs: 0,
        size: 0,
        reason: String(error),
      };
    }
  }

  #cached<T>(
    path: string,
    key: Extractor<T> | TextExtractor<T>,
    extract: (text: string) => Reading<T>,
  ): Reading<T> {
    const known = this.#validated(path);
    const reading = known.readings.get(key);
    if (reading) {
      // What is kept under an extractor is what it returned itself.
      return reading as Reading<T>;
    }
    const text = this.#textOf(path, known.stamp);
    const fresh = text.status === "read" ? extract(text.value) : text;
    known.readings.set(key, fresh);
    return fresh;
  }

  #textOf(path: string, stamp: Stamp): Reading<string> {
    switch (stamp.kind) {
      case "missing":
        return { status: "missing" };
      case "directory":
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
      const value = this.#fileSystem.readFileSync(path, "utf8");
      return { status: "read", value };
    } catch (error) {
      return { status: "unreadable", reason: String(error) };
    }
  }
}
