import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { createRule, type RuleContext } from "../src/create-rule.ts";
import { lintedFile, type LintedFile } from "../src/linted-file.ts";
import { locationOf } from "../src/location.ts";
import { findDumps, type Dump } from "../src/mcp/handlers/find-dumps.ts";
import { findRenderers, usedFields } from "../src/mcp/handlers/render-hints.ts";
import type { Handler } from "../src/mcp/model.ts";
import { quoted } from "../src/wording.ts";

type MessageIds =
  | "raw"
  | "rawInHelper"
  | "result"
  | "string"
  | "error"
  | "useRenderer"
  | "useValue"
  | "useText"
  | "useMessage"
  | "pickFields"
  | "dropIndent";

interface Options {
  readonly allowProjection: boolean;
}

export const noRawJsonResponse = createRule<MessageIds, Options>({
  name: "no-raw-json-response",
  meta: {
    type: "suggestion",
    docs: {
      description:
        "disallow raw data as JSON in the text that a tool's handler returns",
      presets: { recommended: true, strict: true, mcp: true },
    },
    hasSuggestions: true,
    messages: {
      raw: "{{tool}} returns {{data}} as raw JSON. The model pays for every field of it, and most say nothing to it. Return only the fields that matter, as short readable text.",
      rawInHelper:
        "{{tool}} returns {{data}} as raw JSON: {{helper}} turns all of it into text. The model pays for every field of it, and most say nothing to it. Return only the fields that matter, as short readable text.",
      result:
        "{{tool}} returns the Result {{data}} itself as JSON, not the value in it. Check `isErr()`, then return what matters of `.value`.",
      string:
        "{{tool}} runs a text through JSON.stringify, which only adds quotes and escapes. Return the text itself.",
      error:
        "{{tool}} returns the error {{data}} as JSON, which is '{}' for an Error and internals for others. Say in words what failed.",
      useRenderer: "Render it with {{renderer}}().",
      useValue: "Use the Result's value.",
      useText: "Return the text itself.",
      useMessage: "Use the error's message.",
      pickFields: "Pick the fields that are used here: {{fields}}.",
      dropIndent: "Drop the indentation, which costs tokens.",
    },
    schema: {
      allowProjection: {
        description:
          "Accepts JSON of an object literal that names the fields it takes.",
        type: "boolean",
      },
    },
  },
  defaults: { allowProjection: true },
  create(context, { allowProjection }) {
    return {
      Program() {
        const linted = lintedFile(context);
        const { file, helpers } = linted;
        const reported = new Set<TSESTree.Node>();
        for (const handler of linted.model.handlers) {
          // Structured output must come with its text copy.
          if (handler.outputSchema.kind === "known") {
            continue;
          }
          const options = { allowProjection, file, helpers };
          for (const dump of findDumps(handler, options)) {
            if (!reported.has(dump.call)) {
              reported.add(dump.call);
              report(dump, handler, linted, context);
            }
          }
        }
      },
    };
  },
});

function report(
  dump: Dump,
  { toolName }: Handler,
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  const { call, data, helper, kind } = dump;
  const messageId =
    kind === "raw" && helper !== undefined ? "rawInHelper" : kind;
  context.report({
    loc: locationOf(context, call.range),
    messageId,
    data: {
      tool:
        toolName.kind === "known" ? quoted(toolName.value) : "This handler",
      data: dataName(data, linted),
      helper: quoted(helper ?? ""),
    },
    suggest: helper === undefined ? suggestions(dump, linted) : [],
  });
}

function dataName(node: TSESTree.Node, { file }: LintedFile): string {
  const text = file.text.slice(...node.range);
  return node.type === "Identifier" || node.type === "MemberExpression"
    ? quoted(text)
    : "data";
}

interface Suggestion {
  readonly messageId: MessageIds;
  readonly data?: Record<string, string>;
  readonly fix: (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix;
}

function suggestions(
  { call, data, kind }: Dump,
  { file }: LintedFile,
): Suggestion[] {
  const source = file.text.slice(...data.range);
  const replaceCall = (text: string): Suggestion["fix"] => (fixer) =>
    fixer.replaceTextRange(call.range, text);
  const replaceData = (text: string): Suggestion["fix"] => (fixer) =>
    fixer.replaceTextRange(data.range, text);
  switch (kind) {
    case "result":
      return [{ messageId: "useValue", fix: replaceData(`${source}.value`) }];
    case "string":
      return [{ messageId: "useText", fix: replaceCall(source) }];
    case "error":
      return data.type === "Identifier"
        ? [
            {
              messageId: "useMessage",
              fix: replaceCall(
                `(${source} instanceof Error ? ${source}.message : String(${source}))`,
              ),
            },
          ]
        : [];
    case "raw":
      break;
  }
  const fields = usedFields(data, file);
  const [, second, indent] = call.arguments;
  return [
    ...findRenderers(data, file).map(
      (renderer): Suggestion => ({
        messageId: "useRenderer",
        data: { renderer },
        fix: replaceCall(`${renderer}(${source})`),
      }),
    ),
    ...(fields.length > 0
      ? [
          {
            messageId: "pickFields" as const,
            data: { fields: fields.join(", ") },
            fix: replaceData(
              `{ ${fields.map((field) => `${field}: ${source}.${field}`).join(", ")} }`,
            ),
          },
        ]
      : []),
    ...(second && indent
      ? [
          {
            messageId: "dropIndent" as const,
            fix: (fixer: TSESLint.RuleFixer) =>
              fixer.removeRange([
                second.type === "Literal" && second.value === null
                  ? data.range[1]
                  : second.range[1],
                indent.range[1],
              ]),
          },
        ]
      : []),
  ];
}
