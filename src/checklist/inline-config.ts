import type { FileStore } from "../files/file-store.ts";

/**
 * What the comments of a file configure (`/* eslint x: "off" *\/`), unread.
 * ESLint's results do not show what such a comment turned off.
 */
export function inlineConfig(file: string, store: FileStore): string {
  const reading = store.readText(file, configComments);
  return reading.status === "read" ? reading.value : "";
}

function configComments(text: string): string {
  return Array.from(text.matchAll(/\/\*\s{0,20}eslint\s/g), ({ index }) => {
    const end = text.indexOf("*/", index);
    return end < 0 ? "" : text.slice(index, end);
  }).join("\n");
}
