import { knownVerb } from "./known-verb.ts";
import { rewriteActionNoun } from "./noun-phrase.ts";
import {
  nounPhrase,
  PROBLEM,
  wrong,
  type SentenceJudgement,
} from "./sentence-judgement.ts";
import { verbReadings } from "./verb-form.ts";
import { nounGroup, type Surroundings } from "./surroundings.ts";
import { keepFromVerb } from "./verb-rewrite.ts";
import {
  isAdjective,
  isAttributeNoun,
  isBrand,
  isDeterminer,
  isGerundNoun,
  isNoun,
  isPlural,
  isPreposition,
  isToolNoun,
} from "./word-kind.ts";

const AFTER_NOUN = new Set(
  "of for about to between by from in with on behind across per that which".split(
    " ",
  ),
);

/** A word that is no known verb in any form: a noun phrase where that is certain, a wrong form where its ending and its object tell. */
export function judgeUnknown(
  surroundings: Surroundings,
  at: number,
): SentenceJudgement {
  const { tokens, name } = surroundings;
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token === undefined) return { verdict: "undecided", at };
  const word = token.lower;
  const following = next?.lower ?? "";
  if (word.endsWith("'s") || word.endsWith("s'"))
    return nounPhrase(surroundings, at);
  if (/[\p{L}\d]_[\p{L}\d]/u.test(word))
    return judgeIdentifier(surroundings, at);
  const action = at === 0 ? rewriteActionNoun(tokens, at, at) : undefined;
  if (action !== undefined)
    return wrong("noun-phrase", action.last, [action.rewrite], action.verb);
  const hasObject =
    next !== undefined &&
    isDeterminer(following) &&
    !/^(?:that|no|half|which|who|whose|when|where|how|\d.*)$/.test(following);
  if (isPreposition(word) && word !== "like")
    return wrong("leading-clause", at);
  if (hasObject) return judgeUnknownWithObject(surroundings, at, word);
  if (
    isBesideVerb(surroundings, at) ||
    isVerbWithParticle(word, following, name)
  )
    return { verdict: "undecided", at };
  if (
    isNoun(word) ||
    isAdjective(word) ||
    isGerundNoun(word) ||
    isHyphenatedAdjective(word) ||
    isParticleNoun(word)
  )
    return nounPhrase(surroundings, at);
  // "SQL executor", "VAT number of": an acronym or an unknown noun before a noun.
  const { words, follower } = nounGroup(tokens, at + 1);
  const head = words[words.length - 1];
  if (
    head !== undefined &&
    words.length <= 4 &&
    (follower === undefined ||
      !follower.isWord ||
      AFTER_NOUN.has(follower.lower))
  ) {
    const nounHead =
      isNoun(head.lower) ||
      isToolNoun(head.lower) ||
      // "RSA private key"
      (!isPlural(head.lower) &&
        (isAttributeNoun(head.lower) ||
          knownVerb(head.lower)?.leaning === "noun"));
    const acronym =
      token.text.length > 1 &&
      token.text === token.text.toUpperCase() &&
      /\p{L}/u.test(token.text);
    if (
      nounHead &&
      (acronym || /^\p{Lu}.*[\p{Lu}\d.]/u.test(token.text)) &&
      name[0] !== word
    )
      return nounPhrase(surroundings, at);
  }
  if (following === "of" && token.text.length > 2)
    return nounPhrase(surroundings, at);
  return { verdict: "undecided", at };
}

/** “Salt and hash a password”: what “and” joins to a verb is one too. */
function isBesideVerb({ tokens, verbs }: Surroundings, at: number): boolean {
  return (
    /^(?:and|or)$/.test(tokens[at + 1]?.lower ?? "") &&
    isDeterminer(tokens[at + 3]?.lower ?? "") &&
    verbReadings(tokens[at + 2]?.lower ?? "", verbs).some(
      ({ form }) => form === "base",
    )
  );
}

/** “get_user returns a user”: a name in code is no verb. */
function judgeIdentifier(
  surroundings: Surroundings,
  at: number,
): SentenceJudgement {
  const { tokens, verbs } = surroundings;
  const third = verbReadings(tokens[at + 1]?.lower ?? "", verbs).find(
    ({ form }) => form === "third",
  );
  if (at > 0 || third === undefined) return nounPhrase(surroundings, at);
  const verb = { keepFrom: at + 1, at: at + 1, base: third.base };
  const rewrite = keepFromVerb(surroundings, verb, "third");
  return wrong("lead-in", at, [{ ...rewrite, safe: false }], third.base);
}

/** “Frobs the cache”: a plural does not stand before an article, so this is a verb that nobody listed. A suggestion, never a fix. */
function judgeUnknownWithObject(
  surroundings: Surroundings,
  at: number,
  word: string,
): SentenceJudgement {
  const { tokens } = surroundings;
  const guess = (form: "third" | "gerund", base: string): SentenceJudgement => {
    const rewrite = keepFromVerb(
      surroundings,
      { keepFrom: at, at, base },
      form,
    );
    return wrong(
      PROBLEM[form],
      at,
      at === 0 ? [{ ...rewrite, safe: false }] : [],
      base,
    );
  };
  if (
    !/^(?:the|a|an|all|each|every|its|your)$/.test(
      tokens[at + 1]?.lower ?? "",
    ) ||
    isBrand(word)
  )
    return { verdict: "undecided", at };
  if (word.length > 4 && /[^siuao]s$/.test(word) && !isNoun(word))
    return guess("third", word.slice(0, -1));
  if (word.length > 6 && word.endsWith("ing") && !isNoun(word))
    return guess("gerund", stemOf(word.slice(0, -3)));
  return { verdict: "undecided", at };
}

/** “Panicking” → “panic”, “frobbing” → “frob”. */
function stemOf(spelled: string): string {
  return /(?:[aeiou][^aeiou]+ick|([bdgkmnprtv])\1)$/.test(spelled)
    ? spelled.slice(0, -1)
    : spelled;
}

/** “Log-in to a portal” of log_in: the verb of the name, spelt like its noun. Behind “of” it is the noun, unless the particle takes it (“Opt-out of”). */
function isVerbWithParticle(
  word: string,
  following: string,
  name: readonly string[],
): boolean {
  const [verb = "", particle = ""] = word.split("-");
  const at = name.indexOf(verb);
  return (
    isParticleNoun(word) &&
    at >= 0 &&
    name[at + 1] === particle &&
    isPreposition(following) &&
    (following !== "of" || particle === "out")
  );
}

/** “Sign-up dates”, “Burn-down chart”: with a hyphen, verb and particle are a noun. */
function isParticleNoun(word: string): boolean {
  return /^[a-z]{3,}-(?:away|back|down|in|off|on|out|over|up)$/.test(word);
}

function isHyphenatedAdjective(word: string): boolean {
  const last = word.slice(word.lastIndexOf("-") + 1);
  return (
    word.includes("-") &&
    /^(?:only|time|based|level|specific|wide|ready|aware|powered|friendly|side|text|free|term|day|hour|minute|scale|grade|style|in|ended|generated|driven|defined|like|even)$/.test(
      last,
    )
  );
}
