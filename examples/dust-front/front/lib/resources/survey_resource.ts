import type { Authenticator } from "@app/lib/auth";
import type { Result } from "@app/types/shared/result";
import { Err, Ok } from "@app/types/shared/result";

export type Question =
  | { kind: "choice"; text: string; choices: string[] }
  | { kind: "rating"; text: string; highest: number }
  | { kind: "open"; text: string };

export interface Survey {
  id: string;
  title: string;
  questions: Question[];
  isOpen: boolean;
  /** One list of answers per participant, in the order of the questions. */
  responses: string[][];
}

const SURVEYS_BY_WORKSPACE = new Map<string, Survey[]>();

export class SurveyResource {
  constructor(private readonly auth: Authenticator) {}

  list(): Survey[] {
    return SURVEYS_BY_WORKSPACE.get(this.auth.workspaceId) ?? [];
  }

  find(id: string): Result<Survey, Error> {
    const survey = this.list().find((candidate) => candidate.id === id);
    return survey
      ? new Ok(survey)
      : new Err(new Error(`there is no survey ${id}`));
  }

  create({ title, questions }: Pick<Survey, "title" | "questions">): Survey {
    const id = crypto.randomUUID();
    const survey = { id, title, questions, isOpen: true, responses: [] };
    SURVEYS_BY_WORKSPACE.set(this.auth.workspaceId, [...this.list(), survey]);
    return survey;
  }

  close(id: string): Result<Survey, Error> {
    const survey = this.find(id);
    if (survey.isOk()) {
      survey.value.isOpen = false;
    }
    return survey;
  }
}
