import { parseFile } from "../../src/files/parse-file.ts";
import {
  freezeModuleValues,
  readModuleValues,
} from "../../src/source/module-values.ts";
import { readText, type StaticText } from "../../src/source/static-text.ts";
import type {
  ImportLookup,
  Located,
  ModuleValues,
} from "../../src/source/static-value.ts";
import type { SourceFile } from "../../src/source/syntax-tree.ts";

/** A file as oxc-parser reads it. */
export function source(text: string, path = "/project/file.ts"): SourceFile {
  const parsed = parseFile(path, text);
  if (parsed.status !== "parsed") {
    throw new Error(`${parsed.reason} in:\n${text}`);
  }
  return parsed.file;
}

/** The files of a project: the first named is asked, `./x` finds `x`. */
export function project(files: Readonly<Record<string, string>>): {
  module: (name: string) => ModuleValues;
  lookup: ImportLookup;
  lookups: () => number;
} {
  const modules = new Map<string, ModuleValues>();
  let count = 0;
  const module = (name: string): ModuleValues => {
    const text = files[name];
    if (text === undefined) {
      throw new Error(`no file ${name}`);
    }
    const known =
      modules.get(name) ??
      freezeModuleValues(source(text, `/project/${name}.ts`));
    modules.set(name, known);
    return known;
  };
  return {
    module,
    lookups: () => count,
    lookup: (_from, specifier) => {
      count++;
      const name = specifier.replace("./", "");
      return name in files ? module(name) : undefined;
    },
  };
}

/** The value of a top-level name in its module. */
export function located(module: ModuleValues, name = "it"): Located {
  const value = module.binding(name);
  if (!value) {
    throw new Error(`nothing is known of ${name}`);
  }
  return { module, value };
}

export const noImports: ImportLookup = () => undefined;

/** The text that `const it = …` stands for, in the file's own module. */
export function textIn(
  file: SourceFile,
  lookup: ImportLookup = noImports,
): StaticText {
  const text = readText(located(readModuleValues(file)), lookup);
  if (!text) {
    throw new Error(`no text in ${file.text}`);
  }
  return text;
}
