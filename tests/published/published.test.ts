import { readFileSync } from "node:fs";
import path from "node:path";
import { ESLint, type Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { lintedFile } from "../../src/linted-file.ts";
import { completeText } from "../../src/mcp/model.ts";

// Servers that nobody here wrote, as they come from the npm registry. Which
// tools each has was asked of the running server, see README.md beside this
// file. The snapshot of findings holds places and ids, no quoted text; every
// change in it is to be judged, finding by finding.

interface ToolList {
  readonly version: string;
  readonly files: readonly string[];
  readonly tools: readonly string[];
  /** Names that no reader of the code can know. */
  readonly notStatic: readonly string[];
  /** Declared in the code, but never registered. */
  readonly declaredNotRegistered?: readonly string[];
}

const root = path.resolve(import.meta.dirname, "../..");
const lists = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "tool-lists.json"), "utf8"),
) as Record<string, ToolList>;

/** Collects the tools that a run over files finds. */
function toolCollector(): { plugin: ESLint.Plugin; names: string[] } {
  const names: string[] = [];
  return {
    names,
    plugin: {
      rules: {
        collect: {
          create: (context) => ({
            Program() {
              const { model } = lintedFile(context as never);
              for (const { name } of model.tools) {
                const text = completeText(name);
                if (text !== undefined) {
                  names.push(text);
                }
              }
            },
          }),
        },
      },
    },
  };
}

/** The tool that a message is about, by its name. */
function toolIn(message: string, { tools }: ToolList): string {
  return tools.find((tool) => message.includes(`'${tool}'`)) ?? "-";
}

function eslintFor(
  name: string,
  config: readonly Linter.Config[],
  fix = false,
): ESLint {
  return new ESLint({
    fix,
    cwd: path.join(root, "node_modules", name),
    overrideConfigFile: true,
    allowInlineConfig: false,
    overrideConfig: [{ ignores: ["!**/node_modules/"] }, ...config],
  });
}

describe.each(Object.entries(lists))("%s", (name, list) => {
  const folder = path.join(root, "node_modules", name);

  it("is installed at the version that was asked", () => {
    const manifest = JSON.parse(
      readFileSync(path.join(folder, "package.json"), "utf8"),
    ) as { version: string };
    expect(manifest.version).toBe(list.version);
  });

  it("has just the tools that the running server lists", async () => {
    const { names, plugin: collector } = toolCollector();
    await eslintFor(name, [
      {
        files: ["**/*.{js,mjs,cjs}"],
        plugins: { test: collector },
        rules: { "test/collect": "error" },
      },
    ]).lintFiles([...list.files]);
    const expected = [
      ...list.tools.filter((tool) => !list.notStatic.includes(tool)),
      ...(list.declaredNotRegistered ?? []),
    ].sort();
    expect(names.sort()).toEqual(expected);
  });

  it("gets the findings that were reviewed", async () => {
    const results = await eslintFor(name, plugin.configs.mcp).lintFiles([
      ...list.files,
    ]);
    const findings = results.flatMap(({ filePath, messages }) =>
      messages.map(
        ({ fix, line, message, messageId, ruleId, suggestions }) =>
          `${path.relative(folder, filePath).replaceAll("\\", "/")}:${String(line)} ${ruleId?.split("/")[1] ?? "fatal"} ${messageId ?? ""} ${toolIn(message, list)}${fix ? " fix" : ""}${suggestions ? ` suggestions:${String(suggestions.length)}` : ""}`,
      ),
    );
    expect(findings.join("\n")).not.toContain("fatal");
    await expect(`${findings.join("\n")}\n`).toMatchFileSnapshot(
      `findings/${name.replaceAll("/", "__")}.txt`,
    );
  });

  it("parses after --fix, and a second run changes nothing", async () => {
    const eslint = eslintFor(name, plugin.configs.mcp, true);
    const results = await eslint.lintFiles([...list.files]);
    for (const { filePath, output } of results) {
      if (output !== undefined) {
        const [again] = await eslint.lintText(output, { filePath });
        expect(again?.output).toBeUndefined();
        expect(again?.fatalErrorCount).toBe(0);
        expect(again?.fixableErrorCount).toBe(0);
      }
    }
  });
});
