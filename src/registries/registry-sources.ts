import type { FileStore } from "../files/file-store.ts";
import type { Reading } from "../files/reading.ts";
import type { ImportResolver } from "../files/resolve-import.ts";
import type { Roots } from "../files/roots.ts";
import {
  freezeModuleValues,
  outlinedValues,
  outlineModuleValues,
  type ModuleOutline,
} from "../source/module-values.ts";
import type { ImportLookup, ModuleValues } from "../source/static-value.ts";
import type { SourceFile } from "../source/syntax-tree.ts";
import { corpusLists } from "./bm25-corpus.ts";
import type { ServerSources } from "./config-target.ts";
import {
  findDispatchSwitch,
  readCaseContents,
  type ContentsByCase,
  type WrittenSwitch,
} from "./dispatch-switch.ts";
import { readIdSnapshot } from "./id-snapshot.ts";
import {
  definitionsOnDisk,
  namedDefinitions,
  serverFileOnDisk,
  type DefinitionReader,
} from "./inventory.ts";
import type { LintedTexts } from "./linted-texts.ts";
import { mapReading, valueOf } from "./registry.ts";
import type { LiveFile } from "./registries.ts";
import { readServerDefinitions } from "./server-definitions.ts";

/** Where registries are read from: the disk, or the disk with the buffer on it. */
export interface Sources extends ServerSources {
  /** The file that the buffer stands for, saved or not. */
  readonly linted: string | undefined;
  readonly values: (file: string) => Reading<ModuleValues>;
  readonly switchFile: (file: string) => Reading<SwitchFile>;
  readonly corpusValues: (file: string) => Reading<ModuleValues>;
  readonly snapshot: (file: string) => Reading<IdSnapshot>;
  readonly definitions: DefinitionReader;
}

/** What the switch is read from. */
interface SwitchFile {
  readonly values: ModuleValues;
  readonly written: WrittenSwitch | undefined;
  /** Reads what its cases do; `undefined` when it can't be read any more. */
  readonly contents: () => ContentsByCase | undefined;
}

type IdSnapshot = ReturnType<typeof readIdSnapshot>;

/** Makes the {@link Sources} of readings. */
export class SourceReader {
  readonly #store: FileStore;
  readonly #resolver: ImportResolver;
  readonly #texts: LintedTexts;
  readonly #outlines = new WeakMap<ModuleOutline, ModuleValues>();

  constructor(store: FileStore, resolver: ImportResolver, texts: LintedTexts) {
    this.#store = store;
    this.#resolver = resolver;
    this.#texts = texts;
  }

  /**
   * The disk.
   *
   * @param asked takes up the files that are asked for
   */
  disk(roots: Roots, asked?: Set<string>): Sources {
    return this.#sources(roots, undefined, asked);
  }

  /** The disk with the linted file's buffer on it. */
  buffered(live: LiveFile): Sources {
    return this.#sources(live.roots, live, undefined);
  }

  /** Follows imports into the linted file, and looks at no other. */
  ownLookup({ file: linted, roots, values }: LiveFile): ImportLookup {
    const linkedPath = linted.path.replaceAll("\\", "/");
    return (from, specifier) =>
      // A look at the path's end spares the search for most files.
      linkedPath.includes(lastNames(specifier)) &&
      this.#resolver.resolve(from, specifier, roots) === linted.path
        ? values
        : undefined;
  }

  #sources(
    roots: Roots,
    live: LiveFile | undefined,
    asked: Set<string> | undefined,
  ): Sources {
    const store = this.#store;
    const linted = live?.file.path;
    const either = <T>(
      file: string,
      buffered: (live: LiveFile) => T,
      onDisk: () => Reading<T>,
    ): Reading<T> => {
      if (live && file === linted) {
        return { status: "read", value: buffered(live) };
      }
      asked?.add(file);
      return onDisk();
    };
    const resolve: Sources["resolve"] = (from, specifier) =>
      this.#resolver.resolve(from, specifier, roots);
    const lookup: ImportLookup = (from, specifier) => {
      const target = resolve(from, specifier);
      return target === undefined
        ? undefined
        : valueOf(
            either<ModuleValues | undefined>(
              target,
              ({ values }) => values,
              () => ({ status: "read", value: this.#outlined(target) }),
            ),
          );
    };
    const definitions: DefinitionReader = (file) =>
      valueOf(
        either(
          file,
          (buffer) => this.#texts.read(buffer.file, readServerDefinitions),
          () => definitionsOnDisk(file, store),
        ),
      );
    return {
      linted,
      resolve,
      lookup,
      definitions,
      definitionOf(from, { imported, specifier }) {
        const target = resolve(from, specifier);
        const found =
          target === undefined
            ? undefined
            : definitions(target)?.find(
                ({ exported, kind }) =>
                  kind === "metadata" && exported === imported,
              );
        return found && namedDefinitions([found], lookup)[0];
      },
      values: (file) =>
        either(
          file,
          ({ values }) => values,
          () => store.read(file, freezeModuleValues),
        ),
      switchFile: (file) =>
        either(
          file,
          (buffer) => ({
            values: buffer.values,
            written: this.#texts.read(buffer.file, findDispatchSwitch),
            contents: () => this.#texts.read(buffer.file, readCaseContents),
          }),
          () =>
            mapReading(store.read(file, readSwitchFile), (found) => ({
              ...found,
              contents: () => valueOf(store.read(file, readCaseContents)),
            })),
        ),
      corpusValues: (file) =>
        either(
          file,
          ({ values }) => values,
          () =>
            mapReading(store.read(file, outlineCorpus), (outline) =>
              this.#valuesOf(outline),
            ),
        ),
      snapshot: (file) =>
        either(
          file,
          (buffer) => readIdSnapshot(buffer.file.text),
          () => store.readText(file, readIdSnapshot),
        ),
    };
  }

  /** A file that is no registry: little is asked of it, and little kept. */
  #outlined(file: string): ModuleValues | undefined {
    const server = serverFileOnDisk(file, this.#store);
    if (server.status !== "read") {
      return undefined;
    }
    const outline =
      server.value?.outline ?? valueOf(this.#store.read(file, outlineOther));
    return outline && this.#valuesOf(outline);
  }

  #valuesOf(outline: ModuleOutline): ModuleValues {
    let values = this.#outlines.get(outline);
    if (!values) {
      values = outlinedValues(outline, () =>
        valueOf(this.#store.readForNow(outline.path, freezeModuleValues)),
      );
      this.#outlines.set(outline, values);
    }
    return values;
  }
}

/** The last two names of an import's path, without a file's extension. */
function lastNames(specifier: string): string {
  const path = specifier.replace(/^(?:\.\/)+|\.[cm]?[jt]sx?$/g, "");
  const slash = path.lastIndexOf("/", path.lastIndexOf("/") - 1);
  return path.slice(slash + 1);
}

function outlineOther(file: SourceFile): ModuleOutline {
  return outlineModuleValues(file);
}

function outlineCorpus(file: SourceFile): ModuleOutline {
  const lists: readonly string[] = corpusLists;
  return outlineModuleValues(file, (name) => lists.includes(name));
}

function readSwitchFile(file: SourceFile): Omit<SwitchFile, "contents"> {
  return {
    values: freezeModuleValues(file),
    written: findDispatchSwitch(file),
  };
}
