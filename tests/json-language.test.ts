import {
  cpSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import Module from "node:module";
import os from "node:os";
import path from "node:path";
import { ESLint as ESLint10, type Linter } from "eslint";
import { ESLint as ESLint9 } from "eslint-v9";
import js from "@eslint/js";
import json from "@eslint/json";
import tseslint from "typescript-eslint";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import plugin from "../src/index.ts";

// The presets' block for the id snapshot: JSON, read by an optional peer.

const repository = path.resolve(import.meta.dirname, "..");
const broken = path.join(repository, "examples/dust-front-broken");
const actions = "front/lib/actions/mcp_internal_actions";
const constants = `${actions}/constants.ts`;
const snapshotFile = "internal_mcp_server_availability.snapshot.json";
const snapshot = `${actions}/${snapshotFile}`;
const both = [
  ["10", ESLint10],
  ["9", ESLint9 as unknown as typeof ESLint10],
] as const;

type Presets = Readonly<Record<"recommended", Linter.Config[]>>;

function eslintWith(
  ESLint: typeof ESLint10,
  config: readonly Linter.Config[],
  cwd = broken,
): ESLint10 {
  return new ESLint({
    cwd,
    overrideConfigFile: true,
    overrideConfig: [...config, { settings: { "mcp-runbook": { root: cwd } } }],
  });
}

/** `file line messageId` of what is found in a file of the broken example. */
async function findings(
  ESLint: typeof ESLint10,
  config: readonly Linter.Config[],
  file = snapshot,
  cwd = broken,
): Promise<string[]> {
  const results = await eslintWith(ESLint, config, cwd).lintFiles([file]);
  expect(results).toHaveLength(1);
  return results.flatMap(({ filePath, messages }) =>
    messages.map(
      ({ line, message, messageId }) =>
        `${path.basename(filePath)} ${String(line)} ${messageId ?? message}`,
    ),
  );
}

/** Rules of ESLint that 9.22 does not have yet. */
const newRules = ["no-unassigned-vars", "preserve-caught-error"];

const inSnapshot = [
  `${snapshotFile} 6 missingManual`,
  `${snapshotFile} 8 movedLine`,
  `${snapshotFile} 10 goneLine`,
];

describe.each(both)("on ESLint %s", (_, ESLint) => {
  it("lints the snapshot", async () => {
    expect(await findings(ESLint, plugin.configs.recommended)).toEqual(
      inSnapshot,
    );
  });

  it("hangs the one fix for all manual servers on the first finding", async () => {
    const cwd = path.join(repository, "examples/dust-front");
    const [result] = await eslintWith(
      ESLint,
      plugin.configs.recommended,
      cwd,
    ).lintText(`{ "auto": [], "manual": [] }`, {
      filePath: path.join(cwd, snapshot),
    });
    const found = result?.messages.map(({ fix, messageId }) => [
      messageId,
      fix !== undefined,
    ]);
    expect(
      found?.filter(([messageId]) => messageId === "missingManual"),
    ).toEqual(
      [true, false, false, false, false].map((has) => ["missingManual", has]),
    );
    expect(found?.filter(([messageId]) => messageId === "missingAuto")).toEqual(
      [false, false, false].map((has) => ["missingAuto", has]),
    );
  });

  it("leaves other JSON alone", async () => {
    const eslint = eslintWith(ESLint, plugin.configs.recommended);
    const config = (file: string): Promise<unknown> =>
      eslint.calculateConfigForFile(path.join(broken, file));
    expect(await config("front/tsconfig.json")).toBeUndefined();
    expect(await config(snapshot)).toBeDefined();
  });

  it("stands beside the user's own @eslint/json, before it and after it", async () => {
    const own: Linter.Config = {
      files: ["**/*.json"],
      plugins: { json },
      language: "json/json",
      rules: { "json/no-duplicate-keys": "error" },
    };
    const { recommended } = plugin.configs;
    expect(await findings(ESLint, [...recommended, own])).toEqual(inSnapshot);
    expect(await findings(ESLint, [own, ...recommended])).toEqual(inSnapshot);
  });

  it("stands beside rules for JavaScript that are on for all files", async () => {
    const everywhere: Linter.Config[] = [
      {
        rules: Object.fromEntries(
          Object.entries(js.configs.recommended.rules).filter(
            ([id]) => !newRules.includes(id),
          ),
        ),
      },
      ...(tseslint.configs.strict as Linter.Config[]).filter(
        ({ name }) => name !== "eslint/recommended",
      ),
      { languageOptions: { globals: { process: "readonly" } } },
    ];
    expect(
      await findings(ESLint, [...everywhere, ...plugin.configs.recommended]),
    ).toEqual(inSnapshot);
  });

  it("says what is wrong with a snapshot that is no JSON", async () => {
    const root = realpathSync(
      mkdtempSync(path.join(os.tmpdir(), "mcp-runbook-json-")),
    );
    onTestFinished(() => {
      rmSync(root, { recursive: true });
    });
    cpSync(broken, root, { recursive: true });
    writeFileSync(
      path.join(root, snapshot),
      `{ "auto": [],\n  "manual": [,] }`,
    );
    expect(
      await findings(ESLint, plugin.configs.recommended, snapshot, root),
    ).toEqual([expect.stringMatching(/ 2 Parsing error: Unexpected token/)]);
  });
});

// What loads @eslint/json, and a world in which it is not installed.

interface Loader {
  _load: Resolve;
  _resolveFilename: Resolve;
}
type Resolve = (request: string, ...rest: unknown[]) => unknown;
const loader = Module as unknown as Loader;

afterEach(() => {
  vi.restoreAllMocks();
  vi.resetModules();
});

async function freshPresets(): Promise<Presets> {
  vi.resetModules();
  const fresh = (await import("../src/index.ts")) as {
    default: { configs: Presets };
  };
  return fresh.default.configs;
}

it("is loaded with the first snapshot, not with the plugin or a TypeScript file", async () => {
  const load = vi.spyOn(loader, "_load");
  const loads = (): number =>
    load.mock.calls.filter(([request]) => request === "@eslint/json").length;
  const { recommended } = await freshPresets();
  expect(recommended.map(({ name }) => name)).toContain(
    "mcp-runbook/recommended/id-snapshot",
  );
  expect(await findings(ESLint10, recommended, constants)).not.toEqual([]);
  expect(loads()).toBe(0);
  expect(await findings(ESLint10, recommended)).toEqual(inSnapshot);
  expect(loads()).toBe(1);
});

it("without @eslint/json there is no such block, and all else is linted as before", async () => {
  const before = await findings(
    ESLint10,
    plugin.configs.recommended,
    constants,
  );
  const resolve = loader._resolveFilename;
  vi.spyOn(loader, "_resolveFilename").mockImplementation(
    (request, ...rest) => {
      if (request === "@eslint/json") {
        throw Object.assign(new Error("Cannot find module '@eslint/json'"), {
          code: "MODULE_NOT_FOUND",
        });
      }
      return resolve(request, ...rest);
    },
  );
  const { recommended } = await freshPresets();
  expect(recommended.map(({ name }) => name)).not.toContain(
    "mcp-runbook/recommended/id-snapshot",
  );
  expect(await findings(ESLint10, recommended, constants)).toEqual(before);
  const eslint = eslintWith(ESLint10, recommended);
  expect(
    await eslint.calculateConfigForFile(path.join(broken, snapshot)),
  ).toBeUndefined();
});
