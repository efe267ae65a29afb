import { describe, expect, test } from "vitest";
import { gerundOf, gerundsOf, pastsOf } from "../../src/english/gerund.ts";
import { verbClass } from "../../src/english/known-verb.ts";
import { ADJECTIVE_DOUBLES } from "../../src/english/lexicon/adjective-doubles.ts";
import {
  ACTION_NOUNS,
  RESULT_NOUNS,
} from "../../src/english/lexicon/action-nouns.ts";
import { ATTRIBUTE_NOUNS } from "../../src/english/lexicon/attribute-nouns.ts";
import { COMPOUNDS } from "../../src/english/lexicon/compounds.ts";
import { NOUN_DOUBLES } from "../../src/english/lexicon/noun-doubles.ts";
import { NOUNS } from "../../src/english/lexicon/nouns.ts";
import { VERBS_BY_CLASS } from "../../src/english/lexicon/verbs.ts";
import {
  baseVerbOf,
  thirdPersonOf,
  verbReadings,
} from "../../src/english/verb-form.ts";
import { verbPhraseFromName } from "../../src/english/verb-phrase.ts";

const VERBS = Object.values(VERBS_BY_CLASS).flat();

describe("spelling", () => {
  test.each([
    ["list", "lists", "listing", "listed"],
    ["query", "queries", "querying", "queried"],
    ["tag", "tags", "tagging", "tagged"],
    ["make", "makes", "making", "made"],
    ["tie", "ties", "tying", "tied"],
    ["mimic", "mimics", "mimicking", "mimicked"],
    ["quiz", "quizzes", "quizzing", "quizzed"],
    ["go", "goes", "going", "went"],
    ["undo", "undoes", "undoing", "undid"],
    ["have", "has", "having", "had"],
    ["free", "frees", "freeing", "freed"],
    ["refer", "refers", "referring", "referred"],
    ["offer", "offers", "offering", "offered"],
    ["label", "labels", "labeling", "labeled"],
    ["commit", "commits", "committing", "committed"],
    ["edit", "edits", "editing", "edited"],
    ["visit", "visits", "visiting", "visited"],
    ["unpin", "unpins", "unpinning", "unpinned"],
    ["rerun", "reruns", "rerunning", "reran"],
    ["rebuild", "rebuilds", "rebuilding", "rebuilt"],
    ["reopen", "reopens", "reopening", "reopened"],
    ["debug", "debugs", "debugging", "debugged"],
    ["sync", "syncs", "syncing", "synced"],
    ["queue", "queues", "queuing", "queued"],
    ["publish", "publishes", "publishing", "published"],
    ["echo", "echoes", "echoing", "echoed"],
    ["soft-delete", "soft-deletes", "soft-deleting", "soft-deleted"],
    ["fix", "fixes", "fixing", "fixed"],
    ["deploy", "deploys", "deploying", "deployed"],
    ["equip", "equips", "equipping", "equipped"],
  ])("%s, %s, %s, %s", (base, third, gerund, past) => {
    expect(thirdPersonOf(base)).toBe(third);
    expect(gerundOf(base)).toBe(gerund);
    expect(pastsOf(base)[0]).toBe(past);
  });

  test.each([
    ["Labelling", "label"],
    ["labeling", "label"],
    ["Cancelled", "cancel"],
    ["TAGS", "tag"],
    ["Sent", "send"],
    ["vectorizes", "vectorize"],
    ["unstaging", "unstage"],
    ["queueing", "queue"],
    ["overview", undefined],
    ["resource", undefined],
    ["toString", undefined],
    ["constructor", undefined],
    ["", undefined],
  ])("%s comes from %s", (word, base) => {
    expect(baseVerbOf(word)).toBe(base);
  });
});

describe("gerunds", () => {
  test.each([
    // One stressed syllable at the end doubles its consonant …
    ["begin", "beginning"],
    ["bootstrap", "bootstrapping"],
    ["embed", "embedding"],
    ["forbid", "forbidding"],
    ["fulfil", "fulfilling"],
    ["geotag", "geotagging"],
    ["grep", "grepping"],
    ["rebel", "rebelling"],
    ["reformat", "reformatting"],
    ["resubmit", "resubmitting"],
    ["retrofit", "retrofitting"],
    ["screenshot", "screenshotting"],
    ["snapshot", "snapshotting"],
    ["unzip", "unzipping"],
    // … any other ending does not.
    ["color", "coloring"],
    ["conquer", "conquering"],
    ["cordon", "cordoning"],
    ["debit", "debiting"],
    ["reckon", "reckoning"],
    ["render", "rendering"],
    ["revel", "reveling"],
    ["sync", "syncing"],
    ["view", "viewing"],
    ["xor", "xoring"],
    // -c, -e, -ie, -ee, -oe, -ye, -nge, -ue.
    ["mimic", "mimicking"],
    ["change", "changing"],
    ["die", "dying"],
    ["agree", "agreeing"],
    ["canoe", "canoeing"],
    ["dye", "dyeing"],
    ["singe", "singeing"],
    ["rescue", "rescuing"],
    ["be", "being"],
    // Written as one word in names, as two by people.
    ["backup", "backing up"],
    ["checkout", "checking out"],
    ["login", "logging in"],
    ["logout", "logging out"],
    ["lookup", "looking up"],
    ["rollback", "rolling back"],
    ["setup", "setting up"],
    ["shutdown", "shutting down"],
  ])("%s: %s", (base, gerund) => {
    expect(gerundOf(base)).toBe(gerund);
  });
});

describe("round trips over the whole lexicon", () => {
  /** A form that is spelled like a form of another verb, which the lexicon prefers. */
  const SHARED: ReadonlySet<string> = new Set([
    "enrolled of enrol",
    "enrolling of enrol",
    "fulfilled of fulfil",
    "fulfilling of fulfil",
    "programmed of programme",
    "programming of programme",
  ]);

  test.each(["third", "gerund", "past"] as const)("%s", (form) => {
    const lost = VERBS.flatMap((base) => {
      const spelled =
        form === "third"
          ? [thirdPersonOf(base)]
          : form === "gerund"
            ? gerundsOf(base)
            : pastsOf(base);
      return spelled
        .filter(
          (word) =>
            !verbReadings(word).some(
              (reading) => reading.form === form && reading.base === base,
            ),
        )
        .map((word) => `${word} of ${base}`);
    });
    expect(lost.filter((entry) => !SHARED.has(entry))).toEqual([]);
  });
});

describe("the lexicon", () => {
  test("is large, sorted and free of repeats", () => {
    expect(VERBS.length).toBeGreaterThan(900);
    expect(new Set(VERBS).size).toBe(VERBS.length);
    for (const words of [
      ...Object.values(VERBS_BY_CLASS),
      ...Object.values(NOUN_DOUBLES),
      NOUNS,
      ATTRIBUTE_NOUNS,
      ADJECTIVE_DOUBLES,
    ]) {
      expect([...words].sort()).toEqual(words);
    }
  });

  test("doubles, compounds and action nouns name verbs that it holds", () => {
    const known = new Set(VERBS);
    const named = [
      ...Object.values(NOUN_DOUBLES).flat(),
      ...ADJECTIVE_DOUBLES,
      ...Object.keys(COMPOUNDS),
      ...Object.values(ACTION_NOUNS),
      ...Object.values(RESULT_NOUNS),
    ];
    expect(named.filter((verb) => !known.has(verb))).toEqual([]);
    expect(NOUNS.filter((noun) => known.has(noun))).toEqual([]);
  });

  test.each([
    ["list", "read"],
    ["search", "read"],
    ["create", "write"],
    ["reindex", "write"],
    ["unpin", "write"],
    ["send", "send"],
    ["resend", "send"],
    ["delete", "destroy"],
    ["hard-delete", "destroy"],
    ["purge", "destroy"],
    ["unsend", "open"],
    ["undelete", "write"],
    ["run", "open"],
    ["mark", "open"],
    ["open", "open"],
    ["convert", "open"],
    ["generate", "open"],
    ["call", "open"],
    ["draft", "write"],
    ["frobnicate", undefined],
    ["constructor", undefined],
  ])("%s is of class %s", (verb, expected) => {
    expect(verbClass(verb)).toBe(expected);
  });
});

test.each([
  ["list_items", "list items"],
  ["list-items", "list items"],
  ["listItems", "list items"],
  ["list.items", "list items"],
  ["getURLOfPage", "get url of page"],
  ["get_v2Items", "get v2 items"],
  ["", ""],
  ["___", ""],
])("%j as a phrase: %j", (name, phrase) => {
  expect(verbPhraseFromName(name)).toBe(phrase);
});
