import type { TSESTree } from "@typescript-eslint/utils";
import { topLevelStatements } from "../source/statements.ts";
import { elementsOf, resolve } from "../source/resolve.ts";
import type { ImportLookup, ModuleValues } from "../source/static-value.ts";
import type { SourceFile } from "../source/syntax-tree.ts";
import { nameIn } from "./named-entries.ts";

/** What a server needs that nobody gets before an admin adds it. */
export const byHand = "manual";

/** Source: the host's constants file. */
const usual: readonly string[] = [byHand, "auto", "auto_hidden_builder"];

/**
 * The availabilities that a constants file declares: those of the list
 * `MCP_SERVER_AVAILABILITY`, or of a type `MCPServerAvailability`; the usual
 * ones where it declares none that can be read.
 */
export function declaredAvailabilities(
  file: SourceFile,
  module: ModuleValues,
  lookup: ImportLookup,
): readonly string[] {
  return inList(module, lookup) ?? inType(file) ?? usual;
}

function inList(
  module: ModuleValues,
  lookup: ImportLookup,
): readonly string[] | undefined {
  const value = module.binding("MCP_SERVER_AVAILABILITY");
  const list = value && resolve({ value, module }, lookup);
  if (list?.value.kind !== "array") {
    return undefined;
  }
  const { elements, open } = elementsOf(
    { value: list.value, module: list.module },
    lookup,
  );
  const names = elements.flatMap((element) => nameIn(element, lookup) ?? []);
  return open || names.length < elements.length || names.length === 0
    ? undefined
    : names;
}

function inType({ program }: SourceFile): readonly string[] | undefined {
  for (const declaration of topLevelStatements(program)) {
    if (
      declaration.type === "TSTypeAliasDeclaration" &&
      declaration.id.name === "MCPServerAvailability"
    ) {
      return literalsOf(declaration.typeAnnotation);
    }
  }
  return undefined;
}

function literalsOf(type: TSESTree.TypeNode): readonly string[] | undefined {
  if (type.type !== "TSUnionType") {
    return undefined;
  }
  const names = type.types.flatMap((member) =>
    member.type === "TSLiteralType" &&
    member.literal.type === "Literal" &&
    typeof member.literal.value === "string"
      ? [member.literal.value]
      : [],
  );
  return names.length === type.types.length ? names : undefined;
}
