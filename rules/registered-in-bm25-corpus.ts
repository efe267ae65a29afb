import { createRule, type RuleContext } from "../src/create-rule.ts";
import { fixWith, renaming } from "../src/fix.ts";
import { lintedFile, type LintedFile } from "../src/linted-file.ts";
import { locationOf } from "../src/location.ts";
import type { Bm25Corpus } from "../src/registries/bm25-corpus.ts";
import { addCorpusEntries } from "../src/registries/corpus-edits.ts";
import { differencesOf, lackOf } from "../src/registries/list-differences.ts";
import type { NamedEntry } from "../src/registries/named-entries.ts";
import type { Registries } from "../src/registries/registries.ts";
import type { KnownDefinition } from "../src/registries/registration.ts";
import {
  clashWording,
  definedAt,
  definitionProblems,
} from "../src/registry-wording.ts";
import type { ServerParts } from "../src/registries/server-parts.ts";
import { declaredName } from "../src/source/declared-name.ts";
import { removeElement } from "../src/source/remove-element.ts";
import { renameLiteral } from "../src/source/rename-literal.ts";
import { quoted } from "../src/wording.ts";

type MessageIds =
  | "duplicate"
  | "misspelt"
  | "misspeltThere"
  | "missing"
  | "orphan"
  | "remove"
  | "rename"
  | "unreadable"
  | "unregistered";

export const registeredInBm25Corpus = createRule<MessageIds, object>({
  name: "registered-in-bm25-corpus",
  meta: {
    type: "problem",
    docs: {
      description: "require every server to be in the BM25 corpus, once",
      presets: { recommended: true, strict: true },
      registries: ["bm25Corpus"],
    },
    fixable: "code",
    hasSuggestions: true,
    schema: {},
    messages: {
      missing:
        '{{server}} ({{definition}}) is not in {{list}}, so no test tells whether tool search finds its tools. Add an entry, or name it in settings["mcp-runbook"].unregistered.bm25Corpus when it is left out on purpose.{{byHand}}',
      orphan:
        "No server called {{server}} is defined any more, and its entry still weighs on the ranks of the others. Remove it.",
      misspelt:
        "No server is called {{written}}, and {{server}} ({{definition}}) has no entry, so queries that expect it find none. Did you mean {{server}}? If so, correct the name; if this is the entry of a server that is gone, remove it.",
      duplicate:
        "{{server}} is in the corpus already (line {{line}}). A second entry makes its words look common, which shifts the rank of every tool. Remove one of them.",
      remove: "Remove this entry.",
      rename: "Call it '{{name}}'.",
      unregistered:
        '{{server}} is not in the BM25 corpus ({{file}}), so no test tells whether tool search finds its tools. {{advice}}, or name the server in settings["mcp-runbook"].unregistered.bm25Corpus when it is left out on purpose.{{byHand}}',
      misspeltThere:
        "{{server}} is not in the BM25 corpus ({{file}}), so no test tells whether tool search finds its tools. There is an entry for {{written}}, as no server is called: correct that name, if it means this server.",
      unreadable:
        "Nobody can tell whether tool search is tested with {{server}}: {{file}}, which lists the BM25 corpus, {{trouble}}. {{advice}}",
    },
  },
  defaults: {},
  looksAt: ["registries"],
  create(context) {
    return {
      Program() {
        const linted = lintedFile(context);
        const { registries } = linted;
        if (registries?.role === "bm25Corpus") {
          if (registries.bm25Corpus.status === "read") {
            checkCorpus(
              registries.bm25Corpus.value,
              registries,
              linted,
              context,
            );
          }
        } else if (registries) {
          checkDefinitions(registries, linted, context);
        }
      },
    };
  },
});

function checkCorpus(
  corpus: Bm25Corpus,
  registries: Registries,
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  const { gone, misspelt, missing, repeated } = differencesOf(
    corpus,
    linted.settings.unregistered.bm25Corpus,
    registries,
  );
  reportMissing(missing, corpus, registries, linted, context);
  for (const { entry, meant } of misspelt) {
    const { name = "", written } = entry;
    context.report({
      loc: locationOf(context, written ?? entry.range),
      messageId: "misspelt",
      data: {
        written: quoted(name),
        server: quoted(meant.serverName),
        definition: definedAt(meant, linted),
      },
      suggest: renaming(
        meant.serverName,
        written && renameLiteral(linted.file, written, meant.serverName),
      ),
    });
  }
  for (const { entry, first } of repeated) {
    reportEntry(entry, { messageId: "duplicate", line: first.line }, context);
  }
  for (const entry of gone) {
    reportEntry(entry, { messageId: "orphan", line: entry.line }, context);
  }
}

function reportMissing(
  missing: readonly KnownDefinition[],
  corpus: Bm25Corpus,
  { registryFile }: Registries,
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  if (missing.length === 0) {
    return;
  }
  const parts = missing.flatMap(
    ({ serverName }) => registryFile.partsOf(serverName) ?? [],
  );
  // One fix for all of them, so that it lands in one pass, where one is fixed.
  const { added, clashes, edits } = addCorpusEntries(
    parts,
    corpus,
    registryFile,
  );
  const anchor = declaredName(linted.file, corpus.list) ?? corpus.range;
  const bearer = missing.find(({ serverName }) => added.includes(serverName));
  for (const definition of missing) {
    const { serverName } = definition;
    const server = parts.find(({ name }) => name === serverName);
    context.report({
      loc: locationOf(context, anchor),
      messageId: "missing",
      data: {
        server: quoted(serverName),
        definition: definedAt(definition, linted),
        list: corpus.list,
        byHand: added.includes(serverName)
          ? ""
          : (clashWording(clashes.get(serverName)) ?? handWording(server)),
      },
      fix: definition === bearer ? fixWith(edits) : null,
    });
  }
}

/** Why the entry of a server is not written. */
function handWording(server: ServerParts | undefined): string {
  return server?.metadata
    ? " `--fix` leaves it to you: the entries here have no form in common that this one could take."
    : " Its tools are no exported list, so the entry has to be written by hand.";
}

function reportEntry(
  { isOwn, name = "", range }: NamedEntry,
  { line, messageId }: { messageId: "duplicate" | "orphan"; line: number },
  context: RuleContext<MessageIds>,
): void {
  const { text } = context.sourceCode;
  context.report({
    loc: locationOf(context, range),
    messageId,
    data:
      messageId === "duplicate"
        ? { server: quoted(name), line }
        : { server: quoted(name) },
    suggest: isOwn
      ? [{ messageId: "remove", fix: fixWith([removeElement(text, range)]) }]
      : [],
  });
}

function checkDefinitions(
  registries: Registries,
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  const leftOut = linted.settings.unregistered.bm25Corpus;
  const problems = definitionProblems(
    registries.bm25Corpus,
    "bm25Corpus",
    linted,
    (corpus, server) => lackOf(corpus, server, leftOut, registries),
  );
  for (const { data, definition, messageId } of problems) {
    context.report({
      loc: locationOf(context, definition.place),
      messageId,
      data:
        messageId === "unregistered"
          ? { ...data, ...adviceFor(definition, registries) }
          : data,
    });
  }
}

/** What to do in the corpus file about a server without an entry. */
function adviceFor(
  { serverName }: KnownDefinition,
  { registryFile }: Registries,
): { advice: string; byHand: string } {
  const parts = registryFile.partsOf(serverName);
  return parts && !parts.metadata
    ? { advice: "Add an entry there", byHand: handWording(parts) }
    : {
        advice:
          "Run `eslint --fix` on that file, add an entry there if it leaves that to you",
        byHand: "",
      };
}
