import { knownVerb } from "./english/known-verb.ts";
import { wordsOfName } from "./english/verb-phrase.ts";
import type { Parameter } from "./mcp/model.ts";

/**
 * Drafts a description for a parameter out of what its schema says: type, enum
 * values, default, and the unit or the meaning its name's last word has.
 *
 * A draft for a person to correct: it says more than the name.
 *
 * @param toolName for what a bare `id` or `path` is one of: in `get_invoice` an
 *   invoice
 */
export function draftDescription(
  parameter: Parameter,
  toolName: string | undefined,
): string {
  const { defaultValue, enumValues } = parameter;
  const draft = draftSubject(parameter, toolName);
  const subject = saysOnlyTheName(draft, parameter.name)
    ? `${draft}, ${formOf(parameter)}`
    : draft;
  const values = enumValues.length > 0 ? `: ${listValues(enumValues)}` : "";
  const fallback =
    defaultValue === undefined ? "" : ` Defaults to ${plain(defaultValue)}.`;
  return `${capitalize(subject)}${values}.${fallback}`;
}

const fillers = new Set(["a", "an", "the", "of", "to", "this"]);

/** Whether a description says nothing but the words of the parameter's name. */
export function saysOnlyTheName(text: string, name: string): boolean {
  const said = text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !fillers.has(word));
  const words = wordsOfName(name);
  const known = new Set(words);
  return (
    said.length > 0 &&
    (said.join("") === words.join("") || said.every((word) => known.has(word)))
  );
}

/** Longest list of values that is spelt out. */
const mostValues = 8;

function listValues(values: readonly string[]): string {
  const shown = values.slice(0, mostValues);
  const last = shown.at(-1) ?? "";
  if (values.length > mostValues) {
    return `${shown.join(", ")}, …`;
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

/** What a value is, by the last word of its name. */
const meanings: ReadonlyMap<string, string> = new Map([
  ["cursor", "cursor that an earlier call returned"],
  ["id", "ID of the"],
  ["ids", "IDs of the"],
  ["name", "name of the"],
  ["path", "path of the"],
  ["title", "title of the"],
  ["token", "token of the"],
  ["type", "type of the"],
  ["url", "URL of the"],
  ["urls", "URLs of the"],
]);

const limits: ReadonlyMap<string, string> = new Map([
  ["limit", "largest"],
  ["max", "largest"],
  ["maximum", "largest"],
  ["min", "smallest"],
  ["minimum", "smallest"],
]);

function draftSubject(
  parameter: Parameter,
  toolName: string | undefined,
): string {
  const { name, type } = parameter;
  const words = wordsOfName(name);
  const [first = name, ...others] = words;
  const last = words.at(-1) ?? name;
  const phrase = words.join(" ");
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
    return draftSwitch(words);
  }
  const meaning = meanings.get(last);
  if (meaning !== undefined) {
    return meaning.endsWith(" the")
      ? `${meaning} ${ownerOf(parameter, toolName, last.endsWith("s"))}`
      : meaning;
  }
  if (last === "at" && first.endsWith("ed")) {
    return `time when it was ${words.slice(0, -1).join(" ")}`;
  }
  return type === "array" && /[^s]s$/.test(last)
    ? `list of ${phrase}`
    : `${phrase}, ${formOf(parameter)}`;
}

/** What the type of a parameter says of its form. */
function formOf({ children, enumValues, name, type }: Parameter): string {
  switch (type) {
    case "array":
      return "as a list";
    case "number":
      return "as a number";
    case "object":
    case "record":
      return children.length > 0 ? "with these fields" : "as an object";
    case "string":
      return wordsOfName(name).includes("text") ? "as a string" : "as text";
    case "enum":
      // The values themselves follow, where they can be read.
      return enumValues.length > 0 ? "one of these" : "one of a fixed set";
    case "union":
      return enumValues.length > 0 ? "one of these" : "in one of several forms";
    default:
      return "in any form";
  }
}

const predicates: ReadonlyMap<string, string> = new Map([
  ["can", "whether it can"],
  ["has", "whether it has"],
  ["is", "whether it is"],
  ["should", "whether to"],
]);

/** “include_archived”, “isArchived”, “verbose”. */
function draftSwitch(words: readonly string[]): string {
  const [first = "", ...others] = words;
  const predicate = predicates.get(first);
  if (predicate !== undefined && others.length > 0) {
    return `${predicate} ${others.join(" ")}`;
  }
  return words.length > 1 && knownVerb(first) !== undefined
    ? `whether to ${words.join(" ")}`
    : `${words.join(" ")}, true or false`;
}

/** What an `id` or a `name` belongs to. */
function ownerOf(
  { name, path }: Parameter,
  toolName: string | undefined,
  isPlural: boolean,
): string {
  const owner = [
    wordsOfName(name).slice(0, -1),
    wordsOfName(parentOf(path)),
    wordsOfName(toolName ?? "").slice(1),
    ["item"],
  ]
    .find((candidate) => candidate.length > 0)
    ?.join(" ");
  return isPlural && owner?.endsWith("s") === false
    ? `${owner}s`
    : (owner ?? "");
}

function parentOf(path: readonly string[]): string {
  const parent = path.slice(0, -1).findLast((step) => /^\w/.test(step)) ?? "";
  if (/[^aeiou]ies$/.test(parent)) {
    return `${parent.slice(0, -3)}y`;
  }
  return /[^isu]s$/.test(parent) ? parent.slice(0, -1) : parent;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
