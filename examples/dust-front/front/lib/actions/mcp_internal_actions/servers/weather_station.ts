import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

import { MCPError } from "@app/lib/actions/mcp_errors";
import { makeInternalMCPServer } from "@app/lib/actions/mcp_internal_actions/utils";
import { withToolLogging } from "@app/lib/actions/mcp_internal_actions/wrappers";
import type { AgentLoopContextType } from "@app/lib/actions/types";
import type { Reading } from "@app/lib/api/weather_station";
import {
  fetchForecast,
  fetchReading,
  fetchStations,
} from "@app/lib/api/weather_station";
import type { Authenticator } from "@app/lib/auth";
import { Err, Ok } from "@app/types/shared/result";

const stationCode = z
  .string()
  .length(4)
  .describe("Four-letter code, from `list_stations`.");

function createServer(
  auth: Authenticator,
  agentLoopContext?: AgentLoopContextType,
): McpServer {
  const server = makeInternalMCPServer("weather_station");

  server.tool(
    "list_stations",
    "List measuring sites in a region, with their codes and altitudes.",
    {
      region: z.string().describe("Region or county, in English."),
    },
    withToolLogging(
      auth,
      { toolNameForMonitoring: "list_stations", agentLoopContext },
      async ({ region }: { region: string }) => {
        const stations = await fetchStations(region);
        if (stations.isErr()) {
          return new Err(
            new MCPError(`Failed to list stations: ${stations.error.message}`, {
              cause: stations.error,
            }),
          );
        }
        const lines = stations.value.map(
          ({ code, place, altitude }) => `- ${code}: ${place}, ${altitude} m`,
        );
        return new Ok([
          {
            type: "text" as const,
            text: `${lines.length} stations in ${region}\n${lines.join("\n")}`,
          },
        ]);
      },
    ),
  );

  server.tool(
    "get_current_weather",
    "Get how warm or cold, windy and wet it is, as measured minutes ago.",
    { stationCode },
    withToolLogging(
      auth,
      { toolNameForMonitoring: "get_current_weather", agentLoopContext },
      async (params: { stationCode: string }) => {
        const reading = await fetchReading(params.stationCode);
        if (reading.isErr()) {
          return new Err(
            new MCPError(
              `Failed to read the station: ${reading.error.message}`,
              { cause: reading.error },
            ),
          );
        }
        return new Ok([
          { type: "text" as const, text: renderReading(reading.value) },
        ]);
      },
    ),
  );

  server.tool(
    "get_forecast",
    "Get what the sky will do over the coming days, one line per day.",
    {
      stationCode,
      days: z
        .number()
        .int()
        .min(1)
        .max(10)
        .default(3)
        .describe("How far to look ahead, today included."),
    },
    withToolLogging(
      auth,
      { toolNameForMonitoring: "get_forecast", agentLoopContext },
      async (params: { stationCode: string; days: number }) => {
        const forecast = await fetchForecast(params.stationCode, params.days);
        if (forecast.isErr()) {
          return new Err(
            new MCPError(
              `Failed to get the forecast: ${forecast.error.message}`,
              { cause: forecast.error },
            ),
          );
        }
        return new Ok([
          {
            type: "text" as const,
            text: forecast.value.map(renderReading).join("\n"),
          },
        ]);
      },
    ),
  );

  return server;
}

function renderReading({ time, celsius, windKmh, rainMm }: Reading): string {
  return `${time}: ${celsius} °C, wind ${windKmh} km/h, rain ${rainMm} mm`;
}

export default createServer;
