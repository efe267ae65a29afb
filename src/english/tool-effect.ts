import { judgeOpening } from "./description-opening.ts";
import { knownVerb, type VerbClass } from "./known-verb.ts";
import { AGENT_OBJECTS } from "./lexicon/harmless-objects.ts";
import { startsWithoutVerb, verbsOfName, type NamedVerb } from "./name-verb.ts";
import { sentenceTokens, type Token } from "./sentence.ts";
import { baseVerbOf, verbReadings } from "./verb-form.ts";
import { isConjunction, isDeterminer } from "./word-kind.ts";

/** What a tool does, and the base verb that says so. */
export interface ToolEffect {
  readonly effect: Exclude<VerbClass, "open">;
  readonly verb: string;
}

/** From the most to the least. */
const STRENGTH: readonly VerbClass[] = ["destroy", "send", "write", "open"];
/** Verbs for what makes something out of what it is given, and changes nothing else. */
const PRODUCING = new Set(
  "build compile compose convert design draw export format generate make model print produce render transform".split(
    " ",
  ),
);

/**
 * Says what a tool does to the world by its verbs, where name and description leave no doubt.
 *
 * @param words of the tool's name, without the server's prefix, in lower case
 * @param description undefined when it is not known
 * @returns undefined when the verb does not tell, when there is none, and when name and description speak of different things
 */
export function toolEffect(
  words: readonly string[],
  description: string | undefined,
): ToolEffect | undefined {
  const opening = readOpening(words, description ?? "");
  const named = startsWithoutVerb(words, description) ? [] : verbsOfName(words);
  const effect =
    named.length > 0
      ? effectOfName(named, opening)
      : effectOfOpening(words, opening);
  switch (effect?.effect) {
    case "read":
      return goesOnToChange(description ?? "") ? undefined : effect;
    case "destroy":
    case "write":
      return isOfAgent(words, description ?? "") ? undefined : effect;
    default:
      return effect;
  }
}

const agentObjects = new Set(AGENT_OBJECTS);

/** “Save new memory entries”: what only the agent itself works with. */
function isOfAgent(words: readonly string[], description: string): boolean {
  return (
    words.some((word) => agentObjects.has(word)) ||
    sentenceTokens(description, 0).some(({ lower }) => agentObjects.has(lower))
  );
}

interface Opening {
  readonly verbs: readonly string[];
  readonly isBareInfinitive: boolean;
  /** The word that opens a noun phrase: “Change log of an app”. */
  readonly noun: string | undefined;
}

function effectOfName(
  named: readonly NamedVerb[],
  { noun, verbs }: Opening,
): ToolEffect | undefined {
  const [first, ...others] = named;
  if (first === undefined) return undefined;
  const strongest = STRENGTH.map((verbClass) =>
    named.find((verb) => verb.verbClass === verbClass),
  ).find((verb) => verb !== undefined);
  const said = verbs.length > 0 ? strongestClass(verbs) : undefined;
  const { certainty, verb, verbClass } = strongest ?? first;
  const isVerb =
    certainty === "sure" || (certainty === "likely" && noun !== verb);
  // "find_and_delete": that the description opens with "find" is no contradiction.
  const opensAlike = others.length > 0 && verbs.includes(first.verb);
  switch (verbClass) {
    case "open":
      return undefined;
    case "read":
      return (said === "read" || (said === undefined && isVerb)) &&
        others.every((other) => other.verbClass === "read")
        ? { effect: "read", verb }
        : undefined;
    default: {
      const agrees =
        said === verbClass || (isVerb && said !== "read" && said !== "open");
      const onlyProduces =
        verbClass === "write" && verbs.some((other) => PRODUCING.has(other));
      return agrees ||
        (isVerb && (said !== "read" || opensAlike) && !onlyProduces)
        ? { effect: verbClass, verb }
        : undefined;
    }
  }
}

/** A name without a verb leaves it to the description, if that opens as it should. */
function effectOfOpening(
  words: readonly string[],
  { isBareInfinitive, verbs }: Opening,
): ToolEffect | undefined {
  const [verb] = verbs;
  if (!isBareInfinitive || verb === undefined) return undefined;
  const effect = strongestClass(verbs);
  // A name may hold its verb in another form, or at another place.
  const contradicts = words.some((word) => {
    const known = knownVerb(baseVerbOf(word) ?? "");
    return known?.leaning === "pure" && known.verbClass !== effect;
  });
  return effect === "open" || contradicts
    ? undefined
    : {
        effect,
        verb:
          verbs.find((other) => knownVerb(other)?.verbClass === effect) ?? verb,
      };
}

/** Reads only when all of the verbs do. */
function strongestClass(verbs: readonly string[]): VerbClass {
  const classes = verbs.map((verb) => knownVerb(verb)?.verbClass ?? "open");
  return STRENGTH.find((verbClass) => classes.includes(verbClass)) ?? "read";
}

/** The verbs that open a description: “Create or update …”, “Find, search and look up …”. */
function readOpening(words: readonly string[], text: string): Opening {
  const judgement = judgeOpening(text, { toolName: words.join("_") });
  if (judgement.verdict === "undecided" || judgement.verb === undefined)
    return {
      verbs: [],
      isBareInfinitive: false,
      noun:
        judgement.verdict === "wrong" && judgement.problem === "noun-phrase"
          ? sentenceTokens(judgement.opening, 0)[0]?.lower
          : undefined,
    };
  const verbs = [judgement.verb];
  const isBareInfinitive = judgement.verdict === "bare-infinitive";
  if (isBareInfinitive) {
    const tokens = sentenceTokens(text, 0);
    let at = tokens.findIndex(({ lower }) => lower === judgement.verb) + 1;
    while (at > 0 && isJoint(tokens[at])) {
      at += 1;
      const base = baseReading(tokens[at]);
      if (base !== undefined) {
        verbs.push(base);
        at += 1;
      } else if (!isJoint(tokens[at])) {
        break;
      }
    }
  }
  return { verbs, isBareInfinitive, noun: undefined };
}

function isJoint(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (/^[,/]$/.test(token.lower) || isConjunction(token.lower))
  );
}

function baseReading(token: Token | undefined): string | undefined {
  return verbReadings(token?.lower ?? "").find(({ form }) => form === "base")
    ?.base;
}

/** “…, and mark them”, “also deletes”: another verb than the one that opens the text. */
function isFurtherChange(tokens: readonly Token[], index: number): boolean {
  const [before, token, next] = tokens.slice(Math.max(0, index - 1), index + 2);
  if (index === 0 || token === undefined) return false;
  return verbReadings(token.lower).some(({ base, form }) => {
    const known = knownVerb(base);
    if (known === undefined || known.verbClass === "read") return false;
    const isPure = known.leaning === "pure";
    return form === "third"
      ? isPure && known.verbClass !== "open"
      : form === "base" &&
          (isJoint(before) || before?.lower === "to") &&
          (isPure || isDeterminer(next?.lower ?? ""));
  });
}

/** How much of a description is looked through. */
const LONGEST_DESCRIPTION = 1200;

/** Whether a description joins a verb that may change something: “Search messages and mark them as read”. */
function goesOnToChange(text: string): boolean {
  let from = 0;
  const part = text.slice(0, LONGEST_DESCRIPTION);
  while (from < part.length) {
    const tokens = sentenceTokens(part, from);
    const last = tokens.at(-1);
    if (last === undefined) return false;
    const changes = tokens.some((_, index) => isFurtherChange(tokens, index));
    if (changes) return true;
    from = last.end;
  }
  return false;
}
