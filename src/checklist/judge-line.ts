import type { Server } from "./find-servers.ts";
import { findingsOf, usesIn } from "./line-findings.ts";
import type { Line } from "./lines.ts";
import { registryObstacle } from "./registry-facts.ts";
import type { Finding, LineReport, LineStatus } from "./report.ts";
import { isOnFor, ruleObstacle, type Evidence } from "./rule-obstacles.ts";
import { unreadTools } from "./unread-tools.ts";
import { rulesOf } from "./wording.ts";

type Judgement = Pick<LineReport, "reason" | "status">;

/**
 * Judges a line of the checklist for a server.
 *
 * @param own the reports that are about the server
 * @returns `undefined` for a line of no checklist that nobody asked for: none
 *   of its rules is on
 */
export async function judgeLine(
  line: Line,
  server: Server,
  own: readonly Finding[],
  evidence: Evidence,
): Promise<LineReport | undefined> {
  const findings = findingsOf(line, own);
  const judged =
    line.editions.length === 0
      ? await withoutIdleRules(line, server, evidence)
      : line;
  if (judged.needs.length === 0 && !line.manual && findings.length === 0) {
    return undefined;
  }
  const judgement =
    judgeFindings(findings) ?? (await judgeSilence(judged, server, evidence));
  return {
    id: line.id,
    text: line.text,
    editions: line.editions,
    ...judgement,
    rules: usesIn(judged)
      .map(({ rule }) => rule)
      .filter((rule) => evidence.rules.has(rule)),
    findings,
  };
}

/** Beyond the checklists a line stands for those of its rules that are on. */
async function withoutIdleRules(
  line: Line,
  server: Server,
  evidence: Evidence,
): Promise<Line> {
  const needs = [];
  for (const use of line.needs) {
    const isOn = await isOnFor(use.rule, server, evidence);
    if (evidence.rules.has(use.rule) && isOn !== false) {
      needs.push(use);
    }
  }
  return { ...line, needs };
}

/** Where a rule says itself that it can't tell. */
const cannotTell = /^(?:missingProviderPlace$|unreadable)/;

/**
 * What is reported decides. A report that a comment suppresses does not: a
 * person said that it does not count, and only a person can say if that is
 * right. One in ESLint's list of suppressions is known, and left for later.
 */
function judgeFindings(findings: readonly Finding[]): Judgement | undefined {
  const standing = findings.filter(
    ({ suppressed }) => suppressed !== "comment",
  );
  if (standing.length < findings.length && standing.length === 0) {
    return { status: "unknown", reason: "a comment suppresses a report" };
  }
  const sure = standing.filter(
    ({ messageId = "" }) => !cannotTell.test(messageId),
  );
  if (sure.length > 0) {
    const status: LineStatus = "fails";
    return sure.every(({ suppressed }) => suppressed === "list")
      ? { status, reason: "in ESLint's list of suppressions" }
      : { status, reason: undefined };
  }
  return standing.length > 0
    ? { status: "unknown", reason: `${rulesOf(standing)} cannot tell` }
    : undefined;
}

async function judgeSilence(
  line: Line,
  server: Server,
  evidence: Evidence,
): Promise<Judgement> {
  if (line.manual !== undefined) {
    return { status: "manual", reason: line.manual };
  }
  if (
    line.onlyWithMetadata === true &&
    server.definitions.every(({ kind }) => kind === "factory")
  ) {
    return {
      status: "not-applicable",
      reason: "its tools are registered one by one",
    };
  }
  const missing = line.needs.filter(({ rule }) => !evidence.rules.has(rule));
  if (missing.length > 0) {
    return {
      status: "unknown",
      reason:
        missing.length === line.needs.length
          ? "no rule checks this yet"
          : `no ${missing.map(({ rule }) => rule).join(", no ")} yet`,
    };
  }
  const registry = registryObstacle(line, server.name, evidence.app);
  if (registry?.status === "not-applicable") {
    return registry;
  }
  for (const use of line.needs) {
    const reason = await ruleObstacle(use, server, evidence);
    if (reason !== undefined) {
      return { status: "unknown", reason };
    }
  }
  const unread =
    line.reads && unreadTools(line.reads, server, evidence.app, evidence.store);
  if (unread !== undefined) {
    return { status: "unknown", reason: unread };
  }
  return (
    registry ?? {
      status: "holds",
      reason: await notLookedAt(line, server, evidence),
    }
  );
}

/** The rules that could say more, and are off. */
async function notLookedAt(
  { also = [] }: Line,
  server: Server,
  evidence: Evidence,
): Promise<string | undefined> {
  const off: string[] = [];
  for (const { rule } of also) {
    if (
      evidence.rules.has(rule) &&
      !optional.has(rule) &&
      (await isOnFor(rule, server, evidence)) === false
    ) {
      off.push(rule);
    }
  }
  return off.length > 0 ? `without ${off.join(", ")}` : undefined;
}

/** Rules that no preset has on: that they are off is no gap. */
const optional: ReadonlySet<string> = new Set([
  "no-dynamic-tool-metadata",
  "sorted-server-names",
]);
