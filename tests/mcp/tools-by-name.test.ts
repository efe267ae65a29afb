import { describe, expect, it } from "vitest";
import { completeText, type Model } from "../../src/mcp/model.ts";
import { readModel } from "../read-model.ts";

/** The names of the tools that the file declares. */
function toolNames({ tools }: Model): string[] {
  return tools.map(({ name }) => completeText(name) ?? name.kind);
}

/** Each server with its tools and the files in which they stand. */
function serverTools({ servers }: Model): string[] {
  return servers.map(
    ({ name, tools }) =>
      `${completeText(name) ?? name.kind}: ${tools
        .map(
          (tool) =>
            `${completeText(tool.name) ?? tool.name.kind} in ${tool.place.file}`,
        )
        .join(", ")}`,
  );
}

const constants = `
export const LIST_FILES_TOOL: Tool = {
  name: "list_files",
  description: "List files.",
  inputSchema: { type: "object", properties: { path: { type: "string" } } },
};
export const GET_FILE_TOOL = {
  name: "get_file",
  description: "Get a file.",
  inputSchema: { type: "object", properties: { id: { type: "string" } } },
  handler: async ({ id }) => render(id),
} as const;
`;
const server = `
const server = new McpServer({ name: "files", version: "1.0.0" });
`;
const dustTools = `
export const LIST_FILES_TOOL = {
  name: "list_files", description: "List files.", schema: {}, stake: "low",
  displayLabels: { running: "Listing files", done: "List files" },
} as const;
export const GET_FILE_TOOL = {
  name: "get_file", description: "Get a file.", schema: {}, stake: "low",
  displayLabels: { running: "Getting file", done: "Get file" },
} as const;
`;

const inThisFile = "list_files in /repo/file.ts, get_file in /repo/file.ts";

describe("tools that a server is given by name are found once, as its own", () => {
  it.each([
    [
      "a list for ListToolsRequestSchema",
      `${constants}${server}
server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: [LIST_FILES_TOOL, GET_FILE_TOOL] }));`,
    ],
    [
      "a constant list for it",
      `${constants}${server}
const TOOLS = [LIST_FILES_TOOL, GET_FILE_TOOL] as const;
server.setRequestHandler(types.ListToolsRequestSchema, () => { return { tools: TOOLS }; });`,
    ],
    [
      "two lists that a third one spreads",
      `${constants}${server}
const read = [LIST_FILES_TOOL];
const write = [GET_FILE_TOOL];
server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: [...read, ...write] }));`,
    ],
    [
      "what a list is mapped to for it",
      `${constants}${server}
const tools = [LIST_FILES_TOOL, GET_FILE_TOOL];
server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: tools.map(({ name, description, inputSchema }) => ({ name, description, inputSchema })),
}));`,
    ],
    [
      "a registrar",
      `${constants}${server}
server.addTool(LIST_FILES_TOOL);
server.addTool(GET_FILE_TOOL);`,
    ],
    [
      "a registrar of many",
      `${constants}${server}
server.addTools([LIST_FILES_TOOL, GET_FILE_TOOL]);`,
    ],
    [
      "a loop",
      `${constants}${server}
for (const tool of [LIST_FILES_TOOL, GET_FILE_TOOL]) server.registerTool(tool.name, tool, tool.handler);`,
    ],
    [
      "a loop that takes the tools apart",
      `${constants}${server}
const tools = { LIST_FILES_TOOL, GET_FILE_TOOL };
for (const { name, handler, ...config } of Object.values(tools)) {
  server.registerTool(name, config, handler);
}`,
    ],
    [
      "a callback",
      `${constants}${server}
[LIST_FILES_TOOL, GET_FILE_TOOL].forEach((tool) => {
  server.tool(tool.name, tool.description, tool.inputSchema, async (args) => tool.handler(args));
});`,
    ],
    [
      "calls with each tool's name",
      `${constants}${server}
server.registerTool(LIST_FILES_TOOL.name, LIST_FILES_TOOL, run);
server.registerTool(GET_FILE_TOOL.name, { description: GET_FILE_TOOL.description, inputSchema: GET_FILE_TOOL.inputSchema }, GET_FILE_TOOL.handler);`,
    ],
    [
      "a Dust server's list",
      `${dustTools}
export const FILES_SERVER = { serverInfo: { name: "files" }, tools: [LIST_FILES_TOOL, GET_FILE_TOOL] } as const satisfies ServerMetadata;`,
    ],
    [
      "a Dust server's record",
      `${dustTools}
const METADATA = createToolsRecord({ list_files: LIST_FILES_TOOL, get_file: GET_FILE_TOOL });
export const FILES_SERVER = { serverInfo: { name: "files" }, tools: Object.values(METADATA) };`,
    ],
  ])("%s", (_name, code) => {
    const model = readModel(code);
    expect(toolNames(model)).toEqual(["list_files", "get_file"]);
    expect(serverTools(model)).toEqual([`files: ${inThisFile}`]);
  });

  it.each([
    [
      "an exported array",
      `${constants} export const tools: Tool[] = [LIST_FILES_TOOL, GET_FILE_TOOL];`,
    ],
    [
      "an exported array of Dust's tools",
      `${dustTools} export const TOOLS = [LIST_FILES_TOOL, GET_FILE_TOOL] as const;`,
    ],
    [
      "an array with one of them written out",
      `${constants.slice(0, constants.indexOf("export const GET"))}
export const tools = [LIST_FILES_TOOL, { name: "get_file", description: "Get a file.", inputSchema: {} }];`,
    ],
  ])("%s is a server without a name", (_name, code) => {
    const model = readModel(code);
    expect(toolNames(model)).toEqual(["list_files", "get_file"]);
    expect(serverTools(model)).toEqual([`unknown: ${inThisFile}`]);
  });

  it("each has the handler that stands with it", () => {
    const { handlers } = readModel(`${constants}${server}
server.registerTool(GET_FILE_TOOL.name, GET_FILE_TOOL, GET_FILE_TOOL.handler);`);
    expect(handlers.map(({ toolName }) => toolName)).toEqual([
      expect.objectContaining({ kind: "known", value: "get_file" }),
    ]);
  });

  it("a list that is registered twice on a server holds each tool once", () => {
    const model = readModel(`${constants}${server}
const tools = [LIST_FILES_TOOL, GET_FILE_TOOL];
for (const tool of tools) server.registerTool(tool.name, tool, run);
tools.forEach((tool) => server.registerTool(tool.name, tool, run));`);
    expect(serverTools(model)).toEqual([`files: ${inThisFile}`]);
  });

  it("Dust's tools stay Dust's, whatever else lists them", () => {
    const { tools } = readModel(`${dustTools}${server}
server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: [LIST_FILES_TOOL, GET_FILE_TOOL] }));`);
    expect(tools.map(({ dialect, stake }) => [dialect, stake.kind])).toEqual([
      ["tools-array", "known"],
      ["tools-array", "known"],
    ]);
  });

  it("what no list names is a tool of its own", () => {
    expect(serverTools(readModel(constants))).toEqual([
      "unknown: list_files in /repo/file.ts",
      "unknown: get_file in /repo/file.ts",
    ]);
  });

  it("a name that stands for something else in the list does not count", () => {
    expect(
      serverTools(
        readModel(`${constants}
const names = (LIST_FILES_TOOL, GET_FILE_TOOL) => [LIST_FILES_TOOL, GET_FILE_TOOL];`),
      ),
    ).toHaveLength(2);
  });
});

describe("tools of another file belong to the server, and are declared there", () => {
  const others = { "/repo/tools.ts": constants };
  const imports = `import { LIST_FILES_TOOL, GET_FILE_TOOL } from "./tools";${server}`;
  const elsewhere = "list_files in /repo/tools.ts, get_file in /repo/tools.ts";

  it.each([
    [
      "a list for ListToolsRequestSchema",
      `server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: [LIST_FILES_TOOL, GET_FILE_TOOL] }));`,
    ],
    [
      "a registrar",
      `server.addTool(LIST_FILES_TOOL); server.addTool(GET_FILE_TOOL);`,
    ],
    [
      "a loop",
      `for (const tool of [LIST_FILES_TOOL, GET_FILE_TOOL]) server.registerTool(tool.name, tool, run);`,
    ],
  ])("%s", (_name, code) => {
    const model = readModel(`${imports}${code}`, others);
    expect(model.tools).toEqual([]);
    expect(serverTools(model)).toEqual([`files: ${elsewhere}`]);
  });

  it("an array with one of this file", () => {
    const model = readModel(
      `import { LIST_FILES_TOOL } from "./tools";
const GET_FILE_TOOL = { name: "get_file", description: "Get a file.", inputSchema: {} };
export const tools = [LIST_FILES_TOOL, GET_FILE_TOOL];`,
      others,
    );
    expect(toolNames(model)).toEqual(["get_file"]);
    expect(serverTools(model)).toEqual([
      "unknown: list_files in /repo/tools.ts, get_file in /repo/file.ts",
    ]);
  });
});

describe("what reaches an MCP server is a tool, whatever it lacks", () => {
  it.each([
    [
      "an object in a list for ListToolsRequestSchema that spreads another",
      `const base = { description: "List files.", inputSchema: {} };
server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: [{ ...base, name: "list_files" }] }));`,
      ["list_files"],
    ],
    [
      "an object that a server is given without a schema",
      `mcpServer.addTool({ name: "list_files", description: "List files.", execute: run });`,
      ["list_files"],
    ],
    [
      "not what something else is given without a schema",
      `agent.addTool({ name: "list_files", description: "List files.", execute: run });`,
      [],
    ],
    [
      "not what an agent is given from another file",
      `import { LIST_FILES_TOOL } from "./tools"; agent.addTool(LIST_FILES_TOOL);`,
      [],
    ],
    [
      "not an object whose description stands in a config of its own",
      `const listFiles = { name: "list_files", config: { description: "List files.", inputSchema: {} }, handler: run };
for (const tool of [listFiles]) server.registerTool(tool.name, tool.config, tool.handler);`,
      [],
    ],
    [
      "not what a toolbar is given",
      `mapServer.addTool({ name: "pen", icon });`,
      [],
    ],
    [
      "not an object without a name",
      `server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: [{ description: "List files." }] }));`,
      [],
    ],
  ])("%s", (_name, code, expected) => {
    const { servers } = readModel(code, { "/repo/tools.ts": constants });
    expect(
      servers.flatMap(({ tools }) =>
        tools.map(({ name }) => completeText(name)),
      ),
    ).toEqual(expected);
  });

  it("a loop over what can't be read keeps its unknown tool", () => {
    const { tools } = readModel(
      `for (const tool of loadTools()) server.registerTool(tool.name, { description: tool.description }, run);`,
    );
    expect(tools.map(({ name }) => name.kind)).toEqual(["unknown"]);
  });
});
