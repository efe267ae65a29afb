import path from "node:path";
import { stakeMatchesVerb } from "../../rules/stake-matches-verb.ts";
import { testRule } from "../rule-tester.ts";

/** A file of one of the small repositories in `fixtures`. */
function fixture(file: string): string {
  return path.join(import.meta.dirname, "fixtures", file);
}

testRule("stake-matches-verb", stakeMatchesVerb, {
  valid: [
    {
      name: "stakes that fit",
      code: `
const TOOLS = [
  { name: "list_items", description: "List items.", schema: {}, stake: "never_ask", displayLabels },
  { name: "get_item", description: "Get an item.", schema: {}, stake: "medium", displayLabels },
  { name: "create_item", description: "Create an item.", schema: {}, stake: "low", displayLabels },
  { name: "send_item", description: "Send an item.", schema: {}, stake: "medium", displayLabels },
  { name: "delete_item", description: "Delete an item.", schema: {}, stake: "low", displayLabels },
] as const;
`,
    },
    {
      name: "verbs that do not tell",
      code: `
const TOOLS = [
  { name: "run_job", description: "Run a job.", schema: {}, stake: "never_ask", displayLabels },
  { name: "execute_query", description: "Execute a query.", schema: {}, stake: "high", displayLabels },
  { name: "sync_users", description: "Sync users.", schema: {}, stake: "never_ask", displayLabels },
  { name: "set_up_project", description: "Set up a project.", schema: {}, stake: "never_ask", displayLabels },
  { name: "check_out_book", description: "Check out a book.", schema: {}, stake: "high", displayLabels },
  { name: "mark_message", description: "Mark a message.", schema: {}, stake: "never_ask", displayLabels },
] as const;
`,
    },
    {
      name: "what only produces something, or rehearses",
      code: `
const TOOLS = [
  { name: "create_chart", description: "Create a chart.", schema: {}, stake: "never_ask", displayLabels },
  { name: "create_summary_page", description: "Generate a page.", schema: {}, stake: "never_ask", displayLabels },
  { name: "export_orders", description: "Export orders.", schema: {}, stake: "never_ask", displayLabels },
  { name: "preview_delete", description: "Preview what a deletion would remove.", schema: {}, stake: "never_ask", displayLabels },
  { name: "dry_run_delete", description: "Show what would be deleted.", schema: {}, stake: "never_ask", displayLabels },
  { name: "validate_order", description: "Validate an order.", schema: {}, stake: "never_ask", displayLabels },
  { name: "add_numbers", description: "Add two numbers.", schema: {}, stake: "never_ask", displayLabels },
] as const;
`,
    },
    {
      name: "names that read and may do more",
      code: `
const TOOLS = [
  { name: "get_or_create_item", description: "Get an item, or create it.", schema: {}, stake: "high", displayLabels },
  { name: "search_and_replace", description: "Search and replace words.", schema: {}, stake: "high", displayLabels },
  { name: "search_messages", description: "Search messages and mark them as read.", schema: {}, stake: "high", displayLabels },
  { name: "get_items", description: "Get items. Also deletes old ones.", schema: {}, stake: "high", displayLabels },
] as const;
`,
    },
    {
      name: "objects that are verbs elsewhere",
      code: `
const TOOLS = [
  { name: "list_delete_requests", description: "List requests for deletion.", schema: {}, stake: "never_ask", displayLabels },
  { name: "get_update_history", description: "Get the history of updates.", schema: {}, stake: "never_ask", displayLabels },
  { name: "order_status", description: "Order status by number.", schema: {}, stake: "never_ask", displayLabels },
  { name: "change_log", description: "Change log of an app.", schema: {}, stake: "never_ask", displayLabels },
] as const;
`,
    },
    {
      name: "name and description speak of different things",
      code: `
const TOOLS = [
  { name: "post_search", description: "Search pages by title.", schema: {}, stake: "never_ask", displayLabels },
  { name: "query", description: "Execute a statement.", schema: {}, stake: "high", displayLabels },
  { name: "email_search", description: "Search emails.", schema: {}, stake: "never_ask", displayLabels },
] as const;
`,
    },
    {
      name: "the agent's own memory",
      code: `
const TOOLS = [
  { name: "erase_entries", description: "Erase entries of the agent's memory.", schema: {}, stake: "never_ask", displayLabels },
] as const;
`,
    },
    {
      name: "levels, names and stakes that are not known",
      code: `
const TOOLS = [
  { name: "delete_item", description: "Delete an item.", schema: {}, stake: "nevr_ask" },
  { name: "delete_list", description: "Delete a list.", schema: {}, stake: stakeOf("delete") },
  { name: nameOf("delete"), description: describe("delete"), schema: {}, stake: "never_ask" },
] as const;
`,
    },
    {
      name: "a single level",
      code: `
const TOOLS = [
  { name: "delete_item", description: "Delete an item.", schema: {}, stake: "never_ask", displayLabels },
] as const;
`,
      settings: { "mcp-runbook": { stakeLevels: ["never_ask"] } },
    },
  ],
  invalid: [
    {
      name: "never_ask on a verb that writes, sends or deletes",
      code: `
const TOOLS = [
  { name: "update_item", description: "Update an item.", schema: {}, stake: "never_ask", displayLabels },
  { name: "send_item", description: "Send an item.", schema: {}, stake: "never_ask", displayLabels },
  { name: "delete_item", description: "Delete an item.", schema: {}, stake: "never_ask", displayLabels },
] as const;
`,
      output: null,
      errors: [
        {
          messageId: "tooLow",
          data: {
            tool: "'update_item'",
            stake: "'never_ask'",
            where: "",
            verb: "update",
            effect: "changes something",
          },
          line: 3,
          column: 77,
          endLine: 3,
          endColumn: 88,
          suggestions: [
            {
              messageId: "useLevel",
              data: { level: "low" },
              output: `
const TOOLS = [
  { name: "update_item", description: "Update an item.", schema: {}, stake: "low", displayLabels },
  { name: "send_item", description: "Send an item.", schema: {}, stake: "never_ask", displayLabels },
  { name: "delete_item", description: "Delete an item.", schema: {}, stake: "never_ask", displayLabels },
] as const;
`,
            },
            {
              messageId: "useLevel",
              data: { level: "medium" },
              output: `
const TOOLS = [
  { name: "update_item", description: "Update an item.", schema: {}, stake: "medium", displayLabels },
  { name: "send_item", description: "Send an item.", schema: {}, stake: "never_ask", displayLabels },
  { name: "delete_item", description: "Delete an item.", schema: {}, stake: "never_ask", displayLabels },
] as const;
`,
            },
            {
              messageId: "useLevel",
              data: { level: "high" },
              output: `
const TOOLS = [
  { name: "update_item", description: "Update an item.", schema: {}, stake: "high", displayLabels },
  { name: "send_item", description: "Send an item.", schema: {}, stake: "never_ask", displayLabels },
  { name: "delete_item", description: "Delete an item.", schema: {}, stake: "never_ask", displayLabels },
] as const;
`,
            },
          ],
        },
        {
          messageId: "tooLow",
          data: {
            tool: "'send_item'",
            stake: "'never_ask'",
            where: "",
            verb: "send",
            effect: "sends something to others",
          },
          line: 4,
          column: 73,
          endLine: 4,
          endColumn: 84,
          suggestions: [
            {
              messageId: "useLevel",
              data: { level: "high" },
              output: `
const TOOLS = [
  { name: "update_item", description: "Update an item.", schema: {}, stake: "never_ask", displayLabels },
  { name: "send_item", description: "Send an item.", schema: {}, stake: "high", displayLabels },
  { name: "delete_item", description: "Delete an item.", schema: {}, stake: "never_ask", displayLabels },
] as const;
`,
            },
            {
              messageId: "useLevel",
              data: { level: "medium" },
              output: `
const TOOLS = [
  { name: "update_item", description: "Update an item.", schema: {}, stake: "never_ask", displayLabels },
  { name: "send_item", description: "Send an item.", schema: {}, stake: "medium", displayLabels },
  { name: "delete_item", description: "Delete an item.", schema: {}, stake: "never_ask", displayLabels },
] as const;
`,
            },
            {
              messageId: "useLevel",
              data: { level: "low" },
              output: `
const TOOLS = [
  { name: "update_item", description: "Update an item.", schema: {}, stake: "never_ask", displayLabels },
  { name: "send_item", description: "Send an item.", schema: {}, stake: "low", displayLabels },
  { name: "delete_item", description: "Delete an item.", schema: {}, stake: "never_ask", displayLabels },
] as const;
`,
            },
          ],
        },
        {
          messageId: "tooLow",
          data: {
            tool: "'delete_item'",
            stake: "'never_ask'",
            where: "",
            verb: "delete",
            effect: "deletes or ends something",
          },
          line: 5,
          column: 77,
          endLine: 5,
          endColumn: 88,
          suggestions: [
            {
              messageId: "useLevel",
              data: { level: "high" },
              output: `
const TOOLS = [
  { name: "update_item", description: "Update an item.", schema: {}, stake: "never_ask", displayLabels },
  { name: "send_item", description: "Send an item.", schema: {}, stake: "never_ask", displayLabels },
  { name: "delete_item", description: "Delete an item.", schema: {}, stake: "high", displayLabels },
] as const;
`,
            },
            {
              messageId: "useLevel",
              data: { level: "medium" },
              output: `
const TOOLS = [
  { name: "update_item", description: "Update an item.", schema: {}, stake: "never_ask", displayLabels },
  { name: "send_item", description: "Send an item.", schema: {}, stake: "never_ask", displayLabels },
  { name: "delete_item", description: "Delete an item.", schema: {}, stake: "medium", displayLabels },
] as const;
`,
            },
            {
              messageId: "useLevel",
              data: { level: "low" },
              output: `
const TOOLS = [
  { name: "update_item", description: "Update an item.", schema: {}, stake: "never_ask", displayLabels },
  { name: "send_item", description: "Send an item.", schema: {}, stake: "never_ask", displayLabels },
  { name: "delete_item", description: "Delete an item.", schema: {}, stake: "low", displayLabels },
] as const;
`,
            },
          ],
        },
      ],
    },
    {
      name: "the highest level on a verb that reads",
      code: `
const TOOLS = [
  { name: "search_items", description: "Search items.", schema: {}, stake: "high", displayLabels },
  { name: "look_up_item", description: "Look up an item.", schema: {}, stake: "high", displayLabels },
] as const;
`,
      output: null,
      errors: [
        {
          messageId: "tooHigh",
          data: {
            tool: "'search_items'",
            stake: "'high'",
            where: "",
            verb: "search",
          },
          line: 3,
          column: 76,
          endLine: 3,
          endColumn: 82,
          suggestions: [
            {
              messageId: "useLevel",
              data: { level: "never_ask" },
              output: `
const TOOLS = [
  { name: "search_items", description: "Search items.", schema: {}, stake: "never_ask", displayLabels },
  { name: "look_up_item", description: "Look up an item.", schema: {}, stake: "high", displayLabels },
] as const;
`,
            },
            {
              messageId: "useLevel",
              data: { level: "low" },
              output: `
const TOOLS = [
  { name: "search_items", description: "Search items.", schema: {}, stake: "low", displayLabels },
  { name: "look_up_item", description: "Look up an item.", schema: {}, stake: "high", displayLabels },
] as const;
`,
            },
            {
              messageId: "useLevel",
              data: { level: "medium" },
              output: `
const TOOLS = [
  { name: "search_items", description: "Search items.", schema: {}, stake: "medium", displayLabels },
  { name: "look_up_item", description: "Look up an item.", schema: {}, stake: "high", displayLabels },
] as const;
`,
            },
          ],
        },
        {
          messageId: "tooHigh",
          data: {
            tool: "'look_up_item'",
            stake: "'high'",
            where: "",
            verb: "look up",
          },
          line: 4,
          column: 79,
          endLine: 4,
          endColumn: 85,
          suggestions: [
            {
              messageId: "useLevel",
              data: { level: "never_ask" },
              output: `
const TOOLS = [
  { name: "search_items", description: "Search items.", schema: {}, stake: "high", displayLabels },
  { name: "look_up_item", description: "Look up an item.", schema: {}, stake: "never_ask", displayLabels },
] as const;
`,
            },
            {
              messageId: "useLevel",
              data: { level: "low" },
              output: `
const TOOLS = [
  { name: "search_items", description: "Search items.", schema: {}, stake: "high", displayLabels },
  { name: "look_up_item", description: "Look up an item.", schema: {}, stake: "low", displayLabels },
] as const;
`,
            },
            {
              messageId: "useLevel",
              data: { level: "medium" },
              output: `
const TOOLS = [
  { name: "search_items", description: "Search items.", schema: {}, stake: "high", displayLabels },
  { name: "look_up_item", description: "Look up an item.", schema: {}, stake: "medium", displayLabels },
] as const;
`,
            },
          ],
        },
      ],
    },
    {
      name: "the strongest of several verbs",
      code: `
const TOOLS = [
  { name: "find_and_delete_items", description: "Find items and delete them.", schema: {}, stake: "never_ask", displayLabels },
  { name: "get_or_create_item", description: "Get an item, or create it.", schema: {}, stake: "never_ask", displayLabels },
  { name: "bulk_delete_items", description: "Delete many items.", schema: {}, stake: "never_ask", displayLabels },
] as const;
`,
      output: null,
      errors: [
        {
          messageId: "tooLow",
          data: {
            tool: "'find_and_delete_items'",
            stake: "'never_ask'",
            where: "",
            verb: "delete",
            effect: "deletes or ends something",
          },
          line: 3,
          column: 99,
          endLine: 3,
          endColumn: 110,
          suggestions: [
            {
              messageId: "useLevel",
              data: { level: "high" },
              output: `
const TOOLS = [
  { name: "find_and_delete_items", description: "Find items and delete them.", schema: {}, stake: "high", displayLabels },
  { name: "get_or_create_item", description: "Get an item, or create it.", schema: {}, stake: "never_ask", displayLabels },
  { name: "bulk_delete_items", description: "Delete many items.", schema: {}, stake: "never_ask", displayLabels },
] as const;
`,
            },
            {
              messageId: "useLevel",
              data: { level: "medium" },
              output: `
const TOOLS = [
  { name: "find_and_delete_items", description: "Find items and delete them.", schema: {}, stake: "medium", displayLabels },
  { name: "get_or_create_item", description: "Get an item, or create it.", schema: {}, stake: "never_ask", displayLabels },
  { name: "bulk_delete_items", description: "Delete many items.", schema: {}, stake: "never_ask", displayLabels },
] as const;
`,
            },
            {
              messageId: "useLevel",
              data: { level: "low" },
              output: `
const TOOLS = [
  { name: "find_and_delete_items", description: "Find items and delete them.", schema: {}, stake: "low", displayLabels },
  { name: "get_or_create_item", description: "Get an item, or create it.", schema: {}, stake: "never_ask", displayLabels },
  { name: "bulk_delete_items", description: "Delete many items.", schema: {}, stake: "never_ask", displayLabels },
] as const;
`,
            },
          ],
        },
        {
          messageId: "tooLow",
          data: {
            tool: "'get_or_create_item'",
            stake: "'never_ask'",
            where: "",
            verb: "create",
            effect: "changes something",
          },
          line: 4,
          column: 95,
          endLine: 4,
          endColumn: 106,
          suggestions: [
            {
              messageId: "useLevel",
              data: { level: "low" },
              output: `
const TOOLS = [
  { name: "find_and_delete_items", description: "Find items and delete them.", schema: {}, stake: "never_ask", displayLabels },
  { name: "get_or_create_item", description: "Get an item, or create it.", schema: {}, stake: "low", displayLabels },
  { name: "bulk_delete_items", description: "Delete many items.", schema: {}, stake: "never_ask", displayLabels },
] as const;
`,
            },
            {
              messageId: "useLevel",
              data: { level: "medium" },
              output: `
const TOOLS = [
  { name: "find_and_delete_items", description: "Find items and delete them.", schema: {}, stake: "never_ask", displayLabels },
  { name: "get_or_create_item", description: "Get an item, or create it.", schema: {}, stake: "medium", displayLabels },
  { name: "bulk_delete_items", description: "Delete many items.", schema: {}, stake: "never_ask", displayLabels },
] as const;
`,
            },
            {
              messageId: "useLevel",
              data: { level: "high" },
              output: `
const TOOLS = [
  { name: "find_and_delete_items", description: "Find items and delete them.", schema: {}, stake: "never_ask", displayLabels },
  { name: "get_or_create_item", description: "Get an item, or create it.", schema: {}, stake: "high", displayLabels },
  { name: "bulk_delete_items", description: "Delete many items.", schema: {}, stake: "never_ask", displayLabels },
] as const;
`,
            },
          ],
        },
        {
          messageId: "tooLow",
          data: {
            tool: "'bulk_delete_items'",
            stake: "'never_ask'",
            where: "",
            verb: "delete",
            effect: "deletes or ends something",
          },
          line: 5,
          column: 86,
          endLine: 5,
          endColumn: 97,
          suggestions: [
            {
              messageId: "useLevel",
              data: { level: "high" },
              output: `
const TOOLS = [
  { name: "find_and_delete_items", description: "Find items and delete them.", schema: {}, stake: "never_ask", displayLabels },
  { name: "get_or_create_item", description: "Get an item, or create it.", schema: {}, stake: "never_ask", displayLabels },
  { name: "bulk_delete_items", description: "Delete many items.", schema: {}, stake: "high", displayLabels },
] as const;
`,
            },
            {
              messageId: "useLevel",
              data: { level: "medium" },
              output: `
const TOOLS = [
  { name: "find_and_delete_items", description: "Find items and delete them.", schema: {}, stake: "never_ask", displayLabels },
  { name: "get_or_create_item", description: "Get an item, or create it.", schema: {}, stake: "never_ask", displayLabels },
  { name: "bulk_delete_items", description: "Delete many items.", schema: {}, stake: "medium", displayLabels },
] as const;
`,
            },
            {
              messageId: "useLevel",
              data: { level: "low" },
              output: `
const TOOLS = [
  { name: "find_and_delete_items", description: "Find items and delete them.", schema: {}, stake: "never_ask", displayLabels },
  { name: "get_or_create_item", description: "Get an item, or create it.", schema: {}, stake: "never_ask", displayLabels },
  { name: "bulk_delete_items", description: "Delete many items.", schema: {}, stake: "low", displayLabels },
] as const;
`,
            },
          ],
        },
      ],
    },
    {
      name: "the verb of the description, where the name has none",
      code: `
const TOOLS = [
  { name: "user", description: "Delete a user.", schema: {}, stake: "never_ask", displayLabels },
  { name: "weather", description: "Get the weather.", schema: {}, stake: "high", displayLabels },
] as const;
`,
      output: null,
      errors: [
        {
          messageId: "tooLow",
          data: {
            tool: "'user'",
            stake: "'never_ask'",
            where: "",
            verb: "delete",
            effect: "deletes or ends something",
          },
          line: 3,
          column: 69,
          endLine: 3,
          endColumn: 80,
          suggestions: [
            {
              messageId: "useLevel",
              data: { level: "high" },
              output: `
const TOOLS = [
  { name: "user", description: "Delete a user.", schema: {}, stake: "high", displayLabels },
  { name: "weather", description: "Get the weather.", schema: {}, stake: "high", displayLabels },
] as const;
`,
            },
            {
              messageId: "useLevel",
              data: { level: "medium" },
              output: `
const TOOLS = [
  { name: "user", description: "Delete a user.", schema: {}, stake: "medium", displayLabels },
  { name: "weather", description: "Get the weather.", schema: {}, stake: "high", displayLabels },
] as const;
`,
            },
            {
              messageId: "useLevel",
              data: { level: "low" },
              output: `
const TOOLS = [
  { name: "user", description: "Delete a user.", schema: {}, stake: "low", displayLabels },
  { name: "weather", description: "Get the weather.", schema: {}, stake: "high", displayLabels },
] as const;
`,
            },
          ],
        },
        {
          messageId: "tooHigh",
          data: { tool: "'weather'", stake: "'high'", where: "", verb: "get" },
          line: 4,
          column: 74,
          endLine: 4,
          endColumn: 80,
          suggestions: [
            {
              messageId: "useLevel",
              data: { level: "never_ask" },
              output: `
const TOOLS = [
  { name: "user", description: "Delete a user.", schema: {}, stake: "never_ask", displayLabels },
  { name: "weather", description: "Get the weather.", schema: {}, stake: "never_ask", displayLabels },
] as const;
`,
            },
            {
              messageId: "useLevel",
              data: { level: "low" },
              output: `
const TOOLS = [
  { name: "user", description: "Delete a user.", schema: {}, stake: "never_ask", displayLabels },
  { name: "weather", description: "Get the weather.", schema: {}, stake: "low", displayLabels },
] as const;
`,
            },
            {
              messageId: "useLevel",
              data: { level: "medium" },
              output: `
const TOOLS = [
  { name: "user", description: "Delete a user.", schema: {}, stake: "never_ask", displayLabels },
  { name: "weather", description: "Get the weather.", schema: {}, stake: "medium", displayLabels },
] as const;
`,
            },
          ],
        },
      ],
    },
    {
      name: "a noun as often as a verb, which the description tells",
      code: `
const TOOLS = [
  { name: "order_part", description: "Order a part.", schema: {}, stake: "never_ask", displayLabels },
] as const;
`,
      output: null,
      errors: [
        {
          messageId: "tooLow",
          data: {
            tool: "'order_part'",
            stake: "'never_ask'",
            where: "",
            verb: "order",
            effect: "changes something",
          },
          line: 3,
          column: 74,
          endLine: 3,
          endColumn: 85,
          suggestions: [
            {
              messageId: "useLevel",
              data: { level: "low" },
              output: `
const TOOLS = [
  { name: "order_part", description: "Order a part.", schema: {}, stake: "low", displayLabels },
] as const;
`,
            },
            {
              messageId: "useLevel",
              data: { level: "medium" },
              output: `
const TOOLS = [
  { name: "order_part", description: "Order a part.", schema: {}, stake: "medium", displayLabels },
] as const;
`,
            },
            {
              messageId: "useLevel",
              data: { level: "high" },
              output: `
const TOOLS = [
  { name: "order_part", description: "Order a part.", schema: {}, stake: "high", displayLabels },
] as const;
`,
            },
          ],
        },
      ],
    },
    {
      name: "behind the server's prefix",
      code: `
const TOOLS = [
  { name: "acme_list_items", description: "List items.", schema: {}, stake: "never_ask", displayLabels },
  { name: "acme_delete_item", description: "Delete an item.", schema: {}, stake: "never_ask", displayLabels },
] as const;
`,
      output: null,
      errors: [
        {
          messageId: "tooLow",
          data: {
            tool: "'acme_delete_item'",
            stake: "'never_ask'",
            where: "",
            verb: "delete",
            effect: "deletes or ends something",
          },
          line: 4,
          column: 82,
          endLine: 4,
          endColumn: 93,
          suggestions: [
            {
              messageId: "useLevel",
              data: { level: "high" },
              output: `
const TOOLS = [
  { name: "acme_list_items", description: "List items.", schema: {}, stake: "never_ask", displayLabels },
  { name: "acme_delete_item", description: "Delete an item.", schema: {}, stake: "high", displayLabels },
] as const;
`,
            },
            {
              messageId: "useLevel",
              data: { level: "medium" },
              output: `
const TOOLS = [
  { name: "acme_list_items", description: "List items.", schema: {}, stake: "never_ask", displayLabels },
  { name: "acme_delete_item", description: "Delete an item.", schema: {}, stake: "medium", displayLabels },
] as const;
`,
            },
            {
              messageId: "useLevel",
              data: { level: "low" },
              output: `
const TOOLS = [
  { name: "acme_list_items", description: "List items.", schema: {}, stake: "never_ask", displayLabels },
  { name: "acme_delete_item", description: "Delete an item.", schema: {}, stake: "low", displayLabels },
] as const;
`,
            },
          ],
        },
      ],
    },
    {
      name: "below the highest level, by option",
      code: `
const TOOLS = [
  { name: "delete_item", description: "Delete an item.", schema: {}, stake: "medium", displayLabels },
  { name: "send_item", description: "Send an item.", schema: {}, stake: "never_ask", displayLabels },
  { name: "update_item", description: "Update an item.", schema: {}, stake: "low", displayLabels },
] as const;
`,
      options: [{ highest: ["destroy", "send"] }],
      output: null,
      errors: [
        {
          messageId: "belowHighest",
          data: {
            tool: "'delete_item'",
            stake: "'medium'",
            where: "",
            verb: "delete",
            effect: "deletes or ends something",
            level: "'high'",
          },
          line: 3,
          column: 77,
          endLine: 3,
          endColumn: 85,
          suggestions: [
            {
              messageId: "useLevel",
              data: { level: "high" },
              output: `
const TOOLS = [
  { name: "delete_item", description: "Delete an item.", schema: {}, stake: "high", displayLabels },
  { name: "send_item", description: "Send an item.", schema: {}, stake: "never_ask", displayLabels },
  { name: "update_item", description: "Update an item.", schema: {}, stake: "low", displayLabels },
] as const;
`,
            },
          ],
        },
        {
          messageId: "belowHighest",
          data: {
            tool: "'send_item'",
            stake: "'never_ask'",
            where: "",
            verb: "send",
            effect: "sends something to others",
            level: "'high'",
          },
          line: 4,
          column: 73,
          endLine: 4,
          endColumn: 84,
          suggestions: [
            {
              messageId: "useLevel",
              data: { level: "high" },
              output: `
const TOOLS = [
  { name: "delete_item", description: "Delete an item.", schema: {}, stake: "medium", displayLabels },
  { name: "send_item", description: "Send an item.", schema: {}, stake: "high", displayLabels },
  { name: "update_item", description: "Update an item.", schema: {}, stake: "low", displayLabels },
] as const;
`,
            },
          ],
        },
      ],
    },
    {
      name: "levels of the settings",
      code: `
const TOOLS = [
  { name: "delete_item", description: "Delete an item.", schema: {}, stake: "free", displayLabels },
  { name: "list_items", description: "List items.", schema: {}, stake: "asked", displayLabels },
] as const;
`,
      settings: { "mcp-runbook": { stakeLevels: ["free", "asked"] } },
      output: null,
      errors: [
        {
          messageId: "tooLow",
          data: {
            tool: "'delete_item'",
            stake: "'free'",
            where: "",
            verb: "delete",
            effect: "deletes or ends something",
          },
          line: 3,
          column: 77,
          endLine: 3,
          endColumn: 83,
          suggestions: [
            {
              messageId: "useLevel",
              data: { level: "asked" },
              output: `
const TOOLS = [
  { name: "delete_item", description: "Delete an item.", schema: {}, stake: "asked", displayLabels },
  { name: "list_items", description: "List items.", schema: {}, stake: "asked", displayLabels },
] as const;
`,
            },
          ],
        },
        {
          messageId: "tooHigh",
          data: {
            tool: "'list_items'",
            stake: "'asked'",
            where: "",
            verb: "list",
          },
          line: 4,
          column: 72,
          endLine: 4,
          endColumn: 79,
          suggestions: [
            {
              messageId: "useLevel",
              data: { level: "free" },
              output: `
const TOOLS = [
  { name: "delete_item", description: "Delete an item.", schema: {}, stake: "free", displayLabels },
  { name: "list_items", description: "List items.", schema: {}, stake: "free", displayLabels },
] as const;
`,
            },
          ],
        },
      ],
    },
    {
      name: "a stake that several tools share changes for one alone",
      code: `
const FREE = 'never_ask';
export const TOOLS = createToolsRecord({
  delete_item: { description: "Delete an item.", schema: {}, stake: FREE },
  list_items: { description: "List items.", schema: {}, stake: FREE },
});
`,
      output: null,
      errors: [
        {
          messageId: "tooLow",
          data: {
            tool: "'delete_item'",
            stake: "'never_ask'",
            where: "",
            verb: "delete",
            effect: "deletes or ends something",
          },
          line: 4,
          column: 69,
          endLine: 4,
          endColumn: 73,
          suggestions: [
            {
              messageId: "useLevel",
              data: { level: "high" },
              output: `
const FREE = 'never_ask';
export const TOOLS = createToolsRecord({
  delete_item: { description: "Delete an item.", schema: {}, stake: "high" },
  list_items: { description: "List items.", schema: {}, stake: FREE },
});
`,
            },
            {
              messageId: "useLevel",
              data: { level: "medium" },
              output: `
const FREE = 'never_ask';
export const TOOLS = createToolsRecord({
  delete_item: { description: "Delete an item.", schema: {}, stake: "medium" },
  list_items: { description: "List items.", schema: {}, stake: FREE },
});
`,
            },
            {
              messageId: "useLevel",
              data: { level: "low" },
              output: `
const FREE = 'never_ask';
export const TOOLS = createToolsRecord({
  delete_item: { description: "Delete an item.", schema: {}, stake: "low" },
  list_items: { description: "List items.", schema: {}, stake: FREE },
});
`,
            },
          ],
        },
      ],
    },
    {
      name: "JavaScript in single quotes, with CRLF",
      code: "export const TOOLS = createToolsRecord({\r\n  delete_item: { description: 'Delete an item.', schema: {}, stake: 'never_ask' },\r\n});\r\n",
      language: "js",
      output: null,
      errors: [
        {
          messageId: "tooLow",
          data: {
            tool: "'delete_item'",
            stake: "'never_ask'",
            where: "",
            verb: "delete",
            effect: "deletes or ends something",
          },
          line: 2,
          column: 69,
          endLine: 2,
          endColumn: 80,
          suggestions: [
            {
              messageId: "useLevel",
              data: { level: "high" },
              output:
                "export const TOOLS = createToolsRecord({\r\n  delete_item: { description: 'Delete an item.', schema: {}, stake: 'high' },\r\n});\r\n",
            },
            {
              messageId: "useLevel",
              data: { level: "medium" },
              output:
                "export const TOOLS = createToolsRecord({\r\n  delete_item: { description: 'Delete an item.', schema: {}, stake: 'medium' },\r\n});\r\n",
            },
            {
              messageId: "useLevel",
              data: { level: "low" },
              output:
                "export const TOOLS = createToolsRecord({\r\n  delete_item: { description: 'Delete an item.', schema: {}, stake: 'low' },\r\n});\r\n",
            },
          ],
        },
      ],
    },
    {
      name: "a stake in the central list is reported at the tool, without a suggestion",
      code: `
const server = makeInternalMCPServer("notes");
server.tool("list_notes", "List notes.", {}, async () => result);
server.tool("delete_note", "Delete a note.", {}, async () => result);
`,
      filename: fixture(
        "central-stakes/lib/actions/mcp_internal_actions/servers/notes.ts",
      ),
      output: null,
      errors: [
        {
          messageId: "tooLow",
          data: {
            tool: "'delete_note'",
            stake: "'never_ask'",
            where:
              " (in lib/actions/mcp_internal_actions/constants.ts, line 5)",
            verb: "delete",
            effect: "deletes or ends something",
          },
          line: 4,
          column: 13,
          endLine: 4,
          endColumn: 26,
        },
      ],
    },
  ],
});
