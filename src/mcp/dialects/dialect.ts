import type { TSESTree } from "@typescript-eslint/utils";
import type { WordIndex } from "../../source/occurrences.ts";
import type { StaticText } from "../../source/static-text.ts";
import type {
  ImportLookup,
  Located,
  ModuleValues,
} from "../../source/static-value.ts";
import type { SourceFile } from "../../source/syntax-tree.ts";
import type { DialectId, Field, Handler, Place, Tool } from "../model.ts";

/** The file that is read, and the way into others. */
export interface Reading {
  readonly file: SourceFile;
  readonly module: ModuleValues;
  readonly lookup: ImportLookup;
  /** Where the words stand that tell of tools and handlers. */
  readonly words: WordIndex;
  /** Reads an expression of the file; the same node gives the same value. */
  readonly evaluate: (node: TSESTree.Node) => Located;
  /** Reads a list of tools, each list once. */
  readonly toolList: (located: Located) => ToolList | undefined;
  /** Whether an earlier dialect already took what stands at an offset. */
  readonly isClaimed: (offset: number) => boolean;
}

/** Tools that are declared together. */
export interface ToolList {
  readonly dialect: DialectId;
  readonly tools: readonly Tool[];
  /** Whether it may hold more than was found. */
  readonly open: boolean;
  readonly place: Place;
  /** What identifies the server that registers them, where calls do. */
  readonly serverKey?: string | undefined;
  readonly serverName?: Field<StaticText>;
  readonly handlers?: readonly Handler[];
}

/** One way of declaring tools. */
export interface Dialect {
  readonly id: DialectId;
  /** The telling words it looks for; in a file without any it isn't asked. */
  readonly words: readonly string[];
  /** Finds the lists of tools that a file declares. */
  find(reading: Reading): readonly ToolList[];
}
