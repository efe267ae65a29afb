import type { TSESTree } from "@typescript-eslint/utils";
import {
  keepsItsValue,
  scopesAroundNode,
  scopesWithin,
  topLevelNames,
  type Binding,
  type Scopes,
} from "./bindings.ts";
import { withChanges } from "./changes.ts";
import {
  keyText,
  operandsOf,
  readLiteral,
  templateElement,
  unaryValue,
} from "./literals.ts";
import type {
  ArrayElement,
  ObjectMember,
  StaticValue,
  TextPart,
} from "./static-value.ts";
import {
  isFunction,
  keyName,
  unwrap,
  type FunctionNode,
  type Range,
  type SourceFile,
} from "./syntax-tree.ts";

/** Guards against absurdly nested code. */
const deepest = 200;

interface Context {
  readonly file: SourceFile;
  /** What the names of the expression can stand for. */
  readonly scopes: Scopes;
  /**
   * What local constants stand for. Each is read once: where every one uses
   * the one before twice, reading it anew each time would double the work.
   */
  readonly locals: Map<TSESTree.Node, StaticValue>;
}

const values = new WeakMap<TSESTree.Node, StaticValue>();

/**
 * Reads an expression without running it.
 *
 * @param scopes those around the expression, from a caller that has them: to
 *   look for them costs more than to read a short expression
 * @returns plain data, the same for the same node; an `unknown` value for what
 *   only a run could tell
 */
export function evaluate(
  file: SourceFile,
  wrapped: TSESTree.Node,
  scopes?: Scopes,
): StaticValue {
  const node = unwrap(wrapped);
  let value = values.get(node);
  if (!value) {
    const context: Context = {
      file,
      scopes: scopes ?? scopesAroundNode(file, node),
      locals: new Map(),
    };
    value = read(context, node, 0);
    values.set(node, value);
  }
  return value;
}

function read(
  context: Context,
  wrapped: TSESTree.Node,
  depth: number,
): StaticValue {
  const node = unwrap(wrapped);
  const { range } = node;
  if (depth > deepest) {
    return { kind: "unknown", range };
  }
  switch (node.type) {
    case "Literal":
      return readLiteral(context.file, node);
    case "TemplateLiteral":
      return {
        kind: "text",
        parts: templateParts(context, node, depth),
        range,
      };
    case "BinaryExpression":
      return node.operator === "+"
        ? concatenation(context, node, depth)
        : { kind: "unknown", range };
    case "Identifier":
      return readName(context, node, depth);
    case "ArrayExpression":
      return {
        kind: "array",
        elements: list(context, node.elements, depth, range),
        range,
      };
    case "ObjectExpression":
      return {
        kind: "object",
        members: node.properties.map((property) =>
          readMember(context, property, depth),
        ),
        range,
      };
    case "CallExpression":
    case "NewExpression":
      return {
        kind: "call",
        isNew: node.type === "NewExpression",
        callee: read(context, node.callee, depth + 1),
        args: list(context, node.arguments, depth, range),
        range,
      };
    case "MemberExpression":
      return {
        kind: "member",
        object: read(context, node.object, depth + 1),
        name: keyName(node.property, node.computed),
        property: node.computed
          ? read(context, node.property, depth + 1)
          : undefined,
        range,
      };
    // Compilers write `(0, module_1.call)()`.
    case "SequenceExpression": {
      const last = node.expressions.at(-1);
      return last ? read(context, last, depth + 1) : { kind: "unknown", range };
    }
    case "UnaryExpression":
      return unaryValue(node) ?? { kind: "unknown", range };
    case "ClassExpression":
      return { kind: "class", name: node.id?.name, range };
    default:
      return isFunction(node)
        ? readFunction(context, node, depth)
        : { kind: "unknown", range };
  }
}

function templateParts(
  context: Context,
  node: TSESTree.TemplateLiteral,
  depth: number,
): TextPart[] {
  return node.quasis.flatMap((quasi, index) => {
    const expression = node.expressions[index];
    const parts: TextPart[] = [];
    if (quasi.value.raw !== "" || node.quasis.length === 1) {
      parts.push(templateElement(node, quasi));
    }
    if (expression) {
      parts.push({
        kind: "value",
        value: read(context, expression, depth + 1),
      });
    }
    return parts;
  });
}

function concatenation(
  context: Context,
  node: TSESTree.BinaryExpression,
  depth: number,
): StaticValue {
  const values = operandsOf(node).map((operand) =>
    read(context, operand, depth + 1),
  );
  // Only a text among the first two makes the whole chain one.
  if (!values.slice(0, 2).some((value) => value.kind === "text")) {
    return { kind: "unknown", range: node.range };
  }
  return {
    kind: "text",
    parts: values.flatMap((value): readonly TextPart[] =>
      value.kind === "text" ? value.parts : [{ kind: "value", value }],
    ),
    range: node.range,
  };
}

function readName(
  context: Context,
  node: TSESTree.Identifier,
  depth: number,
): StaticValue {
  const { name, range } = node;
  const unread: StaticValue = { kind: "unknown", name, range };
  const binding = context.scopes.lookUp(name);
  if (name === "undefined" && !binding) {
    return { kind: "nothing", range };
  }
  switch (binding?.kind) {
    case "import":
      return {
        kind: "import",
        specifier: binding.specifier,
        imported: binding.imported,
        local: name,
        range,
      };
    case "variable":
      return binding.topLevel
        ? { kind: "reference", name, range }
        : (readLocal(context, binding, name, depth) ?? unread);
    case "function":
      return readFunction(inside(context, binding.node), binding.node, depth);
    case "class":
    case "enum":
      // Only the top level is known by name.
      return topLevelNames(context.file).get(name) === binding
        ? { kind: "reference", name, range }
        : unread;
    default:
      return unread;
  }
}

function readLocal(
  context: Context,
  binding: Extract<Binding, { kind: "variable" }>,
  name: string,
  depth: number,
): StaticValue | undefined {
  const { id, init } = binding.declarator;
  if (
    id.type !== "Identifier" ||
    !init ||
    !keepsItsValue(context.file, binding, name)
  ) {
    return undefined;
  }
  const known = context.locals.get(init);
  if (known) {
    return known;
  }
  // Stands for itself while it is read: `const a = () => a`.
  context.locals.set(init, { kind: "unknown", name, range: init.range });
  const value = withChanges(
    context.file,
    name,
    read(inside(context, init), init, depth + 10),
  );
  context.locals.set(init, value);
  return value;
}

/** The same for an expression elsewhere in the file, in its own scopes. */
function inside(context: Context, node: TSESTree.Node): Context {
  return { ...context, scopes: scopesAroundNode(context.file, node) };
}

function list(
  context: Context,
  nodes: readonly (TSESTree.Node | null)[],
  depth: number,
  around: Range,
): ArrayElement[] {
  // A plain loop: this runs for every call and every list of a file.
  const elements: ArrayElement[] = [];
  for (const node of nodes) {
    if (!node) {
      elements.push({
        spread: false,
        value: { kind: "nothing", range: around },
      });
    } else if (node.type === "SpreadElement") {
      elements.push({
        spread: true,
        value: read(context, node.argument, depth + 1),
      });
    } else {
      elements.push({ spread: false, value: read(context, node, depth + 1) });
    }
  }
  return elements;
}

function readMember(
  context: Context,
  node: TSESTree.ObjectExpression["properties"][number],
  depth: number,
): ObjectMember {
  const { range } = node;
  if (node.type === "SpreadElement") {
    return {
      kind: "spread",
      value: read(context, node.argument, depth + 1),
      range,
    };
  }
  const isGetter = node.kind !== "init";
  return {
    kind: "property",
    key:
      (node.computed ? undefined : keyText(context.file, node.key)) ??
      read(context, node.key, depth + 1),
    computed: node.computed,
    value: isGetter
      ? { kind: "unknown", range: node.value.range }
      : read(context, node.value, depth + 1),
    range,
  };
}

/** Only an arrow function that is one expression is read: `() => schema`. */
function readFunction(
  context: Context,
  node: FunctionNode,
  depth: number,
): StaticValue {
  const isRead =
    node.type === "ArrowFunctionExpression" &&
    node.params.length === 0 &&
    node.body.type !== "BlockStatement";
  return {
    kind: "function",
    range: node.range,
    result: isRead
      ? read(
          { ...context, scopes: scopesWithin(node, context.scopes) },
          node.body,
          depth + 10,
        )
      : undefined,
  };
}
