import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";

import { makeInternalMCPServer } from "@app/lib/actions/mcp_internal_actions/utils";
import { registerTool } from "@app/lib/actions/mcp_internal_actions/wrappers";
import type { AgentLoopContextType } from "@app/lib/actions/types";
import { createTeamGlossaryTools } from "@app/lib/api/actions/servers/team_glossary/tools";
import type { Authenticator } from "@app/lib/auth";

function createServer(
  auth: Authenticator,
  agentLoopContext?: AgentLoopContextType,
): McpServer {
  const server = makeInternalMCPServer("team_glossary");

  for (const tool of createTeamGlossaryTools(auth, agentLoopContext)) {
    registerTool(auth, agentLoopContext, server, tool, {
      monitoringName: "team_glossary",
    });
  }

  return server;
}

export default createServer;
