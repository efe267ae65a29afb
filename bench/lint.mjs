// What our rules cost beside the parser that the same file needs anyway.
//
// Prints ratios measured in one run: absolute times on a shared machine say
// nothing.
//
// `own` is all that our rules do for a file, `create` and listeners, reading
// other files included. As in a user's run the code is warm, the tree of the
// file is new, and other files were linted in between: rounds go over all files
// of a group, and the median of a file's rounds counts. What reading the clock
// adds is taken off again (`clock` below).
//
// `parse` is the parser with its scope analysis, which ESLint needs: not what
// else ESLint does with a file, and none of another plugin's rules.
import { readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import typescriptParser from "@typescript-eslint/parser";
import { ESLint } from "eslint";
import { globSync } from "tinyglobby";
import plugin from "../dist/src/index.js";
import { parseFile } from "../dist/src/files/parse-file.js";
import { lintedFile } from "../dist/src/linted-file.js";
import { writeWorkspace } from "./workspace.mjs";

const root = path.resolve(import.meta.dirname, "..");
const rounds = 15;

// The parser and the scope analysis of ESLint itself, in its own versions.
const require = createRequire(
  createRequire(import.meta.url).resolve("eslint/package.json"),
);
const espree = require("espree");
const eslintScope = require("eslint-scope");
const { KEYS } = require("eslint-visitor-keys");

let own = 0;
let readings = 0;

/**
 * @template {unknown[]} A, R
 * @param {(...args: A) => R} run
 * @returns {(...args: A) => R}
 */
function timedCall(run) {
  return (...args) => {
    const started = performance.now();
    const result = run(...args);
    own += performance.now() - started;
    readings++;
    return result;
  };
}

/** What the clock adds to each time that is taken, in milliseconds. */
const clock = (() => {
  const empty = timedCall(() => undefined);
  const times = Array.from({ length: 10_000 }, () => {
    own = 0;
    empty();
    return own;
  });
  return mean(times.slice(5000));
})();

/** Our plugin with a stopwatch around everything it does. */
const timed = {
  ...plugin,
  rules: Object.fromEntries(
    Object.entries(plugin.rules).map(([id, rule]) => [
      id,
      {
        ...rule,
        /** @param {import("eslint").Rule.RuleContext} context */
        create(context) {
          const listener = timedCall(rule.create)(context);
          return Object.fromEntries(
            Object.entries(listener).map(([selector, visit]) => [
              selector,
              timedCall(/** @type {(...args: unknown[]) => void} */ (visit)),
            ]),
          );
        },
      },
    ]),
  ),
};

/**
 * One instance for a whole workspace, as ESLint's command line has: what a
 * config costs is paid once.
 *
 * @param {string} cwd
 */
function linter(cwd) {
  return new ESLint({
    cwd,
    overrideConfigFile: true,
    overrideConfig: [
      { ignores: ["!**/node_modules/"] },
      {
        files: ["**/*.{js,mjs,ts}"],
        plugins: { "mcp-runbook": timed },
        linterOptions: { reportUnusedDisableDirectives: "off" },
        rules: Object.fromEntries(
          Object.keys(plugin.rules).map((id) => [`mcp-runbook/${id}`, "error"]),
        ),
        settings: { "mcp-runbook": { root: cwd } },
      },
      { files: ["**/*.ts"], languageOptions: { parser: typescriptParser } },
    ],
  });
}

const here = linter(root);

/** @param {readonly number[]} values */
function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** @param {readonly number[]} values */
function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** @param {string} file @param {string} text */
function parseTime(file, text) {
  const started = performance.now();
  if (/\.tsx?$/.test(file)) {
    typescriptParser.parseForESLint(text, {
      range: true,
      loc: true,
      tokens: true,
      comment: true,
      filePath: file,
    });
  } else {
    const ast = espree.parse(text.replace(/^#!/, "//"), {
      range: true,
      loc: true,
      tokens: true,
      comment: true,
      ecmaVersion: "latest",
      sourceType: "module",
    });
    eslintScope.analyze(ast, {
      ecmaVersion: 2026,
      sourceType: "module",
      childVisitorKeys: KEYS,
    });
  }
  return performance.now() - started;
}

/** @param {string} file @param {string} text @param {ESLint} eslint */
async function ownTime(file, text, eslint) {
  own = 0;
  readings = 0;
  await eslint.lintText(text, { filePath: file });
  return own - readings * clock;
}

/** @param {string} name @param {readonly string[]} files */
async function measure(name, files, eslint = here) {
  const measured = files.map((file) => ({
    file,
    text: readFileSync(file, "utf8"),
    owns: /** @type {number[]} */ ([]),
    parses: /** @type {number[]} */ ([]),
  }));
  for (let round = 0; round < rounds; round++) {
    for (const { file, owns, parses, text } of measured) {
      parses.push(parseTime(file, text));
      owns.push(await ownTime(file, text, eslint));
    }
  }
  const totals = { own: 0, parse: 0, bytes: 0 };
  for (const { owns, parses, text } of measured) {
    totals.own += median(owns);
    totals.parse += median(parses);
    totals.bytes += text.length;
  }
  const perFile = (1000 * totals.own) / files.length;
  console.log(
    `${name.padEnd(44)} ${String(files.length).padStart(4)} files ${String(Math.round(totals.bytes / 1000)).padStart(6)} kB   own / parse = ${((100 * totals.own) / totals.parse).toFixed(2).padStart(6)} %   (${perFile.toFixed(0).padStart(5)} µs a file)`,
  );
}

/** @param {string[]} patterns */
function files(...patterns) {
  return globSync(patterns, { cwd: root, absolute: true });
}

/** Whether our rules find anything to judge in a file. @param {string} file */
function isJudged(file) {
  const parsed = parseFile(file, readFileSync(file, "utf8"));
  if (parsed.status !== "parsed") {
    return false;
  }
  const { program: ast, text } = parsed.file;
  const { handlers, servers, tools } = lintedFile({
    cwd: root,
    filename: file,
    settings: { "mcp-runbook": { root } },
    sourceCode: /** @type {any} */ ({ ast, text }),
  }).model;
  return tools.length + servers.length + handlers.length > 0;
}

/** @param {readonly string[]} all @param {boolean} judged */
function withTools(all, judged) {
  return all.filter((file) => !isRegistry(file) && isJudged(file) === judged);
}

/** @param {string} file */
function isRegistry(file) {
  return file.endsWith("constants.ts");
}

const front = files("examples/dust-front/front/**/*.ts").filter(
  (file) => !/\.test\./.test(file),
);
const servers = files(
  "node_modules/@modelcontextprotocol/server-*/dist/**/*.js",
  "node_modules/@heroku/mcp-server/dist/tools/*.js",
  "node_modules/@hubspot/mcp-server/dist/tools/**/*.js",
  "node_modules/tavily-mcp/build/*.js",
  "node_modules/firecrawl-mcp/dist/index.js",
);
// Code that has nothing to do with MCP: most files of any repository.
const others = files(
  "node_modules/{zod,cheerio,htmlparser2,eventsource-parser,agent-base}/src/**/*.ts",
  "node_modules/@jridgewell/{sourcemap-codec,trace-mapping}/src/**/*.ts",
).filter((file) => !/\/(?:tests|benchmarks|locales)\//.test(file));
const ours = files("src/**/*.ts", "rules/*.ts").filter(
  (file) => !file.includes("lexicon"),
);

// Warm up: what a run's first files cost is another question.
for (const file of [...front, ...servers, ...others]) {
  await here.lintText(readFileSync(file, "utf8"), { filePath: file });
}

await measure("TypeScript, none (other packages)", withTools(others, false));
await measure(
  "TypeScript, tools or handlers (example)",
  withTools(front, true),
);
// The files of the example are small; these have the size of real ones.
const generated = writeWorkspace(100);
const large = linter(generated.root);
try {
  for (const [label, end] of /** @type {const} */ ([
    ["TypeScript, tools (generated, real size)", "/metadata.ts"],
    ["TypeScript, handlers (generated, real size)", "/tools/index.ts"],
  ])) {
    const every = generated.files.filter((file) => file.endsWith(end));
    await measure(label, every.slice(0, 20), large);
  }
} finally {
  rmSync(generated.root, { recursive: true });
}
await measure("TypeScript, registry of servers", front.filter(isRegistry));
await measure("TypeScript, neither (example)", withTools(front, false));
await measure("TypeScript, neither (our own code)", withTools(ours, false));
await measure(
  "JavaScript, tools (published servers)",
  withTools(servers, true),
);
await measure(
  "JavaScript, none (published servers)",
  withTools(servers, false),
);
await measure(
  "minified bundle, 1.4 MB",
  files("node_modules/@notionhq/notion-mcp-server/bin/cli.mjs"),
);
