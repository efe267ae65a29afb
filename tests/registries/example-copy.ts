import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { ESLint, type Linter } from "eslint";
import { expect, onTestFinished } from "vitest";
import plugin from "../../src/index.ts";
import { stopClock } from "../stopped-clock.ts";

const repository = path.resolve(import.meta.dirname, "../..");
const actions = "front/lib/actions/mcp_internal_actions";

/** The rules that compare names and registries. */
export const registrationRules: readonly string[] = [
  "consistent-server-name",
  "registered-in-bm25-corpus",
  "registered-in-constants",
  "registered-in-switch",
  "stable-server-id",
  "unique-server-id",
];

/** Where things are in the example. */
export const servers = "front/lib/api/actions/servers";
export const oldServers = `${actions}/servers`;
export const constants = `${actions}/constants.ts`;
export const dispatch = `${actions}/servers/index.ts`;
export const corpus = `${servers}/bm25_tool_search_utils.test.ts`;
export const snapshot = `${actions}/internal_mcp_server_availability.snapshot.json`;

/** A copy of the clean example that a test may break; it goes with the test. */
export class ExampleCopy {
  readonly root: string;

  constructor() {
    this.root = fs.realpathSync(
      fs.mkdtempSync(path.join(os.tmpdir(), "mcp-runbook-copy-")),
    );
    onTestFinished(() => {
      fs.rmSync(this.root, { recursive: true });
    });
    fs.cpSync(path.join(repository, "examples/dust-front"), this.root, {
      recursive: true,
      filter: (file) => path.basename(file) !== "node_modules",
    });
  }

  read(file: string): string {
    return fs.readFileSync(path.join(this.root, file), "utf8");
  }

  write(file: string, text: string): void {
    const target = path.join(this.root, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, text);
  }

  /** Replaces texts, each of which has to be there once. */
  edit(file: string, ...changes: readonly (readonly [string, string])[]): void {
    let text = this.read(file);
    for (const [from, to] of changes) {
      expect(text.split(from), `${from} in ${file}`).toHaveLength(2);
      text = text.replace(from, () => to);
    }
    this.write(file, text);
  }

  /** Copies the folder of a server, with other names in all of its files. */
  copyServer(from: string, to: string, rename = true): void {
    fs.cpSync(
      path.join(this.root, servers, from),
      path.join(this.root, servers, to),
      { recursive: true },
    );
    const folder = path.join(servers, to);
    for (const name of fs.readdirSync(path.join(this.root, folder), {
      recursive: true,
      encoding: "utf8",
    })) {
      const file = path.join(folder, name);
      if (rename && name.endsWith(".ts")) {
        this.write(
          file,
          this.read(file)
            .replaceAll(from.toUpperCase(), to.toUpperCase())
            .replaceAll(from, to),
        );
      }
    }
  }

  /** Lints it as it is now, whatever the lint before saw a moment ago. */
  async lint(
    rules: readonly string[],
    fix = false,
    files: readonly string[] = ["."],
  ): Promise<ESLint.LintResult[]> {
    stopClock();
    const eslint = new ESLint({
      cwd: this.root,
      fix,
      overrideConfigFile: true,
      overrideConfig: [
        ...plugin.configs.recommended,
        { settings: { "mcp-runbook": { root: this.root } } },
      ] as Linter.Config[],
      ruleFilter: ({ ruleId }) =>
        rules.includes(ruleId.replace("mcp-runbook/", "")),
    });
    const results = await eslint.lintFiles([...files]);
    if (fix) {
      await ESLint.outputFixes(results);
    }
    return results;
  }

  /** `file:line rule messageId` of each finding. */
  async findings(rules: readonly string[]): Promise<string[]> {
    const results = await this.lint(rules);
    return results.flatMap(({ filePath, messages }) =>
      messages.map(
        ({ line, message, messageId, ruleId }) =>
          `${path.relative(this.root, filePath).replaceAll("\\", "/")}:${String(line)} ${ruleId?.replace("mcp-runbook/", "") ?? message} ${messageId ?? ""}`,
      ),
    );
  }
}
