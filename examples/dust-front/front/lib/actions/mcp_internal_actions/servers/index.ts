import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";

import type { InternalMCPServerNameType } from "@app/lib/actions/mcp_internal_actions/constants";
import { createServer } from "@app/lib/actions/mcp_internal_actions/create_server";
import { default as weatherStationServer } from "@app/lib/actions/mcp_internal_actions/servers/weather_station";
import type { AgentLoopContextType } from "@app/lib/actions/types";
import {
  FORMS_SURVEYS_SERVER,
  FORMS_SURVEYS_SERVER_NAME,
} from "@app/lib/api/actions/servers/forms_surveys/metadata";
import { FORMS_SURVEYS_TOOL_HANDLERS } from "@app/lib/api/actions/servers/forms_surveys/tools";
import { MEETING_ROOMS_SERVER } from "@app/lib/api/actions/servers/meeting_rooms/metadata";
import { MEETING_ROOMS_TOOL_HANDLERS } from "@app/lib/api/actions/servers/meeting_rooms/tools";
import { default as parcelhubServer } from "@app/lib/api/actions/servers/parcelhub";
import { default as pigeonCalendarServer } from "@app/lib/api/actions/servers/pigeon/calendar_server";
import { default as pigeonMailServer } from "@app/lib/api/actions/servers/pigeon/mail_server";
import { default as teamGlossaryServer } from "@app/lib/api/actions/servers/team_glossary";
import { UNIT_CONVERTER_SERVER } from "@app/lib/api/actions/servers/unit_converter/metadata";
import { UNIT_CONVERTER_TOOL_HANDLERS } from "@app/lib/api/actions/servers/unit_converter/tools";
import type { Authenticator } from "@app/lib/auth";
import { assertNever } from "@app/types/shared/utils/assert_never";

export async function getInternalMCPServer(
  auth: Authenticator,
  {
    internalMCPServerName,
  }: { internalMCPServerName: InternalMCPServerNameType },
  agentLoopContext?: AgentLoopContextType,
): Promise<McpServer> {
  switch (internalMCPServerName) {
    case "parcelhub":
      return parcelhubServer(auth, agentLoopContext);
    case "pigeon_calendar":
      return pigeonCalendarServer(auth, agentLoopContext);
    case "pigeon_mail":
      return pigeonMailServer(auth, agentLoopContext);
    case "team_glossary":
      return teamGlossaryServer(auth, agentLoopContext);
    case "weather_station":
      return weatherStationServer(auth, agentLoopContext);
    case FORMS_SURVEYS_SERVER_NAME:
      return createServer(auth, {
        serverMetadata: FORMS_SURVEYS_SERVER,
        toolHandlers: FORMS_SURVEYS_TOOL_HANDLERS,
        toolContext: agentLoopContext,
      });
    case "meeting_rooms":
      return createServer(auth, {
        serverMetadata: MEETING_ROOMS_SERVER,
        toolHandlers: MEETING_ROOMS_TOOL_HANDLERS,
        toolContext: agentLoopContext,
      });
    case "unit_converter":
      return createServer(auth, {
        serverMetadata: UNIT_CONVERTER_SERVER,
        toolHandlers: UNIT_CONVERTER_TOOL_HANDLERS,
        toolContext: agentLoopContext,
      });
    default:
      assertNever(internalMCPServerName);
  }
}
