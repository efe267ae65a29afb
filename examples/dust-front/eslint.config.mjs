import mcpRunbook from "eslint-plugin-mcp-runbook";

export default [
  ...mcpRunbook.configs.recommended,
  { settings: { "mcp-runbook": { root: import.meta.dirname } } },
];
