import type { TSESTree } from "@typescript-eslint/utils";
import { topLevelNames } from "./bindings.ts";
import { endsListsBare, indentStep } from "./file-style.ts";
import { lineBreak } from "./insert-element.ts";
import type { SourceEdit } from "./replace-text.ts";
import { importDeclarations } from "./statements.ts";
import type { SourceFile } from "./syntax-tree.ts";

/** A name that a file is to import. */
export interface WantedImport {
  readonly specifier: string;
  /** `default` for the default export. */
  readonly imported: string;
  /** The name it should have in the file. */
  readonly local: string;
  /** `import { default as x }` rather than `import x`. */
  readonly named?: boolean;
  /** Needed as a type only: `import type`. */
  readonly isType?: boolean;
}

/** The edits, and the names to use: one that is imported already keeps its own. */
export interface ImportPlan {
  readonly edits: readonly SourceEdit[];
  /** By specifier and imported name, see {@link importKey}. */
  readonly locals: ReadonlyMap<string, string>;
}

export function importKey({
  imported,
  specifier,
}: Pick<WantedImport, "imported" | "specifier">): string {
  return `${imported} ${specifier}`;
}

/** A line longer than this is broken, as formatters do, unless others are not. */
const longestLine = 80;

/** How a file's imports in braces are laid out. */
interface Layout {
  readonly newLine: string;
  /** One step of indentation. */
  readonly step: string;
  /** Behind the last name, where each has a line of its own. */
  readonly comma: "" | ",";
  /** Inside the braces, on one line. */
  readonly space: "" | " ";
  readonly width: number;
}

function layoutOf(
  text: string,
  declarations: readonly TSESTree.ImportDeclaration[],
): Layout {
  const written = declarations
    .filter(({ specifiers }) =>
      specifiers.some(({ type }) => type === "ImportSpecifier"),
    )
    .map(({ range }) => text.slice(...range));
  const broken = written.filter((one) => one.includes("\n"));
  const lines = written.filter((one) => !one.includes("\n"));
  const isBare =
    broken.length > 0
      ? broken.every((one) => /[^,\s]\s*\}/.test(one))
      : endsListsBare(text);
  return {
    newLine: lineBreak(text),
    step: indentStep(broken[0] ?? text),
    comma: isBare ? "" : ",",
    space: lines.some((one) => /\{\S/.test(one)) ? "" : " ",
    width: Math.max(
      longestLine,
      ...lines.filter((one) => one.includes(",")).map(({ length }) => length),
    ),
  };
}

/**
 * Plans the imports of names, in the order and style of the file's own.
 *
 * @returns `undefined` when a name is taken by something else in the file
 */
export function planImports(
  file: SourceFile,
  wanted: readonly WantedImport[],
): ImportPlan | undefined {
  const declarations = importDeclarations(file.program);
  const locals = new Map<string, string>();
  const missing = new Map<string, WantedImport>();
  const taken = topLevelNames(file);
  for (const one of wanted) {
    const key = importKey(one);
    const existing = importedAs(one, declarations);
    locals.set(key, existing ?? one.local);
    if (existing === undefined && !missing.has(key)) {
      if (
        taken.has(one.local) ||
        [...missing.values()].some(({ local }) => local === one.local)
      ) {
        return undefined;
      }
      missing.set(key, one);
    }
  }
  return { locals, edits: editsFor(file, declarations, [...missing.values()]) };
}

function importedAs(
  { imported, isType = false, specifier }: WantedImport,
  declarations: readonly TSESTree.ImportDeclaration[],
): string | undefined {
  for (const { importKind, source, specifiers } of declarations) {
    if ((importKind === "type" && !isType) || source.value !== specifier) {
      continue;
    }
    for (const one of specifiers) {
      const isIt =
        one.type === "ImportDefaultSpecifier"
          ? imported === "default"
          : one.type === "ImportSpecifier" &&
            (isType || one.importKind !== "type") &&
            nameOf(one.imported) === imported;
      if (isIt) {
        return one.local.name;
      }
    }
  }
  return undefined;
}

function nameOf(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === "Identifier" ? node.name : node.value;
}

function editsFor(
  file: SourceFile,
  declarations: readonly TSESTree.ImportDeclaration[],
  missing: readonly WantedImport[],
): SourceEdit[] {
  if (missing.length === 0) {
    return [];
  }
  const bySpecifier = new Map<string, WantedImport[]>();
  for (const one of missing) {
    // Types have a statement of their own.
    const key = `${one.specifier}\n${one.isType === true ? "type" : ""}`;
    bySpecifier.set(key, [...(bySpecifier.get(key) ?? []), one]);
  }
  const layout = layoutOf(file.text, declarations);
  const edits: SourceEdit[] = [];
  /** New statements by the offset where they go. */
  const statements = new Map<number, string[]>();
  const sorted = [...bySpecifier].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [key, names] of sorted) {
    const [specifier = ""] = key.split("\n", 1);
    const host = declarations.find(
      (declaration) =>
        declaration.source.value === specifier &&
        isExtensible(declaration, names),
    );
    if (host) {
      edits.push(extend(file.text, host, names, layout));
      continue;
    }
    const { offset, text } = newStatement(
      file,
      declarations,
      specifier,
      names,
      layout,
    );
    statements.set(offset, [...(statements.get(offset) ?? []), text]);
  }
  for (const [offset, texts] of statements) {
    edits.push({ range: [offset, offset], text: texts.join("") });
  }
  return edits;
}

/** Whether names can join a statement: one with braces, for names in braces. */
function isExtensible(
  { importKind, specifiers }: TSESTree.ImportDeclaration,
  names: readonly WantedImport[],
): boolean {
  return (
    (importKind === "type") === names.every(({ isType }) => isType === true) &&
    names.every(inBraces) &&
    specifiers.some(({ type }) => type === "ImportSpecifier")
  );
}

function inBraces({ imported, named }: WantedImport): boolean {
  return imported !== "default" || named === true;
}

function written({ imported, local }: WantedImport): string {
  return imported === local ? local : `${imported} as ${local}`;
}

function extend(
  text: string,
  declaration: TSESTree.ImportDeclaration,
  names: readonly WantedImport[],
  { comma, newLine: line, step, width }: Layout,
): SourceEdit {
  const inner = declaration.specifiers.filter(
    ({ type }) => type === "ImportSpecifier",
  );
  const first = inner[0];
  const last = inner.at(-1);
  // There is one: see `isExtensible`.
  const start = first?.range[0] ?? declaration.range[0];
  const end = last?.range[1] ?? declaration.range[0];
  const between = text.slice(start, end);
  const newNames = names.map(written).sort();
  if (between.includes("\n") || text.slice(end).trimStart().startsWith(",")) {
    const indent = text.slice(text.lastIndexOf("\n", end - 1) + 1, end);
    const newLine = line + (/^\s*/.exec(indent)?.[0] ?? "");
    return {
      range: [end, end],
      text: newNames.map((name) => `,${newLine}${name}`).join(""),
    };
  }
  const inline = `${between}, ${newNames.join(", ")}`;
  const length = declaration.range[1] - declaration.range[0];
  if (length + inline.length - between.length <= width) {
    return { range: [end, end], text: `, ${newNames.join(", ")}` };
  }
  // The white space inside the braces goes with the line.
  const open = text.lastIndexOf("{", start);
  const close = text.indexOf("}", end);
  const all = [...between.split(/\s*,\s*/), ...newNames];
  return {
    range: [open + 1, close],
    text: all.map((name) => line + step + name).join(",") + comma + line,
  };
}

function newStatement(
  file: SourceFile,
  declarations: readonly TSESTree.ImportDeclaration[],
  specifier: string,
  names: readonly WantedImport[],
  layout: Layout,
): { readonly offset: number; readonly text: string } {
  const { text } = file;
  const { newLine } = layout;
  const neighbour = neighbourOf(specifier, declarations);
  const model = neighbour?.declaration ?? declarations[0];
  const quote = model && text[model.source.range[0]] === "'" ? "'" : '"';
  const stop = model && text[model.range[1] - 1] !== ";" ? "" : ";";
  const statement = statementText(
    names,
    `${quote}${specifier}${quote}${stop}`,
    layout,
  );
  if (!neighbour) {
    const offset = file.program.body[0]?.range[0] ?? text.length;
    return { offset, text: statement + newLine + newLine };
  }
  const { declaration, isBefore } = neighbour;
  return isBefore
    ? {
        offset: endOfLine(text, declaration.range[1]),
        text: newLine + statement,
      }
    : { offset: declaration.range[0], text: statement + newLine };
}

function statementText(
  names: readonly WantedImport[],
  from: string,
  { comma, newLine, space, step, width }: Layout,
): string {
  const plain = names.find((one) => !inBraces(one));
  const braced = names.filter(inBraces).map(written).sort();
  const keyword = names.every(({ isType }) => isType === true)
    ? "import type"
    : "import";
  const head = plain
    ? `${keyword} ${plain.local}${braced.length > 0 ? ", " : ""}`
    : `${keyword} `;
  if (braced.length === 0) {
    return `${head} from ${from}`.replace("  ", " ");
  }
  const line = `${head}{${space}${braced.join(", ")}${space}} from ${from}`;
  if (line.length <= width || braced.length === 1) {
    return line;
  }
  const lines = braced.map((name) => newLine + step + name).join(",");
  return `${head}{${lines}${comma}${newLine}} from ${from}`;
}

/** Behind a comment that ends the statement's line. */
function endOfLine(text: string, offset: number): number {
  const rest = /^[ \t]*\/\/[^\r\n]*/.exec(text.slice(offset, offset + 400));
  return offset + (rest?.[0].length ?? 0);
}

/** The import next to which a new one stands: of its own kind, in order. */
function neighbourOf(
  specifier: string,
  declarations: readonly TSESTree.ImportDeclaration[],
):
  | {
      readonly declaration: TSESTree.ImportDeclaration;
      readonly isBefore: boolean;
    }
  | undefined {
  const alike = declarations.filter(
    ({ source }) => kindOf(source.value) === kindOf(specifier),
  );
  const before = alike.findLast(({ source }) => source.value <= specifier);
  const declaration = before ?? alike[0] ?? declarations.at(-1);
  return (
    declaration && {
      declaration,
      isBefore: before !== undefined || alike.length === 0,
    }
  );
}

/** `@app`, `.`, `zod`: what formatters sort by first. */
function kindOf(specifier: string): string {
  if (specifier.startsWith(".")) {
    return ".";
  }
  return specifier.split("/", 1)[0]?.startsWith("@") === true
    ? (specifier.split("/", 1)[0] ?? "")
    : "package";
}
