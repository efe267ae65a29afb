import type { LintedFile } from "../linted-file.ts";
import { completeText, type Place, type Tool } from "../mcp/model.ts";
import { insertProperty } from "../source/insert-property.ts";
import { writtenKey } from "../source/property-key.ts";
import { editSource, type SourceEdit } from "../source/replace-text.ts";
import type { StaticText } from "../source/static-text.ts";
import type { Range } from "../source/syntax-tree.ts";
import { byLikelihood, closestLevel } from "../stake-levels.ts";
import { alternatives, quoted, toolName, whereElse } from "../wording.ts";

// The stakes of single tools, and the levels of all.

/** What is wrong with one stake, whoever reports it. */
export interface StakeFinding {
  readonly range: Range;
  readonly messageId: "misspelt" | "missing" | "missingBeside" | "unknownLevel";
  readonly data: Readonly<Record<string, string>>;
  readonly fix: readonly SourceEdit[] | undefined;
  /** What sets it to a level, the likeliest first. */
  readonly suggest: readonly {
    readonly level: string;
    readonly edits: readonly SourceEdit[];
  }[];
}

/** What is wrong with the stake that stands at a tool, or should. */
export function toolStakeFinding(
  tool: Tool,
  linted: LintedFile,
): StakeFinding | undefined {
  const { stake } = tool;
  switch (stake.kind) {
    case "absent":
      return missing(tool, linted);
    case "known": {
      const { range } = placeHere(stake.place, tool, linted);
      const start = toolName(tool);
      const name = completeText(tool.name);
      return levelFinding(
        { start, tool: name, value: stake.value, range },
        linted,
      );
    }
    default:
      return undefined;
  }
}

function missing(tool: Tool, linted: LintedFile): StakeFinding {
  const levels = linted.settings.stakeLevels;
  return {
    range: tool.anchor.range,
    messageId: tool.stakesBeside ? "missingBeside" : "missing",
    data: { tool: toolName(tool), levels: alternatives(levels) },
    fix: undefined,
    suggest: suggestions(completeText(tool.name), levels, (level) =>
      addStake(tool, level, linted),
    ),
  };
}

/** A stake that is written somewhere. */
export interface WrittenLevel {
  /** How the message begins. */
  readonly start: string;
  readonly tool: string | undefined;
  readonly value: StaticText;
  readonly range: Range;
}

/** What is wrong with a stake's level; nothing where it can't be read. */
export function levelFinding(
  { range, start, tool, value }: WrittenLevel,
  linted: LintedFile,
): StakeFinding | undefined {
  const levels = linted.settings.stakeLevels;
  if (!value.complete || levels.includes(value.text)) {
    return undefined;
  }
  const { module } = value;
  const data = {
    tool: start,
    stake: quoted(value.text),
    where: whereElse(module.path, module.lineAt(value.range[0]), linted),
  };
  const meant = closestLevel(value.text, levels);
  return meant === undefined
    ? {
        range,
        messageId: "unknownLevel",
        data: { ...data, levels: alternatives(levels) },
        fix: undefined,
        suggest: suggestions(tool, levels, (level) =>
          replaceStake(value, level, linted),
        ),
      }
    : {
        range,
        messageId: "misspelt",
        data: { ...data, level: quoted(meant) },
        fix: replaceStake(value, meant, linted),
        suggest: [],
      };
}

/** A stake from another file is reported at the tool. */
function placeHere(place: Place, tool: Tool, { file }: LintedFile): Place {
  return place.file === file.path ? place : tool.anchor;
}

function suggestions(
  tool: string | undefined,
  levels: readonly string[],
  edit: (level: string) => readonly SourceEdit[] | undefined,
): StakeFinding["suggest"] {
  return byLikelihood(levels, tool).flatMap((level) => {
    const edits = edit(level);
    return edits ? [{ level, edits }] : [];
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
