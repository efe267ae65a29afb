/** What a language model takes a word for. */
export type WordKind = "verb" | "noun" | "adjective" | "other";

/** How a language model reads the first word of a sentence. */
export interface ModelReading {
  /** In the sentence as it stands, in lower case. */
  readonly alone: WordKind;
  /** Behind “to”, where a tagger misses fewer imperatives. */
  readonly behindTo: WordKind;
  /** Whether the word is in the model's own word list, not only guessed from its ending. */
  readonly listed: boolean;
  /** The form of the verb that it takes the word for. */
  readonly form?: "base" | "third" | "gerund" | undefined;
  /** The base verb of that form. */
  readonly base?: string | undefined;
}

/** A language model, asked about the first word of a sentence. Never throws; what it cannot tell is "other". */
export interface LanguageModel {
  /** `word` and `sentence` in lower case; the sentence starts with the word and has a dozen words at most. */
  read(word: string, sentence: string): ModelReading;
}

/** The two models that have to agree. */
export interface LanguageModels {
  readonly first: LanguageModel;
  readonly second: LanguageModel;
}
