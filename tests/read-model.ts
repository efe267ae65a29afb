import path from "node:path";
import { parseFile } from "../src/files/parse-file.ts";
import { findTools } from "../src/mcp/find-tools.ts";
import type { Model } from "../src/mcp/model.ts";
import { readModuleValues } from "../src/source/module-values.ts";
import type { ImportLookup } from "../src/source/static-value.ts";
import type { SourceFile } from "../src/source/syntax-tree.ts";

/** Parses a text that must parse. */
export function sourceFile(text: string, file = "/repo/file.ts"): SourceFile {
  const parsed = parseFile(file, text);
  if (parsed.status !== "parsed") {
    throw new Error(`${file}: ${parsed.reason}`);
  }
  return parsed.file;
}

/** Looks imports up among given texts, by relative specifier. */
export function lookupIn(
  files: Readonly<Record<string, string>>,
): ImportLookup {
  return (from, specifier) => {
    const target = path.posix.join(path.posix.dirname(from), specifier);
    const found = [target, `${target}.ts`].find((name) => name in files);
    const text = found === undefined ? undefined : files[found];
    return found === undefined || text === undefined
      ? undefined
      : readModuleValues(sourceFile(text, found));
  };
}

/** The model of one of several files that may import each other. */
export function readModel(
  text: string,
  others: Readonly<Record<string, string>> = {},
  file = "/repo/file.ts",
): Model {
  return findTools(sourceFile(text, file), lookupIn(others));
}
