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
  "access advice audio bandwidth behavior behaviour blood cash code coffee compliance consent content control credit crypto csv data demand disk electricity email energy equity evidence exposure fat feed feedback food fuel gas gold health heat html income inflation ink input interest inventory json knowledge latency light lightning liquidity logic luggage mail malware markdown material memory mileage milk money music news noise oil output overtime ownership paper payroll pdf power pressure production progress quality rain research revenue risk salt sense software sound space spam spend stock storage supply support sync syntax television text throughput time touch traffic training transport travel trust uptime use video visibility voltage waste water wealth weather work xml yaml".split(
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
