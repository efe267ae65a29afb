// Runs inside VS Code, for scripts/squiggles.mjs. It stands in for the ESLint
// extension, which npm doesn't have: it starts the same server, with the same
// settings. Then it opens what the picture shows.
const path = require("node:path");
const { setTimeout: wait } = require("node:timers/promises");
const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

const server = "front/lib/api/actions/servers/meeting_rooms";

exports.activate = async function () {
  const [folder] = vscode.workspace.workspaceFolders;
  await startEslint(folder);
  await vscode.commands.executeCommand("workbench.action.closeSidebar");
  await vscode.commands.executeCommand("vscode.setEditorLayout", {
    orientation: 1,
    groups: [{ size: 0.787 }, { size: 0.213 }],
  });
  const at = (file) => vscode.Uri.joinPath(folder.uri, server, file);
  const handlers = await show(at("tools/index.ts"), 2);
  handlers.revealRange(
    find(handlers, "export const"),
    vscode.TextEditorRevealType.AtTop,
  );
  const metadata = await show(at("metadata.ts"), 1);
  metadata.selection = find(metadata, "Finds");
  await vscode.commands.executeCommand("editor.action.showHover");
  await wait(1500);
  // The hover stays open only when no key and no mouse moved the cursor.
  metadata.selection = find(metadata, "cancel_booking");
  await vscode.commands.executeCommand("editor.action.codeAction", {
    kind: "quickfix",
    apply: "never",
  });
};

async function startEslint(folder) {
  const root = folder.uri.fsPath;
  const bin = "vscode-langservers-extracted/bin/vscode-eslint-language-server";
  const client = new LanguageClient(
    "eslint",
    "ESLint",
    {
      command: process.execPath,
      args: [path.join(root, "node_modules", bin), "--stdio"],
      options: { cwd: root },
    },
    {
      documentSelector: [{ language: "typescript" }],
      middleware: {
        workspace: {
          configuration: ({ items }) => items.map(() => settings(folder)),
        },
      },
    },
  );
  await client.start();
}

/** What the extension answers when nobody has set anything. */
function settings({ name, uri }) {
  return {
    validate: "probe",
    codeAction: {
      disableRuleComment: { enable: true, location: "separateLine" },
      showDocumentation: { enable: true },
    },
    codeActionOnSave: { mode: "all" },
    experimental: {},
    nodePath: null,
    onIgnoredFiles: "off",
    options: {},
    problems: { shortenToSingleLine: false },
    quiet: false,
    rulesCustomizations: [],
    run: "onType",
    workspaceFolder: { name, uri: uri.toString() },
  };
}

/** Opens a file, and waits for its squiggles. */
async function show(uri, viewColumn) {
  const editor = await vscode.window.showTextDocument(uri, {
    viewColumn,
    preview: false,
  });
  while (vscode.languages.getDiagnostics(uri).length === 0) {
    await wait(100);
  }
  return editor;
}

function find({ document }, text) {
  const position = document.positionAt(document.getText().indexOf(text));
  return new vscode.Selection(position, position);
}
