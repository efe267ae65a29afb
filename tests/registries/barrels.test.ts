import fs from "node:fs";
import path from "node:path";
import { ESLint } from "eslint";
import { expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { folder } from "../files/support.ts";
import { metadataPlace, places, repository } from "./small-repository.ts";

// A constants file that only passes on what other files hold.

const actions = "lib/actions/mcp_internal_actions";

const imports = `import { FERRY_SERVER } from "@app/lib/api/actions/servers/ferry/metadata";
import { PARCEL_SERVER } from "@app/lib/api/actions/servers/parcel/metadata";
`;
const names = `export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [
  "ferry",
  "parcel",
] as const;
`;
const configs = `export const INTERNAL_MCP_SERVERS = {
  ferry: { id: 1, metadata: FERRY_SERVER },
  parcel: { id: 2, metadata: PARCEL_SERVER },
};
`;
const legacy = `export const LEGACY_INTERNAL_MCP_SERVER_IDS: number[] = [];
`;

/** An app with these files in its folder of actions. */
function app(files: Readonly<Record<string, string>>): string {
  const all = { ...repository(), "package.json": "{}" };
  const root = folder(all);
  for (const [name, text] of Object.entries(files)) {
    fs.writeFileSync(path.join(root, actions, name), text);
  }
  return root;
}

async function lint(root: string, fix = false): Promise<string[]> {
  const eslint = new ESLint({
    cwd: root,
    fix,
    overrideConfigFile: true,
    overrideConfig: [
      ...plugin.configs.strict,
      { settings: { "mcp-runbook": { root } } },
    ],
  });
  const results = await eslint.lintFiles(["."]);
  await ESLint.outputFixes(results);
  return results.flatMap(({ filePath, messages }) =>
    messages.map(
      ({ column, line, messageId, ruleId, suggestions }) =>
        `${path.relative(root, filePath).replaceAll("\\", "/")}:${String(line)}:${String(column)} ${String(ruleId).replace("mcp-runbook/", "")} ${messageId ?? ""}${suggestions ? ` ${String(suggestions.length)}` : ""}`,
    ),
  );
}

async function messages(root: string, file: string): Promise<string[]> {
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: plugin.configs.recommended,
  });
  const [result] = await eslint.lintFiles([file]);
  return result?.messages.map(({ message }) => message) ?? [];
}

it("names that are exported from another file", async () => {
  const root = app({
    "names.ts": names,
    "constants.ts": `export { AVAILABLE_INTERNAL_MCP_SERVER_NAMES } from "./names";\n${imports}${configs}${legacy}`,
  });
  expect(await lint(root)).toEqual([]);
});

it("names that are exported from another file, which lacks one", async () => {
  const root = app({
    "names.ts": names.replace(`  "parcel",\n`, ""),
    "constants.ts": `export { AVAILABLE_INTERNAL_MCP_SERVER_NAMES } from "./names";\n${imports}${configs}${legacy}`,
  });
  const before = fs.readFileSync(path.join(root, actions, "constants.ts"));
  expect(await lint(root, true)).toEqual([
    `${places.constants}:1:10 registered-in-constants missingName`,
    `${metadataPlace("parcel")}:3:23 registered-in-constants unregisteredElsewhere`,
  ]);
  expect(fs.readFileSync(path.join(root, actions, "constants.ts"))).toEqual(
    before,
  );
  expect(await messages(root, places.constants)).toEqual([
    "'parcel' (lib/api/actions/servers/parcel/metadata.ts, line 3) is not in AVAILABLE_INTERNAL_MCP_SERVER_NAMES (in lib/actions/mcp_internal_actions/names.ts), so the host does not know it. Add it to this list.",
  ]);
  expect(await messages(root, metadataPlace("parcel"))).toEqual([
    "'parcel' is not fully registered: AVAILABLE_INTERNAL_MCP_SERVER_NAMES (in lib/actions/mcp_internal_actions/names.ts) does not list it. Until then the host does not know it. Add what is missing there.",
  ]);
});

it("names that are imported, renamed and exported, with one that is gone", async () => {
  const root = app({
    "names.ts": `export const NAMES = ["ferry", "parcel", "zeppelin"] as const;\n`,
    "constants.ts": `${imports}import { NAMES } from "./names";\n${configs}${legacy}export { NAMES as AVAILABLE_INTERNAL_MCP_SERVER_NAMES };\n`,
  });
  expect(await lint(root, true)).toEqual([
    `${places.constants}:9:19 registered-in-constants orphanNameAlone`,
  ]);
  expect(await messages(root, places.constants)).toEqual([
    "No server called 'zeppelin' is defined any more, and no config has this name. Remove it (in lib/actions/mcp_internal_actions/names.ts).",
  ]);
});

it("a misspelt name in another file is suggested nowhere", async () => {
  const root = app({
    "names.ts": names.replace("parcel", "parsel"),
    "constants.ts": `export { AVAILABLE_INTERNAL_MCP_SERVER_NAMES } from "./names";\n${imports}${configs}${legacy}`,
  });
  expect(await lint(root)).toEqual([
    `${places.constants}:1:10 registered-in-constants misspeltName`,
    `${metadataPlace("parcel")}:3:23 registered-in-constants misspeltThere`,
  ]);
  expect(await messages(root, metadataPlace("parcel"))).toEqual([
    "'parcel' is not fully registered in lib/actions/mcp_internal_actions/constants.ts: AVAILABLE_INTERNAL_MCP_SERVER_NAMES (in lib/actions/mcp_internal_actions/names.ts) has 'parsel' in its place, as no server is called. Until then the host does not know it. Correct the name there, if it means this server.",
  ]);
});

it("names that a package exports may be any", async () => {
  const root = app({
    "constants.ts": `export { AVAILABLE_INTERNAL_MCP_SERVER_NAMES } from "@host/names";\n${imports}${configs}${legacy}`,
  });
  expect(await lint(root)).toEqual([]);
});

it("names of two files, spread into one list", async () => {
  const root = app({
    "first.ts": `export const FIRST = ["ferry"] as const;\n`,
    "second.ts": `export const SECOND = ["parcel"] as const;\n`,
    "constants.ts": `import { FIRST } from "./first";\nimport { SECOND } from "./second";\n${imports}export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [...FIRST, ...SECOND] as const;\n${configs}${legacy}`,
  });
  expect(await lint(root)).toEqual([]);
});

it("configs that are exported from another file, which lacks one", async () => {
  const root = app({
    "servers.ts": `${imports}${configs.replace(/ {2}parcel.*\n/, "")}`,
    "constants.ts": `export { INTERNAL_MCP_SERVERS } from "./servers";\n${names}${legacy}`,
  });
  const before = fs.readFileSync(path.join(root, actions, "constants.ts"));
  expect(await lint(root, true)).toEqual([
    `${places.constants}:1:10 registered-in-constants missingConfig`,
    `${metadataPlace("parcel")}:3:23 registered-in-constants unregisteredElsewhere`,
  ]);
  expect(fs.readFileSync(path.join(root, actions, "constants.ts"))).toEqual(
    before,
  );
  expect(await messages(root, metadataPlace("parcel"))).toEqual([
    "'parcel' is not fully registered: INTERNAL_MCP_SERVERS (in lib/actions/mcp_internal_actions/servers.ts) has no config for it. Until then the host does not know it. Add what is missing there.",
  ]);
});

it("configs that are exported from another file, with an id twice", async () => {
  const root = app({
    "servers.ts": `${imports}${configs.replace("id: 2", "id: 1")}`,
    "constants.ts": `export { INTERNAL_MCP_SERVERS } from "./servers";\n${names}${legacy}`,
  });
  expect(await lint(root)).toEqual([
    `${places.constants}:1:10 stable-server-id changed`,
    `${places.constants}:1:10 unique-server-id duplicate`,
    `${metadataPlace("parcel")}:3:23 stable-server-id changed`,
    `${metadataPlace("parcel")}:3:23 unique-server-id duplicate`,
  ]);
});

it("all of it behind an export of everything", async () => {
  const root = app({
    "all.ts": `${imports}${names}${configs}${legacy}`,
    "constants.ts": `export * from "./all";\n`,
  });
  expect(await lint(root)).toEqual([]);
});

it("the file that holds the names, linted before it is saved", async () => {
  const root = app({
    "names.ts": names,
    "constants.ts": `export { AVAILABLE_INTERNAL_MCP_SERVER_NAMES } from "./names";\n${imports}${configs}${legacy}`,
  });
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: plugin.configs.strict,
  });
  const [result] = await eslint.lintText(names.replace("parcel", "parsel"), {
    filePath: path.join(root, actions, "names.ts"),
  });
  expect(result?.messages).toEqual([]);
});
