import { importDeclarations } from "../source/statements.ts";
import { topLevelNames } from "../source/bindings.ts";
import type { SourceFile } from "../source/syntax-tree.ts";
import type { FileLookup } from "./import-style.ts";
import type { Exported } from "./server-parts.ts";

/** What a name of the file's top level imports, if it is an import of a file. */
export function importedExport(
  file: SourceFile,
  local: string,
  find: FileLookup,
): Exported | undefined {
  const binding = topLevelNames(file).get(local);
  const target =
    binding?.kind === "import" ? find(binding.specifier) : undefined;
  return binding?.kind === "import" && target !== undefined
    ? { file: target, name: binding.imported }
    : undefined;
}

/** The name under which a file imports an export of another. */
export function readImport(
  file: SourceFile,
  find: FileLookup,
  target: string,
  imported: string,
): string | undefined {
  for (const [local, binding] of topLevelNames(file)) {
    if (
      binding.kind === "import" &&
      binding.imported === imported &&
      !isTypeOnly(file, local) &&
      find(binding.specifier) === target
    ) {
      return local;
    }
  }
  return undefined;
}

function isTypeOnly({ program }: SourceFile, local: string): boolean {
  return importDeclarations(program).some(({ importKind, specifiers }) =>
    specifiers.some(
      (one) =>
        one.local.name === local &&
        (importKind === "type" ||
          (one.type === "ImportSpecifier" && one.importKind === "type")),
    ),
  );
}
