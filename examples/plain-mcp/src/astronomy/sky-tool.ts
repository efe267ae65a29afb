import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { z, ZodRawShape } from "zod";

interface SkyToolMetadata<Shape extends ZodRawShape> {
  name: string;
  description: string;
  inputSchema: z.ZodObject<Shape>;
}

/** A tool that knows how to register itself. */
export abstract class SkyTool<Shape extends ZodRawShape> {
  constructor(private readonly metadata: SkyToolMetadata<Shape>) {}

  protected abstract answer(args: z.infer<z.ZodObject<Shape>>): string;

  registerOn(server: McpServer): void {
    const { name, description, inputSchema } = this.metadata;
    server.registerTool(name, { description, inputSchema }, async (args) => ({
      content: [{ type: "text", text: this.answer(inputSchema.parse(args)) }],
    }));
  }
}
