import type {
  CalendarEvent,
  Message,
} from "@app/lib/api/actions/servers/pigeon/client";

export function renderMessageList(messages: Message[]): string {
  if (messages.length === 0) {
    return "No message matches.";
  }
  const lines = messages.map(
    ({ id, from, subject, receivedAt }) =>
      `- [${id}] ${receivedAt}, ${from}: ${subject}`,
  );
  return `${messages.length} messages:\n${lines.join("\n")}`;
}

export function renderMessage({ from, subject, receivedAt, body }: Message) {
  return `# ${subject}\nFrom ${from} on ${receivedAt}\n\n${body ?? "(empty)"}`;
}

export function renderEvent(event: CalendarEvent): string {
  const { id, title, startsAt, endsAt, attendees } = event;
  const guests = attendees.length > 0 ? `, with ${attendees.join(", ")}` : "";
  return `- [${id}] **${title}** from ${startsAt} to ${endsAt}${guests}`;
}
