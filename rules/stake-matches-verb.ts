import { createRule, type RuleContext } from "../src/create-rule.ts";
import { verbsOfName } from "../src/english/name-verb.ts";
import { toolEffect, type ToolEffect } from "../src/english/tool-effect.ts";
import { fixWith } from "../src/fix.ts";
import { lintedFile, type LintedFile } from "../src/linted-file.ts";
import { locationOf } from "../src/location.ts";
import { completeText, type Tool } from "../src/mcp/model.ts";
import { editSource, type SourceEdit } from "../src/source/replace-text.ts";
import { byEffect } from "../src/stake-levels.ts";
import { wordsOfTools } from "../src/tool-words.ts";
import { quoted, toolName, whereElse } from "../src/wording.ts";

type MessageIds = "belowHighest" | "tooHigh" | "tooLow" | "useLevel";

interface Options {
  /** Effects that ask for the highest level. */
  readonly highest: readonly ("destroy" | "send" | "write")[];
}

export const stakeMatchesVerb = createRule<MessageIds, Options>({
  name: "stake-matches-verb",
  meta: {
    type: "suggestion",
    docs: {
      description: "require a tool's stake to fit what its verb does",
      presets: { strict: true },
    },
    hasSuggestions: true,
    schema: {
      highest: {
        type: "array",
        items: { enum: ["write", "send", "destroy"] },
        uniqueItems: true,
        description:
          "Also report tools below the highest level whose verb has one of these effects: `write`, `send`, `destroy`.",
      },
    },
    messages: {
      tooLow:
        "{{tool}} has the stake {{stake}}{{where}}, so it runs without asking anybody, but its verb '{{verb}}' says that it {{effect}}. Choose a level at which a person approves the call.",
      tooHigh:
        "{{tool}} has the stake {{stake}}{{where}}, but its verb '{{verb}}' says that it only reads. People who must approve harmless calls stop to read what they approve. Choose a lower level.",
      belowHighest:
        "{{tool}} has the stake {{stake}}{{where}}, but its verb '{{verb}}' says that it {{effect}}, which this project allows at {{level}} only. Raise it.",
      useLevel: "Set the stake to '{{level}}'.",
    },
  },
  defaults: { highest: [] },
  looksAt: ["tools"],
  create(context, { highest }) {
    return {
      Program() {
        const linted = lintedFile(context);
        const words = wordsOfTools(linted.model);
        for (const tool of linted.model.tools) {
          check(tool, words.get(tool) ?? [], highest, linted, context);
        }
      },
    };
  },
});

function check(
  tool: Tool,
  words: readonly string[],
  highest: Options["highest"],
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  const levels = linted.settings.stakeLevels;
  const level = levels.indexOf(completeText(tool.stake) ?? "");
  const last = levels.length - 1;
  // A level that nobody knows is another rule's business. What only reads may
  // have any but the last.
  if (level === -1 || last === 0 || (level < last && onlyReads(words))) {
    return;
  }
  const effect = toolEffect(words, completeText(tool.description));
  const problem = effect && findProblem(level, last, effect, highest);
  if (effect && problem) {
    report(tool, effect, problem, linted, context);
  }
}

/** By the name alone; most tools of most servers do. */
function onlyReads(words: readonly string[]): boolean {
  const verbs = verbsOfName(words);
  return (
    verbs.length > 0 && verbs.every(({ verbClass }) => verbClass === "read")
  );
}

type Problem = Exclude<MessageIds, "useLevel">;

/** Compares a level's place among all with what the tool does. */
function findProblem(
  level: number,
  last: number,
  { effect }: ToolEffect,
  highest: Options["highest"],
): Problem | undefined {
  if (effect === "read") {
    return level === last ? "tooHigh" : undefined;
  }
  if (level < last && highest.includes(effect)) {
    return "belowHighest";
  }
  return level === 0 ? "tooLow" : undefined;
}

const effects: Readonly<Record<ToolEffect["effect"], string>> = {
  destroy: "deletes or ends something",
  read: "reads",
  send: "sends something to others",
  write: "changes something",
};

function report(
  tool: Tool,
  { effect, verb }: ToolEffect,
  problem: Problem,
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  if (tool.stake.kind !== "known") {
    return;
  }
  const { place, value } = tool.stake;
  const levels = linted.settings.stakeLevels;
  const last = levels.at(-1) ?? "";
  const wanted = byEffect(levels, effect).filter((level) =>
    problem === "belowHighest"
      ? level === last
      : level !== (problem === "tooLow" ? levels[0] : last),
  );
  context.report({
    loc: locationOf(
      context,
      (place.file === linted.file.path ? place : tool.anchor).range,
    ),
    messageId: problem,
    data: {
      tool: toolName(tool),
      stake: quoted(value.text),
      where: whereElse(place.file, value.module.lineAt(value.range[0]), linted),
      verb,
      effect: effects[effect],
      level: quoted(last),
    },
    suggest: wanted.flatMap((level) => {
      const edits = setStake(tool.stake, level, linted);
      return edits
        ? [
            {
              messageId: "useLevel" as const,
              data: { level },
              fix: fixWith(edits),
            },
          ]
        : [];
    }),
  });
}

/** Only this tool's stake changes: where it names a constant, it names it no more. */
function setStake(
  stake: Tool["stake"],
  level: string,
  { file }: LintedFile,
): readonly SourceEdit[] | undefined {
  if (stake.kind !== "known" || stake.place.file !== file.path) {
    return undefined;
  }
  const { place, value } = stake;
  const isLiteral =
    value.module.path === file.path &&
    place.range[0] <= value.range[0] &&
    value.range[1] <= place.range[1];
  return isLiteral
    ? editSource(file, value, [
        { start: 0, end: value.text.length, text: level },
      ])
    : [{ range: place.range, text: JSON.stringify(level) }];
}
