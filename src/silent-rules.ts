import { Asked } from "./files/asked.ts";
import type { FileStore } from "./files/file-store.ts";
import { RecentTexts } from "./source/recent-texts.ts";
import type { SourceFile } from "./source/syntax-tree.ts";

/** What a rule's findings rest on besides the text and other files. */
interface Circumstances {
  readonly settings: unknown;
  readonly parser: unknown;
}

interface Silence extends Circumstances {
  readonly asked: Asked;
  /** Rules with their options. */
  readonly rules: Set<string>;
}

/** The rules that had nothing to say about a linted file. */
export interface SilentRules {
  has(rule: string): boolean;
  add(rule: string): void;
  /** Runs a part of a rule, and notes which other files are asked. */
  noting<T>(run: () => T): T;
}

/**
 * Remembers which rules had nothing to say about the files that were linted
 * last. As long as a file's text is the same, and all that was asked of the
 * disk would be answered alike, they have nothing to say again: in an editor
 * most files are linted over and over while another one changes.
 *
 * What a rule reports is not remembered: such a rule runs anew.
 */
export class Silences {
  readonly #store: FileStore;
  readonly #silences = new RecentTexts<Silence>();

  constructor(store: FileStore) {
    this.#store = store;
  }

  of(
    file: Pick<SourceFile, "path" | "text">,
    { parser, settings }: Circumstances,
  ): SilentRules {
    const store = this.#store;
    const { asked, rules } = this.#silences.of(
      file,
      () => ({ settings, parser, asked: new Asked(), rules: new Set() }),
      (silence) =>
        silence.settings === settings &&
        silence.parser === parser &&
        store.isAnsweredAlike(silence.asked),
    );
    return {
      has: (rule) => rules.has(rule),
      add(rule) {
        rules.add(rule);
      },
      noting: (run) => store.noting(asked, run),
    };
  }
}
