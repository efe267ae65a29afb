import { countUpTo } from "../../source/sorted-list.ts";
import type { Range } from "../../source/syntax-tree.ts";
import type { ToolList } from "./dialect.ts";

/** Stretches of the file that a dialect has already read. */
export class Claims {
  readonly #path: string;
  readonly #ranges: Range[] = [];
  #sorted = true;

  constructor(path: string) {
    this.#path = path;
  }

  add({ place, tools }: ToolList): void {
    const parts = tools.flatMap((tool) => [tool.place, tool.properties]);
    for (const part of [place, ...parts]) {
      if (part?.file === this.#path) {
        this.#ranges.push(part.range);
        this.#sorted = false;
      }
    }
  }

  has(offset: number): boolean {
    if (!this.#sorted) {
      this.#ranges.sort(([a], [b]) => a - b);
      this.#merge();
      this.#sorted = true;
    }
    const starting = countUpTo(this.#ranges, offset, ([start]) => start);
    const before = this.#ranges[starting - 1];
    return before !== undefined && offset < before[1];
  }

  /** Leaves no range inside another, so that one look is enough. */
  #merge(): void {
    let kept = 0;
    for (const range of this.#ranges) {
      const last = this.#ranges[kept - 1];
      if (last && range[0] < last[1]) {
        this.#ranges[kept - 1] = [last[0], Math.max(last[1], range[1])];
      } else {
        this.#ranges[kept++] = range;
      }
    }
    this.#ranges.length = kept;
  }
}
