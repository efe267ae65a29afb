import { MCPError } from "@app/lib/actions/mcp_errors";
import type { ToolHandlers } from "@app/lib/actions/mcp_internal_actions/tool_definition";
import { buildTools } from "@app/lib/actions/mcp_internal_actions/tool_definition";
import {
  deleteBike,
  getBike,
  listBikes,
  searchParts,
} from "@app/lib/api/actions/servers/gearbox/client";
import {
  renderBike,
  withAuth,
} from "@app/lib/api/actions/servers/gearbox/helpers";
import { GEARBOX_TOOLS_METADATA } from "@app/lib/api/actions/servers/gearbox/metadata";
import { Err, Ok } from "@app/types/shared/result";
import { normalizeError } from "@app/types/shared/utils/error_utils";

// handlers-match-tools: Partial hides that create_repair and update_repair have no handler
const handlers: Partial<ToolHandlers<typeof GEARBOX_TOOLS_METADATA>> = {
  list_bikes: async ({ owner }, { authInfo }) =>
    withAuth({
      authInfo,
      action: async (accessToken) => {
        const page = await listBikes(accessToken, owner);
        if (page.isErr()) {
          // no-raw-error-message: the upstream message is the whole message
          return new Err(new MCPError(page.error.message));
        }
        const { bikes, rateLimitRemaining } = page.value;
        return new Ok([
          { type: "text" as const, text: bikes.map(renderBike).join("\n") },
          {
            type: "text" as const,
            // no-response-noise: the model has no use for the rate limit
            text: `Rate limit: ${rateLimitRemaining} requests left.`,
          },
          // no-raw-json-response: the page as it came, inside the callback of withAuth
          // no-duplicate-content: the first block already holds these bikes
          { type: "text" as const, text: JSON.stringify(page.value, null, 2) },
        ]);
      },
    }),

  get_bike: async ({ frameNumber }, { authInfo }) => {
    // require-auth-check: nobody may be signed in
    const bike = await getBike(authInfo!.token, frameNumber);
    if (bike.isErr()) {
      // require-result-error: throws instead of returning an Err
      throw bike.error;
    }
    return new Ok([
      // no-raw-json-response: a Result instead of its value
      { type: "text" as const, text: `Found bike: ${JSON.stringify(bike)}` },
    ]);
  },

  search_parts: async ({ query }, { authInfo }) => {
    const token = authInfo?.token ?? "";
    try {
      // require-auth-check: an empty token is no check
      const parts = await searchParts(token, query);
      // no-raw-json-response: the data as it came, by way of a variable
      // no-duplicate-content: a dump with no summary before it
      const text = JSON.stringify({ parts });
      return new Ok([{ type: "text" as const, text }]);
    } catch (e) {
      // no-raw-error-message: the caught error is the whole message
      return new Err(new MCPError(normalizeError(e).message));
    }
  },

  delete_bike: async ({ frameNumber }, { authInfo }) => {
    if (!authInfo?.token) {
      // require-result-error: a string is no MCPError
      return new Err("No access token provided");
    }
    const deleted = await deleteBike(frameNumber, authInfo.token);
    if (deleted.isErr()) {
      // require-result-error: a plain Error is no MCPError
      return new Err(new Error("Failed to delete the bike"));
    }
    return new Ok([{ type: "text" as const, text: `Deleted ${frameNumber}.` }]);
  },

  order_part: async ({ partNumber }, { authInfo }) =>
    withAuth({
      authInfo,
      action: async (accessToken) => {
        const [part] = await searchParts(accessToken, partNumber);
        if (!part) {
          // require-result-error: throws inside the callback of withAuth
          throw new Error(`There is no part ${partNumber}`);
        }
        return new Ok([
          { type: "text" as const, text: `Ordered ${part.name}.` },
        ]);
      },
    }),
};

export const TOOLS = buildTools(GEARBOX_TOOLS_METADATA, handlers);
