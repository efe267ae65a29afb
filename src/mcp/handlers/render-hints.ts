import type { TSESTree } from "@typescript-eslint/utils";
import { findBinding, topLevelNames } from "../../source/bindings.ts";
import type { SourceFile } from "../../source/syntax-tree.ts";
import { fieldsReadOf } from "./variable-uses.ts";

const rendererName = /^(?:render|format)(?=[A-Z])/;

/**
 * Functions at hand that render data of a name: `renderItem` and `formatItems`
 * for `item`.
 */
export function findRenderers(
  data: TSESTree.Node,
  file: SourceFile,
): readonly string[] {
  if (data.type !== "Identifier") {
    return [];
  }
  const subject = singular(data.name);
  return [...topLevelNames(file)].flatMap(([name, { kind }]) =>
    rendererName.test(name) &&
    (kind === "import" || kind === "function" || kind === "variable") &&
    singular(name.replace(rendererName, "")) === subject
      ? [name]
      : [],
  );
}

function singular(name: string): string {
  return name.toLowerCase().replace(/s$/, "");
}

/** The fields of a variable that the code around it reads by name. */
export function usedFields(
  data: TSESTree.Node,
  file: SourceFile,
): readonly string[] {
  if (data.type !== "Identifier") {
    return [];
  }
  const binding = findBinding(file, data.name, data.range[0]);
  if (binding?.kind !== "variable") {
    return [];
  }
  return fieldsReadOf(data.name, binding, file).filter(
    (name) => name !== "length" && /^[A-Za-z_]\w*$/.test(name),
  );
}
