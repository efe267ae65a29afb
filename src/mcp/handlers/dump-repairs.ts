import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceEdit } from "../../source/replace-text.ts";
import { nodesAround, type SourceFile } from "../../source/syntax-tree.ts";
import type { Dump } from "./find-dumps.ts";
import { findRenderers, usedFields, type Renderer } from "./render-hints.ts";

/** A way to write a dump differently, for a person to choose. */
export type Repair = { readonly edit: SourceEdit } & (
  | { readonly kind: "useValue" | "useText" | "useMessage" | "dropIndent" }
  | { readonly kind: "useRenderer"; readonly renderer: string }
  | { readonly kind: "pickFields"; readonly fields: readonly string[] }
);

/** The repairs of a dump, best first; none for one that a helper makes. */
export function repairsOf(
  { call, data, helper, kind }: Dump,
  file: SourceFile,
): readonly Repair[] {
  if (helper !== undefined) {
    return [];
  }
  const source = file.text.slice(...data.range);
  const isName = data.type === "Identifier" || data.type === "MemberExpression";
  const insteadOfCall = (text: string): SourceEdit => ({
    range: call.range,
    text,
  });
  switch (kind) {
    case "result":
      return isName
        ? [
            {
              kind: "useValue",
              edit: { range: data.range, text: `${source}.value` },
            },
          ]
        : [];
    case "string":
      return [
        {
          kind: "useText",
          edit: insteadOfCall(
            needsParentheses(data, call, file) ? `(${source})` : source,
          ),
        },
      ];
    case "error":
      return data.type === "Identifier"
        ? [
            {
              kind: "useMessage",
              edit: insteadOfCall(
                `(${source} instanceof Error ? ${source}.message : String(${source}))`,
              ),
            },
          ]
        : [];
    case "raw":
      break;
  }
  const fields = usedFields(data, file);
  const indent = indentOf(call, file);
  return [
    ...findRenderers(data, file).map((renderer): Repair => ({
      kind: "useRenderer",
      renderer: renderer.name,
      edit: insteadOfCall(renderedBy(renderer, source)),
    })),
    ...(fields.length > 0
      ? [
          {
            kind: "pickFields" as const,
            fields,
            edit: {
              range: data.range,
              text: `{ ${fields.map((field) => `${field}: ${source}.${field}`).join(", ")} }`,
            },
          },
        ]
      : []),
    ...(indent ? [{ kind: "dropIndent" as const, edit: indent }] : []),
  ];
}

function renderedBy({ name, takes }: Renderer, source: string): string {
  switch (takes) {
    case "data":
      return `${name}(${source})`;
    case "list":
      return `${name}([${source}])`;
    case "each":
      return `${source}.map((item) => ${name}(item)).join("\\n")`;
  }
}

/** `JSON.stringify(a + b).trim()` */
function needsParentheses(
  data: TSESTree.Node,
  call: TSESTree.CallExpression,
  { program }: SourceFile,
): boolean {
  const isWhole = [
    "CallExpression",
    "Identifier",
    "Literal",
    "MemberExpression",
    "TemplateLiteral",
  ].includes(data.type);
  const path = nodesAround(program, call.range[0]);
  const parent = path[path.indexOf(call) - 1];
  return !isWhole && parent?.type === "MemberExpression";
}

/** Takes `, null, 2` away. */
function indentOf(
  { arguments: args }: TSESTree.CallExpression,
  { text }: SourceFile,
): SourceEdit | undefined {
  const [data, replacer, indent] = args;
  if (!data || !replacer || !indent) {
    return undefined;
  }
  const between = text.slice(data.range[1], replacer.range[0]);
  // Parentheses and comments around the arguments are not worth a repair.
  return /^\s*,\s*$/.test(between)
    ? { range: [data.range[1], indent.range[1]], text: "" }
    : undefined;
}
