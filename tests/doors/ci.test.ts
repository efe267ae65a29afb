import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ESLint, Linter } from "eslint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import plugin from "../../src/index.ts";
import { files, Project, repository, type Outcome } from "./project.ts";

// ESLint's command line as a gate: what docs/ci.md says of exit codes, formats,
// parallel runs, the cache and suppressions.

type Results = readonly ESLint.LintResult[];

const eslint = (
  project: Project,
  ...args: readonly string[]
): Promise<Outcome> => project.run("eslint", args);

function resultsOf({ code, stderr, stdout }: Outcome): Results {
  expect(code, stderr).toBeLessThan(2);
  return JSON.parse(stdout) as Results;
}

function messagesOf(results: Results): Linter.LintMessage[] {
  return results.flatMap(({ messages }) => messages);
}

const broken = new Project("dust-front-broken");
let found: Results;

beforeAll(async () => {
  const outcome = await eslint(broken, ".", "--format", "json");
  expect(outcome.code).toBe(1);
  found = resultsOf(outcome);
  expect(messagesOf(found).length).toBeGreaterThan(40);
});

afterAll(() => {
  broken.remove();
});

describe("exit codes", () => {
  const server = "front/lib/api/actions/servers/unit_converter";

  it("0 without findings, 1 with one, 2 for wrong settings", async () => {
    const project = new Project("dust-front").forThisTest();
    expect(await eslint(project, server)).toMatchObject({
      code: 0,
      stdout: "",
    });

    project.edit(files.metadata("unit_converter"), (text) =>
      text.replace(`"Convert degrees`, `"Converts degrees`),
    );
    const one = await eslint(project, server);
    expect(one).toMatchObject({ code: 1, stderr: "" });
    expect(one.stdout).toContain("mcp-runbook/bare-infinitive-description");

    project.edit("eslint.config.mjs", (text) =>
      text.replace("{ root:", `{ stakeLevels: "low", root:`),
    );
    const wrong = await eslint(project, server);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain(
      `"stakeLevels" is "low" but must be a list of stake levels`,
    );
  });

  it("--max-warnings counts rules that were turned into warnings", async () => {
    const project = new Project("dust-front").forThisTest();
    project.write(
      "eslint.config.mjs",
      `import mcpRunbook from "eslint-plugin-mcp-runbook";

export default [
  ...mcpRunbook.configs.recommended,
  {
    files: ["**/*.ts"],
    rules: { "mcp-runbook/bare-infinitive-description": "warn" },
  },
];
`,
    );
    project.edit(files.metadata("unit_converter"), (text) =>
      text.replace(`"Convert degrees`, `"Converts degrees`),
    );
    const [warned, refused] = await Promise.all([
      eslint(project, server),
      eslint(project, server, "--max-warnings", "0"),
    ]);
    expect(warned.stdout).toContain("(0 errors, 1 warning)");
    expect(warned.code).toBe(0);
    expect(refused.code).toBe(1);
  });
});

describe("formats", () => {
  it("SARIF has every finding, its range, and a page for each rule", async () => {
    const { code } = await eslint(
      broken,
      ...[".", "--format", "@microsoft/eslint-formatter-sarif"],
      ...["--output-file", "eslint.sarif"],
    );
    expect(code).toBe(1);
    const sarif = JSON.parse(broken.read("eslint.sarif")) as Sarif;
    expect(sarif.version).toBe("2.1.0");
    const [run] = sarif.runs;
    expect(
      run?.results.map(({ level, locations, message, ruleId }) => ({
        level,
        message: message.text,
        ruleId,
        region: locations[0]?.physicalLocation.region,
        file: locations[0]?.physicalLocation.artifactLocation.uri,
      })),
    ).toEqual(
      found.flatMap(({ filePath, messages }) =>
        messages.map((message) => ({
          level: "error",
          message: message.message,
          ruleId: message.ruleId,
          region: {
            startLine: message.line,
            startColumn: message.column,
            endLine: message.endLine,
            endColumn: message.endColumn,
          },
          file: pathToFileURL(filePath).href,
        })),
      ),
    );
    const rules = run?.tool.driver.rules ?? [];
    expect(new Set(rules.map(({ id }) => id))).toEqual(
      new Set(messagesOf(found).map(({ ruleId }) => ruleId)),
    );
    for (const { helpUri, id } of rules) {
      expect(helpUri).toBe(
        plugin.rules[id.replace("mcp-runbook/", "")]?.meta?.docs?.url,
      );
    }
  });

  it("GitHub's problem matcher of setup-node reads every line of the usual output", async () => {
    const { stdout } = await eslint(broken, ".");
    const read = stdout.split("\n").flatMap((line) => {
      const [, at, column, message, code] = stylishLine.exec(line) ?? [];
      return at === undefined
        ? []
        : [`${at}:${column ?? ""} ${code ?? ""} ${message?.trim() ?? ""}`];
    });
    expect(read).toEqual(
      messagesOf(found).map(
        ({ column, line, message, ruleId }) =>
          // ESLint leaves out the stop at the end.
          `${String(line)}:${String(column)} ${ruleId ?? ""} ${message.replace(/([^ ])\.$/, "$1")}`,
      ),
    );
  });
});

interface Sarif {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly rules: readonly {
          readonly id: string;
          readonly helpUri: string;
        }[];
      };
    };
    readonly results: readonly {
      readonly level: string;
      readonly ruleId: string;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region: object;
        };
      }[];
    }[];
  }[];
}

/** As .github/eslint-stylish.json of actions/setup-node reads a finding. */
const stylishLine = /^\s+(\d+):(\d+)\s+(?:error|warning)\s+(.*)\s\s+(.*)$/;

describe("faster runs", () => {
  it("--concurrency finds the same", async () => {
    const outcome = await eslint(
      broken,
      ...[".", "--format", "json", "--concurrency", "2"],
    );
    expect(resultsOf(outcome)).toEqual(found);
  });

  it("--cache finds the same, written and read", async () => {
    const args = [".", "--format", "json", "--cache"];
    for (const run of ["writes", "reads"]) {
      const results = resultsOf(await eslint(broken, ...args));
      expect(messagesOf(results), run).toEqual(messagesOf(found));
    }
    expect(broken.read(".eslintcache")).toContain("gearbox");
  });
});

describe("bulk suppressions", () => {
  it("let old findings through, but no new one, and are pruned", async () => {
    const project = new Project("dust-front-broken").forThisTest();
    const folder = "front/lib/api/actions/servers/gearbox";
    expect(await eslint(project, folder, "--suppress-all")).toMatchObject({
      code: 0,
    });
    expect((await eslint(project, folder)).code).toBe(0);

    const metadata = files.metadata("gearbox");
    project.edit(metadata, (text) =>
      text.replace(/stake: "(?:low|medium|high|never_ask)"/, `stake: "lowish"`),
    );
    const worse = await eslint(project, folder);
    expect(worse.code).toBe(1);
    expect(worse.stdout).toContain("'lowish'");

    project.edit(metadata, (text) =>
      text.replace(`stake: "lowish"`, `stake: "low"`),
    );
    project.edit(metadata, (text) => text.replace(`"Searching `, `"Search `));
    const better = await eslint(project, folder);
    expect(better).toMatchObject({ code: 2 });
    expect(better.stderr).toContain("--prune-suppressions");
    const pruned = await eslint(project, folder, "--prune-suppressions");
    expect(pruned.code).toBe(0);
  });
});

describe("docs/examples/mcp-runbook.yml", () => {
  interface Step {
    readonly uses?: string;
    readonly run?: string;
    readonly with?: Readonly<Record<string, unknown>>;
  }
  const workflow = parse(
    readFileSync(
      path.join(repository, "docs/examples/mcp-runbook.yml"),
      "utf8",
    ),
  ) as {
    readonly on: object;
    readonly jobs: { readonly lint: { readonly steps: readonly Step[] } };
  };
  const { steps } = workflow.jobs.lint;

  it("runs on pull requests, with actions of a stated version", () => {
    expect(Object.keys(workflow.on)).toContain("pull_request");
    for (const { run, uses } of steps) {
      expect(run ?? uses).toMatch(
        run === undefined ? /^[\w-]+\/[\w/-]+@v\d+$/ : /./,
      );
    }
  });

  it("its commands fail where there are findings, and write what is uploaded", async () => {
    const [install, ...lints] = steps.flatMap(({ run }) => run ?? []);
    expect(install).toBe("npm ci");
    expect(lints).toHaveLength(2);
    for (const lint of lints) {
      const { code, stderr } = await broken.run("sh", ["-c", lint]);
      expect(code, stderr).toBe(1);
    }
    const upload = steps.find(({ uses }) => uses?.includes("upload-sarif"));
    const file = String(upload?.with?.["sarif_file"]);
    expect(JSON.parse(broken.read(file))).toHaveProperty("runs");
  });
});
