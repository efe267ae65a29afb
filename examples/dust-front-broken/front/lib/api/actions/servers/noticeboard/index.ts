import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";

import { makeInternalMCPServer } from "@app/lib/actions/mcp_internal_actions/utils";

// require-server-files: the factory is no default export, and registers no tool
export function createServer(): McpServer {
  return makeInternalMCPServer("noticeboard");
}
