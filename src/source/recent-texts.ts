import type { SourceFile } from "./syntax-tree.ts";

interface Kept<T> {
  readonly path: string;
  readonly text: string;
  readonly value: T;
}

/** An editor lints the files that are open, not many at once. */
const mostTexts = 8;

/** Keeps something for the texts that came by last, one for each path. */
export class RecentTexts<T> {
  readonly #mostCharacters: number;
  #kept: readonly Kept<T>[] = [];

  /** @param mostCharacters of all texts for which something is kept */
  constructor(mostCharacters = Infinity) {
    this.#mostCharacters = mostCharacters;
  }

  /**
   * What is kept for a file as long as its text stays the same.
   *
   * @param isRight asked of what is kept; what is not right is made anew
   */
  of(
    { path, text }: Pick<SourceFile, "path" | "text">,
    make: () => T,
    isRight: (value: T) => boolean = () => true,
  ): T {
    const known = this.#kept.find((one) => one.path === path);
    const isKept = known?.text === text && isRight(known.value);
    const current = isKept ? known : { path, text, value: make() };
    if (this.#kept[0] !== current) {
      const others = this.#kept.filter((one) => one !== known);
      this.#kept = this.#lastOf([current, ...others]);
    }
    return current.value;
  }

  #lastOf(all: readonly Kept<T>[]): readonly Kept<T>[] {
    let left = this.#mostCharacters;
    return all.slice(0, mostTexts).filter(({ text }) => {
      const isRoom = text.length <= left;
      left -= isRoom ? text.length : 0;
      return isRoom;
    });
  }
}
