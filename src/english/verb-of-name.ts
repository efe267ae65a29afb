import { knownVerb } from "./known-verb.ts";
import { isAdverb, isConjunction, isPlural } from "./word-kind.ts";

/** A verb that opens a tool's name for certain: `get_…`, but not `ticket_…`. */
export function isVerbOfName(word: string): boolean {
  const leaning = knownVerb(word)?.leaning;
  return leaning === "pure" || leaning === "verb";
}

/** `get_order_status` shows that “Order status …” is what the tool gets. */
export function isNounInName(
  word: string,
  next: string,
  name: readonly string[],
): boolean {
  const position = name.findIndex(
    (part) => part === word || part === `${word}s`,
  );
  if (position <= 0) return false;
  const first = name[0] ?? "";
  if (
    first === word ||
    !isVerbOfName(first) ||
    isAdverb(first) ||
    isConjunction(name[position - 1] ?? "")
  )
    return false;
  const after = name[position + 1];
  return after === undefined
    ? false
    : after === next || `${after}s` === next || after === `${next}s`;
}

/** Verbs of a name that say what kind of tool it is, and seldom open its description: “Query rows …” of `run_query`. */
const LIGHT_VERBS = new Set(
  "add apply create do execute give invoke issue make perform place post raise run schedule send set start submit take trigger use write".split(
    " ",
  ),
);

/** Whether the name has the word as what its verb acts on: “Order lines …” of `get_order`. Weaker than `isNounInName`. */
export function isObjectInName(word: string, name: readonly string[]): boolean {
  const position = name.findIndex(
    (part) => part === word || part === `${word}s`,
  );
  const first = name[0] ?? "";
  return (
    position > 0 &&
    first !== word &&
    isVerbOfName(first) &&
    !LIGHT_VERBS.has(first) &&
    !isAdverb(first) &&
    !isConjunction(name[position - 1] ?? "")
  );
}

/** “Dock robots for charging” of park_robot: the name has another verb for what is done to it; a noun before it would be in the name. */
export function namesSameObject(
  word: string,
  head: string,
  name: readonly string[],
): boolean {
  const [verb = ""] = name;
  return (
    name.length === 2 &&
    verb !== word &&
    isPlural(head) &&
    isVerbOfName(verb) &&
    knownVerb(verb)?.verbClass !== "read" &&
    isInName(head, name)
  );
}

/** Whether the name holds the noun, in either number. */
export function isInName(noun: string, name: readonly string[]): boolean {
  return name.some(
    (part) =>
      part === noun ||
      `${part}s` === noun ||
      `${part}es` === noun ||
      part === `${noun}s`,
  );
}
