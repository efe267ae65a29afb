import path from "node:path";
import type { TSESLint } from "@typescript-eslint/utils";
import { FileStore } from "./files/file-store.ts";
import { ImportResolver } from "./files/resolve-import.ts";
import { findRoots, type Roots } from "./files/roots.ts";
import { findTools } from "./mcp/find-tools.ts";
import {
  readHelperDumps,
  type HelperLookup,
} from "./mcp/handlers/find-dumps.ts";
import type { Model } from "./mcp/model.ts";
import { withCentralStakes } from "./registries/central-stakes.ts";
import { readSettings, type Settings } from "./settings.ts";
import { freezeModuleValues } from "./source/module-values.ts";
import type { ImportLookup } from "./source/static-value.ts";
import type { SourceFile } from "./source/syntax-tree.ts";

/** The part of ESLint's rule context that is read here. */
type Context = Pick<
  TSESLint.RuleContext<string, readonly unknown[]>,
  "cwd" | "filename" | "settings" | "sourceCode"
>;

/** What rules ask about the file they are linting. */
export interface LintedFile {
  readonly file: SourceFile;
  readonly settings: Settings;
  readonly roots: Roots;
  readonly lookup: ImportLookup;
  readonly helpers: HelperLookup;
  readonly model: Model;
}

const store = new FileStore();
const resolver = new ImportResolver(store);
const linted = new WeakMap<object, LintedFile>();

/**
 * Reads the linted file once for all rules.
 *
 * @throws when our settings are wrong
 */
export function lintedFile(context: Context): LintedFile {
  const settings = readSettings(context.settings);
  const { ast } = context.sourceCode;
  const known = linted.get(ast);
  if (known?.settings === settings) {
    return known;
  }
  const file: SourceFile = {
    path: path.resolve(context.cwd, context.filename),
    text: context.sourceCode.text,
    program: ast,
  };
  let roots: Roots | undefined;
  let model: Model | undefined;
  const fresh: LintedFile = {
    file,
    settings,
    get roots() {
      return (roots ??= findRoots(file.path, settings, store));
    },
    lookup(from, specifier) {
      const found = resolver.resolve(from, specifier, fresh.roots);
      const reading =
        found === undefined
          ? undefined
          : store.read(found, freezeModuleValues);
      return reading?.status === "read" ? reading.value : undefined;
    },
    helpers(from, specifier, imported) {
      const found = resolver.resolve(from, specifier, fresh.roots);
      const reading =
        found === undefined ? undefined : store.read(found, readHelperDumps);
      return reading?.status === "read"
        ? reading.value.get(imported)
        : undefined;
    },
    get model() {
      return (model ??= readModel(fresh));
    },
  };
  linted.set(ast, fresh);
  return fresh;
}

function readModel({ file, lookup, roots, settings }: LintedFile): Model {
  const model = findTools(file, lookup);
  if (!model.tools.some(({ dialect }) => dialect === "server-tool")) {
    return model;
  }
  const constants =
    roots.appRoot === undefined
      ? undefined
      : store.read(
          path.join(roots.appRoot, settings.constants),
          freezeModuleValues,
        );
  return constants?.status === "read"
    ? withCentralStakes(model, constants.value, lookup)
    : model;
}
