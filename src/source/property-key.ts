import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceEdit } from "./replace-text.ts";
import { nodesAround, type Range, type SourceFile } from "./syntax-tree.ts";

/** A name as the key of a property: in quotes where it is no identifier. */
export function writtenKey(name: string): string {
  return isIdentifier(name) ? name : JSON.stringify(name);
}

/**
 * Renames a key of an object literal. Where it names the value as well, as in
 * `{ list }`, the value keeps its name: `{ list_all: list }`.
 *
 * @param key where the key stands, without brackets
 * @returns `undefined` for a key that is computed
 */
export function renameKey(
  file: SourceFile,
  key: Range,
  name: string,
): SourceEdit | undefined {
  const property = nodesAround(file.program, key[0]).findLast(
    (node): node is TSESTree.Property => node.type === "Property",
  );
  if (
    !property ||
    property.computed ||
    property.key.range[0] !== key[0] ||
    property.key.range[1] !== key[1]
  ) {
    return undefined;
  }
  if (property.shorthand) {
    return { range: [key[0], key[0]], text: `${writtenKey(name)}: ` };
  }
  const quote = file.text[key[0]];
  const isPlain = /^[^"'\\\r\n]*$/.test(name);
  const text =
    isPlain && (quote === '"' || quote === "'")
      ? quote + name + quote
      : writtenKey(name);
  return { range: key, text };
}

/** Whether a name may stand without quotes. */
export function isIdentifier(name: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name);
}
