import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { judgeOpening } from "../../src/english/description-opening.ts";
import { findFirstWord } from "../../src/english/first-word.ts";
import { isOtherLanguage } from "../../src/english/other-language.ts";
import { sentenceTokens } from "../../src/english/sentence.ts";

function readLines(file: string): { tool: string; text: string }[] {
  const text = readFileSync(new URL(file, import.meta.url), "utf8");
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { tool: string; text: string });
}

describe("right openings are never reported, with their tool's name", () => {
  test.each(readLines("openings-never-reported.jsonl"))(
    "$tool: $text",
    ({ tool, text }) => {
      expect(judgeOpening(text, { toolName: tool }).verdict).not.toBe("wrong");
    },
  );
});

describe("noun phrases with a noun that looks like a verb are reported", () => {
  test.each(readLines("openings-reported.jsonl"))(
    "$tool: $text",
    ({ tool, text }) => {
      expect(judgeOpening(text, { toolName: tool }).verdict).toBe("wrong");
    },
  );
});

describe("the first word", () => {
  test.each([
    ["List rooms", [], "List rooms"],
    [" \n List rooms", [], "List rooms"],
    ["🚀 List rooms", ["emoji"], "List rooms"],
    ["👩‍💻🇫🇷 List", ["emoji"], "List"],
    ["- List", ["bullet"], "List"],
    ["1. List", ["bullet"], "List"],
    ["## List", ["heading"], "List"],
    ["**List**", ["emphasis"], "List**"],
    ["“List”", ["quote"], "List”"],
    ["[BETA] List", ["label"], "List"],
    ["(Deprecated) [X]: List", ["label", "label"], "List"],
    ["(Re)build", [], "(Re)build"],
    ["...", ["bullet", "bullet", "bullet"], ""],
  ])("%j is behind %j", (text, marks, rest) => {
    const found = findFirstWord(text);
    expect(found.marks).toEqual(marks);
    expect(text.slice(found.start)).toBe(rest);
  });
});

describe("the first sentence", () => {
  test.each([
    ["List rooms. Sorts them.", "List rooms ."],
    ["List rooms, e.g. of a hotel. Sorts.", "List rooms , e.g . of a hotel ."],
    ["List rooms\n\nReturns: all", "List rooms"],
    ["List rooms\nReturns: all", "List rooms"],
    ["List rooms\nof a hotel", "List rooms of a hotel"],
    ["List rooms\n- of a hotel", "List rooms"],
    ["Read foo.txt now", "Read foo.txt now"],
  ])("of %j", (text, words) => {
    expect(
      sentenceTokens(text, 0)
        .map((token) => token.text)
        .join(" "),
    ).toBe(words);
  });
});

describe("other languages", () => {
  test.each([
    ["Suche nach Artikeln im Lager.", true],
    ["Archive une conversation.", true],
    ["Open een deur van het magazijn.", true],
    ["Export aller Rechnungen.", true],
    ["Obtiene la lista de usuarios.", true],
    ["倉庫の在庫を一覧表示します。", true],
    ["Excelファイルを読み込む。", true],
    ["Удаляет запись.", true],
    ["Search Le Monde articles.", false],
    ["Find Las Vegas hotels.", false],
    ["Convert Größe to size.", false],
    ["Search de facto standards.", false],
    ["Upload a résumé.", false],
    ["Open a file.", false],
    ["List π and 東京 stations of a line.", false],
  ])("%j: %s", (text, expected) => {
    expect(isOtherLanguage(sentenceTokens(text, 0))).toBe(expected);
  });
});
