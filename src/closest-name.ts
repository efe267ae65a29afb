import leven from "leven";

/**
 * The name that another was surely meant to be: the same but for case and
 * separators, or with few letters wrong.
 *
 * @returns `undefined` when none is close, or two are equally so
 */
export function closestName(
  name: string,
  candidates: Iterable<string>,
): string | undefined {
  const spelling = plain(name);
  let best: string | undefined;
  let distance = Math.max(1, Math.floor(spelling.length / 4)) + 1;
  let isShared = false;
  for (const candidate of new Set(candidates)) {
    const meant = plain(candidate);
    // A short word is no other word's misspelling.
    const own =
      meant.length < 3 && meant !== spelling
        ? Infinity
        : slipsBetween(meant, spelling);
    if (own < distance) {
      [best, distance, isShared] = [candidate, own, false];
    } else if (own === distance && best !== undefined) {
      isShared = true;
    }
  }
  return isShared ? undefined : best;
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]/g, "");
}

/** Letters that are wrong, too many or missing; two that changed places are one slip. */
function slipsBetween(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) {
    at++;
  }
  const swapped =
    one.slice(0, at) +
    one.slice(at + 1, at + 2) +
    one.slice(at, at + 1) +
    one.slice(at + 2);
  return one !== other && swapped === other ? 1 : leven(one, other);
}
