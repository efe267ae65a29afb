import type { ESLint, Linter } from "eslint";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import {
  CodeActionKind,
  DiagnosticSeverity,
  type CodeAction,
  type Diagnostic,
} from "vscode-languageserver-protocol/node";
import plugin from "../../src/index.ts";
import { LanguageServer, underlined } from "./language-server.ts";
import { files, Project } from "./project.ts";

// Squiggles, quick fixes and their freshness, as VS Code gets them from its
// ESLint server.

const project = new Project("dust-front");
let server: LanguageServer;

beforeAll(async () => {
  server = await LanguageServer.start(project.root);
});

afterAll(async () => {
  await server.stop();
  project.remove();
});

/** Writes a server with two mistakes, registered nowhere, and opens it. */
async function openBrokenServer(name: string): Promise<string> {
  const file = files.metadata(name);
  project.defineServer(name);
  project.edit(file, (text) =>
    text
      .replace(`"Convert degrees`, `"Converts degrees`)
      .replace(`    stake: "never_ask",\n`, ""),
  );
  await server.open(file);
  return file;
}

const registration = [
  "registered-in-bm25-corpus",
  "registered-in-constants",
  "registered-in-switch",
];

function of(rule: string, diagnostics: readonly Diagnostic[]): Diagnostic {
  const found = diagnostics.find(({ code }) => code === `mcp-runbook/${rule}`);
  if (!found) {
    throw new Error(`No ${rule} in ${JSON.stringify(diagnostics, null, 1)}`);
  }
  return found;
}

function rulesIn(diagnostics: readonly Diagnostic[]): string[] {
  return [
    ...new Set(
      diagnostics.map(({ code }) => String(code).replace("mcp-runbook/", "")),
    ),
  ];
}

/** Pulls until the diagnostics are as wanted; shows the last when they never are. */
async function eventually(
  file: string,
  check: (diagnostics: readonly Diagnostic[]) => void,
): Promise<void> {
  await vi.waitFor(
    async () => {
      check(await server.diagnostics(file));
    },
    { timeout: 30_000, interval: 50 },
  );
}

async function take(
  file: string,
  diagnostic: Diagnostic,
  wanted: (action: CodeAction) => boolean,
  kind?: CodeActionKind,
): Promise<void> {
  const actions = await server.codeActions(file, diagnostic, kind);
  const action = actions.find(wanted);
  if (!action) {
    throw new Error(`Not offered: ${actions.map(({ title }) => title).join()}`);
  }
  await server.take(action);
}

/** What `eslint <file>` says, as the server should send it. */
async function commandLine(file: string): Promise<object[]> {
  const { stdout } = await project.run("eslint", [file, "--format", "json"]);
  const [result] = JSON.parse(stdout) as readonly ESLint.LintResult[];
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId !== null)
    .map(asDiagnostic);
}

function asDiagnostic(message: Linter.LintMessage): object {
  const rule = message.ruleId?.replace("mcp-runbook/", "") ?? "";
  const url = plugin.rules[rule]?.meta?.docs?.url;
  return {
    source: "eslint",
    severity: DiagnosticSeverity.Error,
    code: message.ruleId,
    codeDescription: { href: url },
    message: message.message,
    range: {
      start: { line: message.line - 1, character: message.column - 1 },
      end: {
        line: (message.endLine ?? 0) - 1,
        character: (message.endColumn ?? 0) - 1,
      },
    },
  };
}

describe("diagnostics", () => {
  it("are those of the command line, each with its range and its rule's page", async () => {
    const file = await openBrokenServer("recipe_box");
    const diagnostics = await server.diagnostics(file);
    expect(rulesIn(diagnostics)).toEqual(
      expect.arrayContaining([
        "bare-infinitive-description",
        "require-tool-stake",
        ...registration,
      ]),
    );
    expect(diagnostics).toEqual(await commandLine(file));

    const opening = of("bare-infinitive-description", diagnostics);
    expect(underlined(server.text(file), opening)).toBe("Converts");
    expect(opening.codeDescription?.href).toMatch(
      /^https:.*\/docs\/rules\/bare-infinitive-description\.md$/,
    );
  });

  it("are those of the command line in the id snapshot too", async () => {
    project.edit(files.snapshot, (text) => text.replace(`"id": 7`, `"id": 70`));
    await server.open(files.snapshot, "json");
    const expected = await commandLine(files.snapshot);
    await eventually(files.snapshot, (diagnostics) => {
      expect(diagnostics).toEqual(expected);
    });
  });
});

describe("code actions", () => {
  it("a fix, then a suggestion, in the buffer", async () => {
    const file = await openBrokenServer("seed_bank");
    const opening = of(
      "bare-infinitive-description",
      await server.diagnostics(file),
    );
    await take(file, opening, ({ title }) =>
      title.startsWith("Fix this mcp-runbook/bare-infinitive-description"),
    );
    await eventually(file, (diagnostics) => {
      expect(rulesIn(diagnostics)).not.toContain("bare-infinitive-description");
    });
    expect(server.text(file)).toContain(`"Convert degrees`);

    const stake = of("require-tool-stake", await server.diagnostics(file));
    await take(file, stake, ({ title }) => title.includes("'never_ask'"));
    await eventually(file, (diagnostics) => {
      expect(rulesIn(diagnostics)).not.toContain("require-tool-stake");
    });
    expect(server.text(file)).toBe(
      project
        .read(files.metadata("unit_converter"))
        .replaceAll("UNIT_CONVERTER", "SEED_BANK")
        .replaceAll("unit_converter", "seed_bank"),
    );
    // The disk still has both mistakes: nobody saved.
    expect(project.read(file)).toContain(`"Converts degrees`);
  });

  it("all fixes of a file, as on saving it", async () => {
    const file = await openBrokenServer("toll_gate");
    const [first] = await server.diagnostics(file);
    if (!first) {
      throw new Error("No diagnostics");
    }
    const fixAll = `${CodeActionKind.SourceFixAll}.eslint`;
    await take(file, first, ({ kind }) => kind === fixAll, fixAll);
    await eventually(file, (diagnostics) => {
      expect(rulesIn(diagnostics)).not.toContain("bare-infinitive-description");
      expect(rulesIn(diagnostics)).toContain("require-tool-stake");
    });
  });
});

describe("registries edited elsewhere", () => {
  it("a file changes on the disk: the server asks to refresh, and the next diagnostics know", async () => {
    const file = await openBrokenServer("bus_depot");
    expect(rulesIn(await server.diagnostics(file))).toContain(
      "registered-in-switch",
    );
    const before = server.refreshes;
    project.edit(files.dispatch, (text) =>
      text.replace(
        `    case "unit_converter":\n`,
        `    case "bus_depot":\n    case "unit_converter":\n`,
      ),
    );
    await server.changedOnDisk(files.dispatch);
    await eventually(file, (diagnostics) => {
      expect(rulesIn(diagnostics)).not.toContain("registered-in-switch");
      expect(rulesIn(diagnostics)).toContain("registered-in-constants");
    });
    expect(server.refreshes).toBeGreaterThan(before);
  });

  it("nobody tells the server: switching back to a tab is enough", async () => {
    const file = await openBrokenServer("ice_house");
    expect(rulesIn(await server.diagnostics(file))).toContain(
      "registered-in-bm25-corpus",
    );
    project.edit(files.corpus, (text) =>
      text.replaceAll("unit_converter", "ice_house"),
    );
    await eventually(file, (diagnostics) => {
      expect(rulesIn(diagnostics)).not.toContain("registered-in-bm25-corpus");
    });
  });

  it("a registry is judged as typed, and mended by one fix, before it is saved", async () => {
    await openBrokenServer("mill_pond");
    await server.open(files.dispatch);
    const missing = (name: string, found: readonly Diagnostic[]): number =>
      found.filter(
        ({ code, message }) =>
          code === "mcp-runbook/registered-in-switch" &&
          typeof message === "string" &&
          message.startsWith(`'${name}'`),
      ).length;
    await eventually(files.dispatch, (diagnostics) => {
      expect(missing("mill_pond", diagnostics)).toBe(1);
      expect(missing("weather_station", diagnostics)).toBe(0);
    });
    await server.type(files.dispatch, (text) =>
      text.replace(/ *case "weather_station":\n.*\n/, ""),
    );
    await eventually(files.dispatch, (diagnostics) => {
      expect(missing("weather_station", diagnostics)).toBe(1);
    });
    const found = await server.diagnostics(files.dispatch);
    const fixAll = `${CodeActionKind.SourceFixAll}.eslint`;
    await take(
      files.dispatch,
      of("registered-in-switch", found),
      ({ kind }) => kind === fixAll,
      fixAll,
    );
    await eventually(files.dispatch, (diagnostics) => {
      expect(missing("mill_pond", diagnostics)).toBe(0);
      expect(missing("weather_station", diagnostics)).toBe(0);
    });
    expect(server.text(files.dispatch)).toContain(`case "mill_pond":`);
    expect(project.read(files.dispatch)).not.toContain(`case "mill_pond":`);
  });
});
