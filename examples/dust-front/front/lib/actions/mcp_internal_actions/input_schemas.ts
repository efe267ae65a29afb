import { z } from "zod";

/** Fields of every tool that asks for a span of time. */
export const TIME_RANGE_FIELDS = {
  startsAt: z
    .string()
    .datetime({ offset: true })
    .describe("Start as an ISO 8601 date and time with its UTC offset."),
  endsAt: z
    .string()
    .datetime({ offset: true })
    .describe("End as an ISO 8601 date and time, later than the start."),
};
