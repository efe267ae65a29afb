import fs from "node:fs";
import path from "node:path";
import { ESLint } from "eslint";
import { afterEach, expect, it, vi } from "vitest";
import plugin from "../../src/index.ts";
import type { SettingsInput } from "../../src/settings.ts";
import { folder } from "../files/support.ts";
import {
  metadata,
  metadataPlace,
  places,
  registry,
  repository,
} from "./small-repository.ts";

// Where an app may be, and from where it may be linted.

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const parcel = metadataPlace("parcel");

/** An app below `w/app` in which the switch has lost a server. */
function workspace(): string {
  const files = {
    ...repository(),
    [places.switch]: registry.switch(["ferry"]),
  };
  return path.join(
    folder(
      Object.fromEntries(
        Object.entries(files).map(([place, text]) => [`w/app/${place}`, text]),
      ),
    ),
    "w",
  );
}

async function lint(
  cwd: string,
  file: string,
  settings: SettingsInput = {},
): Promise<string[]> {
  const eslint = new ESLint({
    cwd,
    overrideConfigFile: true,
    overrideConfig: [
      ...plugin.configs.recommended,
      { settings: { "mcp-runbook": settings } },
    ],
  });
  const results = await eslint.lintFiles([file]);
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ messageId, ruleId }) =>
        `${String(ruleId).replace("mcp-runbook/", "")} ${messageId ?? ""}`,
    ),
  );
}

const atServer = ["registered-in-switch unregistered"];
const atSwitch = ["registered-in-switch missing"];

it.each([
  ["the workspace root", "", ""],
  ["above it", "..", "w/"],
  ["the app root", "app", ""],
  ["a folder of the app", "app/lib/api", ""],
])("the current folder is %s", async (_where, cwd) => {
  const root = workspace();
  const from = path.join(root, cwd);
  const server = path.relative(from, path.join(root, "app", parcel));
  const dispatch = path.relative(from, path.join(root, "app", places.switch));
  expect(await lint(from, server, { root })).toEqual(atServer);
  // Without a root nobody knows of `w`: the app root is the workspace.
  expect(await lint(from, server)).toEqual(atServer);
  if (!dispatch.startsWith("..")) {
    // ESLint itself lints nothing that lies beside the current folder.
    expect(await lint(from, dispatch, { root })).toEqual(atSwitch);
  }
});

it("the root of the settings is a link, the linted path is not", async () => {
  const root = workspace();
  const link = `${root}-link`;
  fs.symlinkSync(root, link);
  const settings = { root: link };
  expect(await lint(root, `app/${parcel}`, settings)).toEqual(atServer);
  expect(await lint(root, `app/${places.switch}`, settings)).toEqual(atSwitch);
});

it("the linted path goes through a link, the root of the settings does not", async () => {
  const root = workspace();
  const link = `${root}-link`;
  fs.symlinkSync(root, link);
  expect(await lint(link, `app/${parcel}`, { root })).toEqual(atServer);
  expect(await lint(link, `app/${places.switch}`, { root })).toEqual(atSwitch);
  expect(await lint(link, `app/${parcel}`)).toEqual(atServer);
});

it("a server and a registry are linted through links beside them", async () => {
  const root = workspace();
  fs.symlinkSync(
    path.join(root, "app/lib/api/actions/servers/parcel"),
    path.join(root, "app/parcel"),
  );
  fs.symlinkSync(
    path.join(root, "app", places.switch),
    path.join(root, "app/index.ts"),
  );
  expect(await lint(root, "app/parcel/metadata.ts", { root })).toEqual(
    atServer,
  );
  expect(await lint(root, "app/index.ts", { root })).toEqual(atSwitch);
});

it("settings may have Windows' separators", async () => {
  const root = workspace();
  const settings = {
    root,
    constants: places.constants.replaceAll("/", "\\"),
    switch: places.switch.replaceAll("/", "\\"),
    bm25Corpus: places.bm25Corpus.replaceAll("/", "\\"),
    servers: ["lib\\api\\actions\\servers\\"],
  };
  expect(await lint(root, `app/${parcel}`, settings)).toEqual(atServer);
  expect(await lint(root, `app/${places.switch}`, settings)).toEqual(atSwitch);
});

it("two apps in one process are two apps", async () => {
  const root = workspace();
  const other = path.join(root, "tools/other");
  for (const [place, text] of Object.entries(repository(["kite", "parcel"]))) {
    const file = path.join(other, place);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
  expect(await lint(root, `tools/other/${parcel}`, { root })).toEqual([]);
  expect(await lint(root, `app/${parcel}`, { root })).toEqual(atServer);
  expect(await lint(root, `tools/other/${places.switch}`, { root })).toEqual(
    [],
  );
  expect(await lint(root, `app/${places.switch}`, { root })).toEqual(atSwitch);
});

it("no rule reads another server for one that is registered", async () => {
  const root = path.join(folder({}), "w");
  for (const [place, text] of Object.entries(
    repository(["ferry", "parcel", "kite"]),
  )) {
    const file = path.join(root, "app", place);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
  const own = path.dirname(path.join(root, "app", parcel));
  fs.mkdirSync(path.join(own, "tools"));
  fs.writeFileSync(
    path.join(own, "tools/index.ts"),
    "export const PARCEL_TOOL_HANDLERS = {};\n",
  );
  fs.writeFileSync(
    path.join(own, "index.ts"),
    'export default function make() {\n  return makeInternalMCPServer("parcel");\n}\n',
  );
  const reads = vi.spyOn(fs, "readFileSync");
  await lint(root, `app/${parcel}`, { root });
  const read = reads.mock.calls.map(([file]) => String(file));
  expect(read).toContain(path.join(root, "app", places.switch));
  for (const other of ["ferry", "kite"]) {
    expect(read).not.toContain(path.join(root, "app", metadataPlace(other)));
  }
});

it("one process lints again after every edit, with real files and rules", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const root = workspace();
  const later = (): void => {
    vi.advanceTimersByTime(250);
  };
  const server = `app/${parcel}`;
  const file = path.join(root, "app", places.switch);
  const write = (names: readonly string[]): void => {
    fs.writeFileSync(file, registry.switch(names));
    later();
  };
  expect(await lint(root, server, { root })).toEqual(atServer);
  write(["ferry", "parcel"]);
  expect(await lint(root, server, { root })).toEqual([]);
  fs.renameSync(file, `${file}.away`);
  later();
  expect(await lint(root, server, { root })).toEqual([
    "registered-in-switch unreadable",
  ]);
  fs.renameSync(`${file}.away`, file);
  later();
  expect(await lint(root, server, { root })).toEqual([]);
  write(["ferry"]);
  expect(await lint(root, server, { root })).toEqual(atServer);

  write(["ferry", "parcel"]);
  const dispatch = `app/${places.switch}`;
  expect(await lint(root, dispatch, { root })).toEqual([]);
  const kite = path.join(root, "app", metadataPlace("kite"));
  fs.mkdirSync(path.dirname(kite));
  fs.writeFileSync(kite, metadata("kite"));
  later();
  expect(await lint(root, dispatch, { root })).toEqual(atSwitch);
  fs.rmSync(path.dirname(kite), { recursive: true });
  later();
  expect(await lint(root, dispatch, { root })).toEqual([]);
});
