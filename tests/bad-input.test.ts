import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ESLint, type Linter } from "eslint";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import plugin from "../src/index.ts";

// What each piece of bad input gets: a clear report, an instruction, or
// silence. Never a crash.

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "mcp-runbook-"));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

async function lint(
  pattern: string,
  {
    fix = false,
    settings = { root },
  }: { fix?: boolean; settings?: object } = {},
): Promise<ESLint.LintResult[]> {
  const overrideConfig: Linter.Config[] = [
    ...plugin.configs.recommended,
    { settings: { "mcp-runbook": settings } },
  ];
  const eslint = new ESLint({
    cwd: root,
    fix,
    overrideConfig,
    overrideConfigFile: true,
  });
  return eslint.lintFiles([pattern]);
}

function findings(results: readonly ESLint.LintResult[]): string[] {
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ column, line, messageId, ruleId }) =>
        `${String(line)}:${String(column)} ${ruleId?.split("/")[1] ?? "fatal"} ${messageId ?? ""}`,
    ),
  );
}

const labels = 'displayLabels: { running: "Getting item", done: "Get item" }';
const metadata = (description: string): string => `import { z } from "zod";
export const A_TOOLS = createToolsRecord({
  list_items: {
    description: ${description},
    schema: { shelf: z.string().describe("Shelf.") },
    stake: "never_ask", ${labels},
  },
});
`;

describe("line ends and byte order marks", () => {
  it.each([
    ["CRLF", (text: string) => text.replaceAll("\n", "\r\n")],
    ["a BOM", (text: string) => `\uFEFF${text}`],
    ["both", (text: string) => `\uFEFF${text.replaceAll("\n", "\r\n")}`],
  ])("%s: same place, and the fix keeps them", async (_name, convert) => {
    write({ "a.ts": convert(metadata('"Lists items."')) });
    expect(findings(await lint("a.ts"))).toEqual([
      "4:19 bare-infinitive-description third-person",
    ]);
    const [fixed] = await lint("a.ts", { fix: true });
    expect(fixed?.output).toBe(convert(metadata('"List items."')));
  });

  it("an imported file may have both", async () => {
    write({
      "a.ts": `import { DESCRIPTION } from "./b";\n${metadata("DESCRIPTION")}`,
      "b.ts": `\uFEFF// a comment\r\nexport const DESCRIPTION = "Lists items.";\r\n`,
    });
    const results = await lint("a.ts");
    expect(findings(results)).toEqual([
      "5:18 bare-infinitive-description third-person",
    ]);
    expect(results[0]?.messages[0]?.message).toContain("(in b.ts, line 2)");
  });
});

describe("code that does not parse", () => {
  it("the linted file: ESLint's own parsing error and nothing else", async () => {
    write({ "a.ts": `${metadata('"Lists items."')}}}}` });
    const results = await lint("a.ts");
    expect(findings(results)).toEqual(["9:0 fatal "]);
    expect(results[0]?.messages[0]?.message).toMatch(/^Parsing error/);
  });

  it("an imported file: silence about what it would have said", async () => {
    write({
      "a.ts": `import { DESCRIPTION, FIELDS } from "./b";
${metadata("DESCRIPTION")}
export const B_TOOLS = createToolsRecord({
  get_item: { description: "Gets an item.", schema: { ...FIELDS, id: z.string() }, stake: "low", ${labels} },
});
`,
      "b.ts":
        "export const DESCRIPTION = 'Lists items.'; export const FIELDS = {",
    });
    expect(findings(await lint("a.ts"))).toEqual([
      "12:29 bare-infinitive-description third-person",
      "12:66 require-param-description missing",
    ]);
  });

  it("an imported file with a merge conflict: silence", async () => {
    write({
      "a.ts": `import { DESCRIPTION } from "./b";\n${metadata("DESCRIPTION")}`,
      "b.ts": `<<<<<<< HEAD
export const DESCRIPTION = "Lists items.";
=======
export const DESCRIPTION = "Lists all items.";
>>>>>>> other
`,
    });
    expect(findings(await lint("a.ts"))).toEqual([]);
  });
});

describe("imports that lead nowhere", () => {
  it("a spread of an import that can't be read hides only what it may hold", async () => {
    write({
      "a.ts": `import { COMMON } from "@app/missing";
export const A_TOOLS = createToolsRecord({
  list_items: { description: "Lists items.", schema: {}, ...COMMON },
  get_item: { ...COMMON, description: "Gets an item." },
});
`,
    });
    // The first spread may bring another description; stakes may come of both.
    expect(findings(await lint("a.ts"))).toEqual([
      "4:40 bare-infinitive-description third-person",
    ]);
  });

  it("a cycle of imports ends", async () => {
    write({
      "a.ts": `import { DESCRIPTION } from "./b";
export const A = DESCRIPTION;
${metadata("DESCRIPTION")}`,
      "b.ts": `import { A } from "./a";\nexport const DESCRIPTION = A;\n`,
    });
    expect(findings(await lint("a.ts"))).toEqual([]);
  });

  it("constants that refer to themselves end", async () => {
    write({
      "a.ts": `const A = { ...B };
const B = { ...A };
const TEXT = \`Lists \${TEXT}\`;
export const A_TOOLS = createToolsRecord({
  list_items: { description: TEXT, schema: { ...A, ...B }, stake: "low", ...A },
});
`,
    });
    expect(findings(await lint("a.ts"))).toEqual([]);
  });

  it("an alias that no tsconfig defines, outside any app root: silence", async () => {
    write({
      "a.ts": `import { DESCRIPTION } from "@app/b";\n${metadata("DESCRIPTION")}`,
      "b.ts": `export const DESCRIPTION = "Lists items.";\n`,
    });
    expect(findings(await lint("a.ts"))).toEqual([]);
  });

  it("an alias that no tsconfig defines, in an app root: from there", async () => {
    write({
      "lib/actions/mcp_internal_actions/constants.ts": "",
      "deep/down/a.ts": `import { DESCRIPTION } from "@app/b";\n${metadata("DESCRIPTION")}`,
      "b.ts": `export const DESCRIPTION = "Lists items.";\n`,
    });
    expect(findings(await lint("deep/down/a.ts"))).toEqual([
      "5:18 bare-infinitive-description third-person",
    ]);
  });

  it("a path out of the workspace root is not read", async () => {
    write({
      "workspace/a.ts": `import { DESCRIPTION } from "../b";\n${metadata("DESCRIPTION")}`,
      "b.ts": `export const DESCRIPTION = "Lists items.";\n`,
    });
    expect(
      findings(
        await lint("workspace/a.ts", {
          settings: { root: path.join(root, "workspace") },
        }),
      ),
    ).toEqual([]);
  });
});

describe("roots", () => {
  const server = `const server = makeInternalMCPServer("shop");
server.tool("list_items", "Lists items.", {}, async () => ({ content: [] }));
`;

  it("a server file outside any app root gets the checks of one file", async () => {
    write({ "servers/shop.ts": server });
    expect(findings(await lint("servers/shop.ts"))).toEqual([
      "2:28 bare-infinitive-description third-person",
    ]);
  });

  it("two app roots in one workspace each have their own constants", async () => {
    const constants = "lib/actions/mcp_internal_actions/constants.ts";
    const configs = (ids: readonly number[]): string =>
      `export const INTERNAL_MCP_SERVERS = {\n${ids
        .map((id, index) => `  s${String(index)}: { id: ${String(id)} },\n`)
        .join("")}};\n`;
    write({
      [`one/${constants}`]: configs([1, 2, 2]),
      [`two/${constants}`]: configs([1, 2, 3]),
    });
    expect(findings(await lint("*/**/constants.ts"))).toEqual([
      "4:13 unique-server-id duplicate",
    ]);
  });
});

describe("odd and huge files", () => {
  it("lone surrogates pass through a fix", async () => {
    write({ "a.ts": metadata('"Lists items \\ud83d of \\udc00 them."') });
    const [fixed] = await lint("a.ts", { fix: true });
    expect(fixed?.output).toBe(
      metadata('"List items \\ud83d of \\udc00 them."'),
    );
  });

  it("ten thousand tools: each is judged, and the run ends", async () => {
    const count = 10_000;
    const entries = Array.from(
      { length: count },
      (_, index) =>
        `  list_items_${String(index)}: { description: "Lists items.", schema: { id: z.string() }, stake: "low", ${labels} },`,
    );
    write({
      "a.js": `import { z } from "zod";\nexport const T = createToolsRecord({\n${entries.join("\n")}\n});\n`,
    });
    const [result] = await lint("a.js");
    const count_of = (rule: string): number =>
      result?.messages.filter(({ ruleId }) => ruleId?.endsWith(rule)).length ??
      0;
    expect(count_of("bare-infinitive-description")).toBe(count);
    expect(count_of("require-param-description")).toBe(count);
  });

  it("a minified bundle is skipped", async () => {
    const line = `const t={name:"list_items",description:"Lists items.",inputSchema:{type:"object",properties:{a:{type:"string"}}}};`;
    write({
      "a.js": Array.from({ length: 2000 }, (_, i) =>
        line.replaceAll("const t", `const t${String(i)}`),
      ).join(""),
    });
    expect(findings(await lint("a.js"))).toEqual([]);
  });

  it("an empty file and one that is only a comment: nothing", async () => {
    write({ "a.ts": "", "b.ts": "// createToolsRecord( inputSchema stake\n" });
    expect(findings(await lint("*.ts"))).toEqual([]);
  });
});

describe("wrong settings and options stop ESLint with an instruction", () => {
  it("an unknown setting", async () => {
    write({ "a.ts": metadata('"List items."') });
    await expect(
      lint("a.ts", { settings: { constant: "lib/constants.ts" } }),
    ).rejects.toThrow(/settings\["mcp-runbook"\].*"constant".*constants/s);
  });

  it("a setting of the wrong type", async () => {
    write({ "a.ts": metadata('"List items."') });
    await expect(
      lint("a.ts", { settings: { stakeLevels: "low" } }),
    ).rejects.toThrow(/settings\["mcp-runbook"\].*stakeLevels/s);
  });

  it("an unknown option", async () => {
    write({ "a.ts": metadata('"List items."') });
    const eslint = new ESLint({
      cwd: root,
      overrideConfigFile: true,
      overrideConfig: [
        ...plugin.configs.recommended,
        {
          rules: {
            "mcp-runbook/bare-infinitive-description": ["error", { verb: [] }],
          },
        },
      ],
    });
    await expect(eslint.lintFiles(["a.ts"])).rejects.toThrow(
      /bare-infinitive-description[\s\S]*Unexpected property "verb"/,
    );
  });
});
