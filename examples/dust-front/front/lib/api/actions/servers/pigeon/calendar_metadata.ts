import type { JSONSchema7 as JSONSchema } from "json-schema";
import { z } from "zod";
import { zodToJsonSchema } from "zod-to-json-schema";

import { TIME_RANGE_FIELDS } from "@app/lib/actions/mcp_internal_actions/input_schemas";
import type { ServerMetadata } from "@app/lib/actions/mcp_internal_actions/tool_definition";
import { createToolsRecord } from "@app/lib/actions/mcp_internal_actions/tool_definition";

export const PIGEON_CALENDAR_TOOLS_METADATA = createToolsRecord({
  list_events: {
    description:
      "List appointments and meetings (agenda, schedule) within a span of time, earliest first.",
    schema: TIME_RANGE_FIELDS,
    stake: "never_ask",
    displayLabels: { running: "Listing events", done: "List events" },
  },
  create_event: {
    description:
      "Create an appointment and invite its attendees. Returns the event with its identifier.",
    schema: {
      title: z.string().describe("Short title that attendees see."),
      description: z
        .string()
        .optional()
        .describe("Agenda or notes that go out with the invitation."),
      ...TIME_RANGE_FIELDS,
      attendees: z
        .array(z.string().email())
        .default([])
        .describe("Email addresses of the people to invite; nobody if empty."),
    },
    stake: "medium",
    displayLabels: { running: "Creating event", done: "Create event" },
  },
  delete_event: {
    description:
      "Delete (remove, call off) an appointment and tell everyone who was invited.",
    schema: {
      eventId: z
        .string()
        .describe("Identifier in brackets, from `list_events`."),
    },
    stake: "high",
    displayLabels: { running: "Deleting event", done: "Delete event" },
  },
});

export const PIGEON_CALENDAR_SERVER = {
  serverInfo: {
    name: "pigeon_calendar",
    version: "1.1.0",
    description: "Look up, plan and call off appointments.",
    authorization: {
      provider: "pigeon",
      supported_use_cases: ["personal_actions", "platform_actions"],
    },
    icon: "PigeonLogo",
    documentationUrl: "https://docs.example.com/servers/pigeon-calendar",
    instructions: null,
  },
  tools: Object.values(PIGEON_CALENDAR_TOOLS_METADATA).map((t) => ({
    name: t.name,
    description: t.description,
    inputSchema: zodToJsonSchema(z.object(t.schema)) as JSONSchema,
    displayLabels: t.displayLabels,
  })),
  tools_stakes: Object.fromEntries(
    Object.values(PIGEON_CALENDAR_TOOLS_METADATA).map((t) => [t.name, t.stake]),
  ),
} as const satisfies ServerMetadata;
