import { topLevelNames } from "./bindings.ts";
import { moduleExportName } from "./patterns.ts";
import type { Range, SourceFile } from "./syntax-tree.ts";

/**
 * Where a file's top level declares a variable of that name, or else where it
 * passes the name on.
 */
export function declaredName(
  file: SourceFile,
  name: string,
): Range | undefined {
  const binding = topLevelNames(file).get(name);
  if (binding?.kind !== "variable") {
    return exportedName(file, name);
  }
  const { id } = binding.declarator;
  return id.type === "Identifier"
    ? [id.range[0], id.range[0] + name.length]
    : id.range;
}

function exportedName(
  { program }: SourceFile,
  name: string,
): Range | undefined {
  return program.body
    .flatMap((statement) =>
      statement.type === "ExportNamedDeclaration" ? statement.specifiers : [],
    )
    .find(({ exported }) => moduleExportName(exported) === name)?.exported
    .range;
}
