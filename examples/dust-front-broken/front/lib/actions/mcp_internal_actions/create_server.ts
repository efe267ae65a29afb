import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";

import type {
  InternalMCPServerDefinitionType,
  InternalMCPToolType,
} from "@app/lib/actions/mcp_internal_actions/tool_definition";
import { joinHandlers } from "@app/lib/actions/mcp_internal_actions/tool_definition";
import { registerTool } from "@app/lib/actions/mcp_internal_actions/wrappers";
import type { AgentLoopContextType } from "@app/lib/actions/types";
import type { Authenticator } from "@app/lib/auth";

/** The factory of every server whose tools are kept in an array. */
export function createServer(
  auth: Authenticator,
  {
    serverMetadata,
    toolHandlers,
    toolContext,
  }: {
    serverMetadata: {
      serverInfo: InternalMCPServerDefinitionType;
      tools: readonly InternalMCPToolType[];
    };
    toolHandlers: object;
    toolContext?: AgentLoopContextType;
  },
): McpServer {
  const { name, version } = serverMetadata.serverInfo;
  const server = new McpServer({ name, version });
  for (const tool of joinHandlers(serverMetadata.tools, toolHandlers)) {
    registerTool(auth, toolContext, server, tool, { monitoringName: name });
  }
  return server;
}
