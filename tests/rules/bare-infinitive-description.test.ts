import path from "node:path";
import { bareInfinitiveDescription } from "../../rules/bare-infinitive-description.ts";
import { testRule } from "../rule-tester.ts";

/** A file of one of the small repositories in `fixtures`. */
function fixture(file: string): string {
  return path.join(import.meta.dirname, "fixtures", file);
}

testRule("bare-infinitive-description", bareInfinitiveDescription, {
  valid: [
    {
      name: "base verbs",
      code: `
export const TOOLS = createToolsRecord({
  list_boards: { description: "List all boards of the workspace.", schema: {}, stake: "never_ask" },
  get_sheets: { description: "Get a list of all sheets (tabs) of a workbook.", schema: {}, stake: "never_ask" },
  search_chats: { description: "Search chats, threads and messages by keyword.", schema: {}, stake: "never_ask" },
  delete_board: { description: "Permanently delete a board.", schema: {}, stake: "high" },
});
`,
    },
    {
      name: "what can't be read",
      code: `
import { describeTool } from "./describe";
export const TOOLS = createToolsRecord({
  list_notes: { description: describeTool("list"), schema: {}, stake: "low" },
  ...more,
  get_note: { ...shared, schema: {}, stake: "low" },
});
export function register(server, text) {
  server.tool("add_note", text, {}, async () => result);
}
`,
    },
    {
      name: "too little of the text is known",
      code: `
export const TOOLS = createToolsRecord({
  list_notes: { description: \`Lists \${things} of the day\`, schema: {}, stake: "low" },
});
`,
    },
    {
      name: "parameters and servers may be described as one likes",
      code: `
export const TOOLS = createToolsRecord({
  list_notes: { description: "List notes.", schema: { description: z.string().describe("The text.") }, stake: "low" },
});
export const SERVER = { serverInfo: { name: "notes", description: "Notes of a team." }, tools: Object.values(TOOLS) };
`,
    },
    {
      name: "verbs of one's own",
      code: `
export const TOOLS = createToolsRecord({
  defrag_disk: { description: "Defrag a disk.", schema: {}, stake: "low" },
});
`,
      options: [{ verbs: ["Defrag"] }],
    },
    {
      name: "openings of one's own",
      code: `
export const TOOLS = createToolsRecord({
  look_up: { description: "Quick lookup of a word.", schema: {}, stake: "low" },
});
`,
      options: [{ allow: ["Quick lookup"] }],
    },
    {
      name: "an undecided word is let pass",
      code: `
export const TOOLS = createToolsRecord({
  grok_page: { description: "Grok.", schema: {}, stake: "low" },
});
`,
    },
    {
      name: "an imported text that starts well",
      code: `
import { GET_NOTE, LIMIT } from "./texts";
export const TOOLS = createToolsRecord({
  get_note: { description: GET_NOTE, schema: {}, stake: "low" },
  list_notes: { description: \`List up to \${LIMIT} notes.\`, schema: {}, stake: "low" },
});
`,
      filename: fixture("shared-texts/metadata.ts"),
    },
  ],
  invalid: [
    {
      name: "third person",
      code: `
export const TOOLS = createToolsRecord({
  list_warehouses: { description: "Lists all SQL warehouses of a workspace.", schema: {}, stake: "low" },
});
`,
      output: `
export const TOOLS = createToolsRecord({
  list_warehouses: { description: "List all SQL warehouses of a workspace.", schema: {}, stake: "low" },
});
`,
      errors: [
        {
          messageId: "third-person",
          data: {
            tool: "'list_warehouses'",
            opening: "'Lists'",
            where: "",
            verb: " 'List'",
          },
          line: 3,
          column: 36,
          endLine: 3,
          endColumn: 41,
        },
      ],
    },
    {
      name: "gerund, in an array",
      code: `
export const TOOLS = [
  { name: "list_warehouses", description: 'Listing all SQL warehouses.', schema: {}, stake: "never_ask" },
] as const satisfies readonly InternalMCPToolType[];
`,
      output: `
export const TOOLS = [
  { name: "list_warehouses", description: 'List all SQL warehouses.', schema: {}, stake: "never_ask" },
] as const satisfies readonly InternalMCPToolType[];
`,
      errors: [
        {
          messageId: "gerund",
          data: {
            tool: "'list_warehouses'",
            opening: "'Listing'",
            where: "",
            verb: " 'List'",
          },
          line: 3,
          column: 44,
          endLine: 3,
          endColumn: 51,
        },
      ],
    },
    {
      name: "coordinated verbs, over a chain of literals",
      code: `
server.tool("sort_notes", "Lists and " + 'filters the notes' + " of a folder.", { folder: z.string() }, async () => result);
`,
      output: `
server.tool("sort_notes", "List and " + 'filter the notes' + " of a folder.", { folder: z.string() }, async () => result);
`,
      errors: [
        {
          messageId: "third-person",
          data: {
            tool: "'sort_notes'",
            opening: "'Lists'",
            where: "",
            verb: " 'List'",
          },
          line: 2,
          column: 28,
          endLine: 2,
          endColumn: 33,
        },
      ],
    },
    {
      name: "lead-ins",
      code: `
export const TOOLS = createToolsRecord({
  list_notes: { description: "This tool lists notes.", schema: {}, stake: "low" },
  get_note: { description: "A tool that gets a note.", schema: {}, stake: "low" },
  add_note: { description: "Allows you to add a note.", schema: {}, stake: "low" },
  move_note: { description: "Used to move a note.", schema: {}, stake: "low" },
  find_note: { description: "Tool for finding a note.", schema: {}, stake: "low" },
  copy_note: { description: "Use this tool to copy a note.", schema: {}, stake: "low" },
  read_note: { description: "Retrieval of a note.", schema: {}, stake: "low" },
});
`,
      output: `
export const TOOLS = createToolsRecord({
  list_notes: { description: "List notes.", schema: {}, stake: "low" },
  get_note: { description: "Get a note.", schema: {}, stake: "low" },
  add_note: { description: "Add a note.", schema: {}, stake: "low" },
  move_note: { description: "Move a note.", schema: {}, stake: "low" },
  find_note: { description: "Find a note.", schema: {}, stake: "low" },
  copy_note: { description: "Copy a note.", schema: {}, stake: "low" },
  read_note: { description: "Retrieve a note.", schema: {}, stake: "low" },
});
`,
      errors: [
        {
          messageId: "lead-in",
          data: {
            tool: "'list_notes'",
            opening: "'This tool lists'",
            where: "",
            verb: " 'List'",
          },
          line: 3,
          column: 31,
          endLine: 3,
          endColumn: 46,
        },
        {
          messageId: "lead-in",
          data: {
            tool: "'get_note'",
            opening: "'A tool that gets'",
            where: "",
            verb: " 'Get'",
          },
          line: 4,
          column: 29,
          endLine: 4,
          endColumn: 45,
        },
        {
          messageId: "lead-in",
          data: {
            tool: "'add_note'",
            opening: "'Allows you to add'",
            where: "",
            verb: " 'Add'",
          },
          line: 5,
          column: 29,
          endLine: 5,
          endColumn: 46,
        },
        {
          messageId: "lead-in",
          data: {
            tool: "'move_note'",
            opening: "'Used to move'",
            where: "",
            verb: " 'Move'",
          },
          line: 6,
          column: 30,
          endLine: 6,
          endColumn: 42,
        },
        {
          messageId: "lead-in",
          data: {
            tool: "'find_note'",
            opening: "'Tool for finding'",
            where: "",
            verb: " 'Find'",
          },
          line: 7,
          column: 30,
          endLine: 7,
          endColumn: 46,
        },
        {
          messageId: "lead-in",
          data: {
            tool: "'copy_note'",
            opening: "'Use this tool to copy'",
            where: "",
            verb: " 'Copy'",
          },
          line: 8,
          column: 30,
          endLine: 8,
          endColumn: 51,
        },
        {
          messageId: "noun-phrase",
          data: {
            tool: "'read_note'",
            opening: "'Retrieval'",
            where: "",
            such: ", such as 'Retrieve'",
          },
          line: 9,
          column: 30,
          endLine: 9,
          endColumn: 39,
        },
      ],
    },
    {
      name: "registerTool and its modes",
      code: `
server.registerTool("get_note", { description: "Will get a note.", inputSchema: {} }, async () => result);
server.registerTool("add_note", { description: "To add a note.", inputSchema: {} }, async () => result);
server.registerTool("move_note", { description: "Please move a note.", inputSchema: {} }, async () => result);
server.registerTool("drop_note", { description: "Deleted a note.", inputSchema: {} }, async () => result);
`,
      output: `
server.registerTool("get_note", { description: "Get a note.", inputSchema: {} }, async () => result);
server.registerTool("add_note", { description: "Add a note.", inputSchema: {} }, async () => result);
server.registerTool("move_note", { description: "Move a note.", inputSchema: {} }, async () => result);
server.registerTool("drop_note", { description: "Delete a note.", inputSchema: {} }, async () => result);
`,
      errors: [
        {
          messageId: "modal",
          data: {
            tool: "'get_note'",
            opening: "'Will get'",
            where: "",
            verb: " 'Get'",
          },
          line: 2,
          column: 49,
          endLine: 2,
          endColumn: 57,
        },
        {
          messageId: "to-infinitive",
          data: {
            tool: "'add_note'",
            opening: "'To add'",
            where: "",
            verb: " 'Add'",
          },
          line: 3,
          column: 49,
          endLine: 3,
          endColumn: 55,
        },
        {
          messageId: "please",
          data: {
            tool: "'move_note'",
            opening: "'Please'",
            where: "",
            verb: " 'Move'",
          },
          line: 4,
          column: 50,
          endLine: 4,
          endColumn: 56,
        },
        {
          messageId: "past",
          data: {
            tool: "'drop_note'",
            opening: "'Deleted'",
            where: "",
            verb: " 'Delete'",
          },
          line: 5,
          column: 50,
          endLine: 5,
          endColumn: 57,
        },
      ],
    },
    {
      name: "a JSON schema list",
      code: `
server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [
    { name: "get_note", description: "Gets a note.", inputSchema: { type: "object", properties: {} } },
  ],
}));
`,
      output: `
server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [
    { name: "get_note", description: "Get a note.", inputSchema: { type: "object", properties: {} } },
  ],
}));
`,
      errors: [
        {
          messageId: "third-person",
          data: {
            tool: "'get_note'",
            opening: "'Gets'",
            where: "",
            verb: " 'Get'",
          },
          line: 4,
          column: 39,
          endLine: 4,
          endColumn: 43,
        },
      ],
    },
    {
      name: "a class that hands its tool to its base",
      code: `
const definition = { name: "get_note", description: \`
  Gets a note.
\`, inputSchema: zodToJsonSchema(schema) };
export class GetNoteTool extends BaseTool {
  constructor() { super(schema, definition); }
}
`,
      output: `
const definition = { name: "get_note", description: \`
  Get a note.
\`, inputSchema: zodToJsonSchema(schema) };
export class GetNoteTool extends BaseTool {
  constructor() { super(schema, definition); }
}
`,
      errors: [
        {
          messageId: "third-person",
          data: {
            tool: "'get_note'",
            opening: "'Gets'",
            where: "",
            verb: " 'Get'",
          },
          line: 3,
          column: 3,
          endLine: 3,
          endColumn: 7,
        },
      ],
    },
    {
      name: "FastMCP",
      code: `
server.addTool({ name: "get_note", description: "Gets a note.", parameters: z.object({}), execute: async () => "" });
`,
      output: `
server.addTool({ name: "get_note", description: "Get a note.", parameters: z.object({}), execute: async () => "" });
`,
      errors: [
        {
          messageId: "third-person",
          data: {
            tool: "'get_note'",
            opening: "'Gets'",
            where: "",
            verb: " 'Get'",
          },
          line: 2,
          column: 50,
          endLine: 2,
          endColumn: 54,
        },
      ],
    },
    {
      name: "a noun phrase whose tool has a verb: somebody has to choose",
      code: `
export const TOOLS = createToolsRecord({
  list_files: { description: "Spreadsheet file listing from the drive.", schema: {}, stake: "low" },
});
`,
      output: null,
      errors: [
        {
          messageId: "noun-phrase",
          data: {
            tool: "'list_files'",
            opening: "'Spreadsheet'",
            where: "",
            such: ", such as 'List'",
          },
          line: 3,
          column: 31,
          endLine: 3,
          endColumn: 42,
          suggestions: [
            {
              messageId: "rewrite",
              data: { text: "'List spreadsheet files from the drive.'" },
              output: `
export const TOOLS = createToolsRecord({
  list_files: { description: "List spreadsheet files from the drive.", schema: {}, stake: "low" },
});
`,
            },
          ],
        },
      ],
    },
    {
      name: "a noun phrase without a verb",
      code: `
export const TOOLS = createToolsRecord({
  weather: { description: "The weather in a city.", schema: {}, stake: "low" },
});
`,
      output: null,
      errors: [
        {
          messageId: "noun-phrase",
          data: { tool: "'weather'", opening: "'The'", where: "", such: "" },
          line: 3,
          column: 28,
          endLine: 3,
          endColumn: 31,
        },
      ],
    },
    {
      name: "an empty text and one of white space",
      code: `
export const TOOLS = createToolsRecord({
  list_notes: { description: "", schema: {}, stake: "low" },
  get_note: { description: "  ", schema: {}, stake: "low" },
  add_note: { description: "!?", schema: {}, stake: "low" },
  move_note: { description: "move_note", schema: {}, stake: "low" },
});
`,
      output: null,
      errors: [
        {
          messageId: "empty",
          data: { Tool: "'list_notes'", where: "" },
          line: 3,
          column: 30,
          endLine: 3,
          endColumn: 32,
        },
        {
          messageId: "empty",
          data: { Tool: "'get_note'", where: "" },
          line: 4,
          column: 29,
          endLine: 4,
          endColumn: 31,
        },
        {
          messageId: "no-words",
          data: { tool: "'add_note'", where: "" },
          line: 5,
          column: 29,
          endLine: 5,
          endColumn: 31,
        },
        {
          messageId: "tool-name",
          data: { tool: "'move_note'", where: "" },
          line: 6,
          column: 30,
          endLine: 6,
          endColumn: 39,
        },
      ],
    },
    {
      name: "a name that can't be read",
      code: `
export const TOOLS = [{ name: nameOf("x"), description: "Lists notes.", schema: {}, stake: "low" }, { name: nameOf("y"), description: "", schema: {}, stake: "low" }];
`,
      output: `
export const TOOLS = [{ name: nameOf("x"), description: "List notes.", schema: {}, stake: "low" }, { name: nameOf("y"), description: "", schema: {}, stake: "low" }];
`,
      errors: [
        {
          messageId: "third-person",
          data: {
            tool: "this tool",
            opening: "'Lists'",
            where: "",
            verb: " 'List'",
          },
          line: 2,
          column: 58,
          endLine: 2,
          endColumn: 63,
        },
        {
          messageId: "empty",
          data: { Tool: "This tool", where: "" },
          line: 2,
          column: 135,
          endLine: 2,
          endColumn: 137,
        },
      ],
    },
    {
      name: "what not to do, a clause ahead, another language",
      code: `
export const TOOLS = createToolsRecord({
  edit_note: { description: "Do not use this for folders.", schema: {}, stake: "low" },
  get_note: { description: "When a note is named, get it.", schema: {}, stake: "low" },
  list_notes: { description: "Liste les notes de la personne dans le dossier.", schema: {}, stake: "low" },
});
`,
      output: null,
      errors: [
        {
          messageId: "negative",
          data: { tool: "'edit_note'", opening: "'Do not'", where: "" },
          line: 3,
          column: 30,
          endLine: 3,
          endColumn: 36,
        },
        {
          messageId: "leading-clause",
          data: { tool: "'get_note'", opening: "'When …'", where: "" },
          line: 4,
          column: 29,
          endLine: 4,
          endColumn: 33,
        },
        {
          messageId: "other-language",
          data: { tool: "'list_notes'", where: "" },
          line: 5,
          column: 31,
          endLine: 5,
          endColumn: 36,
        },
      ],
    },
    {
      name: "marks that hide the verb",
      code: `
export const TOOLS = createToolsRecord({
  export_notes: { description: "🚀 Export notes.", schema: {}, stake: "low" },
});
`,
      output: `
export const TOOLS = createToolsRecord({
  export_notes: { description: "Export notes.", schema: {}, stake: "low" },
});
`,
      errors: [
        {
          messageId: "hidden-verb",
          data: {
            tool: "'export_notes'",
            opening: "'🚀'",
            where: "",
            verb: " 'Export'",
          },
          line: 3,
          column: 33,
          endLine: 3,
          endColumn: 36,
        },
      ],
    },
    {
      name: "a constant that two tools share is reported and fixed once",
      code: `
const TEXT = "Lists notes.";
export const TOOLS = createToolsRecord({
  list_notes: { description: TEXT, schema: {}, stake: "low" },
  list_all_notes: { description: TEXT, schema: {}, stake: "low" },
});
`,
      output: `
const TEXT = "List notes.";
export const TOOLS = createToolsRecord({
  list_notes: { description: TEXT, schema: {}, stake: "low" },
  list_all_notes: { description: TEXT, schema: {}, stake: "low" },
});
`,
      errors: [
        {
          messageId: "third-person",
          data: {
            tool: "'list_notes'",
            opening: "'Lists'",
            where: "",
            verb: " 'List'",
          },
          line: 2,
          column: 15,
          endLine: 2,
          endColumn: 20,
        },
      ],
    },
    {
      name: "a template with a constant of the file",
      code: `const LIMIT = 20;
export const TOOLS = createToolsRecord({
  list_notes: { description: \`Lists up to \${LIMIT} notes.\`, schema: {}, stake: "low" },
});
`,
      output: `const LIMIT = 20;
export const TOOLS = createToolsRecord({
  list_notes: { description: \`List up to \${LIMIT} notes.\`, schema: {}, stake: "low" },
});
`,
      errors: [
        {
          messageId: "third-person",
          data: {
            tool: "'list_notes'",
            opening: "'Lists'",
            where: "",
            verb: " 'List'",
          },
          line: 3,
          column: 31,
          endLine: 3,
          endColumn: 36,
        },
      ],
    },
    {
      name: "an unknown part ahead of the end of the sentence leaves the choice to somebody",
      code: `
export const TOOLS = createToolsRecord({
  list_notes: { description: \`Lists all of the notes \${range} and sorts them.\`, schema: {}, stake: "low" },
});
`,
      output: null,
      errors: [
        {
          messageId: "third-person",
          data: {
            tool: "'list_notes'",
            opening: "'Lists'",
            where: "",
            verb: " 'List'",
          },
          line: 3,
          column: 31,
          endLine: 3,
          endColumn: 36,
          suggestions: [
            {
              messageId: "rewrite",
              data: { text: "'List all of the notes … and sorts them.'" },
              output: `
export const TOOLS = createToolsRecord({
  list_notes: { description: \`List all of the notes \${range} and sorts them.\`, schema: {}, stake: "low" },
});
`,
            },
          ],
        },
      ],
    },
    {
      name: "an unknown part behind the first sentence",
      code: `
export const TOOLS = createToolsRecord({
  list_notes: { description: \`Lists all notes. At most \${limit}.\`, schema: {}, stake: "low" },
});
`,
      output: `
export const TOOLS = createToolsRecord({
  list_notes: { description: \`List all notes. At most \${limit}.\`, schema: {}, stake: "low" },
});
`,
      errors: [
        {
          messageId: "third-person",
          data: {
            tool: "'list_notes'",
            opening: "'Lists'",
            where: "",
            verb: " 'List'",
          },
          line: 3,
          column: 31,
          endLine: 3,
          endColumn: 36,
        },
      ],
    },
    {
      name: "an imported text is reported where it is used",
      code: `
import { LIST_NOTES } from "./texts";
export const TOOLS = createToolsRecord({ list_notes: { description: LIST_NOTES, schema: {}, stake: "low" } });
`,
      filename: fixture("shared-texts/metadata.ts"),
      output: null,
      errors: [
        {
          messageId: "third-person",
          data: {
            tool: "'list_notes'",
            opening: "'Lists'",
            where: " (in tests/rules/fixtures/shared-texts/texts.ts, line 2)",
            verb: " 'List'",
          },
          line: 3,
          column: 69,
          endLine: 3,
          endColumn: 79,
        },
      ],
    },
    {
      name: "an undecided word, by option",
      code: `
export const TOOLS = createToolsRecord({
  grok_page: { description: "Grok.", schema: {}, stake: "low" },
});
`,
      options: [{ reportUndecided: true }],
      output: null,
      errors: [
        {
          messageId: "undecided",
          data: { tool: "'grok_page'", opening: "'Grok'", where: "" },
          line: 3,
          column: 30,
          endLine: 3,
          endColumn: 34,
        },
      ],
    },
    {
      name: "quotes and escapes stay",
      code: '\nexport const TOOLS = createToolsRecord({\n  say_hi: { description: \'Says \\\'hi\\\' and "bye".\', schema: {}, stake: "low" },\n  say_tick: { description: `Says \\`tick\\` and \\${tock}.`, schema: {}, stake: "low" },\n});\n',
      output:
        '\nexport const TOOLS = createToolsRecord({\n  say_hi: { description: \'Say \\\'hi\\\' and "bye".\', schema: {}, stake: "low" },\n  say_tick: { description: `Say \\`tick\\` and \\${tock}.`, schema: {}, stake: "low" },\n});\n',
      errors: [
        {
          messageId: "third-person",
          data: {
            tool: "'say_hi'",
            opening: "'Says'",
            where: "",
            verb: " 'Say'",
          },
          line: 3,
          column: 27,
          endLine: 3,
          endColumn: 31,
        },
        {
          messageId: "third-person",
          data: {
            tool: "'say_tick'",
            opening: "'Says'",
            where: "",
            verb: " 'Say'",
          },
          line: 4,
          column: 29,
          endLine: 4,
          endColumn: 33,
        },
      ],
    },
    {
      name: "JavaScript with CRLF",
      code: "export const TOOLS = createToolsRecord({\r\n  get_note: {\r\n    description: `Gets a note.\r\n    By its ID.`,\r\n    schema: {},\r\n    stake: 'low',\r\n  },\r\n});\r\n",
      language: "js",
      output:
        "export const TOOLS = createToolsRecord({\r\n  get_note: {\r\n    description: `Get a note.\r\n    By its ID.`,\r\n    schema: {},\r\n    stake: 'low',\r\n  },\r\n});\r\n",
      errors: [
        {
          messageId: "third-person",
          data: {
            tool: "'get_note'",
            opening: "'Gets'",
            where: "",
            verb: " 'Get'",
          },
          line: 3,
          column: 19,
          endLine: 3,
          endColumn: 23,
        },
      ],
    },
  ],
});
