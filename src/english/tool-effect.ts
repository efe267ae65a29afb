import { judgeOpening } from "./description-opening.ts";
import { knownVerb, type VerbClass } from "./known-verb.ts";
import { verbsOfName, type NamedVerb } from "./name-verb.ts";
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
  const named = verbsOfName(words);
  const effect =
    named.length > 0
      ? effectOfName(named, opening)
      : effectOfOpening(words, opening);
  return effect?.effect === "read" && goesOnToChange(description ?? "")
    ? undefined
    : effect;
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
      return agrees || (isVerb && said !== "read" && !onlyProduces)
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
  // A name may hold its verb in another form, or at another place.
  if (!isBareInfinitive || verb === undefined) return undefined;
  const effect = strongestClass(verbs);
  const contradicts = words.some((word) => {
    const base = baseVerbOf(word);
    return base !== undefined && knownVerb(base)?.verbClass !== effect;
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
    const changes = tokens.some((token, index) => {
      const before = tokens[index - 1];
      if (before !== undefined && !isJoint(before) && before.lower !== "to")
        return false;
      const base = baseReading(token);
      const known = base === undefined ? undefined : knownVerb(base);
      return (
        index > 0 &&
        known !== undefined &&
        known.verbClass !== "read" &&
        (known.leaning === "pure" ||
          isDeterminer(tokens[index + 1]?.lower ?? ""))
      );
    });
    if (changes) return true;
    from = last.end;
  }
  return false;
}
