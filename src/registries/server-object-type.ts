import type { TSESTree } from "@typescript-eslint/utils";
import { topLevelStatements } from "../source/statements.ts";
import { topLevelNames } from "../source/bindings.ts";
import { planImports } from "../source/insert-import.ts";
import type { SourceEdit } from "../source/replace-text.ts";
import type { Registries } from "./registries.ts";
import {
  nodesAround,
  type Range,
  type SourceFile,
} from "../source/syntax-tree.ts";

/** What a server object lacks of `as const satisfies ServerMetadata`. */
export interface UntypedObject {
  /** How it is written now. */
  readonly kind:
    | "annotated"
    | "asserted"
    | "no-const"
    | "no-type"
    | "plain"
    /** Checked first, then asserted. */
    | "widened";
  /** The type that is there, else the variable's name. */
  readonly range: Range;
  readonly edits: readonly SourceEdit[] | undefined;
}

const typeName = "ServerMetadata";

/**
 * Judges how a server object is typed.
 *
 * @param object where it stands in the file
 * @param findModule from where the host's files import the type; `undefined`
 *   where nothing shows that there is one
 * @returns `undefined` when it is typed as asked, or in a way of its own
 */
export function untypedObject(
  file: SourceFile,
  object: Range,
  findModule: () => string | undefined,
): UntypedObject | undefined {
  const path = nodesAround(file.program, object[0]);
  const at = path.findIndex(
    ({ range, type }) =>
      type === "ObjectExpression" &&
      range[0] === object[0] &&
      range[1] === object[1],
  );
  const holderAt = path.findLastIndex(
    ({ type }, index) => index < at && type === "VariableDeclarator",
  );
  const holder = path[holderAt];
  const around = path.slice(holderAt + 1, at);
  if (
    holder?.type !== "VariableDeclarator" ||
    holder.id.type !== "Identifier" ||
    !around.every(
      ({ type }) =>
        type === "TSAsExpression" || type === "TSSatisfiesExpression",
    )
  ) {
    return undefined;
  }
  const { id } = holder;
  const kind = kindOf(id, around, file);
  const isKnown = declaresType(file);
  const specifier = kind && !isKnown ? findModule() : undefined;
  return kind && (isKnown || specifier !== undefined)
    ? {
        kind,
        range: writtenType(id, around) ?? [
          id.range[0],
          id.range[0] + id.name.length,
        ],
        // What is behind the check stays behind it.
        edits:
          kind === "widened"
            ? undefined
            : editsFor(holder, object, specifier, file),
      }
    : undefined;
}

/** The type of an annotation, or behind `as` or `satisfies`; not `const`. */
function writtenType(
  { typeAnnotation }: TSESTree.Identifier,
  around: readonly TSESTree.Node[],
): Range | undefined {
  const [outer] = around;
  return (
    typeAnnotation?.typeAnnotation.range ??
    (outer?.type === "TSSatisfiesExpression" ||
    (outer?.type === "TSAsExpression" &&
      outer.typeAnnotation.range[1] - outer.typeAnnotation.range[0] !==
        "const".length)
      ? outer.typeAnnotation.range
      : undefined)
  );
}

/** From where the server objects of the app import their type. */
export function serverMetadataModule({
  inventory,
  valuesOf,
}: Pick<Registries, "inventory" | "valuesOf">): string | undefined {
  for (const [definition] of inventory.servers.values()) {
    const value =
      definition?.kind === "metadata"
        ? valuesOf(definition.file)?.binding(typeName)
        : undefined;
    if (value?.kind === "import" && !value.specifier.startsWith(".")) {
      return value.specifier;
    }
  }
  return undefined;
}

/** Whether a file imports the type, or declares it. */
function declaresType(file: SourceFile): boolean {
  return (
    topLevelNames(file).has(typeName) ||
    topLevelStatements(file.program).some(
      (declaration) =>
        (declaration.type === "TSTypeAliasDeclaration" ||
          declaration.type === "TSInterfaceDeclaration") &&
        declaration.id.name === typeName,
    )
  );
}

function kindOf(
  id: TSESTree.Identifier,
  around: readonly TSESTree.Node[],
  file: SourceFile,
): UntypedObject["kind"] | undefined {
  if (id.typeAnnotation) {
    return isNamed(id.typeAnnotation.typeAnnotation, file)
      ? "annotated"
      : undefined;
  }
  let isConst = false;
  let isAsserted = false;
  let satisfies = false;
  for (const node of around) {
    if (node.type === "TSSatisfiesExpression") {
      if (!isNamed(node.typeAnnotation, file)) {
        // A type of the host's own may ask for what is there.
        return undefined;
      }
      satisfies = true;
    } else if (node.type === "TSAsExpression") {
      const { typeAnnotation } = node;
      if (file.text.slice(...typeAnnotation.range) === "const") {
        isConst = true;
      } else if (isAsserted) {
        return "asserted";
      } else if (!isNamed(typeAnnotation, file)) {
        return undefined;
      } else {
        isAsserted = true;
        // What stands around an assertion checks that alone.
        satisfies = false;
      }
    }
  }
  if (isAsserted) {
    return satisfies ? "widened" : "asserted";
  }
  if (isConst) {
    return satisfies ? undefined : "no-type";
  }
  return satisfies ? "no-const" : "plain";
}

function isNamed({ range }: TSESTree.TypeNode, { text }: SourceFile): boolean {
  return /\bServerMetadata\b/.test(text.slice(...range));
}

function editsFor(
  { id, init }: TSESTree.VariableDeclarator,
  object: Range,
  specifier: string | undefined,
  file: SourceFile,
): readonly SourceEdit[] | undefined {
  const imports =
    specifier === undefined
      ? { edits: [] }
      : planImports(file, [
          { specifier, imported: typeName, local: typeName, isType: true },
        ]);
  if (!imports || !init) {
    return undefined;
  }
  const behind = file.text.slice(object[1], init.range[1]);
  if (behind.includes(")")) {
    // What stands in parentheses is left to people.
    return undefined;
  }
  const annotation =
    id.type === "Identifier" && id.typeAnnotation
      ? id.typeAnnotation.range
      : undefined;
  const satisfied = /\bsatisfies\b[^;]*$/.exec(behind)?.[0];
  return [
    ...imports.edits,
    ...(annotation ? [{ range: annotation, text: "" }] : []),
    {
      range: [object[1], init.range[1]],
      text: ` as const ${satisfied ?? `satisfies ${typeName}`}`,
    },
  ];
}
