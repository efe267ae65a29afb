import { z } from "zod";

import { TIME_RANGE_FIELDS } from "@app/lib/actions/mcp_internal_actions/input_schemas";
import type {
  InternalMCPToolType,
  ServerMetadata,
} from "@app/lib/actions/mcp_internal_actions/tool_definition";

export const LIST_ROOMS_TOOL_NAME = "list_rooms";
export const FIND_FREE_ROOM_TOOL_NAME = "find_free_room";
export const BOOK_ROOM_TOOL_NAME = "book_room";
export const CANCEL_BOOKING_TOOL_NAME = "cancel_booking";

export const MEETING_ROOMS_TOOLS_METADATA = [
  {
    name: LIST_ROOMS_TOOL_NAME,
    description:
      "List every room of the office with its floor, number of seats and equipment.",
    schema: {},
    stake: "never_ask",
    displayLabels: {
      running: "Listing meeting rooms",
      done: "List meeting rooms",
    },
  },
  {
    name: FIND_FREE_ROOM_TOOL_NAME,
    description:
      "Find rooms that are available between two times " +
      `and large enough; reserve one with \`${BOOK_ROOM_TOOL_NAME}\`.`,
    schema: {
      ...TIME_RANGE_FIELDS,
      minSeats: z
        .number()
        .int()
        .positive()
        .optional()
        .describe("How many people need a chair; any size when left out."),
    },
    stake: "never_ask",
    displayLabels: {
      running: "Looking for a free room",
      done: "Find a free room",
    },
  },
  {
    name: BOOK_ROOM_TOOL_NAME,
    description:
      "Book a place to meet for the current user. Returns the booking number.",
    schema: {
      ...TIME_RANGE_FIELDS,
      room: z.string().describe("Which one, by the name on its door."),
    },
    stake: "medium",
    displayLabels: {
      running: "Booking room",
      done: "Book room",
    },
  },
  {
    name: CANCEL_BOOKING_TOOL_NAME,
    description:
      "Cancel a reservation that the current user made, so that others can take the slot.",
    schema: {
      bookingId: z
        .string()
        .uuid()
        .describe(`Number that \`${BOOK_ROOM_TOOL_NAME}\` returned.`),
    },
    stake: "high",
    displayLabels: {
      running: "Cancelling booking",
      done: "Cancel booking",
    },
  },
] as const satisfies readonly InternalMCPToolType[];

export const MEETING_ROOMS_SERVER = {
  serverInfo: {
    name: "meeting_rooms",
    version: "1.0.0",
    description: "Find and reserve a place to meet in the office.",
    authorization: null,
    icon: "ActionCalendarIcon",
    documentationUrl: null,
    instructions: null,
  },
  tools: MEETING_ROOMS_TOOLS_METADATA,
} as const satisfies ServerMetadata;
