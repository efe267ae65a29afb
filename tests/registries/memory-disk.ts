import path from "node:path";
import type {
  FileStat,
  FileSystem,
  FolderEntry,
} from "../../src/files/disk.ts";

interface Entry {
  readonly kind: "file" | "folder" | "link";
  /** A file's text, or where a link leads. */
  readonly text: string;
  readonly mtimeMs: number;
  readonly ino: number;
  readonly size: number;
}

/**
 * A disk and a clock in memory. Folders change their mtime when something comes
 * into them or goes, as on a real disk; every call is counted.
 */
export class MemoryDisk implements FileSystem {
  time = 0;
  /** What was read, in order. */
  readonly reads: string[] = [];
  /** Codes with which a call fails, such as `read /w/a.ts`. */
  readonly failures = new Map<string, string>();
  readonly #entries = new Map<string, Entry>();
  #inodes = 0;

  constructor(files: Readonly<Record<string, string>> = {}) {
    this.#entries.set("/", this.#entry("folder"));
    for (const [file, text] of Object.entries(files)) {
      this.write(file, text);
    }
  }

  readonly now = (): number => this.time;

  write(file: string, text: string, change: Partial<Entry> = {}): void {
    const known = this.#entries.get(file);
    this.#put(file, {
      ...this.#entry("file", text),
      ino: known?.ino ?? ++this.#inodes,
      ...change,
    });
  }

  makeFolder(folder: string): void {
    this.#put(folder, this.#entry("folder"));
  }

  link(link: string, target: string): void {
    this.#put(link, this.#entry("link", target));
  }

  remove(file: string): void {
    for (const name of [...this.#entries.keys()]) {
      if (name === file || name.startsWith(`${file}/`)) {
        this.#entries.delete(name);
      }
    }
    this.#touch(path.dirname(file));
  }

  rename(from: string, to: string): void {
    const moved = [...this.#entries].filter(
      ([name]) => name === from || name.startsWith(`${from}/`),
    );
    this.remove(from);
    for (const [name, entry] of moved) {
      this.#put(to + name.slice(from.length), entry);
    }
  }

  statSync(file: string): FileStat | undefined {
    this.#fail(`stat ${file}`);
    const entry = this.#entries.get(this.#follow(file));
    return (
      entry && {
        mtimeMs: entry.mtimeMs,
        size: entry.size,
        ino: entry.ino,
        isFile: () => entry.kind === "file",
      }
    );
  }

  readFileSync(file: string): string {
    this.reads.push(file);
    this.#fail(`read ${file}`);
    return this.#at(file).text;
  }

  realpathSync(file: string): string {
    const real = this.#follow(file);
    this.#at(real);
    return real;
  }

  readdirSync(folder: string): FolderEntry[] {
    this.#fail(`list ${folder}`);
    const real = this.#follow(folder);
    return [...this.#entries].flatMap(([name, { kind }]) =>
      name !== "/" && path.dirname(name) === real
        ? {
            name: path.basename(name),
            isFile: () => kind === "file",
            isDirectory: () => kind === "folder",
          }
        : [],
    );
  }

  #entry(kind: Entry["kind"], text = ""): Entry {
    const size = Buffer.byteLength(text);
    return { kind, text, size, mtimeMs: this.time, ino: ++this.#inodes };
  }

  #put(file: string, entry: Entry): void {
    const folder = path.dirname(file);
    if (!this.#entries.has(folder)) {
      this.makeFolder(folder);
    }
    if (!this.#entries.has(file)) {
      this.#touch(folder);
    }
    this.#entries.set(file, entry);
  }

  #touch(folder: string): void {
    const known = this.#entries.get(folder);
    if (known) {
      this.#entries.set(folder, { ...known, mtimeMs: this.time });
    }
  }

  #follow(file: string): string {
    let real = "/";
    for (const name of file.split("/").filter(Boolean)) {
      real = path.join(real, name);
      const entry = this.#entries.get(real);
      if (entry?.kind === "link") {
        real = this.#follow(path.resolve(path.dirname(real), entry.text));
      }
    }
    return real;
  }

  #at(file: string): Entry {
    const entry = this.#entries.get(this.#follow(file));
    if (!entry) {
      throw failure("ENOENT", file);
    }
    return entry;
  }

  #fail(call: string): void {
    const code = this.failures.get(call);
    if (code !== undefined) {
      throw failure(code, call);
    }
  }
}

function failure(code: string, what: string): Error {
  return Object.assign(new Error(`${code}: ${what}`), { code });
}
