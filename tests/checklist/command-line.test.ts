import { describe, expect, it } from "vitest";
import {
  readCommandLine,
  type CommandLine,
} from "../../src/checklist/command-line.ts";

function read(...args: string[]): CommandLine | undefined {
  return readCommandLine([
    "/usr/bin/node",
    "/app/node_modules/.bin/eslint",
    ...args,
  ]);
}

describe("ESLint's command line", () => {
  it.each([
    "/app/node_modules/.bin/eslint",
    "/app/node_modules/eslint/bin/eslint.js",
    "C:\\app\\node_modules\\eslint\\bin\\eslint.js",
    "/usr/bin/eslint",
  ])("is known by its script %s", (script) => {
    expect(readCommandLine(["node", script, "."])).toBeDefined();
  });

  it.each(["/app/scripts/lint.mjs", "/app/eslint.js", ""])(
    "is not that of %s",
    (script) => {
      expect(readCommandLine(["node", script, "."])).toBeUndefined();
    },
  );

  it.each([
    [["-c", "a.mjs"]],
    [["-c=a.mjs"]],
    [["--config", "a.mjs", "lib"]],
    [["--config=a.mjs"]],
    [["-c", "b.mjs", "-c", "a.mjs"]],
  ])("reads the config file of %j", (args) => {
    expect(read(...args)?.config).toBe("a.mjs");
  });

  it("takes what follows -- for files", () => {
    expect(read("--", "-c", "a.mjs")?.config).toBeUndefined();
  });

  it("reads what decides which rules ran", () => {
    expect(
      read(
        "--no-config-lookup",
        "--rule",
        "x/y: off",
        "--rule=z: 1",
        "--quiet",
        "--no-inline-config",
        "--no-ignore",
        "--flag",
        "a,b",
        "-o",
        "out.txt",
      ),
    ).toEqual({
      config: undefined,
      lookup: false,
      rules: ["x/y: off", "z: 1"],
      quiet: true,
      inlineConfig: false,
      ignore: false,
      flags: ["a", "b"],
      toFile: true,
    });
  });

  it("has ESLint's defaults", () => {
    expect(read(".")).toEqual({
      config: undefined,
      lookup: true,
      rules: [],
      quiet: false,
      inlineConfig: true,
      ignore: true,
      flags: [],
      toFile: false,
    });
  });
});
