import { sortedServerNames } from "../../rules/sorted-server-names.ts";
import { testRule } from "../rule-tester.ts";

testRule("sorted-server-names", sortedServerNames, {
  valid: [
    {
      name: "a sorted list: capitals, then underscores, then small letters",
      code: `
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = ["Zoo", "_lists", "lists", "lists_2", "notes"] as const;
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
    },
    {
      name: "one name twice is registered-in-constants'",
      code: `
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = ["lists", "lists", "notes"] as const;
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
    },
    {
      name: "names that can't be read, and a list spread in",
      code: `
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [
  "notes",
  ...BASE_NAMES,
  "lists",
  nameOf("books"),
] as const;
const BASE_NAMES = ["zebras", "apes"];
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
    },
    {
      name: "no list",
      code: `export const OTHER_NAMES = ["notes", "lists"];`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
    },
    {
      name: "another file",
      code: `export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = ["notes", "lists"];`,
      filename: "lib/names.ts",
    },
  ],
  invalid: [
    {
      name: "on one line",
      code: `
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = ["notes", "lists", 'books'] as const;
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
      output: `
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = ['books', "lists", "notes"] as const;
`,
      errors: [
        {
          messageId: "unsorted",
          data: { server: "'lists'", other: "'notes'", line: 2 },
          line: 2,
          column: 62,
          endLine: 2,
          endColumn: 69,
        },
      ],
    },
    {
      name: "comments travel with their entry",
      code: `
const TRAMS = "trams";

export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [
  "notes", // The old ones.
  // Under development,
  // until spring.
  TRAMS,
  /* Never shipped. */ "lists",
  // Last.
  "books" // No comma here.
] as const;
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
      output: `
const TRAMS = "trams";

export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [
  // Last.
  "books", // No comma here.
  /* Never shipped. */ "lists",
  "notes", // The old ones.
  // Under development,
  // until spring.
  TRAMS
] as const;
`,
      errors: [
        {
          messageId: "unsorted",
          data: { server: "'lists'", other: "'trams'", line: 8 },
          line: 9,
          column: 24,
          endLine: 9,
          endColumn: 31,
        },
      ],
    },
    {
      name: "several names a line, without a comment",
      code: `
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [
  "notes", "lists",
  "books", "trams",
];
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
      output: `
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [
  "books", "lists",
  "notes", "trams",
];
`,
      errors: [
        {
          messageId: "unsorted",
          data: { server: "'lists'", other: "'notes'", line: 3 },
          line: 3,
          column: 12,
          endLine: 3,
          endColumn: 19,
        },
      ],
    },
    {
      name: "a note on the list, set off by a blank line, stays at the top",
      code: `
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [
  // A name says what the server is for.
  // Agents see it.

  "notes",
  "lists", // To do.
] as const;
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
      output: `
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [
  // A name says what the server is for.
  // Agents see it.

  "lists", // To do.
  "notes",
] as const;
`,
      errors: [
        {
          messageId: "unsorted",
          data: { server: "'lists'", other: "'notes'", line: 6 },
          line: 7,
          column: 3,
          endLine: 7,
          endColumn: 10,
        },
      ],
    },
    {
      name: "a comment right above the first name stays, if that name does",
      code: `
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [
  // A name says what the server is for.
  "books",
  "notes",
  "lists",
] as const;
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
      output: `
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [
  // A name says what the server is for.
  "books",
  "lists",
  "notes",
] as const;
`,
      errors: [
        {
          messageId: "unsorted",
          data: { server: "'lists'", other: "'notes'", line: 5 },
          line: 6,
          column: 3,
          endLine: 6,
          endColumn: 10,
        },
      ],
    },
    {
      name: "a comment right above a first name that moves may be about the list: a suggestion",
      code: `
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [
  // A name says what the server is for.
  "notes",
  "lists",
] as const;
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
      output: null,
      errors: [
        {
          messageId: "unsorted",
          data: { server: "'lists'", other: "'notes'", line: 4 },
          line: 5,
          column: 3,
          endLine: 5,
          endColumn: 10,
          suggestions: [
            {
              messageId: "sort",
              output: `
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [
  "lists",
  // A name says what the server is for.
  "notes",
] as const;
`,
            },
          ],
        },
      ],
    },
    {
      name: "a comment on the line of the bracket stays there",
      code: `
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [ // Sorted.
  "notes", // 1
  "lists",
] as const;
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
      output: `
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [ // Sorted.
  "lists",
  "notes", // 1
] as const;
`,
      errors: [
        {
          messageId: "unsorted",
          data: { server: "'lists'", other: "'notes'", line: 3 },
          line: 4,
          column: 3,
          endLine: 4,
          endColumn: 10,
        },
      ],
    },
    {
      name: "groups set off by blank lines",
      code: `
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [
  "notes",

  "lists",
] as const;
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
      output: null,
      errors: [
        {
          messageId: "unsorted",
          data: { server: "'lists'", other: "'notes'", line: 3 },
          line: 5,
          column: 3,
          endLine: 5,
          endColumn: 10,
        },
      ],
    },
    {
      name: "a comment set off by a blank line",
      code: `
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [
  "notes",

  // In production:
  "lists",
] as const;
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
      output: null,
      errors: [
        {
          messageId: "unsorted",
          data: { server: "'lists'", other: "'notes'", line: 3 },
          line: 6,
          column: 3,
          endLine: 6,
          endColumn: 10,
        },
      ],
    },
    {
      name: "a comment at the end",
      code: `
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [
  "notes",
  "lists",
  // "books",
] as const;
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
      output: null,
      errors: [
        {
          messageId: "unsorted",
          data: { server: "'lists'", other: "'notes'", line: 3 },
          line: 4,
          column: 3,
          endLine: 4,
          endColumn: 10,
        },
      ],
    },
    {
      name: "a comment where a line holds several names",
      code: `
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [
  "notes", "lists", // Which of them?
  "books",
] as const;
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
      output: null,
      errors: [
        {
          messageId: "unsorted",
          data: { server: "'lists'", other: "'notes'", line: 3 },
          line: 3,
          column: 12,
          endLine: 3,
          endColumn: 19,
        },
      ],
    },
    {
      name: "a comment ahead of the comma",
      code: `
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [
  "notes" /* old */,
  "lists",
] as const;
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
      output: null,
      errors: [
        {
          messageId: "unsorted",
          data: { server: "'lists'", other: "'notes'", line: 3 },
          line: 4,
          column: 3,
          endLine: 4,
          endColumn: 10,
        },
      ],
    },
    {
      name: "a name that can't be read",
      code: `
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = ["notes", nameOf("books"), "lists"];
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
      output: null,
      errors: [
        {
          messageId: "unsorted",
          data: { server: "'lists'", other: "'notes'", line: 2 },
          line: 2,
          column: 79,
          endLine: 2,
          endColumn: 86,
        },
      ],
    },
    {
      name: "a spread",
      code: `
const BASE_NAMES = ["apes"];
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [...BASE_NAMES, "notes", "lists"];
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
      output: null,
      errors: [
        {
          messageId: "unsorted",
          data: { server: "'lists'", other: "'notes'", line: 3 },
          line: 3,
          column: 77,
          endLine: 3,
          endColumn: 84,
        },
      ],
    },
    {
      name: "something that is not just a list of names",
      code: `
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = ["notes" as Name, "lists" as Name];
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
      output: null,
      errors: [
        {
          messageId: "unsorted",
          data: { server: "'lists'", other: "'notes'", line: 2 },
          line: 2,
          column: 70,
          endLine: 2,
          endColumn: 77,
        },
      ],
    },
    {
      name: "JavaScript with CRLF",
      code: 'export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [\r\n  "notes", // Old.\r\n  // New.\r\n  "lists",\r\n];\r\n',
      filename: "lib/actions/mcp_internal_actions/constants.ts",
      language: "js",
      output:
        'export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [\r\n  // New.\r\n  "lists",\r\n  "notes", // Old.\r\n];\r\n',
      errors: [
        {
          messageId: "unsorted",
          data: { server: "'lists'", other: "'notes'", line: 2 },
          line: 4,
          column: 3,
          endLine: 4,
          endColumn: 10,
        },
      ],
    },
  ],
});
