import fs from "node:fs";
import path from "node:path";
import type { Linter } from "eslint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { namespace } from "../../src/presets.ts";
import type { PresetName } from "../../src/preset-names.ts";
import plugin from "../../src/index.ts";
import { files, Project } from "./project.ts";

// The same plugin in oxlint, with the configs that stand in the package.
// docs/oxlint.md says what differs; each difference is asserted here, or in
// oxlint-fixes.test.ts where it is about fixes.

interface Finding {
  readonly file: string;
  readonly rule: string;
  /** Where it starts and ends, in bytes. */
  readonly range: string;
  readonly message: string;
}

async function eslint(
  project: Project,
  ...args: readonly string[]
): Promise<Finding[]> {
  const { code, stderr, stdout } = await project.run("eslint", [
    ...[".", "--format", "json"],
    ...args,
  ]);
  expect(code, stderr).toBeLessThan(2);
  const results = JSON.parse(stdout) as readonly {
    readonly filePath: string;
    readonly messages: readonly Linter.LintMessage[];
  }[];
  return results.flatMap(({ filePath, messages }) => {
    const lines = fs.readFileSync(filePath, "utf8").split("\n");
    const at = (line = 0, column = 0): number =>
      Buffer.byteLength(
        [
          ...lines.slice(0, line - 1),
          lines[line - 1]?.slice(0, column - 1),
        ].join("\n"),
      );
    return messages.map(
      ({ column, endColumn, endLine, line, message, ruleId }) => ({
        file: path.relative(project.root, filePath),
        rule: ruleId ?? "fatal",
        range: `${String(at(line, column))}-${String(at(endLine, endColumn))}`,
        message,
      }),
    );
  });
}

async function oxlint(
  project: Project,
  preset: PresetName,
  ...args: readonly string[]
): Promise<Finding[]> {
  const { stderr, stdout } = await project.run("oxlint", [
    ...["--config", configOf(preset), "--allow", "correctness"],
    ...["--format", "json", ...args],
  ]);
  const { diagnostics } = parse(stdout, stderr) as {
    readonly diagnostics: readonly {
      readonly filename: string;
      readonly code: string;
      readonly message: string;
      readonly labels: readonly {
        readonly span: { readonly offset: number; readonly length: number };
      }[];
    }[];
  };
  return diagnostics.map(({ code, filename, labels, message }) => {
    const { length = 0, offset = 0 } = labels[0]?.span ?? {};
    return {
      file: filename,
      rule: code.replace(/^(.*)\((.*)\)$/, "$1/$2"),
      range: `${String(offset)}-${String(offset + length)}`,
      message,
    };
  });
}

function configOf(preset: PresetName): string {
  return `node_modules/eslint-plugin-mcp-runbook/oxlint/${preset}.json`;
}

function parse(stdout: string, stderr: string): unknown {
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`oxlint: ${stdout}${stderr}`);
  }
}

const isScript = ({ file }: Finding): boolean => !file.endsWith(".json");

function of(rule: string, findings: readonly Finding[]): string[] {
  return findings
    .filter((finding) => finding.rule === `${namespace}/${rule}`)
    .map(({ file, message, range }) => `${file}:${range} ${message}`)
    .sort();
}

const ids = Object.keys(plugin.rules);

// Each example under the preset that its own eslint.config.mjs takes.
describe.each([
  { example: "dust-front-broken", preset: "strict" },
  { example: "dust-front", preset: "recommended" },
  { example: "plain-mcp", preset: "mcp" },
] as const)("$example under $preset", ({ example, preset }) => {
  let project: Project;
  let inEslint: Finding[];
  let inOxlint: Finding[];

  beforeAll(async () => {
    project = new Project(example);
    [inEslint, inOxlint] = await Promise.all([
      eslint(project),
      oxlint(project, preset),
    ]);
  });

  afterAll(() => {
    project.remove();
  });

  it.each(ids)("%s finds the same", (rule) => {
    expect(of(rule, inOxlint)).toEqual(of(rule, inEslint.filter(isScript)));
  });

  it("reports nothing else, and never in a JSON file", () => {
    expect(inOxlint).toHaveLength(inEslint.filter(isScript).length);
    expect(inOxlint.filter((finding) => !isScript(finding))).toEqual([]);
  });
});

describe("a project's own .oxlintrc.json", () => {
  it("extends a preset, has the last word on rules, and keeps oxlint's own", async () => {
    const project = new Project("dust-front-broken").forThisTest();
    project.write(
      ".oxlintrc.json",
      JSON.stringify({
        extends: [`./${configOf("strict")}`],
        rules: { "mcp-runbook/registered-in-bm25-corpus": "off" },
        settings: { "mcp-runbook": { stakeLevels: ["harmless", "grave"] } },
      }),
    );
    const { stdout } = await project.run("oxlint", ["--format", "unix"]);
    expect(stdout).toContain("mcp-runbook(registered-in-switch)");
    expect(stdout).not.toContain("mcp-runbook(registered-in-bm25-corpus)");
    expect(stdout).toContain("eslint(no-dupe-keys)");
    expect(stdout).toContain("harmless or grave");
  });

  it("includes a corpus of another name by an override", async () => {
    const project = new Project("dust-front-broken").forThisTest();
    const corpus = "front/lib/api/actions/servers/search_corpus.test.ts";
    project.write(corpus, project.read(files.corpus));
    project.write(
      ".oxlintrc.json",
      JSON.stringify({
        extends: [`./${configOf("recommended")}`],
        settings: {
          "mcp-runbook": { bm25Corpus: corpus.replace("front/", "") },
        },
        overrides: [
          {
            files: ["**/search_corpus.test.ts"],
            rules: { "mcp-runbook/registered-in-bm25-corpus": "error" },
          },
        ],
      }),
    );
    const { stdout } = await project.run("oxlint", ["--format", "unix"]);
    const reports = stdout
      .split("\n")
      .filter((line) => line.includes("(registered-in-bm25-corpus)"));
    expect(reports.some((line) => line.startsWith(corpus))).toBe(true);
    expect(reports.some((line) => line.startsWith(files.corpus))).toBe(false);
  });

  it("obeys comments under both names", async () => {
    const project = new Project("plain-mcp").forThisTest();
    const tool = (name: string): string =>
      `createToolsRecord({ ${name}: { description: "Lists items.", schema: {} } });`;
    project.write(
      "src/shelf.js",
      `// eslint-disable-next-line mcp-runbook/bare-infinitive-description
export const A = ${tool("list_a")}
// oxlint-disable-next-line mcp-runbook/bare-infinitive-description
export const B = ${tool("list_b")}
export const C = ${tool("list_c")}
`,
    );
    const found = await oxlint(project, "mcp", "src/shelf.js");
    expect(
      of("bare-infinitive-description", found).map(
        (finding) => /'(\w+)'/.exec(finding)?.[1],
      ),
    ).toEqual(["list_c"]);
  });

  it("has nothing against an old ESLint that another plugin loads", async () => {
    const project = new Project("plain-mcp").forThisTest();
    const eslint8 = "@microsoft/eslint-formatter-sarif/node_modules/eslint";
    project.write(
      "old.cjs",
      `const { version } = require("./node_modules/${eslint8}/package.json");
module.exports = { meta: { name: "old-" + version }, rules: {} };
`,
    );
    project.write(
      "src/shelf.js",
      `export const A = createToolsRecord({ list_a: { description: "Lists items.", schema: {} } });
`,
    );
    project.write(
      ".oxlintrc.json",
      JSON.stringify({
        jsPlugins: ["./old.cjs", "eslint-plugin-mcp-runbook"],
        rules: { "mcp-runbook/bare-infinitive-description": "error" },
      }),
    );
    const { stdout } = await project.run("oxlint", ["src", "--format", "unix"]);
    expect(stdout).toContain("mcp-runbook(bare-infinitive-description)");
  });

  it("wrong settings end in exit code 1, with the message of ESLint", async () => {
    const project = new Project("plain-mcp").forThisTest();
    project.write(
      ".oxlintrc.json",
      JSON.stringify({
        extends: [`./${configOf("mcp")}`],
        settings: { "mcp-runbook": { stakes: ["low"] } },
      }),
    );
    const { code, stdout } = await project.run("oxlint", ["src"]);
    expect(code).toBe(1);
    expect(stdout).toContain(`there is no key "stakes"`);
  });
});
