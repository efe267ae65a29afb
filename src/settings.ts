import path from "node:path";
import * as v from "valibot";

const relativePath = v.pipe(
  v.string(),
  v.nonEmpty("must not be empty"),
  v.check(
    (value) => !path.isAbsolute(value) && !path.win32.isAbsolute(value),
    "must be relative to the app root, the folder that holds the constants file",
  ),
  v.transform((value) => value.replaceAll("\\", "/")),
);

const stakeLevels = v.pipe(
  v.array(v.pipe(v.string(), v.nonEmpty("a stake level must not be empty"))),
  v.minLength(1, "must name at least one level"),
  v.check(
    (levels) => new Set(levels).size === levels.length,
    "must not name a level twice",
  ),
);

const schema = v.strictObject({
  root: v.optional(
    v.pipe(
      v.string(),
      v.check(
        (value) => path.isAbsolute(value),
        "must be an absolute path; write `root: import.meta.dirname` in eslint.config.mjs",
      ),
    ),
  ),
  constants: v.optional(
    relativePath,
    "lib/actions/mcp_internal_actions/constants.ts",
  ),
  stakeLevels: v.optional(stakeLevels, () => [
    "never_ask",
    "low",
    "medium",
    "high",
  ]),
});

/** `settings["mcp-runbook"]` as a user writes it; every key is optional. */
export type SettingsInput = v.InferInput<typeof schema>;

/** The settings with their defaults filled in. */
export interface Settings {
  /** The workspace root: nothing outside is read. Absolute. */
  readonly root?: string | undefined;
  /** The constants file, relative to the app root, with forward slashes. */
  readonly constants: string;
  /** Stakes from the least to the most protected. */
  readonly stakeLevels: readonly string[];
}

/** The key of our settings in ESLint's `settings`. */
export const settingsKey = "mcp-runbook";

const known = new WeakMap<object, Settings>();
const defaults: Settings = Object.freeze(v.parse(schema, {}));

/**
 * Reads our part of ESLint's shared settings.
 *
 * @throws an error that names the key and what it takes, when a key is unknown
 *   or a value is not of its type; ESLint then stops with exit code 2
 */
export function readSettings(shared: Readonly<Record<string, unknown>>): Settings {
  const given = shared[settingsKey];
  if (given === undefined) {
    return defaults;
  }
  const isObject = typeof given === "object" && given !== null;
  const cached = isObject ? known.get(given) : undefined;
  if (cached) {
    return cached;
  }
  const result = v.safeParse(schema, given);
  if (!result.success) {
    throw new Error(explain(result.issues));
  }
  const settings = Object.freeze(result.output);
  if (isObject) {
    known.set(given, settings);
  }
  return settings;
}

function explain(issues: readonly v.BaseIssue<unknown>[]): string {
  const lines = issues.map((issue) => {
    const key = v.getDotPath(issue);
    return issue.type === "strict_object" && issue.expected === "never"
      ? `unknown key ${JSON.stringify(key)}; known are ${Object.keys(schema.entries).join(", ")}`
      : `${key ?? "the value"} ${wording(issue)}`;
  });
  return `eslint-plugin-mcp-runbook: settings["${settingsKey}"] in your ESLint config is wrong: ${lines.join("; ")}.`;
}

function wording({ expected, message, received }: v.BaseIssue<unknown>): string {
  return expected === null
    ? message
    : `must be ${expected === "Object" ? "an object" : expected} and is ${received}`;
}
