import type { SourceEdit } from "../../src/source/replace-text.ts";

/** The text with all edits; edits that touch each other are an error. */
export function applyEdits(text: string, edits: readonly SourceEdit[]): string {
  const sorted = [...edits].sort((a, b) => b.range[0] - a.range[0]);
  let before = Infinity;
  let changed = text;
  for (const { range, text: replacement } of sorted) {
    if (range[1] > before) {
      throw new Error(`Two edits touch at ${String(range[1])}`);
    }
    before = range[0];
    changed =
      changed.slice(0, range[0]) + replacement + changed.slice(range[1]);
  }
  return changed;
}
