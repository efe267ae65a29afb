/** The ways to join the words of a tool's name. */
export type NameCasing =
  "camelCase" | "kebab-case" | "PascalCase" | "snake_case" | "UPPER_CASE";

/** Names are short; nobody reads on behind this. */
const LONGEST_NAME = 200;

/**
 * How a tool's name is written.
 *
 * @param name what stands before a dot, a slash or a colon is a namespace, and not looked at
 * @returns undefined for a single word, which fits every casing, and "mixed" for a mixture of several (“get_userName”)
 */
export function casingOf(name: string): NameCasing | "mixed" | undefined {
  const local = name.slice(0, LONGEST_NAME).split(/[./:]/).at(-1) ?? "";
  const separators = ["_", "-"].filter((mark) => local.includes(mark));
  const parts = local.split(/[_-]/).filter((part) => part !== "");
  if (parts.length > 1) {
    // An acronym may keep its capitals: "get_URL", "API-get-user".
    if (separators.length > 1 || !parts.every(isPlainWord)) return "mixed";
    if (separators[0] === "-") return "kebab-case";
    return parts.every((part) => part === part.toUpperCase())
      ? "UPPER_CASE"
      : "snake_case";
  }
  const [word = ""] = parts;
  if (!/[a-z\d][A-Z]/.test(word)) return undefined;
  return /^[A-Z]/.test(word) ? "PascalCase" : "camelCase";
}

/** All small, or all capitals. */
function isPlainWord(part: string): boolean {
  return part === part.toLowerCase() || part === part.toUpperCase();
}
