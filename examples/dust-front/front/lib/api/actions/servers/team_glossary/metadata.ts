import type { JSONSchema7 as JSONSchema } from "json-schema";
import { z } from "zod";
import { zodToJsonSchema } from "zod-to-json-schema";

import type { ServerMetadata } from "@app/lib/actions/mcp_internal_actions/tool_definition";
import { createToolsRecord } from "@app/lib/actions/mcp_internal_actions/tool_definition";

export const TEAM_GLOSSARY_TOOLS_METADATA = createToolsRecord({
  search_terms: {
    description:
      "Search company jargon, acronyms and abbreviations by keyword. " +
      "Returns what each match stands for and who wrote it.",
    schema: {
      keyword: z
        .string()
        .min(2, "Give at least two letters.")
        .describe("Part of the acronym, of a synonym, or of the meaning."),
    },
    stake: "never_ask",
    displayLabels: {
      running: "Searching the glossary",
      done: "Search the glossary",
    },
  },
  save_term: {
    description:
      "Save a definition for a word or an acronym that colleagues use, " +
      "replacing the definition that it may have.",
    schema: {
      term: z.string().describe("The acronym or word as people write it."),
      meaning: z
        .string()
        .max(500, "Keep it under 500 characters.")
        .describe("One or two sentences that a newcomer understands."),
      synonyms: z
        .array(z.string())
        .describe("Other spellings by which people look for it.")
        .default([]),
    },
    stake: "low",
    displayLabels: {
      running: "Saving definition",
      done: "Save definition",
    },
  },
  delete_term: {
    description:
      "Delete an outdated acronym for good, together with its definition and spellings.",
    schema: {
      term: z
        .string()
        .describe("The exact spelling, as `search_terms` returns it."),
    },
    stake: "high",
    displayLabels: {
      running: "Deleting definition",
      done: "Delete definition",
    },
  },
});

export const TEAM_GLOSSARY_SERVER = {
  serverInfo: {
    name: "team_glossary",
    version: "1.2.0",
    description: "Explain and maintain the jargon of the company.",
    authorization: null,
    icon: "ActionBookOpenIcon",
    documentationUrl: null,
    instructions: null,
  },
  tools: Object.values(TEAM_GLOSSARY_TOOLS_METADATA).map((t) => ({
    name: t.name,
    description: t.description,
    inputSchema: zodToJsonSchema(z.object(t.schema)) as JSONSchema,
    displayLabels: t.displayLabels,
  })),
  tools_stakes: Object.fromEntries(
    Object.values(TEAM_GLOSSARY_TOOLS_METADATA).map((t) => [t.name, t.stake]),
  ),
} as const satisfies ServerMetadata;
