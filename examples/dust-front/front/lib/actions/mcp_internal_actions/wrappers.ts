import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";

import type {
  ToolDefinition,
  ToolHandlerResult,
} from "@app/lib/actions/mcp_internal_actions/tool_definition";
import type { AgentLoopContextType } from "@app/lib/actions/types";
import type { Authenticator } from "@app/lib/auth";

interface ToolLogging {
  toolNameForMonitoring: string;
  agentLoopContext?: AgentLoopContextType;
}

/** Runs a handler, logs a failure, and puts its Result into the protocol's form. */
export function withToolLogging<P, X>(
  auth: Authenticator,
  { toolNameForMonitoring, agentLoopContext }: ToolLogging,
  handler: (params: P, extra: X) => Promise<ToolHandlerResult>,
): (params: P, extra: X) => Promise<CallToolResult> {
  return async (params, extra) => {
    const result = await handler(params, extra);
    if (result.isOk()) {
      return { isError: false, content: result.value };
    }

    if (result.error.tracked) {
      console.error("Tool failed", {
        tool: toolNameForMonitoring,
        workspaceId: auth.workspaceId,
        conversationId: agentLoopContext?.conversationId,
        error: result.error,
      });
    }
    return {
      isError: true,
      content: [{ type: "text", text: result.error.message }],
    };
  };
}

/** Registers a tool; `monitoringName` is the server's name. */
export function registerTool(
  auth: Authenticator,
  agentLoopContext: AgentLoopContextType | undefined,
  server: McpServer,
  tool: ToolDefinition,
  { monitoringName }: { monitoringName: string },
): void {
  server.registerTool(
    tool.name,
    { description: tool.description, inputSchema: tool.schema },
    withToolLogging(
      auth,
      {
        toolNameForMonitoring: `${monitoringName}.${tool.name}`,
        agentLoopContext,
      },
      async (params, extra) =>
        tool.handler(params, { ...extra, auth, agentLoopContext }),
    ),
  );
}
