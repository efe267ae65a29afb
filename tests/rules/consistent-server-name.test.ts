import { consistentServerName } from "../../rules/consistent-server-name.ts";
import { fixtureEditor } from "../fixture-editor.ts";
import { testRule } from "../rule-tester.ts";

// The servers of one small repository, each test with a change to one file.

const edited = fixtureEditor("sorting-office");
const constants = "lib/actions/mcp_internal_actions/constants.ts";
const dispatch = "lib/actions/mcp_internal_actions/servers/index.ts";
const notes = "lib/api/actions/servers/notebook/metadata.ts";
const calendarServer = "lib/api/actions/servers/post/calendar_server.ts";
const calendar = "lib/api/actions/servers/post/calendar_metadata.ts";
const clock = "lib/actions/mcp_internal_actions/servers/clock.ts";
const swapped = "lib/actions/mcp_internal_actions/constants_swapped.ts";
const mail = "lib/api/actions/servers/post/mail_metadata.ts";

testRule("consistent-server-name", consistentServerName, {
  valid: [
    {
      name: "the constants as they are",
      ...edited(constants),
    },
    {
      name: "the switch as it is",
      ...edited(dispatch),
    },
    {
      name: "a server object whose folder is called otherwise",
      ...edited(notes),
    },
    {
      name: "two servers in one folder",
      ...edited(calendarServer),
    },
    {
      name: "a name in a constant, which the config's key follows",
      ...edited(calendar, [`"calendar"`, `"calender"`]),
    },
    {
      name: "the oldest dialect",
      ...edited(clock),
    },
    {
      name: "a server object that is reused under another name",
      ...edited(constants, [
        "metadata: NOTES_SERVER",
        `metadata: { ...MAIL_SERVER, serverInfo: { ...MAIL_SERVER.serverInfo, name: "notes" } }`,
      ]),
    },
    {
      name: "a name that can't be read",
      ...edited(constants, [
        `name: "clock", version`,
        "name: clockName(), version",
      ]),
    },
    {
      name: "a server object that can't be read",
      ...edited(constants, [
        "metadata: NOTES_SERVER",
        `metadata: serverFor("note")`,
      ]),
    },
    {
      name: "a case that can't be read",
      ...edited(dispatch, [
        "return clockServer();",
        "return servers.notes(auth);",
      ]),
    },
    {
      name: "a case that may make its own server",
      ...edited(dispatch, [
        "return clockServer();",
        "return auth.isOld ? calendarServer(auth) : clockServer();",
      ]),
    },
    {
      name: "two cases with one body",
      ...edited(dispatch, [
        `      return clockServer();
`,
        "",
      ]),
    },
    {
      name: "two cases with the body of one",
      ...edited(dispatch, [
        `case "clock":
      return clockServer();
    case "mail_&_parcels":
      return mailServer(auth);`,
        `case "clock":
    case "mail_&_parcels":
      return clockServer();`,
      ]),
    },
    {
      name: "a monitoring mode",
      ...edited(calendarServer, [
        `monitoringName: "calendar"`,
        `monitoringName: "tool"`,
      ]),
    },
    {
      name: "a tool's name for monitoring",
      ...edited(calendarServer, [
        `monitoringName: "calendar"`,
        `monitoringName: "add_event"`,
      ]),
    },
    {
      name: "a tool's name for monitoring that is like the server's",
      ...edited(
        notes,
        [`name: "add_note"`, `name: "add_notes"`],
        [
          "export const NOTES_SERVER",
          `export const register = (server) =>
  registerTool(server, NOTES_TOOLS[0], { monitoringName: "add_notes" });

export const NOTES_SERVER`,
        ],
      ),
    },
    {
      name: "monitoring by something else",
      ...edited(calendarServer, [
        `monitoringName: "calendar"`,
        `monitoringName: "metrics"`,
      ]),
    },
    {
      name: "a monitoring name that only a run could tell",
      ...edited(calendarServer, [
        `monitoringName: "calendar"`,
        "monitoringName: tool.name",
      ]),
    },
    {
      name: "a maker of any server",
      ...edited(calendarServer, [
        `makeInternalMCPServer("calendar")`,
        "makeInternalMCPServer(auth.name)",
      ]),
    },
    {
      name: "no switch",
      ...edited(calendarServer),
      settings: { "mcp-runbook": { switch: false } },
    },
  ],
  invalid: [
    {
      name: "a key that nobody shipped",
      ...edited(constants, ["[CALENDAR_SERVER_NAME]: {", "calender: {"]),
      output: null,
      errors: [
        {
          messageId: "wrongKey",
          data: {
            key: "'calender'",
            name: "'calendar'",
            where: "lib/api/actions/servers/post/calendar_metadata.ts, line 15",
            shipped: "",
          },
          line: 43,
          column: 3,
          endLine: 43,
          endColumn: 11,
          suggestions: [
            {
              messageId: "rename",
              data: { name: "calendar" },
              output: edited(
                constants,
                ["[CALENDAR_SERVER_NAME]: {", "calender: {"],
                ["calender: {", "calendar: {"],
              ).code,
            },
          ],
        },
      ],
    },
    {
      name: "a key that is no identifier",
      ...edited(constants, [`"mail_&_parcels": {`, "mail: {"]),
      output: null,
      errors: [
        {
          messageId: "wrongKey",
          data: {
            key: "'mail'",
            name: "'mail_&_parcels'",
            where: "lib/api/actions/servers/post/mail_metadata.ts, line 14",
            shipped: ", the name under which it is shipped",
          },
          line: 16,
          column: 3,
          endLine: 16,
          endColumn: 7,
          suggestions: [
            {
              messageId: "rename",
              data: { name: "mail_&_parcels" },
              output: edited(
                constants,
                [`"mail_&_parcels": {`, "mail: {"],
                ["mail: {", `"mail_&_parcels": {`],
              ).code,
            },
          ],
        },
      ],
    },
    {
      name: "a computed key",
      ...edited(
        constants,
        [`"mail_&_parcels": {`, "[NAME]: {"],
        [
          "export const AV",
          `const NAME = "mail";
export const AV`,
        ],
      ),
      output: null,
      errors: [
        {
          messageId: "wrongKey",
          data: {
            key: "'mail'",
            name: "'mail_&_parcels'",
            where: "lib/api/actions/servers/post/mail_metadata.ts, line 14",
            shipped: ", the name under which it is shipped",
          },
          line: 17,
          column: 4,
          endLine: 17,
          endColumn: 8,
        },
      ],
    },
    {
      name: "a serverInfo that disagrees with everything else",
      ...edited(constants, [
        `name: "clock", version`,
        `name: "watch", version`,
      ]),
      output: null,
      errors: [
        {
          messageId: "wrongInfo",
          data: {
            key: "'clock'",
            name: "'watch'",
            where: "lib/actions/mcp_internal_actions/constants.ts, line 41",
          },
          line: 41,
          column: 25,
          endLine: 41,
          endColumn: 32,
          suggestions: [
            {
              messageId: "rename",
              data: { name: "clock" },
              output: edited(
                constants,
                [`name: "clock", version`, `name: "watch", version`],
                [
                  `serverInfo: { name: "watch", version: "1.0.0", authorization: null },`,
                  `serverInfo: { name: "clock", version: "1.0.0", authorization: null },`,
                ],
              ).code,
            },
          ],
        },
      ],
    },
    {
      name: "a key that disagrees with everything else",
      ...edited(constants, ["  clock: {", `  "watch": {`]),
      output: null,
      errors: [
        {
          messageId: "wrongKey",
          data: {
            key: "'watch'",
            name: "'clock'",
            where: "lib/actions/mcp_internal_actions/constants.ts, line 41",
            shipped: ", the name under which it is shipped",
          },
          line: 34,
          column: 3,
          endLine: 34,
          endColumn: 10,
          suggestions: [
            {
              messageId: "rename",
              data: { name: "clock" },
              output: edited(
                constants,
                ["  clock: {", `  "watch": {`],
                [`"watch": {`, `"clock": {`],
              ).code,
            },
          ],
        },
      ],
    },
    {
      name: "a config that holds another server's object",
      ...edited(constants, ["metadata: NOTES_SERVER", "metadata: MAIL_SERVER"]),
      output: null,
      errors: [
        {
          messageId: "wrongObject",
          data: {
            key: "'notes'",
            name: "'mail_&_parcels'",
            where: "lib/api/actions/servers/post/mail_metadata.ts, line 14",
          },
          line: 26,
          column: 3,
          endLine: 26,
          endColumn: 8,
        },
      ],
    },
    {
      name: "two configs that hold one object",
      ...edited(swapped),
      settings: {
        "mcp-runbook": {
          constants: "lib/actions/mcp_internal_actions/constants_swapped.ts",
        },
      },
      output: null,
      errors: [
        {
          messageId: "wrongKey",
          data: {
            key: "'mail'",
            name: "'mail_&_parcels'",
            where: "lib/api/actions/servers/post/mail_metadata.ts, line 14",
            shipped: ", the name under which it is shipped",
          },
          line: 16,
          column: 3,
          endLine: 16,
          endColumn: 9,
          suggestions: [
            {
              messageId: "rename",
              data: { name: "mail_&_parcels" },
              output: edited(swapped, [`"mail": {`, `"mail_&_parcels": {`])
                .code,
            },
          ],
        },
        {
          messageId: "wrongObject",
          data: {
            key: "'notes'",
            name: "'mail_&_parcels'",
            where: "lib/api/actions/servers/post/mail_metadata.ts, line 14",
          },
          line: 26,
          column: 3,
          endLine: 26,
          endColumn: 8,
        },
      ],
    },
    {
      name: "a second config that holds the object of the first",
      ...edited(constants, [
        `  "mail_&_parcels": {`,
        `  letters: { id: 7, availability: "manual", metadata: MAIL_SERVER },
  "mail_&_parcels": {`,
      ]),
      output: null,
      errors: [
        {
          messageId: "wrongObject",
          data: {
            key: "'letters'",
            name: "'mail_&_parcels'",
            where: "lib/api/actions/servers/post/mail_metadata.ts, line 14",
          },
          line: 16,
          column: 3,
          endLine: 16,
          endColumn: 10,
        },
      ],
    },
    {
      name: "a key and a name that were both shipped: the name has a server",
      ...edited(constants, [`"mail_&_parcels": {`, "letters: {"]),
      settings: {
        "mcp-runbook": {
          idSnapshot: "lib/actions/mcp_internal_actions/with-letters.json",
        },
      },
      output: null,
      errors: [
        {
          messageId: "wrongKey",
          data: {
            key: "'letters'",
            name: "'mail_&_parcels'",
            where: "lib/api/actions/servers/post/mail_metadata.ts, line 14",
            shipped: ", the name under which it is shipped",
          },
          line: 16,
          column: 3,
          endLine: 16,
          endColumn: 10,
          suggestions: [
            {
              messageId: "rename",
              data: { name: "mail_&_parcels" },
              output: edited(
                constants,
                [`"mail_&_parcels": {`, "letters: {"],
                ["letters: {", `"mail_&_parcels": {`],
              ).code,
            },
          ],
        },
      ],
    },
    {
      name: "a definition under another name than the shipped one",
      ...edited(notes, [`"notes"`, `"note"`]),
      output: null,
      errors: [
        {
          messageId: "wrongDefinition",
          data: {
            key: "'notes'",
            name: "'note'",
            where:
              "INTERNAL_MCP_SERVERS in lib/actions/mcp_internal_actions/constants.ts, line 26",
            shipped: ", the name under which it is shipped",
          },
          line: 13,
          column: 23,
          endLine: 13,
          endColumn: 29,
          suggestions: [
            {
              messageId: "rename",
              data: { name: "notes" },
              output: edited(
                notes,
                [`"notes"`, `"note"`],
                [
                  `serverInfo: { name: "note", version: "1.0.0", authorization: null },`,
                  `serverInfo: { name: "notes", version: "1.0.0", authorization: null },`,
                ],
              ).code,
            },
          ],
        },
      ],
    },
    {
      name: "a definition under the name of another server",
      ...edited(notes, [`"notes"`, "'clock'"]),
      output: null,
      errors: [
        {
          messageId: "wrongDefinition",
          data: {
            key: "'notes'",
            name: "'clock'",
            where:
              "INTERNAL_MCP_SERVERS in lib/actions/mcp_internal_actions/constants.ts, line 26",
            shipped: ", the name under which it is shipped",
          },
          line: 13,
          column: 23,
          endLine: 13,
          endColumn: 30,
          suggestions: [
            {
              messageId: "rename",
              data: { name: "notes" },
              output: edited(
                notes,
                [`"notes"`, "'clock'"],
                [
                  `serverInfo: { name: 'clock', version: "1.0.0", authorization: null },`,
                  `serverInfo: { name: 'notes', version: "1.0.0", authorization: null },`,
                ],
              ).code,
            },
          ],
        },
      ],
    },
    {
      name: "a definition whose name is no literal",
      ...edited(
        notes,
        [`name: "notes"`, "name: NAME"],
        [
          "export const NOTES_TOOLS",
          `const NAME = "note";
export const NOTES_TOOLS`,
        ],
      ),
      output: null,
      errors: [
        {
          messageId: "wrongDefinition",
          data: {
            key: "'notes'",
            name: "'note'",
            where:
              "INTERNAL_MCP_SERVERS in lib/actions/mcp_internal_actions/constants.ts, line 26",
            shipped: ", the name under which it is shipped",
          },
          line: 14,
          column: 23,
          endLine: 14,
          endColumn: 27,
        },
      ],
    },
    {
      name: "a definition whose config has a wrong key",
      ...edited(mail),
      settings: {
        "mcp-runbook": {
          constants: "lib/actions/mcp_internal_actions/constants_swapped.ts",
        },
      },
      output: null,
      errors: [
        {
          messageId: "wrongKeyThere",
          data: {
            key: "'mail'",
            name: "'mail_&_parcels'",
            where:
              "INTERNAL_MCP_SERVERS in lib/actions/mcp_internal_actions/constants_swapped.ts, line 16",
            shipped: "",
          },
          line: 14,
          column: 11,
          endLine: 14,
          endColumn: 27,
        },
      ],
    },
    {
      name: "a definition whose config holds another",
      ...edited(notes),
      settings: {
        "mcp-runbook": {
          constants: "lib/actions/mcp_internal_actions/constants_swapped.ts",
        },
      },
      output: null,
      errors: [
        {
          messageId: "wrongObjectThere",
          data: {
            key: "'notes'",
            name: "'mail_&_parcels'",
            where:
              "INTERNAL_MCP_SERVERS in lib/actions/mcp_internal_actions/constants_swapped.ts, line 26",
          },
          line: 13,
          column: 23,
          endLine: 13,
          endColumn: 30,
        },
      ],
    },
    {
      name: "cases that are swapped",
      ...edited(
        dispatch,
        [
          "return clockServer();",
          "return createServer(auth, { serverMetadata: NOTES_SERVER, x });",
        ],
        [
          "return createServer(auth, { serverMetadata: NOTES_SERVER });",
          "return clockServer();",
        ],
      ),
      output: null,
      errors: [
        {
          messageId: "wrongCase",
          data: { name: "'clock'", made: "'notes'" },
          line: 12,
          column: 10,
          endLine: 12,
          endColumn: 17,
        },
        {
          messageId: "wrongCase",
          data: { name: "'notes'", made: "'clock'" },
          line: 16,
          column: 10,
          endLine: 16,
          endColumn: 17,
        },
      ],
    },
    {
      name: "a case that returns the other server of its folder",
      ...edited(dispatch, [
        "return mailServer(auth)",
        "return calendarServer(auth)",
      ]),
      output: null,
      errors: [
        {
          messageId: "wrongCase",
          data: { name: "'mail_&_parcels'", made: "'calendar'" },
          line: 14,
          column: 10,
          endLine: 14,
          endColumn: 26,
        },
      ],
    },
    {
      name: "a case instead of another",
      ...edited(
        dispatch,
        [
          `case "notes":
      return createServer(auth, { serverMetadata: NOTES_SERVER });
`,
          "",
        ],
        [
          `case "clock":
      return clockServer();`,
          `case "clock":
      return createServer(auth, { serverMetadata: NOTES_SERVER });`,
        ],
      ),
      output: null,
      errors: [
        {
          messageId: "wrongCase",
          data: { name: "'clock'", made: "'notes'" },
          line: 12,
          column: 10,
          endLine: 12,
          endColumn: 17,
          suggestions: [
            {
              messageId: "rename",
              data: { name: "notes" },
              output: edited(
                dispatch,
                [
                  `case "notes":
      return createServer(auth, { serverMetadata: NOTES_SERVER });
`,
                  "",
                ],
                [
                  `case "clock":
      return clockServer();`,
                  `case "clock":
      return createServer(auth, { serverMetadata: NOTES_SERVER });`,
                ],
                [`case "clock":`, `case "notes":`],
              ).code,
            },
          ],
        },
      ],
    },
    {
      name: "a factory that makes the other server of its folder",
      ...edited(calendarServer, [
        `makeInternalMCPServer("calendar")`,
        `makeInternalMCPServer("mail_&_parcels")`,
      ]),
      output: null,
      errors: [
        {
          messageId: "wrongFactory",
          data: { written: "'mail_&_parcels'", expected: "'calendar'" },
          line: 5,
          column: 40,
          endLine: 5,
          endColumn: 56,
          suggestions: [
            {
              messageId: "rename",
              data: { name: "calendar" },
              output: edited(
                calendarServer,
                [
                  `makeInternalMCPServer("calendar")`,
                  `makeInternalMCPServer("mail_&_parcels")`,
                ],
                [
                  `const server = makeInternalMCPServer("mail_&_parcels");`,
                  `const server = makeInternalMCPServer("calendar");`,
                ],
              ).code,
            },
          ],
        },
      ],
    },
    {
      name: "a misspelt factory",
      ...edited(calendarServer, [
        `makeInternalMCPServer("calendar")`,
        "makeInternalMCPServer('calender')",
      ]),
      output: null,
      errors: [
        {
          messageId: "wrongFactory",
          data: { written: "'calender'", expected: "'calendar'" },
          line: 5,
          column: 40,
          endLine: 5,
          endColumn: 50,
          suggestions: [
            {
              messageId: "rename",
              data: { name: "calendar" },
              output: edited(
                calendarServer,
                [
                  `makeInternalMCPServer("calendar")`,
                  "makeInternalMCPServer('calender')",
                ],
                [
                  "const server = makeInternalMCPServer('calender');",
                  "const server = makeInternalMCPServer('calendar');",
                ],
              ).code,
            },
          ],
        },
      ],
    },
    {
      name: "a misspelt factory, and no switch",
      ...edited(calendarServer, [
        `makeInternalMCPServer("calendar")`,
        `makeInternalMCPServer("calender")`,
      ]),
      settings: { "mcp-runbook": { switch: false } },
      output: null,
      errors: [
        {
          messageId: "wrongFactory",
          data: { written: "'calender'", expected: "'calendar'" },
          line: 5,
          column: 40,
          endLine: 5,
          endColumn: 50,
          suggestions: [
            {
              messageId: "rename",
              data: { name: "calendar" },
              output: edited(
                calendarServer,
                [
                  `makeInternalMCPServer("calendar")`,
                  `makeInternalMCPServer("calender")`,
                ],
                [
                  `const server = makeInternalMCPServer("calender");`,
                  `const server = makeInternalMCPServer("calendar");`,
                ],
              ).code,
            },
          ],
        },
      ],
    },
    {
      name: "a factory that defines its server",
      ...edited(clock, [
        `makeInternalMCPServer("clock")`,
        `new McpServer({ name: "watch", version: "1.0.0" })`,
      ]),
      output: null,
      errors: [
        {
          messageId: "wrongDefinition",
          data: {
            key: "'clock'",
            name: "'watch'",
            where:
              "INTERNAL_MCP_SERVERS in lib/actions/mcp_internal_actions/constants.ts, line 34",
            shipped: ", the name under which it is shipped",
          },
          line: 5,
          column: 40,
          endLine: 5,
          endColumn: 47,
          suggestions: [
            {
              messageId: "rename",
              data: { name: "clock" },
              output: edited(
                clock,
                [
                  `makeInternalMCPServer("clock")`,
                  `new McpServer({ name: "watch", version: "1.0.0" })`,
                ],
                [
                  `const server = new McpServer({ name: "watch", version: "1.0.0" });`,
                  `const server = new McpServer({ name: "clock", version: "1.0.0" });`,
                ],
              ).code,
            },
          ],
        },
      ],
    },
    {
      name: "a factory that takes the name of another server",
      ...edited(clock, [
        `makeInternalMCPServer("clock")`,
        `makeInternalMCPServer("notes")`,
      ]),
      output: null,
      errors: [
        {
          messageId: "wrongDefinition",
          data: {
            key: "'clock'",
            name: "'notes'",
            where:
              "INTERNAL_MCP_SERVERS in lib/actions/mcp_internal_actions/constants.ts, line 34",
            shipped: ", the name under which it is shipped",
          },
          line: 5,
          column: 40,
          endLine: 5,
          endColumn: 47,
          suggestions: [
            {
              messageId: "rename",
              data: { name: "clock" },
              output: edited(
                clock,
                [
                  `makeInternalMCPServer("clock")`,
                  `makeInternalMCPServer("notes")`,
                ],
                [
                  `const server = makeInternalMCPServer("notes");`,
                  `const server = makeInternalMCPServer("clock");`,
                ],
              ).code,
            },
          ],
        },
      ],
    },
    {
      name: "a monitoring name of another server",
      ...edited(calendarServer, [
        `monitoringName: "calendar"`,
        `monitoringName: "notes"`,
      ]),
      output: null,
      errors: [
        {
          messageId: "wrongMonitoring",
          data: { written: "'notes'", expected: "'calendar'" },
          line: 7,
          column: 56,
          endLine: 7,
          endColumn: 63,
          suggestions: [
            {
              messageId: "rename",
              data: { name: "calendar" },
              output: edited(
                calendarServer,
                [`monitoringName: "calendar"`, `monitoringName: "notes"`],
                [
                  `registerTool(auth, server, tool, { monitoringName: "notes" });`,
                  `registerTool(auth, server, tool, { monitoringName: "calendar" });`,
                ],
              ).code,
            },
          ],
        },
      ],
    },
    {
      name: "a monitoring name like the server's",
      ...edited(calendarServer, [
        `monitoringName: "calendar"`,
        `monitoringName: "calendar_api"`,
      ]),
      output: null,
      errors: [
        {
          messageId: "wrongMonitoring",
          data: { written: "'calendar_api'", expected: "'calendar'" },
          line: 7,
          column: 56,
          endLine: 7,
          endColumn: 70,
          suggestions: [
            {
              messageId: "rename",
              data: { name: "calendar" },
              output: edited(
                calendarServer,
                [
                  `monitoringName: "calendar"`,
                  `monitoringName: "calendar_api"`,
                ],
                [
                  `registerTool(auth, server, tool, { monitoringName: "calendar_api" });`,
                  `registerTool(auth, server, tool, { monitoringName: "calendar" });`,
                ],
              ).code,
            },
          ],
        },
      ],
    },
  ],
});
