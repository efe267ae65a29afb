/**
 * The modules that a Rust file declares (`pub mod x;`), each with the modules
 * around it. Comments and texts are left out; macros are not expanded.
 */
export interface RustModule {
  readonly name: string;
  /** Names of the blocks around it: `["oauth", "providers"]`. */
  readonly path: readonly string[];
  /** Whether it is a block in this file and not a file of its own. */
  readonly isBlock: boolean;
}

/** Comments, texts (raw ones first), characters (not lifetimes), braces, and declarations. */
const tokens =
  /\/\/[^\n]*|\/\*|\br#"[^]*?"#|\br"[^"]*"|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)'|[{}]|\bmod\s+(?:r#)?(\w+)\s*([;{])/gs;

/** Reads the modules of a Rust file. */
export function readRustModules(text: string): readonly RustModule[] {
  const modules: RustModule[] = [];
  /** A name for each brace that is open, where a module opened it. */
  const open: (string | undefined)[] = [];
  const pattern = new RegExp(tokens);
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [token, name, end] = match;
    if (token === "/*") {
      pattern.lastIndex = endOfComment(text, match.index);
    } else if (name !== undefined) {
      const path = open.filter((one) => one !== undefined);
      modules.push({ name, path, isBlock: end === "{" });
      if (end === "{") {
        open.push(name);
      }
    } else if (token === "{") {
      open.push(undefined);
    } else if (token === "}") {
      open.pop();
    }
  }
  return modules;
}

/** Rust's comments nest. */
function endOfComment(text: string, start: number): number {
  let depth = 0;
  const marks = /\/\*|\*\//g;
  marks.lastIndex = start;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    depth += mark[0] === "/*" ? 1 : -1;
    if (depth === 0) {
      return marks.lastIndex;
    }
  }
  return text.length;
}

/**
 * The modules in a block `providers`, as a library's root may hold one, else
 * those of the file itself.
 *
 * @param isList whether the file is known to stand for the folder of providers
 * @returns `undefined` when the file lists other modules
 */
export function providerModules(
  modules: readonly RustModule[],
  isList: boolean,
): ReadonlySet<string> | undefined {
  const inBlock = modules.filter(({ path }) => path.at(-1) === "providers");
  if (inBlock.length > 0) {
    return new Set(inBlock.map(({ name }) => name));
  }
  const declared = modules.filter(({ path }) => path.length === 0);
  return isList ? new Set(declared.map(({ name }) => name)) : undefined;
}
