import { z } from "zod";

import type { Result } from "@app/types/shared/result";
import { Err, Ok } from "@app/types/shared/result";
import { normalizeError } from "@app/types/shared/utils/error_utils";

const API_URL = "https://api.pigeon.example/v1";

const MessageSchema = z.object({
  id: z.string(),
  from: z.string(),
  subject: z.string(),
  receivedAt: z.string(),
  body: z.string().optional(),
});

const EventSchema = z.object({
  id: z.string(),
  title: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  attendees: z.array(z.string()),
});

const CreatedSchema = z.object({ id: z.string() });

export type Message = z.infer<typeof MessageSchema>;
export type CalendarEvent = z.infer<typeof EventSchema>;

export interface OutgoingMessage {
  to: string[];
  subject: string;
  body: string;
}

export async function searchMessages(
  accessToken: string,
  query: string,
): Promise<Result<Message[], Error>> {
  const search = new URLSearchParams({ query });
  return request(accessToken, `/messages?${search}`, z.array(MessageSchema));
}

export async function getMessage(
  accessToken: string,
  messageId: string,
): Promise<Result<Message, Error>> {
  return request(accessToken, `/messages/${messageId}`, MessageSchema);
}

export async function createDraft(
  accessToken: string,
  message: OutgoingMessage,
): Promise<Result<{ id: string }, Error>> {
  return request(accessToken, "/drafts", CreatedSchema, {
    method: "POST",
    body: JSON.stringify(message),
  });
}

export async function sendMessage(
  accessToken: string,
  message: OutgoingMessage,
): Promise<Result<{ id: string }, Error>> {
  return request(accessToken, "/messages", CreatedSchema, {
    method: "POST",
    body: JSON.stringify(message),
  });
}

export async function listEvents(
  accessToken: string,
  { startsAt, endsAt }: { startsAt: string; endsAt: string },
): Promise<Result<CalendarEvent[], Error>> {
  const search = new URLSearchParams({ startsAt, endsAt });
  return request(accessToken, `/events?${search}`, z.array(EventSchema));
}

export async function createEvent(
  accessToken: string,
  event: Omit<CalendarEvent, "id"> & { description?: string },
): Promise<Result<CalendarEvent, Error>> {
  return request(accessToken, "/events", EventSchema, {
    method: "POST",
    body: JSON.stringify(event),
  });
}

export async function deleteEvent(
  accessToken: string,
  eventId: string,
): Promise<Result<CalendarEvent, Error>> {
  return request(accessToken, `/events/${eventId}`, EventSchema, {
    method: "DELETE",
  });
}

async function request<T>(
  accessToken: string,
  path: string,
  schema: z.ZodType<T>,
  init: RequestInit = {},
): Promise<Result<T, Error>> {
  let payload: unknown;
  try {
    const response = await fetch(`${API_URL}${path}`, {
      ...init,
      headers: {
        authorization: `Bearer ${accessToken}`,
        "content-type": "application/json",
      },
    });
    if (!response.ok) {
      return new Err(new Error(`Pigeon answered ${response.status}`));
    }
    payload = await response.json();
  } catch (e) {
    return new Err(normalizeError(e));
  }

  const parsed = schema.safeParse(payload);
  return parsed.success
    ? new Ok(parsed.data)
    : new Err(new Error(`Invalid API response: ${parsed.error.message}`));
}
