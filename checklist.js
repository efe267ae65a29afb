// The checklist in the terminal: eslint -f ./node_modules/eslint-plugin-mcp-runbook/checklist.js
export * from "./dist/src/checklist/terminal.js";
export { default } from "./dist/src/checklist/terminal.js";
