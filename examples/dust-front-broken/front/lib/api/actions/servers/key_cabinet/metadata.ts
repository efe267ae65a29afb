import { z } from "zod";

import type {
  InternalMCPToolType,
  ServerMetadata,
} from "@app/lib/actions/mcp_internal_actions/tool_definition";

export const KEY_CABINET_TOOLS_METADATA = [
  {
    name: "find_key",
    description: "Find out who holds a key, and since when.",
    schema: { door: z.string().describe("Number on the door it opens.") },
    stake: "never_ask",
    displayLabels: { running: "Looking for key", done: "Find key" },
  },
  {
    name: "return_key",
    description: "Return a borrowed key, so that others can take it.",
    schema: { door: z.string().describe("Number on the door it opens.") },
    stake: "low",
    displayLabels: { running: "Returning key", done: "Return key" },
  },
] as const satisfies readonly InternalMCPToolType[];

// registered-in-constants: in the array of names, but without a config
export const KEY_CABINET_SERVER = {
  serverInfo: {
    name: "key_cabinet",
    version: "1.0.0",
    description: "Know where the keys of the building are.",
    authorization: null,
    icon: "ActionListCheckIcon",
    documentationUrl: null,
    instructions: null,
  },
  tools: KEY_CABINET_TOOLS_METADATA,
} as const satisfies ServerMetadata;
