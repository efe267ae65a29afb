import path from "node:path";
import { completeText, type Tool } from "./mcp/model.ts";
import { unknownPart } from "./source/static-text.ts";
import type { LintedFile } from "./linted-file.ts";

/** How messages call a tool at the start of a sentence. */
export function toolName({ name }: Pick<Tool, "name">): string {
  const text = completeText(name);
  return text === undefined ? "This tool" : quoted(text);
}

/** How messages call a tool in the middle of a sentence. */
export function theTool({ name }: Pick<Tool, "name">): string {
  const text = completeText(name);
  return text === undefined ? "this tool" : quoted(text);
}

const longestName = 60;

/** A name in quotes, cut where nobody would read on. */
export function quoted(name: string): string {
  const oneLine = plain(name);
  // By code point, so that no emoji is cut in two.
  const characters = Array.from(oneLine.slice(0, longestName * 2));
  return `'${characters.length > longestName ? `${characters.slice(0, longestName - 3).join("")}…` : oneLine}'`;
}

/** A path in quotes, cut at its front: the last names are what it is about. */
export function quotedPath(steps: string): string {
  const oneLine = plain(steps);
  return `'${oneLine.length > longestName ? `…${oneLine.slice(3 - longestName)}` : oneLine}'`;
}

function plain(text: string): string {
  return text.replaceAll(unknownPart, "…").replaceAll(/\s+/g, " ").trim();
}

/** `a`, `a or b`, `a, b or c`. */
export function alternatives(names: readonly string[]): string {
  return listed(names, "or");
}

/** `a`, `a and b`, `a, b and c`. */
export function enumeration(names: readonly string[]): string {
  return listed(names, "and");
}

function listed(names: readonly string[], word: "and" | "or"): string {
  const last = names.at(-1) ?? "";
  return names.length > 1
    ? `${names.slice(0, -1).join(", ")} ${word} ${last}`
    : last;
}

/** A file as messages name it: from the app root, or the workspace root. */
export function fileName(
  file: string,
  { roots }: Pick<LintedFile, "roots">,
): string {
  const from = roots.appRoot ?? roots.workspaceRoot;
  return path.relative(from, file).replaceAll("\\", "/");
}

/** ` (in lib/texts.ts, line 3)` for a place in another file; else nothing. */
export function whereElse(
  file: string,
  line: number,
  linted: Pick<LintedFile, "file" | "roots">,
): string {
  return file === linted.file.path
    ? ""
    : ` (in ${fileName(file, linted)}, line ${String(line)})`;
}

/** A question to end a sentence of a message with; nothing without a name. */
export function didYouMean(name: string | undefined): string {
  return name === undefined ? "" : ` Did you mean ${quoted(name)}?`;
}
