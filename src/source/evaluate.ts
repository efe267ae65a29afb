import type { TSESTree } from "@typescript-eslint/utils";
import { findBinding, keepsItsValue } from "./bindings.ts";
import type {
  ArrayElement,
  ObjectMember,
  Quote,
  StaticValue,
  TextPart,
} from "./static-value.ts";
import {
  isFunction,
  keyName,
  unwrap,
  type FunctionNode,
  type SourceFile,
} from "./syntax-tree.ts";

/** Guards against `const a = () => a` and against absurdly nested code. */
const deepest = 200;

/**
 * Reads an expression without running it.
 *
 * @returns plain data; an `unknown` value for what only a run could tell
 */
export function evaluate(file: SourceFile, node: TSESTree.Node): StaticValue {
  return read(file, node, 0);
}

function read(
  file: SourceFile,
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
      return readLiteral(file, node);
    case "TemplateLiteral":
      return { kind: "text", parts: templateParts(file, node, depth), range };
    case "BinaryExpression":
      return node.operator === "+"
        ? concatenation(file, node, depth)
        : { kind: "unknown", range };
    case "Identifier":
      return readName(file, node, depth);
    case "ArrayExpression":
      return { kind: "array", elements: list(file, node.elements, depth), range };
    case "ObjectExpression":
      return {
        kind: "object",
        members: node.properties.map((property) =>
          readMember(file, property, depth),
        ),
        range,
      };
    case "CallExpression":
    case "NewExpression":
      return {
        kind: "call",
        isNew: node.type === "NewExpression",
        callee: read(file, node.callee, depth + 1),
        args: list(file, node.arguments, depth),
        range,
      };
    case "MemberExpression":
      return {
        kind: "member",
        object: read(file, node.object, depth + 1),
        name: keyName(node.property, node.computed),
        property: node.computed
          ? read(file, node.property, depth + 1)
          : undefined,
        range,
      };
    // Compilers write `(0, module_1.call)()`.
    case "SequenceExpression": {
      const last = node.expressions.at(-1);
      return last ? read(file, last, depth + 1) : { kind: "unknown", range };
    }
    case "UnaryExpression":
      return negativeNumber(node) ?? { kind: "unknown", range };
    case "ClassExpression":
      return { kind: "class", name: node.id?.name, range };
    default:
      return isFunction(node)
        ? readFunction(file, node, depth)
        : { kind: "unknown", range };
  }
}

function readLiteral(file: SourceFile, node: TSESTree.Literal): StaticValue {
  const { range, value } = node;
  switch (typeof value) {
    case "string":
      return {
        kind: "text",
        parts: [
          {
            kind: "literal",
            text: value,
            range: [range[0] + 1, range[1] - 1],
            quote: file.text[range[0]] as Quote,
          },
        ],
        range,
      };
    case "number":
      return { kind: "number", value, range };
    case "boolean":
      return { kind: "boolean", value, range };
    default:
      // A regular expression that this Node can't compile has the value null.
      return value === null && node.raw === "null"
        ? { kind: "nothing", range }
        : { kind: "unknown", range };
  }
}

function templateParts(
  file: SourceFile,
  node: TSESTree.TemplateLiteral,
  depth: number,
): TextPart[] {
  const parts: TextPart[] = [];
  // The parsers disagree on whether an element's range holds its delimiters,
  // so the ends come from what surrounds it.
  let start = node.range[0] + 1;
  node.quasis.forEach((quasi, index) => {
    const raw = quasi.value.raw;
    const expression = node.expressions[index];
    const end = expression
      ? file.text.lastIndexOf("${", expression.range[0])
      : node.range[1] - 1;
    // `cooked` is missing in the type but null for a bad escape in a tag.
    const text = quasi.value.cooked as string | null;
    if (raw !== "") {
      parts.push({
        kind: "literal",
        text: text ?? raw,
        range: [start, end],
        quote: "`",
      });
    }
    if (expression) {
      parts.push({ kind: "value", value: read(file, expression, depth + 1) });
      start = file.text.indexOf("}", expression.range[1]) + 1;
    }
  });
  return parts;
}

function concatenation(
  file: SourceFile,
  node: TSESTree.BinaryExpression,
  depth: number,
): StaticValue {
  // A chain leans to the left, so a long one would recurse once per operand.
  const operands: TSESTree.Node[] = [];
  let left: TSESTree.Node = node;
  while (left.type === "BinaryExpression" && left.operator === "+") {
    operands.unshift(left.right);
    left = unwrap(left.left);
  }
  operands.unshift(left);
  const values = operands.map((operand) => read(file, operand, depth + 1));
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
  file: SourceFile,
  node: TSESTree.Identifier,
  depth: number,
): StaticValue {
  const { name, range } = node;
  if (name === "undefined") {
    return { kind: "nothing", range };
  }
  const binding = findBinding(file, name, range[0]);
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
      if (binding.topLevel) {
        return { kind: "reference", name, range };
      }
      return binding.declarator.id.type === "Identifier" &&
        binding.declarator.init &&
        keepsItsValue(file, binding, name)
        ? read(file, binding.declarator.init, depth + 10)
        : { kind: "unknown", name, range };
    case "function":
      return readFunction(file, binding.node, depth);
    case "class":
    case "enum":
      return { kind: "reference", name, range };
    default:
      return { kind: "unknown", name, range };
  }
}

function list(
  file: SourceFile,
  nodes: readonly (TSESTree.Node | null)[],
  depth: number,
): ArrayElement[] {
  return nodes.flatMap((node) => {
    if (!node) {
      return [];
    }
    const spread = node.type === "SpreadElement";
    return [
      { spread, value: read(file, spread ? node.argument : node, depth + 1) },
    ];
  });
}

function readMember(
  file: SourceFile,
  node: TSESTree.ObjectExpression["properties"][number],
  depth: number,
): ObjectMember {
  const { range } = node;
  if (node.type === "SpreadElement") {
    return {
      kind: "spread",
      value: read(file, node.argument, depth + 1),
      range,
    };
  }
  const isGetter = node.kind !== "init";
  return {
    kind: "property",
    key: readKey(file, node.key, node.computed, depth),
    computed: node.computed,
    value: isGetter
      ? { kind: "unknown", range: node.value.range }
      : read(file, node.value, depth + 1),
    range,
  };
}

/** A key as a text value, so that `a`, `"a"` and `["a"]` are read alike. */
function readKey(
  file: SourceFile,
  key: TSESTree.Node,
  computed: boolean,
  depth: number,
): StaticValue {
  const name = computed ? undefined : keyName(key, false);
  if (name === undefined) {
    return read(file, key, depth + 1);
  }
  const quoted = key.type === "Literal" && typeof key.value === "string";
  const inset = quoted ? 1 : 0;
  return {
    kind: "text",
    parts: [
      {
        kind: "literal",
        text: name,
        range: [key.range[0] + inset, key.range[1] - inset],
        quote: quoted ? (file.text[key.range[0]] as Quote) : '"',
      },
    ],
    range: key.range,
  };
}

function negativeNumber(node: TSESTree.UnaryExpression): StaticValue | undefined {
  const { argument, operator, range } = node;
  return operator === "-" &&
    argument.type === "Literal" &&
    typeof argument.value === "number"
    ? { kind: "number", value: -argument.value, range }
    : undefined;
}

function readFunction(
  file: SourceFile,
  node: FunctionNode,
  depth: number,
): StaticValue {
  return {
    kind: "function",
    range: node.range,
    result: lazyResult(file, node, depth),
  };
}

/** Only an arrow function that is one expression is read: `() => schema`. */
function lazyResult(
  file: SourceFile,
  node: FunctionNode,
  depth: number,
): StaticValue | undefined {
  return node.type === "ArrowFunctionExpression" &&
    node.params.length === 0 &&
    node.body.type !== "BlockStatement"
    ? read(file, node.body, depth + 10)
    : undefined;
}
