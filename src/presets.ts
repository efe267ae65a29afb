import path from "node:path";
import type { ESLint, Linter } from "eslint";
import type { RuleModule } from "./create-rule.ts";
import type { RegistryName } from "./registries/registry.ts";
import { defaultSettings, type Settings } from "./settings.ts";
import { hasJsonLanguage, jsonNamespace, jsonPlugin } from "./json-language.ts";
import { idSnapshotFiles } from "./registries/registry-files.ts";
import { fakesFolders, testFolders } from "./registries/server-units.ts";
import { refusedByEslintrc } from "./preset-misuse.ts";
import { presetNames, type PresetName } from "./preset-names.ts";
import { typescriptParser } from "./typescript-parser.ts";

/** The namespace of our rules in a config. */
export const namespace = "mcp-runbook";

const typescriptFiles = ["**/*.{ts,mts,cts,tsx}"];
const javascriptFiles = ["**/*.{js,mjs,cjs,jsx}"];
const files = [...javascriptFiles, ...typescriptFiles];

/** Declarations hold no values; tests hold tools that are no one's. */
const ignores = [
  "**/*.d.{ts,mts,cts}",
  "**/*.{test,spec}.*",
  `**/{${testFolders.join(",")}}/**`,
  `**/{${fakesFolders.join(",")}}/**`,
];

/**
 * Computes the presets from what each rule says of itself
 * (`meta.docs.presets`).
 *
 * @returns for each preset an array for `extends` or for spreading: the plugin
 *   for any file, rules with their `files`, the parser for TypeScript and JSX for
 *   JavaScript, which a later config of the user's overrides
 */
export function createPresets(
  plugin: ESLint.Plugin,
  rules: Readonly<Record<string, RuleModule>>,
): Record<PresetName, Linter.Config[]> {
  const preset = (name: PresetName): Linter.Config[] =>
    refusedByEslintrc(
      name,
      presetConfigs(name, defaultSettings, plugin, rules),
    );
  const [recommended, strict, mcp] = presetNames;
  return {
    [recommended]: preset(recommended),
    [strict]: preset(strict),
    [mcp]: preset(mcp),
  };
}

/** The configs of one preset for a repository with these settings. */
export function presetConfigs(
  name: PresetName,
  settings: Settings,
  plugin: ESLint.Plugin,
  rules: Readonly<Record<string, RuleModule>>,
): Linter.Config[] {
  const corpus = settings.bm25Corpus;
  const corpusRules = rulesOf(name, rulesFor("bm25Corpus", rules));
  return [
    {
      name: `${namespace}/${name}/typescript`,
      files: typescriptFiles,
      ignores,
      languageOptions: { parser: typescriptParser },
    },
    {
      name: `${namespace}/${name}`,
      files,
      ignores,
      plugins: { [namespace]: plugin },
      rules: rulesOf(name, rules),
    },
    {
      // ESLint's own parser stops at the first JSX element otherwise.
      name: `${namespace}/${name}/javascript`,
      files: javascriptFiles,
      ignores,
      languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    },
    // A test file by its name, so the blocks above leave it out.
    ...(corpus !== false && Object.keys(corpusRules).length > 0
      ? [
          {
            name: `${namespace}/${name}/bm25-corpus`,
            files: [`**/${literally(path.posix.basename(corpus))}`],
            ...(/\.[cm]?tsx?$/.test(corpus)
              ? { languageOptions: { parser: typescriptParser } }
              : {}),
            plugins: { [namespace]: plugin },
            rules: corpusRules,
          },
        ]
      : []),
    ...snapshotBlock(
      name,
      settings,
      rulesOf(name, rulesFor("idSnapshot", rules)),
      plugin,
    ),
    {
      // For every file, so that a config may set rules for those that the blocks
      // above leave out. Without `files` it makes ESLint lint no more of them.
      name: `${namespace}/${name}/plugin`,
      plugins: { [namespace]: plugin },
    },
  ];
}

/** A path as a glob that matches just that path. */
export function literally(place: string): string {
  return place.replace(/[!()*+?@[\]{}\\]/g, "\\$&");
}

/** Lints the id snapshot, where @eslint/json is installed. */
function snapshotBlock(
  name: PresetName,
  { idSnapshot }: Settings,
  rules: Linter.RulesRecord,
  plugin: ESLint.Plugin,
): Linter.Config[] {
  const places = idSnapshot === undefined ? idSnapshotFiles : [idSnapshot];
  const names = places.filter((place) => place !== false);
  return names.length > 0 && Object.keys(rules).length > 0 && hasJsonLanguage()
    ? [
        {
          name: `${namespace}/${name}/id-snapshot`,
          files: names.map(
            (file) => `**/${literally(path.posix.basename(file))}`,
          ),
          language: `${jsonNamespace}/json`,
          plugins: { [jsonNamespace]: jsonPlugin, [namespace]: plugin },
          rules,
        },
      ]
    : [];
}

/** The rules that report in a registry. */
function rulesFor(
  registry: RegistryName,
  rules: Readonly<Record<string, RuleModule>>,
): Readonly<Record<string, RuleModule>> {
  return Object.fromEntries(
    Object.entries(rules).filter(([, { meta }]) =>
      meta.docs.registries?.includes(registry),
    ),
  );
}

function rulesOf(
  preset: PresetName,
  rules: Readonly<Record<string, RuleModule>>,
): Linter.RulesRecord {
  return Object.fromEntries(
    Object.entries(rules).flatMap(
      ([id, { meta }]): [string, Linter.RuleEntry][] => {
        const entry = meta.docs.presets[preset];
        const name = `${namespace}/${id}`;
        if (entry === undefined) {
          return [];
        }
        return [[name, entry === true ? "error" : ["error", entry]]];
      },
    ),
  );
}
