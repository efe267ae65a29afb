import path from "node:path";
import { noDuplicateTool } from "../../rules/no-duplicate-tool.ts";
import { testRule } from "../rule-tester.ts";

testRule("no-duplicate-tool", noDuplicateTool, {
  valid: [
    {
      name: "two branches may each declare the tool",
      code: `
const server = new McpServer({ name: "a", version: "1.0.0" });
if (isFull) {
  server.tool("search", "Search everything.", async () => result);
} else {
  server.tool("search", "Search a part.", async () => result);
}
isNew ? server.tool("find", "Find.", async () => result) : server.tool("find", "Find.", async () => result);
switch (mode) {
  case 1: server.tool("look", "Look.", async () => result); break;
  case 2: server.tool("look", "Look.", async () => result); break;
}
`,
    },
    {
      name: "two lists may each name a tool of the name",
      code: `
const FIND = { name: "find", description: "Find.", inputSchema: { type: "object" } };
const FIND_ALL = { name: "find", description: "Find all.", inputSchema: { type: "object" } };
export const tools = full ? [FIND_ALL] : [FIND];
`,
    },
    {
      name: "a list that two servers go through holds each tool once",
      code: `
const FIND = { name: "find", description: "Find.", inputSchema: { type: "object" } };
const tools = [FIND];
for (const tool of tools) server.registerTool(tool.name, tool, run);
for (const tool of tools) server.registerTool(tool.name, tool, run);
server.registerTool("look", { description: "Look.", inputSchema: {} }, run);
`,
    },
    {
      name: "two servers may each have the tool",
      code: `
const one = new McpServer({ name: "one", version: "1.0.0" });
const two = new McpServer({ name: "two", version: "1.0.0" });
one.registerTool("search", { description: "Search.", inputSchema: {} }, async () => result);
two.registerTool("search", { description: "Search.", inputSchema: {} }, async () => result);
export function a(server) { server.registerTool("find", { description: "Find.", inputSchema: {} }, async () => result); }
export function b(server) { server.registerTool("find", { description: "Find.", inputSchema: {} }, async () => result); }
`,
    },
    {
      name: "a tool that is taken away before it is registered anew",
      code: `
const server = new McpServer({ name: "a", version: "1.0.0" });
let search: RegisteredTool | undefined = server.registerTool("search", { description: "Search." }, async () => result);
function refresh() {
  search?.remove();
}
search = server.registerTool("search", { description: "Search more." }, async () => result);
const find: RegisteredTool = server.tool("find", "Find.", async () => result);
find.remove();
server.tool("find", "Find more.", async () => result);
`,
    },
    {
      name: "names that can't be read",
      code: `
export const TOOLS = [
  { name: nameOf("a"), description: "List items.", schema: {}, stake: "low" },
  { name: nameOf("b"), description: "List items.", schema: {}, stake: "low" },
  ...moreTools,
] as const;
`,
    },
  ],
  invalid: [
    {
      name: "a name twice in an array",
      code: `
const TOOLS = [
  { name: "list_items", description: "List items.", schema: {}, stake: "low" },
  { name: "list_items", description: "List more.", schema: {}, stake: "low" },
] as const;
`,
      output: null,
      errors: [
        {
          messageId: "duplicate",
          data: { name: "'list_items'", where: "line 3" },
          line: 4,
          column: 11,
          endLine: 4,
          endColumn: 23,
        },
      ],
    },
    {
      name: "a name that a list of another file has, spread ahead of it",
      code: `
import { BREAD_TOOLS } from "./bread";
export const TOOLS = [
  ...BREAD_TOOLS,
  { name: "bake_bread", description: "Bake bread.", schema: {}, stake: "low" },
] as const satisfies readonly BakeryToolType[];
`,
      filename: path.join(import.meta.dirname, "fixtures/spread-lists/all.ts"),
      output: null,
      errors: [
        {
          messageId: "duplicate",
          data: {
            name: "'bake_bread'",
            where: "tests/rules/fixtures/spread-lists/bread.ts, line 3",
          },
          line: 5,
          column: 11,
          endLine: 5,
          endColumn: 23,
        },
      ],
    },
    {
      name: "a name that a list of another file has too, spread behind it",
      code: `
import { BREAD_TOOLS } from "./bread";
export const TOOLS = [
  { name: "bake_bread", description: "Bake bread.", schema: {}, stake: "low" },
  ...BREAD_TOOLS,
] as const satisfies readonly BakeryToolType[];
`,
      filename: path.join(import.meta.dirname, "fixtures/spread-lists/all.ts"),
      output: null,
      errors: [
        {
          messageId: "duplicate",
          data: {
            name: "'bake_bread'",
            where: "tests/rules/fixtures/spread-lists/bread.ts, line 3",
          },
          line: 4,
          column: 11,
          endLine: 4,
          endColumn: 23,
        },
      ],
    },
    {
      name: "a key twice in a record, once computed",
      code: `
const LIST = "list_items";
export const TOOLS = createToolsRecord({
  list_items: { description: "List items.", schema: {}, stake: "low" },
  [LIST]: { description: "List more.", schema: {}, stake: "low" },
});
`,
      output: null,
      errors: [
        {
          messageId: "duplicate",
          data: { name: "'list_items'", where: "line 4" },
          line: 5,
          column: 4,
          endLine: 5,
          endColumn: 8,
        },
      ],
    },
    {
      name: "a name twice on one server; ahead of the second find the branch may have returned",
      code: `
const server = new McpServer({ name: "a", version: "1.0.0" });
server.tool("search", "Search.", async () => result);
if (isFull) {
  server.registerTool("find", { description: "Find.", inputSchema: {} }, async () => result);
  server.tool("search", "Search more.", async () => result);
}
server.registerTool("find", { description: "Find.", inputSchema: {} }, async () => result);
`,
      output: null,
      errors: [
        {
          messageId: "duplicate",
          data: { name: "'search'", where: "line 3" },
          line: 6,
          column: 15,
          endLine: 6,
          endColumn: 23,
        },
      ],
    },
    {
      name: "a name three times in a list of tool objects",
      code: `
server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [
    { name: "a", description: "List a.", inputSchema: { type: "object" } },
    { name: 'a', description: "List b.", inputSchema: { type: "object" } },
    { name: \`a\`, description: "List c.", inputSchema: { type: "object" } },
  ],
}));
`,
      output: null,
      errors: [
        {
          messageId: "duplicate",
          data: { name: "'a'", where: "line 4" },
          line: 5,
          column: 13,
          endLine: 5,
          endColumn: 16,
        },
        {
          messageId: "duplicate",
          data: { name: "'a'", where: "line 4" },
          line: 6,
          column: 13,
          endLine: 6,
          endColumn: 16,
        },
      ],
    },
    {
      name: "a name twice in a list that names one of its tools",
      code: `
const FIND = { name: "find", description: "Find.", inputSchema: { type: "object" } };
export const tools = [
  { name: "find", description: "Find all.", inputSchema: { type: "object" } },
  FIND,
];
`,
      output: null,
      errors: [
        {
          messageId: "duplicate",
          data: { name: "'find'", where: "line 4" },
          line: 2,
          column: 22,
          endLine: 2,
          endColumn: 28,
        },
      ],
    },
    {
      name: "JavaScript with CRLF",
      code: "server.addTool({ name: 'a', description: 'List a.', parameters: {}, execute });\r\nserver.addTool({ name: 'a', description: 'List b.', parameters: {}, execute });\r\n",
      language: "js",
      output: null,
      errors: [
        {
          messageId: "duplicate",
          data: { name: "'a'", where: "line 1" },
          line: 2,
          column: 24,
          endLine: 2,
          endColumn: 27,
        },
      ],
    },
  ],
});
