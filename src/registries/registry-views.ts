import type { FileStore } from "../files/file-store.ts";
import type { LiveFile } from "./registries.ts";
import type { SourceReader, Sources } from "./registry-sources.ts";

/** What was made of the disk, and the files that were asked for it. */
interface View<T> {
  readonly value: T;
  readonly asked: ReadonlySet<string>;
}

interface SavedText {
  readonly file: string;
  readonly version: object;
  readonly text: string;
}

/**
 * What is made of many files. What the disk says is made once, for all lints,
 * and kept as long as the disk answers alike; it must not hold on to a lint. A lint whose own buffer was asked, and
 * differs from the disk, gets a view of its own.
 */
export class RegistryViews {
  readonly #store: FileStore;
  readonly #sources: SourceReader;
  #saved: SavedText | undefined;

  constructor(store: FileStore, sources: SourceReader) {
    this.#store = store;
    this.#sources = sources;
  }

  /**
   * @param key what is made; `make` is always the same for it
   * @param buffered the disk with the linted file's buffer on it
   */
  view<T>(
    key: string,
    live: LiveFile,
    buffered: Sources,
    make: (sources: Sources) => T,
  ): T {
    const { roots, settings } = live;
    const disk = this.#store.memo(
      settings,
      `${key}\n${String(roots.appRoot)}\n${roots.workspaceRoot}`,
      (): View<T> => {
        const asked = new Set<string>();
        return { value: make(this.#sources.disk(roots, asked)), asked };
      },
    );
    const { path: linted } = live.file;
    const concerns = disk.asked.has(linted) || !this.#store.exists(linted);
    return concerns && !this.#isSaved(live) ? make(buffered) : disk.value;
  }

  /** Whether the buffer holds what the disk does. */
  #isSaved({ file }: LiveFile): boolean {
    const version = this.#store.version(file.path);
    if (this.#saved?.file !== file.path || this.#saved.version !== version) {
      // Kept for one file: an editor lints one over and over.
      const reading = this.#store.readText(file.path, withoutMark);
      if (reading.status !== "read") {
        return false;
      }
      this.#saved = { file: file.path, version, text: reading.value };
    }
    return this.#saved.text === file.text;
  }
}

/** A text without its BOM, as linters hand it in. */
function withoutMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}
