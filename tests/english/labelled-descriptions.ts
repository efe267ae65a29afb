import { readFileSync } from "node:fs";

/** A labelled description, see README.md beside the tables. */
export interface LabelledDescription {
  readonly tool: string;
  readonly text: string;
  readonly ok: boolean;
  readonly kind: string;
  readonly fix: string | null;
  readonly alt?: readonly (string | null)[];
}

/** The lines of a table of this folder. */
export function labelledDescriptions(file: string): LabelledDescription[] {
  return readFileSync(new URL(file, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as LabelledDescription);
}
