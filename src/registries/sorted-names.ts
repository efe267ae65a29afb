/** The order of names in a sorted list: that of their code units. */
export function compareNames(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

/** Whether a list is kept sorted: enough names to tell, and in order. */
export function isSorted(names: readonly (string | undefined)[]): boolean {
  return (
    names.length > 1 &&
    names.every((name, index) => {
      const before = index === 0 ? "" : names[index - 1];
      return (
        name !== undefined &&
        before !== undefined &&
        compareNames(before, name) <= 0
      );
    })
  );
}

/** Behind how many entries a new name goes: in order, or at the end. */
export function placeFor(
  name: string,
  names: readonly (string | undefined)[],
): number {
  if (!isSorted(names)) {
    return names.length;
  }
  const next = names.findIndex(
    (other) => other !== undefined && compareNames(other, name) > 0,
  );
  return next === -1 ? names.length : next;
}

/** For each place of the sorted list, the index of the name that goes there. */
export function sortedOrder(names: readonly string[]): readonly number[] {
  return names
    .map((name, index) => ({ name, index }))
    .sort((a, b) => compareNames(a.name, b.name))
    .map(({ index }) => index);
}
