import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { requirementProblem } from "../src/requirements.ts";

// Which Node and which ESLint are refused. tests/package/requirements.test.ts
// starts ESLint on them.

const packageJson = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, "../package.json"), "utf8"),
) as {
  readonly engines: { readonly node: string };
  readonly peerDependencies: { readonly eslint: string };
};

const onNode = (node: string): string | undefined =>
  requirementProblem({ versions: { node }, eslints: [] });

const onEslint = (...eslints: readonly string[]): string | undefined =>
  requirementProblem({ versions: { node: "24.0.0" }, eslints });

describe("Node", () => {
  it.each([
    ["18.20.8"],
    ["20.18.3"],
    ["21.7.3"],
    ["22.12.0"],
    ["23.11.1"],
    ["8.0.0"],
  ])("%s is refused", (node) => {
    expect(onNode(node)).toBe(
      `eslint-plugin-mcp-runbook needs Node 20.19, 22.13, or 24 and newer, and this is Node ${node}. Install one of these and run ESLint with it.`,
    );
  });

  it.each([
    ["20.19.0"],
    ["20.20.2"],
    ["22.13.0"],
    ["22.22.0"],
    ["24.0.0"],
    ["25.1.0-nightly20260101"],
    ["100.0.0"],
  ])("%s is taken", (node) => {
    expect(onNode(node)).toBeUndefined();
  });

  it("is what package.json asks for", () => {
    expect(packageJson.engines.node).toBe("^20.19.0 || ^22.13.0 || >=24");
  });

  it("is not judged in Deno and Bun, which only resemble one", () => {
    const node = "20.11.1";
    for (const versions of [
      { node, deno: "2.1.0" },
      { node, bun: "1.2.0" },
      { deno: "2.1.0" },
    ]) {
      expect(requirementProblem({ versions, eslints: [] })).toBeUndefined();
    }
  });
});

describe("ESLint", () => {
  it.each([["9.0.0"], ["9.21.0"]])("%s is refused", (version) => {
    expect(onEslint(version)).toBe(
      `eslint-plugin-mcp-runbook needs ESLint 9.22 or newer, and this is ESLint ${version}. Run: npm install --save-dev eslint@latest`,
    );
  });

  it("before 9 is refused with a word about its config", () => {
    expect(onEslint("8.57.1")).toBe(
      "eslint-plugin-mcp-runbook needs ESLint 9.22 or newer, and this is ESLint 8.57.1. Run: npm install --save-dev eslint@latest and, if there is none yet, write an eslint.config.mjs: https://eslint.org/docs/latest/use/configure/migration-guide",
    );
  });

  it.each([
    ["9.22.0"],
    ["9.39.5"],
    ["10.0.0-alpha.1"],
    ["10.15.0"],
    ["11.0.0"],
  ])("%s is taken", (version) => {
    expect(onEslint(version)).toBeUndefined();
  });

  it("is what package.json asks for, and newer", () => {
    expect(packageJson.peerDependencies.eslint).toBe("^9.22.0 || ^10.0.0");
  });

  it("is not judged where none is loaded, or a new one beside an old", () => {
    expect(onEslint()).toBeUndefined();
    expect(onEslint("8.57.1", "10.15.0")).toBeUndefined();
    expect(onEslint("10.15.0", "8.57.1")).toBeUndefined();
  });

  it("is refused when all that are loaded are old", () => {
    expect(onEslint("9.0.0", "9.21.0")).toContain(
      "this is ESLint 9.0.0 and 9.21.0.",
    );
  });
});
