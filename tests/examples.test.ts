import { readFileSync } from "node:fs";
import path from "node:path";
import { ESLint, type Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../src/index.ts";
import type { PresetName } from "../src/preset-names.ts";
import { rules } from "../rules/index.ts";

// The example workspaces: two are clean, one breaks every rule on purpose.

const examples = path.resolve(import.meta.dirname, "../examples");

/** What is broken for rules that a team has to turn on itself. */
const rulesOfNoPreset: Linter.Config = {
  files: ["**/*.ts"],
  ignores: ["**/*.test.ts"],
  plugins: { "mcp-runbook": plugin },
  rules: Object.fromEntries(
    Object.entries(rules)
      .filter(([, { meta }]) => Object.keys(meta.docs.presets).length === 0)
      .map(([id]) => [`mcp-runbook/${id}`, "error"]),
  ),
};

function eslintFor(example: string, preset: PresetName, fix = false): ESLint {
  const cwd = path.join(examples, example);
  const overrideConfig: Linter.Config[] = [
    ...plugin.configs[preset],
    ...(example === "dust-front-broken" ? [rulesOfNoPreset] : []),
    { settings: { "mcp-runbook": { root: cwd } } },
  ];
  return new ESLint({ cwd, fix, overrideConfig, overrideConfigFile: true });
}

function lines(cwd: string, results: readonly ESLint.LintResult[]): string[] {
  return results.flatMap(({ filePath, messages }) =>
    messages.flatMap(({ column, fix, line, message, ruleId, suggestions }) => [
      `${path.relative(cwd, filePath).replaceAll("\\", "/")}:${String(line)}:${String(column)} ${ruleId ?? "fatal"}${fix ? " (fixable)" : ""}`,
      `    ${message}`,
      ...(suggestions ?? []).map(({ desc }) => `    → ${desc}`),
    ]),
  );
}

/** Stakes of the oldest dialect, which stand in constants.ts: not checked yet. */
function isCentral(file: string): boolean {
  return file.replaceAll("\\", "/").includes("/lib/actions/");
}

it.each([
  ["dust-front", "recommended"],
  ["dust-front", "strict"],
  ["plain-mcp", "mcp"],
  ["plain-mcp", "strict"],
] as const)("%s is clean under %s", async (example, preset) => {
  const results = await eslintFor(example, preset).lintFiles(["."]);
  expect(results.length).toBeGreaterThan(10);
  expect(lines(path.join(examples, example), results)).toEqual([]);
});

describe("dust-front-broken", () => {
  const cwd = path.join(examples, "dust-front-broken");

  it("gets the findings that were reviewed", async () => {
    const results = await eslintFor("dust-front-broken", "strict").lintFiles([
      ".",
    ]);
    const found = lines(cwd, results);
    await expect(`${found.join("\n")}\n`).toMatchFileSnapshot(
      path.join(cwd, "findings.txt"),
    );
  });

  it("breaks every rule", async () => {
    const results = await eslintFor("dust-front-broken", "strict").lintFiles([
      ".",
    ]);
    const broken = new Set(
      results.flatMap(({ messages }) =>
        messages.map(({ ruleId }) => ruleId?.replace("mcp-runbook/", "")),
      ),
    );
    expect([...broken].sort()).toEqual(Object.keys(rules));
  });

  it("reports under each comment that names one of our rules", async () => {
    const results = await eslintFor("dust-front-broken", "strict").lintFiles([
      ".",
    ]);
    const unreported = results.flatMap(({ filePath, messages }) => {
      const text = readFileSync(filePath, "utf8").split("\n");
      return text.flatMap((line, index) => {
        const rule = /^\s*\/\/ ([a-z-]+): /.exec(line)?.[1];
        if (
          rule === undefined ||
          !(rule in rules) ||
          (rule === "require-tool-stake" && isCentral(filePath))
        ) {
          return [];
        }
        const isReported = messages.some(
          (message) =>
            message.ruleId === `mcp-runbook/${rule}` &&
            message.line > index &&
            message.line <= index + 12,
        );
        return isReported
          ? []
          : [`${path.relative(cwd, filePath)}:${String(index + 1)} ${rule}`];
      });
    });
    expect(unreported).toEqual([]);
  });

  it("parses after --fix, and a second run changes nothing", async () => {
    const eslint = eslintFor("dust-front-broken", "strict", true);
    for (const { filePath, output } of await eslint.lintFiles(["."])) {
      if (output !== undefined) {
        const [again] = await eslint.lintText(output, { filePath });
        expect(again?.output).toBeUndefined();
        expect(again?.fatalErrorCount).toBe(0);
      }
    }
  });
});
