/** What names tell of the data they stand for. Judged by name: no types here. */

/** Methods that answer (some of) what they were called on. */
export const passingMethods: ReadonlySet<string> = new Set([
  "at",
  "concat",
  "filter",
  "find",
  "findLast",
  "flat",
  "reverse",
  "slice",
  "sort",
  "toReversed",
  "toSorted",
]);

/** Functions that answer their argument, or all that is in it. */
export const passingFunctions: ReadonlySet<string> = new Set([
  "Array.from",
  "Object.assign",
  "Object.entries",
  "Object.values",
]);

/**
 * Functions that make something to be read out of data: by their verb, or by
 * what they say they answer.
 */
export const shapingName =
  /^(?:aggregate|clean|compact|convert|count(?=[A-Z_]|$)|describe|extract|filter[A-Z]|format|group[A-Z]|map[A-Z]|normali[sz]e|omit|parse|pick|prettify|project|prune|redact|reduce|render|select|serialize|shape|shorten|simplif|slim|strip|summar|to[A-Z]|transform|trim|truncate)|(?:Markdown|Message|String|Summary|Text)$/;

/**
 * Those of them that say as much of a method of whatever object: it counts, it
 * answers a text, it checks what it is given against a schema.
 */
export const smallAnswerMethod =
  /^(?:count(?=[A-Z_]|$)|parse(?:Async)?$)|(?:Markdown|String|Text)$/;

/** Methods that pick the fields which they are given the names of. */
export const fieldPickingMethod = /^(?:omit|pick|project|select)/;

/** Names of objects that render, convert or check, and ask nobody. */
export const rendererName =
  /(?:[cC]onverter|[fF]ormat(?:s|ter)?|[mM]apper|[mM]arkdown|[pP]arser|[pP]resenter|[rR]ender(?:er|ers)?|[sS]chema|[sS]erializer|[sS]ummarizer|[tT]emplates?|[tT]ransformer|[vV]alidator)$|^(?:marked|prettier|turndown)$/;

/** Names of a single small value, also as a variable of its own. */
export const scalarName =
  /^(?:count|exists|length|limit|offset|ok|size|success|total|(?:has|is|num)[A-Z_].*|.*(?:Count|_count|Total|_total))$/;

/** Names of fields that hold a single small value. */
const leafName =
  /^(?:age|amount|body_?[tT]ext|city|code|color|country|created|currency|cursor|date|day|deleted|description|email|enabled|ext|extension|filename|format|hash|height|hour|html|id|key|kind|label|language|link|locale|login|markdown|message|mime_?[tT]ype|mode|month|name|number|path|phone|position|price|priority|query|rank|reason|role|score|sha|slug|snippet|state|status|subject|summary|text|time|timestamp|timezone|title|type|updated|uri|url|username|version|width|year|.*(?:Id|_id|ID|Url|_url|Name|_name|At|_at|Date|_date|Time|_time))$/;

/** Whether a field of that name holds a single small value. */
export function isSmall(name: string): boolean {
  return scalarName.test(name) || leafName.test(name);
}

/** Names of places in a list. */
export const indexName = /^(?:[ijn]|idx|index|.*(?:Idx|Index|_idx|_index))$/;

/** Names of a whole list, or of an answer as it came. */
export const collectionName =
  /(?:s|data|json|body|payload|response|result|list|content)$/i;

/** Names of what comes with a list: cursors and totals. */
export const pagingName =
  /cursor|page|token|next|prev|total|count|offset|limit|has_?more|meta/i;
