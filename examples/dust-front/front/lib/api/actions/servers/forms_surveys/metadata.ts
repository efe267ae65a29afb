import { z } from "zod";

import type {
  InternalMCPToolType,
  ServerMetadata,
} from "@app/lib/actions/mcp_internal_actions/tool_definition";

export const FORMS_SURVEYS_SERVER_NAME = "forms_&_surveys";

const MAX_QUESTIONS = 30;

const SURVEY_REFERENCE = {
  surveyId: z
    .string()
    .uuid()
    .describe("Identifier of the questionnaire, from `list_surveys`."),
};

const questionText = z.string().min(1).describe("What participants are asked.");

const QuestionSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("choice"),
    text: questionText,
    choices: z
      .array(z.string())
      .min(2)
      .describe("Possible answers, of which a participant picks one."),
  }),
  z.object({
    kind: z.literal("rating"),
    text: questionText,
    highest: z
      .number()
      .int()
      .min(3)
      .max(10)
      .describe("Best mark on the scale, which starts at 1."),
  }),
  z.object({ kind: z.literal("open"), text: questionText }),
]);

export const FORMS_SURVEYS_TOOLS_METADATA = [
  {
    name: "list_surveys",
    description:
      "List the questionnaires of this workspace (polls, feedback forms) " +
      "with their identifiers and how many people answered.",
    schema: {
      state: z
        .enum(["open", "closed"])
        .nullable()
        .describe("Only those that still take answers, or only finished ones.")
        .optional(),
    },
    stake: "never_ask",
    displayLabels: { running: "Listing surveys", done: "List surveys" },
  },
  {
    name: "create_survey",
    description:
      "Create a questionnaire and open it for answers. " +
      'Questions are multiple choice, ratings ("from 1 to 5") or free text.',
    schema: {
      title: z.string().describe("Headline that participants see first."),
      questions: z
        .array(QuestionSchema)
        .min(1)
        .max(MAX_QUESTIONS)
        .describe(`Up to ${MAX_QUESTIONS} questions, in the order asked.`),
    },
    stake: "low",
    displayLabels: { running: "Creating survey", done: "Create survey" },
  },
  {
    name: "get_survey_results",
    description:
      "Get the outcome of a poll: every question with the answers counted or quoted.",
    schema: { ...SURVEY_REFERENCE },
    stake: "never_ask",
    displayLabels: {
      running: "Reading survey results",
      done: "Read survey results",
    },
  },
  {
    name: "close_survey",
    description:
      "Close a feedback form for good; participants can no longer respond.",
    schema: {
      ...SURVEY_REFERENCE,
      note: z
        .string()
        .optional()
        .describe("Farewell shown to people who come too late."),
    },
    stake: "medium",
    displayLabels: { running: "Closing survey", done: "Close survey" },
  },
] as const satisfies readonly InternalMCPToolType[];

export const FORMS_SURVEYS_SERVER = {
  serverInfo: {
    name: FORMS_SURVEYS_SERVER_NAME,
    version: "0.3.1",
    description: "Ask colleagues for their opinion and count the answers.",
    authorization: null,
    icon: "ActionListCheckIcon",
    documentationUrl: null,
    instructions:
      "Show the questions to the user before you call `create_survey`.",
  },
  tools: FORMS_SURVEYS_TOOLS_METADATA,
} as const satisfies ServerMetadata;
