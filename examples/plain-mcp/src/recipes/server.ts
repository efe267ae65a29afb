import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";

import { findRecipe } from "./find-recipe";
import { scaleRecipe } from "./scale-recipe";

const server = new McpServer({ name: "recipes", version: "1.0.0" });

for (const { name, description, inputSchema, run } of [
  findRecipe,
  scaleRecipe,
]) {
  server.registerTool(name, { description, inputSchema }, async (args) => ({
    content: [{ type: "text", text: run(args) }],
  }));
}

await server.connect(new StdioServerTransport());
