import { readFileSync } from "node:fs";
import path from "node:path";

/** A text in a file, and what stands there instead. */
export type FixtureEdit = readonly [from: string, to: string];

/**
 * Gives the files of a small repository in `rules/fixtures`, with changes that
 * only the linter's buffer has.
 *
 * @throws when a text that should be changed is not there once
 */
export function fixtureEditor(repository: string) {
  return (
    file: string,
    ...edits: readonly FixtureEdit[]
  ): { readonly code: string; readonly filename: string } => {
    const filename = path.join(
      import.meta.dirname,
      "rules/fixtures",
      repository,
      file,
    );
    let code = readFileSync(filename, "utf8");
    for (const [from, to] of edits) {
      if (code.split(from).length !== 2) {
        throw new Error(`${file}: ${from} is not there once`);
      }
      code = code.replace(from, () => to);
    }
    return { code, filename };
  };
}
