// Lints the broken example, then runs --fix on a copy of it and shows what
// changed and what is left for a person. Then it does the same with a server
// that is defined in the clean example and registered nowhere.
import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ESLint } from "eslint";
import mcpRunbook from "../dist/src/index.js";

const examples = path.resolve(import.meta.dirname, "../examples");
const example = path.join(examples, "dust-front-broken");

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

await inCopyOf(example, async (copy) => {
  const after = await eslintIn(copy, true).lintFiles(["."]);
  await ESLint.outputFixes(after);

  title("2. what --fix changed, on a copy");
  console.log(difference(example, copy));

  title("3. what it left for a person");
  // Files were linted before all fixes were written: once more, then.
  await inCopyOf(copy, async (fixed) => {
    const left = await eslintIn(fixed, false).lintFiles(["."]);
    console.log((await stylish.format(left)).replaceAll(`${fixed}/`, ""));
    console.log(
      `${count(before)} findings before, ${count(left)} after. ` +
        `For ${suggested(left)} of those an editor offers a suggestion (💡).\n`,
    );
  });
});

await inCopyOf(path.join(examples, "dust-front"), async (copy) => {
  defineServer(copy, "recipe_box");
  await inCopyOf(copy, async (fixed) => {
    title("4. a new server in examples/dust-front, registered nowhere");
    const found = await eslintIn(fixed, true).lintFiles(["."]);
    await ESLint.outputFixes(found);
    console.log("One run of `eslint --fix` registers it:\n");
    console.log(difference(copy, fixed));

    title("5. what it left for a person: the id of a config is for good");
    await inCopyOf(fixed, async (again) => {
      const left = await eslintIn(again, false).lintFiles(["."]);
      console.log((await stylish.format(left)).replaceAll(`${again}/`, ""));
      for (const { messages } of left) {
        for (const { suggestions } of messages) {
          suggestions?.forEach(({ desc }) => {
            console.log(`  💡 ${desc}`);
          });
        }
      }
    });
  });
});

/**
 * A lint trusts what it saw of other files a moment ago, so each state of a
 * workspace gets a folder of its own.
 * @param {string} workspace
 * @param {(copy: string) => Promise<void>} work
 */
async function inCopyOf(workspace, work) {
  const copy = mkdtempSync(path.join(tmpdir(), "mcp-runbook-demo-"));
  try {
    cpSync(workspace, copy, { recursive: true });
    await work(copy);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

/**
 * Defines a server after the pattern of another one.
 * @param {string} workspace
 * @param {string} name
 */
function defineServer(workspace, name) {
  const servers = path.join(workspace, "front/lib/api/actions/servers");
  for (const file of ["metadata.ts", "tools/index.ts"]) {
    const target = path.join(servers, name, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(
      target,
      readFileSync(path.join(servers, "unit_converter", file), "utf8")
        .replaceAll("UNIT_CONVERTER", name.toUpperCase())
        .replaceAll("unit_converter", name),
    );
  }
}

/** @param {readonly ESLint.LintResult[]} results */
function suggested(results) {
  return results
    .flatMap(({ messages }) => messages)
    .filter((message) => message.suggestions?.length).length;
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
