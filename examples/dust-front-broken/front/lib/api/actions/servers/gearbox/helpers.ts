import { MCPError } from "@app/lib/actions/mcp_errors";
import type {
  ToolHandlerExtra,
  ToolHandlerResult,
} from "@app/lib/actions/mcp_internal_actions/tool_definition";
import type { Bike } from "@app/lib/api/actions/servers/gearbox/client";
import { Err } from "@app/types/shared/result";

export async function withAuth({
  action,
  authInfo,
}: {
  action: (accessToken: string) => Promise<ToolHandlerResult>;
  authInfo: ToolHandlerExtra["authInfo"];
}): Promise<ToolHandlerResult> {
  if (!authInfo?.token) {
    return new Err(new MCPError("Connect a Gearbox account first."));
  }
  return action(authInfo.token);
}

export function renderBike({ frameNumber, model, owner }: Bike): string {
  return `- ${model} of ${owner} (${frameNumber})`;
}
