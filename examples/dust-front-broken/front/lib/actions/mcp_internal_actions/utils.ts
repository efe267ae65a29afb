import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";

/** Creates the server that `INTERNAL_MCP_SERVERS` describes, without its tools. */
export function makeInternalMCPServer(serverName: string): McpServer {
  return new McpServer({ name: serverName, version: "1.0.0" });
}

export function makeMCPToolJSONSuccess(data: unknown): CallToolResult {
  return {
    isError: false,
    content: [{ type: "text", text: JSON.stringify(data, null, 2) }],
  };
}
