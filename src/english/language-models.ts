import { createRequire } from "node:module";
import type {
  LanguageModel,
  LanguageModels,
  ModelReading,
  WordKind,
} from "./model-reading.ts";

// The only file that knows the packages. Half a second and 120 MB: they are
// loaded by the first word that needs them, never by an import.

/** What this file uses of `compromise`. */
interface Compromise {
  (text: string): {
    readonly terms: () => {
      readonly json: (options: object) => readonly Phrase[];
    };
  };
  readonly model: () => CompromiseModel;
  readonly methods: () => {
    readonly two: {
      readonly transform: {
        readonly verb: {
          readonly toInfinitive: (
            word: string,
            model: CompromiseModel,
            form: "PresentTense" | "Gerund",
          ) => string;
        };
      };
    };
  };
}
interface CompromiseModel {
  readonly one: {
    readonly lexicon: Readonly<Record<string, string | readonly string[]>>;
  };
}
interface Phrase {
  readonly terms: readonly { readonly tags: readonly string[] }[];
}

/** What this file uses of `wink-nlp`. */
type WinkNlp = (model: unknown, pipe: readonly string[]) => Wink;
interface Wink {
  readonly its: { readonly pos: unknown };
  readonly readDoc: (text: string) => {
    readonly tokens: () => {
      readonly out: (its: unknown) => readonly string[];
    };
  };
}

/** `require`, as a test may replace it. */
export type Require = (name: string) => unknown;

const unknown: ModelReading = {
  alone: "other",
  behindTo: "other",
  listed: false,
};

let loaded: LanguageModels | "missing" | undefined;

/** Both models, loaded by the first call of a process; undefined when a package is missing or broken. Never throws. */
export function languageModels(): LanguageModels | undefined {
  loaded ??= loadLanguageModels(createRequire(import.meta.url)) ?? "missing";
  return loaded === "missing" ? undefined : loaded;
}

/** Loads both models through `require`; undefined when that fails. */
export function loadLanguageModels(
  require: Require,
): LanguageModels | undefined {
  try {
    const nlp = require("compromise") as Compromise;
    const wink = (require("wink-nlp") as WinkNlp)(
      require("wink-eng-lite-web-model"),
      ["sbd", "pos"],
    );
    return {
      first: guarded(readWithCompromise(nlp)),
      second: guarded(readWithWink(wink)),
    };
  } catch {
    return undefined;
  }
}

/** A model that fails on a sentence has not read it. */
function guarded(read: LanguageModel["read"]): LanguageModel {
  return {
    read(word, sentence) {
      try {
        return read(word, sentence);
      } catch {
        return unknown;
      }
    },
  };
}

function readWithCompromise(nlp: Compromise): LanguageModel["read"] {
  const model = nlp.model();
  const { verb } = nlp.methods().two.transform;
  const tagsAt = (text: string, index: number): readonly string[] =>
    nlp(text)
      .terms()
      .json({ text: false, terms: { tags: true } })
      .flatMap(({ terms }) => terms)[index]?.tags ?? [];
  return (word, sentence) => {
    const alone = tagsAt(sentence, 0);
    const behindTo = tagsAt(`to ${sentence}`, 1);
    const form = alone.includes("Gerund")
      ? "gerund"
      : alone.includes("PresentTense") &&
          word.endsWith("s") &&
          !/(?:ss|us|is)$/.test(word)
        ? "third"
        : "base";
    return {
      alone: kindOfTags(alone),
      behindTo: kindOfTags(behindTo),
      listed: Object.hasOwn(model.one.lexicon, word),
      ...(kindOfTags(alone) === "verb" && {
        form,
        base:
          form === "base"
            ? word
            : verb.toInfinitive(
                word,
                model,
                form === "gerund" ? "Gerund" : "PresentTense",
              ),
      }),
    };
  };
}

function kindOfTags(tags: readonly string[]): WordKind {
  if (tags.includes("Verb")) return "verb";
  // A person's or a product's name is no evidence.
  if (tags.includes("ProperNoun")) return "other";
  if (tags.includes("Noun")) return "noun";
  return tags.includes("Adjective") ? "adjective" : "other";
}

const KIND_OF_POS: Readonly<Record<string, WordKind>> = {
  ADJ: "adjective",
  NOUN: "noun",
  VERB: "verb",
};

function readWithWink(wink: Wink): LanguageModel["read"] {
  const kindAt = (text: string, index: number): WordKind => {
    const pos = wink.readDoc(text).tokens().out(wink.its.pos)[index] ?? "";
    return KIND_OF_POS[pos] ?? "other";
  };
  return (_, sentence) => ({
    alone: kindAt(sentence, 0),
    behindTo: kindAt(`to ${sentence}`, 1),
    listed: false,
  });
}
