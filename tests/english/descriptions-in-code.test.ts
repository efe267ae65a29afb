import { Linter } from "eslint";
import { describe, expect, test } from "vitest";
import plugin from "../../src/index.ts";
import { readModel } from "../read-model.ts";
import { labelledDescriptions } from "./labelled-descriptions.ts";

// The tables through the whole rule, in every way that a text is written.

function escaped(text: string, quote: string): string {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll(quote, `\\${quote}`)
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\t", "\\t")
    .replaceAll("${", "\\${");
}

/** Every third character as an escape, so that offsets in text and source differ. */
function unicodeEscaped(text: string): string {
  return Array.from(text)
    .map((character, index) =>
      index % 3 === 1 && character.length === 1
        ? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`
        : escaped(character, '"'),
    )
    .join("");
}

function chain(text: string): string {
  const words = text.split(/(?<= )/);
  const half = Math.ceil(words.length / 2);
  return [words.slice(0, half), words.slice(half)]
    .filter((part) => part.length > 0)
    .map((part) => `"${escaped(part.join(""), '"')}"`)
    .join(" +\n      ");
}

const WRITINGS: Readonly<Record<string, (text: string) => string>> = {
  "double quotes": (text) => `"${escaped(text, '"')}"`,
  "single quotes": (text) => `'${escaped(text, "'")}'`,
  "a template": (text) =>
    `\`${escaped(text, "`").replaceAll("\\n", "\n").replaceAll("\\r\n", "\\r\\n")}\``,
  escapes: (text) => `"${unicodeEscaped(text)}"`,
  "a chain": chain,
};

const linter = new Linter();
const config: Linter.Config[] = [
  {
    files: ["**/*.js"],
    plugins: { "mcp-runbook": plugin },
    rules: { "mcp-runbook/bare-infinitive-description": "error" },
  },
];

function code(tool: string, written: string): string {
  return `server.registerTool(
  ${JSON.stringify(tool)},
  {
    description: ${written},
  },
  async () => ({ content: [] }),
);
`;
}

function textIn(source: string): string | undefined {
  const [tool] = readModel(source, {}, "/repo/file.js").tools;
  return tool?.description.kind === "known"
    ? tool.description.value.text
    : undefined;
}

const allLines = [
  ...labelledDescriptions("descriptions-dev.jsonl"),
  ...labelledDescriptions("descriptions-own.jsonl"),
];

describe.each(Object.entries(WRITINGS))("in %s", (name, write) => {
  // How a text is written has nothing to do with its English: all lines in one
  // way, every fourth in the others.
  const lines =
    name === "double quotes"
      ? allLines
      : allLines.filter((_, index) => index % 4 === 0);
  const fixable = lines.filter(({ fix }) => fix !== null);

  test("what is written is what is read", () => {
    for (const { text, tool } of lines) {
      expect(textIn(code(tool, write(text)))).toBe(text);
    }
  });

  test("the fixable lines come out as labelled, or as they were", () => {
    let fixed = 0;
    for (const { alt = [], fix, text, tool } of fixable) {
      const { output } = linter.verifyAndFix(code(tool, write(text)), config, {
        filename: "server.js",
      });
      const result = textIn(output);
      expect([fix, ...alt, text]).toContain(result);
      if (result !== text) fixed += 1;
    }
    expect(fixed / fixable.length).toBeGreaterThan(0.95);
  });

  test("the correct ones get no report", () => {
    for (const { ok, text, tool } of lines) {
      if (ok)
        expect(
          linter.verify(code(tool, write(text)), config, {
            filename: "server.js",
          }),
        ).toEqual([]);
    }
  });
});
