import { createRule, type RuleContext } from "../src/create-rule.ts";
import { draftDescription, saysOnlyTheName } from "../src/draft-description.ts";
import { fixWith } from "../src/fix.ts";
import { lintedFile, type LintedFile } from "../src/linted-file.ts";
import { locationOf } from "../src/location.ts";
import {
  completeText,
  type Parameter,
  type Place,
  type Tool,
} from "../src/mcp/model.ts";
import { describeParameter } from "../src/mcp/parameters/describe-parameter.ts";
import {
  everyParameter,
  pathOf,
  type NestedParameter,
} from "../src/mcp/parameters/walk-parameters.ts";
import type { Range } from "../src/source/syntax-tree.ts";
import { fileName, quotedPath, theTool, whereElse } from "../src/wording.ts";

type MessageIds =
  "missing" | "missingElsewhere" | "empty" | "repeatsName" | "addDescription";

interface Options {
  readonly autofix: boolean;
  readonly reportNameRepetition: boolean;
}

export const requireParamDescription = createRule<MessageIds, Options>({
  name: "require-param-description",
  meta: {
    type: "suggestion",
    docs: {
      description:
        "require a description on every field of a tool's input schema",
      presets: {
        recommended: true,
        strict: { reportNameRepetition: true },
        mcp: true,
      },
    },
    fixable: "code",
    hasSuggestions: true,
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
    messages: {
      missing:
        "Parameter {{parameter}} of {{tool}} has no description. The model fills it in from its description alone. Add {{how}} that says what to pass.",
      missingElsewhere:
        "Parameter {{parameter}} of {{tool}} has no description. The model fills it in from its description alone. It is declared in {{file}}, line {{line}}: add {{how}} there.",
      empty:
        "The description of parameter {{parameter}} of {{tool}} is empty{{where}}. The model fills it in from its description alone. Say what to pass.",
      repeatsName:
        "The description of parameter {{parameter}} of {{tool}} only repeats its name{{where}}. Say what the name doesn't: format, unit, allowed values, an example.",
      addDescription: "Describe it: {{text}}",
    },
  },
  defaults: { autofix: false, reportNameRepetition: false },
  looksAt: ["tools"],
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
          for (const nested of everyParameter(tool.parameters.value)) {
            const { file, range } = nested.parameter.place;
            const key = `${String(range[0])} ${file}`;
            if (!seen.has(key)) {
              seen.add(key);
              check({ ...nested, tool, entrance }, linted, options, context);
            }
          }
        }
      },
    };
  },
});

/** What a description is written with. */
const wayToDescribe: Readonly<Record<Parameter["language"], string>> = {
  zod: "a `.describe()`",
  "zod-mini": "a `.register(z.globalRegistry, { description })`",
  "json-schema": "a `description`",
};

interface Subject extends NestedParameter {
  readonly tool: Tool;
  /** Where the tool names its schema. */
  readonly entrance: Place;
}

function check(
  subject: Subject,
  linted: LintedFile,
  options: Options,
  context: RuleContext<MessageIds>,
): void {
  const { parameter, tool } = subject;
  const problem = problemOf(parameter, options);
  if (!problem) {
    return;
  }
  const { file } = linted;
  const isHere = parameter.key.file === file.path;
  const { description, key, language, line } = parameter;
  const text = draftDescription(parameter, completeText(tool.name));
  const edits = isHere ? describeParameter(parameter, text, file) : undefined;
  const fix = edits ? fixWith(edits) : null;
  context.report({
    loc: locationOf(context, placeHere(subject, linted)),
    messageId: problem === "missing" && !isHere ? "missingElsewhere" : problem,
    data: {
      parameter: quotedPath(pathOf(parameter)),
      tool: theTool(tool),
      how: wayToDescribe[language],
      file: fileName(key.file, linted),
      line,
      where:
        description.kind === "known"
          ? whereElse(
              description.value.module.path,
              description.value.module.lineAt(description.value.range[0]),
              linted,
            )
          : "",
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

/**
 * The field's key; for one of another file, what of this file leads there: the
 * field around it, the schema, or the tool where the schema fills many lines.
 */
function placeHere(
  { around, entrance, parameter, tool }: Subject,
  { file }: LintedFile,
): Range {
  const own = [parameter, ...around].find(({ key }) => key.file === file.path);
  if (own) {
    return own.key.range;
  }
  const { anchor, inputSchema } = tool;
  const ways = [
    entrance,
    ...(inputSchema.kind === "known" ? [inputSchema.place] : []),
  ].filter((place) => place.file === file.path);
  const short = ways.find(
    ({ range }) => !file.text.slice(...range).includes("\n"),
  );
  return (short ?? anchor).range;
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
