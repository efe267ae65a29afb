import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  judgeLabel,
  reformLabel,
  verbsOfTool,
} from "../../src/english/display-label.ts";
import { draftLabels } from "../../src/english/label-draft.ts";
import { applyEdits } from "../../src/english/text-edit.ts";
import { wordsOfName } from "../../src/english/verb-phrase.ts";

function judged(
  label: string,
  wanted: "gerund" | "base",
  verbs: readonly string[],
): string {
  const judgement = judgeLabel(label, wanted, new Set(verbs));
  if (judgement.verdict !== "wrong") {
    return judgement.verdict;
  }
  return judgement.edits
    ? applyEdits(label, judgement.edits)
    : `wrong, ${judgement.found}`;
}

describe("a gerund while it runs", () => {
  test.each([
    ["Listing items", [], "right"],
    ["Waiting for…", [], "right"],
    ["🔍 Searching items", [], "right"],
    ["Currently listing items", [], "right"],
    ["Frobbing items", [], "right"],
    ["Meeting notes", [], "right"],
    ["List items", [], "Listing items"],
    ["Lists items", [], "Listing items"],
    ["SEARCH ITEMS", [], "SEARCHING ITEMS"],
    ["Ping host", [], "Pinging host"],
    ["Bring item", [], "Bringing item"],
    ["Set up shop", [], "Setting up shop"],
    ["Create/update item", [], "Creating/updating item"],
    ["Listed items", [], "wrong, past"],
    ["Listed items", ["list"], "Listing items"],
    ["Email sent", [], "wrong, base"],
    ["Report generation", ["generate"], "wrong, base"],
    ["Report item", ["report"], "Reporting item"],
    ["Search in progress", [], "wrong, base"],
    ["Item listing", [], "wrong, none"],
    ["The items are listed", [], "wrong, none"],
    ["Query running", ["query"], "wrong, base"],
    ["Search still running", [], "wrong, base"],
    ["Search for training", [], "Searching for training"],
    ["Enable logging", [], "Enabling logging"],
    ["Is listing items", [], "Listing items"],
    ["Is now listing and filtering items", [], "Listing and filtering items"],
    ["Has been listing items", [], "Listing items"],
    ["Are being listed", [], "wrong, past"],
    ["Being listed", [], "undecided"],
    ["Done", ["do"], "wrong, past"],
    ["Frob items", [], "undecided"],
    ["In progress", [], "undecided"],
    ["Semantic searching of messages", [], "undecided"],
    ["Recherche de fichiers", [], "undecided"],
    ["…", [], "undecided"],
    ["", [], "undecided"],
  ])("%s, with %j: %s", (label, verbs, expected) => {
    expect(judged(label, "gerund", verbs)).toBe(expected);
  });
});

describe("a base verb when it is done", () => {
  test.each([
    ["List items", [], "right"],
    ["Order part", [], "right"],
    ["Set up shop", [], "right"],
    ["Email sent", [], "right"],
    ["Lists items", [], "List items"],
    ["Lists and filters items", [], "List and filter items"],
    ["Creating and sending invoice", [], "Create and send invoice"],
    ["Weighing and logging hive", ["weigh"], "wrong, gerund"],
    ["Queries database", [], "Query database"],
    ["Listing items", [], "wrong, gerund"],
    ["Listing items", ["list"], "List items"],
    ["Meeting notes", [], "wrong, gerund"],
    ["Updated record", [], "wrong, past"],
    ["Updated record", ["update"], "Update record"],
    ["Notes of a page", [], "wrong, none"],
    ["Web search", [], "wrong, none"],
    ["Has got items", [], "Get items"],
    ["HAS LISTED ITEMS", [], "LIST ITEMS"],
    ["Has listed and filtered items", [], "List and filter items"],
    ["Had recently sent email", [], "Send email"],
    ["Having listed items", [], "List items"],
    ["Has read access", [], "wrong, past"],
    ["Has read item", ["read"], "Read item"],
    ["Has done", ["do"], "wrong, past"],
    ["Was sent", ["send"], "wrong, past"],
    ["Have sent email", ["send"], "Send email"],
    ["Have sent email", [], "undecided"],
    ["Have a look", [], "right"],
    ["Has items", [], "Have items"],
    ["Done", ["do"], "wrong, past"],
    ["Comments on issue", [], "undecided"],
    ["Comments on issue", ["comment"], "Comment on issue"],
    ["Set of rules", [], "undecided"],
    ["Frobs items", [], "undecided"],
    ["Semantic search messages", [], "undecided"],
  ])("%s, with %j: %s", (label, verbs, expected) => {
    expect(judged(label, "base", verbs)).toBe(expected);
  });
});

test.each([
  ["Searching the web", "base", "Search the web"],
  ["Search the web", "gerund", "Searching the web"],
  ["Looking up shelf", "base", "Look up shelf"],
  ["Listing items", "gerund", "Listing items"],
  ["Web search", "gerund", undefined],
] as const)("%s in the %s form: %s", (label, wanted, expected) => {
  expect(reformLabel(label, wanted)).toBe(expected);
});

test("verbs that a tool surely uses", () => {
  expect(
    verbsOfTool({
      words: ["list", "items"],
      description: "Shows items.",
      running: "Finding items",
      done: "Report items",
    }),
  ).toEqual(new Set(["list", "show", "find"]));
  expect(
    verbsOfTool({
      words: ["report", "generation"],
      description: undefined,
      running: "Report generation",
      done: undefined,
    }),
  ).toEqual(new Set());
});

describe("drafts", () => {
  test.each([
    ["list_items", "List items.", "Listing items | List items"],
    ["get_user_id", "Get an ID.", "Getting user ID | Get user ID"],
    [
      "list_jira_issues",
      "List the issues of a Jira project.",
      "Listing Jira issues | List Jira issues",
    ],
    ["setup_shop", "Set up a shop.", "Setting up shop | Set up shop"],
    ["power_cycle_port", "", "Power-cycling port | Power-cycle port"],
    ["get_or_create_item", "", "Getting or creating item | Get or create item"],
    ["search", "Search the web.", "Searching web | Search web"],
    ["search", "Search for pages.", "Searching | Search"],
    ["order_part", "Order a part.", "Ordering part | Order part"],
    ["order_part", "", undefined],
    ["order_status", "Order status by number.", undefined],
    ["search_results", "Search results for a phrase.", undefined],
    ["search_results", "", undefined],
    [
      "row_deletion",
      "Deletion of a row by its key.",
      "Deleting row | Delete row",
    ],
    [
      "parcels",
      "Lists parcels on their way.",
      "Listing parcels | List parcels",
    ],
    ["cashbox", "List what was paid.", undefined],
    ["download_parse", "Download and parse a file.", undefined],
    ["search_across", "Search across all wikis.", undefined],
    ["frob_items", "Frob items.", undefined],
    [
      "list_all_of_the_very_many_items",
      "List items which are there.",
      "Listing items | List items",
    ],
    ["", "", undefined],
  ])("%s, %s: %s", (name, description, expected) => {
    const draft = draftLabels(wordsOfName(name), description);
    expect(draft && `${draft.running} | ${draft.done}`).toBe(expected);
  });
});

test("any text is judged and drafted from, and a repaired label is right", () => {
  const word = fc.constantFrom(
    ..."list lists listing listed order meeting and , the item 🔍 É x".split(
      " ",
    ),
  );
  const text = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.array(word, { maxLength: 8 }).map((words) => words.join(" ")),
  );
  fc.assert(
    fc.property(
      text,
      text,
      fc.constantFrom("gerund" as const, "base" as const),
      (label, description, wanted) => {
        const verbs = new Set(["list"]);
        const judgement = judgeLabel(label, wanted, verbs);
        if (judgement.verdict === "wrong" && judgement.edits) {
          const better = applyEdits(label, judgement.edits);
          expect(judgeLabel(better, wanted, verbs).verdict).not.toBe("wrong");
        }
        draftLabels(wordsOfName(label), description);
      },
    ),
  );
});
