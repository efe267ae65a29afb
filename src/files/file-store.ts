import path from "node:path";
import { Asked } from "./asked.ts";
import {
  disk,
  isSameStamp,
  readListing,
  readStamp,
  readText,
  type FileSystem,
  type Stamp,
} from "./disk.ts";
import { parseFile } from "./parse-file.ts";
import type { Extractor, Listing, Reading, TextExtractor } from "./reading.ts";

export interface FileStoreOptions {
  readonly fileSystem?: FileSystem;
  /** Milliseconds that a stat is trusted before the file is looked at again. */
  readonly restatInterval?: number;
  /** A monotonic clock, in milliseconds. */
  readonly now?: () => number;
  /** The clock that gives files their mtime, in milliseconds since 1970. */
  readonly wallClock?: () => number;
}

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

/** Something that was made, and what was asked of the disk for it. */
export interface Noted<T> {
  readonly value: T;
  readonly asked: Asked;
}

/**
 * How many bytes of files are kept whole: as values they take thirty times as
 * much. Some 500 servers, for a lint that asks all of them for their tools.
 */
const mostWhole = 4_000_000;

/** So many values are kept for an owner; an app has some twenty. */
const mostKept = 500;

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
  /** What is kept for now, with what it was read from; the last one at the end. */
  readonly #forNow = new Map<KnownReading, Known>();
  #bytesForNow = 0;
  readonly #kept = new WeakMap<object, Map<string, Noted<unknown>>>();
  readonly #wallClock: () => number;
  /** Takes up what is asked. */
  #asked: Asked | undefined;

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
    return this.#parsed(file, extractor, true);
  }

  /**
   * The same for extractors that keep a file whole: it is let go where many
   * others were read since, unless somebody reads it with {@link read}.
   */
  readForNow<T>(file: string, extractor: Extractor<T>): Reading<T> {
    return this.#parsed(file, extractor, false);
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
    return this.#cached(file, extractor, (text): Reading<T | undefined> =>
      words.test(text)
        ? extract(file, text, extractor)
        : { status: "read", value: undefined },
    );
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
    const listing = (known.listing ??= readListing(
      folder,
      known.stamp,
      this.#fileSystem,
    ));
    this.#noteFailure(listing.status, known.stamp.kind === "other");
    return listing;
  }

  /**
   * Keeps what is made of many files for as long as the disk would answer all
   * that was asked for it alike. Each file is looked at again when a stat is no
   * longer trusted: so what is kept is never older than that.
   *
   * @param owner what the value belongs to; it goes when the owner goes
   * @param make always makes the same for one key
   */
  memo<T>(owner: object, key: string, make: () => T): T {
    let values = this.#kept.get(owner);
    if (!values) {
      values = new Map();
      this.#kept.set(owner, values);
    }
    const kept = values.get(key);
    if (kept && this.isAnsweredAlike(kept.asked)) {
      // What is kept under a key is what its only maker returned.
      return this.reuse(kept) as T;
    }
    const noted = this.noted(make);
    if (values.size >= mostKept) {
      values.clear();
    }
    values.set(key, noted);
    return noted.value;
  }

  /** Makes something that is used again, see {@link reuse}. */
  noted<T>(make: () => T): Noted<T> {
    const asked = new Asked();
    try {
      return { value: this.noting(asked, make), asked };
    } finally {
      this.#asked?.notePart(asked);
    }
  }

  /** Something made before: who uses it asks the disk what was asked for it. */
  reuse<T>({ asked, value }: Noted<T>): T {
    this.#asked?.notePart(asked);
    return value;
  }

  /**
   * Something that is made when it is first asked for, and kept as long as the
   * function is: each who asks has asked the disk what was asked for it.
   */
  late<T>(make: () => T): () => T {
    let noted: Noted<T> | undefined;
    return () => {
      if (noted) {
        return this.reuse(noted);
      }
      noted = this.noted(make);
      return noted.value;
    };
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
    if (this.#now() < asked.trustedUntil) {
      return true;
    }
    let oldest = Infinity;
    const isAlike = asked.isAnsweredBy((file) => {
      const { checkedAt, stamp } = this.#look(file);
      oldest = Math.min(oldest, checkedAt);
      return stamp;
    });
    if (isAlike) {
      asked.trustedUntil = oldest + this.#restatInterval;
    }
    return isAlike;
  }

  isFile(file: string): boolean {
    return this.#kindOf(file) === "file";
  }

  exists(file: string): boolean {
    const kind = this.#kindOf(file);
    return kind === "file" || kind === "other";
  }

  /** Whether something may be there: also what the system shows to nobody. */
  mayExist(file: string): boolean {
    return this.#kindOf(file) !== "missing";
  }

  /** Another object whenever the file changed; for caches of what is read elsewhere. */
  version(file: string): object {
    return this.#validated(file).stamp;
  }

  /** Whether a path, links followed, lies in a folder (or is that folder). */
  isInside(file: string, folder: string): boolean {
    const real = this.realPath(file);
    // Where the folder is another one by now, what stands below it is as well.
    const root = file.startsWith(folder + path.sep)
      ? this.#realPath(folder)
      : this.realPath(folder);
    if (real === undefined || root === undefined) {
      return false;
    }
    const prefix = root.endsWith(path.sep) ? root : root + path.sep;
    return real === root || real.startsWith(prefix);
  }

  /** A path with its links followed; `undefined` when there is nothing. */
  realPath(file: string): string | undefined {
    // A link that leads elsewhere leads to something with another stamp.
    this.#asked?.noteStamp(file, this.#look(file).stamp);
    return this.#realPath(file);
  }

  #realPath(file: string): string | undefined {
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
    return now - checkedAt < this.#restatInterval;
  }

  #validated(file: string): Known {
    const known = this.#look(file);
    this.#asked?.noteStamp(file, known.stamp);
    return known;
  }

  #kindOf(file: string): Stamp["kind"] {
    const { kind } = this.#look(file).stamp;
    this.#asked?.noteKind(file, kind);
    return kind;
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
    const stamp = readStamp(file, this.#fileSystem, this.#wallClock);
    if (known?.stamp.isSettled === true && isSameStamp(known.stamp, stamp)) {
      known.checkedAt = now;
      forgetFailures(known);
      return known;
    }
    const fresh: Known = { stamp, checkedAt: now };
    this.#known.set(file, fresh);
    return fresh;
  }

  #parsed<T>(
    file: string,
    extractor: Extractor<T>,
    lasts: boolean,
  ): Reading<T> {
    return this.#cached(
      file,
      extractor,
      (text) => extract(file, text, extractor),
      lasts,
    );
  }

  #cached<T>(
    file: string,
    key: Extractor<T> | TextExtractor<T>,
    extract: (text: string) => Reading<T>,
    lasts = true,
  ): Reading<T> {
    const known = this.#validated(file);
    let kept = known.readings?.find(({ extractor }) => extractor === key);
    const isNew = kept === undefined;
    if (!kept) {
      const text = readText(file, known.stamp, this.#fileSystem);
      const reading = text.status === "read" ? extract(text.value) : text;
      kept = { extractor: key, reading };
      known.readings = [...(known.readings ?? []), kept];
    }
    this.#noteFailure(kept.reading.status, known.stamp.kind === "file");
    if (lasts) {
      this.#dropForNow(kept);
    } else if (isNew || this.#dropForNow(kept)) {
      this.#keepForNow(kept, known);
    }
    // What is kept under an extractor is what it returned itself.
    return kept.reading as Reading<T>;
  }

  #keepForNow(reading: KnownReading, known: Known): void {
    this.#forNow.set(reading, known);
    this.#bytesForNow += known.stamp.size;
    for (const [oldest, from] of this.#forNow) {
      if (this.#bytesForNow <= mostWhole || oldest === reading) {
        return;
      }
      this.#dropForNow(oldest);
      from.readings = (from.readings ?? []).filter((one) => one !== oldest);
    }
  }

  /** @returns whether it was kept for now only */
  #dropForNow(reading: KnownReading): boolean {
    const known = this.#forNow.get(reading);
    this.#bytesForNow -= known?.stamp.size ?? 0;
    return this.#forNow.delete(reading);
  }
}

function extract<T>(
  file: string,
  text: string,
  extractor: Extractor<T>,
): Reading<T> {
  const parsed = parseFile(file, text);
  return parsed.status === "parsed"
    ? { status: "read", value: extractor(parsed.file) }
    : parsed;
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
