import { z } from "zod";

import type { ServerEntry } from "@app/lib/api/actions/servers/bm25";
import {
  FORMS_SURVEYS_SERVER,
  FORMS_SURVEYS_SERVER_NAME,
} from "@app/lib/api/actions/servers/forms_surveys/metadata";
import { MEETING_ROOMS_SERVER } from "@app/lib/api/actions/servers/meeting_rooms/metadata";
import { PARCELHUB_SERVER } from "@app/lib/api/actions/servers/parcelhub/metadata";
import { PIGEON_CALENDAR_SERVER } from "@app/lib/api/actions/servers/pigeon/calendar_metadata";
import { PIGEON_MAIL_SERVER } from "@app/lib/api/actions/servers/pigeon/mail_metadata";
import { TEAM_GLOSSARY_SERVER } from "@app/lib/api/actions/servers/team_glossary/metadata";
import { UNIT_CONVERTER_SERVER } from "@app/lib/api/actions/servers/unit_converter/metadata";

export interface LabeledQuery {
  query: string;
  /** `server.tool` */
  expected: string;
  /** The worst rank that is acceptable among the tools of all servers; 1 if left out. */
  maxRank?: number;
}

// This server registers its tools itself, so there is no list of them to import.
// weather_station.test.ts checks that this copy is faithful.
const stationCode = z
  .string()
  .length(4)
  .describe("Four-letter code, from `list_stations`.");

const WEATHER_STATION_TOOLS: ServerEntry["tools"] = [
  {
    name: "list_stations",
    description:
      "List measuring sites in a region, with their codes and altitudes.",
    schema: {
      region: z.string().describe("Region or county, in English."),
    },
  },
  {
    name: "get_current_weather",
    description:
      "Get how warm or cold, windy and wet it is, as measured minutes ago.",
    schema: { stationCode },
  },
  {
    name: "get_forecast",
    description:
      "Get what the sky will do over the coming days, one line per day.",
    schema: {
      stationCode,
      days: z
        .number()
        .int()
        .min(1)
        .max(10)
        .default(3)
        .describe("How far to look ahead, today included."),
    },
  },
];

export const SERVERS: ServerEntry[] = [
  { name: FORMS_SURVEYS_SERVER_NAME, tools: FORMS_SURVEYS_SERVER.tools },
  { name: "meeting_rooms", tools: MEETING_ROOMS_SERVER.tools },
  { name: "parcelhub", tools: PARCELHUB_SERVER.tools },
  { name: "pigeon_calendar", tools: PIGEON_CALENDAR_SERVER.tools },
  { name: "pigeon_mail", tools: PIGEON_MAIL_SERVER.tools },
  { name: "team_glossary", tools: TEAM_GLOSSARY_SERVER.tools },
  { name: "unit_converter", tools: UNIT_CONVERTER_SERVER.tools },
  { name: "weather_station", tools: WEATHER_STATION_TOOLS },
];
