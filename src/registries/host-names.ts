import type { TSESTree } from "@typescript-eslint/utils";
import { topLevelStatements } from "../source/statements.ts";
import { keyName, walk, type SourceFile } from "../source/syntax-tree.ts";

/** Names that a host lists; open where only some of them can be known. */
export type HostNames = ReadonlySet<string> | "open";

/** Where hosts list the icons that a server may have, relative to the app root. */
export const iconFiles = [
  "components/resources/resources_icons.ts",
  "components/resources/resources_icons.tsx",
  "lib/actions/mcp_icons.ts",
  "lib/actions/mcp_icons.tsx",
] as const;

/** Where hosts declare the use cases of OAuth. */
export const useCaseFiles = [
  "types/oauth.ts",
  "types/oauth/lib.ts",
  "types/oauth/index.ts",
] as const;

/**
 * Every name in a file that looks like an icon's: in a text, a key, an import.
 *
 * More than the list itself holds, so that no icon is called unknown which the
 * host may know.
 *
 * @returns `undefined` when there is none; open where other icons may come from
 *   elsewhere: the file spreads something, imports a namespace, or passes
 *   exports on
 */
export function readIconNames({ text }: SourceFile): HostNames | undefined {
  const names = new Set(
    Array.from(text.matchAll(/\b[A-Z]\w*(?:Icon|Logo)\b/g), ([name]) => name),
  );
  if (names.size === 0) {
    return undefined;
  }
  return /\.\.\.|\*\s*(?:as|from)\b/.test(text) ? "open" : names;
}

/**
 * The members of `OAUTH_USE_CASES`, or of a union type `OAuthUseCase` or
 * `MCPOAuthUseCase`.
 *
 * @returns `undefined` when the file declares neither
 */
export function readUseCases({ program }: SourceFile): HostNames | undefined {
  let found: HostNames | undefined;
  for (const declaration of topLevelStatements(program)) {
    if (declaration.type === "VariableDeclaration") {
      for (const { id, init } of declaration.declarations) {
        if (id.type === "Identifier" && id.name === "OAUTH_USE_CASES" && init) {
          found = textsIn(init);
        }
      }
    } else if (
      declaration.type === "TSTypeAliasDeclaration" &&
      /^(?:MCP)?OAuthUseCase$/.test(declaration.id.name) &&
      declaration.typeAnnotation.type === "TSUnionType"
    ) {
      found ??= textsIn(declaration.typeAnnotation);
    }
  }
  return found;
}

/** The texts below a node; open when there is something else to it. */
function textsIn(node: TSESTree.Node): HostNames {
  const texts = new Set<string>();
  const others: TSESTree.Node[] = [];
  walk(node, (inner) => {
    if (inner.type === "Literal") {
      const text = keyName(inner, true);
      if (text !== undefined) {
        texts.add(text);
      }
    } else if (
      inner.type === "SpreadElement" ||
      (inner.type === "TSTypeReference" && !isConst(inner))
    ) {
      others.push(inner);
    }
    return undefined;
  });
  return others.length === 0 && texts.size > 0 ? texts : "open";
}

/** The type in `as const`. */
function isConst({ typeName }: TSESTree.TSTypeReference): boolean {
  return typeName.type === "Identifier" && typeName.name === "const";
}
