import type { TSESTree } from "@typescript-eslint/utils";
import { findBinding } from "../../source/bindings.ts";
import {
  isFunction,
  keyName,
  nodesAround,
  unwrap,
  type FunctionNode,
  type SourceFile,
} from "../../source/syntax-tree.ts";

/** The function of this file that a name stands for. */
export function localFunction(
  name: TSESTree.Identifier,
  file: SourceFile,
): FunctionNode | undefined {
  const binding = findBinding(file, name.name, name.range[0]);
  if (binding?.kind === "function") {
    return binding.node;
  }
  const init =
    binding?.kind === "variable" && binding.declarator.id.type === "Identifier"
      ? binding.declarator.init
      : undefined;
  const value = init ? unwrap(init) : undefined;
  return value && isFunction(value) ? value : undefined;
}

/** The function of this file that a call runs: `render(x)`, `this.render(x)`. */
export function calledFunction(
  call: TSESTree.CallExpression,
  file: SourceFile,
): FunctionNode | undefined {
  const callee = unwrap(call.callee);
  if (callee.type === "Identifier") {
    return localFunction(callee, file);
  }
  return callee.type === "MemberExpression" &&
    callee.object.type === "ThisExpression"
    ? ownMethod(keyName(callee.property, callee.computed), callee, file)
    : undefined;
}

function ownMethod(
  name: string | undefined,
  { range }: TSESTree.MemberExpression,
  file: SourceFile,
): FunctionNode | undefined {
  const body = nodesAround(file.program, range[0]).findLast(
    (node): node is TSESTree.ClassBody => node.type === "ClassBody",
  );
  const member = body?.body.find(
    (candidate) =>
      "key" in candidate && keyName(candidate.key, candidate.computed) === name,
  );
  return (member?.type === "MethodDefinition" ||
    member?.type === "PropertyDefinition") &&
    member.value &&
    isFunction(member.value)
    ? member.value
    : undefined;
}

/** What a call runs of another module: `render(x)`, `views.render(x)`. */
export function importedFunction(
  call: TSESTree.CallExpression,
  file: SourceFile,
): { readonly specifier: string; readonly imported: string } | undefined {
  const callee = unwrap(call.callee);
  // `views.render(x)` of a namespace import.
  const name = callee.type === "MemberExpression" ? callee.object : callee;
  const binding =
    name.type === "Identifier"
      ? findBinding(file, name.name, name.range[0])
      : undefined;
  if (binding?.kind !== "import") {
    return undefined;
  }
  const imported =
    callee.type === "Identifier"
      ? binding.imported
      : binding.imported === "*"
        ? calledName(call)
        : undefined;
  return imported === undefined
    ? undefined
    : { specifier: binding.specifier, imported };
}

/** The last name of what is called: `map` in `items.map(…)`. */
export function calledName(
  call: TSESTree.CallExpression | undefined,
): string | undefined {
  const callee = call && unwrap(call.callee);
  if (callee?.type === "Identifier") {
    return callee.name;
  }
  return callee?.type === "MemberExpression"
    ? keyName(callee.property, callee.computed)
    : undefined;
}

/** `Object.entries` in `Object.entries(x)`; empty for longer paths. */
export function calleePath(call: TSESTree.CallExpression): string {
  const callee = unwrap(call.callee);
  return callee.type === "MemberExpression" &&
    callee.object.type === "Identifier"
    ? `${callee.object.name}.${calledName(call) ?? ""}`
    : "";
}

export function isJsonStringify(node: TSESTree.Node): boolean {
  return (
    node.type === "CallExpression" &&
    node.callee.type === "MemberExpression" &&
    keyName(node.callee.property, node.callee.computed) === "stringify" &&
    node.callee.object.type === "Identifier" &&
    node.callee.object.name === "JSON"
  );
}

/** The value of a property that an object literal spells out. */
export function propertyValue(
  node: TSESTree.ObjectExpression,
  name: string,
): TSESTree.Node | undefined {
  const property = node.properties.findLast(
    (candidate): candidate is TSESTree.Property =>
      candidate.type === "Property" &&
      keyName(candidate.key, candidate.computed) === name,
  );
  return property?.value;
}
