import { createRequire } from "node:module";
import type { ESLint } from "eslint";

type Language = NonNullable<ESLint.Plugin["languages"]>[string];

const load = createRequire(import.meta.url);
let loaded: Language | undefined;

/** Whether the optional peer is installed: then presets lint the id snapshot. */
export function hasJsonLanguage(): boolean {
  try {
    load.resolve("@eslint/json");
    return true;
  } catch {
    return false;
  }
}

/**
 * JSON as @eslint/json reads it, loaded when the first such file is parsed.
 *
 * A repository may lint all its files with rules for JavaScript, and be none
 * the wiser, until the presets add the first JSON file to them. So what such
 * rules ask when they start is answered; they then find nothing.
 */
const json: Language = {
  fileType: "text",
  lineStart: 1,
  columnStart: 1,
  nodeTypeKey: "type",
  get visitorKeys() {
    return language().visitorKeys ?? {};
  },
  // Those of JavaScript, set for all files of a repository, do no harm here.
  validateLanguageOptions: () => undefined,
  parse: (file, context) =>
    language().parse(file, { ...context, languageOptions: {} }),
  createSourceCode: (file, input, context) =>
    Object.assign(language().createSourceCode(file, input, context), {
      getAllComments: () => [],
      parserServices: {},
    }),
};

function language(): Language {
  loaded ??= loadLanguage();
  return loaded;
}

function loadLanguage(): Language {
  const { default: plugin } = load("@eslint/json") as {
    readonly default: ESLint.Plugin;
  };
  const found = plugin.languages?.["json"];
  if (!found) {
    throw new Error(
      "@eslint/json has no language json; eslint-plugin-mcp-runbook needs one from 0.14 on.",
    );
  }
  return found;
}

/** The namespace of {@link jsonPlugin} in a config. */
export const jsonNamespace = "mcp-runbook-json";

/**
 * Under a name of ours: a config may hold but one plugin called `json`, and
 * that is the user's. Its namespace says what the language is.
 */
export const jsonPlugin = {
  meta: { name: jsonNamespace, version: "1", namespace: "json" },
  languages: { json },
} satisfies ESLint.Plugin;
