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

/** Names of a single small value, also as a variable of its own. */
export const scalarName =
  /^(?:count|exists|length|limit|offset|ok|size|success|total|(?:has|is|num)[A-Z_].*|.*(?:Count|_count|Total|_total))$/;

/** Names of fields that hold a single small value. */
export const leafName =
  /^(?:age|amount|body_?[tT]ext|city|code|color|country|created|currency|cursor|date|day|deleted|description|email|enabled|ext|extension|filename|format|hash|height|hour|html|id|key|kind|label|language|link|locale|login|markdown|message|mime_?[tT]ype|mode|month|name|number|path|phone|position|price|priority|query|rank|reason|role|score|sha|slug|snippet|state|status|subject|summary|text|time|timestamp|timezone|title|type|updated|uri|url|username|version|width|year|.*(?:Id|_id|ID|Url|_url|Name|_name|At|_at|Date|_date|Time|_time))$/;

/** Names of a whole list, or of an answer as it came. */
export const collectionName =
  /(?:s|data|json|body|payload|response|result|list|content)$/i;

/** Names of what comes with a list: cursors and totals. */
export const pagingName =
  /cursor|page|token|next|prev|total|count|offset|limit|has_?more|meta/i;
