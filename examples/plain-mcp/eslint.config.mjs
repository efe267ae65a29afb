import mcpRunbook from "eslint-plugin-mcp-runbook";

export default [...mcpRunbook.configs.mcp];
