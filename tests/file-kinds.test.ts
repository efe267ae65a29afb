import { Linter, type Rule } from "eslint";
import { describe, expect, it } from "vitest";
import { rules } from "../rules/index.ts";
import { mayHold, type FileKind } from "../src/file-kinds.ts";
import plugin from "../src/index.ts";
import { settingsKey } from "../src/settings.ts";
import { source } from "./source/support.ts";

const constants = "/project/lib/actions/mcp_internal_actions/constants.ts";

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
  return mayHold([kind], contextOf(...file) as never);
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

  it("any of several kinds", () => {
    const context = contextOf("", constants) as never;
    expect(mayHold(["tools"], context)).toBe(false);
    expect(mayHold(["tools", "registries"], context)).toBe(true);
  });

  it("something else with other settings", () => {
    const context = contextOf("", "/project/x/ids.ts");
    expect(mayHold(["registries"], context as never)).toBe(false);
    const other = {
      ...context,
      settings: { [settingsKey]: { constants: "x/ids.ts" } },
    };
    expect(mayHold(["registries"], other as never)).toBe(true);
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
