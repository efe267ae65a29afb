// Draws docs/images/terminal.png: a real run on the server of squiggles.png, as
// a terminal shows it. Needs Debian's chromium; only run by hand.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ESLint } from "eslint";
import mcpRunbook from "../dist/src/index.js";

const root = path.resolve(import.meta.dirname, "..");
const folder = mkdtempSync(path.join(tmpdir(), "mcp-runbook-picture-"));
const cwd = path.join(folder, "office");
const server = "front/lib/api/actions/servers/meeting_rooms";
const files = [`${server}/metadata.ts`, `${server}/tools/index.ts`];

// The clean example, with the broken server in it.
cpSync(path.join(root, "examples/dust-front"), cwd, { recursive: true });
cpSync(path.join(root, "tests/fixtures/squiggles"), path.join(cwd, server), {
  recursive: true,
});

const eslint = new ESLint({
  cwd,
  overrideConfigFile: true,
  overrideConfig: [
    ...mcpRunbook.configs.recommended,
    { settings: { "mcp-runbook": { root: cwd } } },
  ],
});

/** @param {string} text */
function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

const results = await eslint.lintFiles(files);
const lines = results.flatMap(({ filePath, messages }) => [
  `<p class="file">${escape(path.relative(cwd, filePath))}</p>`,
  ...messages.map(
    ({ column, fix, line, message, ruleId }) =>
      `<p><b>${line}:${column}</b><i>error</i>${escape(message)} <u>${ruleId}</u>${fix ? " (fixable)" : ""}</p>`,
  ),
]);
const count = results.reduce((sum, { errorCount }) => sum + errorCount, 0);
const html = `<meta charset="utf-8"><style>
  body { margin: 0; background: #1e1e2e; color: #cdd6f4; font: 15px/1.5 "DejaVu Sans Mono", monospace; }
  main { width: 1180px; padding: 22px 26px; }
  p { margin: 0; padding-left: 17ch; text-indent: -15ch; }
  p.file { padding: 14px 0 2px; text-indent: 0; text-decoration: underline; }
  b, i { display: inline-block; text-indent: 0; font-weight: normal; font-style: normal; }
  b { width: 8ch; color: #7f849c; }
  i { width: 7ch; color: #f38ba8; }
  u { color: #7f849c; text-decoration: none; }
  .prompt, .end { padding: 0; text-indent: 0; }
  .prompt { color: #a6e3a1; }
  .end { padding-top: 14px; color: #f38ba8; font-weight: bold; }
</style><main><p class="prompt">$ npx eslint …/meeting_rooms</p>${lines.join("")}<p class="end">✖ ${count} problems</p></main>`;

const page = path.join(folder, "page.html");
writeFileSync(page, html);
execFileSync(
  "chromium",
  [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
    `--user-data-dir=${path.join(folder, "profile")}`,
    "--window-size=1232,412",
    `--screenshot=${path.join(root, "docs/images/terminal.png")}`,
    `file://${page}`,
  ],
  { stdio: "ignore" },
);
rmSync(folder, { recursive: true, force: true });
