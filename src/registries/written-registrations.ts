import type { TSESTree } from "@typescript-eslint/utils";
import { findBinding } from "../source/bindings.ts";
import { evaluate } from "../source/evaluate.ts";
import { WordIndex } from "../source/occurrences.ts";
import type {
  ImportLookup,
  ModuleValues,
  StaticValue,
} from "../source/static-value.ts";
import {
  isFunction,
  keyName,
  nodesAround,
  unwrap,
  walk,
  type SourceFile,
} from "../source/syntax-tree.ts";
import {
  findRegistrations,
  serverName,
  type Registration,
} from "../mcp/dialects/registration.ts";
import {
  readWritten,
  writeDown,
  type WrittenTool,
} from "../mcp/dialects/server-tool.ts";
import { completeText } from "../mcp/model.ts";
import type { ServerTools } from "./server-tools.ts";

/** The calls of `server.tool` on one server, names not followed. Plain data. */
export interface WrittenServer {
  /** `makeInternalMCPServer("x")`, `new McpServer(serverInfo)`. */
  readonly created: StaticValue;
  readonly tools: readonly WrittenTool[];
  /** Whether more may be registered: the server is handed on. */
  readonly open: boolean;
}

/** Where a text has none of these, its file registers no tool by a call. */
export const registeringWords = /\.tool\s*\(/;
const toolWord = /\btool(?=\s*\()/g;

/** Reads which tools a file registers on the servers that it makes. */
export function readWrittenServers(file: SourceFile): readonly WrittenServer[] {
  const servers = new Map<TSESTree.VariableDeclarator, Registration[]>();
  const words = new WordIndex(file, toolWord);
  for (const found of findRegistrations({ file, words }, ["tool"])) {
    const declarator = declaratorOf(found.server, file);
    if (declarator) {
      servers.set(declarator, [...(servers.get(declarator) ?? []), found]);
    }
  }
  return Array.from(servers, ([declarator, registrations]) => {
    const tools = registrations.flatMap(
      (found) => writeDown(found, (node) => evaluate(file, node)) ?? [],
    );
    return {
      created: evaluate(file, declarator.init ?? declarator),
      tools,
      open:
        tools.length < registrations.length ||
        isHandedOn(declarator, registrations, file),
    };
  });
}

function declaratorOf(
  server: TSESTree.Expression,
  file: SourceFile,
): TSESTree.VariableDeclarator | undefined {
  const node = unwrap(server);
  const binding =
    node.type === "Identifier"
      ? findBinding(file, node.name, node.range[0])
      : undefined;
  return binding?.kind === "variable" &&
    binding.declarator.id.type === "Identifier" &&
    binding.declarator.init
    ? binding.declarator
    : undefined;
}

/** Whether the server is used for anything but these calls and the `return`. */
function isHandedOn(
  declarator: TSESTree.VariableDeclarator,
  registrations: readonly Registration[],
  { program }: SourceFile,
): boolean {
  const name =
    declarator.id.type === "Identifier" ? declarator.id.name : undefined;
  const harmless = new Set<TSESTree.Node>([declarator.id]);
  for (const { server } of registrations) {
    harmless.add(unwrap(server));
  }
  let found = false;
  const around =
    nodesAround(program, declarator.range[0]).findLast(isFunction) ?? program;
  walk(around, (node) => {
    if (node.type === "ReturnStatement" && node.argument) {
      harmless.add(unwrap(node.argument));
    } else if (node.type === "MemberExpression" && !node.computed) {
      harmless.add(node.property);
    } else if (
      node.type === "Property" &&
      !node.shorthand &&
      keyName(node.key, node.computed) !== undefined
    ) {
      harmless.add(node.key);
    }
    found ||=
      node.type === "Identifier" && node.name === name && !harmless.has(node);
    return undefined;
  });
  return found;
}

/**
 * The tools that a file registers on the server of a name.
 *
 * @returns `undefined` where it registers none
 */
export function toolsRegistered(
  servers: readonly WrittenServer[],
  name: string,
  module: ModuleValues,
  lookup: ImportLookup,
): ServerTools | undefined {
  const own = servers.filter(
    ({ created }) =>
      completeText(serverName({ value: created, module }, lookup)) === name,
  );
  if (own.length === 0) {
    return undefined;
  }
  const written = own.flatMap(({ tools }) => tools);
  const tools = written.flatMap(
    (tool) => readWritten(tool, module.path, module, lookup) ?? [],
  );
  return {
    tools,
    open:
      tools.length < written.length ||
      tools.some(({ name: text }) => completeText(text) === undefined) ||
      own.some(({ open }) => open),
    isCentral: true,
  };
}
