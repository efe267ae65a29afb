import type { TSESTree } from "@typescript-eslint/utils";
import { findBinding, topLevelNames } from "../../source/bindings.ts";
import type { SourceFile } from "../../source/syntax-tree.ts";
import { fieldsReadOf } from "./variable-uses.ts";

const rendererName = /^(?:render|format)(?=[A-Z])/;

/** A function at hand, and how it is given the data. */
export interface Renderer {
  readonly name: string;
  /** `each` where it takes an item of a list, `list` where it takes one. */
  readonly takes: "data" | "each" | "list";
}

/**
 * Functions at hand that render data of a name: `renderItem` and `formatItems`
 * for `item`, and for `items`.
 */
export function findRenderers(
  data: TSESTree.Node,
  file: SourceFile,
): readonly Renderer[] {
  if (data.type !== "Identifier") {
    return [];
  }
  const wanted = data.name.toLowerCase();
  return [...topLevelNames(file)].flatMap(([name, { kind }]): Renderer[] => {
    const subject = name.replace(rendererName, "").toLowerCase();
    if (
      !rendererName.test(name) ||
      (kind !== "import" && kind !== "function" && kind !== "variable")
    ) {
      return [];
    }
    switch (wanted) {
      case subject:
        return [{ name, takes: "data" }];
      case `${subject}s`:
        return [{ name, takes: "each" }];
      case subject.replace(/s$/, ""):
        return [{ name, takes: "list" }];
      default:
        return [];
    }
  });
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
