import path from "node:path";
import { noRawJsonResponse } from "../../rules/no-raw-json-response.ts";
import { testRule } from "../rule-tester.ts";

/** A file of one of the small repositories in `fixtures`. */
function fixture(file: string): string {
  return path.join(import.meta.dirname, "fixtures", file);
}

testRule("no-raw-json-response", noRawJsonResponse, {
  valid: [
    {
      name: "rendered text",
      code: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    const note = await client.get(id);
    return new Ok([{ type: "text" as const, text: renderNote(note) }]);
  },
};
`,
    },
    {
      name: "picked fields",
      code: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    const note = await client.get(id);
    return new Ok([{ type: "text", text: JSON.stringify({ id: note.id, author: note.author ?? null, tags: note.tags.slice(0, 5), total: 1 }) }]);
  },
};
`,
    },
    {
      name: "a map that picks fields",
      code: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    const notes = await client.list();
    const rows = notes.items.map((note) => ({ id: note.id, title: note.title }));
    return new Ok([{ type: "text", text: JSON.stringify(rows) }, { type: "text", text: JSON.stringify({ rows }) }]);
  },
};
`,
    },
    {
      name: "fields that a pattern picked",
      code: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    const { author, title, labels } = await client.get(id);
    return new Ok([{ type: "text", text: JSON.stringify({ author, title, labels }) }]);
  },
};
`,
    },
    {
      name: "fields that a replacer picked",
      code: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    const note = await client.get(id);
    return new Ok([{ type: "text", text: JSON.stringify(note, ["id", "title"], 2) }]);
  },
};
`,
    },
    {
      name: "data that is cut field by field",
      code: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    const note = await client.get(id);
    delete note.history;
    const book = await client.book(id);
    book.pages = book.pages.length;
    return new Ok([{ type: "text", text: JSON.stringify(note) + JSON.stringify(book) }]);
  },
};
`,
    },
    {
      name: "a projection that replaces the data",
      code: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    let notes = await client.list();
    notes = notes.map((note) => ({ id: note.id }));
    return new Ok([{ type: "text", text: JSON.stringify(notes) }]);
  },
};
`,
    },
    {
      name: "a list that is filled with picked fields",
      code: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    const rows = [];
    for (const note of await client.list()) {
    rows.push({ id: note.id });
    }
    return new Ok([{ type: "text", text: JSON.stringify(rows) }]);
  },
};
`,
    },
    {
      name: "what a shaping function or a validator answers",
      code: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    const note = formatNote(await client.get(id));
    const book = BookSchema.parse(await client.book(id));
    const page = await summarizePage(id);
    const rows = await Promise.all(ids.map(async (one) => ({ id: one.id, title: one.title })));
    return new Ok([{ type: "text", text: JSON.stringify(note) + JSON.stringify(book) + JSON.stringify(page) + JSON.stringify(rows) }]);
  },
};
`,
    },
    {
      name: "entries that are filtered by name",
      code: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    const note = await client.get(id);
    const kept = Object.fromEntries(Object.entries(note).filter(([key]) => fields.has(key)));
    return new Ok([{ type: "text", text: JSON.stringify(kept) }]);
  },
};
`,
    },
    {
      name: "small values and quoted words",
      code: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    const count = await client.count();
    const note = await client.get(id);
    return new Ok([{ type: "text", text: \`\${JSON.stringify(count)} notes named \${JSON.stringify(note.title)} in \${JSON.stringify("a" + id)}\` }]);
  },
};
`,
    },
    {
      name: "values that can't be known",
      code: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    const note = cache.get(id);
    return new Ok([{ type: "text", text: JSON.stringify(note) + JSON.stringify(settings) + JSON.stringify(authInfo.extra) }]);
  },
};
`,
    },
    {
      name: "request bodies, logs, errors and _meta are no output",
      code: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    const response = await fetch(url, { method: "POST", body: JSON.stringify(await load()) });
    const note = await response.json();
    logger.info(JSON.stringify(note));
    if (!response.ok) {
    return new Err(new MCPError(\`Failed: \${JSON.stringify(note)}\`));
    }
    return new Ok([{ type: "text", text: "Done.", _meta: { raw: JSON.stringify(note) } }]);
  },
};
`,
    },
    {
      name: "a value that a Result holds, picked",
      code: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    const result = await client.get(id);
    if (result.isErr()) {
    return new Err(new MCPError(result.error.message));
    }
    return new Ok([{ type: "text", text: JSON.stringify({ id: result.value.id, title: result.value.title }) }]);
  },
};
`,
    },
    {
      name: "a text copy of structured content",
      code: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    const note = await client.get(id);
    return { content: [{ type: "text", text: JSON.stringify(note) }], structuredContent: note };
  },
};
`,
    },
    {
      name: "structured content that is added later",
      code: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    const note = await client.get(id);
    const result = { content: [{ type: "text", text: JSON.stringify(note) }] };
    result.structuredContent = note;
    return result;
  },
};
`,
    },
    {
      name: "a tool with an output schema",
      code: `
server.registerTool("get_note", { description: "Get a note.", inputSchema: {}, outputSchema: { id: z.string() } }, async ({ id }) => {
  const note = await client.get(id);
  return { content: [{ type: "text", text: JSON.stringify(note) }] };
});
`,
    },
    {
      name: "functions that are no handlers",
      code: `
async function load(id) { const note = await client.get(id); return { content: [{ type: "text", text: JSON.stringify(note) }] }; }
server.tool("ping", "Ping.", async () => ({ content: [{ type: "text", text: "pong" }] }));
const CLICK_HANDLERS = { open: async () => JSON.stringify(await load(1)) };
`,
    },
    {
      name: "an imported function that renders",
      code: `
import { renderNote } from "./responses";
import { unreadable } from "./missing";
server.tool("get_note", "Get a note.", { id: z.string() }, async ({ id }) => {
  const note = await client.get(id);
  return { content: [{ type: "text", text: renderNote(note) }, { type: "text", text: unreadable(note) }] };
});
`,
      filename: fixture("json-responses/server.ts"),
    },
    {
      name: "imported functions that pick the fields they answer",
      code: `
import { addShelf, findShelf, findShelves } from "./shelves";
import * as shelves from "./shelves";
server.tool("add_shelf", "Add a shelf.", { room: z.string() }, async ({ room }) => {
  const added = await addShelf(room, 120);
  return { content: [{ type: "text", text: JSON.stringify(added, null, 2) }] };
});
server.tool("list_shelves", "List the shelves of a room.", { room: z.string() }, async ({ room }) => {
  const listed = await shelves.listShelves(room);
  return { content: [{ type: "text", text: JSON.stringify(listed) }] };
});
server.tool("find_shelf", "Find a shelf.", { number: z.number() }, async ({ number }) => ({
  content: [{ type: "text", text: JSON.stringify(await findShelf(number)) + JSON.stringify(await findShelves("hall")) }],
}));
`,
      filename: fixture("json-responses/server.ts"),
    },
    {
      name: "imported functions that answer what other functions of theirs picked",
      code: `
import { measureShelf, searchShelves } from "./shelves";
server.tool("measure_shelf", "Measure a shelf.", { number: z.number() }, async ({ number }) => {
  const measured = await measureShelf(number);
  return { content: [{ type: "text", text: JSON.stringify(measured) }] };
});
server.tool("search_shelves", "Search the shelves.", { text: z.string() }, async ({ text }) => {
  const found = await searchShelves(text);
  return { content: [{ type: "text", text: JSON.stringify(found) }] };
});
`,
      filename: fixture("json-responses/server.ts"),
    },
    {
      name: "imported functions that pick the fields they answer, compiled to CommonJS",
      code: `
const shelves_1 = require("./shelves");
const views = chunk.__toESM(require("./shelves"));
const rooms_1 = require("./rooms");
server.tool("add_shelf", "Add a shelf.", { room: z.string() }, async ({ room }) => {
  const added = await (0, shelves_1.addShelf)(room, 120);
  const listed = await views.listShelves(room);
  const described = await (0, rooms_1.describeRoom)(room);
  return { content: [{ type: "text", text: JSON.stringify(added) + JSON.stringify(listed) + JSON.stringify(described) }] };
});
`,
      filename: fixture("json-responses/server.ts"),
      language: "js",
    },
    {
      name: "lists whose elements are cut in a loop",
      code: `
server.tool("list_plots", "List the plots of a garden.", { garden: z.string() }, async ({ garden }) => {
  const plots = await client.plots(garden);
  plots.forEach((plot) => {
    Object.values(plot.owners).forEach((owner) => {
      delete owner.avatar;
    });
  });
  return { content: [{ type: "text", text: JSON.stringify(plots) }] };
});
server.tool("list_beds", "List the beds of a plot.", { plot: z.string() }, async ({ plot }) => {
  const beds = await client.beds(plot);
  for (const bed of beds) {
    delete bed._links;
  }
  return { content: [{ type: "text", text: JSON.stringify(beds) }] };
});
`,
    },
    {
      name: "awaited methods of an object that this file makes of its own class",
      code: `
class Shed {
  async lend(tool) {
    const loan = await store.lend(tool);
    return { lent: true, message: \`Bring \${tool} back by \${loan.due}.\` };
  }
}
const Loft = class {
  async count(kind) {
    return { kind, count: (await store.list(kind)).length };
  }
};
const shed = new Shed();
const loft = new Loft();
server.tool("lend_tool", "Lend a tool.", { tool: z.string() }, async ({ tool }) => {
  const loan = await shed.lend(tool);
  return { content: [{ type: "text", text: JSON.stringify(loan) }] };
});
server.tool("count_tools", "Count the tools of a kind.", { kind: z.string() }, async ({ kind }) => {
  const counted = await loft.count(kind);
  return { content: [{ type: "text", text: JSON.stringify(counted) }] };
});
`,
    },
    {
      name: "awaited functions whose name says that they shape",
      code: `
import { describeNote } from "./notes";
async function selectRows(list) { return list; }
server.tool("get_note", "Get a note.", { id: z.string() }, async ({ id }) => {
  const note = await describeNote(id);
  const rows = await selectRows(await client.list());
  return { content: [{ type: "text", text: JSON.stringify(note) + JSON.stringify(rows) }] };
});
`,
    },
    {
      name: "awaited functions of a module and methods of a local object",
      code: `
import * as notes from "./notes";
const local = { describeBook: async (id) => pick(id) };
server.tool("get_note", "Get a note.", { id: z.string() }, async ({ id }) => {
  const note = await notes.describeNote(id);
  const book = await local.describeBook(id);
  const page = await (await import("./pages")).describePage(id);
  return { content: [{ type: "text", text: JSON.stringify(note) + JSON.stringify(book) + JSON.stringify(page) }] };
});
`,
    },
    {
      name: "awaited methods of what renders by its name",
      code: `
server.tool("get_note", "Get a note.", { id: z.string() }, async ({ id }) => {
  const note = await noteFormatter.formatNote(id);
  const book = await this.renderer.describe(id);
  const page = await new PageRenderer().summarizePage(id);
  const view = new ViewRenderer();
  const shown = await view.describe(id);
  const args = await NoteSchema.parseAsync(id);
  return { content: [{ type: "text", text: JSON.stringify(note) + JSON.stringify(book) + JSON.stringify(page) + JSON.stringify(shown) + JSON.stringify(args) }] };
});
`,
    },
    {
      name: "awaited methods that count, answer a text or pick named fields",
      code: `
server.tool("get_note", "Get a note.", { id: z.string() }, async ({ id }) => {
  const shelf = await db.countBooks(id);
  const body = await page.innerText(id);
  const rows = await db.from("notes").select("id, title");
  const columns = await db.select(["id", "title"]);
  return { content: [{ type: "text", text: JSON.stringify(shelf) + JSON.stringify(body) + JSON.stringify(rows) + JSON.stringify(columns) }] };
});
`,
    },
    {
      name: "an awaited method of the handler's own class",
      code: `
class Notes {
  register() {
    server.tool("get_note", "Get a note.", { id: z.string() }, async ({ id }) => {
      const note = await this.describeNote(id);
      return { content: [{ type: "text", text: JSON.stringify(note) }] };
    });
  }
  async describeNote(id) { return await client.get(id); }
}
`,
    },
  ],
  invalid: [
    {
      name: "a client's method whose name would say of a function that it shapes",
      code: `
server.tool("get_note", "Get a note.", { id: z.string() }, async ({ id }) => {
  const note = await client.describe(id);
  return { content: [{ type: "text", text: JSON.stringify(note, null, 2) }] };
});
`,
      output: null,
      errors: [
        {
          messageId: "raw",
          data: { tool: "'get_note'", data: "'note'" },
          line: 4,
          column: 44,
          endLine: 4,
          endColumn: 73,
          suggestions: [
            {
              messageId: "dropIndent",
              output: `
server.tool("get_note", "Get a note.", { id: z.string() }, async ({ id }) => {
  const note = await client.describe(id);
  return { content: [{ type: "text", text: JSON.stringify(note) }] };
});
`,
            },
          ],
        },
      ],
    },
    {
      name: "a connection's method",
      code: `
server.tool("get_note", "Get a note.", { id: z.string() }, async ({ id }) => {
  const note = await conn.describeThing();
  return { content: [{ type: "text", text: JSON.stringify(note, null, 2) }] };
});
`,
      output: null,
      errors: [
        {
          messageId: "raw",
          data: { tool: "'get_note'", data: "'note'" },
          line: 4,
          column: 44,
          endLine: 4,
          endColumn: 73,
          suggestions: [
            {
              messageId: "dropIndent",
              output: `
server.tool("get_note", "Get a note.", { id: z.string() }, async ({ id }) => {
  const note = await conn.describeThing();
  return { content: [{ type: "text", text: JSON.stringify(note) }] };
});
`,
            },
          ],
        },
      ],
    },
    {
      name: "all columns of a table",
      code: `
server.tool("get_note", "Get a note.", { id: z.string() }, async ({ id }) => {
  const note = await db.select();
  return { content: [{ type: "text", text: JSON.stringify(note, null, 2) }] };
});
`,
      output: null,
      errors: [
        {
          messageId: "raw",
          data: { tool: "'get_note'", data: "'note'" },
          line: 4,
          column: 44,
          endLine: 4,
          endColumn: 73,
          suggestions: [
            {
              messageId: "dropIndent",
              output: `
server.tool("get_note", "Get a note.", { id: z.string() }, async ({ id }) => {
  const note = await db.select();
  return { content: [{ type: "text", text: JSON.stringify(note) }] };
});
`,
            },
          ],
        },
      ],
    },
    {
      name: "all columns by their sign",
      code: `
server.tool("get_note", "Get a note.", { id: z.string() }, async ({ id }) => {
  const note = await supabase.from("notes").select("*");
  return { content: [{ type: "text", text: JSON.stringify(note, null, 2) }] };
});
`,
      output: null,
      errors: [
        {
          messageId: "raw",
          data: { tool: "'get_note'", data: "'note'" },
          line: 4,
          column: 44,
          endLine: 4,
          endColumn: 73,
          suggestions: [
            {
              messageId: "dropIndent",
              output: `
server.tool("get_note", "Get a note.", { id: z.string() }, async ({ id }) => {
  const note = await supabase.from("notes").select("*");
  return { content: [{ type: "text", text: JSON.stringify(note) }] };
});
`,
            },
          ],
        },
      ],
    },
    {
      name: "an imported client's method",
      code: `
import { api } from "./api";
server.tool("get_note", "Get a note.", { id: z.string() }, async ({ id }) => {
  const note = await api.transformImage();
  return { content: [{ type: "text", text: JSON.stringify(note, null, 2) }] };
});
`,
      output: null,
      errors: [
        {
          messageId: "raw",
          data: { tool: "'get_note'", data: "'note'" },
          line: 5,
          column: 44,
          endLine: 5,
          endColumn: 73,
          suggestions: [
            {
              messageId: "dropIndent",
              output: `
import { api } from "./api";
server.tool("get_note", "Get a note.", { id: z.string() }, async ({ id }) => {
  const note = await api.transformImage();
  return { content: [{ type: "text", text: JSON.stringify(note) }] };
});
`,
            },
          ],
        },
      ],
    },
    {
      name: "a method of a client that this object holds",
      code: `
server.tool("get_note", "Get a note.", { id: z.string() }, async ({ id }) => {
  const note = await this.client.getMessage(id);
  return { content: [{ type: "text", text: JSON.stringify(note, null, 2) }] };
});
`,
      output: null,
      errors: [
        {
          messageId: "raw",
          data: { tool: "'get_note'", data: "'note'" },
          line: 4,
          column: 44,
          endLine: 4,
          endColumn: 73,
          suggestions: [
            {
              messageId: "dropIndent",
              output: `
server.tool("get_note", "Get a note.", { id: z.string() }, async ({ id }) => {
  const note = await this.client.getMessage(id);
  return { content: [{ type: "text", text: JSON.stringify(note) }] };
});
`,
            },
          ],
        },
      ],
    },
    {
      name: "a method of a client that is made here",
      code: `
server.tool("get_note", "Get a note.", { id: z.string() }, async ({ id }) => {
  const note = await new Client().extract(id);
  return { content: [{ type: "text", text: JSON.stringify(note, null, 2) }] };
});
`,
      output: null,
      errors: [
        {
          messageId: "raw",
          data: { tool: "'get_note'", data: "'note'" },
          line: 4,
          column: 44,
          endLine: 4,
          endColumn: 73,
          suggestions: [
            {
              messageId: "dropIndent",
              output: `
server.tool("get_note", "Get a note.", { id: z.string() }, async ({ id }) => {
  const note = await new Client().extract(id);
  return { content: [{ type: "text", text: JSON.stringify(note) }] };
});
`,
            },
          ],
        },
      ],
    },
    {
      name: "an awaited call, at once",
      code: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    return new Ok([{ type: "text" as const, text: JSON.stringify(await client.get(id), null, 2) }]);
  },
};
`,
      output: null,
      errors: [
        {
          messageId: "raw",
          data: { tool: "'get_note'", data: "data" },
          line: 4,
          column: 51,
          endLine: 4,
          endColumn: 96,
          suggestions: [
            {
              messageId: "dropIndent",
              output: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    return new Ok([{ type: "text" as const, text: JSON.stringify(await client.get(id)) }]);
  },
};
`,
            },
          ],
        },
      ],
    },
    {
      name: "through a variable, in a second block",
      code: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    const note = await client.get(id);
    return new Ok([
    { type: "text" as const, text: \`Found \${id}\` },
    { type: "text" as const, text: JSON.stringify(note, null, 2) },
    ]);
  },
};
`,
      output: null,
      errors: [
        {
          messageId: "raw",
          data: { tool: "'get_note'", data: "'note'" },
          line: 7,
          column: 36,
          endLine: 7,
          endColumn: 65,
          suggestions: [
            {
              messageId: "dropIndent",
              output: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    const note = await client.get(id);
    return new Ok([
    { type: "text" as const, text: \`Found \${id}\` },
    { type: "text" as const, text: JSON.stringify(note) },
    ]);
  },
};
`,
            },
          ],
        },
      ],
    },
    {
      name: "in a template and a chain, with a ternary",
      code: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    const note = await client.get(id);
    const text = "Note: " + (note ? \`\${JSON.stringify(note)}\` : "none");
    return new Ok([{ type: "text", text }]);
  },
};
`,
      output: null,
      errors: [
        {
          messageId: "raw",
          data: { tool: "'get_note'", data: "'note'" },
          line: 5,
          column: 40,
          endLine: 5,
          endColumn: 60,
        },
      ],
    },
    {
      name: "a text that grows",
      code: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    const notes = await client.list();
    let text = "";
    for (const note of notes) {
    text += JSON.stringify(note) + "\\n";
    }
    return new Ok([{ type: "text", text }]);
  },
};
`,
      output: null,
      errors: [
        {
          messageId: "raw",
          data: { tool: "'get_note'", data: "'note'" },
          line: 7,
          column: 13,
          endLine: 7,
          endColumn: 33,
        },
      ],
    },
    {
      name: "lines and blocks that are pushed",
      code: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    const notes = await client.list();
    const lines = [];
    const blocks = [];
    notes.forEach((note) => lines.push(JSON.stringify(note)));
    blocks.push({ type: "text", text: lines.join("\\n") });
    blocks.push({ type: "text", text: notes.map((note) => JSON.stringify({ ...note, seen: true })).join() });
    return new Ok(blocks);
  },
};
`,
      output: null,
      errors: [
        {
          messageId: "raw",
          data: { tool: "'get_note'", data: "'note'" },
          line: 7,
          column: 40,
          endLine: 7,
          endColumn: 60,
        },
        {
          messageId: "raw",
          data: { tool: "'get_note'", data: "data" },
          line: 9,
          column: 59,
          endLine: 9,
          endColumn: 98,
        },
      ],
    },
    {
      name: "merely wrapped",
      code: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    const items = await client.list();
    const page = await client.page(id);
    return new Ok([{ type: "text", text: JSON.stringify({ items }) + JSON.stringify({ ok: true, ...page }) + JSON.stringify({ notes: page.notes }) + JSON.stringify([items]) + JSON.stringify({ data: { items } }) + JSON.stringify({ items: items.slice(0, 10) }) }]);
  },
};
`,
      output: null,
      errors: [
        {
          messageId: "raw",
          data: { tool: "'get_note'", data: "data" },
          line: 6,
          column: 42,
          endLine: 6,
          endColumn: 67,
        },
        {
          messageId: "raw",
          data: { tool: "'get_note'", data: "data" },
          line: 6,
          column: 70,
          endLine: 6,
          endColumn: 107,
        },
        {
          messageId: "raw",
          data: { tool: "'get_note'", data: "data" },
          line: 6,
          column: 110,
          endLine: 6,
          endColumn: 147,
        },
        {
          messageId: "raw",
          data: { tool: "'get_note'", data: "data" },
          line: 6,
          column: 150,
          endLine: 6,
          endColumn: 173,
        },
        {
          messageId: "raw",
          data: { tool: "'get_note'", data: "data" },
          line: 6,
          column: 176,
          endLine: 6,
          endColumn: 211,
        },
        {
          messageId: "raw",
          data: { tool: "'get_note'", data: "data" },
          line: 6,
          column: 214,
          endLine: 6,
          endColumn: 259,
        },
      ],
    },
    {
      name: "a collection that a pattern takes out",
      code: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    const { notes, nextCursor } = await client.list();
    return new Ok([{ type: "text", text: JSON.stringify({ notes, nextCursor }) }]);
  },
};
`,
      output: null,
      errors: [
        {
          messageId: "raw",
          data: { tool: "'get_note'", data: "data" },
          line: 5,
          column: 42,
          endLine: 5,
          endColumn: 79,
        },
      ],
    },
    {
      name: "the body of a response, parsed in any way",
      code: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    const response = await fetch(url);
    const data = await response.json();
    const again = JSON.parse(await response.text());
    return new Ok([{ type: "text", text: JSON.stringify(data) + JSON.stringify(again) + JSON.stringify(data.items) }]);
  },
};
`,
      output: null,
      errors: [
        {
          messageId: "raw",
          data: { tool: "'get_note'", data: "'data'" },
          line: 7,
          column: 42,
          endLine: 7,
          endColumn: 62,
          suggestions: [
            {
              messageId: "pickFields",
              data: { fields: "items" },
              output: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    const response = await fetch(url);
    const data = await response.json();
    const again = JSON.parse(await response.text());
    return new Ok([{ type: "text", text: JSON.stringify({ items: data.items }) + JSON.stringify(again) + JSON.stringify(data.items) }]);
  },
};
`,
            },
          ],
        },
        {
          messageId: "raw",
          data: { tool: "'get_note'", data: "'again'" },
          line: 7,
          column: 65,
          endLine: 7,
          endColumn: 86,
        },
        {
          messageId: "raw",
          data: { tool: "'get_note'", data: "'data.items'" },
          line: 7,
          column: 89,
          endLine: 7,
          endColumn: 115,
        },
      ],
    },
    {
      name: "a variable that gets its value later",
      code: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    let note;
    try {
    note = await client.get(id);
    } catch (error) {
    return new Err(new MCPError("Failed."));
    }
    return new Ok([{ type: "text", text: JSON.stringify(note) }]);
  },
};
`,
      output: null,
      errors: [
        {
          messageId: "raw",
          data: { tool: "'get_note'", data: "'note'" },
          line: 10,
          column: 42,
          endLine: 10,
          endColumn: 62,
        },
      ],
    },
    {
      name: "all of several calls",
      code: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    const [note, tags] = await Promise.all([client.get(id), client.tags(id)]);
    const notes = await Promise.all(ids.map((one) => client.get(one)));
    return new Ok([{ type: "text", text: JSON.stringify({ note, tags }) + JSON.stringify(notes) }]);
  },
};
`,
      output: null,
      errors: [
        {
          messageId: "raw",
          data: { tool: "'get_note'", data: "data" },
          line: 6,
          column: 42,
          endLine: 6,
          endColumn: 72,
        },
        {
          messageId: "raw",
          data: { tool: "'get_note'", data: "'notes'" },
          line: 6,
          column: 75,
          endLine: 6,
          endColumn: 96,
        },
      ],
    },
    {
      name: "the value of a Result",
      code: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    const result = await client.get(id);
    if (result.isErr()) {
    return new Err(new MCPError(result.error.message));
    }
    return new Ok([{ type: "text", text: JSON.stringify(result.value) + JSON.stringify({ note: result.value }) }]);
  },
};
`,
      output: null,
      errors: [
        {
          messageId: "raw",
          data: { tool: "'get_note'", data: "'result.value'" },
          line: 8,
          column: 42,
          endLine: 8,
          endColumn: 70,
        },
        {
          messageId: "raw",
          data: { tool: "'get_note'", data: "data" },
          line: 8,
          column: 73,
          endLine: 8,
          endColumn: 111,
        },
      ],
    },
    {
      name: "a Result itself",
      code: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    const result = await client.get(id);
    if (result.isErr()) {
    return new Err(new MCPError(result.error.message));
    }
    return new Ok([{ type: "text", text: JSON.stringify(result) }]);
  },
};
`,
      output: null,
      errors: [
        {
          messageId: "result",
          data: { tool: "'get_note'", data: "'result'" },
          line: 8,
          column: 42,
          endLine: 8,
          endColumn: 64,
          suggestions: [
            {
              messageId: "useValue",
              output: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    const result = await client.get(id);
    if (result.isErr()) {
    return new Err(new MCPError(result.error.message));
    }
    return new Ok([{ type: "text", text: JSON.stringify(result.value) }]);
  },
};
`,
            },
          ],
        },
      ],
    },
    {
      name: "another handler's Result of the same name is none here",
      code: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }) => {
    const result = await client.get(id);
    return result.isErr() ? result : new Ok([{ type: "text", text: renderNote(result.value) }]);
  },
  get_book: async ({ id }) => {
    const result = await books.get(id);
    return new Ok([{ type: "text", text: JSON.stringify(result) }]);
  },
};
`,
      output: null,
      errors: [
        {
          messageId: "raw",
          data: { tool: "'get_book'", data: "'result'" },
          line: 9,
          column: 42,
          endLine: 9,
          endColumn: 64,
        },
      ],
    },
    {
      name: "what another handler asks for its error is a Result here, too",
      code: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }) => {
    const note = await loadNote(id);
    return note.isErr() ? note : new Ok([{ type: "text", text: renderNote(note.value) }]);
  },
  copy_note: async ({ id }) => {
    const copy = await loadNote(id);
    return new Ok([{ type: "text", text: JSON.stringify(copy) }]);
  },
};
`,
      output: null,
      errors: [
        {
          messageId: "result",
          data: { tool: "'copy_note'", data: "'copy'" },
          line: 9,
          column: 42,
          endLine: 9,
          endColumn: 62,
          suggestions: [
            {
              messageId: "useValue",
              output: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }) => {
    const note = await loadNote(id);
    return note.isErr() ? note : new Ok([{ type: "text", text: renderNote(note.value) }]);
  },
  copy_note: async ({ id }) => {
    const copy = await loadNote(id);
    return new Ok([{ type: "text", text: JSON.stringify(copy.value) }]);
  },
};
`,
            },
          ],
        },
      ],
    },
    {
      name: "a text and an error",
      code: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    try {
    const text = await response.text();
    return new Ok([{ type: "text", text: JSON.stringify(text) }]);
    } catch (error) {
    return { isError: true, content: [{ type: "text", text: JSON.stringify(error) }] };
    }
  },
};
`,
      output: null,
      errors: [
        {
          messageId: "string",
          data: { tool: "'get_note'" },
          line: 6,
          column: 42,
          endLine: 6,
          endColumn: 62,
          suggestions: [
            {
              messageId: "useText",
              output: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    try {
    const text = await response.text();
    return new Ok([{ type: "text", text: text }]);
    } catch (error) {
    return { isError: true, content: [{ type: "text", text: JSON.stringify(error) }] };
    }
  },
};
`,
            },
          ],
        },
        {
          messageId: "error",
          data: { tool: "'get_note'", data: "'error'" },
          line: 8,
          column: 61,
          endLine: 8,
          endColumn: 82,
          suggestions: [
            {
              messageId: "useMessage",
              output: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    try {
    const text = await response.text();
    return new Ok([{ type: "text", text: JSON.stringify(text) }]);
    } catch (error) {
    return { isError: true, content: [{ type: "text", text: (error instanceof Error ? error.message : String(error)) }] };
    }
  },
};
`,
            },
          ],
        },
      ],
    },
    {
      name: "a text that is cut",
      code: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    return new Ok([{ type: "text", text: JSON.stringify("a" + id).slice(0, 5) }]);
  },
};
`,
      output: null,
      errors: [
        {
          messageId: "string",
          data: { tool: "'get_note'" },
          line: 4,
          column: 42,
          endLine: 4,
          endColumn: 66,
          suggestions: [
            {
              messageId: "useText",
              output: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    return new Ok([{ type: "text", text: ("a" + id).slice(0, 5) }]);
  },
};
`,
            },
          ],
        },
      ],
    },
    {
      name: "fields that are used here, and a renderer at hand",
      code: `import { renderNote, renderBook } from "./rendering";
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    const note = await client.get(id);
    logger.info(note.title, note.body.trim(), note.tags.length);
    return new Ok([{ type: "text", text: JSON.stringify(note) }]);
  },
};
`,
      output: null,
      errors: [
        {
          messageId: "raw",
          data: { tool: "'get_note'", data: "'note'" },
          line: 6,
          column: 42,
          endLine: 6,
          endColumn: 62,
          suggestions: [
            {
              messageId: "useRenderer",
              data: { renderer: "renderNote" },
              output: `import { renderNote, renderBook } from "./rendering";
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    const note = await client.get(id);
    logger.info(note.title, note.body.trim(), note.tags.length);
    return new Ok([{ type: "text", text: renderNote(note) }]);
  },
};
`,
            },
            {
              messageId: "pickFields",
              data: { fields: "title, body, tags" },
              output: `import { renderNote, renderBook } from "./rendering";
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    const note = await client.get(id);
    logger.info(note.title, note.body.trim(), note.tags.length);
    return new Ok([{ type: "text", text: JSON.stringify({ title: note.title, body: note.body, tags: note.tags }) }]);
  },
};
`,
            },
          ],
        },
      ],
    },
    {
      name: "a projection, where none is allowed",
      code: `
const handlers: ToolHandlers<typeof NOTES> = {
  get_note: async ({ id }, { authInfo }) => {
    const note = await client.get(id);
    return new Ok([{ type: "text", text: JSON.stringify({ fields: note.fields }) + JSON.stringify({ tags: note.tags ?? [], books: note.books }) }]);
  },
};
`,
      options: [{ allowProjection: false }],
      output: null,
      errors: [
        {
          messageId: "raw",
          data: { tool: "'get_note'", data: "data" },
          line: 5,
          column: 42,
          endLine: 5,
          endColumn: 81,
        },
        {
          messageId: "raw",
          data: { tool: "'get_note'", data: "data" },
          line: 5,
          column: 84,
          endLine: 5,
          endColumn: 144,
        },
      ],
    },
    {
      name: "all that the tool was called with",
      code: `
server.tool("echo", "Echo.", { text: z.string() }, async (params) => ({
  content: [{ type: "text", text: JSON.stringify(params) }, { type: "text", text: \`Called with \${JSON.stringify(params)}\` }],
}));
`,
      output: null,
      errors: [
        {
          messageId: "raw",
          data: { tool: "'echo'", data: "'params'" },
          line: 3,
          column: 35,
          endLine: 3,
          endColumn: 57,
        },
      ],
    },
    {
      name: "every form of handler",
      code: `
export const NOTES_TOOL_HANDLERS = {
  [GET_NOTE]: async (_, extra) => withAuth({ action: async (token) => new Ok([{ type: "text", text: JSON.stringify(await get(token)) }]), authInfo: extra.authInfo }),
  async list_notes(_params, extra) {
    return withClient(extra, async (client) => new Ok([{ type: "text", text: JSON.stringify(await client.list()) }]));
  },
  find_notes: findNotes,
};
async function findNotes() {
  return { isError: false, content: [{ type: "text", text: JSON.stringify(await find()) }] };
}
export const TOOLS = buildTools(NOTES, { add_note: async () => new Ok([{ type: "text", text: JSON.stringify(await add()) }]) });
export function createTools(auth) {
  const handlers: ToolHandlers<typeof NOTES> = {
    drop_note: async () => {
      const action = async () => new Ok([{ type: "text", text: JSON.stringify(await drop()) }]);
      return withLog(action);
    },
  };
  return buildTools(NOTES, handlers);
}
server.tool("one", "One.", {}, withToolLogging(auth, {}, async () => get().then((one) => ({ content: [{ type: "text", text: JSON.stringify(one) }] }))));
`,
      output: null,
      errors: [
        {
          messageId: "raw",
          data: { tool: "This handler", data: "data" },
          line: 3,
          column: 101,
          endLine: 3,
          endColumn: 133,
        },
        {
          messageId: "raw",
          data: { tool: "'list_notes'", data: "data" },
          line: 5,
          column: 78,
          endLine: 5,
          endColumn: 113,
        },
        {
          messageId: "raw",
          data: { tool: "'find_notes'", data: "data" },
          line: 10,
          column: 60,
          endLine: 10,
          endColumn: 88,
        },
        {
          messageId: "raw",
          data: { tool: "'add_note'", data: "data" },
          line: 12,
          column: 94,
          endLine: 12,
          endColumn: 121,
        },
        {
          messageId: "raw",
          data: { tool: "'drop_note'", data: "data" },
          line: 16,
          column: 64,
          endLine: 16,
          endColumn: 92,
        },
        {
          messageId: "raw",
          data: { tool: "'one'", data: "'one'" },
          line: 22,
          column: 125,
          endLine: 22,
          endColumn: 144,
        },
      ],
    },
    {
      name: "a switch over all tools",
      code: `
server.setRequestHandler(CallToolRequestSchema, async (request) => {
  switch (request.params.name) {
    case "get_note": {
      const note = await getNote(request.params.arguments);
      return { content: [{ type: "text", text: JSON.stringify(note) }] };
    }
    default:
      return handleRest(request.params.name);
  }
});
async function handleRest(name) {
  const rest = await callRest(name);
  return { content: [{ type: "text", text: JSON.stringify(rest) }] };
}
`,
      output: null,
      errors: [
        {
          messageId: "raw",
          data: { tool: "This handler", data: "'note'" },
          line: 6,
          column: 48,
          endLine: 6,
          endColumn: 68,
        },
        {
          messageId: "raw",
          data: { tool: "This handler", data: "'rest'" },
          line: 14,
          column: 44,
          endLine: 14,
          endColumn: 64,
        },
      ],
    },
    {
      name: "FastMCP and objects whose handlers answer a text",
      code: `
server.addTool({ name: "get_note", description: "Get a note.", parameters: z.object({}), execute: async () => JSON.stringify(await client.get(), null, 2) });
export const tool = { name: "get_book", description: "Get a book.", inputSchema: { type: "object" }, handler: async () => \`Book: \${JSON.stringify(await client.get())}\` };
`,
      output: null,
      errors: [
        {
          messageId: "raw",
          data: { tool: "'get_note'", data: "data" },
          line: 2,
          column: 111,
          endLine: 2,
          endColumn: 154,
          suggestions: [
            {
              messageId: "dropIndent",
              output: `
server.addTool({ name: "get_note", description: "Get a note.", parameters: z.object({}), execute: async () => JSON.stringify(await client.get()) });
export const tool = { name: "get_book", description: "Get a book.", inputSchema: { type: "object" }, handler: async () => \`Book: \${JSON.stringify(await client.get())}\` };
`,
            },
          ],
        },
        {
          messageId: "raw",
          data: { tool: "'get_book'", data: "data" },
          line: 3,
          column: 132,
          endLine: 3,
          endColumn: 166,
        },
      ],
    },
    {
      name: "a class and its own methods",
      code: `
export class GetNoteTool {
  name = "get_note";
  description = "Get a note.";
  inputSchema = schema;
  async execute(args) {
    const note = await this.request("/note");
    return this.answer(note);
  }
  answer(data) {
    return { content: [{ type: "text", text: JSON.stringify(data) }] };
  }
  async request(path) {
    return this.http.get(path);
  }
}
`,
      output: null,
      errors: [
        {
          messageId: "rawInHelper",
          data: { tool: "'get_note'", data: "'note'", helper: "'answer'" },
          line: 8,
          column: 12,
          endLine: 8,
          endColumn: 29,
        },
      ],
    },
    {
      name: "helpers of the same file",
      code: `
const toText = (data) => JSON.stringify(data);
function success({ message, result }) {
  return { content: [{ type: "text", text: message }, { type: "text", text: JSON.stringify(result) }] };
}
server.tool("get_note", "Get a note.", {}, async () => success({ message: "Note:", result: await client.get() }));
server.tool("get_book", "Get a book.", {}, async () => ({ content: [{ type: "text", text: toText(await client.book()) }] }));
server.tool("get_page", "Get a page.", {}, async () => success({ message: "Page:", result: { id: 1 } }));
`,
      output: null,
      errors: [
        {
          messageId: "rawInHelper",
          data: { tool: "'get_note'", data: "data", helper: "'success'" },
          line: 6,
          column: 56,
          endLine: 6,
          endColumn: 113,
        },
        {
          messageId: "rawInHelper",
          data: { tool: "'get_book'", data: "data", helper: "'toText'" },
          line: 7,
          column: 91,
          endLine: 7,
          endColumn: 118,
        },
      ],
    },
    {
      name: "a helper that turns members of its data into JSON, and says which",
      code: `
function card(note) {
  const lines = ["# " + note.title, JSON.stringify(note.history)];
  lines.push(JSON.stringify(note.links));
  return lines.join("\\n");
}
const open = (answer) => JSON.stringify(answer.value);
server.tool("get_note", "Get a note.", {}, async () => {
  const note = await client.get();
  return { content: [{ type: "text", text: card(note) }] };
});
server.tool("get_page", "Get a page.", {}, async () => ({ content: [{ type: "text", text: card(await client.page()) }] }));
server.tool("get_book", "Get a book.", {}, async () => {
  const book = await client.book();
  if (book.isErr()) { return book; }
  return { content: [{ type: "text", text: open(book) }] };
});
server.tool("get_shelf", "Get a shelf.", {}, async (params) => ({ content: [{ type: "text", text: card(params) }] }));
`,
      output: null,
      errors: [
        {
          messageId: "rawInHelper",
          data: {
            tool: "'get_note'",
            data: "'history' and 'links' of 'note'",
            helper: "'card'",
          },
          line: 10,
          column: 44,
          endLine: 10,
          endColumn: 54,
        },
        {
          messageId: "rawInHelper",
          data: {
            tool: "'get_page'",
            data: "'history' and 'links' of the data",
            helper: "'card'",
          },
          line: 12,
          column: 91,
          endLine: 12,
          endColumn: 116,
        },
        {
          messageId: "rawInHelper",
          data: {
            tool: "'get_book'",
            data: "'value' of 'book'",
            helper: "'open'",
          },
          line: 16,
          column: 44,
          endLine: 16,
          endColumn: 54,
        },
      ],
    },
    {
      name: "renderers of one item or of a list",
      code: `import { renderNote, formatPages } from "./rendering";
server.tool("list_notes", "List notes.", {}, async () => {
  const notes = await client.list();
  return { content: [{ type: "text", text: JSON.stringify(notes) }] };
});
server.tool("get_page", "Get a page.", {}, async () => {
  const page = await client.page();
  return { content: [{ type: "text", text: JSON.stringify(page) }] };
});
`,
      output: null,
      errors: [
        {
          messageId: "raw",
          data: { tool: "'list_notes'", data: "'notes'" },
          line: 4,
          column: 44,
          endLine: 4,
          endColumn: 65,
          suggestions: [
            {
              messageId: "useRenderer",
              data: { renderer: "renderNote" },
              output: `import { renderNote, formatPages } from "./rendering";
server.tool("list_notes", "List notes.", {}, async () => {
  const notes = await client.list();
  return { content: [{ type: "text", text: notes.map((item) => renderNote(item)).join("\\n") }] };
});
server.tool("get_page", "Get a page.", {}, async () => {
  const page = await client.page();
  return { content: [{ type: "text", text: JSON.stringify(page) }] };
});
`,
            },
          ],
        },
        {
          messageId: "raw",
          data: { tool: "'get_page'", data: "'page'" },
          line: 8,
          column: 44,
          endLine: 8,
          endColumn: 64,
          suggestions: [
            {
              messageId: "useRenderer",
              data: { renderer: "formatPages" },
              output: `import { renderNote, formatPages } from "./rendering";
server.tool("list_notes", "List notes.", {}, async () => {
  const notes = await client.list();
  return { content: [{ type: "text", text: JSON.stringify(notes) }] };
});
server.tool("get_page", "Get a page.", {}, async () => {
  const page = await client.page();
  return { content: [{ type: "text", text: formatPages([page]) }] };
});
`,
            },
          ],
        },
      ],
    },
    {
      name: "imported helpers",
      code: `
import { makeJsonSuccess, makeNamedJson } from "./responses";
import * as helpers from "./responses";
server.tool("get_note", "Get a note.", {}, async () => makeJsonSuccess(await client.get()));
server.tool("get_book", "Get a book.", {}, async () => makeNamedJson({ message: "Book:", data: await client.book() }));
server.tool("get_page", "Get a page.", {}, async () => ({ content: [{ type: "text", text: helpers.toJsonText(await client.page()) }] }));
server.tool("get_line", "Get a line.", {}, async () => makeJsonSuccess({ id: 1 }));
`,
      filename: fixture("json-responses/server.ts"),
      output: null,
      errors: [
        {
          messageId: "rawInHelper",
          data: {
            tool: "'get_note'",
            data: "data",
            helper: "'makeJsonSuccess'",
          },
          line: 4,
          column: 56,
          endLine: 4,
          endColumn: 91,
        },
        {
          messageId: "rawInHelper",
          data: { tool: "'get_book'", data: "data", helper: "'makeNamedJson'" },
          line: 5,
          column: 56,
          endLine: 5,
          endColumn: 118,
        },
        {
          messageId: "rawInHelper",
          data: { tool: "'get_page'", data: "data", helper: "'toJsonText'" },
          line: 6,
          column: 91,
          endLine: 6,
          endColumn: 130,
        },
      ],
    },
    {
      name: "imported helpers, compiled to CommonJS",
      code: `
const responses_1 = require("./responses");
server.tool("get_note", "Get a note.", {}, async () => (0, responses_1.makeJsonSuccess)(await client.get()));
`,
      filename: fixture("json-responses/server.ts"),
      language: "js",
      output: null,
      errors: [
        {
          messageId: "rawInHelper",
          data: {
            tool: "'get_note'",
            data: "data",
            helper: "'makeJsonSuccess'",
          },
          line: 3,
          column: 56,
          endLine: 3,
          endColumn: 108,
        },
      ],
    },
    {
      name: "imported functions that hand on what they were given, always or sometimes",
      code: `
import { moveShelf, wrapShelf } from "./shelves";
server.tool("get_shelf", "Get a shelf.", { number: z.number() }, async ({ number }) => {
  const wrapped = await wrapShelf(number);
  return { content: [{ type: "text", text: JSON.stringify(wrapped) }] };
});
server.tool("move_shelf", "Move a shelf.", { number: z.number() }, async ({ number }) => {
  const moved = await moveShelf(number, "hall");
  return { content: [{ type: "text", text: JSON.stringify(moved) }] };
});
`,
      filename: fixture("json-responses/server.ts"),
      output: null,
      errors: [
        {
          messageId: "raw",
          data: { tool: "'get_shelf'", data: "'wrapped'" },
          line: 5,
          column: 44,
          endLine: 5,
          endColumn: 67,
        },
        {
          messageId: "raw",
          data: { tool: "'move_shelf'", data: "'moved'" },
          line: 9,
          column: 44,
          endLine: 9,
          endColumn: 65,
        },
      ],
    },
    {
      name: "awaited methods of objects whose class hands on data, or is not known",
      code: `
class Shed {
  async list(kind) {
    return this.store.list(kind);
  }
}
const shed = new Shed();
const barn = new Barn();
server.tool("list_tools", "List the tools of a kind.", { kind: z.string() }, async ({ kind }) => {
  const tools = await shed.list(kind);
  return { content: [{ type: "text", text: JSON.stringify(tools) }] };
});
server.tool("list_carts", "List the carts.", {}, async () => {
  const carts = await barn.list();
  for (const cart of carts) cart.check();
  return { content: [{ type: "text", text: JSON.stringify(carts) }] };
});
`,
      output: null,
      errors: [
        {
          messageId: "raw",
          data: { tool: "'list_tools'", data: "'tools'" },
          line: 11,
          column: 44,
          endLine: 11,
          endColumn: 65,
        },
        {
          messageId: "raw",
          data: { tool: "'list_carts'", data: "'carts'" },
          line: 16,
          column: 44,
          endLine: 16,
          endColumn: 65,
        },
      ],
    },
    {
      name: "imported functions that pick fields, without projections",
      code: `
import { addShelf } from "./shelves";
server.tool("add_shelf", "Add a shelf.", { room: z.string() }, async ({ room }) => {
  const added = await addShelf(room, 120);
  return { content: [{ type: "text", text: JSON.stringify(added) }] };
});
`,
      filename: fixture("json-responses/server.ts"),
      options: [{ allowProjection: false }],
      output: null,
      errors: [
        {
          messageId: "raw",
          data: { tool: "'add_shelf'", data: "'added'" },
          line: 5,
          column: 44,
          endLine: 5,
          endColumn: 65,
        },
      ],
    },
    {
      name: "what two tools share is reported once, with only a part of the name known",
      code: `
async function load() {
  return { content: [{ type: "text", text: JSON.stringify(await client.load(), undefined, 2) }] };
}
server.tool(\`\${prefix}_note\`, "Get a note.", {}, async () => load());
server.tool("get_book", "Get a book.", {}, load);
`,
      output: null,
      errors: [
        {
          messageId: "raw",
          data: { tool: "'…_note'", data: "data" },
          line: 3,
          column: 44,
          endLine: 3,
          endColumn: 93,
          suggestions: [
            {
              messageId: "dropIndent",
              output: `
async function load() {
  return { content: [{ type: "text", text: JSON.stringify(await client.load()) }] };
}
server.tool(\`\${prefix}_note\`, "Get a note.", {}, async () => load());
server.tool("get_book", "Get a book.", {}, load);
`,
            },
          ],
        },
      ],
    },
    {
      name: "JavaScript with CRLF",
      code: "server.tool('get_note', 'Get a note.', async () => {\r\n  const note = await client.get();\r\n  return { content: [{ type: 'text', text: JSON.stringify(\r\n    note,\r\n    null,\r\n    2,\r\n  ) }] };\r\n});\r\n",
      language: "js",
      output: null,
      errors: [
        {
          messageId: "raw",
          data: { tool: "'get_note'", data: "'note'" },
          line: 3,
          column: 44,
          endLine: 7,
          endColumn: 4,
          suggestions: [
            {
              messageId: "dropIndent",
              output:
                "server.tool('get_note', 'Get a note.', async () => {\r\n  const note = await client.get();\r\n  return { content: [{ type: 'text', text: JSON.stringify(\r\n    note,\r\n  ) }] };\r\n});\r\n",
            },
          ],
        },
      ],
    },
  ],
});
