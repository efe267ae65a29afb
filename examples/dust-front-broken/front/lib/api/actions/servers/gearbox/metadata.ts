import type { JSONSchema7 as JSONSchema } from "json-schema";
import { z } from "zod";
import { zodToJsonSchema } from "zod-to-json-schema";

import type { ServerMetadata } from "@app/lib/actions/mcp_internal_actions/tool_definition";
import { createToolsRecord } from "@app/lib/actions/mcp_internal_actions/tool_definition";

const frameNumber = z.string().describe("Number stamped under the crank.");

export const GEARBOX_TOOLS_METADATA = createToolsRecord({
  list_bikes: {
    // bare-infinitive-description: third person, twice in one sentence
    description:
      "Lists bikes that wait in the workshop and filters them by owner.",
    schema: {
      // require-param-description: says no more than the field's name
      owner: z.string().optional().describe("Owner"),
      // require-param-description: no description
      cursor: z.string().optional(),
    },
    stake: "never_ask",
    displayLabels: {
      // require-display-labels: `running` is no gerund
      running: "List bikes",
      done: "List bikes",
    },
  },
  get_bike: {
    // bare-infinitive-description: "This tool" before a third person
    description: "This tool retrieves a bike by the number on its frame.",
    schema: { frameNumber },
    stake: "never_ask",
    displayLabels: {
      running: "Retrieving bike",
      // require-display-labels: `done` is in the third person
      done: "Retrieves bike",
    },
  },
  // require-display-labels: missing
  create_repair: {
    // bare-infinitive-description: a noun phrase
    // no-description-noise: starts with the brand
    description: "Gearbox repair order for a bike, with parts and labour.",
    schema: {
      frameNumber,
      // require-param-description: neither the object nor its fields say anything
      customer: z.object({
        name: z.string(),
        phone: z.string().optional(),
      }),
      jobs: z
        .array(
          z.object({
            // require-param-description: a field of an object in an array
            minutes: z.number(),
            // require-param-description: empty
            task: z.string().describe(""),
          }),
        )
        .describe("What the mechanic should do, in order."),
      payment: z
        .union([
          // require-param-description: fields of the members of a union
          z.object({ invoiceTo: z.string() }),
          z.object({ cashOnPickup: z.boolean() }),
        ])
        .describe("How the customer is going to pay."),
      // require-param-description: describes one photo, not the list of them
      photoUrls: z.string().url().describe("A photo of the damage.").array(),
    },
    stake: "low",
  },
  // require-tool-stake: missing
  update_repair: {
    // bare-infinitive-description: "Used to"
    // no-unknown-tool-reference: there is no `list_bike`, but `list_bikes`
    description:
      "Used to update the state of a repair order; find the bike with `list_bike`.",
    schema: {
      repairId: z.number().int().describe("Number printed on the order."),
      state: z
        .enum(["waiting", "in_progress", "done"])
        .describe("Where the repair stands now."),
    },
    displayLabels: { running: "Updating repair", done: "Update repair" },
  },
  search_parts: {
    // bare-infinitive-description: gerund
    // no-description-noise: the platform's own name as a place, at the end
    description: "Searching spare parts by name or maker in Gearbox.",
    schema: { query: z.string().describe("Part of a name, such as chain.") },
    // stake-matches-verb: searching changes nothing
    stake: "high",
    displayLabels: { running: "Searching parts", done: "Search parts" },
  },
  delete_bike: {
    // no-description-noise: the platform's own name as a place
    description: "Delete a bike from Gearbox along with its repair history.",
    schema: { frameNumber },
    // stake-matches-verb: deleting without asking
    stake: "never_ask",
    displayLabels: { running: "Deleting bike", done: "Delete bike" },
  },
  order_part: {
    // bare-infinitive-description: empty
    description: "",
    schema: { partNumber: z.string().describe("Number in the catalogue.") },
    // require-tool-stake: a typo
    stake: "meduim",
    displayLabels: { running: "Ordering part", done: "Order part" },
  },
});

export const GEARBOX_SERVER = {
  serverInfo: {
    name: "gearbox",
    // valid-server-info: not semver
    version: "v1",
    description: "Run the repair shop: bikes, repair orders and spare parts.",
    // valid-server-info: core/src/oauth/providers/mod.rs does not list gearbox.rs
    authorization: {
      provider: "gearbox",
      // valid-server-info: there is no such use case
      supported_use_cases: ["platform_action"],
    },
    icon: "GearboxLogo",
    // valid-server-info: no URL
    documentationUrl: "see the wiki",
    // no-unknown-tool-reference: there is no `serch_parts`, but `search_parts`
    instructions: "Call `serch_parts` before ordering anything.",
  },
  tools: Object.values(GEARBOX_TOOLS_METADATA).map((t) => ({
    name: t.name,
    description: t.description,
    inputSchema: zodToJsonSchema(z.object(t.schema)) as JSONSchema,
    displayLabels: t.displayLabels,
  })),
  tools_stakes: Object.fromEntries(
    Object.values(GEARBOX_TOOLS_METADATA).map((t) => [t.name, t.stake]),
  ),
} as const satisfies ServerMetadata;
