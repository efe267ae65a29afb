import type {
  InternalMCPServerDefinitionType,
  ServerMetadata,
} from "@app/lib/actions/mcp_internal_actions/tool_definition";
import type { MCPToolStakeLevelType } from "@app/lib/actions/constants";
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
import type { WhitelistableFeature } from "@app/types/shared/feature_flags";

export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [
  // A name says what the server is for. Agents see it in front of every tool.
  FORMS_SURVEYS_SERVER_NAME,
  "meeting_rooms",
  "parcelhub",
  "pigeon_calendar",
  "pigeon_mail",
  "team_glossary",
  "unit_converter",
  "weather_station",
] as const;

export type InternalMCPServerNameType =
  (typeof AVAILABLE_INTERNAL_MCP_SERVER_NAMES)[number];

/** `auto` servers are in every workspace; `manual` ones are added by an admin. */
export const MCP_SERVER_AVAILABILITY = [
  "manual",
  "auto",
  "auto_hidden_builder",
] as const;

type InternalMCPServerConfig = {
  id: number;
  availability: (typeof MCP_SERVER_AVAILABILITY)[number];
  allowMultipleInstances: boolean;
  isRestricted:
    | ((workspace: { featureFlags: WhitelistableFeature[] }) => boolean)
    | undefined;
  isPreview: boolean;
  /** Approval given for a tool covers only calls with the same value for these. */
  tools_arguments_requiring_approval: Record<string, string[]> | undefined;
  /** By tool, or for all of them as `default`. */
  tools_retry_policies:
    Record<string, "retry_on_interrupt" | "no_retry"> | undefined;
  timeoutMs: number | undefined;
} & (
  | { metadata: ServerMetadata }
  | {
      serverInfo: InternalMCPServerDefinitionType;
      tools_stakes: Record<string, MCPToolStakeLevelType>;
    }
);

const FORECAST_TIMEOUT_MS = 20_000;

export const INTERNAL_MCP_SERVERS = {
  // Agents refer to a server by its id, so an id never changes and never returns.
  // Ids of production start at 1, those of development at 1000.

  // Production
  team_glossary: {
    id: 1,
    availability: "auto",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    tools_arguments_requiring_approval: undefined,
    tools_retry_policies: undefined,
    timeoutMs: undefined,
    metadata: TEAM_GLOSSARY_SERVER,
  },
  weather_station: {
    id: 2,
    availability: "auto",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    tools_stakes: {
      list_stations: "never_ask",
      get_current_weather: "never_ask",
      get_forecast: "never_ask",
    },
    tools_arguments_requiring_approval: undefined,
    tools_retry_policies: { default: "retry_on_interrupt" },
    timeoutMs: FORECAST_TIMEOUT_MS,
    serverInfo: {
      name: "weather_station",
      version: "1.0.3",
      description: "Measurements and forecasts from stations nearby.",
      authorization: null,
      icon: "ActionCloudIcon",
      documentationUrl: null,
      instructions: "Look up the station's code before asking for its weather.",
    },
  },
  parcelhub: {
    id: 3,
    availability: "manual",
    allowMultipleInstances: true,
    isRestricted: undefined,
    isPreview: false,
    tools_arguments_requiring_approval: { create_shipment: ["recipient"] },
    tools_retry_policies: { track_shipment: "retry_on_interrupt" },
    timeoutMs: undefined,
    metadata: PARCELHUB_SERVER,
  },
  meeting_rooms: {
    id: 7,
    availability: "auto_hidden_builder",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    tools_arguments_requiring_approval: undefined,
    tools_retry_policies: undefined,
    timeoutMs: undefined,
    metadata: MEETING_ROOMS_SERVER,
  },
  pigeon_mail: {
    id: 9,
    availability: "manual",
    allowMultipleInstances: true,
    isRestricted: undefined,
    isPreview: false,
    tools_arguments_requiring_approval: {
      create_draft: ["to"],
      send_message: ["to"],
    },
    tools_retry_policies: undefined,
    timeoutMs: undefined,
    metadata: PIGEON_MAIL_SERVER,
  },
  pigeon_calendar: {
    id: 10,
    availability: "manual",
    allowMultipleInstances: true,
    isRestricted: undefined,
    isPreview: false,
    tools_arguments_requiring_approval: undefined,
    tools_retry_policies: undefined,
    timeoutMs: undefined,
    metadata: PIGEON_CALENDAR_SERVER,
  },
  [FORMS_SURVEYS_SERVER_NAME]: {
    id: 12,
    availability: "manual",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    tools_arguments_requiring_approval: undefined,
    tools_retry_policies: undefined,
    timeoutMs: undefined,
    metadata: FORMS_SURVEYS_SERVER,
  },

  // Development
  unit_converter: {
    id: 1000,
    availability: "manual",
    allowMultipleInstances: false,
    isRestricted: ({ featureFlags }) =>
      !featureFlags.includes("unit_converter_tool"),
    isPreview: true,
    tools_arguments_requiring_approval: undefined,
    tools_retry_policies: undefined,
    timeoutMs: undefined,
    metadata: UNIT_CONVERTER_SERVER,
  },
} satisfies Record<InternalMCPServerNameType, InternalMCPServerConfig>;

/** Ids of servers that are gone: agents of old still hold them, so they stay taken. */
export const LEGACY_INTERNAL_MCP_SERVER_IDS: number[] = [
  4,
  5, // The two halves of the first mail server.
  8,
];

export function getInternalMCPServerInfo(
  name: InternalMCPServerNameType,
): InternalMCPServerDefinitionType {
  const config: InternalMCPServerConfig = INTERNAL_MCP_SERVERS[name];
  return "metadata" in config ? config.metadata.serverInfo : config.serverInfo;
}
