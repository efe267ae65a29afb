import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";

import type { ToolDefinition } from "@app/lib/actions/mcp_internal_actions/tool_definition";
import type { AgentLoopContextType } from "@app/lib/actions/types";
import type { Authenticator } from "@app/lib/auth";
import { normalizeError } from "@app/types/shared/utils/error_utils";

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
    async (params, extra) => {
      const result = await tool.handler(params, {
        ...extra,
        auth,
        agentLoopContext,
      });
      if ("content" in result) {
        return result;
      }
      if (result.isOk()) {
        return { isError: false, content: result.value };
      }
      const { message } = normalizeError(result.error);
      console.error("Tool failed", monitoringName, tool.name, message);
      return { isError: true, content: [{ type: "text", text: message }] };
    },
  );
}
