import type { TSESTree } from "@typescript-eslint/utils";
import { moduleExportName, patternNames } from "./patterns.ts";
import { evaluate } from "./evaluate.ts";
import type { ExportSource } from "./static-value.ts";
import { keyName, unwrap, type SourceFile } from "./syntax-tree.ts";

export interface ExportTable {
  /** What the module exports, by the name it has for others. */
  readonly names: ReadonlyMap<string, ExportSource>;
  /** Specifiers of `export * from "…"`. */
  readonly stars: readonly string[];
}

/** Reads the exports of a module, ES or CommonJS. */
export function readExports(file: SourceFile): ExportTable {
  const names = new Map<string, ExportSource>();
  const stars: string[] = [];
  for (const statement of file.program.body) {
    switch (statement.type) {
      case "ExportAllDeclaration":
        if (statement.exported) {
          names.set(moduleExportName(statement.exported), {
            kind: "import",
            specifier: statement.source.value,
            imported: "*",
          });
        } else {
          stars.push(statement.source.value);
        }
        break;
      case "ExportDefaultDeclaration":
        names.set("default", defaultExport(file, statement));
        break;
      case "ExportNamedDeclaration":
        addNamedExports(statement, names);
        break;
      case "ExpressionStatement":
        addCommonJsExport(file, statement.expression, names);
        break;
      default:
        break;
    }
  }
  return { names, stars };
}

function defaultExport(
  file: SourceFile,
  { declaration }: TSESTree.ExportDefaultDeclaration,
): ExportSource {
  if (declaration.type === "Identifier") {
    return { kind: "local", name: declaration.name };
  }
  if ("id" in declaration && declaration.id?.type === "Identifier") {
    return { kind: "local", name: declaration.id.name };
  }
  return { kind: "value", value: evaluate(file, declaration) };
}

function addNamedExports(
  statement: TSESTree.ExportNamedDeclaration,
  names: Map<string, ExportSource>,
): void {
  for (const specifier of statement.specifiers) {
    const local = moduleExportName(specifier.local);
    names.set(
      moduleExportName(specifier.exported),
      statement.source
        ? {
            kind: "import",
            specifier: statement.source.value,
            imported: local,
          }
        : { kind: "local", name: local },
    );
  }
  const { declaration } = statement;
  if (declaration?.type === "VariableDeclaration") {
    for (const { id } of declaration.declarations) {
      for (const name of patternNames(id)) {
        names.set(name, { kind: "local", name });
      }
    }
  } else if (
    declaration &&
    "id" in declaration &&
    declaration.id?.type === "Identifier"
  ) {
    names.set(declaration.id.name, {
      kind: "local",
      name: declaration.id.name,
    });
  }
}

/**
 * `exports.x = …` and `module.exports.x = …`, as compilers write them, and
 * `module.exports = { x }`, as people do.
 */
function addCommonJsExport(
  file: SourceFile,
  expression: TSESTree.Expression,
  names: Map<string, ExportSource>,
): void {
  if (
    expression.type !== "AssignmentExpression" ||
    expression.left.type !== "MemberExpression"
  ) {
    return;
  }
  if (isModuleExports(expression.left)) {
    replaceExports(file, unwrap(expression.right), names);
    return;
  }
  const { object, property, computed } = expression.left;
  const name = keyName(property, computed);
  const isExports =
    (object.type === "Identifier" && object.name === "exports") ||
    isModuleExports(object);
  // `exports.a = exports.b = void 0` only announces names.
  const announces =
    expression.right.type === "AssignmentExpression" ||
    (expression.right.type === "UnaryExpression" &&
      expression.right.operator === "void");
  if (name !== undefined && isExports && !announces) {
    names.set(name, { kind: "value", value: evaluate(file, expression.right) });
  }
}

function isModuleExports(node: TSESTree.Node): boolean {
  return (
    node.type === "MemberExpression" &&
    node.object.type === "Identifier" &&
    node.object.name === "module" &&
    keyName(node.property, node.computed) === "exports"
  );
}

function replaceExports(
  file: SourceFile,
  exported: TSESTree.Node,
  names: Map<string, ExportSource>,
): void {
  const whole: ExportSource = {
    kind: "value",
    value: evaluate(file, exported),
  };
  names.clear();
  names.set("default", whole);
  const properties =
    exported.type === "ObjectExpression" ? exported.properties : [];
  for (const property of properties) {
    const name =
      property.type === "Property"
        ? keyName(property.key, property.computed)
        : undefined;
    if (property.type === "Property" && name !== undefined) {
      names.set(name, {
        kind: "value",
        value: evaluate(file, property.value),
      });
    } else {
      // What a spread or a computed key sets may be any of the earlier names.
      names.clear();
      names.set("default", whole);
    }
  }
}
