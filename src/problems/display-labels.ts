import {
  judgeLabel,
  reformLabel,
  verbsOfTool,
  type LabelForm,
  type LabelJudgement,
} from "../english/display-label.ts";
import { draftLabels, type LabelDraft } from "../english/label-draft.ts";
import { applyEdits } from "../english/text-edit.ts";
import type { LintedFile } from "../linted-file.ts";
import {
  completeText,
  type DisplayLabels,
  type Place,
  type Tool,
} from "../mcp/model.ts";
import { insertProperty } from "../source/insert-property.ts";
import { editSource, type SourceEdit } from "../source/replace-text.ts";
import type { StaticText } from "../source/static-text.ts";
import type { Range } from "../source/syntax-tree.ts";
import { quoted, theTool, toolName, whereElse } from "../wording.ts";

/** What is wrong with a tool's labels, whoever reports it. */
export interface LabelProblem {
  readonly range: Range;
  readonly messageId: "doneForm" | "incomplete" | "missing" | "runningForm";
  readonly data: Readonly<Record<string, string>>;
  readonly fix: readonly SourceEdit[] | undefined;
  /** Another text for a label without a verb. */
  readonly suggest:
    | { readonly label: string; readonly edits: readonly SourceEdit[] }
    | undefined;
}

/** A tool whose labels are judged. */
export interface LabelledTool {
  readonly tool: Tool;
  /** Those of the tool's name. */
  readonly words: readonly string[];
  /** Places that something was reported for: tools may share their labels. */
  readonly seen: Set<string>;
  readonly linted: LintedFile;
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

/** What is wrong with the display labels of a tool. */
export function labelProblems(labelled: LabelledTool): LabelProblem[] {
  const { displayLabels } = labelled.tool;
  if (hasNone(displayLabels)) {
    return [missing(labelled)];
  }
  if (displayLabels.kind !== "known") {
    return [];
  }
  const { place, value } = displayLabels;
  return (["running", "done"] as const).flatMap(
    (key) => labelProblem(key, value, place, labelled) ?? [],
  );
}

function hasNone(labels: Tool["displayLabels"]): boolean {
  return (
    labels.kind === "absent" ||
    (labels.kind === "known" &&
      labels.value.running.kind === "absent" &&
      labels.value.done.kind === "absent")
  );
}

function missing({ linted, tool, words }: LabelledTool): LabelProblem {
  const draft = draftLabels(words, completeText(tool.description));
  const edit = draft && addLabels(tool.properties, draft, linted);
  return {
    range: tool.anchor.range,
    messageId: "missing",
    data: { tool: toolName(tool) },
    fix: edit && [edit],
    suggest: undefined,
  };
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

function labelProblem(
  key: Key,
  labels: DisplayLabels,
  place: Place,
  labelled: LabelledTool,
): LabelProblem | undefined {
  const label = labels[key];
  if (label.kind === "absent") {
    return incomplete(key, labels, place, labelled);
  }
  if (label.kind !== "known" || !label.value.complete) {
    return undefined;
  }
  return label.value.text.trim() === ""
    ? empty(key, labels, label, labelled)
    : wrongForm(key, labels, label, labelled);
}

type KnownLabel = Extract<DisplayLabels[Key], { kind: "known" }>;

function wrongForm(
  key: Key,
  labels: DisplayLabels,
  { place, value }: KnownLabel,
  labelled: LabelledTool,
): LabelProblem | undefined {
  const { linted, tool } = labelled;
  const judgement = judge(key, value.text, labels, labelled);
  if (
    judgement.verdict !== "wrong" ||
    isSeen(`${key} ${String(value.range[0])} ${value.module.path}`, labelled)
  ) {
    return undefined;
  }
  const better = judgement.edits && applyEdits(value.text, judgement.edits);
  const { module } = value;
  return {
    range: placeHere(place, tool, linted).range,
    messageId: `${key}Form`,
    data: {
      tool: theTool(tool),
      label: quoted(value.text),
      where: whereElse(module.path, module.lineAt(value.range[0]), linted),
      wanted: better === undefined ? examples[key] : quoted(better),
    },
    fix:
      judgement.edits && isSpeltOutAt(place, value)
        ? editSource(linted.file, value, judgement.edits)
        : undefined,
    suggest:
      better === undefined
        ? otherLabel(key, labels, value, labelled)
        : undefined,
  };
}

/** What name, description and the other label say is seldom needed. */
function judge(
  key: Key,
  text: string,
  labels: DisplayLabels,
  { tool, words }: LabelledTool,
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
function isSeen(what: string, { seen }: LabelledTool): boolean {
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

function incomplete(
  key: Key,
  labels: DisplayLabels,
  place: Place,
  labelled: LabelledTool,
): LabelProblem | undefined {
  const { linted, tool } = labelled;
  if (isSeen(`${key} ${String(place.range[0])} ${place.file}`, labelled)) {
    return undefined;
  }
  const label = draftLabel(key, labels, labelled);
  const edit =
    label !== undefined && place.file === linted.file.path
      ? insertProperty(
          linted.file,
          place.range,
          `${key}: ${JSON.stringify(label)}`,
          ["running"],
        )
      : undefined;
  return notThere(key, placeHere(place, tool, linted), tool, edit && [edit]);
}

function empty(
  key: Key,
  labels: DisplayLabels,
  { place, value }: KnownLabel,
  labelled: LabelledTool,
): LabelProblem {
  const { linted, tool } = labelled;
  const label = draftLabel(key, labels, labelled);
  const edits =
    label !== undefined && isSpeltOutAt(place, value)
      ? editSource(linted.file, value, [
          { start: 0, end: value.text.length, text: label },
        ])
      : undefined;
  return notThere(key, placeHere(place, tool, linted), tool, edits);
}

function notThere(
  key: Key,
  { range }: Place,
  tool: Tool,
  fix: LabelProblem["fix"],
): LabelProblem {
  return {
    range,
    messageId: "incomplete",
    data: { tool: theTool(tool), key, form: formNames[key] },
    fix,
    suggest: undefined,
  };
}

/** From the tool's other label, else from its name or description. */
function draftLabel(
  key: Key,
  labels: DisplayLabels,
  { tool, words }: LabelledTool,
): string | undefined {
  const other = completeText(labels[key === "done" ? "running" : "done"]);
  return (
    reformLabel(other ?? "", forms[key]) ??
    draftLabels(words, completeText(tool.description))?.[key]
  );
}

function otherLabel(
  key: Key,
  labels: DisplayLabels,
  value: StaticText,
  labelled: LabelledTool,
): LabelProblem["suggest"] {
  const label = draftLabel(key, labels, labelled);
  const edits =
    label === undefined
      ? undefined
      : editSource(labelled.linted.file, value, [
          { start: 0, end: value.text.length, text: label },
        ]);
  return edits && label !== undefined ? { label, edits } : undefined;
}
