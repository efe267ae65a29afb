import path from "node:path";
import fs from "node:fs";
import { expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { Editor } from "./editor.ts";
import { constants, dispatch, ExampleCopy, servers } from "./example-copy.ts";
import { metadata } from "./small-repository.ts";

// Code in the folders of servers that looks like a server or like what makes
// one, and is neither.

const all = Object.keys(plugin.rules);

const fake = `export const FAKE_SERVER = {
  serverInfo: {
    name: "fake_one",
    version: "1.0.0",
    description: "Answers what a test wants.",
    authorization: null,
    icon: "ActionGlobeIcon",
    documentationUrl: null,
    instructions: null,
  },
  tools: [],
};
`;

it("fakes in the folders of tests, below a server or beside all of them", async () => {
  const copy = new ExampleCopy();
  const before = copy.read(constants);
  for (const folder of [
    "__fixtures__",
    "__mocks__",
    "__tests__",
    "test",
    "tests",
  ]) {
    copy.write(`${servers}/unit_converter/${folder}/metadata.ts`, fake);
    copy.write(`${servers}/${folder}/fake/metadata.ts`, fake);
  }
  const results = await copy.lint(all, true);
  expect(results.flatMap(({ messages }) => messages)).toEqual([]);
  expect(copy.read(constants)).toBe(before);
});

it("a fake that somebody lints all the same", () => {
  const editor = new Editor();
  const said = editor.lint("lib/api/actions/servers/parcel/metadata.ts");
  const folder = "lib/api/actions/servers/parcel/__fixtures__";
  expect(editor.lint(`${folder}/metadata.ts`, metadata("kite"))).toEqual(said);
});

it.each([
  [
    "what a function makes of a server",
    `export function toView({ serverInfo, tools }: View): View {
  return {
    serverInfo: { name: serverInfo.name, version: serverInfo.version },
    tools: tools.map(({ name }) => ({ name })),
  };
}
`,
  ],
  [
    "what a function answers where there is none",
    `export function viewOf(found: View | undefined): View {
  return found ?? { serverInfo: { name: "unknown", version: "0.0.0" }, tools: [] };
}
`,
  ],
  [
    "a stand-in without a name",
    `export const EMPTY_VIEW = {
  serverInfo: { name: "", version: "0.0.0" },
  tools: [],
};
`,
  ],
])("%s", async (_what, text) => {
  const copy = new ExampleCopy();
  copy.write(`${servers}/unit_converter/view.ts`, text);
  expect(await copy.findings(all)).toEqual([]);
  // Nor does it hide that a server is gone.
  const other = new ExampleCopy();
  other.write(`${servers}/unit_converter/view.ts`, text);
  fs.rmSync(path.join(other.root, servers, "meeting_rooms"), {
    recursive: true,
  });
  expect(await other.findings(["registered-in-switch"])).toEqual([
    expect.stringContaining("registered-in-switch orphan"),
  ]);
});

it.each([
  [
    "ahead of the one that makes servers",
    `  switch (auth.kind) {
    case "user":
    case "system":
      break;
    default:
      throw new Error("Nobody signed in.");
  }
  switch (`,
  ],
  [
    "that uses something imported as well",
    `  switch (auth.kind) {
    case "user":
      assertNever(auth);
      break;
    case "system":
      makeInternalMCPServer("system");
      break;
    case "key":
    case "none":
    case "guest":
    case "bot":
    case "admin":
    case "builder":
    case "visitor":
    case "robot":
      break;
  }
  switch (`,
  ],
])("another switch in the same function, %s", async (_what, text) => {
  const copy = new ExampleCopy();
  copy.edit(dispatch, ["  switch (", text]);
  expect(await copy.findings(["registered-in-switch"])).toEqual([]);
});

it.each([
  ["at once", `export { createServer as default } from "./server";\n`],
  [
    "by its name",
    `import { createServer } from "./server";\n\nexport default createServer;\n`,
  ],
  [
    "with something around it",
    `import { traced } from "@app/lib/tracing";\nimport { createServer } from "./server";\n\nexport default traced(createServer);\n`,
  ],
])("a factory that index.ts passes on, %s", async (_what, index) => {
  const copy = new ExampleCopy();
  const at = `${servers}/parcelhub`;
  const factory = copy
    .read(`${at}/index.ts`)
    .replace("function createServer", "export function createServer")
    .replace("\nexport default createServer;\n", "");
  copy.write(`${at}/server.ts`, factory);
  copy.write(`${at}/index.ts`, index);
  expect(await copy.findings(["require-server-files"])).toEqual([]);
});
