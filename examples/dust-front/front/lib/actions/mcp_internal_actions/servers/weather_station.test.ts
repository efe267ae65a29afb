import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { expect, it } from "vitest";
import { z } from "zod";
import { zodToJsonSchema } from "zod-to-json-schema";

import createServer from "@app/lib/actions/mcp_internal_actions/servers/weather_station";
import { SERVERS } from "@app/lib/api/actions/servers/bm25_tool_search_utils.test";
import { Authenticator } from "@app/lib/auth";

it("registers the tools that the search corpus copies", async () => {
  const server = createServer(new Authenticator("w1", "ada@example.com"));
  const client = new Client({ name: "test", version: "1.0.0" });
  const [clientSide, serverSide] = InMemoryTransport.createLinkedPair();
  await Promise.all([server.connect(serverSide), client.connect(clientSide)]);

  const { tools } = await client.listTools();

  const copied = SERVERS.find(({ name }) => name === "weather_station");
  expect(
    tools.map(({ name, description, inputSchema: { properties } }) => ({
      name,
      description,
      properties,
    })),
  ).toEqual(
    copied?.tools.map(({ name, description, schema = {} }) => ({
      name,
      description,
      ...pickProperties(zodToJsonSchema(z.object(schema))),
    })),
  );
});

function pickProperties(schema: object) {
  return { properties: "properties" in schema ? schema.properties : {} };
}
