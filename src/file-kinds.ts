import type { TSESLint } from "@typescript-eslint/utils";
import { lintedPath } from "./linted-file.ts";
import { mayDeclareTools } from "./mcp/find-tools.ts";
import { mayConcernRegistries } from "./registries/registry-files.ts";
import { readSettings, settingsKey, type Settings } from "./settings.ts";

/**
 * What a file may hold that a rule judges:
 *
 * - `tools`: tools, servers or handlers, by the words it contains
 * - `registries`: a registry or the definition of a server, by its path
 *
 * Most files hold nothing, and most of what our rules cost there is what each
 * rule pays for itself. So a rule states its kinds, and is not even begun
 * elsewhere.
 */
export type FileKind = "tools" | "registries";

/** The part of ESLint's rule context that is read here. */
type Context = Pick<
  TSESLint.RuleContext<string, readonly unknown[]>,
  "cwd" | "filename" | "settings" | "sourceCode"
>;

const tests: Readonly<
  Record<FileKind, (context: Context, settings: Settings) => boolean>
> = {
  tools: ({ filename, sourceCode: { ast, text } }) =>
    mayDeclareTools({ path: filename, text, program: ast }),
  registries: (context, settings) =>
    mayConcernRegistries(lintedPath(context, settings), settings),
};

interface KnownFile {
  /** Our settings as they were given. */
  readonly given: unknown;
  readonly settings: Settings;
  /** The answers so far. */
  readonly kinds: Map<FileKind, boolean>;
}

const knownFiles = new WeakMap<object, KnownFile>();

/**
 * Whether the linted file may hold any of what a rule looks at. All rules share
 * one look at the file.
 *
 * @throws when our settings are wrong, whatever the file holds
 */
export function mayHold(kinds: readonly FileKind[], context: Context): boolean {
  const file = knownFile(context);
  for (const kind of kinds) {
    let answer = file.kinds.get(kind);
    if (answer === undefined) {
      answer = tests[kind](context, file.settings);
      file.kinds.set(kind, answer);
    }
    if (answer) {
      return true;
    }
  }
  return false;
}

function knownFile({ settings, sourceCode: { ast } }: Context): KnownFile {
  const given = settings[settingsKey];
  let file = knownFiles.get(ast);
  if (file?.given !== given || !file) {
    file = { given, settings: readSettings(settings), kinds: new Map() };
    knownFiles.set(ast, file);
  }
  return file;
}
