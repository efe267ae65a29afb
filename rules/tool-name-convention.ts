import { createRule, type RuleContext } from "../src/create-rule.ts";
import { casingOf, type NameCasing } from "../src/english/name-casing.ts";
import { laterVerb, startsWithoutVerb } from "../src/english/name-verb.ts";
import { lintedFile, type LintedFile } from "../src/linted-file.ts";
import { locationOf } from "../src/location.ts";
import { completeText, type Server, type Tool } from "../src/mcp/model.ts";
import { hasVerbInside, wordsOfTools } from "../src/tool-words.ts";
import { quoted, toolName } from "../src/wording.ts";

type MessageIds = "inconsistent" | "noVerb" | "otherCasing" | "verbLater";

interface Options {
  /** The casing that all names have to have, or that they agree on one. */
  readonly casing: "camelCase" | "consistent" | "snake_case";
  /** Whether a name has to start with a verb. */
  readonly verb: boolean;
}

export const toolNameConvention = createRule<MessageIds, Options>({
  name: "tool-name-convention",
  meta: {
    type: "suggestion",
    docs: {
      description: "require the tool names of one server to be alike",
      presets: { recommended: true, strict: { verb: true }, mcp: true },
    },
    schema: {
      casing: {
        enum: ["consistent", "snake_case", "camelCase"],
        description:
          "The casing of tool names: `consistent` asks that those of one server agree.",
      },
      verb: {
        type: "boolean",
        description:
          "Also report names that do not start with a verb, such as `shelf_contents`.",
      },
    },
    messages: {
      inconsistent:
        "{{tool}} is written in {{casing}}, but {{common}} is the casing of {{others}} of this server ({{examples}}). A model that guesses a tool's name from the others guesses wrong. Choose one casing before clients depend on the name.",
      otherCasing:
        "{{tool}} is not written in {{wanted}}, which this project uses for tool names. A model that guesses a tool's name from the others guesses wrong. Rename it before clients depend on the name.",
      noVerb:
        "{{tool}} does not start with a verb, so what a call does is not the first thing that its name says. Name the action first and its object behind it, as in 'list_items', before clients depend on the name.",
      verbLater:
        "{{tool}} does not start with its verb '{{verb}}', so the tools of one action do not sort together and the name is hard to guess. Put the verb first, as in 'list_items', before clients depend on the name.",
    },
  },
  defaults: { casing: "consistent", verb: false },
  looksAt: ["tools"],
  create(context, { casing, verb }) {
    return {
      Program() {
        const linted = lintedFile(context);
        if (casing === "consistent") {
          reportMinorities(linted, context);
        } else {
          reportOtherCasings(casing, linted, context);
        }
        if (verb) {
          reportMissingVerbs(linted, context);
        }
      },
    };
  },
});

/** How many names a message lists. */
const mostExamples = 3;

function reportMinorities(
  { file, model }: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  const reported = new Set<string>();
  for (const server of model.servers) {
    const [common, ...minorities] = groupByCasing(server);
    for (const { casing, tools } of minorities) {
      for (const tool of tools) {
        const { range } = tool.anchor;
        const key = String(range[0]);
        if (
          common === undefined ||
          tool.anchor.file !== file.path ||
          reported.has(key)
        ) {
          continue;
        }
        reported.add(key);
        const names = distinctNames(common.tools);
        context.report({
          loc: locationOf(context, range),
          messageId: "inconsistent",
          data: {
            tool: toolName(tool),
            casing,
            others:
              names.length === 1
                ? "another tool"
                : `${String(names.length)} tools`,
            common: common.casing,
            examples: firstOf(names),
          },
        });
      }
    }
  }
}

interface CasingGroup {
  readonly casing: NameCasing;
  readonly tools: readonly Tool[];
}

/** The tools of a server by casing, the commonest first; of two, the earlier. */
function groupByCasing({ tools }: Server): readonly CasingGroup[] {
  const groups = new Map<NameCasing, Tool[]>();
  for (const tool of tools) {
    const casing = casingOf(completeText(tool.name) ?? "");
    if (casing !== undefined && casing !== "mixed") {
      groups.set(casing, [...(groups.get(casing) ?? []), tool]);
    }
  }
  return Array.from(groups, ([casing, members]) => ({
    casing,
    tools: members,
  })).toSorted((a, b) => b.tools.length - a.tools.length);
}

function distinctNames(tools: readonly Tool[]): readonly string[] {
  return [...new Set(tools.map(({ name }) => completeText(name) ?? ""))];
}

function firstOf(names: readonly string[]): string {
  const shown = names.slice(0, mostExamples).map(quoted).join(", ");
  return names.length > mostExamples ? `${shown}, …` : shown;
}

function reportOtherCasings(
  wanted: NameCasing,
  { model }: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  for (const tool of model.tools) {
    const casing = casingOf(completeText(tool.name) ?? "");
    if (casing !== undefined && casing !== wanted) {
      context.report({
        loc: locationOf(context, tool.anchor.range),
        messageId: "otherCasing",
        data: { tool: toolName(tool), wanted },
      });
    }
  }
}

function reportMissingVerbs(
  { model }: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  const words = wordsOfTools(model);
  for (const tool of model.tools) {
    const name = words.get(tool) ?? [];
    // "acme_ads_get_report": a prefix of some words may stand in front.
    if (hasVerbInside(name)) {
      continue;
    }
    if (!startsWithoutVerb(name, completeText(tool.description))) {
      continue;
    }
    const later = laterVerb(name);
    context.report({
      loc: locationOf(context, tool.anchor.range),
      messageId: later === undefined ? "noVerb" : "verbLater",
      data: {
        tool: toolName(tool),
        ...(later === undefined ? {} : { verb: later }),
      },
    });
  }
}
