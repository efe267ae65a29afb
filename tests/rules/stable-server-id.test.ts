import path from "node:path";
import { stableServerId } from "../../rules/stable-server-id.ts";
import { testRule } from "../rule-tester.ts";

// Two small apps. In `post-office` the snapshot and the constants agree; what is
// linted stands for one of the two in another state than the disk has, or a
// setting names another snapshot. In `post-office-merged` two branches took one
// id, and more went wrong. `spread-configs` has no snapshot.

const fixtures = path.join(import.meta.dirname, "fixtures");
const office = path.join(fixtures, "post-office");
const merged = path.join(fixtures, "post-office-merged");
const plain = path.join(fixtures, "spread-configs");
const constants = "lib/actions/mcp_internal_actions/constants.ts";
const snapshot =
  "lib/actions/mcp_internal_actions/internal_mcp_server_availability.snapshot.json";
const sharedId = "lib/actions/mcp_internal_actions/shared-id.json";

function settings(root: string, more: object = {}): Record<string, unknown> {
  return { "mcp-runbook": { root, ...more } };
}

testRule("stable-server-id", stableServerId, {
  valid: [
    {
      name: "configs that are what the snapshot says",
      code: `
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual" },
  stamps: { id: 2, availability: "auto" },
  parcels: { id: 5, availability: "manual" },
};
`,
      filename: path.join(office, constants),
      settings: settings(office),
    },
    {
      name: "a hidden server is among the automatic ones; order does not count",
      code: `
export const INTERNAL_MCP_SERVERS = {
  parcels: { id: 5, availability: "manual" as const },
  stamps: { id: 2, availability: "auto_hidden_builder" },
  letters: { id: 1, availability: "manual" },
} satisfies Record<string, Config>;
`,
      filename: path.join(office, constants),
      settings: settings(office),
    },
    {
      name: "what can't be read is not compared",
      code: `
export const INTERNAL_MCP_SERVERS = {
  letters: { id: nextId(), availability: "manual" },
  stamps: { id: 2, availability: availabilityOf("stamps") },
  parcels: { ...base, metadata: PARCELS_SERVER },
};
`,
      filename: path.join(office, constants),
      settings: settings(office),
    },
    {
      name: "of one key twice only the later entry counts",
      code: `
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 8, availability: "auto" },
  stamps: { id: 2, availability: "auto" },
  parcels: { id: 5, availability: "manual" },
  letters: { id: 1, availability: "manual" },
};
`,
      filename: path.join(office, constants),
      settings: settings(office),
    },
    {
      name: "of one key twice, one that is what the snapshot says is enough: that it is there twice is registered-in-constants'",
      code: `
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual" },
  stamps: { id: 2, availability: "auto" },
  parcels: { id: 5, availability: "manual" },
  letters: { id: 8, availability: "auto" },
};
`,
      filename: path.join(office, constants),
      settings: settings(office),
    },
    {
      name: "a snapshot that gives an id to two servers can't say whose it is",
      code: `
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual" },
  stamps: { id: 2, availability: "auto" },
  parcels: { id: 5, availability: "manual" },
};
`,
      filename: path.join(office, constants),
      settings: settings(office, { idSnapshot: sharedId }),
    },
    {
      name: "nor at a definition",
      code: `export const PARCELS_SERVER = {
  serverInfo: { name: "parcels", version: "1.0.0" },
  tools: [],
} as const;
`,
      filename: path.join(
        office,
        "lib/api/actions/servers/parcels/metadata.ts",
      ),
      settings: settings(office, { idSnapshot: sharedId }),
    },
    {
      name: "a spread may hold the others",
      code: `
export const INTERNAL_MCP_SERVERS = { ...moreServers(), letters: { id: 1, availability: "manual" } };
`,
      filename: path.join(office, constants),
      settings: settings(office),
    },
    {
      name: "a config that is lost, but whose server is still defined, is registered-in-constants'",
      code: `
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual" },
  stamps: { id: 2, availability: "auto" },
};
`,
      filename: path.join(office, constants),
      settings: settings(office),
    },
    {
      name: "ids that are no ids, or shared, or retired, are unique-server-id's",
      code: `
export const LEGACY_INTERNAL_MCP_SERVER_IDS: number[] = [3];
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual", metadata: LETTERS_SERVER },
  stamps: { id: 2, availability: "auto", metadata: STAMPS_SERVER },
  parcels: { id: 5, availability: "manual", metadata: PARCELS_SERVER },
  telegrams: { id: 5, availability: "manual", metadata: await telegrams() },
  telexes: { id: "7", availability: "manual", metadata: await telexes() },
  faxes: { id: 6.5, availability: "manual", metadata: await faxes() },
  pagers: { id: 3, availability: "manual", metadata: await pagers() },
};
`,
      filename: path.join(office, constants),
      settings: settings(office),
    },
    {
      name: "a config whose server is gone is registered-in-constants'",
      code: `
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual" },
  stamps: { id: 2, availability: "auto" },
  parcels: { id: 5, availability: "manual" },
  telegrams: { id: 6, availability: "manual" },
};
`,
      filename: path.join(office, constants),
      settings: settings(office),
    },
    {
      name: "no snapshot, and none is asked for",
      code: `
export const INTERNAL_MCP_SERVERS = { letters: { id: 8, availability: "manual" } };
`,
      filename: path.join(office, constants),
      settings: settings(office, { idSnapshot: false }),
    },
    {
      name: "no snapshot is wanted where the settings say that there is none",
      code: `
export const INTERNAL_MCP_SERVERS = { letters: { id: 8, availability: "manual" } };
`,
      filename: path.join(office, constants),
      options: [{ requireSnapshot: true }],
      settings: settings(office, { idSnapshot: false }),
    },
    {
      name: "constants without configs need no snapshot",
      code: `
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = ["letters"] as const;
`,
      filename: path.join(office, constants),
      options: [{ requireSnapshot: true }],
      settings: settings(office),
    },
    {
      name: "the id of a server that is gone is retired",
      code: `
export const LEGACY_INTERNAL_MCP_SERVER_IDS: number[] = [4];
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual" },
};
`,
      filename: path.join(office, constants),
      settings: settings(office, {
        idSnapshot: "lib/actions/mcp_internal_actions/with-pigeons.json",
      }),
    },
    {
      name: "a list of retired ids that may hold it",
      code: `
export const LEGACY_INTERNAL_MCP_SERVER_IDS: number[] = [...oldIds(), FIRST_ID];
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual" },
};
`,
      filename: path.join(office, constants),
      settings: settings(office, {
        idSnapshot: "lib/actions/mcp_internal_actions/with-pigeons.json",
      }),
    },
    {
      name: "no snapshot, and nobody asked for one",
      code: `
export const INTERNAL_MCP_SERVERS = { notes: { id: 8, availability: "manual" } };
`,
      filename: path.join(plain, constants),
      settings: settings(plain),
    },
    {
      name: "a definition whose id is that of the snapshot",
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
      name: "a definition whose id another server has is unique-server-id's",
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
    },
    {
      name: "a snapshot of all servers",
      code: `{
  "auto": [
    { "name": "stamps", "id": 2 }
  ],
  "manual": [
    { "name": "letters", "id": 1 },
    { "name": "parcels", "id": 5 }
  ]
}
`,
      filename: path.join(office, snapshot),
      language: "json",
      settings: settings(office),
    },
    {
      name: "a changed id is a mistake in the constants: not said here",
      code: `{
  "auto": [
    { "name": "stamps", "id": 2 }
  ],
  "manual": [
    { "name": "letters", "id": 9 },
    { "name": "parcels", "id": 5 }
  ]
}
`,
      filename: path.join(office, snapshot),
      language: "json",
      settings: settings(office),
    },
    {
      name: "another JSON file",
      code: `{ "auto": [], "manual": [] }`,
      filename: path.join(office, "package.json"),
      language: "json",
      settings: settings(office),
    },
  ],
  invalid: [
    {
      name: "another id than it was shipped with",
      code: `
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual" },
  stamps: { id: 2, availability: "auto" },
  parcels: { id: 8, availability: "manual" },
};
`,
      filename: path.join(office, constants),
      settings: settings(office),
      output: null,
      errors: [
        {
          messageId: "changed",
          data: {
            server: "'parcels'",
            id: "8",
            file: "lib/actions/mcp_internal_actions/internal_mcp_server_availability.snapshot.json",
            line: 7,
            shipped: 5,
          },
          line: 5,
          column: 18,
          endLine: 5,
          endColumn: 19,
          suggestions: [
            {
              messageId: "useShippedId",
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
      name: "of one key twice, neither as the snapshot says, the later one is judged",
      code: `
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 9, availability: "manual" },
  stamps: { id: 2, availability: "auto" },
  parcels: { id: 5, availability: "manual" },
  letters: { id: 8, availability: "manual" },
};
`,
      filename: path.join(office, constants),
      settings: settings(office),
      output: null,
      errors: [
        {
          messageId: "changed",
          data: {
            server: "'letters'",
            id: 8,
            file: snapshot,
            line: 6,
            shipped: 1,
          },
          line: 6,
          column: 18,
          endLine: 6,
          endColumn: 19,
          suggestions: [
            {
              messageId: "useShippedId",
              data: { id: 1 },
              output: `
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 9, availability: "manual" },
  stamps: { id: 2, availability: "auto" },
  parcels: { id: 5, availability: "manual" },
  letters: { id: 1, availability: "manual" },
};
`,
            },
          ],
        },
      ],
    },
    {
      name: "an id from a constant: reported where it is used, and left to its owner",
      code: `
const PARCELS_ID = 8;
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual" },
  stamps: { id: 2, availability: "auto" },
  parcels: { id: PARCELS_ID, availability: "manual" },
};
`,
      filename: path.join(office, constants),
      settings: settings(office),
      output: null,
      errors: [
        {
          messageId: "changed",
          data: {
            server: "'parcels'",
            id: "8",
            file: "lib/actions/mcp_internal_actions/internal_mcp_server_availability.snapshot.json",
            line: 7,
            shipped: 5,
          },
          line: 6,
          column: 18,
          endLine: 6,
          endColumn: 28,
        },
      ],
    },
    {
      name: "two servers that swapped their ids: neither can just have its own back",
      code: `
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 5, availability: "manual" },
  stamps: { id: 2, availability: "auto" },
  parcels: { id: 1, availability: "manual" },
};
`,
      filename: path.join(office, constants),
      settings: settings(office),
      output: null,
      errors: [
        {
          messageId: "changedTaken",
          data: {
            server: "'letters'",
            id: "5",
            file: "lib/actions/mcp_internal_actions/internal_mcp_server_availability.snapshot.json",
            line: 6,
            shipped: 1,
          },
          line: 3,
          column: 18,
          endLine: 3,
          endColumn: 19,
        },
        {
          messageId: "changedTaken",
          data: {
            server: "'parcels'",
            id: "1",
            file: "lib/actions/mcp_internal_actions/internal_mcp_server_availability.snapshot.json",
            line: 7,
            shipped: 5,
          },
          line: 5,
          column: 18,
          endLine: 5,
          endColumn: 19,
        },
      ],
    },
    {
      name: "a new server that took the id of one that has another now: no line for it yet",
      code: `
export const LEGACY_INTERNAL_MCP_SERVER_IDS: number[] = [4];
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 7, availability: "manual" },
  stamps: { id: 1, availability: "auto" },
  parcels: { id: 5, availability: "manual" },
};
`,
      filename: path.join(office, constants),
      settings: settings(office, {
        idSnapshot: "lib/actions/mcp_internal_actions/with-pigeons.json",
      }),
      output: null,
      errors: [
        {
          messageId: "changedTaken",
          data: {
            server: "'letters'",
            id: "7",
            file: "lib/actions/mcp_internal_actions/with-pigeons.json",
            line: 4,
            shipped: 1,
          },
          line: 4,
          column: 18,
          endLine: 4,
          endColumn: 19,
        },
      ],
    },
    {
      name: "an id of a server that is gone, now another's: it is not retired before that is settled",
      code: `
export const LEGACY_INTERNAL_MCP_SERVER_IDS: number[] = [3];
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 4, availability: "manual" },
  parcels: { id: 5, availability: "manual" },
};
`,
      filename: path.join(office, constants),
      settings: settings(office, {
        idSnapshot: "lib/actions/mcp_internal_actions/with-pigeons.json",
      }),
      output: null,
      errors: [
        {
          messageId: "changed",
          data: {
            server: "'letters'",
            id: "4",
            file: "lib/actions/mcp_internal_actions/with-pigeons.json",
            line: 4,
            shipped: 1,
          },
          line: 4,
          column: 18,
          endLine: 4,
          endColumn: 19,
          suggestions: [
            {
              messageId: "useShippedId",
              data: { id: 1 },
              output: `
export const LEGACY_INTERNAL_MCP_SERVER_IDS: number[] = [3];
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual" },
  parcels: { id: 5, availability: "manual" },
};
`,
            },
          ],
        },
      ],
    },
    {
      name: "an unreadable key does not turn off what is certain",
      code: `
export const INTERNAL_MCP_SERVERS = {
  [nameOf("telegrams")]: { id: 9, availability: "manual" },
  letters: { id: 8, availability: "manual" },
  stamps: { id: 2, availability: "auto" },
  parcels: { id: 5, availability: "manual" },
};
`,
      filename: path.join(office, constants),
      settings: settings(office),
      output: null,
      errors: [
        {
          messageId: "changed",
          data: {
            server: "'letters'",
            id: "8",
            file: "lib/actions/mcp_internal_actions/internal_mcp_server_availability.snapshot.json",
            line: 6,
            shipped: 1,
          },
          line: 4,
          column: 18,
          endLine: 4,
          endColumn: 19,
          suggestions: [
            {
              messageId: "useShippedId",
              data: { id: 1 },
              output: `
export const INTERNAL_MCP_SERVERS = {
  [nameOf("telegrams")]: { id: 9, availability: "manual" },
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
      name: "moved to the automatic servers, hidden or not, and away from them",
      code: `
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "auto" },
  stamps: { id: 2, availability: "manual" },
  parcels: { id: 5, availability: "auto_hidden_builder" },
};
`,
      filename: path.join(office, constants),
      settings: settings(office),
      output: null,
      errors: [
        {
          messageId: "moved",
          data: {
            server: "'letters'",
            availability: "auto",
            file: "lib/actions/mcp_internal_actions/internal_mcp_server_availability.snapshot.json",
            line: 6,
            list: "manual",
          },
          line: 3,
          column: 35,
          endLine: 3,
          endColumn: 41,
        },
        {
          messageId: "moved",
          data: {
            server: "'stamps'",
            availability: "manual",
            file: "lib/actions/mcp_internal_actions/internal_mcp_server_availability.snapshot.json",
            line: 3,
            list: "auto",
          },
          line: 4,
          column: 34,
          endLine: 4,
          endColumn: 42,
        },
        {
          messageId: "moved",
          data: {
            server: "'parcels'",
            availability: "auto_hidden_builder",
            file: "lib/actions/mcp_internal_actions/internal_mcp_server_availability.snapshot.json",
            line: 7,
            list: "manual",
          },
          line: 5,
          column: 35,
          endLine: 5,
          endColumn: 56,
        },
      ],
    },
    {
      name: "servers that the snapshot does not know yet",
      code: `
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual", metadata: LETTERS_SERVER },
  stamps: { id: 2, availability: "auto", metadata: STAMPS_SERVER },
  parcels: { id: 5, availability: "manual", metadata: PARCELS_SERVER },
  telegrams: { id: 6, availability: "manual", metadata: await telegrams() },
  faxes: { id: 1000, availability: "auto_hidden_builder", metadata: await faxes() },
  pagers: { id: 7, availability: "automatic", metadata: await pagers() },
};
`,
      filename: path.join(office, constants),
      settings: settings(office),
      output: null,
      errors: [
        {
          messageId: "unlistedManual",
          data: {
            server: "'telegrams'",
            id: "6",
            file: "lib/actions/mcp_internal_actions/internal_mcp_server_availability.snapshot.json",
          },
          line: 6,
          column: 3,
          endLine: 6,
          endColumn: 12,
        },
        {
          messageId: "unlistedAuto",
          data: {
            server: "'faxes'",
            id: "1000",
            file: "lib/actions/mcp_internal_actions/internal_mcp_server_availability.snapshot.json",
          },
          line: 7,
          column: 3,
          endLine: 7,
          endColumn: 8,
        },
        {
          messageId: "unlisted",
          data: {
            server: "'pagers'",
            file: "lib/actions/mcp_internal_actions/internal_mcp_server_availability.snapshot.json",
          },
          line: 8,
          column: 3,
          endLine: 8,
          endColumn: 9,
        },
      ],
    },
    {
      name: "the id of a server that is gone, given to one that the snapshot does not know",
      code: `
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual" },
  telegrams: { id: 4, availability: "manual", metadata: await telegrams() },
};
`,
      filename: path.join(office, constants),
      settings: settings(office, {
        idSnapshot: "lib/actions/mcp_internal_actions/with-pigeons.json",
      }),
      output: null,
      errors: [
        {
          messageId: "taken",
          data: {
            server: "'telegrams'",
            id: "4",
            file: "lib/actions/mcp_internal_actions/with-pigeons.json",
            line: 5,
            other: "'pigeons'",
          },
          line: 4,
          column: 20,
          endLine: 4,
          endColumn: 21,
        },
      ],
    },
    {
      name: "a server that is gone, and its id not retired: several ids a line, with comments",
      code: `
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual" },
};
export const LEGACY_INTERNAL_MCP_SERVER_IDS: number[] = [
  3, 7, // the two halves of the first fax server
  11,
];
`,
      filename: path.join(office, constants),
      settings: settings(office, {
        idSnapshot: "lib/actions/mcp_internal_actions/with-pigeons.json",
      }),
      output: null,
      errors: [
        {
          messageId: "notRetired",
          data: {
            server: "'pigeons'",
            file: "lib/actions/mcp_internal_actions/with-pigeons.json",
            line: 5,
            id: 4,
          },
          line: 5,
          column: 14,
          endLine: 5,
          endColumn: 44,
          suggestions: [
            {
              messageId: "addLegacyId",
              data: { id: 4 },
              output: `
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual" },
};
export const LEGACY_INTERNAL_MCP_SERVER_IDS: number[] = [
  3, 7, // the two halves of the first fax server
  11,
  4,
];
`,
            },
          ],
        },
      ],
    },
    {
      name: "ids that are in no order: the new one comes last",
      code: `
export const LEGACY_INTERNAL_MCP_SERVER_IDS: number[] = [11, 3];
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual" },
};
`,
      filename: path.join(office, constants),
      settings: settings(office, {
        idSnapshot: "lib/actions/mcp_internal_actions/with-pigeons.json",
      }),
      output: null,
      errors: [
        {
          messageId: "notRetired",
          data: {
            server: "'pigeons'",
            file: "lib/actions/mcp_internal_actions/with-pigeons.json",
            line: 5,
            id: 4,
          },
          line: 2,
          column: 14,
          endLine: 2,
          endColumn: 44,
          suggestions: [
            {
              messageId: "addLegacyId",
              data: { id: 4 },
              output: `
export const LEGACY_INTERNAL_MCP_SERVER_IDS: number[] = [11, 3, 4];
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual" },
};
`,
            },
          ],
        },
      ],
    },
    {
      name: "an empty list of retired ids",
      code: `
export const LEGACY_INTERNAL_MCP_SERVER_IDS: number[] = [];
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual" },
};
`,
      filename: path.join(office, constants),
      settings: settings(office, {
        idSnapshot: "lib/actions/mcp_internal_actions/with-pigeons.json",
      }),
      output: null,
      errors: [
        {
          messageId: "notRetired",
          data: {
            server: "'pigeons'",
            file: "lib/actions/mcp_internal_actions/with-pigeons.json",
            line: 5,
            id: 4,
          },
          line: 2,
          column: 14,
          endLine: 2,
          endColumn: 44,
          suggestions: [
            {
              messageId: "addLegacyId",
              data: { id: 4 },
              output: `
export const LEGACY_INTERNAL_MCP_SERVER_IDS: number[] = [4];
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual" },
};
`,
            },
          ],
        },
      ],
    },
    {
      name: "no list of retired ids",
      code: `
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual" },
};
`,
      filename: path.join(office, constants),
      settings: settings(office, {
        idSnapshot: "lib/actions/mcp_internal_actions/with-pigeons.json",
      }),
      output: null,
      errors: [
        {
          messageId: "notRetired",
          data: {
            server: "'pigeons'",
            file: "lib/actions/mcp_internal_actions/with-pigeons.json",
            line: 5,
            id: 4,
          },
          line: 2,
          column: 14,
          endLine: 2,
          endColumn: 34,
        },
      ],
    },
    {
      name: "a list with a spread that can be read: nobody knows where the new id belongs",
      code: `
const OLDEST = [3];
export const LEGACY_INTERNAL_MCP_SERVER_IDS: number[] = [...OLDEST];
export const INTERNAL_MCP_SERVERS = {
  letters: { id: 1, availability: "manual" },
};
`,
      filename: path.join(office, constants),
      settings: settings(office, {
        idSnapshot: "lib/actions/mcp_internal_actions/with-pigeons.json",
      }),
      output: null,
      errors: [
        {
          messageId: "notRetired",
          data: {
            server: "'pigeons'",
            file: "lib/actions/mcp_internal_actions/with-pigeons.json",
            line: 5,
            id: 4,
          },
          line: 3,
          column: 14,
          endLine: 3,
          endColumn: 44,
        },
      ],
    },
    {
      name: "no snapshot, where one is wanted",
      code: `
export const INTERNAL_MCP_SERVERS = { notes: { id: 8, availability: "manual" } };
`,
      filename: path.join(plain, constants),
      options: [{ requireSnapshot: true }],
      settings: settings(plain),
      output: null,
      errors: [
        {
          messageId: "noSnapshot",
          data: {
            file: "lib/actions/mcp_internal_actions/internal_mcp_server_availability.snapshot.json",
          },
          line: 2,
          column: 14,
          endLine: 2,
          endColumn: 34,
        },
      ],
    },
    {
      name: "a definition: its config has another id, and the other list",
      code: `export const PARCELS_SERVER = {
  serverInfo: { name: "parcels", version: "1.0.0" },
  tools: [],
} as const;
`,
      filename: path.join(
        office,
        "lib/api/actions/servers/parcels/metadata.ts",
      ),
      settings: settings(office, {
        idSnapshot: "lib/actions/mcp_internal_actions/moved.json",
      }),
      output: null,
      errors: [
        {
          messageId: "changed",
          data: {
            server: "'parcels'",
            id: "5 (in lib/actions/mcp_internal_actions/constants.ts, line 14)",
            file: "lib/actions/mcp_internal_actions/moved.json",
            line: 4,
            shipped: 6,
          },
          line: 2,
          column: 23,
          endLine: 2,
          endColumn: 32,
        },
        {
          messageId: "moved",
          data: {
            server: "'parcels'",
            availability:
              "manual (in lib/actions/mcp_internal_actions/constants.ts, line 14)",
            file: "lib/actions/mcp_internal_actions/moved.json",
            line: 4,
            list: "auto",
          },
          line: 2,
          column: 23,
          endLine: 2,
          endColumn: 32,
        },
      ],
    },
    {
      name: "a definition without a line in the snapshot",
      code: `export const STAMPS_SERVER = {
  serverInfo: { name: "stamps", version: "1.0.0" },
  tools: [],
} as const;
`,
      filename: path.join(office, "lib/api/actions/servers/stamps/metadata.ts"),
      settings: settings(office, {
        idSnapshot: "lib/actions/mcp_internal_actions/with-pigeons.json",
      }),
      output: null,
      errors: [
        {
          messageId: "unlistedAuto",
          data: {
            server: "'stamps'",
            id: "2 (in lib/actions/mcp_internal_actions/constants.ts, line 13)",
            file: "lib/actions/mcp_internal_actions/with-pigeons.json",
          },
          line: 2,
          column: 23,
          endLine: 2,
          endColumn: 31,
        },
      ],
    },
    {
      name: "the snapshot that the settings name is missing: each definition says so",
      code: `export const PARCELS_SERVER = {
  serverInfo: { name: "parcels", version: "1.0.0" },
  tools: [],
} as const;
`,
      filename: path.join(
        office,
        "lib/api/actions/servers/parcels/metadata.ts",
      ),
      settings: settings(office, { idSnapshot: "ids.json" }),
      output: null,
      errors: [
        {
          messageId: "unreadable",
          data: {
            server: "'parcels'",
            file: "ids.json",
            trouble: "is missing",
            advice:
              'If the file is elsewhere, say where in settings["mcp-runbook"].idSnapshot.',
          },
          line: 2,
          column: 23,
          endLine: 2,
          endColumn: 32,
        },
      ],
    },
    {
      name: "a merge conflict in the snapshot",
      code: `export const PARCELS_SERVER = {
  serverInfo: { name: "parcels", version: "1.0.0" },
  tools: [],
} as const;
`,
      filename: path.join(
        office,
        "lib/api/actions/servers/parcels/metadata.ts",
      ),
      settings: settings(office, {
        idSnapshot: "lib/actions/mcp_internal_actions/conflict.json",
      }),
      output: null,
      errors: [
        {
          messageId: "unreadable",
          data: {
            server: "'parcels'",
            file: "lib/actions/mcp_internal_actions/conflict.json",
            trouble: "holds an unresolved merge conflict (line 4)",
            advice: "Resolve the conflict.",
          },
          line: 2,
          column: 23,
          endLine: 2,
          endColumn: 32,
        },
      ],
    },
    {
      name: "a snapshot with a line that is none",
      code: `export const PARCELS_SERVER = {
  serverInfo: { name: "parcels", version: "1.0.0" },
  tools: [],
} as const;
`,
      filename: path.join(
        office,
        "lib/api/actions/servers/parcels/metadata.ts",
      ),
      settings: settings(office, {
        idSnapshot: "lib/actions/mcp_internal_actions/no-lists.json",
      }),
      output: null,
      errors: [
        {
          messageId: "unreadable",
          data: {
            server: "'parcels'",
            file: "lib/actions/mcp_internal_actions/no-lists.json",
            trouble: 'has the wrong form (line 4: an "id" must be a number)',
            advice: "Repair the file.",
          },
          line: 2,
          column: 23,
          endLine: 2,
          endColumn: 32,
        },
      ],
    },
    {
      name: "manual servers are added in order of their ids, in one go, in the layout of the lines that stand",
      code: `{
  "auto": [
    { "name": "stamps", "id": 2 }
  ],
  "manual": [
    { "name": "zeppelins", "id": 3 }
  ]
}
`,
      filename: path.join(office, snapshot),
      language: "json",
      settings: settings(office),
      output: `{
  "auto": [
    { "name": "stamps", "id": 2 }
  ],
  "manual": [
    { "name": "letters", "id": 1 },
    { "name": "zeppelins", "id": 3 },
    { "name": "parcels", "id": 5 }
  ]
}
`,
      errors: [
        {
          messageId: "missingManual",
          data: {
            server: "'letters'",
            id: "1",
            config: "lib/actions/mcp_internal_actions/constants.ts, line 12",
          },
          line: 5,
          column: 3,
          endLine: 5,
          endColumn: 11,
        },
        {
          messageId: "missingManual",
          data: {
            server: "'parcels'",
            id: "5",
            config: "lib/actions/mcp_internal_actions/constants.ts, line 14",
          },
          line: 5,
          column: 3,
          endLine: 5,
          endColumn: 11,
        },
        {
          messageId: "retiredLine",
          data: { server: "'zeppelins'", id: 3 },
          line: 6,
          column: 5,
          endLine: 6,
          endColumn: 37,
        },
      ],
    },
    {
      name: "lines of several lines each",
      code: `{
  "auto": [
    {
      "name": "stamps",
      "id": 2
    }
  ],
  "manual": [
    {
      "name": "parcels",
      "id": 5
    }
  ]
}
`,
      filename: path.join(office, snapshot),
      language: "json",
      settings: settings(office),
      output: `{
  "auto": [
    {
      "name": "stamps",
      "id": 2
    }
  ],
  "manual": [
    {
      "name": "letters",
      "id": 1
    },
    {
      "name": "parcels",
      "id": 5
    }
  ]
}
`,
      errors: [
        {
          messageId: "missingManual",
          data: {
            server: "'letters'",
            id: "1",
            config: "lib/actions/mcp_internal_actions/constants.ts, line 12",
          },
          line: 8,
          column: 3,
          endLine: 8,
          endColumn: 11,
        },
      ],
    },
    {
      name: "no line to go by, and CRLF",
      code: '{\r\n\t"auto": [{ "name": "stamps", "id": 2 }],\r\n\t"manual": []\r\n}\r\n',
      filename: path.join(office, snapshot),
      language: "json",
      settings: settings(office),
      output:
        '{\r\n\t"auto": [{ "name": "stamps", "id": 2 }],\r\n\t"manual": [\r\n\t\t{ "name": "letters", "id": 1 },\r\n\t\t{ "name": "parcels", "id": 5 }\r\n\t]\r\n}\r\n',
      errors: [
        {
          messageId: "missingManual",
          data: {
            server: "'letters'",
            id: "1",
            config: "lib/actions/mcp_internal_actions/constants.ts, line 12",
          },
          line: 3,
          column: 2,
          endLine: 3,
          endColumn: 10,
        },
        {
          messageId: "missingManual",
          data: {
            server: "'parcels'",
            id: "5",
            config: "lib/actions/mcp_internal_actions/constants.ts, line 14",
          },
          line: 3,
          column: 2,
          endLine: 3,
          endColumn: 10,
        },
      ],
    },
    {
      name: "all on one line",
      code: `{"auto":[{"name":"stamps","id":2}],"manual":[{"name":"letters","id":1}]}`,
      filename: path.join(office, snapshot),
      language: "json",
      settings: settings(office),
      output: `{"auto":[{"name":"stamps","id":2}],"manual":[{"name":"letters","id":1}, {"name":"parcels","id":5}]}`,
      errors: [
        {
          messageId: "missingManual",
          data: {
            server: "'parcels'",
            id: "5",
            config: "lib/actions/mcp_internal_actions/constants.ts, line 14",
          },
          line: 1,
          column: 36,
          endLine: 1,
          endColumn: 44,
        },
      ],
    },
    {
      name: "an automatic server is for a person to add, after the script",
      code: `{
  "auto": [],
  "manual": [
    { "name": "letters", "id": 1 },
    { "name": "parcels", "id": 5 }
  ]
}
`,
      filename: path.join(office, snapshot),
      language: "json",
      settings: settings(office),
      output: null,
      errors: [
        {
          messageId: "missingAuto",
          data: {
            server: "'stamps'",
            id: "2",
            config: "lib/actions/mcp_internal_actions/constants.ts, line 13",
          },
          line: 2,
          column: 3,
          endLine: 2,
          endColumn: 9,
          suggestions: [
            {
              messageId: "addLine",
              data: { server: "'stamps'" },
              output: `{
  "auto": [
    { "name": "stamps", "id": 2 }
  ],
  "manual": [
    { "name": "letters", "id": 1 },
    { "name": "parcels", "id": 5 }
  ]
}
`,
            },
          ],
        },
      ],
    },
    {
      name: "no list to add to",
      code: `{ "auto": [{ "name": "stamps", "id": 2 }] }
`,
      filename: path.join(office, snapshot),
      language: "json",
      settings: settings(office),
      output: null,
      errors: [
        {
          messageId: "missingManual",
          data: {
            server: "'letters'",
            id: "1",
            config: "lib/actions/mcp_internal_actions/constants.ts, line 12",
          },
          line: 1,
          column: 1,
          endLine: 1,
          endColumn: 1,
        },
        {
          messageId: "missingManual",
          data: {
            server: "'parcels'",
            id: "5",
            config: "lib/actions/mcp_internal_actions/constants.ts, line 14",
          },
          line: 1,
          column: 1,
          endLine: 1,
          endColumn: 1,
        },
      ],
    },
    {
      name: "lines of servers that are gone, moved, or of another name",
      code: `{
  "auto": [
    { "name": "letters", "id": 1 },
    { "name": "stamps", "id": 2 }
  ],
  "manual": [
    { "name": "pigeons", "id": 4 },
    { "name": "packages", "id": 5 }
  ]
}
`,
      filename: path.join(office, snapshot),
      language: "json",
      settings: settings(office),
      output: null,
      errors: [
        {
          messageId: "movedLine",
          data: {
            server: "'letters'",
            availability: "manual",
            list: "auto",
            config: "lib/actions/mcp_internal_actions/constants.ts, line 12",
          },
          line: 3,
          column: 5,
          endLine: 3,
          endColumn: 35,
        },
        {
          messageId: "goneLine",
          data: {
            server: "'pigeons'",
            id: 4,
            constants: "lib/actions/mcp_internal_actions/constants.ts",
          },
          line: 7,
          column: 5,
          endLine: 7,
          endColumn: 35,
        },
        {
          messageId: "takenLine",
          data: {
            server: "'packages'",
            id: 5,
            other: "'parcels'",
            config: "lib/actions/mcp_internal_actions/constants.ts, line 14",
          },
          line: 8,
          column: 5,
          endLine: 8,
          endColumn: 36,
          suggestions: [
            {
              messageId: "renameLine",
              data: { other: "'parcels'" },
              output: `{
  "auto": [
    { "name": "letters", "id": 1 },
    { "name": "stamps", "id": 2 }
  ],
  "manual": [
    { "name": "pigeons", "id": 4 },
    { "name": "parcels", "id": 5 }
  ]
}
`,
            },
          ],
        },
      ],
    },
    {
      name: "a name and an id twice",
      code: `{
  "auto": [
    { "name": "stamps", "id": 2 },
    { "name": "letters", "id": 1 }
  ],
  "manual": [
    { "name": "letters", "id": 1 },
    { "name": "parcels", "id": 2 },
    { "name": "parcels", "id": 5 }
  ]
}
`,
      filename: path.join(office, snapshot),
      language: "json",
      settings: settings(office),
      output: null,
      errors: [
        {
          messageId: "repeatedName",
          data: { server: "'letters'", line: 4 },
          line: 7,
          column: 5,
          endLine: 7,
          endColumn: 35,
        },
        {
          messageId: "wrongId",
          data: {
            server: "'parcels'",
            id: 2,
            other: "'stamps'",
            line: 3,
            own: 5,
            config: "lib/actions/mcp_internal_actions/constants.ts, line 14",
          },
          line: 8,
          column: 5,
          endLine: 8,
          endColumn: 35,
        },
        {
          messageId: "repeatedName",
          data: { server: "'parcels'", line: 8 },
          line: 9,
          column: 5,
          endLine: 9,
          endColumn: 35,
        },
      ],
    },
    {
      name: "an id twice, and the constants say that the earlier line is wrong",
      code: `{
  "auto": [
    { "name": "stamps", "id": 5 }
  ],
  "manual": [
    { "name": "letters", "id": 1 },
    { "name": "parcels", "id": 5 }
  ]
}
`,
      filename: path.join(office, snapshot),
      language: "json",
      settings: settings(office),
      output: null,
      errors: [
        {
          messageId: "wrongId",
          data: {
            server: "'stamps'",
            id: 5,
            other: "'parcels'",
            line: 7,
            own: 2,
            config: "lib/actions/mcp_internal_actions/constants.ts, line 13",
          },
          line: 3,
          column: 5,
          endLine: 3,
          endColumn: 34,
        },
      ],
    },
    {
      name: "an id thrice, which the constants give to two, and an id that they give to neither: either line may be wrong",
      code: `{
  "auto": [],
  "manual": [
    { "name": "letters", "id": 1029 },
    { "name": "telegrams", "id": 1029 },
    { "name": "stamps", "id": 1029 },
    { "name": "old_fax", "id": 7 },
    { "name": "parcels", "id": 7 }
  ]
}
`,
      filename: path.join(merged, snapshot),
      language: "json",
      settings: settings(merged),
      output: null,
      errors: [
        {
          messageId: "repeatedId",
          data: {
            server: "'telegrams'",
            id: 1029,
            other: "'letters'",
            line: 4,
          },
          line: 5,
          column: 5,
          endLine: 5,
          endColumn: 40,
        },
        {
          messageId: "repeatedId",
          data: { server: "'stamps'", id: 1029, other: "'letters'", line: 4 },
          line: 6,
          column: 5,
          endLine: 6,
          endColumn: 37,
        },
        {
          messageId: "repeatedId",
          data: { server: "'parcels'", id: 7, other: "'old_fax'", line: 7 },
          line: 8,
          column: 5,
          endLine: 8,
          endColumn: 35,
        },
      ],
    },
    {
      name: "an id twice, one of a server that is gone: that the other has it is no reason to retire it",
      code: `{
  "auto": [
    { "name": "stamps", "id": 2 },
    { "name": "telegrams", "id": 5 }
  ],
  "manual": [
    { "name": "letters", "id": 1 },
    { "name": "parcels", "id": 5 }
  ]
}
`,
      filename: path.join(office, snapshot),
      language: "json",
      settings: settings(office),
      output: null,
      errors: [
        {
          messageId: "repeatedId",
          data: { server: "'telegrams'", id: 5, other: "'parcels'", line: 8 },
          line: 4,
          column: 5,
          endLine: 4,
          endColumn: 37,
        },
      ],
    },
    {
      name: "a line of a server that is gone, whose id is retired: what is left to do",
      code: `{
  "auto": [
    { "name": "stamps", "id": 2 },
    { "name": "telegrams", "id": 3 }
  ],
  "manual": [
    { "name": "letters", "id": 1 },
    { "name": "parcels", "id": 5 }
  ]
}
`,
      filename: path.join(office, snapshot),
      language: "json",
      settings: settings(office),
      output: null,
      errors: [
        {
          messageId: "retiredLine",
          data: { server: "'telegrams'", id: 3 },
          line: 4,
          column: 5,
          endLine: 4,
          endColumn: 37,
        },
      ],
    },
    {
      name: "what is no line",
      code: `{
  "auto": [],
  "manual": ["letters"]
}
`,
      filename: path.join(office, snapshot),
      language: "json",
      settings: settings(office),
      output: null,
      errors: [
        {
          messageId: "broken",
          data: {
            trouble:
              'has the wrong form (line 3: an entry must be like { "name": "x", "id": 1 })',
            advice: "Repair the file.",
          },
          line: 3,
          column: 14,
          endLine: 3,
          endColumn: 23,
        },
      ],
    },
    {
      name: "what is no object",
      code: `[]`,
      filename: path.join(office, snapshot),
      language: "json",
      settings: settings(office),
      output: null,
      errors: [
        {
          messageId: "broken",
          data: {
            trouble:
              'has the wrong form (line 1: it must be an object with the lists "auto" and "manual")',
            advice: "Repair the file.",
          },
          line: 1,
          column: 1,
          endLine: 1,
          endColumn: 3,
        },
      ],
    },
    {
      name: "what is no list",
      code: `{
  "manual": [],
  "auto": {}
}
`,
      filename: path.join(office, snapshot),
      language: "json",
      settings: settings(office),
      output: null,
      errors: [
        {
          messageId: "broken",
          data: {
            trouble: 'has the wrong form (line 3: "auto" must be a list)',
            advice: "Repair the file.",
          },
          line: 3,
          column: 11,
          endLine: 3,
          endColumn: 13,
        },
      ],
    },
    {
      name: "an id that is a text, in an entry of several lines",
      code: `{
  "auto": [],
  "manual": [
    {
      "name": "letters",
      "id": "1"
    }
  ]
}
`,
      filename: path.join(office, snapshot),
      language: "json",
      settings: settings(office),
      output: null,
      errors: [
        {
          messageId: "broken",
          data: {
            trouble: 'has the wrong form (line 6: an "id" must be a number)',
            advice: "Repair the file.",
          },
          line: 6,
          column: 13,
          endLine: 6,
          endColumn: 16,
        },
      ],
    },
    {
      name: "ids that are no ids, or shared, are written nowhere; nor servers that are gone",
      code: `{ "auto": [], "manual": [] }
`,
      filename: path.join(merged, snapshot),
      language: "json",
      settings: settings(merged),
      output: null,
      errors: [
        {
          messageId: "missing",
          data: {
            server: "'stamps'",
            config: "lib/actions/mcp_internal_actions/constants.ts, line 11",
          },
          line: 1,
          column: 15,
          endLine: 1,
          endColumn: 23,
        },
      ],
    },
  ],
});
