// Writes a repository of servers in the proportions of a real one: constants of
// about 600 bytes a server, server objects of 7 kB, handlers of 9 kB, a client or
// helpers beside every second, all servers in the switch and in the corpus, five
// queries a server.
import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const actions = "lib/actions/mcp_internal_actions";
const servers = "lib/api/actions/servers";

/** Where the registries stand. */
export const places = {
  constants: `${actions}/constants.ts`,
  switch: `${actions}/servers/index.ts`,
  bm25Corpus: `${servers}/bm25_tool_search_utils.test.ts`,
  idSnapshot: `${actions}/internal_mcp_server_availability.snapshot.json`,
};

const verbs = ["list", "get", "create", "update", "delete", "search", "send"];
const nouns = ["parcels", "rooms", "pigeons", "shelves", "ferries", "orders"];

/** @param {number} index */
export function serverName(index) {
  return `depot_${String(index).padStart(5, "0")}`;
}

/** @param {number} index */
export function metadataFile(index) {
  return `${servers}/${serverName(index)}/metadata.ts`;
}

/** @param {number} index */
function stem(index) {
  return serverName(index).toUpperCase();
}

/** @param {string} verb @param {string} noun */
function tool(verb, noun) {
  return `  ${verb}_${noun}: {
    description:
      "${verb[0]?.toUpperCase() ?? ""}${verb.slice(1)} ${noun} of the depot by code, region or day of arrival, " +
      "with the carrier that brought them and the clerk who signed.",
    schema: {
      code: z.string().describe("Code on the label of the ${noun}, eight letters."),
      region: z
        .enum(["north", "south", "east", "west"])
        .optional()
        .describe("Part of the country; all of them by default."),
      days: z.array(z.string().describe("A day as YYYY-MM-DD.")).describe("Days of arrival."),
      window: z
        .object({
          from: z.string().describe("First hour that counts."),
          to: z.string().describe("Last hour that counts."),
        })
        .optional()
        .describe("Hours of the day in which the ${noun} were handed over."),
    },
    stake: "${/^(?:list|get|search)/.test(verb) ? "never_ask" : "high"}",
    displayLabels: { running: "Working on ${noun}", done: "Work on ${noun}" },
  },
`;
}

/** @param {number} index */
export function metadata(index) {
  const tools = verbs
    .map((verb, at) => tool(verb, nouns[(at + index) % nouns.length] ?? ""))
    .join("");
  const name = stem(index);
  return `import { createToolsRecord, type ServerMetadata } from "@app/${actions}/tool_definition";
import { z } from "zod";
import { zodToJsonSchema } from "zod-to-json-schema";

export const ${name}_SERVER_NAME = "${serverName(index)}" as const;

export const ${name}_TOOLS_METADATA = createToolsRecord({
${tools}});

export const ${name}_SERVER = {
  serverInfo: {
    name: ${index % 4 === 0 ? `${name}_SERVER_NAME` : `"${serverName(index)}"`},
    version: "1.0.0",
    description: "Keeps the books of depot ${String(index)}.",
    authorization: null,
    icon: "ActionTableIcon",
    documentationUrl: null,
  },
  tools: Object.values(${name}_TOOLS_METADATA).map((t) => ({
    name: t.name,
    description: t.description,
    inputSchema: zodToJsonSchema(z.object(t.schema)),
  })),
  tools_stakes: Object.fromEntries(
    Object.values(${name}_TOOLS_METADATA).map((t) => [t.name, t.stake]),
  ),
} as const satisfies ServerMetadata;
`;
}

/** @param {number} index */
function handlers(index) {
  const name = stem(index);
  const bodies = verbs
    .map((verb, at) => {
      const noun = nouns[(at + index) % nouns.length] ?? "";
      return `  ${verb}_${noun}: async ({ code, region, days, window }, { authInfo }) => {
    const token = authInfo?.token;
    if (!token) {
      return new Err(new MCPError("Nobody is signed in to the depot."));
    }
    const client = new DepotClient(token);
    const answer = await client.${verb}({
      code,
      region: region ?? "all",
      days: days.filter((day) => /^\\d{4}-\\d{2}-\\d{2}$/.test(day)),
      from: window?.from,
      to: window?.to,
    });
    if (answer.isErr()) {
      return new Err(new MCPError(\`Failed to ${verb} ${noun}: \${answer.error.message}\`));
    }
    const lines: string[] = [];
    for (const item of answer.value) {
      lines.push(\`- \${item.code}: \${item.carrier}, signed by \${item.clerk}\`);
      if (item.remarks.length > 0) {
        lines.push(\`  \${item.remarks.join("; ")}\`);
      }
    }
    return new Ok([{ type: "text" as const, text: lines.join("\\n") }]);
  },
`;
    })
    .join("");
  return `import { MCPError } from "@app/lib/actions/mcp_errors";
import { buildTools, type ToolHandlers } from "@app/${actions}/tool_definition";
import { DepotClient } from "@app/lib/depot/client";
import { ${name}_TOOLS_METADATA } from "@app/${servers}/${serverName(index)}/metadata";
import { Err, Ok } from "@app/types/shared/result";

const handlers: ToolHandlers<typeof ${name}_TOOLS_METADATA> = {
${bodies}};

export const TOOLS = buildTools(${name}_TOOLS_METADATA, handlers);
`;
}

/** @param {number} index */
function factory(index) {
  const name = stem(index);
  return `import { makeInternalMCPServer } from "@app/${actions}/utils";
import { ${name}_SERVER_NAME } from "@app/${servers}/${serverName(index)}/metadata";
import { TOOLS } from "@app/${servers}/${serverName(index)}/tools";

function createServer(auth: Authenticator, toolContext?: ToolContext): McpServer {
  const server = makeInternalMCPServer(${name}_SERVER_NAME);
  for (const tool of TOOLS) {
    registerTool(auth, toolContext, server, tool, { monitoringName: ${name}_SERVER_NAME });
  }
  return server;
}

export default createServer;
`;
}

/** @param {number} index */
function client(index) {
  return Array.from(
    { length: 12 },
    (_, at) => `
export async function fetchPage${String(at)}(token: string, page: number): Promise<Result<Page, Error>> {
  const response = await fetch(\`https://depot${String(index)}.example/v${String(at)}?page=\${page}\`, {
    headers: { Authorization: \`Bearer \${token}\` },
  });
  if (!response.ok) {
    return new Err(new Error(\`The depot answered \${response.status}.\`));
  }
  const parsed = PageSchema.safeParse(await response.json());
  return parsed.success ? new Ok(parsed.data) : new Err(parsed.error);
}
`,
  ).join("");
}

/** What most configs hold besides. */
const longFields = `
    allowMultipleInstances: false,
    isRestricted: ({ featureFlags }) => {
      return !featureFlags.includes("depots");
    },
    isPreview: false,
    tools_arguments_requiring_approval: undefined,
    tools_retry_policies: { default: "retry_on_interrupt" },
    timeoutMs: undefined,`;

/** @param {readonly number[]} all @param {boolean} isShort */
export function constants(all, isShort) {
  const isConstant = (/** @type {number} */ index) => index % 5 === 0;
  const imports = all.map((index) => {
    const names = isConstant(index)
      ? `${stem(index)}_SERVER, ${stem(index)}_SERVER_NAME`
      : `${stem(index)}_SERVER`;
    return `import { ${names} } from "@app/${servers}/${serverName(index)}/metadata";`;
  });
  const names = all.map((index) =>
    isConstant(index)
      ? `  ${stem(index)}_SERVER_NAME,`
      : `  "${serverName(index)}",`,
  );
  const configs = all.map(
    (
      index,
    ) => `  ${isConstant(index) ? `[${stem(index)}_SERVER_NAME]` : serverName(index)}: {
    id: ${String(index + 1)},
    availability: "manual",${isShort ? "" : longFields}
    metadata: ${stem(index)}_SERVER,
  },`,
  );
  return `${imports.join("\n")}

export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [
${names.join("\n")}
] as const;

export const LEGACY_INTERNAL_MCP_SERVER_IDS: number[] = [900004, 900028];

export const INTERNAL_MCP_SERVERS = ensureUniqueToolNames({
${configs.join("\n")}
} satisfies Record<string, InternalMCPServerConfig>);
`;
}

/** @param {readonly number[]} all */
function dispatch(all) {
  const imports = all.map(
    (index) =>
      `import { default as depot${String(index)}Server } from "@app/${servers}/${serverName(index)}";`,
  );
  const cases = all.map(
    (index) =>
      `    case "${serverName(index)}":\n      return depot${String(index)}Server(auth, toolContext);`,
  );
  return `${imports.join("\n")}

export async function getInternalMCPServer(auth: Authenticator, { internalMCPServerName }: Wanted, toolContext?: ToolContext) {
  switch (internalMCPServerName) {
${cases.join("\n")}
    default:
      assertNever(internalMCPServerName);
  }
}
`;
}

/** @param {readonly number[]} all @param {boolean} isShort */
function corpus(all, isShort) {
  const imports = all.map(
    (index) =>
      `import { ${stem(index)}_SERVER } from "@app/${servers}/${serverName(index)}/metadata";`,
  );
  const entries = all.map(
    (index) =>
      `  { name: "${serverName(index)}", tools: ${stem(index)}_SERVER.tools },`,
  );
  const queries = all.flatMap((index) =>
    verbs.slice(0, isShort ? 2 : 5).map((verb, at) => {
      const noun = nouns[(at + index) % nouns.length] ?? "";
      return `  { query: "${verb} the ${noun} of depot ${String(index)}", expected: "${serverName(index)}.${verb}_${noun}", maxRank: 3 },`;
    }),
  );
  return `${imports.join("\n")}

const SERVERS: ServerEntry[] = [
${entries.join("\n")}
];

export const QUERIES: LabeledQuery[] = [
${queries.join("\n")}
];
`;
}

/**
 * Writes a workspace.
 *
 * @param {number} count servers that are defined and registered
 * @param {boolean} isShort whether configs and queries are as short as may be:
 *   with 10,000 servers the registries would be too large to be read at all
 * @returns {{ root: string; files: readonly string[] }} the folder, and the
 *   files in it, absolute
 */
export function writeWorkspace(count, isShort = false) {
  const root = mkdtempSync(path.join(tmpdir(), "mcp-runbook-bench-"));
  const all = Array.from({ length: count }, (_, index) => index);
  /** @type {string[]} */
  const files = [];
  // Nobody wrote these files just now: they are as old as in a repository.
  const anHourAgo = Date.now() / 1000 - 3600;
  const folders = new Set([root]);
  /** @param {string} name @param {string} text */
  const write = (name, text) => {
    const file = path.join(root, name);
    if (!folders.has(path.dirname(file))) {
      mkdirSync(path.dirname(file), { recursive: true });
      folders.add(path.dirname(file));
    }
    writeFileSync(file, text);
    utimesSync(file, anHourAgo, anHourAgo);
    files.push(file);
  };
  write("package.json", "{}");
  write(
    "tsconfig.json",
    '{ "compilerOptions": { "paths": { "@app/*": ["./*"] } } }',
  );
  for (const index of all) {
    const folder = `${servers}/${serverName(index)}`;
    write(metadataFile(index), metadata(index));
    write(`${folder}/tools/index.ts`, handlers(index));
    write(`${folder}/index.ts`, factory(index));
    if (index % 2 === 0) {
      write(
        `${folder}/${index % 4 === 0 ? "client" : "helpers"}.ts`,
        client(index),
      );
    }
  }
  write(places.constants, constants(all, isShort));
  write(places.switch, dispatch(all));
  write(places.bm25Corpus, corpus(all, isShort));
  write(
    places.idSnapshot,
    JSON.stringify(
      {
        auto: [],
        manual: all.map((index) => ({
          name: serverName(index),
          id: index + 1,
        })),
      },
      undefined,
      2,
    ),
  );
  for (const folder of folders) {
    utimesSync(folder, anHourAgo, anHourAgo);
  }
  return { root, files };
}
