import { z } from "zod";

import type {
  InternalMCPToolType,
  ServerMetadata,
} from "@app/lib/actions/mcp_internal_actions/tool_definition";

const defaultStake: string = process.env.LOST_AND_FOUND_STAKE ?? "low";

export const LOST_AND_FOUND_TOOLS_METADATA = [
  {
    name: "search_items",
    // no-dynamic-tool-metadata: what a call returns is not known
    description: describeSearch({ places: ["lobby", "cafeteria"] }),
    schema: {
      words: z.string().describe("What it looks like, such as red umbrella."),
    },
    stake: "never_ask",
    displayLabels: { running: "Searching items", done: "Search items" },
  },
  {
    name: "report_item",
    description: "Report something that was found, and where it waits.",
    schema: {
      what: z.string().describe("What it is, so that the owner knows it."),
      where: z.string().describe("Desk or person who keeps it."),
    },
    // no-dynamic-tool-metadata: depends on the environment
    stake: defaultStake,
    displayLabels: { running: "Reporting item", done: "Report item" },
  },
] as const satisfies readonly InternalMCPToolType[];

// registered-in-bm25-corpus: SERVERS has no entry for it
export const LOST_AND_FOUND_SERVER = {
  serverInfo: {
    name: "lost_and_found",
    version: "1.0.0",
    description: "Bring lost things and their owners together.",
    authorization: null,
    icon: "ActionListCheckIcon",
    documentationUrl: null,
    instructions: null,
  },
  tools: LOST_AND_FOUND_TOOLS_METADATA,
} as const satisfies ServerMetadata;

function describeSearch({ places }: { places: string[] }): string {
  return `Search things that people lost in ${places.join(" or ")}.`;
}
