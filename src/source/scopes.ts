import type { TSESTree } from "@typescript-eslint/utils";
import type { Binding, Names } from "./bindings.ts";
import { moduleExportName, patternNames } from "./patterns.ts";
import { innerStatements } from "./statements.ts";
import type { FunctionNode } from "./syntax-tree.ts";

const scopeTypes: ReadonlySet<string> = new Set([
  "ArrowFunctionExpression",
  "BlockStatement",
  "CatchClause",
  "ClassExpression",
  "ForInStatement",
  "ForOfStatement",
  "ForStatement",
  "FunctionDeclaration",
  "FunctionExpression",
  "Program",
  "StaticBlock",
  "SwitchStatement",
  "TSEnumBody",
  "TSModuleBlock",
]);

/** A quick no for most nodes. */
export function mayOpenScope({ type }: TSESTree.Node): boolean {
  return scopeTypes.has(type);
}

/**
 * The names that a node declares for what stands inside it.
 *
 * @returns `undefined` when the node opens no scope
 */
export function readScope(node: TSESTree.Node): Names | undefined {
  switch (node.type) {
    case "Program":
      return new Scope(true).hoist(node.body).declare(node.body).names;
    case "BlockStatement":
    case "StaticBlock":
    case "TSModuleBlock":
      return new Scope(false).declare(node.body).names;
    case "SwitchStatement":
      return new Scope(false).declare(
        node.cases.flatMap(({ consequent }) => consequent),
      ).names;
    case "ForStatement":
      return node.init?.type === "VariableDeclaration"
        ? new Scope(false).declare([node.init]).names
        : undefined;
    case "ForInStatement":
    case "ForOfStatement":
      return loopVariables(node);
    case "CatchClause":
      return node.param
        ? allNamed(patternNames(node.param), { kind: "caught" })
        : undefined;
    case "TSEnumBody":
      // Members are in scope, by their names, in each other's initializers.
      return allNamed(
        node.members.flatMap(({ id }) =>
          id.type === "Identifier" ? [id.name] : [],
        ),
        { kind: "other" },
      );
    case "ClassExpression":
      return node.id ? allNamed([node.id.name], { kind: "other" }) : undefined;
    case "ArrowFunctionExpression":
    case "FunctionDeclaration":
    case "FunctionExpression":
      return functionNames(node);
    default:
      return undefined;
  }
}

function allNamed(names: readonly string[], binding: Binding): Names {
  return new Map(names.map((name) => [name, binding]));
}

function loopVariables(
  loop: TSESTree.ForInStatement | TSESTree.ForOfStatement,
): Names | undefined {
  return loop.left.type === "VariableDeclaration"
    ? allNamed(
        patternNames(loop.left.declarations[0].id),
        loop.type === "ForOfStatement"
          ? { kind: "element", list: loop.right }
          : { kind: "other" },
      )
    : undefined;
}

function functionNames(node: FunctionNode): Names {
  const names = new Map<string, Binding>();
  if (node.type === "FunctionExpression" && node.id) {
    names.set(node.id.name, { kind: "function", node });
  }
  if (node.body.type === "BlockStatement") {
    const hoisted = new Scope(false).hoist(node.body.body);
    for (const [name, binding] of hoisted.names) {
      names.set(name, binding);
    }
  }
  node.params.forEach((parameter, index) => {
    for (const name of patternNames(parameter)) {
      names.set(name, { kind: "parameter", node, index });
    }
  });
  return names;
}

/** Collects what the statements of one scope declare. */
class Scope {
  readonly names = new Map<string, Binding>();
  readonly #topLevel: boolean;

  constructor(topLevel: boolean) {
    this.#topLevel = topLevel;
  }

  declare(statements: readonly TSESTree.Node[]): this {
    for (const statement of statements) {
      this.#declareStatement(statement);
    }
    return this;
  }

  /** `var` belongs to the function, however deep in its blocks it stands. */
  hoist(statements: readonly TSESTree.Node[]): this {
    const open = [...statements].reverse();
    for (let node = open.pop(); node; node = open.pop()) {
      if (node.type === "VariableDeclaration") {
        if (node.kind === "var") {
          this.#declareVariables(node);
        }
      } else {
        open.push(...innerStatements(node).reverse());
      }
    }
    return this;
  }

  #declareStatement(statement: TSESTree.Node): void {
    switch (statement.type) {
      case "ImportDeclaration":
        for (const specifier of statement.specifiers) {
          this.names.set(specifier.local.name, {
            kind: "import",
            specifier: statement.source.value,
            imported: importedName(specifier),
          });
        }
        break;
      case "TSImportEqualsDeclaration":
        this.names.set(statement.id.name, importEquals(statement));
        break;
      case "ExportNamedDeclaration":
      case "ExportDefaultDeclaration":
        if (statement.declaration) {
          this.#declareStatement(statement.declaration);
        }
        break;
      case "VariableDeclaration":
        this.#declareVariables(statement);
        break;
      case "FunctionDeclaration":
        if (statement.id) {
          this.names.set(statement.id.name, {
            kind: "function",
            node: statement,
          });
        }
        break;
      case "ClassDeclaration":
        if (statement.id) {
          this.names.set(statement.id.name, { kind: "class", node: statement });
        }
        break;
      case "TSEnumDeclaration": {
        // Enums of one name are merged; neither tells the whole.
        const { name } = statement.id;
        this.names.set(
          name,
          this.names.has(name)
            ? { kind: "other" }
            : { kind: "enum", node: statement },
        );
        break;
      }
      case "TSModuleDeclaration":
        // A namespace adds to a function, class or enum of its name.
        if (statement.id.type === "Identifier") {
          const { name } = statement.id;
          this.names.set(name, this.names.get(name) ?? { kind: "other" });
        }
        break;
      default:
        break;
    }
  }

  #declareVariables(declaration: TSESTree.VariableDeclaration): void {
    for (const declarator of declaration.declarations) {
      for (const name of patternNames(declarator.id)) {
        const earlier = this.names.get(name);
        this.names.set(
          name,
          // `var` may be declared again, with another value.
          earlier &&
            !(earlier.kind === "variable" && earlier.declarator === declarator)
            ? { kind: "other" }
            : {
                kind: "variable",
                constant: declaration.kind === "const",
                declarator,
                topLevel: this.#topLevel,
              },
        );
      }
    }
  }
}

function importEquals({
  moduleReference,
}: TSESTree.TSImportEqualsDeclaration): Binding {
  return moduleReference.type === "TSExternalModuleReference"
    ? {
        kind: "import",
        specifier: moduleReference.expression.value,
        imported: "*",
      }
    : { kind: "other" };
}

function importedName(specifier: TSESTree.ImportClause): string {
  switch (specifier.type) {
    case "ImportDefaultSpecifier":
      return "default";
    case "ImportNamespaceSpecifier":
      return "*";
    default:
      return moduleExportName(specifier.imported);
  }
}
