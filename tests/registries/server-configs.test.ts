import { describe, expect, it } from "vitest";
import {
  nextFreeId,
  readServerConfigs,
  type ServerConfigs,
} from "../../src/registries/server-configs.ts";
import { readModuleValues } from "../../src/source/module-values.ts";
import { lookupIn, sourceFile } from "../read-model.ts";

function read(
  text: string,
  others: Readonly<Record<string, string>> = {},
): ServerConfigs | undefined {
  return readServerConfigs(
    readModuleValues(sourceFile(text, "/repo/constants.ts")),
    lookupIn(others),
  );
}

const idsOf = (configs: ServerConfigs | undefined) =>
  configs?.configs.map(({ id, name }) => [name, id?.value]);

describe("readServerConfigs", () => {
  it.each([
    ["an object", "{ a: { id: 1 } }"],
    ["a constant object", "{ a: { id: 1 } } as const"],
    ["a checked object", "{ a: { id: 1 } } satisfies Record<string, Config>"],
    [
      "the argument of a call",
      "ensureUniqueToolNames({ a: { id: 1 } } satisfies Configs)",
    ],
    [
      "the argument of a call that is told how to check",
      'check({ a: { id: 1 } }, "id", ({ id }) => id > 0)',
    ],
    ["the argument of a call that is made first", "check()({ a: { id: 1 } })"],
    ["a computed key", '{ ["a"]: { id: 1 } }'],
    ["a spread config", "{ a: { ...defaults, id: 1 } }"],
    ["an id from a constant", "{ a: { id: FIRST } }"],
  ])("reads %s", (_, value) => {
    const configs = read(
      `const FIRST = 1; export const INTERNAL_MCP_SERVERS = ${value};`,
    );
    expect(idsOf(configs)).toEqual([["a", 1]]);
    expect(configs?.open).toBe(false);
  });

  it("has nothing to say without configs", () => {
    expect(read("export const OTHER = {};")).toBeUndefined();
    expect(read("export const INTERNAL_MCP_SERVERS = load();")).toBeUndefined();
  });

  it.each([
    ["merges literals", "Object.assign({ a: { id: 1 } }, { b: { id: 2 } })"],
    ["merges constants", "merge(PROD, DEV)"],
    ["merges into an empty object", "Object.assign({}, PROD, DEV)"],
    ["is given a list of objects", "merge({ a: { id: 1 } }, ...more)"],
    ["is given what can't be read", "merge({ a: { id: 1 } }, more)"],
    ["is made by one that is given some", "merge(PROD)({ b: { id: 2 } })"],
    ["goes on from another", "registry(PROD).add({ b: { id: 2 } })"],
  ])("reads no first argument of a call that %s", (_, value) => {
    expect(
      read(
        `const PROD = { a: { id: 1 } }; const DEV = { b: { id: 2 } }; export const INTERNAL_MCP_SERVERS = ${value};`,
      ),
    ).toBeUndefined();
  });

  it("knows what it doesn't know", () => {
    expect(
      idsOf(
        read(
          "export const INTERNAL_MCP_SERVERS = { a: { id: next() }, b: { id: 2, ...rest }, c: config() };",
        ),
      ),
    ).toEqual([
      ["a", undefined],
      ["b", undefined],
      ["c", undefined],
    ]);
    expect(
      read("export const INTERNAL_MCP_SERVERS = { ...rest, a: { id: 1 } };")
        ?.open,
    ).toBe(true);
    expect(
      read(`
export const LEGACY_INTERNAL_MCP_SERVER_IDS = [...gone()];
export const INTERNAL_MCP_SERVERS = { a: { id: 1 } };`)?.idsOpen,
    ).toBe(true);
  });

  it("tells what stands in this file from what doesn't", () => {
    const configs = read(
      `import { MORE, ID } from "./more"; export const INTERNAL_MCP_SERVERS = { ...MORE, b: { id: ID } };`,
      {
        "/repo/more.ts":
          "export const ID = 7; export const MORE = { a: { id: 1 } };",
      },
    );
    expect(idsOf(configs)).toEqual([
      ["a", 1],
      ["b", 7],
    ]);
    const [a, b] = configs?.configs ?? [];
    expect(a?.key).toBeUndefined();
    expect(a?.id?.range).toBeUndefined();
    expect(b?.key).toBeDefined();
    expect(b?.id?.literal).toBeUndefined();
    expect(b?.id?.range).toBeDefined();
  });

  it("reads the ids of removed servers", () => {
    const configs = read(`
export const LEGACY_INTERNAL_MCP_SERVER_IDS: number[] = [4, 28 /* gone */, OLD];
const OLD = 45;
export const INTERNAL_MCP_SERVERS = {};`);
    expect(configs?.legacyIds.map(({ value }) => value)).toEqual([4, 28, 45]);
  });

  it("reads them behind an export of everything", () => {
    const configs = read(
      `export * from "./retired"; export const INTERNAL_MCP_SERVERS = {};`,
      {
        "/repo/retired.ts":
          "export const LEGACY_INTERNAL_MCP_SERVER_IDS = [4, 28];",
      },
    );
    expect(configs?.legacyIds.map(({ value }) => value)).toEqual([4, 28]);
    expect(configs?.legacyList).toBeUndefined();
    expect(configs?.idsOpen).toBe(false);
  });

  it("knows of none where all exports of another file are known", () => {
    const text = `export * from "./types"; export const INTERNAL_MCP_SERVERS = {};`;
    expect(read(text, { "/repo/types.ts": "" })?.legacyOpen).toBe(false);
    expect(read(text)?.legacyOpen).toBe(true);
  });
});

describe("nextFreeId", () => {
  it("is above all that were ever used, of its kind", () => {
    expect(nextFreeId(1, [1, 3, 1029, 45])).toBe(46);
    expect(nextFreeId(1029, [1, 3, 1029, 45])).toBe(1030);
    expect(nextFreeId(0, [])).toBe(1);
    expect(nextFreeId(1000, [1])).toBe(1000);
  });

  it("is unknown when there is none left", () => {
    expect(nextFreeId(1, [999])).toBeUndefined();
  });

  it("copes with very many", () => {
    const many = Array.from({ length: 200_000 }, (_, id) => id + 1000);
    expect(nextFreeId(1000, many)).toBe(201_000);
  });
});
