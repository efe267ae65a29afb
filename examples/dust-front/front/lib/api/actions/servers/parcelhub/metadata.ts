import type { JSONSchema7 as JSONSchema } from "json-schema";
import { z } from "zod";
import { zodToJsonSchema } from "zod-to-json-schema";

import type { ServerMetadata } from "@app/lib/actions/mcp_internal_actions/tool_definition";
import { createToolsRecord } from "@app/lib/actions/mcp_internal_actions/tool_definition";

export const MAX_SHIPMENTS_PER_PAGE = 50;

export const SHIPMENT_STATUSES = [
  "awaiting_collection",
  "in_transit",
  "delivered",
  "returned",
  "cancelled",
] as const;

const trackingNumber = z
  .string()
  .regex(/^PH\d{10}$/, "A tracking number is PH and ten digits.")
  .describe("Tracking number of the shipment, such as PH0012345678.");

const AddressSchema = z.object({
  street: z.string().describe("Street with the house number."),
  postalCode: z.string().describe("Postal code as written in that country."),
  city: z.string().describe("City or town of the addressee."),
  country: z
    .string()
    .length(2)
    .describe("Two-letter ISO 3166 code of the country, such as FR."),
});

export const PARCELHUB_TOOLS_METADATA = createToolsRecord({
  list_shipments: {
    description:
      "List shipments (parcels, packages) from newest to oldest, with their " +
      "tracking numbers and delivery dates. " +
      `Returns at most ${MAX_SHIPMENTS_PER_PAGE} at a time.`,
    schema: {
      status: z
        .enum(SHIPMENT_STATUSES)
        .optional()
        .describe("Only shipments that are in this state."),
      pageToken: z
        .string()
        .optional()
        .describe("Where to continue, as given at the end of the last answer."),
    },
    stake: "never_ask",
    displayLabels: {
      running: "Listing shipments",
      done: "List shipments",
    },
  },
  track_shipment: {
    description:
      "Track where a parcel is now, when it should arrive, and every scan on its way.",
    schema: { trackingNumber },
    stake: "never_ask",
    displayLabels: {
      running: "Tracking shipment",
      done: "Track shipment",
    },
  },
  create_shipment: {
    description:
      "Create a shipment and buy its postage label. Requires the addressee and " +
      "the weight of each package; returns the tracking number and the price.",
    schema: {
      recipient: z.string().min(1).describe("Full name of the addressee."),
      address: AddressSchema.describe("Where the parcels are delivered."),
      packages: z
        .array(
          z.object({
            weightGrams: z
              .number()
              .int()
              .positive()
              .describe("Weight in grams, wrapping included."),
            contents: z
              .string()
              .describe("What is inside, in words that customs understand.")
              .optional(),
          }),
        )
        .min(1, "A shipment needs at least one package.")
        .describe("The packages that travel together, one entry for each."),
    },
    stake: "medium", // Postage costs money, but can be refunded until collection.
    displayLabels: {
      running: "Creating shipment",
      done: "Create shipment",
    },
  },
  cancel_shipment: {
    description:
      "Cancel a shipment that the carrier has not collected yet, and refund its postage.",
    schema: {
      trackingNumber,
      reason: z
        .enum(["wrong_address", "out_of_stock", "customer_request"])
        .describe("Why it is called off; shown on the refund receipt."),
    },
    stake: "high",
    displayLabels: {
      running: "Cancelling shipment",
      done: "Cancel shipment",
    },
  },
});

export const PARCELHUB_SERVER = {
  serverInfo: {
    name: "parcelhub",
    version: "1.0.0",
    description: "Send parcels and follow them to the door.",
    authorization: {
      provider: "parcelhub",
      supported_use_cases: ["personal_actions", "platform_actions"],
    },
    icon: "ParcelhubLogo",
    documentationUrl: "https://docs.example.com/servers/parcelhub",
    instructions:
      "Before calling `create_shipment`, repeat the address to the user.",
  },
  tools: Object.values(PARCELHUB_TOOLS_METADATA).map((t) => ({
    name: t.name,
    description: t.description,
    inputSchema: zodToJsonSchema(z.object(t.schema)) as JSONSchema,
    displayLabels: t.displayLabels,
  })),
  tools_stakes: Object.fromEntries(
    Object.values(PARCELHUB_TOOLS_METADATA).map((t) => [t.name, t.stake]),
  ),
} as const satisfies ServerMetadata;
