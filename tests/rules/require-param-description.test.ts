import path from "node:path";
import { requireParamDescription } from "../../rules/require-param-description.ts";
import { testRule } from "../rule-tester.ts";

/** A file of one of the small repositories in `fixtures`. */
function fixture(file: string): string {
  return path.join(import.meta.dirname, "fixtures", file);
}

testRule("require-param-description", requireParamDescription, {
  valid: [
    {
      name: "a description anywhere in the chain",
      code: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    title: z.string().describe("Title of the note."),
    body: z.string().describe("Text of the note.").optional(),
    limit: z.number().min(1).default(10).describe("Largest number of notes."),
    tag: z.string().describe("Tag of the note.").nullable().default(null),
    when: z.string().meta({ description: "When it was written." }).optional(),
    where: z.string().meta({ title: "Where", description: "Where it was written." }),
    who: z.string({ description: "Who wrote it." }),
    whom: z.string().register(z.globalRegistry, { description: "Whom it is for." }),
    why: z.coerce.string().describe("Why it was written.").transform((value) => value.trim()),
  }, stake: "low" },
});
`,
    },
    {
      name: "what speaks for itself",
      code: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    kind: z.literal("note"),
    version: z.literal(2).optional(),
    none: z.null(),
    target: z.discriminatedUnion("type", [
      z.object({ type: z.enum(["user"]), id: z.string().describe("ID of the user.") }),
      z.object({ type: z.literal("team"), id: z.string().describe("ID of the team.") }),
    ]).describe("Who the note is for."),
  }, stake: "low" },
});
`,
    },
    {
      name: "elements of a list of primitives",
      code: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: { tags: z.array(z.string()).describe("Tags of the note."), ids: z.string().array().describe("IDs.") }, stake: "low" },
});
`,
    },
    {
      name: "a description that a derived object keeps in Zod 3",
      code: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: { note: z.object({ id: z.string().describe("ID.") }).describe("The note.").partial() }, stake: "low" },
});
`,
    },
    {
      name: "what can't be read",
      code: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    ...moreFields,
    filter: FilterSchema,
    sort: sortSchema(),
    agent: ConfigurableToolInputSchemas[INTERNAL_MIME_TYPES.TOOL_INPUT.AGENT],
    list: condition ? z.string() : z.number(),
    text: z.string().describe(TEXTS.text),
  }, stake: "low" },
});
`,
    },
    {
      name: "a schema that can't be read",
      code: `
export function register(server, schema) {
  server.tool("add_note", "Add a note.", schema, async () => result);
  server.registerTool("get_note", { description: "Get a note.", inputSchema: schemaOf("note") }, async () => result);
  server.registerTool("find_note", { description: "Find a note.", inputSchema: Type.Object({ id: Type.String() }) }, async () => result);
}
`,
    },
    {
      name: "an empty shape",
      code: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {}, stake: "low" },
});
`,
    },
    {
      name: "fields that are left out",
      code: `const NoteSchema = z.object({ id: z.string().describe("ID."), text: z.string() });
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: NoteSchema.omit({ text: true }).shape, stake: "low" },
});
`,
    },
    {
      name: "fields that may be left out",
      code: `const NoteSchema = z.object({ id: z.string(), text: z.string() });
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: NoteSchema.omit(hiddenFields), stake: "low" },
});
`,
    },
    {
      name: "a later field replaces an earlier one",
      code: `const Base = { text: z.string() };
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: { ...Base, text: z.string().describe("The text.") }, stake: "low" },
});
`,
    },
    {
      name: "a getter may answer anything",
      code: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: { get text() { return z.string(); } }, stake: "low" },
});
`,
    },
    {
      name: "a JSON schema",
      code: `
server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [{
    name: "add_note",
    description: "Add a note.",
    inputSchema: {
      type: "object",
      properties: {
        text: { type: "string", description: "Text of the note." },
        kind: { const: "note" },
        type: { enum: ["note"] },
        author: { $ref: "#/$defs/author" },
        editor: { allOf: [{ $ref: "#/$defs/author" }] },
        any: true,
      },
    },
  }],
}));
`,
    },
    {
      name: "a description that repeats the name is let pass",
      code: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: { noteId: z.string().describe("Note ID") }, stake: "low" },
});
`,
    },
  ],
  invalid: [
    {
      name: "a field of each type",
      code: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    title: z.string(),
    count: z.number().default(3),
    archived: z.boolean().optional(),
    include_drafts: z.boolean(),
    isPublic: z.boolean(),
    order: z.enum(["asc", "desc"]).default("asc"),
    mode: z.union([z.literal("fast"), z.literal("exact")]),
    tags: z.array(z.string()),
    access: z.array(z.string()),
    labels: z.record(z.string()),
    author: z.object({}),
    noteId: z.string(),
    user_ids: z.array(z.string()),
    id: z.string(),
    timeout_seconds: z.number(),
    max_results: z.number(),
    createdAt: z.string(),
    anything: z.any(),
    value: z.union([z.string(), z.number()]),
  }, stake: "low" },
});
`,
      output: null,
      errors: [
        {
          messageId: "missing",
          data: {
            parameter: "'title'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 4,
          column: 5,
          endLine: 4,
          endColumn: 10,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Title of the note." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    title: z.string().describe("Title of the note."),
    count: z.number().default(3),
    archived: z.boolean().optional(),
    include_drafts: z.boolean(),
    isPublic: z.boolean(),
    order: z.enum(["asc", "desc"]).default("asc"),
    mode: z.union([z.literal("fast"), z.literal("exact")]),
    tags: z.array(z.string()),
    access: z.array(z.string()),
    labels: z.record(z.string()),
    author: z.object({}),
    noteId: z.string(),
    user_ids: z.array(z.string()),
    id: z.string(),
    timeout_seconds: z.number(),
    max_results: z.number(),
    createdAt: z.string(),
    anything: z.any(),
    value: z.union([z.string(), z.number()]),
  }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'count'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 5,
          column: 5,
          endLine: 5,
          endColumn: 10,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Count, as a number. Defaults to 3." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    title: z.string(),
    count: z.number().default(3).describe("Count, as a number. Defaults to 3."),
    archived: z.boolean().optional(),
    include_drafts: z.boolean(),
    isPublic: z.boolean(),
    order: z.enum(["asc", "desc"]).default("asc"),
    mode: z.union([z.literal("fast"), z.literal("exact")]),
    tags: z.array(z.string()),
    access: z.array(z.string()),
    labels: z.record(z.string()),
    author: z.object({}),
    noteId: z.string(),
    user_ids: z.array(z.string()),
    id: z.string(),
    timeout_seconds: z.number(),
    max_results: z.number(),
    createdAt: z.string(),
    anything: z.any(),
    value: z.union([z.string(), z.number()]),
  }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'archived'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 6,
          column: 5,
          endLine: 6,
          endColumn: 13,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Archived, true or false." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    title: z.string(),
    count: z.number().default(3),
    archived: z.boolean().optional().describe("Archived, true or false."),
    include_drafts: z.boolean(),
    isPublic: z.boolean(),
    order: z.enum(["asc", "desc"]).default("asc"),
    mode: z.union([z.literal("fast"), z.literal("exact")]),
    tags: z.array(z.string()),
    access: z.array(z.string()),
    labels: z.record(z.string()),
    author: z.object({}),
    noteId: z.string(),
    user_ids: z.array(z.string()),
    id: z.string(),
    timeout_seconds: z.number(),
    max_results: z.number(),
    createdAt: z.string(),
    anything: z.any(),
    value: z.union([z.string(), z.number()]),
  }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'include_drafts'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 7,
          column: 5,
          endLine: 7,
          endColumn: 19,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Whether to include drafts." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    title: z.string(),
    count: z.number().default(3),
    archived: z.boolean().optional(),
    include_drafts: z.boolean().describe("Whether to include drafts."),
    isPublic: z.boolean(),
    order: z.enum(["asc", "desc"]).default("asc"),
    mode: z.union([z.literal("fast"), z.literal("exact")]),
    tags: z.array(z.string()),
    access: z.array(z.string()),
    labels: z.record(z.string()),
    author: z.object({}),
    noteId: z.string(),
    user_ids: z.array(z.string()),
    id: z.string(),
    timeout_seconds: z.number(),
    max_results: z.number(),
    createdAt: z.string(),
    anything: z.any(),
    value: z.union([z.string(), z.number()]),
  }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'isPublic'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 8,
          column: 5,
          endLine: 8,
          endColumn: 13,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Whether it is public." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    title: z.string(),
    count: z.number().default(3),
    archived: z.boolean().optional(),
    include_drafts: z.boolean(),
    isPublic: z.boolean().describe("Whether it is public."),
    order: z.enum(["asc", "desc"]).default("asc"),
    mode: z.union([z.literal("fast"), z.literal("exact")]),
    tags: z.array(z.string()),
    access: z.array(z.string()),
    labels: z.record(z.string()),
    author: z.object({}),
    noteId: z.string(),
    user_ids: z.array(z.string()),
    id: z.string(),
    timeout_seconds: z.number(),
    max_results: z.number(),
    createdAt: z.string(),
    anything: z.any(),
    value: z.union([z.string(), z.number()]),
  }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'order'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 9,
          column: 5,
          endLine: 9,
          endColumn: 10,
          suggestions: [
            {
              messageId: "addDescription",
              data: {
                text: "Order, one of these: asc or desc. Defaults to 'asc'.",
              },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    title: z.string(),
    count: z.number().default(3),
    archived: z.boolean().optional(),
    include_drafts: z.boolean(),
    isPublic: z.boolean(),
    order: z.enum(["asc", "desc"]).default("asc").describe("Order, one of these: asc or desc. Defaults to 'asc'."),
    mode: z.union([z.literal("fast"), z.literal("exact")]),
    tags: z.array(z.string()),
    access: z.array(z.string()),
    labels: z.record(z.string()),
    author: z.object({}),
    noteId: z.string(),
    user_ids: z.array(z.string()),
    id: z.string(),
    timeout_seconds: z.number(),
    max_results: z.number(),
    createdAt: z.string(),
    anything: z.any(),
    value: z.union([z.string(), z.number()]),
  }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'mode'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 10,
          column: 5,
          endLine: 10,
          endColumn: 9,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Mode, one of these: fast or exact." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    title: z.string(),
    count: z.number().default(3),
    archived: z.boolean().optional(),
    include_drafts: z.boolean(),
    isPublic: z.boolean(),
    order: z.enum(["asc", "desc"]).default("asc"),
    mode: z.union([z.literal("fast"), z.literal("exact")]).describe("Mode, one of these: fast or exact."),
    tags: z.array(z.string()),
    access: z.array(z.string()),
    labels: z.record(z.string()),
    author: z.object({}),
    noteId: z.string(),
    user_ids: z.array(z.string()),
    id: z.string(),
    timeout_seconds: z.number(),
    max_results: z.number(),
    createdAt: z.string(),
    anything: z.any(),
    value: z.union([z.string(), z.number()]),
  }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'tags'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 11,
          column: 5,
          endLine: 11,
          endColumn: 9,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "List of tags." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    title: z.string(),
    count: z.number().default(3),
    archived: z.boolean().optional(),
    include_drafts: z.boolean(),
    isPublic: z.boolean(),
    order: z.enum(["asc", "desc"]).default("asc"),
    mode: z.union([z.literal("fast"), z.literal("exact")]),
    tags: z.array(z.string()).describe("List of tags."),
    access: z.array(z.string()),
    labels: z.record(z.string()),
    author: z.object({}),
    noteId: z.string(),
    user_ids: z.array(z.string()),
    id: z.string(),
    timeout_seconds: z.number(),
    max_results: z.number(),
    createdAt: z.string(),
    anything: z.any(),
    value: z.union([z.string(), z.number()]),
  }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'access'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 12,
          column: 5,
          endLine: 12,
          endColumn: 11,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Access, as a list." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    title: z.string(),
    count: z.number().default(3),
    archived: z.boolean().optional(),
    include_drafts: z.boolean(),
    isPublic: z.boolean(),
    order: z.enum(["asc", "desc"]).default("asc"),
    mode: z.union([z.literal("fast"), z.literal("exact")]),
    tags: z.array(z.string()),
    access: z.array(z.string()).describe("Access, as a list."),
    labels: z.record(z.string()),
    author: z.object({}),
    noteId: z.string(),
    user_ids: z.array(z.string()),
    id: z.string(),
    timeout_seconds: z.number(),
    max_results: z.number(),
    createdAt: z.string(),
    anything: z.any(),
    value: z.union([z.string(), z.number()]),
  }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'labels'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 13,
          column: 5,
          endLine: 13,
          endColumn: 11,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Labels, as an object." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    title: z.string(),
    count: z.number().default(3),
    archived: z.boolean().optional(),
    include_drafts: z.boolean(),
    isPublic: z.boolean(),
    order: z.enum(["asc", "desc"]).default("asc"),
    mode: z.union([z.literal("fast"), z.literal("exact")]),
    tags: z.array(z.string()),
    access: z.array(z.string()),
    labels: z.record(z.string()).describe("Labels, as an object."),
    author: z.object({}),
    noteId: z.string(),
    user_ids: z.array(z.string()),
    id: z.string(),
    timeout_seconds: z.number(),
    max_results: z.number(),
    createdAt: z.string(),
    anything: z.any(),
    value: z.union([z.string(), z.number()]),
  }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'author'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 14,
          column: 5,
          endLine: 14,
          endColumn: 11,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Author, as an object." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    title: z.string(),
    count: z.number().default(3),
    archived: z.boolean().optional(),
    include_drafts: z.boolean(),
    isPublic: z.boolean(),
    order: z.enum(["asc", "desc"]).default("asc"),
    mode: z.union([z.literal("fast"), z.literal("exact")]),
    tags: z.array(z.string()),
    access: z.array(z.string()),
    labels: z.record(z.string()),
    author: z.object({}).describe("Author, as an object."),
    noteId: z.string(),
    user_ids: z.array(z.string()),
    id: z.string(),
    timeout_seconds: z.number(),
    max_results: z.number(),
    createdAt: z.string(),
    anything: z.any(),
    value: z.union([z.string(), z.number()]),
  }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'noteId'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 15,
          column: 5,
          endLine: 15,
          endColumn: 11,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "ID of the note, as text." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    title: z.string(),
    count: z.number().default(3),
    archived: z.boolean().optional(),
    include_drafts: z.boolean(),
    isPublic: z.boolean(),
    order: z.enum(["asc", "desc"]).default("asc"),
    mode: z.union([z.literal("fast"), z.literal("exact")]),
    tags: z.array(z.string()),
    access: z.array(z.string()),
    labels: z.record(z.string()),
    author: z.object({}),
    noteId: z.string().describe("ID of the note, as text."),
    user_ids: z.array(z.string()),
    id: z.string(),
    timeout_seconds: z.number(),
    max_results: z.number(),
    createdAt: z.string(),
    anything: z.any(),
    value: z.union([z.string(), z.number()]),
  }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'user_ids'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 16,
          column: 5,
          endLine: 16,
          endColumn: 13,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "IDs of the users." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    title: z.string(),
    count: z.number().default(3),
    archived: z.boolean().optional(),
    include_drafts: z.boolean(),
    isPublic: z.boolean(),
    order: z.enum(["asc", "desc"]).default("asc"),
    mode: z.union([z.literal("fast"), z.literal("exact")]),
    tags: z.array(z.string()),
    access: z.array(z.string()),
    labels: z.record(z.string()),
    author: z.object({}),
    noteId: z.string(),
    user_ids: z.array(z.string()).describe("IDs of the users."),
    id: z.string(),
    timeout_seconds: z.number(),
    max_results: z.number(),
    createdAt: z.string(),
    anything: z.any(),
    value: z.union([z.string(), z.number()]),
  }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'id'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 17,
          column: 5,
          endLine: 17,
          endColumn: 7,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "ID of the note." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    title: z.string(),
    count: z.number().default(3),
    archived: z.boolean().optional(),
    include_drafts: z.boolean(),
    isPublic: z.boolean(),
    order: z.enum(["asc", "desc"]).default("asc"),
    mode: z.union([z.literal("fast"), z.literal("exact")]),
    tags: z.array(z.string()),
    access: z.array(z.string()),
    labels: z.record(z.string()),
    author: z.object({}),
    noteId: z.string(),
    user_ids: z.array(z.string()),
    id: z.string().describe("ID of the note."),
    timeout_seconds: z.number(),
    max_results: z.number(),
    createdAt: z.string(),
    anything: z.any(),
    value: z.union([z.string(), z.number()]),
  }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'timeout_seconds'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 18,
          column: 5,
          endLine: 18,
          endColumn: 20,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Timeout, in seconds." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    title: z.string(),
    count: z.number().default(3),
    archived: z.boolean().optional(),
    include_drafts: z.boolean(),
    isPublic: z.boolean(),
    order: z.enum(["asc", "desc"]).default("asc"),
    mode: z.union([z.literal("fast"), z.literal("exact")]),
    tags: z.array(z.string()),
    access: z.array(z.string()),
    labels: z.record(z.string()),
    author: z.object({}),
    noteId: z.string(),
    user_ids: z.array(z.string()),
    id: z.string(),
    timeout_seconds: z.number().describe("Timeout, in seconds."),
    max_results: z.number(),
    createdAt: z.string(),
    anything: z.any(),
    value: z.union([z.string(), z.number()]),
  }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'max_results'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 19,
          column: 5,
          endLine: 19,
          endColumn: 16,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Largest number of results to return." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    title: z.string(),
    count: z.number().default(3),
    archived: z.boolean().optional(),
    include_drafts: z.boolean(),
    isPublic: z.boolean(),
    order: z.enum(["asc", "desc"]).default("asc"),
    mode: z.union([z.literal("fast"), z.literal("exact")]),
    tags: z.array(z.string()),
    access: z.array(z.string()),
    labels: z.record(z.string()),
    author: z.object({}),
    noteId: z.string(),
    user_ids: z.array(z.string()),
    id: z.string(),
    timeout_seconds: z.number(),
    max_results: z.number().describe("Largest number of results to return."),
    createdAt: z.string(),
    anything: z.any(),
    value: z.union([z.string(), z.number()]),
  }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'createdAt'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 20,
          column: 5,
          endLine: 20,
          endColumn: 14,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Time when it was created." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    title: z.string(),
    count: z.number().default(3),
    archived: z.boolean().optional(),
    include_drafts: z.boolean(),
    isPublic: z.boolean(),
    order: z.enum(["asc", "desc"]).default("asc"),
    mode: z.union([z.literal("fast"), z.literal("exact")]),
    tags: z.array(z.string()),
    access: z.array(z.string()),
    labels: z.record(z.string()),
    author: z.object({}),
    noteId: z.string(),
    user_ids: z.array(z.string()),
    id: z.string(),
    timeout_seconds: z.number(),
    max_results: z.number(),
    createdAt: z.string().describe("Time when it was created."),
    anything: z.any(),
    value: z.union([z.string(), z.number()]),
  }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'anything'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 21,
          column: 5,
          endLine: 21,
          endColumn: 13,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Anything, in any form." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    title: z.string(),
    count: z.number().default(3),
    archived: z.boolean().optional(),
    include_drafts: z.boolean(),
    isPublic: z.boolean(),
    order: z.enum(["asc", "desc"]).default("asc"),
    mode: z.union([z.literal("fast"), z.literal("exact")]),
    tags: z.array(z.string()),
    access: z.array(z.string()),
    labels: z.record(z.string()),
    author: z.object({}),
    noteId: z.string(),
    user_ids: z.array(z.string()),
    id: z.string(),
    timeout_seconds: z.number(),
    max_results: z.number(),
    createdAt: z.string(),
    anything: z.any().describe("Anything, in any form."),
    value: z.union([z.string(), z.number()]),
  }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'value'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 22,
          column: 5,
          endLine: 22,
          endColumn: 10,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Value, in one of several forms." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    title: z.string(),
    count: z.number().default(3),
    archived: z.boolean().optional(),
    include_drafts: z.boolean(),
    isPublic: z.boolean(),
    order: z.enum(["asc", "desc"]).default("asc"),
    mode: z.union([z.literal("fast"), z.literal("exact")]),
    tags: z.array(z.string()),
    access: z.array(z.string()),
    labels: z.record(z.string()),
    author: z.object({}),
    noteId: z.string(),
    user_ids: z.array(z.string()),
    id: z.string(),
    timeout_seconds: z.number(),
    max_results: z.number(),
    createdAt: z.string(),
    anything: z.any(),
    value: z.union([z.string(), z.number()]).describe("Value, in one of several forms."),
  }, stake: "low" },
});
`,
            },
          ],
        },
      ],
    },
    {
      name: "descriptions of a part don't count",
      code: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    tags: z.string().describe("A tag.").array(),
    when: z.string().describe("A date.").or(z.number()),
    both: z.object({}).describe("One half.").and(z.object({})),
    list: z.array(z.string().describe("A tag.")),
    one: z.union([z.string().describe("A name."), z.number().describe("A number.")]),
    title: z.string().meta({ title: "Title" }),
  }, stake: "low" },
});
`,
      output: null,
      errors: [
        {
          messageId: "missing",
          data: {
            parameter: "'tags'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 4,
          column: 5,
          endLine: 4,
          endColumn: 9,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "List of tags." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    tags: z.string().describe("A tag.").array().describe("List of tags."),
    when: z.string().describe("A date.").or(z.number()),
    both: z.object({}).describe("One half.").and(z.object({})),
    list: z.array(z.string().describe("A tag.")),
    one: z.union([z.string().describe("A name."), z.number().describe("A number.")]),
    title: z.string().meta({ title: "Title" }),
  }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'when'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 5,
          column: 5,
          endLine: 5,
          endColumn: 9,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "When, in one of several forms." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    tags: z.string().describe("A tag.").array(),
    when: z.string().describe("A date.").or(z.number()).describe("When, in one of several forms."),
    both: z.object({}).describe("One half.").and(z.object({})),
    list: z.array(z.string().describe("A tag.")),
    one: z.union([z.string().describe("A name."), z.number().describe("A number.")]),
    title: z.string().meta({ title: "Title" }),
  }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'both'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 6,
          column: 5,
          endLine: 6,
          endColumn: 9,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Both, as an object." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    tags: z.string().describe("A tag.").array(),
    when: z.string().describe("A date.").or(z.number()),
    both: z.object({}).describe("One half.").and(z.object({})).describe("Both, as an object."),
    list: z.array(z.string().describe("A tag.")),
    one: z.union([z.string().describe("A name."), z.number().describe("A number.")]),
    title: z.string().meta({ title: "Title" }),
  }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'list'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 7,
          column: 5,
          endLine: 7,
          endColumn: 9,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "List, as a list." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    tags: z.string().describe("A tag.").array(),
    when: z.string().describe("A date.").or(z.number()),
    both: z.object({}).describe("One half.").and(z.object({})),
    list: z.array(z.string().describe("A tag.")).describe("List, as a list."),
    one: z.union([z.string().describe("A name."), z.number().describe("A number.")]),
    title: z.string().meta({ title: "Title" }),
  }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'one'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 8,
          column: 5,
          endLine: 8,
          endColumn: 8,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "One, in one of several forms." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    tags: z.string().describe("A tag.").array(),
    when: z.string().describe("A date.").or(z.number()),
    both: z.object({}).describe("One half.").and(z.object({})),
    list: z.array(z.string().describe("A tag.")),
    one: z.union([z.string().describe("A name."), z.number().describe("A number.")]).describe("One, in one of several forms."),
    title: z.string().meta({ title: "Title" }),
  }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'title'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 9,
          column: 5,
          endLine: 9,
          endColumn: 10,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Title of the note." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    tags: z.string().describe("A tag.").array(),
    when: z.string().describe("A date.").or(z.number()),
    both: z.object({}).describe("One half.").and(z.object({})),
    list: z.array(z.string().describe("A tag.")),
    one: z.union([z.string().describe("A name."), z.number().describe("A number.")]),
    title: z.string().meta({ title: "Title" }).describe("Title of the note."),
  }, stake: "low" },
});
`,
            },
          ],
        },
      ],
    },
    {
      name: "inside nested objects, lists, unions and records",
      code: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    note: z.object({ author: z.object({ name: z.string() }).describe("Author.") }).describe("The note."),
    edits: z.array(z.object({ line: z.number() })).describe("Edits."),
    target: z.union([z.object({ user: z.string() }), z.object({ team: z.string() })]).describe("Target."),
    labels: z.record(z.string(), z.object({ color: z.string() })).describe("Labels."),
    pair: z.tuple([z.object({ left: z.string() })]).describe("Pair."),
    range: z.object({ from: z.string() }).and(z.object({ to: z.string() })).describe("Range."),
  }, stake: "low" },
});
`,
      output: null,
      errors: [
        {
          messageId: "missing",
          data: {
            parameter: "'note.author.name'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 4,
          column: 41,
          endLine: 4,
          endColumn: 45,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Name of the author." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    note: z.object({ author: z.object({ name: z.string().describe("Name of the author.") }).describe("Author.") }).describe("The note."),
    edits: z.array(z.object({ line: z.number() })).describe("Edits."),
    target: z.union([z.object({ user: z.string() }), z.object({ team: z.string() })]).describe("Target."),
    labels: z.record(z.string(), z.object({ color: z.string() })).describe("Labels."),
    pair: z.tuple([z.object({ left: z.string() })]).describe("Pair."),
    range: z.object({ from: z.string() }).and(z.object({ to: z.string() })).describe("Range."),
  }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'edits[].line'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 5,
          column: 31,
          endLine: 5,
          endColumn: 35,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Line, as a number." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    note: z.object({ author: z.object({ name: z.string() }).describe("Author.") }).describe("The note."),
    edits: z.array(z.object({ line: z.number().describe("Line, as a number.") })).describe("Edits."),
    target: z.union([z.object({ user: z.string() }), z.object({ team: z.string() })]).describe("Target."),
    labels: z.record(z.string(), z.object({ color: z.string() })).describe("Labels."),
    pair: z.tuple([z.object({ left: z.string() })]).describe("Pair."),
    range: z.object({ from: z.string() }).and(z.object({ to: z.string() })).describe("Range."),
  }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'target.user'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 6,
          column: 33,
          endLine: 6,
          endColumn: 37,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "User, as text." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    note: z.object({ author: z.object({ name: z.string() }).describe("Author.") }).describe("The note."),
    edits: z.array(z.object({ line: z.number() })).describe("Edits."),
    target: z.union([z.object({ user: z.string().describe("User, as text.") }), z.object({ team: z.string() })]).describe("Target."),
    labels: z.record(z.string(), z.object({ color: z.string() })).describe("Labels."),
    pair: z.tuple([z.object({ left: z.string() })]).describe("Pair."),
    range: z.object({ from: z.string() }).and(z.object({ to: z.string() })).describe("Range."),
  }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'target.team'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 6,
          column: 65,
          endLine: 6,
          endColumn: 69,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Team, as text." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    note: z.object({ author: z.object({ name: z.string() }).describe("Author.") }).describe("The note."),
    edits: z.array(z.object({ line: z.number() })).describe("Edits."),
    target: z.union([z.object({ user: z.string() }), z.object({ team: z.string().describe("Team, as text.") })]).describe("Target."),
    labels: z.record(z.string(), z.object({ color: z.string() })).describe("Labels."),
    pair: z.tuple([z.object({ left: z.string() })]).describe("Pair."),
    range: z.object({ from: z.string() }).and(z.object({ to: z.string() })).describe("Range."),
  }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'labels.*.color'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 7,
          column: 45,
          endLine: 7,
          endColumn: 50,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Color, as text." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    note: z.object({ author: z.object({ name: z.string() }).describe("Author.") }).describe("The note."),
    edits: z.array(z.object({ line: z.number() })).describe("Edits."),
    target: z.union([z.object({ user: z.string() }), z.object({ team: z.string() })]).describe("Target."),
    labels: z.record(z.string(), z.object({ color: z.string().describe("Color, as text.") })).describe("Labels."),
    pair: z.tuple([z.object({ left: z.string() })]).describe("Pair."),
    range: z.object({ from: z.string() }).and(z.object({ to: z.string() })).describe("Range."),
  }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'pair[].left'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 8,
          column: 31,
          endLine: 8,
          endColumn: 35,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Left, as text." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    note: z.object({ author: z.object({ name: z.string() }).describe("Author.") }).describe("The note."),
    edits: z.array(z.object({ line: z.number() })).describe("Edits."),
    target: z.union([z.object({ user: z.string() }), z.object({ team: z.string() })]).describe("Target."),
    labels: z.record(z.string(), z.object({ color: z.string() })).describe("Labels."),
    pair: z.tuple([z.object({ left: z.string().describe("Left, as text.") })]).describe("Pair."),
    range: z.object({ from: z.string() }).and(z.object({ to: z.string() })).describe("Range."),
  }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'range.from'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 9,
          column: 23,
          endLine: 9,
          endColumn: 27,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "From, as text." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    note: z.object({ author: z.object({ name: z.string() }).describe("Author.") }).describe("The note."),
    edits: z.array(z.object({ line: z.number() })).describe("Edits."),
    target: z.union([z.object({ user: z.string() }), z.object({ team: z.string() })]).describe("Target."),
    labels: z.record(z.string(), z.object({ color: z.string() })).describe("Labels."),
    pair: z.tuple([z.object({ left: z.string() })]).describe("Pair."),
    range: z.object({ from: z.string().describe("From, as text.") }).and(z.object({ to: z.string() })).describe("Range."),
  }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'range.to'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 9,
          column: 58,
          endLine: 9,
          endColumn: 60,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "To, as text." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    note: z.object({ author: z.object({ name: z.string() }).describe("Author.") }).describe("The note."),
    edits: z.array(z.object({ line: z.number() })).describe("Edits."),
    target: z.union([z.object({ user: z.string() }), z.object({ team: z.string() })]).describe("Target."),
    labels: z.record(z.string(), z.object({ color: z.string() })).describe("Labels."),
    pair: z.tuple([z.object({ left: z.string() })]).describe("Pair."),
    range: z.object({ from: z.string() }).and(z.object({ to: z.string().describe("To, as text.") })).describe("Range."),
  }, stake: "low" },
});
`,
            },
          ],
        },
      ],
    },
    {
      name: "members of a discriminated union, but for the discriminator",
      code: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    target: z.discriminatedUnion("type", [
      z.object({ type: z.literal("user"), id: z.string() }),
      z.object({ type: z.literal("team"), id: z.string() }),
    ]),
  }, stake: "low" },
});
`,
      output: null,
      errors: [
        {
          messageId: "missing",
          data: {
            parameter: "'target'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 4,
          column: 5,
          endLine: 4,
          endColumn: 11,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Target, in one of several forms." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    target: z.discriminatedUnion("type", [
      z.object({ type: z.literal("user"), id: z.string() }),
      z.object({ type: z.literal("team"), id: z.string() }),
    ]).describe("Target, in one of several forms."),
  }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'target.id'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 5,
          column: 43,
          endLine: 5,
          endColumn: 45,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "ID of the target." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    target: z.discriminatedUnion("type", [
      z.object({ type: z.literal("user"), id: z.string().describe("ID of the target.") }),
      z.object({ type: z.literal("team"), id: z.string() }),
    ]),
  }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'target.id'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 6,
          column: 43,
          endLine: 6,
          endColumn: 45,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "ID of the target." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    target: z.discriminatedUnion("type", [
      z.object({ type: z.literal("user"), id: z.string() }),
      z.object({ type: z.literal("team"), id: z.string().describe("ID of the target.") }),
    ]),
  }, stake: "low" },
});
`,
            },
          ],
        },
      ],
    },
    {
      name: "derived schemas",
      code: `const Base = z.object({ id: z.string(), text: z.string() });
const Other = z.object({ place: z.string() });
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: Base.pick({ text: true }).extend({ title: z.string() }).merge(Other).partial().strict(), stake: "low" },
});
`,
      output: null,
      errors: [
        {
          messageId: "missing",
          data: {
            parameter: "'text'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 1,
          column: 41,
          endLine: 1,
          endColumn: 45,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Text, as a string." },
              output: `const Base = z.object({ id: z.string(), text: z.string().describe("Text, as a string.") });
const Other = z.object({ place: z.string() });
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: Base.pick({ text: true }).extend({ title: z.string() }).merge(Other).partial().strict(), stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'place'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 2,
          column: 26,
          endLine: 2,
          endColumn: 31,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Place, as text." },
              output: `const Base = z.object({ id: z.string(), text: z.string() });
const Other = z.object({ place: z.string().describe("Place, as text.") });
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: Base.pick({ text: true }).extend({ title: z.string() }).merge(Other).partial().strict(), stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'title'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 4,
          column: 86,
          endLine: 4,
          endColumn: 91,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Title of the note." },
              output: `const Base = z.object({ id: z.string(), text: z.string() });
const Other = z.object({ place: z.string() });
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: Base.pick({ text: true }).extend({ title: z.string().describe("Title of the note.") }).merge(Other).partial().strict(), stake: "low" },
});
`,
            },
          ],
        },
      ],
    },
    {
      name: "a spread shape, a shape's field and keyof",
      code: `const Base = z.object({ text: z.string() });
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: { ...Base.shape, other: Base.shape.text, field: Base.keyof() }, stake: "low" },
});
`,
      output: null,
      errors: [
        {
          messageId: "missing",
          data: {
            parameter: "'text'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 1,
          column: 25,
          endLine: 1,
          endColumn: 29,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Text, as a string." },
              output: `const Base = z.object({ text: z.string().describe("Text, as a string.") });
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: { ...Base.shape, other: Base.shape.text, field: Base.keyof() }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'other'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 3,
          column: 68,
          endLine: 3,
          endColumn: 73,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Other, as text." },
              output: `const Base = z.object({ text: z.string() });
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: { ...Base.shape, other: Base.shape.text.describe("Other, as text."), field: Base.keyof() }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'field'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 3,
          column: 92,
          endLine: 3,
          endColumn: 97,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Field, one of these: text." },
              output: `const Base = z.object({ text: z.string() });
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: { ...Base.shape, other: Base.shape.text, field: Base.keyof().describe("Field, one of these: text.") }, stake: "low" },
});
`,
            },
          ],
        },
      ],
    },
    {
      name: "fields that two tools spread are reported once",
      code: `
const Paging = { limit: z.number() };
export const TOOLS = createToolsRecord({
  list_notes: { description: "List notes.", schema: { ...Paging }, stake: "low" },
  list_tags: { description: "List tags.", schema: { ...Paging }, stake: "low" },
});
`,
      output: null,
      errors: [
        {
          messageId: "missing",
          data: {
            parameter: "'limit'",
            tool: "'list_notes'",
            how: "a `.describe()`",
          },
          line: 2,
          column: 18,
          endLine: 2,
          endColumn: 23,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Largest number of results to return." },
              output: `
const Paging = { limit: z.number().describe("Largest number of results to return.") };
export const TOOLS = createToolsRecord({
  list_notes: { description: "List notes.", schema: { ...Paging }, stake: "low" },
  list_tags: { description: "List tags.", schema: { ...Paging }, stake: "low" },
});
`,
            },
          ],
        },
      ],
    },
    {
      name: "a schema that holds itself is read once",
      code: `const Node = z.object({ left: z.lazy(() => Node), right: z.lazy(() => Node), value: z.number() });
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: { tree: Node.describe("The tree.") }, stake: "low" },
});
`,
      output: null,
      errors: [
        {
          messageId: "missing",
          data: {
            parameter: "'tree.value'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 1,
          column: 78,
          endLine: 1,
          endColumn: 83,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Value, as a number." },
              output: `const Node = z.object({ left: z.lazy(() => Node), right: z.lazy(() => Node), value: z.number().describe("Value, as a number.") });
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: { tree: Node.describe("The tree.") }, stake: "low" },
});
`,
            },
          ],
        },
      ],
    },
    {
      name: "a field that is only named",
      code: `const limit = z.number();
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: { limit }, stake: "low" },
});
`,
      output: null,
      errors: [
        {
          messageId: "missing",
          data: {
            parameter: "'limit'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 3,
          column: 53,
          endLine: 3,
          endColumn: 58,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Largest number of results to return." },
              output: `const limit = z.number();
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: { limit: limit.describe("Largest number of results to return.") }, stake: "low" },
});
`,
            },
          ],
        },
      ],
    },
    {
      name: "imported fields are reported where the tool takes them",
      code: `
import { NoteSchema, PagingFields } from "./schemas";
export const TOOLS = createToolsRecord({
  list_notes: { description: "List notes.", schema: PagingFields, stake: "low" },
  add_note: { description: "Add a note.", schema: { ...NoteSchema.shape }, stake: "low" },
});
`,
      filename: fixture("shared-schemas/metadata.ts"),
      output: null,
      errors: [
        {
          messageId: "missingElsewhere",
          data: {
            parameter: "'limit'",
            tool: "'list_notes'",
            file: "tests/rules/fixtures/shared-schemas/schemas.ts",
            line: 5,
            how: "a `.describe()`",
          },
          line: 4,
          column: 53,
          endLine: 4,
          endColumn: 65,
        },
        {
          messageId: "missingElsewhere",
          data: {
            parameter: "'text'",
            tool: "'add_note'",
            file: "tests/rules/fixtures/shared-schemas/schemas.ts",
            line: 10,
            how: "a `.describe()`",
          },
          line: 5,
          column: 51,
          endLine: 5,
          endColumn: 74,
        },
      ],
    },
    {
      name: "imported fields inside a field, and in a schema of many lines",
      code: `
import { NoteSchema, PagingFields } from "./schemas";
export const TOOLS = createToolsRecord({
  add_note: {
    description: "Add a note.",
    schema: {
      note: NoteSchema.describe("The note to add."),
      ...PagingFields,
    },
    stake: "low",
  },
});
`,
      filename: fixture("shared-schemas/metadata.ts"),
      output: null,
      errors: [
        {
          messageId: "missingElsewhere",
          data: {
            parameter: "'limit'",
            tool: "'add_note'",
            file: "tests/rules/fixtures/shared-schemas/schemas.ts",
            line: 5,
            how: "a `.describe()`",
          },
          line: 4,
          column: 3,
          endLine: 4,
          endColumn: 11,
        },
        {
          messageId: "missingElsewhere",
          data: {
            parameter: "'note.text'",
            tool: "'add_note'",
            file: "tests/rules/fixtures/shared-schemas/schemas.ts",
            line: 10,
            how: "a `.describe()`",
          },
          line: 7,
          column: 7,
          endLine: 7,
          endColumn: 11,
        },
      ],
    },
    {
      name: "an empty text from another file",
      code: `
import { EMPTY } from "./schemas";
export const TOOLS = createToolsRecord({ add_note: { description: "Add a note.", schema: { text: z.string().describe(EMPTY) }, stake: "low" } });
`,
      filename: fixture("shared-schemas/metadata.ts"),
      output: null,
      errors: [
        {
          messageId: "empty",
          data: {
            parameter: "'text'",
            tool: "'add_note'",
            where:
              " (in tests/rules/fixtures/shared-schemas/schemas.ts, line 13)",
          },
          line: 3,
          column: 92,
          endLine: 3,
          endColumn: 96,
        },
      ],
    },
    {
      name: "zodToJsonSchema(z.object(…)) in a list of the server object",
      code: `
export const NOTES_SERVER = {
  serverInfo: { name: "notes", version: "1.0.0" },
  tools: [{ name: "add_note", description: "Add a note.", inputSchema: zodToJsonSchema(z.object({ text: z.string() })) as JSONSchema }],
  tools_stakes: { add_note: "low" },
};
`,
      output: null,
      errors: [
        {
          messageId: "missing",
          data: {
            parameter: "'text'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 4,
          column: 99,
          endLine: 4,
          endColumn: 103,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Text, as a string." },
              output: `
export const NOTES_SERVER = {
  serverInfo: { name: "notes", version: "1.0.0" },
  tools: [{ name: "add_note", description: "Add a note.", inputSchema: zodToJsonSchema(z.object({ text: z.string().describe("Text, as a string.") })) as JSONSchema }],
  tools_stakes: { add_note: "low" },
};
`,
            },
          ],
        },
      ],
    },
    {
      name: "every other dialect",
      code: `
server.tool("add_one", "Add one.", { one: z.string() }, async () => result);
server.registerTool("add_two", { description: "Add two.", inputSchema: { two: z.string() } }, async () => result);
server.addTool({ name: "add_three", description: "Add three.", parameters: z.object({ three: z.string() }), execute: async () => "" });
const ARRAY = [{ name: "add_four", description: "Add four.", schema: { four: z.string() }, stake: "low" }] as const;
class AddFive extends Tool {
  name = "add_five";
  description = "Add five.";
  constructor() { super({ inputSchema: z.object({ five: z.string() }) }); }
}
`,
      output: null,
      errors: [
        {
          messageId: "missing",
          data: {
            parameter: "'one'",
            tool: "'add_one'",
            how: "a `.describe()`",
          },
          line: 2,
          column: 38,
          endLine: 2,
          endColumn: 41,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "One, as text." },
              output: `
server.tool("add_one", "Add one.", { one: z.string().describe("One, as text.") }, async () => result);
server.registerTool("add_two", { description: "Add two.", inputSchema: { two: z.string() } }, async () => result);
server.addTool({ name: "add_three", description: "Add three.", parameters: z.object({ three: z.string() }), execute: async () => "" });
const ARRAY = [{ name: "add_four", description: "Add four.", schema: { four: z.string() }, stake: "low" }] as const;
class AddFive extends Tool {
  name = "add_five";
  description = "Add five.";
  constructor() { super({ inputSchema: z.object({ five: z.string() }) }); }
}
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'two'",
            tool: "'add_two'",
            how: "a `.describe()`",
          },
          line: 3,
          column: 74,
          endLine: 3,
          endColumn: 77,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Two, as text." },
              output: `
server.tool("add_one", "Add one.", { one: z.string() }, async () => result);
server.registerTool("add_two", { description: "Add two.", inputSchema: { two: z.string().describe("Two, as text.") } }, async () => result);
server.addTool({ name: "add_three", description: "Add three.", parameters: z.object({ three: z.string() }), execute: async () => "" });
const ARRAY = [{ name: "add_four", description: "Add four.", schema: { four: z.string() }, stake: "low" }] as const;
class AddFive extends Tool {
  name = "add_five";
  description = "Add five.";
  constructor() { super({ inputSchema: z.object({ five: z.string() }) }); }
}
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'three'",
            tool: "'add_three'",
            how: "a `.describe()`",
          },
          line: 4,
          column: 87,
          endLine: 4,
          endColumn: 92,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Three, as text." },
              output: `
server.tool("add_one", "Add one.", { one: z.string() }, async () => result);
server.registerTool("add_two", { description: "Add two.", inputSchema: { two: z.string() } }, async () => result);
server.addTool({ name: "add_three", description: "Add three.", parameters: z.object({ three: z.string().describe("Three, as text.") }), execute: async () => "" });
const ARRAY = [{ name: "add_four", description: "Add four.", schema: { four: z.string() }, stake: "low" }] as const;
class AddFive extends Tool {
  name = "add_five";
  description = "Add five.";
  constructor() { super({ inputSchema: z.object({ five: z.string() }) }); }
}
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'four'",
            tool: "'add_four'",
            how: "a `.describe()`",
          },
          line: 5,
          column: 72,
          endLine: 5,
          endColumn: 76,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Four, as text." },
              output: `
server.tool("add_one", "Add one.", { one: z.string() }, async () => result);
server.registerTool("add_two", { description: "Add two.", inputSchema: { two: z.string() } }, async () => result);
server.addTool({ name: "add_three", description: "Add three.", parameters: z.object({ three: z.string() }), execute: async () => "" });
const ARRAY = [{ name: "add_four", description: "Add four.", schema: { four: z.string().describe("Four, as text.") }, stake: "low" }] as const;
class AddFive extends Tool {
  name = "add_five";
  description = "Add five.";
  constructor() { super({ inputSchema: z.object({ five: z.string() }) }); }
}
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'five'",
            tool: "'add_five'",
            how: "a `.describe()`",
          },
          line: 9,
          column: 51,
          endLine: 9,
          endColumn: 55,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Five, as text." },
              output: `
server.tool("add_one", "Add one.", { one: z.string() }, async () => result);
server.registerTool("add_two", { description: "Add two.", inputSchema: { two: z.string() } }, async () => result);
server.addTool({ name: "add_three", description: "Add three.", parameters: z.object({ three: z.string() }), execute: async () => "" });
const ARRAY = [{ name: "add_four", description: "Add four.", schema: { four: z.string() }, stake: "low" }] as const;
class AddFive extends Tool {
  name = "add_five";
  description = "Add five.";
  constructor() { super({ inputSchema: z.object({ five: z.string().describe("Five, as text.") }) }); }
}
`,
            },
          ],
        },
      ],
    },
    {
      name: "a JSON schema, nested",
      code: `
export const tool = {
  name: "add_note",
  description: "Add a note.",
  inputSchema: {
    type: "object",
    properties: {
      text: { type: "string" },
      when: { type: ["string", "null"], default: "now" },
      order: {
        type: "string",
        enum: ["asc", "desc"],
      },
      author: { type: "object", description: "Author.", properties: { name: { type: "string" } } },
      tags: { type: "array", description: "Tags.", items: { type: "object", properties: { color: { type: "string" } } } },
      place: { description: "Place.", anyOf: [{ type: "object", properties: { city: { type: "string" } } }] },
      empty: { type: "string", description: "" },
      nothing: {},
    },
  },
};
`,
      output: null,
      errors: [
        {
          messageId: "missing",
          data: {
            parameter: "'text'",
            tool: "'add_note'",
            how: "a `description`",
          },
          line: 8,
          column: 7,
          endLine: 8,
          endColumn: 11,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Text, as a string." },
              output: `
export const tool = {
  name: "add_note",
  description: "Add a note.",
  inputSchema: {
    type: "object",
    properties: {
      text: { type: "string", description: "Text, as a string." },
      when: { type: ["string", "null"], default: "now" },
      order: {
        type: "string",
        enum: ["asc", "desc"],
      },
      author: { type: "object", description: "Author.", properties: { name: { type: "string" } } },
      tags: { type: "array", description: "Tags.", items: { type: "object", properties: { color: { type: "string" } } } },
      place: { description: "Place.", anyOf: [{ type: "object", properties: { city: { type: "string" } } }] },
      empty: { type: "string", description: "" },
      nothing: {},
    },
  },
};
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'when'",
            tool: "'add_note'",
            how: "a `description`",
          },
          line: 9,
          column: 7,
          endLine: 9,
          endColumn: 11,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "When, as text. Defaults to 'now'." },
              output: `
export const tool = {
  name: "add_note",
  description: "Add a note.",
  inputSchema: {
    type: "object",
    properties: {
      text: { type: "string" },
      when: { type: ["string", "null"], description: "When, as text. Defaults to 'now'.", default: "now" },
      order: {
        type: "string",
        enum: ["asc", "desc"],
      },
      author: { type: "object", description: "Author.", properties: { name: { type: "string" } } },
      tags: { type: "array", description: "Tags.", items: { type: "object", properties: { color: { type: "string" } } } },
      place: { description: "Place.", anyOf: [{ type: "object", properties: { city: { type: "string" } } }] },
      empty: { type: "string", description: "" },
      nothing: {},
    },
  },
};
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'order'",
            tool: "'add_note'",
            how: "a `description`",
          },
          line: 10,
          column: 7,
          endLine: 10,
          endColumn: 12,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Order, one of these: asc or desc." },
              output: `
export const tool = {
  name: "add_note",
  description: "Add a note.",
  inputSchema: {
    type: "object",
    properties: {
      text: { type: "string" },
      when: { type: ["string", "null"], default: "now" },
      order: {
        type: "string",
        description: "Order, one of these: asc or desc.",
        enum: ["asc", "desc"],
      },
      author: { type: "object", description: "Author.", properties: { name: { type: "string" } } },
      tags: { type: "array", description: "Tags.", items: { type: "object", properties: { color: { type: "string" } } } },
      place: { description: "Place.", anyOf: [{ type: "object", properties: { city: { type: "string" } } }] },
      empty: { type: "string", description: "" },
      nothing: {},
    },
  },
};
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'author.name'",
            tool: "'add_note'",
            how: "a `description`",
          },
          line: 14,
          column: 71,
          endLine: 14,
          endColumn: 75,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Name of the author." },
              output: `
export const tool = {
  name: "add_note",
  description: "Add a note.",
  inputSchema: {
    type: "object",
    properties: {
      text: { type: "string" },
      when: { type: ["string", "null"], default: "now" },
      order: {
        type: "string",
        enum: ["asc", "desc"],
      },
      author: { type: "object", description: "Author.", properties: { name: { type: "string", description: "Name of the author." } } },
      tags: { type: "array", description: "Tags.", items: { type: "object", properties: { color: { type: "string" } } } },
      place: { description: "Place.", anyOf: [{ type: "object", properties: { city: { type: "string" } } }] },
      empty: { type: "string", description: "" },
      nothing: {},
    },
  },
};
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'tags[].color'",
            tool: "'add_note'",
            how: "a `description`",
          },
          line: 15,
          column: 91,
          endLine: 15,
          endColumn: 96,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Color, as text." },
              output: `
export const tool = {
  name: "add_note",
  description: "Add a note.",
  inputSchema: {
    type: "object",
    properties: {
      text: { type: "string" },
      when: { type: ["string", "null"], default: "now" },
      order: {
        type: "string",
        enum: ["asc", "desc"],
      },
      author: { type: "object", description: "Author.", properties: { name: { type: "string" } } },
      tags: { type: "array", description: "Tags.", items: { type: "object", properties: { color: { type: "string", description: "Color, as text." } } } },
      place: { description: "Place.", anyOf: [{ type: "object", properties: { city: { type: "string" } } }] },
      empty: { type: "string", description: "" },
      nothing: {},
    },
  },
};
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'place.city'",
            tool: "'add_note'",
            how: "a `description`",
          },
          line: 16,
          column: 79,
          endLine: 16,
          endColumn: 83,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "City, as text." },
              output: `
export const tool = {
  name: "add_note",
  description: "Add a note.",
  inputSchema: {
    type: "object",
    properties: {
      text: { type: "string" },
      when: { type: ["string", "null"], default: "now" },
      order: {
        type: "string",
        enum: ["asc", "desc"],
      },
      author: { type: "object", description: "Author.", properties: { name: { type: "string" } } },
      tags: { type: "array", description: "Tags.", items: { type: "object", properties: { color: { type: "string" } } } },
      place: { description: "Place.", anyOf: [{ type: "object", properties: { city: { type: "string", description: "City, as text." } } }] },
      empty: { type: "string", description: "" },
      nothing: {},
    },
  },
};
`,
            },
          ],
        },
        {
          messageId: "empty",
          data: { parameter: "'empty'", tool: "'add_note'", where: "" },
          line: 17,
          column: 7,
          endLine: 17,
          endColumn: 12,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Empty, as text." },
              output: `
export const tool = {
  name: "add_note",
  description: "Add a note.",
  inputSchema: {
    type: "object",
    properties: {
      text: { type: "string" },
      when: { type: ["string", "null"], default: "now" },
      order: {
        type: "string",
        enum: ["asc", "desc"],
      },
      author: { type: "object", description: "Author.", properties: { name: { type: "string" } } },
      tags: { type: "array", description: "Tags.", items: { type: "object", properties: { color: { type: "string" } } } },
      place: { description: "Place.", anyOf: [{ type: "object", properties: { city: { type: "string" } } }] },
      empty: { type: "string", description: "Empty, as text." },
      nothing: {},
    },
  },
};
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'nothing'",
            tool: "'add_note'",
            how: "a `description`",
          },
          line: 18,
          column: 7,
          endLine: 18,
          endColumn: 14,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Nothing, in any form." },
              output: `
export const tool = {
  name: "add_note",
  description: "Add a note.",
  inputSchema: {
    type: "object",
    properties: {
      text: { type: "string" },
      when: { type: ["string", "null"], default: "now" },
      order: {
        type: "string",
        enum: ["asc", "desc"],
      },
      author: { type: "object", description: "Author.", properties: { name: { type: "string" } } },
      tags: { type: "array", description: "Tags.", items: { type: "object", properties: { color: { type: "string" } } } },
      place: { description: "Place.", anyOf: [{ type: "object", properties: { city: { type: "string" } } }] },
      empty: { type: "string", description: "" },
      nothing: { description: "Nothing, in any form." },
    },
  },
};
`,
            },
          ],
        },
      ],
    },
    {
      name: "empty descriptions",
      code: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: { text: z.string().describe(""), title: z.string().describe("  "), tag: z.string().meta({ description: '' }) }, stake: "low" },
});
`,
      output: null,
      errors: [
        {
          messageId: "empty",
          data: { parameter: "'text'", tool: "'add_note'", where: "" },
          line: 3,
          column: 53,
          endLine: 3,
          endColumn: 57,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Text, as a string." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: { text: z.string().describe("Text, as a string."), title: z.string().describe("  "), tag: z.string().meta({ description: '' }) }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "empty",
          data: { parameter: "'title'", tool: "'add_note'", where: "" },
          line: 3,
          column: 84,
          endLine: 3,
          endColumn: 89,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Title of the note." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: { text: z.string().describe(""), title: z.string().describe("Title of the note."), tag: z.string().meta({ description: '' }) }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "empty",
          data: { parameter: "'tag'", tool: "'add_note'", where: "" },
          line: 3,
          column: 118,
          endLine: 3,
          endColumn: 121,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Tag, as text." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: { text: z.string().describe(""), title: z.string().describe("  "), tag: z.string().meta({ description: 'Tag, as text.' }) }, stake: "low" },
});
`,
            },
          ],
        },
      ],
    },
    {
      name: "an empty constant that others may share is left alone",
      code: `const NONE = "";
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: { text: z.string().describe(NONE) }, stake: "low" },
});
`,
      output: null,
      errors: [
        {
          messageId: "empty",
          data: { parameter: "'text'", tool: "'add_note'", where: "" },
          line: 3,
          column: 53,
          endLine: 3,
          endColumn: 57,
        },
      ],
    },
    {
      name: "as an autofix",
      code: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    text: z.string(),
    limit: z.number().default(5), // at most
    note: z.object({ id: z.string() }),
  }, stake: "low" },
});
`,
      options: [{ autofix: true }],
      output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    text: z.string().describe("Text, as a string."),
    limit: z.number().default(5).describe("Largest number of results to return. Defaults to 5."), // at most
    note: z.object({ id: z.string().describe("ID of the note.") }).describe("Note, with these fields."),
  }, stake: "low" },
});
`,
      errors: [
        {
          messageId: "missing",
          data: {
            parameter: "'text'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 4,
          column: 5,
          endLine: 4,
          endColumn: 9,
        },
        {
          messageId: "missing",
          data: {
            parameter: "'limit'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 5,
          column: 5,
          endLine: 5,
          endColumn: 10,
        },
        {
          messageId: "missing",
          data: {
            parameter: "'note'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 6,
          column: 5,
          endLine: 6,
          endColumn: 9,
        },
        {
          messageId: "missing",
          data: {
            parameter: "'note.id'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 6,
          column: 22,
          endLine: 6,
          endColumn: 24,
        },
      ],
    },
    {
      name: "only the name again, by option",
      code: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    noteId: z.string().describe("The note ID"),
    title: z.string().describe("Title"),
    tags: z.array(z.string()).describe("Tags that every note must have."),
  }, stake: "low" },
});
`,
      options: [{ reportNameRepetition: true }],
      output: null,
      errors: [
        {
          messageId: "repeatsName",
          data: { parameter: "'noteId'", tool: "'add_note'", where: "" },
          line: 4,
          column: 5,
          endLine: 4,
          endColumn: 11,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "ID of the note, as text." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    noteId: z.string().describe("ID of the note, as text."),
    title: z.string().describe("Title"),
    tags: z.array(z.string()).describe("Tags that every note must have."),
  }, stake: "low" },
});
`,
            },
          ],
        },
        {
          messageId: "repeatsName",
          data: { parameter: "'title'", tool: "'add_note'", where: "" },
          line: 5,
          column: 5,
          endLine: 5,
          endColumn: 10,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Title of the note." },
              output: `
export const TOOLS = createToolsRecord({
  add_note: { description: "Add a note.", schema: {
    noteId: z.string().describe("The note ID"),
    title: z.string().describe("Title of the note."),
    tags: z.array(z.string()).describe("Tags that every note must have."),
  }, stake: "low" },
});
`,
            },
          ],
        },
      ],
    },
    {
      name: "a name that can't be read",
      code: `
export const TOOLS = [{ name: nameOf("x"), description: "Add a note.", schema: { id: z.string() }, stake: "low" }];
`,
      output: null,
      errors: [
        {
          messageId: "missing",
          data: {
            parameter: "'id'",
            tool: "this tool",
            how: "a `.describe()`",
          },
          line: 2,
          column: 82,
          endLine: 2,
          endColumn: 84,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "ID of the item." },
              output: `
export const TOOLS = [{ name: nameOf("x"), description: "Add a note.", schema: { id: z.string().describe("ID of the item.") }, stake: "low" }];
`,
            },
          ],
        },
      ],
    },
    {
      name: "Zod Mini, whose schemas have no .describe()",
      code: `
import * as z from "zod/mini";
const Tag = z.string();
server.registerTool("add_note", { description: "Add a note.", inputSchema: {
  text: z.string().check(z.minLength(1)),
  limit: z._default(z.number(), 10),
  tag: Tag,
  other: Tag.check(z.minLength(1)),
  done: z.string().check(z.describe("Text.")),
  kept: z.optional(z.string().register(z.globalRegistry, { description: "Text." })),
} }, async () => result);
`,
      output: null,
      errors: [
        {
          messageId: "missing",
          data: {
            parameter: "'text'",
            tool: "'add_note'",
            how: "a `.register(z.globalRegistry, { description })`",
          },
          line: 5,
          column: 3,
          endLine: 5,
          endColumn: 7,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Text, as a string." },
              output: `
import * as z from "zod/mini";
const Tag = z.string();
server.registerTool("add_note", { description: "Add a note.", inputSchema: {
  text: z.string().check(z.minLength(1)).register(z.globalRegistry, { description: "Text, as a string." }),
  limit: z._default(z.number(), 10),
  tag: Tag,
  other: Tag.check(z.minLength(1)),
  done: z.string().check(z.describe("Text.")),
  kept: z.optional(z.string().register(z.globalRegistry, { description: "Text." })),
} }, async () => result);
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'limit'",
            tool: "'add_note'",
            how: "a `.register(z.globalRegistry, { description })`",
          },
          line: 6,
          column: 3,
          endLine: 6,
          endColumn: 8,
          suggestions: [
            {
              messageId: "addDescription",
              data: {
                text: "Largest number of results to return. Defaults to 10.",
              },
              output: `
import * as z from "zod/mini";
const Tag = z.string();
server.registerTool("add_note", { description: "Add a note.", inputSchema: {
  text: z.string().check(z.minLength(1)),
  limit: z._default(z.number(), 10).register(z.globalRegistry, { description: "Largest number of results to return. Defaults to 10." }),
  tag: Tag,
  other: Tag.check(z.minLength(1)),
  done: z.string().check(z.describe("Text.")),
  kept: z.optional(z.string().register(z.globalRegistry, { description: "Text." })),
} }, async () => result);
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'tag'",
            tool: "'add_note'",
            how: "a `.register(z.globalRegistry, { description })`",
          },
          line: 7,
          column: 3,
          endLine: 7,
          endColumn: 6,
          suggestions: [],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'other'",
            tool: "'add_note'",
            how: "a `.register(z.globalRegistry, { description })`",
          },
          line: 8,
          column: 3,
          endLine: 8,
          endColumn: 8,
          suggestions: [],
        },
      ],
    },
    {
      name: "Zod Mini by another name, in its other packages, and empty",
      code: `
import { z as mini } from "zod/v4-mini";
const core = require("zod/v4/mini");
server.registerTool("add_note", { description: "Add a note.", inputSchema: {
  text: mini.string(),
  kind: core.string(),
  body: mini.string().register(mini.globalRegistry, { description: "" }),
} }, async () => result);
`,
      output: null,
      errors: [
        {
          messageId: "missing",
          data: {
            parameter: "'text'",
            tool: "'add_note'",
            how: "a `.register(z.globalRegistry, { description })`",
          },
          line: 5,
          column: 3,
          endLine: 5,
          endColumn: 7,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Text, as a string." },
              output: `
import { z as mini } from "zod/v4-mini";
const core = require("zod/v4/mini");
server.registerTool("add_note", { description: "Add a note.", inputSchema: {
  text: mini.string().register(mini.globalRegistry, { description: "Text, as a string." }),
  kind: core.string(),
  body: mini.string().register(mini.globalRegistry, { description: "" }),
} }, async () => result);
`,
            },
          ],
        },
        {
          messageId: "missing",
          data: {
            parameter: "'kind'",
            tool: "'add_note'",
            how: "a `.register(z.globalRegistry, { description })`",
          },
          line: 6,
          column: 3,
          endLine: 6,
          endColumn: 7,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Kind, as text." },
              output: `
import { z as mini } from "zod/v4-mini";
const core = require("zod/v4/mini");
server.registerTool("add_note", { description: "Add a note.", inputSchema: {
  text: mini.string(),
  kind: core.string().register(core.globalRegistry, { description: "Kind, as text." }),
  body: mini.string().register(mini.globalRegistry, { description: "" }),
} }, async () => result);
`,
            },
          ],
        },
        {
          messageId: "empty",
          data: { parameter: "'body'", tool: "'add_note'", where: "" },
          line: 7,
          column: 3,
          endLine: 7,
          endColumn: 7,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Body, as text." },
              output: `
import { z as mini } from "zod/v4-mini";
const core = require("zod/v4/mini");
server.registerTool("add_note", { description: "Add a note.", inputSchema: {
  text: mini.string(),
  kind: core.string(),
  body: mini.string().register(mini.globalRegistry, { description: "Body, as text." }),
} }, async () => result);
`,
            },
          ],
        },
      ],
    },
    {
      name: "compiled JavaScript with CRLF",
      code: "const zod_1 = require('zod');\r\nserver.tool('add_note', 'Add a note.', {\r\n  text: zod_1.z.string(),\r\n}, async () => result);\r\n",
      language: "js",
      output: null,
      errors: [
        {
          messageId: "missing",
          data: {
            parameter: "'text'",
            tool: "'add_note'",
            how: "a `.describe()`",
          },
          line: 3,
          column: 3,
          endLine: 3,
          endColumn: 7,
          suggestions: [
            {
              messageId: "addDescription",
              data: { text: "Text, as a string." },
              output:
                "const zod_1 = require('zod');\r\nserver.tool('add_note', 'Add a note.', {\r\n  text: zod_1.z.string().describe(\"Text, as a string.\"),\r\n}, async () => result);\r\n",
            },
          ],
        },
      ],
    },
  ],
});
