import { createRule } from "../src/create-rule.ts";
import { fixWith } from "../src/fix.ts";
import { lintedFile } from "../src/linted-file.ts";
import { locationOf } from "../src/location.ts";
import {
  handlerProblems,
  type HandlerProblem,
  type HandlerSuggestion,
} from "../src/problems/handler-maps.ts";

type MessageIds = HandlerProblem["messageId"] | HandlerSuggestion["messageId"];

export const handlersMatchTools = createRule<MessageIds, object>({
  name: "handlers-match-tools",
  meta: {
    type: "problem",
    docs: {
      description: "require exactly one handler for each tool",
      presets: { recommended: true, strict: true },
    },
    hasSuggestions: true,
    schema: {},
    messages: {
      missing:
        "No handler here answers {{tool}} ({{declared}}), so calling it fails. Add a handler called {{tool}}.",
      unhandled:
        "No handler answers {{tool}}, so calling it fails. Add one to {{map}} ({{place}}).",
      unknownTool:
        "There is no tool called {{name}} ({{tools}}), so nothing ever calls this handler.{{hint}}",
      rename: "Call it {{tool}}.",
      loose:
        "{{type}} lets handlers be missing, so the compiler cannot tell when a tool is left without one. Use `ToolHandlers<typeof {{list}}>`.",
      dropPartial: "Ask for every handler.",
      untyped:
        "This map of handlers has no type, so the compiler cannot tell when a tool is left without a handler, or what its parameters are. Type it as `ToolHandlers<typeof {{list}}>`.",
      addType: "Type it as `ToolHandlers<typeof {{list}}>`.",
      otherTools:
        "These handlers are typed for {{typed}}, but meet the tools of {{list}} here. Use one list for both.",
      unused:
        "Nothing uses these handlers, so no call ever reaches them. Hand them to `buildTools({{list}}, {{name}})`, or export them for the host's factory.",
    },
  },
  defaults: {},
  looksAt: ["tools", "registries"],
  create(context) {
    return {
      Program() {
        // In the maps of this file, and at its servers whose maps are elsewhere.
        const problems = handlerProblems(lintedFile(context));
        for (const { data, messageId, range, suggestions = [] } of problems) {
          context.report({
            loc: locationOf(context, range),
            messageId,
            data,
            suggest: suggestions.map(({ edits, ...suggestion }) => ({
              ...suggestion,
              fix: fixWith(edits),
            })),
          });
        }
      },
    };
  },
});
