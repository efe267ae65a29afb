import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";

import { createServer } from "@app/lib/actions/mcp_internal_actions/create_server";
import { default as coinTossServer } from "@app/lib/actions/mcp_internal_actions/servers/coin_toss/server";
import { default as tideTablesServer } from "@app/lib/actions/mcp_internal_actions/servers/tide_tables";
import type { AgentLoopContextType } from "@app/lib/actions/types";
import { default as gearboxServer } from "@app/lib/api/actions/servers/gearbox";
import { KEY_CABINET_SERVER } from "@app/lib/api/actions/servers/key_cabinet/metadata";
import { KEY_CABINET_TOOL_HANDLERS } from "@app/lib/api/actions/servers/key_cabinet/tools";
import { LOST_AND_FOUND_SERVER } from "@app/lib/api/actions/servers/lost_and_found/metadata";
import { LOST_AND_FOUND_TOOL_HANDLERS } from "@app/lib/api/actions/servers/lost_and_found/tools";
import { default as pettyCashServer } from "@app/lib/api/actions/servers/petty_cash";
import { READING_LIST_SERVER } from "@app/lib/api/actions/servers/reading_list/metadata";
import { READING_LIST_TOOL_HANDLERS } from "@app/lib/api/actions/servers/reading_list/tools";
import type { Authenticator } from "@app/lib/auth";

export async function getInternalMCPServer(
  auth: Authenticator,
  { internalMCPServerName }: { internalMCPServerName: string },
  agentLoopContext?: AgentLoopContextType,
): Promise<McpServer> {
  // registered-in-switch: fernly and noticeboard are missing
  switch (internalMCPServerName) {
    case "coin_toss":
      return coinTossServer();
    case "gearbox":
      return gearboxServer(auth, agentLoopContext);
    case "key_cabinet":
      return createServer(auth, {
        serverMetadata: KEY_CABINET_SERVER,
        toolHandlers: KEY_CABINET_TOOL_HANDLERS,
        toolContext: agentLoopContext,
      });
    case "lost_and_found":
      return createServer(auth, {
        serverMetadata: LOST_AND_FOUND_SERVER,
        toolHandlers: LOST_AND_FOUND_TOOL_HANDLERS,
        toolContext: agentLoopContext,
      });
    // registered-in-switch: no server of this name is defined any more
    case "old_fax":
      throw new Error("The fax machine was given away.");
    case "petty_cash":
      return pettyCashServer(auth, agentLoopContext);
    case "reading_list":
      return createServer(auth, {
        serverMetadata: READING_LIST_SERVER,
        toolHandlers: READING_LIST_TOOL_HANDLERS,
        toolContext: agentLoopContext,
      });
    case "tide_tables":
      return tideTablesServer();
    // registered-in-switch: coin_toss a second time
    case "coin_toss":
      return coinTossServer();
    default:
      throw new Error(`Unknown server: ${internalMCPServerName}`);
  }
}
