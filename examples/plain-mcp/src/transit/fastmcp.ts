import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import type { z, ZodRawShape } from "zod";

interface FastTool<Shape extends ZodRawShape> {
  name: string;
  description: string;
  parameters: z.ZodObject<Shape>;
  execute(args: z.infer<z.ZodObject<Shape>>): Promise<string>;
}

/** Stands in for the package `fastmcp`, as far as this example needs it. */
export class FastMCP {
  private readonly server: McpServer;

  constructor({ name, version }: { name: string; version: string }) {
    this.server = new McpServer({ name, version });
  }

  addTool<Shape extends ZodRawShape>(tool: FastTool<Shape>): void {
    const { name, description, parameters } = tool;
    this.server.registerTool(
      name,
      { description, inputSchema: parameters },
      async (args) => ({
        content: [
          { type: "text", text: await tool.execute(parameters.parse(args)) },
        ],
      }),
    );
  }

  async start(): Promise<void> {
    await this.server.connect(new StdioServerTransport());
  }
}
