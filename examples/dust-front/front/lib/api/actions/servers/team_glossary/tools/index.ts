import { MCPError } from "@app/lib/actions/mcp_errors";
import type {
  ToolDefinition,
  ToolHandlers,
} from "@app/lib/actions/mcp_internal_actions/tool_definition";
import { buildTools } from "@app/lib/actions/mcp_internal_actions/tool_definition";
import type { AgentLoopContextType } from "@app/lib/actions/types";
import { TEAM_GLOSSARY_TOOLS_METADATA } from "@app/lib/api/actions/servers/team_glossary/metadata";
import type { Authenticator } from "@app/lib/auth";
import type { GlossaryEntry } from "@app/lib/resources/glossary_resource";
import { GlossaryResource } from "@app/lib/resources/glossary_resource";
import { Err, Ok } from "@app/types/shared/result";

export function createTeamGlossaryTools(
  auth: Authenticator,
  agentLoopContext?: AgentLoopContextType,
): ToolDefinition[] {
  const glossary = new GlossaryResource(auth);

  const handlers: ToolHandlers<typeof TEAM_GLOSSARY_TOOLS_METADATA> = {
    search_terms: async ({ keyword }) => {
      const entries = glossary.search(keyword);
      const text =
        entries.length === 0
          ? `Nothing is known about "${keyword}".`
          : entries.map((entry) => `- ${renderEntry(entry)}`).join("\n");
      return new Ok([{ type: "text" as const, text }]);
    },

    save_term: async ({ term, meaning, synonyms }) => {
      const entry = glossary.save({ term, meaning, synonyms });
      const via = agentLoopContext
        ? ` through ${agentLoopContext.agentName}`
        : "";
      return new Ok([
        { type: "text" as const, text: `Saved${via}: ${renderEntry(entry)}` },
      ]);
    },

    delete_term: async ({ term }) => {
      const deleted = glossary.delete(term);
      if (deleted.isErr()) {
        return new Err(
          new MCPError(
            `Failed to delete: ${deleted.error.message}. Look for its spelling with \`search_terms\`.`,
            { tracked: false, cause: deleted.error },
          ),
        );
      }
      return new Ok([{ type: "text" as const, text: `Deleted "${term}".` }]);
    },
  };

  return buildTools(TEAM_GLOSSARY_TOOLS_METADATA, handlers);
}

function renderEntry({ term, meaning, synonyms, editedBy }: GlossaryEntry) {
  const also = synonyms.length > 0 ? ` (also ${synonyms.join(", ")})` : "";
  return `**${term}**${also}: ${meaning} — ${editedBy}`;
}
