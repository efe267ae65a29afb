// A repository with two servers and all registries, each in a few lines.

export const app = "/w/app";

export const places = {
  constants: "lib/actions/mcp_internal_actions/constants.ts",
  switch: "lib/actions/mcp_internal_actions/servers/index.ts",
  bm25Corpus: "lib/api/actions/servers/bm25_tool_search_utils.test.ts",
  idSnapshot:
    "lib/actions/mcp_internal_actions/internal_mcp_server_availability.snapshot.json",
} as const;

export type Place = keyof typeof places;

/** The registries that have to be there. */
export const required = ["constants", "switch", "bm25Corpus"] as const;

export function metadataPlace(name: string): string {
  return `lib/api/actions/servers/${name}/metadata.ts`;
}

export function metadata(name: string): string {
  const constant = name.toUpperCase();
  return `export const ${constant}_NAME = "${name}" as const;
export const ${constant}_SERVER = {
  serverInfo: { name: ${constant}_NAME, version: "1.0.0", description: "Ship parcels.", authorization: null },
  tools: [],
} as const satisfies ServerMetadata;
`;
}

/** Each registry with these servers in it. */
export const registry: Readonly<
  Record<Place, (names: readonly string[]) => string>
> = {
  constants: (names) => `${imports(names)}
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [
${names.map((name) => `  "${name}",\n`).join("")}] as const;
export const LEGACY_INTERNAL_MCP_SERVER_IDS: number[] = [];
export const INTERNAL_MCP_SERVERS = {
${names.map((name, index) => `  ${name}: { id: ${String(index + 1)}, metadata: ${name.toUpperCase()}_SERVER },\n`).join("")}};
`,
  switch: (names) => `${imports(names)}
export function getInternalMCPServer(name: string) {
  switch (name) {
${names.map((name) => `    case "${name}":\n      return makeServer(${name.toUpperCase()}_SERVER);\n`).join("")}    default:
      return assertNever(name);
  }
}
`,
  bm25Corpus: (names) => `${imports(names)}
const SERVERS: ServerEntry[] = [
${names.map((name) => `  { name: "${name}", tools: ${name.toUpperCase()}_SERVER.tools },\n`).join("")}];
`,
  idSnapshot: (names) =>
    JSON.stringify({
      auto: [],
      manual: names.map((name, index) => ({ name, id: index + 1 })),
    }),
};

function imports(names: readonly string[]): string {
  return names
    .map(
      (name) =>
        `import { ${name.toUpperCase()}_SERVER } from "@app/lib/api/actions/servers/${name}/metadata";\n`,
    )
    .join("");
}

/** All of its files, by their places relative to the app root. */
export function repository(
  names: readonly string[] = ["ferry", "parcel"],
): Record<string, string> {
  const files: Record<string, string> = {};
  for (const name of names) {
    files[metadataPlace(name)] = metadata(name);
  }
  for (const place of Object.keys(places) as Place[]) {
    files[places[place]] = registry[place](names);
  }
  return files;
}
