import path from "node:path";
import * as v from "valibot";
import { closestName } from "./closest-name.ts";

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

/** A registry's file, or `false` for a repository without it. */
const registryPath = v.union(
  [relativePath, v.literal(false)],
  `${pathMessage}, or false where there is no such file`,
);

const foldersMessage =
  'must be a list of folders relative to the app root, such as ["lib/servers"]';

const folders = v.pipe(
  v.array(relativePath, foldersMessage),
  v.minLength(1, foldersMessage),
  v.transform((list) => Object.freeze(list.map(withoutSlash))),
);

function withoutSlash(folder: string): string {
  return path.posix.normalize(folder).replace(/\/$/, "");
}

const namesMessage =
  'must be a list of names of servers, such as ["playground"]';

const names = v.optional(
  v.pipe(
    v.array(v.string(namesMessage), namesMessage),
    v.transform((list) => Object.freeze(list)),
  ),
  () => [],
);

const logosMessage =
  'must be the files of the logos, such as { registry: "../sparkle/src/logo/platforms/registry.ts" }, or false where there are none';

const logoFiles = v.union(
  [
    v.strictObject({
      registry: v.optional(relativePath),
      index: v.optional(relativePath),
    }),
    v.literal(false),
  ],
  logosMessage,
);

const oauthMessage =
  'must be the places of the OAuth providers, such as { front: "lib/api/oauth/providers" }, or false where there are none';

const oauthPlaces = v.union(
  [
    v.strictObject({
      front: v.optional(relativePath),
      core: v.optional(relativePath),
      modules: v.optional(relativePath),
    }),
    v.literal(false),
  ],
  oauthMessage,
);

const unregistered = v.strictObject(
  { constants: names, switch: names, bm25Corpus: names },
  'must be an object of lists of servers, such as { bm25Corpus: ["playground"] }',
);

const schema = v.strictObject({
  root: v.optional(
    v.pipe(
      v.string(rootMessage),
      v.check((value) => path.isAbsolute(value), rootMessage),
      // Compared with other folders: no slash at its end, no `..`.
      v.transform((value) => path.resolve(value)),
    ),
  ),
  servers: v.optional(folders, () => [
    "lib/api/actions/servers",
    "lib/actions/mcp_internal_actions/servers",
  ]),
  constants: v.optional(
    registryPath,
    "lib/actions/mcp_internal_actions/constants.ts",
  ),
  switch: v.optional(
    registryPath,
    "lib/actions/mcp_internal_actions/servers/index.ts",
  ),
  bm25Corpus: v.optional(
    registryPath,
    "lib/api/actions/servers/bm25_tool_search_utils.test.ts",
  ),
  idSnapshot: v.optional(registryPath),
  logos: v.optional(logoFiles),
  oauth: v.optional(oauthPlaces),
  featureFlags: v.optional(registryPath),
  unregistered: v.optional(unregistered, {}),
  stakeLevels: v.optional(stakeLevels, () => [
    "never_ask",
    "low",
    "medium",
    "high",
  ]),
  fingerprint: v.optional(
    v.string("must be a string; the presets as functions compute it"),
  ),
});

/** `settings["mcp-runbook"]` as a user writes it; every key is optional. */
export type SettingsInput = v.InferInput<typeof schema>;

/** The settings with their defaults filled in. */
export interface Settings {
  /** The workspace root: nothing outside is read. Absolute. */
  readonly root?: string | undefined;
  /** Folders that define servers. All paths are relative to the app root. */
  readonly servers: readonly string[];
  /** `false` for a repository without this registry, here and below. */
  readonly constants: string | false;
  /** The file whose `getInternalMCPServer` makes a server by its name. */
  readonly switch: string | false;
  /** The file that lists the servers of the BM25 corpus. */
  readonly bm25Corpus: string | false;
  /** Where the ids are committed; without it, the usual places are tried. */
  readonly idSnapshot?: string | false | undefined;
  /** The registry of platform logos and the index that exports them. */
  readonly logos?: LogoSettings | false | undefined;
  /** Where OAuth providers are defined. */
  readonly oauth?: OAuthSettings | false | undefined;
  /** The file that lists the feature flags; without it, the usual place. */
  readonly featureFlags?: string | false | undefined;
  /** Servers that are left out on purpose, by the registry that lacks them. */
  readonly unregistered: {
    readonly constants: readonly string[];
    readonly switch: readonly string[];
    readonly bm25Corpus: readonly string[];
  };
  /** Stakes from the least to the most protected. */
  readonly stakeLevels: readonly string[];
  /** Changes when a registry does, so that ESLint's cache notices. Not read. */
  readonly fingerprint?: string | undefined;
}

/** By the constants an app is known, or by the switch when those are lost. */
export function landmarksOf({
  constants,
  switch: dispatch,
}: Settings): string[] {
  return [constants, dispatch].filter((landmark) => landmark !== false);
}

/** Files; those that are not named are used where they exist. */
export interface LogoSettings {
  readonly registry?: string | undefined;
  readonly index?: string | undefined;
}

/** Folders, and the file that declares core's modules; used as for logos. */
export interface OAuthSettings {
  readonly front?: string | undefined;
  readonly core?: string | undefined;
  readonly modules?: string | undefined;
}

/** The key of our settings in ESLint's `settings`. */
export const settingsKey = "mcp-runbook";

const known = new WeakMap<object, Settings>();

/** What holds where nobody says anything else. */
export const defaultSettings = Object.freeze(v.parse(schema, {}));

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
    return defaultSettings;
  }
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw wrongSettings(
      `it is ${shown(given)} but must be an object; ${keysOf(schema)}`,
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
  if (issue.type === "strict_object" && issue.expected === "never") {
    const parent = key.includes(".") ? unregistered : schema;
    const name = key.split(".").at(-1) ?? key;
    const meant = closestName(name, Object.keys(parent.entries));
    const question = meant === undefined ? "" : ` (did you mean "${meant}"?)`;
    return `there is no key ${JSON.stringify(key)}${question}; ${keysOf(parent)}`;
  }
  return `"${key}" is ${shown(issue.input)} but ${issue.message}`;
}

/** @param parent the settings, or the only one whose keys are checked apart */
function keysOf(parent: typeof schema | typeof unregistered): string {
  return `the keys are ${Object.keys(parent.entries).join(", ")}`;
}

/** A value as the user wrote it, cut where nobody would read on. */
function shown(value: unknown): string {
  // `undefined` for a function, in spite of the type.
  const written = JSON.stringify(value) as string | undefined;
  const text = written ?? typeof value;
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
