import { requireDisplayLabels } from "../../rules/require-display-labels.ts";
import { testRule } from "../rule-tester.ts";

testRule("require-display-labels", requireDisplayLabels, {
  valid: [
    {
      name: "a gerund and a base verb, of two verbs",
      code: `
export const TOOLS = createToolsRecord({
  find_room: {
    description: "Find a free room.", schema: {}, stake: "never_ask",
    displayLabels: { running: "Looking for a free room", done: "Find a room" },
  },
  search_web: {
    description: "Search the web.", schema: {}, stake: "never_ask",
    displayLabels: { running: "Currently searching the web…", done: "Search the web" },
  },
});
`,
    },
    {
      name: "dialects without labels",
      code: `
const server = new McpServer({ name: "a", version: "1.0.0" });
server.tool("list_items", "List items.", {}, async () => result);
server.registerTool("get_item", { description: "Get an item.", inputSchema: {} }, async () => result);
`,
    },
    {
      name: "labels that may be spread in, or that can't be read",
      code: `
const TOOLS = [
  { name: "list_items", description: "List items.", schema: {}, stake: "low", ...shared },
  { name: "get_item", description: "Get an item.", schema: {}, stake: "low", displayLabels: labelsOf("get") },
  { name: "add_item", description: "Add an item.", schema: {}, stake: "low", displayLabels: { running: runningOf("add"), done: \`\${verb} item\` } },
  { name: "end_item", description: "End an item.", schema: {}, stake: "low", displayLabels: { ...both } },
] as const;
`,
    },
    {
      name: "words that nobody listed, and words that may be nouns",
      code: `
export const TOOLS = createToolsRecord({
  frob_items: {
    description: "Frob items.", schema: {}, stake: "low",
    displayLabels: { running: "Frobbing items", done: "Frob items" },
  },
  suche: {
    description: "Suche nach Artikeln.", schema: {}, stake: "low",
    displayLabels: { running: "Suche läuft", done: "Suche beendet" },
  },
  get_order: {
    description: "Get an order.", schema: {}, stake: "low",
    displayLabels: { running: "Getting order", done: "Order status" },
  },
});
`,
    },
  ],
  invalid: [
    {
      name: "a gerund at the end, and an auxiliary at the head",
      code: `
export const TOOLS = createToolsRecord({
  run_query: {
    description: "Run a query.", schema: {}, stake: "low",
    displayLabels: { running: "Query running", done: "Has run query" },
  },
  get_files: {
    description: "Get files.", schema: {}, stake: "low",
    displayLabels: { running: "Is getting files", done: "Has got files" },
  },
});
`,
      output: `
export const TOOLS = createToolsRecord({
  run_query: {
    description: "Run a query.", schema: {}, stake: "low",
    displayLabels: { running: "Query running", done: "Run query" },
  },
  get_files: {
    description: "Get files.", schema: {}, stake: "low",
    displayLabels: { running: "Getting files", done: "Get files" },
  },
});
`,
      errors: [
        {
          messageId: "runningForm",
          data: {
            label: "'Query running'",
            where: "",
            tool: "'run_query'",
            wanted: "one such as 'Listing items'",
          },
          line: 5,
          column: 31,
          endLine: 5,
          endColumn: 46,
          suggestions: [
            {
              messageId: "useLabel",
              data: { label: "Running query" },
              output: `
export const TOOLS = createToolsRecord({
  run_query: {
    description: "Run a query.", schema: {}, stake: "low",
    displayLabels: { running: "Running query", done: "Has run query" },
  },
  get_files: {
    description: "Get files.", schema: {}, stake: "low",
    displayLabels: { running: "Is getting files", done: "Has got files" },
  },
});
`,
            },
          ],
        },
        {
          messageId: "doneForm",
          data: {
            label: "'Has run query'",
            where: "",
            tool: "'run_query'",
            wanted: "'Run query'",
          },
          line: 5,
          column: 54,
          endLine: 5,
          endColumn: 69,
        },
        {
          messageId: "runningForm",
          data: {
            label: "'Is getting files'",
            where: "",
            tool: "'get_files'",
            wanted: "'Getting files'",
          },
          line: 9,
          column: 31,
          endLine: 9,
          endColumn: 49,
        },
        {
          messageId: "doneForm",
          data: {
            label: "'Has got files'",
            where: "",
            tool: "'get_files'",
            wanted: "'Get files'",
          },
          line: 9,
          column: 57,
          endLine: 9,
          endColumn: 72,
        },
      ],
    },
    {
      name: "an object without labels is one finding",
      code: `
const TOOLS = createToolsRecord({
  get_url: { description: "Get the URL of a page.", stake: "low", displayLabels: {} },
});
`,
      output: `
const TOOLS = createToolsRecord({
  get_url: { description: "Get the URL of a page.", stake: "low", displayLabels: { running: "Getting URL", done: "Get URL" } },
});
`,
      errors: [
        {
          messageId: "missing",
          data: { tool: "'get_url'" },
          line: 3,
          column: 3,
          endLine: 3,
          endColumn: 10,
        },
      ],
    },
    {
      name: "in the file's own indent: tabs, and four blanks",
      code: `
const TOOLS = createToolsRecord({
\tget_url: {
\t\tdescription: "Get the URL of a page.",
\t\tstake: "low"
\t},
    list_issues: {
        description: "List issues.",
        stake: "low",
        displayLabels: undefined,
    },
});
`,
      output: `
const TOOLS = createToolsRecord({
\tget_url: {
\t\tdescription: "Get the URL of a page.",
\t\tstake: "low",
\t\tdisplayLabels: {
\t\t\trunning: "Getting URL",
\t\t\tdone: "Get URL",
\t\t}
\t},
    list_issues: {
        description: "List issues.",
        stake: "low",
        displayLabels: {
            running: "Listing issues",
            done: "List issues",
        },
    },
});
`,
      errors: [
        {
          messageId: "missing",
          data: { tool: "'get_url'" },
          line: 3,
          column: 2,
          endLine: 3,
          endColumn: 9,
        },
        {
          messageId: "missing",
          data: { tool: "'list_issues'" },
          line: 7,
          column: 5,
          endLine: 7,
          endColumn: 16,
        },
      ],
    },
    {
      name: "labels that are undefined are written once, in their place",
      code: `
export const TOOLS = createToolsRecord({
  list_issues: { description: "List issues.", schema: {}, stake: "low", displayLabels: undefined },
  get_url: {
    description: "Get the URL of a page.",
    schema: {},
    stake: "low",
    displayLabels: {
      running: undefined, // Later.
      done: "Get URL",
    },
  },
});
`,
      output: `
export const TOOLS = createToolsRecord({
  list_issues: { description: "List issues.", schema: {}, stake: "low", displayLabels: { running: "Listing issues", done: "List issues" } },
  get_url: {
    description: "Get the URL of a page.",
    schema: {},
    stake: "low",
    displayLabels: {
      running: "Getting URL", // Later.
      done: "Get URL",
    },
  },
});
`,
      errors: [
        {
          messageId: "missing",
          data: { tool: "'list_issues'" },
          line: 3,
          column: 3,
          endLine: 3,
          endColumn: 14,
        },
        {
          messageId: "incomplete",
          data: {
            tool: "'get_url'",
            key: "running",
            form: "a gerund, as in 'Listing items'",
          },
          line: 8,
          column: 20,
          endLine: 11,
          endColumn: 6,
        },
      ],
    },
    {
      name: "no labels, written from the name",
      code: `
export const TOOLS = createToolsRecord({
  list_open_issues: {
    description: "List the issues of a repository.",
    schema: {},
    stake: "never_ask",
  },
  get_url: {
    description: "Get the URL of a page.",
    schema: {},
    stake: "never_ask", // Harmless.
    isNew: true,
  },
});
`,
      output: `
export const TOOLS = createToolsRecord({
  list_open_issues: {
    description: "List the issues of a repository.",
    schema: {},
    stake: "never_ask",
    displayLabels: {
      running: "Listing open issues",
      done: "List open issues",
    },
  },
  get_url: {
    description: "Get the URL of a page.",
    schema: {},
    stake: "never_ask", // Harmless.
    displayLabels: {
      running: "Getting URL",
      done: "Get URL",
    },
    isNew: true,
  },
});
`,
      errors: [
        {
          messageId: "missing",
          data: { tool: "'list_open_issues'" },
          line: 3,
          column: 3,
          endLine: 3,
          endColumn: 19,
        },
        {
          messageId: "missing",
          data: { tool: "'get_url'" },
          line: 8,
          column: 3,
          endLine: 8,
          endColumn: 10,
        },
      ],
    },
    {
      name: "no labels, on one line",
      code: `
const TOOLS = [
  { name: "sync_calendar", description: "Sync a calendar.", schema: {}, stake: "low" },
] as const;
`,
      output: `
const TOOLS = [
  { name: "sync_calendar", description: "Sync a calendar.", schema: {}, stake: "low", displayLabels: { running: "Syncing calendar", done: "Sync calendar" } },
] as const;
`,
      errors: [
        {
          messageId: "missing",
          data: { tool: "'sync_calendar'" },
          line: 3,
          column: 11,
          endLine: 3,
          endColumn: 26,
        },
      ],
    },
    {
      name: "labels from the description, where the name has no verb; none where neither has",
      code: `
export const TOOLS = createToolsRecord({
  row_deletion: {
    description: "Deletion of a row by its key.",
    schema: {},
    stake: "high",
  },
  order_status: {
    description: "Order status by number.",
    schema: {},
    stake: "low",
  },
});
`,
      output: `
export const TOOLS = createToolsRecord({
  row_deletion: {
    description: "Deletion of a row by its key.",
    schema: {},
    stake: "high",
    displayLabels: {
      running: "Deleting row",
      done: "Delete row",
    },
  },
  order_status: {
    description: "Order status by number.",
    schema: {},
    stake: "low",
  },
});
`,
      errors: [
        {
          messageId: "missing",
          data: { tool: "'row_deletion'" },
          line: 3,
          column: 3,
          endLine: 3,
          endColumn: 15,
        },
        {
          messageId: "missing",
          data: { tool: "'order_status'" },
          line: 8,
          column: 3,
          endLine: 8,
          endColumn: 15,
        },
      ],
    },
    {
      name: "labels behind the server's prefix",
      code: `
const TOOLS = [
  {
    name: "acme__list_items",
    description: "List items.",
    schema: {},
    stake: "never_ask",
    displayLabels: { running: "Listing items", done: "List items" },
  },
  {
    name: "acme__setup_shop",
    description: "Set up a shop.",
    schema: {},
    stake: "low",
  },
] as const;
`,
      output: `
const TOOLS = [
  {
    name: "acme__list_items",
    description: "List items.",
    schema: {},
    stake: "never_ask",
    displayLabels: { running: "Listing items", done: "List items" },
  },
  {
    name: "acme__setup_shop",
    description: "Set up a shop.",
    schema: {},
    stake: "low",
    displayLabels: {
      running: "Setting up shop",
      done: "Set up shop",
    },
  },
] as const;
`,
      errors: [
        {
          messageId: "missing",
          data: { tool: "'acme__setup_shop'" },
          line: 11,
          column: 11,
          endLine: 11,
          endColumn: 29,
        },
      ],
    },
    {
      name: "one label lacks, and one is empty",
      code: `
export const TOOLS = createToolsRecord({
  list_items: {
    description: "List items.",
    schema: {},
    stake: "never_ask",
    displayLabels: { running: "Listing all items" },
  },
  get_item: {
    description: "Get an item.",
    schema: {},
    stake: "never_ask",
    displayLabels: {
      done: "Get item",
    },
  },
  add_item: {
    description: "Add an item.",
    schema: {},
    stake: "low",
    displayLabels: { running: "", done: "Add item" },
  },
});
`,
      output: `
export const TOOLS = createToolsRecord({
  list_items: {
    description: "List items.",
    schema: {},
    stake: "never_ask",
    displayLabels: { running: "Listing all items", done: "List all items" },
  },
  get_item: {
    description: "Get an item.",
    schema: {},
    stake: "never_ask",
    displayLabels: {
      done: "Get item",
      running: "Getting item",
    },
  },
  add_item: {
    description: "Add an item.",
    schema: {},
    stake: "low",
    displayLabels: { running: "Adding item", done: "Add item" },
  },
});
`,
      errors: [
        {
          messageId: "incomplete",
          data: {
            tool: "'list_items'",
            key: "done",
            form: "a base verb, as in 'List items'",
          },
          line: 7,
          column: 20,
          endLine: 7,
          endColumn: 52,
        },
        {
          messageId: "incomplete",
          data: {
            tool: "'get_item'",
            key: "running",
            form: "a gerund, as in 'Listing items'",
          },
          line: 13,
          column: 20,
          endLine: 15,
          endColumn: 6,
        },
        {
          messageId: "incomplete",
          data: {
            tool: "'add_item'",
            key: "running",
            form: "a gerund, as in 'Listing items'",
          },
          line: 21,
          column: 31,
          endLine: 21,
          endColumn: 33,
        },
      ],
    },
    {
      name: "wrong verb forms",
      code: `
export const TOOLS = createToolsRecord({
  list_items: {
    description: "List items.", schema: {}, stake: "never_ask",
    displayLabels: { running: "List items", done: "Lists items" },
  },
  get_item: {
    description: "Get an item.", schema: {}, stake: "never_ask",
    displayLabels: { running: "Gets item", done: 'Getting item' },
  },
  set_plan: {
    description: "Set the plan.", schema: {}, stake: "low",
    displayLabels: { running: "Set plan", done: \`Updated plan\` },
  },
  update_plan: {
    description: "Update the plan.", schema: {}, stake: "low",
    displayLabels: { running: "Updating plan", done: "Updated plan" },
  },
});
`,
      output: `
export const TOOLS = createToolsRecord({
  list_items: {
    description: "List items.", schema: {}, stake: "never_ask",
    displayLabels: { running: "Listing items", done: "List items" },
  },
  get_item: {
    description: "Get an item.", schema: {}, stake: "never_ask",
    displayLabels: { running: "Getting item", done: 'Get item' },
  },
  set_plan: {
    description: "Set the plan.", schema: {}, stake: "low",
    displayLabels: { running: "Setting plan", done: \`Updated plan\` },
  },
  update_plan: {
    description: "Update the plan.", schema: {}, stake: "low",
    displayLabels: { running: "Updating plan", done: "Update plan" },
  },
});
`,
      errors: [
        {
          messageId: "runningForm",
          data: {
            label: "'List items'",
            where: "",
            tool: "'list_items'",
            wanted: "'Listing items'",
          },
          line: 5,
          column: 31,
          endLine: 5,
          endColumn: 43,
        },
        {
          messageId: "doneForm",
          data: {
            label: "'Lists items'",
            where: "",
            tool: "'list_items'",
            wanted: "'List items'",
          },
          line: 5,
          column: 51,
          endLine: 5,
          endColumn: 64,
        },
        {
          messageId: "runningForm",
          data: {
            label: "'Gets item'",
            where: "",
            tool: "'get_item'",
            wanted: "'Getting item'",
          },
          line: 9,
          column: 31,
          endLine: 9,
          endColumn: 42,
        },
        {
          messageId: "doneForm",
          data: {
            label: "'Getting item'",
            where: "",
            tool: "'get_item'",
            wanted: "'Get item'",
          },
          line: 9,
          column: 50,
          endLine: 9,
          endColumn: 64,
        },
        {
          messageId: "runningForm",
          data: {
            label: "'Set plan'",
            where: "",
            tool: "'set_plan'",
            wanted: "'Setting plan'",
          },
          line: 13,
          column: 31,
          endLine: 13,
          endColumn: 41,
        },
        {
          messageId: "doneForm",
          data: {
            label: "'Updated plan'",
            where: "",
            tool: "'set_plan'",
            wanted: "one such as 'List items'",
          },
          line: 13,
          column: 49,
          endLine: 13,
          endColumn: 63,
          suggestions: [
            {
              messageId: "useLabel",
              data: { label: "Set plan" },
              output: `
export const TOOLS = createToolsRecord({
  list_items: {
    description: "List items.", schema: {}, stake: "never_ask",
    displayLabels: { running: "List items", done: "Lists items" },
  },
  get_item: {
    description: "Get an item.", schema: {}, stake: "never_ask",
    displayLabels: { running: "Gets item", done: 'Getting item' },
  },
  set_plan: {
    description: "Set the plan.", schema: {}, stake: "low",
    displayLabels: { running: "Set plan", done: \`Set plan\` },
  },
  update_plan: {
    description: "Update the plan.", schema: {}, stake: "low",
    displayLabels: { running: "Updating plan", done: "Updated plan" },
  },
});
`,
            },
          ],
        },
        {
          messageId: "doneForm",
          data: {
            label: "'Updated plan'",
            where: "",
            tool: "'update_plan'",
            wanted: "'Update plan'",
          },
          line: 17,
          column: 54,
          endLine: 17,
          endColumn: 68,
        },
      ],
    },
    {
      name: "coordinated verbs change along",
      code: `
export const TOOLS = createToolsRecord({
  send_report: {
    description: "Create and send a report.", schema: {}, stake: "low",
    displayLabels: { running: "Create and send report", done: "Creating and sending report" },
  },
});
`,
      output: `
export const TOOLS = createToolsRecord({
  send_report: {
    description: "Create and send a report.", schema: {}, stake: "low",
    displayLabels: { running: "Creating and sending report", done: "Create and send report" },
  },
});
`,
      errors: [
        {
          messageId: "runningForm",
          data: {
            label: "'Create and send report'",
            where: "",
            tool: "'send_report'",
            wanted: "'Creating and sending report'",
          },
          line: 5,
          column: 31,
          endLine: 5,
          endColumn: 55,
        },
        {
          messageId: "doneForm",
          data: {
            label: "'Creating and sending report'",
            where: "",
            tool: "'send_report'",
            wanted: "'Create and send report'",
          },
          line: 5,
          column: 63,
          endLine: 5,
          endColumn: 92,
        },
      ],
    },
    {
      name: "a word that is a noun as often, without and with a verb around that shows what it is",
      code: `
export const TOOLS = createToolsRecord({
  get_report: {
    description: "Get a report.", schema: {}, stake: "never_ask",
    displayLabels: { running: "Report generation", done: "Get report" },
  },
  order_part: {
    description: "Order a part.", schema: {}, stake: "low",
    displayLabels: { running: "Order part", done: "Order part" },
  },
});
`,
      output: `
export const TOOLS = createToolsRecord({
  get_report: {
    description: "Get a report.", schema: {}, stake: "never_ask",
    displayLabels: { running: "Report generation", done: "Get report" },
  },
  order_part: {
    description: "Order a part.", schema: {}, stake: "low",
    displayLabels: { running: "Ordering part", done: "Order part" },
  },
});
`,
      errors: [
        {
          messageId: "runningForm",
          data: {
            label: "'Report generation'",
            where: "",
            tool: "'get_report'",
            wanted: "one such as 'Listing items'",
          },
          line: 5,
          column: 31,
          endLine: 5,
          endColumn: 50,
          suggestions: [
            {
              messageId: "useLabel",
              data: { label: "Getting report" },
              output: `
export const TOOLS = createToolsRecord({
  get_report: {
    description: "Get a report.", schema: {}, stake: "never_ask",
    displayLabels: { running: "Getting report", done: "Get report" },
  },
  order_part: {
    description: "Order a part.", schema: {}, stake: "low",
    displayLabels: { running: "Order part", done: "Order part" },
  },
});
`,
            },
          ],
        },
        {
          messageId: "runningForm",
          data: {
            label: "'Order part'",
            where: "",
            tool: "'order_part'",
            wanted: "'Ordering part'",
          },
          line: 9,
          column: 31,
          endLine: 9,
          endColumn: 43,
        },
      ],
    },
    {
      name: "no verb: the other label is suggested",
      code: `
export const TOOLS = createToolsRecord({
  websearch: {
    description: "Search the web.", schema: {}, stake: "never_ask",
    displayLabels: { running: "Searching the web", done: "Web search" },
  },
  weather: {
    description: "Get the weather.", schema: {}, stake: "never_ask",
    displayLabels: { running: "Weather retrieval", done: "Done" },
  },
});
`,
      output: null,
      errors: [
        {
          messageId: "doneForm",
          data: {
            label: "'Web search'",
            where: "",
            tool: "'websearch'",
            wanted: "one such as 'List items'",
          },
          line: 5,
          column: 58,
          endLine: 5,
          endColumn: 70,
          suggestions: [
            {
              messageId: "useLabel",
              data: { label: "Search the web" },
              output: `
export const TOOLS = createToolsRecord({
  websearch: {
    description: "Search the web.", schema: {}, stake: "never_ask",
    displayLabels: { running: "Searching the web", done: "Search the web" },
  },
  weather: {
    description: "Get the weather.", schema: {}, stake: "never_ask",
    displayLabels: { running: "Weather retrieval", done: "Done" },
  },
});
`,
            },
          ],
        },
        {
          messageId: "runningForm",
          data: {
            label: "'Weather retrieval'",
            where: "",
            tool: "'weather'",
            wanted: "one such as 'Listing items'",
          },
          line: 9,
          column: 31,
          endLine: 9,
          endColumn: 50,
          suggestions: [
            {
              messageId: "useLabel",
              data: { label: "Getting weather" },
              output: `
export const TOOLS = createToolsRecord({
  websearch: {
    description: "Search the web.", schema: {}, stake: "never_ask",
    displayLabels: { running: "Searching the web", done: "Web search" },
  },
  weather: {
    description: "Get the weather.", schema: {}, stake: "never_ask",
    displayLabels: { running: "Getting weather", done: "Done" },
  },
});
`,
            },
          ],
        },
        {
          messageId: "doneForm",
          data: {
            label: "'Done'",
            where: "",
            tool: "'weather'",
            wanted: "one such as 'List items'",
          },
          line: 9,
          column: 58,
          endLine: 9,
          endColumn: 64,
          suggestions: [
            {
              messageId: "useLabel",
              data: { label: "Get weather" },
              output: `
export const TOOLS = createToolsRecord({
  websearch: {
    description: "Search the web.", schema: {}, stake: "never_ask",
    displayLabels: { running: "Searching the web", done: "Web search" },
  },
  weather: {
    description: "Get the weather.", schema: {}, stake: "never_ask",
    displayLabels: { running: "Weather retrieval", done: "Get weather" },
  },
});
`,
            },
          ],
        },
      ],
    },
    {
      name: "labels that two tools share, and a text that is both labels",
      code: `
const LABEL = "Lists old items";
const LABELS = { running: "List items", done: "List items" };
export const TOOLS = createToolsRecord({
  list_items: { description: "List items.", schema: {}, stake: "never_ask", displayLabels: LABELS },
  list_all_items: { description: "List all items.", schema: {}, stake: "never_ask", displayLabels: LABELS },
  list_old_items: { description: "List old items.", schema: {}, stake: "never_ask", displayLabels: { running: LABEL, done: LABEL } },
});
`,
      output: `
const LABEL = "Lists old items";
const LABELS = { running: "Listing items", done: "List items" };
export const TOOLS = createToolsRecord({
  list_items: { description: "List items.", schema: {}, stake: "never_ask", displayLabels: LABELS },
  list_all_items: { description: "List all items.", schema: {}, stake: "never_ask", displayLabels: LABELS },
  list_old_items: { description: "List old items.", schema: {}, stake: "never_ask", displayLabels: { running: LABEL, done: LABEL } },
});
`,
      errors: [
        {
          messageId: "runningForm",
          data: {
            label: "'List items'",
            where: "",
            tool: "'list_items'",
            wanted: "'Listing items'",
          },
          line: 3,
          column: 27,
          endLine: 3,
          endColumn: 39,
        },
        {
          messageId: "runningForm",
          data: {
            label: "'Lists old items'",
            where: "",
            tool: "'list_old_items'",
            wanted: "'Listing old items'",
          },
          line: 7,
          column: 111,
          endLine: 7,
          endColumn: 116,
        },
        {
          messageId: "doneForm",
          data: {
            label: "'Lists old items'",
            where: "",
            tool: "'list_old_items'",
            wanted: "'List old items'",
          },
          line: 7,
          column: 124,
          endLine: 7,
          endColumn: 129,
        },
      ],
    },
    {
      name: "JavaScript with CRLF",
      code: "export const TOOLS = createToolsRecord({\r\n  list_items: {\r\n    description: 'List items.',\r\n    schema: {},\r\n    stake: 'low',\r\n  },\r\n});\r\n",
      language: "js",
      output:
        "export const TOOLS = createToolsRecord({\r\n  list_items: {\r\n    description: 'List items.',\r\n    schema: {},\r\n    stake: 'low',\r\n    displayLabels: {\r\n      running: \"Listing items\",\r\n      done: \"List items\",\r\n    },\r\n  },\r\n});\r\n",
      errors: [
        {
          messageId: "missing",
          data: { tool: "'list_items'" },
          line: 2,
          column: 3,
          endLine: 2,
          endColumn: 13,
        },
      ],
    },
  ],
});
