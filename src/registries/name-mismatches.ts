import { absent, unknown, type Field, type Place } from "../mcp/model.ts";
import type { CaseServer } from "./case-servers.ts";
import type { ServerName } from "./config-target.ts";
import type { SwitchCase } from "./dispatch-switch.ts";
import type { NamedDefinition } from "./inventory.ts";
import type { Registries } from "./registries.ts";
import { configNamed, liveConfigs } from "./config-index.ts";
import { valueOf } from "./registry.ts";
import type { ServerConfig } from "./server-configs.ts";

/** A config whose key is not the name of the server that it registers. */
export interface ConfigMismatch {
  readonly config: ServerConfig;
  readonly key: string;
  /** What the server calls itself, and where. */
  readonly name: string;
  readonly place: Place;
  readonly line: number;
  /**
   * Which of both is wrong: the key, the name in the server's own files, the
   * name in the config's `serverInfo`, or neither, because the config holds the
   * object of a server that has a config of its own.
   */
  readonly blame: "definition" | "key" | "object" | "serverInfo";
}

/** The configs whose key differs from the name of their server. */
export function configMismatches(
  registries: Registries,
): readonly ConfigMismatch[] {
  return registries.derived(compareNames);
}

function compareNames(registries: Registries): readonly ConfigMismatch[] {
  const cases = casesByName(registries);
  return configsOf(registries).flatMap(
    (config) => mismatchOf(config, cases, registries) ?? [],
  );
}

type CasesByName = ReadonlyMap<string | undefined, readonly SwitchCase[]>;

function casesByName(registries: Registries): CasesByName {
  const byName = new Map<string | undefined, SwitchCase[]>();
  for (const entry of casesOf(registries)) {
    const same = byName.get(entry.name);
    if (same) {
      same.push(entry);
    } else {
      byName.set(entry.name, [entry]);
    }
  }
  return byName;
}

function mismatchOf(
  config: ServerConfig,
  cases: CasesByName,
  registries: Registries,
): ConfigMismatch | undefined {
  const { name: key } = config;
  const own = registries.nameIn(config);
  if (key === undefined || own.kind === "unknown") {
    return undefined;
  }
  const isNamedSo = own.kind === "known" && own.value.text === key;
  const named =
    own.kind === "absent" || isNamedSo
      ? madeFor(config, cases, registries)
      : own;
  if (named.kind !== "known" || named.value.text === key) {
    return undefined;
  }
  const { place, value } = named;
  const mismatch = { config, key, name: value.text, line: value.line, place };
  return {
    ...mismatch,
    blame: isNamedSo ? "definition" : blameOf(mismatch, registries),
  };
}

function blameOf(
  { config, key, name, place }: Omit<ConfigMismatch, "blame">,
  registries: Registries,
): ConfigMismatch["blame"] {
  const { servers } = registries.inventory;
  const shipped = shippedNames(registries);
  if (place.file === config.located.module.path) {
    const isKeyAlone = !servers.has(key) && !shipped.has(key);
    return isKeyAlone && servers.has(name) ? "key" : "serverInfo";
  }
  if (servers.has(key)) {
    return "object";
  }
  const other = configOf(name, registries);
  if (other) {
    const held = registries.nameIn(other);
    const isTaken = held.kind === "known" && held.value.text === name;
    return isTaken && !samePlace(held.place, place) ? "definition" : "object";
  }
  return shipped.has(key) && !shipped.has(name) ? "definition" : "key";
}

/** The names of the servers whose ids are committed. */
export function shippedNames({ idSnapshot }: Registries): ReadonlySet<string> {
  return new Set(
    idSnapshot.status === "read"
      ? idSnapshot.value.map(({ name }) => name)
      : [],
  );
}

/**
 * The name of what the switch makes for a config's key, where nothing else
 * defines a server of that name.
 */
function madeFor(
  { name }: ServerConfig,
  cases: CasesByName,
  registries: Registries,
): Field<ServerName> {
  if (name === undefined || registries.inventory.servers.has(name)) {
    // It has files of its own: a case that makes another is wrong by itself.
    return absent;
  }
  const entries = cases.get(name) ?? [];
  const made = entries.flatMap((entry) => registries.caseServers(entry) ?? []);
  const [server] = made;
  const definition = server && definitionAt(server, registries);
  return definition && made.length === 1
    ? {
        kind: "known",
        place: server.place,
        value: {
          text: server.name,
          line: definition.line,
          toolsFile: undefined,
        },
      }
    : unknown;
}

/** The definition that is a case's factory itself. */
function definitionAt(
  { kind, name, place }: CaseServer,
  { inventory }: Registries,
): NamedDefinition | undefined {
  return kind === "factory"
    ? inventory.servers
        .get(name)
        ?.find((one) => one.kind === "factory" && one.file === place.file)
    : undefined;
}

/** A case that makes another server than the one it is for. */
export interface CaseMismatch {
  readonly entry: SwitchCase;
  readonly name: string;
  /** The server that it makes. */
  readonly made: string;
}

/** The cases that return another server, which exists, than they say. */
export function caseMismatches(
  registries: Registries,
): readonly CaseMismatch[] {
  const cases = casesOf(registries);
  return cases.flatMap((entry, index) => {
    const { name } = entry;
    // With one body for two cases, nobody knows for which of them it was written.
    const isShared = index > 0 && !cases[index - 1]?.body;
    const made =
      isShared || name === undefined
        ? undefined
        : registries.caseServers(entry);
    const [first] = made ?? [];
    return name !== undefined &&
      first &&
      made &&
      isDefined(name, registries) &&
      made.every(
        (server) =>
          isDefined(server.name, registries) &&
          !makes(server, name, registries),
      )
      ? [{ entry, name, made: first.name }]
      : [];
  });
}

function isDefined(name: string, { inventory }: Registries): boolean {
  return inventory.servers.has(name);
}

/** Whether what a case makes may be the server of a name. */
function makes(
  server: CaseServer,
  name: string,
  registries: Registries,
): boolean {
  const { inventory } = registries;
  if (server.name === name) {
    return true;
  }
  const config = configOf(name, registries);
  const named = config && registries.nameIn(config);
  if (named?.kind === "unknown") {
    return true;
  }
  if (named?.kind === "known" && samePlace(named.place, server.place)) {
    return true;
  }
  // A factory's own mistakes are reported there: its folder tells whose it is.
  return (
    server.kind === "factory" &&
    !casesMaking(server.place, registries).includes(server.name) &&
    !isMadeByName(name, registries) &&
    (inventory.servers.get(name) ?? []).some(
      ({ file, kind }) =>
        kind === "metadata" &&
        registries.unitOf(file) === registries.unitOf(server.place.file),
    )
  );
}

/**
 * The server of another folder that has a definition's name, and that the host
 * knows by it: its config or its case leads there. So a copy is told from what
 * it was copied from.
 *
 * @returns `undefined` where the name comes from another file, on purpose then
 */
export function namesake(
  { file, kind, name, place, serverName }: NamedDefinition,
  registries: Registries,
): NamedDefinition | undefined {
  if (serverName === undefined || name.kind !== "known") {
    return undefined;
  }
  const places =
    kind === "metadata"
      ? heldPlaces(serverName, registries)
      : madePlaces(serverName, registries);
  const isKnown = (one: Place) => places.some((held) => samePlace(held, one));
  // In one folder it may be a variant that the code chooses from.
  const isElsewhere = places.every(
    (held) => registries.unitOf(held.file) !== registries.unitOf(file),
  );
  return isElsewhere && !isKnown({ file, range: place })
    ? registries.inventory.servers
        .get(serverName)
        ?.find((one) => isKnown({ file: one.file, range: one.place }))
    : undefined;
}

/** Where the server object in the config of a name says that name. */
function heldPlaces(name: string, registries: Registries): readonly Place[] {
  const config = configsOf(registries).find((one) => one.name === name);
  const held = config && registries.nameIn(config);
  return held?.kind === "known" && held.value.text === name ? [held.place] : [];
}

/** The factories that the cases of a name call. */
function madePlaces(name: string, registries: Registries): readonly Place[] {
  return casesOf(registries)
    .filter((entry) => entry.name === name)
    .flatMap((entry) => registries.caseServers(entry) ?? [])
    .flatMap(({ kind, place }) => (kind === "factory" ? [place] : []));
}

/** Whether two places are one. */
export function samePlace(
  one: Place | undefined,
  other: Place | undefined,
): boolean {
  return (
    one !== undefined &&
    one.file === other?.file &&
    one.range[0] === other.range[0]
  );
}

/** The names of the cases that make what a factory of a file makes. */
export function casesMaking(
  factory: Place,
  registries: Registries,
): readonly string[] {
  return casesOf(registries).flatMap((entry) =>
    entry.name !== undefined &&
    registries
      .caseServers(entry)
      ?.some(
        ({ kind, place }) => kind === "factory" && samePlace(place, factory),
      ) === true
      ? [entry.name]
      : [],
  );
}

const noCases: readonly SwitchCase[] = [];
/**
 * Whether some case makes a server by a factory that gives it this name: then
 * another factory in its case's place did not merely forget to take the name.
 */
export function isMadeByName(name: string, registries: Registries): boolean {
  return casesOf(registries).some(
    (entry) =>
      registries
        .caseServers(entry)
        ?.some((made) => made.kind === "factory" && made.name === name) ===
      true,
  );
}

function casesOf({ switch: dispatch }: Registries): readonly SwitchCase[] {
  return dispatch.status === "read" ? dispatch.value.entries : noCases;
}

/** The config that counts at run time for a name. */
export function configOf(
  name: string,
  { constants }: Registries,
): ServerConfig | undefined {
  const configs = valueOf(constants)?.configs;
  return configs && configNamed(configs, name);
}

/** The configs that count at run time. */
export function configsOf({ constants }: Registries): readonly ServerConfig[] {
  const configs = valueOf(constants)?.configs;
  return configs ? liveConfigs(configs) : [];
}
