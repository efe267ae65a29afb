import { expect, test } from "vitest";
import { toolEffect } from "../../src/english/tool-effect.ts";
import { wordsOfName } from "../../src/english/verb-phrase.ts";

test.each([
  // The name tells.
  ["list_items", undefined, "read list"],
  ["create_item", undefined, "write create"],
  ["send_item", undefined, "send send"],
  ["delete_item", undefined, "destroy delete"],
  ["find_and_delete_items", "Find items and delete them.", "destroy delete"],
  ["get_or_create_item", "Get an item, or create it.", "write create"],
  ["list_delete_requests", "List requests.", "read list"],
  ["draft_email", "Draft an email.", "write draft"],
  // The description has to tell.
  ["order_part", "Order a part.", "write order"],
  ["order_part", undefined, undefined],
  ["order_status", "Get the status of an order.", undefined],
  ["record_sale", "Use this tool to record a sale.", "write record"],
  ["weather", "Get the weather.", "read get"],
  ["user", "Delete a user.", "destroy delete"],
  ["user", "Deletes a user.", undefined],
  ["page_delete", "Delete a page.", "destroy delete"],
  ["page_delete", "List pages.", undefined],
  // The verb does not tell.
  ["run_job", "Run a job.", undefined],
  ["mark_done", "Mark a task.", undefined],
  ["export_orders", "Export orders.", undefined],
  ["create_chart", "Create a chart.", undefined],
  ["create_page", "Generate a page.", undefined],
  ["validate_order", "Validate an order.", "read validate"],
  ["frob_item", "Frob an item.", undefined],
  // Name and description speak of different things.
  ["post_search", "Search pages.", undefined],
  ["query", "Execute a statement.", undefined],
  ["change_log", "Change log of an app, newest first.", undefined],
  ["push_settings", "Push notification settings of a user.", undefined],
  // Reads and goes on.
  ["search_items", "Search items by name or maker.", "read search"],
  ["search_items", "Search items and mark them.", undefined],
  ["search_items", "Search items. Also deletes old ones.", undefined],
  ["search_items", "Search items.\n\nCan be used to delete them.", undefined],
  // The agent's own.
  ["erase_entries", "Erase entries of the agent's memory.", undefined],
  ["create_memory", undefined, undefined],
  ["", undefined, undefined],
])("%s, %s: %s", (name, description, expected) => {
  const found = toolEffect(wordsOfName(name), description);
  expect(found && `${found.effect} ${found.verb}`).toBe(expected);
});
