import type { LanguageModels } from "./model-reading.ts";
import type { TextEdit } from "./text-edit.ts";

/** What is wrong with an opening. */
export type OpeningProblem =
  | "empty"
  | "no-words"
  | "tool-name"
  | "third-person"
  | "gerund"
  | "past"
  | "to-infinitive"
  | "modal"
  | "please"
  | "lead-in"
  | "negative"
  | "leading-clause"
  | "noun-phrase"
  | "hidden-verb"
  | "other-language";

/** One way to repair an opening. `safe`: a careful reviewer would accept it unread; otherwise somebody has to choose it. */
export interface Rewrite {
  readonly edits: readonly TextEdit[];
  readonly safe: boolean;
}

/** How a description opens. Offsets are half-open and count UTF-16 units of the judged text. */
export type OpeningJudgement =
  | { readonly verdict: "bare-infinitive"; readonly verb: string }
  | {
      readonly verdict: "wrong";
      readonly problem: OpeningProblem;
      readonly start: number;
      readonly end: number;
      /** The text between start and end: the offending opening. */
      readonly opening: string;
      /** Best first, at most one of them safe. */
      readonly rewrites: readonly Rewrite[];
      /** The base verb that the opening should start with, if known. */
      readonly verb?: string;
    }
  | {
      readonly verdict: "undecided";
      readonly word: string;
      readonly start: number;
      readonly end: number;
    };

/** What is known besides the text. */
export interface OpeningContext {
  readonly toolName?: string | undefined;
  /** Further base verbs, lower case. */
  readonly verbs?: ReadonlySet<string> | undefined;
  /** Gives the language models, for a word that is still open; left out, such a word stays undecided. */
  readonly models?: (() => LanguageModels | undefined) | undefined;
}
