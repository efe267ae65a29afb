import type { Range } from "../source/syntax-tree.ts";
import { readToolNames } from "../mcp/tool-names.ts";
import { readText } from "../source/static-text.ts";
import type { ImportLookup } from "../source/static-value.ts";
import type { Registries } from "./registries.ts";
import { knownDefinitions, type KnownDefinition } from "./registration.ts";
import type { ServerFactory } from "./server-factories.ts";
import { type FolderFile, type ServerFolder } from "./server-folder.ts";
import { makingOf } from "./server-making.ts";

/** A factory of the linted file with what is wrong with it. */
export interface FactoryProblem {
  readonly kind: "few" | "hidden" | "none";
  readonly factory: ServerFactory;
  readonly definition: KnownDefinition;
  /** Where it goes wrong. */
  readonly place: Range;
  /** How many tools it registers, and how many there are. */
  readonly registered: number;
  readonly tools: number;
}

/** What is wrong with the factories of a file, for servers with a server object. */
export function factoryProblems(
  file: string,
  registries: Registries,
  lookup: ImportLookup,
): readonly FactoryProblem[] {
  const folder = registries.folderOf(file);
  const own = folder.files.find((one) => one.file === file);
  return (own?.factories ?? []).flatMap((factory) => {
    if (isHelper(factory, file, folder, registries)) {
      return [];
    }
    const definition = definitionFor(factory, file, folder, registries, lookup);
    return definition
      ? problemsOf(factory, definition, file, registries, lookup)
      : [];
  });
}

/** Whether something else may call it and go on with the server. */
function isHelper(
  { exported, hasDefault, isCalled }: ServerFactory,
  file: string,
  { files }: ServerFolder,
  { fileOf }: Registries,
): boolean {
  return (
    exported !== "default" &&
    (hasDefault ||
      isCalled ||
      files.some((other) =>
        other.imports.some(
          (specifier) => fileOf(other.file, specifier) === file,
        ),
      ))
  );
}

/** The server object beside a factory: by its name, or the only one there is. */
function definitionFor(
  { name }: ServerFactory,
  file: string,
  { files, root }: ServerFolder,
  registries: Registries,
  lookup: ImportLookup,
): KnownDefinition | undefined {
  const module = registries.valuesOf(file);
  const text = module && readText({ value: name, module }, lookup);
  const beside = knownDefinitions(registries.definitionsBeside(root)).filter(
    ({ kind }) => kind === "metadata",
  );
  const factories = files.flatMap((one: FolderFile) => one.factories);
  return (
    beside.find(({ serverName }) => serverName === text?.text) ??
    (beside.length === 1 && factories.length === 1 ? beside[0] : undefined)
  );
}

function problemsOf(
  factory: ServerFactory,
  definition: KnownDefinition,
  file: string,
  registries: Registries,
  lookup: ImportLookup,
): readonly FactoryProblem[] {
  const module = registries.valuesOf(definition.file);
  const object = definition.object();
  const names =
    object && module
      ? readToolNames({ value: object, module }, lookup)
      : undefined;
  const tools = new Set(names?.names.map(({ text }) => text)).size;
  const registered =
    factory.registered.kind === "count" ? factory.registered.count : Infinity;
  const { place } = factory;
  const rest = { factory, definition, place, registered, tools };
  const problems: FactoryProblem[] = [];
  if (
    factory.exported !== "default" &&
    !isMadeBy(factory, definition, file, registries)
  ) {
    problems.push({ ...rest, kind: "hidden" });
  }
  // Tools that could not be read only add to those that are.
  if (registered === 0 && (tools > 0 || names === undefined)) {
    problems.push({ ...rest, kind: "none" });
  } else if (registered < tools) {
    const { first } =
      factory.registered.kind === "count" ? factory.registered : {};
    problems.push({ ...rest, kind: "few", place: first ?? place });
  }
  return problems;
}

/** Whether the switch gets along with the name under which it is exported. */
function isMadeBy(
  { exported }: ServerFactory,
  { serverName }: KnownDefinition,
  file: string,
  registries: Registries,
): boolean {
  const making = makingOf(serverName, registries);
  return (
    making.kind === "own" &&
    making.imported === exported &&
    registries.fileOf(making.from, making.specifier) === file
  );
}
