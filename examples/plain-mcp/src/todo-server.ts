import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import {
  CallToolRequestSchema,
  ListToolsRequestSchema,
} from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";

const PRIORITIES = ["low", "normal", "urgent"] as const;

const NewTodoSchema = z.object({
  text: z.string(),
  priority: z.enum(PRIORITIES).default("normal"),
  steps: z
    .array(z.object({ text: z.string(), minutes: z.number() }))
    .default([]),
});

const todos = new Map<number, z.infer<typeof NewTodoSchema>>();

const server = new Server(
  { name: "todo", version: "1.0.0" },
  { capabilities: { tools: {} } },
);

server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [
    {
      name: "list_todos",
      description:
        "List everything that is left to do, numbered, oldest first.",
      inputSchema: { type: "object", properties: {} },
    },
    {
      name: "add_todo",
      description:
        "Add something to do, optionally split into steps with a time estimate.",
      inputSchema: {
        type: "object",
        properties: {
          text: {
            type: "string",
            description: "What is to be done, in a few words.",
          },
          priority: {
            type: "string",
            enum: PRIORITIES,
            default: "normal",
            description: "How soon; urgent ones are meant for today.",
          },
          steps: {
            type: "array",
            description: "Parts to tick off one after the other.",
            items: {
              type: "object",
              properties: {
                text: { type: "string", description: "What this part is." },
                minutes: {
                  type: "number",
                  description: "Estimated time that it takes.",
                },
              },
              required: ["text", "minutes"],
            },
          },
        },
        required: ["text"],
      },
    },
    {
      name: "finish_todo",
      description: "Finish an item and take it off for good.",
      inputSchema: {
        type: "object",
        properties: {
          number: {
            type: "integer",
            description: "Which one, as numbered by list_todos.",
          },
        },
        required: ["number"],
      },
    },
  ],
}));

server.setRequestHandler(CallToolRequestSchema, async ({ params }) => ({
  content: [{ type: "text", text: call(params.name, params.arguments) }],
}));

function call(tool: string, args: unknown): string {
  switch (tool) {
    case "list_todos":
      return [...todos]
        .map(
          ([number, { text, priority }]) => `${number}. ${text} (${priority})`,
        )
        .join("\n");
    case "add_todo": {
      const todo = NewTodoSchema.parse(args);
      const number = Math.max(0, ...todos.keys()) + 1;
      todos.set(number, todo);
      return `Added number ${number} in ${todo.steps.length} steps.`;
    }
    case "finish_todo": {
      const { number } = z.object({ number: z.number() }).parse(args);
      return todos.delete(number) ? "Well done!" : `There is no ${number}.`;
    }
    default:
      throw new Error(`There is no tool ${tool}.`);
  }
}

await server.connect(new StdioServerTransport());
