import { createRule, type RuleContext } from "../src/create-rule.ts";
import { fixWith } from "../src/fix.ts";
import { lintedFile, type LintedFile } from "../src/linted-file.ts";
import { locationOf } from "../src/location.ts";
import { declaresStakes, type Tool } from "../src/mcp/model.ts";
import {
  problemsAtDefinitions,
  problemsInConstants,
  stakesInConstants,
  type StakeProblem,
} from "../src/problems/central-stakes.ts";
import {
  levelFinding,
  toolStakeFinding,
  type StakeFinding,
} from "../src/problems/tool-stakes.ts";
import { valueOf } from "../src/registries/registry.ts";
import { quoted } from "../src/wording.ts";

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
          if (declaresStakes(tool.dialect) && !isSeen(tool, seen)) {
            report(toolStakeFinding(tool, linted), context);
          }
        }
        checkCentral(linted, context);
      },
    };
  },
});

/** Whether another tool takes its stake from the same constant. */
function isSeen({ stake }: Tool, seen: Set<string>): boolean {
  if (stake.kind !== "known") {
    return false;
  }
  const { module, range } = stake.value;
  const key = `${String(range[0])} ${module.path}`;
  const known = seen.has(key);
  seen.add(key);
  return known;
}

function report(
  finding: StakeFinding | undefined,
  context: RuleContext<MessageIds>,
): void {
  if (finding) {
    const { data, fix, messageId, range, suggest } = finding;
    context.report({
      loc: locationOf(context, range),
      messageId,
      data,
      fix: fix ? fixWith(fix) : null,
      suggest: suggest.map(({ edits, level }) => ({
        messageId: "useLevel",
        data: { level },
        fix: fixWith(edits),
      })),
    });
  }
}

/** The stakes that stand in the constants file: there, and at the servers. */
function checkCentral(
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  const { registries } = linted;
  const constants = registries && valueOf(registries.constants)?.configs;
  if (!constants) {
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
      const written = { start, tool, value: level.value, range };
      report(levelFinding(written, linted), context);
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
