/** The presets, from the runbook's own to the one for any MCP server. */
export const presetNames = ["recommended", "strict", "mcp"] as const;

export type PresetName = (typeof presetNames)[number];
