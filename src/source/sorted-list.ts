/**
 * How many elements of a sorted list begin at an offset or before it.
 *
 * @param startOf where an element begins; never less than that of an earlier one
 */
export function countUpTo<T>(
  sorted: readonly T[],
  offset: number,
  startOf: (element: T) => number,
): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    // In range, so an element; an array of holes would only be off by them.
    if (startOf(sorted[middle] as T) <= offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
