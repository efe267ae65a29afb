// The same as JSON: eslint -f ./node_modules/eslint-plugin-mcp-runbook/checklist-json.js
export { default } from "./dist/src/checklist/json.js";
