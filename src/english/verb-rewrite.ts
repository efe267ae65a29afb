import { findCoordinatedVerbs, recase } from "./coordinated-verb.ts";
import type { Rewrite } from "./opening-judgement.ts";
import type { Token } from "./sentence.ts";
import type { TextEdit } from "./text-edit.ts";
import { thirdPersonOf, type VerbForm } from "./verb-form.ts";
import type { Surroundings } from "./surroundings.ts";

/** The model for a word that takes over a place: only the first letter's case counts, and an identifier's says nothing. */
export function capital(token: Token): string {
  return token.text.includes("_") ? "A" : token.text.charAt(0);
}

/** Drops everything before the verb (or the adverb before it), and puts it and the verbs coordinated with it into the base form. */
export function keepFromVerb(
  { tokens, verbs }: Surroundings,
  verb: {
    readonly keepFrom: number;
    readonly at: number;
    readonly base: string;
  },
  coordinated: VerbForm,
): Rewrite {
  const first = tokens[0];
  const kept = tokens[verb.keepFrom];
  const head = tokens[verb.at];
  if (first === undefined || kept === undefined || head === undefined)
    return { edits: [], safe: false };
  const others =
    coordinated === "base"
      ? { edits: [], certain: true }
      : findCoordinatedVerbs(tokens, verb.at, coordinated, verbs);
  const baseText = withPrefix(head, verb.base);
  const edits: TextEdit[] = [];
  if (kept === head) {
    edits.push({
      start: first.start,
      end: head.end,
      text: headCase(baseText, head, first),
    });
  } else {
    edits.push({
      start: first.start,
      end: kept.end,
      text: recase(kept.text, capital(first)),
    });
    edits.push({
      start: head.start,
      end: head.end,
      text: recase(baseText, head.text),
    });
  }
  // "for filtering of orders": the "of" goes with the noun.
  const of = tokens[verb.at + 1];
  if (
    of?.lower === "of" &&
    head.lower !== verb.base &&
    head.lower !== thirdPersonOf(verb.base)
  )
    edits.push({ start: head.end, end: of.end, text: "" });
  return { edits: [...edits, ...others.edits], safe: others.certain };
}

/** ALL CAPS stay; otherwise the verb takes the capital of what stood first. */
function headCase(base: string, head: Token, first: Token): string {
  const caps = recase(base, head.text);
  return caps === base.toUpperCase() && head.text.length > 1
    ? caps
    : recase(base, capital(first));
}

/** A hyphenated verb keeps its own spelling of the first half. */
export function withPrefix(head: Token, base: string): string {
  return head.text === head.text.toUpperCase()
    ? base
    : base.includes("-")
      ? head.text.slice(0, base.lastIndexOf("-") + 1) +
        base.slice(base.lastIndexOf("-") + 1)
      : base;
}
