import { MCPError } from "@app/lib/actions/mcp_errors";
import type {
  ToolHandlerResult,
  ToolHandlers,
} from "@app/lib/actions/mcp_internal_actions/tool_definition";
import type { FORMS_SURVEYS_TOOLS_METADATA } from "@app/lib/api/actions/servers/forms_surveys/metadata";
import {
  renderResults,
  renderSurveyLine,
} from "@app/lib/api/actions/servers/forms_surveys/rendering";
import { SurveyResource } from "@app/lib/resources/survey_resource";
import { Err, Ok } from "@app/types/shared/result";

export const FORMS_SURVEYS_TOOL_HANDLERS: ToolHandlers<
  typeof FORMS_SURVEYS_TOOLS_METADATA
> = {
  list_surveys: async ({ state }, { auth }) => {
    const surveys = new SurveyResource(auth)
      .list()
      .filter(({ isOpen }) => !state || isOpen === (state === "open"));
    const blocks = [
      { type: "text" as const, text: `${surveys.length} surveys` },
    ];
    if (surveys.length > 0) {
      blocks.push({
        type: "text" as const,
        text: surveys.map(renderSurveyLine).join("\n"),
      });
    }
    return new Ok(blocks);
  },

  create_survey: async ({ title, questions }, { auth }) => {
    const survey = new SurveyResource(auth).create({ title, questions });
    return new Ok([
      {
        type: "text" as const,
        text: `Opened "${title}" with ${questions.length} questions as ${survey.id}.`,
      },
    ]);
  },

  get_survey_results: async ({ surveyId }, { auth }) => {
    const survey = new SurveyResource(auth).find(surveyId);
    if (survey.isErr()) {
      return notFound(survey.error);
    }
    return new Ok([
      { type: "text" as const, text: renderResults(survey.value) },
    ]);
  },

  close_survey: async ({ surveyId, note }, { auth }) => {
    const survey = new SurveyResource(auth).close(surveyId);
    if (survey.isErr()) {
      return notFound(survey.error);
    }
    const farewell = note ? ` Latecomers read: "${note}".` : "";
    return new Ok([
      {
        type: "text" as const,
        text: `Closed "${survey.value.title}".` + farewell,
      },
    ]);
  },
};

function notFound(cause: Error): ToolHandlerResult {
  return new Err(
    new MCPError(`Failed to find it: ${cause.message}. Try \`list_surveys\`.`, {
      tracked: false,
      cause,
    }),
  );
}
