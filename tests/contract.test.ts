import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { Linter, type Rule } from "eslint";
import { describe, expect, it } from "vitest";
import { rules } from "../rules/index.ts";
import type { RuleModule } from "../src/create-rule.ts";
import plugin from "../src/index.ts";

// What holds for every rule: file ↔ id ↔ index ↔ docs ↔ test, and a schema
// that refuses junk.

const root = path.resolve(import.meta.dirname, "..");
const all: [string, RuleModule][] = Object.entries(rules);

it("every file in rules/ is a rule of the index, and the other way round", () => {
  const files = readdirSync(path.join(root, "rules"))
    .filter((file) => file !== "index.ts")
    .map((file) => file.replace(/\.ts$/, ""));
  expect(Object.keys(rules)).toEqual(files.sort());
});

describe.each(all)("%s", (id, rule) => {
  it("has a page and a test of its name", () => {
    expect(existsSync(path.join(root, "docs/rules", `${id}.md`))).toBe(true);
    expect(existsSync(path.join(root, "tests/rules", `${id}.test.ts`))).toBe(
      true,
    );
  });

  it("is for JavaScript and what parses like it; for JSON, if it lints the snapshot", () => {
    const lintsSnapshot = rule.meta.docs.registries?.includes("idSnapshot");
    expect(rule.meta).toMatchObject({
      languages: lintsSnapshot === true ? ["js/js", "json/json"] : ["js/js"],
    });
  });

  it("links to its page", () => {
    expect(rule.meta.docs.url).toMatch(new RegExp(`/docs/rules/${id}\\.md$`));
  });

  it("describes itself as a verb phrase without a stop", () => {
    expect(rule.meta.docs.description).toMatch(
      /^(?:require|disallow|enforce) .*[^.]$/,
    );
  });

  it("has messages that are sentences", () => {
    for (const message of Object.values(rule.meta.messages)) {
      expect(message).toMatch(/^[A-Z{].*[.!}]$/s);
    }
  });

  it.each([
    ["an option it doesn't know", [{ surelyNoOption: true }]],
    ["a second object", [{}, {}]],
    ["a string", ["always"]],
  ])("refuses %s", (_name, options) => {
    const linter = new Linter();
    expect(() =>
      linter.verify("", {
        plugins: { "mcp-runbook": plugin },
        rules: { [`mcp-runbook/${id}`]: ["error", ...options] },
      }),
    ).toThrow();
  });

  it("accepts its own defaults", () => {
    const linter = new Linter();
    const { defaultOptions } = rule.meta as unknown as Rule.RuleMetaData;
    expect(
      linter.verify("", {
        plugins: { "mcp-runbook": plugin },
        rules: {
          [`mcp-runbook/${id}`]: ["error", ...(defaultOptions ?? [])],
        },
      }),
    ).toEqual([]);
  });

  it("has a description for each option", () => {
    const [schema] = rule.meta.schema as readonly {
      properties?: Record<string, { description?: string }>;
    }[];
    for (const option of Object.values(schema?.properties ?? {})) {
      expect(option.description).toMatch(/^[A-Z].*\.$/);
    }
  });

  it("is silent about files without tools", () => {
    const linter = new Linter();
    expect(
      linter.verify(
        "export const schema = { name: 'a', stake: 1 }; tool('x');",
        {
          plugins: { "mcp-runbook": plugin },
          rules: { [`mcp-runbook/${id}`]: "error" },
        },
      ),
    ).toEqual([]);
  });
});
