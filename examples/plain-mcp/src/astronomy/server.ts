import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";

import { DayLengthTool } from "./day-length-tool";
import { MoonPhaseTool } from "./moon-phase-tool";

const server = new McpServer({ name: "astronomy", version: "1.0.0" });

new DayLengthTool().registerOn(server);
new MoonPhaseTool().registerOn(server);

await server.connect(new StdioServerTransport());
