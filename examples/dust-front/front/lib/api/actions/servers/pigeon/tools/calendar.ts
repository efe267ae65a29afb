import type {
  ToolHandlerExtra,
  ToolHandlerResult,
  ToolHandlers,
} from "@app/lib/actions/mcp_internal_actions/tool_definition";
import { buildTools } from "@app/lib/actions/mcp_internal_actions/tool_definition";
import { PIGEON_CALENDAR_TOOLS_METADATA } from "@app/lib/api/actions/servers/pigeon/calendar_metadata";
import {
  createEvent,
  deleteEvent,
  listEvents,
} from "@app/lib/api/actions/servers/pigeon/client";
import {
  failedTo,
  withAuth,
} from "@app/lib/api/actions/servers/pigeon/helpers";
import { renderEvent } from "@app/lib/api/actions/servers/pigeon/rendering";
import { Ok } from "@app/types/shared/result";

const handlers: ToolHandlers<typeof PIGEON_CALENDAR_TOOLS_METADATA> = {
  list_events: handleListEvents,

  create_event: async (event, extra) =>
    withAuth(extra, async (accessToken) => {
      const created = await createEvent(accessToken, event);
      if (created.isErr()) {
        return failedTo("create the event", created.error);
      }
      return new Ok([
        {
          type: "text" as const,
          text: "Created:\n" + renderEvent(created.value),
        },
      ]);
    }),

  delete_event: async ({ eventId }, extra) =>
    withAuth(extra, async (accessToken) => {
      const deleted = await deleteEvent(accessToken, eventId);
      if (deleted.isErr()) {
        return failedTo("delete the event", deleted.error);
      }
      return new Ok([
        {
          type: "text" as const,
          text: `Deleted "${deleted.value.title}" of ${deleted.value.startsAt}.`,
        },
      ]);
    }),
};

async function handleListEvents(
  span: { startsAt: string; endsAt: string },
  extra: ToolHandlerExtra,
): Promise<ToolHandlerResult> {
  return withAuth(extra, async (accessToken) => {
    const events = await listEvents(accessToken, span);
    if (events.isErr()) {
      return failedTo("list events", events.error);
    }
    const lines = [`${events.value.length} events`];
    for (const event of events.value) {
      lines.push(renderEvent(event));
    }
    return new Ok([{ type: "text" as const, text: lines.join("\n") }]);
  });
}

export const TOOLS = buildTools(PIGEON_CALENDAR_TOOLS_METADATA, handlers);
