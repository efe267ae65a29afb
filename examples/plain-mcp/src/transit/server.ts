import { z } from "zod";

import { FastMCP } from "./fastmcp";

/** Minutes past each hour at which a tram leaves, by stop. */
const TRAMS: Record<string, { line: number; minutes: number[] }[]> = {
  "Old Mill": [{ line: 2, minutes: [5, 25, 45] }],
  Harbour: [
    { line: 2, minutes: [12, 32, 52] },
    { line: 7, minutes: [0, 30] },
  ],
};

const server = new FastMCP({ name: "transit", version: "1.0.0" });

server.addTool({
  name: "list_stops",
  description:
    "List all tram stops of the city, with the lines that serve them.",
  parameters: z.object({}),
  execute: async () =>
    Object.entries(TRAMS)
      .map(
        ([stop, trams]) =>
          `- ${stop}: ${trams.map(({ line }) => line).join(" and ")}`,
      )
      .join("\n"),
});

server.addTool({
  name: "get_departures",
  description: "Get the next trams that leave from a stop, soonest first.",
  parameters: z.object({
    stop: z.string().describe("Name of the stop, from list_stops."),
    filter: z
      .object({
        line: z.number().int().optional().describe("Only this tram line."),
        withinMinutes: z
          .number()
          .max(60)
          .default(60)
          .describe("How long the passenger is willing to wait."),
      })
      .describe("Which departures to leave out.")
      .default({}),
  }),
  execute: async ({ stop, filter: { line, withinMinutes } }) => {
    const now = new Date().getMinutes();
    const waits = (TRAMS[stop] ?? [])
      .filter((tram) => line === undefined || tram.line === line)
      .flatMap((tram) =>
        tram.minutes.map((minute) => ({
          line: tram.line,
          wait: (minute - now + 60) % 60,
        })),
      )
      .filter(({ wait }) => wait <= withinMinutes)
      .sort((a, b) => a.wait - b.wait);
    return waits
      .map((tram) => `- line ${tram.line} in ${tram.wait} minutes`)
      .join("\n");
  },
});

await server.start();
