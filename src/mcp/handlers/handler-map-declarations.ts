import type { TSESTree } from "@typescript-eslint/utils";
import { findBinding } from "../../source/bindings.ts";
import { withChanges } from "../../source/changes.ts";
import { evaluate } from "../../source/evaluate.ts";
import { readExports } from "../../source/module-exports.ts";
import { occurrences } from "../../source/occurrences.ts";
import type { StaticValue } from "../../source/static-value.ts";
import {
  keyName,
  nodesAround,
  ownText,
  unwrap,
  type Range,
  type SourceFile,
} from "../../source/syntax-tree.ts";

/**
 * How the compiler is told which handlers a map has to hold: by the whole type,
 * by one that lets handlers be missing (`Partial<…>`, `as …`), by a part of it
 * (`Pick<…>`), by some other type, or not at all.
 */
export type HandlerMapTyping = "whole" | "loose" | "part" | "other" | "none";

/** What says which tools a map's handlers are for. */
export interface HandlerMapTarget {
  readonly value: StaticValue;
  /** As it is written: `CRM_TOOLS_METADATA`. */
  readonly written: string;
  readonly by: "type" | "buildTools";
  /** The type's argument, or the call's. */
  readonly range: Range;
}

/** A map from tool name to handler, as one file alone tells. Plain data. */
export interface HandlerMapDeclaration {
  /** The object, with what the file changes in it left open. */
  readonly value: StaticValue;
  readonly range: Range;
  /** `undefined` for a map that stands right where it is used. */
  readonly variable:
    { readonly name: string; readonly range: Range } | undefined;
  readonly exported: string | undefined;
  readonly typing: HandlerMapTyping;
  /** The type with the tools in it, where there is one: `Partial<…>`. */
  readonly type: Range | undefined;
  /** `ToolHandlers<…>` in that type. */
  readonly innerType: Range | undefined;
  readonly targets: readonly HandlerMapTarget[];
  /** Whether it is spread into another object: a part of a larger map. */
  readonly isSpread: boolean;
  /** Whether anything but its declaration names it. */
  readonly isUsed: boolean;
}

/** Where a file has none of these, it holds no map of handlers. */
export const handlerMapWords = /\b(?:ToolHandlers|buildTools)\b|_HANDLERS\b/;
const handlerMapWordsAll = /\b(?:ToolHandlers|buildTools)\b|\b\w+_HANDLERS\b/g;

/** What one mention tells of a map. */
interface Mention {
  readonly object: TSESTree.ObjectExpression;
  readonly target?: HandlerMapTarget | undefined;
  readonly typing?: HandlerMapTyping;
  readonly type?: Range;
  readonly innerType?: Range;
}

/**
 * Finds the maps of handlers that a file declares: `const handlers:
 * ToolHandlers<typeof X> = {…}`, `{…} satisfies ToolHandlers<typeof X>`,
 * `buildTools(X, handlers)`, `const X_TOOL_HANDLERS = {…}`.
 */
export function findHandlerMapDeclarations(
  file: SourceFile,
): readonly HandlerMapDeclaration[] {
  const byObject = new Map<TSESTree.ObjectExpression, Mention[]>();
  for (const path of occurrences(file, handlerMapWordsAll)) {
    const mention =
      typeMention(path, file) ??
      callMention(path, file) ??
      namedMap(path.at(-1), path.at(-2));
    if (mention) {
      const others = byObject.get(mention.object) ?? [];
      byObject.set(mention.object, [...others, mention]);
    }
  }
  return Array.from(byObject, ([object, mentions]) =>
    declaration(object, mentions, file),
  );
}

function declaration(
  object: TSESTree.ObjectExpression,
  mentions: readonly Mention[],
  file: SourceFile,
): HandlerMapDeclaration {
  const holder = holderOf(object, file);
  const name = holder?.id.type === "Identifier" ? holder.id.name : undefined;
  const typed = mentions.find(({ typing }) => typing !== undefined);
  const value = evaluate(file, object);
  return {
    value: name === undefined ? value : withChanges(file, name, value),
    range: object.range,
    variable:
      name !== undefined && holder
        ? {
            name,
            range: [holder.id.range[0], holder.id.range[0] + name.length],
          }
        : undefined,
    exported: exportedAs(name, file),
    typing: typed?.typing ?? (holder ? ownTyping(holder, object) : "whole"),
    type: typed?.type,
    innerType: typed?.innerType,
    targets: mentions.flatMap(({ target }) => target ?? []),
    isSpread:
      name !== undefined && mentionedAs(`\\.\\.\\.\\s*`, name, file) > 0,
    isUsed: name === undefined || mentionedAs("", name, file) > 1,
  };
}

/** How often a name stands in the text, behind what a pattern says. */
function mentionedAs(
  before: string,
  name: string,
  { text }: SourceFile,
): number {
  const escaped = name.replaceAll("$", "\\$");
  const pattern = new RegExp(`${before}(?<![\\w$])${escaped}(?![\\w$])`, "g");
  return Array.from(text.matchAll(pattern)).length;
}

function exportedAs(
  name: string | undefined,
  file: SourceFile,
): string | undefined {
  for (const [exported, source] of readExports(file).names) {
    if (source.kind === "local" && source.name === name) {
      return exported;
    }
  }
  return undefined;
}

/** The variable whose value an object literal is, whatever its scope. */
function holderOf(
  object: TSESTree.ObjectExpression,
  file: SourceFile,
): TSESTree.VariableDeclarator | undefined {
  const path = nodesAround(file.program, object.range[0]);
  const holder = path.findLast(({ type }) => type === "VariableDeclarator");
  return holder?.type === "VariableDeclarator" &&
    holder.init &&
    unwrap(holder.init) === object
    ? holder
    : undefined;
}

/** `: T = {…}` and `{…} satisfies T` with a type that is none of ours. */
function ownTyping(
  { id, init }: TSESTree.VariableDeclarator,
  object: TSESTree.ObjectExpression,
): HandlerMapTyping {
  const isAsserted = init !== null && !isPlain(init, object);
  return ("typeAnnotation" in id && id.typeAnnotation) || isAsserted
    ? "other"
    : "none";
}

/** Nothing around it, or `as const`, which says nothing of handlers. */
function isPlain(
  init: TSESTree.Expression,
  object: TSESTree.ObjectExpression,
): boolean {
  return (
    init === object ||
    (init.type === "TSAsExpression" &&
      init.expression === object &&
      init.typeAnnotation.type === "TSTypeReference" &&
      init.typeAnnotation.typeName.type === "Identifier" &&
      init.typeAnnotation.typeName.name === "const")
  );
}

/** `const X_TOOL_HANDLERS = {…}`. */
function namedMap(
  name: TSESTree.Node | undefined,
  holder: TSESTree.Node | undefined,
): Mention | undefined {
  if (
    holder?.type !== "VariableDeclarator" ||
    holder.id !== name ||
    name.type !== "Identifier" ||
    !name.name.endsWith("TOOL_HANDLERS") ||
    !holder.init
  ) {
    return undefined;
  }
  const object = unwrap(holder.init);
  return object.type === "ObjectExpression" ? { object } : undefined;
}

/** `buildTools(X, handlers)`. */
function callMention(
  path: readonly TSESTree.Node[],
  file: SourceFile,
): Mention | undefined {
  const callee = path.at(-1);
  const call = path.at(-2);
  if (
    call?.type !== "CallExpression" ||
    call.callee !== callee ||
    callee.type !== "Identifier" ||
    callee.name !== "buildTools"
  ) {
    return undefined;
  }
  const [tools, handlers] = call.arguments;
  const object =
    handlers && handlers.type !== "SpreadElement"
      ? objectBehind(handlers, file)
      : undefined;
  return object && tools && tools.type !== "SpreadElement"
    ? {
        object,
        target: {
          value: evaluate(file, tools),
          written: ownText(file, tools.range),
          by: "buildTools",
          range: tools.range,
        },
      }
    : undefined;
}

/** The object literal that an expression is, or that its variable holds. */
export function objectBehind(
  node: TSESTree.Node,
  file: SourceFile,
): TSESTree.ObjectExpression | undefined {
  const inner = unwrap(node);
  if (inner.type === "ObjectExpression") {
    return inner;
  }
  const binding =
    inner.type === "Identifier"
      ? findBinding(file, inner.name, inner.range[0])
      : undefined;
  const init =
    binding?.kind === "variable" ? binding.declarator.init : undefined;
  const object = init ? unwrap(init) : undefined;
  return object?.type === "ObjectExpression" ? object : undefined;
}

/** A type with `ToolHandlers<…>` in it, on a variable or behind an object. */
function typeMention(
  path: readonly TSESTree.Node[],
  file: SourceFile,
): Mention | undefined {
  const at = path.findLastIndex(({ type }) => type === "TSTypeReference");
  const reference = path[at];
  if (
    reference?.type !== "TSTypeReference" ||
    reference.typeName !== path.at(-1) ||
    reference.typeName.type !== "Identifier" ||
    reference.typeName.name !== "ToolHandlers"
  ) {
    return undefined;
  }
  const holderAt = path.findLastIndex(
    ({ type }, index) =>
      index < at && !type.startsWith("TSType") && !isTypeOperator(type),
  );
  const holder = path[holderAt];
  const outer = path
    .slice(holderAt + 1, at + 1)
    .find(
      ({ type }) =>
        type !== "TSTypeAnnotation" && type !== "TSTypeParameterInstantiation",
    );
  const [argument] = reference.typeArguments?.params ?? [];
  const target = argument && typeTarget(argument, file);
  const rest = {
    target,
    type: outer?.range ?? reference.range,
    innerType: reference.range,
  };
  const steps = path.slice(holderAt + 1, at);
  switch (holder?.type) {
    case "TSSatisfiesExpression":
    case "TSAsExpression": {
      const object = unwrap(holder.expression);
      const typing = typingOf(steps);
      return object.type === "ObjectExpression"
        ? {
            ...rest,
            object,
            typing:
              holder.type === "TSAsExpression" && typing === "whole"
                ? "loose"
                : typing,
          }
        : undefined;
    }
    case "Identifier": {
      const declarator = path[holderAt - 1];
      const object =
        declarator?.type === "VariableDeclarator" && declarator.init
          ? unwrap(declarator.init)
          : undefined;
      return object?.type === "ObjectExpression"
        ? { ...rest, object, typing: typingOf(steps) }
        : undefined;
    }
    default:
      return undefined;
  }
}

function isTypeOperator(type: string): boolean {
  return /^TS(?:Intersection|Union|IndexedAccess|Mapped)Type$/.test(type);
}

/** What the types around `ToolHandlers<…>` make of it. */
function typingOf(around: readonly TSESTree.Node[]): HandlerMapTyping {
  let typing: HandlerMapTyping = "whole";
  for (const node of around) {
    if (node.type === "TSTypeReference") {
      const name =
        node.typeName.type === "Identifier" ? node.typeName.name : undefined;
      if (name === "Partial") {
        return "loose";
      }
      typing = name === "Readonly" || name === "Required" ? typing : "part";
    } else if (
      node.type === "TSUnionType" ||
      node.type === "TSIndexedAccessType"
    ) {
      typing = "part";
    }
  }
  return typing;
}

/** `typeof X`, or `(typeof X)["tools"]`. */
function typeTarget(
  node: TSESTree.TypeNode,
  file: SourceFile,
): HandlerMapTarget | undefined {
  const written = ownText(file, node.range);
  if (node.type === "TSTypeQuery" && node.exprName.type === "Identifier") {
    return {
      value: evaluate(file, node.exprName),
      written: node.exprName.name,
      by: "type",
      range: node.range,
    };
  }
  if (
    node.type === "TSIndexedAccessType" &&
    node.indexType.type === "TSLiteralType"
  ) {
    const object = typeTarget(node.objectType, file);
    const name = keyName(node.indexType.literal, true);
    return object && name !== undefined
      ? {
          value: {
            kind: "member",
            object: object.value,
            name,
            property: undefined,
            range: node.range,
          },
          written,
          by: "type",
          range: node.range,
        }
      : undefined;
  }
  return undefined;
}
