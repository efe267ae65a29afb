import { ACTION_NOUNS } from "./lexicon/action-nouns.ts";
import type { Token } from "./sentence.ts";
import { type VerbForm, verbReadings } from "./verb-form.ts";
import { isAdverb, isPlural, isToolNoun } from "./word-kind.ts";

/** The main verb of a sentence behind its lead-in. */
export interface MainVerb {
  readonly keepFrom: number;
  readonly at: number;
  readonly form: VerbForm;
  readonly base: string;
  /** Form of later verbs that share its subject, where it differs. */
  readonly coordinated?: VerbForm;
  /** Nobody knows whether who may do it can be left out. */
  readonly unsure?: boolean;
}

const set = (words: string): Set<string> => new Set(words.split(" "));

export const MODALS = set("can could may might must shall should will would");

export const BE = set("is are was were be been being 's");

const PEOPLE = set(
  "you users user agents agent one clients client callers caller people developers models model us me them teams assistants assistant llms llm admins administrators customers employees members everyone anyone",
);

const ARTICLES = set("the a an any each our your all other ai");

const ALLOWING = set(
  "allow allows allowing enable enables enabling let lets permit permits help helps empowers empower",
);

const GIVING = set(
  "provides offers gives opens provide offer give adds grants",
);

const MEANS = set(
  "ability option possibility means way ways opportunity capability capabilities functionality method chance power facility tool tools feature features function functions mechanism interface utility utilities convenience",
);

const QUALITIES = set(
  "possible easy easier simple simpler convenient straightforward",
);

const PURPOSE = set(
  "used designed intended meant made built supposed needed required responsible able capable useful ideal suitable great helpful handy",
);

export const TOOL_ADJECTIVES = set(
  "simple small handy useful powerful convenient lightweight generic general basic easy quick little new special custom internal external dedicated main mcp helper read-only utility advanced fast flexible smart versatile",
);

const NEEDING = set("need needs want wants wish wishes have has like asks");

/** Reads what stands at a place of a sentence, and finds the verb that a lead-in leads to. */
export class LeadInReader {
  private readonly tokens: readonly Token[];
  private readonly verbs: ReadonlySet<string> | undefined;
  constructor(
    tokens: readonly Token[],
    verbs: ReadonlySet<string> | undefined,
  ) {
    this.tokens = tokens;
    this.verbs = verbs;
  }

  word(at: number): string {
    return this.tokens[at]?.lower ?? "";
  }

  /** A verb of the wanted form at `at`, adverbs before it allowed. */
  verb(at: number, form: VerbForm): MainVerb | undefined {
    let verbAt = at;
    while (isAdverb(this.word(verbAt)) && verbAt < at + 3) verbAt += 1;
    for (const position of verbAt === at ? [at] : [verbAt, at]) {
      const reading = verbReadings(this.word(position), this.verbs).find(
        (candidate) => candidate.form === form,
      );
      if (reading !== undefined)
        return { keepFrom: at, at: position, form, base: reading.base };
    }
    return undefined;
  }

  /** “to list”, “for listing”, “of listing”, or with `bare` “list” / “listing”. */
  infinitive(at: number): MainVerb | undefined {
    if (this.word(at) === "to") {
      if (this.word(at + 1) === "be" && this.word(at + 2) === "used")
        return this.infinitive(at + 3);
      if (this.word(at + 1) === "be" && this.word(at + 2) === "able")
        return this.infinitive(at + 3);
      if (this.word(at + 1) === "help")
        return (
          this.infinitive(this.skipPeople(at + 2)) ??
          this.verb(this.skipPeople(at + 2), "base") ??
          this.verb(at + 1, "base")
        );
      return this.verb(at + 1, "base");
    }
    if (this.word(at) === "in" && this.word(at + 1) === "order")
      return this.infinitive(at + 2);
    if (this.word(at) === "for" || this.word(at) === "of") {
      const noun = this.word(at + 1) === "the" ? at + 2 : at + 1;
      const named =
        this.word(noun + 1) === "of" &&
        Object.hasOwn(ACTION_NOUNS, this.word(noun))
          ? ACTION_NOUNS[this.word(noun)]
          : undefined;
      if (named !== undefined)
        return { keepFrom: noun, at: noun, form: "gerund", base: named };
      if (/^(?:you|users)$/.test(this.word(at + 1)))
        return this.infinitive(at + 2);
      return this.verb(at + 1, "gerund");
    }
    return undefined;
  }

  skipPeople(at: number): number {
    let end = at;
    while (ARTICLES.has(this.word(end))) end += 1;
    if (!PEOPLE.has(this.word(end))) return at;
    while (PEOPLE.has(this.word(end))) end += 1;
    return end;
  }

  /** What a subject does, up to its main verb. `bareThird`: whether a plain third person (“lists”) counts. */
  predicate(from: number, bareThird: boolean, depth = 0): MainVerb | undefined {
    if (depth > 4) return undefined;
    let at = from;
    while (isAdverb(this.word(at)) && at < from + 3) at += 1;
    const word = this.word(at);
    if (MODALS.has(word)) return this.afterModal(at + 1, depth);
    if (BE.has(word)) return this.afterBe(at + 1, depth);
    if (PURPOSE.has(word)) return this.purpose(at);
    if (ALLOWING.has(word)) {
      const found = this.allowing(at);
      if (found !== undefined)
        // "Allows listing files and deleting them", but "Lets you fetch pages and sums them up"
        return word.endsWith("s") && found.form !== "gerund"
          ? { ...found, coordinated: "third" }
          : found;
    }
    if (GIVING.has(word)) {
      let means = this.skipPeople(at + 1);
      while (
        /^(?:the|an|a|up|you|with)$/.test(this.word(means)) ||
        TOOL_ADJECTIVES.has(this.word(means))
      )
        means += 1;
      if (MEANS.has(this.word(means))) {
        const found = this.infinitive(means + 1);
        if (found !== undefined) return found;
      }
    }
    if (
      (word === "makes" || word === "make") &&
      this.word(at + 1) === "it" &&
      QUALITIES.has(this.word(at + 2))
    ) {
      return this.infinitive(at + 3) ?? this.infinitive(at + 5);
    }
    if (/^(?:serves|aims|exists|has|tries|attempts)$/.test(word)) {
      if (
        word === "has" &&
        this.word(at + 1) === "the" &&
        MEANS.has(this.word(at + 2))
      )
        return this.infinitive(at + 3);
      if (word !== "has" && word !== "tries" && word !== "attempts") {
        const found = this.infinitive(at + 1);
        if (found !== undefined) return found;
      }
    }
    if (word === "to") return this.infinitive(at);
    if (word === "for") return this.infinitive(at);
    return bareThird ? this.verb(from, "third") : undefined;
  }

  private afterModal(at: number, depth: number): MainVerb | undefined {
    if (this.word(at) === "be") return this.purpose(at + 1);
    if (ALLOWING.has(this.word(at)) || GIVING.has(this.word(at)))
      return this.predicate(at, false, depth + 1) ?? this.verb(at, "base");
    return this.verb(at, "base");
  }

  private afterBe(at: number, depth: number): MainVerb | undefined {
    return (
      this.purpose(at) ?? this.infinitive(at) ?? this.subject(at, depth + 1)
    );
  }

  private purpose(from: number): MainVerb | undefined {
    let at = from;
    while (
      isAdverb(this.word(at)) ||
      this.word(at) === "primarily" ||
      this.word(at) === "mainly"
    )
      at += 1;
    if (!PURPOSE.has(this.word(at))) return undefined;
    while (PURPOSE.has(this.word(at))) at += 1;
    if (this.word(at) === "by") at = this.skipPeople(at + 1);
    if (this.word(at) === "when" || this.word(at) === "whenever")
      return this.needing(at + 1);
    return this.infinitive(at);
  }

  private allowing(at: number): MainVerb | undefined {
    const people = this.skipPeople(at + 1);
    if (people > at + 1)
      return this.infinitive(people) ?? this.verb(people, "base");
    const word = this.word(at + 1);
    if (word === "to" || word === "for") return this.infinitive(at + 1);
    // "Allows passengers to swap seats"
    if (isPlural(word) && this.word(at + 2) === "to") {
      const found = this.infinitive(at + 2);
      return found && { ...found, unsure: true };
    }
    if (/^(?:allows|enables|permits)$/.test(this.word(at)))
      return this.verb(at + 1, "gerund");
    if (this.word(at) === "helps") return this.verb(at + 1, "base");
    return undefined;
  }

  /** Index after a subject such as “this tool”, “a simple MCP tool”, “it”; `from` when there is none. */
  subjectEnd(from: number): number {
    let at = from;
    const determiner = this.word(at);
    if (/^(?:this|that|the)$/.test(determiner) && this.word(at + 1) === "one")
      return at + 2;
    const determined = /^(?:the|this|that|a|an|our|my|these|its)$/.test(
      determiner,
    );
    if (determined) at += 1;
    const nouns = at;
    while (TOOL_ADJECTIVES.has(this.word(at)) && at < nouns + 4) at += 1;
    // "The create_poll tool"
    if (
      determined &&
      this.word(at).includes("_") &&
      isToolNoun(this.word(at + 1))
    )
      at += 1;
    const head = at;
    while (isToolNoun(this.word(at)) && at < head + 3) at += 1;
    if (at > head) return at;
    if (at > nouns && isToolNoun(this.word(at - 1))) return at;
    return determiner === "this" || determiner === "it" ? from + 1 : from;
  }

  subject(from: number, depth = 0): MainVerb | undefined {
    const end = this.subjectEnd(from);
    if (end === from) return undefined;
    const bare =
      end === from + 1 &&
      this.word(from) !== "this" &&
      this.word(from) !== "it";
    const relative = /^(?:that|which|who)$/.test(this.word(end));
    return this.predicate(
      relative ? end + 1 : end,
      !bare || relative,
      depth + 1,
    );
  }

  /** “you need to”, “the user wants to” */
  needing(from: number): MainVerb | undefined {
    const people = this.skipPeople(from);
    if (people === from) return undefined;
    let at = people;
    if (this.word(at) === "would" || MODALS.has(this.word(at))) at += 1;
    if (this.word(people - 1) === "you'd") at = people;
    if (!NEEDING.has(this.word(at))) return undefined;
    return this.infinitive(at + 1);
  }
}
