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
          data: { name: "'list_items'", line: 3 },
          line: 4,
          column: 11,
          endLine: 4,
          endColumn: 23,
        },
      ],
    },
  ],
});
