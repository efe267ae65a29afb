import type { ServerMetadata } from "@app/lib/actions/mcp_internal_actions/tool_definition";

// registered-in-constants: neither a name nor a config
// registered-in-switch: getInternalMCPServer has no case for it
// registered-in-bm25-corpus: SERVERS has no entry for it
// require-server-files: there is no tools/index.ts beside this file
export const NOTICEBOARD_SERVER = {
  serverInfo: {
    name: "noticeboard",
    version: "1.0.0",
    description: "Read and pin notes that everyone in the office sees.",
    authorization: null,
    icon: "ActionListCheckIcon",
    documentationUrl: null,
    instructions: null,
  },
  tools: [
    {
      name: "list_notes",
      // bare-infinitive-description: "Can be used to"
      description: "Can be used to list the notes that are still pinned.",
      inputSchema: {
        type: "object",
        properties: {
          // require-param-description: no description in a JSON schema
          author: { type: "string" },
        },
      },
      displayLabels: { running: "Listing notes", done: "List notes" },
    },
    {
      // require-tool-stake: `tools_stakes` has none for it
      name: "pin_note",
      description: "Pin a note that stays up until the given day.",
      inputSchema: {
        type: "object",
        properties: {
          text: { type: "string", description: "What everyone should know." },
          until: {
            type: "object",
            description: "Last day on which it is shown.",
            properties: {
              // require-param-description: empty, in an object of a JSON schema
              date: { type: "string", description: "" },
            },
          },
        },
        required: ["text"],
      },
      displayLabels: { running: "Pinning note", done: "Pin note" },
    },
  ],
  tools_stakes: { list_notes: "never_ask" },
} as const satisfies ServerMetadata;
