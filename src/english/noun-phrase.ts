import { recase } from "./coordinated-verb.ts";
import { gerundOf } from "./gerund.ts";
import { knownVerb } from "./known-verb.ts";
import { ACTION_NOUNS, RESULT_NOUNS } from "./lexicon/action-nouns.ts";
import type { Rewrite } from "./opening-judgement.ts";
import type { TextEdit } from "./text-edit.ts";
import type { Token } from "./sentence.ts";
import { thirdPersonOf, verbReadings } from "./verb-form.ts";
import {
  isAgentNoun,
  isBrand,
  isGerundNoun,
  isPlural,
  isPreposition,
  isToolNoun,
} from "./word-kind.ts";

interface NamedVerb {
  readonly verb: string;
  readonly safe: boolean;
}

/** The verb that a noun of action stands for (“deletion” → “delete”), or undefined. */
function verbOfActionNoun(noun: string): NamedVerb | undefined {
  if (Object.hasOwn(ACTION_NOUNS, noun))
    return { verb: ACTION_NOUNS[noun] ?? noun, safe: true };
  if (Object.hasOwn(RESULT_NOUNS, noun))
    return { verb: RESULT_NOUNS[noun] ?? noun, safe: false };
  return undefined;
}

/** Beside a noun of action a gerund is one too: “Retrieval and ranking of documents”. */
function verbOfCoordinatedNoun(noun: string): NamedVerb | undefined {
  const gerund = verbReadings(noun).find(({ form }) => form === "gerund");
  return (
    verbOfActionNoun(noun) ??
    (gerund === undefined ? undefined : { verb: gerund.base, safe: true })
  );
}

/** A noun phrase that carries its verb, rewritten: “Deletion of a row” → “Delete a row”. */
export interface Denominalised {
  readonly verb: string;
  readonly last: number;
  readonly rewrite: Rewrite;
}

/**
 * Rewrites “<noun of action> of …” at `at` (“Creation and deletion of X”, “List of X”) into its verb. `from` is where the opening starts, an
 * article included. Undefined when the noun carries no verb.
 */
export function rewriteActionNoun(
  tokens: readonly Token[],
  from: number,
  at: number,
): Denominalised | undefined {
  const first = tokens[at];
  const opening = tokens[from];
  if (first === undefined || opening === undefined) return undefined;
  const named = verbOfActionNoun(first.lower);
  if (named === undefined) return undefined;
  const head = {
    start: opening.start,
    end: first.end,
    text: recase(named.verb, from === at ? first.text : opening.text),
  };
  let index = at + 1;
  let safe = named.safe;
  const edits = [head];
  while (/^(?:and|or|,|\/|&)$/.test(tokens[index]?.lower ?? "")) {
    let next = index + 1;
    while (/^(?:and|or)$/.test(tokens[next]?.lower ?? "")) next += 1;
    const token = tokens[next];
    const other =
      token === undefined ? undefined : verbOfCoordinatedNoun(token.lower);
    if (token === undefined || other === undefined) return undefined;
    edits.push({
      start: token.start,
      end: token.end,
      text: recase(other.verb, token.text),
    });
    safe = safe && other.safe;
    index = next + 1;
  }
  const of = tokens[index];
  const before = tokens[index - 1];
  if (
    of?.lower !== "of" ||
    before === undefined ||
    tokens[index + 1]?.isWord !== true
  )
    return undefined;
  // "Deletion of a row": the "of" goes with the white space before it.
  edits.push({ start: before.end, end: of.end, text: "" });
  edits.push(...laterActionNouns(tokens, index + 1));
  return { verb: named.verb, last: at, rewrite: { edits, safe } };
}

/** “Retrieval of rooms and listing of prices”: the second noun of action, with its “of”. */
function laterActionNouns(
  tokens: readonly Token[],
  from: number,
): readonly TextEdit[] {
  return tokens.flatMap((token, index) => {
    const of = tokens[index + 1];
    if (index <= from || of?.lower !== "of") return [];
    if (!/^(?:and|or|,)$/.test(tokens[index - 1]?.lower ?? "")) return [];
    const named = verbOfCoordinatedNoun(token.lower);
    if (named === undefined) return [];
    return [
      { start: token.start, end: of.end, text: recase(named.verb, token.text) },
    ];
  });
}

/** “Merging of two accounts” → “Merge two accounts”; undefined for a gerund that is a noun of its own (“Recording of a call”). */
export function rewriteGerundOf(
  tokens: readonly Token[],
  base: string,
): Denominalised | undefined {
  const [gerund, of, object] = tokens;
  if (gerund === undefined || of === undefined || object?.isWord !== true)
    return undefined;
  if (isGerundNoun(gerund.lower)) return undefined;
  const edits = [
    { start: gerund.start, end: of.end, text: recase(base, gerund.text) },
  ];
  return {
    verb: base,
    last: 0,
    rewrite: { edits, safe: knownVerb(base)?.leaning === "pure" },
  };
}

/** A regular plural. */
function pluralOf(noun: string): string {
  return thirdPersonOf(noun);
}

/**
 * Suggests to start a noun phrase with the verb of the tool's name: “Order status by number” of `get_order_status` → “Get order status by
 * number”, “Microsoft Excel file listing from …” of `list_files` → “List Microsoft Excel files from …”. Empty where that makes no sense.
 */
export function suggestVerbFromName(
  tokens: readonly Token[],
  name: readonly string[],
):
  { readonly verb: string; readonly rewrites: readonly Rewrite[] } | undefined {
  const verb = name[0];
  const first = tokens[0];
  if (verb === undefined || first === undefined || name.length < 2)
    return undefined;
  const known = knownVerb(verb);
  if (
    known === undefined ||
    known.adjective ||
    (known.leaning !== "pure" && known.leaning !== "verb")
  )
    return undefined;
  if (
    tokens
      .slice(0, 12)
      .some(
        (token) =>
          token.lower === verb ||
          isToolNoun(token.lower) ||
          isAgentNoun(token.lower),
      )
  )
    return undefined;
  if (!first.isWord || isPreposition(first.lower)) return undefined;
  // "Keyword search for notes" holds its verb already.
  if (
    tokens
      .slice(1, 4)
      .some(({ lower }) => /^(?:lookup|query|search)$/.test(lower))
  )
    return undefined;
  const capitalised = verb.charAt(0).toUpperCase() + verb.slice(1);
  const start = {
    start: first.start,
    end: first.end,
    text: `${capitalised} ${lowered(first)}`,
  };
  const gerund = gerundOf(verb);
  for (let index = 1; index < Math.min(tokens.length, 8); index += 1) {
    const token = tokens[index];
    const noun = tokens[index - 1];
    if (token === undefined || noun === undefined || token.lower !== gerund)
      continue;
    const follower = tokens[index + 1];
    if (
      follower !== undefined &&
      follower.isWord &&
      !isPreposition(follower.lower)
    )
      return undefined;
    const plural =
      isPlural(noun.lower) || noun.text === noun.text.toUpperCase()
        ? noun.text
        : pluralOf(noun.text);
    const edits =
      index === 1
        ? [
            {
              start: first.start,
              end: token.end,
              text: `${capitalised} ${lowered(first, plural)}`,
            },
          ]
        : [start, { start: noun.start, end: token.end, text: plural }];
    return { verb, rewrites: [{ edits, safe: false }] };
  }
  return { verb, rewrites: [{ edits: [start], safe: false }] };
}

/** A word without the capital that it only has for standing first. */
function lowered(token: Token, text = token.text): string {
  const rest = text.slice(1);
  return isBrand(token.lower) || /[\p{Lu}\d]/u.test(rest) || text.length === 1
    ? text
    : text.charAt(0).toLowerCase() + rest;
}
