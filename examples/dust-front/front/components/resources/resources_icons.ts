/** General icons, for servers that stand for no platform. */
export const ACTION_ICONS = [
  "ActionBookOpenIcon",
  "ActionCalendarIcon",
  "ActionCloudIcon",
  "ActionListCheckIcon",
  "ActionScaleIcon",
] as const;

/** Logos of platforms; drawn in `sparkle/src/logo/platforms`. */
export const PLATFORM_ICONS = ["ParcelhubLogo", "PigeonLogo"] as const;

export type InternalAllowedIconType =
  (typeof ACTION_ICONS)[number] | (typeof PLATFORM_ICONS)[number];
