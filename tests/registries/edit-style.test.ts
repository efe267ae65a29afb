import { expect, it } from "vitest";
import { constants, corpus, dispatch, ExampleCopy } from "./example-copy.ts";

// What a fix writes looks like what stands around it.

const rules = [
  "registered-in-bm25-corpus",
  "registered-in-constants",
  "registered-in-switch",
];

/** A copy with two new servers whose ids are known, one for each form of a case. */
function withNewServers(restyle: (text: string) => string): ExampleCopy {
  const copy = new ExampleCopy();
  copy.copyServer("unit_converter", "tip_jar");
  copy.copyServer("team_glossary", "zoo_map");
  copy.edit(
    "front/lib/actions/mcp_internal_actions/internal_mcp_server_availability.snapshot.json",
    [
      `    { "name": "unit_converter", "id": 1000 }`,
      `    { "name": "tip_jar", "id": 20 },
    { "name": "zoo_map", "id": 21 },
    { "name": "unit_converter", "id": 1000 }`,
    ],
  );
  for (const file of [constants, dispatch, corpus]) {
    copy.write(file, restyle(copy.read(file)));
  }
  return copy;
}

/** Tabs, single quotes, no semicolons and no commas at the end. */
function restyled(text: string): string {
  return text
    .replaceAll(/"([^"'\n]*)"/g, "'$1'")
    .replaceAll(/;$/gm, "")
    .replaceAll(/,(\n\s*[}\])])/g, "$1")
    .replaceAll(/^ +/gm, (spaces) => "\t".repeat(spaces.length / 2));
}

it("tabs, single quotes, no semicolons, no commas at the end", async () => {
  const copy = withNewServers(restyled);
  await copy.lint(rules, true);
  expect(copy.read(constants)).toContain(`	zoo_map: {
		id: 21,
		availability: 'manual',
		allowMultipleInstances: false,
		isRestricted: undefined,
		isPreview: false,
		tools_arguments_requiring_approval: undefined,
		tools_retry_policies: undefined,
		timeoutMs: undefined,
		metadata: ZOO_MAP_SERVER
	},
`);
  expect(copy.read(dispatch)).toContain(`		case 'zoo_map':
			return zooMapServer(auth, agentLoopContext)
`);
  expect(copy.read(dispatch)).toContain(`		case 'tip_jar':
			return createServer(auth, {
				serverMetadata: TIP_JAR_SERVER,
				toolHandlers: TIP_JAR_TOOL_HANDLERS,
				toolContext: agentLoopContext
			})
`);
  expect(copy.read(corpus))
    .toContain(`	{ name: 'zoo_map', tools: ZOO_MAP_SERVER.tools }
]`);
});

it("lists without a single entry", async () => {
  const copy = withNewServers((text) =>
    restyled(text)
      .replace(/(SERVER_NAMES = \[)[^\]]*\]/, "$1]")
      .replace(/(switch \(\w+\) \{\n)[^]*?(\t\tdefault:)/, "$1$2")
      .replace(/(SERVERS: ServerEntry\[\] = \[)[^\]]*\]/, "$1]"),
  );
  await copy.lint(rules, true);
  expect(copy.read(constants)).toContain(`SERVER_NAMES = [
	FORMS_SURVEYS_SERVER_NAME,
	'meeting_rooms',
`);
  expect(copy.read(dispatch)).toContain(`) {
		case 'parcelhub':
			return parcelhubServer(auth, agentLoopContext)
		case 'pigeon_calendar':
`);
  expect(copy.read(corpus)).toContain(`ServerEntry[] = [
	{ name: 'forms_&_surveys', tools: FORMS_SURVEYS_SERVER.tools },
	{ name: 'meeting_rooms', tools: MEETING_ROOMS_SERVER.tools },
`);
});

it("cases with a block each", async () => {
  const copy = withNewServers((text) =>
    text.replaceAll(
      /^ {4}(case [^:]*:)\n( {6}return [^;]*;)$/gm,
      "    $1 {\n$2\n    }",
    ),
  );
  await copy.lint(rules, true);
  expect(copy.read(dispatch)).toContain(`    case "tip_jar": {
      return createServer(auth, {
        serverMetadata: TIP_JAR_SERVER,
        toolHandlers: TIP_JAR_TOOL_HANDLERS,
        toolContext: agentLoopContext,
      });
    }
`);
  expect(copy.read(dispatch)).toContain(`    case "zoo_map": {
      return zooMapServer(auth, agentLoopContext);
    }
`);
});

it("a comment stays with its own case", async () => {
  const copy = withNewServers((text) =>
    text.replaceAll(
      "serverMetadata: UNIT_CONVERTER_SERVER,",
      "serverMetadata: UNIT_CONVERTER_SERVER, // Not metric.",
    ),
  );
  await copy.lint(rules, true);
  expect(copy.read(dispatch)).toContain('case "tip_jar":');
  expect(copy.read(dispatch).split("Not metric.")).toHaveLength(2);
});

it("a stake that is suggested", async () => {
  const copy = withNewServers((text) =>
    restyled(text).replace(/\t\t\tget_forecast: 'never_ask'\n/, ""),
  );
  const results = await copy.lint(["require-tool-stake"]);
  const [suggestion] = results.flatMap(({ messages }) =>
    messages.flatMap(({ suggestions }) => suggestions ?? []),
  );
  expect(suggestion?.fix.text).toContain("\t\t\tget_forecast: 'never_ask'");
});

it("all stakes of a server, as they are suggested", async () => {
  const copy = withNewServers((text) =>
    restyled(text).replace(/\t\ttools_stakes: \{\n[^}]*\},\n/, ""),
  );
  const results = await copy.lint(["require-tool-stake"]);
  const [suggestion] = results.flatMap(({ messages }) =>
    messages.flatMap(({ suggestions }) => suggestions ?? []),
  );
  expect(suggestion?.fix.text).toContain(`
		tools_stakes: {
			list_stations: 'never_ask',
			get_current_weather: 'never_ask',
			get_forecast: 'never_ask',
		}`);
});
