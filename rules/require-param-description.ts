import type { TSESLint } from "@typescript-eslint/utils";
import { createRule, type RuleContext } from "../src/create-rule.ts";
import { wordsOfName } from "../src/english/verb-phrase.ts";
import { lintedFile, type LintedFile } from "../src/linted-file.ts";
import { locationOf } from "../src/location.ts";
import {
  completeText,
  type Parameter,
  type Place,
  type Tool,
} from "../src/mcp/model.ts";
import { draftDescription } from "../src/draft-description.ts";
import { insertProperty } from "../src/source/insert-property.ts";
import { editSource, type SourceEdit } from "../src/source/replace-text.ts";
import { fileName, quoted, toolName } from "../src/wording.ts";

type MessageIds =
  | "missing"
  | "missingElsewhere"
  | "empty"
  | "repeatsName"
  | "addDescription";

interface Options {
  readonly autofix: boolean;
  readonly reportNameRepetition: boolean;
}

export const requireParamDescription = createRule<MessageIds, Options>({
  name: "require-param-description",
  meta: {
    type: "suggestion",
    docs: {
      description: "require a description on every field of a tool's input schema",
      presets: {
        recommended: true,
        strict: { reportNameRepetition: true },
        mcp: true,
      },
    },
    fixable: "code",
    hasSuggestions: true,
    messages: {
      missing:
        "Parameter {{parameter}} of {{tool}} has no description. The model fills it in from its description alone. Add {{how}} that says what to pass.",
      missingElsewhere:
        "Parameter {{parameter}} of {{tool}} has no description. The model fills it in from its description alone. It is declared in {{file}}, line {{line}}: add {{how}} there.",
      empty:
        "The description of parameter {{parameter}} of {{tool}} is empty. The model fills it in from its description alone. Say what to pass.",
      repeatsName:
        "The description of parameter {{parameter}} of {{tool}} only repeats its name. Say what the name doesn't: format, unit, allowed values, an example.",
      addDescription: "Add the description '{{text}}'.",
    },
    schema: {
      autofix: {
        description: "Turns the suggested description into an autofix.",
        type: "boolean",
      },
      reportNameRepetition: {
        description:
          "Also reports a description that says nothing but the parameter's name.",
        type: "boolean",
      },
    },
  },
  defaults: { autofix: false, reportNameRepetition: false },
  create(context, options) {
    return {
      Program() {
        const linted = lintedFile(context);
        // A schema that several tools share is one place: one report.
        const seen = new Set<string>();
        for (const tool of linted.model.tools) {
          if (tool.parameters.kind !== "known") {
            continue;
          }
          const entrance = tool.parameters.place;
          for (const parameter of everyLevel(tool.parameters.value)) {
            const { file, range } = parameter.place;
            const key = `${String(range[0])} ${file}`;
            if (!seen.has(key)) {
              seen.add(key);
              check({ parameter, tool, entrance }, linted, options, context);
            }
          }
        }
      },
    };
  },
});

function* everyLevel(parameters: readonly Parameter[]): Generator<Parameter> {
  for (const parameter of parameters) {
    yield parameter;
    yield* everyLevel(parameter.children);
  }
}

interface Subject {
  readonly parameter: Parameter;
  readonly tool: Tool;
  /** Where the tool names its schema: what a report of another file points at. */
  readonly entrance: Place;
}

function check(
  { entrance, parameter, tool }: Subject,
  linted: LintedFile,
  options: Options,
  context: RuleContext<MessageIds>,
): void {
  const problem = problemOf(parameter, options);
  if (!problem) {
    return;
  }
  const { file } = linted;
  const isHere = parameter.key.file === file.path;
  const place = isHere
    ? parameter.key
    : entrance.file === file.path
      ? entrance
      : tool.anchor;
  const text = draftDescription(parameter, completeText(tool.name));
  const edits = isHere ? describe(parameter, text, linted) : undefined;
  const fix = edits
    ? (fixer: TSESLint.RuleFixer) =>
        edits.map((edit) => fixer.replaceTextRange(edit.range, edit.text))
    : null;
  context.report({
    loc: locationOf(context, place.range),
    messageId: problem === "missing" && !isHere ? "missingElsewhere" : problem,
    data: {
      parameter: quoted(pathOf(parameter)),
      tool: toolName(tool),
      how:
        parameter.language === "zod"
          ? "a `.describe()`"
          : "a `description`",
      file: fileName(parameter.key.file, linted),
      line: parameter.line,
    },
    ...(options.autofix && problem !== "repeatsName"
      ? { fix }
      : {
          suggest: fix
            ? [{ messageId: "addDescription", data: { text }, fix }]
            : [],
        }),
  });
}

function problemOf(
  { description, name, needsDescription }: Parameter,
  { reportNameRepetition }: Options,
): "missing" | "empty" | "repeatsName" | undefined {
  if (description.kind === "absent") {
    return needsDescription ? "missing" : undefined;
  }
  const text = completeText(description);
  if (text === undefined) {
    return undefined;
  }
  if (text.trim() === "") {
    return "empty";
  }
  return reportNameRepetition && saysOnlyTheName(text, name)
    ? "repeatsName"
    : undefined;
}

const fillers = new Set(["a", "an", "the", "of", "to", "this"]);

function saysOnlyTheName(text: string, name: string): boolean {
  const said = text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !fillers.has(word));
  const known = new Set(wordsOfName(name));
  return (
    said.length > 0 &&
    (said.join("") === wordsOfName(name).join("") ||
      said.every((word) => known.has(word)))
  );
}

/** `filters.name`, `items[].id`, `labels.*` */
function pathOf({ path }: Parameter): string {
  return path.join(".").replaceAll(".[]", "[]");
}

function describe(
  { description, language, schema }: Parameter,
  text: string,
  { file }: LintedFile,
): readonly SourceEdit[] | undefined {
  if (description.kind === "known") {
    const { value } = description;
    const [start] = value.range;
    // An empty literal has no segment of text that could be replaced.
    return value.text === "" && value.module.path === file.path
      ? [{ range: [start, value.range[1]], text: JSON.stringify(text) }]
      : editSource(file, value, [{ start: 0, end: value.text.length, text }]);
  }
  if (schema.file !== file.path) {
    return undefined;
  }
  const quotedText = JSON.stringify(text);
  if (language === "zod") {
    const [, end] = schema.range;
    return [{ range: [end, end], text: `.describe(${quotedText})` }];
  }
  const edit = insertProperty(
    file,
    schema.range,
    `description: ${quotedText}`,
    ["type"],
  );
  return edit && [edit];
}
