import type { TSESTree } from "@typescript-eslint/utils";
import type { Reading } from "./dialect.ts";

/**
 * Libraries whose tools are functions that a program offers to a model by
 * itself. They look like MCP's, but no server lists them.
 */
const agentLibrary =
  /^(?:ai|genkit|langchain|llamaindex|openai)(?:\/|$)|^@(?:ai-sdk|genkit-ai|google|langchain|llamaindex|mastra|openai)\//;

/**
 * Whether an object is given to a function or a class of such a library:
 * `tool({ name, description, parameters, execute })`.
 */
export function isAgentsTool(
  path: readonly TSESTree.Node[],
  object: TSESTree.Node,
  { evaluate }: Reading,
): boolean {
  const call = path[path.indexOf(object) - 1];
  if (call?.type !== "CallExpression" && call?.type !== "NewExpression") {
    return false;
  }
  const { value } = evaluate(call.callee);
  return value.kind === "import" && agentLibrary.test(value.specifier);
}
