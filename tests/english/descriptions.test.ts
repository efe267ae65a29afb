import { describe, expect, test } from "vitest";
import {
  applyEdits,
  judgeOpening,
  type OpeningJudgement,
} from "../../src/english/description-opening.ts";
import { languageModels } from "../../src/english/language-models.ts";
import { labelledDescriptions } from "./labelled-descriptions.ts";

function judge(text: string, toolName: string): OpeningJudgement {
  return judgeOpening(text, { toolName, models: languageModels });
}

function safeFix(text: string, tool: string): string | null {
  const judgement = judge(text, tool);
  if (judgement.verdict !== "wrong") return null;
  const best = judgement.rewrites[0];
  return best?.safe === true ? applyEdits(text, best.edits) : null;
}

/** Lines of our own set that are decided otherwise than labelled; one that gets decided rightly must leave this list. */
const MISJUDGED: Readonly<Record<string, "undecided" | "bare-infinitive">> = {
  "Average columns of a table.": "undecided",
  "Buffer points by a distance.": "undecided",
  "Cache results of a query.": "undecided",
  "Cap spending of a team per month.": "undecided",
  "Chart data of a song.": "bare-infinitive",
  "Cluster points with k-means.": "undecided",
  "Cover costs of a trip.": "undecided",
  "Estimate effort of a story.": "undecided",
  "Exchange points for a voucher.": "undecided",
  "Key values by name.": "undecided",
  "Limit spend of a card.": "undecided",
  "Map fields of a source table to those of a target.": "undecided",
  "Mask fields of a record that hold card numbers.": "undecided",
  "Mask fields that hold personal data.": "undecided",
  "Price ingredients of a recipe at today's market.": "undecided",
  "Price options with Black-Scholes.": "undecided",
  "Request review from a teammate.": "undecided",
  "Script versions of an episode.": "undecided",
  "Secure link to a file.": "undecided",
  "Shape traffic of a guest network.": "undecided",
  "Shift dates by a number of days.": "undecided",
  "Supply values for a template.": "undecided",
  "Survey land with a drone.": "undecided",
  "Thread replies in a channel.": "bare-infinitive",
  "Title pages by topic.": "undecided",
  "Total columns of a sheet.": "undecided",
  "Total hours by project and week.": "undecided",
  "Trafficking in data is what this does not do; deleting is.": "undecided",
  "Void vouchers of a campaign.": "undecided",
  "Watch status of an episode.": "bare-infinitive",
  "Zone settings of a domain.": "undecided",
};

/** Lines that get a suggestion where their label has a fix. */
const ONLY_SUGGESTED: ReadonlySet<string> = new Set([
  "Allows players to trade items.",
  "Always use this tool to read files.",
  "Automatically tagging photos.",
  "Buying and selling shares at market price.",
  "Creates a user, if there is none yet, and sends a welcome mail.",
  "Mapping fields between two forms.",
  "Models demand and prices.",
  "Notifies the team when a build fails and links to its log.",
  "Replies to an email with a template.",
  "Reports usage per team.",
  "Watches an auction and bids at the last second.",
  "Starts a job that reads a file and writes its rows to a table.",
]);

describe.each(["descriptions-dev.jsonl", "descriptions-own.jsonl"])(
  "%s",
  (file) => {
    const lines = labelledDescriptions(file);

    test("holds enough lines to mean something", () => {
      expect(lines.length).toBeGreaterThan(250);
      expect(new Set(lines.map(({ text }) => text)).size).toBe(lines.length);
    });

    test.each(lines)(
      "$kind $tool: $text",
      ({ tool, text, ok, fix, alt = [] }) => {
        const expected = MISJUDGED[text] ?? (ok ? "bare-infinitive" : "wrong");
        expect(judge(text, tool).verdict).toBe(expected);
        const fixed = safeFix(text, tool);
        if (ONLY_SUGGESTED.has(text)) expect(fixed).toBeNull();
        else expect([fix, ...alt]).toContain(fixed);
      },
    );

    test.each(lines)(
      "a fixed text needs no second fix: $text",
      ({ tool, text }) => {
        const fixed = safeFix(text, tool);
        if (fixed === null) return;
        expect(judge(fixed, tool).verdict).not.toBe("wrong");
      },
    );

    test("ranges, openings and edits fit the text, and at most the first rewrite is safe", () => {
      for (const { tool, text } of lines) {
        const judgement = judge(text, tool);
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
