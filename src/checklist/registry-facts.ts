import type { NamedEntry } from "../registries/named-entries.ts";
import type { Settings } from "../settings.ts";
import type { App } from "./find-servers.ts";
import type { Line, LineRegistry, Listing } from "./lines.ts";

/** Why a line can't be judged, or need not be. */
export interface Obstacle {
  readonly status: "not-applicable" | "unknown";
  readonly reason: string;
}

/**
 * What the registries themselves say against a line that no rule reported: a
 * rule is silent as well where there is no registry, or where it can't be read
 * in full.
 */
export function registryObstacle(
  { listing, registry }: Line,
  server: string,
  app: App,
): Obstacle | undefined {
  const status = registry && registryStatus(registry, app);
  if (registry && isSwitchedOff(registry, app.settings)) {
    return {
      status: "not-applicable",
      reason: `settings: there is no ${registry}`,
    };
  }
  if (listing && leftOut(listing, app.settings).includes(server)) {
    return {
      status: "not-applicable",
      reason: "settings: left out on purpose",
    };
  }
  if (status === "trouble") {
    return { status: "unknown", reason: `the ${registry ?? ""} can't be read` };
  }
  if (status === "off") {
    return { status: "unknown", reason: `there is no ${registry ?? ""} file` };
  }
  return listing && !isListed(listing, server, app)
    ? { status: "unknown", reason: "not found in what could be read" }
    : undefined;
}

function isSwitchedOff(registry: LineRegistry, settings: Settings): boolean {
  const given = Object.entries(settings).find(([key]) => key === registry);
  return given?.[1] === false;
}

/** `undefined` for a registry that nothing reads yet. */
function registryStatus(
  registry: LineRegistry,
  { registries }: App,
): string | undefined {
  const found: unknown = Reflect.get(registries, registry);
  return typeof found === "object" &&
    found !== null &&
    "status" in found &&
    typeof found.status === "string"
    ? found.status
    : undefined;
}

function leftOut(listing: Listing, settings: Settings): readonly string[] {
  const { unregistered } = settings;
  switch (listing) {
    case "names":
    case "configs":
      return unregistered.constants;
    case "switch":
      return unregistered.switch;
    case "bm25Corpus":
      return unregistered.bm25Corpus;
  }
}

function isListed(listing: Listing, server: string, app: App): boolean {
  return entriesOf(listing, app).some(({ name }) => name === server);
}

function entriesOf(
  listing: Listing,
  { registries }: App,
): readonly Pick<NamedEntry, "name">[] {
  const { bm25Corpus, constants } = registries;
  switch (listing) {
    case "names":
      return constants.status === "read"
        ? (constants.value.names?.entries ?? [])
        : [];
    case "configs":
      return constants.status === "read"
        ? (constants.value.configs?.configs ?? [])
        : [];
    case "switch":
      return registries.switch.status === "read"
        ? registries.switch.value.entries
        : [];
    case "bm25Corpus":
      return bm25Corpus.status === "read" ? bm25Corpus.value.entries : [];
  }
}
