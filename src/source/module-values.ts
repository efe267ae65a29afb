import type { TSESTree } from "@typescript-eslint/utils";
import { keepsItsValue, topLevelNames, type Binding } from "./bindings.ts";
import { withChanges } from "./changes.ts";
import { countUpTo } from "./sorted-list.ts";
import { evaluate } from "./evaluate.ts";
import { nameValue } from "./literals.ts";
import { readExports, type ExportTable } from "./module-exports.ts";
import type {
  ModuleValues,
  ObjectMember,
  StaticValue,
} from "./static-value.ts";
import { keyName, unwrap, type Range, type SourceFile } from "./syntax-tree.ts";

/**
 * A parsed file's top level as values, each read when it is first asked for.
 *
 * Holds on to the syntax tree: right for the linted file. What is kept of other
 * files goes through {@link freezeModuleValues}.
 */
export function readModuleValues(file: SourceFile): ModuleValues {
  const known = new Map<string, StaticValue | undefined>();
  let starts: readonly number[] | undefined;
  let exported: ExportTable | undefined;
  const exportTable = (): ExportTable => (exported ??= readExports(file));
  return {
    path: file.path,
    binding(name) {
      if (!known.has(name)) {
        const binding = topLevelNames(file).get(name);
        known.set(name, binding && valueOf(file, name, binding));
      }
      return known.get(name);
    },
    exported: (name) => exportTable().names.get(name),
    lineAt: (offset) => lineAt((starts ??= lineStarts(file.text)), offset),
    get starExports() {
      return exportTable().stars;
    },
  };
}

/** Where an import stands does not matter; one range for all of them. */
const somewhere: Range = [0, 0];

/** The same as plain data that no longer refers to the syntax tree. */
export function freezeModuleValues(file: SourceFile): ModuleValues {
  const bindings = new Map<string, StaticValue>();
  for (const [name, binding] of topLevelNames(file)) {
    const value = valueOf(file, name, binding);
    if (value && value.kind !== "unknown") {
      bindings.set(name, value);
    }
  }
  const { names, stars } = readExports(file);
  const starts = lineStarts(file.text);
  return Object.freeze({
    path: file.path,
    lineAt: (offset: number) => lineAt(starts, offset),
    binding: (name: string) => bindings.get(name),
    exported: (name: string) => names.get(name),
    starExports: stars,
  });
}

/**
 * The short ones of a module's values, and how it passes names on. Plain data,
 * for files of which little is asked: a server's name, not its tools.
 */
export interface ModuleOutline {
  readonly path: string;
  readonly short: ReadonlyMap<string, StaticValue>;
  /** Names whose values are not kept here. */
  readonly long: ReadonlySet<string>;
  readonly exports: ExportTable;
  /** Where its lines begin; only where something long is kept. */
  readonly starts: readonly number[] | undefined;
}

/** Longer expressions are lists of tools, schemas, texts. */
const longestShort = 200;

/**
 * Reads an outline.
 *
 * @param isKept whether a value is kept however long it is, and also when only
 *   a run could tell it
 */
export function outlineModuleValues(
  file: SourceFile,
  isKept?: (name: string) => boolean,
): ModuleOutline {
  const short = new Map<string, StaticValue>();
  const long = new Set<string>();
  for (const [name, binding] of topLevelNames(file)) {
    const [start, end] =
      binding.kind === "variable" ? binding.declarator.range : [0, 0];
    const isLong = end - start > longestShort && isKept?.(name) !== true;
    if (isLong || binding.kind === "function" || binding.kind === "class") {
      long.add(name);
      continue;
    }
    const value = valueOf(file, name, binding);
    if (value && (value.kind !== "unknown" || isKept?.(name) === true)) {
      short.set(name, value);
    }
  }
  return {
    path: file.path,
    short,
    long,
    exports: readExports(file),
    starts: isKept && lineStarts(file.text),
  };
}

/**
 * An outline as the values of its module.
 *
 * @param readAll called when something is asked that the outline lacks
 */
export function outlinedValues(
  { exports, long, path, short, starts }: ModuleOutline,
  readAll: () => ModuleValues | undefined,
): ModuleValues {
  return {
    path,
    binding: (name) =>
      short.get(name) ??
      (long.has(name) ? readAll()?.binding(name) : undefined),
    exported: (name) => exports.names.get(name),
    lineAt: (offset) =>
      starts ? lineAt(starts, offset) : (readAll()?.lineAt(offset) ?? 1),
    starExports: exports.stars,
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (
    let at = text.indexOf("\n");
    at !== -1;
    at = text.indexOf("\n", at + 1)
  ) {
    starts.push(at + 1);
  }
  return starts;
}

function lineAt(starts: readonly number[], offset: number): number {
  return countUpTo(starts, offset, (start) => start);
}

function valueOf(
  file: SourceFile,
  name: string,
  binding: Binding,
): StaticValue | undefined {
  switch (binding.kind) {
    case "variable":
      return keepsItsValue(file, binding, name)
        ? variableValue(file, name, binding.declarator)
        : { kind: "unknown", range: binding.declarator.range };
    case "import":
      return {
        kind: "import",
        specifier: binding.specifier,
        imported: binding.imported,
        local: name,
        range: somewhere,
      };
    case "enum":
      return enumValue(file, binding.node);
    case "function":
      return { kind: "function", range: binding.node.range, result: undefined };
    case "class":
      return { kind: "class", name, range: binding.node.range };
    default:
      return undefined;
  }
}

function variableValue(
  file: SourceFile,
  name: string,
  { id, init }: TSESTree.VariableDeclarator,
): StaticValue | undefined {
  if (!init) {
    return undefined;
  }
  const required = requiredModule(init);
  if (id.type === "Identifier") {
    return required === undefined
      ? withChanges(file, name, evaluate(file, init))
      : {
          kind: "import",
          specifier: required,
          imported: "*",
          local: name,
          range: init.range,
        };
  }
  if (id.type !== "ObjectPattern") {
    return undefined;
  }
  const property = id.properties.find(
    (candidate) =>
      candidate.type === "Property" &&
      candidate.value.type === "Identifier" &&
      candidate.value.name === name,
  );
  const key =
    property?.type === "Property"
      ? keyName(property.key, property.computed)
      : undefined;
  if (key === undefined) {
    return undefined;
  }
  return required === undefined
    ? {
        kind: "member",
        object: evaluate(file, init),
        name: key,
        property: undefined,
        range: id.range,
      }
    : {
        kind: "import",
        specifier: required,
        imported: key,
        local: name,
        range: id.range,
      };
}

/** The `"x"` of CommonJS's `require("x")`, compilers' wrappers looked through. */
export function requiredModule(node: TSESTree.Node): string | undefined {
  const call = unwrap(node);
  if (call.type !== "CallExpression") {
    return undefined;
  }
  const { callee } = call;
  const [argument] = call.arguments;
  // `tslib_1.__importStar(…)`: the wrapper of another module.
  const wrapper =
    callee.type === "MemberExpression"
      ? keyName(callee.property, callee.computed)
      : callee.type === "Identifier"
        ? callee.name
        : undefined;
  if (argument === undefined || wrapper === undefined) {
    return undefined;
  }
  if (/^__(?:importDefault|importStar|toESM)$/.test(wrapper)) {
    return requiredModule(argument);
  }
  return callee.type === "Identifier" &&
    callee.name === "require" &&
    argument.type === "Literal" &&
    typeof argument.value === "string"
    ? argument.value
    : undefined;
}

/** An enum as the object that it is at run time, but for the way back. */
function enumValue(
  file: SourceFile,
  node: TSESTree.TSEnumDeclaration,
): StaticValue {
  let next: number | undefined = 0;
  const members = node.body.members.map((member): ObjectMember => {
    const { id, initializer, range } = member;
    const value: StaticValue = initializer
      ? evaluate(file, initializer)
      : next === undefined
        ? { kind: "unknown", range }
        : { kind: "number", value: next, range };
    next = value.kind === "number" ? value.value + 1 : undefined;
    const name = keyName(id, false);
    return name === undefined
      ? { kind: "spread", value: { kind: "unknown", range }, range }
      : {
          kind: "property",
          key: nameValue(name, id.range),
          computed: false,
          value,
          range,
        };
  });
  return { kind: "object", range: node.range, members };
}
