import type { Stamp } from "./disk.ts";

/**
 * What was asked of the disk while something was made, and what it answered:
 * as long as it answers the same, the same would be made.
 */
export class Asked {
  readonly #stamps = new Map<string, Stamp>();
  /** Of files that were only looked for, what stands there. */
  readonly #kinds = new Map<string, Stamp["kind"]>();
  readonly #parts = new Set<Asked>();
  /** Whether another answer would show. */
  #isCertain = true;
  /** Until when all of it need not be asked again: it was, just now. */
  trustedUntil = -Infinity;

  /** Two answers for one file: nobody knows on which of them the value rests. */
  noteStamp(file: string, stamp: Stamp): void {
    this.trustedUntil = -Infinity;
    this.#isCertain &&= (this.#stamps.get(file) ?? stamp) === stamp;
    this.#stamps.set(file, stamp);
  }

  /** The same where only that mattered: other contents would change nothing. */
  noteKind(file: string, kind: Stamp["kind"]): void {
    this.trustedUntil = -Infinity;
    this.#isCertain &&= (this.#kinds.get(file) ?? kind) === kind;
    this.#kinds.set(file, kind);
  }

  /** Something that was made before, and of which this one makes use. */
  notePart(part: Asked): void {
    this.trustedUntil = -Infinity;
    this.#parts.add(part);
  }

  /** Takes over what was asked for its parts: each file is looked at once then. */
  joinParts(): void {
    if (this.#parts.size === 0) {
      return;
    }
    for (const part of this.#parts) {
      part.joinParts();
      this.#isCertain &&= part.#isCertain;
      for (const [file, stamp] of part.#stamps) {
        this.noteStamp(file, stamp);
      }
      for (const [file, kind] of part.#kinds) {
        this.noteKind(file, kind);
      }
    }
    this.#parts.clear();
    for (const [file, kind] of this.#kinds) {
      if (this.#stamps.get(file)?.kind === kind) {
        this.#kinds.delete(file);
      }
    }
  }

  /** A failure may be over the next time, and nothing of that shows. */
  noteFailure(): void {
    this.trustedUntil = -Infinity;
    this.#isCertain = false;
  }

  /** Whether all of it would be answered as it was. */
  isAnsweredBy(
    stampOf: (file: string) => Stamp,
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
    for (const [file, kind] of this.#kinds) {
      if (stampOf(file).kind !== kind) {
        return false;
      }
    }
    for (const part of this.#parts) {
      if (!part.isAnsweredBy(stampOf, checked)) {
        return false;
      }
    }
    return true;
  }
}
