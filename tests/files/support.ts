import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import type {
  FileStat,
  FileSystem,
  FolderEntry,
} from "../../src/files/disk.ts";

/** Writes files into a new folder that is removed behind the test. */
export function folder(files: Readonly<Record<string, string>>): string {
  const root = fs.realpathSync(
    fs.mkdtempSync(path.join(os.tmpdir(), "mcp-runbook-")),
  );
  onTestFinished(() => {
    fs.rmSync(root, { recursive: true });
  });
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
  return root;
}

/** A disk and a clock in memory, with a count of what is asked of them. */
export class FakeDisk implements FileSystem {
  time = 0;
  stats = 0;
  reads = 0;
  realPaths = 0;
  lists = 0;
  readonly #files = new Map<string, FileStat & { text: string }>();

  readonly now = (): number => this.time;

  /** Writes a file, and the folders that it stands in. */
  write(file: string, text: string, mtimeMs = this.time): void {
    const folder = path.dirname(file);
    for (let one = folder; !this.#files.has(one); one = path.dirname(one)) {
      this.makeFolder(one);
    }
    this.#files.set(file, {
      text,
      mtimeMs,
      size: text.length,
      isFile: () => true,
    });
  }

  makeFolder(file: string): void {
    this.#files.set(file, {
      text: "",
      mtimeMs: 0,
      size: 0,
      isFile: () => false,
    });
  }

  grow(file: string, size: number): void {
    const known = this.#entry(file);
    this.#files.set(file, { ...known, size });
  }

  remove(file: string): void {
    this.#files.delete(file);
  }

  /** Codes with which a call fails from now on, by file. */
  readonly failures = new Map<string, string>();

  statSync(file: string): FileStat {
    this.stats++;
    this.#fail(`stat ${file}`);
    return this.#entry(file);
  }

  readFileSync(file: string): string {
    this.reads++;
    this.#fail(`read ${file}`);
    return this.#entry(file).text;
  }

  realpathSync(file: string): string {
    this.realPaths++;
    this.#entry(file);
    return file;
  }

  readdirSync(folder: string): FolderEntry[] {
    this.lists++;
    this.#fail(`list ${folder}`);
    this.#entry(folder);
    const inside = [...this.#files.keys()]
      .filter((file) => path.dirname(file) === folder)
      .map((file) => ({ name: path.basename(file), stat: this.#entry(file) }));
    return inside.map(({ name, stat }) => ({
      name,
      isFile: () => stat.isFile(),
      isDirectory: () => !stat.isFile(),
    }));
  }

  #entry(file: string): FileStat & { text: string } {
    const known = this.#files.get(file);
    if (!known) {
      throw failure("ENOENT", file);
    }
    return known;
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
