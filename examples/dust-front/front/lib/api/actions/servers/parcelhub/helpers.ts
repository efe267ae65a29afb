import { MCPError } from "@app/lib/actions/mcp_errors";
import type {
  ToolHandlerExtra,
  ToolHandlerResult,
} from "@app/lib/actions/mcp_internal_actions/tool_definition";
import { ParcelhubClient } from "@app/lib/api/actions/servers/parcelhub/client";
import { Err } from "@app/types/shared/result";

/** Runs the action with a client for the account that the user has connected. */
export async function withAuth({
  action,
  authInfo,
}: {
  action: (client: ParcelhubClient) => Promise<ToolHandlerResult>;
  authInfo: ToolHandlerExtra["authInfo"];
}): Promise<ToolHandlerResult> {
  const token = authInfo?.token;
  if (!token) {
    return new Err(
      new MCPError("Connect a ParcelHub account first.", { tracked: false }),
    );
  }
  return action(new ParcelhubClient(token));
}
