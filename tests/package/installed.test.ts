import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";

// The packed tarball, installed into empty folders as a new user would.

const run = promisify(execFile);
const repository = path.resolve(import.meta.dirname, "../..");
const recommended = plugin.configs.recommended.flatMap(({ rules }) =>
  Object.keys(rules ?? {}),
);

let work: string;
let tarball: string;

beforeAll(async () => {
  work = mkdtempSync(path.join(tmpdir(), "mcp-runbook-package-"));
  const { stdout } = await run(
    "npm",
    ["pack", "--json", "--ignore-scripts", "--pack-destination", work],
    { cwd: repository },
  );
  const packed: unknown = JSON.parse(stdout);
  tarball = path.join(work, fileNameOf(packed));
});

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

/** npm 11 answers an object by package name, older ones a list. */
function fileNameOf(packed: unknown): string {
  const entries = Object.values(packed as Record<string, { filename: string }>);
  const [entry] = entries;
  if (!entry) {
    throw new Error(`npm pack said nothing: ${JSON.stringify(packed)}`);
  }
  return entry.filename;
}

const threeLines = `import mcpRunbook from "eslint-plugin-mcp-runbook";

export default [...mcpRunbook.configs.recommended];
`;

async function project(
  name: string,
  packages: readonly string[],
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const folder = path.join(work, name);
  mkdirSync(folder);
  writeFileSync(path.join(folder, "package.json"), "{}");
  for (const [file, text] of Object.entries(files)) {
    writeFileSync(path.join(folder, file), text);
  }
  await run(
    "npm",
    [
      "install",
      "--save-dev",
      "--no-audit",
      "--no-fund",
      "--prefer-offline",
      ...packages,
      tarball,
    ],
    { cwd: folder },
  );
  return folder;
}

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function execute(
  folder: string,
  command: string,
  args: readonly string[],
): Promise<Outcome> {
  try {
    const { stderr, stdout } = await run(
      path.join(folder, "node_modules/.bin", command),
      args,
      { cwd: folder, maxBuffer: 1e8 },
    );
    return { code: 0, stdout, stderr };
  } catch (error) {
    return error as Outcome;
  }
}

interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly message: string;
}

function sorted(findings: readonly Finding[]): string[] {
  return findings
    .map(
      ({ column, file, line, message, rule }) =>
        `${file.replaceAll("\\", "/").replace(/^.*\/front\//, "")}:${String(line)}:${String(column)} ${rule} ${message}`,
    )
    .sort();
}

async function eslintFindings(folder: string): Promise<string[]> {
  const { stdout } = await execute(folder, "eslint", [".", "-f", "json"]);
  const results = JSON.parse(stdout) as {
    filePath: string;
    messages: {
      line: number;
      column: number;
      ruleId: string;
      message: string;
    }[];
  }[];
  return sorted(
    results.flatMap(({ filePath, messages }) =>
      messages.map(({ column, line, message, ruleId }) => ({
        file: filePath,
        line,
        column,
        rule: ruleId,
        message,
      })),
    ),
  );
}

async function oxlintFindings(folder: string): Promise<string[]> {
  const { stdout } = await execute(folder, "oxlint", [
    ...["-c", "node_modules/eslint-plugin-mcp-runbook/oxlint/recommended.json"],
    ...["-A", "correctness", "-f", "json"],
  ]);
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: {
      filename: string;
      code: string;
      message: string;
      labels: { span: { line: number; column: number } }[];
    }[];
  };
  return sorted(
    diagnostics.map(({ code, filename, labels, message }) => ({
      file: `/${filename}`,
      line: labels[0]?.span.line ?? 0,
      column: labels[0]?.span.column ?? 0,
      rule: code.replace(/^(.*)\((.*)\)$/, "$1/$2"),
      message,
    })),
  );
}

function copyBroken(folder: string): void {
  cpSync(
    path.join(repository, "examples/dust-front-broken/front"),
    path.join(folder, "front"),
    { recursive: true },
  );
}

describe("the same findings behind every door", () => {
  const findings: Record<string, string[]> = {};

  it("ESLint 10", async () => {
    const folder = await project(
      "eslint-10",
      [
        "eslint@10.15.0",
        "@typescript-eslint/parser@8.72.0",
        "typescript@6.0.3",
      ],
      { "eslint.config.mjs": threeLines },
    );
    copyBroken(folder);
    findings["eslint-10"] = await eslintFindings(folder);
    expect(findings["eslint-10"].length).toBeGreaterThan(40);
    const rules = new Set(
      findings["eslint-10"].map((line) => line.split(" ")[1]),
    );
    expect(recommended).toEqual(expect.arrayContaining([...rules]));
  });

  it("the oldest ESLint, 9.22", async () => {
    const folder = await project(
      "eslint-9",
      ["eslint@9.22.0", "@typescript-eslint/parser@8.72.0", "typescript@6.0.3"],
      { "eslint.config.mjs": threeLines },
    );
    copyBroken(folder);
    expect(await eslintFindings(folder)).toEqual(findings["eslint-10"]);
  });

  it("oxlint, in a project on TypeScript 7, with the config in the package", async () => {
    const folder = await project(
      "oxlint",
      ["oxlint@1.94.0", "typescript@7.0.2"],
      { ".gitignore": "node_modules\n" },
    );
    copyBroken(folder);
    // oxlint lints no JSON.
    expect(await oxlintFindings(folder)).toEqual(
      findings["eslint-10"]?.filter((line) => !/^[^:]*\.json:/.test(line)),
    );
  });
});

const userConfig = `import { defineConfig } from "eslint/config";
import mcpRunbook, { type McpRunbookSettings } from "eslint-plugin-mcp-runbook";

const settings: McpRunbookSettings = { root: import.meta.dirname };

export default defineConfig([
  ...mcpRunbook.configs.strict,
  {
    extends: [mcpRunbook.configs.mcp],
    files: ["src/**"],
    plugins: { "mcp-runbook": mcpRunbook },
    rules: { "mcp-runbook/require-param-description": ["error", { autofix: true }] },
    settings: { "mcp-runbook": settings },
  },
]);
`;

const userTsconfig = JSON.stringify({
  compilerOptions: {
    module: "nodenext",
    target: "es2022",
    strict: true,
    noEmit: true,
    types: ["node"],
    skipLibCheck: false,
  },
  files: ["eslint.config.ts"],
});

describe("a type-checked config", () => {
  it.each(["eslint@10.15.0", "eslint@9.22.0"])("%s", async (eslint) => {
    const folder = await project(
      `types-${eslint.replace("@", "-")}`,
      [eslint, "typescript@6.0.3", "@types/node@20"],
      { "eslint.config.ts": userConfig, "tsconfig.json": userTsconfig },
    );
    writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
    const { stdout } = await execute(folder, "tsc", ["-p", "."]);
    expect(stdout).toBe("");
  });
});

describe("projects that lack something", () => {
  it("no ESLint config: the one in the package", async () => {
    const folder = await project(
      "no-config",
      [
        "eslint@10.15.0",
        "@typescript-eslint/parser@8.72.0",
        "typescript@6.0.3",
      ],
      {},
    );
    copyBroken(folder);
    const { code, stdout } = await execute(folder, "eslint", [
      "-c",
      "node_modules/eslint-plugin-mcp-runbook/eslint.config.js",
      ".",
    ]);
    expect(code).toBe(1);
    expect(stdout).toContain("mcp-runbook/bare-infinitive-description");
  });

  it("no TypeScript parser: one line that says what to install", async () => {
    const folder = await project("no-parser", ["eslint@10.15.0"], {
      "eslint.config.mjs": threeLines,
      "a.ts": "export const a: number = 1;\n",
      "b.js": `export const TOOLS = createToolsRecord({ list_items: { description: "Lists items.", schema: {}, stake: "low" } });\n`,
    });
    const { code, stdout } = await execute(folder, "eslint", ["."]);
    expect(code).toBe(1);
    expect(stdout).toContain(
      "eslint-plugin-mcp-runbook needs a parser for TypeScript files. Run: npm install --save-dev @typescript-eslint/parser",
    );
    expect(stdout).toContain("mcp-runbook/bare-infinitive-description");
  });
});

describe("projects with something too old or too new", () => {
  const files = {
    "eslint.config.mjs": threeLines,
    "a.ts": "export const a: number = 1;\n",
    "b.ts": "export const b: number = 2;\n",
  };

  it("ESLint 8: one line that says what to install", async () => {
    const folder = await project(
      "eslint-8",
      ["--legacy-peer-deps", "eslint@8.57.1"],
      files,
    );
    const { code, stderr } = await execute(folder, "eslint", ["."]);
    expect(code).toBe(2);
    expect(stderr).toContain(
      "\nError: eslint-plugin-mcp-runbook needs ESLint 9.22 or newer, and this is ESLint 8.57.1. Run: npm install --save-dev eslint@latest",
    );
  });

  it("TypeScript 7: one line for each file, and the parser speaks once", async () => {
    const folder = await project(
      "typescript-7",
      [
        "--legacy-peer-deps",
        "eslint@10.15.0",
        "@typescript-eslint/parser@8.72.0",
        "typescript@7.0.2",
      ],
      files,
    );
    const { code, stderr, stdout } = await execute(folder, "eslint", ["."]);
    expect(code).toBe(1);
    expect(
      stdout.split("\n").filter((line) => line.includes("Parsing error")),
    ).toEqual(
      Array(2).fill(
        "  0:0  error  Parsing error: eslint-plugin-mcp-runbook could not load @typescript-eslint/parser for TypeScript files: typescript-eslint does not support TS 7.0. Install it with a TypeScript below 6.1: npm install --save-dev @typescript-eslint/parser typescript@6",
      ),
    );
    expect(stderr.match(/does not support TS 7/g)).toHaveLength(1);
  });
});

describe("what importing the plugin loads", () => {
  it("no TypeScript, no parser, no English model", async () => {
    const hooks = `export async function resolve(specifier, context, next) {
      const resolved = await next(specifier, context);
      process._rawDebug("loaded " + resolved.url);
      return resolved;
    }`;
    const script = `
      import module from "node:module";
      module.register("data:text/javascript," + encodeURIComponent(${JSON.stringify(hooks)}));
      await import("eslint-plugin-mcp-runbook");
      for (const file of Object.keys(module._cache)) {
        process._rawDebug("loaded " + file);
      }
    `;
    const { stderr } = await run(
      process.execPath,
      ["--input-type=module", "-e", script],
      { cwd: path.join(work, "eslint-10") },
    );
    const packages = new Set(
      [...stderr.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)/g)].map(
        ([, name]) => name,
      ),
    );
    expect([...packages].sort()).toEqual([
      "eslint-plugin-mcp-runbook",
      "get-tsconfig",
      "leven",
      "resolve-pkg-maps",
      "valibot",
    ]);
  });
});
