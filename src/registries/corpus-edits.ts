import { usualQuote } from "../source/file-style.ts";
import { dedent, insertElements } from "../source/insert-element.ts";
import type { SourceEdit } from "../source/replace-text.ts";
import type { Bm25Corpus } from "./bm25-corpus.ts";
import { fillTemplate, nameLiteral, templateOf } from "./entry-template.ts";
import {
  importableServers,
  ImportCollector,
  type RegistryFile,
} from "./registry-file.ts";
import type { Exported, ServerParts } from "./server-parts.ts";
import { placeFor } from "./sorted-names.ts";

/**
 * Writes entries of the corpus with their imports.
 *
 * @returns the edits and the servers that they list; one without an exported
 *   server object is left out, as its tools have to be written by hand, and so
 *   is one whose name is taken
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
    a.server.name < b.server.name ? -1 : 1,
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

/** How entries are written here: as the last one that is made of a server object. */
function entryWriter(
  own: Bm25Corpus["entries"],
  registry: RegistryFile,
  imports: ImportCollector,
): (server: ServerParts) => string | undefined {
  const models = own.flatMap(({ name, range }) => {
    const server = name === undefined ? undefined : registry.partsOf(name);
    const template = server && templateOf(range, server, registry);
    return template?.parts.has("metadata") === true &&
      !/filter|\n/.test(template.text)
      ? [{ range, template }]
      : [];
  });
  const model =
    models.findLast(({ template }) => !template.parts.has("nameConstant")) ??
    models.at(-1);
  return (server) => {
    if (!server.metadata) {
      return undefined;
    }
    if (
      model &&
      [...model.template.parts].every((part) => server[part] !== undefined)
    ) {
      const text = fillTemplate(model.template, server, imports);
      return dedent(text, registry.file.text, model.range);
    }
    return own.length === 0
      ? `{ name: ${nameLiteral(server.name, usualQuote(registry.file.text))}, tools: ${imports.use(server.metadata)}.tools }`
      : undefined;
  };
}
