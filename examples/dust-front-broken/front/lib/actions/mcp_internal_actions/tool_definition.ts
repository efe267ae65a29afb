import type { RequestHandlerExtra } from "@modelcontextprotocol/sdk/shared/protocol.js";
import type {
  CallToolResult,
  ServerNotification,
  ServerRequest,
} from "@modelcontextprotocol/sdk/types.js";
import type { JSONSchema7 as JSONSchema } from "json-schema";
import type { z, ZodRawShape } from "zod";

import type { AgentLoopContextType } from "@app/lib/actions/types";
import type { Authenticator } from "@app/lib/auth";
import type { Result } from "@app/types/shared/result";

// Lax on purpose: the types of dust-front would refuse a part of the mistakes that
// this example is made of, and then nobody could see the rules find them.

export interface ToolMeta {
  name: string;
  description: string;
  schema: ZodRawShape;
  stake?: string;
  displayLabels?: { running: string; done: string };
}

export type InternalMCPToolType = ToolMeta;

export type ToolHandlerExtra = RequestHandlerExtra<
  ServerRequest,
  ServerNotification
> & {
  auth: Authenticator;
  agentLoopContext?: AgentLoopContextType;
};

export type ToolHandlerResult = Result<CallToolResult["content"], unknown>;

type ToolHandler<TSchema extends ZodRawShape> = (
  params: z.infer<z.ZodObject<TSchema>>,
  extra: ToolHandlerExtra,
) => Promise<ToolHandlerResult>;

type ToolsRecord = Record<string, { schema: ZodRawShape }>;

export type ToolHandlers<T extends ToolsRecord | readonly ToolMeta[]> =
  T extends readonly ToolMeta[]
    ? { [Tool in T[number] as Tool["name"]]: ToolHandler<Tool["schema"]> }
    : T extends ToolsRecord
      ? { [Name in keyof T]: ToolHandler<T[Name]["schema"]> }
      : never;

export interface ToolDefinition extends ToolMeta {
  handler(
    params: Record<string, unknown>,
    extra: ToolHandlerExtra,
  ): Promise<ToolHandlerResult | CallToolResult>;
}

type OptionalMeta = Pick<ToolMeta, "stake" | "displayLabels">;

export function createToolsRecord<
  T extends Record<string, Omit<ToolMeta, "name">>,
>(tools: T): { [Name in keyof T]: T[Name] & OptionalMeta & { name: Name } } {
  const named = Object.entries(tools).map(([name, tool]) => [
    name,
    { ...tool, name },
  ]);
  return Object.fromEntries(named);
}

export function buildTools(
  metadata: Record<string, ToolMeta>,
  handlers: object,
): ToolDefinition[] {
  return joinHandlers(Object.values(metadata), handlers);
}

export function joinHandlers(
  tools: readonly ToolMeta[],
  handlers: object,
): ToolDefinition[] {
  const byName = new Map(Object.entries(handlers));
  return tools.map((tool) => ({ ...tool, handler: byName.get(tool.name) }));
}

export interface InternalMCPServerDefinitionType {
  name: string;
  version: string;
  description: string;
  authorization?: {
    provider: string;
    supported_use_cases: readonly string[];
  } | null;
  icon: string;
  documentationUrl: string | null;
  instructions?: string | null;
}

export interface ServerMetadata {
  serverInfo: InternalMCPServerDefinitionType;
  tools: readonly {
    name: string;
    description: string;
    schema?: ZodRawShape;
    inputSchema?: JSONSchema;
    displayLabels?: { running: string; done: string };
  }[];
  tools_stakes?: Record<string, string | undefined>;
}
