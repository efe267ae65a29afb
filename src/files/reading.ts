import type { SourceFile } from "../source/syntax-tree.ts";

/** What could be made of a file. Everything but `read` is a miss. */
export type Reading<T> =
  | { readonly status: "read"; readonly value: T }
  | { readonly status: "missing" }
  | { readonly status: "not-a-file" }
  | { readonly status: "too-large"; readonly size: number }
  | { readonly status: "unreadable"; readonly reason: string }
  | {
      readonly status: "not-parsed";
      readonly reason: string;
      readonly line: number;
      readonly conflict: boolean;
    };

/**
 * What is taken from a parsed file: plain data that does not hold on to the
 * tree. An extractor's identity is its cache key, so declare it once.
 */
export type Extractor<T> = (file: SourceFile) => T;

/** The same for a file that is no program, such as JSON. */
export type TextExtractor<T> = (text: string) => T;

/** The names in a folder, sorted. */
export interface Listing {
  readonly files: readonly string[];
  readonly folders: readonly string[];
  /** Neither: links, which have to be followed, and devices. */
  readonly others: readonly string[];
}
