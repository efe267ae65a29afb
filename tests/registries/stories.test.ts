import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { ESLint, type Linter } from "eslint";
import { expect, it, onTestFinished } from "vitest";
import plugin from "../../src/index.ts";

// What happens to a repository, told from its start to its end. Each story has
// a copy of the clean example of its own. Files that change on the way are
// linted in another copy, since a lint trusts what it saw a moment ago.

const repository = path.resolve(import.meta.dirname, "../..");
const example = path.join(repository, "examples/dust-front");
const actions = "front/lib/actions/mcp_internal_actions";
const servers = "front/lib/api/actions/servers";
const constants = `${actions}/constants.ts`;
const dispatch = `${actions}/servers/index.ts`;
const corpus = `${servers}/bm25_tool_search_utils.test.ts`;
const snapshot = `${actions}/internal_mcp_server_availability.snapshot.json`;

/** The rules of this room; others have findings of their own in new servers. */
const registration = [
  "registered-in-constants",
  "registered-in-switch",
  "registered-in-bm25-corpus",
  "stable-server-id",
  "unique-server-id",
];

function copyOf(source: string): string {
  const root = fs.realpathSync(
    fs.mkdtempSync(path.join(os.tmpdir(), "mcp-runbook-story-")),
  );
  onTestFinished(() => {
    fs.rmSync(root, { recursive: true });
  });
  fs.cpSync(source, root, {
    recursive: true,
    filter: (file) => path.basename(file) !== "node_modules",
  });
  fs.symlinkSync(
    path.join(repository, "node_modules"),
    path.join(root, "node_modules"),
  );
  return root;
}

function read(root: string, file: string): string {
  return fs.readFileSync(path.join(root, file), "utf8");
}

function write(root: string, file: string, text: string): void {
  const target = path.join(root, file);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, text);
}

function edit(
  root: string,
  file: string,
  change: (text: string) => string,
): void {
  const before = read(root, file);
  const after = change(before);
  expect(after, `the edit of ${file}`).not.toBe(before);
  write(root, file, after);
}

async function lint(root: string, fix = false): Promise<ESLint.LintResult[]> {
  const eslint = new ESLint({
    cwd: root,
    fix,
    overrideConfigFile: true,
    overrideConfig: [
      ...plugin.configs.recommended,
      { settings: { "mcp-runbook": { root } } },
    ] as Linter.Config[],
    ruleFilter: ({ ruleId }) =>
      registration.includes(ruleId.replace("mcp-runbook/", "")),
  });
  const results = await eslint.lintFiles(["."]);
  if (fix) {
    await ESLint.outputFixes(results);
  }
  return results;
}

/** `file rule message` of each finding. */
function findings(
  root: string,
  results: readonly ESLint.LintResult[],
): string[] {
  return results.flatMap(({ filePath, messages }) =>
    messages.map(
      ({ message, messageId, ruleId }) =>
        `${path.relative(root, filePath).replaceAll("\\", "/")} ${ruleId?.replace("mcp-runbook/", "") ?? "fatal"} ${messageId ?? message} ${/'([^']+)'/.exec(message)?.[1] ?? ""}`,
    ),
  );
}

/** Takes the first suggestion of each finding, last place first. */
function takeSuggestions(results: readonly ESLint.LintResult[]): number {
  let taken = 0;
  for (const { filePath, messages } of results) {
    const fixes = messages.flatMap(
      ({ suggestions }) => suggestions?.[0]?.fix ?? [],
    );
    for (const { range, text } of fixes.sort(
      (a, b) => b.range[0] - a.range[0],
    )) {
      const source = fs.readFileSync(filePath, "utf8");
      fs.writeFileSync(
        filePath,
        source.slice(0, range[0]) + text + source.slice(range[1]),
      );
      taken++;
    }
  }
  return taken;
}

function compile(root: string): void {
  execFileSync(
    process.execPath,
    [
      path.join(repository, "node_modules/typescript/bin/tsc"),
      "-p",
      path.join(root, "front"),
    ],
    { stdio: "pipe" },
  );
}

/** Defines a server, registered nowhere. */
function defineServer(root: string, name: string): void {
  const stem = name.toUpperCase();
  write(
    root,
    `${servers}/${name}/metadata.ts`,
    read(root, `${servers}/unit_converter/metadata.ts`)
      .replaceAll("UNIT_CONVERTER", stem)
      .replaceAll("unit_converter", name),
  );
  write(
    root,
    `${servers}/${name}/tools/index.ts`,
    read(root, `${servers}/unit_converter/tools/index.ts`)
      .replaceAll("UNIT_CONVERTER", stem)
      .replaceAll("unit_converter", name),
  );
}

it("a new server: one run of --fix registers it, its config is a suggestion, then all is well", async () => {
  const root = copyOf(example);
  defineServer(root, "recipe_box");
  expect(findings(root, await lint(root))).toEqual([
    `${constants} registered-in-constants missingName recipe_box`,
    `${constants} registered-in-constants missingConfig recipe_box`,
    `${dispatch} registered-in-switch missing recipe_box`,
    `${corpus} registered-in-bm25-corpus missing recipe_box`,
    `${servers}/recipe_box/metadata.ts registered-in-bm25-corpus unregistered recipe_box`,
    `${servers}/recipe_box/metadata.ts registered-in-constants unregistered recipe_box`,
    `${servers}/recipe_box/metadata.ts registered-in-switch unregistered recipe_box`,
  ]);
  await lint(root, true);

  const fixed = copyOf(root);
  const left = await lint(fixed);
  expect(findings(fixed, left)).toEqual([
    `${constants} registered-in-constants missingConfig recipe_box`,
    `${servers}/recipe_box/metadata.ts registered-in-constants unregistered recipe_box`,
  ]);
  expect(takeSuggestions(left)).toBe(1);

  // The one thing that takes a second run: the snapshot follows the constants.
  const added = copyOf(fixed);
  expect(findings(added, await lint(added, true))).toEqual([
    `${constants} stable-server-id unlistedManual recipe_box`,
    `${servers}/recipe_box/metadata.ts stable-server-id unlistedManual recipe_box`,
  ]);
  expect(read(added, snapshot)).toContain(`
    { "name": "forms_&_surveys", "id": 12 },
    { "name": "recipe_box", "id": 13 },
    { "name": "unit_converter", "id": 1000 }
  ]
`);

  const done = copyOf(added);
  expect(findings(done, await lint(done))).toEqual([]);
  expect(read(done, constants)).toContain(`
  recipe_box: {
    id: 13,
    availability: "manual",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    tools_arguments_requiring_approval: undefined,
    tools_retry_policies: undefined,
    timeoutMs: undefined,
    metadata: RECIPE_BOX_SERVER,
  },
`);
  compile(done);
});

it("a server whose id the snapshot knows: one run of --fix does all, config included", async () => {
  const root = copyOf(example);
  defineServer(root, "recipe_box");
  edit(root, snapshot, (text) =>
    text.replace(
      `{ "name": "unit_converter"`,
      `{ "name": "recipe_box", "id": 14 },\n    { "name": "unit_converter"`,
    ),
  );
  await lint(root, true);

  const fixed = copyOf(root);
  expect(findings(fixed, await lint(fixed))).toEqual([]);
  expect(read(fixed, constants)).toContain("recipe_box: {\n    id: 14,");
  compile(fixed);
});

it("fifteen new servers at once: one run, ids of their own, and the second run changes nothing", async () => {
  const root = copyOf(example);
  const names = Array.from(
    { length: 15 },
    (_, index) => `shelf_${String.fromCharCode(97 + index)}`,
  );
  for (const name of names) {
    defineServer(root, name);
  }
  await lint(root, true);

  const fixed = copyOf(root);
  const left = await lint(fixed, true);
  expect(
    findings(fixed, left).filter((finding) => finding.startsWith(constants)),
  ).toEqual(
    names.map(
      (name) => `${constants} registered-in-constants missingConfig ${name}`,
    ),
  );
  for (const file of [constants, dispatch, corpus]) {
    expect(read(fixed, file)).toBe(read(root, file));
  }
  const ids = left.flatMap(({ messages }) =>
    messages.flatMap(
      ({ suggestions }) =>
        /id (\d+)/.exec(suggestions?.[0]?.desc ?? "")?.[1] ?? [],
    ),
  );
  expect(ids).toEqual(names.map((_, index) => String(13 + index)));
});

it("a server deleted: an orphan in every registry, and nowhere else", async () => {
  const root = copyOf(example);
  fs.rmSync(path.join(root, servers, "parcelhub"), { recursive: true });
  expect(findings(root, await lint(root))).toEqual([
    `${constants} registered-in-constants orphanName parcelhub`,
    `${constants} registered-in-constants orphanConfig parcelhub`,
    `${dispatch} registered-in-switch orphan parcelhub`,
    `${corpus} registered-in-bm25-corpus orphan parcelhub`,
  ]);
});

it("a server moved to a folder of another name: nothing to say", async () => {
  const root = copyOf(example);
  fs.renameSync(
    path.join(root, servers, "parcelhub"),
    path.join(root, servers, "parcel_service"),
  );
  for (const file of [constants, dispatch, corpus]) {
    edit(root, file, (text) =>
      text.replaceAll("servers/parcelhub", "servers/parcel_service"),
    );
  }
  expect(findings(root, await lint(root))).toEqual([]);
});

it("a server renamed everywhere but in the registries' names: what leads to it is to be renamed", async () => {
  const root = copyOf(example);
  // Config and definition agree; names, case and corpus still have the old name.
  for (const file of [`${servers}/unit_converter/metadata.ts`, constants]) {
    edit(root, file, (text) =>
      text
        .replace(`name: "unit_converter"`, `name: "measure_converter"`)
        .replace("  unit_converter: {", "  measure_converter: {"),
    );
  }
  const file = `${servers}/unit_converter/metadata.ts`;
  expect(findings(root, await lint(root))).toEqual([
    `${constants} registered-in-constants missingName measure_converter`,
    `${constants} registered-in-constants orphanNameAlone unit_converter`,
    `${constants} stable-server-id taken measure_converter`,
    `${snapshot} stable-server-id takenLine unit_converter`,
    `${dispatch} registered-in-switch misspelt unit_converter`,
    `${corpus} registered-in-bm25-corpus misspelt unit_converter`,
    `${file} registered-in-bm25-corpus misspeltThere measure_converter`,
    `${file} registered-in-constants unregistered measure_converter`,
    `${file} registered-in-switch misspeltThere measure_converter`,
    `${file} stable-server-id taken measure_converter`,
  ]);
});

it("a shipped server that takes another's id: it is the one, and gets its own back", async () => {
  const root = copyOf(example);
  edit(root, constants, (text) => text.replace("id: 12,", "id: 10,"));
  const results = await lint(root);
  expect(
    findings(root, results).filter((finding) => finding.startsWith(constants)),
  ).toEqual([
    `${constants} stable-server-id changed forms_&_surveys`,
    `${constants} unique-server-id duplicate forms_&_surveys`,
  ]);
  const offered = results.flatMap(({ messages }) =>
    messages.flatMap(({ suggestions }) => suggestions?.[0]?.fix.text ?? []),
  );
  expect(offered).toEqual(["12", "12"]);
});

it("a merge conflict left in the constants: every definition says so, once", async () => {
  const root = copyOf(example);
  edit(root, constants, (text) =>
    text.replace(
      `  "parcelhub",\n`,
      `<<<<<<< HEAD\n  "parcelhub",\n=======\n  "parcel_hub",\n>>>>>>> parcels\n`,
    ),
  );
  const results = await lint(root);
  const messages = results.flatMap((result) =>
    result.messages.filter(({ ruleId }) => ruleId !== null),
  );
  expect(messages.length).toBe(8);
  for (const { message, ruleId } of messages) {
    expect(ruleId).toBe("mcp-runbook/registered-in-constants");
    expect(message).toContain(
      "constants.ts, which holds the names and configs of all servers, holds an unresolved merge conflict (line 22). Resolve the conflict.",
    );
  }
});

it("name, config, case and corpus entry of one server deleted: four reports in the registries, one a rule at the definition", async () => {
  const root = copyOf(example);
  edit(root, constants, (text) =>
    text
      .replace(`  "parcelhub",\n`, "")
      .replace(/ {2}parcelhub: \{[^]*?\n {2}\},\n/, ""),
  );
  edit(root, dispatch, (text) =>
    text.replace(/ {4}case "parcelhub":\n.*\n/, ""),
  );
  edit(root, corpus, (text) =>
    text.replace(/ {2}\{ name: "parcelhub".*\n/, ""),
  );
  const file = `${servers}/parcelhub/metadata.ts`;
  expect(findings(root, await lint(root))).toEqual([
    `${constants} registered-in-constants missingName parcelhub`,
    `${constants} registered-in-constants missingConfig parcelhub`,
    `${dispatch} registered-in-switch missing parcelhub`,
    `${corpus} registered-in-bm25-corpus missing parcelhub`,
    `${file} registered-in-bm25-corpus unregistered parcelhub`,
    `${file} registered-in-constants unregistered parcelhub`,
    `${file} registered-in-switch unregistered parcelhub`,
  ]);
  await lint(root, true);
  // Their imports were still there: what is back may stand elsewhere, no more.
  for (const registry of [dispatch, corpus]) {
    expect(sortedLines(read(root, registry))).toEqual(
      sortedLines(fs.readFileSync(path.join(example, registry), "utf8")),
    );
  }
  const fixed = read(root, constants);
  expect(fixed).toContain(`  "parcelhub",\n`);
  expect(fixed).toContain("  parcelhub: {\n    id: 3,");
});

function sortedLines(text: string): string[] {
  return text.split("\n").sort();
}

it("two branches took one id, each with its line in the snapshot: each advice leads on, to the end", async () => {
  const root = copyOf(example);
  for (const name of ["recipe_box", "bike_rental"]) {
    defineServer(root, name);
    const stem = name.toUpperCase();
    edit(root, constants, (text) =>
      text
        .replace(
          "import { UNIT_CONVERTER_SERVER }",
          `import { ${stem}_SERVER } from "@app/lib/api/actions/servers/${name}/metadata";\n$&`,
        )
        .replace(
          "\n  // Development\n",
          `  ${name}: { id: 14, availability: "manual", metadata: ${stem}_SERVER },\n$&`,
        ),
    );
    edit(root, snapshot, (text) =>
      text.replace(
        `    { "name": "unit_converter"`,
        `    { "name": "${name}", "id": 14 },\n$&`,
      ),
    );
  }
  await lint(root, true);

  const merged = copyOf(root);
  const first = await lint(merged);
  expect(findings(merged, first)).toEqual([
    `${constants} unique-server-id duplicate bike_rental`,
    `${snapshot} stable-server-id repeatedId bike_rental`,
    `${servers}/bike_rental/metadata.ts unique-server-id duplicate bike_rental`,
  ]);
  expect(takeSuggestions(first)).toBe(1);
  expect(read(merged, constants)).toContain("bike_rental: { id: 15,");

  const renumbered = copyOf(merged);
  const second = await lint(renumbered);
  const messages = second.flatMap((result) => result.messages);
  expect(messages.map(({ line, message }) => ({ line, message }))).toEqual([
    {
      line: 13,
      message:
        "'bike_rental' has the id 14, which 'recipe_box' (line 12) has, too. Agents store servers by id: only one of them can have been shipped with it. The constants give 'bike_rental' 15 (lib/actions/mcp_internal_actions/constants.ts, line 167): correct this line.",
    },
  ]);
  edit(renumbered, snapshot, (text) =>
    text.replace(`"bike_rental", "id": 14`, `"bike_rental", "id": 15`),
  );

  const done = copyOf(renumbered);
  expect(findings(done, await lint(done))).toEqual([]);
});

it("a slip in the snapshot gives a server the id of another: the one report is at its line", async () => {
  const root = copyOf(example);
  edit(root, snapshot, (text) =>
    text.replace(`"pigeon_mail", "id": 9`, `"pigeon_mail", "id": 12`),
  );
  const messages = (await lint(root)).flatMap((result) => result.messages);
  expect(messages.map(({ line, message }) => ({ line, message }))).toEqual([
    {
      line: 9,
      message:
        "'pigeon_mail' has the id 12, which 'forms_&_surveys' (line 11) has, too. Agents store servers by id: only one of them can have been shipped with it. The constants give 'pigeon_mail' 9 (lib/actions/mcp_internal_actions/constants.ts, line 127): correct this line.",
    },
  ]);
});

it("an id that is wrong: the definition is told the line of the id, where the constants are reported", async () => {
  const root = copyOf(example);
  edit(root, constants, (text) => text.replace("id: 12,", "id: 10,"));
  const results = await lint(root);
  const messages = (file: string): Linter.LintMessage[] =>
    results.find(({ filePath }) => filePath.endsWith(file))?.messages ?? [];
  const lines = messages(constants).map(({ line }) => line);
  expect(lines).toEqual([152, 152]);
  for (const { message } of messages("forms_surveys/metadata.ts")) {
    expect(message).toMatch(
      /^'forms_&_surveys' has the id 10 \(in lib\/actions\/mcp_internal_actions\/constants\.ts, line 152\)/,
    );
  }
});
