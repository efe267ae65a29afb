import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { z } from "zod";

const timeZone = z
  .string()
  .describe("IANA name of the place, such as Europe/Lisbon.");

const server = new McpServer({ name: "clock", version: "0.2.0" });

server.registerTool(
  "getCurrentTime",
  {
    title: "Get the current time",
    description: "Get the date and time that a wall clock somewhere shows now.",
    inputSchema: { timeZone },
  },
  async ({ timeZone }) => ({
    content: [{ type: "text", text: formatTime(new Date(), timeZone) }],
  }),
);

server.registerTool(
  "convertTime",
  {
    title: "Convert a time",
    description: "Convert a moment given in UTC to the local time of a place.",
    inputSchema: {
      utc: z
        .string()
        .datetime()
        .describe("The moment as ISO 8601 with a final Z."),
      timeZone,
    },
  },
  async ({ utc, timeZone }) => ({
    content: [{ type: "text", text: formatTime(new Date(utc), timeZone) }],
  }),
);

/**
 * @param {Date} date
 * @param {string} timeZone
 */
function formatTime(date, timeZone) {
  const time = date.toLocaleString("en-GB", {
    dateStyle: "full",
    timeStyle: "short",
    timeZone,
  });
  return `${time} in ${timeZone}`;
}

await server.connect(new StdioServerTransport());
