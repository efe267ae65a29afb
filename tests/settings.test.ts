import path from "node:path";
import { describe, expect, it } from "vitest";
import { readSettings, settingsKey } from "../src/settings.ts";

function settings(given: unknown): ReturnType<typeof readSettings> {
  return readSettings({ [settingsKey]: given });
}

function complaint(given: unknown): string {
  try {
    settings(given);
  } catch (error) {
    return error instanceof Error ? error.message : "no error";
  }
  return "accepted";
}

const opening =
  'eslint-plugin-mcp-runbook: settings["mcp-runbook"] in your ESLint config is wrong: ';

const keys =
  "the keys are root, servers, constants, switch, bm25Corpus, idSnapshot, logos, oauth, featureFlags, unregistered, stakeLevels, fingerprint";

const defaults = {
  servers: [
    "lib/api/actions/servers",
    "lib/actions/mcp_internal_actions/servers",
  ],
  constants: "lib/actions/mcp_internal_actions/constants.ts",
  switch: "lib/actions/mcp_internal_actions/servers/index.ts",
  bm25Corpus: "lib/api/actions/servers/bm25_tool_search_utils.test.ts",
  unregistered: { constants: [], switch: [], bm25Corpus: [] },
  stakeLevels: ["never_ask", "low", "medium", "high"],
};

describe("settings that are right", () => {
  it("has defaults where the config says nothing", () => {
    expect(readSettings({})).toEqual(defaults);
  });

  it("has defaults for an empty object", () => {
    expect(settings({})).toEqual(defaults);
  });

  it("does not read the settings of other plugins", () => {
    expect(readSettings({ "import-x": { root: 3 } })).toEqual(defaults);
  });

  it("takes the constants file from the config", () => {
    expect(settings({ constants: "src/constants.ts" }).constants).toBe(
      "src/constants.ts",
    );
  });

  it("reads Windows separators as slashes", () => {
    expect(settings({ constants: "src\\mcp\\constants.ts" }).constants).toBe(
      "src/mcp/constants.ts",
    );
  });

  it("takes an absolute root, without the slash at its end", () => {
    const root = path.resolve("/work/space");
    expect(settings({ root: `${root}/` }).root).toBe(root);
  });

  it("takes stake levels in the order given", () => {
    expect(settings({ stakeLevels: ["high", "low"] }).stakeLevels).toEqual([
      "high",
      "low",
    ]);
  });

  it("takes folders of servers without the slash at their end", () => {
    expect(settings({ servers: ["lib\\servers\\"] }).servers).toEqual([
      "lib/servers",
    ]);
  });

  it("takes false for a registry that a repository does without", () => {
    expect(settings({ bm25Corpus: false, idSnapshot: false })).toMatchObject({
      bm25Corpus: false,
      idSnapshot: false,
    });
  });

  it("answers the same object for the same object", () => {
    const given = { constants: "a.ts" };
    expect(settings(given)).toBe(settings(given));
  });

  it("answers frozen settings, lists included", () => {
    const given = settings({ stakeLevels: ["low"] });
    expect(Object.isFrozen(given)).toBe(true);
    expect(Object.isFrozen(given.stakeLevels)).toBe(true);
    expect(Object.isFrozen(settings({}).stakeLevels)).toBe(true);
    expect(Object.isFrozen(readSettings({}).stakeLevels)).toBe(true);
  });
});

describe("settings that are wrong", () => {
  it.each([
    [null, "it is null but must be an object"],
    [[], "it is [] but must be an object"],
    ["low", 'it is "low" but must be an object'],
    [() => 1, "it is function but must be an object"],
  ])("wants an object, not %s", (given, reason) => {
    expect(complaint(given)).toBe(`${opening}${reason}; ${keys}.`);
  });

  it("names an unknown key and the known ones", () => {
    expect(complaint({ logotypes: "a.ts" })).toBe(
      `${opening}there is no key "logotypes"; ${keys}.`,
    );
  });

  it("asks whether a known key was meant", () => {
    expect(complaint({ bm25_corpus: "a.ts" })).toBe(
      `${opening}there is no key "bm25_corpus" (did you mean "bm25Corpus"?); ${keys}.`,
    );
  });

  it.each([
    [3, "3"],
    ["", '""'],
    ["src", '"src"'],
  ])("wants an absolute root, not %s", (root, shown) => {
    expect(complaint({ root })).toBe(
      `${opening}"root" is ${shown} but must be an absolute path; write \`root: import.meta.dirname\` in eslint.config.mjs.`,
    );
  });

  it.each([
    [3, "3"],
    ["", '""'],
    ["/src/constants.ts", '"/src/constants.ts"'],
    ["C:\\constants.ts", '"C:\\\\constants.ts"'],
  ])("wants the constants file relative, not %s", (constants, shown) => {
    expect(complaint({ constants })).toBe(
      `${opening}"constants" is ${shown} but must be a path relative to the app root (the folder that holds the constants file), such as "lib/constants.ts", or false where there is no such file.`,
    );
  });

  it.each([
    ["lib", '"lib"'],
    [[], "[]"],
  ])("wants a list of server folders, not %s", (servers, shown) => {
    expect(complaint({ servers })).toBe(
      `${opening}"servers" is ${shown} but must be a list of folders relative to the app root, such as ["lib/servers"].`,
    );
  });

  it("names the places of what is unknown or wrong inside a setting", () => {
    expect(complaint({ unregistered: { swich: ["a"] } })).toBe(
      `${opening}there is no key "unregistered.swich" (did you mean "switch"?); the keys are constants, switch, bm25Corpus.`,
    );
    expect(complaint({ unregistered: "a" })).toBe(
      `${opening}"unregistered" is "a" but must be an object of lists of servers, such as { bm25Corpus: ["playground"] }.`,
    );
    expect(complaint({ unregistered: { switch: "a" } })).toBe(
      `${opening}"unregistered.switch" is "a" but must be a list of names of servers, such as ["playground"].`,
    );
  });

  it.each([
    ["low", '"low"'],
    [[], "[]"],
  ])("wants a list of stake levels, not %s", (stakeLevels, shown) => {
    expect(complaint({ stakeLevels })).toBe(
      `${opening}"stakeLevels" is ${shown} but must be a list of stake levels, from the least to the most protected, such as ["low", "high"].`,
    );
  });

  it("names the place of a wrong stake level", () => {
    expect(complaint({ stakeLevels: ["low", 3] })).toBe(
      `${opening}"stakeLevels.1" is 3 but must be a stake level in quotes.`,
    );
  });

  it("refuses a stake level that is named twice", () => {
    expect(complaint({ stakeLevels: ["low", "low"] })).toBe(
      `${opening}"stakeLevels" is ["low","low"] but must not name a level twice.`,
    );
  });

  it("names all that is wrong in one line", () => {
    const text = complaint({ root: "a", stakes: [] });
    expect(text).toContain('"root" is "a"');
    expect(text).toContain('no key "stakes"');
    expect(text).not.toContain("\n");
  });

  it("cuts a long value", () => {
    expect(complaint({ root: "a".repeat(500) })).toContain(
      `"${"a".repeat(56)}…`,
    );
  });

  it("complains again when asked again", () => {
    const given = { root: 1 };
    expect(complaint(given)).toBe(complaint(given));
  });
});
