import path from "node:path";
import { expect, it } from "vitest";
import { printAsMarkdown } from "../../src/checklist/print-markdown.ts";
import { printForTerminal } from "../../src/checklist/print-terminal.ts";
import { lines } from "../../src/checklist/lines.ts";
import {
  checklistOf,
  type ChecklistReport,
} from "../../src/checklist/terminal.ts";
import { eslintIn } from "./workspace.ts";

// The checklists of the example workspaces. After a change of rules run
//   npx vitest run tests/checklist/examples.test.ts -u
// and read the difference.

const examples = path.resolve(import.meta.dirname, "../../examples");
const expected = path.join(import.meta.dirname, "expected");

async function checklistIn(example: string): Promise<ChecklistReport> {
  const cwd = path.join(examples, example);
  const eslint = eslintIn(cwd, [], "strict");
  return checklistOf(await eslint.lintFiles(["."]), {
    cwd,
    configOf: (file) => eslint.calculateConfigForFile(file),
  });
}

it("dust-front: nothing fails", async () => {
  const report = await checklistIn("dust-front");
  await expect(
    `${printForTerminal(report, { color: false })}\n`,
  ).toMatchFileSnapshot(path.join(expected, "dust-front.txt"));
  expect(report.summary.servers).toBe(8);
  expect(report.summary.findings).toBe(0);
  expect(report.general).toEqual([]);
});

it("dust-front: every server has all lines of both checklists", async () => {
  const { servers } = await checklistIn("dust-front");
  const asked = lines.filter(({ editions }) => editions.length > 0);
  for (const server of servers) {
    expect(
      server.lines.filter(({ editions }) => editions.length > 0),
    ).toHaveLength(asked.length);
  }
});

it("dust-front-broken: as it was reviewed", async () => {
  const report = await checklistIn("dust-front-broken");
  await expect(
    `${printForTerminal(report, { color: false })}\n`,
  ).toMatchFileSnapshot(path.join(expected, "dust-front-broken.txt"));
  await expect(printAsMarkdown(report)).toMatchFileSnapshot(
    path.join(expected, "dust-front-broken.md.txt"),
  );
  expect(report.summary.complete).toBe(0);
});

it("dust-front-broken: every finding is in a line, or about no server", async () => {
  const cwd = path.join(examples, "dust-front-broken");
  const eslint = eslintIn(cwd, [], "strict");
  const results = await eslint.lintFiles(["."]);
  const report = await checklistOf(results, {
    cwd,
    configOf: (file) => eslint.calculateConfigForFile(file),
  });
  const key = (file: string, line: number, column: number, rule: string) =>
    `${file}:${String(line)}:${String(column)} ${rule}`;
  const shown = new Set(
    [
      ...report.general,
      ...report.servers.flatMap((server) =>
        server.lines.flatMap(({ findings }) => findings),
      ),
    ].map(({ column, file, line, rule }) => key(file, line, column, rule)),
  );
  const reported = results.flatMap(({ filePath, messages }) =>
    messages.map(({ column, line, ruleId }) =>
      key(
        path.relative(cwd, filePath).replaceAll("\\", "/"),
        line,
        column,
        (ruleId ?? "").replace("mcp-runbook/", ""),
      ),
    ),
  );
  expect(reported.length).toBeGreaterThan(50);
  expect(reported.filter((one) => !shown.has(one))).toEqual([]);
});

it("plain-mcp has no server of the runbook's kind", async () => {
  const report = await checklistIn("plain-mcp");
  expect(report.servers).toEqual([]);
});
