import type { Extractor } from "../files/reading.ts";
import { RecentTexts } from "../source/recent-texts.ts";
import type { SourceFile } from "../source/syntax-tree.ts";

/**
 * Readings of the files that were linted last: one that is linted again as it
 * was, because another file changed, is not read anew. Like the store of other
 * files, but by the text that the linter hands in.
 */
export class LintedTexts {
  readonly #readings = new RecentTexts<Map<Extractor<unknown>, unknown>>();

  /**
   * What an extractor makes of a linted file.
   *
   * @param extractor as for the store: gives plain data, is declared once
   */
  read<T>(file: SourceFile, extractor: Extractor<T>): T {
    const readings = this.#readings.of(file, () => new Map());
    if (!readings.has(extractor)) {
      readings.set(extractor, extractor(file));
    }
    // What is kept under an extractor is what it returned itself.
    return readings.get(extractor) as T;
  }
}
