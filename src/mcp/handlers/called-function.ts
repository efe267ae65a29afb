import type { TSESTree } from "@typescript-eslint/utils";
import { findBinding } from "../../source/bindings.ts";
import { requiredModule } from "../../source/module-values.ts";
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

/**
 * The function of this file that a call runs: `render(x)`, `this.render(x)`,
 * `desk.render(x)` of a `const desk = new Desk()`.
 */
export function calledFunction(
  call: TSESTree.CallExpression,
  file: SourceFile,
): FunctionNode | undefined {
  const callee = unwrap(call.callee);
  if (callee.type === "Identifier") {
    return localFunction(callee, file);
  }
  if (callee.type !== "MemberExpression") {
    return undefined;
  }
  const owner = unwrap(callee.object);
  const body =
    owner.type === "ThisExpression"
      ? classAround(owner, file)
      : owner.type === "Identifier"
        ? classOfInstance(owner, file)
        : undefined;
  return body && methodOf(body, keyName(callee.property, callee.computed));
}

function classAround(
  { range }: TSESTree.Node,
  file: SourceFile,
): TSESTree.ClassBody | undefined {
  return nodesAround(file.program, range[0]).findLast(
    (node): node is TSESTree.ClassBody => node.type === "ClassBody",
  );
}

/** The class of this file that a constant was made with. */
function classOfInstance(
  { name, range }: TSESTree.Identifier,
  file: SourceFile,
): TSESTree.ClassBody | undefined {
  const binding = findBinding(file, name, range[0]);
  const init =
    binding?.kind === "variable" &&
    binding.constant &&
    binding.declarator.id.type === "Identifier" &&
    binding.declarator.init
      ? unwrap(binding.declarator.init)
      : undefined;
  return init?.type === "NewExpression" && init.callee.type === "Identifier"
    ? localClass(init.callee, file)
    : undefined;
}

/** `class Desk {}`, or `const Desk = class {}` as bundlers write it. */
function localClass(
  { name, range }: TSESTree.Identifier,
  file: SourceFile,
): TSESTree.ClassBody | undefined {
  const binding = findBinding(file, name, range[0]);
  if (binding?.kind === "class") {
    return binding.node.body;
  }
  const init =
    binding?.kind === "variable" ? binding.declarator.init : undefined;
  return init?.type === "ClassExpression" ? init.body : undefined;
}

function methodOf(
  body: TSESTree.ClassBody,
  name: string | undefined,
): FunctionNode | undefined {
  const member = body.body.find(
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
  const callee = withoutReceiver(unwrap(call.callee));
  const owner =
    callee.type === "MemberExpression" ? unwrap(callee.object) : callee;
  const module =
    owner.type === "Identifier" ? importedModule(owner, file) : undefined;
  if (module === undefined) {
    return undefined;
  }
  const imported =
    callee.type === "Identifier"
      ? module.imported
      : callee.type === "MemberExpression" && module.imported === "*"
        ? keyName(callee.property, callee.computed)
        : undefined;
  return imported === undefined
    ? undefined
    : { specifier: module.specifier, imported };
}

/** `views_1.render` of `(0, views_1.render)(x)`, as compilers write it. */
function withoutReceiver(callee: TSESTree.Node): TSESTree.Node {
  const last =
    callee.type === "SequenceExpression"
      ? callee.expressions.at(-1)
      : undefined;
  return last ? unwrap(last) : callee;
}

function importedModule(
  { name, range }: TSESTree.Identifier,
  file: SourceFile,
): { readonly specifier: string; readonly imported: string } | undefined {
  const binding = findBinding(file, name, range[0]);
  if (binding?.kind === "import") {
    return binding;
  }
  const required =
    binding?.kind === "variable" &&
    binding.declarator.id.type === "Identifier" &&
    binding.declarator.init
      ? requiredModule(binding.declarator.init)
      : undefined;
  return required === undefined
    ? undefined
    : { specifier: required, imported: "*" };
}

/** The last name of what is called: `map` in `items.map(…)`. */
export function calledName(
  call: TSESTree.CallExpression | undefined,
): string | undefined {
  const callee = call && withoutReceiver(unwrap(call.callee));
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
