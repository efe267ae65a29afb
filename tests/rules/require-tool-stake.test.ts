import path from "node:path";
import { requireToolStake } from "../../rules/require-tool-stake.ts";
import { fixtureEditor } from "../fixture-editor.ts";
import { testRule } from "../rule-tester.ts";

/** A file of one of the small repositories in `fixtures`. */
function fixture(file: string): string {
  return path.join(import.meta.dirname, "fixtures", file);
}

testRule("require-tool-stake", requireToolStake, {
  valid: [
    {
      name: "a stake of each level",
      code: `
export const TOOLS = createToolsRecord({
  list_notes: { description: "List notes.", schema: {}, stake: "never_ask" },
  add_note: { description: "Add a note.", schema: {}, stake: "low" },
  share_note: { description: "Share a note.", schema: {}, stake: "medium" },
  delete_note: { description: "Delete a note.", schema: {}, stake: "high" },
});
`,
    },
    {
      name: "stakes that the server object holds",
      code: `
const RUN_TOOL_NAME = "run_report";
const REPORT_TOOLS = [
  { name: RUN_TOOL_NAME, description: "Run a report.", schema: {}, displayLabels: { running: "Running", done: "Run" } },
] as const satisfies readonly InternalMCPToolType[];
export const REPORT_SERVER = {
  serverInfo: { name: "report", version: "1.0.0" },
  tools: REPORT_TOOLS,
  tools_stakes: { [RUN_TOOL_NAME]: "never_ask" },
} as const satisfies ServerMetadata;
`,
    },
    {
      name: "the MCP SDK's own dialects have no stakes",
      code: `
const server = new McpServer({ name: "notes", version: "1.0.0" });
server.registerTool("list_notes", { description: "List notes.", inputSchema: {} }, async () => result);
`,
    },
    {
      name: "nor has FastMCP",
      code: `
server.addTool({ name: "list_notes", description: "List notes.", parameters: z.object({}), execute: async () => "none" });
`,
    },
    {
      name: "values that can't be read",
      code: `
export const TOOLS = createToolsRecord({
  list_notes: { description: "List notes.", schema: {}, stake: stakeFor("list_notes") },
  add_note: { ...defaults, description: "Add a note.", schema: {} },
  move_note: { description: "Move a note.", schema: {}, stake: \`\${level}\` },
});
`,
    },
    {
      name: "an imported level",
      code: `
import { READ_STAKE } from "./stakes";
export const TOOLS = createToolsRecord({ list_notes: { description: "List notes.", schema: {}, stake: READ_STAKE } });
`,
      filename: fixture("shared-stakes/metadata.ts"),
    },
    {
      name: "levels of one's own",
      code: `
export const TOOLS = createToolsRecord({ list_notes: { description: "List notes.", schema: {}, stake: "guarded" } });
`,
      settings: { "mcp-runbook": { stakeLevels: ["free", "guarded"] } },
    },
  ],
  invalid: [
    {
      name: "a tool that reads",
      code: `
export const TOOLS = createToolsRecord({
  list_notes: {
    description: "List notes.",
    schema: {},
  },
});
`,
      output: null,
      errors: [
        {
          messageId: "missing",
          data: {
            tool: "'list_notes'",
            levels: "never_ask, low, medium or high",
          },
          line: 3,
          column: 3,
          endLine: 3,
          endColumn: 13,
          suggestions: [
            {
              messageId: "useLevel",
              data: { level: "never_ask" },
              output: `
export const TOOLS = createToolsRecord({
  list_notes: {
    description: "List notes.",
    schema: {},
    stake: "never_ask",
  },
});
`,
            },
            {
              messageId: "useLevel",
              data: { level: "low" },
              output: `
export const TOOLS = createToolsRecord({
  list_notes: {
    description: "List notes.",
    schema: {},
    stake: "low",
  },
});
`,
            },
            {
              messageId: "useLevel",
              data: { level: "medium" },
              output: `
export const TOOLS = createToolsRecord({
  list_notes: {
    description: "List notes.",
    schema: {},
    stake: "medium",
  },
});
`,
            },
            {
              messageId: "useLevel",
              data: { level: "high" },
              output: `
export const TOOLS = createToolsRecord({
  list_notes: {
    description: "List notes.",
    schema: {},
    stake: "high",
  },
});
`,
            },
          ],
        },
      ],
    },
    {
      name: "a tool that writes, in an array",
      code: `
export const TOOLS = [
  { name: "create_note", description: "Create a note.", schema: { text: z.string() }, displayLabels: labels },
] as const satisfies readonly InternalMCPToolType[];
`,
      output: null,
      errors: [
        {
          messageId: "missing",
          data: {
            tool: "'create_note'",
            levels: "never_ask, low, medium or high",
          },
          line: 3,
          column: 11,
          endLine: 3,
          endColumn: 24,
          suggestions: [
            {
              messageId: "useLevel",
              data: { level: "low" },
              output: `
export const TOOLS = [
  { name: "create_note", description: "Create a note.", schema: { text: z.string() }, stake: "low", displayLabels: labels },
] as const satisfies readonly InternalMCPToolType[];
`,
            },
            {
              messageId: "useLevel",
              data: { level: "medium" },
              output: `
export const TOOLS = [
  { name: "create_note", description: "Create a note.", schema: { text: z.string() }, stake: "medium", displayLabels: labels },
] as const satisfies readonly InternalMCPToolType[];
`,
            },
            {
              messageId: "useLevel",
              data: { level: "never_ask" },
              output: `
export const TOOLS = [
  { name: "create_note", description: "Create a note.", schema: { text: z.string() }, stake: "never_ask", displayLabels: labels },
] as const satisfies readonly InternalMCPToolType[];
`,
            },
            {
              messageId: "useLevel",
              data: { level: "high" },
              output: `
export const TOOLS = [
  { name: "create_note", description: "Create a note.", schema: { text: z.string() }, stake: "high", displayLabels: labels },
] as const satisfies readonly InternalMCPToolType[];
`,
            },
          ],
        },
      ],
    },
    {
      name: "a tool that deletes, with a comment behind its schema",
      code: `
export const TOOLS = createToolsRecord({
  delete_note: {
    description: "Delete a note.",
    schema: { id: z.string().describe("ID of the note.") }, // only one's own
    displayLabels: { running: "Deleting note", done: "Delete note" },
  },
});
`,
      output: null,
      errors: [
        {
          messageId: "missing",
          data: {
            tool: "'delete_note'",
            levels: "never_ask, low, medium or high",
          },
          line: 3,
          column: 3,
          endLine: 3,
          endColumn: 14,
          suggestions: [
            {
              messageId: "useLevel",
              data: { level: "high" },
              output: `
export const TOOLS = createToolsRecord({
  delete_note: {
    description: "Delete a note.",
    schema: { id: z.string().describe("ID of the note.") }, // only one's own
    stake: "high",
    displayLabels: { running: "Deleting note", done: "Delete note" },
  },
});
`,
            },
            {
              messageId: "useLevel",
              data: { level: "medium" },
              output: `
export const TOOLS = createToolsRecord({
  delete_note: {
    description: "Delete a note.",
    schema: { id: z.string().describe("ID of the note.") }, // only one's own
    stake: "medium",
    displayLabels: { running: "Deleting note", done: "Delete note" },
  },
});
`,
            },
            {
              messageId: "useLevel",
              data: { level: "low" },
              output: `
export const TOOLS = createToolsRecord({
  delete_note: {
    description: "Delete a note.",
    schema: { id: z.string().describe("ID of the note.") }, // only one's own
    stake: "low",
    displayLabels: { running: "Deleting note", done: "Delete note" },
  },
});
`,
            },
            {
              messageId: "useLevel",
              data: { level: "never_ask" },
              output: `
export const TOOLS = createToolsRecord({
  delete_note: {
    description: "Delete a note.",
    schema: { id: z.string().describe("ID of the note.") }, // only one's own
    stake: "never_ask",
    displayLabels: { running: "Deleting note", done: "Delete note" },
  },
});
`,
            },
          ],
        },
      ],
    },
    {
      name: "a tool that sends",
      code: `
export const TOOLS = createToolsRecord({ send_mail: { description: "Send a mail.", schema: {} } });
`,
      output: null,
      errors: [
        {
          messageId: "missing",
          data: {
            tool: "'send_mail'",
            levels: "never_ask, low, medium or high",
          },
          line: 2,
          column: 42,
          endLine: 2,
          endColumn: 51,
          suggestions: [
            {
              messageId: "useLevel",
              data: { level: "high" },
              output: `
export const TOOLS = createToolsRecord({ send_mail: { description: "Send a mail.", schema: {}, stake: "high" } });
`,
            },
            {
              messageId: "useLevel",
              data: { level: "medium" },
              output: `
export const TOOLS = createToolsRecord({ send_mail: { description: "Send a mail.", schema: {}, stake: "medium" } });
`,
            },
            {
              messageId: "useLevel",
              data: { level: "low" },
              output: `
export const TOOLS = createToolsRecord({ send_mail: { description: "Send a mail.", schema: {}, stake: "low" } });
`,
            },
            {
              messageId: "useLevel",
              data: { level: "never_ask" },
              output: `
export const TOOLS = createToolsRecord({ send_mail: { description: "Send a mail.", schema: {}, stake: "never_ask" } });
`,
            },
          ],
        },
      ],
    },
    {
      name: "a verb that nobody knows counts as writing",
      code: `
export const TOOLS = createToolsRecord({ frobnicate_note: { description: "Frobnicate.", schema: {} } });
`,
      output: null,
      errors: [
        {
          messageId: "missing",
          data: {
            tool: "'frobnicate_note'",
            levels: "never_ask, low, medium or high",
          },
          line: 2,
          column: 42,
          endLine: 2,
          endColumn: 57,
          suggestions: [
            {
              messageId: "useLevel",
              data: { level: "low" },
              output: `
export const TOOLS = createToolsRecord({ frobnicate_note: { description: "Frobnicate.", schema: {}, stake: "low" } });
`,
            },
            {
              messageId: "useLevel",
              data: { level: "medium" },
              output: `
export const TOOLS = createToolsRecord({ frobnicate_note: { description: "Frobnicate.", schema: {}, stake: "medium" } });
`,
            },
            {
              messageId: "useLevel",
              data: { level: "never_ask" },
              output: `
export const TOOLS = createToolsRecord({ frobnicate_note: { description: "Frobnicate.", schema: {}, stake: "never_ask" } });
`,
            },
            {
              messageId: "useLevel",
              data: { level: "high" },
              output: `
export const TOOLS = createToolsRecord({ frobnicate_note: { description: "Frobnicate.", schema: {}, stake: "high" } });
`,
            },
          ],
        },
      ],
    },
    {
      name: "a name that can't be read",
      code: `
export const TOOLS = [
  { name: nameOf("list"), description: "List notes.", schema: {}, displayLabels: {} },
] as const;
`,
      output: null,
      errors: [
        {
          messageId: "missing",
          data: { tool: "This tool", levels: "never_ask, low, medium or high" },
          line: 3,
          column: 3,
          endLine: 3,
          endColumn: 86,
          suggestions: [
            {
              messageId: "useLevel",
              data: { level: "low" },
              output: `
export const TOOLS = [
  { name: nameOf("list"), description: "List notes.", schema: {}, stake: "low", displayLabels: {} },
] as const;
`,
            },
            {
              messageId: "useLevel",
              data: { level: "medium" },
              output: `
export const TOOLS = [
  { name: nameOf("list"), description: "List notes.", schema: {}, stake: "medium", displayLabels: {} },
] as const;
`,
            },
            {
              messageId: "useLevel",
              data: { level: "never_ask" },
              output: `
export const TOOLS = [
  { name: nameOf("list"), description: "List notes.", schema: {}, stake: "never_ask", displayLabels: {} },
] as const;
`,
            },
            {
              messageId: "useLevel",
              data: { level: "high" },
              output: `
export const TOOLS = [
  { name: nameOf("list"), description: "List notes.", schema: {}, stake: "high", displayLabels: {} },
] as const;
`,
            },
          ],
        },
      ],
    },
    {
      name: "a tool that tools_stakes leaves out",
      code: `
const TOOLS = [
  { name: "list_notes", description: "List notes.", schema: {}, displayLabels: {} },
] as const satisfies readonly InternalMCPToolType[];
export const NOTES_SERVER = {
  serverInfo: { name: "notes", version: "1.0.0" },
  tools: TOOLS,
  tools_stakes: { add_note: "low" },
};
`,
      output: null,
      errors: [
        {
          messageId: "missingBeside",
          data: {
            tool: "'list_notes'",
            levels: "never_ask, low, medium or high",
          },
          line: 3,
          column: 11,
          endLine: 3,
          endColumn: 23,
          suggestions: [
            {
              messageId: "useLevel",
              data: { level: "never_ask" },
              output: `
const TOOLS = [
  { name: "list_notes", description: "List notes.", schema: {}, displayLabels: {} },
] as const satisfies readonly InternalMCPToolType[];
export const NOTES_SERVER = {
  serverInfo: { name: "notes", version: "1.0.0" },
  tools: TOOLS,
  tools_stakes: { add_note: "low", list_notes: "never_ask" },
};
`,
            },
            {
              messageId: "useLevel",
              data: { level: "low" },
              output: `
const TOOLS = [
  { name: "list_notes", description: "List notes.", schema: {}, displayLabels: {} },
] as const satisfies readonly InternalMCPToolType[];
export const NOTES_SERVER = {
  serverInfo: { name: "notes", version: "1.0.0" },
  tools: TOOLS,
  tools_stakes: { add_note: "low", list_notes: "low" },
};
`,
            },
            {
              messageId: "useLevel",
              data: { level: "medium" },
              output: `
const TOOLS = [
  { name: "list_notes", description: "List notes.", schema: {}, displayLabels: {} },
] as const satisfies readonly InternalMCPToolType[];
export const NOTES_SERVER = {
  serverInfo: { name: "notes", version: "1.0.0" },
  tools: TOOLS,
  tools_stakes: { add_note: "low", list_notes: "medium" },
};
`,
            },
            {
              messageId: "useLevel",
              data: { level: "high" },
              output: `
const TOOLS = [
  { name: "list_notes", description: "List notes.", schema: {}, displayLabels: {} },
] as const satisfies readonly InternalMCPToolType[];
export const NOTES_SERVER = {
  serverInfo: { name: "notes", version: "1.0.0" },
  tools: TOOLS,
  tools_stakes: { add_note: "low", list_notes: "high" },
};
`,
            },
          ],
        },
      ],
    },
    {
      name: "misspelt levels",
      code: `
export const TOOLS = createToolsRecord({
  a_one: { description: "List a.", schema: {}, stake: "nevr_ask" },
  b_two: { description: "List b.", schema: {}, stake: "Low" },
  c_three: { description: "List c.", schema: {}, stake: 'never-ask' },
  d_four: { description: "List d.", schema: {}, stake: \`hihg\` },
});
`,
      output: `
export const TOOLS = createToolsRecord({
  a_one: { description: "List a.", schema: {}, stake: "never_ask" },
  b_two: { description: "List b.", schema: {}, stake: "low" },
  c_three: { description: "List c.", schema: {}, stake: 'never_ask' },
  d_four: { description: "List d.", schema: {}, stake: \`high\` },
});
`,
      errors: [
        {
          messageId: "misspelt",
          data: {
            tool: "'a_one'",
            stake: "'nevr_ask'",
            where: "",
            level: "'never_ask'",
          },
          line: 3,
          column: 55,
          endLine: 3,
          endColumn: 65,
        },
        {
          messageId: "misspelt",
          data: { tool: "'b_two'", stake: "'Low'", where: "", level: "'low'" },
          line: 4,
          column: 55,
          endLine: 4,
          endColumn: 60,
        },
        {
          messageId: "misspelt",
          data: {
            tool: "'c_three'",
            stake: "'never-ask'",
            where: "",
            level: "'never_ask'",
          },
          line: 5,
          column: 57,
          endLine: 5,
          endColumn: 68,
        },
        {
          messageId: "misspelt",
          data: {
            tool: "'d_four'",
            stake: "'hihg'",
            where: "",
            level: "'high'",
          },
          line: 6,
          column: 56,
          endLine: 6,
          endColumn: 62,
        },
      ],
    },
    {
      name: "what is near to no level",
      code: `
export const TOOLS = createToolsRecord({ list_notes: { description: "List notes.", schema: {}, stake: "always" } });
`,
      output: null,
      errors: [
        {
          messageId: "unknownLevel",
          data: {
            tool: "'list_notes'",
            stake: "'always'",
            where: "",
            levels: "never_ask, low, medium or high",
          },
          line: 2,
          column: 103,
          endLine: 2,
          endColumn: 111,
          suggestions: [
            {
              messageId: "useLevel",
              data: { level: "never_ask" },
              output: `
export const TOOLS = createToolsRecord({ list_notes: { description: "List notes.", schema: {}, stake: "never_ask" } });
`,
            },
            {
              messageId: "useLevel",
              data: { level: "low" },
              output: `
export const TOOLS = createToolsRecord({ list_notes: { description: "List notes.", schema: {}, stake: "low" } });
`,
            },
            {
              messageId: "useLevel",
              data: { level: "medium" },
              output: `
export const TOOLS = createToolsRecord({ list_notes: { description: "List notes.", schema: {}, stake: "medium" } });
`,
            },
            {
              messageId: "useLevel",
              data: { level: "high" },
              output: `
export const TOOLS = createToolsRecord({ list_notes: { description: "List notes.", schema: {}, stake: "high" } });
`,
            },
          ],
        },
      ],
    },
    {
      name: "no stake at all in a text",
      code: `
export const TOOLS = createToolsRecord({ list_notes: { description: "List notes.", schema: {}, stake: "" } });
`,
      output: null,
      errors: [
        {
          messageId: "unknownLevel",
          data: {
            tool: "'list_notes'",
            stake: "''",
            where: "",
            levels: "never_ask, low, medium or high",
          },
          line: 2,
          column: 103,
          endLine: 2,
          endColumn: 105,
          suggestions: [
            {
              messageId: "useLevel",
              data: { level: "never_ask" },
              output: `
export const TOOLS = createToolsRecord({ list_notes: { description: "List notes.", schema: {}, stake: "never_ask" } });
`,
            },
            {
              messageId: "useLevel",
              data: { level: "low" },
              output: `
export const TOOLS = createToolsRecord({ list_notes: { description: "List notes.", schema: {}, stake: "low" } });
`,
            },
            {
              messageId: "useLevel",
              data: { level: "medium" },
              output: `
export const TOOLS = createToolsRecord({ list_notes: { description: "List notes.", schema: {}, stake: "medium" } });
`,
            },
            {
              messageId: "useLevel",
              data: { level: "high" },
              output: `
export const TOOLS = createToolsRecord({ list_notes: { description: "List notes.", schema: {}, stake: "high" } });
`,
            },
          ],
        },
      ],
    },
    {
      name: "a constant that two tools share is reported once",
      code: `
const STAKE = "mediun";
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {}, stake: STAKE },
  move_note: { description: "Move a note.", schema: {}, stake: STAKE },
});
`,
      output: `
const STAKE = "medium";
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {}, stake: STAKE },
  move_note: { description: "Move a note.", schema: {}, stake: STAKE },
});
`,
      errors: [
        {
          messageId: "misspelt",
          data: {
            tool: "'add_note'",
            stake: "'mediun'",
            where: "",
            level: "'medium'",
          },
          line: 4,
          column: 62,
          endLine: 4,
          endColumn: 67,
        },
      ],
    },
    {
      name: "an imported constant is reported at the tool's stake",
      code: `
import { OLD_STAKE } from "./stakes";
export const TOOLS = createToolsRecord({ list_notes: { description: "List notes.", schema: {}, stake: OLD_STAKE } });
`,
      filename: fixture("shared-stakes/metadata.ts"),
      output: null,
      errors: [
        {
          messageId: "unknownLevel",
          data: {
            tool: "'list_notes'",
            stake: "'Lowest'",
            where: " (in tests/rules/fixtures/shared-stakes/stakes.ts, line 2)",
            levels: "never_ask, low, medium or high",
          },
          line: 3,
          column: 103,
          endLine: 3,
          endColumn: 112,
        },
      ],
    },
    {
      name: "levels of one's own, one of them misspelt",
      code: `
export const TOOLS = createToolsRecord({
  list_notes: { description: "List notes.", schema: {}, stake: "gaurded" },
  add_note: { description: "Add a note.", schema: {}, stake: "low" },
});
`,
      settings: { "mcp-runbook": { stakeLevels: ["free", "guarded"] } },
      output: `
export const TOOLS = createToolsRecord({
  list_notes: { description: "List notes.", schema: {}, stake: "guarded" },
  add_note: { description: "Add a note.", schema: {}, stake: "low" },
});
`,
      errors: [
        {
          messageId: "misspelt",
          data: {
            tool: "'list_notes'",
            stake: "'gaurded'",
            where: "",
            level: "'guarded'",
          },
          line: 3,
          column: 64,
          endLine: 3,
          endColumn: 73,
        },
        {
          messageId: "unknownLevel",
          data: {
            tool: "'add_note'",
            stake: "'low'",
            where: "",
            levels: "free or guarded",
          },
          line: 4,
          column: 62,
          endLine: 4,
          endColumn: 67,
          suggestions: [
            {
              messageId: "useLevel",
              data: { level: "guarded" },
              output: `
export const TOOLS = createToolsRecord({
  list_notes: { description: "List notes.", schema: {}, stake: "gaurded" },
  add_note: { description: "Add a note.", schema: {}, stake: "guarded" },
});
`,
            },
            {
              messageId: "useLevel",
              data: { level: "free" },
              output: `
export const TOOLS = createToolsRecord({
  list_notes: { description: "List notes.", schema: {}, stake: "gaurded" },
  add_note: { description: "Add a note.", schema: {}, stake: "free" },
});
`,
            },
          ],
        },
      ],
    },
    {
      name: "levels too short to be misspelt",
      code: `
export const TOOLS = createToolsRecord({ list_notes: { description: "List notes.", schema: {}, stake: "c" } });
`,
      settings: { "mcp-runbook": { stakeLevels: ["a", "b"] } },
      output: null,
      errors: [
        {
          messageId: "unknownLevel",
          data: {
            tool: "'list_notes'",
            stake: "'c'",
            where: "",
            levels: "a or b",
          },
          line: 2,
          column: 103,
          endLine: 2,
          endColumn: 106,
          suggestions: [
            {
              messageId: "useLevel",
              data: { level: "a" },
              output: `
export const TOOLS = createToolsRecord({ list_notes: { description: "List notes.", schema: {}, stake: "a" } });
`,
            },
            {
              messageId: "useLevel",
              data: { level: "b" },
              output: `
export const TOOLS = createToolsRecord({ list_notes: { description: "List notes.", schema: {}, stake: "b" } });
`,
            },
          ],
        },
      ],
    },
    {
      name: "JavaScript with CRLF",
      code: "export const TOOLS = createToolsRecord({\r\n  list_notes: {\r\n    description: 'List notes.',\r\n    schema: {},\r\n  },\r\n});\r\n",
      language: "js",
      output: null,
      errors: [
        {
          messageId: "missing",
          data: {
            tool: "'list_notes'",
            levels: "never_ask, low, medium or high",
          },
          line: 2,
          column: 3,
          endLine: 2,
          endColumn: 13,
          suggestions: [
            {
              messageId: "useLevel",
              data: { level: "never_ask" },
              output:
                "export const TOOLS = createToolsRecord({\r\n  list_notes: {\r\n    description: 'List notes.',\r\n    schema: {},\r\n    stake: \"never_ask\",\r\n  },\r\n});\r\n",
            },
            {
              messageId: "useLevel",
              data: { level: "low" },
              output:
                "export const TOOLS = createToolsRecord({\r\n  list_notes: {\r\n    description: 'List notes.',\r\n    schema: {},\r\n    stake: \"low\",\r\n  },\r\n});\r\n",
            },
            {
              messageId: "useLevel",
              data: { level: "medium" },
              output:
                "export const TOOLS = createToolsRecord({\r\n  list_notes: {\r\n    description: 'List notes.',\r\n    schema: {},\r\n    stake: \"medium\",\r\n  },\r\n});\r\n",
            },
            {
              messageId: "useLevel",
              data: { level: "high" },
              output:
                "export const TOOLS = createToolsRecord({\r\n  list_notes: {\r\n    description: 'List notes.',\r\n    schema: {},\r\n    stake: \"high\",\r\n  },\r\n});\r\n",
            },
          ],
        },
      ],
    },
  ],
});

// Stakes that stand in the constants file, in one small repository.

const edited = fixtureEditor("sorting-office");
const constants = "lib/actions/mcp_internal_actions/constants.ts";
const clock = "lib/actions/mcp_internal_actions/servers/clock.ts";

testRule("require-tool-stake, central", requireToolStake, {
  valid: [
    {
      name: "the constants as they are",
      ...edited(constants),
    },
    {
      name: "a server whose config holds its stakes",
      ...edited(clock),
    },
    {
      name: "stakes in a config that can't be read",
      ...edited(constants, [
        `tools_stakes: { get_time: "never_ask", set_alarm: "low" }`,
        `tools_stakes: stakesOf("clock")`,
      ]),
    },
    {
      name: "stakes that are spread in",
      ...edited(constants, [
        `tools_stakes: { get_time: "never_ask", set_alarm: "low" }`,
        "tools_stakes: { ...clockStakes }",
      ]),
    },
    {
      name: "a config that is spread in",
      ...edited(constants, [
        `tools_stakes: { get_time: "never_ask", set_alarm: "low" }`,
        "...clockConfig",
      ]),
    },
    {
      name: "a server that is handed on may have any tool",
      ...edited(clock, [
        "  return server;",
        `  addMore(server);
  return server;`,
      ]),
    },
    {
      name: "the config of one that is handed on may hold the stake of any",
      ...edited(constants, [
        `set_alarm: "low" }`,
        `set_alarm: "low", "wind-up": "high" }`,
      ]),
      settings: { "mcp-runbook": { servers: ["handed-on"] } },
    },
    {
      name: "a server without a config",
      ...edited(clock, [
        `makeInternalMCPServer("clock")`,
        `makeInternalMCPServer("watch")`,
      ]),
    },
    {
      name: "a server whose name another one has",
      ...edited(clock, [
        `makeInternalMCPServer("clock")`,
        `makeInternalMCPServer("notes")`,
      ]),
    },
    {
      name: "a name that only a run could tell",
      ...edited(clock, [`"set_alarm"`, "`set_${what}`"]),
    },
    {
      name: "a server of no Dust registry",
      ...edited(clock, [
        `makeInternalMCPServer("clock")`,
        `new McpServer({ name: "watch", version: "1.0.0" })`,
      ]),
    },
  ],
  invalid: [
    {
      name: "a tool without a stake in the config",
      ...edited(constants, [
        `tools_stakes: { get_time: "never_ask", set_alarm: "low" }`,
        `tools_stakes: { get_time: "never_ask" }`,
      ]),
      output: null,
      errors: [
        {
          messageId: "centralMissing",
          data: {
            tool: "'set_alarm'",
            server: "'clock'",
            levels: "never_ask, low, medium or high",
          },
          line: 40,
          column: 5,
          endLine: 40,
          endColumn: 17,
          suggestions: [
            {
              messageId: "addStake",
              data: { level: "low", tool: "set_alarm" },
              output: edited(
                constants,
                [
                  `tools_stakes: { get_time: "never_ask", set_alarm: "low" }`,
                  `tools_stakes: { get_time: "never_ask" }`,
                ],
                [
                  `tools_stakes: { get_time: "never_ask" },`,
                  `tools_stakes: { get_time: "never_ask", set_alarm: "low" },`,
                ],
              ).code,
            },
            {
              messageId: "addStake",
              data: { level: "medium", tool: "set_alarm" },
              output: edited(
                constants,
                [
                  `tools_stakes: { get_time: "never_ask", set_alarm: "low" }`,
                  `tools_stakes: { get_time: "never_ask" }`,
                ],
                [
                  `tools_stakes: { get_time: "never_ask" },`,
                  `tools_stakes: { get_time: "never_ask", set_alarm: "medium" },`,
                ],
              ).code,
            },
            {
              messageId: "addStake",
              data: { level: "never_ask", tool: "set_alarm" },
              output: edited(
                constants,
                [
                  `tools_stakes: { get_time: "never_ask", set_alarm: "low" }`,
                  `tools_stakes: { get_time: "never_ask" }`,
                ],
                [
                  `tools_stakes: { get_time: "never_ask" },`,
                  `tools_stakes: { get_time: "never_ask", set_alarm: "never_ask" },`,
                ],
              ).code,
            },
            {
              messageId: "addStake",
              data: { level: "high", tool: "set_alarm" },
              output: edited(
                constants,
                [
                  `tools_stakes: { get_time: "never_ask", set_alarm: "low" }`,
                  `tools_stakes: { get_time: "never_ask" }`,
                ],
                [
                  `tools_stakes: { get_time: "never_ask" },`,
                  `tools_stakes: { get_time: "never_ask", set_alarm: "high" },`,
                ],
              ).code,
            },
          ],
        },
      ],
    },
    {
      name: "stakes without any entry",
      ...edited(constants, [
        `tools_stakes: { get_time: "never_ask", set_alarm: "low" }`,
        "tools_stakes: {}",
      ]),
      output: null,
      errors: [
        {
          messageId: "centralMissing",
          data: {
            tool: "'get_time'",
            server: "'clock'",
            levels: "never_ask, low, medium or high",
          },
          line: 40,
          column: 5,
          endLine: 40,
          endColumn: 17,
          suggestions: [
            {
              messageId: "addStake",
              data: { level: "never_ask", tool: "get_time" },
              output: edited(
                constants,
                [
                  `tools_stakes: { get_time: "never_ask", set_alarm: "low" }`,
                  "tools_stakes: {}",
                ],
                [
                  "tools_stakes: {},",
                  `tools_stakes: { get_time: "never_ask" },`,
                ],
              ).code,
            },
            {
              messageId: "addStake",
              data: { level: "low", tool: "get_time" },
              output: edited(
                constants,
                [
                  `tools_stakes: { get_time: "never_ask", set_alarm: "low" }`,
                  "tools_stakes: {}",
                ],
                ["tools_stakes: {},", `tools_stakes: { get_time: "low" },`],
              ).code,
            },
            {
              messageId: "addStake",
              data: { level: "medium", tool: "get_time" },
              output: edited(
                constants,
                [
                  `tools_stakes: { get_time: "never_ask", set_alarm: "low" }`,
                  "tools_stakes: {}",
                ],
                ["tools_stakes: {},", `tools_stakes: { get_time: "medium" },`],
              ).code,
            },
            {
              messageId: "addStake",
              data: { level: "high", tool: "get_time" },
              output: edited(
                constants,
                [
                  `tools_stakes: { get_time: "never_ask", set_alarm: "low" }`,
                  "tools_stakes: {}",
                ],
                ["tools_stakes: {},", `tools_stakes: { get_time: "high" },`],
              ).code,
            },
          ],
        },
        {
          messageId: "centralMissing",
          data: {
            tool: "'set_alarm'",
            server: "'clock'",
            levels: "never_ask, low, medium or high",
          },
          line: 40,
          column: 5,
          endLine: 40,
          endColumn: 17,
          suggestions: [
            {
              messageId: "addStake",
              data: { level: "low", tool: "set_alarm" },
              output: edited(
                constants,
                [
                  `tools_stakes: { get_time: "never_ask", set_alarm: "low" }`,
                  "tools_stakes: {}",
                ],
                ["tools_stakes: {},", `tools_stakes: { set_alarm: "low" },`],
              ).code,
            },
            {
              messageId: "addStake",
              data: { level: "medium", tool: "set_alarm" },
              output: edited(
                constants,
                [
                  `tools_stakes: { get_time: "never_ask", set_alarm: "low" }`,
                  "tools_stakes: {}",
                ],
                ["tools_stakes: {},", `tools_stakes: { set_alarm: "medium" },`],
              ).code,
            },
            {
              messageId: "addStake",
              data: { level: "never_ask", tool: "set_alarm" },
              output: edited(
                constants,
                [
                  `tools_stakes: { get_time: "never_ask", set_alarm: "low" }`,
                  "tools_stakes: {}",
                ],
                [
                  "tools_stakes: {},",
                  `tools_stakes: { set_alarm: "never_ask" },`,
                ],
              ).code,
            },
            {
              messageId: "addStake",
              data: { level: "high", tool: "set_alarm" },
              output: edited(
                constants,
                [
                  `tools_stakes: { get_time: "never_ask", set_alarm: "low" }`,
                  "tools_stakes: {}",
                ],
                ["tools_stakes: {},", `tools_stakes: { set_alarm: "high" },`],
              ).code,
            },
          ],
        },
      ],
    },
    {
      name: "a stake of a tool that was renamed",
      ...edited(constants, [
        `tools_stakes: { get_time: "never_ask", set_alarm: "low" }`,
        `tools_stakes: { get_time: "never_ask", set_alarms: "low" }`,
      ]),
      output: null,
      errors: [
        {
          messageId: "centralStray",
          data: {
            tool: "'set_alarms'",
            server: "'clock'",
            meant: " Did you mean 'set_alarm'?",
          },
          line: 40,
          column: 44,
          endLine: 40,
          endColumn: 54,
          suggestions: [
            {
              messageId: "renameStake",
              data: { name: "set_alarm" },
              output: edited(
                constants,
                [
                  `tools_stakes: { get_time: "never_ask", set_alarm: "low" }`,
                  `tools_stakes: { get_time: "never_ask", set_alarms: "low" }`,
                ],
                [
                  `tools_stakes: { get_time: "never_ask", set_alarms: "low" },`,
                  `tools_stakes: { get_time: "never_ask", set_alarm: "low" },`,
                ],
              ).code,
            },
          ],
        },
      ],
    },
    {
      name: "a stake of a tool that is gone",
      ...edited(constants, [
        `tools_stakes: { get_time: "never_ask", set_alarm: "low" }`,
        `tools_stakes: {
      get_time: "never_ask",
      set_alarm: "low",
      "wind-up": "high",
    }`,
      ]),
      output: null,
      errors: [
        {
          messageId: "centralStray",
          data: { tool: "'wind-up'", server: "'clock'", meant: "" },
          line: 43,
          column: 7,
          endLine: 43,
          endColumn: 16,
          suggestions: [
            {
              messageId: "removeStake",
              data: { tool: "wind-up" },
              output: edited(
                constants,
                [
                  `tools_stakes: { get_time: "never_ask", set_alarm: "low" }`,
                  `tools_stakes: {
      get_time: "never_ask",
      set_alarm: "low",
      "wind-up": "high",
    }`,
                ],
                [
                  `      "wind-up": "high",
`,
                  "",
                ],
              ).code,
            },
          ],
        },
      ],
    },
    {
      name: "a config without stakes",
      ...edited(constants, [
        `    tools_stakes: { get_time: "never_ask", set_alarm: "low" },
`,
        "",
      ]),
      output: null,
      errors: [
        {
          messageId: "centralNone",
          data: { server: "'clock'", levels: "never_ask, low, medium or high" },
          line: 34,
          column: 3,
          endLine: 34,
          endColumn: 8,
          suggestions: [
            {
              messageId: "addStakes",
              data: { stakes: "get_time: never_ask, set_alarm: low" },
              output: edited(
                constants,
                [
                  `    tools_stakes: { get_time: "never_ask", set_alarm: "low" },
`,
                  "",
                ],
                [
                  `    id: 3,
    availability: "auto",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,`,
                  `    id: 3,
    availability: "auto",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    tools_stakes: {
      get_time: "never_ask",
      set_alarm: "low",
    },`,
                ],
              ).code,
            },
          ],
        },
      ],
    },
    {
      name: "a config with undefined stakes",
      ...edited(constants, [
        `tools_stakes: { get_time: "never_ask", set_alarm: "low" }`,
        "tools_stakes: undefined",
      ]),
      output: null,
      errors: [
        {
          messageId: "centralNone",
          data: { server: "'clock'", levels: "never_ask, low, medium or high" },
          line: 34,
          column: 3,
          endLine: 34,
          endColumn: 8,
        },
      ],
    },
    {
      name: "a misspelt level in the config",
      ...edited(constants, [`get_time: "never_ask"`, "get_time: 'Never ask'"]),
      output: edited(
        constants,
        [`get_time: "never_ask"`, "get_time: 'Never ask'"],
        [
          `tools_stakes: { get_time: 'Never ask', set_alarm: "low" },`,
          `tools_stakes: { get_time: 'never_ask', set_alarm: "low" },`,
        ],
      ).code,
      errors: [
        {
          messageId: "misspelt",
          data: {
            tool: "'get_time' of 'clock'",
            stake: "'Never ask'",
            where: "",
            level: "'never_ask'",
          },
          line: 40,
          column: 31,
          endLine: 40,
          endColumn: 42,
        },
      ],
    },
    {
      name: "no level in the config",
      ...edited(constants, [`get_time: "never_ask"`, `get_time: "free"`]),
      output: null,
      errors: [
        {
          messageId: "unknownLevel",
          data: {
            tool: "'get_time' of 'clock'",
            stake: "'free'",
            where: "",
            levels: "never_ask, low, medium or high",
          },
          line: 40,
          column: 31,
          endLine: 40,
          endColumn: 37,
          suggestions: [
            {
              messageId: "useLevel",
              data: { level: "never_ask" },
              output: edited(
                constants,
                [`get_time: "never_ask"`, `get_time: "free"`],
                [
                  `tools_stakes: { get_time: "free", set_alarm: "low" },`,
                  `tools_stakes: { get_time: "never_ask", set_alarm: "low" },`,
                ],
              ).code,
            },
            {
              messageId: "useLevel",
              data: { level: "low" },
              output: edited(
                constants,
                [`get_time: "never_ask"`, `get_time: "free"`],
                [
                  `tools_stakes: { get_time: "free", set_alarm: "low" },`,
                  `tools_stakes: { get_time: "low", set_alarm: "low" },`,
                ],
              ).code,
            },
            {
              messageId: "useLevel",
              data: { level: "medium" },
              output: edited(
                constants,
                [`get_time: "never_ask"`, `get_time: "free"`],
                [
                  `tools_stakes: { get_time: "free", set_alarm: "low" },`,
                  `tools_stakes: { get_time: "medium", set_alarm: "low" },`,
                ],
              ).code,
            },
            {
              messageId: "useLevel",
              data: { level: "high" },
              output: edited(
                constants,
                [`get_time: "never_ask"`, `get_time: "free"`],
                [
                  `tools_stakes: { get_time: "free", set_alarm: "low" },`,
                  `tools_stakes: { get_time: "high", set_alarm: "low" },`,
                ],
              ).code,
            },
          ],
        },
      ],
    },
    {
      name: "a tool without a stake, at its registration",
      ...edited(clock, [`"set_alarm"`, `"stop_alarm"`]),
      output: null,
      errors: [
        {
          messageId: "missingThere",
          data: {
            tool: "'stop_alarm'",
            server: "'clock'",
            levels: "never_ask, low, medium or high",
            where: "lib/actions/mcp_internal_actions/constants.ts, line 40",
          },
          line: 10,
          column: 5,
          endLine: 10,
          endColumn: 17,
        },
      ],
    },
    {
      name: "a config without stakes, at the definition",
      ...edited(clock),
      settings: {
        "mcp-runbook": {
          constants: "lib/actions/mcp_internal_actions/constants_swapped.ts",
        },
      },
      output: null,
      errors: [
        {
          messageId: "noneThere",
          data: {
            server: "'clock'",
            levels: "never_ask, low, medium or high",
            where:
              "lib/actions/mcp_internal_actions/constants_swapped.ts, line 34",
          },
          line: 5,
          column: 40,
          endLine: 5,
          endColumn: 47,
        },
      ],
    },
  ],
});
