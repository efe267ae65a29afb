import leven from "leven";

/**
 * The name that a misspelling most likely means: a few letters away, and no
 * other one as close.
 *
 * @returns `undefined` when there is none, or two
 */
export function closestName(
  wrong: string,
  names: Iterable<string>,
): string | undefined {
  const most = Math.min(3, Math.floor(wrong.length / 3));
  let closest: string | undefined;
  let distance = most + 1;
  for (const name of new Set(names)) {
    const own = leven(wrong, name, { maxDistance: most + 1 });
    if (own < distance) {
      closest = name;
      distance = own;
    } else if (own === distance) {
      closest = undefined;
    }
  }
  return distance <= most ? closest : undefined;
}
