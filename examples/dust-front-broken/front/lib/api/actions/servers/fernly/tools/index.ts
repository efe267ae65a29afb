import { MCPError } from "@app/lib/actions/mcp_errors";
import type { ToolHandlers } from "@app/lib/actions/mcp_internal_actions/tool_definition";
import type { FERNLY_TOOLS_METADATA } from "@app/lib/api/actions/servers/fernly/metadata";
import { Err, Ok } from "@app/types/shared/result";

export const FERNLY_TOOL_HANDLERS: ToolHandlers<typeof FERNLY_TOOLS_METADATA> =
  {
    list_plants: async (_params, { authInfo }) => {
      const response = await fetch("https://api.fernly.example/plants", {
        // require-auth-check: nobody may be signed in
        headers: { authorization: `Bearer ${authInfo?.token}` },
      });
      // no-raw-json-response: the answer as it came
      // no-duplicate-content: a dump with no summary before it
      const text = JSON.stringify(await response.json());
      return new Ok([{ type: "text" as const, text }]);
    },

    water_plant: async ({ plant }) =>
      new Ok([{ type: "text" as const, text: `Watered ${plant}.` }]),

    diagnose_plant: async ({ photoUrl }) => {
      try {
        await fetch(photoUrl);
      } catch {
        // no-raw-error-message: the cause is dropped
        return new Err(new MCPError("Failed to open the photo."));
      }
      return new Ok([{ type: "text" as const, text: "It needs more light." }]);
    },
  };
