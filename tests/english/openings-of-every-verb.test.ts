import { describe, expect, test } from "vitest";
import {
  applyEdits,
  judgeOpening,
} from "../../src/english/description-opening.ts";
import { gerundsOf } from "../../src/english/gerund.ts";
import { VERBS_BY_CLASS } from "../../src/english/lexicon/verbs.ts";
import { thirdPersonOf } from "../../src/english/verb-form.ts";

// Every verb of the lexicon before objects that leave one reading only.

const VERBS = Object.values(VERBS_BY_CLASS).flat();
const OBJECTS = [
  "a record of a user.",
  "the items in a list.",
  "all items.",
  "several files at once.",
  "an event's details.",
];

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The text after the automatic fix; otherwise the verdict. */
function outcome(text: string, tool: string): string {
  const judgement = judgeOpening(text, { toolName: tool });
  if (judgement.verdict !== "wrong") return judgement.verdict;
  const best = judgement.rewrites[0];
  return best?.safe === true ? applyEdits(text, best.edits) : "not fixed";
}

/** British spellings of these share a gerund with the American ones, which come first. */
const OTHER_SPELLING: Readonly<Record<string, string>> = {
  enrol: "enroll",
  fulfil: "fulfill",
  programme: "program",
};
/** Their gerund opens a clause, or is mostly another word. */
const NO_GERUND: ReadonlySet<string> = new Set(["assume", "cope", "depend"]);

describe.each(OBJECTS)("… %s", (object) => {
  test("the base verb is right", () => {
    const wrong = VERBS.filter(
      (verb) =>
        judgeOpening(`${capitalized(verb)} ${object}`, {
          toolName: `${verb}_item`,
        }).verdict !== "bare-infinitive",
    );
    expect(wrong).toEqual([]);
  });

  test("the third person is fixed to the base verb", () => {
    const lost = VERBS.filter(
      (verb) =>
        outcome(
          `${capitalized(thirdPersonOf(verb))} ${object}`,
          `${verb}_item`,
        ) !== `${capitalized(verb)} ${object}`,
    );
    expect(lost).toEqual([]);
  });

  test("every gerund is fixed to the base verb", () => {
    const lost = VERBS.filter((verb) => !NO_GERUND.has(verb)).flatMap((verb) =>
      gerundsOf(verb).filter(
        (gerund) =>
          ![verb, OTHER_SPELLING[verb] ?? verb]
            .map((base) => `${capitalized(base)} ${object}`)
            .includes(
              outcome(`${capitalized(gerund)} ${object}`, `${verb}_item`),
            ),
      ),
    );
    expect(lost).toEqual([]);
  });

  test.each([
    ["This tool", thirdPersonOf],
    ["Allows you to", (verb: string) => verb],
    ["Use this tool to", (verb: string) => verb],
    ["Used for", (verb: string) => gerundsOf(verb)[0] ?? verb],
    ["To", (verb: string) => verb],
  ])("%s … is fixed to the base verb", (leadIn, form) => {
    const lost = VERBS.filter(
      (verb) =>
        outcome(`${leadIn} ${form(verb)} ${object}`, `${verb}_item`) !==
        `${capitalized(leadIn === "Used for" ? (OTHER_SPELLING[verb] ?? verb) : verb)} ${object}`,
    );
    expect(lost).toEqual([]);
  });
});
