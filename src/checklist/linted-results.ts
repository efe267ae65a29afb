import path from "node:path";
import type { ESLint, Linter } from "eslint";
import type { PlacedFinding } from "./assign-findings.ts";
import type { Finding } from "./report.ts";
import { ownRule, type Run } from "./run.ts";
import { namespace } from "../presets.ts";

/** What a run said of the files that it was given. */
export interface LintedResults {
  /** The line of the syntax error, for files that do not parse. */
  readonly broken: ReadonlyMap<string, number>;
  /** All files that were given, absolute. */
  readonly files: ReadonlySet<string>;
  /** The reports of our rules. */
  readonly findings: readonly PlacedFinding[];
}

/** Takes from ESLint's results what is about our rules. */
export async function readResults(
  results: readonly ESLint.LintResult[],
  cwd: string,
  run: Run,
): Promise<LintedResults> {
  const broken = new Map<string, number>();
  const files = new Set<string>();
  const findings: PlacedFinding[] = [];
  for (const { filePath, messages, suppressedMessages } of results) {
    const file = path.resolve(cwd, filePath);
    files.add(file);
    const fatal = messages.find((message) => message.fatal === true);
    if (fatal) {
      broken.set(file, fatal.line);
    }
    const namespaces = (await run.configOf(file))?.namespaces ?? [namespace];
    for (const message of [...messages, ...suppressedMessages]) {
      const finding = readFinding(message, relativeName(file, cwd), namespaces);
      if (finding) {
        findings.push({ file, finding });
      }
    }
  }
  return { broken, files, findings };
}

function readFinding(
  message: Linter.LintMessage | Linter.SuppressedLintMessage,
  file: string,
  namespaces: readonly string[],
): Finding | undefined {
  const rule = ownRule(message.ruleId ?? "", namespaces);
  if (rule === undefined) {
    return undefined;
  }
  const { column, line, messageId } = message;
  return {
    file,
    line,
    column,
    rule,
    messageId,
    message: message.message,
    suppressed: "suppressions" in message ? suppressor(message) : undefined,
  };
}

function suppressor({
  suppressions,
}: Linter.SuppressedLintMessage): "comment" | "list" {
  // ESLint's types know comments alone; bulk suppressions came with 9.24.
  const kinds: readonly string[] = suppressions.map(({ kind }) => kind);
  return kinds.includes("directive") ? "comment" : "list";
}

/** A path as the report has it: from the folder that ESLint ran in. */
export function relativeName(file: string, cwd: string): string {
  return path.relative(cwd, file).replaceAll("\\", "/") || ".";
}
