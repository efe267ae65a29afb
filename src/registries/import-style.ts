import path from "node:path";
import { importDeclarations } from "../source/statements.ts";
import type { SourceFile } from "../source/syntax-tree.ts";

/** Finds the file that an import of the linted file means. */
export type FileLookup = (specifier: string) => string | undefined;

/** Whether an import is of the app's own files, by how it is written. */
export function isAppImport(specifier: string): boolean {
  return /^(?:\.{1,2}\/|@app\/)/.test(specifier);
}

/**
 * How a file would import another one: as it imports those of other servers.
 *
 * @param folders where servers are defined
 * @param appRoot what `@app/` means where no import shows a form
 */
export function specifierFor(
  target: string,
  file: SourceFile,
  folders: readonly string[],
  find: FileLookup,
  appRoot: string,
): string {
  const model = modelImport(target, file, folders, find);
  const isRelative = model
    ? model.specifier.startsWith(".")
    : !importDeclarations(file.program).some(({ source }) =>
        source.value.startsWith("@app/"),
      );
  const extension = model ? writtenExtension(model.specifier) : "";
  const folder = path.dirname(target);
  const isIndex = path.basename(target).startsWith("index.");
  const keepsIndex =
    extension !== "" || (model?.specifier.endsWith("/index") ?? false);
  const bare =
    isIndex && !keepsIndex ? folder : target.replace(/\.[cm]?[jt]sx?$/, "");
  const tail = (from: string): string =>
    path.relative(from, bare).replaceAll("\\", "/");
  if (isRelative) {
    const relative = tail(path.dirname(file.path));
    return (relative.startsWith(".") ? relative : `./${relative}`) + extension;
  }
  const alias = model && aliasOf(model);
  return alias
    ? alias.prefix + tail(alias.folder) + extension
    : `@app/${tail(appRoot)}${extension}`;
}

interface ModelImport {
  readonly specifier: string;
  readonly target: string;
}

/** The import of a server's file; one of an index file for an index file. */
function modelImport(
  target: string,
  file: SourceFile,
  folders: readonly string[],
  find: FileLookup,
): ModelImport | undefined {
  const models = importDeclarations(file.program).flatMap(
    ({ source }): ModelImport[] => {
      const found = find(source.value);
      return found !== undefined &&
        folders.some((folder) => found.startsWith(folder + path.sep))
        ? [{ specifier: source.value, target: found }]
        : [];
    },
  );
  const isIndex = (name: string): boolean =>
    path.basename(name).startsWith("index.");
  return (
    models.findLast((model) => isIndex(model.target) === isIndex(target)) ??
    models.at(-1)
  );
}

function writtenExtension(specifier: string): string {
  return /\.[cm]?[jt]sx?$/.exec(specifier)?.[0] ?? "";
}

/** `@app/` and the folder that it stands for, told by what both end with. */
function aliasOf({
  specifier,
  target,
}: ModelImport):
  { readonly prefix: string; readonly folder: string } | undefined {
  const names = specifier.replace(/\.[cm]?[jt]sx?$/, "").split("/");
  const steps = target
    .replace(/\.[cm]?[jt]sx?$/, "")
    .replace(/[\\/]index$/, names.at(-1) === "index" ? "$&" : "")
    .split(path.sep);
  let same = 0;
  while (
    same < names.length - 1 &&
    names.at(-1 - same) === steps.at(-1 - same)
  ) {
    same++;
  }
  return same === 0
    ? undefined
    : {
        prefix: `${names.slice(0, -same).join("/")}/`,
        folder: steps.slice(0, -same).join(path.sep),
      };
}
