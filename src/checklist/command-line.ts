import path from "node:path";
import { parseArgs } from "node:util";

/** The options of ESLint's command line that decide what a run could find. */
export interface CommandLine {
  /** `--config`, as it was given. */
  readonly config: string | undefined;
  /** Whether a config file is looked for where none is given. */
  readonly lookup: boolean;
  /** What `--rule` was given, unread. */
  readonly rules: readonly string[];
  /** `--quiet`: warnings are left out. */
  readonly quiet: boolean;
  /** Whether comments may configure rules. */
  readonly inlineConfig: boolean;
  readonly ignore: boolean;
  readonly flags: readonly string[];
  /** Whether the output goes to a file, not to the terminal. */
  readonly toFile: boolean;
}

const options = {
  config: { type: "string", short: "c", multiple: true },
  rule: { type: "string", multiple: true },
  flag: { type: "string", multiple: true },
  format: { type: "string", short: "f", multiple: true },
  "output-file": { type: "string", short: "o", multiple: true },
  "ignore-pattern": { type: "string", multiple: true },
  "stdin-filename": { type: "string", multiple: true },
  "config-lookup": { type: "boolean", multiple: true },
  "no-config-lookup": { type: "boolean", multiple: true },
  "no-inline-config": { type: "boolean", multiple: true },
  "no-ignore": { type: "boolean", multiple: true },
  quiet: { type: "boolean", multiple: true },
} as const;

/**
 * Reads how ESLint was started.
 *
 * @param argv like `process.argv`
 * @returns `undefined` when it was not ESLint's own command that was started:
 *   then its options were given to its API, where nobody else sees them
 */
export function readCommandLine(
  argv: readonly string[],
): CommandLine | undefined {
  const [, script = "", ...args] = argv;
  if (!isEslint(script)) {
    return undefined;
  }
  // Not strict: ESLint has checked them, and has more than are listed here.
  const { tokens } = parseArgs({
    args,
    options,
    strict: false,
    tokens: true,
  });
  const given = (name: keyof typeof options): string[] =>
    tokens.flatMap((token) =>
      token.kind === "option" && token.name === name
        ? // ESLint takes `-c=file` as well.
          [(token.value ?? "").replace(/^=/, "")]
        : [],
    );
  const has = (name: keyof typeof options): boolean =>
    given(name).some((value) => value !== "false");
  return {
    config: given("config").at(-1),
    lookup:
      !has("no-config-lookup") && !given("config-lookup").includes("false"),
    rules: given("rule"),
    quiet: has("quiet"),
    inlineConfig: !has("no-inline-config"),
    ignore: !has("no-ignore"),
    flags: given("flag").flatMap((names) => names.split(",")),
    toFile: given("output-file").length > 0,
  };
}

/** `node_modules/eslint/bin/eslint.js`, or a link to it in a folder `.bin`. */
function isEslint(script: string): boolean {
  const parts = script.split(/[\\/]/);
  return (
    /^eslint(?:\.js)?$/.test(parts.at(-1) ?? "") &&
    /^\.?bin$/.test(path.basename(parts.at(-2) ?? ""))
  );
}
