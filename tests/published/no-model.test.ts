import { readFileSync } from "node:fs";
import path from "node:path";
import { ESLint, type Linter } from "eslint";
import { expect, it } from "vitest";
import { judgeOpening } from "../../src/english/description-opening.ts";
import { languageModels } from "../../src/english/language-models.ts";
import { lintedFile } from "../../src/linted-file.ts";
import { completeText } from "../../src/mcp/model.ts";
import { parser } from "typescript-eslint";

// Only a wrong description may ask a language model: loading one costs more
// than the rest of a run.

const root = path.resolve(import.meta.dirname, "../..");
const lists = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "tool-lists.json"), "utf8"),
) as Record<string, { readonly files: readonly string[] }>;

interface Described {
  readonly toolName: string | undefined;
  readonly text: string;
}

async function descriptionsIn(
  cwd: string,
  files: readonly string[],
): Promise<Described[]> {
  const found: Described[] = [];
  const collect: Linter.Config = {
    files: ["**/*.{js,mjs,ts}"],
    languageOptions: { parser },
    linterOptions: { reportUnusedDisableDirectives: "off" },
    plugins: {
      collector: {
        rules: {
          collect: {
            create: (context) => ({
              Program() {
                for (const tool of lintedFile(context as never).model.tools)
                  if (tool.description.kind === "known")
                    found.push({
                      toolName: completeText(tool.name),
                      text: tool.description.value.text,
                    });
              },
            }),
          },
        },
      },
    },
    rules: { "collector/collect": "error" },
  };
  await new ESLint({
    cwd,
    overrideConfigFile: true,
    allowInlineConfig: false,
    overrideConfig: [{ ignores: ["!**/node_modules/"] }, collect],
  }).lintFiles([...files]);
  return found;
}

const places: readonly (readonly [string, readonly string[]])[] = [
  ["examples/dust-front", ["**/*.{js,mjs,ts}"]],
  ["examples/plain-mcp", ["**/*.{js,mjs,ts}"]],
  ...Object.entries(lists).map(
    ([name, { files }]) => [`node_modules/${name}`, files] as const,
  ),
];

it("no correct description asks a model", async () => {
  const described: Described[] = [];
  for (const [folder, files] of places)
    described.push(...(await descriptionsIn(path.join(root, folder), files)));
  expect(described.length).toBeGreaterThan(200);
  const asking = described.filter(({ text, toolName }) => {
    const asked: true[] = [];
    const { verdict } = judgeOpening(text, {
      toolName,
      models: () => {
        asked.push(true);
        return languageModels();
      },
    });
    return asked.length > 0 && verdict !== "wrong";
  });
  expect(asking).toEqual([]);
});
