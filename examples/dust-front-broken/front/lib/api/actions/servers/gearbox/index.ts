import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";

import { makeInternalMCPServer } from "@app/lib/actions/mcp_internal_actions/utils";
import { registerTool } from "@app/lib/actions/mcp_internal_actions/wrappers";
import type { AgentLoopContextType } from "@app/lib/actions/types";
import { TOOLS } from "@app/lib/api/actions/servers/gearbox/tools";
import type { Authenticator } from "@app/lib/auth";

function createServer(
  auth: Authenticator,
  agentLoopContext?: AgentLoopContextType,
): McpServer {
  // consistent-server-name: the server is called gearbox
  const server = makeInternalMCPServer("gear_box");

  for (const tool of TOOLS) {
    registerTool(auth, agentLoopContext, server, tool, {
      // consistent-server-name: the server is called gearbox
      monitoringName: "gearbox_api",
    });
  }

  return server;
}

export default createServer;
