import { createRequire } from "node:module";
import type { ESLint, Linter } from "eslint";
import { rules } from "../rules/index.ts";
import type { PresetFunction } from "./preset-function.ts";
import type { PresetName } from "./preset-names.ts";
import { createPresetFunctions } from "./preset-functions.ts";
import { createPresets, namespace } from "./presets.ts";
import { assertRequirements } from "./requirements.ts";

export type { PresetFunction, PresetSettings } from "./preset-function.ts";
export type { SettingsInput as McpRunbookSettings } from "./settings.ts";

/** The plugin as ESLint and a type-checked config take it. */
export type McpRunbookPlugin = ESLint.Plugin & {
  readonly meta: {
    readonly name: string;
    readonly version: string;
    readonly namespace: string;
  };
  readonly rules: NonNullable<ESLint.Plugin["rules"]>;
  /** Presets, for `extends` or to be spread into a config array. */
  readonly configs: Record<PresetName, Linter.Config[]>;
};

assertRequirements();

// By the package's own name: the path from here differs once it is built.
const { name, version } = createRequire(import.meta.url)(
  "eslint-plugin-mcp-runbook/package.json",
) as { readonly name: string; readonly version: string };

const plugin = {
  meta: { name, version, namespace },
  // Our rules are typed with typescript-eslint's contexts, which ESLint's own
  // types don't know; at run time they are one.
  rules: rules as unknown as NonNullable<ESLint.Plugin["rules"]>,
  configs: {} as Record<PresetName, Linter.Config[]>,
} satisfies ESLint.Plugin;

// The presets hold the plugin, and the plugin holds the presets.
Object.assign(plugin.configs, createPresets(plugin, rules));

/**
 * The presets as functions, which take the settings along and keep ESLint's
 * cache right: `presets.recommended({ root: import.meta.dirname })`.
 */
export const presets: Record<PresetName, PresetFunction> =
  createPresetFunctions(plugin, rules);

const typed = plugin as McpRunbookPlugin;

// What `require()` gives is the module itself: a plugin, too.
export const configs: McpRunbookPlugin["configs"] = typed.configs;
export const meta: McpRunbookPlugin["meta"] = typed.meta;
const pluginRules: McpRunbookPlugin["rules"] = typed.rules;
export { pluginRules as rules };

export default typed;
