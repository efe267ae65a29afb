import { validServerConfig } from "../../rules/valid-server-config.ts";
import { fixtureEditor } from "../fixture-editor.ts";
import { testRule } from "../rule-tester.ts";

// The servers of one small repository, each test with a change to one file.

const edited = fixtureEditor("sorting-office");
const constants = "lib/actions/mcp_internal_actions/constants.ts";
const notes = "lib/api/actions/servers/notebook/metadata.ts";
const mail = "lib/api/actions/servers/post/mail_metadata.ts";

testRule("valid-server-config", validServerConfig, {
  valid: [
    {
      name: "the constants as they are",
      ...edited(constants),
    },
    {
      name: "definitions as they are",
      ...edited(mail),
    },
    {
      name: "an availability that only a run could tell",
      ...edited(constants, [
        `availability: "auto",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    metadata: NOTES_SERVER`,
        `availability: availabilityOf("notes"),
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    metadata: NOTES_SERVER`,
      ]),
    },
    {
      name: "an availability that the file declares in a list",
      ...edited(
        constants,
        [
          `availability: "auto",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    metadata: NOTES_SERVER`,
          `availability: "beta",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    metadata: NOTES_SERVER`,
        ],
        [
          "export const AV",
          `const MCP_SERVER_AVAILABILITY = ["manual", "auto", "beta"] as const;
export const AV`,
        ],
      ),
    },
    {
      name: "an availability that the file declares in a type",
      ...edited(
        constants,
        [
          `availability: "auto",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    metadata: NOTES_SERVER`,
          `availability: "beta",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    metadata: NOTES_SERVER`,
        ],
        [
          "export const AV",
          `export type MCPServerAvailability = "manual" | "auto" | "beta";
export const AV`,
        ],
      ),
    },
    {
      name: "a retry policy for all other tools",
      ...edited(constants, [
        `tools_retry_policies: { default: "retry_on_interrupt" }`,
        `tools_retry_policies: { default: "no_retry", send_mail: "no_retry" }`,
      ]),
    },
    {
      name: "tools that can't be read",
      ...edited(
        constants,
        [
          `tools_arguments_requiring_approval: { send_mail: ["to"] }`,
          `tools_arguments_requiring_approval: { post: ["to"] }`,
        ],
        [
          "metadata: MAIL_SERVER",
          "metadata: { ...MAIL_SERVER, tools: [...MAIL_SERVER.tools, ...more] }",
        ],
      ),
    },
    {
      name: "parameters that can't be read",
      ...edited(mail, ["schema: { to:", "schema: { ...shared, cc:"]),
    },
    {
      name: "parameters of a schema that allows any",
      ...edited(mail, [
        `schema: { to: z.string().describe("What it is about.") }`,
        "schema: z.object({}).passthrough()",
      ]),
    },
    {
      name: "a preview behind something that can't be read",
      ...edited(constants, [
        `({ featureFlags }) => !featureFlags.includes("calendar_tool")`,
        `unlessAllowed("calender_tool")`,
      ]),
    },
    {
      name: "a flag in a list of something else",
      ...edited(constants, [
        `!featureFlags.includes("calendar_tool")`,
        `!plans.includes("free") && isRestricted(featureFlags, "x")`,
      ]),
    },
    {
      name: "no list of flags",
      ...edited(constants, [`"calendar_tool"`, `"calender_tool"`]),
      settings: { "mcp-runbook": { featureFlags: false } },
    },
    {
      name: "the oldest dialect has no instances and no previews",
      ...edited(constants, [
        `    allowMultipleInstances: true,
    isRestricted: ({ featureFlags }) => !featureFlags.includes("calendar_tool"),
    isPreview: true,
`,
        `    flag: null,
`,
      ]),
    },
    {
      name: "a preview behind a flag of the oldest dialect",
      ...edited(constants, [
        `isRestricted: ({ featureFlags }) => !featureFlags.includes("calendar_tool"),`,
        `flag: "calendar_tool",`,
      ]),
    },
    {
      name: "stakes in the config of tools that carry none are another rule's",
      ...edited(constants, [`set_alarm: "low"`, `set_alarms: "low"`]),
    },
    {
      name: "what does not fit another server's object is that object's fault",
      ...edited(constants, ["metadata: NOTES_SERVER", "metadata: MAIL_SERVER"]),
    },
    {
      name: "a record with an entry that can't be read",
      ...edited(mail, [
        "  send_mail: {",
        `  send_mail: makeTool(),
  send_mails: {`,
      ]),
    },
  ],
  invalid: [
    {
      name: "a misspelt availability that lets an admin decide",
      ...edited(constants, [
        `availability: "auto",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    metadata: NOTES_SERVER`,
        `availability: "Manuel",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    metadata: NOTES_SERVER`,
      ]),
      output: edited(
        constants,
        [
          `availability: "auto",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    metadata: NOTES_SERVER`,
          `availability: "Manuel",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    metadata: NOTES_SERVER`,
        ],
        [`availability: "Manuel",`, `availability: "manual",`],
      ).code,
      errors: [
        {
          messageId: "unknownAvailability",
          data: { server: "'notes'", value: "'Manuel'", values: "manual" },
          line: 28,
          column: 19,
          endLine: 28,
          endColumn: 27,
        },
      ],
    },
    {
      name: "a misspelt availability that would publish",
      ...edited(constants, [
        `availability: "auto",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    metadata: NOTES_SERVER`,
        `availability: 'autp',
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    metadata: NOTES_SERVER`,
      ]),
      output: null,
      errors: [
        {
          messageId: "unknownAvailability",
          data: { server: "'notes'", value: "'autp'", values: "auto" },
          line: 28,
          column: 19,
          endLine: 28,
          endColumn: 25,
          suggestions: [
            {
              messageId: "write",
              data: { value: "'auto'" },
              output: edited(
                constants,
                [
                  `availability: "auto",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    metadata: NOTES_SERVER`,
                  `availability: 'autp',
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    metadata: NOTES_SERVER`,
                ],
                ["availability: 'autp',", "availability: 'auto',"],
              ).code,
            },
          ],
        },
      ],
    },
    {
      name: "no availability at all",
      ...edited(constants, [
        `availability: "auto",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    metadata: NOTES_SERVER`,
        `availability: "everyone",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    metadata: NOTES_SERVER`,
      ]),
      output: null,
      errors: [
        {
          messageId: "unknownAvailability",
          data: {
            server: "'notes'",
            value: "'everyone'",
            values: "manual, auto or auto_hidden_builder",
          },
          line: 28,
          column: 19,
          endLine: 28,
          endColumn: 29,
          suggestions: [
            {
              messageId: "write",
              data: { value: "'manual'" },
              output: edited(
                constants,
                [
                  `availability: "auto",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    metadata: NOTES_SERVER`,
                  `availability: "everyone",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    metadata: NOTES_SERVER`,
                ],
                [`availability: "everyone",`, `availability: "manual",`],
              ).code,
            },
            {
              messageId: "write",
              data: { value: "'auto'" },
              output: edited(
                constants,
                [
                  `availability: "auto",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    metadata: NOTES_SERVER`,
                  `availability: "everyone",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    metadata: NOTES_SERVER`,
                ],
                [`availability: "everyone",`, `availability: "auto",`],
              ).code,
            },
            {
              messageId: "write",
              data: { value: "'auto_hidden_builder'" },
              output: edited(
                constants,
                [
                  `availability: "auto",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    metadata: NOTES_SERVER`,
                  `availability: "everyone",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    metadata: NOTES_SERVER`,
                ],
                [
                  `availability: "everyone",`,
                  `availability: "auto_hidden_builder",`,
                ],
              ).code,
            },
          ],
        },
      ],
    },
    {
      name: "an availability that the file's own list lacks",
      ...edited(
        constants,
        [
          `availability: "auto",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    metadata: NOTES_SERVER`,
          `availability: "auto_hidden_builder",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    metadata: NOTES_SERVER`,
        ],
        [
          "export const AV",
          `const MCP_SERVER_AVAILABILITY = ["manual", "auto"] as const;
export const AV`,
        ],
      ),
      output: null,
      errors: [
        {
          messageId: "unknownAvailability",
          data: {
            server: "'notes'",
            value: "'auto_hidden_builder'",
            values: "manual or auto",
          },
          line: 29,
          column: 19,
          endLine: 29,
          endColumn: 40,
          suggestions: [
            {
              messageId: "write",
              data: { value: "'manual'" },
              output: edited(
                constants,
                [
                  `availability: "auto",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    metadata: NOTES_SERVER`,
                  `availability: "auto_hidden_builder",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    metadata: NOTES_SERVER`,
                ],
                [
                  "export const AV",
                  `const MCP_SERVER_AVAILABILITY = ["manual", "auto"] as const;
export const AV`,
                ],
                [
                  `availability: "auto_hidden_builder",`,
                  `availability: "manual",`,
                ],
              ).code,
            },
            {
              messageId: "write",
              data: { value: "'auto'" },
              output: edited(
                constants,
                [
                  `availability: "auto",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    metadata: NOTES_SERVER`,
                  `availability: "auto_hidden_builder",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    metadata: NOTES_SERVER`,
                ],
                [
                  "export const AV",
                  `const MCP_SERVER_AVAILABILITY = ["manual", "auto"] as const;
export const AV`,
                ],
                [
                  `availability: "auto_hidden_builder",`,
                  `availability: "auto",`,
                ],
              ).code,
            },
          ],
        },
      ],
    },
    {
      name: "one instance of a server with OAuth",
      ...edited(constants, [
        `allowMultipleInstances: true,
    isRestricted: undefined`,
        `allowMultipleInstances: false,
    isRestricted: undefined`,
      ]),
      output: null,
      errors: [
        {
          messageId: "singleInstance",
          data: { server: "'mail_&_parcels'", provider: " (post)" },
          line: 19,
          column: 29,
          endLine: 19,
          endColumn: 34,
          suggestions: [
            {
              messageId: "allowMultiple",
              output: edited(
                constants,
                [
                  `allowMultipleInstances: true,
    isRestricted: undefined`,
                  `allowMultipleInstances: false,
    isRestricted: undefined`,
                ],
                [
                  `    availability: "manual",
    allowMultipleInstances: false,`,
                  `    availability: "manual",
    allowMultipleInstances: true,`,
                ],
              ).code,
            },
          ],
        },
      ],
    },
    {
      name: "a server that users have to sign in to from now on",
      ...edited(notes, [
        "authorization: null",
        `authorization: { provider: "notes", supported_use_cases: [] }`,
      ]),
      output: null,
      errors: [
        {
          messageId: "singleInstanceThere",
          data: {
            server: "'notes'",
            where: "lib/actions/mcp_internal_actions/constants.ts, line 26",
          },
          line: 13,
          column: 23,
          endLine: 13,
          endColumn: 30,
        },
      ],
    },
    {
      name: "one instance of a server whose config holds its OAuth",
      ...edited(constants, [
        `version: "1.0.0", authorization: null`,
        `version: "1.0.0", authorization: { provider: "clocks" }`,
      ]),
      output: null,
      errors: [
        {
          messageId: "singleInstance",
          data: { server: "'clock'", provider: " (clocks)" },
          line: 37,
          column: 29,
          endLine: 37,
          endColumn: 34,
          suggestions: [
            {
              messageId: "allowMultiple",
              output: edited(
                constants,
                [
                  `version: "1.0.0", authorization: null`,
                  `version: "1.0.0", authorization: { provider: "clocks" }`,
                ],
                [
                  `    id: 3,
    availability: "auto",
    allowMultipleInstances: false,`,
                  `    id: 3,
    availability: "auto",
    allowMultipleInstances: true,`,
                ],
              ).code,
            },
          ],
        },
      ],
    },
    {
      name: "a preview for everyone",
      ...edited(constants, [
        `isRestricted: ({ featureFlags }) => !featureFlags.includes("calendar_tool"),`,
        "isRestricted: undefined,",
      ]),
      output: null,
      errors: [
        {
          messageId: "openPreview",
          data: { server: "'calendar'" },
          line: 48,
          column: 16,
          endLine: 48,
          endColumn: 20,
        },
      ],
    },
    {
      name: "an unknown flag",
      ...edited(constants, [`"calendar_tool"`, `"calender_tool"`]),
      output: null,
      errors: [
        {
          messageId: "unknownFlag",
          data: {
            server: "'calendar'",
            flag: "'calender_tool'",
            file: "types/shared/feature_flags.ts",
            meant: " Did you mean 'calendar_tool'?",
          },
          line: 47,
          column: 64,
          endLine: 47,
          endColumn: 79,
          suggestions: [
            {
              messageId: "write",
              data: { value: "'calendar_tool'" },
              output: edited(
                constants,
                [`"calendar_tool"`, `"calender_tool"`],
                [
                  `isRestricted: ({ featureFlags }) => !featureFlags.includes("calender_tool"),`,
                  `isRestricted: ({ featureFlags }) => !featureFlags.includes("calendar_tool"),`,
                ],
              ).code,
            },
          ],
        },
      ],
    },
    {
      name: "an unknown flag in a block, without a close one",
      ...edited(constants, [
        `({ featureFlags }) => !featureFlags.includes("calendar_tool")`,
        `(workspace) => { const has = workspace.featureFlags.includes("secret"); return !has; }`,
      ]),
      output: null,
      errors: [
        {
          messageId: "unknownFlag",
          data: {
            server: "'calendar'",
            flag: "'secret'",
            file: "types/shared/feature_flags.ts",
            meant: "",
          },
          line: 47,
          column: 80,
          endLine: 47,
          endColumn: 88,
        },
      ],
    },
    {
      name: "an unknown flag of the oldest dialect",
      ...edited(constants, [
        `    isRestricted: ({ featureFlags }) => !featureFlags.includes("calendar_tool"),
    isPreview: true,`,
        `    flag: "mail_tools",`,
      ]),
      output: null,
      errors: [
        {
          messageId: "unknownFlag",
          data: {
            server: "'calendar'",
            flag: "'mail_tools'",
            file: "types/shared/feature_flags.ts",
            meant: " Did you mean 'mail_tool'?",
          },
          line: 47,
          column: 11,
          endLine: 47,
          endColumn: 23,
          suggestions: [
            {
              messageId: "write",
              data: { value: "'mail_tool'" },
              output: edited(
                constants,
                [
                  `    isRestricted: ({ featureFlags }) => !featureFlags.includes("calendar_tool"),
    isPreview: true,`,
                  `    flag: "mail_tools",`,
                ],
                [`flag: "mail_tools",`, `flag: "mail_tool",`],
              ).code,
            },
          ],
        },
      ],
    },
    {
      name: "a list of flags that the settings name and nobody wrote",
      ...edited(constants),
      settings: { "mcp-runbook": { featureFlags: "types/flags.ts" } },
      output: null,
      errors: [
        {
          messageId: "unreadableFlags",
          data: { file: "types/flags.ts", trouble: "is missing" },
          line: 15,
          column: 14,
          endLine: 15,
          endColumn: 34,
        },
      ],
    },
    {
      name: "a tool that does not exist",
      ...edited(constants, [
        `tools_arguments_requiring_approval: { send_mail: ["to"] }`,
        `tools_arguments_requiring_approval: { send_mails: ["to"] }`,
      ]),
      output: null,
      errors: [
        {
          messageId: "unknownTool",
          data: {
            field: "tools_arguments_requiring_approval",
            server: "'mail_&_parcels'",
            tool: "'send_mails'",
            definition:
              " (lib/api/actions/servers/post/mail_metadata.ts, line 14)",
            meant: " Did you mean 'send_mail'?",
          },
          line: 22,
          column: 43,
          endLine: 22,
          endColumn: 53,
          suggestions: [
            {
              messageId: "write",
              data: { value: "'send_mail'" },
              output: edited(
                constants,
                [
                  `tools_arguments_requiring_approval: { send_mail: ["to"] }`,
                  `tools_arguments_requiring_approval: { send_mails: ["to"] }`,
                ],
                [
                  `tools_arguments_requiring_approval: { send_mails: ["to"] },`,
                  `tools_arguments_requiring_approval: { send_mail: ["to"] },`,
                ],
              ).code,
            },
          ],
        },
      ],
    },
    {
      name: "a tool that does not exist, without a close one",
      ...edited(constants, [
        `tools_retry_policies: { default: "retry_on_interrupt" }`,
        `tools_retry_policies: { default: "no_retry", "burn-letters": "no_retry" }`,
      ]),
      output: null,
      errors: [
        {
          messageId: "unknownTool",
          data: {
            field: "tools_retry_policies",
            server: "'mail_&_parcels'",
            tool: "'burn-letters'",
            definition:
              " (lib/api/actions/servers/post/mail_metadata.ts, line 14)",
            meant: "",
          },
          line: 23,
          column: 50,
          endLine: 23,
          endColumn: 64,
        },
      ],
    },
    {
      name: "a parameter that does not exist",
      ...edited(constants, [
        `tools_arguments_requiring_approval: { send_mail: ["to"] }`,
        `tools_arguments_requiring_approval: { send_mail: ["To"] }`,
      ]),
      output: null,
      errors: [
        {
          messageId: "unknownParameter",
          data: {
            field: "tools_arguments_requiring_approval",
            server: "'mail_&_parcels'",
            tool: "'send_mail'",
            definition:
              " (lib/api/actions/servers/post/mail_metadata.ts, line 14)",
            meant: " Did you mean 'to'?",
            parameter: "'To'",
          },
          line: 22,
          column: 55,
          endLine: 22,
          endColumn: 59,
          suggestions: [
            {
              messageId: "write",
              data: { value: "'to'" },
              output: edited(
                constants,
                [
                  `tools_arguments_requiring_approval: { send_mail: ["to"] }`,
                  `tools_arguments_requiring_approval: { send_mail: ["To"] }`,
                ],
                [
                  `tools_arguments_requiring_approval: { send_mail: ["To"] },`,
                  `tools_arguments_requiring_approval: { send_mail: ["to"] },`,
                ],
              ).code,
            },
          ],
        },
      ],
    },
    {
      name: "a stake of a tool that carries its own",
      ...edited(constants, [
        `tools_arguments_requiring_approval: { send_mail: ["to"] }`,
        `tools_stakes: { sendMail: "high" }`,
      ]),
      output: null,
      errors: [
        {
          messageId: "unknownTool",
          data: {
            field: "tools_stakes",
            server: "'mail_&_parcels'",
            tool: "'sendMail'",
            definition:
              " (lib/api/actions/servers/post/mail_metadata.ts, line 14)",
            meant: " Did you mean 'send_mail'?",
          },
          line: 22,
          column: 21,
          endLine: 22,
          endColumn: 29,
          suggestions: [
            {
              messageId: "write",
              data: { value: "'send_mail'" },
              output: edited(
                constants,
                [
                  `tools_arguments_requiring_approval: { send_mail: ["to"] }`,
                  `tools_stakes: { sendMail: "high" }`,
                ],
                [
                  `tools_stakes: { sendMail: "high" },`,
                  `tools_stakes: { send_mail: "high" },`,
                ],
              ).code,
            },
          ],
        },
      ],
    },
    {
      name: "a tool of the oldest dialect",
      ...edited(constants, [
        "tools_stakes: { get_time",
        `tools_retry_policies: { get_times: "no_retry" },
    tools_stakes: { get_time`,
      ]),
      output: null,
      errors: [
        {
          messageId: "unknownTool",
          data: {
            field: "tools_retry_policies",
            server: "'clock'",
            tool: "'get_times'",
            definition:
              " (lib/actions/mcp_internal_actions/servers/clock.ts, line 5)",
            meant: " Did you mean 'get_time'?",
          },
          line: 40,
          column: 29,
          endLine: 40,
          endColumn: 38,
          suggestions: [
            {
              messageId: "write",
              data: { value: "'get_time'" },
              output: edited(
                constants,
                [
                  "tools_stakes: { get_time",
                  `tools_retry_policies: { get_times: "no_retry" },
    tools_stakes: { get_time`,
                ],
                [
                  `tools_retry_policies: { get_times: "no_retry" },`,
                  `tools_retry_policies: { get_time: "no_retry" },`,
                ],
              ).code,
            },
          ],
        },
      ],
    },
    {
      name: "a tool that was renamed at its definition",
      ...edited(mail, ["  send_mail: {", "  send_mails: {"]),
      output: null,
      errors: [
        {
          messageId: "gone",
          data: {
            what: "the tool 'send_mail'",
            server: "'mail_&_parcels'",
            field: "tools_arguments_requiring_approval",
            where: "lib/actions/mcp_internal_actions/constants.ts, line 22",
            meant: " Did you mean 'send_mails'?",
          },
          line: 14,
          column: 11,
          endLine: 14,
          endColumn: 27,
        },
      ],
    },
    {
      name: "a parameter that was renamed at its definition",
      ...edited(mail, ["schema: { to:", "schema: { recipient:"]),
      output: null,
      errors: [
        {
          messageId: "gone",
          data: {
            what: "the parameter 'to' of 'send_mail'",
            server: "'mail_&_parcels'",
            field: "tools_arguments_requiring_approval",
            where: "lib/actions/mcp_internal_actions/constants.ts, line 22",
            meant: "",
          },
          line: 14,
          column: 11,
          endLine: 14,
          endColumn: 27,
        },
      ],
    },
  ],
});
