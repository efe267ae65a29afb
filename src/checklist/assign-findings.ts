import type { FileStore } from "../files/file-store.ts";
import type { Range } from "../source/syntax-tree.ts";
import { quoted } from "../wording.ts";
import type { App, Server } from "./find-servers.ts";
import type { Finding } from "./report.ts";

/** A finding, and the file that it stands in. */
export interface PlacedFinding {
  readonly finding: Finding;
  /** Absolute. */
  readonly file: string;
}

/**
 * The servers that a finding is about. In a server's own folder that is the
 * server. Elsewhere (in a registry) a message names the server that it is
 * about, or it stands in the server's entry.
 *
 * @returns empty where none of this tells
 */
export function serversOf(
  placed: PlacedFinding,
  apps: readonly App[],
  store: FileStore,
): readonly Server[] {
  for (const app of apps) {
    const found = inFolder(placed, app) ?? inRegistry(placed, app, store);
    if (found.length > 0) {
      return found;
    }
  }
  return [];
}

function inFolder(
  { file, finding }: PlacedFinding,
  { servers }: App,
): readonly Server[] | undefined {
  const here = servers.filter(({ files }) => files.includes(file));
  if (here.length < 2) {
    return here.length === 0 ? undefined : here;
  }
  // Several servers share the folder: who is defined here, who is named?
  const definers = here.filter(({ definitions }) =>
    definitions.some((definition) => definition.file === file),
  );
  const [only, ...others] = definers;
  if (only && others.length === 0) {
    return [only];
  }
  const named = firstNamed(finding.message, here);
  return named ? [named] : here;
}

function inRegistry(
  { file, finding }: PlacedFinding,
  app: App,
  store: FileStore,
): readonly Server[] {
  const named = firstNamed(finding.message, app.servers);
  if (named) {
    return [named];
  }
  const place = offsetOf(finding, file, store);
  const entries = entriesIn(file, app).filter(
    ({ range }) =>
      place !== undefined &&
      range !== undefined &&
      range[0] <= place &&
      place < range[1],
  );
  const server = app.servers.find(({ name }) =>
    entries.some((entry) => entry.name === name),
  );
  return server ? [server] : [];
}

/** The server that a message names first: what a sentence starts with, it is about. */
function firstNamed(
  message: string,
  servers: readonly Server[],
): Server | undefined {
  let first: Server | undefined;
  let place = Infinity;
  for (const server of servers) {
    const at = message.indexOf(quoted(server.name));
    if (at >= 0 && at < place) {
      first = server;
      place = at;
    }
  }
  return first;
}

interface Entry {
  readonly name: string | undefined;
  readonly range: Range | undefined;
}

function entriesIn(file: string, { registries }: App): readonly Entry[] {
  const { bm25Corpus, constants } = registries;
  const dispatch = registries.switch;
  if (constants.status === "read" && constants.file === file) {
    const configs = constants.value.configs?.configs ?? [];
    return [
      ...configs,
      // Of a server that its config calls by another name.
      ...configs.map((config): Entry => {
        const target = registries.targetOf(config);
        return {
          name: target.kind === "server" ? target.name : undefined,
          range: config.range,
        };
      }),
      ...(constants.value.names?.entries ?? []),
    ];
  }
  if (dispatch.status === "read" && dispatch.file === file) {
    return dispatch.value.entries.map(({ name, whole }) => ({
      name,
      range: whole,
    }));
  }
  return bm25Corpus.status === "read" && bm25Corpus.file === file
    ? bm25Corpus.value.entries
    : [];
}

function offsetOf(
  { column, line }: Finding,
  file: string,
  store: FileStore,
): number | undefined {
  const reading = store.readText(file, lineStarts);
  const start = reading.status === "read" ? reading.value[line - 1] : undefined;
  return start === undefined ? undefined : start + column - 1;
}

/** Where each line starts, without a BOM. */
function lineStarts(text: string): readonly number[] {
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
  return [0, ...Array.from(source.matchAll(/\n/g), ({ index }) => index + 1)];
}
