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
  /** Rules with their options, each with what it asked. */
  readonly rules: Map<string, Asked>;
  /** What all of them asked: mostly one look at it tells. */
  asked: Asked;
}

/** The rules that had nothing to say about a linted file. */
export interface SilentRules {
  has(rule: string): boolean;
  /** Follows a rule that begins. */
  begin(): RunningRule;
}

/** A rule that runs, and of which it is noted which other files it asks. */
export interface RunningRule {
  /** Runs a part of it. */
  noting<T>(run: () => T): T;
  /** To be called when it is through with the file and had nothing to say. */
  wasSilent(rule: string): void;
}

/**
 * Remembers which rules had nothing to say about the files that were linted
 * last. As long as a file's text is the same, and all that a rule asked of the
 * disk would be answered alike, it has nothing to say again: in an editor most
 * files are linted over and over while another one changes.
 *
 * What a rule reports is not remembered: such a rule runs anew.
 *
 * What rules have in common has to note what was asked for it, see
 * {@link FileStore.late}: the rule that comes second asks nothing itself.
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
    const silence = this.#silences.of(
      file,
      () => ({ settings, parser, asked: new Asked(), rules: new Map() }),
      (known) => known.settings === settings && known.parser === parser,
    );
    const { rules } = silence;
    silence.asked.joinParts();
    if (!store.isAnsweredAlike(silence.asked)) {
      silence.asked = new Asked();
      for (const [rule, asked] of rules) {
        if (store.isAnsweredAlike(asked)) {
          silence.asked.notePart(asked);
        } else {
          rules.delete(rule);
        }
      }
    }
    return {
      has: (rule) => rules.has(rule),
      begin() {
        const asked = new Asked();
        return {
          noting: (run) => store.noting(asked, run),
          wasSilent(rule) {
            rules.set(rule, asked);
            silence.asked.notePart(asked);
          },
        };
      },
    };
  }
}
