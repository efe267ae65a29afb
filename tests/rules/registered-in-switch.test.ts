import { readFileSync } from "node:fs";
import path from "node:path";
import { registeredInSwitch } from "../../rules/registered-in-switch.ts";
import { testRule } from "../rule-tester.ts";

// Two apps: in `harbour` everything is registered, in `harbour-new` three
// servers more are defined and registered nowhere. What is linted stands for
// the switch of the app, in another state than the disk has.

const fixtures = path.join(import.meta.dirname, "fixtures");
const dispatch = "lib/actions/mcp_internal_actions/servers/index.ts";
const harbour = path.join(fixtures, "harbour");
const harbourNew = path.join(fixtures, "harbour-new");

function read(...file: string[]): string {
  return readFileSync(path.join(fixtures, ...file), "utf8");
}

function settings(root: string, more: object = {}): Record<string, unknown> {
  return { "mcp-runbook": { root, ...more } };
}

testRule("registered-in-switch", registeredInSwitch, {
  valid: [
    {
      name: "every server has its case",
      code: read("harbour", dispatch),
      filename: path.join(harbour, dispatch),
      settings: settings(harbour),
    },
    {
      name: "a case that falls through to the next",
      code: `
export const getInternalMCPServer = (name: string) => {
  switch (name) {
    case "tide_tables":
    case "lock_keeper":
    case "harbour_pilots":
    case "ship_&_cargo":
      return makeServer(name);
  }
};
`,
      filename: path.join(harbour, dispatch),
      settings: settings(harbour),
    },
    {
      name: "a name that can't be read may be any server's",
      code: `
export function getInternalMCPServer(name: string) {
  switch (name) {
    case nameOf(other):
      return makeServer(name);
  }
}
`,
      filename: path.join(harbour, dispatch),
      settings: settings(harbour),
    },
    {
      name: "servers that are left out on purpose",
      code: `
export function getInternalMCPServer(name: string) {
  switch (name) {
    case "tide_tables":
      return makeServer(name);
  }
}
`,
      filename: path.join(harbour, dispatch),
      settings: settings(harbour, {
        unregistered: {
          switch: ["harbour_pilots", "lock_keeper", "ship_&_cargo"],
        },
      }),
    },
    {
      name: "a definition that has its case",
      code: read("harbour/lib/api/actions/servers/lock_keeper/metadata.ts"),
      filename: path.join(
        harbour,
        "lib/api/actions/servers/lock_keeper/metadata.ts",
      ),
      settings: settings(harbour),
    },
    {
      name: "what makes a server does not define another beside a server object",
      code: read("harbour-new/lib/api/actions/servers/buoys/index.ts"),
      filename: path.join(harbourNew, "lib/api/actions/servers/buoys/index.ts"),
      settings: settings(harbourNew),
    },
    {
      name: "a definition whose name only a run could tell",
      code: `
export const FERRY_SERVER = { serverInfo: { name: nameOf(ferry) }, tools: [] };
`,
      filename: path.join(harbour, "lib/api/actions/servers/ferry/metadata.ts"),
      settings: settings(harbour),
    },
    {
      name: "switched off",
      code: read("harbour-new/lib/api/actions/servers/buoys/metadata.ts"),
      filename: path.join(
        harbourNew,
        "lib/api/actions/servers/buoys/metadata.ts",
      ),
      settings: settings(harbourNew, { switch: false }),
    },
    {
      name: "no app at all",
      code: `
export const FERRY_SERVER = { serverInfo: { name: "ferry" }, tools: [] };
`,
      filename: "/nowhere/lib/api/actions/servers/ferry/metadata.ts",
    },
  ],
  invalid: [
    {
      name: "three servers without a case: one fix for those that can be written",
      code: read("harbour-new", dispatch),
      filename: path.join(harbourNew, dispatch),
      settings: settings(harbourNew),
      output: read("harbour-new/fixed/switch.ts"),
      errors: [
        {
          messageId: "missing",
          data: {
            server: "'buoys'",
            definition: "lib/api/actions/servers/buoys/metadata.ts, line 6",
            byHand: "",
          },
          line: 17,
          column: 3,
          endLine: 17,
          endColumn: 16,
        },
        {
          messageId: "missing",
          data: {
            server: "'dredger'",
            definition:
              "lib/actions/mcp_internal_actions/servers/dredger.ts, line 2",
            byHand:
              " `--fix` leaves it to you: the server's factory takes something that is not at hand here.",
          },
          line: 17,
          column: 3,
          endLine: 17,
          endColumn: 16,
        },
        {
          messageId: "missing",
          data: {
            server: "'lighthouse'",
            definition:
              "lib/api/actions/servers/lighthouse/metadata.ts, line 6",
            byHand: "",
          },
          line: 17,
          column: 3,
          endLine: 17,
          endColumn: 16,
        },
      ],
    },
    {
      name: "a second case of one name, and a case whose server is gone",
      code: `
export const getInternalMCPServer = async (name: string) => {
  switch (name) {
    case "tide_tables":
      return tides();
    case "lock_keeper":
      return locks();
    case "harbour_pilots":
    case "ship_&_cargo":
      return others();
    case "lock_keeper":
      return locks();
    case "ferry":
      return ferry();
  }
};
`,
      filename: path.join(harbour, dispatch),
      settings: settings(harbour),
      output: null,
      errors: [
        {
          messageId: "duplicate",
          data: { server: "'lock_keeper'", line: 6 },
          line: 11,
          column: 10,
          endLine: 11,
          endColumn: 23,
        },
        {
          messageId: "orphan",
          data: { server: "'ferry'" },
          line: 13,
          column: 10,
          endLine: 13,
          endColumn: 17,
        },
      ],
    },
    {
      name: "sorted cases: in order; Windows line breaks stay",
      code: `import lockKeeperServer from "@app/lib/api/actions/servers/lock_keeper";

export function getInternalMCPServer(auth: Authenticator, context: AgentLoopContextType) {
  switch (name) {
    case "harbour_pilots":
      return pilots();
    case "ship_&_cargo":
      return cargo();
    case "tide_tables":
      return tides(); // twice a day
  }
}
`.replaceAll("\n", "\r\n"),
      filename: path.join(harbour, dispatch),
      settings: settings(harbour),
      output:
        `import lockKeeperServer from "@app/lib/api/actions/servers/lock_keeper";

export function getInternalMCPServer(auth: Authenticator, context: AgentLoopContextType) {
  switch (name) {
    case "harbour_pilots":
      return pilots();
    case "lock_keeper":
      return lockKeeperServer(auth, context);
    case "ship_&_cargo":
      return cargo();
    case "tide_tables":
      return tides(); // twice a day
  }
}
`.replaceAll("\n", "\r\n"),
      errors: [
        {
          messageId: "missing",
          data: {
            server: "'lock_keeper'",
            definition:
              "lib/api/actions/servers/lock_keeper/metadata.ts, line 6",
            byHand: "",
          },
          line: 4,
          column: 3,
          endLine: 4,
          endColumn: 16,
        },
      ],
    },
    {
      name: "as many cases that return as that break off: a new one may return",
      code: `import lockKeeperServer from "@app/lib/api/actions/servers/lock_keeper";

export function getInternalMCPServer(auth: Authenticator, context: AgentLoopContextType) {
  switch (name) {
    case "harbour_pilots":
      return pilots();
    case "ship_&_cargo":
      break;
  }
}
`,
      filename: path.join(harbour, dispatch),
      settings: settings(harbour, {
        unregistered: { switch: ["tide_tables"] },
      }),
      output: `import lockKeeperServer from "@app/lib/api/actions/servers/lock_keeper";

export function getInternalMCPServer(auth: Authenticator, context: AgentLoopContextType) {
  switch (name) {
    case "harbour_pilots":
      return pilots();
    case "lock_keeper":
      return lockKeeperServer(auth, context);
    case "ship_&_cargo":
      break;
  }
}
`,
      errors: [
        {
          messageId: "missing",
          data: {
            server: "'lock_keeper'",
            definition:
              "lib/api/actions/servers/lock_keeper/metadata.ts, line 6",
            byHand: "",
          },
          line: 4,
          column: 3,
          endLine: 4,
          endColumn: 16,
        },
      ],
    },
    {
      name: "an index is imported as others are, whatever is imported last",
      code: `import lockKeeperServer from "@app/lib/api/actions/servers/lock_keeper/index";
import { HARBOUR_PILOTS_SERVER } from "@app/lib/api/actions/servers/harbour_pilots/metadata";

export function getInternalMCPServer(auth: Authenticator, mcpServerId: string) {
  switch (name) {
    case "harbour_pilots":
      return pilots(HARBOUR_PILOTS_SERVER);
    case "lock_keeper":
      return lockKeeperServer(auth);
  }
}
`,
      filename: path.join(harbourNew, dispatch),
      settings: settings(harbourNew, {
        unregistered: {
          switch: ["dredger", "lighthouse", "ship_&_cargo", "tide_tables"],
        },
      }),
      output: `import buoysServer from "@app/lib/api/actions/servers/buoys/index";
import lockKeeperServer from "@app/lib/api/actions/servers/lock_keeper/index";
import { HARBOUR_PILOTS_SERVER } from "@app/lib/api/actions/servers/harbour_pilots/metadata";

export function getInternalMCPServer(auth: Authenticator, mcpServerId: string) {
  switch (name) {
    case "buoys":
      return buoysServer(auth, mcpServerId);
    case "harbour_pilots":
      return pilots(HARBOUR_PILOTS_SERVER);
    case "lock_keeper":
      return lockKeeperServer(auth);
  }
}
`,
      errors: [
        {
          messageId: "missing",
          data: {
            server: "'buoys'",
            definition: "lib/api/actions/servers/buoys/metadata.ts, line 6",
            byHand: "",
          },
          line: 5,
          column: 3,
          endLine: 5,
          endColumn: 16,
        },
      ],
    },
    {
      name: "a factory that needs what is not at hand is left to people",
      code: `
export function getInternalMCPServer(context: AgentLoopContextType) {
  switch (name) {
    case "harbour_pilots":
    case "ship_&_cargo":
    case "tide_tables":
      return others();
  }
}
`,
      filename: path.join(harbour, dispatch),
      settings: settings(harbour),
      output: null,
      errors: [
        {
          messageId: "missing",
          data: {
            server: "'lock_keeper'",
            definition:
              "lib/api/actions/servers/lock_keeper/metadata.ts, line 6",
            byHand:
              " `--fix` leaves it to you: the server's factory takes something that is not at hand here.",
          },
          line: 3,
          column: 3,
          endLine: 3,
          endColumn: 16,
        },
      ],
    },
    {
      name: "a factory that takes one of two of a type: people know which",
      code: `
export function getInternalMCPServer(caller: Authenticator, owner: Authenticator) {
  switch (name) {
    case "harbour_pilots":
    case "ship_&_cargo":
    case "tide_tables":
      return others();
  }
}
`,
      filename: path.join(harbour, dispatch),
      settings: settings(harbour),
      output: null,
      errors: [
        {
          messageId: "missing",
          data: {
            server: "'lock_keeper'",
            definition:
              "lib/api/actions/servers/lock_keeper/metadata.ts, line 6",
            byHand:
              " `--fix` leaves it to you: the server's factory takes something that is not at hand here.",
          },
          line: 3,
          column: 3,
          endLine: 3,
          endColumn: 16,
        },
      ],
    },
    {
      name: "a misspelt label is one mistake, and gets no second case",
      code: `
export function getInternalMCPServer(name: string) {
  switch (name) {
    case "harbour_pilots":
    case "lock_keepre":
    case "ship_&_cargo":
    case "tide_tables":
      return makeServer(name);
  }
}
`,
      filename: path.join(harbour, dispatch),
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
          line: 5,
          column: 10,
          endLine: 5,
          endColumn: 23,
          suggestions: [
            {
              messageId: "rename",
              data: { name: "lock_keeper" },
              output: `
export function getInternalMCPServer(name: string) {
  switch (name) {
    case "harbour_pilots":
    case "lock_keeper":
    case "ship_&_cargo":
    case "tide_tables":
      return makeServer(name);
  }
}
`,
            },
          ],
        },
      ],
    },
    {
      name: "a misspelt constant of another file: no suggestion here",
      code: `
import { LOCK_KEEPER_NAME } from "@app/misspelt/names";

export function getInternalMCPServer(name: string) {
  switch (name) {
    case "harbour_pilots":
    case LOCK_KEEPER_NAME:
    case "ship_&_cargo":
    case "tide_tables":
      return makeServer(name);
  }
}
`,
      filename: path.join(harbour, dispatch),
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
          line: 7,
          column: 10,
          endLine: 7,
          endColumn: 26,
          suggestions: [],
        },
      ],
    },
    {
      name: "two labels close to one server: nobody knows which was meant",
      code: `
export function getInternalMCPServer(name: string) {
  switch (name) {
    case "harbour_pilots":
    case "lock_keepre":
    case "lock_keepers":
    case "ship_&_cargo":
    case "tide_tables":
      return makeServer(name);
  }
}
`,
      filename: path.join(harbour, dispatch),
      settings: settings(harbour),
      output: null,
      errors: [
        {
          messageId: "missing",
          data: {
            server: "'lock_keeper'",
            definition:
              "lib/api/actions/servers/lock_keeper/metadata.ts, line 6",
            byHand:
              " `--fix` leaves it to you: the server's factory takes something that is not at hand here.",
          },
          line: 3,
          column: 3,
          endLine: 3,
          endColumn: 16,
        },
        {
          messageId: "orphan",
          data: { server: "'lock_keepre'" },
          line: 5,
          column: 10,
          endLine: 5,
          endColumn: 23,
        },
        {
          messageId: "orphan",
          data: { server: "'lock_keepers'" },
          line: 6,
          column: 10,
          endLine: 6,
          endColumn: 24,
        },
      ],
    },
    {
      name: "a label that is close, of a case that makes another server",
      code: `
import { default as tideTablesServer } from "@app/lib/actions/mcp_internal_actions/servers/tide_tables";

export function getInternalMCPServer(name: string) {
  switch (name) {
    case "harbour_pilots":
    case "ship_&_cargo":
    case "tide_tables":
      return makeServer(name);
    case "lock_keepre":
      return tideTablesServer(name);
  }
}
`,
      filename: path.join(harbour, dispatch),
      settings: settings(harbour),
      output: null,
      errors: [
        {
          messageId: "missing",
          data: {
            server: "'lock_keeper'",
            definition:
              "lib/api/actions/servers/lock_keeper/metadata.ts, line 6",
            byHand:
              " `--fix` leaves it to you: the server's factory takes something that is not at hand here.",
          },
          line: 5,
          column: 3,
          endLine: 5,
          endColumn: 16,
        },
        {
          messageId: "orphan",
          data: { server: "'lock_keepre'" },
          line: 10,
          column: 10,
          endLine: 10,
          endColumn: 23,
        },
      ],
    },
    {
      name: "a label that is close, of a server that was shipped: it is gone",
      code: `
export function getInternalMCPServer(name: string) {
  switch (name) {
    case "harbour_pilots":
    case "lock_keepre":
    case "ship_&_cargo":
    case "tide_tables":
      return makeServer(name);
  }
}
`,
      filename: path.join(harbour, dispatch),
      settings: settings(harbour, { idSnapshot: "misspelt/shipped.json" }),
      output: null,
      errors: [
        {
          messageId: "missing",
          data: {
            server: "'lock_keeper'",
            definition:
              "lib/api/actions/servers/lock_keeper/metadata.ts, line 6",
            byHand:
              " `--fix` leaves it to you: the server's factory takes something that is not at hand here.",
          },
          line: 3,
          column: 3,
          endLine: 3,
          endColumn: 16,
        },
        {
          messageId: "orphan",
          data: { server: "'lock_keepre'" },
          line: 5,
          column: 10,
          endLine: 5,
          endColumn: 23,
        },
      ],
    },
    {
      name: "at the definition: the label that is misspelt",
      code: read("harbour/lib/api/actions/servers/lock_keeper/metadata.ts"),
      filename: path.join(
        harbour,
        "lib/api/actions/servers/lock_keeper/metadata.ts",
      ),
      settings: settings(harbour, { switch: "misspelt/switch.ts" }),
      output: null,
      errors: [
        {
          messageId: "misspeltThere",
          data: {
            server: "'lock_keeper'",
            file: "misspelt/switch.ts",
            written: "'lock_keepre' (line 4)",
          },
          line: 6,
          column: 23,
          endLine: 6,
          endColumn: 36,
        },
      ],
    },
    {
      name: "at the definition: a server object",
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
            file: dispatch,
            advice:
              "Run `eslint --fix` on that file, and add a case there if it leaves that to you.",
          },
          line: 6,
          column: 23,
          endLine: 6,
          endColumn: 30,
        },
      ],
    },
    {
      name: "at the definition: the call that makes it, in the oldest dialect",
      code: read(
        "harbour-new/lib/actions/mcp_internal_actions/servers/dredger.ts",
      ),
      filename: path.join(
        harbourNew,
        "lib/actions/mcp_internal_actions/servers/dredger.ts",
      ),
      settings: settings(harbourNew),
      output: null,
      errors: [
        {
          messageId: "unregistered",
          data: {
            server: "'dredger'",
            file: dispatch,
            advice:
              "Run `eslint --fix` on that file, and add a case there if it leaves that to you.",
          },
          line: 2,
          column: 40,
          endLine: 2,
          endColumn: 49,
        },
      ],
    },
    {
      name: "at the definition: a switch that is not where the setting says",
      code: read("harbour/lib/api/actions/servers/lock_keeper/metadata.ts"),
      filename: path.join(
        harbour,
        "lib/api/actions/servers/lock_keeper/metadata.ts",
      ),
      settings: settings(harbour, { switch: "lib/servers.ts" }),
      output: null,
      errors: [
        {
          messageId: "unreadable",
          data: {
            server: "'lock_keeper'",
            file: "lib/servers.ts",
            trouble: "is missing",
            advice:
              'If the file is elsewhere, say where in settings["mcp-runbook"].switch; if the repository has none, set it to false.',
          },
          line: 6,
          column: 23,
          endLine: 6,
          endColumn: 36,
        },
      ],
    },
    {
      name: "at the definition: a file without such a switch",
      code: read("harbour/lib/api/actions/servers/lock_keeper/metadata.ts"),
      filename: path.join(
        harbour,
        "lib/api/actions/servers/lock_keeper/metadata.ts",
      ),
      settings: settings(harbour, {
        switch: "lib/actions/mcp_internal_actions/constants.ts",
      }),
      output: null,
      errors: [
        {
          messageId: "unreadable",
          data: {
            server: "'lock_keeper'",
            file: "lib/actions/mcp_internal_actions/constants.ts",
            trouble: "holds no function getInternalMCPServer with a switch",
            advice:
              'If the file is elsewhere, say where in settings["mcp-runbook"].switch; if the repository has none, set it to false.',
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
