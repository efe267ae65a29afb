import type { ToolHandlers } from "@app/lib/actions/mcp_internal_actions/tool_definition";
import { buildTools } from "@app/lib/actions/mcp_internal_actions/tool_definition";
import {
  createDraft,
  getMessage,
  searchMessages,
  sendMessage,
} from "@app/lib/api/actions/servers/pigeon/client";
import {
  failedTo,
  withAuth,
} from "@app/lib/api/actions/servers/pigeon/helpers";
import { PIGEON_MAIL_TOOLS_METADATA } from "@app/lib/api/actions/servers/pigeon/mail_metadata";
import {
  renderMessage,
  renderMessageList,
} from "@app/lib/api/actions/servers/pigeon/rendering";
import { Ok } from "@app/types/shared/result";

const handlers: ToolHandlers<typeof PIGEON_MAIL_TOOLS_METADATA> = {
  search_messages: async ({ query }, extra) =>
    withAuth(extra, async (accessToken) => {
      const messages = await searchMessages(accessToken, query);
      if (messages.isErr()) {
        return failedTo("search emails", messages.error);
      }
      return new Ok([
        { type: "text" as const, text: renderMessageList(messages.value) },
      ]);
    }),

  get_message: async ({ messageId }, extra) =>
    withAuth(extra, async (accessToken) => {
      const message = await getMessage(accessToken, messageId);
      if (message.isErr()) {
        return failedTo("read the email", message.error);
      }
      const text = renderMessage(message.value);
      return new Ok([{ type: "text" as const, text }]);
    }),

  create_draft: async (message, extra) =>
    withAuth(extra, async (accessToken) => {
      const draft = await createDraft(accessToken, message);
      if (draft.isErr()) {
        return failedTo("save the draft", draft.error);
      }
      return new Ok([
        {
          type: "text" as const,
          text: `Saved draft "${message.subject}" as ${draft.value.id}.`,
        },
      ]);
    }),

  send_message: async (message, extra) =>
    withAuth(extra, async (accessToken) => {
      const sent = await sendMessage(accessToken, message);
      if (sent.isErr()) {
        return failedTo("send the email", sent.error);
      }
      return new Ok([
        {
          type: "text" as const,
          text: `Sent "${message.subject}" to ${message.to.join(", ")}.`,
        },
      ]);
    }),
};

export const TOOLS = buildTools(PIGEON_MAIL_TOOLS_METADATA, handlers);
