import fs from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import {
  constants,
  corpus,
  dispatch,
  ExampleCopy,
  oldServers,
  registrationRules,
  servers,
  snapshot,
} from "./example-copy.ts";

// Servers under a name that is not theirs, as people come by them. One mistake
// is one finding, in the file where it was made.

it.each([
  { from: "unit_converter", line: 58 },
  { from: "team_glossary", line: 64 },
  { from: "forms_surveys", line: 104 },
])(
  "a copy of the folder $from that still has its name",
  async ({ from, line }) => {
    const copy = new ExampleCopy();
    copy.copyServer(from, "a_new_one", false);
    expect(await copy.findings(registrationRules)).toEqual([
      `${servers}/a_new_one/metadata.ts:${String(line)} consistent-server-name taken`,
    ]);
  },
);

it("a copy says where the server of its name is", async () => {
  const copy = new ExampleCopy();
  copy.copyServer("unit_converter", "a_new_one", false);
  const [result] = (await copy.lint(registrationRules)).filter(
    ({ messages }) => messages.length > 0,
  );
  expect(result?.messages[0]?.message).toBe(
    "'unit_converter' is the name of the server in lib/api/actions/servers/unit_converter/metadata.ts, line 58, and that is the one the host knows by it, so this one is registered nowhere. Give it a name of its own.",
  );
});

it("a copy that nobody has to sign in to says nothing of the server itself", async () => {
  const copy = new ExampleCopy();
  copy.copyServer("parcelhub", "a_new_one", false);
  const authorization = `authorization: {
      provider: "parcelhub",
      supported_use_cases: ["personal_actions", "platform_actions"],
    },`;
  copy.edit(`${servers}/a_new_one/metadata.ts`, [
    authorization,
    "authorization: null,",
  ]);
  copy.edit(constants, [
    `parcelhub: {
    id: 3,
    availability: "manual",
    allowMultipleInstances: true,`,
    `parcelhub: {
    id: 3,
    availability: "manual",
    allowMultipleInstances: false,`,
  ]);
  expect(await copy.findings(["valid-server-config"])).toContain(
    `${constants}:107 valid-server-config singleInstance`,
  );
});

it("a copy of a server in one file", async () => {
  const copy = new ExampleCopy();
  const text = copy.read(`${oldServers}/weather_station.ts`);
  copy.write(`${oldServers}/a_station.ts`, text);
  expect(await copy.findings(registrationRules)).toEqual([
    `${oldServers}/a_station.ts:26 consistent-server-name taken`,
  ]);
});

it("a variant in the folder of a server, and one whose name is imported", async () => {
  const copy = new ExampleCopy();
  const mail = copy.read(`${servers}/pigeon/mail_metadata.ts`);
  copy.write(`${servers}/pigeon/mail_metadata_beta.ts`, mail);
  const forms = copy.read(`${servers}/forms_surveys/metadata.ts`);
  copy.write(
    `${servers}/forms_beta/metadata.ts`,
    `import { FORMS_SURVEYS_SERVER_NAME } from "@app/lib/api/actions/servers/forms_surveys/metadata";
${forms.replace(/^export const FORMS_SURVEYS_SERVER_NAME.*\n/m, "")}`,
  );
  expect(await copy.findings(registrationRules)).toEqual([]);
});

it("a server that moved to another folder", async () => {
  const copy = new ExampleCopy();
  const at = (file: string) => path.join(copy.root, file);
  fs.renameSync(at(`${servers}/unit_converter`), at(`${servers}/units`));
  for (const file of [constants, dispatch]) {
    copy.write(
      file,
      copy.read(file).replaceAll("servers/unit_converter/", "servers/units/"),
    );
  }
  expect(await copy.findings(registrationRules)).toEqual([]);
});

it("two configs that hold each other's server object", async () => {
  const copy = new ExampleCopy();
  copy.edit(
    constants,
    ["metadata: PARCELHUB_SERVER", "metadata: PARCELS"],
    ["metadata: UNIT_CONVERTER_SERVER", "metadata: PARCELHUB_SERVER"],
    ["metadata: PARCELS", "metadata: UNIT_CONVERTER_SERVER"],
  );
  expect(await copy.findings(["consistent-server-name"])).toEqual([
    `${constants}:104 consistent-server-name wrongObject`,
    `${constants}:164 consistent-server-name wrongObject`,
    `${servers}/parcelhub/metadata.ts:114 consistent-server-name wrongObjectThere`,
    `${servers}/unit_converter/metadata.ts:58 consistent-server-name wrongObjectThere`,
  ]);
});

it("a config that holds the object of a server that has none is no name for it", async () => {
  const copy = new ExampleCopy();
  const [config = ""] =
    /\n {2}parcelhub: \{[\s\S]*?\n {2}\},/.exec(copy.read(constants)) ?? [];
  copy.edit(constants, [config, ""]);
  copy.edit(constants, [
    "metadata: UNIT_CONVERTER_SERVER",
    "metadata: PARCELHUB_SERVER",
  ]);
  const findings = await copy.findings([
    "consistent-server-name",
    "registered-in-constants",
  ]);
  expect(findings.filter((one) => one.startsWith(servers))).toEqual([
    `${servers}/parcelhub/metadata.ts:114 registered-in-constants unregistered`,
    `${servers}/unit_converter/metadata.ts:58 consistent-server-name wrongObjectThere`,
  ]);
});

it("two cases of one folder that return each other's server", async () => {
  const copy = new ExampleCopy();
  copy.edit(
    dispatch,
    ["return pigeonMailServer(", "return pigeonServer("],
    ["return pigeonCalendarServer(", "return pigeonMailServer("],
    ["return pigeonServer(", "return pigeonCalendarServer("],
  );
  expect(await copy.findings(registrationRules)).toEqual([
    `${dispatch}:33 consistent-server-name wrongCase`,
    `${dispatch}:35 consistent-server-name wrongCase`,
  ]);
});

it("a factory that was copied in its folder, with the name of the other", async () => {
  const copy = new ExampleCopy();
  copy.edit(`${servers}/pigeon/calendar_server.ts`, [
    `makeInternalMCPServer("pigeon_calendar")`,
    `makeInternalMCPServer("pigeon_mail")`,
  ]);
  expect(await copy.findings(registrationRules)).toEqual([
    `${servers}/pigeon/calendar_server.ts:13 consistent-server-name wrongFactory`,
  ]);
});

it("a factory that makes one of two servers may be right", async () => {
  const copy = new ExampleCopy();
  copy.edit(`${oldServers}/weather_station.ts`, [
    `makeInternalMCPServer("weather_station")`,
    `isOld
    ? makeInternalMCPServer("team_glossary")
    : makeInternalMCPServer("weather_station")`,
  ]);
  expect(await copy.findings(registrationRules)).toEqual([]);
});

it("a new server whose config is called otherwise gets no line in the snapshot yet", async () => {
  const copy = new ExampleCopy();
  copy.copyServer("unit_converter", "tip_jar");
  copy.edit(`${servers}/tip_jar/metadata.ts`, [
    `name: "tip_jar"`,
    `name: "tips_jar"`,
  ]);
  copy.edit(
    constants,
    [
      "import type { WhitelistableFeature }",
      `import { TIP_JAR_SERVER } from "@app/lib/api/actions/servers/tip_jar/metadata";
import type { WhitelistableFeature }`,
    ],
    [
      "\n  // Development\n",
      `  tip_jar: { id: 13, availability: "manual", metadata: TIP_JAR_SERVER },

  // Development
`,
    ],
  );
  expect(await copy.findings(registrationRules)).toEqual([
    `${constants}:163 consistent-server-name wrongKey`,
    `${servers}/tip_jar/metadata.ts:58 consistent-server-name wrongKeyThere`,
  ]);
});

it("a copy with a name of its own whose exports are still called like the other's", async () => {
  const copy = new ExampleCopy();
  copy.copyServer("unit_converter", "a_new_one", false);
  copy.edit(`${servers}/a_new_one/metadata.ts`, [
    `name: "unit_converter"`,
    `name: "a_new_one"`,
  ]);
  copy.copyServer("team_glossary", "zoo_map");
  copy.edit(snapshot, [
    `{ "name": "unit_converter", "id": 1000 }`,
    `{ "name": "a_new_one", "id": 20 },
    { "name": "zoo_map", "id": 21 },
    { "name": "unit_converter", "id": 1000 }`,
  ]);
  await copy.lint(registrationRules, true);
  // The other new server does not wait for it, nor does its name.
  expect(copy.read(constants)).toContain(`  "a_new_one",`);
  expect(copy.read(constants)).toContain("  zoo_map: {");
  expect(copy.read(dispatch)).toContain(`    case "zoo_map":`);
  const results = (await copy.lint(registrationRules)).filter(({ filePath }) =>
    [constants, dispatch, corpus].includes(
      path.relative(copy.root, filePath).replaceAll("\\", "/"),
    ),
  );
  const messages = results.flatMap((result) => result.messages);
  expect(messages.map(({ fix, messageId }) => [messageId, fix])).toEqual([
    ["configClash", undefined],
    ["missing", undefined],
    ["missing", undefined],
  ]);
  for (const { message } of messages) {
    expect(message).toContain(
      "the server exports UNIT_CONVERTER_SERVER, a name that this file uses for something else. Call it otherwise.",
    );
  }
});

it("a server in one file outside of the folders is not said to be gone", async () => {
  const copy = new ExampleCopy();
  const file = `${oldServers}/weather_station.ts`;
  copy.write("front/lib/weather/server.ts", copy.read(file));
  fs.rmSync(path.join(copy.root, file));
  copy.edit(dispatch, [
    "@app/lib/actions/mcp_internal_actions/servers/weather_station",
    "@app/lib/weather/server",
  ]);
  expect(await copy.findings(registrationRules)).toEqual([]);
});

it("a slip in a name, wherever it is made", async () => {
  const copy = new ExampleCopy();
  copy.edit(dispatch, [`case "team_glossary"`, `case "team_glosasry"`]);
  copy.edit(constants, [`  "unit_converter",`, `  "unit_convertor",`]);
  copy.edit(corpus, [`name: "weather_station"`, `name: "wether_station"`]);
  expect(await copy.findings(registrationRules)).toEqual([
    `${constants}:26 registered-in-constants misspeltName`,
    `${dispatch}:37 registered-in-switch misspelt`,
    `${oldServers}/weather_station.ts:26 registered-in-bm25-corpus misspeltThere`,
    `${corpus}:70 registered-in-bm25-corpus misspelt`,
    `${servers}/team_glossary/metadata.ts:64 registered-in-switch misspeltThere`,
    `${servers}/unit_converter/metadata.ts:58 registered-in-constants misspeltThere`,
  ]);
  await copy.lint(registrationRules, true);
  expect(copy.read(dispatch)).not.toContain(`case "team_glossary"`);
  expect(copy.read(constants)).not.toContain(`  "unit_converter",`);
  expect(copy.read(corpus)).not.toContain(`name: "weather_station"`);
});

it("a slip in the key of a config whose server's name only a run could tell", async () => {
  const copy = new ExampleCopy();
  copy.edit(
    constants,
    ["  weather_station: {", "  wether_station: {"],
    [`name: "weather_station"`, `name: nameOf("weather_station")`],
  );
  expect(await copy.findings(registrationRules)).toEqual([
    `${constants}:80 registered-in-constants misspeltConfig`,
    `${oldServers}/weather_station.ts:26 registered-in-constants misspeltThere`,
  ]);
});
