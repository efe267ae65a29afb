import type { Edition } from "./report.ts";

/** The files that have to be linted before a rule's silence says anything. */
export type Scope = "constants" | "definition" | "server";

/** The part that a rule plays in a line. */
export interface RuleUse {
  readonly rule: string;
  /** All source files of the server, where nothing else is said. */
  readonly scope?: Scope;
  /**
   * The reports that are about this line, by their message ids or by their
   * text. What no line asks for goes to the lines that take everything, or
   * else to all lines of the rule.
   */
  readonly messageIds?: RegExp;
  readonly messages?: RegExp;
}

/** A registry without which a line can't be judged; a key of the settings. */
export type LineRegistry =
  | "bm25Corpus"
  | "bm25Queries"
  | "constants"
  | "idSnapshot"
  | "logos"
  | "switch";

/** Where a server has to be found before the line may hold. */
export type Listing = "bm25Corpus" | "configs" | "names" | "switch";

/** What has to be readable of all tools before the line may hold. */
export type ToolPart =
  "description" | "displayLabels" | "name" | "parameters" | "stake";

export interface Line {
  readonly id: string;
  readonly text: string;
  readonly editions: readonly Edition[];
  /** For what no linter can see: what is left to do, in a few words. */
  readonly manual?: string;
  /** The rules that have to be silent for the line to hold. */
  readonly needs: readonly RuleUse[];
  /** Rules whose reports fail the line, and whose silence is not needed. */
  readonly also?: readonly RuleUse[];
  readonly registry?: LineRegistry;
  readonly listing?: Listing;
  readonly reads?: ToolPart;
  /** Says nothing of servers that `makeInternalMCPServer` makes. */
  readonly onlyWithMetadata?: boolean;
}

/**
 * The lines of both editions' checklists, in the order in which a server is
 * written, then what the runbook asks for elsewhere (no edition). Those are
 * shown only where one of their rules is on.
 */
export const lines: readonly Line[] = [
  {
    id: "metadata",
    text: "metadata.ts declares the tools, as with createToolsRecord",
    editions: [2],
    needs: [
      {
        rule: "require-server-files",
        scope: "definition",
        messageIds: /metadata|untyped/i,
      },
    ],
    also: [{ rule: "no-dynamic-tool-metadata" }],
    onlyWithMetadata: true,
  },
  {
    id: "descriptions",
    text: "Tool descriptions start with a bare infinitive",
    editions: [2],
    needs: [{ rule: "bare-infinitive-description" }],
    reads: "description",
  },
  {
    id: "stakes",
    text: "Every tool has an appropriate stake",
    editions: [1],
    needs: [{ rule: "require-tool-stake" }],
    reads: "stake",
    also: [{ rule: "stake-matches-verb" }],
  },
  {
    id: "handlers",
    text: "tools/index.ts handles every tool, typed as ToolHandlers",
    editions: [2],
    needs: [
      {
        rule: "require-server-files",
        scope: "definition",
        messageIds: /^noTools$/,
      },
      { rule: "handlers-match-tools" },
    ],
    onlyWithMetadata: true,
  },
  {
    id: "factory",
    text: "index.ts default-exports the server's factory",
    editions: [2],
    needs: [
      {
        rule: "require-server-files",
        messageIds: /index|factory|registered/i,
      },
    ],
  },
  {
    id: "names",
    text: "The server is in AVAILABLE_INTERNAL_MCP_SERVER_NAMES",
    editions: [1, 2],
    needs: [
      {
        rule: "registered-in-constants",
        scope: "definition",
        messageIds: /name$/i,
        messages: /\bAVAILABLE_INTERNAL_MCP_SERVER_NAMES\b/,
      },
    ],
    also: [{ rule: "sorted-server-names", scope: "constants" }],
    registry: "constants",
    listing: "names",
  },
  {
    id: "config",
    text: "The server's config is in INTERNAL_MCP_SERVERS",
    editions: [1, 2],
    needs: [
      {
        rule: "registered-in-constants",
        scope: "definition",
        messageIds: /config$/i,
        messages: /\bINTERNAL_MCP_SERVERS\b/,
      },
    ],
    registry: "constants",
    listing: "configs",
  },
  {
    id: "switch",
    text: "The server has a case in the switch of servers/index.ts",
    editions: [1, 2],
    needs: [{ rule: "registered-in-switch", scope: "definition" }],
    registry: "switch",
    listing: "switch",
  },
  {
    id: "errors",
    text: "API helpers handle errors properly",
    editions: [1],
    needs: [
      { rule: "require-result-error" },
      { rule: "require-response-validation" },
      { rule: "no-raw-error-message" },
    ],
    also: [{ rule: "require-result-helper" }],
  },
  {
    id: "pruning",
    text: "Responses are pruned to what the model needs",
    editions: [1],
    needs: [{ rule: "no-raw-json-response" }],
    also: [{ rule: "no-response-noise" }, { rule: "no-duplicate-content" }],
  },
  {
    id: "rendering",
    text: "Responses are rendered, not dumped",
    editions: [2],
    needs: [{ rule: "no-raw-json-response" }],
    also: [{ rule: "no-duplicate-content" }],
  },
  {
    id: "oauth",
    text: "The OAuth provider is configured, if one is needed",
    editions: [1],
    needs: [
      {
        rule: "valid-server-info",
        scope: "definition",
        messageIds: /authorization|provider|useCase/i,
      },
      {
        rule: "valid-server-config",
        scope: "constants",
        messageIds: /instance/i,
      },
    ],
  },
  {
    id: "icon",
    text: "An icon is set, if only a temporary one",
    editions: [1, 2],
    needs: [
      { rule: "valid-server-info", scope: "definition", messageIds: /icon/i },
    ],
  },
  {
    id: "logo",
    text: "The icon is in PLATFORM_LOGOS (sparkle/…/platforms/registry.ts)",
    editions: [2],
    needs: [
      {
        rule: "valid-server-info",
        scope: "definition",
        messageIds: /icon|logo/i,
      },
    ],
    registry: "logos",
  },
  {
    id: "marketing",
    text: "Marketing knows that the icon needs a redeploy to be public",
    editions: [2],
    manual: "tell them",
    needs: [],
  },
  {
    id: "gating",
    text: "A feature flag gates the server, if it is a preview",
    editions: [1, 2],
    needs: [
      {
        rule: "valid-server-config",
        scope: "constants",
        messageIds: /preview|flag/i,
      },
    ],
  },
  {
    id: "corpus",
    text: "The server is in SERVERS of bm25_tool_search_utils.test.ts",
    editions: [2],
    needs: [{ rule: "registered-in-bm25-corpus", scope: "definition" }],
    registry: "bm25Corpus",
    listing: "bm25Corpus",
  },
  {
    id: "queries",
    text: "bm25_tool_search.test.ts has a query for every tool",
    editions: [2],
    needs: [{ rule: "bm25-query-coverage" }],
    registry: "bm25Queries",
  },
  {
    id: "search-test",
    text: "npm run test -- …/bm25_tool_search.test.ts passes",
    editions: [2],
    manual: "run it",
    needs: [],
    also: [{ rule: "bm25-query-rank" }],
  },
  {
    id: "types",
    text: "npx tsgo --noEmit passes",
    editions: [2],
    manual: "run it",
    needs: [],
  },
  {
    id: "format",
    text: "npm run format:changed passes from the repository's root",
    editions: [2],
    manual: "run it",
    needs: [],
  },
  {
    id: "manual-test",
    text: "The server was tested by hand",
    editions: [1, 2],
    manual: "try it",
    needs: [],
  },
  {
    id: "server-name",
    text: "The server has the same name everywhere",
    editions: [],
    needs: [{ rule: "consistent-server-name", scope: "definition" }],
    registry: "constants",
  },
  {
    id: "server-info",
    text: "serverInfo is valid in all else",
    editions: [],
    needs: [{ rule: "valid-server-info", scope: "definition" }],
  },
  {
    id: "server-config",
    text: "The server's config is valid in all else",
    editions: [],
    needs: [{ rule: "valid-server-config", scope: "constants" }],
    registry: "constants",
  },
  {
    id: "unique-id",
    text: "The server's id is its own",
    editions: [],
    needs: [{ rule: "unique-server-id", scope: "constants" }],
    registry: "constants",
    listing: "configs",
  },
  {
    id: "stable-id",
    text: "The server's id is the one that it was shipped with",
    editions: [],
    needs: [{ rule: "stable-server-id", scope: "definition" }],
    registry: "idSnapshot",
  },
  {
    id: "tool-names",
    text: "Tool names follow the convention, and none is there twice",
    editions: [],
    needs: [{ rule: "tool-name-convention" }, { rule: "no-duplicate-tool" }],
    reads: "name",
  },
  {
    id: "parameters",
    text: "Every parameter is described",
    editions: [],
    needs: [{ rule: "require-param-description" }],
    reads: "parameters",
  },
  {
    id: "labels",
    text: "Every tool has display labels",
    editions: [],
    needs: [{ rule: "require-display-labels" }],
    reads: "displayLabels",
    onlyWithMetadata: true,
  },
  {
    id: "description-texts",
    text: "Descriptions say what is needed, and nothing else",
    editions: [],
    needs: [
      { rule: "informative-description" },
      { rule: "no-description-noise" },
      { rule: "no-unknown-tool-reference" },
    ],
  },
  {
    id: "tokens",
    text: "Tokens are checked before they are used",
    editions: [],
    needs: [{ rule: "require-auth-check" }],
  },
];
