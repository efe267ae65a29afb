const WORD_BOUNDARY = /[\s_\-./:]+/;
const SNAKE_CASE = /^[a-z\d]+(?:_[a-z\d]+)*$/;
const LONGEST_NAME = 200;

/** The lower-case words of a tool's name in snake_case, kebab-case, camelCase or with dots; empty for a name without any. */
export function wordsOfName(name: string): string[] {
  // Most names are in snake_case, and there is nothing to undo.
  if (name.length <= LONGEST_NAME && SNAKE_CASE.test(name))
    return name.split("_");
  return name
    .slice(0, LONGEST_NAME)
    .replace(/(\p{Ll}|\p{N})(?=\p{Lu})/gu, "$1_")
    .replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, "$1_")
    .split(WORD_BOUNDARY)
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());
}

/** The words of a tool's name as a phrase: “list_items”, “list-items”, “listItems” and “list.items” → “list items”. */
export function verbPhraseFromName(name: string): string {
  return wordsOfName(name).join(" ");
}
