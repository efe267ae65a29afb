import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

import { makeInternalMCPServer } from "@app/lib/actions/mcp_internal_actions/utils";

function createServer(): McpServer {
  // require-tool-stake: its config in constants.ts has no `tools_stakes`
  const server = makeInternalMCPServer("coin_toss");

  server.tool(
    "toss_coin",
    "Toss a coin to settle an argument between two people.",
    {
      heads: z.string().describe("Who wins if heads comes up."),
      tails: z.string().describe("Who wins if tails comes up."),
    },
    async ({ heads, tails }) => {
      const winner = Math.random() < 0.5 ? heads : tails;
      return { content: [{ type: "text", text: `${winner} wins.` }] };
    },
  );

  return server;
}

export default createServer;
