// What our rules cost beside the parser that the same file needs anyway.
//
// Prints ratios measured in one run: absolute times on a shared machine say
// nothing. `own` is all that our rules do for a file, reading other files
// included, all caches of that file cold; `parse` is the parser of the preset.
import { readFileSync } from "node:fs";
import path from "node:path";
import typescriptParser from "@typescript-eslint/parser";
import { ESLint, Linter } from "eslint";
import { globSync } from "tinyglobby";
import plugin from "../dist/src/index.js";

const root = path.resolve(import.meta.dirname, "..");
const rounds = 15;

let own = 0;

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
          const started = performance.now();
          const listener = rule.create(context);
          own += performance.now() - started;
          return Object.fromEntries(
            Object.entries(listener).map(([selector, visit]) => [
              selector,
              /** @param {unknown[]} args */
              (...args) => {
                const entered = performance.now();
                /** @type {(...args: unknown[]) => void} */ (visit)(...args);
                own += performance.now() - entered;
              },
            ]),
          );
        },
      },
    ]),
  ),
};

// One instance for the whole run, as ESLint's command line has: what a config
// costs is paid once.
const eslint = new ESLint({
  cwd: root,
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
      settings: { "mcp-runbook": { root } },
    },
    { files: ["**/*.ts"], languageOptions: { parser: typescriptParser } },
  ],
});

/** @param {readonly number[]} values */
function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

const espree = new Linter();

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
    espree.verify(text, [{ files: ["**/*"] }], { filename: "a.js" });
  }
  return performance.now() - started;
}

/** @param {string} name @param {readonly string[]} files */
async function measure(name, files) {
  const totals = { own: 0, parse: 0, bytes: 0 };
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    const owns = [];
    const parses = [];
    for (let round = 0; round < rounds; round++) {
      parses.push(parseTime(file, text));
      own = 0;
      // A fresh tree each time, so that no cache of ours is warm.
      await eslint.lintText(text, { filePath: file });
      owns.push(own);
    }
    totals.own += median(owns);
    totals.parse += median(parses);
    totals.bytes += text.length;
  }
  console.log(
    `${name.padEnd(44)} ${String(files.length).padStart(4)} files ${String(Math.round(totals.bytes / 1000)).padStart(6)} kB   own / parse = ${((100 * totals.own) / totals.parse).toFixed(2).padStart(6)} %`,
  );
}

/** @param {string[]} patterns */
function files(...patterns) {
  return globSync(patterns, { cwd: root, absolute: true });
}

/** @param {readonly string[]} all @param {boolean} declares */
function withTools(all, declares) {
  return all.filter(
    (file) =>
      /createToolsRecord\(|ToolType\[\]|\.tool\(|registerTool\(|inputSchema|addTool\(|ToolHandlers/.test(
        readFileSync(file, "utf8"),
      ) === declares,
  );
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
const ours = files("src/**/*.ts", "rules/*.ts").filter(
  (file) => !file.includes("lexicon"),
);

// Warm up: code that runs for the first time is measured by nobody's user.
for (const file of front) {
  await eslint.lintText(readFileSync(file, "utf8"), { filePath: file });
}

await measure(
  "TypeScript, tools or handlers (example)",
  withTools(front, true),
);
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
