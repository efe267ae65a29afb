import { knownVerb } from "./english/known-verb.ts";
import { isBrand } from "./english/word-kind.ts";
import { wordsOfName } from "./english/verb-phrase.ts";
import {
  completeText,
  type Model,
  type Server,
  type Tool,
} from "./mcp/model.ts";

/**
 * The words of each tool's name, without the prefix that stands for its
 * server: `slack_post_message` → post, message.
 *
 * A prefix is the server's own name, what the names of all its tools start
 * with and is no verb, or the name of a product in front of a verb.
 *
 * @returns empty for names that can't be read
 */
export function wordsOfTools({
  servers,
  tools,
}: Model): ReadonlyMap<Tool, readonly string[]> {
  const words = new Map(
    tools.map((tool) => [tool, withoutServer(readWords(tool), [])]),
  );
  for (const server of servers) {
    const own = wordsOfServer(server);
    const shared = sharedPrefix(server);
    for (const tool of server.tools) {
      words.set(tool, withoutServer(readWords(tool).slice(shared), own));
    }
  }
  return words;
}

/** What stands before a dot, a slash or a colon is a namespace. */
function readWords({ name }: Tool): readonly string[] {
  return wordsOfName((completeText(name) ?? "").split(/[./:]/).at(-1) ?? "");
}

/** Words of server names that say nothing about which one it is. */
const generic = new Set(["mcp", "server", "api", "tools", "the", "official"]);

function wordsOfServer({ name }: Server): readonly string[] {
  return wordsOfName(completeText(name) ?? "").filter(
    (word) => !generic.has(word),
  );
}

/** How many words all names of a server start with. */
function sharedPrefix({ tools }: Server): number {
  const [first = [], ...others] = tools
    .map(readWords)
    .filter((words) => words.length > 0);
  let shared = 0;
  while (
    others.length > 0 &&
    isPrefix(first.slice(shared)) &&
    others.every(
      (words) =>
        words[shared] === first[shared] && isPrefix(words.slice(shared)),
    )
  ) {
    shared += 1;
  }
  return shared;
}

/** Without the server's name, or that of a product before a verb. */
function withoutServer(
  words: readonly string[],
  server: readonly string[],
): readonly string[] {
  const [first = "", second = ""] = words;
  const isWhole =
    server.length > 0 && server.every((word, index) => words[index] === word);
  const isStart =
    first === server.join("") ||
    first === server[0] ||
    (isBrand(first) && isSureVerb(second));
  const length = isWhole ? server.length : Number(isStart);
  return length > 0 && isPrefix(words.slice(length - 1))
    ? words.slice(length)
    : words;
}

/** Whether the first word may be left out: it is no verb, or one comes next. */
function isPrefix([first = "", second]: readonly string[]): boolean {
  return (
    second !== undefined &&
    (knownVerb(first) === undefined || isSureVerb(second))
  );
}

/** Whether a verb stands among a name's words, neither first nor last. */
export function hasVerbInside(words: readonly string[]): boolean {
  return words.slice(1, -1).some(isSureVerb);
}

function isSureVerb(word: string): boolean {
  const leaning = knownVerb(word)?.leaning;
  return leaning === "pure" || leaning === "verb";
}
