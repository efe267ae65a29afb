import { describe, expect, it } from "vitest";
import { rules } from "../rules/index.ts";
import plugin from "../src/index.ts";
import { presetNames } from "../src/preset-names.ts";

const ids = Object.keys(rules);

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
      expect(block.files).toBeDefined();
      // The blocks for one registry name its file, be it a test or JSON.
      if (!/\/(?:bm25-corpus|id-snapshot)$/.test(block.name ?? "")) {
        expect(block.ignores).toContain("**/*.{test,spec}.*");
      }
    }
  });
});

it("the strict preset holds all of the recommended one", () => {
  const on = (name: "recommended" | "strict"): string[] =>
    plugin.configs[name].flatMap((block) => Object.keys(block.rules ?? {}));
  expect(on("strict")).toEqual(expect.arrayContaining(on("recommended")));
});
