import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { Project, repository, type Outcome } from "./project.ts";

// docs/troubleshooting.md: every mistake is made for real, on the newest ESLint
// and on the oldest that is supported, and what is printed is compared with the
// lines on the page. Then the cure on the page has to work.

const page = fs.readFileSync(
  path.join(repository, "docs/troubleshooting.md"),
  "utf8",
);

interface Section {
  readonly title: string;
  /** The lines that it quotes. */
  readonly lines: readonly string[];
  /** The config that it shows. */
  readonly config: string | undefined;
}

const sections: readonly Section[] = page
  .split(/^### /m)
  .slice(1)
  .map((text) => {
    const quote = /^```text\n(.*?)^```$/ms.exec(text)?.[1] ?? "";
    return {
      title: text.slice(0, text.indexOf("\n")),
      lines: quote.split("\n").filter((line) => line !== ""),
      config: /^```js\n(.*?)^```$/ms.exec(text)?.[1],
    };
  });

/** A command in a project, by default `eslint src` with this config. */
interface Mistake {
  readonly does: string;
  readonly config?: string | false;
  /** What else is done to the project. */
  readonly prepare?: (project: Project) => void;
  readonly args?: readonly string[];
  readonly node?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Where ESLint is, when it is neither the newest nor the oldest. */
  readonly eslint?: string;
  /** Only one of the two says something here. */
  readonly only?: 9 | 10;
}

interface Case {
  readonly mistakes: readonly Mistake[];
  /** What the page says to do; without it, its config is taken. */
  readonly cure?: (project: Project) => void;
  readonly cureArgs?: readonly string[];
  /** In what ESLint prints then; else the finding that every project has. */
  readonly cured?: string | ((outcome: Outcome) => void);
}

const preset = `import mcpRunbook from "eslint-plugin-mcp-runbook";
export default [...mcpRunbook.configs.recommended];
`;

const withPlugin = (config: string): string =>
  `import mcpRunbook, { presets } from "eslint-plugin-mcp-runbook";
export default ${config};
`;

const configFile = "eslint.config.mjs";
const eslint10 = "node_modules/eslint";
const eslint9 = "node_modules/eslint-v9";
const eslint8 =
  "node_modules/@microsoft/eslint-formatter-sarif/node_modules/eslint";

/** A server with one finding, in TypeScript and in JavaScript. */
const shelf = (language: "js" | "ts"): string => `export const TOOLS = [
  {
    name: "list_items",
    description: "Lists the items of a shelf.",
    inputSchema: { type: "object" },
  },
]${language === "ts" ? " as const" : ""};
`;
const finding = "mcp-runbook/bare-infinitive-description";

function project(): Project {
  const made = new Project("plain-mcp").forThisTest();
  for (const entry of ["src", "README.md", "tsconfig.json"]) {
    fs.rmSync(made.path(entry), { recursive: true });
  }
  made.write("src/shelf.ts", shelf("ts"));
  made.write("src/shelf.js", shelf("js"));
  return made;
}

/** Puts a package, or all of a scope, where a test took it away. */
function linkPackage(
  made: Project,
  name: string,
  from = `node_modules/${name}`,
): void {
  const place = made.path(`node_modules/${name}`);
  fs.rmSync(place, { recursive: true, force: true });
  fs.symlinkSync(path.join(repository, from), place);
}

/** Puts a copy of these files in the place of a link, without dependencies. */
function copyPackage(
  made: Project,
  name: string,
  from: string,
  entries: readonly string[],
): void {
  const place = made.path(`node_modules/${name}`);
  fs.rmSync(place, { force: true });
  for (const entry of ["package.json", ...entries]) {
    fs.cpSync(path.join(repository, from, entry), path.join(place, entry), {
      recursive: true,
    });
  }
}

/** A file that the presets leave out, and that a pattern for code matches. */
function addMock(made: Project): void {
  made.write("src/__mocks__/one.ts", "export const one = 1;\n");
}

/** The plugin as a package of its own, so that it finds what the project has. */
function installPlugin(made: Project): void {
  copyPackage(made, "eslint-plugin-mcp-runbook", ".", ["dist"]);
}

/** typescript-eslint as it is, with a TypeScript that says it is 7.0. */
function installTypescript7(made: Project): void {
  installPlugin(made);
  fs.rmSync(made.path("node_modules/@typescript-eslint"));
  for (const name of ["@typescript-eslint/parser", "typescript-eslint"]) {
    copyPackage(made, name, `node_modules/${name}`, ["dist"]);
  }
  fs.rmSync(made.path("node_modules/typescript"));
  made.write(
    "node_modules/typescript/index.js",
    `exports.versionMajorMinor = "7.0";\n`,
  );
}

const nothing = (): void => undefined;

const cases: Readonly<Record<string, Case>> = {
  "No config": {
    mistakes: [
      { does: "has none", config: false },
      {
        does: "has an .eslintrc.json",
        config: false,
        prepare: (made) => {
          made.write(".eslintrc.json", `{ "plugins": ["mcp-runbook"] }`);
        },
      },
    ],
  },
  "The plugin is not found": {
    mistakes: [
      {
        does: "has not installed it",
        prepare: (made) => {
          fs.rmSync(made.path("node_modules/eslint-plugin-mcp-runbook"));
        },
      },
    ],
    cure: installPlugin,
  },
  "The config is not a module": {
    mistakes: [
      {
        does: "calls it eslint.config.js",
        config: false,
        prepare: (made) => {
          made.write("package.json", `{ "type": "commonjs" }`);
          made.write("eslint.config.js", preset);
        },
      },
    ],
    cure: (made) => {
      fs.rmSync(made.path("eslint.config.js"));
      made.write("eslint.config.cjs", configOf("The config is not a module"));
    },
  },
  "An old Node": {
    mistakes: [
      {
        does: "runs Node 20.18",
        node: [
          "--import",
          `data:text/javascript,Object.defineProperty(process.versions, "node", { value: "20.18.3" })`,
        ],
      },
      {
        does: "requires the plugin on such a Node",
        node: ["--no-experimental-require-module"],
        config: false,
        prepare: (made) => {
          made.write(
            "eslint.config.cjs",
            `module.exports = [...require("eslint-plugin-mcp-runbook").configs.recommended];`,
          );
        },
      },
    ],
    // On the Node of the test, which is new enough.
    cure: nothing,
  },
  "An old ESLint": {
    mistakes: [
      { does: "has ESLint 8", eslint: eslint8 },
      {
        does: "has ESLint 8 and an .eslintrc.json",
        eslint: eslint8,
        config: false,
        prepare: (made) => {
          made.write(".eslintrc.json", `{ "plugins": ["mcp-runbook"] }`);
        },
      },
      {
        does: "has ESLint 9.21",
        eslint: "old/node_modules/eslint",
        prepare: (made) => {
          fs.cpSync(made.path(eslint9), made.path("old/node_modules/eslint"), {
            recursive: true,
            dereference: true,
          });
          made.edit("old/node_modules/eslint/package.json", (text) =>
            text.replace(`"version": "9.22.0"`, `"version": "9.21.0"`),
          );
        },
      },
      {
        does: "imports defineConfig from ESLint 8",
        eslint: eslint8,
        config: `import { defineConfig } from "eslint/config";\n`,
        prepare: (made) => {
          linkPackage(made, "eslint", eslint8);
        },
      },
    ],
    // What the command does.
    cure: (made) => {
      made.write(configFile, preset);
      linkPackage(made, "eslint");
    },
  },
  "A config in the form of .eslintrc": {
    mistakes: [
      {
        does: "extends a preset in .eslintrc.json",
        config: false,
        env: { ESLINT_USE_FLAT_CONFIG: "false" },
        args: ["src/shelf.js"],
        prepare: (made) => {
          made.write(
            ".eslintrc.json",
            `{ "extends": ["plugin:mcp-runbook/recommended"] }`,
          );
        },
        only: 9,
      },
      {
        does: "names the plugin",
        config: `export default [{ plugins: ["mcp-runbook"] }];`,
      },
      {
        does: "extends a preset by its name",
        config: `export default [{ extends: ["plugin:mcp-runbook/recommended"] }];`,
      },
    ],
  },
  "A preset in the wrong place": {
    mistakes: [
      {
        does: "does not spread the array",
        config: withPlugin("[mcpRunbook.configs.recommended]"),
      },
      {
        does: "takes the function for a config",
        config: withPlugin("[presets.recommended]"),
      },
      {
        does: "takes the plugin for a config",
        config: withPlugin("[mcpRunbook]"),
      },
      {
        does: "extends an array without brackets",
        config: `import { defineConfig } from "eslint/config";
${withPlugin("defineConfig({ files: ['**/*.ts'], extends: presets.recommended })")}`,
      },
      {
        does: "extends a function",
        config: `import { defineConfig } from "eslint/config";
${withPlugin("defineConfig({ extends: [presets.recommended] })")}`,
      },
      {
        does: "spreads a function",
        config: withPlugin("[...presets.recommended]"),
      },
    ],
  },
  "A rule without its plugin": {
    mistakes: [
      {
        does: "sets a rule without a preset",
        config: `export default [{ rules: { "mcp-runbook/no-duplicate-tool": "error" } }];`,
        prepare: addMock,
      },
      {
        does: "sets a rule beside the files that a preset is for",
        config: `import { defineConfig } from "eslint/config";
${withPlugin(`defineConfig({ files: ["src/shelf.ts"], extends: [mcpRunbook.configs.mcp] }, { files: ["**/*.js"], rules: { "${finding}": "error" } })`)}`,
      },
      {
        does: "sets a rule that there is not",
        config: withPlugin(
          `[...mcpRunbook.configs.mcp, { files: ["**/*.ts"], rules: { "mcp-runbook/bare-infinitive": "error" } }]`,
        ),
      },
    ],
  },
  "Two copies of the plugin": {
    mistakes: [
      {
        does: "has another in a shared config",
        config: `import shared from "./shared/eslint.config.js";
${withPlugin("[...shared, ...mcpRunbook.configs.mcp]")}`,
        prepare: (made) => {
          installPlugin(made);
          fs.mkdirSync(made.path("shared/node_modules"), { recursive: true });
          fs.renameSync(
            made.path("node_modules/eslint-plugin-mcp-runbook"),
            made.path("shared/node_modules/eslint-plugin-mcp-runbook"),
          );
          linkPackage(made, "eslint-plugin-mcp-runbook", ".");
          made.write("shared/package.json", `{ "type": "module" }`);
          made.write("shared/eslint.config.js", preset);
        },
      },
    ],
    // What `npm dedupe` does.
    cure: (made) => {
      fs.rmSync(made.path("shared/node_modules"), { recursive: true });
    },
  },
  "A wrong setting or option": {
    mistakes: [
      {
        does: "sets an unknown key",
        config: withPlugin(
          `[...mcpRunbook.configs.mcp, { settings: { "mcp-runbook": { stakes: [] } } }]`,
        ),
      },
      {
        does: "sets an unknown option",
        config: withPlugin(
          `[...mcpRunbook.configs.mcp, { files: ["**/*.ts"], rules: { "${finding}": ["error", { verb: [] }] } }]`,
        ),
      },
    ],
    cure: (made) => {
      made.write(
        configFile,
        withPlugin(
          `[...mcpRunbook.configs.mcp, { files: ["**/*.ts"], rules: { "${finding}": ["error", { verbs: ["moor"] }] }, settings: { "mcp-runbook": { stakeLevels: ["low", "high"] } } }]`,
        ),
      );
    },
  },
  "No parser": {
    mistakes: [
      {
        does: "has not installed it",
        prepare: (made) => {
          installPlugin(made);
          fs.rmSync(made.path("node_modules/@typescript-eslint"));
        },
      },
    ],
    // What the command does.
    cure: (made) => {
      linkPackage(made, "@typescript-eslint");
    },
    cureArgs: ["src/shelf.ts"],
  },
  "TypeScript 7": {
    mistakes: [
      { does: "has it with the parser", prepare: installTypescript7 },
      {
        does: "has it with typescript-eslint",
        prepare: installTypescript7,
        config: `import tseslint from "typescript-eslint";
${withPlugin("[...mcpRunbook.configs.recommended, ...tseslint.configs.recommended]")}`,
      },
    ],
    cure: (made) => {
      made.write(configFile, preset);
      linkPackage(made, "typescript");
      linkPackage(made, "@typescript-eslint");
    },
    cureArgs: ["src/shelf.ts"],
  },
  "ESLint's own parser reads them": {
    mistakes: [
      {
        does: "sets a rule without a preset",
        config: withPlugin(
          `[{ files: ["**/*.ts"], plugins: { "mcp-runbook": mcpRunbook }, rules: { "${finding}": "error" } }]`,
        ),
        prepare: (made) => {
          made.write("src/one.ts", "export const one: number = 1;\n");
          made.write("src/shape.ts", "interface Shape { sides: number }\n");
        },
      },
      {
        does: "lints test files with other rules",
        config: withPlugin(
          `[...mcpRunbook.configs.recommended, { files: ["**/*.ts"], rules: { "no-undef": "error" } }]`,
        ),
        prepare: (made) => {
          made.write("src/one.test.ts", "export const one: number = 1;\n");
        },
      },
      {
        does: "changes a rule of ours in test files too",
        config: withPlugin(
          `[...mcpRunbook.configs.recommended, { files: ["**/*.ts"], rules: { "mcp-runbook/no-duplicate-tool": "error" } }]`,
        ),
        prepare: (made) => {
          made.write("src/one.test.ts", "export const one: number = 1;\n");
        },
      },
    ],
    cured: ({ stdout }) => {
      expect(stdout).toContain(finding);
      expect(stdout).not.toContain("Parsing error");
    },
  },
  "The file is left out": {
    mistakes: [
      {
        does: "names a test file",
        args: ["src/shelf.test.ts"],
        prepare: (made) => {
          made.write("src/shelf.test.ts", shelf("ts"));
        },
      },
      {
        does: "names an ignored file",
        args: ["lib/shelf.js"],
        config: withPlugin(
          `[{ ignores: ["lib/"] }, ...mcpRunbook.configs.recommended]`,
        ),
        prepare: (made) => {
          made.write("lib/shelf.js", shelf("js"));
          made.write("src/shelf.test.ts", shelf("ts"));
        },
      },
    ],
    cure: nothing,
    cureArgs: ["--no-warn-ignored", "src/shelf.test.ts"],
    cured: (outcome) => {
      expect(outcome).toMatchObject({ code: 0, stdout: "" });
    },
  },
  "There is no such file": {
    mistakes: [
      { does: "misspells a folder", args: ["source"] },
      {
        does: "lints a folder without code",
        args: ["texts"],
        prepare: (made) => {
          made.write("texts/one.txt", "one\n");
        },
      },
    ],
    cure: nothing,
  },
  "Suppressions that are out of date": {
    mistakes: [
      {
        does: "leaves them",
        prepare: (made) => {
          made.write(
            "eslint-suppressions.json",
            `{ "src/shelf.ts": { "mcp-runbook/require-tool-stake": { "count": 2 } } }`,
          );
        },
        // Suppressions came with 9.24.
        only: 10,
      },
    ],
    cure: nothing,
    cureArgs: ["src", "--prune-suppressions"],
  },
};

/** What ESLint prints in a project with this mistake in it. */
async function run(
  made: Project,
  args: readonly string[],
  eslint: string,
  { env = {}, node = [] }: Partial<Mistake> = {},
): Promise<Outcome> {
  return made.run("env", [
    ...Object.entries(env).map(([name, value]) => `${name}=${value}`),
    process.execPath,
    ...node,
    made.path(`${eslint}/bin/eslint.js`),
    ...args,
  ]);
}

function configOf(title: string): string {
  const config = sections.find((section) => section.title === title)?.config;
  if (config === undefined) {
    throw new Error(`"${title}" shows no config`);
  }
  return config;
}

/** Which of the section's lines were printed. */
function linesIn(section: Section, { stderr, stdout }: Outcome): string[] {
  const printed = `${stdout}\n${stderr}`.split("\n");
  return section.lines.filter((line) => {
    const parts = line.split("…");
    return printed.some((text) => {
      let at = 0;
      return parts.every((part) => {
        at = text.indexOf(part, at) + part.length;
        return at >= part.length;
      });
    });
  });
}

it("has a case for each section that quotes a line", () => {
  const quoting = sections.filter(({ lines }) => lines.length > 0);
  expect(Object.keys(cases)).toEqual(quoting.map(({ title }) => title));
});

describe.each(
  sections.flatMap((section) => {
    const itsCase = cases[section.title];
    return itsCase ? [{ title: section.title, section, itsCase }] : [];
  }),
)(
  "$title",
  ({ section, itsCase: { cure, cureArgs = ["src"], cured, mistakes } }) => {
    it("prints what the page quotes, and the cure works", async () => {
      const seen = new Set<string>();
      for (const mistake of mistakes) {
        const versions = mistake.eslint ? [10] : [10, 9];
        for (const version of versions) {
          if (version !== (mistake.only ?? version)) {
            continue;
          }
          const usual = version === 9 ? eslint9 : eslint10;
          const made = project();
          if (mistake.config === false) {
            fs.rmSync(made.path(configFile));
          } else {
            made.write(configFile, mistake.config ?? preset);
          }
          mistake.prepare?.(made);
          const outcome = await run(
            made,
            mistake.args ?? ["src"],
            mistake.eslint ?? usual,
            mistake,
          );
          const lines = linesIn(section, outcome);
          expect(
            lines,
            `Someone who ${mistake.does} sees on ESLint ${String(version)}:\n${outcome.stdout}${outcome.stderr}`,
          ).not.toEqual([]);
          lines.forEach((line) => seen.add(line));

          // What works on one works on the other: half the time.
          if (version === 9) {
            continue;
          }
          if (cure) {
            cure(made);
          } else {
            made.write(configFile, configOf(section.title));
          }
          const after = await run(made, cureArgs, usual);
          if (typeof cured === "function") {
            cured(after);
          } else {
            expect(after.stdout, after.stderr).toContain(finding);
          }
          expect(linesIn(section, after)).toEqual([]);
        }
      }
      expect([...seen].sort()).toEqual([...section.lines].sort());
    });
  },
);
