import type { RequestHandlerExtra } from "@modelcontextprotocol/sdk/shared/protocol.js";
import type {
  CallToolResult,
  ServerNotification,
  ServerRequest,
} from "@modelcontextprotocol/sdk/types.js";
import type { JSONSchema7 as JSONSchema } from "json-schema";
import type { z, ZodRawShape } from "zod";

import type { InternalAllowedIconType } from "@app/components/resources/resources_icons";
import type { MCPToolStakeLevelType } from "@app/lib/actions/constants";
import type { MCPError } from "@app/lib/actions/mcp_errors";
import type { AgentLoopContextType } from "@app/lib/actions/types";
import type { Authenticator } from "@app/lib/auth";
import type { OAuthProvider, OAuthUseCase } from "@app/types/oauth";
import type { Result } from "@app/types/shared/result";

export interface ToolDisplayLabels {
  running: string;
  done: string;
}

export interface ToolMeta {
  name: string;
  description: string;
  schema: ZodRawShape;
  stake: MCPToolStakeLevelType;
  displayLabels: ToolDisplayLabels;
}

/** A tool in a server's list, when the list holds the Zod shapes themselves. */
export type InternalMCPToolType = ToolMeta;

export type ToolHandlerExtra = RequestHandlerExtra<
  ServerRequest,
  ServerNotification
> & {
  auth: Authenticator;
  agentLoopContext?: AgentLoopContextType;
};

export type ToolHandlerResult = Result<CallToolResult["content"], MCPError>;

type ToolHandler<TSchema extends ZodRawShape> = (
  params: z.infer<z.ZodObject<TSchema>>,
  extra: ToolHandlerExtra,
) => Promise<ToolHandlerResult>;

type ToolsRecord = Record<string, { schema: ZodRawShape }>;

/** Exactly one handler per tool, for tools kept in a record or in an array. */
export type ToolHandlers<T extends ToolsRecord | readonly ToolMeta[]> =
  T extends readonly ToolMeta[]
    ? { [Tool in T[number] as Tool["name"]]: ToolHandler<Tool["schema"]> }
    : T extends ToolsRecord
      ? { [Name in keyof T]: ToolHandler<T[Name]["schema"]> }
      : never;

/** A tool together with its handler, whose parameters are no longer typed. */
export interface ToolDefinition extends ToolMeta {
  handler(
    params: Record<string, unknown>,
    extra: ToolHandlerExtra,
  ): Promise<ToolHandlerResult>;
}

/** Gives every tool its key as its name. */
export function createToolsRecord<
  T extends Record<string, Omit<ToolMeta, "name">>,
>(tools: T): { [Name in keyof T]: T[Name] & { name: Name } } {
  const named = Object.entries(tools).map(([name, tool]) => [
    name,
    { ...tool, name },
  ]);
  return Object.fromEntries(named);
}

export function buildTools<T extends Record<string, ToolMeta>>(
  metadata: T,
  handlers: ToolHandlers<T>,
): ToolDefinition[] {
  return joinHandlers(Object.values(metadata), handlers);
}

/** `buildTools` for tools that are kept in an array. */
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
  authorization: {
    provider: OAuthProvider;
    supported_use_cases: readonly OAuthUseCase[];
  } | null;
  icon: InternalAllowedIconType;
  documentationUrl: string | null;
  instructions: string | null;
}

/** A tool in a server's list, when its shape has been turned into JSON schema. */
interface ConvertedToolType {
  name: string;
  description: string;
  inputSchema: JSONSchema;
  displayLabels: ToolDisplayLabels;
}

export interface ServerMetadata {
  serverInfo: InternalMCPServerDefinitionType;
  tools: readonly (InternalMCPToolType | ConvertedToolType)[];
  /** Only where `tools` are converted, which loses the stakes. */
  tools_stakes?: Record<string, MCPToolStakeLevelType>;
}
