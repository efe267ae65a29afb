import { readFileSync } from "node:fs";
import path from "node:path";
import { validServerInfo } from "../../rules/valid-server-info.ts";
import { testRule } from "../rule-tester.ts";

// The app `bakery`: core declares the provider `oven`, not `proof`; the logo of
// `bread` is exported but not registered.

const bakery = path.join(import.meta.dirname, "fixtures/bakery");
const servers = "front/lib/api/actions/servers";
const logos = "sparkle/src/logo/platforms/registry.ts";
const settings = { "mcp-runbook": { root: bakery } };

function read(name: string): string {
  return readFileSync(path.join(bakery, name), "utf8");
}

const filename = path.join(bakery, servers, "oven/metadata.ts");

testRule("valid-server-info", validServerInfo, {
  valid: [
    {
      name: "all that is said holds, the logo under an alias",
      code: read(`${servers}/oven/metadata.ts`),
      filename,
      settings,
    },
    {
      name: "an action icon that the host lists",
      code: `
export const OVEN_SERVER = {
  serverInfo: { name: "oven", version: "1.0.0", description: "Bake.", authorization: null, icon: "ActionTimeIcon" },
  tools: [],
};
`,
      filename,
      settings,
    },
    {
      name: "what can't be known",
      code: `
export const OVEN_SERVER = {
  serverInfo: { name: "oven", version: packageVersion, description: describe(), ...shared, icon: iconOf("oven"), documentationUrl: docs },
  tools: OVEN_TOOLS,
  tools_stakes: Object.fromEntries(others.map((t) => [t.name, t.stake])),
};
`,
      filename,
      settings,
    },
    {
      name: "a logo that the index may export from a package",
      code: `
export const OVEN_SERVER = {
  serverInfo: { name: "oven", version: "1.0.0", description: "Bake.", authorization: null, icon: "GrillLogo" },
  tools: [],
};
`,
      filename,
      settings: {
        "mcp-runbook": {
          root: bakery,
          logos: { registry: "../sparkle/src/logo/drawn/registry.ts" },
        },
      },
    },
    {
      name: "stakes of other tools that an imported object holds",
      code: `
import { GRILL } from "@app/lib/grill";
const OVEN_TOOLS = createToolsRecord({ bake: { description: "Bake." } });
export const OVEN_SERVER = {
  ...GRILL,
  serverInfo: { name: "oven", version: "1.0.0", description: "Bake.", authorization: null },
  tools: Object.values(OVEN_TOOLS).map((t) => ({ name: t.name })),
};
`,
      filename,
      settings,
    },
    {
      name: "nothing is looked up where the settings say that there is none",
      code: `
export const OVEN_SERVER = {
  serverInfo: {
    name: "oven",
    version: "1.0.0",
    description: "Bake.",
    authorization: { provider: "grill", supported_use_cases: ["deliveries"] },
    icon: "GrillLogo",
  },
  tools: [],
};
`,
      filename,
      settings: { "mcp-runbook": { root: bakery, logos: false, oauth: false } },
    },
    {
      name: "a registry that a call makes may hold any logo",
      code: `
export const OVEN_SERVER = {
  serverInfo: { name: "oven", version: "1.0.0", description: "Bake.", authorization: null, icon: "GrillLogo" },
  tools: [],
};
`,
      filename,
      settings: {
        "mcp-runbook": {
          root: bakery,
          logos: { registry: "lib/logos/made.ts" },
        },
      },
    },
    {
      name: "so may one that is chosen while it runs",
      code: `
export const OVEN_SERVER = {
  serverInfo: { name: "oven", version: "1.0.0", description: "Bake.", authorization: null, icon: "GrillLogo" },
  tools: [],
};
`,
      filename,
      settings: {
        "mcp-runbook": {
          root: bakery,
          logos: { registry: "lib/logos/chosen.ts" },
        },
      },
    },
    {
      name: "a logo of a registry that only passes it on",
      code: `
export const OVEN_SERVER = {
  serverInfo: { name: "oven", version: "1.0.0", description: "Bake.", authorization: null, icon: "OvenLogo" },
  tools: [],
};
`,
      filename,
      settings: {
        "mcp-runbook": {
          root: bakery,
          logos: { registry: "lib/logos/passed_on.ts" },
        },
      },
    },
    {
      name: "an action icon needs no registry of logos",
      code: `
export const OVEN_SERVER = {
  serverInfo: { name: "oven", version: "1.0.0", description: "Bake.", authorization: null, icon: "ActionTimeIcon" },
  tools: [],
};
`,
      filename,
      settings: {
        "mcp-runbook": { root: bakery, logos: { registry: "lib/logos.ts" } },
      },
    },
    {
      name: "nor does an icon that can't be read",
      code: `
export const OVEN_SERVER = {
  serverInfo: { name: "oven", version: "1.0.0", description: "Bake.", authorization: null, icon: iconOf("oven") },
  tools: [],
};
`,
      filename,
      settings: {
        "mcp-runbook": { root: bakery, logos: { registry: "lib/logos.ts" } },
      },
    },
    {
      name: "the SDK's own information has no authorization",
      code: `
export default function createServer() {
  return new McpServer({ name: "oven", version: "1.0.0" });
}
`,
      filename: path.join(
        bakery,
        "front/lib/actions/mcp_internal_actions/servers/oven.ts",
      ),
      settings,
    },
  ],
  invalid: [
    {
      name: "a version, a description, an authorization, a URL",
      code: `
export const OVEN_SERVER = {
  serverInfo: {
    name: "oven",
    version: "1.0",
    description: " ",
    icon: "ActionTimeIcon",
    documentationUrl: "docs/oven",
  },
  tools: [],
};
`,
      filename,
      settings,
      output: null,
      errors: [
        {
          messageId: "noAuthorization",
          data: { server: "'oven'" },
          line: 4,
          column: 11,
          endLine: 4,
          endColumn: 17,
          suggestions: [
            {
              messageId: "addAuthorization",
              output: `
export const OVEN_SERVER = {
  serverInfo: {
    name: "oven",
    version: "1.0",
    description: " ",
    authorization: null,
    icon: "ActionTimeIcon",
    documentationUrl: "docs/oven",
  },
  tools: [],
};
`,
            },
          ],
        },
        {
          messageId: "notSemver",
          data: { server: "'oven'", version: "'1.0'" },
          line: 5,
          column: 14,
          endLine: 5,
          endColumn: 19,
          suggestions: [
            {
              messageId: "useText",
              data: { text: "'1.0.0'" },
              output: `
export const OVEN_SERVER = {
  serverInfo: {
    name: "oven",
    version: "1.0.0",
    description: " ",
    icon: "ActionTimeIcon",
    documentationUrl: "docs/oven",
  },
  tools: [],
};
`,
            },
          ],
        },
        {
          messageId: "noDescription",
          data: { server: "'oven'" },
          line: 6,
          column: 18,
          endLine: 6,
          endColumn: 21,
        },
        {
          messageId: "badUrl",
          data: { server: "'oven'", url: "'docs/oven'" },
          line: 8,
          column: 23,
          endLine: 8,
          endColumn: 34,
        },
      ],
    },
    {
      name: "a version longer than any registry takes",
      code: `
export const OVEN_SERVER = {
  serverInfo: { name: "oven", version: "1.0.0-risingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrisingrising", description: "Bake.", authorization: null },
  tools: [],
};
`,
      filename,
      settings,
      output: null,
      errors: [
        {
          messageId: "notSemver",
          data: {
            server: "'oven'",
            version:
              "'1.0.0-risingrisingrisingrisingrisingrisingrisingrisingris…'",
          },
          line: 3,
          column: 40,
          endLine: 3,
          endColumn: 348,
        },
      ],
    },
    {
      name: "a provider that is nowhere, and a use case that is none",
      code: `
export const OVEN_SERVER = {
  serverInfo: {
    name: "oven",
    version: "1.0.0",
    description: "Bake.",
    authorization: {
      provider: "ovn",
      supported_use_cases: ["deliverys"],
    },
  },
  tools: [],
};
`,
      filename,
      settings,
      output: null,
      errors: [
        {
          messageId: "noProvider",
          data: {
            server: "'oven'",
            provider: "'ovn'",
            files:
              "lib/api/oauth/providers/ovn.ts or ../core/src/oauth/providers/ovn.rs",
            hint: " Did you mean 'oven'?",
          },
          line: 8,
          column: 17,
          endLine: 8,
          endColumn: 22,
        },
        {
          messageId: "unknownUseCase",
          data: {
            server: "'oven'",
            useCase: "'deliverys'",
            known: "'personal_actions', 'platform_actions' or 'deliveries'",
          },
          line: 9,
          column: 29,
          endLine: 9,
          endColumn: 40,
          suggestions: [
            {
              messageId: "useText",
              data: { text: "'deliveries'" },
              output: `
export const OVEN_SERVER = {
  serverInfo: {
    name: "oven",
    version: "1.0.0",
    description: "Bake.",
    authorization: {
      provider: "ovn",
      supported_use_cases: ["deliveries"],
    },
  },
  tools: [],
};
`,
            },
          ],
        },
      ],
    },
    {
      name: "a provider that core does not declare, for no use case",
      code: `
export const OVEN_SERVER = {
  serverInfo: {
    name: "oven",
    version: "1.0.0",
    description: "Bake.",
    authorization: { provider: "proof", supported_use_cases: [] },
  },
  tools: [],
};
`,
      filename,
      settings,
      output: null,
      errors: [
        {
          messageId: "noProviderModule",
          data: {
            server: "'oven'",
            provider: "'proof'",
            module: "proof",
            file: "../core/src/lib.rs",
          },
          line: 7,
          column: 32,
          endLine: 7,
          endColumn: 39,
        },
        {
          messageId: "noUseCase",
          data: { server: "'oven'" },
          line: 7,
          column: 62,
          endLine: 7,
          endColumn: 64,
        },
      ],
    },
    {
      name: "places that the settings name and that are not there",
      code: `
export const OVEN_SERVER = {
  serverInfo: {
    name: "oven",
    version: "1.0.0",
    description: "Bake.",
    authorization: { provider: "oven", supported_use_cases: ["deliveries"] },
    icon: "OvenLogo",
  },
  tools: [],
};
`,
      filename,
      settings: {
        "mcp-runbook": {
          root: bakery,
          oauth: { front: "lib/oauth" },
          logos: { registry: "lib/logos.ts" },
        },
      },
      output: null,
      errors: [
        {
          messageId: "missingProviderPlace",
          data: { server: "'oven'", file: "lib/oauth", trouble: "is missing" },
          line: 7,
          column: 32,
          endLine: 7,
          endColumn: 38,
        },
        {
          messageId: "unreadableLogos",
          data: {
            server: "'oven'",
            icon: "'OvenLogo'",
            file: "lib/logos.ts",
            trouble: "is missing",
            advice:
              'If the file is elsewhere, say where in settings["mcp-runbook"].logos; if the repository has none, set it to false.',
          },
          line: 8,
          column: 11,
          endLine: 8,
          endColumn: 21,
        },
      ],
    },
    {
      name: "a registry that holds something else",
      code: `
export const OVEN_SERVER = {
  serverInfo: { name: "oven", version: "1.0.0", description: "Bake.", authorization: null, icon: "OvenLogo" },
  tools: [],
};
`,
      filename,
      settings: {
        "mcp-runbook": {
          root: bakery,
          logos: { registry: "lib/logos/none.ts" },
        },
      },
      output: null,
      errors: [
        {
          messageId: "unreadableLogos",
          data: {
            server: "'oven'",
            icon: "'OvenLogo'",
            file: "lib/logos/none.ts",
            trouble: "holds no object PLATFORM_LOGOS",
            advice:
              'If the file is elsewhere, say where in settings["mcp-runbook"].logos; if the repository has none, set it to false.',
          },
          line: 3,
          column: 98,
          endLine: 3,
          endColumn: 108,
        },
      ],
    },
    {
      name: "a logo that is exported but not registered",
      code: read(`${servers}/bread/metadata.ts`),
      filename: path.join(bakery, servers, "bread/metadata.ts"),
      settings,
      output: null,
      errors: [
        {
          messageId: "unlistedLogo",
          data: {
            server: "'bread'",
            icon: "'BreadLogo'",
            file: "../sparkle/src/logo/platforms/registry.ts",
            index: "../sparkle/src/logo/platforms/index.ts",
          },
          line: 14,
          column: 11,
          endLine: 14,
          endColumn: 22,
        },
      ],
    },
    {
      name: "the same, in the registry",
      code: read(logos),
      filename: path.join(bakery, logos),
      settings,
      output: `import {
  CrumbLogo,
  SeedLogo as MissingLogo,
  OvenLogo,
  BreadLogo,
} from "./index";

export const PLATFORM_LOGOS = {
  CrumbLogo,
  FlourLogo: OvenLogo,
  SeedLogo: MissingLogo,
  OvenLogo,
  BreadLogo,
} as const;
`,
      errors: [
        {
          messageId: "missingLogo",
          data: {
            server: "'bread'",
            icon: "'BreadLogo'",
            definition:
              "front/lib/api/actions/servers/bread/metadata.ts, line 10",
          },
          line: 3,
          column: 14,
          endLine: 3,
          endColumn: 28,
        },
      ],
    },
    {
      name: "a logo whose file is not there, and one that the index does not export",
      code: `
export const CRUMB_SERVER = {
  serverInfo: { name: "crumb", version: "1.0.0", description: "Crumbs.", authorization: null, icon: "CrumbLogo" },
  tools: [],
};
export const SEED_SERVER = {
  serverInfo: { name: "seed", version: "1.0.0", description: "Seeds.", authorization: null, icon: "SeedLogo" },
  tools: [],
};
`,
      filename,
      settings,
      output: null,
      errors: [
        {
          messageId: "lostLogo",
          data: {
            server: "'crumb'",
            icon: "'CrumbLogo'",
            index: "../sparkle/src/logo/platforms/index.ts",
          },
          line: 3,
          column: 101,
          endLine: 3,
          endColumn: 112,
        },
        {
          messageId: "unexportedLogo",
          data: {
            server: "'seed'",
            icon: "'SeedLogo'",
            file: "../sparkle/src/logo/platforms/registry.ts",
            index: "../sparkle/src/logo/platforms/index.ts",
          },
          line: 7,
          column: 99,
          endLine: 7,
          endColumn: 109,
        },
      ],
    },
    {
      name: "an icon that nobody draws",
      code: `
export const OVEN_SERVER = {
  serverInfo: { name: "oven", version: "1.0.0", description: "Bake.", authorization: null, icon: "OvnLogo" },
  tools: [],
};
`,
      filename,
      settings,
      output: null,
      errors: [
        {
          messageId: "unknownIcon",
          data: {
            server: "'oven'",
            icon: "'OvnLogo'",
            file: "../sparkle/src/logo/platforms/registry.ts",
            hint: " Did you mean 'OvenLogo'?",
          },
          line: 3,
          column: 98,
          endLine: 3,
          endColumn: 107,
          suggestions: [
            {
              messageId: "useText",
              data: { text: "'OvenLogo'" },
              output: `
export const OVEN_SERVER = {
  serverInfo: { name: "oven", version: "1.0.0", description: "Bake.", authorization: null, icon: "OvenLogo" },
  tools: [],
};
`,
            },
          ],
        },
      ],
    },
    {
      name: "stakes of other tools",
      code: `
const OVEN_TOOLS = createToolsRecord({ bake: { description: "Bake." } });
const GRILL_TOOLS = createToolsRecord({ grill: { description: "Grill." } });
export const OVEN_SERVER = {
  serverInfo: { name: "oven", version: "1.0.0", description: "Bake.", authorization: null },
  tools: Object.values(OVEN_TOOLS).map((t) => ({ name: t.name })),
  tools_stakes: Object.fromEntries(Object.values(GRILL_TOOLS).map((t) => [t.name, t.stake])),
};
`,
      filename,
      settings,
      output: null,
      errors: [
        {
          messageId: "strangeStakes",
          data: { server: "'oven'", tools: "line 2", stakes: "line 3" },
          line: 7,
          column: 17,
          endLine: 7,
          endColumn: 93,
        },
      ],
    },
    {
      name: "the oldest dialect",
      code: `
const serverInfo = { name: "grill", version: "one", description: "Grill.", icon: "ActionTimeIcon", authorization: null };
export default function createServer() {
  return new McpServer(serverInfo);
}
`,
      filename: path.join(
        bakery,
        "front/lib/actions/mcp_internal_actions/servers/grill.ts",
      ),
      settings,
      output: null,
      errors: [
        {
          messageId: "notSemver",
          data: { server: "'grill'", version: "'one'" },
          line: 2,
          column: 46,
          endLine: 2,
          endColumn: 51,
        },
      ],
    },
    {
      name: "information in the constants file",
      code: `
export const INTERNAL_MCP_SERVERS = {
  grill: {
    id: 7,
    serverInfo: { name: "grill", version: "1", description: "Grill.", icon: "ActionTimeIcon", authorization: null },
  },
};
`,
      filename: path.join(
        bakery,
        "front/lib/actions/mcp_internal_actions/constants.ts",
      ),
      settings,
      output: null,
      errors: [
        {
          messageId: "notSemver",
          data: { server: "'grill'", version: "'1'" },
          line: 5,
          column: 43,
          endLine: 5,
          endColumn: 46,
          suggestions: [
            {
              messageId: "useText",
              data: { text: "'1.0.0'" },
              output: `
export const INTERNAL_MCP_SERVERS = {
  grill: {
    id: 7,
    serverInfo: { name: "grill", version: "1.0.0", description: "Grill.", icon: "ActionTimeIcon", authorization: null },
  },
};
`,
            },
          ],
        },
      ],
    },
  ],
});
