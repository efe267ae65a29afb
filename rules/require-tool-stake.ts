import {
  problemsAtDefinitions,
  problemsInConstants,
  stakesInConstants,
  type StakeProblem,
} from "../src/problems/central-stakes.ts";
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
import { writtenKey } from "../src/source/property-key.ts";
import { editSource, type SourceEdit } from "../src/source/replace-text.ts";
import type { StaticText } from "../src/source/static-text.ts";
import type { Range } from "../src/source/syntax-tree.ts";
import { byLikelihood, closestLevel } from "../src/stake-levels.ts";
import { alternatives, quoted, toolName, whereElse } from "../src/wording.ts";

type MessageIds =
  | "addStake"
  | "addStakes"
  | "centralMissing"
  | "centralNone"
  | "centralStray"
  | "misspelt"
  | "missing"
  | "missingBeside"
  | "missingThere"
  | "noneThere"
  | "removeStake"
  | "renameStake"
  | "unknownLevel"
  | "useLevel";

export const requireToolStake = createRule<MessageIds, object>({
  name: "require-tool-stake",
  meta: {
    type: "problem",
    docs: {
      description: "require every tool to have a stake",
      presets: { recommended: true, strict: true },
      registries: ["constants"],
    },
    fixable: "code",
    hasSuggestions: true,
    schema: {},
    messages: {
      missing:
        "{{tool}} has no stake, so nobody decided whether a person must approve a call of it. Add `stake` with {{levels}}: the more a call can change, the higher.",
      missingBeside:
        "{{tool}} has no stake in the `tools_stakes` of its server, so nobody decided whether a person must approve a call of it. Add it there with {{levels}}: the more a call can change, the higher.",
      misspelt:
        "{{tool}} has the stake {{stake}}{{where}}, which is not a level. Write {{level}}.",
      unknownLevel:
        "{{tool}} has the stake {{stake}}{{where}}, which is not a level, so nobody can tell which approval was meant. Use {{levels}}.",
      useLevel: "Set the stake to '{{level}}'.",
      centralMissing:
        "{{tool}} of {{server}} has no stake in `tools_stakes`, so nobody decided whether a person must approve a call of it, and the host falls back to its default. Add {{tool}} here with {{levels}}: the more a call can change, the higher.",
      centralNone:
        "{{server}} has no `tools_stakes`, so nobody decided which calls of its tools a person must approve, and the host falls back to its default for all of them. Give each tool one of {{levels}}.",
      centralStray:
        "{{server}} has no tool called {{tool}}, so this stake protects nothing.{{meant}} Rename it after the tool that it is for, or remove it.",
      missingThere:
        "{{tool}} has no stake in `tools_stakes` of {{server}} ({{where}}), so nobody decided whether a person must approve a call of it, and the host falls back to its default. Add it there with {{levels}}: the more a call can change, the higher.",
      noneThere:
        "The config of {{server}} ({{where}}) has no `tools_stakes`, so nobody decided which calls of its tools a person must approve, and the host falls back to its default for all of them. Give each tool one of {{levels}} there.",
      addStake: "Add '{{tool}}' with the stake '{{level}}'.",
      addStakes:
        "Add `tools_stakes` with what the tools' names suggest: {{stakes}}.",
      removeStake: "Remove the stake of '{{tool}}'.",
      renameStake: "Rename it to '{{name}}'.",
    },
  },
  defaults: {},
  looksAt: ["tools", "registries"],
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
        checkCentral(linted, context);
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
    messageId: tool.stakesBeside ? "missingBeside" : "missing",
    data: { tool: toolName(tool), levels: alternatives(levels) },
    suggest: suggestions(completeText(tool.name), levels, (level) =>
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
  const { range } = placeHere(place, tool, linted);
  const names = { start: toolName(tool), tool: completeText(tool.name) };
  reportLevel({ ...names, value, range }, linted, context);
}

interface Level {
  /** How the message begins. */
  readonly start: string;
  readonly tool: string | undefined;
  readonly value: StaticText;
  readonly range: Range;
}

function reportLevel(
  { range, start, tool, value }: Level,
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  const levels = linted.settings.stakeLevels;
  if (!value.complete || levels.includes(value.text)) {
    return;
  }
  const { module } = value;
  const loc = locationOf(context, range);
  const data = {
    tool: start,
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

/** The stakes that stand in the constants file: there, and at the servers. */
function checkCentral(
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  const { registries } = linted;
  const constants =
    registries?.constants.status === "read"
      ? registries.constants.value.configs
      : undefined;
  if (!registries || !constants) {
    return;
  }
  if (registries.role !== "constants") {
    reportAll(problemsAtDefinitions(constants, registries, linted), context);
    return;
  }
  for (const { range, server, stake } of stakesInConstants(constants, linted)) {
    const { level, tool } = stake;
    if (level.kind === "known") {
      const start = `${quoted(tool)} of ${quoted(server)}`;
      reportLevel({ start, tool, value: level.value, range }, linted, context);
    }
  }
  reportAll(problemsInConstants(constants, registries, linted), context);
}

function reportAll(
  problems: readonly StakeProblem[],
  context: RuleContext<MessageIds>,
): void {
  for (const { data, messageId, range, suggest } of problems) {
    context.report({
      loc: locationOf(context, range),
      messageId,
      data,
      suggest: suggest.map(({ edits, ...suggestion }) => ({
        ...suggestion,
        fix: fixWith(edits),
      })),
    });
  }
}

/** A stake from another file is reported at the tool. */
function placeHere(place: Place, tool: Tool, { file }: LintedFile): Place {
  return place.file === file.path ? place : tool.anchor;
}

function suggestions(
  tool: string | undefined,
  levels: readonly string[],
  edit: (level: string) => readonly SourceEdit[] | undefined,
) {
  return byLikelihood(levels, tool).flatMap((level) => {
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
  { name, properties, stakesBeside }: Tool,
  level: string,
  { file }: LintedFile,
): readonly SourceEdit[] | undefined {
  const stake = JSON.stringify(level);
  const toolKey = completeText(name);
  const edit = stakesBeside
    ? toolKey !== undefined && stakesBeside.file === file.path
      ? insertProperty(
          file,
          stakesBeside.range,
          `${writtenKey(toolKey)}: ${stake}`,
          [],
        )
      : undefined
    : properties?.file === file.path
      ? insertProperty(file, properties.range, `stake: ${stake}`, [
          "schema",
          "inputSchema",
          "description",
          "name",
        ])
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
