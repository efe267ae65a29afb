import path from "node:path";
import {
  findHandlerMapDeclarations,
  handlerMapWords,
  type HandlerMapDeclaration,
} from "../mcp/handlers/handler-map-declarations.ts";
import type { SourceFile } from "../source/syntax-tree.ts";
import { findServerFactories, type ServerFactory } from "./server-factories.ts";

/** What a file of a server's folder holds. Plain data. */
export interface FolderContents {
  readonly factories: readonly ServerFactory[];
  readonly handlerMaps: readonly HandlerMapDeclaration[];
  /** Whether it may declare handlers, in whichever way. */
  readonly mayHandle: boolean;
  /** Whether it joins tools and handlers to a list that others register. */
  readonly buildsTools: boolean;
  /** The specifiers of its imports. */
  readonly imports: readonly string[];
}

export interface FolderFile extends FolderContents {
  /** Absolute path. */
  readonly file: string;
}

/** The folder of a server, or of several. */
export interface ServerFolder {
  /** Absolute; a file where servers are single files. */
  readonly root: string;
  readonly isSingleFile: boolean;
  readonly files: readonly FolderFile[];
}

/**
 * Where a file has none of these, it has no contents of interest. One that
 * passes a factory of another file on has a default export.
 */
export const folderWords =
  /\b(?:ToolHandlers|buildTools|makeInternalMCPServer|registerTool|ToolDefinition|handlers?|execute|(?:export|as) default)\b|_HANDLERS\b|\.(?:tool|registerTool)\s*\(/;

const handlingWords =
  /\b(?:ToolHandlers|buildTools|ToolDefinition|handlers?|execute)\b|_HANDLERS\b|\.(?:tool|registerTool)\s*\(/;

/** Reads what matters of a file for the server in whose folder it stands. */
export function readFolderContents(file: SourceFile): FolderContents {
  return {
    factories: findServerFactories(file),
    handlerMaps: handlerMapWords.test(file.text)
      ? findHandlerMapDeclarations(file)
      : [],
    mayHandle: handlingWords.test(file.text),
    buildsTools: /\bbuildTools\s*[(<]/.test(file.text),
    imports: file.program.body.flatMap((statement) =>
      "source" in statement && statement.source ? statement.source.value : [],
    ),
  };
}

export const noContents: FolderContents = Object.freeze({
  factories: [],
  handlerMaps: [],
  mayHandle: false,
  buildsTools: false,
  imports: [],
});

/** Whether a file stands where the tools of a server are usually kept. */
export function isToolsFile(file: string, { root }: ServerFolder): boolean {
  return /^(?:.*\/)?tools(?:\/|\.|$)/.test(
    path.relative(root, file).replaceAll("\\", "/"),
  );
}
