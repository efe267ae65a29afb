import { readImport } from "./imported-name.ts";
import { specifierFor, type FileLookup } from "./import-style.ts";
import {
  nameForImport,
  type Exported,
  type ServerParts,
} from "./server-parts.ts";
import { importDeclarations } from "../source/statements.ts";
import {
  importKey,
  planImports,
  type WantedImport,
} from "../source/insert-import.ts";
import type { SourceEdit } from "../source/replace-text.ts";
import { topLevelNames } from "../source/bindings.ts";
import { nameOffsets } from "../source/occurrences.ts";
import {
  nodesAround,
  type Range,
  type SourceFile,
} from "../source/syntax-tree.ts";

/** A registry that is being linted, with what its edits need to know. */
export interface RegistryFile {
  readonly file: SourceFile;
  readonly folders: readonly string[];
  readonly appRoot: string;
  /** Finds the file that one of its imports means. */
  readonly find: FileLookup;
  /** What the folder of a server exports. */
  partsOf(name: string): ServerParts | undefined;
}

/** Servers whose exports can be imported, and the others. */
export interface ImportableServers<Server> {
  readonly sound: readonly Server[];
  /** By the server's name, the export whose name is taken in the registry. */
  readonly clashes: ReadonlyMap<string, Exported>;
}

/**
 * Sets servers aside whose exports are called like something else in the
 * registry, as those of a copied server are, so that the others can be written.
 *
 * @param exportsOf what the registry would import of a server
 */
export function importableServers<Server>(
  servers: readonly Server[],
  partsOf: (server: Server) => ServerParts,
  exportsOf: (parts: ServerParts) => readonly (Exported | undefined)[],
  { file, find }: RegistryFile,
): ImportableServers<Server> {
  const wanted = new Map<string, string>();
  const clashes = new Map<string, Exported>();
  const sound = servers.filter((server) => {
    const parts = partsOf(server);
    const exported = exportsOf(parts).flatMap((one) => one ?? []);
    const clash = exported.find(
      (one) =>
        (wanted.get(nameForImport(one)) ?? one.file) !== one.file ||
        (isTaken(one, file) &&
          readImport(file, find, one.file, one.name) === undefined),
    );
    if (clash) {
      clashes.set(parts.name, clash);
      return false;
    }
    for (const one of exported) {
      wanted.set(nameForImport(one), one.file);
    }
    return true;
  });
  return { sound, clashes };
}

/** Whether the name that an export would be imported under means something else. */
function isTaken(exported: Exported, file: SourceFile): boolean {
  const name = nameForImport(exported);
  return (
    topLevelNames(file).has(name) ||
    // Nobody chose this name for others to use, so it may be any within.
    (exported.name === "default" && mentions(file, name))
  );
}

function mentions({ program, text }: SourceFile, name: string): boolean {
  const everywhere: Range = [0, text.length];
  return Array.from(nameOffsets(text, name, everywhere)).some(
    (offset) => nodesAround(program, offset).at(-1)?.type === "Identifier",
  );
}

/** Names to import, gathered while edits are written, then planned at once. */
export class ImportCollector {
  readonly #registry: RegistryFile;
  readonly #wanted: WantedImport[] = [];

  constructor(registry: RegistryFile) {
    this.#registry = registry;
  }

  /** @returns the name that it will have: one that is imported keeps its own */
  use(exported: Exported): string {
    const { file, name } = exported;
    const { appRoot, file: registry, find, folders } = this.#registry;
    const known = readImport(registry, find, file, name);
    if (known !== undefined) {
      return known;
    }
    const specifier = specifierFor(file, registry, folders, find, appRoot);
    const wanted: WantedImport = {
      specifier,
      imported: name,
      local: nameForImport(exported),
      named: name === "default" && importsDefaultsByName(registry),
    };
    const same = this.#wanted.find(
      (other) => importKey(other) === importKey(wanted),
    );
    if (!same) {
      this.#wanted.push(wanted);
    }
    return same?.local ?? wanted.local;
  }

  /** The edits; `undefined` when a name is taken in the file. */
  edits(): readonly SourceEdit[] | undefined {
    return planImports(this.#registry.file, this.#wanted)?.edits;
  }
}

/** `import { default as x } from "…"`, as some hosts write. */
function importsDefaultsByName({ program }: SourceFile): boolean {
  return importDeclarations(program).some(({ specifiers }) =>
    specifiers.some(
      (one) =>
        one.type === "ImportSpecifier" &&
        one.imported.type === "Identifier" &&
        one.imported.name === "default",
    ),
  );
}
