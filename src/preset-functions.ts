import path from "node:path";
import type { ESLint, Linter } from "eslint";
import type { RuleModule } from "./create-rule.ts";
import { FileStore } from "./files/file-store.ts";
import { findApps } from "./files/find-apps.ts";
import { ImportResolver } from "./files/resolve-import.ts";
import type { PresetFunction } from "./preset-function.ts";
import { refusedUncalled } from "./preset-misuse.ts";
import { presetNames, type PresetName } from "./preset-names.ts";
import { literally, namespace, presetConfigs } from "./presets.ts";
import { fingerprint, watchedPlaces } from "./registries/fingerprint.ts";
import {
  landmarksOf,
  readSettings,
  settingsKey,
  type Settings,
} from "./settings.ts";

/**
 * The presets as functions. Besides what the arrays hold, they bring the
 * settings, checked at once, globs that follow the settings, and for each app a
 * fingerprint of its registries: ESLint's cache knows a file by its own contents
 * and its config, so this is how it notices that another file changed.
 *
 * @throws when called with settings that are wrong
 */
export function createPresetFunctions(
  plugin: ESLint.Plugin,
  rules: Readonly<Record<string, RuleModule>>,
): Record<PresetName, PresetFunction> {
  const functionOf = (name: PresetName): PresetFunction =>
    refusedUncalled(callOf(name), (given) => {
      const settings = checked(name, given);
      return [
        ...presetConfigs(name, settings, plugin, rules),
        {
          name: `${namespace}/${name}/settings`,
          settings: { [settingsKey]: given },
        },
        ...fingerprintConfigs(name, settings),
      ];
    });
  const [recommended, strict, mcp] = presetNames;
  return {
    [recommended]: functionOf(recommended),
    [strict]: functionOf(strict),
    [mcp]: functionOf(mcp),
  };
}

/** How a config calls the function. */
function callOf(name: PresetName): string {
  return `presets.${name}({ root: import.meta.dirname })`;
}

type RootedSettings = Settings & { readonly root: string };

function checked(name: PresetName, given: unknown): RootedSettings {
  const settings = readSettings({ [settingsKey]: given });
  const { root } = settings;
  const call = callOf(name);
  if (root === undefined) {
    throw new Error(
      `eslint-plugin-mcp-runbook: presets.${name} must be told the workspace root: write ${call} in eslint.config.mjs.`,
    );
  }
  if (new FileStore().list(root).status !== "read") {
    throw new Error(
      `eslint-plugin-mcp-runbook: presets.${name} can't read the folder ${JSON.stringify(root)} that "root" names. It must be the workspace root, such as ${call}.`,
    );
  }
  return { ...settings, root };
}

/**
 * One for all apps, and where there are several, one for each: the last that
 * fits a file counts.
 */
function fingerprintConfigs(
  name: PresetName,
  settings: RootedSettings,
): Linter.Config[] {
  const { root } = settings;
  const store = new FileStore();
  const resolver = new ImportResolver(store);
  const apps = findApps(root, landmarksOf(settings), store).map((appRoot) => ({
    folder: path.relative(root, appRoot).replaceAll("\\", "/"),
    sum: fingerprint(
      { appRoot, workspaceRoot: root },
      settings,
      store,
      resolver,
    ),
  }));
  const configOf = (folder: string, sum: string): Linter.Config => ({
    name: `${namespace}/${name}/fingerprint`,
    ignores: allBut(watchedFiles(folder, settings)),
    settings: { [settingsKey]: { fingerprint: sum } },
  });
  if (apps.length === 0) {
    return [];
  }
  const several = apps.length > 1 ? apps : [];
  return [
    configOf("", apps.map(({ sum }) => sum).join(" ")),
    ...several
      .filter(({ folder }) => folder !== "")
      .map(({ folder, sum }) => configOf(folder, sum)),
  ];
}

/**
 * Patterns under `files` would make ESLint lint what they match: JSON, for one,
 * without anything that can parse it. What is left by `ignores` does not.
 */
function allBut(files: readonly string[]): string[] {
  return ["**/*", ...files.map((pattern) => `!${pattern}`)];
}

/**
 * Globs for all that reports on registries. Nobody knows here which folder
 * patterns are relative to, so they begin anywhere.
 *
 * @param app its folder, relative to the workspace root
 */
function watchedFiles(app: string, settings: Settings): string[] {
  const { files, folders } = watchedPlaces(settings).judged;
  const globOf = (place: string): string => {
    const inside = path.posix.join(app, place).replace(/^(?:\.\.\/)+/, "");
    return `**/${literally(inside)}`;
  };
  return [
    ...files.map(globOf),
    ...folders.map((folder) => `${globOf(folder)}/**`),
  ];
}
