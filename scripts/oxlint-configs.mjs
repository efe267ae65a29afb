// Writes oxlint/<preset>.json: our presets in oxlint's format, which takes the
// rules of an ESLint plugin but not its configs. With --check it only compares.
import fs from "node:fs";
import path from "node:path";
import { format } from "prettier";
import mcpRunbook from "../dist/src/index.js";

/** @typedef {import("eslint").Linter.Config} Config */
/** @typedef {import("eslint").Linter.RulesRecord} Rules */

const folder = path.resolve(import.meta.dirname, "../oxlint");
const isCheck = process.argv.includes("--check");

/**
 * Everything is on at the top and switched off again where the preset leaves it
 * out. So a user's own `rules` have the last word: overrides always beat them.
 * Nothing is said of oxlint's own rules, or `extends` would switch them off.
 *
 * @param {readonly Config[]} preset
 */
function oxlintConfig(preset) {
  // oxlint has a parser of its own, and lints nothing but scripts.
  const [main, ...special] = preset.filter(
    ({ language, rules }) => rules !== undefined && language === undefined,
  );
  const { ignores = [], rules = {} } = main ?? {};
  const specialFiles = special.flatMap(({ files = [] }) => files);
  return {
    jsPlugins: [mcpRunbook.meta.name],
    rules,
    overrides: [
      {
        files: ignores,
        ...(specialFiles.length > 0 ? { excludeFiles: specialFiles } : {}),
        rules: off(rules),
      },
      ...special.map(({ files, rules: kept = {} }) => ({
        files,
        rules: off(rules, kept),
      })),
    ],
  };
}

/**
 * @param {Partial<Rules>} rules
 * @param {Partial<Rules>} [kept] those that stay on, as they are
 */
function off(rules, kept = {}) {
  const unknown = Object.keys(kept).filter(
    (name) => JSON.stringify(kept[name]) !== JSON.stringify(rules[name]),
  );
  if (unknown.length > 0) {
    throw new Error(`Not on for all files, or not alike: ${unknown.join()}`);
  }
  return Object.fromEntries(
    Object.keys(rules)
      .filter((name) => !(name in kept))
      .map((name) => [name, "off"]),
  );
}

/** @type {[string, string][]} */
const written = await Promise.all(
  Object.entries(mcpRunbook.configs).map(async ([name, preset]) => [
    `${name}.json`,
    await format(JSON.stringify(oxlintConfig(preset)), { parser: "json" }),
  ]),
);

/** @param {string} file */
function current(file) {
  const at = path.join(folder, file);
  return fs.existsSync(at) ? fs.readFileSync(at, "utf8") : undefined;
}

if (isCheck) {
  const stale = written.filter(([file, text]) => current(file) !== text);
  for (const [file] of stale) {
    console.error(`oxlint/${file} is not what the presets say.`);
  }
  const strangers = fs
    .readdirSync(folder)
    .filter((file) => !written.some(([name]) => name === file));
  for (const file of strangers) {
    console.error(`oxlint/${file} belongs to no preset.`);
  }
  if (stale.length > 0 || strangers.length > 0) {
    console.error("Run: npm run oxlint-configs");
    process.exitCode = 1;
  }
} else {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder);
  for (const [file, text] of written) {
    fs.writeFileSync(path.join(folder, file), text);
  }
}
