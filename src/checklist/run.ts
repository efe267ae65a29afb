import { createRequire } from "node:module";
import type { ESLint, Linter } from "eslint";
import { namespace } from "../presets.ts";
import { readCommandLine, type CommandLine } from "./command-line.ts";

/** What ESLint was told about a file. */
export interface FileConfig {
  /** The severities of our rules, by their ids without the plugin's name. */
  readonly severities: ReadonlyMap<string, number>;
  /** ESLint's `settings`. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** What our plugin is called in the config. */
  readonly namespaces: readonly string[];
}

/** What is known about the run whose results are shown. */
export interface Run {
  /**
   * The config that the run had for a file; `undefined` for a file that ESLint
   * ignores, and for all files where `unknown` says why.
   */
  configOf(file: string): Promise<FileConfig | undefined>;
  readonly unknown: UnknownRun | undefined;
  /** What `--rule` was given, unread. */
  readonly overrides: readonly string[];
  /** Whether warnings are not shown. */
  readonly quiet: boolean;
  /** Whether comments may configure rules. */
  readonly inlineConfig: boolean;
}

export interface UnknownRun {
  /** For a line of the checklist. */
  readonly reason: string;
  /** In a sentence, with what to do. */
  readonly note: string;
}

/** Gives ESLint's config of a file, as `ESLint#calculateConfigForFile` does. */
export type ConfigLookup = (file: string) => Promise<unknown>;

const startedByApi: UnknownRun = {
  reason: "config not seen",
  note: "ESLint was started through its API, and a formatter does not see the options that it was given: what no rule reported may hold or not. Use `eslint -f`, or checklistOf(results, { cwd, configOf }) with your ESLint's calculateConfigForFile.",
};

/**
 * What can be known of the run that a formatter is called in. ESLint gives it
 * neither the config nor the options; so the options are read off the command
 * line, and an ESLint with the same ones is asked.
 *
 * @param probe a file that was linted: whether its config can be had is tried
 * @param argv like `process.argv`
 */
export async function currentRun(
  probe: string,
  cwd: string,
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<Run> {
  const commandLine = readCommandLine(argv);
  if (!commandLine) {
    return unknownRun(startedByApi);
  }
  if (env["ESLINT_USE_FLAT_CONFIG"] === "false") {
    return unknownRun({
      reason: "eslintrc config",
      note: "ESLint ran with an eslintrc config, which this formatter cannot read: what no rule reported may hold or not.",
    });
  }
  try {
    const eslint = sameEslint(cwd, commandLine, argv);
    const run = runWith(
      (file) => eslint.calculateConfigForFile(file),
      commandLine,
    );
    await run.configOf(probe);
    return run;
  } catch (error) {
    return unknownRun({
      reason: "config not computed",
      note: `The run's config could not be computed again (${messageOf(error)}): what no rule reported may hold or not.`,
    });
  }
}

/** A run whose configs are known. */
export function runWith(
  lookup: ConfigLookup,
  {
    inlineConfig = true,
    quiet = false,
    rules = [],
  }: Partial<Pick<CommandLine, "inlineConfig" | "quiet" | "rules">> = {},
): Run {
  const known = new Map<string, Promise<FileConfig | undefined>>();
  return {
    configOf(file) {
      let config = known.get(file);
      if (!config) {
        config = lookup(file).then(readConfig);
        known.set(file, config);
      }
      return config;
    },
    unknown: undefined,
    overrides: rules,
    quiet,
    inlineConfig,
  };
}

function unknownRun(unknown: UnknownRun): Run {
  return {
    configOf: () => Promise.resolve(undefined),
    unknown,
    overrides: [],
    quiet: false,
    inlineConfig: true,
  };
}

/** The ESLint that is running: another version may look for other configs. */
function sameEslint(
  cwd: string,
  { config, flags, ignore, lookup }: CommandLine,
  argv: readonly string[],
): ESLint {
  const eslint = createRequire(argv[1] ?? cwd)("eslint") as {
    readonly ESLint: typeof ESLint;
  };
  const overrideConfigFile = config ?? (lookup ? undefined : true);
  return new eslint.ESLint({
    cwd,
    ignore,
    ...(overrideConfigFile === undefined ? {} : { overrideConfigFile }),
    ...(flags.length > 0 ? { flags: [...flags] } : {}),
  });
}

const pluginName = "eslint-plugin-mcp-runbook";

function readConfig(config: unknown): FileConfig | undefined {
  if (typeof config !== "object" || config === null) {
    return undefined;
  }
  const {
    plugins = {},
    rules = {},
    settings = {},
  } = config as Pick<Linter.Config, "plugins" | "rules" | "settings">;
  const own = Object.entries(plugins).flatMap(([name, plugin]) =>
    plugin.meta?.name === pluginName ? [name] : [],
  );
  const namespaces = own.length > 0 ? own : [namespace];
  const severities = new Map<string, number>();
  for (const [id, entry] of Object.entries(rules)) {
    const rule = ownRule(id, namespaces);
    if (rule !== undefined) {
      severities.set(rule, severityOf(entry));
    }
  }
  return { severities, settings, namespaces };
}

/** A rule's id without our plugin's name; `undefined` for another plugin's. */
export function ownRule(
  id: string,
  namespaces: readonly string[],
): string | undefined {
  const slash = id.lastIndexOf("/");
  return slash > 0 && namespaces.includes(id.slice(0, slash))
    ? id.slice(slash + 1)
    : undefined;
}

/** ESLint has turned words into numbers by now; other lookups may not have. */
function severityOf(entry: unknown): number {
  const severity: unknown = Array.isArray(entry) ? entry[0] : entry;
  switch (severity) {
    case 2:
    case "error":
      return 2;
    case 1:
    case "warn":
      return 1;
    default:
      return 0;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
