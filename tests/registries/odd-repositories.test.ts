import fs from "node:fs";
import path from "node:path";
import { ESLint, type Linter } from "eslint";
import { describe, expect, it } from "vitest";
import { FileStore } from "../../src/files/file-store.ts";
import { ImportResolver } from "../../src/files/resolve-import.ts";
import plugin from "../../src/index.ts";
import { fingerprint } from "../../src/registries/fingerprint.ts";
import { readSettings, type SettingsInput } from "../../src/settings.ts";
import { folder } from "../files/support.ts";
import {
  metadata,
  metadataPlace,
  places,
  registry,
  repository,
} from "./small-repository.ts";

// Shapes that hardly anybody writes, and that are right or at least readable.

type Files = Record<string, string>;

interface Lint {
  readonly settings?: SettingsInput;
  /** Unsaved text. */
  readonly text?: string;
}

/** What is found in a file of a repository. */
async function lint(
  root: string,
  file: string,
  { settings = {}, text }: Lint = {},
): Promise<Linter.LintMessage[]> {
  const eslint = linter(root, settings);
  const filePath = path.join(root, file);
  const [result] = await eslint.lintText(
    text ?? fs.readFileSync(filePath, "utf8"),
    { filePath },
  );
  return result?.messages ?? [];
}

function linter(root: string, settings: SettingsInput, fix = false): ESLint {
  return new ESLint({
    cwd: root,
    fix,
    overrideConfigFile: true,
    overrideConfig: [
      ...plugin.configs.strict,
      { settings: { "mcp-runbook": { root, ...settings } } },
    ],
  });
}

async function findings(
  root: string,
  file: string,
  given?: Lint,
): Promise<string[]> {
  return (await lint(root, file, given)).map(
    ({ line, messageId, ruleId }) =>
      `${String(line)} ${String(ruleId).replace("mcp-runbook/", "")} ${messageId ?? ""}`,
  );
}

/** The file after `--fix`. */
async function fixed(root: string, file: string): Promise<string> {
  const filePath = path.join(root, file);
  const text = fs.readFileSync(filePath, "utf8");
  const [result] = await linter(root, {}, true).lintText(text, { filePath });
  return result?.output ?? text;
}

function edited(files: Files, place: string, from: string, to: string): void {
  const text = files[place] ?? "";
  expect(text).toContain(from);
  files[place] = text.replace(from, to);
}

/** `parcel`, `ferry` and a new server `kite` that has a factory. */
function withKite(body: string): string {
  const files = repository();
  files[metadataPlace("kite")] = metadata("kite");
  files["lib/api/actions/servers/kite/index.ts"] =
    `export default function createServer() {
  return makeInternalMCPServer("kite");
}
`;
  files[places.switch] =
    `import { FERRY_SERVER } from "@app/lib/api/actions/servers/ferry/metadata";
import { PARCEL_SERVER } from "@app/lib/api/actions/servers/parcel/metadata";
export function getInternalMCPServer(name: string) {
  switch (name) {
${body}
  }
}
`;
  return folder(files);
}

describe("a new case is not what another case goes on with, where", () => {
  const written = `case KITE_NAME:
      return kiteServer();`;

  it("a case has no body", async () => {
    const root = withKite(`    case "ferry":
    case "parcel":
      return makeServer(PARCEL_SERVER, name);
    default:
      return assertNever(name);`);
    expect(await fixed(root, places.switch)).toContain(`  switch (name) {
    ${written}
    case "ferry":
    case "parcel":`);
  });

  it("a case only does something first", async () => {
    const root = withKite(`    case "aviary":
      return makeServer(AVIARY_SERVER);
    case "ferry":
      countFerries();
    case "parcel":
      return makeServer(PARCEL_SERVER, name);
    default:
      return assertNever(name);`);
    expect(await fixed(root, places.switch))
      .toContain(`      return makeServer(AVIARY_SERVER);
    ${written}
    case "ferry":
      countFerries();
    case "parcel":`);
  });

  it("the last case goes on with the default", async () => {
    const root = withKite(`    case "ferry": {
      return makeServer(FERRY_SERVER);
    }
    case "harbor":
    default:
      throw new Error(name);`);
    expect(await fixed(root, places.switch)).toContain(`    }
    ${written}
    case "harbor":
    default:`);
  });
});

const cases = `    case "ferry":
      return makeServer(FERRY_SERVER);
    case "parcel":
      return makeServer(PARCEL_SERVER);`;
const others = `    default:
      return assertNever(name);`;

/** What is said of `kite` where other statements stand ahead of the switch. */
async function saidOfKite(ahead: string, body: string): Promise<string[]> {
  const root = withKite(body);
  const file = path.join(root, places.switch);
  const text = fs.readFileSync(file, "utf8");
  fs.writeFileSync(
    file,
    text.replace("  switch (name) {", `${ahead}\n  switch (name) {`),
  );
  const said = [
    ...(await findings(root, places.switch)),
    ...(await findings(root, metadataPlace("kite"))),
  ];
  return said.filter((one) => one.includes("registered-in-switch"));
}

describe("no case is missed where a server is made without one:", () => {
  it.each([
    ["ahead of the switch", `if (name === "kite") { return kiteServer(); }`],
    [
      "ahead of the switch, in a block of another condition",
      `if (isWindy) { if (name === KITE_NAME) return kiteServer() as Server; }`,
    ],
    [
      "by what is looked up ahead of it",
      "const make = makers[name];\n  if (make) return make(auth);",
    ],
    [
      "ahead of it, without a condition",
      "const { make } = makers[name];\n  return make(auth) ?? undefined;",
    ],
    [
      "in a switch ahead of it",
      "switch (groupOf(name)) { case 1: return flying(name); }",
    ],
  ])("%s", async (_, ahead) => {
    expect(await saidOfKite(ahead, `${cases}\n${others}`)).toEqual([]);
  });

  it.each([
    ["for all other names", "return generic.make(name);"],
    ["for some others", "{ if (isOld(name)) return old(name); throw no(); }"],
  ])("%s", async (_, rest) => {
    expect(
      await saidOfKite("", `${cases}\n    default:\n      ${rest}`),
    ).toEqual([]);
  });
});

describe("a case is missed where the function otherwise", () => {
  const missing = [
    "4 registered-in-switch missing",
    "3 registered-in-switch unregistered",
  ];

  it.each([
    ["refuses a name", `if (isOff(name)) return new Err(new Error(name));`],
    ["returns nothing for a name", "if (isOff(name)) return undefined;"],
    ["returns for a reason of its own", "if (!auth) return emptyServer();"],
    [
      "has functions of its own",
      "const log = (server) => { return note(name, server); };",
    ],
  ])("%s", async (_, ahead) => {
    expect(await saidOfKite(ahead, `${cases}\n${others}`)).toEqual(
      missing.map((one) => one.replace("4", "5")),
    );
  });

  it.each([
    ["refuses all others", "return assertNever(name);"],
    ["throws for all others", "throw new Error(name);"],
    ["returns an error for all others", "return new Err(new Error(name));"],
    ["returns no server for all others", "return null;"],
  ])("%s", async (_, rest) => {
    expect(
      await saidOfKite("", `${cases}\n    default:\n      ${rest}`),
    ).toEqual(missing.map((one) => one.replace("4", "5")));
  });

  it("returns what the switch made", async () => {
    expect(
      await saidOfKite(
        "let server;",
        `    case "ferry":
      server = makeServer(FERRY_SERVER);
      break;
    default:
      throw new Error(name);
  }
  if (server) {
    return named(name, server);`,
      ),
    ).toEqual(
      ["parcel", "kite"]
        .map(() => "5 registered-in-switch missing")
        .concat("3 registered-in-switch unregistered"),
    );
  });
});

it("an address in a case is no comment on it", async () => {
  const files = repository();
  const handled = ["ferry", "parcel", "kite"];
  for (const name of handled) {
    files[metadataPlace(name)] = metadata(name);
    files[`lib/api/actions/servers/${name}/tools/index.ts`] =
      `export const ${name.toUpperCase()}_TOOL_HANDLERS = {};\n`;
  }
  const caseOf = (name: string): string => `    case "${name}":
      return createServer(${name.toUpperCase()}_SERVER, { handlers: ${name.toUpperCase()}_TOOL_HANDLERS, base: "https://x.test" });
`;
  const importsOf = (name: string): string =>
    `import { ${name.toUpperCase()}_SERVER } from "@app/lib/api/actions/servers/${name}/metadata";
import { ${name.toUpperCase()}_TOOL_HANDLERS } from "@app/lib/api/actions/servers/${name}/tools";
`;
  files[places.switch] =
    `${importsOf("ferry")}${importsOf("parcel")}export function getInternalMCPServer(name: string) {
  switch (name) {
${caseOf("ferry")}${caseOf("parcel")}    default:
      return assertNever(name);
  }
}
`;
  const root = folder(files);
  expect(await fixed(root, places.switch)).toContain(
    caseOf("kite").replace(`"kite"`, "KITE_NAME"),
  );
});

describe("a list that holds itself may hold anything:", () => {
  it.each([
    {
      list: "AVAILABLE_INTERNAL_MCP_SERVER_NAMES",
      place: places.constants,
      rule: "registered-in-constants",
      // The configs lack it for certain.
      said: [
        "7 registered-in-constants missingConfig",
        "3 registered-in-constants unregistered",
      ],
    },
    {
      list: "SERVERS",
      place: places.bm25Corpus,
      rule: "registered-in-bm25-corpus",
      said: [],
    },
  ])("$list", async ({ list, place, rule, said }) => {
    const files = repository(["ferry"]);
    edited(files, place, " = [", ` = [...${list}, ...OTHERS,`);
    files[place] = `${files[place] ?? ""}const OTHERS = [...${list}];\n`;
    files[metadataPlace("kite")] = metadata("kite");
    const root = folder(files);
    const all = [
      ...(await findings(root, place)),
      ...(await findings(root, metadataPlace("kite"))),
    ];
    expect(all.filter((one) => one.includes(rule))).toEqual(said);
  });
});

it("a list that spreads a name twice says once that its server is gone", async () => {
  const files = repository();
  edited(files, places.constants, `  "ferry",\n`, `  "ferry",\n  ...OLD,\n`);
  files[places.constants] =
    `${files[places.constants] ?? ""}const OLD = ["zebra_crossing", "zebra_crossing"] as const;\n`;
  expect(await findings(folder(files), places.constants)).toEqual([
    "6 registered-in-constants orphanNameAlone",
  ]);
});

it("a config whose server object is in a file that does not parse", async () => {
  const files = repository();
  files["lib/other/kite.ts"] = `${metadata("kite")}const [ = 1;\n`;
  edited(
    files,
    places.constants,
    "\n};",
    "\n  kite: { id: 9, metadata: KITE_SERVER },\n};",
  );
  files[places.constants] =
    `import { KITE_SERVER } from "@app/lib/other/kite";\n${files[places.constants] ?? ""}`;
  expect(await findings(folder(files), places.constants)).not.toContainEqual(
    expect.stringMatching("orphanConfig"),
  );
});

describe("the host's own lists", () => {
  const oauth = "types/oauth.ts";

  /** `ferry` with something else in its info. */
  function withInfo(info: string): Files {
    const files = repository();
    edited(files, metadataPlace("ferry"), "authorization: null", info);
    return files;
  }

  it("an icon of the second list, where the first one is open", async () => {
    const files = withInfo(`icon: "ActionHiddenIcon", authorization: null`);
    files["components/resources/resources_icons.tsx"] =
      "export const ICONS = { ...moreIcons, ActionListIcon };\n";
    files["lib/actions/mcp_icons.ts"] =
      `export const ICONS = ["ActionTableIcon"];\n`;
    Object.assign(files, logoRegistry);
    const root = folder(files);
    expect(
      await findings(root, metadataPlace("ferry"), { settings: { logos } }),
    ).toEqual([]);
  });

  const logos = { registry: "logo/registry.ts", index: "logo/index.ts" };
  const logoRegistry = {
    "logo/registry.ts": `import { CowLogo } from "./index";
import { MORE } from "./more/registry";
export const PLATFORM_LOGOS = { CowLogo, ...MORE };
`,
    "logo/index.ts": `export { default as CowLogo } from "./Cow";\n`,
    "logo/Cow.tsx": "export default 1;\n",
    "logo/more/registry.ts": `import { AntLogo } from "./index";
export const MORE = { AntLogo };
`,
    "logo/more/index.ts": `export { default as AntLogo } from "./Ant";\n`,
    "logo/more/Ant.tsx": "export default 1;\n",
  };

  it("a logo that is spread from a registry of its own", async () => {
    const files = withInfo(`icon: "AntLogo", authorization: null`);
    Object.assign(files, logoRegistry);
    const root = folder(files);
    expect(
      await findings(root, metadataPlace("ferry"), { settings: { logos } }),
    ).toEqual([]);
  });

  it.each(["../sparkle/logo.ts", "../sparkle/./logo.ts"])(
    "the registry of logos at %s",
    async (file) => {
      const files = withInfo(`icon: "AntLogo", authorization: null`);
      const root = folder({
        ...Object.fromEntries(
          Object.entries(files).map(([name, text]) => [`app/${name}`, text]),
        ),
        ".git/HEAD": "",
        "sparkle/logo.ts": `import { CowLogo } from "./index";
export const PLATFORM_LOGOS = { CowLogo };
`,
        "sparkle/index.ts": `export { default as CowLogo } from "./Cow";
export { default as AntLogo } from "./Ant";
`,
        "sparkle/Ant.tsx": "export default 1;\n",
        "sparkle/Cow.tsx": "export default 1;\n",
      });
      expect(
        await findings(root, "sparkle/logo.ts", {
          settings: {
            logos: { registry: file, index: "../sparkle/index.ts" },
          },
        }),
      ).toEqual(["2 valid-server-info missingLogo"]);
    },
  );

  const authorization = `authorization: { provider: "x", supported_use_cases: ["team"] }`;

  it.each([
    ["under its other name", `export type MCPOAuthUseCase = "team" | "own";`],
    [
      "with a part from elsewhere",
      `export const OAUTH_USE_CASES = ["own", ...MORE];`,
    ],
    ["in a file that does not parse", "export const OAUTH_USE_CASES = [;"],
  ])("use cases %s", async (_, text) => {
    const files = withInfo(authorization);
    files[oauth] = `${text}\n`;
    expect(
      await findings(folder(files), metadataPlace("ferry"), {
        settings: { oauth: false },
      }),
    ).toEqual([]);
  });

  it("a use case that they lack", async () => {
    const files = withInfo(authorization);
    files[oauth] = `export type OAuthUseCase = "own" | "shared";\n`;
    expect(
      await findings(folder(files), metadataPlace("ferry"), {
        settings: { oauth: false },
      }),
    ).toEqual(["3 valid-server-info unknownUseCase"]);
  });
});

it("a folder of servers within another one, in either order", async () => {
  const files = repository(["ferry", "parcel"]);
  files["lib/api/actions/servers/old/kite/index.ts"] =
    `export default function createServer() {
  return makeInternalMCPServer("kite");
}
`;
  files["lib/api/actions/servers/old/crane/metadata.ts"] = metadata("crane");
  const names = ["ferry", "parcel", "crane", "kite"];
  files[places.constants] = registry
    .constants(names)
    .replace(", metadata: KITE_SERVER", "")
    .replace(/^import .*KITE_SERVER.*\n/m, "")
    .replace("servers/crane", "servers/old/crane");
  files[places.idSnapshot] = registry.idSnapshot(names);
  const root = folder(files);
  const outer = "lib/api/actions/servers";
  for (const servers of [
    [outer, `${outer}/old`],
    [`${outer}/old`, outer],
  ]) {
    expect(
      await findings(root, places.constants, { settings: { servers } }),
    ).toEqual([]);
  }
});

it("handlers that are not saved yet belong to their server", async () => {
  const files = repository(["ferry"]);
  const tools = "lib/api/actions/servers/ferry/tools/index.ts";
  files[metadataPlace("ferry")] =
    `export const FERRY_TOOLS = createToolsRecord({
  cross_river: { description: "Cross the river.", schema: {}, stake: "low", displayLabels: { running: "Crossing", done: "Cross" } },
});
${metadata("ferry").replace("tools: []", "tools: Object.values(FERRY_TOOLS)")}`;
  const handlers = `export const FERRY_TOOL_HANDLERS = { swim: async () => {} };\n`;
  files[tools] = handlers;
  const saved = await findings(folder(files), tools);
  expect(saved).toContain("1 handlers-match-tools missing");
  files[tools] = "export const x = 1;\n";
  expect(await findings(folder(files), tools, { text: handlers })).toEqual(
    saved,
  );
});

it("lines of a snapshot are indented as the file is", async () => {
  const files = repository(["ferry"]);
  files[places.idSnapshot] = `{
    "auto": [],
    "manual": []
}
`;
  edited(files, places.constants, "id: 1,", `id: 1, availability: "manual",`);
  expect(await fixed(folder(files), places.idSnapshot)).toBe(`{
    "auto": [],
    "manual": [
        { "name": "ferry", "id": 1 }
    ]
}
`);
});

describe("the fingerprint changes with", () => {
  it.each([
    ["the feature flags", "types/shared/feature_flags.ts", {}],
    [
      "the feature flags of a setting",
      "lib/flags.ts",
      { featureFlags: "lib/flags.ts" },
    ],
    ["the use cases", "types/oauth.ts", {}],
    ["the icons", "lib/actions/mcp_icons.ts", {}],
  ])("%s", (_, file, settings) => {
    const root = folder({ ...repository(), [file]: "export const A = 1;\n" });
    const sum = (): string => {
      const store = new FileStore();
      return fingerprint(
        { appRoot: root, workspaceRoot: root },
        readSettings({ "mcp-runbook": settings }),
        store,
        new ImportResolver(store),
      );
    };
    const before = sum();
    fs.writeFileSync(path.join(root, file), "export const B = 1;\n");
    expect(sum()).not.toBe(before);
  });
});
