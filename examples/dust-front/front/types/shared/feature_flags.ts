export const WHITELISTABLE_FEATURES_CONFIG = {
  unit_converter_tool: {
    description: "Unit converter server, tried out by a few workspaces.",
    stage: "on_demand",
  },
} as const satisfies Record<
  string,
  { description: string; stage: "dust_only" | "rolling_out" | "on_demand" }
>;

export type WhitelistableFeature = keyof typeof WHITELISTABLE_FEATURES_CONFIG;
