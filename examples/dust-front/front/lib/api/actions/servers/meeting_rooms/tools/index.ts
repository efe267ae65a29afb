import { MCPError } from "@app/lib/actions/mcp_errors";
import type { ToolHandlers } from "@app/lib/actions/mcp_internal_actions/tool_definition";
import type { MEETING_ROOMS_TOOLS_METADATA } from "@app/lib/api/actions/servers/meeting_rooms/metadata";
import {
  BOOK_ROOM_TOOL_NAME,
  CANCEL_BOOKING_TOOL_NAME,
  FIND_FREE_ROOM_TOOL_NAME,
  LIST_ROOMS_TOOL_NAME,
} from "@app/lib/api/actions/servers/meeting_rooms/metadata";
import type { MeetingRoom } from "@app/lib/resources/meeting_room_resource";
import { MeetingRoomResource } from "@app/lib/resources/meeting_room_resource";
import { Err, Ok } from "@app/types/shared/result";

export const MEETING_ROOMS_TOOL_HANDLERS: ToolHandlers<
  typeof MEETING_ROOMS_TOOLS_METADATA
> = {
  [LIST_ROOMS_TOOL_NAME]: async () =>
    new Ok([
      { type: "text" as const, text: renderRooms(MeetingRoomResource.list()) },
    ]),

  [FIND_FREE_ROOM_TOOL_NAME]: async ({ startsAt, endsAt, minSeats }) => {
    const rooms = MeetingRoomResource.listFree({ startsAt, endsAt, minSeats });
    let text = `${rooms.length} free between ${startsAt} and ${endsAt}`;
    if (rooms.length > 0) {
      text += `:\n${renderRooms(rooms)}`;
    }
    return new Ok([{ type: "text" as const, text }]);
  },

  [BOOK_ROOM_TOOL_NAME]: async ({ room, startsAt, endsAt }, { auth }) => {
    const booking = MeetingRoomResource.book(auth, { room, startsAt, endsAt });
    if (booking.isErr()) {
      return new Err(
        new MCPError(
          `Failed to book: ${booking.error.message}. ` +
            `Ask \`${FIND_FREE_ROOM_TOOL_NAME}\` for another one.`,
          { tracked: false, cause: booking.error },
        ),
      );
    }
    return new Ok([
      {
        type: "text" as const,
        text: `Booked ${room} until ${endsAt} as number ${booking.value.id}.`,
      },
    ]);
  },

  async [CANCEL_BOOKING_TOOL_NAME]({ bookingId }, extra) {
    const cancelled = MeetingRoomResource.cancel(extra.auth, bookingId);
    if (cancelled.isErr()) {
      return new Err(
        new MCPError(`Failed to cancel: ${cancelled.error.message}.`, {
          tracked: false,
          cause: cancelled.error,
        }),
      );
    }
    const { room, startsAt } = cancelled.value;
    return new Ok([
      { type: "text" as const, text: `${room} is free again at ${startsAt}.` },
    ]);
  },
};

function renderRooms(rooms: MeetingRoom[]): string {
  return rooms
    .map(
      ({ name, floor, seats, equipment }) =>
        `- ${name}: floor ${floor}, ${seats} seats, ${equipment.join(" and ")}`,
    )
    .join("\n");
}
