import {
  BE,
  LeadInReader,
  type MainVerb,
  MODALS,
  TOOL_ADJECTIVES,
} from "./lead-in-reader.ts";
import type { Token } from "./sentence.ts";
import type { VerbForm } from "./verb-form.ts";
import { isAdverb } from "./word-kind.ts";

/** The main verb behind a lead-in (“This tool lists …”, “Allows you to list …”). */
export interface LeadIn {
  readonly problem: "lead-in" | "modal";
  /** Where the part to keep starts: the main verb or an adverb before it. Undefined when no verb is to be found. */
  readonly verb: MainVerb | undefined;
  /** Nobody knows whether who may do it can be left out. */
  readonly unsure: boolean;
  /** Form of later verbs that share the lead-in's subject. */
  readonly coordinated: VerbForm;
  /** Index of the last token of the lead-in. */
  readonly last: number;
}

const USE = new Set(["call", "invoke", "use"]);

/**
 * Recognises an opening that only introduces the verb: a subject (“This tool lists”, “A function which splits”), a purpose (“Used to list”,
 * “Tool for listing”, “Ability to list”), permission (“Allows you to list”), a modal (“Can list”), an order to use the tool (“Use this to list”).
 * Undefined when the sentence opens otherwise; a lead-in without a verb that it leads to comes back without one.
 */
export function findLeadIn(
  tokens: readonly Token[],
  toolName: readonly string[] | undefined,
  verbs: ReadonlySet<string> | undefined,
): LeadIn | undefined {
  const reader = new LeadInReader(tokens, verbs);
  const first = reader.word(0);
  const leadIn = (
    problem: LeadIn["problem"],
    main: MainVerb | undefined,
    last: number,
  ): LeadIn => ({
    problem,
    verb: main,
    unsure: main?.unsure === true,
    coordinated: main?.coordinated ?? main?.form ?? "base",
    last: main === undefined ? last : main.at,
  });

  if (
    USE.has(first) ||
    first === "run" ||
    first === "execute" ||
    first === "try"
  ) {
    const end =
      first === "use" &&
      /^(?:to|for|when|whenever|if|only|before|after|while|with)$/.test(
        reader.word(1),
      )
        ? 1
        : usedEnd(reader, first);
    if (end === undefined) return undefined;
    let at = end;
    while (
      isAdverb(reader.word(at)) ||
      reader.word(at) === "," ||
      reader.word(at) === "only"
    )
      at += 1;
    const word = reader.word(at);
    if (first === "use" && end === 1 && word === "with") return undefined;
    // "Call this first to …" says when as well.
    const timed = /^(?:first|once|instead)$/.test(reader.word(end));
    const main =
      word === "as"
        ? undefined
        : /^(?:when|whenever|if|where|anytime)$/.test(word)
          ? reader.needing(at + 1)
          : reader.infinitive(at);
    return leadIn(
      "lead-in",
      main && timed ? { ...main, unsure: true } : main,
      Math.max(0, end - 1),
    );
  }
  if (MODALS.has(first))
    return leadIn(
      "modal",
      reader.predicate(0, false),
      reader.word(1) === "be" ? 1 : 0,
    );
  if (
    /^(?:you|users|agents|clients|we|i|one)$/.test(first) &&
    MODALS.has(reader.word(1))
  ) {
    const end = USE.has(reader.word(2))
      ? usedEnd(reader, reader.word(2), 3)
      : undefined;
    const main =
      end === undefined ? reader.predicate(1, false) : reader.infinitive(end);
    // "You should call this first" says when, not what.
    const about = end === undefined && USE.has(main?.base ?? "");
    return leadIn("lead-in", about ? undefined : main, 1);
  }
  if (first === "with" && /^(?:this|it)$/.test(reader.word(1))) {
    let at = Math.max(2, reader.subjectEnd(1));
    if (reader.word(at) === ",") at += 1;
    const people = reader.skipPeople(at);
    if (people === at || !MODALS.has(reader.word(people))) return undefined;
    return leadIn("lead-in", reader.verb(people + 1, "base"), people);
  }
  // "Ability to", "A way to", "The ability to"
  let means = /^(?:the|a|an)$/.test(first) ? 1 : 0;
  while (TOOL_ADJECTIVES.has(reader.word(means))) means += 1;
  if (
    /^(?:ability|possibility|option|way|means|capability|method|functionality|opportunity)$/.test(
      reader.word(means),
    )
  ) {
    const main = reader.infinitive(means + 1);
    if (main !== undefined) return leadIn("lead-in", main, means);
  }
  // "The purpose of this tool is to merge two files"
  if (
    /^(?:aim|goal|job|purpose|task)$/.test(reader.word(means)) &&
    reader.word(means + 1) === "of"
  ) {
    const be = reader.subjectEnd(means + 2);
    if (be > means + 2 && BE.has(reader.word(be))) {
      const main = reader.infinitive(be + 1);
      if (main !== undefined) return leadIn("lead-in", main, be);
    }
  }
  if (/^(?:we|i|you|they)$/.test(first))
    return leadIn("lead-in", reader.verb(1, "base"), 0);
  const end = reader.subjectEnd(0);
  if (end > 0) {
    const main = reader.subject(0);
    if (main !== undefined) return leadIn("lead-in", main, end - 1);
    const pronoun = first === "this" || first === "it";
    return pronoun ? leadIn("lead-in", undefined, end - 1) : undefined;
  }
  if (
    toolName !== undefined &&
    tokens[0]?.text.toLowerCase() === toolName.join("_") &&
    toolName.length > 1
  ) {
    return leadIn("lead-in", reader.predicate(1, true), 0);
  }
  if (
    (BE.has(first) && first !== "be" && first !== "been") ||
    /^(?:used|able|responsible|capable|designed|intended|meant|useful|helpful|handy)$/.test(
      first,
    )
  ) {
    const main = reader.predicate(0, false);
    return leadIn("lead-in", main, 0);
  }
  // "For sending a voucher", but "For sending a voucher, call …"
  if (first === "for" && !tokens.some(({ lower }) => /^[,:;–—]$/.test(lower))) {
    const main = reader.infinitive(0);
    if (main?.at === 1) return leadIn("lead-in", main, 0);
  }
  if (first === "in" && reader.word(1) === "charge")
    return leadIn("lead-in", reader.infinitive(2), 1);
  if (
    /^(?:allows|enables|lets|permits|helps|provides|offers|gives|opens|makes|serves|aims|allowing|enabling|has|adds|grants|empowers)$/.test(
      first,
    )
  ) {
    const main = reader.predicate(0, false);
    if (main !== undefined) return leadIn("lead-in", main, 0);
  }
  return undefined;
}

/** The index after “use this tool”, “call it”; undefined when the verb is meant (“Use the given font”, “Run this query”). */
function usedEnd(
  reader: LeadInReader,
  verb: string,
  from = 1,
): number | undefined {
  if (reader.word(from) === "it") return from + 1;
  if (!/^(?:this|the)$/.test(reader.word(from))) return undefined;
  const end = reader.subjectEnd(from);
  const hasNoun = end > from + 1 || (end > from && reader.word(from) === "the");
  if (hasNoun)
    return reader.word(from) === "the" ||
      verb === "run" ||
      verb === "execute" ||
      verb === "try"
      ? reader.word(end - 1) === "tool"
        ? end
        : undefined
      : end;
  return reader.word(from) === "this" &&
    /^(?:to|for|when|whenever|if|only|before|after|as|in|first|once|instead)$/.test(
      reader.word(from + 1),
    ) &&
    verb !== "run" &&
    verb !== "execute"
    ? from + 1
    : undefined;
}
