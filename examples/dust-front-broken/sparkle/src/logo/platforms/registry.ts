import { GearboxLogo } from "./index";

// valid-server-info: FernlyLogo is missing, so the marketing site shows a placeholder
export const PLATFORM_LOGOS = {
  GearboxLogo,
} as const;
