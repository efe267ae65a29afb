import fs from "node:fs";
import path from "node:path";
import typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import oxlintStrict from "../../oxlint/strict.json" with { type: "json" };
import plugin from "../../src/index.ts";
import { namespace } from "../../src/presets.ts";
import { files, Project, repository } from "./project.ts";

// `--fix` in oxlint and in ESLint, repeated until nothing changes any more.
// docs/oxlint.md says what differs; each difference is asserted here.

/** Options under which a rule has a fix. */
const optionsForFixes: Readonly<Record<string, object>> = {
  "require-param-description": { autofix: true },
};

/** Rules that fix nothing but JSON files, which oxlint does not lint. */
const inJsonOnly = ["stable-server-id"];

const fixable = Object.entries(plugin.rules)
  .filter(([, { meta }]) => meta?.fixable)
  .map(([id]) => id);

const allRules = "all rules together";

type Rules = Readonly<Record<string, unknown>>;

const configs = "node_modules/eslint-plugin-mcp-runbook/oxlint";
const strict = `${configs}/strict.json`;
const recommended = `${configs}/recommended.json`;

/** The text of each file, by its path in the copy of the example. */
type Texts = Readonly<Record<string, string>>;

/** Makes a mistake for valid-server-config, which has nothing to fix in the example. */
function misspell(text: string): string {
  return text.replace(
    `id: 2,\n    availability: "manual"`,
    `id: 2,\n    availability: "manaul"`,
  );
}

/**
 * A copy of the broken example for each rule that fixes, in which both linters
 * have that rule alone, and one copy with the whole preset. One run of a linter
 * goes over all of them: to start it takes longer than to lint.
 */
function copies(): Project {
  const project = new Project("plain-mcp");
  for (const name of [...fixable, allRules]) {
    const copy = `copies/${name}`;
    fs.cpSync(
      path.join(repository, "examples/dust-front-broken"),
      project.path(copy),
      { recursive: true },
    );
    fs.mkdirSync(project.path(`${copy}/.git`));
    project.edit(`${copy}/${files.constants}`, misspell);
    const rules = name === allRules ? oxlintStrict.rules : alone(name);
    project.write(`${copy}/.oxlintrc.json`, oxlintConfig(rules));
    project.write(`${copy}/eslint.config.mjs`, eslintConfig(rules));
  }
  return project;
}

function alone(id: string): Rules {
  const name = `${namespace}/${id}`;
  const preset: Rules = oxlintStrict.rules;
  const options = optionsForFixes[id];
  return { [name]: options ? ["error", options] : (preset[name] ?? "error") };
}

/** Rules are off where they are off in the preset: in tests, but for the corpus. */
function oxlintConfig(rules: Rules): string {
  const off: Rules = Object.fromEntries(
    Object.keys(oxlintStrict.rules).map((name) => [name, "off"] as const),
  );
  return JSON.stringify({
    extends: [`../../${strict}`],
    categories: { correctness: "off" },
    rules: { ...off, ...rules },
  });
}

function eslintConfig(rules: Rules): string {
  return `import mcpRunbook from "eslint-plugin-mcp-runbook";
const rules = ${JSON.stringify(rules)};
const kept = (preset = {}) =>
  Object.fromEntries(Object.entries(preset).filter(([name]) => name in rules));
export default [
  ...mcpRunbook.configs.strict.map((config) => ({
    ...config,
    rules: config.name === "mcp-runbook/strict" ? rules : kept(config.rules),
  })),
  { settings: { "mcp-runbook": { root: import.meta.dirname } } },
];
`;
}

async function fixWithEslint(
  project: Project,
  ...args: readonly string[]
): Promise<void> {
  const { code, stderr } = await project.run("eslint", ["--fix", ...args]);
  expect(code, stderr).toBeLessThan(2);
}

async function fixWithOxlint(project: Project): Promise<void> {
  const { stderr, stdout } = await project.run("oxlint", [
    ...["copies", "--fix", "--format", "json"],
  ]);
  expect(stdout, stderr).toContain(`"diagnostics"`);
}

/** Fixes until every file stays as it was. */
async function toFixpoint(
  project: Project,
  fix: () => Promise<void>,
): Promise<void> {
  let before = texts(project, "copies");
  for (let run = 1; run <= 10; run++) {
    await fix();
    const after = texts(project, "copies");
    if (changed(before, after).length === 0) {
      return;
    }
    before = after;
  }
  throw new Error("After 10 runs, files still change");
}

function texts(project: Project, folder: string): Texts {
  const root = project.path(folder);
  return Object.fromEntries(
    fs
      .readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name, parentPath }) => path.join(parentPath, name))
      .map((file) => [
        path.relative(root, file),
        fs.readFileSync(file, "utf8"),
      ]),
  );
}

/** The files whose text differs. */
function changed(before: Texts, after: Texts): string[] {
  return Object.keys({ ...before, ...after }).filter(
    (file) => before[file] !== after[file],
  );
}

describe("on the broken example", () => {
  let before: Project;
  let inEslint: Project;
  let inOxlint: Project;

  beforeAll(async () => {
    [before, inEslint, inOxlint] = [copies(), copies(), copies()];
    await Promise.all([
      toFixpoint(inEslint, () =>
        fixWithEslint(inEslint, "copies", "--ignore-pattern", "**/*.json"),
      ),
      toFixpoint(inOxlint, () => fixWithOxlint(inOxlint)),
    ]);
  }, 300_000);

  afterAll(() => {
    for (const project of [before, inEslint, inOxlint]) {
      project.remove();
    }
  });

  it.each([...fixable, allRules])("%s: the same text in the end", (name) => {
    const folder = `copies/${name}`;
    const after = texts(inOxlint, folder);
    expect(after).toEqual(texts(inEslint, folder));
    expect(changed(texts(before, folder), after).length > 0).toBe(
      !inJsonOnly.includes(name),
    );
  });

  it.each(inJsonOnly)("%s: fixes JSON, in ESLint alone", async (name) => {
    const [from, to] = [`copies/${name}`, `with-json/${name}`];
    fs.cpSync(before.path(from), before.path(to), { recursive: true });
    await fixWithEslint(before, to);
    expect(changed(texts(before, from), texts(before, to))).toEqual([
      files.snapshot,
    ]);
  });
});

it("fixes take as many runs as one leads to another, where ESLint takes one", async () => {
  const project = new Project("plain-mcp").forThisTest();
  const step = `
const rule = {
  meta: { fixable: "code", type: "problem", schema: [] },
  create: (context) => ({
    Literal(node) {
      if (node.value < 3) {
        context.report({
          node,
          message: "Too small.",
          fix: (fixer) => fixer.replaceText(node, String(node.value + 1)),
        });
      }
    },
  }),
};
export default { meta: { name: "step" }, rules: { up: rule } };
`;
  project.write("step.mjs", step);
  project.write("number.js", "1;\n");
  project.write(
    "eslint.config.mjs",
    `import step from "./step.mjs";
export default [{ plugins: { step }, rules: { "step/up": "error" } }];
`,
  );
  project.write(
    ".oxlintrc.json",
    JSON.stringify({
      jsPlugins: ["./step.mjs"],
      rules: { "step/up": "error" },
    }),
  );
  await project.run("oxlint", ["--fix", "number.js"]);
  expect(project.read("number.js")).toBe("2;\n");
  project.write("number.js", "1;\n");
  await project.run("eslint", ["--fix", "number.js"]);
  expect(project.read("number.js")).toBe("3;\n");
});

it("--fix-suggestions takes the first suggestion of each finding", async () => {
  const project = new Project("plain-mcp").forThisTest();
  const code = `export const TOOLS = createToolsRecord({
  list_items: {
    description: "List the items of a shelf, by name.",
    schema: {},
    displayLabels: { running: "Listing items", done: "List items" },
  },
});
`;
  project.write("src/shelf.ts", code);
  const [finding] = new Linter().verify(
    code,
    [
      {
        files: ["**/*.ts"],
        languageOptions: { parser: typescriptParser },
        plugins: { [namespace]: plugin },
        rules: { [`${namespace}/require-tool-stake`]: "error" },
      },
    ],
    { filename: "src/shelf.ts" },
  );
  const suggestions = finding?.suggestions ?? [];
  expect(suggestions.length).toBeGreaterThan(1);
  const { range, text } = suggestions[0]?.fix ?? { range: [0, 0], text: "" };
  await project.run("oxlint", [
    ...["--config", recommended],
    ...["--allow", "correctness", "--fix-suggestions", "src/shelf.ts"],
  ]);
  expect(project.read("src/shelf.ts")).toBe(
    code.slice(0, range[0]) + text + code.slice(range[1]),
  );
});
