import fs from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { LanguageServer, underlined } from "./language-server.ts";
import { files, Project, repository } from "./project.ts";

// What docs/images/squiggles.png shows of tests/fixtures/squiggles. When one of
// these changes, the picture is no longer true: docs/contributing.md says how
// to take it anew.

const metadata = files.metadata("meeting_rooms");
const handlers = files.handlers("meeting_rooms");

it("the squiggles, the message and the quick fixes in the picture are those of today", async () => {
  const project = new Project("dust-front").forThisTest();
  fs.cpSync(
    path.join(repository, "tests/fixtures/squiggles"),
    path.dirname(project.path(metadata)),
    { recursive: true },
  );
  const server = await LanguageServer.start(project.root);
  try {
    await server.open(metadata);
    await server.open(handlers);
    const summary = async (file: string): Promise<string[]> =>
      (await server.diagnostics(file)).map(
        (diagnostic) =>
          `${underlined(server.text(file), diagnostic)} ${String(diagnostic.code)}`,
      );
    expect(await summary(metadata)).toEqual([
      "Finds mcp-runbook/bare-infinitive-description",
      "minSeats mcp-runbook/require-param-description",
      `"Find rooms" mcp-runbook/require-display-labels`,
      "cancel_booking mcp-runbook/require-tool-stake",
    ]);
    expect(await summary(handlers)).toEqual([
      "JSON.stringify(rooms) mcp-runbook/no-raw-json-response",
    ]);

    const [opening, , , stake] = await server.diagnostics(metadata);
    expect(opening?.message).toBe(
      "The description of 'find_room' starts with 'Finds', in the third person. The first word tells tool search and the model what the tool does. Start with the base verb 'Find'.",
    );
    const actions = stake ? await server.codeActions(metadata, stake) : [];
    expect(actions.map(({ title }) => title)).toEqual([
      "Set the stake to 'high'. (mcp-runbook/require-tool-stake)",
      "Set the stake to 'medium'. (mcp-runbook/require-tool-stake)",
      "Set the stake to 'low'. (mcp-runbook/require-tool-stake)",
      "Set the stake to 'never_ask'. (mcp-runbook/require-tool-stake)",
      "Disable mcp-runbook/require-tool-stake for this line",
      "Disable mcp-runbook/require-tool-stake for the entire file",
      "Show documentation for mcp-runbook/require-tool-stake",
    ]);
  } finally {
    await server.stop();
  }
});
