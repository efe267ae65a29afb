import type { TSESTree } from "@typescript-eslint/utils";
import { findBinding } from "../../source/bindings.ts";
import { keyName, unwrap, type SourceFile } from "../../source/syntax-tree.ts";
import { calledName } from "./called-function.ts";
import {
  fieldPickingMethod,
  rendererName,
  shapingName,
  smallAnswerMethod,
} from "./data-names.ts";

/**
 * Whether an awaited call makes something to be read out of data.
 *
 * A function is judged by its name. A method is not, unless the name of its
 * owner tells that it renders, too: `client.describe(id)` asks a server.
 */
export function isShapingCall(
  call: TSESTree.CallExpression,
  file: SourceFile,
): boolean {
  const name = calledName(call);
  if (name === undefined || !shapingName.test(name)) {
    return false;
  }
  const callee = unwrap(call.callee);
  return (
    callee.type !== "MemberExpression" ||
    smallAnswerMethod.test(name) ||
    (fieldPickingMethod.test(name) && namesFields(call)) ||
    isLocalOwner(unwrap(callee.object), file)
  );
}

/** `.select("id, title")` picks fields, `.select()` and `.select("*")` don't. */
function namesFields({ arguments: args }: TSESTree.CallExpression): boolean {
  return args.length > 0 && args.every(isFieldName);
}

function isFieldName(node: TSESTree.Node | null): boolean {
  return node?.type === "ArrayExpression"
    ? node.elements.length > 0 && node.elements.every(isFieldName)
    : node?.type === "Literal" &&
        typeof node.value === "string" &&
        !node.value.includes("*");
}

/** Whether a method's owner surely asks nobody: `this`, a module, a renderer. */
function isLocalOwner(owner: TSESTree.Node, file: SourceFile): boolean {
  switch (owner.type) {
    case "ThisExpression":
    case "Super":
      return true;
    case "MemberExpression":
      return isRendererName(keyName(owner.property, owner.computed));
    case "NewExpression":
    case "CallExpression":
      return isRendererName(calleeNameOf(owner));
    case "AwaitExpression":
      return isModule(owner);
    case "Identifier":
      return isRendererName(owner.name) || isLocalObject(owner, file);
    default:
      return false;
  }
}

function isRendererName(name: string | undefined): boolean {
  return name !== undefined && rendererName.test(name);
}

function calleeNameOf({
  callee,
}: TSESTree.CallExpression | TSESTree.NewExpression): string | undefined {
  const called = unwrap(callee);
  return called.type === "Identifier"
    ? called.name
    : called.type === "MemberExpression"
      ? keyName(called.property, called.computed)
      : undefined;
}

/** Whether a name stands for a module, an object literal, or a new renderer. */
function isLocalObject(
  { name, range }: TSESTree.Identifier,
  file: SourceFile,
): boolean {
  const binding = findBinding(file, name, range[0]);
  if (binding?.kind === "import") {
    return binding.imported === "*";
  }
  if (
    binding?.kind !== "variable" ||
    binding.declarator.id.type !== "Identifier" ||
    !binding.declarator.init
  ) {
    return false;
  }
  const init = unwrap(binding.declarator.init);
  return (
    init.type === "ObjectExpression" ||
    isModule(init) ||
    (init.type === "NewExpression" && isRendererName(calleeNameOf(init)))
  );
}

/** `await import("./render")`, `require("./render")` */
function isModule(node: TSESTree.Node): boolean {
  return (
    (node.type === "AwaitExpression" &&
      unwrap(node.argument).type === "ImportExpression") ||
    (node.type === "CallExpression" && calleeNameOf(node) === "require")
  );
}
