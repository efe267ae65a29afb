import fs from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { LanguageServer, underlined } from "./language-server.ts";
import { files, Project, repository } from "./project.ts";

// What the pictures in docs/images show of tests/fixtures/squiggles. When one of
// these changes, they are no longer true: docs/contributing.md says how to take
// them anew.

const metadata = files.metadata("meeting_rooms");
const handlers = files.handlers("meeting_rooms");

it("the squiggles, the messages and the quick fixes in the pictures are those of today", async () => {
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
    const shown = async (file: string): Promise<unknown[][]> =>
      (await server.diagnostics(file)).map((diagnostic) => [
        diagnostic.code,
        underlined(server.text(file), diagnostic),
        diagnostic.message,
      ]);
    expect(await shown(metadata)).toEqual([
      [
        "mcp-runbook/bare-infinitive-description",
        "Finds",
        "The description of 'find_room' starts with 'Finds', in the third person. The first word tells tool search and the model what the tool does. Start with the base verb 'Find'.",
      ],
      [
        "mcp-runbook/require-param-description",
        "minSeats",
        "Parameter 'minSeats' of 'find_room' has no description. The model fills it in from its description alone. Add a `.describe()` that says what to pass.",
      ],
      [
        "mcp-runbook/require-display-labels",
        `"Find rooms"`,
        "The label 'Find rooms' is what people read while 'find_room' runs, but it does not start with a gerund. Write 'Finding rooms'.",
      ],
      [
        "mcp-runbook/require-tool-stake",
        "cancel_booking",
        "'cancel_booking' has no stake, so nobody decided whether a person must approve a call of it. Add `stake` with never_ask, low, medium or high: the more a call can change, the higher.",
      ],
    ]);
    expect(await shown(handlers)).toEqual([
      [
        "mcp-runbook/no-raw-json-response",
        "JSON.stringify(rooms)",
        "'find_room' returns 'rooms' as raw JSON. The model pays for every field of it, and most of them tell it nothing. Return only the fields that matter, as short readable text.",
      ],
    ]);

    const stake = (await server.diagnostics(metadata)).at(-1);
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
