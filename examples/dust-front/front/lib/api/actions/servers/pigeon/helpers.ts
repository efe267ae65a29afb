import { MCPError } from "@app/lib/actions/mcp_errors";
import type {
  ToolHandlerExtra,
  ToolHandlerResult,
} from "@app/lib/actions/mcp_internal_actions/tool_definition";
import { Err } from "@app/types/shared/result";

export async function withAuth(
  { authInfo }: ToolHandlerExtra,
  action: (accessToken: string) => Promise<ToolHandlerResult>,
): Promise<ToolHandlerResult> {
  const accessToken = authInfo?.token;
  if (!accessToken) {
    return new Err(
      new MCPError("No mailbox is connected: ask the user to sign in.", {
        tracked: false,
      }),
    );
  }
  return action(accessToken);
}

/** Tells the model what failed, and why in the platform's words. */
export function failedTo(action: string, cause: Error): Err<MCPError> {
  return new Err(
    new MCPError(`Failed to ${action}: ${cause.message}`, { cause }),
  );
}
