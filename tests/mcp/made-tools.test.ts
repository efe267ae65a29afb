import { describe, expect, it } from "vitest";
import { completeText, knownValue, type Model } from "../../src/mcp/model.ts";
import { readModel } from "../read-model.ts";

/** What is known of each tool of the file. */
function facts({ tools }: Model) {
  return tools.map(({ description, dialect, name, parameters }) => ({
    dialect,
    name: completeText(name) ?? name.kind,
    description: completeText(description) ?? description.kind,
    parameters:
      knownValue(parameters)?.map((parameter) => parameter.name) ??
      parameters.kind,
  }));
}

function serverTools({ servers }: Model): string[] {
  return servers.map(
    ({ name, tools }) =>
      `${completeText(name) ?? name.kind}: ${tools
        .map((tool) => completeText(tool.name) ?? tool.name.kind)
        .join(", ")}`,
  );
}

const bothTools = [
  {
    dialect: "tool-objects",
    name: "list_files",
    description: "List files.",
    parameters: ["path"],
  },
  {
    dialect: "tool-objects",
    name: "get_file",
    description: "Get a file.",
    parameters: ["id"],
  },
];
const server = `
const server = new Server({ name: "files", version: "1.0.0" });
`;
const listBoth = `${server}
server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: [listFiles, getFile] }));`;

describe("a function that is given an object", () => {
  it.each([
    [
      "with an input schema",
      `
const listFiles = defineTool({ name: "list_files", description: "List files.", inputSchema: { type: "object", properties: { path: {} } } });
const getFile = defineTool({ name: "get_file", description: "Get a file.", inputSchema: { type: "object", properties: { id: {} } } }, run);
${listBoth}`,
    ],
    [
      "with another schema, and a handler behind it",
      `
const listFiles = defineTool({ name: "list_files", description: "List files.", schema: { path: z.string() } }, run);
const getFile = new DefinedTool({ name: "get_file", description: "Get a file.", parameters: z.object({ id: z.string() }) }, run);
${listBoth}`,
    ],
    [
      "where it is added",
      `${server}
server.addTool(defineTool({ name: "list_files", description: "List files.", schema: { path: z.string() } }));
server.addTool(defineTool({ name: "get_file", description: "Get a file.", schema: { id: z.string() } }));`,
    ],
    [
      "of an agent's library, for a server",
      `import { tool } from "@openai/agents";
const listFiles = tool({ name: "list_files", description: "List files.", parameters: z.object({ path: z.string() }), execute: run });
const getFile = tool({ name: "get_file", description: "Get a file.", parameters: z.object({ id: z.string() }), execute: run });
${listBoth}`,
    ],
  ])("%s", (_name, code) => {
    const model = readModel(code);
    expect(facts(model)).toEqual(bothTools);
    expect(serverTools(model)).toEqual(["files: list_files, get_file"]);
  });

  it("an array of such calls, and of their names, is one server", () => {
    const model = readModel(`
const listFiles = defineTool({ name: "list_files", description: "List files.", inputSchema: {} });
export const readTools = [listFiles, defineTool({ name: "get_file", description: "Get a file.", inputSchema: {} })];`);
    expect(serverTools(model)).toEqual(["unknown: list_files, get_file"]);
  });

  it("an array of nothing but such calls is one server", () => {
    const model = readModel(`
export const readTools = [
  defineTool({ name: "list_files", description: "List files.", inputSchema: {} }),
  defineTool({ name: "get_file", description: "Get a file.", inputSchema: {} }),
];`);
    expect(serverTools(model)).toEqual(["unknown: list_files, get_file"]);
  });

  it("options with a name alone are no tool", () => {
    expect(
      serverTools(
        readModel(
          `${server} server.addTool(makeSearchTool({ name: "search", client }));`,
        ),
      ),
    ).toEqual([]);
  });
});

describe("a function of the file that makes tools of its parameters", () => {
  it.each([
    [
      "an arrow",
      `const tool = (name, description, schema) => ({ name, description, inputSchema: schema });
const listFiles = tool("list_files", "List files.", { type: "object", properties: { path: {} } });
const getFile = tool("get_file", "Get a file.", { type: "object", properties: { id: {} } });
${listBoth}`,
    ],
    [
      "a function with a body, a conversion and a type",
      `function createTool(name: string, description: string, schema: z.ZodRawShape, handler: Handler): Tool {
  return { name, description, inputSchema: zodToJsonSchema(z.object(schema)), handler } as Tool;
}
const listFiles = createTool("list_files", "List files.", { path: z.string() }, run);
const getFile = createTool("get_file", "Get a file.", { id: z.string() }, run);
${listBoth}`,
    ],
    [
      "calls in a list",
      `const tool = (name, description, schema) => ({ name, description, inputSchema: schema });
const tools = [
  tool("list_files", "List files.", { type: "object", properties: { path: {} } }),
  tool("get_file", "Get a file.", { type: "object", properties: { id: {} } }),
];${server}
server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools }));`,
    ],
  ])("%s", (_name, code) => {
    const model = readModel(code);
    expect(facts(model)).toEqual(bothTools);
    expect(serverTools(model)).toEqual(["files: list_files, get_file"]);
  });

  it("has the handler that the call gives", () => {
    const { handlers } = readModel(
      `const tool = (name, description, inputSchema, run) => ({ name, description, inputSchema, handler: run });
export const listFiles = tool("list_files", "List files.", {}, async () => "done");`,
    );
    expect(handlers.map(({ toolName }) => knownValue(toolName))).toEqual([
      "list_files",
    ]);
  });

  it("what the function computes, or falls back to, stays unknown", () => {
    expect(
      facts(
        readModel(`
function tool(name, description, inputSchema = emptySchema) {
  return { name, description: describe(description), inputSchema };
}
export const listFiles = tool("list_files", "List files.");`),
      ),
    ).toEqual([
      {
        dialect: "tool-objects",
        name: "list_files",
        description: "unknown",
        parameters: "unknown",
      },
    ]);
  });

  it.each([
    [
      "a call that spreads its arguments",
      `const tool = (name, description, inputSchema) => ({ name, description, inputSchema });
tool(...parts, "List files.", {});`,
    ],
    [
      "an object that is but a part of the result",
      `const tool = (name, description, inputSchema) => register({ name, description, inputSchema });
tool("list_files", "List files.", {});`,
    ],
    [
      "a function of another file",
      `import { tool } from "./tool";
export const listFiles = tool("list_files", "List files.", {});`,
    ],
  ])("is not read: %s", (_name, code) => {
    expect(
      facts(
        readModel(code, {
          "/repo/tool.ts": `export const tool = (name, description, inputSchema) => ({ name, description, inputSchema });`,
        }),
      ),
    ).toEqual([]);
  });
});
