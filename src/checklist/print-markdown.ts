import type {
  ChecklistReport,
  Finding,
  LineReport,
  ServerReport,
} from "./report.ts";
import {
  editionMarks,
  legend,
  marks,
  notesOf,
  placesOf,
  plain,
  rulesOf,
  stateLine,
  summaryLine,
} from "./wording.ts";

/**
 * The checklist as GitHub's Markdown: a task list per server, in a block that
 * is open where something fails. What a person has to do can be ticked.
 */
export function printAsMarkdown(report: ChecklistReport): string {
  const blocks = [
    `## MCP runbook checklist`,
    `**${escaped(summaryLine(report))}**`,
    ...report.servers.map(serverBlock),
    ...(report.general.length > 0 ? [generalBlock(report.general)] : []),
    ...notesOf(report).map(escaped),
    ...(report.servers.length > 0
      ? [`<sub>${legend.marks}<br>${legend.editions}</sub>`]
      : []),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function serverBlock(server: ServerReport): string {
  const isOpen = server.state === "findings" ? " open" : "";
  return [
    `<details${isOpen}><summary><b>${inHtml(server.name)}</b>: ${stateLine(server)}</summary>`,
    "",
    ...server.lines.map(listItem),
    "",
    "</details>",
  ].join("\n");
}

function listItem(line: LineReport): string {
  const box = {
    holds: "[x] ",
    fails: "[ ] ",
    unknown: "[ ] ",
    manual: "[ ] ",
    "not-applicable": "",
  }[line.status];
  const text = `${escaped(line.text)}${editionMarks(line.editions)}`;
  const note = line.reason === undefined ? "" : ` _(${escaped(line.reason)})_`;
  const rules =
    line.findings.length > 0 ? `: ${code(rulesOf(line.findings))}` : "";
  return [
    `- ${box}${marks[line.status]} ${text}${note}${rules}`,
    ...placeItems(line.findings),
  ].join("\n");
}

function placeItems(findings: readonly Finding[]): string[] {
  const { more, places } = placesOf(findings);
  return [
    ...places.map((place) => `  - ${code(place)}`),
    ...(more > 0 ? [`  - and ${String(more)} more`] : []),
  ];
}

function generalBlock(findings: readonly Finding[]): string {
  const most = 10;
  return [
    "### About no server in particular",
    "",
    ...findings
      .slice(0, most)
      .map(
        ({ file, line, message, rule }) =>
          `- ${marks.fails} ${code(`${file}:${String(line)}`)} ${code(rule)}: ${escaped(message)}`,
      ),
    ...(findings.length > most
      ? [`- and ${String(findings.length - most)} more`]
      : []),
  ].join("\n");
}

/** A code span, whatever backticks are in it. */
function code(text: string): string {
  const shown = plain(text);
  const longest = Math.max(
    0,
    ...Array.from(shown.matchAll(/`+/g), ([run]) => run.length),
  );
  const fence = "`".repeat(longest + 1);
  const pad = /^`|`$/.test(shown) ? " " : "";
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** Prose in which nothing is markup, a link, or a mention of a person. */
function escaped(text: string): string {
  return plain(text)
    .replaceAll(/[\\`*_{}[\]<>#|~]/g, String.raw`\$&`)
    .replaceAll("@", "&#64;");
}

function inHtml(text: string): string {
  return plain(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("@", "&#64;");
}
