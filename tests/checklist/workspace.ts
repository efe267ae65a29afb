import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ESLint, type Linter } from "eslint";
import { onTestFinished } from "vitest";
import { checklistOf } from "../../src/checklist/terminal.ts";
import type {
  ChecklistReport,
  LineReport,
} from "../../src/checklist/terminal.ts";
import plugin from "../../src/index.ts";

const actions = "lib/actions/mcp_internal_actions";
const servers = "lib/api/actions/servers";

export const constantsFile = `${actions}/constants.ts`;
export const switchFile = `${actions}/servers/index.ts`;
export const corpusFile = `${servers}/bm25_tool_search_utils.test.ts`;
export const metadataFile = `${servers}/kettle/metadata.ts`;
export const handlersFile = `${servers}/kettle/tools/index.ts`;

/** An app with one server that is registered everywhere. */
export const kettleApp: Readonly<Record<string, string>> = {
  "tsconfig.json": `{ "compilerOptions": { "paths": { "@app/*": ["./*"] } } }`,
  [constantsFile]: `import { KETTLE_SERVER } from "@app/${servers}/kettle/metadata";

export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = ["kettle"] as const;

export const INTERNAL_MCP_SERVERS = {
  kettle: {
    id: 7,
    availability: "manual",
    metadata: KETTLE_SERVER,
  },
};

export const LEGACY_INTERNAL_MCP_SERVER_IDS: number[] = [3];
`,
  [switchFile]: `import { KETTLE_SERVER } from "@app/${servers}/kettle/metadata";
import { KETTLE_HANDLERS } from "@app/${servers}/kettle/tools";

export function getInternalMCPServer(name: string) {
  switch (name) {
    case "kettle":
      return createServer(KETTLE_SERVER, KETTLE_HANDLERS);
  }
}
`,
  [corpusFile]: `import { KETTLE_SERVER } from "@app/${servers}/kettle/metadata";

export const SERVERS = [{ name: "kettle", tools: KETTLE_SERVER.tools }];
`,
  [metadataFile]: `import { createToolsRecord } from "@app/${actions}/tool_definition";
import { z } from "zod";

export const KETTLE_TOOLS = createToolsRecord({
  get_temperature: {
    description: "Get the temperature of the water.",
    schema: { unit: z.string().describe("Celsius or Fahrenheit.") },
    stake: "low",
    displayLabels: { running: "Getting temperature", done: "Get temperature" },
  },
});

export const KETTLE_SERVER = {
  serverInfo: {
    name: "kettle",
    version: "1.0.0",
    description: "Boil water.",
    authorization: null,
    icon: "ActionFireIcon",
    documentationUrl: null,
    instructions: null,
  },
  tools: Object.values(KETTLE_TOOLS),
} as const;
`,
  [handlersFile]: `import type { ToolHandlers } from "@app/${actions}/tool_definition";
import type { KETTLE_TOOLS } from "@app/${servers}/kettle/metadata";

export const KETTLE_HANDLERS: ToolHandlers<typeof KETTLE_TOOLS> = {
  get_temperature: async ({ unit }) => thermometer(unit),
};
`,
};

/** Writes files into a new folder, which goes when the test is over. */
export function workspace(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(
    mkdtempSync(path.join(tmpdir(), "mcp-runbook-checklist-")),
  );
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

export function eslintIn(
  cwd: string,
  config: readonly Linter.Config[] = [],
  preset: "recommended" | "strict" = "recommended",
): ESLint {
  return new ESLint({
    cwd,
    overrideConfigFile: true,
    overrideConfig: [
      ...plugin.configs[preset],
      { settings: { "mcp-runbook": { root: cwd } } },
      ...config,
    ],
  });
}

/** Lints files of a folder, and gives the checklist. */
export async function checklist(
  cwd: string,
  {
    config = [],
    files = ["."],
  }: {
    readonly config?: readonly Linter.Config[];
    readonly files?: string[];
  } = {},
): Promise<ChecklistReport> {
  const eslint = eslintIn(cwd, config);
  return checklistOf(await eslint.lintFiles(files), {
    cwd,
    configOf: (file) => eslint.calculateConfigForFile(file),
  });
}

/** A line of a server: "holds", or "unknown: the switch can't be read". */
export function line(
  { servers: reports }: ChecklistReport,
  id: string,
  server = "kettle",
): string {
  const found = lineReport(reports, id, server);
  return found.reason === undefined
    ? found.status
    : `${found.status}: ${found.reason}`;
}

export function places(
  { servers: reports }: ChecklistReport,
  id: string,
  server = "kettle",
): string[] {
  return lineReport(reports, id, server).findings.map(
    (finding) =>
      `${finding.file}:${String(finding.line)}:${String(finding.column)} ${finding.rule}`,
  );
}

function lineReport(
  reports: ChecklistReport["servers"],
  id: string,
  server: string,
): LineReport {
  const found = reports
    .find(({ name }) => name === server)
    ?.lines.find((one) => one.id === id);
  if (!found) {
    throw new Error(`${server} has no line ${id}`);
  }
  return found;
}
