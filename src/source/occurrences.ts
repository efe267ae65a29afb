import type { TSESTree } from "@typescript-eslint/utils";
import { nodesAround, type SourceFile } from "./syntax-tree.ts";

/**
 * The places in the tree where a word of the text stands, each as the nodes
 * around it, outermost first.
 *
 * Cheaper than a walk over the whole tree when the word is rare.
 *
 * @param word a global regular expression; where the match begins counts
 * @param isSkipped leaves out the places at these offsets
 */
export function* occurrences(
  file: SourceFile,
  word: RegExp,
  isSkipped: (offset: number) => boolean = () => false,
): Generator<readonly TSESTree.Node[]> {
  for (const match of file.text.matchAll(word)) {
    if (!isSkipped(match.index)) {
      yield nodesAround(file.program, match.index);
    }
  }
}

/** The last node of a path that passes a test. */
export function innermost<N extends TSESTree.Node>(
  path: readonly TSESTree.Node[],
  test: (node: TSESTree.Node) => node is N,
): N | undefined {
  return path.findLast((node): node is N => test(node));
}
