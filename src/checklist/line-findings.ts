import { lines, type Line, type RuleUse } from "./lines.ts";
import type { Finding } from "./report.ts";

/** The findings of a server that a line is about. */
export function findingsOf(
  line: Line,
  findings: readonly Finding[],
): readonly Finding[] {
  return findings.filter((finding) =>
    usesOf(line, finding.rule).some((use) => takes(use, finding)),
  );
}

/** The rules that check a line, and those that can only fail it. */
export function usesIn({ also = [], needs }: Line): readonly RuleUse[] {
  return [...needs, ...also];
}

function usesOf(line: Line, rule: string): readonly RuleUse[] {
  return usesIn(line).filter((use) => use.rule === rule);
}

function takes(use: RuleUse, finding: Finding): boolean {
  if (asksFor(use, finding)) {
    return true;
  }
  // What no line asks for goes to those that take everything, else to all.
  const all = lines.flatMap((line) => usesOf(line, finding.rule));
  if (all.some((other) => asksFor(other, finding))) {
    return false;
  }
  return takesAll(use) || !all.some(takesAll);
}

function asksFor(
  { messageIds, messages }: RuleUse,
  { message, messageId = "" }: Finding,
): boolean {
  return (
    messageIds?.test(messageId) === true || messages?.test(message) === true
  );
}

function takesAll({ messageIds, messages }: RuleUse): boolean {
  return !messageIds && !messages;
}
