import { ParcelhubLogo, PigeonLogo } from "./index";

/** Logos by the name that a server's `icon` holds; the marketing site reads this. */
export const PLATFORM_LOGOS = {
  ParcelhubLogo,
  PigeonLogo,
} as const;

export function getPlatformLogo(icon: string): (() => string) | null {
  return (
    new Map<string, () => string>(Object.entries(PLATFORM_LOGOS)).get(icon) ??
    null
  );
}
