import { createRule, type RuleContext } from "../src/create-rule.ts";
import {
  judgeLabel,
  reformLabel,
  verbsOfTool,
  type LabelForm,
  type LabelJudgement,
} from "../src/english/display-label.ts";
import { draftLabels, type LabelDraft } from "../src/english/label-draft.ts";
import { applyEdits } from "../src/english/text-edit.ts";
import { fixWith } from "../src/fix.ts";
import { lintedFile, type LintedFile } from "../src/linted-file.ts";
import { locationOf } from "../src/location.ts";
import {
  completeText,
  declaresStakes,
  type DisplayLabels,
  type Place,
  type Tool,
} from "../src/mcp/model.ts";
import { insertProperty } from "../src/source/insert-property.ts";
import { editSource, type SourceEdit } from "../src/source/replace-text.ts";
import type { StaticText } from "../src/source/static-text.ts";
import { wordsOfTools } from "../src/tool-words.ts";
import { quoted, theTool, toolName, whereElse } from "../src/wording.ts";

type MessageIds =
  "doneForm" | "incomplete" | "missing" | "runningForm" | "useLabel";

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
          if (declaresStakes(tool.dialect)) {
            checkTool({
              tool,
              words: words.get(tool) ?? [],
              seen,
              linted,
              context,
            });
          }
        }
      },
    };
  },
});

interface Check {
  readonly tool: Tool;
  /** Those of the tool's name. */
  readonly words: readonly string[];
  readonly seen: Set<string>;
  readonly linted: LintedFile;
  readonly context: RuleContext<MessageIds>;
}

type Key = keyof DisplayLabels;

const forms: Readonly<Record<Key, LabelForm>> = {
  running: "gerund",
  done: "base",
};

const formNames: Readonly<Record<Key, string>> = {
  running: "a gerund, as in 'Listing items'",
  done: "a base verb, as in 'List items'",
};

const examples: Readonly<Record<Key, string>> = {
  running: "one such as 'Listing items'",
  done: "one such as 'List items'",
};

function checkTool(check: Check): void {
  const { tool } = check;
  if (hasNone(tool.displayLabels)) {
    reportMissing(check);
    return;
  }
  if (tool.displayLabels.kind === "known") {
    const { place, value } = tool.displayLabels;
    checkLabel("running", value, place, check);
    checkLabel("done", value, place, check);
  }
}

function hasNone(labels: Tool["displayLabels"]): boolean {
  return (
    labels.kind === "absent" ||
    (labels.kind === "known" &&
      labels.value.running.kind === "absent" &&
      labels.value.done.kind === "absent")
  );
}

function reportMissing({ context, linted, tool, words }: Check): void {
  const draft = draftLabels(words, completeText(tool.description));
  const edit = draft && addLabels(tool.properties, draft, linted);
  context.report({
    loc: locationOf(context, tool.anchor.range),
    messageId: "missing",
    data: { tool: toolName(tool) },
    fix: edit ? fixWith([edit]) : null,
  });
}

function addLabels(
  properties: Place | undefined,
  { done, running }: LabelDraft,
  { file }: LintedFile,
): SourceEdit | undefined {
  const lines = [
    "displayLabels: {",
    `  running: ${JSON.stringify(running)},`,
    `  done: ${JSON.stringify(done)},`,
    "}",
  ];
  return properties?.file === file.path
    ? insertProperty(file, properties.range, lines.join("\n"), ["stake"])
    : undefined;
}

function checkLabel(
  key: Key,
  labels: DisplayLabels,
  place: Place,
  check: Check,
): void {
  const label = labels[key];
  if (label.kind === "absent") {
    reportIncomplete(key, labels, place, check);
  } else if (label.kind === "known" && label.value.complete) {
    if (label.value.text.trim() === "") {
      reportEmpty(key, labels, label, check);
    } else {
      checkForm(key, labels, label, check);
    }
  }
}

type KnownLabel = Extract<DisplayLabels[Key], { kind: "known" }>;

function checkForm(
  key: Key,
  labels: DisplayLabels,
  { place, value }: KnownLabel,
  check: Check,
): void {
  const { context, linted, tool } = check;
  const judgement = judge(key, value.text, labels, check);
  if (
    judgement.verdict !== "wrong" ||
    isSeen(`${key} ${String(value.range[0])} ${value.module.path}`, check)
  ) {
    return;
  }
  const better = judgement.edits && applyEdits(value.text, judgement.edits);
  const edits =
    judgement.edits && isSpeltOutAt(place, value)
      ? editSource(linted.file, value, judgement.edits)
      : undefined;
  context.report({
    loc: locationOf(context, placeHere(place, tool, linted).range),
    messageId: `${key}Form`,
    data: {
      tool: theTool(tool),
      label: quoted(value.text),
      where: whereElse(
        value.module.path,
        value.module.lineAt(value.range[0]),
        linted,
      ),
      wanted: better === undefined ? examples[key] : quoted(better),
    },
    fix: edits ? fixWith(edits) : null,
    suggest:
      better === undefined ? suggestLabel(key, labels, value, check) : [],
  });
}

/** What name, description and the other label say is seldom needed. */
function judge(
  key: Key,
  text: string,
  labels: DisplayLabels,
  { tool, words }: Check,
): LabelJudgement {
  const alone = judgeLabel(text, forms[key], new Set());
  return alone.verdict === "right"
    ? alone
    : judgeLabel(
        text,
        forms[key],
        verbsOfTool({
          words,
          description: completeText(tool.description),
          running: completeText(labels.running),
          done: completeText(labels.done),
        }),
      );
}

/** Whether something was reported for another tool that shares it. */
function isSeen(what: string, { seen }: Check): boolean {
  const known = seen.has(what);
  seen.add(what);
  return known;
}

/** A constant may be the other label too, which has to stay as it is. */
function isSpeltOutAt({ file, range }: Place, text: StaticText): boolean {
  return (
    text.module.path === file &&
    range[0] <= text.range[0] &&
    text.range[1] <= range[1]
  );
}

/** Labels from another file are reported at the tool. */
function placeHere(place: Place, tool: Tool, { file }: LintedFile): Place {
  return place.file === file.path ? place : tool.anchor;
}

function reportIncomplete(
  key: Key,
  labels: DisplayLabels,
  place: Place,
  check: Check,
): void {
  const { context, linted, tool } = check;
  if (isSeen(`${key} ${String(place.range[0])} ${place.file}`, check)) {
    return;
  }
  const label = draftLabel(key, labels, check);
  const edit =
    label !== undefined && place.file === linted.file.path
      ? insertProperty(
          linted.file,
          place.range,
          `${key}: ${JSON.stringify(label)}`,
          ["running"],
        )
      : undefined;
  context.report({
    loc: locationOf(context, placeHere(place, tool, linted).range),
    messageId: "incomplete",
    data: { tool: theTool(tool), key, form: formNames[key] },
    fix: edit ? fixWith([edit]) : null,
  });
}

function reportEmpty(
  key: Key,
  labels: DisplayLabels,
  { place, value }: KnownLabel,
  check: Check,
): void {
  const { context, linted, tool } = check;
  const label = draftLabel(key, labels, check);
  const edits =
    label !== undefined && isSpeltOutAt(place, value)
      ? editSource(linted.file, value, [
          { start: 0, end: value.text.length, text: label },
        ])
      : undefined;
  context.report({
    loc: locationOf(context, placeHere(place, tool, linted).range),
    messageId: "incomplete",
    data: { tool: theTool(tool), key, form: formNames[key] },
    fix: edits ? fixWith(edits) : null,
  });
}

/** From the tool's other label, else from its name or description. */
function draftLabel(
  key: Key,
  labels: DisplayLabels,
  { tool, words }: Check,
): string | undefined {
  const other = completeText(labels[key === "done" ? "running" : "done"]);
  return (
    reformLabel(other ?? "", forms[key]) ??
    draftLabels(words, completeText(tool.description))?.[key]
  );
}

/** Another text for a label without a verb. */
function suggestLabel(
  key: Key,
  labels: DisplayLabels,
  value: StaticText,
  check: Check,
) {
  const label = draftLabel(key, labels, check);
  const edits =
    label === undefined
      ? undefined
      : editSource(check.linted.file, value, [
          { start: 0, end: value.text.length, text: label },
        ]);
  return edits && label !== undefined
    ? [{ messageId: "useLabel" as const, data: { label }, fix: fixWith(edits) }]
    : [];
}
