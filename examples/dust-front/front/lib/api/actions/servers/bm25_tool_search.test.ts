import { describe, expect, it } from "vitest";

import { ToolIndex } from "@app/lib/api/actions/servers/bm25";
import type { LabeledQuery } from "@app/lib/api/actions/servers/bm25_tool_search_utils.test";
import { SERVERS } from "@app/lib/api/actions/servers/bm25_tool_search_utils.test";

const QUERIES: LabeledQuery[] = [
  // forms_&_surveys
  {
    query: "which polls are still open",
    expected: "forms_&_surveys.list_surveys",
  },
  {
    query: "make a multiple choice questionnaire",
    expected: "forms_&_surveys.create_survey",
  },
  {
    query: "what was the outcome of the lunch poll",
    expected: "forms_&_surveys.get_survey_results",
  },
  {
    query: "stop taking responses to the feedback form",
    expected: "forms_&_surveys.close_survey",
  },

  // meeting_rooms
  {
    query: "which rooms does the office have",
    expected: "meeting_rooms.list_rooms",
  },
  {
    query: "how many seats are in each room",
    expected: "meeting_rooms.list_rooms",
    maxRank: 2, // find_free_room speaks of seats more often.
  },
  {
    query: "is a room available at two",
    expected: "meeting_rooms.find_free_room",
  },
  {
    query: "book the big room for tomorrow",
    expected: "meeting_rooms.book_room",
  },
  {
    query: "give back my room reservation",
    expected: "meeting_rooms.cancel_booking",
  },

  // parcelhub
  {
    query: "show parcels that are in transit",
    expected: "parcelhub.list_shipments",
  },
  { query: "where is my parcel now", expected: "parcelhub.track_shipment" },
  {
    query: "print a postage label for a package",
    expected: "parcelhub.create_shipment",
  },
  {
    query: "call off the shipment and get the postage back",
    expected: "parcelhub.cancel_shipment",
  },

  // pigeon_calendar
  {
    query: "show my agenda for thursday",
    expected: "pigeon_calendar.list_events",
  },
  {
    query: "invite the design team to an appointment",
    expected: "pigeon_calendar.create_event",
  },
  {
    query: "remove the appointment with the dentist",
    expected: "pigeon_calendar.delete_event",
  },

  // pigeon_mail
  {
    query: "find emails from my landlord",
    expected: "pigeon_mail.search_messages",
  },
  {
    query: "open and read the email about the invoice",
    expected: "pigeon_mail.get_message",
  },
  {
    query: "draft a reply that I can review",
    expected: "pigeon_mail.create_draft",
  },
  {
    query: "send an email to the whole team",
    expected: "pigeon_mail.send_message",
  },

  // team_glossary
  {
    query: "what does this acronym stand for",
    expected: "team_glossary.search_terms",
  },
  {
    query: "add a definition for a new abbreviation",
    expected: "team_glossary.save_term",
  },
  {
    query: "remove an outdated acronym",
    expected: "team_glossary.delete_term",
  },

  // unit_converter
  {
    query: "how many miles is 10 kilometers",
    expected: "unit_converter.convert_length",
  },
  {
    query: "20 degrees celsius in fahrenheit",
    expected: "unit_converter.convert_temperature",
  },

  // weather_station
  {
    query: "where are weather stations in my county",
    expected: "weather_station.list_stations",
  },
  {
    query: "how cold and windy is it outside",
    expected: "weather_station.get_current_weather",
  },
  {
    query: "weather for the next days",
    expected: "weather_station.get_forecast",
  },
];

describe("tool search", () => {
  const allServers = new ToolIndex(SERVERS);

  it.each(QUERIES)(
    "finds $expected for: $query",
    ({ query, expected, maxRank = 1 }) => {
      const ranked = allServers.rank(query).map(({ id }) => id);
      expect(ranked.slice(0, maxRank)).toContain(expected);
    },
  );

  it.each(QUERIES)(
    "scores $expected within its own server for: $query",
    ({ query, expected }) => {
      const server = SERVERS.find(({ name }) =>
        expected.startsWith(`${name}.`),
      );
      const ranked = new ToolIndex(server ? [server] : []).rank(query);
      expect(ranked.find(({ id }) => id === expected)?.score).toBeGreaterThan(
        0,
      );
    },
  );
});
