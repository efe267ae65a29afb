import { createRule, type RuleContext } from "../src/create-rule.ts";
import { fixWith } from "../src/fix.ts";
import { lintedFile, type LintedFile } from "../src/linted-file.ts";
import { locationOf } from "../src/location.ts";
import {
  findHandlerMapDeclarations,
  handlerMapWords,
} from "../src/mcp/handlers/handler-map-declarations.ts";
import {
  matchHandlerMaps,
  unhandledTools,
  type MatchedMap,
} from "../src/registries/handler-matching.ts";
import {
  addHandlersType,
  dropPartial,
  toolHandlersModule,
} from "../src/registries/handler-type-edits.ts";
import { areAlike } from "../src/mcp/tool-names.ts";
import { isPartialCheckout } from "../src/registries/partial-checkout.ts";
import { renameKey } from "../src/source/property-key.ts";
import type { Range } from "../src/source/syntax-tree.ts";
import { closestName } from "../src/closest-name.ts";
import { didYouMean, fileName, quoted } from "../src/wording.ts";

type MessageIds =
  | "addType"
  | "dropPartial"
  | "loose"
  | "missing"
  | "otherTools"
  | "rename"
  | "unhandled"
  | "unknownTool"
  | "untyped"
  | "unused";

type Context = RuleContext<MessageIds>;

export const handlersMatchTools = createRule<MessageIds, object>({
  name: "handlers-match-tools",
  meta: {
    type: "problem",
    docs: {
      description: "require exactly one handler for each tool",
      presets: { recommended: true, strict: true },
    },
    hasSuggestions: true,
    schema: {},
    messages: {
      missing:
        "No handler here answers {{tool}} ({{declared}}), so calling it fails. Add a handler called {{tool}}.",
      unhandled:
        "No handler answers {{tool}}, so calling it fails. Add one to {{map}} ({{place}}).",
      unknownTool:
        "There is no tool called {{name}} ({{tools}}), so nothing ever calls this handler.{{hint}}",
      rename: "Call it {{tool}}.",
      loose:
        "{{type}} lets handlers be missing, so the compiler cannot tell when a tool is left without one. Use `ToolHandlers<typeof {{list}}>`.",
      dropPartial: "Ask for every handler.",
      untyped:
        "This map of handlers has no type, so the compiler cannot tell when a tool is left without a handler, or what its parameters are. Type it as `ToolHandlers<typeof {{list}}>`.",
      addType: "Type it as `ToolHandlers<typeof {{list}}>`.",
      otherTools:
        "These handlers are typed for {{typed}}, but meet the tools of {{list}} here. Use one list for both.",
      unused:
        "Nothing uses these handlers, so no call ever reaches them. Hand them to `buildTools({{list}}, {{name}})`, or export them for the host's factory.",
    },
  },
  defaults: {},
  looksAt: ["tools", "registries"],
  create(context) {
    return {
      Program() {
        const linted = lintedFile(context);
        const { file, registries } = linted;
        const hasMaps = handlerMapWords.test(file.text);
        const definesServers = (registries?.definitions.length ?? 0) > 0;
        if (
          (!hasMaps && !definesServers) ||
          isPartialCheckout(file, registries)
        ) {
          return;
        }
        if (hasMaps) {
          const declarations = findHandlerMapDeclarations(file);
          // What one map spreads into another stands in both.
          const seen = new Set<number>();
          for (const matched of matchHandlerMaps(declarations, linted)) {
            checkMap(matched, seen, linted, context);
          }
        }
        if (definesServers) {
          checkDefinitions(linted, context);
        }
      },
    };
  },
});

function checkMap(
  matched: MatchedMap,
  seen: Set<number>,
  linted: LintedFile,
  context: Context,
): void {
  const { map, missing, tools } = matched;
  const [start] = map.range;
  const head: Range = map.variable?.range ?? [start, start + 1];
  const meant = meantTools(matched);
  for (const { file, line, text } of missing) {
    if ([...meant.values()].includes(text)) {
      // One mistake: the handler is there, under another name.
      continue;
    }
    context.report({
      loc: locationOf(context, head),
      messageId: "missing",
      data: {
        tool: quoted(text),
        declared: `${fileName(file, linted)}, line ${String(line)}`,
      },
    });
  }
  if (tools) {
    reportExtra(matched, meant, seen, linted, context);
    checkType(matched, head, linted, context);
  }
}

/** Tools without a handler, by the handlers whose names surely mean them. */
function meantTools({
  extra,
  missing,
}: MatchedMap): ReadonlyMap<string, string> {
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

function reportExtra(
  { extra, tools }: MatchedMap,
  meant: ReadonlyMap<string, string>,
  seen: Set<number>,
  linted: LintedFile,
  context: Context,
): void {
  for (const { key, name } of extra) {
    if (!key || seen.has(key[0])) {
      continue;
    }
    seen.add(key[0]);
    const closest = meant.get(name);
    const edit =
      closest === undefined ? undefined : renameKey(linted.file, key, closest);
    context.report({
      loc: locationOf(context, key),
      messageId: "unknownTool",
      data: {
        name: quoted(name),
        tools: fileName(tools?.place.file ?? "", linted),
        hint:
          closest === undefined
            ? " Remove it, or add the tool."
            : didYouMean(closest),
      },
      suggest: edit
        ? [
            {
              messageId: "rename",
              data: { tool: quoted(closest ?? "") },
              fix: fixWith([edit]),
            },
          ]
        : [],
    });
  }
}

function checkType(
  matched: MatchedMap,
  head: Range,
  linted: LintedFile,
  context: Context,
): void {
  const { map } = matched;
  const typed = map.named.find(({ by }) => by === "type");
  const built = map.named.find(({ by }) => by === "buildTools");
  if (typed && built && !areAlike(typed.tools, built.tools)) {
    context.report({
      loc: locationOf(context, built.range),
      messageId: "otherTools",
      data: { typed: quoted(typed.written), list: quoted(built.written) },
    });
  }
  const isReachable = map.isUsed || map.exported !== undefined;
  if (typed && !isReachable) {
    context.report({
      loc: locationOf(context, head),
      messageId: "unused",
      data: { list: typed.written, name: map.variable?.name ?? "" },
    });
  }
  if (map.typing === "loose" && matched.isRegistered) {
    const edit = dropPartial(map, linted.file);
    context.report({
      loc: locationOf(context, map.type ?? head),
      messageId: "loose",
      data: {
        type: edit ? "`Partial<…>`" : "The type assertion",
        list: typed?.written ?? "",
      },
      suggest: edit ? [{ messageId: "dropPartial", fix: fixWith([edit]) }] : [],
    });
  }
  if (map.typing === "none" && !map.isSpread) {
    reportUntyped(matched, head, linted, context);
  }
}

function reportUntyped(
  matched: MatchedMap,
  head: Range,
  { file, registries }: LintedFile,
  context: Context,
): void {
  const { list, map, tools } = matched;
  const specifier = toolHandlersModule(file, tools?.place.file, registries);
  if (/\.[cm]?jsx?$/.test(file.path) || specifier === undefined) {
    return;
  }
  const name = map.named[0]?.written ?? list?.name ?? "…";
  const edits = addHandlersType(matched, specifier, file, registries);
  context.report({
    loc: locationOf(context, head),
    messageId: "untyped",
    data: { list: name },
    suggest: edits
      ? [{ messageId: "addType", data: { list: name }, fix: fixWith(edits) }]
      : [],
  });
}

function checkDefinitions(linted: LintedFile, context: Context): void {
  for (const { definition, map, tools } of unhandledTools(linted)) {
    const line = linted.registries?.valuesOf(map.file)?.lineAt(map.range[0]);
    for (const { file, range, text } of tools) {
      context.report({
        loc: locationOf(
          context,
          file === linted.file.path ? range : definition.place,
        ),
        messageId: "unhandled",
        data: {
          tool: quoted(text),
          map: map.variable ? `\`${map.variable.name}\`` : "the map",
          place: `${fileName(map.file, linted)}, line ${String(line ?? 1)}`,
        },
      });
    }
  }
}
