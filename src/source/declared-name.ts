import { topLevelNames } from "./bindings.ts";
import type { Range, SourceFile } from "./syntax-tree.ts";

/** Where a file's top level declares a variable of that name. */
export function declaredName(
  file: SourceFile,
  name: string,
): Range | undefined {
  const binding = topLevelNames(file).get(name);
  if (binding?.kind !== "variable") {
    return undefined;
  }
  const { id } = binding.declarator;
  return id.type === "Identifier"
    ? [id.range[0], id.range[0] + name.length]
    : id.range;
}
