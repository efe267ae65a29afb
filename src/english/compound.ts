import { COMPOUNDS } from "./lexicon/compounds.ts";
import { PLURAL_OBJECTS, VERB_OBJECTS } from "./lexicon/verb-objects.ts";
import { thirdPersonOf } from "./verb-form.ts";

/** Whether “base + noun” is a fixed noun compound (“search results”), the noun in either number. */
export function isCompound(base: string, noun: string): boolean {
  return inBothNumbers(COMPOUNDS, compounds, base)?.has(noun) === true;
}

/** What the verb of such a word takes as a bare object, in both numbers; undefined for a word that is a verb as often as a noun. */
export function bareObjectsOf(base: string): ReadonlySet<string> | undefined {
  return inBothNumbers(VERB_OBJECTS, verbObjects, base);
}

/** Whether “base + plural” is a verb with its object as well as a compound (“query logs”). */
export function isObjectOrCompound(base: string, plural: string): boolean {
  return (
    inBothNumbers(PLURAL_OBJECTS, pluralObjects, base)?.has(plural) === true
  );
}

function pluralOf(noun: string): string {
  return noun.endsWith("lf") || noun.endsWith("af")
    ? `${noun.slice(0, -1)}ves`
    : thirdPersonOf(noun);
}

type Spelled = Map<string, ReadonlySet<string> | null>;
const compounds: Spelled = new Map();
const verbObjects: Spelled = new Map();
const pluralObjects: Spelled = new Map();
const MOST_REMEMBERED = 4000;

/** The nouns of an entry, each in singular and plural; undefined where there is no entry. */
function inBothNumbers(
  table: Readonly<Record<string, string>>,
  spelled: Spelled,
  entry: string,
): ReadonlySet<string> | undefined {
  const before = spelled.get(entry);
  if (before !== undefined) return before ?? undefined;
  const nouns = Object.hasOwn(table, entry)
    ? (table[entry] ?? "").split(" ").filter((noun) => noun !== "")
    : undefined;
  const both = nouns && new Set([...nouns, ...nouns.map(pluralOf)]);
  if (spelled.size >= MOST_REMEMBERED) spelled.clear();
  spelled.set(entry, both ?? null);
  return both;
}
