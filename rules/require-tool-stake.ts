import leven from "leven";
import { createRule, type RuleContext } from "../src/create-rule.ts";
import { verbClass } from "../src/english/known-verb.ts";
import { wordsOfName } from "../src/english/verb-phrase.ts";
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
import { alternatives, quoted, toolName } from "../src/wording.ts";

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
    messages: {
      missing:
        "{{tool}} has no stake, so nobody decided whether a person must approve a call of it. Add `stake` with {{levels}}: the more a call can change, the higher.",
      misspelt:
        "{{tool}} has the stake {{stake}}, which is not a level. Write {{level}}.",
      unknownLevel:
        "{{tool}} has the stake {{stake}}, which is not a level, so the approval that was meant is not asked for. Use {{levels}}.",
      useLevel: "Set the stake to '{{level}}'.",
    },
    schema: {},
  },
  defaults: {},
  create(context) {
    return {
      Program() {
        const linted = lintedFile(context);
        for (const tool of linted.model.tools) {
          if (declaresStakes(tool.dialect)) {
            checkStake(tool, linted, context);
          }
        }
      },
    };
  },
});

function checkStake(
  tool: Tool,
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  const levels = linted.settings.stakeLevels;
  const data = { tool: toolName(tool), levels: alternatives(levels) };
  if (tool.stake.kind === "absent") {
    context.report({
      loc: locationOf(context, tool.anchor.range),
      messageId: "missing",
      data,
      suggest: suggestions(tool, levels, (level) =>
        addStake(tool, level, linted),
      ),
    });
    return;
  }
  const stake = completeText(tool.stake);
  if (tool.stake.kind !== "known" || stake === undefined || levels.includes(stake)) {
    return;
  }
  const { place, value } = tool.stake;
  const loc = locationOf(context, placeHere(place, tool, linted).range);
  const meant = closestLevel(stake, levels);
  if (meant === undefined) {
    context.report({
      loc,
      messageId: "unknownLevel",
      data: { ...data, stake: quoted(stake) },
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
    data: { ...data, stake: quoted(stake), level: quoted(meant) },
    fix: edits
      ? (fixer) =>
          edits.map(({ range, text }) => fixer.replaceTextRange(range, text))
      : null,
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
  return byLikelihood(tool, levels).flatMap((level) => {
    const edits = edit(level);
    return edits
      ? [
          {
            messageId: "useLevel" as const,
            data: { level },
            fix: (fixer: Parameters<NonNullable<Fix>>[0]) =>
              edits.map(({ range, text }) =>
                fixer.replaceTextRange(range, text),
              ),
          },
        ]
      : [];
  });
}

type Fix = Exclude<
  Parameters<RuleContext<MessageIds>["report"]>[0]["fix"],
  null | undefined
>;

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

/** The levels, those that fit what the tool's verb does first. */
function byLikelihood(tool: Tool, levels: readonly string[]): string[] {
  const name = completeText(tool.name) ?? "";
  const effect = verbClass(wordsOfName(name)[0] ?? "");
  const last = levels.length - 1;
  const likely =
    effect === "read"
      ? 0
      : effect === "destroy" || effect === "send"
        ? last
        : Math.min(1, last);
  return levels
    .map((level, index) => ({ level, distance: Math.abs(index - likely) }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ level }) => level);
}

/** The level that a misspelling surely means; two candidates are none. */
function closestLevel(
  stake: string,
  levels: readonly string[],
): string | undefined {
  const spelling = plain(stake);
  const same = levels.filter((level) => plain(level) === spelling);
  const close =
    same.length > 0
      ? same
      : levels.filter((level) => {
          const allowed = level.length > 4 ? 2 : 1;
          return leven(plain(level), spelling) <= allowed;
        });
  return close.length === 1 ? close[0] : undefined;
}

function plain(level: string): string {
  return level.toLowerCase().replaceAll(/[\s_-]/g, "");
}
