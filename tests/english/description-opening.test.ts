import { describe, expect, test } from "vitest";
import {
  applyEdits,
  judgeOpening,
} from "../../src/english/description-opening.ts";

function problemOf(text: string, toolName?: string): string {
  const judgement = judgeOpening(text, { toolName });
  return judgement.verdict === "wrong" ? judgement.problem : judgement.verdict;
}

function rewritesOf(text: string, toolName?: string): string[] {
  const judgement = judgeOpening(text, { toolName });
  if (judgement.verdict !== "wrong") return [];
  return judgement.rewrites.map(
    ({ edits, safe }) =>
      `${safe ? "fix" : "suggest"}: ${applyEdits(text, edits)}`,
  );
}

describe("the problem is named", () => {
  test.each([
    ["", "empty"],
    [" \n\t ", "empty"],
    ["… — !", "no-words"],
    ["12 34", "no-words"],
    ["get_dose_plan", "tool-name"],
    ["Lists rooms.", "third-person"],
    ["Listing all rooms.", "gerund"],
    ["Listed the rooms.", "past"],
    ["To list rooms.", "to-infinitive"],
    ["Will list rooms.", "modal"],
    ["Please list rooms.", "please"],
    ["This tool lists rooms.", "lead-in"],
    ["Do not use.", "negative"],
    ["Given a hotel, list its rooms.", "leading-clause"],
    ["All rooms of a hotel.", "noun-phrase"],
    ["🚀 List rooms.", "hidden-verb"],
    ["Ruft alle Zimmer ab.", "other-language"],
    ["List rooms.", "bare-infinitive"],
    ["Frobnicate rooms.", "undecided"],
  ])("%j is %s", (text, problem) => {
    expect(problemOf(text, "get_dose_plan")).toBe(problem);
  });
});

describe("noun or verb", () => {
  test.each([
    ["Order supplies for the kitchen.", "order_supplies", "bare-infinitive"],
    ["Order status by number.", "order_status", "noun-phrase"],
    ["Order status by number.", "get_order_status", "noun-phrase"],
    ["Book the meeting room.", "book_room", "bare-infinitive"],
    ["Book details by ISBN.", "book_details", "noun-phrase"],
    ["Search sheet music.", "search", "bare-infinitive"],
    ["Search results for a phrase.", "search", "noun-phrase"],
    ["Commit staged changes.", "commit", "bare-infinitive"],
    ["Commit history of a file.", "commit", "noun-phrase"],
    ["Access the vault.", "vault", "bare-infinitive"],
    ["Access to the vault.", "vault", "noun-phrase"],
    ["Tests that fail on main.", "failing", "noun-phrase"],
    ["Checks that a host is up.", "check", "third-person"],
    ["Read-only: list rooms.", "list_rooms", "hidden-verb"],
    ["Read receipts of a message.", "read", "noun-phrase"],
    ["Log time on an issue.", "log_time", "bare-infinitive"],
    ["Close ticket", "ticket_close", "bare-infinitive"],
    ["Opt-in to a newsletter.", "mail_opt_in", "undecided"],
    ["Opt-out of a newsletter.", "opt_out_of_mail", "undecided"],
    ["Opt-in to a newsletter.", "newsletter", "noun-phrase"],
    ["Check-in of a guest.", "check_in_guest", "noun-phrase"],
  ])("%j of %s is %s", (text, tool, expected) => {
    expect(problemOf(text, tool)).toBe(expected);
  });
});

describe("rewrites", () => {
  test.each([
    [
      "Downloads X, parses it and books each line.",
      ["fix: Download X, parse it and book each line."],
    ],
    [
      "Gets posts and comments of a user.",
      ["fix: Get posts and comments of a user."],
    ],
    [
      "Creates, reads, updates and deletes notes.",
      ["fix: Create, read, update and delete notes."],
    ],
    ["LISTS ROOMS.", ["fix: LIST ROOMS."]],
    ["Retrieval of the log.", ["fix: Retrieve the log."]],
    ["Allows for filtering of orders.", ["fix: Filter orders."]],
    ["Please use this tool to list rooms.", ["fix: List rooms."]],
    ["Billing address of a customer.", []],
    ["“List rooms.”", ["fix: List rooms."]],
    ["[BETA] List rooms.", ["suggest: List rooms [BETA]."]],
    ["<beta> List rooms.", ["suggest: List rooms <beta>."]],
    ["<about>List rooms.</about> Needs a hotel.", []],
    ["<about>\nThis tool lists rooms.\n\nBy floor.\n</about>", []],
    ["Slack: post a message.", ["suggest: Post a message."]],
    ["- List rooms.\n- Book rooms.", ["suggest: List rooms.\n- Book rooms."]],
  ])("%j", (text, expected) => {
    expect(rewritesOf(text)).toEqual(expected);
  });

  test("a verb that may belong to a clause makes a suggestion, not a fix", () => {
    expect(
      rewritesOf("Finds the job that runs a script and stops it.")[0],
    ).toMatch(/^suggest: /);
    expect(rewritesOf("Lists files and is safe to call twice.")[0]).toMatch(
      /^suggest: /,
    );
  });

  test("the verb of the tool's name is suggested for a noun phrase", () => {
    expect(rewritesOf("Order status by number.", "get_order_status")).toEqual([
      "suggest: Get order status by number.",
    ]);
    expect(
      rewritesOf("Microsoft Excel file listing from OneDrive.", "list_files"),
    ).toEqual(["suggest: List Microsoft Excel files from OneDrive."]);
    expect(
      rewritesOf("A wrapper around the weather service.", "get_weather"),
    ).toEqual([]);
  });

  test("extra verbs are verbs in every form", () => {
    const context = { verbs: new Set(["frobnicate"]) };
    expect(judgeOpening("Frobnicate a file.", context)).toEqual({
      verdict: "bare-infinitive",
      verb: "frobnicate",
    });
    const judgement = judgeOpening("Frobnicating a file.", context);
    expect(judgement).toMatchObject({
      verdict: "wrong",
      problem: "gerund",
      verb: "frobnicate",
    });
  });
});

describe("text of any kind is judged", () => {
  const LONG = 100_000;
  test.each([
    ["spaces", " ".repeat(LONG)],
    ["spaces, then a verb", `${" ".repeat(LONG)}List rooms.`],
    ["one word", "a".repeat(LONG)],
    ["hyphens in a word", "a-".repeat(LONG)],
    ["apostrophes", "it's ".repeat(LONG / 5)],
    ["emoji", "🎉".repeat(LONG / 2)],
    ["stars", "*".repeat(LONG)],
    ["brackets", "[".repeat(LONG)],
    ["brackets that close", "[a]".repeat(LONG / 3)],
    ["lines", "\n- x".repeat(LONG / 4)],
    ["verbs", "Lists and ".repeat(LONG / 10)],
    ["nouns", `Order ${"status ".repeat(LONG / 7)}`],
    ["commas", `Order ${", order".repeat(LONG / 7)}`],
    ["lone surrogates", "\ud83d ".repeat(LONG / 2)],
    ["a lone surrogate before a verb", "\udc00List rooms."],
    ["right to left", "إرسال رسالة إلى قناة. ".repeat(1000)],
    ["combining marks", "e\u0301".repeat(LONG / 2)],
    ["NUL and friends", "\u0000\u0007List"],
    ["object keys", "constructor __proto__ toString of hasOwnProperty"],
    ["object keys first", "toString of a value"],
  ])("%s", (_, text) => {
    judgeOpening("List rooms.", {});
    for (const toolName of [
      undefined,
      "",
      "list_rooms",
      "🎉",
      "a".repeat(LONG),
      "constructor",
    ]) {
      const judgement = judgeOpening(text, { toolName });
      if (judgement.verdict === "wrong")
        for (const { edits } of judgement.rewrites)
          expect(typeof applyEdits(text, edits)).toBe("string");
    }
  });
});

test("edits are applied from any order, and one that overlaps is left out", () => {
  const edits = [
    { start: 4, end: 5, text: "E" },
    { start: 0, end: 2, text: "A" },
    { start: 1, end: 3, text: "lost" },
  ];
  expect(applyEdits("abcdef", edits)).toBe("AcdEf");
  expect(applyEdits("abc", [])).toBe("abc");
});

test("'Clicks at the point' of click_at is offered its base form, not fixed", () => {
  const judgement = judgeOpening("Clicks at the given point.", {
    toolName: "click_at",
  });
  expect(judgement).toMatchObject({
    verdict: "wrong",
    problem: "third-person",
    verb: "click",
    rewrites: [{ safe: false }],
  });
});

test("a purpose ahead of a comma is not rewritten unread", () => {
  const judgement = judgeOpening("To find a berth, list the berths.", {});
  expect(judgement).toMatchObject({
    verdict: "wrong",
    problem: "to-infinitive",
    rewrites: [{ safe: false }],
  });
  expect(judgeOpening("To list, filter and sort berths.", {})).toMatchObject({
    rewrites: [{ safe: true }],
  });
});
