import path from "node:path";
import { uniqueServerId } from "../../rules/unique-server-id.ts";
import { testRule } from "../rule-tester.ts";

/** A file of one of the small repositories in `fixtures`. */
function fixture(file: string): string {
  return path.join(import.meta.dirname, "fixtures", file);
}

testRule("unique-server-id", uniqueServerId, {
  valid: [
    {
      name: "ids of their own",
      code: `
export const INTERNAL_MCP_SERVERS = { lists: { id: 1 }, notes: { id: 2 }, dev: { id: 1000 } };
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
    },
    {
      name: "another file may say what it likes",
      code: `
export const INTERNAL_MCP_SERVERS = { lists: { id: 1 }, notes: { id: 1 } };
`,
      filename: "lib/other.ts",
    },
    {
      name: "a file whose path only ends alike",
      code: `
export const INTERNAL_MCP_SERVERS = { lists: { id: 1 }, notes: { id: 1 } };
`,
      filename: "my-lib/constants.ts",
      settings: { "mcp-runbook": { constants: "lib/constants.ts" } },
    },
    {
      name: "no configs in the constants file",
      code: `export const LEGACY_INTERNAL_MCP_SERVER_IDS: number[] = [4, 4];`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
    },
    {
      name: "ids that can't be read",
      code: `
export const INTERNAL_MCP_SERVERS = { lists: { id: nextId() }, notes: { id: nextId() }, ...others };
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
    },
    {
      name: "a text that can't be read, and what is made of one",
      code: `
export const INTERNAL_MCP_SERVERS = { lists: { id: \`\${first}\` }, notes: { id: Number("3") }, books: { id: ids["books"] } };
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
    },
    {
      name: "a spread behind the id may hold another",
      code: `
export const INTERNAL_MCP_SERVERS = { lists: { id: 1, ...overrides }, notes: { id: 1 } };
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
    },
    {
      name: "of one key twice only the later entry counts",
      code: `
export const INTERNAL_MCP_SERVERS = { lists: { id: 1 }, lists: { id: 1 } };
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
    },
  ],
  invalid: [
    {
      name: "two servers of one id",
      code: `
export const INTERNAL_MCP_SERVERS = {
  lists: { id: 3, availability: "manual" },
  notes: { id: 7, availability: "auto" },
  books: { id: 3, availability: "manual" },
} as const;
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
      output: null,
      errors: [
        {
          messageId: "duplicate",
          data: {
            server: "'books'",
            id: 3,
            other: "'lists'",
            line: " (line 3)",
            free: ", such as 8",
          },
          line: 5,
          column: 16,
          endLine: 5,
          endColumn: 17,
          suggestions: [
            {
              messageId: "useFreeId",
              data: { id: 8 },
              output: `
export const INTERNAL_MCP_SERVERS = {
  lists: { id: 3, availability: "manual" },
  notes: { id: 7, availability: "auto" },
  books: { id: 8, availability: "manual" },
} as const;
`,
            },
          ],
        },
      ],
    },
    {
      name: "three servers of one id, each against the first",
      code: `
export const INTERNAL_MCP_SERVERS = { a: { id: 5 }, b: { id: 5 }, c: { id: 5 } };
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
      output: null,
      errors: [
        {
          messageId: "duplicate",
          data: {
            server: "'b'",
            id: 5,
            other: "'a'",
            line: " (line 2)",
            free: ", such as 6",
          },
          line: 2,
          column: 62,
          endLine: 2,
          endColumn: 63,
          suggestions: [
            {
              messageId: "useFreeId",
              data: { id: 6 },
              output: `
export const INTERNAL_MCP_SERVERS = { a: { id: 5 }, b: { id: 6 }, c: { id: 5 } };
`,
            },
          ],
        },
        {
          messageId: "duplicate",
          data: {
            server: "'c'",
            id: 5,
            other: "'a'",
            line: " (line 2)",
            free: ", such as 7",
          },
          line: 2,
          column: 76,
          endLine: 2,
          endColumn: 77,
          suggestions: [
            {
              messageId: "useFreeId",
              data: { id: 7 },
              output: `
export const INTERNAL_MCP_SERVERS = { a: { id: 5 }, b: { id: 5 }, c: { id: 7 } };
`,
            },
          ],
        },
      ],
    },
    {
      name: "the configs as the argument of a checking call",
      code: `
export const INTERNAL_MCP_SERVERS = ensureUniqueToolNames({
  lists: { id: 3 },
  notes: { id: 3 },
} satisfies Record<InternalMCPServerNameType, Config>);
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
      output: null,
      errors: [
        {
          messageId: "duplicate",
          data: {
            server: "'notes'",
            id: 3,
            other: "'lists'",
            line: " (line 3)",
            free: ", such as 4",
          },
          line: 4,
          column: 16,
          endLine: 4,
          endColumn: 17,
          suggestions: [
            {
              messageId: "useFreeId",
              data: { id: 4 },
              output: `
export const INTERNAL_MCP_SERVERS = ensureUniqueToolNames({
  lists: { id: 3 },
  notes: { id: 4 },
} satisfies Record<InternalMCPServerNameType, Config>);
`,
            },
          ],
        },
      ],
    },
    {
      name: "the id of a removed server",
      code: `
// Ids of servers that are gone.
export const LEGACY_INTERNAL_MCP_SERVER_IDS: number[] = [
  4, 28, // the old search
  45,
];
export const INTERNAL_MCP_SERVERS: Record<string, Config> = { lists: { id: 28 }, notes: { id: 2 } };
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
      output: null,
      errors: [
        {
          messageId: "legacy",
          data: {
            server: "'lists'",
            id: 28,
            line: " (line 4)",
            free: ", such as 46",
          },
          line: 7,
          column: 76,
          endLine: 7,
          endColumn: 78,
          suggestions: [
            {
              messageId: "useFreeId",
              data: { id: 46 },
              output: `
// Ids of servers that are gone.
export const LEGACY_INTERNAL_MCP_SERVER_IDS: number[] = [
  4, 28, // the old search
  45,
];
export const INTERNAL_MCP_SERVERS: Record<string, Config> = { lists: { id: 46 }, notes: { id: 2 } };
`,
            },
          ],
        },
      ],
    },
    {
      name: "what is no whole number from 1 up",
      code: `
export const INTERNAL_MCP_SERVERS = { lists: { id: 1.5 }, notes: { id: 0 }, books: { id: -2 } };
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
      output: null,
      errors: [
        {
          messageId: "notInteger",
          data: { server: "'lists'", id: 1.5, free: ", such as 2" },
          line: 2,
          column: 52,
          endLine: 2,
          endColumn: 55,
          suggestions: [
            {
              messageId: "useFreeId",
              data: { id: 2 },
              output: `
export const INTERNAL_MCP_SERVERS = { lists: { id: 2 }, notes: { id: 0 }, books: { id: -2 } };
`,
            },
          ],
        },
        {
          messageId: "notInteger",
          data: { server: "'notes'", id: 0, free: ", such as 3" },
          line: 2,
          column: 72,
          endLine: 2,
          endColumn: 73,
          suggestions: [
            {
              messageId: "useFreeId",
              data: { id: 3 },
              output: `
export const INTERNAL_MCP_SERVERS = { lists: { id: 1.5 }, notes: { id: 3 }, books: { id: -2 } };
`,
            },
          ],
        },
        {
          messageId: "notInteger",
          data: { server: "'books'", id: -2, free: ", such as 4" },
          line: 2,
          column: 90,
          endLine: 2,
          endColumn: 92,
          suggestions: [
            {
              messageId: "useFreeId",
              data: { id: 4 },
              output: `
export const INTERNAL_MCP_SERVERS = { lists: { id: 1.5 }, notes: { id: 0 }, books: { id: 4 } };
`,
            },
          ],
        },
      ],
    },
    {
      name: "a text is no number, though it may hold one that is free",
      code: `
const BOOKS_ID = "shelf";
export const INTERNAL_MCP_SERVERS = { lists: { id: "3" }, notes: { id: 4 }, more: { id: \`4\` }, books: { id: BOOKS_ID }, last: { id: 1.5 } };
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
      output: null,
      errors: [
        {
          messageId: "notNumber",
          data: { server: "'lists'", id: "'3'", free: ", such as 3" },
          line: 3,
          column: 52,
          endLine: 3,
          endColumn: 55,
          suggestions: [
            {
              messageId: "useNumber",
              data: { id: 3 },
              output: `
const BOOKS_ID = "shelf";
export const INTERNAL_MCP_SERVERS = { lists: { id: 3 }, notes: { id: 4 }, more: { id: \`4\` }, books: { id: BOOKS_ID }, last: { id: 1.5 } };
`,
            },
          ],
        },
        {
          messageId: "notNumber",
          data: { server: "'more'", id: "'4'", free: ", such as 5" },
          line: 3,
          column: 89,
          endLine: 3,
          endColumn: 92,
          suggestions: [
            {
              messageId: "useFreeId",
              data: { id: 5 },
              output: `
const BOOKS_ID = "shelf";
export const INTERNAL_MCP_SERVERS = { lists: { id: "3" }, notes: { id: 4 }, more: { id: 5 }, books: { id: BOOKS_ID }, last: { id: 1.5 } };
`,
            },
          ],
        },
        {
          messageId: "notNumber",
          data: { server: "'books'", id: "'shelf'", free: ", such as 6" },
          line: 3,
          column: 109,
          endLine: 3,
          endColumn: 117,
        },
        {
          messageId: "notInteger",
          data: { server: "'last'", id: 1.5, free: ", such as 7" },
          line: 3,
          column: 133,
          endLine: 3,
          endColumn: 136,
          suggestions: [
            {
              messageId: "useFreeId",
              data: { id: 7 },
              output: `
const BOOKS_ID = "shelf";
export const INTERNAL_MCP_SERVERS = { lists: { id: "3" }, notes: { id: 4 }, more: { id: \`4\` }, books: { id: BOOKS_ID }, last: { id: 7 } };
`,
            },
          ],
        },
      ],
    },
    {
      name: "the number in a text is used: no other server is offered it",
      code: `
export const INTERNAL_MCP_SERVERS = { lists: { id: 3 }, notes: { id: 3 }, books: { id: "4" } };
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
      output: null,
      errors: [
        {
          messageId: "duplicate",
          data: {
            server: "'notes'",
            id: 3,
            other: "'lists'",
            line: " (line 2)",
            free: ", such as 5",
          },
          line: 2,
          column: 70,
          endLine: 2,
          endColumn: 71,
          suggestions: [
            {
              messageId: "useFreeId",
              data: { id: 5 },
              output: `
export const INTERNAL_MCP_SERVERS = { lists: { id: 3 }, notes: { id: 5 }, books: { id: "4" } };
`,
            },
          ],
        },
        {
          messageId: "notNumber",
          data: { server: "'books'", id: "'4'", free: ", such as 4" },
          line: 2,
          column: 88,
          endLine: 2,
          endColumn: 91,
          suggestions: [
            {
              messageId: "useNumber",
              data: { id: 4 },
              output: `
export const INTERNAL_MCP_SERVERS = { lists: { id: 3 }, notes: { id: 3 }, books: { id: 4 } };
`,
            },
          ],
        },
      ],
    },
    {
      name: "development ids start at 1000 and have their own next one",
      code: `
export const INTERNAL_MCP_SERVERS = { lists: { id: 12 }, one: { id: 1029 }, two: { id: 1029 } };
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
      output: null,
      errors: [
        {
          messageId: "duplicate",
          data: {
            server: "'two'",
            id: 1029,
            other: "'one'",
            line: " (line 2)",
            free: ", such as 1030",
          },
          line: 2,
          column: 88,
          endLine: 2,
          endColumn: 92,
          suggestions: [
            {
              messageId: "useFreeId",
              data: { id: 1030 },
              output: `
export const INTERNAL_MCP_SERVERS = { lists: { id: 12 }, one: { id: 1029 }, two: { id: 1030 } };
`,
            },
          ],
        },
      ],
    },
    {
      name: "production ids are used up",
      code: `
export const INTERNAL_MCP_SERVERS = { lists: { id: 999 }, notes: { id: 999 } };
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
      output: null,
      errors: [
        {
          messageId: "duplicate",
          data: {
            server: "'notes'",
            id: 999,
            other: "'lists'",
            line: " (line 2)",
            free: "",
          },
          line: 2,
          column: 72,
          endLine: 2,
          endColumn: 75,
        },
      ],
    },
    {
      name: "computed keys",
      code: `
const NOTES = "notes";
export const INTERNAL_MCP_SERVERS = { [NOTES]: { id: 3 }, [keyOf("books")]: { id: 3 }, "lists & more": { id: 3 } };
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
      output: null,
      errors: [
        {
          messageId: "duplicate",
          data: {
            server: "This server",
            id: 3,
            other: "'notes'",
            line: " (line 3)",
            free: "",
          },
          line: 3,
          column: 83,
          endLine: 3,
          endColumn: 84,
        },
        {
          messageId: "duplicate",
          data: {
            server: "'lists & more'",
            id: 3,
            other: "'notes'",
            line: " (line 3)",
            free: "",
          },
          line: 3,
          column: 110,
          endLine: 3,
          endColumn: 111,
        },
      ],
    },
    {
      name: "a spread that may hold more: no id is surely free",
      code: `
export const INTERNAL_MCP_SERVERS = { ...experimental(), lists: { id: 3 }, notes: { id: 3 } };
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
      output: null,
      errors: [
        {
          messageId: "duplicate",
          data: {
            server: "'notes'",
            id: 3,
            other: "'lists'",
            line: " (line 2)",
            free: "",
          },
          line: 2,
          column: 89,
          endLine: 2,
          endColumn: 90,
        },
      ],
    },
    {
      name: "a legacy list that may hold more",
      code: `
export const LEGACY_INTERNAL_MCP_SERVER_IDS = [...removed(), 3];
export const INTERNAL_MCP_SERVERS = { lists: { id: 3 } };
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
      output: null,
      errors: [
        {
          messageId: "legacy",
          data: { server: "'lists'", id: 3, line: " (line 2)", free: "" },
          line: 3,
          column: 52,
          endLine: 3,
          endColumn: 53,
        },
      ],
    },
    {
      name: "an id from a constant is reported where it is used, and left to its owner",
      code: `
const NOTES_ID = 3;
export const INTERNAL_MCP_SERVERS = { lists: { id: 3 }, notes: { id: NOTES_ID } };
`,
      filename: "lib/actions/mcp_internal_actions/constants.ts",
      output: null,
      errors: [
        {
          messageId: "duplicate",
          data: {
            server: "'notes'",
            id: 3,
            other: "'lists'",
            line: " (line 3)",
            free: ", such as 4",
          },
          line: 3,
          column: 70,
          endLine: 3,
          endColumn: 78,
        },
      ],
    },
    {
      name: "the constants file that the settings name",
      code: `
export const INTERNAL_MCP_SERVERS = { lists: { id: 3 }, notes: { id: 3 } };
`,
      filename: "app/registry.ts",
      settings: { "mcp-runbook": { constants: "./app/registry.ts" } },
      output: null,
      errors: [
        {
          messageId: "duplicate",
          data: {
            server: "'notes'",
            id: 3,
            other: "'lists'",
            line: " (line 2)",
            free: ", such as 4",
          },
          line: 2,
          column: 70,
          endLine: 2,
          endColumn: 71,
          suggestions: [
            {
              messageId: "useFreeId",
              data: { id: 4 },
              output: `
export const INTERNAL_MCP_SERVERS = { lists: { id: 3 }, notes: { id: 4 } };
`,
            },
          ],
        },
      ],
    },
    {
      name: "JavaScript with CRLF",
      code: "export const INTERNAL_MCP_SERVERS = {\r\n  lists: { id: 3 },\r\n  notes: { id: 3 },\r\n};\r\n",
      filename: "lib/actions/mcp_internal_actions/constants.ts",
      language: "js",
      output: null,
      errors: [
        {
          messageId: "duplicate",
          data: {
            server: "'notes'",
            id: 3,
            other: "'lists'",
            line: " (line 2)",
            free: ", such as 4",
          },
          line: 3,
          column: 16,
          endLine: 3,
          endColumn: 17,
          suggestions: [
            {
              messageId: "useFreeId",
              data: { id: 4 },
              output:
                "export const INTERNAL_MCP_SERVERS = {\r\n  lists: { id: 3 },\r\n  notes: { id: 4 },\r\n};\r\n",
            },
          ],
        },
      ],
    },
    {
      name: "configs spread from another file: reported in this one",
      code: `
import { BASE_SERVERS } from "./base";
export const INTERNAL_MCP_SERVERS = { lists: { id: 3 }, ...BASE_SERVERS };
`,
      filename: fixture(
        "spread-configs/lib/actions/mcp_internal_actions/constants.ts",
      ),
      output: null,
      errors: [
        {
          messageId: "duplicate",
          data: {
            server: "'lists'",
            id: 3,
            other: "'notes'",
            line: "",
            free: ", such as 4",
          },
          line: 3,
          column: 52,
          endLine: 3,
          endColumn: 53,
          suggestions: [
            {
              messageId: "useFreeId",
              data: { id: 4 },
              output: `
import { BASE_SERVERS } from "./base";
export const INTERNAL_MCP_SERVERS = { lists: { id: 4 }, ...BASE_SERVERS };
`,
            },
          ],
        },
      ],
    },
  ],
});

// Two small apps: see stable-server-id.test.ts.

const office = fixture("post-office");
const merged = fixture("post-office-merged");
const constants = "lib/actions/mcp_internal_actions/constants.ts";

function settings(root: string, more: object = {}): Record<string, unknown> {
  return { "mcp-runbook": { root, ...more } };
}

testRule("unique-server-id and other files", uniqueServerId, {
  valid: [
    {
      name: "a definition whose id is its own",
      code: `export const PARCELS_SERVER = {
  serverInfo: { name: "parcels", version: "1.0.0" },
  tools: [],
} as const;
`,
      filename: path.join(
        office,
        "lib/api/actions/servers/parcels/metadata.ts",
      ),
      settings: settings(office),
    },
    {
      name: "a definition whose id can't be read",
      code: `export const STAMPS_SERVER = {
  serverInfo: { name: "stamps", version: "1.0.0" },
  tools: [],
} as const;
`,
      filename: path.join(merged, "lib/api/actions/servers/stamps/metadata.ts"),
      settings: settings(merged),
    },
    {
      name: "a definition that keeps an id which another server took, too",
      code: `export const LETTERS_SERVER = {
  serverInfo: { name: "letters", version: "1.0.0" },
  tools: [],
} as const;
`,
      filename: path.join(
        merged,
        "lib/api/actions/servers/letters/metadata.ts",
      ),
      settings: settings(merged),
    },
  ],
  invalid: [
    {
      name: "of two, the one that the snapshot does not know is reported; the ids of the snapshot are used",
      code: `
export const INTERNAL_MCP_SERVERS = {
  telegrams: { id: 1, availability: "manual" },
  letters: { id: 1, availability: "manual" },
};
`,
      filename: path.join(office, constants),
      settings: settings(office),
      output: null,
      errors: [
        {
          messageId: "duplicate",
          data: {
            server: "'telegrams'",
            id: "1",
            free: ", such as 6",
            other: "'letters'",
            line: " (line 4)",
          },
          line: 3,
          column: 20,
          endLine: 3,
          endColumn: 21,
          suggestions: [
            {
              messageId: "useFreeId",
              data: { id: 6 },
              output: `
export const INTERNAL_MCP_SERVERS = {
  telegrams: { id: 6, availability: "manual" },
  letters: { id: 1, availability: "manual" },
};
`,
            },
          ],
        },
      ],
    },
    {
      name: "a server is offered the id that it was shipped with",
      code: `
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual" },
  stamps: { id: 2, availability: "auto" },
  parcels: { id: 2.5, availability: "manual" },
};
`,
      filename: path.join(office, constants),
      settings: settings(office),
      output: null,
      errors: [
        {
          messageId: "notInteger",
          data: {
            server: "'parcels'",
            id: "2.5",
            free: ", such as 5, which it was shipped with",
          },
          line: 5,
          column: 18,
          endLine: 5,
          endColumn: 21,
          suggestions: [
            {
              messageId: "useOwnId",
              data: { id: 5 },
              output: `
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual" },
  stamps: { id: 2, availability: "auto" },
  parcels: { id: 5, availability: "manual" },
};
`,
            },
          ],
        },
      ],
    },
    {
      name: "nor is it taken by an earlier config of the same key",
      code: `
export const INTERNAL_MCP_SERVERS = {
  parcels: { id: 5, availability: "manual" },
  letters: { id: 1, availability: "manual" },
  stamps: { id: 2, availability: "auto" },
  parcels: { id: 2, availability: "manual" },
};
`,
      filename: path.join(office, constants),
      settings: settings(office),
      output: null,
      errors: [
        {
          messageId: "duplicate",
          data: {
            server: "'parcels'",
            id: 2,
            other: "'stamps'",
            line: " (line 5)",
            free: ", such as 5, which it was shipped with",
          },
          line: 6,
          column: 18,
          endLine: 6,
          endColumn: 19,
          suggestions: [
            {
              messageId: "useOwnId",
              data: { id: 5 },
              output: `
export const INTERNAL_MCP_SERVERS = {
  parcels: { id: 5, availability: "manual" },
  letters: { id: 1, availability: "manual" },
  stamps: { id: 2, availability: "auto" },
  parcels: { id: 5, availability: "manual" },
};
`,
            },
          ],
        },
      ],
    },
    {
      name: "also where it is written as a text",
      code: `
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual" },
  stamps: { id: 2, availability: "auto" },
  parcels: { id: "5", availability: "manual" },
};
`,
      filename: path.join(office, constants),
      settings: settings(office),
      output: null,
      errors: [
        {
          messageId: "notNumber",
          data: {
            server: "'parcels'",
            id: "'5'",
            free: ", such as 5, which it was shipped with",
          },
          line: 5,
          column: 18,
          endLine: 5,
          endColumn: 21,
          suggestions: [
            {
              messageId: "useOwnId",
              data: { id: 5 },
              output: `
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual" },
  stamps: { id: 2, availability: "auto" },
  parcels: { id: 5, availability: "manual" },
};
`,
            },
          ],
        },
      ],
    },
    {
      name: "but not one of two",
      code: `
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual" },
  parcels: { id: 2.5, availability: "manual" },
};
`,
      filename: path.join(office, constants),
      settings: settings(office, {
        idSnapshot: "lib/actions/mcp_internal_actions/twice.json",
      }),
      output: null,
      errors: [
        {
          messageId: "notInteger",
          data: { server: "'parcels'", id: "2.5", free: ", such as 7" },
          line: 4,
          column: 18,
          endLine: 4,
          endColumn: 21,
          suggestions: [
            {
              messageId: "useFreeId",
              data: { id: 7 },
              output: `
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual" },
  parcels: { id: 7, availability: "manual" },
};
`,
            },
          ],
        },
      ],
    },
    {
      name: "but not one that another server has now",
      code: `
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual" },
  telegrams: { id: 5, availability: "manual" },
  parcels: { id: 1, availability: "manual" },
};
`,
      filename: path.join(office, constants),
      settings: settings(office),
      output: null,
      errors: [
        {
          messageId: "duplicate",
          data: {
            server: "'parcels'",
            id: "1",
            free: ", such as 6",
            other: "'letters'",
            line: " (line 3)",
          },
          line: 5,
          column: 18,
          endLine: 5,
          endColumn: 19,
          suggestions: [
            {
              messageId: "useFreeId",
              data: { id: 6 },
              output: `
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual" },
  telegrams: { id: 5, availability: "manual" },
  parcels: { id: 6, availability: "manual" },
};
`,
            },
          ],
        },
      ],
    },
    {
      name: "a shipped id in the list of retired ones: no other is offered",
      code: `
export const LEGACY_INTERNAL_MCP_SERVER_IDS: number[] = [3, 5];
export const INTERNAL_MCP_SERVERS = {
  parcels: { id: 5, availability: "manual" },
};
`,
      filename: path.join(office, constants),
      settings: settings(office),
      output: null,
      errors: [
        {
          messageId: "shippedLegacy",
          data: { server: "'parcels'", id: "5", line: " (line 2)" },
          line: 4,
          column: 18,
          endLine: 4,
          endColumn: 19,
        },
      ],
    },
    {
      name: "several problems are offered different ids, of their kind",
      code: `
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual" },
  telegrams: { id: 1, availability: "manual" },
  faxes: { id: 1000, availability: "manual" },
  pagers: { id: 1000, availability: "manual" },
  pigeons: { id: 0, availability: "manual" },
  smoke: { id: 1000, availability: "manual" },
};
`,
      filename: path.join(office, constants),
      settings: settings(office),
      output: null,
      errors: [
        {
          messageId: "duplicate",
          data: {
            server: "'telegrams'",
            id: "1",
            free: ", such as 6",
            other: "'letters'",
            line: " (line 3)",
          },
          line: 4,
          column: 20,
          endLine: 4,
          endColumn: 21,
          suggestions: [
            {
              messageId: "useFreeId",
              data: { id: 6 },
              output: `
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual" },
  telegrams: { id: 6, availability: "manual" },
  faxes: { id: 1000, availability: "manual" },
  pagers: { id: 1000, availability: "manual" },
  pigeons: { id: 0, availability: "manual" },
  smoke: { id: 1000, availability: "manual" },
};
`,
            },
          ],
        },
        {
          messageId: "duplicate",
          data: {
            server: "'pagers'",
            id: "1000",
            free: ", such as 1001",
            other: "'faxes'",
            line: " (line 5)",
          },
          line: 6,
          column: 17,
          endLine: 6,
          endColumn: 21,
          suggestions: [
            {
              messageId: "useFreeId",
              data: { id: 1001 },
              output: `
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual" },
  telegrams: { id: 1, availability: "manual" },
  faxes: { id: 1000, availability: "manual" },
  pagers: { id: 1001, availability: "manual" },
  pigeons: { id: 0, availability: "manual" },
  smoke: { id: 1000, availability: "manual" },
};
`,
            },
          ],
        },
        {
          messageId: "notInteger",
          data: { server: "'pigeons'", id: "0", free: ", such as 7" },
          line: 7,
          column: 18,
          endLine: 7,
          endColumn: 19,
          suggestions: [
            {
              messageId: "useFreeId",
              data: { id: 7 },
              output: `
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual" },
  telegrams: { id: 1, availability: "manual" },
  faxes: { id: 1000, availability: "manual" },
  pagers: { id: 1000, availability: "manual" },
  pigeons: { id: 7, availability: "manual" },
  smoke: { id: 1000, availability: "manual" },
};
`,
            },
          ],
        },
        {
          messageId: "duplicate",
          data: {
            server: "'smoke'",
            id: "1000",
            free: ", such as 1002",
            other: "'faxes'",
            line: " (line 5)",
          },
          line: 8,
          column: 16,
          endLine: 8,
          endColumn: 20,
          suggestions: [
            {
              messageId: "useFreeId",
              data: { id: 1002 },
              output: `
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual" },
  telegrams: { id: 1, availability: "manual" },
  faxes: { id: 1000, availability: "manual" },
  pagers: { id: 1000, availability: "manual" },
  pigeons: { id: 0, availability: "manual" },
  smoke: { id: 1002, availability: "manual" },
};
`,
            },
          ],
        },
      ],
    },
    {
      name: "a snapshot that can't be read may hold any id",
      code: `
export const INTERNAL_MCP_SERVERS = {
  telegrams: { id: 1, availability: "manual" },
  letters: { id: 1, availability: "manual" },
};
`,
      filename: path.join(office, constants),
      settings: settings(office, {
        idSnapshot: "lib/actions/mcp_internal_actions/conflict.json",
      }),
      output: null,
      errors: [
        {
          messageId: "duplicate",
          data: {
            server: "'letters'",
            id: "1",
            free: "",
            other: "'telegrams'",
            line: " (line 3)",
          },
          line: 4,
          column: 18,
          endLine: 4,
          endColumn: 19,
        },
      ],
    },
    {
      name: "a snapshot that is missing may hold any id",
      code: `
export const INTERNAL_MCP_SERVERS = {
  telegrams: { id: 1, availability: "manual" },
  letters: { id: 1, availability: "manual" },
};
`,
      filename: path.join(office, constants),
      settings: settings(office, { idSnapshot: "ids.json" }),
      output: null,
      errors: [
        {
          messageId: "duplicate",
          data: {
            server: "'letters'",
            id: "1",
            free: "",
            other: "'telegrams'",
            line: " (line 3)",
          },
          line: 4,
          column: 18,
          endLine: 4,
          endColumn: 19,
        },
      ],
    },
    {
      name: "an id that can't be read may be any",
      code: `
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 8, availability: "manual" },
  parcels: { id: nextId(), availability: "manual" },
  telegrams: { id: 8, availability: "manual" },
};
`,
      filename: path.join(office, constants),
      settings: settings(office),
      output: null,
      errors: [
        {
          messageId: "duplicate",
          data: {
            server: "'telegrams'",
            id: "8",
            free: "",
            other: "'letters'",
            line: " (line 3)",
          },
          line: 5,
          column: 20,
          endLine: 5,
          endColumn: 21,
        },
      ],
    },
    {
      name: "a retired id that can't be read may be any",
      code: `
export const LEGACY_INTERNAL_MCP_SERVER_IDS: number[] = [3, firstId()];
export const INTERNAL_MCP_SERVERS = {
  telegrams: { id: 8, availability: "manual" },
  faxes: { id: 8, availability: "manual" },
};
`,
      filename: path.join(office, constants),
      settings: settings(office),
      output: null,
      errors: [
        {
          messageId: "duplicate",
          data: {
            server: "'faxes'",
            id: "8",
            free: "",
            other: "'telegrams'",
            line: " (line 4)",
          },
          line: 5,
          column: 16,
          endLine: 5,
          endColumn: 17,
        },
      ],
    },
    {
      name: "a definition whose id another server keeps",
      code: `export const TELEGRAMS_SERVER = {
  serverInfo: { name: "telegrams", version: "1.0.0" },
  tools: [],
} as const;
`,
      filename: path.join(
        merged,
        "lib/api/actions/servers/telegrams/metadata.ts",
      ),
      settings: settings(merged),
      output: null,
      errors: [
        {
          messageId: "duplicate",
          data: {
            server: "'telegrams'",
            id: "1029 (in lib/actions/mcp_internal_actions/constants.ts, line 9)",
            free: "",
            other: "'letters'",
            line: " (line 10)",
          },
          line: 2,
          column: 23,
          endLine: 2,
          endColumn: 34,
        },
      ],
    },
    {
      name: "a definition whose id is no whole number",
      code: `export const PARCELS_SERVER = {
  serverInfo: { name: "parcels", version: "1.0.0" },
  tools: [],
} as const;
`,
      filename: path.join(
        merged,
        "lib/api/actions/servers/parcels/metadata.ts",
      ),
      settings: settings(merged),
      output: null,
      errors: [
        {
          messageId: "notInteger",
          data: {
            server: "'parcels'",
            id: "5.5 (in lib/actions/mcp_internal_actions/constants.ts, line 12)",
            free: "",
          },
          line: 2,
          column: 23,
          endLine: 2,
          endColumn: 32,
        },
      ],
    },
  ],
});
