import fs from "node:fs";
import path from "node:path";
import { Linter } from "eslint";
import { beforeAll, describe, expect, it, afterAll } from "vitest";
import plugin from "../../src/index.ts";
import { Project, repository } from "./project.ts";

// docs/any-mcp-server.md, for people who know nothing of Dust: its config, its
// examples, and each kind of file that it names.

const page = fs.readFileSync(
  path.join(repository, "docs/any-mcp-server.md"),
  "utf8",
);

interface Example {
  readonly language: "js" | "ts";
  readonly kind: "correct" | "fixed" | "incorrect";
  readonly code: string;
  /** The rule that is named below it. */
  readonly rule: string;
  readonly line: number;
}

const examples: readonly Example[] = Array.from(
  page.matchAll(/^```(js|ts) (correct|fixed|incorrect)\n(.*?)^```$/gms),
  ({ 0: fence, 1: language, 2: kind, 3: code = "", index }) => ({
    language: language as Example["language"],
    kind: kind as Example["kind"],
    code,
    rule:
      /\(rules\/([\w-]+)\.md\)/.exec(page.slice(index + fence.length))?.[1] ??
      "none",
    line: page.slice(0, index).split("\n").length,
  }),
);

const file = ({ language }: Example): string => `example.${language}`;
const linter = new Linter({ cwd: path.resolve("/any-mcp-server") });

function rulesReported(example: Example): (string | null)[] {
  return linter
    .verify(example.code, plugin.configs.mcp, file(example))
    .map(({ ruleId }) => ruleId);
}

describe("the page", () => {
  it("has nothing to say of Dust", () => {
    expect(page).not.toMatch(/\bdust\b|runbook's|\bstake|registr/i);
  });

  it("shows each rule of the preset, and no other", () => {
    const on = plugin.configs.mcp.flatMap(({ rules }) =>
      Object.keys(rules ?? {}),
    );
    const shown = examples
      .filter(({ kind }) => kind === "incorrect")
      .map(({ rule }) => `mcp-runbook/${rule}`);
    expect([...new Set(shown)].sort()).toEqual(on.sort());
  });

  it.each(examples.map((example, index) => ({ ...example, index })))(
    "line $line: $kind",
    (example) => {
      const before = examples[example.index - 1];
      if (example.kind === "incorrect") {
        expect(rulesReported(example)).toEqual([`mcp-runbook/${example.rule}`]);
      } else {
        expect(rulesReported(example)).toEqual([]);
      }
      if (example.kind === "fixed") {
        expect(before?.kind).toBe("incorrect");
        expect(
          before &&
            linter.verifyAndFix(before.code, plugin.configs.mcp, file(before))
              .output,
        ).toBe(example.code);
      }
    },
  );
});

const scripts = ["js", "mjs", "cjs", "jsx"];
const typed = ["ts", "mts", "cts", "tsx"];

/** A server with a finding, with what is typical of such a file in it. */
function server(extension: string): string {
  const module = "@modelcontextprotocol/sdk/server/mcp.js";
  return [
    extension === "cjs"
      ? `const { McpServer } = require("${module}");`
      : `import { McpServer } from "${module}";`,
    typed.includes(extension) ? "const tides: number = 2;" : "",
    extension.endsWith("x") || extension === "js"
      ? "const icon = <svg>tide</svg>;"
      : "",
    `const server = new McpServer({ name: "harbour", version: "1.0.0" });`,
    `server.registerTool("get_tide", { description: "Gets the tide." }, tide);`,
    "",
  ].join("\n");
}

describe.each(["eslint", "eslint-v9"])("the page's config in %s", (eslint) => {
  let project: Project;

  beforeAll(() => {
    project = new Project("plain-mcp");
    fs.rmSync(project.path("src"), { recursive: true });
    const config = /^```js\n(.*?)^```$/ms.exec(page)?.[1] ?? "";
    project.write("eslint.config.mjs", config);
    for (const extension of [...scripts, ...typed]) {
      project.write(`src/server.${extension}`, server(extension));
    }
  });

  afterAll(() => {
    project.remove();
  });

  it("finds the same in each kind of file that the page names", async () => {
    const { stdout } = await project.run(process.execPath, [
      project.path(`node_modules/${eslint}/bin/eslint.js`),
      ...["src", "--format", "json"],
    ]);
    const results = JSON.parse(stdout) as readonly {
      readonly filePath: string;
      readonly messages: readonly Linter.LintMessage[];
    }[];
    const found = results.map(({ filePath, messages }) => [
      path.extname(filePath),
      messages.map(({ message, ruleId }) => ruleId ?? message),
    ]);
    const named = Array.from(
      (/^## Files$(.*?)^## /ms.exec(page)?.[1] ?? "").matchAll(/`(\.\w+)`/g),
      ([, extension]) => extension,
    );
    expect(found.sort()).toEqual(
      named
        .map((extension) => [
          extension,
          ["mcp-runbook/bare-infinitive-description"],
        ])
        .sort(),
    );
  });
});
