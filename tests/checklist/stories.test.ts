import path from "node:path";
import { describe, expect, it } from "vitest";
import { checklistOfRun } from "../../src/checklist/checklist.ts";
import { runWith } from "../../src/checklist/run.ts";
import {
  checklistOf,
  type ChecklistReport,
} from "../../src/checklist/terminal.ts";
import plugin from "../../src/index.ts";
import {
  checklist,
  constantsFile,
  corpusFile,
  eslintIn,
  handlersFile,
  kettleApp,
  line,
  metadataFile,
  places,
  switchFile,
  workspace,
} from "./workspace.ts";

function edited(
  file: string,
  from: string,
  to: string,
): Readonly<Record<string, string>> {
  const text = kettleApp[file] ?? "";
  if (!text.includes(from)) {
    throw new Error(`${file} has no ${from}`);
  }
  return { ...kettleApp, [file]: text.replace(from, to) };
}

const allOff = Object.fromEntries(
  Object.keys(plugin.rules).map((id) => [`mcp-runbook/${id}`, "off" as const]),
);

const rawDescription = 'description: "Gets the temperature of the water."';
const goodDescription = 'description: "Get the temperature of the water."';

describe("a server that is registered everywhere", () => {
  it("holds where rules looked, and is not known where none exists", async () => {
    const report = await checklist(workspace(kettleApp));
    expect(report.servers.map(({ name }) => name)).toEqual(["kettle"]);
    const held = ["descriptions", "names", "config", "switch", "corpus"];
    expect(held.map((id) => line(report, id))).toEqual(held.map(() => "holds"));
    expect(line(report, "stakes")).toBe("holds: without stake-matches-verb");
    expect(line(report, "types")).toBe("manual: run it");
    expect(report.general).toEqual([]);
  });

  it("has the first edition's lines of the second's kind, too", async () => {
    const report = await checklist(workspace(kettleApp));
    expect(line(report, "pruning")).toMatch(/^holds/);
    expect(line(report, "rendering")).toMatch(/^holds/);
  });
});

describe("what fails", () => {
  it("has its places, in the registry and at the definition", async () => {
    const report = await checklist(
      workspace(edited(constantsFile, '["kettle"]', "[]")),
    );
    expect(line(report, "names")).toBe("fails");
    expect(places(report, "names")).toEqual([
      `${constantsFile}:3:14 registered-in-constants`,
      `${metadataFile}:15:11 registered-in-constants`,
    ]);
    // The other half of the same rule's work.
    expect(line(report, "config")).toBe("holds");
    expect(report.summary).toEqual({
      servers: 1,
      complete: 0,
      findings: 1,
      open: 0,
    });
  });

  it("counts as a warning, too", async () => {
    const report = await checklist(
      workspace(edited(metadataFile, goodDescription, rawDescription)),
      { config: [{ rules: { "mcp-runbook/bare-infinitive-description": 1 } }] },
    );
    expect(line(report, "descriptions")).toBe("fails");
  });

  it("is seen under any name of the plugin", async () => {
    const cwd = workspace(
      edited(metadataFile, goodDescription, rawDescription),
    );
    const report = await checklist(cwd, {
      config: [
        {
          files: ["**/metadata.ts"],
          plugins: { dust: plugin },
          rules: {
            "mcp-runbook/bare-infinitive-description": "off",
            "dust/bare-infinitive-description": "error",
          },
        },
      ],
    });
    expect(places(report, "descriptions")).toEqual([
      `${metadataFile}:6:19 bare-infinitive-description`,
    ]);
  });

  it("is about no server when the server is gone", async () => {
    const report = await checklist(
      workspace(edited(constantsFile, '["kettle"]', '["kettle", "teapot"]')),
    );
    expect(line(report, "names")).toBe("holds");
    expect(report.general.map(({ messageId }) => messageId)).toEqual([
      "orphanNameAlone",
    ]);
  });
});

describe("what could not be known", () => {
  it("a rule that is off", async () => {
    const report = await checklist(workspace(kettleApp), {
      config: [{ rules: { "mcp-runbook/registered-in-switch": "off" } }],
    });
    expect(line(report, "switch")).toBe("unknown: registered-in-switch is off");
  });

  it("a rule that is off in one of the files", async () => {
    const report = await checklist(workspace(kettleApp), {
      config: [
        {
          files: ["**/tools/*.ts"],
          rules: { "mcp-runbook/no-raw-json-response": "off" },
        },
      ],
    });
    expect(line(report, "rendering")).toBe(
      "unknown: no-raw-json-response is off",
    );
  });

  it("lines beyond the checklists go when their rules are off", async () => {
    const report = await checklist(workspace(kettleApp), {
      config: [{ rules: { "mcp-runbook/require-display-labels": "off" } }],
    });
    const ids = report.servers.flatMap(({ lines }) =>
      lines.map(({ id }) => id),
    );
    expect(ids).not.toContain("labels");
    expect(ids).toContain("parameters");
  });

  it("files that were not linted", async () => {
    const report = await checklist(workspace(kettleApp), {
      files: [metadataFile],
    });
    expect(line(report, "switch")).toBe("holds");
    expect(line(report, "rendering")).toBe(
      "unknown: tools/index.ts was not linted",
    );
  });

  it("servers of which nothing was linted are only named", async () => {
    const report = await checklist(workspace(kettleApp), {
      files: [switchFile],
    });
    expect(report.servers).toEqual([]);
    expect(report.notLinted).toEqual(["kettle"]);
  });

  it("a finding in a registry brings the server in", async () => {
    const report = await checklist(
      workspace(
        edited(
          switchFile,
          `    case "kettle":
      return createServer(KETTLE_SERVER, KETTLE_HANDLERS);
`,
          "",
        ),
      ),
      { files: [switchFile] },
    );
    expect(places(report, "switch")).toEqual([
      `${switchFile}:5:3 registered-in-switch`,
    ]);
    expect(line(report, "names")).toBe("unknown: metadata.ts was not linted");
  });

  it("files that do not parse", async () => {
    const report = await checklist(
      workspace({ ...kettleApp, [handlersFile]: "export const = 3;\n" }),
    );
    expect(line(report, "rendering")).toBe(
      "unknown: tools/index.ts does not parse (line 1)",
    );
    expect(line(report, "switch")).toBe("holds");
  });

  it("a report that a comment suppresses", async () => {
    const report = await checklist(
      workspace(
        edited(
          metadataFile,
          goodDescription,
          `// eslint-disable-next-line mcp-runbook/bare-infinitive-description -- a test\n    ${rawDescription}`,
        ),
      ),
    );
    expect(line(report, "descriptions")).toBe(
      "unknown: a comment suppresses a report",
    );
    expect(places(report, "descriptions")).toEqual([
      `${metadataFile}:7:19 bare-infinitive-description`,
    ]);
  });

  it("a rule that a comment configures", async () => {
    const report = await checklist(
      workspace(
        edited(
          metadataFile,
          "import { z }",
          '/* eslint mcp-runbook/bare-infinitive-description: "off" */\nimport { z }',
        ),
      ),
    );
    expect(line(report, "descriptions")).toBe(
      "unknown: a comment in metadata.ts configures bare-infinitive-description",
    );
    expect(line(report, "parameters")).toBe("holds");
  });

  it("what only a run could tell", async () => {
    const report = await checklist(
      workspace(
        edited(metadataFile, goodDescription, "description: describeIt()"),
      ),
    );
    expect(line(report, "descriptions")).toBe(
      "unknown: the description of get_temperature is not known",
    );
  });

  it("a list that can't be read in full", async () => {
    const report = await checklist(
      workspace(edited(constantsFile, '["kettle"]', "[...moreNames()]")),
    );
    expect(line(report, "names")).toBe(
      "unknown: not found in what could be read",
    );
  });

  it("a registry that is missing", async () => {
    const files = Object.entries(kettleApp).filter(
      ([file]) => file !== corpusFile,
    );
    const report = await checklist(workspace(Object.fromEntries(files)));
    expect(line(report, "corpus")).toBe(
      "unknown: registered-in-bm25-corpus cannot tell",
    );
  });

  it("a line whose rules do not exist yet", async () => {
    const cwd = workspace(kettleApp);
    const eslint = eslintIn(cwd, [{ rules: allOff }]);
    const report = await checklistOfRun(
      await eslint.lintFiles(["."]),
      cwd,
      runWith((file) => eslint.calculateConfigForFile(file)),
      new Set(["registered-in-switch"]),
    );
    expect(line(report, "names")).toBe("unknown: no rule checks this yet");
    expect(line(report, "switch")).toBe("unknown: registered-in-switch is off");
    expect(report.summary).toEqual({
      servers: 1,
      complete: 0,
      findings: 0,
      open: 1,
    });
  });

  it("a line of which one rule does not exist yet", async () => {
    const cwd = workspace(kettleApp);
    const eslint = eslintIn(cwd);
    const report = await checklistOfRun(
      await eslint.lintFiles(["."]),
      cwd,
      runWith((file) => eslint.calculateConfigForFile(file)),
      new Set(["handlers-match-tools"]),
    );
    expect(line(report, "handlers")).toBe(
      "unknown: no require-server-files yet",
    );
  });

  it("warnings under --quiet, rules that --rule sets", async () => {
    const cwd = workspace(kettleApp);
    const eslint = eslintIn(cwd, [
      { rules: { "mcp-runbook/registered-in-switch": "warn" } },
    ]);
    const report = await checklistOfRun(
      await eslint.lintFiles(["."]),
      cwd,
      runWith((file) => eslint.calculateConfigForFile(file), {
        quiet: true,
        rules: ['{"mcp-runbook/require-param-description": [1]}'],
      }),
    );
    expect(line(report, "switch")).toBe("unknown: registered-in-switch is off");
    expect(line(report, "parameters")).toBe(
      "unknown: --rule sets require-param-description",
    );
    expect(line(report, "names")).toBe("holds");
  });
});

describe("settings", () => {
  it("a registry that there is none of", async () => {
    const cwd = workspace(kettleApp);
    const report = await checklist(cwd, {
      config: [{ settings: { "mcp-runbook": { bm25Corpus: false } } }],
    });
    expect(line(report, "corpus")).toBe(
      "not-applicable: settings: there is no bm25Corpus",
    );
  });

  it("a server that is left out on purpose", async () => {
    const report = await checklist(
      workspace(
        edited(
          corpusFile,
          '{ name: "kettle", tools: KETTLE_SERVER.tools }',
          "",
        ),
      ),
      {
        config: [
          {
            settings: {
              "mcp-runbook": { unregistered: { bm25Corpus: ["kettle"] } },
            },
          },
        ],
      },
    );
    expect(line(report, "corpus")).toBe(
      "not-applicable: settings: left out on purpose",
    );
  });
});

describe("two servers in one folder", () => {
  const metadata = kettleApp[metadataFile] ?? "";
  const files = {
    ...kettleApp,
    [metadataFile]: metadata.replace(goodDescription, rawDescription),
    "lib/api/actions/servers/kettle/pot_metadata.ts": metadata
      .replaceAll("KETTLE", "POT")
      .replaceAll("kettle", "pot")
      .replace("get_temperature", "pour_water"),
    [handlersFile]: `${kettleApp[handlersFile] ?? ""}
export const POT_HANDLERS: ToolHandlers<typeof POT_TOOLS> = {
  pour_water: async () => {
    const reply = await api.pour();
    return new Ok([{ type: "text", text: JSON.stringify(reply) }]);
  },
};
`,
  };

  it("each has the findings in its own definition's file", async () => {
    const report = await checklist(workspace(files));
    expect(line(report, "descriptions", "kettle")).toBe("fails");
    expect(line(report, "descriptions", "pot")).toBe("holds");
  });

  it("both have those that could be of either", async () => {
    const report = await checklist(workspace(files));
    expect(line(report, "rendering", "kettle")).toBe("fails");
    expect(line(report, "rendering", "pot")).toBe("fails");
  });

  it("only one has those that name it", async () => {
    const report = await checklist(workspace(files));
    expect(line(report, "names", "kettle")).toBe("holds");
    expect(line(report, "names", "pot")).toBe("fails");
  });
});

describe("results that are crafted", () => {
  const message = {
    ruleId: "mcp-runbook/unique-server-id",
    severity: 2 as const,
    message: "This id is taken.",
    messageId: "duplicate",
    line: 7,
    column: 9,
  };

  async function reportOn(
    messages: {
      readonly plain: readonly object[];
      readonly suppressed: readonly object[];
    },
    files = kettleApp,
  ): Promise<ChecklistReport> {
    const cwd = workspace(files);
    const eslint = eslintIn(cwd);
    const results = await eslint.lintFiles(["."]);
    const constants = results.find(
      ({ filePath }) => filePath === path.join(cwd, constantsFile),
    );
    constants?.messages.push(...(messages.plain as []));
    constants?.suppressedMessages.push(...(messages.suppressed as []));
    return checklistOf(results, {
      cwd,
      configOf: (file) => eslint.calculateConfigForFile(file),
    });
  }

  it("a finding that names no server belongs to the entry it stands in", async () => {
    const report = await reportOn({ plain: [message], suppressed: [] });
    expect(line(report, "unique-id")).toBe("fails");
    expect(report.general).toEqual([]);
  });

  it("also where the entry calls the server by another name", async () => {
    const report = await reportOn(
      { plain: [message], suppressed: [] },
      edited(constantsFile, "  kettle: {", "  old_kettle: {"),
    );
    expect(line(report, "unique-id")).toBe("fails");
  });

  it("outside of all entries it is about no server", async () => {
    const report = await reportOn({
      plain: [{ ...message, line: 12 }],
      suppressed: [],
    });
    expect(line(report, "unique-id")).toBe("holds");
    expect(report.general).toHaveLength(1);
  });

  it("what ESLint's list suppresses fails, and says so", async () => {
    const report = await reportOn({
      plain: [],
      suppressed: [
        { ...message, suppressions: [{ kind: "file", justification: "" }] },
      ],
    });
    expect(line(report, "unique-id")).toBe(
      "fails: in ESLint's list of suppressions",
    );
  });

  it("an unknown message counts for every line of its rule that takes all", async () => {
    const report = await reportOn({
      plain: [
        {
          ...message,
          ruleId: "mcp-runbook/registered-in-constants",
          messageId: "unheardOf",
        },
      ],
      suppressed: [],
    });
    expect(line(report, "names")).toBe("fails");
    expect(line(report, "config")).toBe("fails");
  });
});

it("says nothing of a run over no files", async () => {
  const report = await checklistOf([], {
    cwd: workspace({}),
    configOf: () => Promise.resolve(undefined),
  });
  expect(report).toEqual({
    version: 1,
    servers: [],
    general: [],
    notLinted: [],
    notes: [],
    summary: { servers: 0, complete: 0, findings: 0, open: 0 },
  });
});
