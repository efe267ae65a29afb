import type { TSESTree } from "@typescript-eslint/utils";
import { createRule, type RuleContext } from "../src/create-rule.ts";
import { fixWith } from "../src/fix.ts";
import { lintedFile, type LintedFile } from "../src/linted-file.ts";
import { locationOf } from "../src/location.ts";
import { findDumps, type Dump } from "../src/mcp/handlers/find-dumps.ts";
import { repairsOf } from "../src/mcp/handlers/dump-repairs.ts";
import type { Handler } from "../src/mcp/model.ts";
import { enumeration, quoted } from "../src/wording.ts";

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
    schema: {
      allowProjection: {
        description:
          "Accepts JSON of an object literal that names the fields it takes.",
        type: "boolean",
      },
    },
    messages: {
      raw: "{{tool}} returns {{data}} as raw JSON. The model pays for every field of it, and most of them tell it nothing. Return only the fields that matter, as short readable text.",
      rawInHelper:
        "{{tool}} returns {{data}} as raw JSON: {{helper}} turns all of it into text. The model pays for every field of it, and most of them tell it nothing. Return only the fields that matter, as short readable text.",
      result:
        "{{tool}} returns the Result {{data}} itself as JSON, not the value in it. Check `isErr()`, then return what matters of `.value`.",
      string:
        "{{tool}} runs a text through JSON.stringify, which only adds quotes and escapes. Return the text itself.",
      error:
        "{{tool}} returns {{data}}, an error, as JSON: '{}' for an Error, and internals for others. Say in words what failed.",
      useRenderer: "Render it with {{renderer}}().",
      useValue: "Use the Result's value.",
      useText: "Return the text itself.",
      useMessage: "Use the error's message.",
      pickFields: "Pick the fields that are used here: {{fields}}.",
      dropIndent: "Drop the indentation, which costs tokens.",
    },
  },
  defaults: { allowProjection: true },
  looksAt: ["tools"],
  create(context, { allowProjection }) {
    return {
      Program() {
        const linted = lintedFile(context);
        const { answers, file, helpers } = linted;
        const reported = new Set<TSESTree.Node>();
        for (const handler of linted.model.handlers) {
          // Structured output must come with its text copy.
          if (handler.outputSchema.kind === "known") {
            continue;
          }
          const options = { allowProjection, answers, file, helpers };
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
  const { call, data, helper, kind, parts } = dump;
  const messageId =
    kind === "raw" && helper !== undefined ? "rawInHelper" : kind;
  context.report({
    loc: locationOf(context, call.range),
    messageId,
    data: {
      tool: toolName.kind === "known" ? quoted(toolName.value) : "This handler",
      data: partsOf(parts, dataName(data, linted)),
      helper: quoted(helper ?? ""),
    },
    suggest: repairsOf(dump, linted.file).map((repair) => ({
      messageId: repair.kind,
      data: {
        renderer: repair.kind === "useRenderer" ? repair.renderer : "",
        fields: repair.kind === "pickFields" ? repair.fields.join(", ") : "",
      },
      fix: fixWith([repair.edit]),
    })),
  });
}

function partsOf(parts: readonly string[], data: string): string {
  return parts.length === 0
    ? data
    : `${enumeration(parts.map(quoted))} of ${data === "data" ? "the data" : data}`;
}

function dataName(node: TSESTree.Node, { file }: LintedFile): string {
  const text = file.text.slice(...node.range);
  return node.type === "Identifier" || node.type === "MemberExpression"
    ? quoted(text)
    : "data";
}
