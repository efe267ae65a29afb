import { createRequire } from "node:module";

/** What the package finds when it is imported. */
interface Found {
  /** Node's `process.versions`, or what another runtime gives for it. */
  readonly versions: Readonly<Record<string, string | undefined>>;
  /** The versions of all ESLints that are loaded. */
  readonly eslints: readonly string[];
}

type Version = readonly [major: number, minor: number];

const migration =
  "https://eslint.org/docs/latest/use/configure/migration-guide";

/**
 * Stops on a Node or an ESLint that is older than what package.json asks for:
 * npm only warns there, and other package managers are silent.
 *
 * It looks at what is loaded, once, when the package is imported, and loads
 * nothing itself.
 *
 * @throws a line that says what was found, what is needed, and what to do
 */
export function assertRequirements(): void {
  const problem = requirementProblem({
    versions: process.versions,
    eslints: isOxlint(process.argv[1]) ? [] : loadedEslints(),
  });
  if (problem !== undefined) {
    throw new Error(problem);
  }
}

/**
 * The line about what is too old, or `undefined`.
 *
 * Deno and Bun name a Node that they resemble, and are not judged by it.
 * Several ESLints may be loaded, one of them by a formatter or by another
 * plugin: only when none is new enough, ours surely is not.
 */
export function requirementProblem({
  eslints,
  versions,
}: Found): string | undefined {
  const { bun, deno, node } = versions;
  if (
    node !== undefined &&
    bun === undefined &&
    deno === undefined &&
    !isSupportedNode(versionOf(node))
  ) {
    return `eslint-plugin-mcp-runbook needs Node 20.19, 22.13, or 24 and newer, and this is Node ${node}. Install one of these and run ESLint with it.`;
  }
  if (eslints.length === 0 || eslints.some(isSupportedEslint)) {
    return undefined;
  }
  const config = eslints.some((version) => versionOf(version)[0] < 9)
    ? ` and, if there is none yet, write an eslint.config.mjs: ${migration}`
    : "";
  return `eslint-plugin-mcp-runbook needs ESLint 9.22 or newer, and this is ESLint ${eslints.join(" and ")}. Run: npm install --save-dev eslint@latest${config}`;
}

/** `engines.node` of package.json; a test compares the two. */
function isSupportedNode([major, minor]: Version): boolean {
  return (
    (major === 20 && minor >= 19) ||
    (major === 22 && minor >= 13) ||
    major >= 24
  );
}

/** `peerDependencies.eslint`; those of tomorrow are none of our business here. */
function isSupportedEslint(version: string): boolean {
  const [major, minor] = versionOf(version);
  return major > 9 || (major === 9 && minor >= 22);
}

function versionOf(text: string): Version {
  const [major = 0, minor = 0] = text.split(".").map((part) => parseInt(part));
  return [major, minor];
}

/** In oxlint another of its plugins may load an ESLint that lints nothing. */
function isOxlint(script: string | undefined): boolean {
  return script !== undefined && /[\\/]@?oxlint(?:[\\/.]|$)/.test(script);
}

/**
 * ESLint reads its own version from its package.json, which then is cached, in
 * whatever folder: a package may be installed under another name.
 */
function loadedEslints(): string[] {
  const { cache } = createRequire(import.meta.url);
  const versions = Object.keys(cache)
    .filter((file) => /[\\/]package\.json$/.test(file))
    .map((file) => cache[file]?.exports as Partial<PackageJson> | undefined)
    .filter((found) => found?.name === "eslint")
    .map((found) => found?.version)
    .filter((version) => version !== undefined);
  return [...new Set(versions)];
}

interface PackageJson {
  readonly name: string;
  readonly version: string;
}
