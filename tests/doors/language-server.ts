import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import {
  ApplyWorkspaceEditRequest,
  CodeActionKind,
  CodeActionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExecuteCommandRequest,
  FileChangeType,
  InitializedNotification,
  InitializeRequest,
  RegistrationRequest,
  ShutdownRequest,
  TextDocumentEdit,
  type CodeAction,
  type Diagnostic,
  type FileEvent,
  type Position,
  type ProtocolConnection,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver-protocol/node";
import { repository } from "./project.ts";

interface OpenDocument {
  text: string;
  version: number;
}

/**
 * The ESLint language server of VS Code, and as much of an editor as it needs:
 * documents with a text and a version, and settings as the extension sends them.
 */
export class LanguageServer {
  /** How often the server asked for all diagnostics to be pulled again. */
  refreshes = 0;
  readonly #root: string;
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #connection: ProtocolConnection;
  readonly #documents = new Map<string, OpenDocument>();

  private constructor(root: string) {
    this.#root = root;
    this.#process = spawn(
      process.execPath,
      [
        path.join(
          repository,
          "node_modules/vscode-langservers-extracted/bin/vscode-eslint-language-server",
        ),
        "--stdio",
      ],
      { cwd: root },
    );
    this.#connection = createProtocolConnection(
      this.#process.stdout,
      this.#process.stdin,
    );
  }

  static async start(root: string): Promise<LanguageServer> {
    const server = new LanguageServer(root);
    await server.#initialize();
    return server;
  }

  async stop(): Promise<void> {
    await this.#connection.sendRequest(ShutdownRequest.type);
    this.#connection.dispose();
    this.#process.kill();
  }

  async #initialize(): Promise<void> {
    const connection = this.#connection;
    const uri = pathToFileURL(this.#root).href;
    const folder = { name: path.basename(this.#root), uri };
    connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(() => settings(folder)),
    );
    connection.onRequest(RegistrationRequest.type, () => undefined);
    connection.onRequest(DiagnosticRefreshRequest.type, () => {
      this.refreshes++;
    });
    connection.onRequest(ApplyWorkspaceEditRequest.type, async ({ edit }) => {
      await this.#apply(edit);
      return { applied: true };
    });
    connection.listen();
    await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      // The type still asks for what workspaceFolders replaced.
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      rootUri: uri,
      workspaceFolders: [folder],
      capabilities: {
        textDocument: {
          codeAction: {
            codeActionLiteralSupport: {
              codeActionKind: { valueSet: [CodeActionKind.QuickFix] },
            },
          },
          diagnostic: {},
        },
        workspace: {
          applyEdit: true,
          configuration: true,
          diagnostics: { refreshSupport: true },
          workspaceEdit: { documentChanges: true },
          workspaceFolders: true,
        },
      },
    });
    await connection.sendNotification(InitializedNotification.type, {});
  }

  /** Opens a file of the project with the text that it has on the disk. */
  async open(file: string, languageId = "typescript"): Promise<void> {
    const uri = this.#uri(file);
    const text = fs.readFileSync(path.join(this.#root, file), "utf8");
    this.#documents.set(uri, { text, version: 1 });
    await this.#connection.sendNotification(
      DidOpenTextDocumentNotification.type,
      { textDocument: { uri, languageId, version: 1, text } },
    );
  }

  text(file: string): string {
    return this.#document(this.#uri(file)).text;
  }

  /** Types into an open file. The disk keeps what it has. */
  async type(file: string, change: (text: string) => string): Promise<void> {
    const uri = this.#uri(file);
    await this.#update(uri, change(this.#document(uri).text));
  }

  async diagnostics(file: string): Promise<Diagnostic[]> {
    const report = await this.#connection.sendRequest(
      DocumentDiagnosticRequest.type,
      { textDocument: { uri: this.#uri(file) } },
    );
    if (report.kind !== "full") {
      throw new Error(`${file}: a report that says "${report.kind}"`);
    }
    return report.items;
  }

  /** What the light bulb offers for a diagnostic. */
  async codeActions(
    file: string,
    diagnostic: Diagnostic,
    only: CodeActionKind = CodeActionKind.QuickFix,
  ): Promise<CodeAction[]> {
    const actions = await this.#connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: this.#uri(file) },
      range: diagnostic.range,
      context: { diagnostics: [diagnostic], only: [only] },
    });
    return (actions ?? []) as CodeAction[];
  }

  /** Takes an action: the server answers a command with an edit of its own. */
  async take({ command, edit }: CodeAction): Promise<void> {
    if (edit) {
      await this.#apply(edit);
    }
    if (command) {
      await this.#connection.sendRequest(ExecuteCommandRequest.type, {
        command: command.command,
        arguments: command.arguments ?? [],
      });
    }
  }

  /** Says that files changed on the disk. */
  async changedOnDisk(...files: readonly string[]): Promise<void> {
    await this.#connection.sendNotification(
      DidChangeWatchedFilesNotification.type,
      {
        changes: files.map((file): FileEvent => {
          const type: FileEvent["type"] = FileChangeType.Changed;
          return { uri: this.#uri(file), type };
        }),
      },
    );
  }

  #uri(file: string): string {
    return pathToFileURL(path.join(this.#root, file)).href;
  }

  #document(uri: string): OpenDocument {
    const document = this.#documents.get(uri);
    if (!document) {
      throw new Error(`${uri} is not open`);
    }
    return document;
  }

  async #apply({ documentChanges = [] }: WorkspaceEdit): Promise<void> {
    for (const change of documentChanges) {
      if (!TextDocumentEdit.is(change)) {
        throw new Error(`Not a text edit: ${JSON.stringify(change)}`);
      }
      const { edits, textDocument } = change;
      const { text } = this.#document(textDocument.uri);
      await this.#update(
        textDocument.uri,
        // The server sends plain edits only.
        edited(text, edits as readonly TextEdit[]),
      );
    }
  }

  async #update(uri: string, text: string): Promise<void> {
    const document = this.#document(uri);
    document.text = text;
    document.version++;
    await this.#connection.sendNotification(
      DidChangeTextDocumentNotification.type,
      {
        textDocument: { uri, version: document.version },
        contentChanges: [{ text }],
      },
    );
  }
}

function edited(text: string, edits: readonly TextEdit[]): string {
  // From the last to the first, so that positions stay what they were.
  return edits
    .map(({ newText, range }) => ({ newText, ...offsets(text, range) }))
    .sort((a, b) => b.start - a.start)
    .reduce(
      (rest, { end, newText, start }) =>
        rest.slice(0, start) + newText + rest.slice(end),
      text,
    );
}

/** The text that a diagnostic underlines. */
export function underlined(text: string, { range }: Diagnostic): string {
  const { end, start } = offsets(text, range);
  return text.slice(start, end);
}

function offsets(text: string, range: Range): { start: number; end: number } {
  return { start: offset(text, range.start), end: offset(text, range.end) };
}

function offset(text: string, { character, line }: Position): number {
  const before = text.split("\n").slice(0, line);
  return before.reduce((sum, { length }) => sum + length + 1, character);
}

/** What the extension answers when nobody has set anything. */
function settings(workspaceFolder: {
  readonly name: string;
  readonly uri: string;
}): object {
  return {
    validate: "probe",
    packageManager: "npm",
    codeAction: {
      disableRuleComment: { enable: true, location: "separateLine" },
      showDocumentation: { enable: true },
    },
    codeActionOnSave: { mode: "all" },
    experimental: {},
    format: false,
    nodePath: null,
    onIgnoredFiles: "off",
    options: {},
    problems: { shortenToSingleLine: false },
    quiet: false,
    rulesCustomizations: [],
    run: "onType",
    workspaceFolder,
  };
}
