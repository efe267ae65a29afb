import path from "node:path";
import { completeText, type Field, type Tool } from "./mcp/model.ts";
import type { StaticText } from "./source/static-text.ts";
import type { LintedFile } from "./linted-file.ts";

/** How messages call a tool. */
export function toolName({ name }: Pick<Tool, "name">): string {
  return named("tool", name);
}

function named(what: string, name: Field<StaticText>): string {
  const text = completeText(name);
  return text === undefined ? `This ${what}` : quoted(text);
}

/** A name in quotes, cut where nobody would read on. */
export function quoted(name: string): string {
  const oneLine = name.replaceAll(/\s+/g, " ").trim();
  return `'${oneLine.length > 60 ? `${oneLine.slice(0, 57)}…` : oneLine}'`;
}

/** `a`, `a or b`, `a, b or c`. */
export function alternatives(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length > 1
    ? `${names.slice(0, -1).join(", ")} or ${last}`
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
