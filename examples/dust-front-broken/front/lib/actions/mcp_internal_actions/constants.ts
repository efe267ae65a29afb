import type {
  InternalMCPServerDefinitionType,
  ServerMetadata,
} from "@app/lib/actions/mcp_internal_actions/tool_definition";
import { FERNLY_SERVER } from "@app/lib/api/actions/servers/fernly/metadata";
import { GEARBOX_SERVER } from "@app/lib/api/actions/servers/gearbox/metadata";
import { LOST_AND_FOUND_SERVER } from "@app/lib/api/actions/servers/lost_and_found/metadata";
import { PETTY_CASH_SERVER } from "@app/lib/api/actions/servers/petty_cash/metadata";
import { READING_LIST_SERVER } from "@app/lib/api/actions/servers/reading_list/metadata";

// registered-in-constants: fernly and noticeboard are missing
export const AVAILABLE_INTERNAL_MCP_SERVER_NAMES = [
  "gearbox",
  "key_cabinet",
  // sorted-server-names: coin_toss comes before gearbox
  "coin_toss",
  "lost_and_found",
  // registered-in-constants: no server of this name is defined any more
  "old_fax",
  "petty_cash",
  "reading_list",
  "tide_tables",
] as const;

export type InternalMCPServerNameType =
  (typeof AVAILABLE_INTERNAL_MCP_SERVER_NAMES)[number];

export const MCP_SERVER_AVAILABILITY = [
  "manual",
  "auto",
  "auto_hidden_builder",
] as const;

interface InternalMCPServerConfig {
  id: number;
  availability: string;
  allowMultipleInstances: boolean;
  isRestricted:
    ((workspace: { featureFlags: string[] }) => boolean) | undefined;
  isPreview: boolean;
  tools_stakes?: Record<string, string>;
  tools_arguments_requiring_approval: Record<string, string[]> | undefined;
  tools_retry_policies: Record<string, string> | undefined;
  timeoutMs: number | undefined;
  metadata?: ServerMetadata;
  serverInfo?: InternalMCPServerDefinitionType;
}

// registered-in-constants: noticeboard and key_cabinet are missing
export const INTERNAL_MCP_SERVERS: Record<string, InternalMCPServerConfig> = {
  // stable-server-id: the snapshot does not know this new server yet
  gearbox: {
    id: 13,
    availability: "manual",
    // valid-server-config: servers with OAuth need one instance per account
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    tools_arguments_requiring_approval: {
      // valid-server-config: the parameter is called frameNumber
      delete_bike: ["frame_number"],
      // valid-server-config: there is no such tool
      sell_bike: ["frameNumber"],
    },
    // valid-server-config: there is no such tool
    tools_retry_policies: { find_parts: "retry_on_interrupt" },
    timeoutMs: undefined,
    metadata: GEARBOX_SERVER,
  },
  reading_list: {
    // stable-server-id: 12 in the snapshot
    id: 2,
    availability: "manual",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    tools_arguments_requiring_approval: undefined,
    tools_retry_policies: undefined,
    timeoutMs: undefined,
    metadata: READING_LIST_SERVER,
  },
  tide_tables: {
    id: 3,
    availability: "auto",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    tools_stakes: {
      // require-tool-stake: levels are lower case
      list_harbours: "Never_Ask",
      // require-tool-stake: no tool has this name
      get_tide: "never_ask",
      get_tides: "never_ask",
    },
    tools_arguments_requiring_approval: undefined,
    tools_retry_policies: undefined,
    timeoutMs: undefined,
    serverInfo: {
      name: "tide_tables",
      version: "1.0.0",
      description: "Know when the water is high.",
      authorization: null,
      icon: "ActionCloudIcon",
      documentationUrl: null,
      instructions: null,
    },
  },
  // require-tool-stake: no `tools_stakes`, so none of its tools has a stake
  coin_toss: {
    // unique-server-id: tide_tables has 3 already
    // stable-server-id: 4 in the snapshot
    id: 3,
    availability: "auto",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    tools_arguments_requiring_approval: undefined,
    tools_retry_policies: undefined,
    timeoutMs: undefined,
    serverInfo: {
      // consistent-server-name: the key of this config is coin_toss
      name: "coin_flip",
      version: "1.0.0",
      description: "Settle arguments.",
      authorization: null,
      icon: "ActionScaleIcon",
      documentationUrl: null,
      instructions: null,
    },
  },
  petty_cash: {
    // unique-server-id: in the list of retired ids
    id: 5,
    // valid-server-config: no such availability
    availability: "automatic",
    allowMultipleInstances: false,
    isRestricted: undefined,
    // valid-server-config: a preview for everyone
    isPreview: true,
    tools_arguments_requiring_approval: undefined,
    tools_retry_policies: undefined,
    timeoutMs: undefined,
    metadata: PETTY_CASH_SERVER,
  },
  fernly: {
    // unique-server-id: not an integer
    id: 6.5,
    availability: "manual",
    allowMultipleInstances: true,
    isRestricted: undefined,
    isPreview: false,
    tools_arguments_requiring_approval: undefined,
    tools_retry_policies: undefined,
    timeoutMs: undefined,
    metadata: FERNLY_SERVER,
  },
  lost_and_found: {
    id: 7,
    // stable-server-id: among the manual servers in the snapshot
    availability: "auto",
    allowMultipleInstances: false,
    isRestricted: ({ featureFlags }) =>
      // valid-server-config: the flag is called lost_and_found_tool
      !featureFlags.includes("lost_and_found_tools"),
    isPreview: true,
    tools_arguments_requiring_approval: undefined,
    tools_retry_policies: undefined,
    timeoutMs: undefined,
    metadata: LOST_AND_FOUND_SERVER,
  },
  // registered-in-constants: no server of this name is defined any more
  old_fax: {
    id: 8,
    availability: "manual",
    allowMultipleInstances: false,
    isRestricted: undefined,
    isPreview: false,
    tools_arguments_requiring_approval: undefined,
    tools_retry_policies: undefined,
    timeoutMs: undefined,
  },
};

// stable-server-id: pager (9 in the snapshot) is gone, but its id is not in the legacy list
export const LEGACY_INTERNAL_MCP_SERVER_IDS: number[] = [5, 10];
