import type { TSESTree } from "@typescript-eslint/utils";
import path from "node:path";
import { nodesAround, walk, type Range } from "../source/syntax-tree.ts";
import { importedExport } from "./imported-name.ts";
import type { ImportCollector, RegistryFile } from "./registry-file.ts";
import type { Exported, ServerParts } from "./server-parts.ts";

/** What of a server an entry in a registry names. */
export type PartName = "factory" | "handlers" | "metadata" | "nameConstant";

const partNames: readonly PartName[] = [
  "factory",
  "handlers",
  "metadata",
  "nameConstant",
];

/** A server's entry as a form for others: its source with gaps. */
export interface EntryTemplate {
  readonly text: string;
  /** In order of the text, offsets into it. */
  readonly gaps: readonly Gap[];
  /** The parts that the gaps name. */
  readonly parts: ReadonlySet<PartName>;
}

interface Gap {
  readonly range: Range;
  readonly filler: PartName | "name";
}

/**
 * Turns an entry into a form.
 *
 * @returns `undefined` when it names something of its server that other servers
 *   do not have
 */
export function templateOf(
  entry: Range,
  server: ServerParts,
  { file, find, folders }: RegistryFile,
): EntryTemplate | undefined {
  const node = nodesAround(file.program, entry[0]).findLast(
    ({ range }) => range[0] <= entry[0] && entry[1] <= range[1],
  );
  if (!node) {
    return undefined;
  }
  const gaps: Gap[] = [];
  let fits = true;
  for (const found of namesWithin(node, entry)) {
    if (found.type === "Literal") {
      if (found.value === server.name) {
        gaps.push({ range: shift(found.range, entry), filler: "name" });
      }
      continue;
    }
    const exported = importedExport(file, found.name, find);
    if (!exported || !isServers(exported, folders)) {
      continue;
    }
    const filler = partNames.find((part) => isSame(server[part], exported));
    fits &&= filler !== undefined;
    if (filler) {
      gaps.push({ range: shift(found.range, entry), filler });
    }
  }
  const text = file.text.slice(...entry);
  const parts = gaps.flatMap(({ filler }) => (filler === "name" ? [] : filler));
  return fits ? { text, gaps, parts: new Set(parts) } : undefined;
}

/** Fills a form in for another server, which has all parts that it names. */
export function fillTemplate(
  { gaps, text }: EntryTemplate,
  server: ServerParts,
  imports: ImportCollector,
): string {
  let filled = "";
  let from = 0;
  for (const { filler, range } of gaps) {
    filled +=
      text.slice(from, range[0]) + fill(filler, range, text, server, imports);
    from = range[1];
  }
  return filled + text.slice(from);
}

function fill(
  filler: Gap["filler"],
  range: Range,
  text: string,
  server: ServerParts,
  imports: ImportCollector,
): string {
  const literal = nameLiteral(server.name, text[range[0]] === "'" ? "'" : '"');
  if (filler === "name") {
    return literal;
  }
  const part = server[filler];
  if (!part) {
    return literal;
  }
  return imports.use(part);
}

/** A server's name in quotes. */
export function nameLiteral(name: string, quote: '"' | "'" = '"'): string {
  const json = JSON.stringify(name);
  return quote === '"'
    ? json
    : `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** Identifiers that are read, and texts, in the order of the source. */
function namesWithin(
  root: TSESTree.Node,
  [start, end]: Range,
): (TSESTree.Identifier | TSESTree.Literal)[] {
  const found = new Map<number, TSESTree.Identifier | TSESTree.Literal>();
  const labels = new Set<TSESTree.Node>();
  walk(root, (node) => {
    if (node.type === "Property" && !node.computed) {
      labels.add(node.key);
    } else if (node.type === "MemberExpression" && !node.computed) {
      labels.add(node.property);
    }
    const isInside = start <= node.range[0] && node.range[1] <= end;
    if (
      isInside &&
      !labels.has(node) &&
      (node.type === "Identifier" || node.type === "Literal")
    ) {
      found.set(node.range[0], node);
    }
    return undefined;
  });
  return [...found.values()].sort((a, b) => a.range[0] - b.range[0]);
}

function shift([start, end]: Range, [origin]: Range): Range {
  return [start - origin, end - origin];
}

function isServers({ file }: Exported, folders: readonly string[]): boolean {
  return folders.some((folder) => file.startsWith(folder + path.sep));
}

function isSame(part: Exported | undefined, exported: Exported): boolean {
  return part?.file === exported.file && part.name === exported.name;
}
