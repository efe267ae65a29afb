import fs from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import {
  constants,
  corpus,
  dispatch,
  ExampleCopy,
  registrationRules,
  servers,
  snapshot,
} from "./example-copy.ts";

// A server that got another name everywhere but in one place. That place still
// leads to it, and says so: one finding there, and nothing is added beside it.

const metadata = `${servers}/unit_converter/metadata.ts`;

type Place = "case" | "entry" | "name";

/** A copy whose unit_converter is called measures, but for one place. */
function renamedBut(place: Place): ExampleCopy {
  const copy = new ExampleCopy();
  copy.edit(metadata, [`name: "unit_converter"`, `name: "measures"`]);
  copy.edit(snapshot, [`"name": "unit_converter"`, `"name": "measures"`]);
  copy.edit(constants, ["  unit_converter: {", "  measures: {"]);
  if (place !== "name") {
    copy.edit(constants, [`  "unit_converter",`, `  "measures",`]);
  }
  if (place !== "case") {
    copy.edit(dispatch, [`case "unit_converter"`, `case "measures"`]);
  }
  if (place !== "entry") {
    copy.edit(corpus, [`name: "unit_converter"`, `name: "measures"`]);
  }
  return copy;
}

/** What is said and suggested in a file. */
async function saidIn(copy: ExampleCopy, file: string) {
  const results = await copy.lint(registrationRules, false, [file]);
  return results.flatMap(({ messages }) =>
    messages.map(({ message, suggestions }) => ({
      message,
      suggested: suggestions?.map(({ fix }) => fix.text) ?? [],
    })),
  );
}

it("but in the switch: the case that makes it is to be renamed", async () => {
  const copy = renamedBut("case");
  expect(await copy.findings(registrationRules)).toEqual([
    `${dispatch}:53 registered-in-switch misspelt`,
    `${metadata}:58 registered-in-switch misspeltThere`,
  ]);
  expect(await saidIn(copy, dispatch)).toEqual([
    {
      message: `No server is called 'unit_converter', and 'measures' (lib/api/actions/servers/unit_converter/metadata.ts, line 58) has no case, so the host cannot make it: every call of its tools fails. Did you mean 'measures'? If so, correct the name; if this is the case of a server that is gone, remove it.`,
      suggested: ["measures"],
    },
  ]);
  const before = copy.read(dispatch);
  await copy.lint(registrationRules, true);
  expect(copy.read(dispatch)).toBe(before);
});

it("but in the corpus: the entry that holds its tools is to be renamed", async () => {
  const copy = renamedBut("entry");
  expect(await copy.findings(registrationRules)).toEqual([
    `${corpus}:69 registered-in-bm25-corpus misspelt`,
    `${metadata}:58 registered-in-bm25-corpus misspeltThere`,
  ]);
  expect(await saidIn(copy, corpus)).toEqual([
    {
      message: `No server is called 'unit_converter', and 'measures' (lib/api/actions/servers/unit_converter/metadata.ts, line 58) has no entry, so queries that expect it find none. Did you mean 'measures'? If so, correct the name; if this is the entry of a server that is gone, remove it.`,
      suggested: ["measures"],
    },
  ]);
  const before = copy.read(corpus);
  await copy.lint(registrationRules, true);
  expect(copy.read(corpus)).toBe(before);
});

it("but in the corpus, whose entry holds some of its tools by another name", async () => {
  const copy = renamedBut("entry");
  copy.edit(
    corpus,
    [
      "export const SERVERS",
      `const ALL_OF_IT = UNIT_CONVERTER_SERVER;
export const SERVERS`,
    ],
    [
      "tools: UNIT_CONVERTER_SERVER.tools",
      "tools: ALL_OF_IT.tools.filter(isPublic)",
    ],
  );
  expect(await copy.findings(registrationRules)).toEqual([
    `${corpus}:70 registered-in-bm25-corpus misspelt`,
    `${metadata}:58 registered-in-bm25-corpus misspeltThere`,
  ]);
});

it("but in the list of names: its id is the renamed server's, and not retired", async () => {
  const copy = renamedBut("name");
  const [, orphan] = await saidIn(copy, constants);
  expect(orphan?.message).toBe(
    "No server called 'unit_converter' is defined any more, and no config has this name. Remove it.",
  );
});

it("a server that is gone, with its config: its id is to be kept", async () => {
  const copy = new ExampleCopy();
  fs.rmSync(path.join(copy.root, servers, "unit_converter"), {
    recursive: true,
  });
  const [orphan] = await saidIn(copy, constants);
  expect(orphan?.message).toBe(
    "No server called 'unit_converter' is defined any more. Remove the name; keep its id in LEGACY_INTERNAL_MCP_SERVER_IDS, because agents may still hold it.",
  );
});

it("an entry that is called almost so, but holds the tools of another server", async () => {
  const copy = new ExampleCopy();
  copy.edit(corpus, [
    `name: "unit_converter", tools: UNIT_CONVERTER_SERVER`,
    `name: "unit_convertor", tools: PARCELHUB_SERVER`,
  ]);
  expect(await copy.findings(["registered-in-bm25-corpus"])).toEqual([
    `${corpus}:62 registered-in-bm25-corpus missing`,
    `${corpus}:69 registered-in-bm25-corpus orphan`,
    `${metadata}:58 registered-in-bm25-corpus unregistered`,
  ]);
});
