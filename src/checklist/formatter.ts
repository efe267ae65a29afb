import type { ESLint } from "eslint";
import { checklistOfRun } from "./checklist.ts";
import { readCommandLine } from "./command-line.ts";
import type { ChecklistReport } from "./report.ts";
import { currentRun, runWith, type ConfigLookup } from "./run.ts";

export type {
  ChecklistReport,
  Edition,
  Finding,
  LineReport,
  LineStatus,
  ServerReport,
  ServerState,
} from "./report.ts";
export type { ConfigLookup } from "./run.ts";

/** What ESLint gives a formatter besides the results, as far as it is read. */
export interface FormatterContext {
  readonly cwd: string;
  /** `--color` or `--no-color`, where it was given. */
  readonly color?: boolean | undefined;
}

/** A formatter as `eslint -f` takes it. */
export type Formatter = (
  results: readonly ESLint.LintResult[],
  context?: FormatterContext,
) => Promise<string>;

/** Makes a formatter of a way to print the checklist. */
export function formatter(
  print: (report: ChecklistReport, context: FormatterContext) => string,
): Formatter {
  return async (results, context = { cwd: process.cwd() }) => {
    const [first] = results;
    const run = first
      ? await currentRun(first.filePath, context.cwd, process.argv, process.env)
      : runWith(() => Promise.resolve(undefined));
    return print(await checklistOfRun(results, context.cwd, run), context);
  };
}

/**
 * The checklist as data, for a program that runs ESLint through its API.
 *
 * @param results what `lintFiles` or `lintText` gave
 * @param options.cwd the folder that ESLint ran in, absolute
 * @param options.configOf gives a file's config:
 *   `(file) => eslint.calculateConfigForFile(file)`, of the same ESLint
 */
export function checklistOf(
  results: readonly ESLint.LintResult[],
  { configOf, cwd }: { readonly configOf: ConfigLookup; readonly cwd: string },
): Promise<ChecklistReport> {
  return checklistOfRun(results, cwd, runWith(configOf));
}

/**
 * Whether to print in colour: as the command line says, else when a terminal
 * reads along and nobody set `NO_COLOR`.
 */
export function wantsColor(
  { color }: FormatterContext,
  {
    argv,
    env,
    isTTY,
  }: {
    readonly argv: readonly string[];
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly isTTY: boolean;
  },
): boolean {
  if (color !== undefined) {
    return color;
  }
  return (
    isTTY &&
    (env["NO_COLOR"] ?? "") === "" &&
    readCommandLine(argv)?.toFile !== true
  );
}
