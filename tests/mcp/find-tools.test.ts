import { describe, expect, it } from "vitest";
import { isMinified, mayDeclareTools } from "../../src/mcp/find-tools.ts";
import { completeText, knownValue, type Model } from "../../src/mcp/model.ts";
import { readModel } from "../read-model.ts";
import { source } from "../source/support.ts";

function toolNames({ tools }: Model): (string | undefined)[] {
  return tools.map(({ name }) => completeText(name));
}

function serverNames({ servers }: Model): (string | undefined)[] {
  return servers.map(({ name }) => completeText(name));
}

describe("what only looks like a tool is none", () => {
  it.each([
    [
      "a schema of tools",
      `const ToolSchema = z.object({ name: z.string(), description: z.string(), inputSchema: z.object({}) });`,
    ],
    [
      "a copy of other tools' members",
      `const list = tools.map((tool) => ({ name: tool.name, description: tool.description, inputSchema: tool.inputSchema }));`,
    ],
    [
      "a type",
      `interface Tool { name: string; description: string; inputSchema: object }`,
    ],
    [
      "a list without schemas",
      `const tools = [{ name: "search", description: "Searches." }];`,
    ],
    [
      "an API's parameter with a schema",
      `const limit = { name: "limit", in: "query", description: "A limit.", schema: { type: "integer" } };`,
    ],
    [
      "a prompt",
      `server.prompt("write", "Writes.", { topic: z.string() }, async () => ({}));`,
    ],
    ["a function called tool", `tool("search", "Searches.", async () => 1);`],
    [
      "another library's method with data for a last argument",
      `agent.tool("search", "Searches.", { depth: 1 });`,
    ],
    [
      "a tool of an agent's library",
      `import { tool } from "@openai/agents";
export const search = tool({ name: "search", description: "Searches.", parameters: z.object({ id: z.string() }), execute: run });`,
    ],
    [
      "a function definition for a model's API",
      `const tools = [{ type: "function", function: { name: "search", description: "Searches.", parameters: { type: "object" } } }];`,
    ],
    [
      "a function that makes tools, and a call of one that can't be read",
      `import { makeTool } from "./make";
const tool = (name, description, inputSchema) => ({ name, description, inputSchema });
export const tools = [makeTool("search", "Searches.", {})];`,
    ],
    [
      "a registrar's own definition",
      `class Host { registerTool(name, config, handler) { this.tools.set(name, { config, handler }); } }`,
    ],
    [
      "a comment",
      `// server.registerTool("search", { description: "Searches.", inputSchema: {} }, run)`,
    ],
    [
      "a text",
      "const help = `server.tool('search', 'Searches.', {}, run); inputSchema: {}`;",
    ],
  ])("%s", (_name, code) => {
    expect(readModel(code).tools).toEqual([]);
  });

  it("a class that registers what it is given keeps its metadata unknown", () => {
    const { tools } = readModel(
      `class Base { install(server) { server.tool(this.name, this.description, this.schema.shape, (args) => this.run(args)); } }`,
    );
    expect(
      tools.map(({ description, name }) => [name.kind, description.kind]),
    ).toEqual([["unknown", "unknown"]]);
  });
});

describe("a file is read for the sake of one word", () => {
  it.each([
    "createToolsRecord({});",
    "const a: readonly SearchToolType[] = [];",
    "const SEARCH_TOOL_HANDLERS = {};",
    "const a = { stake: level };",
    "const a = { displayLabels };",
    "const a = { serverInfo };",
    "const a: ToolHandlers<typeof b> = {};",
    "buildTools(a, b);",
    "server.setRequestHandler(CallToolRequestSchema, run);",
    "server.tool (name, run);",
    "server.registerTool(name, a, run);",
    "server.experimental.tasks.registerToolTask(name, a, run);",
    "const a = { inputSchema: b };",
    "const a = { parameters };",
    "class A { schema = b; }",
  ])("%s", (text) => {
    expect(mayDeclareTools(source(text))).toBe(true);
  });

  it.each([
    "const tooltip = tools.length;",
    "mistake(); retool(a);",
    "// The schema has parameters.",
    "import { StakeholderSchema } from './schemas';",
  ])("not for that of others: %s", (text) => {
    expect(mayDeclareTools(source(text))).toBe(false);
  });
});

describe("which tools form a server", () => {
  it("a server object's tools are those its list names, wherever they stand", () => {
    const model = readModel(
      `import { MORE_TOOLS } from "./more";
export const TOOLS = [
  { name: "list_items", description: "List items.", schema: {}, stake: "low" },
  ...MORE_TOOLS,
] as const;
export const SHOP_SERVER = { serverInfo: { name: "shop" }, tools: TOOLS };`,
      {
        "/repo/more.ts": `export const MORE_TOOLS = [{ name: "get_item", description: "Get an item.", schema: {}, stake: "low" }] as const;`,
      },
    );
    expect(serverNames(model)).toEqual(["shop"]);
    expect(
      model.servers[0]?.tools.map(({ name }) => completeText(name)),
    ).toEqual(["list_items", "get_item"]);
    // Only the first is declared in the file that is read.
    expect(toolNames(model)).toEqual(["list_items"]);
  });

  it("two servers may share one list by reference", () => {
    const model = readModel(`
export const TOOLS = createToolsRecord({
  list_items: { description: "List items.", schema: {}, stake: "low" },
});
export const A_SERVER = { serverInfo: { name: "a" }, tools: Object.values(TOOLS).map((t) => ({ name: t.name })) };
export const B_SERVER = { serverInfo: { name: "b" }, tools: Object.values(TOOLS) };
`);
    expect(serverNames(model)).toEqual(["a", "b"]);
    expect(toolNames(model)).toEqual(["list_items"]);
  });

  it("calls on two server variables register on two servers", () => {
    const model = readModel(`
const one = new McpServer({ name: "one", version: "1.0.0" });
const two = new McpServer({ name: "two", version: "1.0.0" });
one.registerTool("search", { description: "Search.", inputSchema: {} }, run);
two.registerTool("search", { description: "Search.", inputSchema: {} }, run);
`);
    expect(serverNames(model)).toEqual(["one", "two"]);
  });

  it("a list that is made of itself ends", () => {
    const model = readModel(`
const TOOLS = TOOLS.map((tool) => tool);
const MORE = Object.values(MORE).map((tool) => tool);
export const A_SERVER = { serverInfo: { name: "a" }, tools: TOOLS };
export const B_SERVER = { serverInfo: { name: "b" }, tools: MORE };
`);
    expect(serverNames(model)).toEqual(["a", "b"]);
    expect(model.tools).toEqual([]);
  });

  it("one server may be given tools in two ways", () => {
    const model = readModel(`
const server = new McpServer({ name: "shop", version: "1.0.0" });
server.tool("search", "Search.", run);
server.registerTool("list_items", { description: "List items.", inputSchema: {} }, run);
`);
    expect(serverNames(model)).toEqual(["shop"]);
    expect(model.servers[0]?.tools).toHaveLength(2);
  });

  it("a parameter is one server per function", () => {
    const model = readModel(`
export function first(server) { server.tool("search", "Search.", run); }
export function second(server) { server.tool("search", "Search.", run); }
`);
    expect(model.servers).toHaveLength(2);
  });

  it("an object that repeats a call's own constants is the same tool", () => {
    const model = readModel(`
export const name = "search";
export const description = "Search the shop.";
export const register = (server) => {
  server.registerTool(name, { title: name, description, inputSchema: params.shape }, execute);
};
export default { name, description, inputSchema: params.shape, register, execute };
`);
    expect(toolNames(model)).toEqual(["search"]);
  });
});

describe("stakes outside the tool", () => {
  const inServer = (stakes: string): string[] =>
    readModel(`
import { STAKES } from "./unreadable";
const RUN = "run_app";
export const APPS_SERVER = {
  serverInfo: { name: "apps" },
  tools: [
    { name: RUN, description: "Run an app.", inputSchema: {}, displayLabels: LABELS },
    { name: "list_apps", description: "List apps.", inputSchema: {}, stake: "low", displayLabels: LABELS },
  ],
  ${stakes}
};`).tools.map(({ stake }) => completeText(stake) ?? stake.kind);

  it.each([
    ["by a computed key", `tools_stakes: { [RUN]: "high" },`, ["high", "low"]],
    [
      "a tool's own comes first",
      `tools_stakes: { run_app: "high", list_apps: "high" },`,
      ["high", "low"],
    ],
    [
      "none for the tool",
      `tools_stakes: { other: "high" },`,
      ["absent", "low"],
    ],
    ["none at all", "", ["absent", "low"]],
    ["imported", "tools_stakes: STAKES,", ["unknown", "low"]],
    ["spread", `tools_stakes: { ...STAKES },`, ["unknown", "low"]],
    [
      "computed from the tools",
      "tools_stakes: Object.fromEntries(entries),",
      ["absent", "low"],
    ],
  ])("%s", (_name, stakes, expected) => {
    expect(inServer(stakes)).toEqual(expected);
  });
});

describe("signatures of server.tool", () => {
  const facts = (args: string) => {
    const [tool] = readModel(`server.tool(${args});`).tools;
    return (
      tool && {
        description: completeText(tool.description) ?? tool.description.kind,
        parameters: knownValue(tool.parameters)?.map(({ name }) => name),
      }
    );
  };

  it.each([
    ["name, handler", `"a", run`, "absent", undefined],
    ["name, description, handler", `"a", "Do a.", run`, "Do a.", undefined],
    ["name, shape, handler", `"a", { id: z.string() }, run`, "absent", ["id"]],
    [
      "name, description, shape, handler",
      `"a", "Do a.", { id: z.string() }, run`,
      "Do a.",
      ["id"],
    ],
    [
      "name, description, annotations, handler",
      `"a", "Do a.", { readOnlyHint: true, title: "A" }, run`,
      "Do a.",
      undefined,
    ],
    [
      "name, description, shape, annotations, handler",
      `"a", "Do a.", { id: z.string() }, { readOnlyHint: true }, run`,
      "Do a.",
      ["id"],
    ],
    [
      "a shape with a field called title",
      `"a", "Do a.", { title: z.string() }, run`,
      "Do a.",
      ["title"],
    ],
    [
      "a description that can't be read",
      `"a", describe(), { id: z.string() }, run`,
      "unknown",
      ["id"],
    ],
  ])("%s", (_name, args, description, parameters) => {
    expect(facts(args)).toEqual({ description, parameters });
  });

  it("a spread hides which argument is which", () => {
    expect(facts(`"a", ...rest`)).toBeUndefined();
  });
});

describe("minified bundles", () => {
  const line = `${"x=1;".repeat(1500)}\n`;

  it("a large file that begins with a few long lines is one", () => {
    expect(
      isMinified(`#!/usr/bin/env node\n/*! licence */\n${line.repeat(20)}`),
    ).toBe(true);
  });

  it("a single line is one", () => {
    expect(isMinified("x=1;".repeat(30_000))).toBe(true);
  });

  it("a small file may hold one long line, such as an image", () => {
    expect(isMinified(`const image = "${line}";\n`)).toBe(false);
  });

  it("a large file of usual lines is none", () => {
    expect(isMinified("const a = 1;\n".repeat(20_000))).toBe(false);
  });

  it("one long text among usual lines makes none", () => {
    expect(
      isMinified(
        `${"const a = 1;\n".repeat(300)}${line}${"const a = 1;\n".repeat(20_000)}`,
      ),
    ).toBe(false);
  });

  it("only the beginning is looked at", () => {
    expect(isMinified(`${"a\n".repeat(60_000)}${line.repeat(20)}`)).toBe(false);
  });
});
