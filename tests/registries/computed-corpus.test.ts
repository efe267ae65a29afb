import { describe, expect, it } from "vitest";
import { corpus, ExampleCopy, servers } from "./example-copy.ts";

// A corpus whose list is there, but only a run could tell what is in it.

const rules = ["registered-in-bm25-corpus"];

/** A copy whose corpus says this instead of its list. */
function withCorpus(text: string): ExampleCopy {
  const copy = new ExampleCopy();
  copy.edit(corpus, ["export const SERVERS", "const WRITTEN"]);
  copy.write(corpus, `${copy.read(corpus)}\n${text}\n`);
  copy.write(
    `${servers}/all.ts`,
    `export const ALL = [{ name: "unit_converter", tools: [] }];\n`,
  );
  return copy;
}

describe("nothing is said where the list", () => {
  it.each([
    [
      "is mapped from server objects",
      `export const SERVERS = [PARCELHUB_SERVER].map((server) => ({
  name: server.serverInfo.name,
  tools: server.tools,
}));`,
    ],
    ["is made by a function", `export const SERVERS = corpusOf("front");`],
    [
      "is that of another file",
      `import { ALL } from "@app/lib/api/actions/servers/all";
export const SERVERS = ALL;`,
    ],
    [
      "is computed from sources that are",
      `const SERVER_SOURCES = corpusOf("front");
export const SERVERS = SERVER_SOURCES.map(toEntry);`,
    ],
    [
      "is one of two",
      `export const SERVERS = isSmall() ? [] : corpusOf("front");`,
    ],
    ["is awaited", `export const SERVERS = await corpusOf("front");`],
    [
      "is filled before the tests run",
      `let SERVERS = [];
beforeAll(async () => {
  SERVERS = await corpusOf("front");
});`,
    ],
    [
      "is declared before it is filled",
      `let SERVERS: { name: string; tools: unknown[] }[];
beforeAll(() => {
  SERVERS = corpusOf("front");
});`,
    ],
  ])("%s", async (_, text) => {
    expect(await withCorpus(text).findings(rules)).toEqual([]);
  });
});

describe("each server says that the corpus is not there where", () => {
  it.each([
    ["no list has its name", `export const ENTRIES = corpusOf("front");`],
    ["something else has it", `export const SERVERS = "all of them";`],
    [
      "the file only imports it",
      `import { ALL as SERVERS } from "@app/lib/api/actions/servers/all";`,
    ],
  ])("%s", async (_, text) => {
    const findings = await withCorpus(text).findings(rules);
    expect(findings.length).toBeGreaterThan(5);
    for (const finding of findings) {
      expect(finding).toMatch(/ registered-in-bm25-corpus unreadable$/);
    }
  });
});
