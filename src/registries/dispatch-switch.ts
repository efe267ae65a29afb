import type { TSESTree } from "@typescript-eslint/utils";
import {
  scopesAroundNode,
  scopesWithin,
  topLevelNames,
  type Scopes,
} from "../source/bindings.ts";
import { evaluate } from "../source/evaluate.ts";
import { occurrences } from "../source/occurrences.ts";
import type {
  ImportLookup,
  Located,
  ModuleValues,
  StaticValue,
} from "../source/static-value.ts";
import {
  isFunction,
  skipChildren,
  walk,
  type FunctionNode,
  type Range,
  type SourceFile,
} from "../source/syntax-tree.ts";
import { makesWithoutCase } from "./other-making.ts";
import { nameIn, type NamedEntry, type NamedList } from "./named-entries.ts";

/** The function that makes a server by its name. */
export const dispatchFunction = "getInternalMCPServer";

/** The switch as it is written, names not followed. Plain data. */
export interface WrittenSwitch {
  readonly cases: readonly WrittenCase[];
  /** Whether the function may make servers without a case. */
  readonly open: boolean;
  readonly range: Range;
  /** What a report about the switch as a whole points at. */
  readonly head: Range;
}

interface WrittenCase {
  readonly test: StaticValue;
  readonly range: Range;
  /** The statements; `undefined` for a case that falls through to the next. */
  readonly body: Range | undefined;
}

/** What the statements of a case do, as it is written. Plain data. */
interface CaseContents {
  /** What it returns, where that is all that it does. */
  readonly result: StaticValue | undefined;
  /** The imports that they use. */
  readonly uses: readonly UsedImport[];
}

/** The contents of a switch's cases, by where each case begins. */
export type ContentsByCase = ReadonlyMap<number, CaseContents>;

/** An import by what its module calls it. */
export interface UsedImport {
  readonly specifier: string;
  readonly imported: string;
}

export interface SwitchCase extends NamedEntry {
  readonly body: Range | undefined;
  /** The whole case. */
  readonly whole: Range;
  /** What it returns, as written; `undefined` where it does more. */
  readonly result: () => Located | undefined;
  /** The imports that its statements use. */
  readonly uses: () => readonly UsedImport[];
}

export interface DispatchSwitch extends NamedList<SwitchCase> {
  readonly head: Range;
}

/**
 * Finds the switch of `getInternalMCPServer`.
 *
 * @returns `undefined` when there is no such function or it has no switch
 */
export function findDispatchSwitch(
  file: SourceFile,
): WrittenSwitch | undefined {
  const found = switchIn(file);
  if (!found) {
    return undefined;
  }
  const { node, root } = found;
  // Cases are many and short, and stand in the same scopes.
  const scopes = scopesWithin(node, scopesAroundNode(file, node));
  return {
    open: makesWithoutCase(root, node),
    range: node.range,
    head: [node.range[0], node.discriminant.range[1] + 1],
    cases: node.cases.flatMap(({ consequent, range, test }) =>
      test
        ? [
            {
              test: evaluate(file, test, scopes),
              range,
              body: rangeOf(consequent),
            },
          ]
        : [],
    ),
  };
}

/**
 * Reads what the cases of the switch do. Apart from the switch, because it takes
 * longer than all else, and most only want to know which servers have a case.
 */
export function readCaseContents(file: SourceFile): ContentsByCase {
  const node = switchIn(file)?.node;
  if (!node) {
    return new Map();
  }
  const scopes = scopesWithin(node, scopesAroundNode(file, node));
  return new Map(
    node.cases.map(({ consequent, range }) => [
      range[0],
      {
        result: resultOf(consequent, file, scopes),
        uses: importsIn(consequent, file),
      },
    ]),
  );
}

function switchIn(
  file: SourceFile,
): { root: FunctionNode; node: TSESTree.SwitchStatement } | undefined {
  for (const path of occurrences(file, /\bgetInternalMCPServer\b/g)) {
    const root = declaredFunction(path);
    const node = root && mainSwitch(root, file);
    if (node) {
      return { root, node };
    }
  }
  return undefined;
}

function declaredFunction(
  path: readonly TSESTree.Node[],
): FunctionNode | undefined {
  const name = path.at(-1);
  const declaration = path.at(-2);
  if (declaration?.type === "FunctionDeclaration" && declaration.id === name) {
    return declaration;
  }
  return declaration?.type === "VariableDeclarator" &&
    declaration.id === name &&
    declaration.init &&
    isFunction(declaration.init)
    ? declaration.init
    : undefined;
}

/**
 * Of several switches, the one with the most cases that do something with what
 * is imported: servers are, and others distinguish a few kinds of something.
 */
function mainSwitch(
  root: FunctionNode,
  file: SourceFile,
): TSESTree.SwitchStatement | undefined {
  const found: TSESTree.SwitchStatement[] = [];
  walk(root, (node) => {
    if (node.type === "SwitchStatement") {
      found.push(node);
    }
    return node !== root && isFunction(node) ? skipChildren : undefined;
  });
  const [first, ...others] = found;
  let main = first;
  let most = first && others.length > 0 ? countMaking(first, file) : 0;
  for (const other of others) {
    const count = countMaking(other, file);
    if (count > most) {
      main = other;
      most = count;
    }
  }
  return main;
}

function countMaking(
  { cases }: TSESTree.SwitchStatement,
  file: SourceFile,
): number {
  return cases.filter(
    ({ consequent, test }) => test && importsIn(consequent, file).length > 0,
  ).length;
}

function importsIn(
  statements: readonly TSESTree.Statement[],
  file: SourceFile,
): readonly UsedImport[] {
  const names = topLevelNames(file);
  const found = new Map<string, UsedImport>();
  for (const statement of statements) {
    walk(statement, (node) => {
      const binding =
        node.type === "Identifier" ? names.get(node.name) : undefined;
      if (node.type === "Identifier" && binding?.kind === "import") {
        const { imported, specifier } = binding;
        found.set(node.name, { imported, specifier });
      }
      return undefined;
    });
  }
  return [...found.values()];
}

function rangeOf(statements: readonly TSESTree.Statement[]): Range | undefined {
  const first = statements[0];
  const last = statements.at(-1);
  return first && last ? [first.range[0], last.range[1]] : undefined;
}

/** `return x(…)`, alone or in a block. */
function resultOf(
  statements: readonly TSESTree.Statement[],
  file: SourceFile,
  scopes: Scopes,
): StaticValue | undefined {
  const [first, ...more] = statements;
  if (more.length > 0) {
    return undefined;
  }
  if (first?.type === "BlockStatement") {
    return resultOf(first.body, file, scopesWithin(first, scopes));
  }
  const value = first?.type === "ReturnStatement" ? first.argument : null;
  return value
    ? evaluate(
        file,
        value.type === "AwaitExpression" ? value.argument : value,
        scopes,
      )
    : undefined;
}

/**
 * Follows the names of a switch's cases.
 *
 * @param contents reads what the cases do, when somebody asks
 */
export function readDispatchSwitch(
  { cases, head, open, range }: WrittenSwitch,
  module: ModuleValues,
  contents: () => ContentsByCase | undefined,
  lookup: ImportLookup,
): DispatchSwitch {
  const entries = cases.map(({ body, range: whole, test }): SwitchCase => ({
    name: nameIn({ value: test, module }, lookup),
    range: test.range,
    line: module.lineAt(test.range[0]),
    isOwn: true,
    whole,
    body,
    result() {
      const value = contents()?.get(whole[0])?.result;
      return value && { value, module };
    },
    uses: () => contents()?.get(whole[0])?.uses ?? [],
  }));
  return {
    entries,
    open: open || entries.some(({ name }) => name === undefined),
    range,
    head,
  };
}
