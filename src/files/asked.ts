import type { Stamp } from "./disk.ts";

/**
 * What was asked of the disk while something was made, and what it answered:
 * as long as it answers the same, the same would be made.
 */
export class Asked {
  readonly #stamps = new Map<string, Stamp>();
  readonly #realPaths = new Map<string, string | undefined>();
  readonly #parts = new Set<Asked>();
  /** Whether another answer would show. */
  #isCertain = true;

  /** Two answers for one file: nobody knows on which of them the value rests. */
  noteStamp(file: string, stamp: Stamp): void {
    this.#isCertain &&= (this.#stamps.get(file) ?? stamp) === stamp;
    this.#stamps.set(file, stamp);
  }

  /** The same for where a path leads. */
  noteRealPath(file: string, real: string | undefined): void {
    this.#isCertain &&=
      !this.#realPaths.has(file) || this.#realPaths.get(file) === real;
    this.#realPaths.set(file, real);
  }

  /** Something that was made before, and of which this one makes use. */
  notePart(part: Asked): void {
    this.#parts.add(part);
  }

  /** A failure may be over the next time, and nothing of that shows. */
  noteFailure(): void {
    this.#isCertain = false;
  }

  /** Whether all of it would be answered as it was. */
  isAnsweredBy(
    stampOf: (file: string) => Stamp,
    realPathOf: (file: string) => string | undefined,
    checked = new Set<Asked>(),
  ): boolean {
    if (checked.has(this)) {
      return true;
    }
    checked.add(this);
    if (!this.#isCertain) {
      return false;
    }
    for (const [file, stamp] of this.#stamps) {
      if (stampOf(file) !== stamp) {
        return false;
      }
    }
    for (const [file, real] of this.#realPaths) {
      if (realPathOf(file) !== real) {
        return false;
      }
    }
    for (const part of this.#parts) {
      if (!part.isAnsweredBy(stampOf, realPathOf, checked)) {
        return false;
      }
    }
    return true;
  }
}
