import { createRule } from "../src/create-rule.ts";
import { fixWith } from "../src/fix.ts";
import { lintedFile } from "../src/linted-file.ts";
import { locationOf } from "../src/location.ts";
import { declaresStakes } from "../src/mcp/model.ts";
import {
  labelProblems,
  type LabelProblem,
} from "../src/problems/display-labels.ts";
import { wordsOfTools } from "../src/tool-words.ts";

type MessageIds = LabelProblem["messageId"] | "useLabel";

export const requireDisplayLabels = createRule<MessageIds, object>({
  name: "require-display-labels",
  meta: {
    type: "problem",
    docs: {
      description:
        "require every tool to have display labels whose verbs are in the right form",
      presets: { recommended: true, strict: true },
    },
    fixable: "code",
    hasSuggestions: true,
    schema: {},
    messages: {
      missing:
        "{{tool}} has no display labels, so people see its bare name while it runs. Add `displayLabels` with `running`, which starts with a gerund ('Listing items'), and `done`, which starts with a base verb ('List items').",
      incomplete:
        "The display labels of {{tool}} have no `{{key}}`, so people see nothing there. Add it; it starts with {{form}}.",
      runningForm:
        "The label {{label}}{{where}} is what people read while {{tool}} runs, but it does not start with a gerund. Write {{wanted}}.",
      doneForm:
        "The label {{label}}{{where}} is what people read when {{tool}} is done, but it does not start with a base verb. Write {{wanted}}.",
      useLabel: "Write '{{label}}'.",
    },
  },
  defaults: {},
  looksAt: ["tools"],
  create(context) {
    return {
      Program() {
        const linted = lintedFile(context);
        const words = wordsOfTools(linted.model);
        // Labels that several tools share are one place: one report.
        const seen = new Set<string>();
        for (const tool of linted.model.tools) {
          if (!declaresStakes(tool.dialect)) {
            continue;
          }
          const own = words.get(tool) ?? [];
          for (const problem of labelProblems({
            tool,
            words: own,
            seen,
            linted,
          })) {
            const { data, fix, messageId, range, suggest } = problem;
            context.report({
              loc: locationOf(context, range),
              messageId,
              data,
              fix: fix ? fixWith(fix) : null,
              suggest: suggest
                ? [
                    {
                      messageId: "useLabel",
                      data: { label: suggest.label },
                      fix: fixWith(suggest.edits),
                    },
                  ]
                : [],
            });
          }
        }
      },
    };
  },
});
