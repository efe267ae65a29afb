import path from "node:path";
import { expect, it } from "vitest";
import {
  ExampleCopy,
  oldServers,
  registrationRules,
  servers,
  snapshot,
} from "./example-copy.ts";

// A pre-commit hook shows what is said at the definition, and nothing else: what
// it says of `--fix` has to be what `--fix` does in the registry.

const place = `${servers}/recipe_box/metadata.ts`;

/** What the rules advise at a definition. */
async function adviceAt(
  file: string,
  copy: ExampleCopy,
): Promise<Record<string, string>> {
  const results = await copy.lint(registrationRules);
  const found = results.find(
    ({ filePath }) => filePath === path.join(copy.root, file),
  );
  return Object.fromEntries(
    (found?.messages ?? []).map(({ message, ruleId }) => [
      String(ruleId).replace("mcp-runbook/", ""),
      /(?:know it|of its tools fails|finds its tools)\. (.*)/.exec(
        message,
      )?.[1] ?? message,
    ]),
  );
}

const onPurpose =
  'or name the server in settings["mcp-runbook"].unregistered.bm25Corpus when it is left out on purpose.';
const noConfig =
  "No fix adds the config, because it publishes the server: an editor may suggest it there, else write it by hand.";

it("a new server, before and after --fix", async () => {
  const copy = new ExampleCopy();
  copy.copyServer("unit_converter", "recipe_box");
  expect(await adviceAt(place, copy)).toEqual({
    "registered-in-bm25-corpus": `Run \`eslint --fix\` on that file, add an entry there if it leaves that to you, ${onPurpose}`,
    "registered-in-constants": `Run \`eslint --fix\` on that file for the name. ${noConfig}`,
    "registered-in-switch":
      "Run `eslint --fix` on that file, and add a case there if it leaves that to you.",
  });
  await copy.lint(registrationRules, true);
  expect(await adviceAt(place, copy)).toEqual({
    "registered-in-constants": noConfig,
  });
});

it("one whose id is in the snapshot", async () => {
  const copy = new ExampleCopy();
  copy.copyServer("unit_converter", "recipe_box");
  copy.edit(snapshot, [
    `{ "name": "unit_converter"`,
    `{ "name": "recipe_box", "id": 20 },\n    { "name": "unit_converter"`,
  ]);
  expect(await adviceAt(place, copy)).toMatchObject({
    "registered-in-constants":
      "Run `eslint --fix` on that file, and add there what it leaves to you.",
  });
  await copy.lint(registrationRules, true);
  expect(await adviceAt(place, copy)).toEqual({});
});

it("one whose id the snapshot gives to another server as well", async () => {
  const copy = new ExampleCopy();
  copy.copyServer("unit_converter", "recipe_box");
  copy.edit(snapshot, [
    `{ "name": "unit_converter"`,
    `{ "name": "recipe_box", "id": 20 },
    { "name": "bike_rental", "id": 20 },
    { "name": "unit_converter"`,
  ]);
  expect(await adviceAt(place, copy)).toMatchObject({
    "registered-in-constants": `Run \`eslint --fix\` on that file for the name. ${noConfig}`,
  });
});

it("one without handlers, which no case can be written for", async () => {
  const copy = new ExampleCopy();
  copy.write(
    place,
    copy
      .read(`${servers}/unit_converter/metadata.ts`)
      .replaceAll("UNIT_CONVERTER", "RECIPE_BOX")
      .replaceAll("unit_converter", "recipe_box"),
  );
  await copy.lint(registrationRules, true);
  expect(await adviceAt(place, copy)).toEqual({
    "registered-in-constants": noConfig,
    "registered-in-switch":
      "Add a case there. `--fix` leaves it to you: the server exports no factory or handlers that are called like those of its neighbours.",
  });
});

it("one of the oldest dialect, whose tools no entry can name", async () => {
  const copy = new ExampleCopy();
  const file = `${oldServers}/wind_station.ts`;
  copy.write(
    file,
    copy
      .read(`${oldServers}/weather_station.ts`)
      .replaceAll("weather_station", "wind_station"),
  );
  await copy.lint(registrationRules, true);
  expect(await adviceAt(file, copy)).toEqual({
    "registered-in-bm25-corpus": `Add an entry there, ${onPurpose} Its tools are no exported list, so the entry has to be written by hand.`,
    "registered-in-constants": noConfig,
  });
});
