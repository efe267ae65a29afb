import type { Question, Survey } from "@app/lib/resources/survey_resource";

export function renderSurveyLine({ id, title, isOpen, responses }: Survey) {
  const state = isOpen ? "open" : "closed";
  return `- **${title}** (${id}): ${state}, ${responses.length} responses`;
}

export function renderResults({ title, questions, responses }: Survey): string {
  const sections = questions.map((question, index) => {
    const answers = responses.flatMap((response) => response[index] ?? []);
    return `## ${question.text}\n${renderAnswers(question, answers)}`;
  });
  return [`# ${title}: ${responses.length} responses`, ...sections].join(
    "\n\n",
  );
}

function renderAnswers(question: Question, answers: string[]): string {
  switch (question.kind) {
    case "choice":
      return question.choices
        .map((choice) => `- ${choice}: ${count(answers, choice)}`)
        .join("\n");
    case "rating": {
      const sum = answers.reduce((total, answer) => total + Number(answer), 0);
      const mean = answers.length > 0 ? (sum / answers.length).toFixed(1) : "–";
      return `Mean ${mean} of ${question.highest}`;
    }
    case "open":
      return answers.map((answer) => `> ${answer}`).join("\n");
  }
}

function count(answers: string[], choice: string): number {
  return answers.filter((answer) => answer === choice).length;
}
