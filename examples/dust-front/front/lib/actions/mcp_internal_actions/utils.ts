import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";

import type { InternalMCPServerNameType } from "@app/lib/actions/mcp_internal_actions/constants";
import { getInternalMCPServerInfo } from "@app/lib/actions/mcp_internal_actions/constants";

/** Creates the server that `INTERNAL_MCP_SERVERS` describes, without its tools. */
export function makeInternalMCPServer(
  serverName: InternalMCPServerNameType,
): McpServer {
  const { name, version, instructions } = getInternalMCPServerInfo(serverName);
  return new McpServer(
    { name, version },
    { instructions: instructions ?? undefined },
  );
}
