import { readFileSync } from "node:fs";
import path from "node:path";
import { registeredInConstants } from "../../rules/registered-in-constants.ts";
import { testRule } from "../rule-tester.ts";

// See registered-in-switch.test.ts for the two apps, and stable-server-id.test.ts
// for `post-office`, which has a snapshot.

const fixtures = path.join(import.meta.dirname, "fixtures");
const constants = "lib/actions/mcp_internal_actions/constants.ts";
const harbour = path.join(fixtures, "harbour");
const harbourNew = path.join(fixtures, "harbour-new");
const office = path.join(fixtures, "post-office");

function read(...file: string[]): string {
  return readFileSync(path.join(fixtures, ...file), "utf8");
}

function settings(root: string, more: object = {}): Record<string, unknown> {
  return { "mcp-runbook": { root, ...more } };
}

const atNames = { line: 8, column: 14, endLine: 8, endColumn: 49 };
const atConfigs = { line: 16, column: 14, endLine: 16, endColumn: 34 };
const buoys = "lib/api/actions/servers/buoys/metadata.ts, line 6";
const dredger = "lib/actions/mcp_internal_actions/servers/dredger.ts, line 2";
const lighthouse = "lib/api/actions/servers/lighthouse/metadata.ts, line 6";

testRule("registered-in-constants", registeredInConstants, {
  valid: [
    {
      name: "every server has a name and a config",
      code: read("harbour", constants),
      filename: path.join(harbour, constants),
      settings: settings(harbour),
    },
    {
      name: "a config that overrides one of a spread",
      code: `
const DEFAULTS = { harbour_pilots: { id: 1 }, lock_keeper: { id: 2 } };
export const INTERNAL_MCP_SERVERS = {
  ...DEFAULTS,
  harbour_pilots: { id: 1, isPreview: true },
  "ship_&_cargo": { id: 3 },
  tide_tables: { id: 4 },
};
`,
      filename: path.join(harbour, constants),
      settings: settings(harbour),
    },
    {
      name: "a spread that overrides a config, and keys that can't be read",
      code: `
const NEWER = { harbour_pilots: { id: 1, isPreview: true } };
export const INTERNAL_MCP_SERVERS = {
  harbour_pilots: { id: 1 },
  lock_keeper: { id: 2 },
  "ship_&_cargo": { id: 3 },
  tide_tables: { id: 4 },
  [nameOf("a")]: { id: 5 },
  [nameOf("b")]: { id: 6 },
  ...NEWER,
};
`,
      filename: path.join(harbour, constants),
      settings: settings(harbour),
    },
    {
      name: "names and configs that may be more than can be read",
      code: `
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = ["tide_tables", ...others()];
export const INTERNAL_MCP_SERVERS = { tide_tables: { id: 4 }, ...others() };
`,
      filename: path.join(harbour, constants),
      settings: settings(harbour),
    },
    {
      name: "names that are computed from the configs",
      code: `
export const INTERNAL_MCP_SERVERS = ensureUnique({
  harbour_pilots: { id: 1 },
  lock_keeper: { id: 2 },
  ["ship_&_cargo"]: { id: 3 },
  "tide_tables": { id: 4 },
} satisfies Configs);
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = Object.keys(INTERNAL_MCP_SERVERS);
`,
      filename: path.join(harbour, constants),
      settings: settings(harbour),
    },
    {
      name: "left out on purpose",
      code: `
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = ["tide_tables"] as const;
export const INTERNAL_MCP_SERVERS: Record<string, Config> = { tide_tables: { id: 4 } };
`,
      filename: path.join(harbour, constants),
      settings: settings(harbour, {
        unregistered: {
          constants: ["harbour_pilots", "lock_keeper", "ship_&_cargo"],
        },
      }),
    },
    {
      name: "a server object outside of the folders speaks for its server",
      code: `
import { FERRY_SERVER } from "@app/lib/ferry";
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [
  "ferry", "harbour_pilots", "lock_keeper", "ship_&_cargo", "tide_tables",
] as const;
export const INTERNAL_MCP_SERVERS = {
  ferry: { id: 1, metadata: { ...FERRY_SERVER, serverInfo: { name: "ferry" } } },
  harbour_pilots: { id: 1 },
  lock_keeper: { id: 2 },
  "ship_&_cargo": { id: 3 },
  tide_tables: { id: 4 },
};
`,
      filename: path.join(harbour, constants),
      settings: settings(harbour),
    },
    {
      name: "metadata of a package may be any server's",
      code: `
import { FERRY_SERVER } from "@dust/servers";
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [
  "ferry", "harbour_pilots", "lock_keeper", "ship_&_cargo", "tide_tables",
] as const;
export const INTERNAL_MCP_SERVERS = {
  ferry: { id: 1, metadata: FERRY_SERVER },
  harbour_pilots: { id: 1 },
  lock_keeper: { id: 2 },
  "ship_&_cargo": { id: 3 },
  tide_tables: { id: 4 },
};
`,
      filename: path.join(harbour, constants),
      settings: settings(harbour),
    },
    {
      name: "a server under a wrong name is one mistake of another rule",
      code: `
import { LOCK_KEEPER_SERVER } from "@app/lib/api/actions/servers/lock_keeper/metadata";
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [
  "harbour_pilots", "lock_warden", "ship_&_cargo", "tide_tables",
] as const;
export const INTERNAL_MCP_SERVERS = {
  harbour_pilots: { id: 1 },
  lock_warden: { id: 2, metadata: LOCK_KEEPER_SERVER },
  "ship_&_cargo": { id: 3 },
  tide_tables: { id: 4 },
};
`,
      filename: path.join(harbour, constants),
      settings: settings(harbour),
    },
    {
      name: "folders without a single server are not those that were meant",
      code: read("harbour", constants),
      filename: path.join(harbour, constants),
      settings: settings(harbour, { servers: ["lib/nowhere"] }),
    },
    {
      name: "nor are folders of files that define none",
      code: `
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = ["ferry"] as const;
`,
      filename: path.join(harbour, constants),
      settings: settings(harbour, { servers: ["misspelt"] }),
    },
    {
      name: "a definition that is registered",
      code: read("harbour/lib/api/actions/servers/ship_cargo/metadata.ts"),
      filename: path.join(
        harbour,
        "lib/api/actions/servers/ship_cargo/metadata.ts",
      ),
      settings: settings(harbour),
    },
  ],
  invalid: [
    {
      name: "new servers: one fix for all names; configs are suggested",
      code: read("harbour-new", constants),
      filename: path.join(harbourNew, constants),
      settings: settings(harbourNew),
      output: read("harbour-new/fixed/constants.ts"),
      errors: [
        {
          messageId: "missingName",
          data: { server: "'buoys'", definition: buoys, where: "" },
          ...atNames,
        },
        {
          messageId: "missingName",
          data: { server: "'dredger'", definition: dredger, where: "" },
          ...atNames,
        },
        {
          messageId: "missingName",
          data: { server: "'lighthouse'", definition: lighthouse, where: "" },
          ...atNames,
        },
        {
          messageId: "missingConfig",
          data: {
            where: "",
            server: "'buoys'",
            definition: buoys,
            id: "the id 9, which it has in the snapshot",
          },
          ...atConfigs,
          suggestions: [
            {
              messageId: "addConfig",
              data: {
                server: "'buoys'",
                id: 9,
                why: ", which it has in the snapshot",
              },
              output: read("harbour-new/fixed/constants-buoys.ts"),
            },
          ],
        },
        {
          messageId: "missingConfig",
          data: {
            where: "",
            server: "'dredger'",
            definition: dredger,
            id: "an id that no server ever had, such as 10",
          },
          ...atConfigs,
        },
        {
          messageId: "missingConfig",
          data: {
            where: "",
            server: "'lighthouse'",
            definition: lighthouse,
            id: "an id that no server ever had, such as 11",
          },
          ...atConfigs,
          suggestions: [
            {
              messageId: "addConfig",
              data: {
                server: "'lighthouse'",
                id: 11,
                why: ", the next one that is free",
              },
              output: read("harbour-new/fixed/constants-lighthouse.ts"),
            },
          ],
        },
      ],
    },
    {
      name: "a manual server of the snapshot gets its config back, with its id",
      code: `import { HARBOUR_PILOTS_SERVER } from "@app/lib/api/actions/servers/harbour_pilots/metadata";
import { LOCK_KEEPER_SERVER } from "@app/lib/api/actions/servers/lock_keeper/metadata";

export const INTERNAL_MCP_SERVERS = {
  harbour_pilots: { id: 1, availability: "manual", metadata: HARBOUR_PILOTS_SERVER },
  lock_keeper: { id: 2, availability: "auto", metadata: LOCK_KEEPER_SERVER },
  tide_tables: { id: 4, availability: "manual", tools_stakes: {} },
};
`,
      filename: path.join(harbour, constants),
      settings: settings(harbour),
      output: `import { HARBOUR_PILOTS_SERVER } from "@app/lib/api/actions/servers/harbour_pilots/metadata";
import { LOCK_KEEPER_SERVER } from "@app/lib/api/actions/servers/lock_keeper/metadata";
import {
  SHIP_CARGO_SERVER,
  SHIP_CARGO_SERVER_NAME,
} from "@app/lib/api/actions/servers/ship_cargo/metadata";

export const INTERNAL_MCP_SERVERS = {
  harbour_pilots: { id: 1, availability: "manual", metadata: HARBOUR_PILOTS_SERVER },
  lock_keeper: { id: 2, availability: "auto", metadata: LOCK_KEEPER_SERVER },
  tide_tables: { id: 4, availability: "manual", tools_stakes: {} },
  [SHIP_CARGO_SERVER_NAME]: {
    id: 3,
    availability: "manual",
    metadata: SHIP_CARGO_SERVER,
  },
};
`,
      errors: [
        {
          messageId: "missingConfig",
          data: {
            where: "",
            server: "'ship_&_cargo'",
            definition:
              "lib/api/actions/servers/ship_cargo/metadata.ts, line 8",
            id: "the id 3, which it has in the snapshot",
          },
          line: 4,
          column: 14,
          endLine: 4,
          endColumn: 34,
        },
      ],
    },
    {
      name: "what the last config alone says is not said of a new server",
      code: `import { HARBOUR_PILOTS_SERVER } from "@app/lib/api/actions/servers/harbour_pilots/metadata";
import { LOCK_KEEPER_SERVER } from "@app/lib/api/actions/servers/lock_keeper/metadata";
import { SHIP_CARGO_SERVER, SHIP_CARGO_SERVER_NAME } from "@app/lib/api/actions/servers/ship_cargo/metadata";

export const INTERNAL_MCP_SERVERS = {
  harbour_pilots: { id: 1, availability: "manual", metadata: HARBOUR_PILOTS_SERVER },
  tide_tables: { id: 4, availability: "manual", tools_stakes: {} },
  lock_keeper: { id: 2, availability: "auto", isPreview: true, metadata: LOCK_KEEPER_SERVER },
};
`,
      filename: path.join(harbour, constants),
      settings: settings(harbour),
      output: `import { HARBOUR_PILOTS_SERVER } from "@app/lib/api/actions/servers/harbour_pilots/metadata";
import { LOCK_KEEPER_SERVER } from "@app/lib/api/actions/servers/lock_keeper/metadata";
import { SHIP_CARGO_SERVER, SHIP_CARGO_SERVER_NAME } from "@app/lib/api/actions/servers/ship_cargo/metadata";

export const INTERNAL_MCP_SERVERS = {
  harbour_pilots: { id: 1, availability: "manual", metadata: HARBOUR_PILOTS_SERVER },
  tide_tables: { id: 4, availability: "manual", tools_stakes: {} },
  lock_keeper: { id: 2, availability: "auto", isPreview: true, metadata: LOCK_KEEPER_SERVER },
  [SHIP_CARGO_SERVER_NAME]: {
    id: 3,
    availability: "manual",
    metadata: SHIP_CARGO_SERVER,
  },
};
`,
      errors: [
        {
          messageId: "missingConfig",
          data: {
            where: "",
            server: "'ship_&_cargo'",
            definition:
              "lib/api/actions/servers/ship_cargo/metadata.ts, line 8",
            id: "the id 3, which it has in the snapshot",
          },
          line: 5,
          column: 14,
          endLine: 5,
          endColumn: 34,
        },
      ],
    },
    {
      name: "an id of the snapshot that another server has now: a suggestion, no fix",
      code: `import { HARBOUR_PILOTS_SERVER } from "@app/lib/api/actions/servers/harbour_pilots/metadata";
import { SHIP_CARGO_SERVER, SHIP_CARGO_SERVER_NAME } from "@app/lib/api/actions/servers/ship_cargo/metadata";

export const INTERNAL_MCP_SERVERS = {
  harbour_pilots: { id: 1, availability: "manual", metadata: HARBOUR_PILOTS_SERVER },
  lock_keeper: { id: 3, availability: "auto" },
  tide_tables: { id: 4, availability: "manual", tools_stakes: {} },
};
`,
      filename: path.join(harbour, constants),
      settings: settings(harbour),
      output: null,
      errors: [
        {
          messageId: "missingConfig",
          data: {
            where: "",
            server: "'ship_&_cargo'",
            definition:
              "lib/api/actions/servers/ship_cargo/metadata.ts, line 8",
            id: "the id 3, which it has in the snapshot",
          },
          line: 4,
          column: 14,
          endLine: 4,
          endColumn: 34,
          suggestions: [
            {
              messageId: "addConfig",
              data: {
                server: "'ship_&_cargo'",
                id: 3,
                why: ", which it has in the snapshot",
              },
              output: `import { HARBOUR_PILOTS_SERVER } from "@app/lib/api/actions/servers/harbour_pilots/metadata";
import { SHIP_CARGO_SERVER, SHIP_CARGO_SERVER_NAME } from "@app/lib/api/actions/servers/ship_cargo/metadata";

export const INTERNAL_MCP_SERVERS = {
  harbour_pilots: { id: 1, availability: "manual", metadata: HARBOUR_PILOTS_SERVER },
  lock_keeper: { id: 3, availability: "auto" },
  tide_tables: { id: 4, availability: "manual", tools_stakes: {} },
  [SHIP_CARGO_SERVER_NAME]: {
    id: 3,
    availability: "manual",
    metadata: SHIP_CARGO_SERVER,
  },
};
`,
            },
          ],
        },
      ],
    },
    {
      name: "a snapshot that can't be read may hold any id: none is offered",
      code: `
export const INTERNAL_MCP_SERVERS = {
  harbour_pilots: { id: 1 },
  "ship_&_cargo": { id: 3 },
  tide_tables: { id: 4 },
};
`,
      filename: path.join(harbour, constants),
      settings: settings(harbour, { idSnapshot: "misspelt/conflict.json" }),
      output: null,
      errors: [
        {
          messageId: "missingConfig",
          data: {
            where: "",
            server: "'lock_keeper'",
            definition:
              "lib/api/actions/servers/lock_keeper/metadata.ts, line 6",
            id: "an id that no server ever had",
          },
          line: 2,
          column: 14,
          endLine: 2,
          endColumn: 34,
        },
      ],
    },
    {
      name: "an id that the snapshot gives to two servers is neither's for sure: no fix writes it",
      code: `
export const LEGACY_INTERNAL_MCP_SERVER_IDS: number[] = [3];
export const INTERNAL_MCP_SERVERS = {
  stamps: { id: 2, availability: "auto", metadata: STAMPS_SERVER },
};
`,
      filename: path.join(office, constants),
      settings: settings(office, {
        idSnapshot: "lib/actions/mcp_internal_actions/shared-id.json",
        unregistered: { constants: ["parcels"] },
      }),
      output: null,
      errors: [
        {
          messageId: "missingConfig",
          data: {
            server: "'letters'",
            definition: "lib/api/actions/servers/letters/metadata.ts, line 2",
            where: "",
            id: "an id that no server ever had, such as 4",
          },
          line: 3,
          column: 14,
          endLine: 3,
          endColumn: 34,
          suggestions: [
            {
              messageId: "addConfig",
              data: {
                server: "'letters'",
                id: 4,
                why: ", the next one that is free",
              },
              output: `
import { LETTERS_SERVER } from "../../api/actions/servers/letters/metadata";

export const LEGACY_INTERNAL_MCP_SERVER_IDS: number[] = [3];
export const INTERNAL_MCP_SERVERS = {
  stamps: { id: 2, availability: "auto", metadata: STAMPS_SERVER },
  letters: {
    id: 4,
    availability: "manual",
    metadata: LETTERS_SERVER,
  },
};
`,
            },
          ],
        },
      ],
    },
    {
      name: "a config twice: the later one counts, so the earlier one can go",
      code: `
export const INTERNAL_MCP_SERVERS = {
  harbour_pilots: {
    id: 1,
  },
  lock_keeper: { id: 2 },
  "ship_&_cargo": { id: 3 },
  tide_tables: { id: 4 },
  "harbour_pilots": { id: 1 }, // again
};
`,
      filename: path.join(harbour, constants),
      settings: settings(harbour),
      output: null,
      errors: [
        {
          messageId: "duplicateConfig",
          data: { server: "'harbour_pilots'", line: 3 },
          line: 9,
          column: 3,
          endLine: 9,
          endColumn: 19,
          suggestions: [
            {
              messageId: "removeConfig",
              data: { line: 3 },
              output: `
export const INTERNAL_MCP_SERVERS = {
  lock_keeper: { id: 2 },
  "ship_&_cargo": { id: 3 },
  tide_tables: { id: 4 },
  "harbour_pilots": { id: 1 }, // again
};
`,
            },
          ],
        },
      ],
    },
    {
      name: "a config twice, of which the earlier one has the id of the snapshot: that one stays",
      code: `
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual" },
  stamps: { id: 2, availability: "auto" },
  parcels: { id: 5, availability: "manual" },
  letters: { id: 6, availability: "manual" },
};
`,
      filename: path.join(office, constants),
      settings: settings(office),
      output: null,
      errors: [
        {
          messageId: "duplicateConfig",
          data: { server: "'letters'", line: 3 },
          line: 6,
          column: 3,
          endLine: 6,
          endColumn: 10,
          suggestions: [
            {
              messageId: "removeConfig",
              data: { line: 6 },
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
      name: "a name twice, a name and a config whose server is gone",
      code: `
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [
  "harbour_pilots",
  "lock_keeper",
  "harbour_pilots",
  "ship_&_cargo",
  "tide_tables",
  "ferry", // sold
] as const;

export const INTERNAL_MCP_SERVERS = {
  harbour_pilots: { id: 1 },
  lock_keeper: { id: 2 },
  "ship_&_cargo": { id: 3 },
  tide_tables: { id: 4 },
  ferry: { id: 5 },
};
`,
      filename: path.join(harbour, constants),
      settings: settings(harbour),
      output: null,
      errors: [
        {
          messageId: "duplicateName",
          data: { server: "'harbour_pilots'", line: 3 },
          line: 5,
          column: 3,
          endLine: 5,
          endColumn: 19,
          suggestions: [
            {
              messageId: "remove",
              output: `
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [
  "harbour_pilots",
  "lock_keeper",
  "ship_&_cargo",
  "tide_tables",
  "ferry", // sold
] as const;

export const INTERNAL_MCP_SERVERS = {
  harbour_pilots: { id: 1 },
  lock_keeper: { id: 2 },
  "ship_&_cargo": { id: 3 },
  tide_tables: { id: 4 },
  ferry: { id: 5 },
};
`,
            },
          ],
        },
        {
          messageId: "orphanName",
          data: { server: "'ferry'", where: "" },
          line: 8,
          column: 3,
          endLine: 8,
          endColumn: 10,
          suggestions: [
            {
              messageId: "remove",
              output: `
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [
  "harbour_pilots",
  "lock_keeper",
  "harbour_pilots",
  "ship_&_cargo",
  "tide_tables",
] as const;

export const INTERNAL_MCP_SERVERS = {
  harbour_pilots: { id: 1 },
  lock_keeper: { id: 2 },
  "ship_&_cargo": { id: 3 },
  tide_tables: { id: 4 },
  ferry: { id: 5 },
};
`,
            },
          ],
        },
        {
          messageId: "orphanConfig",
          data: { server: "'ferry'", id: " (5)" },
          line: 16,
          column: 3,
          endLine: 16,
          endColumn: 8,
        },
      ],
    },
    {
      name: "a misspelt name and a misspelt key: neither is added a second time",
      code: read("harbour/misspelt/constants.ts"),
      filename: path.join(harbour, constants),
      settings: settings(harbour),
      output: null,
      errors: [
        {
          messageId: "misspeltName",
          data: {
            where: "",
            written: "'lock_keepre'",
            server: "'lock_keeper'",
            definition:
              "lib/api/actions/servers/lock_keeper/metadata.ts, line 6",
          },
          line: 3,
          column: 3,
          endLine: 3,
          endColumn: 16,
          suggestions: [
            {
              messageId: "rename",
              data: { name: "lock_keeper" },
              output: `export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [
  "harbour_pilots",
  "lock_keeper",
  "ship_&_cargo",
  "tide_tables",
] as const;

export const INTERNAL_MCP_SERVERS = {
  harbour_pilots: { id: 1 },
  lock_keepre: { id: 2 },
  "ship_&_cargo": { id: 3 },
  tide_tables: { id: 4 },
};
`,
            },
          ],
        },
        {
          messageId: "misspeltConfig",
          data: {
            where: "",
            written: "'lock_keepre'",
            server: "'lock_keeper'",
            definition:
              "lib/api/actions/servers/lock_keeper/metadata.ts, line 6",
            id: " (2)",
          },
          line: 10,
          column: 3,
          endLine: 10,
          endColumn: 14,
          suggestions: [
            {
              messageId: "rename",
              data: { name: "lock_keeper" },
              output: `export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [
  "harbour_pilots",
  "lock_keepre",
  "ship_&_cargo",
  "tide_tables",
] as const;

export const INTERNAL_MCP_SERVERS = {
  harbour_pilots: { id: 1 },
  lock_keeper: { id: 2 },
  "ship_&_cargo": { id: 3 },
  tide_tables: { id: 4 },
};
`,
            },
          ],
        },
      ],
    },
    {
      name: "misspelt in other files that the constants spread",
      code: `
import {
  AVAILABLE_INTERNAL_MCP_SERVER_NAMES as NAMES,
  INTERNAL_MCP_SERVERS as SERVERS,
} from "@app/misspelt/constants";
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [...NAMES] as const;
export const INTERNAL_MCP_SERVERS = { ...SERVERS };
`,
      filename: path.join(harbour, constants),
      settings: settings(harbour),
      output: null,
      errors: [
        {
          messageId: "misspeltName",
          data: {
            where: "",
            written: "'lock_keepre'",
            server: "'lock_keeper'",
            definition:
              "lib/api/actions/servers/lock_keeper/metadata.ts, line 6",
          },
          line: 6,
          column: 56,
          endLine: 6,
          endColumn: 61,
          suggestions: [],
        },
        {
          messageId: "misspeltConfig",
          data: {
            where: "",
            written: "'lock_keepre'",
            server: "'lock_keeper'",
            definition:
              "lib/api/actions/servers/lock_keeper/metadata.ts, line 6",
            id: " (2)",
          },
          line: 7,
          column: 14,
          endLine: 7,
          endColumn: 34,
          suggestions: [],
        },
      ],
    },
    {
      name: "at the definition: a name and a key that are misspelt",
      code: read("harbour/lib/api/actions/servers/lock_keeper/metadata.ts"),
      filename: path.join(
        harbour,
        "lib/api/actions/servers/lock_keeper/metadata.ts",
      ),
      settings: settings(harbour, { constants: "misspelt/constants.ts" }),
      output: null,
      errors: [
        {
          messageId: "misspeltThere",
          data: {
            server: "'lock_keeper'",
            file: "misspelt/constants.ts",
            missing:
              "AVAILABLE_INTERNAL_MCP_SERVER_NAMES has 'lock_keepre' (line 3) in its place, as no server is called, and INTERNAL_MCP_SERVERS has a config for 'lock_keepre' (line 10) in its place, as no server is called",
          },
          line: 6,
          column: 23,
          endLine: 6,
          endColumn: 36,
        },
      ],
    },
    {
      name: "at the definition: neither a name nor a config",
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
            file: constants,
            missing:
              "AVAILABLE_INTERNAL_MCP_SERVER_NAMES does not list it, and INTERNAL_MCP_SERVERS has no config for it",
            advice:
              "Run `eslint --fix` on that file for the name. No fix adds the config, because it publishes the server: an editor may suggest it there, else write it by hand.",
          },
          line: 6,
          column: 23,
          endLine: 6,
          endColumn: 30,
        },
      ],
    },
    {
      name: "at the definition: the constants file is lost, the switch still tells the app",
      code: read("harbour/lib/api/actions/servers/lock_keeper/metadata.ts"),
      filename: path.join(
        harbour,
        "lib/api/actions/servers/lock_keeper/metadata.ts",
      ),
      settings: settings(harbour, { constants: "lib/constants.ts" }),
      output: null,
      errors: [
        {
          messageId: "unreadable",
          data: {
            server: "'lock_keeper'",
            file: "lib/constants.ts",
            trouble: "is missing",
            advice:
              'If the file is elsewhere, say where in settings["mcp-runbook"].constants; if the repository has none, set it to false.',
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
