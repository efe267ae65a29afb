import { MCPError } from "@app/lib/actions/mcp_errors";
import type {
  ToolDefinition,
  ToolHandlers,
} from "@app/lib/actions/mcp_internal_actions/tool_definition";
import { buildTools } from "@app/lib/actions/mcp_internal_actions/tool_definition";
import {
  fetchExpenses,
  postExpense,
} from "@app/lib/api/actions/servers/petty_cash/client";
import { PETTY_CASH_TOOLS_METADATA } from "@app/lib/api/actions/servers/petty_cash/metadata";
import type { Authenticator } from "@app/lib/auth";
import { Err, Ok } from "@app/types/shared/result";

export function createPettyCashTools(auth: Authenticator): ToolDefinition[] {
  const handlers: ToolHandlers<typeof PETTY_CASH_TOOLS_METADATA> = {
    list_expenses: async ({ month }) => {
      const page = await fetchExpenses(month);
      if (page.isErr()) {
        // no-raw-error-message: JSON of the error, with a fallback
        return new Err(
          new MCPError(JSON.stringify(page.error) || "Unknown error"),
        );
      }
      return new Ok([
        {
          type: "text" as const,
          text:
            `${page.value.expenses.length} expenses in ${month}: ` +
            // no-raw-json-response: the value at the end of a chain
            JSON.stringify({ expenses: page.value.expenses }, null, 2),
        },
        {
          type: "text" as const,
          // no-response-noise: no parameter of the tool takes a page
          text: `Page ${page.value.page} of ${page.value.totalPages}`,
        },
      ]);
    },

    record_expense: async ({ cents, purpose }) => {
      const recorded = await postExpense({ cents, purpose });
      if (!recorded) {
        // require-result-error: throws instead of returning an Err
        throw new Error(`${auth.userEmail} cannot record this`);
      }
      return new Ok([{ type: "text" as const, text: `Recorded: ${purpose}` }]);
    },

    export_expenses: async ({ month }) => {
      try {
        const page = await fetchExpenses(month);
        // no-raw-json-response: a Result instead of its value
        // no-duplicate-content: a dump with no summary before it
        return new Ok([{ type: "text" as const, text: JSON.stringify(page) }]);
      } catch (error) {
        return new Ok([
          // no-raw-json-response: an Error has no fields of its own to show
          { type: "text" as const, text: JSON.stringify(error) },
        ]);
      }
    },
  };

  return buildTools(PETTY_CASH_TOOLS_METADATA, handlers);
}
