import { createRule, type RuleContext } from "../src/create-rule.ts";
import { fixWith } from "../src/fix.ts";
import { lintedFile } from "../src/linted-file.ts";
import { locationOf } from "../src/location.ts";
import type { NamedEntry } from "../src/registries/named-entries.ts";
import type { NamesList } from "../src/registries/names-array.ts";
import { compareNames, sortedOrder } from "../src/registries/sorted-names.ts";
import { reorderElements } from "../src/source/reorder-elements.ts";
import { quoted } from "../src/wording.ts";

type MessageIds = "sort" | "unsorted";

export const sortedServerNames = createRule<MessageIds, object>({
  name: "sorted-server-names",
  meta: {
    type: "suggestion",
    docs: {
      description: "require the list of servers' names to be sorted",
      presets: {},
      registries: ["constants"],
    },
    fixable: "code",
    hasSuggestions: true,
    schema: {},
    messages: {
      unsorted:
        "{{server}} belongs before {{other}} (line {{line}}): this list is kept sorted, so that a name is easy to find and two branches that each add one seldom clash. Sort the list, capitals first.",
      sort: "Sort the list, and take the comment above the first name along with it.",
    },
  },
  defaults: {},
  looksAt: ["registries"],
  create(context) {
    return {
      Program() {
        const { registries } = lintedFile(context);
        if (
          registries?.role === "constants" &&
          registries.constants.status === "read" &&
          registries.constants.value.names
        ) {
          checkNames(registries.constants.value.names, context);
        }
      },
    };
  },
});

function checkNames(list: NamesList, context: RuleContext<MessageIds>): void {
  const pair = firstUnsorted(list.entries);
  if (!pair) {
    return;
  }
  const [before, entry] = pair;
  const { edits, isCertain } = sorting(list, context.sourceCode.text) ?? {};
  context.report({
    loc: locationOf(context, entry.range),
    messageId: "unsorted",
    data: {
      server: quoted(entry.name),
      other: quoted(before.name),
      line: before.line,
    },
    fix: edits && isCertain === true ? fixWith(edits) : null,
    suggest:
      edits && isCertain === false
        ? [{ messageId: "sort", fix: fixWith(edits) }]
        : [],
  });
}

type Named = NamedEntry & { readonly name: string };

/**
 * The first name that comes before the one in front of it, with that one. What
 * can't be read is passed over; a spread list is in its own order.
 */
function firstUnsorted(
  entries: readonly NamedEntry[],
): readonly [Named, Named] | undefined {
  let before: Named | undefined;
  for (const entry of entries) {
    if (!entry.isOwn) {
      before = undefined;
    } else if (isNamed(entry)) {
      if (before && compareNames(before.name, entry.name) > 0) {
        return [before, entry];
      }
      before = entry;
    }
  }
  return undefined;
}

function isNamed(entry: NamedEntry): entry is Named {
  return entry.name !== undefined;
}

/** `undefined` where not all that the list holds is a name in it. */
function sorting({ entries, open, range }: NamesList, text: string) {
  const own = entries.filter(isNamed);
  return !range || open || !entries.every(({ isOwn }) => isOwn)
    ? undefined
    : reorderElements(
        text,
        range,
        own.map((entry) => entry.range),
        sortedOrder(own.map(({ name }) => name)),
      );
}
