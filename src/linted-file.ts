import path from "node:path";
import type { TSESLint } from "@typescript-eslint/utils";
import { FileStore, type Noted } from "./files/file-store.ts";
import type { Extractor } from "./files/reading.ts";
import { ImportResolver } from "./files/resolve-import.ts";
import { findRoots, type Roots } from "./files/roots.ts";
import { findTools, mayDeclareTools } from "./mcp/find-tools.ts";
import {
  readHelperDumps,
  type HelperLookup,
} from "./mcp/handlers/find-dumps.ts";
import type { AnswerLookup } from "./mcp/handlers/origin.ts";
import { readPickedAnswers } from "./mcp/handlers/picked-answers.ts";
import type { Model } from "./mcp/model.ts";
import { withCentralStakes } from "./registries/central-stakes.ts";
import {
  appOfLogos,
  isNamedLikeRegistry,
  mayConcernRegistries,
} from "./registries/registry-files.ts";
import { RegistryReader } from "./registries/read-registries.ts";
import type { LiveFile, Registries } from "./registries/registries.ts";
import { registryFile, valueOf } from "./registries/registry.ts";
import {
  landmarksOf,
  readSettings,
  settingsKey,
  type Settings,
} from "./settings.ts";
import {
  freezeModuleValues,
  readModuleValues,
} from "./source/module-values.ts";
import { Silences, type SilentRules } from "./silent-rules.ts";
import { RecentTexts } from "./source/recent-texts.ts";
import type { ImportLookup, ModuleValues } from "./source/static-value.ts";
import type { SourceFile } from "./source/syntax-tree.ts";

/** The part of ESLint's rule context that is read here. */
type Context = Pick<
  TSESLint.RuleContext<string, readonly unknown[]>,
  "cwd" | "filename" | "settings" | "sourceCode"
> & { readonly languageOptions?: { readonly parser?: unknown } };

/**
 * What a file may hold that a rule judges:
 *
 * - `tools`: tools, servers or handlers, by the words it contains
 * - `registries`: a registry or the definition of a server, by its path
 */
export type FileKind = "tools" | "registries";

/** What rules ask about the file they are linting. */
export interface LintedFile {
  readonly file: SourceFile;
  /** Known before anything is read: most files hold nothing. */
  readonly mayHold: Readonly<Record<FileKind, boolean>>;
  readonly settings: Settings;
  readonly roots: Roots;
  /** The file's own top level, read from the linter's buffer. */
  readonly values: ModuleValues;
  readonly lookup: ImportLookup;
  readonly helpers: HelperLookup;
  readonly answers: AnswerLookup;
  readonly model: Model;
  /**
   * What the rest of the repository says of servers; `undefined` where the file
   * is neither a registry nor in a folder of servers.
   */
  readonly registries: Registries | undefined;
  /**
   * The rules that had nothing to say about the same text; `undefined` where the
   * rest of the repository says nothing of the file.
   */
  readonly silent: SilentRules | undefined;
}

/**
 * What is read of a text and kept as long as the file is linted again as it
 * was: in an editor, because another one changes.
 */
interface RecentReading {
  readonly parser: unknown;
  readonly mayDeclareTools: boolean;
  readonly values: ModuleValues;
  /** With the circumstances under which it would be the same. */
  model?: { readonly noted: Noted<Model>; readonly settings: Settings };
}

const store = new FileStore();
const resolver = new ImportResolver(store);
const registryReader = new RegistryReader(store, resolver);
const silences = new Silences(store);
/**
 * What is read of the servers' files that were linted last. It holds on to their
 * syntax trees, some two hundred bytes for each character.
 */
const recentReadings = new RecentTexts<RecentReading>(250_000);
/** Linted files by their trees, each with the settings as they were given. */
const lintedFiles = new WeakMap<
  object,
  { readonly given: unknown; readonly linted: LintedFile }
>();

/**
 * Reads the linted file once for all rules.
 *
 * @throws when our settings are wrong
 */
export function lintedFile(context: Context): LintedFile {
  const { settings, sourceCode } = context;
  const given = settings[settingsKey];
  const known = lintedFiles.get(sourceCode.ast);
  if (known && known.given === given) {
    return known.linted;
  }
  const linted = beginReading(context, readSettings(settings));
  lintedFiles.set(sourceCode.ast, { given, linted });
  return linted;
}

/** Nothing but the kinds of the file is found out before somebody asks. */
function beginReading(
  { cwd, filename, languageOptions, sourceCode: { ast, text } }: Context,
  settings: Settings,
): LintedFile {
  const parser = languageOptions?.parser;
  const given: SourceFile = {
    // Linters give absolute paths: no need to go over each once more.
    path: path.isAbsolute(filename) ? filename : path.resolve(cwd, filename),
    text,
    program: ast,
  };
  const isServers = mayConcernRegistries(given.path, settings);
  const recent = isServers
    ? recentReadings.of(
        given,
        () => ({
          parser,
          mayDeclareTools: mayDeclareTools(given),
          values: readModuleValues(given),
        }),
        (reading) => reading.parser === parser,
      )
    : undefined;
  const tools = recent?.mayDeclareTools ?? mayDeclareTools(given);
  const linked = isServers
    ? undefined
    : linkedPlace(given.path, tools, settings);
  const file = linked === undefined ? given : { ...given, path: linked };
  const mayHold: LintedFile["mayHold"] = {
    tools,
    registries: isServers || linked !== undefined,
  };
  const roots = store.late(() => rootsOf(file.path, settings));
  const registries = store.late(() => registryReader.read(asPartOfApp(fresh)));
  let model: Noted<Model> | undefined;
  let values: ModuleValues | undefined;
  const resolved = new Map<string, () => string | undefined>();
  /** Each import is resolved once a lint; what it says is validated each time. */
  const resolve = (from: string, specifier: string): string | undefined => {
    const key = `${specifier} ${from}`;
    let target = resolved.get(key);
    if (!target) {
      target = store.late(() => resolver.resolve(from, specifier, fresh.roots));
      resolved.set(key, target);
    }
    return target();
  };
  /** What is taken from an imported file; from the buffer, where that is it. */
  const extract = <T>(
    from: string,
    specifier: string,
    extractor: Extractor<T>,
  ): T | undefined => {
    const target = resolve(from, specifier);
    return target === file.path ? extractor(file) : readFrom(target, extractor);
  };
  const fresh: LintedFile = {
    file,
    mayHold,
    settings,
    silent: mayHold.registries
      ? silences.of(file, { settings, parser })
      : undefined,
    get roots() {
      return roots();
    },
    lookup(from, specifier) {
      return valuesOf(resolve(from, specifier), fresh);
    },
    helpers: (from, specifier, imported) =>
      extract(from, specifier, readHelperDumps)?.get(imported),
    answers: (from, specifier, imported) =>
      extract(from, specifier, readPickedAnswers)?.has(imported),
    get values() {
      return (values ??= recent?.values ?? readModuleValues(file));
    },
    get model() {
      return store.reuse((model ??= modelOf(fresh, recent)));
    },
    get registries() {
      return mayHold.registries ? registries() : undefined;
    },
  };
  return fresh;
}

/** The model, that of an earlier lint as long as all it rests on is the same. */
function modelOf(
  linted: LintedFile,
  recent: RecentReading | undefined,
): Noted<Model> {
  const { settings } = linted;
  const known = recent?.model;
  if (
    known?.settings === settings &&
    store.isAnsweredAlike(known.noted.asked)
  ) {
    return known.noted;
  }
  const noted = store.noted(() => readModel(linted));
  if (recent) {
    recent.model = { noted, settings };
  }
  return noted;
}

/** The roots of a file; those of files in one folder are looked up once. */
function rootsOf(file: string, settings: Settings): Roots {
  const landmarks = landmarksOf(settings);
  const find = (): Roots =>
    findRoots(file, { root: settings.root, landmarks }, store);
  // A landmark is taken to be there while it is linted.
  return isNamedLikeRegistry(file, settings)
    ? find()
    : store.memo(settings, `roots\n${path.dirname(file)}`, find);
}

/**
 * Where the registry or the server is that a file is linted through a link to;
 * `undefined` for all other files.
 *
 * @param holdsTools whether the file has words that tell of a server
 */
function linkedPlace(
  file: string,
  holdsTools: boolean,
  settings: Settings,
): string | undefined {
  // Nearly every linted file comes by here, and following links costs more than
  // all the rest. So only what may be one of them, by its name or its words, is
  // followed, and links of folders once for all files in them.
  const isNamed = isNamedLikeRegistry(file, settings);
  if (!isNamed && !holdsTools) {
    return undefined;
  }
  const { base, dir } = path.parse(file);
  const folder = store.realPath(dir);
  const place =
    folder === undefined || isNamed
      ? store.realPath(file)
      : path.join(folder, base);
  return place !== undefined && mayConcernRegistries(place, settings)
    ? place
    : undefined;
}

/** The logo registry stands beside the app that it belongs to. */
function asPartOfApp(linted: LintedFile): LiveFile {
  const { file, lookup, roots, settings } = linted;
  if (roots.appRoot !== undefined) {
    return linted;
  }
  const landmarks = landmarksOf(settings);
  const appRoot = appOfLogos(file.path, settings, landmarks, roots, store);
  return appRoot === undefined
    ? linted
    : {
        file,
        lookup,
        roots: { ...roots, appRoot },
        settings,
        get values() {
          return linted.values;
        },
      };
}

/** A module's values; a cycle leads back to the buffer, never to the disk. */
function valuesOf(
  target: string | undefined,
  linted: LintedFile,
): ModuleValues | undefined {
  return target === linted.file.path
    ? linted.values
    : target === undefined
      ? undefined
      : valueOf(store.readForNow(target, freezeModuleValues));
}

function readFrom<T>(
  file: string | undefined,
  extractor: Extractor<T>,
): T | undefined {
  return file === undefined ? undefined : valueOf(store.read(file, extractor));
}

function readModel(linted: LintedFile): Model {
  const model = findTools(linted.file, linted.lookup);
  if (!model.tools.some(({ dialect }) => dialect === "server-tool")) {
    return model;
  }
  const { workspaceRoot } = linted.roots;
  const file = registryFile(linted.settings.constants, linted.roots);
  const constants =
    file !== undefined && store.isInside(file, workspaceRoot)
      ? valuesOf(file, linted)
      : undefined;
  return constants ? withCentralStakes(model, constants, linted.lookup) : model;
}
