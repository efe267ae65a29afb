// Generates the header and the options list of each page in docs/rules, and the
// rules table in README.md:
//   npx eslint-doc-generator          (writes; needs a build)
//   npx eslint-doc-generator --check  (CI: fails on a difference)
import prettier from "prettier";

/** @type {import("eslint-doc-generator").GenerateOptions} */
export default {
  configEmoji: [
    ["recommended", "✅"],
    ["strict", "🔒"],
    ["mcp", "🔌"],
  ],
  pathRuleList: ["README.md"],
  ruleDocSectionInclude: [
    "Why",
    "Examples",
    "Fixes and suggestions",
    "When not to use it",
    "Known limits",
    "Further reading",
  ],
  urlConfigs:
    "https://github.com/eslint-plugin-mcp-runbook/eslint-plugin-mcp-runbook/blob/main/docs/adopting.md#presets",
  async postprocess(content, path) {
    const options = await prettier.resolveConfig(path, { editorconfig: true });
    return prettier.format(content, { ...options, parser: "markdown" });
  },
};
