// How this repository lints itself. (eslint.config.js is part of the package:
// what users without a config of their own point to.)
import js from "@eslint/js";
import eslintPlugin from "eslint-plugin-eslint-plugin";
import tseslint from "typescript-eslint";

export default tseslint.config(
  {
    ignores: [
      "dist/",
      "coverage/",
      "examples/",
      "tests/**/fixtures/",
      "eslint.config.js",
    ],
  },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
    ],
    languageOptions: {
      parserOptions: { projectService: true },
    },
    rules: {
      "@typescript-eslint/consistent-type-definitions": ["error", "interface"],
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { fixStyle: "inline-type-imports" },
      ],
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/restrict-template-expressions": "error",
      // Node types are compared with strings: the enum would have to be loaded
      // at run time, and we use @typescript-eslint/utils for its types alone.
      "@typescript-eslint/no-unsafe-enum-comparison": "off",
    },
  },
  {
    files: ["rules/*.ts"],
    ignores: ["rules/index.ts"],
    extends: [eslintPlugin.configs["all-type-checked"]],
    rules: {
      // createRule sets these for every rule; its own test holds it to that.
      "eslint-plugin/no-incorrect-meta-schema": "off",
      "eslint-plugin/require-meta-default-options": "off",
      "eslint-plugin/require-meta-docs-url": "off",
      "eslint-plugin/require-meta-languages": "off",
      "eslint-plugin/require-meta-schema": "off",
      // `docs.presets` says more than a flag could.
      "eslint-plugin/require-meta-docs-recommended": "off",
    },
  },
  {
    files: ["scripts/*.mjs", "bench/*.mjs"],
    languageOptions: {
      globals: {
        console: "readonly",
        performance: "readonly",
        process: "readonly",
      },
    },
  },
  {
    files: ["scripts/*.cjs"],
    languageOptions: {
      sourceType: "commonjs",
      globals: {
        exports: "writable",
        process: "readonly",
        require: "readonly",
      },
    },
  },
);
