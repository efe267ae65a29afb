import { isObject } from "../mcp/reading.ts";
import {
  declaresUnread,
  entriesOf,
  findNamed,
  resolve,
} from "../source/resolve.ts";
import type { ImportLookup, ModuleValues } from "../source/static-value.ts";
import type { Range } from "../source/syntax-tree.ts";

/** The constant that holds the logos by the name in a server's `icon`. */
export const logosObject = "PLATFORM_LOGOS";

/** What is known of a name in the index of logos. */
export type LogoExport =
  /** Exported, and its module is there. */
  | "exported"
  | "missing"
  /** Exported from a module that is not there. */
  | "lost"
  | "unknown";

/** The logos of platforms. */
export interface Logos {
  readonly names: ReadonlySet<string>;
  /** Whether there may be names that could not be read. */
  readonly open: boolean;
  /** The object literal, where the registry holds it. */
  readonly object: Range | undefined;
  /** The index beside it; absolute. */
  readonly index: string;
  /** What the index says of a name. */
  readonly exportOf: (name: string) => LogoExport;
  /** What it says of the logo that the registry holds under a name. */
  readonly drawingOf: (name: string) => LogoExport;
}

/**
 * Reads the registry of logos.
 *
 * @param index what the index says; `undefined` when it can't be read
 * @param fileOf finds the file of an import
 * @returns `undefined` when the module holds no registry; an open one without
 *   names when only a run could tell what it holds
 */
export function readLogos(
  registry: ModuleValues,
  index: { readonly file: string; readonly module: ModuleValues | undefined },
  lookup: ImportLookup,
  fileOf: (from: string, specifier: string) => string | undefined,
): Logos | undefined {
  const found = findNamed(registry, logosObject, lookup);
  const followed = found && resolve(found, lookup);
  const object = followed && isObject(followed) ? followed : undefined;
  if (!object && !declaresUnread(registry, logosObject, lookup)) {
    return undefined;
  }
  const { entries, open } = object
    ? entriesOf(object, lookup)
    : { entries: [], open: true };
  const isExported = (name: string): LogoExport =>
    exportOf(name, index.module, fileOf);
  return {
    names: new Set(entries.flatMap(({ key }) => key ?? [])),
    open,
    object: object?.module === registry ? object.value.range : undefined,
    index: index.file,
    exportOf: isExported,
    drawingOf(name) {
      const entry = entries.findLast(({ key }) => key === name);
      const drawn = entry?.located.value;
      const written =
        drawn?.kind === "reference"
          ? entry?.located.module.binding(drawn.name)
          : drawn;
      return written?.kind === "import" &&
        fileOf(
          entry?.located.module.path ?? registry.path,
          written.specifier,
        ) === index.file
        ? isExported(written.imported)
        : "unknown";
    },
  };
}

function exportOf(
  name: string,
  index: ModuleValues | undefined,
  fileOf: (from: string, specifier: string) => string | undefined,
): LogoExport {
  const source = index?.exported(name);
  if (!index || (!source && index.starExports.length > 0)) {
    return "unknown";
  }
  if (!source) {
    return "missing";
  }
  const specifier = specifierOf(name, index);
  return specifier === undefined ||
    !specifier.startsWith(".") ||
    fileOf(index.path, specifier) !== undefined
    ? "exported"
    : "lost";
}

/** `export { default as X } from "./X"`, or an import that is exported. */
function specifierOf(name: string, index: ModuleValues): string | undefined {
  const source = index.exported(name);
  if (source?.kind === "import") {
    return source.specifier;
  }
  const value =
    source?.kind === "local" ? index.binding(source.name) : undefined;
  return value?.kind === "import" ? value.specifier : undefined;
}
