export const WHITELISTABLE_FEATURES_CONFIG = {
  lost_and_found_tool: {
    description: "Lost and found server, tried out by one office.",
    stage: "on_demand",
  },
} as const;
