import type { ToolHandlers } from "@app/lib/actions/mcp_internal_actions/tool_definition";
import type { LOST_AND_FOUND_TOOLS_METADATA } from "@app/lib/api/actions/servers/lost_and_found/metadata";
import { Ok } from "@app/types/shared/result";

const found: { what: string; where: string }[] = [];

export const LOST_AND_FOUND_TOOL_HANDLERS: ToolHandlers<
  typeof LOST_AND_FOUND_TOOLS_METADATA
> = {
  search_items: async ({ words }) => {
    const matches = found.filter(({ what }) => what.includes(words));
    const lines = matches.map(({ what, where }) => `- ${what}, at ${where}`);
    return new Ok([
      {
        type: "text" as const,
        text: `${matches.length} things found\n${lines.join("\n")}`,
      },
    ]);
  },

  report_item: async ({ what, where }) => {
    found.push({ what, where });
    return new Ok([{ type: "text" as const, text: `${what} is at ${where}.` }]);
  },
};
