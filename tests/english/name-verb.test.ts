import { describe, expect, test } from "vitest";
import { casingOf } from "../../src/english/name-casing.ts";
import {
  laterVerb,
  startsWithoutVerb,
  verbsOfName,
} from "../../src/english/name-verb.ts";
import { wordsOfName } from "../../src/english/verb-phrase.ts";

describe("verbs of a name", () => {
  test.each([
    ["list_items", "list read likely"],
    ["delete_item", "delete destroy sure"],
    ["order_part", "order write open"],
    ["search_or_create_item", "search read likely, create write sure"],
    ["search_and_replace", "search read likely, replace write sure"],
    ["create_page_and_delete_draft", "create write sure, delete destroy sure"],
    ["create_issue_and_comment", "create write sure, comment open open"],
    ["list_delete_requests", "list read likely"],
    ["bulk_delete_items", "delete destroy sure"],
    ["permanently_delete", "delete destroy sure"],
    ["check_out_book", "check out open likely"],
    ["log_in", "log in open open"],
    ["search_in_files", "search read likely"],
    ["look_up_item", "look up read likely"],
    ["backup_status", "backup open open"],
    ["dry_run_delete", "dry-run read sure"],
    ["delete_preview", "delete open sure"],
    ["create_chart", "create open sure"],
    ["create_page", "create write sure"],
    ["add", "add open sure"],
    ["add_numbers", "add open sure"],
    ["add_item", "add write sure"],
    ["close_tab", "close open open"],
    ["glorf_contents", ""],
    ["", ""],
  ])("%s: %s", (name, expected) => {
    expect(
      verbsOfName(wordsOfName(name))
        .map(
          ({ certainty, verb, verbClass }) =>
            `${verb} ${verbClass} ${certainty}`,
        )
        .join(", "),
    ).toBe(expected);
  });
});

describe("names without a verb in front", () => {
  test.each([
    ["user_profile", undefined, true],
    ["weather", undefined, true],
    ["current_user", undefined, true],
    ["pages_delete", undefined, true],
    ["page_delete", undefined, true],
    ["glorf_contents", undefined, false],
    ["glorf_contents", "List what lies in one glorf.", true],
    ["frob_items", "Frob the items, or frob an item.", false],
    ["order_part", undefined, false],
    ["fine_tune_model", undefined, false],
    ["safe_remove", undefined, false],
    ["quick_preview", undefined, false],
    ["semantic_search_messages", undefined, false],
    ["bulk_close", undefined, false],
    ["billing_get_invoice", undefined, false],
    ["user_invoice_details", undefined, true],
    ["is_open", undefined, false],
    ["", undefined, false],
  ])("%s, %s: %s", (name, description, expected) => {
    expect(startsWithoutVerb(wordsOfName(name), description)).toBe(expected);
  });

  test.each([
    ["pages_delete", "delete"],
    ["user_lookup", undefined],
    ["bus_stops", undefined],
    ["delete", undefined],
  ])("the verb at the end of %s: %s", (name, verb) => {
    expect(laterVerb(wordsOfName(name))).toBe(verb);
  });
});

describe("casing", () => {
  test.each([
    ["list_items", "snake_case"],
    ["get_URL_of_page", "snake_case"],
    ["list__items", "snake_case"],
    ["LIST_ITEMS", "UPPER_CASE"],
    ["list-items", "kebab-case"],
    ["API-get-user", "kebab-case"],
    ["listItems", "camelCase"],
    ["getURL", "camelCase"],
    ["ListItems", "PascalCase"],
    ["get_userName", "mixed"],
    ["get_user-name", "mixed"],
    ["search", undefined],
    ["Search", undefined],
    ["v2", undefined],
    ["items.list", undefined],
    ["items/listAll", "camelCase"],
    ["", undefined],
    ["___", undefined],
  ])("%s: %s", (name, expected) => {
    expect(casingOf(name)).toBe(expected);
  });
});
