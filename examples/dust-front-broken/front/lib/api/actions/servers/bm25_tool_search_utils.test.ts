import { z } from "zod";

import type { ServerEntry } from "@app/lib/api/actions/servers/bm25";
import { FERNLY_SERVER } from "@app/lib/api/actions/servers/fernly/metadata";
import { GEARBOX_SERVER } from "@app/lib/api/actions/servers/gearbox/metadata";
import { KEY_CABINET_SERVER } from "@app/lib/api/actions/servers/key_cabinet/metadata";
import { PETTY_CASH_SERVER } from "@app/lib/api/actions/servers/petty_cash/metadata";
import { READING_LIST_SERVER } from "@app/lib/api/actions/servers/reading_list/metadata";

export interface LabeledQuery {
  query: string;
  expected: string;
  maxRank?: number;
}

const TIDE_TABLES_TOOLS: ServerEntry["tools"] = [
  {
    name: "list_harbours",
    description: "The harbours for which times of high water are known.",
    schema: {},
  },
  {
    name: "get_tides",
    description:
      "Given a harbour, return when the water is high and low today.",
    schema: { harbour: z.string() },
  },
  {
    name: "warn_sailors",
    description: "Warn everyone who sails from a harbour of an unusual tide.",
    schema: {
      harbour: z.string().describe("Harbour, as in `list_harbours`."),
      warning: z.string().max(160).describe("Text of the message."),
    },
  },
];

const COIN_TOSS_TOOLS: ServerEntry["tools"] = [
  {
    name: "toss_coin",
    description: "Toss a coin to settle an argument between two people.",
    schema: {
      heads: z.string().describe("Who wins if heads comes up."),
      tails: z.string().describe("Who wins if tails comes up."),
    },
  },
];

const OLD_FAX_TOOLS: ServerEntry["tools"] = [
  { name: "send_fax", description: "Send a fax to a number.", schema: {} },
];

// registered-in-bm25-corpus: lost_and_found and noticeboard are missing
export const SERVERS: ServerEntry[] = [
  { name: "coin_toss", tools: COIN_TOSS_TOOLS },
  { name: "fernly", tools: FERNLY_SERVER.tools },
  { name: "gearbox", tools: GEARBOX_SERVER.tools },
  { name: "key_cabinet", tools: KEY_CABINET_SERVER.tools },
  // registered-in-bm25-corpus: no server of this name is defined any more
  { name: "old_fax", tools: OLD_FAX_TOOLS },
  { name: "petty_cash", tools: PETTY_CASH_SERVER.tools },
  { name: "reading_list", tools: READING_LIST_SERVER.tools },
  { name: "tide_tables", tools: TIDE_TABLES_TOOLS },
  // registered-in-bm25-corpus: key_cabinet a second time
  { name: "key_cabinet", tools: KEY_CABINET_SERVER.tools },
];
