import { expect, it } from "vitest";
import {
  constants,
  corpus,
  dispatch,
  ExampleCopy,
  servers,
  snapshot,
} from "./example-copy.ts";

// A fix is what a careful reviewer would accept unread. Where that is not
// certain nothing is written, and the message says why.

const rules = [
  "registered-in-bm25-corpus",
  "registered-in-constants",
  "registered-in-switch",
];

const exportedServer = `export const TIP_JAR_SERVER = {`;
const metadata = `${servers}/tip_jar/metadata.ts`;

/** A copy with one server that no registry has, and whose id is known. */
function withTipJar(): ExampleCopy {
  const copy = new ExampleCopy();
  copy.copyServer("unit_converter", "tip_jar");
  copy.edit(snapshot, [
    `    { "name": "unit_converter", "id": 1000 }`,
    `    { "name": "tip_jar", "id": 20 },
    { "name": "unit_converter", "id": 1000 }`,
  ]);
  return copy;
}

/** What is said of a server in a file, once `--fix` did what it can. */
async function leftIn(copy: ExampleCopy, file: string): Promise<string[]> {
  const results = await copy.lint(rules, true);
  return results
    .filter(({ filePath }) => filePath.endsWith(file))
    .flatMap(({ messages }) => messages.map(({ message }) => message));
}

it("a server object that is a default export and nothing else", async () => {
  const copy = withTipJar();
  copy.edit(metadata, [exportedServer, "const TIP_JAR_SERVER = {"]);
  copy.write(
    metadata,
    `${copy.read(metadata)}\nexport { TIP_JAR_SERVER as default };\n`,
  );
  await copy.lint(rules, true);
  const from = `from "@app/lib/api/actions/servers/tip_jar/metadata";`;
  expect(copy.read(constants)).toContain(`import TIP_JAR_SERVER ${from}`);
  expect(copy.read(constants)).toContain("metadata: TIP_JAR_SERVER,");
  expect(copy.read(corpus)).toContain(`import TIP_JAR_SERVER ${from}`);
  expect(copy.read(corpus)).toContain(
    `{ name: "tip_jar", tools: TIP_JAR_SERVER.tools },`,
  );
  // This file imports the other default exports by name.
  expect(copy.read(dispatch)).toContain(
    `import { default as TIP_JAR_SERVER } ${from}`,
  );
  expect(copy.read(dispatch)).toContain("serverMetadata: TIP_JAR_SERVER,");
  expect(await copy.findings(rules)).toEqual([]);
});

it("a server object with a default export beside the named one", async () => {
  const copy = withTipJar();
  copy.write(
    metadata,
    `${copy.read(metadata)}\nexport default TIP_JAR_SERVER;\n`,
  );
  await copy.lint(rules, true);
  for (const file of [constants, corpus, dispatch]) {
    expect(copy.read(file)).toContain(
      `import { TIP_JAR_SERVER } from "@app/lib/api/actions/servers/tip_jar/metadata";`,
    );
  }
});

it("a default export that its own module calls by a name for anything", async () => {
  const copy = withTipJar();
  copy.edit(metadata, [exportedServer, "const metadata = {"]);
  copy.write(metadata, `${copy.read(metadata)}\nexport default metadata;\n`);
  await copy.lint(rules, true);
  expect(copy.read(constants)).toContain("metadata: TIP_JAR_SERVER,");
  expect(await copy.findings(rules)).toEqual([]);
});

it("a default export whose name is taken, be it inside of a function", async () => {
  const copy = withTipJar();
  copy.edit(metadata, [exportedServer, "const TIP_JAR_SERVER = {"]);
  copy.write(
    metadata,
    `${copy.read(metadata)}\nexport default TIP_JAR_SERVER;\n`,
  );
  copy.edit(dispatch, [
    "  switch (internalMCPServerName) {",
    "  const TIP_JAR_SERVER = null;\n  switch (internalMCPServerName) {",
  ]);
  const [message, ...more] = await leftIn(copy, dispatch);
  expect(message).toContain(
    "`--fix` leaves it to you: the server's default export would be called TIP_JAR_SERVER here, a name that this file uses for something else. Import it under another one.",
  );
  expect(more).toEqual([]);
  expect(copy.read(dispatch)).not.toContain("tip_jar");
});

it("a name that is a default export is written as a text", async () => {
  const copy = withTipJar();
  copy.edit(metadata, [
    exportedServer,
    `const TIP_JAR_NAME = "tip_jar";\nexport default TIP_JAR_NAME;\n\n${exportedServer}`,
  ]);
  copy.edit(metadata, [`name: "tip_jar"`, "name: TIP_JAR_NAME"]);
  await copy.lint(rules, true);
  expect(copy.read(constants)).toContain(`  "tip_jar",\n`);
  expect(copy.read(dispatch)).toContain(`    case "tip_jar":\n`);
  expect(await copy.findings(rules)).toEqual([]);
});

it("handlers of another server in the same folder", async () => {
  const copy = new ExampleCopy();
  copy.write(
    `${servers}/unit_converter/volume_metadata.ts`,
    copy
      .read(`${servers}/unit_converter/metadata.ts`)
      .replaceAll("UNIT_CONVERTER", "VOLUME_CONVERTER")
      .replaceAll("unit_converter", "volume_converter"),
  );
  const before = copy.read(dispatch);
  expect(await leftIn(copy, dispatch)).toEqual([
    expect.stringContaining(
      "`--fix` leaves it to you: the server exports no factory or handlers that are called like those of its neighbours.",
    ),
  ]);
  expect(copy.read(dispatch)).toBe(before);
});

it("the one map of handlers of the one server in a folder, whatever it is called", async () => {
  const copy = withTipJar();
  const handlers = `${servers}/tip_jar/tools/index.ts`;
  copy.edit(handlers, ["TIP_JAR_TOOL_HANDLERS", "ALL_HANDLERS"]);
  await copy.lint(rules, true);
  expect(copy.read(dispatch)).toContain("toolHandlers: ALL_HANDLERS,");
});

const lastOfObject = `{ name: "unit_converter", tools: UNIT_CONVERTER_SERVER.tools }`;
const plainEntry = `  { name: "tip_jar", tools: TIP_JAR_SERVER.tools },\n`;

it.each([
  `{ name: "unit_converter", tools: UNIT_CONVERTER_SERVER.tools.slice(0, 1) }`,
  `{ name: "unit_converter", tools: UNIT_CONVERTER_SERVER.tools, minScore: 3 }`,
  `{ name: "unit_converter", tools: UNIT_CONVERTER_SERVER.tools /* few words */ }`,
])("an entry that says more of its own server: %s", async (entry) => {
  const copy = withTipJar();
  copy.edit(corpus, [lastOfObject, entry]);
  await copy.lint(rules, true);
  expect(copy.read(corpus)).toContain(plainEntry);
});

it("what most entries say of their servers", async () => {
  const copy = withTipJar();
  copy.write(
    corpus,
    copy
      .read(corpus)
      .replaceAll(/(_SERVER\.tools)(?= \})/g, "$1.filter(isPublic)"),
  );
  copy.edit(corpus, [
    "PIGEON_MAIL_SERVER.tools.filter(isPublic)",
    "PIGEON_MAIL_SERVER.tools",
  ]);
  await copy.lint(rules, true);
  expect(copy.read(corpus)).toContain(
    `  { name: "tip_jar", tools: TIP_JAR_SERVER.tools.filter(isPublic) },\n`,
  );
});

it("a comment that most entries have stays with them", async () => {
  const copy = withTipJar();
  copy.write(
    corpus,
    copy
      .read(corpus)
      .replaceAll(/(_SERVER\.tools)(?= \})/g, "$1 /* few words */"),
  );
  copy.edit(corpus, [
    "PIGEON_MAIL_SERVER.tools /* few words */",
    "PIGEON_MAIL_SERVER.tools",
  ]);
  await copy.lint(rules, true);
  expect(copy.read(corpus)).toContain(plainEntry);
});

it("entries of which each says something else", async () => {
  const copy = withTipJar();
  let count = 0;
  copy.write(
    corpus,
    copy
      .read(corpus)
      .replaceAll(
        /_SERVER\.tools(?= \})/g,
        (tools) => `${tools}.slice(${String(count++)})`,
      ),
  );
  const before = copy.read(corpus);
  expect(await leftIn(copy, corpus)).toEqual([
    expect.stringMatching(
      / `--fix` leaves it to you: the entries here have no form in common that this one could take\.$/,
    ),
  ]);
  expect(copy.read(corpus)).toBe(before);
});

it("entries of which each stands on several lines", async () => {
  const copy = withTipJar();
  copy.write(
    corpus,
    copy
      .read(corpus)
      .replaceAll(
        /^ {2}\{ (name: .*), (tools: .*) \},$/gm,
        "  {\n    $1,\n    $2,\n  },",
      ),
  );
  await copy.lint(rules, true);
  expect(copy.read(corpus)).toContain(`  {
    name: "tip_jar",
    tools: TIP_JAR_SERVER.tools,
  },
`);
  expect(await copy.findings(["registered-in-bm25-corpus"])).toEqual([]);
});

it.each([
  ["a case each", "      server = $1;\n      break;"],
  ["a block each", "      {\n        server = $1;\n        break;\n      }"],
])("a switch that something stands behind, %s", async (_, body) => {
  const copy = new ExampleCopy();
  copy.copyServer("team_glossary", "zoo_map");
  copy.write(
    dispatch,
    copy
      .read(dispatch)
      .replaceAll(/^ {6}return ([^;]*);$/gm, body)
      .replace("  switch (", "  let server: McpServer;\n  switch (")
      .replace(
        /\n {2}\}\n\}\n$/,
        "\n  }\n  audit(server);\n  return server;\n}\n",
      ),
  );
  const before = copy.read(dispatch);
  expect(before).toContain(
    "server = teamGlossaryServer(auth, agentLoopContext);",
  );
  const [message, ...more] = await leftIn(copy, dispatch);
  expect(message).toContain(
    " `--fix` leaves it to you: most cases here do not simply return their server.",
  );
  expect(more).toEqual([]);
  expect(copy.read(dispatch)).toBe(before);
});

it("a switch that one case leaves early", async () => {
  const copy = new ExampleCopy();
  copy.copyServer("team_glossary", "zoo_map");
  copy.write(
    dispatch,
    copy
      .read(dispatch)
      .replaceAll(
        /^ {6}return (?!parcelhub)([^;]*);$/gm,
        "      server = $1;\n      break;",
      ),
  );
  const before = copy.read(dispatch);
  await copy.lint(rules, true);
  expect(copy.read(dispatch)).toBe(before);
});

it("a switch of which one case breaks off", async () => {
  const copy = new ExampleCopy();
  copy.copyServer("team_glossary", "zoo_map");
  copy.edit(dispatch, [
    "return parcelhubServer(auth, agentLoopContext);",
    "break;",
  ]);
  await copy.lint(rules, true);
  expect(copy.read(dispatch)).toContain(
    "return zooMapServer(auth, agentLoopContext);",
  );
});

it.each([
  ["all configs", /(?<=^ {4}id: \d+,)$/gm],
  ["one config", /(?<=^ {4}id: 7,)$/m],
])("defaults that are spread into %s", async (_, place) => {
  const copy = withTipJar();
  copy.write(
    constants,
    copy
      .read(constants)
      .replace(place, "\n    ...DEFAULTS,")
      .replace(
        "export const INTERNAL_MCP_SERVERS",
        "const DEFAULTS = { isPreview: false };\n\nexport const INTERNAL_MCP_SERVERS",
      ),
  );
  expect(copy.read(constants)).toContain("    ...DEFAULTS,\n");
  const [message, ...more] = await leftIn(copy, constants);
  expect(message).toContain("has no entry in INTERNAL_MCP_SERVERS");
  expect(more).toEqual([]);
  expect(copy.read(constants)).toContain(`  "tip_jar",\n`);
  expect(copy.read(constants)).not.toContain("TIP_JAR_SERVER");
});

it("lines that a snapshot lacks: the first finding alone brings them", async () => {
  const copy = new ExampleCopy();
  copy.edit(
    snapshot,
    [`    { "name": "pigeon_mail", "id": 9 },\n`, ""],
    [`    { "name": "pigeon_calendar", "id": 10 },\n`, ""],
  );
  const [result] = await copy.lint(["stable-server-id"], false, [snapshot]);
  expect(
    result?.messages.map(({ fix, messageId }) => [messageId, fix?.text]),
  ).toEqual([
    [
      "missingManual",
      `,
    { "name": "pigeon_mail", "id": 9 },
    { "name": "pigeon_calendar", "id": 10 }`,
    ],
    ["missingManual", undefined],
  ]);
});

it("handlers where no case passes any", async () => {
  const copy = withTipJar();
  copy.write(
    dispatch,
    copy
      .read(dispatch)
      .replaceAll(/return createServer\([^;]*\);/g, "return null;"),
  );
  expect(await leftIn(copy, dispatch)).toEqual([
    expect.stringMatching(
      / `--fix` leaves it to you: no case here that passes handlers to a factory can be copied for this server\.$/,
    ),
  ]);
});

it("a factory whose name is taken keeps no other server from its case", async () => {
  const copy = withTipJar();
  copy.copyServer("team_glossary", "zoo_map");
  copy.write(dispatch, `${copy.read(dispatch)}\nconst zooMapServer = null;\n`);
  expect(await leftIn(copy, dispatch)).toEqual([
    expect.stringMatching(
      / `--fix` leaves it to you: the server's default export would be called zooMapServer here, a name that this file uses for something else\. Import it under another one\.$/,
    ),
  ]);
  expect(copy.read(dispatch)).toContain("serverMetadata: TIP_JAR_SERVER,");
});

it("two new servers whose exports are called alike", async () => {
  const copy = withTipJar();
  copy.copyServer("tip_jar", "tip_cup", false);
  copy.edit(`${servers}/tip_cup/metadata.ts`, [
    `name: "tip_jar"`,
    `name: "tip_cup"`,
  ]);
  expect(await leftIn(copy, corpus)).toEqual([
    expect.stringMatching(
      /^'tip_jar' .* `--fix` leaves it to you: the server exports TIP_JAR_SERVER, a name that this file uses for something else\. Call it otherwise\.$/,
    ),
  ]);
  expect(copy.read(corpus)).toContain(
    `import { TIP_JAR_SERVER } from "@app/lib/api/actions/servers/tip_cup/metadata";`,
  );
  expect(copy.read(corpus)).toContain(
    `{ name: "tip_cup", tools: TIP_JAR_SERVER.tools },`,
  );
});

it("a default export has the handlers of its own name", async () => {
  const copy = withTipJar();
  copy.edit(metadata, [exportedServer, "const TIP_JAR_SERVER = {"]);
  copy.write(
    metadata,
    `${copy.read(metadata)}\nexport default TIP_JAR_SERVER;\n`,
  );
  copy.write(
    `${servers}/tip_jar/tools/more.ts`,
    "export const OTHER_HANDLERS = {};\n",
  );
  await copy.lint(rules, true);
  expect(copy.read(dispatch)).toContain("toolHandlers: TIP_JAR_TOOL_HANDLERS,");
});
