import { describe, expect, it } from "vitest";
import { withCentralStakes } from "../../src/registries/central-stakes.ts";
import { readModuleValues } from "../../src/source/module-values.ts";
import {
  completeText,
  knownValue,
  type Model,
  type Parameter,
  type Tool,
} from "../../src/mcp/model.ts";
import { readModel, sourceFile } from "../read-model.ts";

// The same two tools, declared in every dialect.

const shape = {
  list: `{
    shelf: z.string().describe("Shelf to list."),
    limit: z.number().optional().describe("Largest number of books."),
  }`,
  remove: `{ isbn: z.string() }`,
};

const handlers = `
  list_books: async ({ shelf, limit }) => new Ok([{ type: "text", text: render(shelf, limit) }]),
  remove_book: async ({ isbn }) => new Ok([{ type: "text", text: isbn }]),
`;

const toolsRecord = `
import { z } from "zod";
export const LIBRARY_TOOLS_METADATA = createToolsRecord({
  list_books: {
    description: "List the books of a shelf.",
    schema: ${shape.list},
    stake: "never_ask",
    displayLabels: { running: "Listing books", done: "List books" },
  },
  remove_book: {
    description: "Removes a " + "book.",
    schema: ${shape.remove},
    stake: "high",
    displayLabels: { running: "Removing book", done: "Remove book" },
  },
});
export const LIBRARY_SERVER = {
  serverInfo: { name: "library", version: "1.0.0" },
  tools: Object.values(LIBRARY_TOOLS_METADATA).map((t) => ({
    name: t.name,
    description: t.description,
    inputSchema: zodToJsonSchema(z.object(t.schema)) as JSONSchema,
    displayLabels: t.displayLabels,
  })),
  tools_stakes: Object.fromEntries(
    Object.values(LIBRARY_TOOLS_METADATA).map((t) => [t.name, t.stake]),
  ),
} as const satisfies ServerMetadata;
const handlers: ToolHandlers<typeof LIBRARY_TOOLS_METADATA> = {${handlers}};
export const TOOLS = buildTools(LIBRARY_TOOLS_METADATA, handlers);
`;

const inlineList = `
import { z } from "zod";
export const LIBRARY_SERVER = {
  serverInfo: { name: "library", version: "1.0.0" },
  tools: [
    {
      name: "list_books",
      description: "List the books of a shelf.",
      inputSchema: zodToJsonSchema(z.object(${shape.list})),
      displayLabels: { running: "Listing books", done: "List books" },
    },
    {
      name: "remove_book",
      description: "Removes a " + "book.",
      inputSchema: zodToJsonSchema(z.object(${shape.remove})),
      displayLabels: { running: "Removing book", done: "Remove book" },
    },
  ],
  tools_stakes: { list_books: "never_ask", remove_book: "high" },
} as const satisfies ServerMetadata;
const handlers = {${handlers}} satisfies ToolHandlers<typeof LIBRARY_SERVER>;
`;

const toolsArray = `
import { z } from "zod";
const REMOVE = "remove_book";
export const LIBRARY_TOOLS_METADATA = [
  {
    name: "list_books",
    description: "List the books of a shelf.",
    schema: ${shape.list},
    stake: "never_ask",
    displayLabels: { running: "Listing books", done: "List books" },
  },
  {
    name: REMOVE,
    description: "Removes a " + "book.",
    schema: ${shape.remove},
    stake: "high",
    displayLabels: { running: "Removing book", done: "Remove book" },
  },
] as const satisfies readonly InternalMCPToolType[];
export const LIBRARY_SERVER = {
  serverInfo: { name: "library", version: "1.0.0" },
  tools: LIBRARY_TOOLS_METADATA,
} as const satisfies ServerMetadata;
export const LIBRARY_TOOL_HANDLERS: ToolHandlers<typeof LIBRARY_TOOLS_METADATA> = {
  list_books: async ({ shelf, limit }) => new Ok([{ type: "text", text: render(shelf, limit) }]),
  [REMOVE]: async ({ isbn }) => new Ok([{ type: "text", text: isbn }]),
};
`;

const serverTool = `
import { z } from "zod";
function createServer(auth) {
  const server = makeInternalMCPServer("library");
  server.tool(
    "list_books",
    "List the books of a shelf.",
    ${shape.list},
    async ({ shelf, limit }) => ({ content: [{ type: "text", text: render(shelf, limit) }] }),
  );
  server.tool(
    "remove_book",
    "Removes a " + "book.",
    ${shape.remove},
    async ({ isbn }) => ({ content: [{ type: "text", text: isbn }] }),
  );
  return server;
}
export default createServer;
`;

const registerTool = `
import { z } from "zod";
const server = new McpServer({ name: "library", version: "1.0.0" });
server.registerTool(
  "list_books",
  { title: "Books", description: "List the books of a shelf.", inputSchema: ${shape.list} },
  async ({ shelf, limit }) => ({ content: [{ type: "text", text: render(shelf, limit) }] }),
);
const config = { description: "Removes a " + "book.", inputSchema: z.object(${shape.remove}) };
server.registerTool("remove_book", config, async ({ isbn }) => ({ content: [{ type: "text", text: isbn }] }));
`;

const toolObjects = `
import { z } from "zod";
const ListBooksSchema = z.object(${shape.list});
const server = new Server({ name: "library", version: "1.0.0" });
server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [
    {
      name: "list_books",
      description: "List the books of a shelf.",
      inputSchema: zodToJsonSchema(ListBooksSchema),
    },
    {
      name: "remove_book",
      description: "Removes a " + "book.",
      inputSchema: z.toJSONSchema(z.object(${shape.remove})),
    },
  ],
}));
server.setRequestHandler(CallToolRequestSchema, async (request) => {
  switch (request.params.name) {
    default:
      return { content: [{ type: "text", text: "done" }] };
  }
});
`;

const jsonSchemas = `
export const listBooks = {
  name: "list_books",
  description: "List the books of a shelf.",
  inputSchema: {
    type: "object",
    properties: {
      shelf: { type: "string", description: "Shelf to list." },
      limit: { type: "number", description: "Largest number of books." },
    },
    required: ["shelf"],
  },
  handler: async ({ shelf, limit }) => ({ content: [{ type: "text", text: render(shelf, limit) }] }),
};
export const removeBook = {
  name: "remove_book",
  description: "Removes a " + "book.",
  inputSchema: { type: "object", properties: { isbn: { type: "string" } } },
  handler: async ({ isbn }) => ({ content: [{ type: "text", text: isbn }] }),
};
`;

const classes = `
import { z } from "zod";
const RemoveBookSchema = z.object(${shape.remove});
export class ListBooks extends Tool {
  name = "list_books";
  description = "List the books of a shelf.";
  inputSchema = z.object(${shape.list});
  async execute({ shelf, limit }) {
    return { content: [{ type: "text", text: render(shelf, limit) }] };
  }
}
export class RemoveBook extends Tool {
  get name() { return "remove_book"; }
  get description() { return "Removes a " + "book."; }
  get inputSchema() { return zodToJsonSchema(RemoveBookSchema); }
  async execute({ isbn }) {
    return { content: [{ type: "text", text: isbn }] };
  }
}
`;

const superCalls = `
import { z } from "zod";
const ListSchema = z.object(${shape.list});
class ListBooks extends Tool {
  constructor() {
    super(ListSchema, {
      name: "list_books",
      description: "List the books of a shelf.",
      inputSchema: zodToJsonSchema(ListSchema),
    });
  }
}
class RemoveBook extends Tool {
  name = "remove_book";
  description = "Removes a " + "book.";
  constructor() {
    super({ inputSchema: z.object(${shape.remove}) });
  }
}
`;

const addTool = `
import { z } from "zod";
const server = new FastMCP({ name: "library", version: "1.0.0" });
server.addTool({
  name: "list_books",
  description: "List the books of a shelf.",
  parameters: z.object(${shape.list}),
  execute: async ({ shelf, limit }) => render(shelf, limit),
});
server.addTool({
  name: "remove_book",
  description: "Removes a " + "book.",
  parameters: z.object(${shape.remove}),
  execute: async ({ isbn }) => isbn,
});
`;

const constants = `
export const INTERNAL_MCP_SERVERS = {
  library: { id: 1, tools_stakes: { list_books: "never_ask", remove_book: "high" } },
};
`;

function parameterFacts(parameter: Parameter) {
  return {
    path: parameter.path.join("."),
    type: parameter.type,
    description:
      completeText(parameter.description) ?? parameter.description.kind,
    needsDescription: parameter.needsDescription,
  };
}

function toolFacts({ description, name, parameters }: Tool) {
  return {
    name: completeText(name),
    description: completeText(description),
    parameters: knownValue(parameters)?.map(parameterFacts),
  };
}

function hostFacts({ displayLabels, stake }: Tool) {
  const labels = knownValue(displayLabels);
  return {
    stake: completeText(stake) ?? stake.kind,
    labels: labels && [completeText(labels.running), completeText(labels.done)],
  };
}

const expected = [
  {
    name: "list_books",
    description: "List the books of a shelf.",
    parameters: [
      {
        path: "shelf",
        type: "string",
        description: "Shelf to list.",
        needsDescription: true,
      },
      {
        path: "limit",
        type: "number",
        description: "Largest number of books.",
        needsDescription: true,
      },
    ],
  },
  {
    name: "remove_book",
    description: "Removes a book.",
    parameters: [
      {
        path: "isbn",
        type: "string",
        description: "absent",
        needsDescription: true,
      },
    ],
  },
];

describe("the same tools in every dialect give the same model", () => {
  it.each([
    ["tools-record", toolsRecord],
    ["tools-record, listed inline", inlineList],
    ["tools-array", toolsArray],
    ["server-tool", serverTool],
    ["register-tool", registerTool],
    ["tool-objects in a list", toolObjects],
    ["tool-objects with JSON schemas", jsonSchemas],
    ["tool-objects as classes", classes],
    ["tool-objects passed to a super constructor", superCalls],
    ["tool-objects added to FastMCP", addTool],
  ])("%s: names, descriptions and parameters", (_name, code) => {
    expect(readModel(code).tools.map(toolFacts)).toEqual(expected);
  });

  it.each([
    ["tools-record", toolsRecord],
    ["tools-record, listed inline", inlineList],
    ["tools-array", toolsArray],
    ["server-tool", serverTool],
  ])("%s: stakes, the central config resolved", (_name, code) => {
    const model: Model = withCentralStakes(
      readModel(code),
      readModuleValues(sourceFile(constants, "/repo/constants.ts")),
      () => undefined,
    );
    expect(model.tools.map((tool) => hostFacts(tool).stake)).toEqual([
      "never_ask",
      "high",
    ]);
  });

  it.each([
    ["tools-record", toolsRecord],
    ["tools-record, listed inline", inlineList],
    ["tools-array", toolsArray],
  ])("%s: display labels", (_name, code) => {
    expect(readModel(code).tools.map((tool) => hostFacts(tool).labels)).toEqual(
      [
        ["Listing books", "List books"],
        ["Removing book", "Remove book"],
      ],
    );
  });

  it.each([
    ["register-tool", registerTool],
    ["tool-objects in a list", toolObjects],
    ["tool-objects with JSON schemas", jsonSchemas],
    ["tool-objects as classes", classes],
    ["tool-objects added to FastMCP", addTool],
  ])("%s: has no stakes and no labels", (_name, code) => {
    expect(readModel(code).tools.map(hostFacts)).toEqual([
      { stake: "absent", labels: undefined },
      { stake: "absent", labels: undefined },
    ]);
  });

  it.each([
    ["tools-record", toolsRecord],
    ["tools-record, listed inline", inlineList],
    ["tools-array", toolsArray],
    ["server-tool", serverTool],
    ["register-tool", registerTool],
    ["tool-objects with JSON schemas", jsonSchemas],
    ["tool-objects as classes", classes],
    ["tool-objects added to FastMCP", addTool],
  ])("%s: a handler per tool", (_name, code) => {
    expect(
      readModel(code).handlers.map(({ toolName }) => knownValue(toolName)),
    ).toEqual(["list_books", "remove_book"]);
  });

  it("one handler serves a list", () => {
    expect(
      readModel(toolObjects).handlers.map(({ toolName }) => toolName),
    ).toEqual([{ kind: "absent" }]);
  });

  it.each([
    ["tools-record", toolsRecord],
    ["tools-record, listed inline", inlineList],
    ["tools-array", toolsArray],
    ["server-tool", serverTool],
    ["register-tool", registerTool],
    ["tool-objects added to FastMCP", addTool],
  ])("%s: one server with its name", (_name, code) => {
    const { servers } = readModel(code);
    expect(servers.map(({ name }) => completeText(name))).toEqual(["library"]);
    expect(servers[0]?.tools).toHaveLength(2);
  });
});
