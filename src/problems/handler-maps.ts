import { closestName } from "../closest-name.ts";
import type { LintedFile } from "../linted-file.ts";
import {
  findHandlerMapDeclarations,
  handlerMapWords,
} from "../mcp/handlers/handler-map-declarations.ts";
import { areAlike } from "../mcp/tool-names.ts";
import {
  matchHandlerMaps,
  unhandledTools,
  type MatchedMap,
} from "../registries/handler-matching.ts";
import {
  addHandlersType,
  dropPartial,
  toolHandlersModule,
} from "../registries/handler-type-edits.ts";
import { isPartialCheckout } from "../registries/partial-checkout.ts";
import { renameKey } from "../source/property-key.ts";
import type { SourceEdit } from "../source/replace-text.ts";
import type { Range } from "../source/syntax-tree.ts";
import { didYouMean, fileName, quoted } from "../wording.ts";

// What maps of handlers and the tools that they are for say of each other.

type Data = Readonly<Record<string, string>>;

/** What is wrong with a map of handlers, or with a server for want of one. */
export interface HandlerProblem {
  readonly messageId:
    | "loose"
    | "missing"
    | "otherTools"
    | "unhandled"
    | "unknownTool"
    | "untyped"
    | "unused";
  /** In the linted file. */
  readonly range: Range;
  readonly data: Data;
  readonly suggestions?: readonly HandlerSuggestion[];
}

/** What may be done about one, after a look. */
export interface HandlerSuggestion {
  readonly messageId: "addType" | "dropPartial" | "rename";
  readonly data?: Data;
  readonly edits: readonly SourceEdit[];
}

/**
 * What is wrong with the maps of the linted file, and with its servers whose
 * maps are in other files. Nothing in a checkout that lacks parts of the app.
 */
export function handlerProblems(linted: LintedFile): readonly HandlerProblem[] {
  const { file, registries } = linted;
  // Asked first: most files have neither.
  const hasMaps = handlerMapWords.test(file.text);
  const definesServers = (registries?.definitions.length ?? 0) > 0;
  if ((!hasMaps && !definesServers) || isPartialCheckout(file, registries)) {
    return [];
  }
  return [
    ...(hasMaps ? problemsInMaps(linted) : []),
    ...(definesServers ? problemsAtDefinitions(linted) : []),
  ];
}

function problemsInMaps(linted: LintedFile): readonly HandlerProblem[] {
  const declarations = findHandlerMapDeclarations(linted.file);
  // What one map spreads into another stands in both.
  const seen = new Set<number>();
  return matchHandlerMaps(declarations, linted).flatMap((matched) => {
    const meant = meantTools(matched);
    return [
      ...missingHandlers(matched, meant, linted),
      ...(matched.tools
        ? [
            ...strayHandlers(matched, meant, seen, linted),
            ...listProblems(matched),
            ...typeProblems(matched, linted),
          ]
        : []),
    ];
  });
}

/** Where to report what is wrong with a map as a whole. */
function headOf({ map }: MatchedMap): Range {
  const [start] = map.range;
  return map.variable?.range ?? [start, start + 1];
}

type MeantTools = ReadonlyMap<string, string>;

/** Tools without a handler, by the handlers whose names surely mean them. */
function meantTools({ extra, missing }: MatchedMap): MeantTools {
  const free = missing.map(({ text }) => text);
  const meant = new Map<string, string>();
  for (const { name } of extra) {
    const closest = closestName(name, free);
    if (closest !== undefined && ![...meant.values()].includes(closest)) {
      meant.set(name, closest);
    }
  }
  return meant;
}

function missingHandlers(
  matched: MatchedMap,
  meant: MeantTools,
  linted: LintedFile,
): readonly HandlerProblem[] {
  // One mistake: the handler is there, under another name.
  const misspelt = new Set(meant.values());
  return matched.missing
    .filter(({ text }) => !misspelt.has(text))
    .map(({ file, line, text }) => ({
      messageId: "missing",
      range: headOf(matched),
      data: {
        tool: quoted(text),
        declared: `${fileName(file, linted)}, line ${String(line)}`,
      },
    }));
}

/**
 * Handlers that nothing calls.
 *
 * @param seen where keys stand that were reported for this map or another
 */
function strayHandlers(
  { extra, tools }: MatchedMap,
  meant: MeantTools,
  seen: Set<number>,
  linted: LintedFile,
): readonly HandlerProblem[] {
  return extra.flatMap(({ key, name }): HandlerProblem[] => {
    if (!key || seen.has(key[0])) {
      return [];
    }
    seen.add(key[0]);
    const tool = meant.get(name);
    return [
      {
        messageId: "unknownTool",
        range: key,
        data: {
          name: quoted(name),
          tools: fileName(tools?.place.file ?? "", linted),
          hint:
            tool === undefined
              ? " Remove it, or add the tool."
              : didYouMean(tool),
        },
        suggestions: tool === undefined ? [] : renaming(key, tool, linted),
      },
    ];
  });
}

function renaming(
  key: Range,
  tool: string,
  { file }: LintedFile,
): readonly HandlerSuggestion[] {
  const edit = renameKey(file, key, tool);
  return edit
    ? [{ messageId: "rename", data: { tool: quoted(tool) }, edits: [edit] }]
    : [];
}

function namedBy(wanted: "buildTools" | "type", { map }: MatchedMap) {
  return map.named.find(({ by }) => by === wanted);
}

/** A map that meets other tools than those of its type, or none. */
function listProblems(matched: MatchedMap): readonly HandlerProblem[] {
  const { map } = matched;
  const typed = namedBy("type", matched);
  const built = namedBy("buildTools", matched);
  const problems: HandlerProblem[] = [];
  if (typed && built && !areAlike(typed.tools, built.tools)) {
    problems.push({
      messageId: "otherTools",
      range: built.range,
      data: { typed: quoted(typed.written), list: quoted(built.written) },
    });
  }
  if (typed && !map.isUsed && map.exported === undefined) {
    problems.push({
      messageId: "unused",
      range: headOf(matched),
      data: { list: typed.written, name: map.variable?.name ?? "" },
    });
  }
  return problems;
}

/** Types that do not let the compiler tell when a handler is missing. */
function typeProblems(
  matched: MatchedMap,
  linted: LintedFile,
): readonly HandlerProblem[] {
  const { isRegistered, map } = matched;
  switch (map.typing) {
    case "loose":
      return isRegistered ? [looseType(matched, linted)] : [];
    case "none":
      return map.isSpread ? [] : noType(matched, linted);
    default:
      return [];
  }
}

function looseType(matched: MatchedMap, { file }: LintedFile): HandlerProblem {
  const { map } = matched;
  const edit = dropPartial(map, file);
  return {
    messageId: "loose",
    range: map.type ?? headOf(matched),
    data: {
      type: edit ? "`Partial<…>`" : "The type assertion",
      list: namedBy("type", matched)?.written ?? "",
    },
    suggestions: edit ? [{ messageId: "dropPartial", edits: [edit] }] : [],
  };
}

/** Nothing where there are no types, or not this one. */
function noType(
  matched: MatchedMap,
  { file, registries }: LintedFile,
): readonly HandlerProblem[] {
  const { list, map, tools } = matched;
  const specifier = toolHandlersModule(file, tools?.place.file, registries);
  if (/\.[cm]?jsx?$/.test(file.path) || specifier === undefined) {
    return [];
  }
  const data = { list: map.named[0]?.written ?? list?.name ?? "…" };
  const edits = addHandlersType(matched, specifier, file, registries);
  return [
    {
      messageId: "untyped",
      range: headOf(matched),
      data,
      suggestions: edits ? [{ messageId: "addType", data, edits }] : [],
    },
  ];
}

/** Tools of the linted file's servers that maps in other files don't answer. */
function problemsAtDefinitions(linted: LintedFile): readonly HandlerProblem[] {
  return unhandledTools(linted).flatMap(({ definition, map, tools }) => {
    const line = linted.registries?.valuesOf(map.file)?.lineAt(map.range[0]);
    return tools.map(({ file, range, text }): HandlerProblem => ({
      messageId: "unhandled",
      range: file === linted.file.path ? range : definition.place,
      data: {
        tool: quoted(text),
        map: map.variable ? `\`${map.variable.name}\`` : "the map",
        place: `${fileName(map.file, linted)}, line ${String(line ?? 1)}`,
      },
    }));
  });
}
