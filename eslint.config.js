// For repositories that lint with something else:
//   npx eslint -c node_modules/eslint-plugin-mcp-runbook/eslint.config.js <dir>
import mcpRunbook from "./dist/src/index.js";

export default [...mcpRunbook.configs.recommended];
