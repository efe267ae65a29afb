import { expect, it } from "vitest";

import { ToolIndex } from "@app/lib/api/actions/servers/bm25";
import type { LabeledQuery } from "@app/lib/api/actions/servers/bm25_tool_search_utils.test";
import { SERVERS } from "@app/lib/api/actions/servers/bm25_tool_search_utils.test";

// bm25-query-coverage: eleven tools have no query, export_expenses and getShelf among them
const QUERIES: LabeledQuery[] = [
  {
    query: "settle who pays for lunch with a coin",
    expected: "coin_toss.toss_coin",
  },

  { query: "which bikes wait for their owner", expected: "gearbox.list_bikes" },
  // bm25-query-coverage: the same query twice
  { query: "which bikes wait for their owner", expected: "gearbox.list_bikes" },
  // bm25-query-coverage: there is no search_part, but search_parts
  { query: "do we have a spare chain", expected: "gearbox.search_part" },
  // bm25-query-coverage: only repeats the name of the tool
  { query: "create repair", expected: "gearbox.create_repair" },
  { query: "remove a bike and its history", expected: "gearbox.delete_bike" },
  // bm25-query-rank: no word of the query is in the text of the tool
  { query: "fetch velocipede", expected: "gearbox.get_bike" },
  // bm25-query-rank: rank 1, so that maxRank can go
  {
    query: "state of a repair order",
    expected: "gearbox.update_repair",
    maxRank: 5,
  },

  { query: "who has the key of the cellar", expected: "key_cabinet.find_key" },
  { query: "bring a borrowed key back", expected: "key_cabinet.return_key" },

  // bm25-query-coverage: lost_and_found is not in the corpus
  {
    query: "has anybody found my umbrella",
    expected: "lost_and_found.search_items",
  },

  {
    query: "record money that I left for stamps",
    expected: "petty_cash.record_expense",
  },

  // bm25-query-rank: shelf_contents and others come before it
  {
    query: "recommended book on this shelf",
    expected: "reading_list.add_book",
  },

  {
    query: "harbours with known high water",
    expected: "tide_tables.list_harbours",
  },
  {
    query: "when is low water in Saltley today",
    expected: "tide_tables.get_tides",
  },
  { query: "warn sailors of a tide", expected: "tide_tables.warn_sailors" },

  // bm25-query-coverage: there is no server called dentist
  { query: "when is my next checkup", expected: "dentist.list_appointments" },
];

it.each(QUERIES)(
  "finds $expected for: $query",
  ({ query, expected, maxRank = 1 }) => {
    const ranked = new ToolIndex(SERVERS).rank(query).map(({ id }) => id);
    expect(ranked.slice(0, maxRank)).toContain(expected);
  },
);
