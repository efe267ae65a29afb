import type { TSESTree } from "@typescript-eslint/utils";
import {
  isFunction,
  nodesAround,
  skipChildren,
  walk,
  type FunctionNode,
  type SourceFile,
} from "./syntax-tree.ts";

/** What a name stands for where it is used. */
export type Binding =
  | {
      readonly kind: "import";
      readonly specifier: string;
      /** The name in the other module; `default`, or `*` for the namespace. */
      readonly imported: string;
    }
  | {
      readonly kind: "variable";
      readonly constant: boolean;
      readonly declarator: TSESTree.VariableDeclarator;
      readonly topLevel: boolean;
    }
  | { readonly kind: "function"; readonly node: FunctionNode }
  | {
      readonly kind: "parameter";
      readonly node: FunctionNode;
      readonly index: number;
    }
  | { readonly kind: "enum"; readonly node: TSESTree.TSEnumDeclaration }
  | { readonly kind: "class"; readonly node: TSESTree.ClassDeclaration }
  | { readonly kind: "caught" }
  | {
      /** The variable of a `for … of` loop. */
      readonly kind: "element";
      readonly list: TSESTree.Expression;
    }
  | { readonly kind: "other" };

type Names = ReadonlyMap<string, Binding>;

const namesOfScope = new WeakMap<TSESTree.Node, Names>();
const assignedNamesOf = new WeakMap<TSESTree.Program, ReadonlySet<string>>();

/**
 * Looks a name up from where an offset stands, innermost scope first.
 *
 * Our own and not the parser's scope manager, because files other than the
 * linted one come from oxc-parser, which has none, and one piece of code must
 * read both alike.
 *
 * @returns `undefined` for a global or a misspelt name
 */
export function findBinding(
  file: SourceFile,
  name: string,
  offset: number,
): Binding | undefined {
  const around = nodesAround(file.program, offset);
  for (let i = around.length - 1; i >= 0; i--) {
    const scope = around[i];
    const binding = scope && namesIn(scope).get(name);
    if (binding) {
      return binding;
    }
  }
  return undefined;
}

/** The names that a file declares at its top level. */
export function topLevelNames(file: SourceFile): Names {
  return namesIn(file.program);
}

/**
 * Whether a variable keeps the value it was declared with.
 *
 * Judged by name over the whole file, so that a `let` is called changing when
 * any variable of that name is assigned.
 */
export function keepsItsValue(
  file: SourceFile,
  binding: Extract<Binding, { kind: "variable" }>,
  name: string,
): boolean {
  return binding.constant || !assignedNames(file.program).has(name);
}

function assignedNames(program: TSESTree.Program): ReadonlySet<string> {
  let names = assignedNamesOf.get(program);
  if (!names) {
    const found = new Set<string>();
    walk(program, (node) => {
      if (node.type === "AssignmentExpression") {
        addNames(node.left, found);
      } else if (node.type === "UpdateExpression") {
        addNames(node.argument, found);
      } else if (
        (node.type === "ForOfStatement" || node.type === "ForInStatement") &&
        node.left.type !== "VariableDeclaration"
      ) {
        addNames(node.left, found);
      }
      return undefined;
    });
    names = found;
    assignedNamesOf.set(program, names);
  }
  return names;
}

function addNames(pattern: TSESTree.Node, into: Set<string>): void {
  for (const name of patternNames(pattern)) {
    into.add(name);
  }
}

function namesIn(scope: TSESTree.Node): Names {
  const known = namesOfScope.get(scope);
  if (known) {
    return known;
  }
  const names = readNames(scope);
  if (names !== noNames) {
    namesOfScope.set(scope, names);
  }
  return names;
}

const noNames: Names = new Map();

function readNames(scope: TSESTree.Node): Names {
  switch (scope.type) {
    case "Program": {
      const names = new Map<string, Binding>();
      declareStatements(scope.body, names, true);
      return names;
    }
    case "BlockStatement":
    case "StaticBlock": {
      const names = new Map<string, Binding>();
      declareStatements(scope.body, names, false);
      return names;
    }
    case "SwitchStatement": {
      const names = new Map<string, Binding>();
      for (const branch of scope.cases) {
        declareStatements(branch.consequent, names, false);
      }
      return names;
    }
    case "ForStatement":
      return scope.init?.type === "VariableDeclaration"
        ? declared(scope.init)
        : noNames;
    case "ForInStatement":
    case "ForOfStatement":
      return scope.left.type === "VariableDeclaration"
        ? new Map(
            patternNames(scope.left.declarations[0].id).map((name) => [
              name,
              scope.type === "ForOfStatement"
                ? { kind: "element", list: scope.right }
                : { kind: "other" },
            ]),
          )
        : noNames;
    case "CatchClause":
      return scope.param
        ? new Map(
            patternNames(scope.param).map((name) => [name, { kind: "caught" }]),
          )
        : noNames;
    case "ArrowFunctionExpression":
    case "FunctionDeclaration":
    case "FunctionExpression": {
      const names = new Map<string, Binding>();
      if (scope.body) {
        declareHoistedVars(scope.body, names);
      }
      scope.params.forEach((parameter, index) => {
        for (const name of patternNames(parameter)) {
          names.set(name, { kind: "parameter", node: scope, index });
        }
      });
      return names;
    }
    default:
      return noNames;
  }
}

function declared(declaration: TSESTree.VariableDeclaration): Names {
  const names = new Map<string, Binding>();
  declareVariables(declaration, names, false);
  return names;
}

function declareVariables(
  declaration: TSESTree.VariableDeclaration,
  names: Map<string, Binding>,
  topLevel: boolean,
): void {
  for (const declarator of declaration.declarations) {
    for (const name of patternNames(declarator.id)) {
      names.set(name, {
        kind: "variable",
        constant: declaration.kind === "const",
        declarator,
        topLevel,
      });
    }
  }
}

function declareStatements(
  statements: readonly TSESTree.Statement[],
  names: Map<string, Binding>,
  topLevel: boolean,
): void {
  for (const statement of statements) {
    declareStatement(statement, names, topLevel);
  }
}

function declareStatement(
  statement: TSESTree.Node,
  names: Map<string, Binding>,
  topLevel: boolean,
): void {
  switch (statement.type) {
    case "ImportDeclaration":
      for (const specifier of statement.specifiers) {
        names.set(specifier.local.name, {
          kind: "import",
          specifier: statement.source.value,
          imported: importedName(specifier),
        });
      }
      break;
    case "ExportNamedDeclaration":
    case "ExportDefaultDeclaration":
      if (statement.declaration) {
        declareStatement(statement.declaration, names, topLevel);
      }
      break;
    case "VariableDeclaration":
      declareVariables(statement, names, topLevel);
      break;
    case "FunctionDeclaration":
      if (statement.id) {
        names.set(statement.id.name, { kind: "function", node: statement });
      }
      break;
    case "ClassDeclaration":
      if (statement.id) {
        names.set(statement.id.name, { kind: "class", node: statement });
      }
      break;
    case "TSEnumDeclaration":
      names.set(statement.id.name, { kind: "enum", node: statement });
      break;
    default:
      break;
  }
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

/** The name in `import { name as x }` or `export { x as "a name" }`. */
export function moduleExportName(
  name: TSESTree.Identifier | TSESTree.StringLiteral,
): string {
  return name.type === "Identifier" ? name.name : name.value;
}

/** `var` belongs to the function, however deep in its blocks it stands. */
function declareHoistedVars(
  body: TSESTree.Node,
  names: Map<string, Binding>,
): void {
  walk(body, (node) => {
    if (node !== body && (isFunction(node) || node.type === "ClassBody")) {
      return skipChildren;
    }
    if (node.type === "VariableDeclaration" && node.kind === "var") {
      declareVariables(node, names, false);
    }
    return undefined;
  });
}

/** The names that a pattern (or a parameter) introduces. */
export function patternNames(pattern: TSESTree.Node): string[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern.name];
    case "ObjectPattern":
      return pattern.properties.flatMap((property) =>
        patternNames(
          property.type === "RestElement" ? property : property.value,
        ),
      );
    case "ArrayPattern":
      return pattern.elements.flatMap((element) =>
        element ? patternNames(element) : [],
      );
    case "RestElement":
      return patternNames(pattern.argument);
    case "AssignmentPattern":
      return patternNames(pattern.left);
    case "TSParameterProperty":
      return patternNames(pattern.parameter);
    default:
      return [];
  }
}
