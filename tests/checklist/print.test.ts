import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { wantsColor } from "../../src/checklist/formatter.ts";
import { printAsMarkdown } from "../../src/checklist/print-markdown.ts";
import { printForTerminal } from "../../src/checklist/print-terminal.ts";
import type {
  ChecklistReport,
  Finding,
  LineReport,
} from "../../src/checklist/report.ts";

function finding(line: number, more: Partial<Finding> = {}): Finding {
  return {
    file: "lib/kettle.ts",
    line,
    column: 3,
    rule: "require-tool-stake",
    messageId: "missing",
    message: "'boil' has no stake.",
    suppressed: undefined,
    ...more,
  };
}

const base: LineReport = {
  id: "stakes",
  text: "Every tool has a stake",
  editions: [1, 2],
  status: "holds",
  reason: undefined,
  rules: ["require-tool-stake"],
  findings: [],
};

function report(
  lines: readonly LineReport[],
  more: Partial<ChecklistReport> = {},
): ChecklistReport {
  return {
    version: 1,
    servers: [
      { name: "kettle", folder: "lib/kettle", state: "findings", lines },
    ],
    general: [],
    notLinted: [],
    notes: [],
    summary: { servers: 1, complete: 0, findings: 1, open: 0 },
    ...more,
  };
}

const many = report([
  base,
  {
    ...base,
    status: "fails",
    findings: [1, 2, 3, 4, 5].map((line) => finding(line)),
  },
  { ...base, status: "unknown", editions: [2], reason: "not linted" },
  { ...base, status: "manual", editions: [], reason: "run it" },
  { ...base, status: "not-applicable", reason: "settings" },
]);

describe("in the terminal", () => {
  it("has a row for each line, and places below", () => {
    expect(printForTerminal(many, { color: false })).toBe(
      `kettle  1 line fails, 1 could not be known
lib/kettle
  ✓ Every tool has a stake¹²
  ✗ Every tool has a stake¹² (require-tool-stake)
      lib/kettle.ts:1
      lib/kettle.ts:2
      lib/kettle.ts:3
      and 2 more
  ? Every tool has a stake² (not linted)
  – Every tool has a stake (run it)
  – Every tool has a stake¹² (settings)

1 server: 1 with findings
✓ holds   ✗ fails   ? could not be known   – not a linter's business
¹ ² asked for by the first, second edition of the checklist`,
    );
  });

  it("differs in colour alone when it is coloured", () => {
    const colored = printForTerminal(many, { color: true });
    const plain = printForTerminal(many, { color: false });
    expect(colored).toContain("\u001b[31m✗\u001b[39m");
    expect(stripVTControlCharacters(colored)).toBe(plain);
    expect(stripVTControlCharacters(plain)).toBe(plain);
  });

  it("puts long reasons into rows of their own, at most 80 wide", () => {
    const reason = "one word and another ".repeat(12).trim();
    const rows = printForTerminal(report([{ ...base, reason }]), {
      color: false,
    }).split("\n");
    expect(rows[3]).toBe(
      "      (one word and another one word and another one word and another one word",
    );
    expect(rows.every((row) => row.length <= 80)).toBe(true);
  });

  it("shows a fourth place rather than saying that there is one", () => {
    const text = printForTerminal(
      report([
        {
          ...base,
          status: "fails",
          findings: [1, 2, 3, 4].map((at) => finding(at)),
        },
      ]),
      { color: false },
    );
    expect(text).toContain("lib/kettle.ts:4\n");
    expect(text).not.toContain("more");
  });

  it("lets no name of the linted code steer it", () => {
    const { servers, ...rest } = many;
    const text = printForTerminal(
      {
        ...rest,
        servers: servers.map((server) => ({
          ...server,
          name: "\u001b[2Jkettle\n✓ all",
        })),
      },
      { color: false },
    );
    expect(text.split("\n")[0]).toBe(
      " [2Jkettle ✓ all  1 line fails, 1 could not be known",
    );
  });

  it("ends with findings about no server, servers not linted, and notes", () => {
    const text = printForTerminal(
      report([], {
        servers: [],
        general: [finding(9)],
        notLinted: ["pot", "pan"],
        notes: ["A note."],
        summary: { servers: 0, complete: 0, findings: 0, open: 0 },
      }),
      { color: false },
    );
    expect(text).toBe(`About no server in particular
  ✗ lib/kettle.ts:9 (require-tool-stake)
      'boil' has no stake.

No server in the files that were linted.
2 more servers of which nothing was linted: pot, pan.
A note.`);
  });
});

describe("as Markdown", () => {
  it("is a task list in a block that is open where something fails", () => {
    expect(printAsMarkdown(many)).toBe(`## MCP runbook checklist

**1 server: 1 with findings**

<details open><summary><b>kettle</b>: 1 line fails, 1 could not be known</summary>

- [x] ✓ Every tool has a stake¹²
- [ ] ✗ Every tool has a stake¹²: \`require-tool-stake\`
  - \`lib/kettle.ts:1\`
  - \`lib/kettle.ts:2\`
  - \`lib/kettle.ts:3\`
  - and 2 more
- [ ] ? Every tool has a stake² _(not linted)_
- [ ] – Every tool has a stake _(run it)_
- – Every tool has a stake¹² _(settings)_

</details>

<sub>✓ holds   ✗ fails   ? could not be known   – not a linter's business<br>¹ ² asked for by the first, second edition of the checklist</sub>
`);
  });

  it("lets no message be markup or call a person", () => {
    const text = printAsMarkdown(
      report([], {
        general: [
          finding(1, { message: "<b>@someone</b> *x* [y](z) `c` #1 a_b" }),
        ],
      }),
    );
    expect(text).toContain(
      "\\<b\\>&#64;someone\\</b\\> \\*x\\* \\[y\\](z) \\`c\\` \\#1 a\\_b",
    );
  });

  it("keeps a backtick in a path inside its code span", () => {
    const text = printAsMarkdown(
      report([
        {
          ...base,
          status: "fails",
          findings: [finding(1, { file: "a`b.ts" })],
        },
      ]),
    );
    expect(text).toContain("  - ``a`b.ts:1``");
  });
});

describe("colour", () => {
  const terminal = { argv: [], env: {}, isTTY: true };

  it("is for terminals", () => {
    expect(wantsColor({ cwd: "/" }, terminal)).toBe(true);
    expect(wantsColor({ cwd: "/" }, { ...terminal, isTTY: false })).toBe(false);
  });

  it("is off under NO_COLOR, unless that is empty", () => {
    const env = { NO_COLOR: "1" };
    expect(wantsColor({ cwd: "/" }, { ...terminal, env })).toBe(false);
    expect(
      wantsColor({ cwd: "/" }, { ...terminal, env: { NO_COLOR: "" } }),
    ).toBe(true);
  });

  it("is off when the output goes to a file", () => {
    const argv = ["node", "/a/.bin/eslint", "-o", "list.txt"];
    expect(wantsColor({ cwd: "/" }, { ...terminal, argv })).toBe(false);
  });

  it("is as --color and --no-color say", () => {
    const none = { argv: [], env: { NO_COLOR: "1" }, isTTY: false };
    expect(wantsColor({ cwd: "/", color: true }, none)).toBe(true);
    expect(wantsColor({ cwd: "/", color: false }, terminal)).toBe(false);
  });
});
