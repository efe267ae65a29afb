import { importDeclarations } from "../source/statements.ts";
import type { SourceFile } from "../source/syntax-tree.ts";
import { isAppImport } from "./import-style.ts";
import type { Registries } from "./registries.ts";

/**
 * Whether the linted file stands in a checkout that lacks parts of the app: the
 * switch is not there, and an import of the app's own leads nowhere. What is
 * missing beside the file may then be somewhere else.
 */
export function isPartialCheckout(
  { program }: SourceFile,
  registries: Registries | undefined,
): boolean {
  const dispatch = registries?.switch;
  if (
    !registries ||
    dispatch?.status !== "trouble" ||
    dispatch.trouble.kind !== "missing"
  ) {
    return false;
  }
  return importDeclarations(program).some(
    ({ source }) =>
      isAppImport(source.value) &&
      registries.registryFile.find(source.value) === undefined,
  );
}
