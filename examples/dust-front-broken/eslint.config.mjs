import mcpRunbook from "eslint-plugin-mcp-runbook";

export default [
  ...mcpRunbook.configs.strict,
  { settings: { "mcp-runbook": { root: import.meta.dirname } } },
];
