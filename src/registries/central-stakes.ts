import {
  entriesOf,
  findMember,
  resolve,
  type Entries,
} from "../source/resolve.ts";
import { readText, type StaticText } from "../source/static-text.ts";
import type {
  ImportLookup,
  Located,
  ModuleValues,
} from "../source/static-value.ts";
import type { Range } from "../source/syntax-tree.ts";
import {
  absent,
  completeText,
  unknown,
  type Field,
  type Model,
  type Place,
  type Tool,
} from "../mcp/model.ts";
import { fieldOf, isObject, placeOf } from "../mcp/reading.ts";
import { serverConfigEntries, type ServerConfig } from "./server-configs.ts";
import { toolsByName, type ServerTools } from "./server-tools.ts";

/** The key of a config that holds its tools' stakes. */
export const centralStakesKey = "tools_stakes";

/**
 * Gives tools of the server-tool dialect the stakes that `tools_stakes` of
 * their server's config holds.
 *
 * @param constants the values of the constants file
 * @returns the model with those stakes; unknown where server, config or name
 *   can't be read
 */
export function withCentralStakes(
  model: Model,
  constants: ModuleValues,
  lookup: ImportLookup,
): Model {
  const stakes = new Map<Tool, Tool>();
  for (const server of model.servers) {
    const central = server.tools.some(isServerTool)
      ? stakesOfServer(completeText(server.name), constants, lookup)
      : unknown;
    for (const tool of server.tools.filter(isServerTool)) {
      stakes.set(tool, { ...tool, stake: stakeOf(tool, central, lookup) });
    }
  }
  const replaced = (tool: Tool): Tool => stakes.get(tool) ?? tool;
  return {
    ...model,
    tools: model.tools.map(replaced),
    servers: model.servers.map((server) => ({
      ...server,
      tools: server.tools.map(replaced),
    })),
  };
}

function isServerTool({ dialect }: Tool): boolean {
  return dialect === "server-tool";
}

function stakesOfServer(
  name: string | undefined,
  constants: ModuleValues,
  lookup: ImportLookup,
): Field<Located> {
  const configs = serverConfigEntries(constants, lookup);
  const entry = configs?.entries.findLast(({ key }) => key === name);
  const config = entry && resolve(entry.located, lookup);
  return name !== undefined && config && isObject(config)
    ? fieldOf(config, centralStakesKey, lookup)
    : unknown;
}

function stakeOf(
  { name }: Tool,
  central: Field<Located>,
  lookup: ImportLookup,
): Field<StaticText> {
  const key = completeText(name);
  if (central.kind !== "known" || key === undefined) {
    return central.kind === "absent" ? absent : unknown;
  }
  if (!isObject(central.value)) {
    return unknown;
  }
  const member = findMember(central.value, key, lookup);
  if (member.kind !== "known") {
    return member;
  }
  const text = readText(member.located, lookup);
  return text
    ? { kind: "known", value: text, place: placeOf(member.located) }
    : unknown;
}

/** `tools_stakes` of a config, as it is written. */
export type CentralStakes =
  /** `config` is the config's object, where they could be added. */
  | {
      readonly kind: "absent";
      readonly config: Place;
      /** What stands there instead: `undefined`. */
      readonly nothing: Place | undefined;
    }
  | {
      readonly kind: "known";
      readonly entries: readonly CentralStake[];
      readonly open: boolean;
      /** The object. */
      readonly place: Place;
      /** The one-based line of the object. */
      readonly line: number;
      /** The key `tools_stakes`, and the file in which it stands. */
      readonly key: Place;
    }
  | { readonly kind: "unknown" };

export interface CentralStake {
  readonly tool: string;
  readonly key: Place;
  /** The whole entry. */
  readonly range: Range;
  readonly level: Field<StaticText>;
}

/** Reads the stakes that a config holds for its server's tools. */
export function centralStakes(
  { located }: ServerConfig,
  lookup: ImportLookup,
): CentralStakes {
  const config = resolve(located, lookup);
  const member = isObject(config)
    ? findMember(config, centralStakesKey, lookup)
    : unknown;
  if (member.kind === "unknown") {
    return unknown;
  }
  if (member.kind === "absent") {
    return { kind: "absent", config: placeOf(config), nothing: undefined };
  }
  const stakes = resolve(member.located, lookup);
  if (stakes.value.kind === "nothing") {
    const nothing = placeOf(member.located);
    return { kind: "absent", config: placeOf(config), nothing };
  }
  if (!isObject(stakes)) {
    return unknown;
  }
  const { entries, open } = entriesOf(stakes, lookup);
  return {
    kind: "known",
    entries: entries.flatMap((entry) => readEntry(entry, lookup) ?? []),
    open,
    place: placeOf(stakes),
    line: stakes.module.lineAt(stakes.value.range[0]),
    key: { file: member.located.module.path, range: member.keyRange },
  };
}

function readEntry(
  { key, keyValue, located, range }: Entries["entries"][number],
  lookup: ImportLookup,
): CentralStake | undefined {
  const text = readText(located, lookup);
  return key === undefined
    ? undefined
    : {
        tool: key,
        key: placeOf(keyValue),
        range,
        level: text
          ? { kind: "known", value: text, place: placeOf(located) }
          : unknown,
      };
}

/** The tools of a server that its config surely gives no stake. */
export function toolsWithoutStake(
  stakes: Extract<CentralStakes, { kind: "known" }>,
  tools: ServerTools,
): readonly string[] {
  const known = new Set(stakes.entries.map(({ tool }) => tool));
  return stakes.open
    ? []
    : [...toolsByName(tools).keys()].filter((name) => !known.has(name));
}
