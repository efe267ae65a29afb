import fs from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import typescriptParser from "@typescript-eslint/parser";
import { Linter, type Rule } from "eslint";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { rules } from "../rules/index.ts";
import plugin from "../src/index.ts";
import { lintedFile, type FileKind } from "../src/linted-file.ts";
import { completeText, type Model } from "../src/mcp/model.ts";
import { settingsKey } from "../src/settings.ts";
import { folder } from "./files/support.ts";
import { source } from "./source/support.ts";
import { letIntervalPass, stopClock } from "./stopped-clock.ts";

const constants = "/project/lib/actions/mcp_internal_actions/constants.ts";

const servers = "lib/api/actions/servers";

function contextOf(
  text: string,
  filename = "/project/file.ts",
  settings: object = {},
): Rule.RuleContext {
  const { program: ast } = source(text);
  return {
    cwd: "/project",
    filename,
    settings: { [settingsKey]: settings },
    sourceCode: { ast, text },
    options: [],
  } as unknown as Rule.RuleContext;
}

function holds(kind: FileKind, ...file: Parameters<typeof contextOf>): boolean {
  return lintedFile(contextOf(...file) as never).mayHold[kind];
}

describe("a file may hold", () => {
  it("tools, when it has a word that declarations have", () => {
    expect(holds("tools", `server.registerTool("a", {}, run);`)).toBe(true);
    expect(holds("tools", `server.listen(3000);`)).toBe(false);
  });

  it("no tools, when it is a minified bundle", () => {
    const bundle = `server.registerTool("a", {}, run);${"f();".repeat(30_000)}`;
    expect(holds("tools", bundle)).toBe(false);
  });

  it("a registry, when the settings name it", () => {
    expect(holds("registries", "", constants)).toBe(true);
    expect(holds("registries", "", "/project/lib/constants.ts")).toBe(false);
    expect(
      holds("registries", "", "/project/lib/constants.ts", {
        constants: "lib/constants.ts",
      }),
    ).toBe(true);
  });

  it("a server, in a folder that the settings name", () => {
    const folder = "/project/lib/api/actions/servers";
    expect(holds("registries", "", `${folder}/lists/metadata.ts`)).toBe(true);
    expect(holds("registries", "", "/project/lib/api/lists.ts")).toBe(false);
    expect(
      holds("registries", "", "/project/lib/lists.ts", { servers: ["lib"] }),
    ).toBe(true);
  });

  it("one kind without the other, and begins the rules that look at it", () => {
    const context = contextOf("", constants);
    expect(lintedFile(context as never).mayHold).toEqual({
      tools: false,
      registries: true,
    });
    const begun = Object.entries(rules).flatMap(([id, rule]) =>
      Object.keys(rule.create(context as never)).length > 0 ? [id] : [],
    );
    expect(begun).toContain("registered-in-constants");
    expect(begun).toContain("handlers-match-tools");
    expect(begun).not.toContain("bare-infinitive-description");
  });

  it("something else with other settings", () => {
    const context = contextOf("", "/project/x/ids.ts");
    expect(lintedFile(context as never).mayHold.registries).toBe(false);
    const other = {
      ...context,
      settings: { [settingsKey]: { constants: "x/ids.ts" } },
    };
    expect(lintedFile(other as never).mayHold.registries).toBe(true);
  });
});

describe("the model of a server's file that is linted again", () => {
  const servers = "lib/api/actions/servers/parcel";
  const text = `import { NAME } from "./name.ts";
export const TOOLS = [
  { name: NAME, description: "List parcels.", schema: {}, stake: "low" },
] as const;
`;

  function modelOf(root: string, own = text, settings: object = {}): Model {
    const context = contextOf(own, `${root}/${servers}/metadata.ts`, settings);
    return lintedFile(context as never).model;
  }

  const nameIn = ({ tools: [tool] }: Model): string | undefined =>
    tool && completeText(tool.name);

  it("is the same as long as its text is, and all it rests on", () => {
    const root = folder({ [`${servers}/name.ts`]: `export const NAME = "a";` });
    const settings = {};
    const first = modelOf(root, text, settings);
    expect(nameIn(first)).toBe("a");
    expect(modelOf(root, text, settings)).toBe(first);
    expect(modelOf(root, `${text}// more\n`, settings)).not.toBe(first);
  });

  it("is another one with other settings", () => {
    const root = folder({ [`${servers}/name.ts`]: `export const NAME = "a";` });
    const first = modelOf(root, text, {});
    expect(modelOf(root, text, { stakeLevels: ["low"] })).not.toBe(first);
  });

  describe("is read anew when", () => {
    beforeEach(stopClock);
    afterEach(() => {
      vi.restoreAllMocks();
    });

    it("a file changed that it takes a name from", () => {
      const root = folder({
        [`${servers}/name.ts`]: `export const NAME = "a";`,
      });
      const settings = {};
      expect(nameIn(modelOf(root, text, settings))).toBe("a");
      fs.writeFileSync(
        `${root}/${servers}/name.ts`,
        `export const NAME = "other";`,
      );
      letIntervalPass();
      expect(nameIn(modelOf(root, text, settings))).toBe("other");
    });

    it("an import leads elsewhere that was followed before the model was asked", async () => {
      const root = folder({
        "package.json": "{}",
        [`${servers}/name.js`]: `export const NAME = "a";`,
      });
      // A file that was just written is looked into again in any case.
      await setTimeout(30);
      const own = text.replace("name.ts", "name.js");
      const settings = {};
      const file = `${root}/${servers}/metadata.ts`;
      const linted = lintedFile(contextOf(own, file, settings) as never);
      linted.lookup(file, "./name.js");
      expect(nameIn(linted.model)).toBe("a");
      // What the compiled file would be written from comes first.
      fs.writeFileSync(
        `${root}/${servers}/name.ts`,
        `export const NAME = "other";`,
      );
      letIntervalPass();
      expect(nameIn(modelOf(root, own, settings))).toBe("other");
    });
  });
});

describe.each(Object.entries(rules))("%s", (id, rule) => {
  it("has nothing to do in a file that holds nothing for it", () => {
    const context = contextOf("export const limit = 20;");
    expect(rule.create(context as never)).toEqual({});
  });

  it("refuses wrong settings in such a file, too", () => {
    const lint = (): unknown =>
      new Linter().verify("export const limit = 20;", {
        plugins: { "mcp-runbook": plugin },
        rules: { [`mcp-runbook/${id}`]: "error" },
        settings: { [settingsKey]: { rooot: "/project" } },
      });
    expect(lint).toThrow(/there is no key "rooot"/);
  });
});

describe("a rule that gets what another one asked for", () => {
  beforeEach(stopClock);
  afterEach(() => {
    vi.restoreAllMocks();
  });

  const metadata = `${servers}/parcel/metadata.ts`;

  function lint(root: string, text: string, ids: readonly string[]): string[] {
    const config = {
      plugins: { "mcp-runbook": plugin },
      languageOptions: { parser: typescriptParser },
      settings: settingsOf(root),
      rules: Object.fromEntries(
        ids.map((id) => [`mcp-runbook/${id}`, "error"]),
      ),
      files: ["**/*.ts"],
    };
    const linter = new Linter({ cwd: root });
    return linter
      .verify(text, [config] as unknown as Linter.Config[], {
        filename: path.join(root, metadata),
      })
      .map(({ message, ruleId }) => ruleId?.split("/")[1] ?? message);
  }

  const given = new Map<string, object>();
  function settingsOf(root: string): object {
    const settings = given.get(root) ?? { [settingsKey]: { root } };
    given.set(root, settings);
    return settings;
  }

  it("speaks up when a file changes that its model rests on", () => {
    const root = folder({
      [`${servers}/parcel/texts.ts`]: `export const TEXT = "List parcels.";`,
    });
    const text = `import { TEXT } from "./texts";
export const PARCEL_TOOLS = createToolsRecord({
  list_parcels: { description: TEXT, schema: {}, stake: "never_ask" },
});
`;
    const ids = [
      "no-duplicate-tool",
      "bare-infinitive-description",
      "stake-matches-verb",
    ];
    expect(lint(root, text, ids)).toEqual([]);
    fs.writeFileSync(
      path.join(root, servers, "parcel/texts.ts"),
      `export const TEXT = "Lists all parcels.";`,
    );
    letIntervalPass();
    expect(lint(root, text, ids)).toEqual(["bare-infinitive-description"]);
  });

  it("speaks up when there are registries from now on", () => {
    const root = folder({ "package.json": "{}" });
    const text = `export const PARCEL_SERVER = {
  serverInfo: { name: "parcel", version: "1.0.0", description: "Ship parcels.", authorization: null },
  tools: [],
};
`;
    const ids = ["registered-in-constants", "registered-in-switch"];
    expect(lint(root, text, ids)).toEqual([]);
    const actions = path.join(root, "lib/actions/mcp_internal_actions");
    fs.mkdirSync(path.join(actions, "servers"), { recursive: true });
    fs.writeFileSync(
      path.join(actions, "constants.ts"),
      "export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [] as const;\nexport const INTERNAL_MCP_SERVERS = {};\n",
    );
    fs.writeFileSync(
      path.join(actions, "servers/index.ts"),
      "export function getInternalMCPServer(name) {\n  switch (name) {\n    default:\n      return assertNever(name);\n  }\n}\n",
    );
    letIntervalPass();
    expect(new Set(lint(root, text, ids))).toEqual(new Set(ids));
  });
});
