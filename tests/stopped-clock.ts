import { vi } from "vitest";

/** How long the store trusts what it saw, in milliseconds. */
const interval = 250;

let now = 0;

/**
 * Stops the clock by which the store trusts what it saw, so that nothing hangs
 * on how fast a test runs. It never goes back, since all tests of a file have
 * one store. `vi.restoreAllMocks()` lets it go on.
 */
export function stopClock(): void {
  // Whole, since a fraction with 250 more may be less than 250 later.
  now = Math.ceil(Math.max(now, performance.now()));
  vi.spyOn(performance, "now").mockImplementation(() => now);
  letIntervalPass();
}

/** From here on, what the store saw so far is looked at again. */
export function letIntervalPass(): void {
  now += interval;
}
