import { COMPOUNDS } from "./lexicon/compounds.ts";
import { VERB_OBJECTS } from "./lexicon/verb-objects.ts";
import { thirdPersonOf } from "./verb-form.ts";

/** Whether “base + noun” is a fixed noun compound (“search results”), the noun in either number. */
export function isCompound(base: string, noun: string): boolean {
  return inBothNumbers(COMPOUNDS, base)?.has(noun) === true;
}

/** What the verb of such a word takes as a bare object, in both numbers; undefined for a word that is a verb as often as a noun. */
export function bareObjectsOf(base: string): ReadonlySet<string> | undefined {
  return inBothNumbers(VERB_OBJECTS, base);
}

function pluralOf(noun: string): string {
  return noun.endsWith("lf") || noun.endsWith("af")
    ? `${noun.slice(0, -1)}ves`
    : thirdPersonOf(noun);
}

const spelledOut = new WeakMap<object, Map<string, ReadonlySet<string>>>();

/** The nouns of an entry, each in singular and plural; undefined where there is no entry. */
function inBothNumbers(
  table: Readonly<Record<string, string>>,
  entry: string,
): ReadonlySet<string> | undefined {
  if (!Object.hasOwn(table, entry)) return undefined;
  const known = spelledOut.get(table) ?? new Map<string, ReadonlySet<string>>();
  spelledOut.set(table, known);
  const before = known.get(entry);
  if (before !== undefined) return before;
  const nouns = (table[entry] ?? "").split(" ").filter((noun) => noun !== "");
  const both = new Set([...nouns, ...nouns.map(pluralOf)]);
  known.set(entry, both);
  return both;
}
