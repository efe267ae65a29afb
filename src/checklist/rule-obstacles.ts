import path from "node:path";
import type { FileStore } from "../files/file-store.ts";
import type { App, Server } from "./find-servers.ts";
import { inlineConfig } from "./inline-config.ts";
import type { RuleUse, Scope } from "./lines.ts";
import type { LintedResults } from "./linted-results.ts";
import type { FileConfig, Run } from "./run.ts";

/** What judging a server's lines needs to know. */
export interface Evidence {
  readonly app: App;
  readonly results: LintedResults;
  readonly run: Run;
  readonly store: FileStore;
  /** The ids of the rules that exist. */
  readonly rules: ReadonlySet<string>;
}

/**
 * Why the silence of a rule says nothing of a server.
 *
 * @returns a few words; `undefined` when the rule was on and saw all that
 *   matters, so that its silence counts
 */
export async function ruleObstacle(
  use: RuleUse,
  server: Server,
  evidence: Evidence,
): Promise<string | undefined> {
  const { run } = evidence;
  if (run.unknown) {
    return run.unknown.reason;
  }
  const { rule, scope = "server" } = use;
  if (run.overrides.some((text) => names(text, rule))) {
    return `--rule sets ${rule}`;
  }
  const files = filesIn(scope, server, evidence.app);
  if (files.length === 0) {
    return "its file is not known";
  }
  const troubles: string[] = [];
  for (const file of files) {
    const trouble = await fileTrouble(file, rule, server, evidence);
    if (trouble !== undefined) {
      troubles.push(trouble);
    }
  }
  const [first, ...others] = [...new Set(troubles)];
  return first === undefined || others.length === 0
    ? first
    : `${first}, and ${String(others.length)} more`;
}

/** Whether a rule is on where a server is defined; `undefined`: not known. */
export async function isOnFor(
  rule: string,
  { definitions }: Server,
  { run }: Evidence,
): Promise<boolean | undefined> {
  if (run.unknown) {
    return undefined;
  }
  for (const { file } of definitions) {
    const config = await run.configOf(file);
    if ((config?.severities.get(rule) ?? 0) > 0) {
      return true;
    }
  }
  return false;
}

async function fileTrouble(
  file: string,
  rule: string,
  server: Server,
  { results, run, store }: Evidence,
): Promise<string | undefined> {
  const name = shortName(file, server);
  const config = await run.configOf(file);
  if (!results.files.has(file) || !config) {
    return `${name} was not linted`;
  }
  const line = results.broken.get(file);
  if (line !== undefined) {
    return `${name} does not parse (line ${String(line)})`;
  }
  if (!isOn(rule, config, run)) {
    return `${rule} is off`;
  }
  return run.inlineConfig && names(inlineConfig(file, store), rule)
    ? `a comment in ${name} configures ${rule}`
    : undefined;
}

/** A file as the server's folder has it; another file by its last name. */
function shortName(file: string, { units }: Server): string {
  const unit = units.find((folder) => file.startsWith(folder + path.sep));
  return unit === undefined
    ? path.basename(file)
    : path.relative(unit, file).replaceAll("\\", "/");
}

function isOn(rule: string, { severities }: FileConfig, run: Run): boolean {
  const severity = severities.get(rule) ?? 0;
  return run.quiet ? severity === 2 : severity > 0;
}

function filesIn(
  scope: Scope,
  { definitions, files }: Server,
  { registries: { constants } }: App,
): readonly string[] {
  switch (scope) {
    case "server":
      return files;
    case "definition":
      return [...new Set(definitions.map(({ file }) => file))];
    case "constants":
      return constants.status === "off" ? [] : [constants.file];
  }
}

/** Whether a text names a rule of some plugin with this id. */
function names(text: string, rule: string): boolean {
  return text.includes(`/${rule}`);
}
