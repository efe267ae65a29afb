// Lints the broken example, then runs --fix on a copy of it and shows what
// changed and what is left for a person.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ESLint } from "eslint";
import mcpRunbook from "../dist/src/index.js";

const example = path.resolve(
  import.meta.dirname,
  "../examples/dust-front-broken",
);

/** @param {string} cwd @param {boolean} fix */
function eslintIn(cwd, fix) {
  return new ESLint({
    cwd,
    fix,
    overrideConfigFile: true,
    overrideConfig: [
      ...mcpRunbook.configs.recommended,
      { settings: { "mcp-runbook": { root: cwd } } },
    ],
  });
}

/** @param {string} text */
function title(text) {
  console.log(`\n── ${text} ${"─".repeat(Math.max(0, 74 - text.length))}\n`);
}

title("1. eslint, on examples/dust-front-broken");
const before = await eslintIn(example, false).lintFiles(["."]);
const stylish = await eslintIn(example, false).loadFormatter("stylish");
console.log((await stylish.format(before)).replaceAll(`${example}/`, ""));

const copy = mkdtempSync(path.join(tmpdir(), "mcp-runbook-demo-"));
try {
  cpSync(example, copy, { recursive: true });
  const after = await eslintIn(copy, true).lintFiles(["."]);
  await ESLint.outputFixes(after);

  title("2. what --fix changed, on a copy");
  console.log(difference(example, copy));

  title("3. what it left for a person");
  console.log((await stylish.format(after)).replaceAll(`${copy}/`, ""));
  const suggestions = after
    .flatMap(({ messages }) => messages)
    .filter((message) => message.suggestions?.length).length;
  console.log(
    `${count(before)} findings before, ${count(after)} after. ` +
      `For ${suggestions} of those an editor offers a suggestion (💡).\n`,
  );
} finally {
  rmSync(copy, { recursive: true });
}

/** @param {readonly ESLint.LintResult[]} results */
function count(results) {
  return results.reduce((sum, { errorCount }) => sum + errorCount, 0);
}

/**
 * git's word diff of two folders, which exits with 1 when they differ.
 * @param {string} from @param {string} to
 */
function difference(from, to) {
  try {
    return execFileSync(
      "git",
      ["diff", "--no-index", "--unified=0", "--no-prefix", from, to],
      { encoding: "utf8" },
    );
  } catch (error) {
    const { stdout } = /** @type {{ stdout?: string }} */ (error);
    return (stdout ?? String(error))
      .split("\n")
      .filter((line) => !/^(?:index|diff|---) /.test(line))
      .map((line) =>
        line.replace(`+++ ${to.slice(1)}/`, "").replace(`+++ ${to}/`, ""),
      )
      .join("\n");
  }
}
