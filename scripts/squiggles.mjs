// Takes docs/images/squiggles.png: VS Code, in a browser, on a broken server.
// Only run by hand; docs/contributing.md says what it needs.
import { spawn } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";

const [tools] = process.argv.slice(2);
if (!tools) {
  throw new Error("Say in which folder code-server is installed");
}
const load = createRequire(path.resolve(tools, "package.json"));
const { chromium } = load("playwright-core");
const sharp = load("sharp");

const repository = path.resolve(import.meta.dirname, "..");
const port = 8391;
const temporary = realpathSync(mkdtempSync(path.join(tmpdir(), "squiggles-")));
const workspace = path.join(temporary, "office");
const extension = path.join(temporary, "extensions/eslint");
const profile = path.join(temporary, "profile");

/** @param {string} file @param {unknown} content */
function writeJson(file, content) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(content));
}

/** The clean example, with our broken server in it. */
function makeWorkspace() {
  cpSync(path.join(repository, "examples/dust-front"), workspace, {
    recursive: true,
  });
  cpSync(
    path.join(repository, "tests/fixtures/squiggles"),
    path.join(workspace, "front/lib/api/actions/servers/meeting_rooms"),
    { recursive: true },
  );
  const packages = path.join(workspace, "node_modules");
  mkdirSync(packages);
  for (const name of readdirSync(path.join(repository, "node_modules"))) {
    symlinkSync(
      path.join(repository, "node_modules", name),
      path.join(packages, name),
    );
  }
  symlinkSync(repository, path.join(packages, "eslint-plugin-mcp-runbook"));
}

function makeEditor() {
  writeJson(path.join(extension, "package.json"), {
    name: "eslint",
    publisher: "mcp-runbook",
    version: "0.0.0",
    main: "./extension.cjs",
    engines: { vscode: "^1.100.0" },
    activationEvents: ["onStartupFinished"],
  });
  cpSync(
    path.join(repository, "scripts/squiggles-extension.cjs"),
    path.join(extension, "extension.cjs"),
  );
  symlinkSync(
    path.resolve(tools, "node_modules"),
    path.join(extension, "node_modules"),
  );
  writeFileSync(path.join(temporary, "config.yaml"), "");
  writeJson(path.join(profile, "User/settings.json"), {
    "workbench.colorTheme": "Default Dark Modern",
    "editor.fontFamily": "'DejaVu Sans Mono'",
    "editor.fontSize": 13,
    "workbench.editor.labelFormat": "short",
    // Only ESLint's squiggles: TypeScript's own are not what this is about.
    "typescript.validate.enable": false,
    // Only the editor, not what stands around it.
    "breadcrumbs.enabled": false,
    "chat.disableAIFeatures": true,
    "editor.minimap.enabled": false,
    "editor.stickyScroll.enabled": false,
    "git.enabled": false,
    "telemetry.telemetryLevel": "off",
    "window.commandCenter": false,
    "window.menuBarVisibility": "hidden",
    "workbench.activityBar.location": "hidden",
    "workbench.layoutControl.enabled": false,
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "workbench.startupEditor": "none",
    "workbench.statusBar.visible": false,
  });
}

async function startEditor() {
  const server = spawn(
    process.execPath,
    [
      path.resolve(tools, "node_modules/code-server/out/node/entry.js"),
      ...["--auth", "none", "--bind-addr", `127.0.0.1:${port}`],
      ...["--config", path.join(temporary, "config.yaml")],
      ...["--user-data-dir", profile],
      ...["--extensions-dir", path.dirname(extension)],
      ...["--disable-telemetry", "--disable-update-check"],
      "--disable-workspace-trust",
    ],
    { env: { ...process.env, HOME: temporary }, stdio: "pipe" },
  );
  let output = "";
  server.stderr.resume();
  while (!output.includes("listening on http")) {
    const [data] = await once(server.stdout, "data");
    output += data;
  }
  server.stdout.resume();
  return server;
}

async function takePicture() {
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  const page = await browser.newPage({
    viewport: { width: 900, height: 686 },
    deviceScaleFactor: 2,
  });
  await page.goto(`http://127.0.0.1:${port}/?folder=${workspace}`);
  // The extension opens the hover and then the menu.
  await page.waitForSelector(".action-widget", { timeout: 60_000 });
  await wait(1000);
  const picture = await page.screenshot();
  await browser.close();
  return picture;
}

makeWorkspace();
makeEditor();
const server = await startEditor();
try {
  await sharp(await takePicture())
    .png({ palette: true, colours: 64, effort: 10 })
    .toFile(path.join(repository, "docs/images/squiggles.png"));
} finally {
  server.kill();
  await once(server, "exit");
  rmSync(temporary, { recursive: true, force: true });
}
