import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";

import { makeInternalMCPServer } from "@app/lib/actions/mcp_internal_actions/utils";
import { registerTool } from "@app/lib/actions/mcp_internal_actions/wrappers";
import type { AgentLoopContextType } from "@app/lib/actions/types";
import { createPettyCashTools } from "@app/lib/api/actions/servers/petty_cash/tools";
import type { Authenticator } from "@app/lib/auth";

function createServer(
  auth: Authenticator,
  agentLoopContext?: AgentLoopContextType,
): McpServer {
  const server = makeInternalMCPServer("petty_cash");
  const [listExpenses] = createPettyCashTools(auth);

  // require-server-files: only the first tool is registered
  if (listExpenses) {
    registerTool(auth, agentLoopContext, server, listExpenses, {
      monitoringName: "petty_cash",
    });
  }

  return server;
}

export default createServer;
