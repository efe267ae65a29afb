import { createRule, type RuleContext } from "../src/create-rule.ts";
import { fixWith } from "../src/fix.ts";
import { lintedFile, type LintedFile } from "../src/linted-file.ts";
import { locationOf } from "../src/location.ts";
import {
  completeText,
  declaresStakes,
  type Place,
  type Tool,
} from "../src/mcp/model.ts";
import { insertProperty } from "../src/source/insert-property.ts";
import { editSource, type SourceEdit } from "../src/source/replace-text.ts";
import type { StaticText } from "../src/source/static-text.ts";
import { byLikelihood, closestLevel } from "../src/stake-levels.ts";
import { alternatives, quoted, toolName, whereElse } from "../src/wording.ts";

type MessageIds = "missing" | "misspelt" | "unknownLevel" | "useLevel";

export const requireToolStake = createRule<MessageIds, object>({
  name: "require-tool-stake",
  meta: {
    type: "problem",
    docs: {
      description: "require every tool to have a stake",
      presets: { recommended: true, strict: true },
    },
    fixable: "code",
    hasSuggestions: true,
    schema: {},
    messages: {
      missing:
        "{{tool}} has no stake, so nobody decided whether a person must approve a call of it. Add `stake` with {{levels}}: the more a call can change, the higher.",
      misspelt:
        "{{tool}} has the stake {{stake}}{{where}}, which is not a level. Write {{level}}.",
      unknownLevel:
        "{{tool}} has the stake {{stake}}{{where}}, which is not a level, so nobody can tell which approval was meant. Use {{levels}}.",
      useLevel: "Set the stake to '{{level}}'.",
    },
  },
  defaults: {},
  looksAt: ["tools"],
  create(context) {
    return {
      Program() {
        const linted = lintedFile(context);
        // A constant that several tools share is one place: one report.
        const seen = new Set<string>();
        for (const tool of linted.model.tools) {
          if (!declaresStakes(tool.dialect)) {
            continue;
          }
          if (tool.stake.kind === "absent") {
            reportMissing(tool, linted, context);
          } else if (tool.stake.kind === "known") {
            const { module, range } = tool.stake.value;
            const key = `${String(range[0])} ${module.path}`;
            if (!seen.has(key)) {
              seen.add(key);
              checkLevel(tool, tool.stake, linted, context);
            }
          }
        }
      },
    };
  },
});

function reportMissing(
  tool: Tool,
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  const levels = linted.settings.stakeLevels;
  context.report({
    loc: locationOf(context, tool.anchor.range),
    messageId: "missing",
    data: { tool: toolName(tool), levels: alternatives(levels) },
    suggest: suggestions(tool, levels, (level) =>
      addStake(tool, level, linted),
    ),
  });
}

function checkLevel(
  tool: Tool,
  { place, value }: Extract<Tool["stake"], { kind: "known" }>,
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  const levels = linted.settings.stakeLevels;
  if (!value.complete || levels.includes(value.text)) {
    return;
  }
  const { module } = value;
  const loc = locationOf(context, placeHere(place, tool, linted).range);
  const data = {
    tool: toolName(tool),
    stake: quoted(value.text),
    where: whereElse(module.path, module.lineAt(value.range[0]), linted),
  };
  const meant = closestLevel(value.text, levels);
  if (meant === undefined) {
    context.report({
      loc,
      messageId: "unknownLevel",
      data: { ...data, levels: alternatives(levels) },
      suggest: suggestions(tool, levels, (level) =>
        replaceStake(value, level, linted),
      ),
    });
    return;
  }
  const edits = replaceStake(value, meant, linted);
  context.report({
    loc,
    messageId: "misspelt",
    data: { ...data, level: quoted(meant) },
    fix: edits ? fixWith(edits) : null,
  });
}

/** A stake from another file is reported at the tool. */
function placeHere(place: Place, tool: Tool, { file }: LintedFile): Place {
  return place.file === file.path ? place : tool.anchor;
}

function suggestions(
  tool: Tool,
  levels: readonly string[],
  edit: (level: string) => readonly SourceEdit[] | undefined,
) {
  return byLikelihood(levels, completeText(tool.name)).flatMap((level) => {
    const edits = edit(level);
    return edits
      ? [
          {
            messageId: "useLevel" as const,
            data: { level },
            fix: fixWith(edits),
          },
        ]
      : [];
  });
}

function addStake(
  { properties }: Tool,
  level: string,
  { file }: LintedFile,
): readonly SourceEdit[] | undefined {
  const edit =
    properties?.file === file.path
      ? insertProperty(
          file,
          properties.range,
          `stake: ${JSON.stringify(level)}`,
          ["schema", "inputSchema", "description", "name"],
        )
      : undefined;
  return edit && [edit];
}

function replaceStake(
  stake: StaticText,
  level: string,
  { file }: LintedFile,
): readonly SourceEdit[] | undefined {
  return editSource(file, stake, [
    { start: 0, end: stake.text.length, text: level },
  ]);
}
