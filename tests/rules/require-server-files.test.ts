import { readFileSync } from "node:fs";
import path from "node:path";
import { requireServerFiles } from "../../rules/require-server-files.ts";
import { testRule } from "../rule-tester.ts";

// The app `bakery`: `oven` and `bread` are complete, `mill` has a server object
// only, `yeast` has none.

const bakery = path.join(import.meta.dirname, "fixtures/bakery");
const servers = "front/lib/api/actions/servers";
const settings = { "mcp-runbook": { root: bakery } };

function file(name: string): string {
  return path.join(bakery, servers, name);
}

function read(name: string): string {
  return readFileSync(file(name), "utf8");
}

const info = `serverInfo: { name: "mill", version: "1.0.0", description: "Grind." }`;
const tools = `tools: [{ name: "grind_corn", description: "Grind corn." }]`;

testRule("require-server-files", requireServerFiles, {
  valid: [
    {
      name: "a server with a factory of its own",
      code: read("oven/metadata.ts"),
      filename: file("oven/metadata.ts"),
      settings,
    },
    {
      name: "a factory that registers every tool",
      code: read("oven/index.ts"),
      filename: file("oven/index.ts"),
      settings,
    },
    {
      name: "a server that the shared factory makes needs no index.ts",
      code: read("bread/metadata.ts"),
      filename: file("bread/metadata.ts"),
      settings,
    },
    {
      name: "a server without tools needs no handlers",
      code: `export const MILL_SERVER = { ${info}, tools: [] } as const satisfies ServerMetadata;`,
      filename: file("mill/metadata.ts"),
      settings,
    },
    {
      name: "every tool by hand",
      code: `
export default function createServer(auth) {
  const server = makeInternalMCPServer("oven");
  registerTool(auth, server, TOOLS[0]);
  registerTool(auth, server, TOOLS[1]);
  return server;
}
`,
      filename: file("oven/index.ts"),
      settings,
    },
    {
      name: "a callback for each tool",
      code: `
const createServer = (auth) => {
  const server = makeInternalMCPServer("oven");
  TOOLS.forEach((tool) => registerTool(auth, server, tool));
  return server;
};
export { createServer as default };
`,
      filename: file("oven/index.ts"),
      settings,
    },
    {
      name: "a server that is handed on",
      code: `
export default function createServer(auth) {
  const server = makeInternalMCPServer("oven");
  registerAll(server, auth);
  return server;
}
`,
      filename: file("oven/index.ts"),
      settings,
    },
    {
      name: "a helper that the factory calls",
      code: `
function makeOven() {
  return makeInternalMCPServer("oven");
}
export default function createServer(auth) {
  return withTools(makeOven(), auth);
}
`,
      filename: file("oven/index.ts"),
      settings,
    },
    {
      name: "a helper that the file itself calls",
      code: `
export function makeOven() {
  return makeInternalMCPServer("oven");
}
export const ovenWithTools = (auth) => withTools(makeOven(), auth);
`,
      filename: file("oven/index.ts"),
      settings,
    },
    {
      name: "a case that imports another file than index.ts, which is lost",
      code: read("rye/metadata.ts"),
      filename: file("rye/metadata.ts"),
      settings: {
        "mcp-runbook": { root: bakery, switch: "lib/rye_switch.ts" },
      },
    },
    {
      name: "a type of the host's own",
      code: `
import type { ServerMetadata } from "@app/lib/actions/mcp_internal_actions/tool_definition";
export const OVEN_SERVER = { ${info.replace("mill", "oven")}, tools: [] } satisfies RemoteServer;
`,
      filename: file("oven/metadata.ts"),
      settings,
    },
    {
      name: "a type of the host's own that is asserted then",
      code: `
import type { ServerMetadata } from "@app/lib/actions/mcp_internal_actions/tool_definition";
export const OVEN_SERVER = { ${info.replace("mill", "oven")}, tools: [] } satisfies RemoteServer as ServerMetadata;
`,
      filename: file("oven/metadata.ts"),
      settings,
    },
    {
      name: "a server object that a call makes",
      code: `
import type { ServerMetadata } from "@app/lib/actions/mcp_internal_actions/tool_definition";
export const OVEN_SERVER = defineServer({ ${info.replace("mill", "oven")}, tools: [] });
`,
      filename: file("oven/metadata.ts"),
      settings,
    },
    {
      name: "a file that is no server's",
      code: `export const SERVER = { ${info}, ${tools} };`,
      filename: path.join(bakery, "front/lib/other.ts"),
      settings,
    },
  ],
  invalid: [
    {
      name: "no tools/index.ts",
      code: read("mill/metadata.ts"),
      filename: file("mill/metadata.ts"),
      settings,
      output: null,
      errors: [
        {
          messageId: "noTools",
          data: {
            server: "'mill'",
            file: "lib/api/actions/servers/mill/tools/index.ts",
          },
          line: 5,
          column: 11,
          endLine: 5,
          endColumn: 17,
        },
      ],
    },
    {
      name: "tools that are imported from a file that is not there",
      code: read("bun/metadata.ts"),
      filename: file("bun/metadata.ts"),
      settings,
      output: null,
      errors: [
        {
          messageId: "noTools",
          data: {
            server: "'bun'",
            file: "lib/api/actions/servers/bun/tools/index.ts",
          },
          line: 12,
          column: 11,
          endLine: 12,
          endColumn: 16,
        },
      ],
    },
    {
      name: "tools that nothing registers",
      code: read("rye/metadata.ts"),
      filename: file("rye/metadata.ts"),
      settings,
      output: null,
      errors: [
        {
          messageId: "noIndex",
          data: {
            server: "'rye'",
            file: "lib/api/actions/servers/rye/index.ts",
          },
          line: 12,
          column: 11,
          endLine: 12,
          endColumn: 16,
        },
      ],
    },
    {
      name: "no metadata.ts",
      code: read("yeast/index.ts"),
      filename: file("yeast/index.ts"),
      settings,
      output: null,
      errors: [
        {
          messageId: "noMetadata",
          data: {
            server: "'yeast'",
            file: "lib/api/actions/servers/yeast/metadata.ts",
          },
          line: 6,
          column: 40,
          endLine: 6,
          endColumn: 47,
        },
      ],
    },
    {
      name: "no default export, and no tool registered",
      code: `
export function createServer() {
  return makeInternalMCPServer("oven");
}
`,
      filename: file("oven/index.ts"),
      settings,
      output: null,
      errors: [
        {
          messageId: "hiddenFactory",
          data: { server: "'oven'", factory: "createServer" },
          line: 2,
          column: 17,
          endLine: 2,
          endColumn: 29,
        },
        {
          messageId: "noneRegistered",
          data: { server: "'oven'" },
          line: 2,
          column: 17,
          endLine: 2,
          endColumn: 29,
        },
      ],
    },
    {
      name: "a factory that is exported by its name and as the default",
      code: `
export function createServer() {
  return makeInternalMCPServer("oven");
}
export { createServer as default };
`,
      filename: file("oven/index.ts"),
      settings,
      output: null,
      errors: [
        {
          messageId: "noneRegistered",
          data: { server: "'oven'" },
          line: 2,
          column: 17,
          endLine: 2,
          endColumn: 29,
        },
      ],
    },
    {
      name: "only some of the tools",
      code: `
export default function createServer(auth) {
  const server = makeInternalMCPServer("oven");
  const [first] = TOOLS;
  registerTool(auth, server, first);
  return server;
}
`,
      filename: file("oven/index.ts"),
      settings,
      output: null,
      errors: [
        {
          messageId: "fewRegistered",
          data: { server: "'oven'", registered: 1, tools: 2 },
          line: 5,
          column: 3,
          endLine: 5,
          endColumn: 36,
        },
      ],
    },
    {
      name: "neither as const nor satisfies, with the import that a neighbour shows",
      code: `import { z } from "zod";

export const OVEN_SERVER = { ${info.replace("mill", "oven")}, tools: [] };
`,
      filename: file("oven/metadata.ts"),
      settings,
      output: null,
      errors: [
        {
          messageId: "untyped",
          data: {
            server: "'oven'",
            lacks: "has neither `as const` nor `satisfies ServerMetadata`",
            consequence: "the compiler does not check that it is complete",
          },
          line: 3,
          column: 14,
          endLine: 3,
          endColumn: 25,
          suggestions: [
            {
              messageId: "addType",
              output: `import { z } from "zod";
import type { ServerMetadata } from "@app/lib/actions/mcp_internal_actions/tool_definition";

export const OVEN_SERVER = { ${info.replace("mill", "oven")}, tools: [] } as const satisfies ServerMetadata;
`,
            },
          ],
        },
      ],
    },
    {
      name: "an annotation widens the names",
      code: `
import type { ServerMetadata } from "@app/lib/actions/mcp_internal_actions/tool_definition";
export const OVEN_SERVER: ServerMetadata = { ${info.replace("mill", "oven")}, tools: [] };
`,
      filename: file("oven/metadata.ts"),
      settings,
      output: null,
      errors: [
        {
          messageId: "untyped",
          data: {
            server: "'oven'",
            lacks: "is annotated as `ServerMetadata`",
            consequence: "the names in it are any strings to the compiler",
          },
          line: 3,
          column: 27,
          endLine: 3,
          endColumn: 41,
          suggestions: [
            {
              messageId: "addType",
              output: `
import type { ServerMetadata } from "@app/lib/actions/mcp_internal_actions/tool_definition";
export const OVEN_SERVER = { ${info.replace("mill", "oven")}, tools: [] } as const satisfies ServerMetadata;
`,
            },
          ],
        },
      ],
    },
    {
      name: "satisfies without as const",
      code: `
import type { ServerMetadata } from "@app/lib/actions/mcp_internal_actions/tool_definition";
export const OVEN_SERVER = { ${info.replace("mill", "oven")}, tools: [] } satisfies ServerMetadata;
`,
      filename: file("oven/metadata.ts"),
      settings,
      output: null,
      errors: [
        {
          messageId: "untyped",
          data: {
            server: "'oven'",
            lacks: "has no `as const`",
            consequence: "the names in it are any strings to the compiler",
          },
          line: 3,
          column: 123,
          endLine: 3,
          endColumn: 137,
          suggestions: [
            {
              messageId: "addType",
              output: `
import type { ServerMetadata } from "@app/lib/actions/mcp_internal_actions/tool_definition";
export const OVEN_SERVER = { ${info.replace("mill", "oven")}, tools: [] } as const satisfies ServerMetadata;
`,
            },
          ],
        },
      ],
    },
    {
      name: "in parentheses, which is left to people",
      code: `
import type { ServerMetadata } from "@app/lib/actions/mcp_internal_actions/tool_definition";
export const OVEN_SERVER = ({ ${info.replace("mill", "oven")}, tools: [] }) satisfies ServerMetadata;
`,
      filename: file("oven/metadata.ts"),
      settings,
      output: null,
      errors: [
        {
          messageId: "untyped",
          data: {
            server: "'oven'",
            lacks: "has no `as const`",
            consequence: "the names in it are any strings to the compiler",
          },
          line: 3,
          column: 125,
          endLine: 3,
          endColumn: 139,
        },
      ],
    },
    {
      name: "an assertion around the check",
      code: `
import type { ServerMetadata } from "@app/lib/actions/mcp_internal_actions/tool_definition";
export const OVEN_SERVER = { ${info.replace("mill", "oven")}, tools: [] } satisfies ServerMetadata as ServerMetadata;
`,
      filename: file("oven/metadata.ts"),
      settings,
      output: null,
      errors: [
        {
          messageId: "untyped",
          data: {
            server: "'oven'",
            lacks: "is asserted to be `ServerMetadata`",
            consequence: "the names in it are any strings to the compiler",
          },
          line: 3,
          column: 141,
          endLine: 3,
          endColumn: 155,
        },
      ],
    },
    {
      name: "an assertion around what is complete but for it",
      code: `
import type { ServerMetadata } from "@app/lib/actions/mcp_internal_actions/tool_definition";
export const OVEN_SERVER = { ${info.replace("mill", "oven")}, tools: [] } as const satisfies ServerMetadata as ServerMetadata;
`,
      filename: file("oven/metadata.ts"),
      settings,
      output: null,
      errors: [
        {
          messageId: "untyped",
          data: {
            server: "'oven'",
            lacks: "is asserted to be `ServerMetadata`",
            consequence: "the names in it are any strings to the compiler",
          },
          line: 3,
          column: 150,
          endLine: 3,
          endColumn: 164,
        },
      ],
    },
    {
      name: "a check of nothing but an assertion",
      code: `
import type { ServerMetadata } from "@app/lib/actions/mcp_internal_actions/tool_definition";
export const OVEN_SERVER = { ${info.replace("mill", "oven")}, tools: [] } as ServerMetadata satisfies ServerMetadata;
`,
      filename: file("oven/metadata.ts"),
      settings,
      output: null,
      errors: [
        {
          messageId: "untyped",
          data: {
            server: "'oven'",
            lacks: "is asserted to be `ServerMetadata`",
            consequence: "the compiler does not check that it is complete",
          },
          line: 3,
          column: 141,
          endLine: 3,
          endColumn: 155,
          suggestions: [
            {
              messageId: "addType",
              output: `
import type { ServerMetadata } from "@app/lib/actions/mcp_internal_actions/tool_definition";
export const OVEN_SERVER = { ${info.replace("mill", "oven")}, tools: [] } as const satisfies ServerMetadata;
`,
            },
          ],
        },
      ],
    },
    {
      name: "two assertions",
      code: `
import type { ServerMetadata } from "@app/lib/actions/mcp_internal_actions/tool_definition";
export const OVEN_SERVER = { ${info.replace("mill", "oven")}, tools: [] } as unknown as ServerMetadata;
`,
      filename: file("oven/metadata.ts"),
      settings,
      output: null,
      errors: [
        {
          messageId: "untyped",
          data: {
            server: "'oven'",
            lacks: "is asserted to be `ServerMetadata`",
            consequence: "the compiler does not check that it is complete",
          },
          line: 3,
          column: 127,
          endLine: 3,
          endColumn: 141,
          suggestions: [
            {
              messageId: "addType",
              output: `
import type { ServerMetadata } from "@app/lib/actions/mcp_internal_actions/tool_definition";
export const OVEN_SERVER = { ${info.replace("mill", "oven")}, tools: [] } as const satisfies ServerMetadata;
`,
            },
          ],
        },
      ],
    },
  ],
});
