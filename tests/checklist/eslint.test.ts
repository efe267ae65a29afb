import { execFile } from "node:child_process";
import path from "node:path";
import { promisify, stripVTControlCharacters } from "node:util";
import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";
import type { ChecklistReport } from "../../src/checklist/terminal.ts";
import { line } from "./workspace.ts";

// ESLint's own command with the formatters as they are published: run
// `npm run build` first.

const repository = path.resolve(import.meta.dirname, "../..");
const workspace = path.join(repository, "examples/dust-front");
const servers = "front/lib/api/actions/servers";

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function eslint(
  version: "eslint" | "eslint-v9",
  format: string,
  args: readonly string[],
  { cwd = workspace, env = {} }: { cwd?: string; env?: object } = {},
): Promise<Outcome> {
  const script = path.join(
    repository,
    "node_modules",
    version,
    "bin/eslint.js",
  );
  const formatter = path.join(repository, `${format}.js`);
  try {
    const { stderr, stdout } = await promisify(execFile)(
      process.execPath,
      [script, "-f", formatter, ...args],
      { cwd, env: { ...process.env, ...env } },
    );
    return { code: 0, stderr, stdout };
  } catch (error) {
    return error as Outcome;
  }
}

async function json(
  version: "eslint" | "eslint-v9",
  args: readonly string[],
): Promise<ChecklistReport> {
  const { stderr, stdout } = await eslint(version, "checklist-json", args);
  expect(stderr).toBe("");
  return JSON.parse(stdout) as ChecklistReport;
}

const folder = `${servers}/meeting_rooms`;
const server = "meeting_rooms";

describe.each(["eslint", "eslint-v9"] as const)("%s", (version) => {
  it("sees the config that it finds by itself", async () => {
    const report = await json(version, [folder]);
    expect(report.servers.map(({ name }) => name)).toEqual([server]);
    expect(line(report, "switch", server)).toBe("holds");
    expect(report.notes).toEqual([]);
  });

  it("sees the config of -c", async () => {
    const config = path.join(
      import.meta.dirname,
      "configs/only-descriptions.config.mjs",
    );
    for (const args of [
      ["-c", config],
      [`--config=${config}`],
      [`-c=${config}`],
    ]) {
      const report = await json(version, [...args, folder]);
      expect(line(report, "descriptions", server)).toBe("holds");
      expect(line(report, "switch", server)).toBe(
        "unknown: registered-in-switch is off",
      );
    }
  });

  it("claims nothing of rules that --rule sets", async () => {
    const report = await json(version, [
      "--rule",
      "mcp-runbook/registered-in-switch: off",
      folder,
    ]);
    expect(line(report, "switch", server)).toBe(
      "unknown: --rule sets registered-in-switch",
    );
    expect(line(report, "names", server)).toBe("holds");
  });

  it("leaves the exit code to ESLint, and prints without colour", async () => {
    const cwd = path.join(repository, "examples/dust-front-broken");
    const { code, stdout } = await eslint(version, "checklist", ["."], {
      cwd,
      env: { FORCE_COLOR: "1" },
    });
    expect(code).toBe(1);
    expect(stdout).toContain("\n9 servers: 9 with findings\n");
    expect(stripVTControlCharacters(stdout)).toBe(stdout);
  });

  it("prints Markdown", async () => {
    const { code, stdout } = await eslint(version, "checklist-markdown", [
      folder,
    ]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^## MCP runbook checklist\n/);
  });
});

it("prints in colour when it is told to", async () => {
  const { stdout } = await eslint("eslint", "checklist", ["--color", folder]);
  expect(stdout).toContain("\u001b[32m✓");
});

it("claims nothing where ESLint was started through its API", async () => {
  const api = new ESLint({ cwd: workspace });
  const formatter = await api.loadFormatter(
    path.join(repository, "checklist-json.js"),
  );
  const text = await formatter.format(await api.lintFiles([folder]));
  const report = JSON.parse(text) as ChecklistReport;
  expect(line(report, "switch", server)).toBe("unknown: config not seen");
  expect(line(report, "types", server)).toBe("manual: run it");
  expect(report.notes).toEqual([
    expect.stringContaining("ESLint was started through its API"),
  ]);
});
