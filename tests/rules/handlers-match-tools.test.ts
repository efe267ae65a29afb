import { readFileSync } from "node:fs";
import path from "node:path";
import { handlersMatchTools } from "../../rules/handlers-match-tools.ts";
import { testRule } from "../rule-tester.ts";

// The app `bakery`: `oven` has handlers for all its tools, `bread` lacks one,
// `bagel` has them in parts.

const bakery = path.join(import.meta.dirname, "fixtures/bakery");
const servers = "front/lib/api/actions/servers";
const settings = { "mcp-runbook": { root: bakery } };

function file(name: string): string {
  return path.join(bakery, servers, name);
}

function read(name: string): string {
  return readFileSync(file(name), "utf8");
}

const imports = `import type { ToolHandlers } from "@app/lib/actions/mcp_internal_actions/tool_definition";
import { buildTools } from "@app/lib/actions/mcp_internal_actions/tool_definition";
import { OVEN_TOOLS_METADATA } from "../metadata";
`;

testRule("handlers-match-tools", handlersMatchTools, {
  valid: [
    {
      name: "one handler for each tool",
      code: read("oven/tools/index.ts"),
      filename: file("oven/tools/index.ts"),
      settings,
    },
    {
      name: "a definition whose tools all have handlers",
      code: read("oven/metadata.ts"),
      filename: file("oven/metadata.ts"),
      settings,
    },
    {
      name: "a definition whose handlers stand in parts",
      code: read("bagel/metadata.ts"),
      filename: file("bagel/metadata.ts"),
      settings,
    },
    {
      name: "a spread that can't be read may hold the rest",
      code: `${imports}
const handlers: ToolHandlers<typeof OVEN_TOOLS_METADATA> = { ...makeHandlers(), heat_oven };
export const TOOLS = buildTools(OVEN_TOOLS_METADATA, handlers);
`,
      filename: file("oven/tools/index.ts"),
      settings,
    },
    {
      name: "parts that are joined",
      code: `${imports}
const reading: Partial<ToolHandlers<typeof OVEN_TOOLS_METADATA>> = { list_ovens };
const writing: Pick<ToolHandlers<typeof OVEN_TOOLS_METADATA>, "heat_oven"> = { heat_oven };
export const TOOLS = buildTools(OVEN_TOOLS_METADATA, { ...reading, ...writing });
`,
      filename: file("oven/tools/index.ts"),
      settings,
    },
    {
      name: "handlers that are made in a function",
      code: `${imports}
export function createOvenTools(auth: Authenticator) {
  const handlers: ToolHandlers<typeof OVEN_TOOLS_METADATA> = {
    async list_ovens() { return listOvens(auth); },
    ["heat_oven"]: heatOven,
  };
  return buildTools(OVEN_TOOLS_METADATA, handlers);
}
`,
      filename: file("oven/tools/index.ts"),
      settings,
    },
    {
      name: "tools that can't be found",
      code: `
import { FLOUR_TOOLS } from "@app/lib/nowhere";
const handlers: ToolHandlers<typeof FLOUR_TOOLS> = { a, b };
export const TOOLS = buildTools(FLOUR_TOOLS, handlers);
`,
      filename: file("oven/tools/index.ts"),
      settings,
    },
    {
      name: "a list that something may be added to",
      code: `
const FLOUR_TOOLS = [{ name: "sift", description: "Sift." }, ...others()];
const handlers: ToolHandlers<typeof FLOUR_TOOLS> = { sift, weigh };
export const TOOLS = buildTools(FLOUR_TOOLS, handlers);
`,
    },
    {
      name: "a map that is spread into another, whatever its type",
      code: `
const FLOUR_TOOLS = [{ name: "sift", description: "Sift." }, { name: "weigh", description: "Weigh." }];
const some: ToolHandlers<typeof FLOUR_TOOLS> = { sift };
export const TOOLS = buildTools(FLOUR_TOOLS, { ...some, weigh });
`,
    },
    {
      name: "handlers of something else",
      code: `export const EVENT_HANDLERS = { click: () => {} };`,
    },
    {
      name: "a map without a type, where the host has none",
      code: `
const TOOLS = [{ name: "sift", description: "Sift." }];
export const built = buildTools(TOOLS, { sift });
`,
    },
  ],
  invalid: [
    {
      name: "a tool without a handler, in another file",
      code: read("bread/tools/index.ts"),
      filename: file("bread/tools/index.ts"),
      settings,
      output: null,
      errors: [
        {
          messageId: "missing",
          data: {
            tool: "'slice_loaf'",
            declared: "lib/api/actions/servers/bread/metadata.ts, line 5",
          },
          line: 4,
          column: 14,
          endLine: 4,
          endColumn: 33,
        },
      ],
    },
    {
      name: "the same, at the tool",
      code: read("bread/metadata.ts"),
      filename: file("bread/metadata.ts"),
      settings,
      output: null,
      errors: [
        {
          messageId: "unhandled",
          data: {
            tool: "'slice_loaf'",
            map: "`BREAD_TOOL_HANDLERS`",
            place: "lib/api/actions/servers/bread/tools/index.ts, line 4",
          },
          line: 5,
          column: 11,
          endLine: 5,
          endColumn: 23,
        },
      ],
    },
    {
      name: "a tool that is surely there, in a list that can't be read to its end",
      code: `
const FLOUR_TOOLS = [{ name: "sift", description: "Sift." }, ...others()];
const handlers: ToolHandlers<typeof FLOUR_TOOLS> = { weigh };
export const TOOLS = buildTools(FLOUR_TOOLS, handlers);
`,
      output: null,
      errors: [
        {
          messageId: "missing",
          data: { tool: "'sift'", declared: "file.ts, line 2" },
          line: 3,
          column: 7,
          endLine: 3,
          endColumn: 15,
        },
      ],
    },
    {
      name: "one report for a tool that is listed twice",
      code: `
const FLOUR_TOOLS = [{ name: "sift", description: "Sift." }, { name: "sift", description: "Sift." }];
const handlers: ToolHandlers<typeof FLOUR_TOOLS> = {};
export const TOOLS = buildTools(FLOUR_TOOLS, handlers);
`,
      output: null,
      errors: [
        {
          messageId: "missing",
          data: { tool: "'sift'", declared: "file.ts, line 2" },
          line: 3,
          column: 7,
          endLine: 3,
          endColumn: 15,
        },
      ],
    },
    {
      name: "one report for a key that a second map spreads",
      code: `${imports}
const handlers: ToolHandlers<typeof OVEN_TOOLS_METADATA> = { list_ovens, heat_oven, cool_kettle };
export const OVEN_TOOL_HANDLERS: ToolHandlers<typeof OVEN_TOOLS_METADATA> = { ...handlers };
`,
      filename: file("oven/tools/index.ts"),
      settings,
      output: null,
      errors: [
        {
          messageId: "unknownTool",
          data: {
            name: "'cool_kettle'",
            tools: "lib/api/actions/servers/oven/metadata.ts",
            hint: " Remove it, or add the tool.",
          },
          line: 5,
          column: 85,
          endLine: 5,
          endColumn: 96,
        },
      ],
    },
    {
      name: "misspelt keys that are variables as well, or computed",
      code: `${imports}
const HEAT = "heat_ovens";
const handlers: ToolHandlers<typeof OVEN_TOOLS_METADATA> = {
  list_oven,
  [HEAT]: async () => heatOven(),
};
export const TOOLS = buildTools(OVEN_TOOLS_METADATA, handlers);
`,
      filename: file("oven/tools/index.ts"),
      settings,
      output: null,
      errors: [
        {
          messageId: "unknownTool",
          data: {
            name: "'list_oven'",
            tools: "lib/api/actions/servers/oven/metadata.ts",
            hint: " Did you mean 'list_ovens'?",
          },
          line: 7,
          column: 3,
          endLine: 7,
          endColumn: 12,
          suggestions: [
            {
              messageId: "rename",
              data: { tool: "'list_ovens'" },
              output: `${imports}
const HEAT = "heat_ovens";
const handlers: ToolHandlers<typeof OVEN_TOOLS_METADATA> = {
  list_ovens: list_oven,
  [HEAT]: async () => heatOven(),
};
export const TOOLS = buildTools(OVEN_TOOLS_METADATA, handlers);
`,
            },
          ],
        },
        {
          messageId: "unknownTool",
          data: {
            name: "'heat_ovens'",
            tools: "lib/api/actions/servers/oven/metadata.ts",
            hint: " Did you mean 'heat_oven'?",
          },
          line: 8,
          column: 4,
          endLine: 8,
          endColumn: 8,
        },
      ],
    },
    {
      name: "a misspelt key",
      code: `${imports}
const handlers: ToolHandlers<typeof OVEN_TOOLS_METADATA> = {
  list_oven: async () => listOvens(),
  heat_oven: async () => heatOven(),
};
export const TOOLS = buildTools(OVEN_TOOLS_METADATA, handlers);
`,
      filename: file("oven/tools/index.ts"),
      settings,
      output: null,
      errors: [
        {
          messageId: "unknownTool",
          data: {
            name: "'list_oven'",
            tools: "lib/api/actions/servers/oven/metadata.ts",
            hint: " Did you mean 'list_ovens'?",
          },
          line: 6,
          column: 3,
          endLine: 6,
          endColumn: 12,
          suggestions: [
            {
              messageId: "rename",
              data: { tool: "'list_ovens'" },
              output: `${imports}
const handlers: ToolHandlers<typeof OVEN_TOOLS_METADATA> = {
  list_ovens: async () => listOvens(),
  heat_oven: async () => heatOven(),
};
export const TOOLS = buildTools(OVEN_TOOLS_METADATA, handlers);
`,
            },
          ],
        },
      ],
    },
    {
      name: "two keys close to one tool: only the first may mean it",
      code: `${imports}
const handlers: ToolHandlers<typeof OVEN_TOOLS_METADATA> = {
  list_oven: async () => listOvens(),
  lists_ovens: async () => listAll(),
  heat_oven: async () => heatOven(),
};
export const TOOLS = buildTools(OVEN_TOOLS_METADATA, handlers);
`,
      filename: file("oven/tools/index.ts"),
      settings,
      output: null,
      errors: [
        {
          messageId: "unknownTool",
          data: {
            name: "'list_oven'",
            tools: "lib/api/actions/servers/oven/metadata.ts",
            hint: " Did you mean 'list_ovens'?",
          },
          line: 6,
          column: 3,
          endLine: 6,
          endColumn: 12,
          suggestions: [
            {
              messageId: "rename",
              data: { tool: "'list_ovens'" },
              output: `${imports}
const handlers: ToolHandlers<typeof OVEN_TOOLS_METADATA> = {
  list_ovens: async () => listOvens(),
  lists_ovens: async () => listAll(),
  heat_oven: async () => heatOven(),
};
export const TOOLS = buildTools(OVEN_TOOLS_METADATA, handlers);
`,
            },
          ],
        },
        {
          messageId: "unknownTool",
          data: {
            name: "'lists_ovens'",
            tools: "lib/api/actions/servers/oven/metadata.ts",
            hint: " Remove it, or add the tool.",
          },
          line: 7,
          column: 3,
          endLine: 7,
          endColumn: 14,
        },
      ],
    },
    {
      name: "Partial hides what is missing",
      code: `${imports}
const handlers: Partial<ToolHandlers<typeof OVEN_TOOLS_METADATA>> = { list_ovens };
export const TOOLS = buildTools(OVEN_TOOLS_METADATA, handlers);
`,
      filename: file("oven/tools/index.ts"),
      settings,
      output: null,
      errors: [
        {
          messageId: "missing",
          data: {
            tool: "'heat_oven'",
            declared: "lib/api/actions/servers/oven/metadata.ts, line 8",
          },
          line: 5,
          column: 7,
          endLine: 5,
          endColumn: 15,
        },
        {
          messageId: "loose",
          data: { type: "`Partial<…>`", list: "OVEN_TOOLS_METADATA" },
          line: 5,
          column: 17,
          endLine: 5,
          endColumn: 66,
          suggestions: [
            {
              messageId: "dropPartial",
              output: `${imports}
const handlers: ToolHandlers<typeof OVEN_TOOLS_METADATA> = { list_ovens };
export const TOOLS = buildTools(OVEN_TOOLS_METADATA, handlers);
`,
            },
          ],
        },
      ],
    },
    {
      name: "a map without a type",
      code: `import { buildTools } from "@app/lib/actions/mcp_internal_actions/tool_definition";
import { OVEN_TOOLS_METADATA } from "../metadata";

const handlers = { list_ovens, heat_oven };
export const TOOLS = buildTools(OVEN_TOOLS_METADATA, handlers);
`,
      filename: file("oven/tools/index.ts"),
      settings,
      output: null,
      errors: [
        {
          messageId: "untyped",
          data: { list: "OVEN_TOOLS_METADATA" },
          line: 4,
          column: 7,
          endLine: 4,
          endColumn: 15,
          suggestions: [
            {
              messageId: "addType",
              data: { list: "OVEN_TOOLS_METADATA" },
              output: `import { buildTools } from "@app/lib/actions/mcp_internal_actions/tool_definition";
import type { ToolHandlers } from "@app/lib/actions/mcp_internal_actions/tool_definition";
import { OVEN_TOOLS_METADATA } from "../metadata";

const handlers: ToolHandlers<typeof OVEN_TOOLS_METADATA> = { list_ovens, heat_oven };
export const TOOLS = buildTools(OVEN_TOOLS_METADATA, handlers);
`,
            },
          ],
        },
      ],
    },
    {
      name: "an exported map without a type, for the host's factory",
      code: `import type { ToolHandlerExtra } from "@app/lib/actions/mcp_internal_actions/tool_definition";

export const BREAD_TOOL_HANDLERS = { list_loaves, slice_loaf };
`,
      filename: file("bread/tools/index.ts"),
      settings,
      output: null,
      errors: [
        {
          messageId: "untyped",
          data: { list: "BREAD_TOOLS_METADATA" },
          line: 3,
          column: 14,
          endLine: 3,
          endColumn: 33,
          suggestions: [
            {
              messageId: "addType",
              data: { list: "BREAD_TOOLS_METADATA" },
              output: `import type {
  ToolHandlerExtra,
  ToolHandlers,
} from "@app/lib/actions/mcp_internal_actions/tool_definition";
import type { BREAD_TOOLS_METADATA } from "@app/lib/api/actions/servers/bread/metadata";

export const BREAD_TOOL_HANDLERS: ToolHandlers<typeof BREAD_TOOLS_METADATA> = { list_loaves, slice_loaf };
`,
            },
          ],
        },
      ],
    },
    {
      name: "typed for other tools than it meets",
      code: `
const SIFT_TOOLS = [{ name: "sift", description: "Sift." }] as const;
const WEIGH_TOOLS = [{ name: "weigh", description: "Weigh." }] as const;
const handlers: ToolHandlers<typeof SIFT_TOOLS> = { sift };
export const TOOLS = buildTools(WEIGH_TOOLS, handlers);
`,
      output: null,
      errors: [
        {
          messageId: "otherTools",
          data: { typed: "'SIFT_TOOLS'", list: "'WEIGH_TOOLS'" },
          line: 5,
          column: 33,
          endLine: 5,
          endColumn: 44,
        },
      ],
    },
    {
      name: "handlers that nothing uses",
      code: `
const SIFT_TOOLS = [{ name: "sift", description: "Sift." }] as const;
const handlers: ToolHandlers<typeof SIFT_TOOLS> = { sift };
`,
      output: null,
      errors: [
        {
          messageId: "unused",
          data: { list: "SIFT_TOOLS", name: "handlers" },
          line: 3,
          column: 7,
          endLine: 3,
          endColumn: 15,
        },
      ],
    },
  ],
});
