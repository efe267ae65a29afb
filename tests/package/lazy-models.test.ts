import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

// The built plugin in a process of its own, and which packages that process
// has loaded after each step.

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, "../..");

const script = `
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const loaded = () =>
  ["compromise", "wink-nlp", "wink-eng-lite-web-model"].filter((name) =>
    Object.keys(require.cache).some((file) =>
      file.replaceAll("\\\\", "/").includes("/node_modules/" + name + "/"),
    ),
  );
const { default: plugin } = await import("./dist/src/index.js");
const steps = [loaded()];
const { Linter } = await import("eslint");
const lint = (description) =>
  new Linter().verify(
    'server.registerTool("frobs", { description: ' + JSON.stringify(description) + " }, async () => ({}));",
    [{ plugins: { "mcp-runbook": plugin }, rules: { "mcp-runbook/bare-infinitive-description": "error" } }],
  ).length;
const reports = [];
for (const text of ["List rooms of a hotel.", "Lists rooms.", "Bathymetric soundings of a bay."]) {
  reports.push(lint(text));
  steps.push(loaded());
}
console.log(JSON.stringify({ reports, steps }));
`;

test("importing the plugin loads no language model, nor does a known verb; an open word loads both", async () => {
  const { stdout } = await run(
    process.execPath,
    ["--input-type=module", "-e", script],
    { cwd: root },
  );
  expect(JSON.parse(stdout)).toEqual({
    reports: [0, 1, 1],
    steps: [[], [], [], ["compromise", "wink-nlp", "wink-eng-lite-web-model"]],
  });
});
