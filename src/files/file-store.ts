import fs from "node:fs";
import path from "node:path";
import { parseFile } from "./parse-file.ts";
import type { SourceFile } from "../source/syntax-tree.ts";

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

export interface FileStoreOptions {
  readonly fileSystem?: FileSystem;
  /** Milliseconds that a stat is trusted before the file is looked at again. */
  readonly restatInterval?: number;
  /** A monotonic clock, in milliseconds. */
  readonly now?: () => number;
  /** The clock that gives files their mtime, in milliseconds since 1970. */
  readonly wallClock?: () => number;
}

const disk: FileSystem = {
  statSync: (file, options) => fs.statSync(file, options),
  readFileSync: (file, encoding) => fs.readFileSync(file, encoding),
  // One call of the system, where the other looks at each folder on the way.
  realpathSync: (file) => fs.realpathSync.native(file),
  readdirSync: (folder, options) => fs.readdirSync(folder, options),
};

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

/** The names in a folder, sorted. */
export interface Listing {
  readonly files: readonly string[];
  readonly folders: readonly string[];
  /** Neither: links, which have to be followed, and devices. */
  readonly others: readonly string[];
}

interface Stamp {
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

interface Known {
  readonly stamp: Stamp;
  /** When it was last seen to be so. */
  checkedAt: number;
  /** Most files are only looked for, and most others read in one way. */
  readings?: KnownReading[];
  listing?: Reading<Listing>;
}

interface KnownReading {
  readonly extractor: Extractor<unknown> | TextExtractor<unknown>;
  readonly reading: Reading<unknown>;
}

/** What was made of the disk as it was at one time. */
interface Generation {
  readonly startedAt: number;
  readonly values: Map<
    string,
    { readonly value: unknown; readonly asked: Asked }
  >;
}

/**
 * What was asked of the disk while something was made, and what it answered:
 * as long as it answers the same, the same would be made.
 */
export class Asked {
  readonly #stamps = new Map<string, Stamp>();
  readonly #realPaths = new Map<string, string | undefined>();
  readonly #parts = new Set<Asked>();
  /** Whether another answer would show. */
  #isCertain = true;

  /** Two answers for one file: nobody knows on which of them the value rests. */
  noteStamp(file: string, stamp: Stamp): void {
    this.#isCertain &&= (this.#stamps.get(file) ?? stamp) === stamp;
    this.#stamps.set(file, stamp);
  }

  /** The same for where a path leads. */
  noteRealPath(file: string, real: string | undefined): void {
    this.#isCertain &&=
      !this.#realPaths.has(file) || this.#realPaths.get(file) === real;
    this.#realPaths.set(file, real);
  }

  /** Something that was made before, and of which this one makes use. */
  notePart(part: Asked): void {
    this.#parts.add(part);
  }

  /** A failure may be over the next time, and nothing of that shows. */
  noteFailure(): void {
    this.#isCertain = false;
  }

  /** Whether all of it would be answered as it was. */
  isAnsweredBy(
    stampOf: (file: string) => Stamp,
    realPathOf: (file: string) => string | undefined,
    checked = new Set<Asked>(),
  ): boolean {
    if (checked.has(this)) {
      return true;
    }
    checked.add(this);
    if (!this.#isCertain) {
      return false;
    }
    for (const [file, stamp] of this.#stamps) {
      if (stampOf(file) !== stamp) {
        return false;
      }
    }
    for (const [file, real] of this.#realPaths) {
      if (realPathOf(file) !== real) {
        return false;
      }
    }
    for (const part of this.#parts) {
      if (!part.isAnsweredBy(stampOf, realPathOf, checked)) {
        return false;
      }
    }
    return true;
  }
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
  readonly #realPaths = new Map<
    string,
    { readonly checkedAt: number; readonly real: string | undefined }
  >();
  readonly #generations = new WeakMap<object, Generation>();
  readonly #wallClock: () => number;
  /** Takes up what is asked. */
  #asked: Asked | undefined;
  /** Nothing that was looked at before this is trusted. */
  #trustedSince = -Infinity;

  constructor({
    fileSystem = disk,
    restatInterval = 250,
    now = () => performance.now(),
    wallClock = Date.now,
  }: FileStoreOptions = {}) {
    this.#fileSystem = fileSystem;
    this.#restatInterval = restatInterval;
    this.#now = now;
    this.#wallClock = wallClock;
  }

  /** Parses a file and extracts from it, or says why that can't be done. */
  read<T>(file: string, extractor: Extractor<T>): Reading<T> {
    return this.#cached(file, extractor, (text): Reading<T> => {
      const parsed = parseFile(file, text);
      return parsed.status === "parsed"
        ? { status: "read", value: extractor(parsed.file) }
        : parsed;
    });
  }

  /**
   * The same for files that hold certain words; others are not even parsed.
   *
   * @param words no global pattern, which would keep a state; one pattern for
   *   each extractor
   * @returns `undefined` as the value for a file without any
   */
  readWhere<T>(
    file: string,
    words: RegExp,
    extractor: Extractor<T>,
  ): Reading<T | undefined> {
    return this.#cached(file, extractor, (text): Reading<T | undefined> => {
      if (!words.test(text)) {
        return { status: "read", value: undefined };
      }
      const parsed = parseFile(file, text);
      return parsed.status === "parsed"
        ? { status: "read", value: extractor(parsed.file) }
        : parsed;
    });
  }

  /** Extracts from a file's text as it stands. */
  readText<T>(file: string, extractor: TextExtractor<T>): Reading<T> {
    return this.#cached(file, extractor, (text) => ({
      status: "read",
      value: extractor(text),
    }));
  }

  /** The names in a folder; `not-a-file` for what is no folder. */
  list(folder: string): Reading<Listing> {
    const known = this.#validated(folder);
    const listing = (known.listing ??= this.#listing(folder, known.stamp));
    this.#noteFailure(listing.status, known.stamp.kind === "other");
    return listing;
  }

  /**
   * Keeps what is made of many files for as long as a stat is trusted, so that
   * the same question costs next to nothing until then. All that is kept for an
   * owner goes at once, and no file in it is trusted from before: what is kept
   * is never older than that.
   *
   * @param owner what the value belongs to; it goes when the owner goes
   */
  memo<T>(owner: object, key: string, make: () => T): T {
    const now = this.#now();
    let generation = this.#generations.get(owner);
    if (!generation || !this.#isTrusted(generation.startedAt, now)) {
      generation = { startedAt: now, values: new Map() };
      this.#generations.set(owner, generation);
    }
    const { startedAt, values } = generation;
    const kept = values.get(key);
    if (kept) {
      this.#asked?.notePart(kept.asked);
      // What is kept under a key is what its only maker returned.
      return kept.value as T;
    }
    const before = this.#trustedSince;
    this.#trustedSince = Math.max(before, startedAt);
    const asked = new Asked();
    try {
      const value = this.noting(asked, make);
      values.set(key, { value, asked });
      return value;
    } finally {
      this.#trustedSince = before;
      this.#asked?.notePart(asked);
    }
  }

  /** Takes up all that is asked of the disk while something runs. */
  noting<T>(asked: Asked, run: () => T): T {
    const before = this.#asked;
    this.#asked = asked;
    try {
      return run();
    } finally {
      this.#asked = before;
    }
  }

  /** Whether the disk would answer the same again. */
  isAnsweredAlike(asked: Asked): boolean {
    return asked.isAnsweredBy(
      (file) => this.#look(file).stamp,
      (file) => this.#follow(file),
    );
  }

  isFile(file: string): boolean {
    return this.#validated(file).stamp.kind === "file";
  }

  exists(file: string): boolean {
    const { kind } = this.#validated(file).stamp;
    return kind === "file" || kind === "other";
  }

  /** Whether something may be there: also what the system shows to nobody. */
  mayExist(file: string): boolean {
    return this.#validated(file).stamp.kind !== "missing";
  }

  /** Another object whenever the file changed; for caches of what is read elsewhere. */
  version(file: string): object {
    return this.#validated(file).stamp;
  }

  /** Whether a path, links followed, lies in a folder (or is that folder). */
  isInside(file: string, folder: string): boolean {
    const real = this.realPath(file);
    const root = this.realPath(folder);
    if (real === undefined || root === undefined) {
      return false;
    }
    const prefix = root.endsWith(path.sep) ? root : root + path.sep;
    return real === root || real.startsWith(prefix);
  }

  /** A path with its links followed; `undefined` when there is nothing. */
  realPath(file: string): string | undefined {
    const real = this.#follow(file);
    this.#asked?.noteRealPath(file, real);
    return real;
  }

  #follow(file: string): string | undefined {
    const now = this.#now();
    const known = this.#realPaths.get(file);
    if (known && this.#isTrusted(known.checkedAt, now)) {
      return known.real;
    }
    let real: string | undefined;
    try {
      real = this.#fileSystem.realpathSync(file);
    } catch {
      // Gone, or a link to nothing.
    }
    this.#realPaths.set(file, { checkedAt: now, real });
    return real;
  }

  #isTrusted(checkedAt: number, now: number): boolean {
    return (
      checkedAt >= this.#trustedSince && now - checkedAt < this.#restatInterval
    );
  }

  #validated(file: string): Known {
    const known = this.#look(file);
    this.#asked?.noteStamp(file, known.stamp);
    return known;
  }

  #noteFailure(status: Reading<unknown>["status"], wasThere: boolean): void {
    if (status === "unreadable" || (wasThere && isLost(status))) {
      this.#asked?.noteFailure();
    }
  }

  #look(file: string): Known {
    const now = this.#now();
    const known = this.#known.get(file);
    if (known && this.#isTrusted(known.checkedAt, now)) {
      return known;
    }
    const stamp = this.#stamp(file);
    if (known?.stamp.isSettled === true && isSame(known.stamp, stamp)) {
      known.checkedAt = now;
      forgetFailures(known);
      return known;
    }
    const fresh: Known = { stamp, checkedAt: now };
    this.#known.set(file, fresh);
    return fresh;
  }

  #stamp(file: string): Stamp {
    try {
      // Most looks are for files that an import may mean but that aren't
      // there: an error for each would cost more than the look.
      const stat = this.#fileSystem.statSync(file, { throwIfNoEntry: false });
      if (!stat) {
        return nothingThere;
      }
      const { ctimeMs = 0, ino = 0, mtimeMs, size } = stat;
      const kind = stat.isFile() ? "file" : "other";
      const age = this.#wallClock() - Math.max(mtimeMs, ctimeMs);
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

  #listing(folder: string, stamp: Stamp): Reading<Listing> {
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
      const entries = this.#fileSystem.readdirSync(folder, {
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

  #cached<T>(
    file: string,
    key: Extractor<T> | TextExtractor<T>,
    extract: (text: string) => Reading<T>,
  ): Reading<T> {
    const known = this.#validated(file);
    const kept = known.readings?.find(({ extractor }) => extractor === key);
    if (kept) {
      this.#noteFailure(kept.reading.status, known.stamp.kind === "file");
      // What is kept under an extractor is what it returned itself.
      return kept.reading as Reading<T>;
    }
    const text = this.#textOf(file, known.stamp);
    const fresh = text.status === "read" ? extract(text.value) : text;
    this.#noteFailure(fresh.status, known.stamp.kind === "file");
    known.readings = [
      ...(known.readings ?? []),
      { extractor: key, reading: fresh },
    ];
    return fresh;
  }

  #textOf(file: string, stamp: Stamp): Reading<string> {
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
      const value = this.#fileSystem.readFileSync(file, "utf8");
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
}

const nothingThere: Stamp = {
  kind: "missing",
  mtimeMs: 0,
  ctimeMs: 0,
  size: 0,
  ino: 0,
  isSettled: true,
};

function isSame(one: Stamp, other: Stamp): boolean {
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

/** A file that could not be read may be readable by now, with the same stamp. */
function forgetFailures(known: Known): void {
  const { kind } = known.stamp;
  if (kind === "missing") {
    return;
  }
  if (known.readings) {
    known.readings = known.readings.filter(
      ({ reading: { status } }) =>
        status !== "unreadable" && !(kind === "file" && isLost(status)),
    );
  }
  const listed = known.listing?.status;
  if (listed === "unreadable" || (kind === "other" && isLost(listed))) {
    delete known.listing;
  }
}

/** It went away between the look at it and the reading. */
function isLost(status: Reading<unknown>["status"] | undefined): boolean {
  return status === "missing" || status === "not-a-file";
}
