import type { TSESTree } from "@typescript-eslint/utils";
import { topLevelStatements } from "../source/statements.ts";
import { evaluate } from "../source/evaluate.ts";
import { readModuleValues } from "../source/module-values.ts";
import { occurrences } from "../source/occurrences.ts";
import { findMember, resolve, noLookup } from "../source/resolve.ts";
import type { StaticValue } from "../source/static-value.ts";
import {
  isFunction,
  keyName,
  ownText,
  type FunctionNode,
  type Range,
  type SourceFile,
} from "../source/syntax-tree.ts";
import {
  describeName,
  exportedNames,
  nameOf,
  type DefinedName,
  type Scan,
} from "./definition-names.ts";

/**
 * What defines a server in a file: a server object (`metadata`), or in the
 * oldest dialect the call that makes it (`factory`). Plain data.
 */
export interface ServerDefinition {
  readonly kind: "metadata" | "factory";
  /** Absolute path. */
  readonly file: string;
  /** As far as this file alone tells. */
  readonly name: DefinedName;
  /** The name's expression, or the whole definition where there is none. */
  readonly place: Range;
  /** The one-based line of that place. */
  readonly line: number;
  /** What the module exports it as; `default` for a factory. */
  readonly exported: string | undefined;
  /** What a server object is called in its own module. */
  readonly local: string | undefined;
  /** Whether users have to sign in; `undefined` where that can't be read. */
  readonly usesOAuth: boolean | undefined;
  /** The server object; `undefined` for a factory. Read when it is asked for. */
  readonly object: () => StaticValue | undefined;
  /** What holds the name, the version and so on, as written. */
  readonly info: () => StaticValue | undefined;
  /** What a factory's function takes; empty for a server object. */
  readonly parameters: readonly FactoryParameter[];
}

export interface FactoryParameter {
  /** `undefined` for a pattern. */
  readonly name: string | undefined;
  /** Its type as it is written. */
  readonly type: string | undefined;
  readonly optional: boolean;
}

/** Where a text has none of these, its file defines no server. */
export const definingWords =
  /\b(?:serverInfo|makeInternalMCPServer|McpServer)\b/;
const definingWordsAll =
  /\bserverInfo\b|\bmakeInternalMCPServer(?=\s*\()|\bMcpServer(?=\s*\()/g;

/** Reads the servers that a file defines; see {@link ServerDefinition}. */
export function readServerDefinitions(
  file: SourceFile,
): readonly ServerDefinition[] {
  const found = new Map<number, ServerDefinition>();
  const scan: Scan = { file, values: readModuleValues(file), names: undefined };
  for (const path of occurrences(file, definingWordsAll)) {
    const definition = serverObject(path, scan) ?? factoryCall(path, scan);
    if (definition) {
      found.set(definition.place[0], definition);
    }
  }
  return [...found.values()];
}

/** A function of its own, which holds on to the value and not to the tree. */
function constantly<T>(value: T): () => T {
  return () => value;
}

function serverObject(
  path: readonly TSESTree.Node[],
  scan: Scan,
): ServerDefinition | undefined {
  const at = path.findLastIndex(({ type }) => type === "ObjectExpression");
  const object = path[at];
  const property = path[at + 1];
  if (
    object?.type !== "ObjectExpression" ||
    property?.type !== "Property" ||
    property.key !== path[at + 2] ||
    // An overriding entry of another object defines no server by itself.
    !object.properties.some(isTools) ||
    // What a function makes of a server is no other server.
    path.slice(0, at).some(isFunction)
  ) {
    return undefined;
  }
  const { values } = scan;
  const info = resolve(
    { value: evaluate(scan.file, property.value), module: values },
    noLookup,
  );
  const declarator = path[at - 1]?.type.startsWith("TS")
    ? path.slice(0, at).findLast(({ type }) => !type.startsWith("TS"))
    : path[at - 1];
  const named = nameOf(info.value, property.range, scan);
  if (named.name.kind === "known" && named.name.text === "") {
    // A stand-in where there is none.
    return undefined;
  }
  const local =
    declarator?.type === "VariableDeclarator" &&
    declarator.id.type === "Identifier"
      ? declarator.id.name
      : undefined;
  return {
    ...named,
    kind: "metadata",
    usesOAuth: usesOAuth(info.value, scan),
    object: constantly(evaluate(scan.file, object)),
    info: constantly(evaluate(scan.file, property.value)),
    file: values.path,
    exported: local === undefined ? undefined : exportedNames(scan).get(local),
    local,
    parameters: [],
  };
}

function isTools(property: TSESTree.ObjectLiteralElement): boolean {
  return (
    property.type === "Property" &&
    keyName(property.key, property.computed) === "tools"
  );
}

/** `makeInternalMCPServer("x")`, or the SDK's `new McpServer(serverInfo)`. */
function factoryCall(
  path: readonly TSESTree.Node[],
  scan: Scan,
): ServerDefinition | undefined {
  const call = path.at(-2);
  if (
    (call?.type !== "CallExpression" && call?.type !== "NewExpression") ||
    call.callee !== path.at(-1)
  ) {
    return undefined;
  }
  const [argument] = call.arguments;
  const around = path.find(isFunction);
  if (!argument || !around) {
    return undefined;
  }
  const value = evaluate(scan.file, argument);
  if (value.kind === "unknown" || value.kind === "member") {
    // A parameter's: a maker of any server, not the definition of one.
    return undefined;
  }
  const { range } = argument;
  const named =
    call.type === "NewExpression"
      ? nameOf(
          resolve({ value, module: scan.values }, noLookup).value,
          range,
          scan,
        )
      : describeName(value, range, scan);
  return {
    ...named,
    kind: "factory",
    usesOAuth: usesOAuth(
      resolve({ value, module: scan.values }, noLookup).value,
      scan,
    ),
    object: constantly(undefined),
    info: constantly(call.type === "NewExpression" ? value : undefined),
    file: scan.file.path,
    exported: isDefaultExport(around, scan) ? "default" : undefined,
    local: undefined,
    parameters: parametersOf(around, scan.file),
  };
}

/** The parameters of a function with their types as written. */
export function parametersOf(
  { params }: FunctionNode,
  file: SourceFile,
): FactoryParameter[] {
  return params.map((param) => {
    const target = param.type === "AssignmentPattern" ? param.left : param;
    const annotation =
      "typeAnnotation" in target ? target.typeAnnotation : undefined;
    return {
      name: target.type === "Identifier" ? target.name : undefined,
      type: annotation
        ? ownText(file, annotation.typeAnnotation.range)
        : undefined,
      optional:
        param.type === "AssignmentPattern" ||
        (target.type === "Identifier" && target.optional),
    };
  });
}

function usesOAuth(info: StaticValue, { values }: Scan): boolean | undefined {
  const member =
    info.kind === "object"
      ? findMember({ value: info, module: values }, "authorization", noLookup)
      : undefined;
  if (member?.kind !== "known") {
    return undefined;
  }
  const { value } = resolve(member.located, noLookup);
  return value.kind === "object" || value.kind === "nothing"
    ? value.kind === "object"
    : undefined;
}

function isDefaultExport(
  around: FunctionNode,
  { file, values }: Scan,
): boolean {
  const exported = values.exported("default");
  if (exported?.kind === "value") {
    const [start, end] = exported.value.range;
    return start <= around.range[0] && around.range[1] <= end;
  }
  return (
    exported?.kind === "local" && functionName(around, file) === exported.name
  );
}

/** `createServer` of a declaration, or of a constant that holds it. */
function functionName(
  node: FunctionNode,
  { program }: SourceFile,
): string | undefined {
  if (node.id) {
    return node.id.name;
  }
  for (const declaration of topLevelStatements(program)) {
    if (declaration.type === "VariableDeclaration") {
      const declarator = declaration.declarations.find(
        ({ init }) => init === node,
      );
      if (declarator?.id.type === "Identifier") {
        return declarator.id.name;
      }
    }
  }
  return undefined;
}
