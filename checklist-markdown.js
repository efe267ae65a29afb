// The same as Markdown: eslint -f ./node_modules/eslint-plugin-mcp-runbook/checklist-markdown.js
export { default } from "./dist/src/checklist/markdown.js";
