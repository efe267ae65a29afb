import { usualQuote } from "../source/file-style.ts";
import { dedent, insertElements } from "../source/insert-element.ts";
import type { SourceEdit } from "../source/replace-text.ts";
import { holdsComment, type Range } from "../source/syntax-tree.ts";
import type { Bm25Corpus } from "./bm25-corpus.ts";
import {
  fillTemplate,
  nameLiteral,
  templateOf,
  type EntryTemplate,
} from "./entry-template.ts";
import {
  importableServers,
  ImportCollector,
  type RegistryFile,
} from "./registry-file.ts";
import type { Exported, ServerParts } from "./server-parts.ts";
import { compareNames, placeFor } from "./sorted-names.ts";

/**
 * Writes entries of the corpus with their imports.
 *
 * @returns the edits and the servers that they list; one without an exported
 *   server object is left out, as its tools have to be written by hand, and so
 *   is one whose name is taken. Where the entries have no form in common, none
 *   is written.
 */
export function addCorpusEntries(
  servers: readonly ServerParts[],
  { entries, range }: Bm25Corpus,
  registry: RegistryFile,
): {
  readonly edits: readonly SourceEdit[];
  readonly added: readonly string[];
  readonly clashes: ReadonlyMap<string, Exported>;
} {
  const imports = new ImportCollector(registry);
  const names = entries.map(({ name }) => name);
  const own = entries.filter(({ isOwn }) => isOwn);
  const write = entryWriter(own, registry, imports);
  const { clashes, sound } = importableServers(
    servers,
    (server) => server,
    ({ metadata }) => [metadata],
    registry,
  );
  const written = sound.flatMap((server) => {
    const text = write(server);
    return text === undefined ? [] : [{ server, text }];
  });
  const importEdits = imports.edits();
  if (!importEdits || written.length === 0) {
    return { edits: [], added: [], clashes };
  }
  const sorted = written.sort((a, b) =>
    compareNames(a.server.name, b.server.name),
  );
  return {
    edits: [
      ...importEdits,
      ...insertElements(
        registry.file.text,
        range,
        own.map((entry) => entry.range),
        sorted.map(({ server, text }) => ({
          text,
          index:
            own.length === names.length
              ? placeFor(server.name, names)
              : own.length,
        })),
      ),
    ],
    added: sorted.map(({ server }) => server.name),
    clashes,
  };
}

/** How entries are written here: as the last one of the usual form. */
function entryWriter(
  own: Bm25Corpus["entries"],
  registry: RegistryFile,
  imports: ImportCollector,
): (server: ServerParts) => string | undefined {
  const models = usualForm(
    own.flatMap(({ name, range }) => {
      const server = name === undefined ? undefined : registry.partsOf(name);
      const template = server && templateOf(range, server, registry);
      return template?.parts.has("metadata") === true &&
        // What a comment says is of its own entry.
        !holdsComment(registry.file, range)
        ? [{ range, template, form: formOf(template) }]
        : [];
    }),
  );
  return (server) => {
    if (!server.metadata) {
      return undefined;
    }
    const fitting = models.filter(({ template: { parts } }) =>
      Array.from(parts).every((part) => server[part] !== undefined),
    );
    // One that names no constant and stands on one line suits most servers.
    const plain = fitting.filter(
      ({ template: { parts } }) => !parts.has("nameConstant"),
    );
    const model =
      plain.findLast(({ template: { text } }) => !text.includes("\n")) ??
      plain.at(-1) ??
      fitting.at(-1);
    if (model) {
      const text = fillTemplate(model.template, server, imports);
      return dedent(text, registry.file.text, model.range);
    }
    return own.length === 0
      ? `{ name: ${nameLiteral(server.name, usualQuote(registry.file.text))}, tools: ${imports.use(server.metadata)}.tools }`
      : undefined;
  };
}

/** An entry that others may be written like. */
interface Model {
  readonly range: Range;
  readonly template: EntryTemplate;
  /** What the entry says, however it is laid out. */
  readonly form: string;
}

/** All tools of a server object, and nothing else. */
const plainForm = "{name:<name>,tools:<metadata>.tools}";

/**
 * The models of the form that most of them have, if several do; else those of
 * the plain form. What a single entry says beyond that is of its own server.
 */
function usualForm(models: readonly Model[]): readonly Model[] {
  const withForm = (form: string): readonly Model[] =>
    models.filter((model) => model.form === form);
  const shared = models
    .map(({ form }) => withForm(form))
    .find((alike) => alike.length > 1 && alike.length * 2 > models.length);
  return shared ?? withForm(plainForm);
}

/** The entry's text without its server, its white space and last commas. */
function formOf({ gaps, text }: EntryTemplate): string {
  let form = "";
  let from = 0;
  for (const { filler, range } of gaps) {
    const part = filler === "nameConstant" ? "name" : filler;
    form += `${text.slice(from, range[0])}<${part}>`;
    from = range[1];
  }
  return (form + text.slice(from))
    .replaceAll(/\s+/g, "")
    .replaceAll(/,(?=[}\])])/g, "");
}
