import { wordsOfName } from "./english/verb-phrase.ts";
import type { Parameter } from "./mcp/model.ts";

/**
 * Drafts a description for a parameter out of what its schema says: type, enum
 * values, default, and the unit or the meaning its name's last word has.
 *
 * A draft for a person to correct: it says more than the name, and nothing
 * that the schema doesn't show.
 *
 * @param toolName for what a bare `id` or `path` is one of: in `get_invoice` an
 *   invoice
 */
export function draftDescription(
  parameter: Parameter,
  toolName: string | undefined,
): string {
  const { defaultValue, enumValues } = parameter;
  const subject = draftSubject(parameter, toolName);
  const values = enumValues.length > 0 ? `: ${listValues(enumValues)}` : "";
  const fallback =
    defaultValue === undefined ? "" : ` Defaults to ${plain(defaultValue)}.`;
  return `${capitalize(subject)}${values}.${fallback}`;
}

/** Longest list of values that is spelt out. */
const mostValues = 8;

function listValues(values: readonly string[]): string {
  const shown = values.slice(0, mostValues);
  const last = shown.at(-1) ?? "";
  if (values.length > mostValues) {
    return `one of ${shown.join(", ")}, …`;
  }
  return shown.length > 1
    ? `${shown.slice(0, -1).join(", ")} or ${last}`
    : last;
}

function plain(value: string): string {
  return value.replaceAll('"', "'");
}

const units: ReadonlyMap<string, string> = new Map([
  ["bytes", "in bytes"],
  ["days", "in days"],
  ["hours", "in hours"],
  ["kb", "in kilobytes"],
  ["km", "in kilometres"],
  ["mb", "in megabytes"],
  ["meters", "in metres"],
  ["minutes", "in minutes"],
  ["ms", "in milliseconds"],
  ["pct", "in percent"],
  ["percent", "in percent"],
  ["sec", "in seconds"],
  ["seconds", "in seconds"],
]);

/** What a value is, by the last word of its name: before and after the rest. */
const meanings: ReadonlyMap<string, readonly [before: string, after: string]> =
  new Map([
    ["at", ["time of", "in ISO 8601"]],
    ["cursor", ["cursor that an earlier call returned", ""]],
    ["date", ["date of", "in ISO 8601"]],
    ["id", ["ID of the", ""]],
    ["ids", ["IDs of the", ""]],
    ["name", ["name of the", ""]],
    ["path", ["path of the", ""]],
    ["title", ["title of the", ""]],
    ["token", ["token of the", ""]],
    ["type", ["type of the", ""]],
    ["url", ["URL of the", ""]],
    ["urls", ["URLs of the", ""]],
  ]);

const limits: ReadonlyMap<string, string> = new Map([
  ["limit", "largest"],
  ["max", "largest"],
  ["maximum", "largest"],
  ["min", "smallest"],
  ["minimum", "smallest"],
]);

function draftSubject(
  { name, path, type }: Parameter,
  toolName: string | undefined,
): string {
  const words = wordsOfName(name);
  const [first = name, ...others] = words;
  const last = words.at(-1) ?? name;
  const unit = units.get(last);
  if (unit !== undefined && words.length > 1) {
    return `${words.slice(0, -1).join(" ")}, ${unit}`;
  }
  const limit = limits.get(first);
  if (limit !== undefined && type === "number") {
    const counted = others.join(" ") || "results";
    return counted.endsWith("s")
      ? `${limit} number of ${counted} to return`
      : `${limit} ${counted}`;
  }
  if (type === "boolean") {
    return `whether to ${words.join(" ")}`;
  }
  const meaning = meanings.get(last);
  if (meaning) {
    const [before, after] = meaning;
    const owner = [
      words.slice(0, -1),
      wordsOfName(parentOf(path)),
      wordsOfName(toolName ?? "").slice(1),
      ["item"],
    ].find((candidate) => candidate.length > 0);
    return [before, owner?.join(" ") ?? "", after]
      .filter((part) => part !== "")
      .join(" ");
  }
  switch (type) {
    case "array":
      return `list of ${words.join(" ")}`;
    case "enum":
      return `${words.join(" ")}, one of these`;
    case "number":
      return `${words.join(" ")}, as a number`;
    case "object":
    case "record":
      return `${words.join(" ")}, with these fields`;
    case "string":
      return `${words.join(" ")}, as text`;
    default:
      return `${words.join(" ")} to use`;
  }
}

function parentOf(path: readonly string[]): string {
  const parent = path.slice(0, -1).findLast((step) => /^\w/.test(step)) ?? "";
  return parent.endsWith("s") ? parent.slice(0, -1) : parent;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
