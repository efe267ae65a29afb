import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";

import { MCPError } from "@app/lib/actions/mcp_errors";
import {
  makeInternalMCPServer,
  makeMCPToolJSONSuccess,
} from "@app/lib/actions/mcp_internal_actions/utils";

const HARBOURS = [
  { name: "Porthaven", highWater: "06:10", lowWater: "12:25" },
  { name: "Saltley", highWater: "07:40", lowWater: "13:50" },
];

function createServer(): McpServer {
  const server = makeInternalMCPServer("tide_tables");

  server.tool(
    "list_harbours",
    // bare-infinitive-description: starts with an article
    "The harbours for which times of high water are known.",
    async () => {
      const harbours = await loadHarbours();
      // no-raw-json-response: the imported helper dumps what it gets
      return makeMCPToolJSONSuccess(harbours);
    },
  );

  server.tool(
    "get_tides",
    // bare-infinitive-description: a clause comes before the verb
    "Given a harbour, return when the water is high and low today.",
    {
      // require-param-description: no description
      harbour: z.string(),
    },
    async ({ harbour }) => {
      const tides = HARBOURS.find(({ name }) => name === harbour);
      if (!tides) {
        // require-result-error: content with isError instead of an Err
        return {
          isError: true,
          content: [{ type: "text", text: "Unknown harbour" }],
        };
      }
      return text(`High ${tides.highWater}, low ${tides.lowWater}`);
    },
  );

  server.tool(
    // require-tool-stake: `tools_stakes` in constants.ts has no such key
    "warn_sailors",
    "Warn everyone who sails from a harbour of an unusual tide.",
    {
      harbour: z.string().describe("Harbour, as in `list_harbours`."),
      warning: z.string().max(160).describe("Text of the message."),
    },
    async ({ harbour, warning }) => {
      if (!HARBOURS.some(({ name }) => name === harbour)) {
        // require-result-error: throws instead of returning an Err
        throw new MCPError(`There is no harbour ${harbour}.`);
      }
      return text(`Warned the sailors of ${harbour}: ${warning}`);
    },
  );

  return server;
}

async function loadHarbours(): Promise<unknown> {
  const response = await fetch("https://tides.example/harbours");
  return response.json();
}

function text(text: string): CallToolResult {
  return { content: [{ type: "text", text }] };
}

export default createServer;
