import mcpRunbook from "eslint-plugin-mcp-runbook";

export default [
  ...mcpRunbook.configs.strict,
  { settings: { "mcp-runbook": { root: import.meta.dirname } } },
  {
    // No preset turns these two on, but they are broken here as well.
    files: ["**/*.ts"],
    rules: {
      "mcp-runbook/no-dynamic-tool-metadata": "error",
      "mcp-runbook/sorted-server-names": "error",
    },
  },
];
