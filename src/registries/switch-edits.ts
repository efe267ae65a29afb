import type { TSESTree } from "@typescript-eslint/utils";
import {
  endsInSemicolon,
  indentStep,
  usualQuote,
} from "../source/file-style.ts";
import { dedent, lineBreak, lineIndent } from "../source/insert-element.ts";
import type { SourceEdit } from "../source/replace-text.ts";
import {
  isFunction,
  holdsComment,
  nodesAround,
  type Range,
  type SourceFile,
} from "../source/syntax-tree.ts";
import type { DispatchSwitch, SwitchCase } from "./dispatch-switch.ts";
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
import { parametersOf, type FactoryParameter } from "./server-definitions.ts";
import type { Exported, ServerParts } from "./server-parts.ts";
import { compareNames, isSorted, placeFor } from "./sorted-names.ts";

/** A case to write: which server, its text, and behind how many cases. */
interface NewCase {
  readonly name: string;
  readonly text: string;
  readonly index: number;
}

/**
 * Why a case is not written: the server exports too little, its factory takes
 * what is not at hand, no case that passes handlers can be copied for it, or
 * most cases do not simply return their server.
 */
export type CaseObstacle = "argument" | "model" | "parts" | "switch";

/**
 * Writes cases with their imports.
 *
 * @returns the edits and the servers that they register; a server whose case
 *   can't be written for certain is left out. The exports of such servers whose
 *   names are taken, and what else stood in the way.
 */
export function addCases(
  servers: readonly ServerParts[],
  dispatch: DispatchSwitch,
  registry: RegistryFile,
): {
  readonly edits: readonly SourceEdit[];
  readonly added: readonly string[];
  readonly clashes: ReadonlyMap<string, Exported>;
  readonly obstacles: ReadonlyMap<string, CaseObstacle>;
} {
  const imports = new ImportCollector(registry);
  const neighbours = templates(dispatch, registry);
  const { clashes, sound } = importableServers(
    servers,
    (server) => server,
    ({ factory, handlers, metadata, nameConstant }) =>
      factory ? [nameConstant, factory] : [nameConstant, metadata, handlers],
    registry,
  );
  const isReturned = returnsServers(dispatch, registry.file);
  const obstacles = new Map<string, CaseObstacle>();
  const cases = sound.flatMap((server) => {
    const written = isReturned
      ? newCase(server, neighbours, dispatch, registry, imports)
      : "switch";
    if (typeof written === "string") {
      obstacles.set(server.name, written);
      return [];
    }
    return [written];
  });
  const importEdits = imports.edits();
  if (!importEdits || cases.length === 0) {
    return { edits: [], added: [], clashes, obstacles };
  }
  return {
    edits: [...importEdits, ...caseEdits(cases, dispatch, registry.file)],
    added: cases.map(({ name }) => name),
    clashes,
    obstacles,
  };
}

/**
 * Whether a new case may return its server: others do, and not most of them
 * leave the switch for what stands behind it.
 */
function returnsServers(
  { entries }: DispatchSwitch,
  file: SourceFile,
): boolean {
  const bodies = entries.flatMap(({ body }) => (body ? [body] : []));
  const returns = bodies.filter((body) => isOneReturn(body, file));
  const breaks = bodies.filter(
    (body) => lastStatement(body, file)?.type === "BreakStatement",
  );
  return (
    bodies.length === 0 ||
    (returns.length > 0 && returns.length >= breaks.length)
  );
}

/** The last statement of a case, that of its block where it has one. */
function lastStatement(
  [, end]: Range,
  { program }: SourceFile,
): TSESTree.Node | undefined {
  const last = nodesAround(program, end - 1).find(
    (node, index, path) =>
      node.range[1] === end && path[index - 1]?.type === "SwitchCase",
  );
  return last?.type === "BlockStatement" ? last.body.at(-1) : last;
}

interface Neighbour {
  readonly entry: SwitchCase;
  readonly index: number;
  readonly server: ServerParts;
  readonly template: EntryTemplate;
}

/** The cases whose form others can take, the last ones first. */
function templates(
  { entries }: DispatchSwitch,
  registry: RegistryFile,
): Neighbour[] {
  return entries
    .map((entry, index) => ({ entry, index }))
    .reverse()
    .flatMap(({ entry, index }): Neighbour[] => {
      const server =
        entry.name === undefined ? undefined : registry.partsOf(entry.name);
      const isModel =
        entry.body &&
        isOneReturn(entry.body, registry.file) &&
        // What a comment says is of its own case.
        !holdsComment(registry.file, entry.body);
      const template =
        server && entry.body && isModel
          ? templateOf(entry.body, server, registry)
          : undefined;
      return server && template ? [{ entry, index, server, template }] : [];
    });
}

/** A `return`, alone or in a block. */
function isOneReturn(body: Range, { program }: SourceFile): boolean {
  return nodesAround(program, body[0]).some(
    (node) =>
      node.range[0] === body[0] &&
      node.range[1] === body[1] &&
      (node.type === "ReturnStatement" ||
        (node.type === "BlockStatement" &&
          node.body.length === 1 &&
          node.body[0]?.type === "ReturnStatement")),
  );
}

/** Whether a server exports what a case needs. */
export function hasCaseParts({
  factory,
  handlers,
  metadata,
}: ServerParts): boolean {
  return (
    factory !== undefined || (handlers !== undefined && metadata !== undefined)
  );
}

function newCase(
  server: ServerParts,
  neighbours: readonly Neighbour[],
  dispatch: DispatchSwitch,
  registry: RegistryFile,
  imports: ImportCollector,
): CaseObstacle | NewCase {
  const { factory } = server;
  if (!hasCaseParts(server)) {
    return "parts";
  }
  const wanted = factory ? "factory" : "handlers";
  const model = neighbours.find(
    ({ server: other, template: { parts } }) =>
      parts.has(wanted) &&
      [...parts].every((part) => server[part] !== undefined) &&
      (wanted === "handlers" || takeTheSame(server, other)),
  );
  const body = model
    ? dedent(
        fillTemplate(model.template, server, imports),
        registry.file.text,
        model.entry.whole,
      )
    : ownReturn(server, dispatch, registry, imports);
  if (body === undefined) {
    return factory ? "argument" : "model";
  }
  const { text } = registry.file;
  const names = dispatch.entries.map(({ name }) => name);
  const test = server.nameConstant
    ? imports.use(server.nameConstant)
    : nameLiteral(server.name, caseQuote(dispatch, text));
  const behind =
    model ?? neighbours.find(({ template }) => template.parts.has(wanted));
  return {
    name: server.name,
    text: `case ${test}:${gapBefore(model, text)}${body}`,
    index:
      isSorted(names) || !behind
        ? placeFor(server.name, names)
        : behind.index + 1,
  };
}

/** The quotes that the other cases are written in. */
function caseQuote({ entries }: DispatchSwitch, text: string): '"' | "'" {
  const quotes = entries.map(({ range: [start] }) => text[start]);
  const last = quotes.findLast((one) => one === '"' || one === "'");
  return last === '"' || last === "'" ? last : usualQuote(text);
}

/** What stands between the colon and the body: a new line, or a space. */
function gapBefore(model: Neighbour | undefined, text: string): string {
  const { body, range, whole } = model?.entry ?? {};
  const gap = body && range && text.slice(range[1], body[0]);
  return gap !== undefined && whole && /^:\s*$/.test(gap)
    ? dedent(gap.slice(1), text, whole)
    : `\n${indentStep(text)}`;
}

function takeTheSame(a: ServerParts, b: ServerParts): boolean {
  const types = ({ factory }: ServerParts): string =>
    (factory?.parameters ?? []).map(({ type }) => type ?? "").join(", ");
  return types(a) === types(b);
}

/** `return xServer(auth, context)`, with what is at hand in the function. */
function ownReturn(
  { factory }: ServerParts,
  { range }: DispatchSwitch,
  { file }: RegistryFile,
  imports: ImportCollector,
): string | undefined {
  if (!factory) {
    return undefined;
  }
  const atHand = namesAtHand(range, file);
  const args: string[] = [];
  for (const parameter of factory.parameters) {
    const argument = argumentFor(parameter, atHand);
    if (argument === undefined) {
      if (!parameter.optional) {
        return undefined;
      }
      break;
    }
    args.push(argument);
  }
  const local = imports.use(factory);
  const end = endsInSemicolon(file.text) ? ";" : "";
  return `return ${local}(${args.join(", ")})${end}`;
}

function argumentFor(
  { name, type }: FactoryParameter,
  atHand: readonly FactoryParameter[],
): string | undefined {
  const plain = (annotation: string | undefined): string =>
    (annotation ?? "").replace(/\s*\|\s*undefined$/, "");
  const same = atHand.filter((one) => plain(one.type) === plain(type));
  if (type === undefined) {
    return atHand.find((one) => one.name === name)?.name;
  }
  // A name alone may be of another type.
  const exact = same.find((one) => one.name === name);
  return (exact ?? (same.length === 1 ? same[0] : undefined))?.name;
}

/** The parameters of the function around the switch, those of a pattern too. */
function namesAtHand(
  range: Range,
  file: SourceFile,
): readonly FactoryParameter[] {
  const around = nodesAround(file.program, range[0]).findLast(isFunction);
  if (!around) {
    return [];
  }
  const plain = parametersOf(around, file);
  const members = around.params.flatMap((param) =>
    param.type === "ObjectPattern" ? membersOf(param, file) : [],
  );
  return [...plain.filter(({ name }) => name !== undefined), ...members];
}

function membersOf(
  pattern: TSESTree.ObjectPattern,
  { text }: SourceFile,
): FactoryParameter[] {
  const annotation = pattern.typeAnnotation?.typeAnnotation;
  const members =
    annotation?.type === "TSTypeLiteral" ? annotation.members : [];
  return members.flatMap((member): FactoryParameter[] =>
    member.type === "TSPropertySignature" &&
    member.key.type === "Identifier" &&
    member.typeAnnotation
      ? [
          {
            name: member.key.name,
            type: text.slice(...member.typeAnnotation.typeAnnotation.range),
            optional: member.optional,
          },
        ]
      : [],
  );
}

function caseEdits(
  cases: readonly NewCase[],
  { entries, range }: DispatchSwitch,
  file: SourceFile,
): SourceEdit[] {
  const { text } = file;
  const byIndex = new Map<number, NewCase[]>();
  for (const one of cases) {
    const index = aheadOfFalling(one.index, entries, file);
    byIndex.set(index, [...(byIndex.get(index) ?? []), one]);
  }
  const [first] = entries;
  const indent = first
    ? lineIndent(text, first.whole[0])
    : lineIndent(text, range[0]) + indentStep(text);
  const newLine = lineBreak(text) + indent;
  return Array.from(byIndex, ([index, group]): SourceEdit => {
    const sorted = [...group].sort((a, b) => compareNames(a.name, b.name));
    const written = sorted.map((one) => one.text.replaceAll("\n", newLine));
    const before = entries[index - 1];
    if (before) {
      const end = endOfCase(text, before.whole[1]);
      return {
        range: [end, end],
        text: written.map((one) => newLine + one).join(""),
      };
    }
    const start = first ? first.whole[0] : text.indexOf("{", range[0]) + 1;
    return {
      range: [start, start],
      text: written
        .map((one) => (first ? one + newLine : newLine + one))
        .join(""),
    };
  });
}

/** No case that goes on with the next one may come to go on with a new one. */
function aheadOfFalling(
  index: number,
  entries: readonly SwitchCase[],
  file: SourceFile,
): number {
  const leaving = entries
    .slice(0, index)
    .findLastIndex(
      ({ body }) =>
        body && leavingStatements.has(lastStatement(body, file)?.type),
    );
  return leaving + 1;
}

/** What may end a case without going on with the next one. */
const leavingStatements: ReadonlySet<string | undefined> = new Set([
  "BreakStatement",
  "ContinueStatement",
  "ReturnStatement",
  "ThrowStatement",
]);

/** Behind a comment on the line where the case ends. */
function endOfCase(text: string, end: number): number {
  const rest = /^[ \t]*\/\/[^\r\n]*/.exec(text.slice(end, end + 400));
  return end + (rest?.[0].length ?? 0);
}
