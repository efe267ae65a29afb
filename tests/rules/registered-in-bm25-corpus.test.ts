import { readFileSync } from "node:fs";
import path from "node:path";
import { registeredInBm25Corpus } from "../../rules/registered-in-bm25-corpus.ts";
import { testRule } from "../rule-tester.ts";

// See registered-in-switch.test.ts for the two apps.

const fixtures = path.join(import.meta.dirname, "fixtures");
const corpus = "lib/api/actions/servers/bm25_tool_search_utils.test.ts";
const harbour = path.join(fixtures, "harbour");
const harbourNew = path.join(fixtures, "harbour-new");

function read(...file: string[]): string {
  return readFileSync(path.join(fixtures, ...file), "utf8");
}

function settings(root: string, more: object = {}): Record<string, unknown> {
  return { "mcp-runbook": { root, ...more } };
}

testRule("registered-in-bm25-corpus", registeredInBm25Corpus, {
  valid: [
    {
      name: "every server has its entry",
      code: read("harbour", corpus),
      filename: path.join(harbour, corpus),
      settings: settings(harbour),
    },
    {
      name: "sources that a second list is made of",
      code: `
const SERVER_SOURCES = [
  { name: "harbour_pilots", tools: PILOTS.filter((t) => t.name !== "x") },
  ...[{ name: "lock_keeper", tools: [] }],
  { name: "ship_&_cargo", tools: [] },
  { name: "tide_tables", tools: [] },
];
export const SERVERS = SERVER_SOURCES.map(toEntry);
`,
      filename: path.join(harbour, corpus),
      settings: settings(harbour),
    },
    {
      name: "a spread of something unknown may bring in any server",
      code: `export const SERVERS = [...others()];`,
      filename: path.join(harbour, corpus),
      settings: settings(harbour),
    },
    {
      name: "an entry whose name can't be read may be any server's",
      code: `export const SERVERS = [{ name: nameOf(server), tools: [] }];`,
      filename: path.join(harbour, corpus),
      settings: settings(harbour),
    },
    {
      name: "a list that is computed may hold any server",
      code: `
export const SERVERS = [LOCK_KEEPER_SERVER].map((server) => ({
  name: server.serverInfo.name,
  tools: server.tools,
}));
`,
      filename: path.join(harbour, corpus),
      settings: settings(harbour),
    },
    {
      name: "left out on purpose",
      code: `
export const SERVERS = [{ name: "tide_tables", tools: [] }];
`,
      filename: path.join(harbour, corpus),
      settings: settings(harbour, {
        unregistered: {
          bm25Corpus: ["harbour_pilots", "lock_keeper", "ship_&_cargo"],
        },
      }),
    },
    {
      name: "left out on purpose, at the definition",
      code: read("harbour-new/lib/api/actions/servers/buoys/metadata.ts"),
      filename: path.join(
        harbourNew,
        "lib/api/actions/servers/buoys/metadata.ts",
      ),
      settings: settings(harbourNew, {
        unregistered: { bm25Corpus: ["buoys"] },
      }),
    },
    {
      name: "a repository without tool search",
      code: read("harbour-new/lib/api/actions/servers/buoys/metadata.ts"),
      filename: path.join(
        harbourNew,
        "lib/api/actions/servers/buoys/metadata.ts",
      ),
      settings: settings(harbourNew, { bm25Corpus: false }),
    },
  ],
  invalid: [
    {
      name: "three servers without an entry: one fix for those that can be written",
      code: read("harbour-new", corpus),
      filename: path.join(harbourNew, corpus),
      settings: settings(harbourNew),
      output: read("harbour-new/fixed/bm25-corpus.ts"),
      errors: [
        {
          messageId: "missing",
          data: {
            server: "'buoys'",
            definition: "lib/api/actions/servers/buoys/metadata.ts, line 6",
            list: "SERVERS",
            byHand: "",
          },
          line: 8,
          column: 14,
          endLine: 8,
          endColumn: 21,
        },
        {
          messageId: "missing",
          data: {
            server: "'dredger'",
            definition:
              "lib/actions/mcp_internal_actions/servers/dredger.ts, line 2",
            list: "SERVERS",
            byHand:
              " Its tools are no exported list, so the entry has to be written by hand.",
          },
          line: 8,
          column: 14,
          endLine: 8,
          endColumn: 21,
        },
        {
          messageId: "missing",
          data: {
            server: "'lighthouse'",
            definition:
              "lib/api/actions/servers/lighthouse/metadata.ts, line 6",
            list: "SERVERS",
            byHand: "",
          },
          line: 8,
          column: 14,
          endLine: 8,
          endColumn: 21,
        },
      ],
    },
    {
      name: "an empty list",
      code: `export const SERVERS: ServerEntry[] = [];
`,
      filename: path.join(harbour, corpus),
      settings: settings(harbour, {
        unregistered: {
          bm25Corpus: ["harbour_pilots", "ship_&_cargo", "tide_tables"],
        },
      }),
      output: `import { LOCK_KEEPER_SERVER } from "./lock_keeper/metadata";

export const SERVERS: ServerEntry[] = [
  { name: "lock_keeper", tools: LOCK_KEEPER_SERVER.tools },
];
`,
      errors: [
        {
          messageId: "missing",
          data: {
            server: "'lock_keeper'",
            definition:
              "lib/api/actions/servers/lock_keeper/metadata.ts, line 6",
            list: "SERVERS",
            byHand: "",
          },
          line: 1,
          column: 14,
          endLine: 1,
          endColumn: 21,
        },
      ],
    },
    {
      name: "an only entry that says more: it is of its own server",
      code: `import { HARBOUR_PILOTS_SERVER } from "./harbour_pilots/metadata";

export const SERVERS: ServerEntry[] = [
  { name: "harbour_pilots", tools: HARBOUR_PILOTS_SERVER.tools, minScore: 3 },
];
`,
      filename: path.join(harbour, corpus),
      settings: settings(harbour, {
        unregistered: { bm25Corpus: ["ship_&_cargo", "tide_tables"] },
      }),
      output: null,
      errors: [
        {
          messageId: "missing",
          data: {
            server: "'lock_keeper'",
            definition:
              "lib/api/actions/servers/lock_keeper/metadata.ts, line 6",
            list: "SERVERS",
            byHand:
              " `--fix` leaves it to you: the entries here have no form in common that this one could take.",
          },
          line: 3,
          column: 14,
          endLine: 3,
          endColumn: 21,
        },
      ],
    },
    {
      name: "entries behind a spread: a new one comes last",
      code: `import { HARBOUR_PILOTS_SERVER } from "./harbour_pilots/metadata";
import { SHIP_CARGO_SERVER } from "./ship_cargo/metadata";

const PILOTS: ServerEntry[] = [
  { name: "harbour_pilots", tools: HARBOUR_PILOTS_SERVER.tools },
];
export const SERVERS: ServerEntry[] = [
  ...PILOTS,
  { name: "ship_&_cargo", tools: SHIP_CARGO_SERVER.tools },
  { name: "tide_tables", tools: [] },
];
`,
      filename: path.join(harbour, corpus),
      settings: settings(harbour),
      output: `import { HARBOUR_PILOTS_SERVER } from "./harbour_pilots/metadata";
import { LOCK_KEEPER_SERVER } from "./lock_keeper/metadata";
import { SHIP_CARGO_SERVER } from "./ship_cargo/metadata";

const PILOTS: ServerEntry[] = [
  { name: "harbour_pilots", tools: HARBOUR_PILOTS_SERVER.tools },
];
export const SERVERS: ServerEntry[] = [
  ...PILOTS,
  { name: "ship_&_cargo", tools: SHIP_CARGO_SERVER.tools },
  { name: "tide_tables", tools: [] },
  { name: "lock_keeper", tools: LOCK_KEEPER_SERVER.tools },
];
`,
      errors: [
        {
          messageId: "missing",
          data: {
            server: "'lock_keeper'",
            definition:
              "lib/api/actions/servers/lock_keeper/metadata.ts, line 6",
            list: "SERVERS",
            byHand: "",
          },
          line: 7,
          column: 14,
          endLine: 7,
          endColumn: 21,
        },
      ],
    },
    {
      name: "a second entry, and one whose server is gone",
      code: `
export const SERVERS = [
  { name: "harbour_pilots", tools: [] },
  { name: "lock_keeper", tools: [] }, // keeps locks
  { name: "lock_keeper", tools: [] }, // again
  { name: "ship_&_cargo", tools: [] }, { name: "ferry", tools: [] },
  { name: "tide_tables", tools: [] },
];
`,
      filename: path.join(harbour, corpus),
      settings: settings(harbour),
      output: null,
      errors: [
        {
          messageId: "duplicate",
          data: { server: "'lock_keeper'", line: 4 },
          line: 5,
          column: 3,
          endLine: 5,
          endColumn: 37,
          suggestions: [
            {
              messageId: "remove",
              output: `
export const SERVERS = [
  { name: "harbour_pilots", tools: [] },
  { name: "lock_keeper", tools: [] }, // keeps locks
  { name: "ship_&_cargo", tools: [] }, { name: "ferry", tools: [] },
  { name: "tide_tables", tools: [] },
];
`,
            },
          ],
        },
        {
          messageId: "orphan",
          data: { server: "'ferry'" },
          line: 6,
          column: 40,
          endLine: 6,
          endColumn: 68,
          suggestions: [
            {
              messageId: "remove",
              output: `
export const SERVERS = [
  { name: "harbour_pilots", tools: [] },
  { name: "lock_keeper", tools: [] }, // keeps locks
  { name: "lock_keeper", tools: [] }, // again
  { name: "ship_&_cargo", tools: [] },
  { name: "tide_tables", tools: [] },
];
`,
            },
          ],
        },
      ],
    },
    {
      name: "a misspelt name is one mistake, and gets no second entry",
      code: read("harbour/misspelt/bm25-corpus.ts"),
      filename: path.join(harbour, corpus),
      settings: settings(harbour),
      output: null,
      errors: [
        {
          messageId: "misspelt",
          data: {
            written: "'lock_keepre'",
            server: "'lock_keeper'",
            definition:
              "lib/api/actions/servers/lock_keeper/metadata.ts, line 6",
          },
          line: 3,
          column: 11,
          endLine: 3,
          endColumn: 24,
          suggestions: [
            {
              messageId: "rename",
              data: { name: "lock_keeper" },
              output: `export const SERVERS: ServerEntry[] = [
  { name: "harbour_pilots", tools: [] },
  { name: "lock_keeper", tools: [] },
  { name: "ship_&_cargo", tools: [] },
  { name: "tide_tables", tools: [] },
];
`,
            },
          ],
        },
      ],
    },
    {
      name: "a misspelt entry that is spread from another file",
      code: `
import { SERVERS as OTHERS } from "@app/misspelt/bm25-corpus";
export const SERVERS: ServerEntry[] = [...OTHERS];
`,
      filename: path.join(harbour, corpus),
      settings: settings(harbour),
      output: null,
      errors: [
        {
          messageId: "misspelt",
          data: {
            written: "'lock_keepre'",
            server: "'lock_keeper'",
            definition:
              "lib/api/actions/servers/lock_keeper/metadata.ts, line 6",
          },
          line: 3,
          column: 43,
          endLine: 3,
          endColumn: 49,
          suggestions: [],
        },
      ],
    },
    {
      name: "at the definition: the entry that is misspelt",
      code: read("harbour/lib/api/actions/servers/lock_keeper/metadata.ts"),
      filename: path.join(
        harbour,
        "lib/api/actions/servers/lock_keeper/metadata.ts",
      ),
      settings: settings(harbour, { bm25Corpus: "misspelt/bm25-corpus.ts" }),
      output: null,
      errors: [
        {
          messageId: "misspeltThere",
          data: {
            server: "'lock_keeper'",
            file: "misspelt/bm25-corpus.ts",
            written: "'lock_keepre' (line 3)",
          },
          line: 6,
          column: 23,
          endLine: 6,
          endColumn: 36,
        },
      ],
    },
    {
      name: "at the definition",
      code: read("harbour-new/lib/api/actions/servers/buoys/metadata.ts"),
      filename: path.join(
        harbourNew,
        "lib/api/actions/servers/buoys/metadata.ts",
      ),
      settings: settings(harbourNew),
      output: null,
      errors: [
        {
          messageId: "unregistered",
          data: {
            server: "'buoys'",
            file: corpus,
            advice:
              "Run `eslint --fix` on that file, add an entry there if it leaves that to you",
            byHand: "",
          },
          line: 6,
          column: 23,
          endLine: 6,
          endColumn: 30,
        },
      ],
    },
    {
      name: "at the definition: a corpus that does not parse",
      code: read("harbour/lib/api/actions/servers/lock_keeper/metadata.ts"),
      filename: path.join(
        harbour,
        "lib/api/actions/servers/lock_keeper/metadata.ts",
      ),
      settings: settings(harbour, { bm25Corpus: "tsconfig.json" }),
      output: null,
      errors: [
        {
          messageId: "unreadable",
          data: {
            server: "'lock_keeper'",
            file: "tsconfig.json",
            trouble:
              "cannot be parsed (line 1: Expected a semicolon or an implicit semicolon after a statement, but found none)",
            advice: "Repair the file.",
          },
          line: 6,
          column: 23,
          endLine: 6,
          endColumn: 36,
        },
      ],
    },
  ],
});
