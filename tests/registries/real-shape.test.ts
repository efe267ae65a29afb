import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { ESLint, type Linter } from "eslint";
import { beforeAll, afterAll, expect, it } from "vitest";
import plugin from "../../src/index.ts";

// An app in the shape and size of the real one: 82 servers in five dialects,
// whose names, configs and cases are literals, constants and imported ones,
// with 23 servers outside the corpus, three in it twice and two that are gone.

const actions = "lib/actions/mcp_internal_actions";
const servers = "lib/api/actions/servers";
const constants = `${actions}/constants.ts`;
const dispatch = `${actions}/servers/index.ts`;
const corpus = `${servers}/bm25_tool_search_utils.test.ts`;

type Shape =
  /** Its name is a literal; its handlers go to a factory that all share. */
  | "shared"
  /** Its name is an exported constant. */
  | "constant"
  /** Its name is no identifier, its folder has another. */
  | "awkward"
  /** It has a factory of its own. */
  | "factory"
  /** Two of them stand in one folder. */
  | "pair"
  /** A single file in the folder of old, its config without metadata. */
  | "oldest";

const shapes: readonly Shape[] = [
  "shared",
  "constant",
  "awkward",
  "factory",
  "pair",
  "oldest",
];

interface Server {
  readonly name: string;
  readonly stem: string;
  readonly shape: Shape;
  readonly index: number;
}

const all: readonly Server[] = Array.from({ length: 82 }, (_, index) => {
  const shape = shapes[index % shapes.length] ?? "shared";
  const number = String(index).padStart(2, "0");
  return {
    index,
    shape,
    name: shape === "awkward" ? `trains_&_boats_${number}` : `line_${number}`,
    stem: `LINE_${number}`,
  };
});

/** 0 to 22 are left out of the corpus, the next three are in it twice. */
const listed = all.slice(23);

function metadataFile({ index, shape }: Server): string {
  const folder = `${servers}/line_${String(index)}_folder`;
  return shape === "pair"
    ? `${servers}/pairs_${String(Math.floor(index / 12))}/line_${String(index)}_metadata.ts`
    : `${folder}/metadata.ts`;
}

function imported(file: string): string {
  return `@app/${file.replace(/\.ts$/, "").replace(/\/index$/, "")}`;
}

function metadata({ name, shape, stem }: Server): string {
  const named = shape === "constant" || shape === "awkward";
  return `import { createToolsRecord } from "@app/${actions}/tool_definition";
import { z } from "zod";
${named ? `export const ${stem}_SERVER_NAME = "${name}" as const;\n` : ""}
const LIST_TOOL_NAME = "list_stops";
export const ${stem}_TOOLS_METADATA = createToolsRecord({
  [LIST_TOOL_NAME]: {
    description: "List stops of " + "a line.",
    schema: { line: z.string().describe("Line, as on the map.") },
    stake: "never_ask",
    displayLabels: { running: "Listing stops", done: "List stops" },
  },
});
export const ${stem}_SERVER = {
  tools: Object.values(${stem}_TOOLS_METADATA).map((t) => ({ name: t.name })),
  serverInfo: {
    version: "1.0.0",
    name: ${named ? `${stem}_SERVER_NAME` : `"${name}"`},
    description: "Lines.",
    authorization: null,
  },
} as const satisfies ServerMetadata;
`;
}

function key({ name, shape, stem }: Server): string {
  return shape === "constant" || shape === "awkward"
    ? `[${stem}_SERVER_NAME]`
    : name;
}

function nameIn({ index, name, shape, stem }: Server): string {
  // The array has literals where the object has constants, and the reverse.
  return shape === "constant" || (shape === "awkward" && index % 4 === 2)
    ? `${stem}_SERVER_NAME`
    : `"${name}"`;
}

function importsOf(server: Server): string {
  const { shape, stem } = server;
  if (shape === "oldest") {
    return "";
  }
  const names =
    shape === "constant" || shape === "awkward"
      ? `${stem}_SERVER, ${stem}_SERVER_NAME`
      : `${stem}_SERVER`;
  return `import { ${names} } from "${imported(metadataFile(server))}";\n`;
}

function constantsText(): string {
  const configs = all.map((server) => {
    const { index, shape, stem } = server;
    const held =
      shape === "oldest"
        ? `flag: null, tools_stakes: { list_stops: "never_ask" }`
        : index % 5 === 0
          ? `metadata: { ...${stem}_SERVER, serverInfo: { ...${stem}_SERVER.serverInfo, version: "2.0.0" } }`
          : `metadata: ${stem}_SERVER`;
    return `  ${key(server)}: { availability: "manual" as const, id: ${String(index + (index > 60 ? 1000 : 1))}, isRestricted: ({ plan }) => { return !plan; }, ${held} },`;
  });
  return `${all.map(importsOf).join("")}
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [
  // Names say what a server is for.
${all.map((server) => `  ${nameIn(server)},`).join("\n")}
] as const;
export const INTERNAL_MCP_SERVERS = ensureUniqueToolNames({
${configs.join("\n")}
} satisfies Record<string, Config>);
export const LEGACY_INTERNAL_MCP_SERVER_IDS: number[] = [900, 901, // two
  902];
`;
}

function dispatchText(): string {
  const cases = all.map((server) => {
    const { index, name, shape, stem } = server;
    const label = shape === "constant" ? `${stem}_SERVER_NAME` : `"${name}"`;
    switch (shape) {
      case "oldest":
      case "factory":
        return index % 4 === 1
          ? `    case ${label}:\n      if (context) { return line${String(index)}Server(auth, context); }\n      return line${String(index)}Server(auth);`
          : `    case ${label}:\n      return line${String(index)}Server(auth, context);`;
      default:
        return `    case ${label}:\n      return createServer(auth, { serverMetadata: ${stem}_SERVER, toolHandlers: ${stem}_TOOL_HANDLERS, toolContext: context });`;
    }
  });
  const factories = all
    .filter(({ shape }) => shape === "oldest" || shape === "factory")
    .map(
      (server) =>
        `import { default as line${String(server.index)}Server } from "${imported(factoryFile(server))}";\n`,
    );
  const handlers = all
    .filter(({ shape }) => shape !== "oldest" && shape !== "factory")
    .map(
      (server) =>
        `import { ${server.stem}_TOOL_HANDLERS } from "${imported(toolsFile(server))}";\n`,
    );
  return `${factories.join("")}${handlers.join("")}${all.map(importsOf).join("")}
export async function getInternalMCPServer(
  auth: Authenticator,
  { internalMCPServerName }: { internalMCPServerName: Name },
  context?: AgentLoopContextType,
): Promise<McpServer> {
  switch (internalMCPServerName) {
${cases.join("\n")}
    default:
      assertNever(internalMCPServerName);
  }
}
`;
}

function corpusText(): string {
  const entries = [...listed, ...listed.slice(0, 3)].map((server) => {
    const { index, name, shape, stem } = server;
    const label = shape === "constant" ? `${stem}_SERVER_NAME` : `"${name}"`;
    if (shape === "oldest") {
      return `  { name: ${label}, tools: [{ name: "list_stops", description: "List stops." }] },`;
    }
    return index % 7 === 0
      ? `  { name: ${label}, tools: ${stem}_SERVER.tools.filter((t) => t.name === "list_stops") },`
      : `  { name: ${label}, tools: ${stem}_SERVER.tools },`;
  });
  return `${all.map(importsOf).join("")}
const SERVER_SOURCES: ServerEntry[] = [
${entries.join("\n")}
  { name: "horse_coaches", tools: [] },
  { name: "airships", tools: AIRSHIPS_SERVER.tools },
];
export const SERVERS = SERVER_SOURCES.map((source) => ({ ...source }));
`;
}

function factoryFile({ index, shape }: Server): string {
  return shape === "oldest"
    ? `${actions}/servers/line_${String(index)}.ts`
    : `${servers}/line_${String(index)}_folder/index.ts`;
}

function toolsFile(server: Server): string {
  const folder = path.posix.dirname(metadataFile(server));
  return server.shape === "pair"
    ? `${folder}/tools/line_${String(server.index)}.ts`
    : `${folder}/tools/index.ts`;
}

function factory({ name, shape }: Server): string {
  return shape === "oldest"
    ? `const serverInfo: InternalMCPServerDefinitionType = { name: "${name}", version: "1.0.0" };
const createServer = (auth: Authenticator): McpServer => {
  const server = new McpServer(serverInfo);
  server.tool("list_stops", "List stops.", {}, async () => ok());
  return server;
};
export default createServer;
`
    : `function createServer(auth: Authenticator, context?: AgentLoopContextType): McpServer {
  const server = makeInternalMCPServer("${name}");
  for (const tool of TOOLS) {
    registerTool(auth, context, server, tool, { monitoringName: "${name}" });
  }
  return server;
}
export default createServer;
`;
}

let root = "";

function write(file: string, text: string): void {
  const target = path.join(root, file);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, text);
}

beforeAll(() => {
  root = fs.realpathSync(
    fs.mkdtempSync(path.join(os.tmpdir(), "mcp-runbook-shape-")),
  );
  for (const server of all) {
    if (server.shape !== "oldest") {
      write(metadataFile(server), metadata(server));
    }
    if (server.shape === "oldest" || server.shape === "factory") {
      write(factoryFile(server), factory(server));
    } else {
      write(
        toolsFile(server),
        `export const ${server.stem}_TOOL_HANDLERS = { list_stops: async () => ok() };\n`,
      );
    }
  }
  write(constants, constantsText());
  write(dispatch, dispatchText());
  write(corpus, corpusText());
  write(
    `${actions}/utils.ts`,
    "export const makeInternalMCPServer = (name: Name) => new McpServer(infoOf(name));\n",
  );
});

afterAll(() => {
  fs.rmSync(root, { recursive: true });
});

it("has not one false report, and each true one", async () => {
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: [
      ...plugin.configs.recommended,
      { settings: { "mcp-runbook": { root } } },
    ] as Linter.Config[],
    ruleFilter: ({ ruleId }) =>
      /\/(?:registered-in-|unique-|stable-)/.test(ruleId),
  });
  const results = await eslint.lintFiles(["."]);
  const found = results.flatMap(({ filePath, messages }) =>
    messages.map(
      ({ message, messageId }) =>
        `${path.relative(root, filePath).replaceAll("\\", "/")} ${messageId ?? message} ${/'([^']+)'/.exec(message)?.[1] ?? ""}`,
    ),
  );
  const missing = all.slice(0, 23);
  expect([...found].sort()).toEqual(
    [
      ...missing.map(({ name }) => `${corpus} missing ${name}`),
      ...missing.map(
        (server) =>
          `${server.shape === "oldest" ? factoryFile(server) : metadataFile(server)} unregistered ${server.name}`,
      ),
      ...listed.slice(0, 3).map(({ name }) => `${corpus} duplicate ${name}`),
      `${corpus} orphan horse_coaches`,
      `${corpus} orphan airships`,
    ].sort(),
  );
});
