import type { ToolHandlers } from "@app/lib/actions/mcp_internal_actions/tool_definition";
import type { KEY_CABINET_TOOLS_METADATA } from "@app/lib/api/actions/servers/key_cabinet/metadata";
import { Ok } from "@app/types/shared/result";

const holders = new Map<string, string>();

export const KEY_CABINET_TOOL_HANDLERS: ToolHandlers<
  typeof KEY_CABINET_TOOLS_METADATA
> = {
  find_key: async ({ door }) => {
    const holder = holders.get(door) ?? "nobody";
    return new Ok([
      { type: "text" as const, text: `Held by ${holder}: key of ${door}` },
    ]);
  },

  return_key: async ({ door }) => {
    holders.delete(door);
    return new Ok([
      { type: "text" as const, text: `The key of ${door} is back.` },
    ]);
  },
};
