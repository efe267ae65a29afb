import type { TSESLint } from "@typescript-eslint/utils";
import { createRule, type RuleContext } from "../src/create-rule.ts";
import type { OpeningJudgement } from "../src/english/opening-judgement.ts";
import { applyEdits, type TextEdit } from "../src/english/text-edit.ts";
import { fixWith } from "../src/fix.ts";
import { judgeDescription } from "../src/judge-description.ts";
import { lintedFile, type LintedFile } from "../src/linted-file.ts";
import { locationOf } from "../src/location.ts";
import { completeText, type Tool } from "../src/mcp/model.ts";
import { editSource } from "../src/source/replace-text.ts";
import type { StaticText } from "../src/source/static-text.ts";
import type { Range } from "../src/source/syntax-tree.ts";
import { quoted, theTool, toolName, whereElse } from "../src/wording.ts";

type Wrong = Extract<OpeningJudgement, { verdict: "wrong" }>;
type MessageIds = Wrong["problem"] | "undecided" | "rewrite";

interface Options {
  readonly verbs: readonly string[];
  readonly allow: readonly string[];
  readonly reportUndecided: boolean;
}

const because =
  "The first word tells tool search and the model what the tool does.";

export const bareInfinitiveDescription = createRule<MessageIds, Options>({
  name: "bare-infinitive-description",
  meta: {
    type: "suggestion",
    docs: {
      description: "require tool descriptions to start with a bare infinitive",
      presets: {
        recommended: true,
        strict: { reportUndecided: true },
        mcp: true,
      },
    },
    fixable: "code",
    hasSuggestions: true,
    schema: {
      verbs: {
        description: "More base verbs, such as those of your own domain.",
        type: "array",
        items: { type: "string", minLength: 1 },
        uniqueItems: true,
      },
      allow: {
        description:
          "Openings that are accepted as they are, whatever their form.",
        type: "array",
        items: { type: "string", minLength: 1 },
        uniqueItems: true,
      },
      reportUndecided: {
        description:
          "Also reports a first word that is neither known as a verb nor as anything else.",
        type: "boolean",
      },
    },
    messages: {
      empty: `{{Tool}} has an empty description{{where}}. ${because} Say what it does, beginning with a base verb such as 'List' or 'Create'.`,
      "no-words": `The description of {{tool}} has no words{{where}}. ${because} Say what it does, beginning with a base verb such as 'List' or 'Create'.`,
      "tool-name": `The description of {{tool}} only repeats its name{{where}}. ${because} Say what it does in a sentence that begins with a base verb.`,
      "third-person": `The description of {{tool}} starts with {{opening}}, in the third person{{where}}. ${because} Start with the base verb{{verb}}.`,
      gerund: `The description of {{tool}} starts with the gerund {{opening}}{{where}}. ${because} Start with the base verb{{verb}}.`,
      past: `The description of {{tool}} starts with {{opening}}, in the past{{where}}. ${because} Start with the base verb{{verb}}.`,
      "to-infinitive": `The description of {{tool}} starts with {{opening}}{{where}}. ${because} Start with the bare verb{{verb}}.`,
      modal: `The description of {{tool}} starts with {{opening}}{{where}}. ${because} Start with the base verb{{verb}}.`,
      please: `The description of {{tool}} starts with {{opening}}{{where}}. ${because} Start with the base verb{{verb}}.`,
      "lead-in": `The description of {{tool}} starts with a lead-in ({{opening}}) instead of its verb{{where}}. ${because} Start with the base verb{{verb}}.`,
      negative: `The description of {{tool}} starts with what not to do ({{opening}}){{where}}. ${because} Say first what it does, beginning with a base verb.`,
      "leading-clause": `The description of {{tool}} starts with a clause ({{opening}}) ahead of its verb{{where}}. ${because} Start with the base verb and put the condition behind it.`,
      "noun-phrase": `The description of {{tool}} starts with {{opening}}, which opens a noun phrase{{where}}. ${because} Start with a base verb{{such}}.`,
      "hidden-verb": `The description of {{tool}} starts with {{opening}}, which hides its verb{{where}}. ${because} Start with the base verb{{verb}}.`,
      "other-language": `The description of {{tool}} is not in English{{where}}. Tool search compares it with English queries. Write it in English, beginning with a base verb.`,
      undecided: `The description of {{tool}} starts with {{opening}}, and this rule can't tell whether that is a base verb{{where}}. If it is, add it to the option \`verbs\`; if not, start with one.`,
      rewrite: "Rewrite it: {{text}}",
    },
  },
  defaults: { verbs: [], allow: [], reportUndecided: false },
  looksAt: ["tools"],
  create(context, options) {
    const accepted = {
      verbs: new Set(options.verbs.map((verb) => verb.toLowerCase())),
      allow: options.allow.map((opening) => opening.toLowerCase()),
    };
    return {
      Program() {
        const linted = lintedFile(context);
        const seen = new Set<string>();
        for (const tool of linted.model.tools) {
          if (tool.description.kind !== "known") {
            continue;
          }
          const { module, range } = tool.description.value;
          // A constant that several tools share is one place: one report.
          const key = `${String(range[0])} ${module.path}`;
          if (!seen.has(key)) {
            seen.add(key);
            const judgement = judgeDescription(
              tool.description.value,
              completeText(tool.name),
              accepted,
            );
            if (
              judgement.verdict === "wrong" ||
              (judgement.verdict === "undecided" && options.reportUndecided)
            ) {
              report(judgement, tool, tool.description, linted, context);
            }
          }
        }
      },
    };
  },
});

function report(
  judgement: Exclude<OpeningJudgement, { verdict: "bare-infinitive" }>,
  tool: Tool,
  { place, value }: Extract<Tool["description"], { kind: "known" }>,
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  const { file } = linted;
  const rewrites = judgement.verdict === "wrong" ? judgement.rewrites : [];
  const safe = rewrites.find((rewrite) => rewrite.safe);
  const verb =
    judgement.verdict === "wrong" && judgement.verb !== undefined
      ? quoted(capitalized(judgement.verb))
      : undefined;
  const opening = value.text.slice(judgement.start, judgement.end);
  context.report({
    loc: locationOf(
      context,
      openingRange(judgement, value, linted) ??
        (place.file === file.path ? place.range : tool.anchor.range),
    ),
    messageId:
      judgement.verdict === "wrong" ? judgement.problem : judgement.verdict,
    data: {
      tool: theTool(tool),
      Tool: toolName(tool),
      // Of a clause only the first word is marked.
      opening: quoted(
        judgement.verdict === "wrong" && judgement.problem === "leading-clause"
          ? `${opening} …`
          : opening,
      ),
      verb: verb === undefined ? "" : ` ${verb}`,
      such: verb === undefined ? "" : `, such as ${verb}`,
      where: whereElse(
        value.module.path,
        value.module.lineAt(value.range[0]),
        linted,
      ),
    },
    fix: safe ? fixFor(safe.edits, value, linted) : null,
    suggest: rewrites.flatMap((rewrite) => {
      const fix = rewrite.safe ? null : fixFor(rewrite.edits, value, linted);
      return fix
        ? [
            {
              messageId: "rewrite" as const,
              data: { text: quoted(applyEdits(value.text, rewrite.edits)) },
              fix,
            },
          ]
        : [];
    }),
  });
}

function fixFor(
  edits: readonly TextEdit[],
  description: StaticText,
  { file }: LintedFile,
): TSESLint.ReportFixFunction | null {
  const source = editSource(file, description, edits);
  return source ? fixWith(source) : null;
}

function capitalized(verb: string): string {
  return verb.charAt(0).toUpperCase() + verb.slice(1);
}

/** Where the opening stands in the source; the squiggle goes there. */
function openingRange(
  { end, start }: { readonly start: number; readonly end: number },
  description: StaticText,
  { file }: LintedFile,
): Range | undefined {
  const edits =
    start < end
      ? editSource(file, description, [{ start, end, text: "" }])
      : undefined;
  const first = edits?.[0];
  const last = edits?.at(-1);
  return first && last ? [first.range[0], last.range[1]] : undefined;
}
