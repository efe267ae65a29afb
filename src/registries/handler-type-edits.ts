import type { HandlerMap } from "../mcp/handlers/handler-map.ts";
import { importDeclarations } from "../source/statements.ts";
import { planImports, type WantedImport } from "../source/insert-import.ts";
import type { SourceEdit } from "../source/replace-text.ts";
import type { SourceFile } from "../source/syntax-tree.ts";
import { specifierFor } from "./import-style.ts";
import type { MatchedMap } from "./handler-matching.ts";
import type { Registries } from "./registries.ts";

/** Names that stand in one module with `ToolHandlers` in hosts that have it. */
const companions = [
  "ToolHandlers",
  "buildTools",
  "ToolHandlerExtra",
  "ToolHandlerResult",
  "ToolDefinition",
];

/** Those that a metadata file imports from there. */
const metadataCompanions = [
  "ServerMetadata",
  "InternalMCPToolType",
  "createToolsRecord",
];

/**
 * From where the host's files import `ToolHandlers`: as the file itself imports
 * what stands beside it, else as a metadata file does.
 *
 * @returns `undefined` where nothing shows that the host has such a type
 */
export function toolHandlersModule(
  file: SourceFile,
  metadataFile: string | undefined,
  registries: Registries | undefined,
): string | undefined {
  const own = importOf(file, companions);
  if (own !== undefined) {
    return own;
  }
  const metadata =
    metadataFile === undefined ? undefined : registries?.valuesOf(metadataFile);
  for (const name of metadataCompanions) {
    const value = metadata?.binding(name);
    if (value?.kind === "import" && !value.specifier.startsWith(".")) {
      return value.specifier;
    }
  }
  return undefined;
}

function importOf(
  { program }: SourceFile,
  names: readonly string[],
): string | undefined {
  return importDeclarations(program).find(({ specifiers }) =>
    specifiers.some(
      (one) =>
        one.type === "ImportSpecifier" &&
        one.imported.type === "Identifier" &&
        names.includes(one.imported.name),
    ),
  )?.source.value;
}

/**
 * Writes `: ToolHandlers<typeof X>` behind a map's name, with its imports.
 *
 * @returns `undefined` where the list has no name to write
 */
export function addHandlersType(
  { list, map }: MatchedMap,
  specifier: string,
  file: SourceFile,
  registries: Registries | undefined,
): readonly SourceEdit[] | undefined {
  const wanted: WantedImport[] = [
    {
      specifier,
      imported: "ToolHandlers",
      local: "ToolHandlers",
      isType: true,
    },
  ];
  const written = writtenList(map, file);
  const name = written ?? list?.name;
  if (written === undefined && list && registries) {
    const { appRoot, find, folders } = registries.registryFile;
    wanted.push({
      specifier: specifierFor(list.file, file, folders, find, appRoot),
      imported: list.name,
      local: list.name,
      isType: true,
    });
  }
  const imports = planImports(file, wanted);
  if (!map.variable || name === undefined || !imports) {
    return undefined;
  }
  const end = map.variable.range[1];
  return [
    ...imports.edits,
    { range: [end, end], text: `: ToolHandlers<typeof ${name}>` },
  ];
}

/** The list's name in the file: `X` in `buildTools(X, handlers)`. */
function writtenList(
  { named }: HandlerMap,
  { text }: SourceFile,
): string | undefined {
  const [first] = named;
  const written = first && text.slice(...first.range);
  return written !== undefined && /^[\w$]+$/.test(written)
    ? written
    : undefined;
}

/** `ToolHandlers<…>` in place of `Partial<ToolHandlers<…>>`. */
export function dropPartial(
  { innerType, type }: HandlerMap,
  { text }: SourceFile,
): SourceEdit | undefined {
  const isPartial =
    type && innerType && /^Partial\s*</.test(text.slice(...type));
  return isPartial
    ? { range: type, text: text.slice(...innerType) }
    : undefined;
}
