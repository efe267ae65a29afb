import { describe, expect, test } from "vitest";
import {
  judgeOpening,
  type OpeningJudgement,
} from "../../src/english/description-opening.ts";
import {
  languageModels,
  loadLanguageModels,
} from "../../src/english/language-models.ts";
import type {
  LanguageModels,
  ModelReading,
} from "../../src/english/model-reading.ts";
import { labelledDescriptions } from "./labelled-descriptions.ts";

const noun: ModelReading = { alone: "noun", behindTo: "noun", listed: true };
const verb: ModelReading = {
  alone: "verb",
  behindTo: "verb",
  listed: true,
  form: "base",
};
const adjective: ModelReading = {
  alone: "adjective",
  behindTo: "adjective",
  listed: true,
};

function saying(first: ModelReading, second: ModelReading): LanguageModels {
  return { first: { read: () => first }, second: { read: () => second } };
}

function judge(
  text: string,
  models: LanguageModels | undefined,
): OpeningJudgement {
  return judgeOpening(text, { toolName: "frobs", models: () => models });
}

describe("what both models say is decided", () => {
  test.each([
    ["Frobnicate values of a column.", verb, verb, "bare-infinitive"],
    ["Frobnic schedule of a bank.", noun, noun, "wrong"],
    ["Frobnic maps of a village.", adjective, adjective, "wrong"],
    // The models differ.
    ["Frobnic schedule of a bank.", noun, verb, "undecided"],
    ["Frobnic schedule of a bank.", verb, noun, "undecided"],
    // Nothing in the sentence speaks for a noun phrase.
    ["Frobnicate clips.", { ...noun, listed: false }, noun, "undecided"],
    ["Frobnicate a clip.", noun, noun, "undecided"],
  ])("%j read as %o and %o is %s", (text, first, second, verdict) => {
    expect(judge(text, saying(first, second)).verdict).toBe(verdict);
  });

  test("a form of a verb gets a suggestion, never a fix", () => {
    const third: ModelReading = {
      alone: "verb",
      behindTo: "verb",
      listed: true,
      form: "third",
      base: "frobnicate",
    };
    expect(judge("Frobnicates clips.", saying(third, verb))).toMatchObject({
      verdict: "wrong",
      problem: "third-person",
      verb: "frobnicate",
      rewrites: [{ safe: false }],
    });
    expect(judge("Frobnicates clips.", saying(third, noun)).verdict).toBe(
      "undecided",
    );
  });

  test("without models it stays undecided", () => {
    expect(judge("Frobnic schedule of a bank.", undefined).verdict).toBe(
      "undecided",
    );
  });
});

describe("the models are asked only about words that the lexicon does not hold", () => {
  function asked(text: string, toolName: string): number {
    let count = 0;
    judgeOpening(text, {
      toolName,
      models: () => {
        count += 1;
        return undefined;
      },
    });
    return count;
  }

  /** Nouns and adjectives that are verbs once in a blue moon; the lexicon does not hold them as such. */
  const SELDOM_VERBS: ReadonlySet<string> = new Set([
    "Air",
    "Blackout",
    "Cost",
    "Field",
    "Fine",
    "Man",
    "Salt",
    "Season",
    "Second",
    "Short",
    "Slot",
    "Sunset",
  ]);

  test.each(["descriptions-dev.jsonl", "descriptions-own.jsonl"])(
    "not about one correct description of %s",
    (file) => {
      const correct = labelledDescriptions(file).filter(({ ok }) => ok);
      expect(correct.length).toBeGreaterThan(100);
      expect(
        correct
          .filter(({ text, tool }) => asked(text, tool) > 0)
          .map(({ text }) => text)
          .filter((text) => !SELDOM_VERBS.has(text.split(" ")[0] ?? "")),
      ).toEqual([]);
    },
  );

  test("about an unknown word, once", () => {
    expect(asked("Frobnicate values.", "frob")).toBe(1);
    expect(asked("Match fields of a form.", "match_fields")).toBe(0);
  });

  test.each([
    ["100 kB", `Frobnicate ${"values ".repeat(15_000)}`],
    ["one long word", "frob".repeat(25_000)],
    ["lone surrogates", "Frobnicate \ud83d\udc00\ud83d values"],
    ["right to left", "Frobnicate رسالة إلى قناة"],
    ["emoji", "Frobnicate 🎉🎉🎉"],
    ["NUL", "Frobnicate \u0000\u0007 values"],
    ["object keys", "Hasownproperty constructor __proto__"],
  ])("with real models, %s is judged", (_, text) => {
    expect(() =>
      judgeOpening(text, { toolName: "x", models: languageModels }),
    ).not.toThrow();
  });
});

describe("loading", () => {
  test("happens once a process", () => {
    const models = languageModels();
    expect(models).toBeDefined();
    expect(languageModels()).toBe(models);
  });

  test("a missing package is no crash", () => {
    expect(
      loadLanguageModels(() => {
        throw new Error("Cannot find module 'compromise'");
      }),
    ).toBeUndefined();
  });

  test("a package that is something else is no crash", () => {
    expect(loadLanguageModels(() => ({}))).toBeUndefined();
  });

  test("a model that fails on a sentence has not read it", () => {
    const nlp = Object.assign(
      () => {
        throw new Error("broken");
      },
      {
        model: () => ({ one: { lexicon: {} } }),
        methods: () => ({ two: { transform: { verb: {} } } }),
      },
    );
    const wink = () => ({
      its: { pos: 0 },
      readDoc: () => {
        throw new Error("broken");
      },
    });
    const models = loadLanguageModels((name) =>
      name === "compromise" ? nlp : name === "wink-nlp" ? wink : {},
    );
    expect(models?.first.read("frob", "frob values").alone).toBe("other");
    expect(models?.second.read("frob", "frob values").alone).toBe("other");
    expect(judge("Frob schedule of a bank.", models).verdict).toBe("undecided");
  });
});

describe("the real models", () => {
  test.each([
    ["Sequential thinking for agents.", "wrong"],
    ["Bathymetric soundings of a bay.", "wrong"],
    ["Syllabus for a course.", "wrong"],
    ["Lottery numbers of the week.", "wrong"],
    ["Toponym index of a map.", "wrong"],
    // Both take these for nouns, as they do every word they have not met.
    ["Whizzle clips.", "undecided"],
    ["Whizzle a clip.", "undecided"],
  ])("%j is %s", (text, verdict) => {
    expect(
      judgeOpening(text, { toolName: "x", models: languageModels }).verdict,
    ).toBe(verdict);
  });
});
