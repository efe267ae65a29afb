import { ESLint, type Linter } from "eslint";
import { describe, expect, it } from "vitest";
import { rules } from "../rules/index.ts";
import plugin, { presets } from "../src/index.ts";
import { jsonPlugin } from "../src/json-language.ts";
import { presetNames } from "../src/preset-names.ts";

const ids = Object.keys(rules);

/** Files that the presets say nothing about. */
const leftOut = ["one.test.ts", "one.d.ts", "__mocks__/one.ts"];

/** A language that is not JavaScript's, under another name. */
const plain = {
  meta: { name: "plain", version: "1" },
  languages: { plain: jsonPlugin.languages.json },
} satisfies ESLint.Plugin;

describe("the plugin object", () => {
  it("names itself, its version and its namespace", () => {
    expect(plugin.meta.name).toBe("eslint-plugin-mcp-runbook");
    expect(plugin.meta.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(plugin.meta.namespace).toBe("mcp-runbook");
  });

  it("has every rule under its id", () => {
    expect(Object.keys(plugin.rules)).toEqual(ids);
  });
});

describe.each(presetNames)("the preset %s", (name) => {
  const preset = plugin.configs[name];
  const rulesBlock = preset.find(({ rules: block }) => block);

  it("turns on rules as errors only, each of ours", () => {
    for (const [id, entry] of Object.entries(rulesBlock?.rules ?? {})) {
      expect(ids.map((rule) => `mcp-runbook/${rule}`)).toContain(id);
      expect(Array.isArray(entry) ? entry[0] : entry).toBe("error");
    }
  });

  it("turns on what the rules say of themselves, with its options", () => {
    expect(rulesBlock?.rules).toMatchSnapshot();
  });

  it("brings the plugin, names its blocks and leaves tests and declarations out", () => {
    expect(rulesBlock?.plugins).toEqual({ "mcp-runbook": plugin });
    for (const block of preset) {
      expect(block.name).toMatch(/^mcp-runbook\//);
      if (block.name?.endsWith("/plugin") === true) {
        continue;
      }
      expect(block.files).toBeDefined();
      // The blocks for one registry name its file, be it a test or JSON.
      if (!/\/(?:bm25-corpus|id-snapshot)$/.test(block.name ?? "")) {
        expect(block.ignores).toContain("**/*.{test,spec}.*");
      }
    }
  });

  describe.each([
    ["array", preset],
    ["function", presets[name]({ root: import.meta.dirname })],
  ])("as %s", (_, configs) => {
    const eslintWith = (own: readonly Linter.Config[]): ESLint =>
      new ESLint({
        cwd: import.meta.dirname,
        overrideConfigFile: true,
        overrideConfig: [...configs, ...own],
      });

    it("adds none of the files that it leaves out to a run", async () => {
      const eslint = eslintWith([]);
      for (const file of leftOut) {
        expect(await eslint.calculateConfigForFile(file)).toBeUndefined();
      }
    });

    it("lets a config set rules for those, and use other languages", async () => {
      const eslint = eslintWith([
        { files: ["**/*.plain"], plugins: { plain }, language: "plain/plain" },
        {
          files: ["**/*.ts"],
          rules: { "mcp-runbook/no-duplicate-tool": "error" },
        },
      ]);
      for (const file of [...leftOut, "notes.plain"]) {
        const [result] = await eslint.lintText("[]", { filePath: file });
        expect(result?.messages, file).toEqual([]);
      }
    });
  });
});

it("the strict preset holds all of the recommended one", () => {
  const on = (name: "recommended" | "strict"): string[] =>
    plugin.configs[name].flatMap((block) => Object.keys(block.rules ?? {}));
  expect(on("strict")).toEqual(expect.arrayContaining(on("recommended")));
});
