/** Plurals that name an attribute, but are as good an object: “Audit permissions of users”. */
const OBJECT_PLURALS = new Set(
  "addresses attributes codes conditions coverages dates definitions dependencies descriptions dimensions entries fees fields formats identifiers ids integrations keys lines listings lists locations logs maps metrics names numbers options parameters paths permissions plans points policies prices priorities properties quantities quotas quotes rankings ratings requirements results revisions rules scores sequences settings sources specifications statements states statuses summaries tariffs titles tokens types units urls values variants versions volumes weights zones".split(
    " ",
  ),
);

/** Whether a plural attribute noun is as good an object. */
export function isObjectPlural(word: string): boolean {
  return OBJECT_PLURALS.has(word);
}

const MASS_NOUNS = new Set(
  "access behavior behaviour content control data demand evidence feedback health inventory memory money music power progress text time traffic use weather work".split(
    " ",
  ),
);

/** A noun that is an object without an article: “Transfer ownership of …”. */
export function isMassNoun(word: string): boolean {
  return (
    MASS_NOUNS.has(word) ||
    /(?:ship|ance|ence|ity|ness|ion|ment|ing|age|acy)$/.test(word)
  );
}
