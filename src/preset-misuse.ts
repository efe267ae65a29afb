import type { Linter } from "eslint";
import type { PresetFunction } from "./preset-function.ts";
import type { PresetName } from "./preset-names.ts";

// Two mistakes in a config that ESLint would answer with a riddle, or not at
// all. We see neither being made, only what ESLint then does with a preset.

/**
 * `extends: ["plugin:mcp-runbook/recommended"]` in an .eslintrc file. ESLint
 * wants to print the array that it didn't expect, as JSON, and would stumble
 * over its circles: the presets hold the plugin, which holds the presets.
 *
 * @returns the same array, which says where it belongs when turned into JSON
 */
export function refusedByEslintrc(
  name: PresetName,
  configs: Linter.Config[],
): Linter.Config[] {
  return Object.defineProperty(configs, "toJSON", {
    value: () => {
      throw new Error(
        `eslint-plugin-mcp-runbook: the preset "${name}" is an array for eslint.config.mjs and does not work in .eslintrc. Write there: import mcpRunbook from "eslint-plugin-mcp-runbook"; export default [...mcpRunbook.configs.${name}];`,
      );
    },
  });
}

/**
 * `extends: [presets.recommended]`, without the call. ESLint's `defineConfig`
 * takes the function for an object without any rule, and nothing is linted.
 *
 * @param call how it is written rightly
 * @returns the same function, which says so when it is taken for a config or
 *   an array
 */
export function refusedUncalled(
  call: string,
  preset: PresetFunction,
): PresetFunction {
  const refuse = (): never => {
    throw new Error(
      `eslint-plugin-mcp-runbook: this preset is a function that must be called. Write ${call} in eslint.config.mjs.`,
    );
  };
  return Object.defineProperties(preset, {
    rules: { enumerable: true, get: refuse },
    [Symbol.iterator]: { value: refuse },
  });
}
