import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  applyEdits,
  judgeOpening,
} from "../../src/english/description-opening.ts";

interface Line {
  readonly tool: string;
  readonly text: string;
  readonly ok: boolean;
  readonly kind: string;
  readonly fix: string | null;
  readonly alt?: readonly (string | null)[];
}

function readLines(file: string): Line[] {
  const text = readFileSync(new URL(file, import.meta.url), "utf8");
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
}

function safeFix(text: string, tool: string): string | null {
  const judgement = judgeOpening(text, { toolName: tool });
  if (judgement.verdict !== "wrong") return null;
  const best = judgement.rewrites[0];
  return best?.safe === true ? applyEdits(text, best.edits) : null;
}

/** Lines of our own set that stay undecided; a line that gets decided must leave this list. */
const UNDECIDED = new Set(["panic", "match_results"]);

describe.each(["descriptions-dev.jsonl", "descriptions-own.jsonl"])(
  "%s",
  (file) => {
    const lines = readLines(file);

    test("holds enough lines to mean something", () => {
      expect(lines.length).toBeGreaterThan(200);
    });

    test.each(lines)(
      "$kind $tool: $text",
      ({ tool, text, ok, fix, alt = [] }) => {
        const judgement = judgeOpening(text, { toolName: tool });
        const expected = UNDECIDED.has(tool)
          ? "undecided"
          : ok
            ? "bare-infinitive"
            : "wrong";
        expect(judgement.verdict).toBe(expected);
        expect([fix, ...alt]).toContain(safeFix(text, tool));
      },
    );

    test.each(lines)(
      "a fixed text needs no second fix: $text",
      ({ tool, text }) => {
        const fixed = safeFix(text, tool);
        if (fixed === null) return;
        expect(judgeOpening(fixed, { toolName: tool }).verdict).toBe(
          "bare-infinitive",
        );
      },
    );

    test("ranges, openings and edits fit the text, and at most the first rewrite is safe", () => {
      for (const { tool, text } of lines) {
        const judgement = judgeOpening(text, { toolName: tool });
        if (judgement.verdict !== "wrong") continue;
        expect(judgement.opening).toBe(
          text.slice(judgement.start, judgement.end),
        );
        expect(
          judgement.rewrites.slice(1).every((rewrite) => !rewrite.safe),
        ).toBe(true);
        for (const { edits } of judgement.rewrites) {
          expect(edits.length).toBeGreaterThan(0);
          const sorted = [...edits].sort((a, b) => a.start - b.start);
          sorted.forEach((edit, index) => {
            expect(edit.start).toBeLessThanOrEqual(edit.end);
            expect(edit.end).toBeLessThanOrEqual(text.length);
            expect(edit.start).toBeGreaterThanOrEqual(
              sorted[index - 1]?.end ?? 0,
            );
          });
        }
      }
    });
  },
);
