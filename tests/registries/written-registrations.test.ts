import { expect, it } from "vitest";
import { completeText } from "../../src/mcp/model.ts";
import {
  readWrittenServers,
  toolsRegistered,
} from "../../src/registries/written-registrations.ts";
import { readModuleValues } from "../../src/source/module-values.ts";
import { sourceFile } from "../read-model.ts";

function read(code: string, server = "clock") {
  const file = sourceFile(code, "/repo/clock.ts");
  const found = toolsRegistered(
    readWrittenServers(file),
    server,
    readModuleValues(file),
    () => undefined,
  );
  return (
    found && {
      open: found.open,
      tools: found.tools.map(({ name }) => completeText(name)),
    }
  );
}

function factory(body: string): string {
  return `
function createServer(auth) {
  const server = makeInternalMCPServer("clock");
  server.tool("get_time", "Get the time.", {}, async () => time({ server: 1 }));
  ${body}
  return server;
}`;
}

it("reads the tools of a server that is only returned", () => {
  expect(read(factory(""))).toEqual({ open: false, tools: ["get_time"] });
});

it.each([
  "addAlarms(server);",
  "const other = server;",
  "if (auth) { use({ server }); }",
  "for (const tool of TOOLS) server.tool(tool.name, tool.handler);",
  "server.registerTool('set_alarm', {}, async () => ring());",
  "server.tool(...alarm);",
])("knows that there may be more: %s", (body) => {
  expect(read(factory(body))?.open).toBe(true);
});

it("tells servers of one file apart", () => {
  const code = `${factory("")}
function createOther() {
  const server = new McpServer({ name: "watch", version: "1.0.0" });
  server.tool("set_watch", "Set the watch.", {}, async () => set());
  return server;
}`;
  expect(read(code)?.tools).toEqual(["get_time"]);
  expect(read(code, "watch")).toEqual({ open: false, tools: ["set_watch"] });
  expect(read(code, "sundial")).toBeUndefined();
});
