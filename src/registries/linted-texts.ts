import type { Extractor } from "../files/file-store.ts";
import type { SourceFile } from "../source/syntax-tree.ts";

/** What was read of one text. */
interface LintedText {
  readonly path: string;
  readonly text: string;
  readonly readings: Map<Extractor<unknown>, unknown>;
}

/** An editor lints the files that are open, not many at once. */
const mostTexts = 8;

/**
 * Readings of the files that were linted last: one that is linted again as it
 * was, because another file changed, is not read anew. Like the store of other
 * files, but by the text that the linter hands in.
 */
export class LintedTexts {
  #texts: readonly LintedText[] = [];

  /**
   * What an extractor makes of a linted file.
   *
   * @param extractor as for the store: gives plain data, is declared once
   */
  read<T>(file: SourceFile, extractor: Extractor<T>): T {
    const { readings } = this.#textOf(file);
    if (!readings.has(extractor)) {
      readings.set(extractor, extractor(file));
    }
    // What is kept under an extractor is what it returned itself.
    return readings.get(extractor) as T;
  }

  #textOf({ path, text }: SourceFile): LintedText {
    const [last] = this.#texts;
    if (last?.path === path && last.text === text) {
      return last;
    }
    const known = this.#texts.find((one) => one.path === path);
    const current =
      known?.text === text ? known : { path, text, readings: new Map() };
    const others = this.#texts.filter((one) => one !== known);
    this.#texts = [current, ...others].slice(0, mostTexts);
    return current;
  }
}
