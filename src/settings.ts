import path from "node:path";
import * as v from "valibot";

const pathMessage =
  'must be a path relative to the app root (the folder that holds the constants file), such as "lib/constants.ts"';

const relativePath = v.pipe(
  v.string(pathMessage),
  v.nonEmpty(pathMessage),
  v.check(
    (value) => !path.isAbsolute(value) && !path.win32.isAbsolute(value),
    pathMessage,
  ),
  v.transform((value) => value.replaceAll("\\", "/")),
);

const levelsMessage =
  'must be a list of stake levels, from the least to the most protected, such as ["low", "high"]';
const levelMessage = "must be a stake level in quotes";

const stakeLevels = v.pipe(
  v.array(
    v.pipe(v.string(levelMessage), v.nonEmpty(levelMessage)),
    levelsMessage,
  ),
  v.minLength(1, levelsMessage),
  v.check(
    (levels) => new Set(levels).size === levels.length,
    "must not name a level twice",
  ),
  v.transform((levels) => Object.freeze(levels)),
);

const rootMessage =
  "must be an absolute path; write `root: import.meta.dirname` in eslint.config.mjs";

const schema = v.strictObject({
  root: v.optional(
    v.pipe(
      v.string(rootMessage),
      v.check((value) => path.isAbsolute(value), rootMessage),
      // Compared with other folders: no slash at its end, no `..`.
      v.transform((value) => path.resolve(value)),
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
export function readSettings(
  shared: Readonly<Record<string, unknown>>,
): Settings {
  const given = shared[settingsKey];
  if (given === undefined) {
    return defaults;
  }
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw wrongSettings(
      `it is ${shown(given)} but must be an object; ${knownKeys()}`,
    );
  }
  const cached = known.get(given);
  if (cached) {
    return cached;
  }
  const result = v.safeParse(schema, given);
  if (!result.success) {
    throw wrongSettings(result.issues.map(explain).join("; "));
  }
  const settings = Object.freeze(result.output);
  known.set(given, settings);
  return settings;
}

function wrongSettings(reasons: string): Error {
  return new Error(
    `eslint-plugin-mcp-runbook: settings["${settingsKey}"] in your ESLint config is wrong: ${reasons}.`,
  );
}

function explain(issue: v.BaseIssue<unknown>): string {
  const key = v.getDotPath(issue) ?? "";
  if (issue.type === "strict_object") {
    return `there is no key ${JSON.stringify(key)}; ${knownKeys()}`;
  }
  return `"${key}" is ${shown(issue.input)} but ${issue.message}`;
}

function knownKeys(): string {
  return `the keys are ${Object.keys(schema.entries).join(", ")}`;
}

/** A value as the user wrote it, cut where nobody would read on. */
function shown(value: unknown): string {
  // `undefined` for a function, in spite of the type.
  const written = JSON.stringify(value) as string | undefined;
  const text = written ?? typeof value;
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
