import type { TSESTree } from "@typescript-eslint/utils";

/** The names that a pattern (or a parameter) introduces or assigns to. */
export function patternNames(pattern: TSESTree.Node): string[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern.name];
    case "ObjectPattern":
      return pattern.properties.flatMap((property) =>
        patternNames(
          property.type === "RestElement" ? property : property.value,
        ),
      );
    case "ArrayPattern":
      return pattern.elements.flatMap((element) =>
        element ? patternNames(element) : [],
      );
    case "RestElement":
      return patternNames(pattern.argument);
    case "AssignmentPattern":
      return patternNames(pattern.left);
    case "TSParameterProperty":
      return patternNames(pattern.parameter);
    // `(x as T) = …`
    case "TSAsExpression":
    case "TSNonNullExpression":
    case "TSSatisfiesExpression":
    case "TSTypeAssertion":
      return patternNames(pattern.expression);
    default:
      return [];
  }
}

/** The name in `import { name as x }` or `export { x as "a name" }`. */
export function moduleExportName(
  name: TSESTree.Identifier | TSESTree.StringLiteral,
): string {
  return name.type === "Identifier" ? name.name : name.value;
}
