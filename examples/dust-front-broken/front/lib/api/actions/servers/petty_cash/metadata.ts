import type { JSONSchema7 as JSONSchema } from "json-schema";
import { z } from "zod";
import { zodToJsonSchema } from "zod-to-json-schema";

import type { ServerMetadata } from "@app/lib/actions/mcp_internal_actions/tool_definition";
import { createToolsRecord } from "@app/lib/actions/mcp_internal_actions/tool_definition";

export const PETTY_CASH_TOOLS_METADATA = createToolsRecord({
  list_expenses: {
    // bare-infinitive-description: "A tool that"
    description: "A tool that lists what was paid from the cash box.",
    schema: {
      month: z.string().describe("Month as YYYY-MM; the current one if empty."),
    },
    stake: "never_ask",
    displayLabels: { running: "Listing expenses", done: "List expenses" },
  },
  // no-duplicate-tool: the key list_expenses a second time
  // @ts-expect-error -- TypeScript refuses a repeated key too.
  list_expenses: {
    // bare-infinitive-description: "Tool for"
    description: "Tool for listing expenses of a month, dearest first.",
    schema: {
      month: z.string().describe("Month as YYYY-MM; the current one if empty."),
      // require-param-description: no description
      limit: z.number().optional(),
    },
    stake: "never_ask",
    displayLabels: { running: "Listing expenses", done: "List expenses" },
  },
  record_expense: {
    // bare-infinitive-description: "Use this tool to"
    description: "Use this tool to record money that left the cash box.",
    schema: {
      cents: z.number().int().positive().describe("Amount in euro cents."),
      purpose: z.string().describe("What was bought, and for whom."),
    },
    // stake-matches-verb: writes without asking
    stake: "never_ask",
    displayLabels: { running: "Recording expense", done: "Record expense" },
  },
  export_expenses: {
    // bare-infinitive-description: an emoji and a label hide the verb
    description: "🧾 [BETA] Export the expenses of a month for the accountant.",
    schema: { month: z.string().describe("Month as YYYY-MM.") },
    stake: "never_ask",
    displayLabels: { running: "Exporting expenses", done: "Export expenses" },
  },
});

const ARCHIVED_TOOLS_METADATA = createToolsRecord({
  list_expenses: {
    description: "List what was paid from the cash box in former years.",
    schema: { year: z.number().int().describe("Calendar year, such as 2019.") },
    stake: "low",
    displayLabels: { running: "Listing expenses", done: "List expenses" },
  },
});

export const PETTY_CASH_SERVER = {
  // valid-server-info: `authorization` is neither a provider nor null
  serverInfo: {
    name: "petty_cash",
    version: "1.0.0",
    description: "Keep track of the cash box in the office.",
    icon: "ActionListCheckIcon",
    documentationUrl: null,
    instructions: null,
  },
  tools: Object.values(PETTY_CASH_TOOLS_METADATA).map((t) => ({
    name: t.name,
    description: t.description,
    inputSchema: zodToJsonSchema(z.object(t.schema)) as JSONSchema,
    displayLabels: t.displayLabels,
  })),
  // valid-server-info: the stakes come from other tools than `tools`
  tools_stakes: Object.fromEntries(
    Object.values(ARCHIVED_TOOLS_METADATA).map((t) => [t.name, t.stake]),
  ),
} as const satisfies ServerMetadata;
