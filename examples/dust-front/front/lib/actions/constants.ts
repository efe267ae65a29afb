export const MCP_TOOL_STAKE_LEVELS = [
  "never_ask",
  "low",
  "medium",
  "high",
] as const;

export type MCPToolStakeLevelType = (typeof MCP_TOOL_STAKE_LEVELS)[number];
