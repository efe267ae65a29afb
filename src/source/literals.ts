import type { TSESTree } from "@typescript-eslint/utils";
import type { Quote, StaticValue, TextPart } from "./static-value.ts";
import { keyName, unwrap, type Range, type SourceFile } from "./syntax-tree.ts";

export function readLiteral(
  file: SourceFile,
  node: TSESTree.Literal,
): StaticValue {
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

/** What stands in a template between two interpolations. */
export function templateElement(
  template: TSESTree.TemplateLiteral,
  element: TSESTree.TemplateElement,
): TextPart {
  const { cooked, raw } = element.value;
  // Parsers (and their versions) disagree on whether an element's range holds
  // its delimiters; the first one tells, for the template begins with a quote.
  const delimited = template.quasis[0]?.range[0] === template.range[0];
  const [start, end] = element.range;
  const closing = element.tail ? 1 : 2;
  return {
    kind: "literal",
    // A bad escape in a tagged template has no `cooked` text.
    text: cooked ?? raw,
    range: delimited ? [start + 1, end - closing] : [start, end],
    quote: "`",
  };
}

/**
 * A key that isn't computed, as a text value: so `a`, `"a"` and `["a"]` are
 * read alike.
 *
 * @returns `undefined` for what is no name
 */
export function keyText(
  file: SourceFile,
  key: TSESTree.Node,
): StaticValue | undefined {
  const name = keyName(key, false);
  if (name === undefined) {
    return undefined;
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

/** A bare name, as the key of a property or an enum's member, as a text. */
export function nameValue(name: string, range: Range): StaticValue {
  return {
    kind: "text",
    parts: [{ kind: "literal", text: name, range, quote: '"' }],
    range,
  };
}

/** `-1`, and `void 0` as compilers write `undefined`. */
export function unaryValue({
  argument,
  operator,
  range,
}: TSESTree.UnaryExpression): StaticValue | undefined {
  if (argument.type !== "Literal") {
    return undefined;
  }
  if (operator === "void") {
    return { kind: "nothing", range };
  }
  return operator === "-" && typeof argument.value === "number"
    ? { kind: "number", value: -argument.value, range }
    : undefined;
}

/** The operands of a `+` chain, from left to right. */
export function operandsOf(chain: TSESTree.BinaryExpression): TSESTree.Node[] {
  // It leans to the left, so a long one would recurse once per operand.
  const operands: TSESTree.Node[] = [];
  let left: TSESTree.Node = chain;
  while (left.type === "BinaryExpression" && left.operator === "+") {
    operands.push(left.right);
    left = unwrap(left.left);
  }
  operands.push(left);
  return operands.reverse();
}
