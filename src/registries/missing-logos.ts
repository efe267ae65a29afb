import { completeText } from "../mcp/model.ts";
import { readServerInfo } from "../mcp/server-info.ts";
import { importDeclarations } from "../source/statements.ts";
import { planImports } from "../source/insert-import.ts";
import { insertProperty } from "../source/insert-property.ts";
import type { SourceEdit } from "../source/replace-text.ts";
import type { ImportLookup } from "../source/static-value.ts";
import type { NamedDefinition } from "./inventory.ts";
import type { Logos } from "./logos.ts";
import type { Registries } from "./registries.ts";
import type { KnownDefinition } from "./registration.ts";

/** A logo that a server shows and that the registry lacks. */
export interface MissingLogo {
  readonly icon: string;
  /** The first server that shows it. */
  readonly definition: KnownDefinition;
}

/**
 * The logos of servers that the registry lacks although the index exports them:
 * those whose place in the registry was forgotten.
 */
export function missingLogos(
  logos: Logos,
  { inventory, valuesOf }: Registries,
  lookup: ImportLookup,
): readonly MissingLogo[] {
  if (logos.open) {
    return [];
  }
  const missing = new Map<string, MissingLogo>();
  for (const [serverName, [definition]] of inventory.servers) {
    const icon = definition && iconOf(definition, valuesOf, lookup);
    if (
      definition &&
      icon?.endsWith("Logo") === true &&
      !logos.names.has(icon) &&
      logos.exportOf(icon) === "exported" &&
      !missing.has(icon)
    ) {
      missing.set(icon, { icon, definition: { ...definition, serverName } });
    }
  }
  return [...missing.values()];
}

function iconOf(
  definition: NamedDefinition,
  valuesOf: Registries["valuesOf"],
  lookup: ImportLookup,
): string | undefined {
  const info = definition.info();
  const module = info && valuesOf(definition.file);
  const read = module && readServerInfo({ value: info, module }, lookup);
  return read && completeText(read.icon);
}

/** Writes logos into the registry, imported as those that are in it. */
export function addLogos(
  icons: readonly string[],
  { index, object }: Logos,
  { find, file }: Registries["registryFile"],
): readonly SourceEdit[] {
  const specifier = importDeclarations(file.program).find(
    ({ source }) => find(source.value) === index,
  )?.source.value;
  if (specifier === undefined || !object || icons.length === 0) {
    return [];
  }
  const imports = planImports(
    file,
    icons.map((icon) => ({ specifier, imported: icon, local: icon })),
  );
  const entry = insertProperty(file, object, icons.join(", "), []);
  return imports && entry ? [...imports.edits, entry] : [];
}
