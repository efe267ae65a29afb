import { z } from "zod";

import type {
  InternalMCPToolType,
  ServerMetadata,
} from "@app/lib/actions/mcp_internal_actions/tool_definition";

export const READING_LIST_TOOLS_METADATA = [
  {
    name: "list_books",
    // bare-infinitive-description: "Allows you to"
    description: "Allows you to list the books that colleagues recommend.",
    schema: {},
    // require-tool-stake: a typo
    stake: "nevr_ask",
    displayLabels: { running: "Listing books", done: "List books" },
  },
  // no-duplicate-tool: list_books a second time
  {
    name: "list_books",
    // bare-infinitive-description: a noun made from the verb
    description: "Retrieval of recommended books, page by page.",
    schema: {
      page: z.number().int().describe("Which page, counted from 1."),
    },
    stake: "never_ask",
    displayLabels: { running: "Listing books", done: "List books" },
  },
  {
    name: "add_book",
    description: "Add a book that others should read, with its ISBN.",
    schema: {
      isbn: z.string().describe("ISBN with 13 digits, without hyphens."),
      title: z.string().describe("Title as printed on the cover."),
      shelf: z.string().describe("Shelf it stands on, from `getShelf`."),
    },
    // require-tool-stake: levels are lower case
    stake: "Low",
    displayLabels: { running: "Adding book", done: "Add book" },
  },
  {
    // tool-name-convention: camelCase among snake_case names
    name: "getShelf",
    // informative-description: says no more than the name
    description: "Get shelf.",
    schema: { isbn: z.string().describe("ISBN with 13 digits.") },
    stake: "never_ask",
    displayLabels: { running: "Looking up shelf", done: "Look up shelf" },
  },
  {
    // tool-name-convention: no verb
    name: "shelf_contents",
    description: "List every book that stands on one shelf of the office.",
    schema: { shelf: z.string().describe("Letter painted on the shelf.") },
    stake: "never_ask",
    displayLabels: { running: "Listing shelf", done: "List shelf" },
  },
  {
    name: "remove_book",
    // informative-description: the same as that of shelf_contents
    description: "List every book that stands on one shelf of the office.",
    schema: { isbn: z.string().describe("ISBN with 13 digits.") },
    stake: "high",
    displayLabels: { running: "Removing book", done: "Remove book" },
  },
] as const satisfies readonly InternalMCPToolType[];

export const READING_LIST_SERVER = {
  serverInfo: {
    // consistent-server-name: the config and the switch call it reading_list
    name: "reading_lists",
    version: "1.0.0",
    // valid-server-info: empty
    description: "",
    authorization: null,
    // valid-server-info: neither a platform's logo nor an action icon
    icon: "ReadingListLogo",
    documentationUrl: null,
    instructions: null,
  },
  tools: READING_LIST_TOOLS_METADATA,
  // require-server-files: no `as const satisfies ServerMetadata`
} as ServerMetadata & { tools: typeof READING_LIST_TOOLS_METADATA };
