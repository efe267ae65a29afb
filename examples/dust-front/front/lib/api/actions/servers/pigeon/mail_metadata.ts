import type { JSONSchema7 as JSONSchema } from "json-schema";
import { z } from "zod";
import { zodToJsonSchema } from "zod-to-json-schema";

import type { ServerMetadata } from "@app/lib/actions/mcp_internal_actions/tool_definition";
import { createToolsRecord } from "@app/lib/actions/mcp_internal_actions/tool_definition";

const OutgoingMessageSchema = z.object({
  to: z
    .array(z.string().email())
    .min(1)
    .describe("Addresses of everyone who receives it."),
  subject: z.string().describe("Subject line, without Re: or Fwd:."),
  body: z.string().describe("What to say, as plain text with line breaks."),
});

export const PIGEON_MAIL_TOOLS_METADATA = createToolsRecord({
  search_messages: {
    description:
      "Search the mailbox to find emails by sender, subject or words in the text.",
    schema: {
      query: z.string().describe("Words to look for, or `from:` an address."),
    },
    stake: "never_ask",
    displayLabels: { running: "Searching emails", done: "Search emails" },
  },
  get_message: {
    description:
      "Open one email to read it in full, with its sender, date and text.",
    schema: {
      messageId: z
        .string()
        .describe("Identifier in brackets, from `search_messages`."),
    },
    stake: "never_ask",
    displayLabels: { running: "Reading email", done: "Read email" },
  },
  create_draft: {
    description:
      "Create an unsent draft that the user can review and finish later.",
    schema: OutgoingMessageSchema.shape,
    stake: "low",
    displayLabels: { running: "Drafting email", done: "Draft email" },
  },
  send_message: {
    description:
      "Send an email right away; it cannot be taken back. Prefer `create_draft` when in doubt.",
    schema: OutgoingMessageSchema.shape,
    stake: "high",
    displayLabels: { running: "Sending email", done: "Send email" },
  },
});

export const PIGEON_MAIL_SERVER = {
  serverInfo: {
    name: "pigeon_mail",
    version: "2.0.0",
    description: "Read, draft and send email.",
    authorization: {
      provider: "pigeon",
      supported_use_cases: ["personal_actions"],
    },
    icon: "PigeonLogo",
    documentationUrl: "https://docs.example.com/servers/pigeon-mail",
    instructions: null,
  },
  tools: Object.values(PIGEON_MAIL_TOOLS_METADATA).map((t) => ({
    name: t.name,
    description: t.description,
    inputSchema: zodToJsonSchema(z.object(t.schema)) as JSONSchema,
    displayLabels: t.displayLabels,
  })),
  tools_stakes: Object.fromEntries(
    Object.values(PIGEON_MAIL_TOOLS_METADATA).map((t) => [t.name, t.stake]),
  ),
} as const satisfies ServerMetadata;
