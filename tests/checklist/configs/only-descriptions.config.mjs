import mcpRunbook from "eslint-plugin-mcp-runbook";

const [typescript, { plugins }] = mcpRunbook.configs.recommended;

export default [
  typescript,
  {
    files: ["**/*.ts"],
    plugins,
    rules: { "mcp-runbook/bare-infinitive-description": "error" },
  },
];
