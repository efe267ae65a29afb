import type { ToolHandlers } from "@app/lib/actions/mcp_internal_actions/tool_definition";
import type { UNIT_CONVERTER_TOOLS_METADATA } from "@app/lib/api/actions/servers/unit_converter/metadata";
import { LENGTHS_IN_METERS } from "@app/lib/api/actions/servers/unit_converter/metadata";
import { Ok } from "@app/types/shared/result";

export const UNIT_CONVERTER_TOOL_HANDLERS: ToolHandlers<
  typeof UNIT_CONVERTER_TOOLS_METADATA
> = {
  convert_length: async ({ value, from, to }) => {
    const converted = (value * LENGTHS_IN_METERS[from]) / LENGTHS_IN_METERS[to];
    return new Ok([
      { type: "text" as const, text: `${value} ${from} = ${converted} ${to}` },
    ]);
  },

  convert_temperature: async ({ degrees, to }) => {
    const converted =
      to === "celsius" ? ((degrees - 32) * 5) / 9 : (degrees * 9) / 5 + 32;
    return new Ok([
      { type: "text" as const, text: `${converted.toFixed(1)} degrees ${to}` },
    ]);
  },
};
