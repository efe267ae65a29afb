import { toolNameConvention } from "../../rules/tool-name-convention.ts";
import { testRule } from "../rule-tester.ts";

testRule("tool-name-convention", toolNameConvention, {
  valid: [
    {
      name: "one casing, and single words",
      code: `
const TOOLS = [
  { name: "list_items", description: "Do it.", schema: {}, stake: "low" },
  { name: "get_item_by_URL", description: "Do it.", schema: {}, stake: "low" },
  { name: "search", description: "Do it.", schema: {}, stake: "low" },
  { name: "getitem", description: "Do it.", schema: {}, stake: "low" },
] as const;
`,
    },
    {
      name: "camelCase, kebab-case and dots",
      code: `
const one = new McpServer({ name: "one", version: "1.0.0" });
one.registerTool("listItems", { description: "List items.", inputSchema: {} }, async () => result);
one.registerTool("getItem", { description: "Get an item.", inputSchema: {} }, async () => result);
const two = new McpServer({ name: "two", version: "1.0.0" });
two.registerTool("list-items", { description: "List items.", inputSchema: {} }, async () => result);
two.registerTool("API-get-item", { description: "Get an item.", inputSchema: {} }, async () => result);
const three = new McpServer({ name: "three", version: "1.0.0" });
three.registerTool("items.list", { description: "List items.", inputSchema: {} }, async () => result);
three.registerTool("items.list_old", { description: "List old items.", inputSchema: {} }, async () => result);
`,
    },
    {
      name: "mixtures and names that can't be read do not count",
      code: `
const TOOLS = [
  { name: "get_userName", description: "Get a name.", schema: {}, stake: "low" },
  { name: "list_items", description: "List items.", schema: {}, stake: "low" },
  { name: nameOf("a"), description: "List items.", schema: {}, stake: "low" },
] as const;
`,
    },
    {
      name: "names without a verb, unless asked for",
      code: `
const TOOLS = [
  { name: "user_profile", description: "Do it.", schema: {}, stake: "low" },
  { name: "shelf_contents", description: "Do it.", schema: {}, stake: "low" },
] as const;
`,
    },
    {
      name: "a verb behind the prefix of the server",
      code: `
const server = new McpServer({ name: "page-mcp", version: "1.0.0" });
server.registerTool("page_list", { description: "List pages.", inputSchema: {} }, async () => result);
const TOOLS = [
  { name: "browser_click", description: "Click.", schema: {}, stake: "low" },
  { name: "browser_scroll", description: "Scroll.", schema: {}, stake: "low" },
] as const;
`,
      options: [{ verb: true }],
    },
    {
      name: "words that may be verbs",
      code: `
const TOOLS = [
  { name: "order_part", description: "Do it.", schema: {}, stake: "low" },
  { name: "frob_items", description: "Do it.", schema: {}, stake: "low" },
  { name: "fine_tune_model", description: "Do it.", schema: {}, stake: "low" },
  { name: "bulk_delete_items", description: "Do it.", schema: {}, stake: "low" },
  { name: "semantic_search_messages", description: "Do it.", schema: {}, stake: "low" },
  { name: "is_open", description: "Do it.", schema: {}, stake: "low" },
  { name: "whoami", description: "Do it.", schema: {}, stake: "low" },
  { name: "safe_remove", description: "Do it.", schema: {}, stake: "low" },
] as const;
`,
      options: [{ verb: true }],
    },
    {
      name: "snake_case asked for",
      code: `
const TOOLS = [
  { name: "list_items", description: "Do it.", schema: {}, stake: "low" },
  { name: "search", description: "Do it.", schema: {}, stake: "low" },
] as const;
`,
      options: [{ casing: "snake_case" }],
    },
    {
      name: "a verb behind a namespace",
      code: `
const TOOLS = [
  { name: "files.list", description: "Do it.", schema: {}, stake: "low" },
  { name: "files.delete", description: "Do it.", schema: {}, stake: "low" },
  { name: "users/get", description: "Do it.", schema: {}, stake: "low" },
] as const;
`,
      options: [{ verb: true }],
    },
    {
      name: "a prefix of several words in front of the verb, one tool in the file",
      code: `
server.registerTool("harbor_crane_get_load", { description: "Get the load of a crane.", inputSchema: {} }, async () => result);
`,
      options: [{ verb: true }],
    },
    {
      name: "a product in front of the verb, one tool in the file",
      code: `
server.registerTool("github_search", { description: "Search.", inputSchema: {} }, async () => result);
`,
      options: [{ verb: true }],
    },
  ],
  invalid: [
    {
      name: "one name in another casing",
      code: `
const TOOLS = [
  { name: "list_items", description: "Do it.", schema: {}, stake: "low" },
  { name: "getItem", description: "Do it.", schema: {}, stake: "low" },
  { name: "add_item", description: "Do it.", schema: {}, stake: "low" },
  { name: "delete_item", description: "Do it.", schema: {}, stake: "low" },
  { name: "search_items", description: "Do it.", schema: {}, stake: "low" },
] as const;
`,
      output: null,
      errors: [
        {
          messageId: "inconsistent",
          data: {
            tool: "'getItem'",
            casing: "camelCase",
            common: "snake_case",
            others: "4 tools",
            examples: "'list_items', 'add_item', 'delete_item', …",
          },
          line: 4,
          column: 11,
          endLine: 4,
          endColumn: 20,
        },
      ],
    },
    {
      name: "as many of both: the later ones",
      code: `
const TOOLS = [
  { name: "list_items", description: "Do it.", schema: {}, stake: "low" },
  { name: "getItem", description: "Do it.", schema: {}, stake: "low" },
] as const;
`,
      output: null,
      errors: [
        {
          messageId: "inconsistent",
          data: {
            tool: "'getItem'",
            casing: "camelCase",
            common: "snake_case",
            others: "another tool",
            examples: "'list_items'",
          },
          line: 4,
          column: 11,
          endLine: 4,
          endColumn: 20,
        },
      ],
    },
    {
      name: "kebab-case and PascalCase among others",
      code: `
const server = new McpServer({ name: "a", version: "1.0.0" });
server.registerTool("listItems", { description: "List items.", inputSchema: {} }, async () => result);
server.registerTool("getItem", { description: "Get an item.", inputSchema: {} }, async () => result);
server.registerTool("add-item", { description: "Add an item.", inputSchema: {} }, async () => result);
server.registerTool("RemoveItem", { description: "Remove an item.", inputSchema: {} }, async () => result);
`,
      output: null,
      errors: [
        {
          messageId: "inconsistent",
          data: {
            tool: "'add-item'",
            casing: "kebab-case",
            common: "camelCase",
            others: "2 tools",
            examples: "'listItems', 'getItem'",
          },
          line: 5,
          column: 21,
          endLine: 5,
          endColumn: 31,
        },
        {
          messageId: "inconsistent",
          data: {
            tool: "'RemoveItem'",
            casing: "PascalCase",
            common: "camelCase",
            others: "2 tools",
            examples: "'listItems', 'getItem'",
          },
          line: 6,
          column: 21,
          endLine: 6,
          endColumn: 33,
        },
      ],
    },
    {
      name: "another casing than the one asked for, mixtures too",
      code: `
const TOOLS = [
  { name: "listItems", description: "Do it.", schema: {}, stake: "low" },
  { name: "get_item", description: "Do it.", schema: {}, stake: "low" },
  { name: "add_itemType", description: "Do it.", schema: {}, stake: "low" },
] as const;
`,
      options: [{ casing: "camelCase" }],
      output: null,
      errors: [
        {
          messageId: "otherCasing",
          data: { tool: "'get_item'", wanted: "camelCase" },
          line: 4,
          column: 11,
          endLine: 4,
          endColumn: 21,
        },
        {
          messageId: "otherCasing",
          data: { tool: "'add_itemType'", wanted: "camelCase" },
          line: 5,
          column: 11,
          endLine: 5,
          endColumn: 25,
        },
      ],
    },
    {
      name: "no verb, or one that comes later",
      code: `
const TOOLS = [
  { name: "user_profile", description: "Get a profile.", schema: {}, stake: "low" },
  { name: "pages_delete", description: "Delete pages.", schema: {}, stake: "low" },
  { name: "shelf_contents", description: "List what stands on one shelf.", schema: {}, stake: "low" },
  { name: "weather", description: "Get the weather.", schema: {}, stake: "low" },
] as const;
`,
      options: [{ verb: true }],
      output: null,
      errors: [
        {
          messageId: "noVerb",
          data: { tool: "'user_profile'" },
          line: 3,
          column: 11,
          endLine: 3,
          endColumn: 25,
        },
        {
          messageId: "verbLater",
          data: { tool: "'pages_delete'", verb: "delete" },
          line: 4,
          column: 11,
          endLine: 4,
          endColumn: 25,
        },
        {
          messageId: "noVerb",
          data: { tool: "'shelf_contents'" },
          line: 5,
          column: 11,
          endLine: 5,
          endColumn: 27,
        },
        {
          messageId: "noVerb",
          data: { tool: "'weather'" },
          line: 6,
          column: 11,
          endLine: 6,
          endColumn: 20,
        },
      ],
    },
    {
      name: "JavaScript with CRLF",
      code: "server.addTool({ name: 'list_items', description: 'List items.', parameters: {}, execute });\r\nserver.addTool({ name: 'get-item', description: 'Get an item.', parameters: {}, execute });\r\n",
      language: "js",
      output: null,
      errors: [
        {
          messageId: "inconsistent",
          data: {
            tool: "'get-item'",
            casing: "kebab-case",
            common: "snake_case",
            others: "another tool",
            examples: "'list_items'",
          },
          line: 2,
          column: 24,
          endLine: 2,
          endColumn: 34,
        },
      ],
    },
    {
      name: "the tools of two servers in one file are compared each on their own",
      code: `
const one = new McpServer({ name: "one", version: "1.0.0" });
const two = new McpServer({ name: "two", version: "1.0.0" });
one.registerTool("list_items", { description: "List items.", inputSchema: {} }, async () => result);
two.registerTool("getItem", { description: "Get an item.", inputSchema: {} }, async () => result);
two.registerTool("add_item", { description: "Add an item.", inputSchema: {} }, async () => result);
`,
      output: null,
      errors: [
        {
          messageId: "inconsistent",
          data: {
            tool: "'add_item'",
            casing: "snake_case",
            common: "camelCase",
            others: "another tool",
            examples: "'getItem'",
          },
          line: 6,
          column: 18,
          endLine: 6,
          endColumn: 28,
        },
      ],
    },
  ],
});
