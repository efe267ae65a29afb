/** How a file's author writes, as far as a line of it shows. */

/** One step of indentation: that of the first line that has any; else two spaces. */
export function indentStep(text: string): string {
  // A line that goes on with a star belongs to a comment.
  return /^(\t| {2,8})[^\s*]/m.exec(text)?.[1] ?? "  ";
}

/** The quotes around the first module that is imported; else double ones. */
export function usualQuote(text: string): '"' | "'" {
  return /\bfrom ?(["'])/.exec(text)?.[1] === "'" ? "'" : '"';
}

/**
 * Whether an object or a list ends in a comma.
 *
 * @returns `undefined` for one that ends in the line of its last element
 */
export function endsInComma(literal: string): boolean | undefined {
  const inside = literal.slice(0, -1);
  const filled = inside.trimEnd();
  return inside.slice(filled.length).includes("\n")
    ? filled.endsWith(",")
    : undefined;
}

/** Whether statements end in a semicolon. */
export function endsInSemicolon(text: string): boolean {
  return /;[ \t]*\r?$/m.test(text);
}

/** Whether lists over several lines have no comma behind their last element. */
export function endsListsBare(text: string): boolean {
  return (
    /[^\s,[][ \t]*\r?\n[ \t]*\]/.test(text) &&
    !/,[ \t]*\r?\n[ \t]*[\]}]/.test(text)
  );
}
